//! Course: measured values over time with the thresholds of the rule set, as small charts with a table beside them; and the
//! plan at each time, with what changed.

use yew::prelude::*;

use crate::engine::rule::Grade;
use crate::panel::news::News;
use crate::teaching::course::{Chart, Course, Point, of_log, of_stages};
use crate::teaching::road::extent;
use crate::teaching::shown;
use crate::teaching::staged::Stage;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_lesson;
use crate::widget::notices::{DraftLine, Notices};
use crate::widget::seminar::ViewProps;
use crate::widget::seminar::outlet::{Outcome, Outlet, printing};
use crate::wording::room::Lesson;

/// Where a chart is drawn, in units of its own.
const WIDTH: f64 = 300.0;
const HEIGHT: f64 = 130.0;
const LEFT: f64 = 8.0;
const RIGHT: f64 = 84.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 20.0;

/// The course of the run, or of the case as far as its stages were told.
#[component]
pub fn CourseView(props: &ViewProps) -> Html {
    let lesson = use_lesson();
    let told = &lesson.room.course;
    let notices = use_node_ref();
    let (course, of) = course_of(lesson, props);
    let outcome = use_state(Outcome::default);
    let print = printing(&outcome.setter());
    html! {
        <section class="course view" aria-labelledby="nms-course-title" data-role="course">
            <Heading class="view-title" id="nms-course-title">{ told.title }</Heading>
            <DraftLine notices={notices.clone()} />
            if course.points.is_empty() {
                <p class="empty">{ told.empty }</p>
            } else {
                <div class="tools">
                    <p class="row-note">{ of }</p>
                    <button type="button" class="button" onclick={print}>{ told.print }</button>
                </div>
                <Outlet outcome={(*outcome).clone()} />
                { severity(lesson, &course) }
                <div class="charts">{ for course.charts.iter().map(|chart| draw(lesson, chart, &course)) }</div>
                if course.charts.is_empty() {
                    <p class="empty">{ told.no_chart }</p>
                } else {
                    { table(lesson, &course) }
                }
                <Heading below={1} class="plan-title">{ glyph(Icon::Do) }{ told.each_time }</Heading>
                <ol class="times" role="list">{ for course.points.iter().enumerate().map(|(at, point)| time(lesson, at, point)) }</ol>
            }
            <Notices list={notices} />
        </section>
    }
}

/// A run that began is drawn; else the case that is taught, no further than it was told; else the case that is made.
fn course_of(lesson: Lesson, props: &ViewProps) -> (Course, String) {
    let told = &lesson.room.course;
    let (room, scope) = (&props.room, props.session.scope);
    if room.log.state().started.is_some() {
        return (of_log(lesson, &room.log, scope), told.of_run.into());
    }
    if let Some(case) = &room.case {
        let told_so_far: Vec<Stage> = room.road().iter().filter_map(|at| case.stages.get(*at)).cloned().collect();
        let (roads, longest) = extent(case);
        let count = told_so_far.len();
        let of = if roads > 1 {
            lesson.room.fork.of_road(&case.title, &count)
        } else {
            told.of_case(&case.title, &count, &longest)
        };
        return (of_stages(lesson, &told_so_far, scope), of);
    }
    let made = &room.draft.case;
    (of_stages(lesson, &made.stages, scope), told.of_build.into())
}

fn grade(lesson: Lesson, point: &Point) -> (&'static str, String) {
    let severity = &point.assessment.severity;
    (severity.grade.map_or("none", Grade::id), lesson.grade(severity.grade, severity.at_least))
}

/// The grade along the course, as steps that are also words.
fn severity(lesson: Lesson, course: &Course) -> Html {
    let step = |(at, point): (usize, &Point)| {
        let (id, words) = grade(lesson, point);
        html! {
            <li key={at} data-grade={id}>
                <span class="grade-bar" aria-hidden="true"></span>
                <b>{ words }</b>
                <span>{ when(lesson, point) }</span>
            </li>
        }
    };
    html! {
        <div class="grades">
            <p class="step-kind">{ lesson.room.course.along }</p>
            <ol data-role="grades" role="list">{ for course.points.iter().enumerate().map(step) }</ol>
        </div>
    }
}

fn when(lesson: Lesson, point: &Point) -> String {
    let time = lesson.room.time.after(point.minutes);
    // the points of a run have no other name
    if time == point.title { time } else { format!("{time}, {}", point.title) }
}

/// Points stand at equal steps, each with its time below: minutes and weeks meet in one case.
fn place(at: usize, count: usize) -> f64 {
    let share = |part: usize, whole: usize| {
        f64::from(u32::try_from(part).unwrap_or(0)) / f64::from(u32::try_from(whole).unwrap_or(1))
    };
    let room = WIDTH - LEFT - RIGHT;
    if count <= 1 { LEFT + room / 2.0 } else { LEFT + room * share(at, count - 1) }
}

fn height(chart: &Chart, value: f64) -> f64 {
    let (low, high) = chart.range;
    TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - (value - low) / (high - low))
}

fn number(value: f64) -> String {
    format!("{value:.1}")
}

