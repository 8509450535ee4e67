//! Course: measured values over time with the thresholds of the rule set, as small charts with a table beside them; and the
//! plan at each time, with what changed.

use yew::prelude::*;

use crate::engine::rule::Grade;
use crate::guideline::NMS;
use crate::panel::news::News;
use crate::teaching::course::{Chart, Course, Point, of_log, of_stages};
use crate::teaching::shown;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::notices::{DraftLine, Notices};
use crate::widget::seminar::{ViewProps, file};

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
    let notices = use_node_ref();
    let (course, of) = course_of(props);
    let print = move |_: MouseEvent| file::print();
    html! {
        <section class="course view" aria-labelledby="nms-course-title" data-role="course">
            <Heading class="view-title" id="nms-course-title">{ "Course" }</Heading>
            <DraftLine notices={notices.clone()} />
            if course.points.is_empty() {
                <p class="empty">{ "Nothing to draw yet. Open a case with stages, make one in Build, or begin a run and enter what is measured: each time becomes a point." }</p>
            } else {
                <div class="tools">
                    <p class="row-note">{ of }</p>
                    <button type="button" class="button" onclick={print}>{ "Print" }</button>
                </div>
                { severity(&course) }
                <div class="charts">{ for course.charts.iter().map(|chart| draw(chart, &course)) }</div>
                if course.charts.is_empty() {
                    <p class="empty">{ "No temperature, CK, creatinine, potassium or heart rate was measured." }</p>
                } else {
                    { table(&course) }
                }
                <Heading below={1} class="plan-title">{ glyph(Icon::Do) }{ "The plan at each time" }</Heading>
                <ol class="times">{ for course.points.iter().enumerate().map(|(at, point)| time(at, point)) }</ol>
            }
            <Notices list={notices} />
        </section>
    }
}

/// A run that began is drawn; else the case that is taught, no further than it was told; else the case that is made.
fn course_of(props: &ViewProps) -> (Course, String) {
    let (room, scope) = (&props.room, props.session.scope);
    if room.log.state().started.is_some() {
        return (of_log(&NMS, &room.log, scope), "The run: a point each time that answers came in.".into());
    }
    if let Some(case) = &room.case {
        let told = case.stages.get(..=room.stage).unwrap_or(&case.stages);
        return (
            of_stages(&NMS, told, scope),
            format!("{}: {} of {} stages.", case.title, told.len(), case.stages.len()),
        );
    }
    let made = &room.draft.case;
    (of_stages(&NMS, &made.stages, scope), "The case in Build.".into())
}

fn grade(point: &Point) -> (&'static str, String) {
    let severity = &point.assessment.severity;
    match severity.grade {
        None => ("none", "not known".into()),
        Some(grade) if severity.at_least => (grade.id(), format!("at least {}", grade.id())),
        Some(grade) => (grade.id(), grade.id().into()),
    }
}

/// The grade along the course, as steps that are also words.
fn severity(course: &Course) -> Html {
    let step = |(at, point): (usize, &Point)| {
        let (id, words) = grade(point);
        html! {
            <li key={at} data-grade={id}>
                <span class="grade-bar" aria-hidden="true"></span>
                <b>{ words }</b>
                <span>{ when(point) }</span>
            </li>
        }
    };
    html! {
        <div class="grades">
            <p class="step-kind">{ "Severity along the course" }</p>
            <ol data-role="grades">{ for course.points.iter().enumerate().map(step) }</ol>
        </div>
    }
}

/// Minutes in the unit that a reader thinks in.
#[must_use]
pub fn after(minutes: i64) -> String {
    match minutes {
        0..=119 => format!("{minutes}\u{a0}min"),
        120..=2_879 => {
            let (hours, rest) = (minutes / 60, minutes % 60);
            if rest == 0 { format!("{hours}\u{a0}h") } else { format!("{hours}\u{a0}h {rest}\u{a0}min") }
        }
        _ => format!("{}\u{a0}days", minutes / 1_440),
    }
}

