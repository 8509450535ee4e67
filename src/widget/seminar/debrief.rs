//! Debrief: the time line against the plan that was in force, and how long each step took.

use std::rc::Rc;

use yew::prelude::*;

use crate::teaching::debrief::{Debrief, KeyStep, Line, debrief};
use crate::teaching::forks::forks;
use crate::teaching::table::{Habits, csv};
use crate::teaching::{clock, log_text};
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_lesson;
use crate::widget::notices::{DraftLine, Notices};
use crate::widget::seminar::ViewProps;
use crate::widget::seminar::clock::{date_and_time, time_of_day};
use crate::widget::seminar::forks::forks as fork_list;
use crate::widget::seminar::outlet::{Outcome, Outlet, printing, save as save_as};
use crate::widget::seminar::record::Record;
use crate::wording::room::{Lesson, Told};

/// The run, told; and the ways to take it along.
#[component]
pub fn DebriefView(props: &ViewProps) -> Html {
    let lesson = use_lesson();
    let words = &lesson.room.debrief;
    let notices = use_node_ref();
    let outcome = use_state(Outcome::default);
    let asked = (Rc::clone(&props.room), props.session.scope, lesson);
    let told = use_memo(asked, |(room, scope, lesson)| debrief(*lesson, &room.log, *scope));
    let save = |name: &'static str, kind: &'static str, text: fn(Lesson, &ViewProps, &Debrief) -> String| {
        let (props, told, outcome) = (props.clone(), Rc::clone(&told), outcome.setter());
        Callback::from(move |_: MouseEvent| save_as(&outcome, text(lesson, &props, &told), name, kind))
    };
    let print = printing(&outcome.setter());
    let nothing = told.started.is_none();
    let roads = use_memo((Rc::clone(&props.room), lesson), |(room, lesson)| forks(*lesson, room));
    html! {
        <section class="debrief view" aria-labelledby="nms-debrief-title" data-role="debrief">
            <Heading class="view-title" id="nms-debrief-title">{ words.title }</Heading>
            <DraftLine notices={notices.clone()} />
            if nothing {
                if roads.is_empty() {
                    <p class="empty">{ words.none }</p>
                }
                { fork_list(lesson, &roads) }
            } else {
                <div class="tools">
                    <button type="button" class="button" data-action="csv" onclick={save("nms-debrief.csv", "text/csv;charset=utf-8", |_, _, told| csv(told, habits()))}>{ words.csv }</button>
                    <button type="button" class="button" data-action="json" onclick={save("nms-debrief.json", "application/json", json)}>{ words.json }</button>
                    <button type="button" class="button" data-action="log" onclick={save("nms-run.txt", "text/plain", |lesson, props, _| log_text::write(lesson.edition.rules, &props.room.log))}>{ words.log }</button>
                    <button type="button" class="button" data-action="print-debrief" onclick={print}>{ words.print }</button>
                </div>
                <Outlet outcome={(*outcome).clone()} />
                { fork_list(lesson, &roads) }
                <Heading below={1} class="plan-title">{ glyph(Icon::Later) }{ words.delays }</Heading>
                { steps(words, &told) }
                <Heading below={1} class="plan-title">{ glyph(Icon::Book) }{ words.time_line }</Heading>
                { lines(words, &told.lines) }
            }
            <Record ..props.clone() />
            <Notices list={notices} />
        </section>
    }
}

/// How the reader's spreadsheet reads a table, as far as the browser knows.
fn habits() -> Habits {
    // in the browser's own language: the name of one may be none that it takes, as that of WebKitGTK is
    let half = js_sys::Number::from(0.5);
    let half = String::from(js_sys::Object::to_locale_string(half.as_ref()));
    Habits { decimal_comma: half.contains(','), local: date_and_time }
}

fn json(lesson: Lesson, props: &ViewProps, told: &Debrief) -> String {
    let plain = crate::wire::debrief::debrief(lesson.edition.rules, told, &props.room.log, &forks(lesson, &props.room));
    crate::js::json(&plain)
}

fn steps(words: &'static Told, told: &Debrief) -> Html {
    // the longest wait fills the row
    let longest = told.steps.iter().filter_map(KeyStep::delay).max().unwrap_or(0).max(1);
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={words.steps}>
            <table class="told">
                <thead><tr><th scope="col">{ words.step }</th><th scope="col">{ words.called_for }</th><th scope="col">{ words.outcome }</th><th scope="col"><span class="vh">{ words.drawn }</span></th></tr></thead>
                <tbody>{ for told.steps.iter().map(|step| row(told, step, longest)) }</tbody>
            </table>
        </div>
    }
}

fn row(told: &Debrief, step: &KeyStep, longest: i64) -> Html {
    let since = told.started.map_or(0, |started| step.called_for.seconds_since(started));
    let done = step.delay().is_some();
    let wait = step.delay().unwrap_or(0).clamp(0, longest);
    html! {
        <tr key={step.rule.id} data-done={done.to_string()}>
            <th scope="row">{ step.rule.headline }</th>
            <td>{ clock(since) }</td>
            <td>{ step.outcome() }</td>
            <td class="told-bar">
                if done {
                    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect x="0" y="0" width={(wait * 100 / longest).max(1).to_string()} height="8" /></svg>
                }
            </td>
        </tr>
    }
}

fn lines(words: &'static Told, lines: &[Line]) -> Html {
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={words.time_line}>
            <table class="told" data-role="time-line">
                <thead><tr><th scope="col">{ words.since }</th><th scope="col">{ words.at }</th><th scope="col">{ words.what }</th><th scope="col">{ words.against }</th><th scope="col">{ words.grade }</th></tr></thead>
                <tbody>{ for lines.iter().enumerate().map(|(at, line)| html! {
                    <tr key={at} data-undone={line.undone.to_string()}>
                        <td>{ &line.since }</td>
                        <td>{ time_of_day(line.at) }</td>
                        <td>{ &line.what }{ if line.undone { words.taken_back } else { "" } }</td>
                        <td>{ line.plan }</td>
                        <td>{ &line.grade }</td>
                    </tr>
                }) }</tbody>
            </table>
        </div>
    }
}