fn draw(lesson: Lesson, chart: &Chart, course: &Course) -> Html {
    let told = &lesson.room.course;
    let count = chart.values.len();
    let at = |(position, value): (usize, &Option<(f64, String)>)| {
        value.as_ref().map(|(value, text)| (place(position, count), height(chart, *value), text.clone()))
    };
    let dots: Vec<(f64, f64, String)> = chart.values.iter().enumerate().filter_map(at).collect();
    let line: Vec<String> = dots.iter().map(|(x, y, _)| format!("{},{}", number(*x), number(*y))).collect();
    let last = dots.last().map(|(_, _, text)| text.clone()).unwrap_or_default();
    let title = format!("nms-chart-{}", lesson.edition.rules.finding_id(chart.index));
    html! {
        <figure key={title.clone()} class="chart" aria-labelledby={title.clone()}>
            <figcaption id={title}><b>{ chart.label }</b><span>{ told.last(&last) }</span></figcaption>
            <svg viewBox={format!("0 0 {WIDTH} {HEIGHT}")} role="img" aria-label={told.chart(&chart.label, &count)}>
                { for chart.limits.iter().map(|(value, text)| {
                    let y = number(height(chart, *value));
                    html! { <g key={text.clone()} class="limit"><line x1={number(LEFT)} x2={number(WIDTH - RIGHT + 4.0)} y1={y.clone()} y2={y.clone()} /><text x={number(WIDTH - RIGHT + 8.0)} {y} dy="3.5">{ text }</text></g> }
                }) }
                <polyline points={line.join(" ")} />
                { for dots.iter().map(|(x, y, text)| html! { <circle key={format!("{x} {text}")} cx={number(*x)} cy={number(*y)} r="4"><title>{ text }</title></circle> }) }
                { for course.points.iter().enumerate().map(|(at, point)| html! { <text key={at} class="axis-tick" x={number(place(at, count))} y={number(HEIGHT - 5.0)}>{ lesson.room.time.after(point.minutes) }</text> }) }
            </svg>
        </figure>
    }
}

/// The same numbers as text.
fn table(lesson: Lesson, course: &Course) -> Html {
    let told = &lesson.room.course;
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={told.numbers}>
            <table class="told" data-role="course-table">
                <thead><tr><th scope="col">{ told.time }</th>{ for course.charts.iter().map(|chart| html! { <th scope="col" key={chart.label}>{ chart.label }</th> }) }<th scope="col">{ told.severity }</th></tr></thead>
                <tbody>{ for course.points.iter().enumerate().map(|(at, point)| html! {
                    <tr key={at}>
                        <th scope="row">{ when(lesson, point) }</th>
                        { for course.charts.iter().map(|chart| html! { <td key={chart.label}>{ chart.values.get(at).cloned().flatten().map_or_else(|| lesson.edition.words.not_known.to_string(), |(_, text)| text) }</td> }) }
                        <td>{ grade(lesson, point).1 }</td>
                    </tr>
                }) }</tbody>
            </table>
        </div>
    }
}

fn time(lesson: Lesson, at: usize, point: &Point) -> Html {
    let told = &lesson.room.course;
    let panel = shown(lesson, &point.assessment, None);
    let now = panel.groups.iter().find(|group| group.id == "now");
    let lines = told.lines.of(panel.groups.iter().map(|group| group.cards.len()).sum());
    let when = when(lesson, point);
    html! {
        <li key={at} class="time" data-grade={point.assessment.severity.grade.map_or("none", Grade::id)}>
            <p><b>{ &when }</b>{ told.summary(&panel.suspicion.text, &grade(lesson, point).1, &lines) }</p>
            if at > 0 {
                { change(lesson, &point.news) }
            }
            if let Some(now) = now {
                <details class="more">
                    <summary>{ glyph(Icon::Chevron) }{ told.do_now.of(now.cards.len()) }<span class="vh">{ told.at(&when) }</span></summary>
                    <ol role="list">{ for now.cards.iter().map(|card| html! { <li key={card.rule.id}>{ card.headline }</li> }) }</ol>
                </details>
            }
        </li>
    }
}

/// What is different from the time before.
pub fn change(lesson: Lesson, news: &News) -> Html {
    let told = &lesson.room.course;
    if news.is_empty() {
        return html! { <p class="row-note">{ told.same }</p> };
    }
    let text = |id: &str| lesson.edition.rules.rule(id).map_or("", |rule| rule.headline);
    html! {
        <ul class="change" role="list">
            { for news.turned.iter().map(|(was, is)| html! { <li key={is.clone()} data-change="turned"><s>{ was }</s>{ glyph(Icon::Do) }<b>{ is }</b></li> }) }
            { for news.lines.iter().map(|(id, mark)| {
                let new = *mark == crate::panel::news::Mark::New;
                html! { <li key={*id} data-change={if new { "new" } else { "changed" }}>{ glyph(if new { Icon::Plus } else { Icon::Sides }) }<span class="vh">{ if new { told.new } else { told.changed } }</span>{ text(id) }</li> }
            }) }
            { for news.gone.iter().map(|rule| html! { <li key={rule.id} data-change="gone">{ glyph(Icon::Minus) }<span class="vh">{ told.gone }</span><s>{ rule.headline }</s></li> }) }
        </ul>
    }
}