fn when(point: &Point) -> String {
    let time = after(point.minutes);
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

fn draw(chart: &Chart, course: &Course) -> Html {
    let count = chart.values.len();
    let at = |(position, value): (usize, &Option<(f64, String)>)| {
        value.as_ref().map(|(value, text)| (place(position, count), height(chart, *value), text.clone()))
    };
    let dots: Vec<(f64, f64, String)> = chart.values.iter().enumerate().filter_map(at).collect();
    let line: Vec<String> = dots.iter().map(|(x, y, _)| format!("{},{}", number(*x), number(*y))).collect();
    let last = dots.last().map(|(_, _, text)| text.clone()).unwrap_or_default();
    let title = format!("nms-chart-{}", NMS.finding_id(chart.index));
    html! {
        <figure key={title.clone()} class="chart" aria-labelledby={title.clone()}>
            <figcaption id={title}><b>{ chart.label }</b><span>{ format!("last {last}") }</span></figcaption>
            <svg viewBox={format!("0 0 {WIDTH} {HEIGHT}")} role="img" aria-label={format!("{} over {} times; the table below has the numbers", chart.label, count)}>
                { for chart.limits.iter().map(|(value, text)| {
                    let y = number(height(chart, *value));
                    html! { <g key={text.clone()} class="limit"><line x1={number(LEFT)} x2={number(WIDTH - RIGHT + 4.0)} y1={y.clone()} y2={y.clone()} /><text x={number(WIDTH - RIGHT + 8.0)} {y} dy="3.5">{ text }</text></g> }
                }) }
                <polyline points={line.join(" ")} />
                { for dots.iter().map(|(x, y, text)| html! { <circle key={format!("{x} {text}")} cx={number(*x)} cy={number(*y)} r="4"><title>{ text }</title></circle> }) }
                { for course.points.iter().enumerate().map(|(at, point)| html! { <text key={at} class="tick" x={number(place(at, count))} y={number(HEIGHT - 5.0)}>{ after(point.minutes) }</text> }) }
            </svg>
        </figure>
    }
}

/// The same numbers as text.
fn table(course: &Course) -> Html {
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label="The numbers of the charts">
            <table class="told" data-role="course-table">
                <thead><tr><th scope="col">{ "Time" }</th>{ for course.charts.iter().map(|chart| html! { <th scope="col" key={chart.label}>{ chart.label }</th> }) }<th scope="col">{ "Severity" }</th></tr></thead>
                <tbody>{ for course.points.iter().enumerate().map(|(at, point)| html! {
                    <tr key={at}>
                        <th scope="row">{ when(point) }</th>
                        { for course.charts.iter().map(|chart| html! { <td key={chart.label}>{ chart.values.get(at).cloned().flatten().map_or_else(|| "not known".to_string(), |(_, text)| text) }</td> }) }
                        <td>{ grade(point).1 }</td>
                    </tr>
                }) }</tbody>
            </table>
        </div>
    }
}

fn time(at: usize, point: &Point) -> Html {
    let panel = shown(&NMS, &point.assessment, None);
    let now = panel.groups.iter().find(|group| group.id == "now");
    let lines: usize = panel.groups.iter().map(|group| group.cards.len()).sum();
    html! {
        <li key={at} class="time" data-grade={point.assessment.severity.grade.map_or("none", Grade::id)}>
            <p><b>{ when(point) }</b>{ format!(": {}; {}; {lines} lines", panel.suspicion.text, grade(point).1) }</p>
            if at > 0 {
                { change(&point.news) }
            }
            if let Some(now) = now {
                <details class="more">
                    <summary>{ glyph(Icon::Chevron) }{ format!("Do now: {} lines", now.cards.len()) }<span class="vh">{ format!(" at {}", when(point)) }</span></summary>
                    <ol>{ for now.cards.iter().map(|card| html! { <li key={card.rule.id}>{ card.rule.text }</li> }) }</ol>
                </details>
            }
        </li>
    }
}

/// What is different from the time before.
pub fn change(news: &News) -> Html {
    if news.is_empty() {
        return html! { <p class="row-note">{ "The plan is the same as before." }</p> };
    }
    let text = |id: &str| NMS.rule(id).map_or("", |rule| rule.text);
    html! {
        <ul class="change">
            { for news.turned.iter().map(|(was, is)| html! { <li key={is.clone()} data-change="turned"><s>{ was }</s>{ glyph(Icon::Do) }<b>{ is }</b></li> }) }
            { for news.lines.iter().map(|(id, mark)| {
                let new = *mark == crate::panel::news::Mark::New;
                html! { <li key={*id} data-change={if new { "new" } else { "changed" }}>{ glyph(if new { Icon::Plus } else { Icon::Sides }) }<span class="vh">{ if new { "new: " } else { "changed: " } }</span>{ text(id) }</li> }
            }) }
            { for news.gone.iter().map(|rule| html! { <li key={rule.id} data-change="gone">{ glyph(Icon::Minus) }<span class="vh">{ "gone: " }</span><s>{ rule.text }</s></li> }) }
        </ul>
    }
}
