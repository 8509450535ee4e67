//! Run: one list for a team. The current step large, to be read aloud; the next two in view; each tick with its time.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::teaching::clock;
use crate::teaching::log::{Marked, Reason};
use crate::teaching::room::{Act, Mode};
use crate::teaching::run::{Step, Steps};
use crate::widget::changed::news_box;
use crate::widget::form::Form;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_lesson;
use crate::widget::notices::{DraftLine, Notices};
use crate::widget::seminar::ViewProps;
use crate::widget::seminar::clock::{Clock, Reminders, now, time_of_day};
use crate::widget::seminar::steps::{avoid, next_steps, now_step, state};
use crate::widget::shown::read;
use crate::wording::room::{Lesson, Run};

const MINUTES: [u16; 4] = [5, 10, 15, 30];

/// The list, the clock, and the answers that re-form it.
#[component]
pub fn RunView(props: &ViewProps) -> Html {
    let notices = use_node_ref();
    let lesson = use_lesson();
    let (told, step_words) = (&lesson.room.run, &lesson.room.steps);
    let (reading, panel) = read(lesson.edition, &props.session);
    let log = &props.room.log;
    let steps = Steps::of(&panel, log.state(), props.room.chosen);
    let said = steps.now().map_or("", |step| step.card.rule.text);
    html! {
        <section class="run" aria-labelledby="nms-run-title" data-role="run">
            <div class="run-head">
                <Heading class="vh" id="nms-run-title">{ told.title }</Heading>
                { state(&panel) }
                { time(told, props, &steps) }
            </div>
            <DraftLine notices={notices.clone()} />
            <div class="run-columns">
                <div class="run-main">
                    { now_step(step_words, &steps) }
                    <p class="vh" aria-live="polite">{ told.current(&said) }</p>
                    { acts(lesson, props, &steps) }
                    { next_steps(step_words, &steps) }
                    { news_box(lesson.edition.words, &panel.news) }
                    { avoid(step_words, &steps) }
                    { list(lesson, props, &steps) }
                </div>
                <div class="run-side">
                    { reminders(lesson, props) }
                    <Remark on_act={props.on_act.clone()} running={log.state().started.is_some()} />
                    <div class="entering">
                        <Form session={Rc::clone(&props.session)} reading={Rc::new(reading)} on_edit={props.on_edit.clone()} />
                    </div>
                </div>
            </div>
            <Notices list={notices} />
        </section>
    }
}

fn emit(on_act: &Callback<Act>, act: Act) -> Callback<MouseEvent> {
    let on_act = on_act.clone();
    Callback::from(move |_: MouseEvent| on_act.emit(act.clone()))
}

/// The clock, or the start.
fn time(told: &'static Run, props: &ViewProps, steps: &Steps) -> Html {
    let on_act = &props.on_act;
    let state = props.room.log.state();
    html! {
        <div class="run-time">
            if let Some(started) = state.started {
                <Clock {started} ended={state.ended} />
                <span class="run-count" data-role="count">{ told.count(&steps.settled(), &steps.steps.len()) }</span>
                if state.ended.is_none() {
                    <button type="button" class="button" data-action="end" onclick={emit(on_act, Act::End)}>{ glyph(Icon::Done) }{ told.end }</button>
                } else {
                    <button type="button" class="button" data-action="debrief" onclick={emit(on_act, Act::Go(Mode::Debrief))}>{ told.to_debrief }</button>
                    <button type="button" class="button" data-action="renew" onclick={emit(on_act, Act::Renew)}>{ glyph(Icon::Reset) }{ told.again }</button>
                }
            } else {
                <button type="button" class="button primary" data-action="start" onclick={emit(on_act, Act::Start)}>{ glyph(Icon::Do) }{ told.begin }</button>
                if props.room.earlier.as_ref().is_some_and(|earlier| earlier.state().started.is_some()) {
                    <button type="button" class="button" data-action="return" onclick={emit(on_act, Act::Return)}>{ glyph(Icon::Undo) }{ told.back }</button>
                }
            }
            { keep(told, props) }
        </div>
    }
}

fn keep(told: &'static Run, props: &ViewProps) -> Html {
    let on_act = props.on_act.clone();
    let onchange =
        move |event: Event| on_act.emit(Act::Keep(event.target_unchecked_into::<HtmlInputElement>().checked()));
    html! {
        <>
        <label class="switch" for="nms-keep">
            <input type="checkbox" role="switch" id="nms-keep" checked={props.room.keep} {onchange} aria-describedby="nms-keep-note" />
            <span class="track" aria-hidden="true"></span>
            <span>{ told.keep }</span>
        </label>
        <p class="row-note keep-note" id="nms-keep-note">{ told.keep_note }</p>
        </>
    }
}

/// What can be done with the current step.
fn acts(lesson: Lesson, props: &ViewProps, steps: &Steps) -> Html {
    let told = &lesson.room.run;
    let running = props.room.log.state().is_running();
    let Some(step) = steps.now() else { return Html::default() };
    let rule = step.card.rule.id;
    let on_act = &props.on_act;
    let leave_out = {
        let on_act = on_act.clone();
        move |event: Event| {
            let select = event.target_unchecked_into::<HtmlSelectElement>();
            if let Some(reason) = Reason::ALL.into_iter().find(|reason| reason.id() == select.value()) {
                on_act.emit(Act::Skip(rule, reason));
            }
            select.set_selected_index(0);
        }
    };
    let look = |forward: bool, name: &'static str| {
        let to = steps.beside(forward);
        let on_act = on_act.clone();
        let onclick = move |_: MouseEvent| {
            if let Some(rule) = to {
                on_act.emit(Act::Choose(rule));
            }
        };
        html! { <button type="button" class="button" disabled={to.is_none()} {onclick}>{ name }</button> }
    };
    html! {
        <div class="step-acts">
            if running {
                <button type="button" class="button primary" data-action="tick" onclick={emit(on_act, Act::Tick(rule))}>
                    { glyph(Icon::Done) }{ told.tick }
                </button>
                <span class="select">
                    <select aria-label={told.leave_out(&step.card.rule.text)} data-action="skip" onchange={leave_out}>
                        <option value="" selected={true}>{ told.leave_out_first }</option>
                        { for Reason::ALL.into_iter().map(|reason| html! { <option value={reason.id()}>{ lesson.room.skipped.of(reason) }</option> }) }
                    </select>
                </span>
            } else {
                <p class="row-note">{ told.not_begun }</p>
            }
            { look(false, told.previous) }
            { look(true, told.next) }
            if props.room.log.undoable().is_some() {
                <button type="button" class="button" data-action="undo-mark" onclick={emit(on_act, Act::Undo)}>{ glyph(Icon::Undo) }{ told.undo }</button>
            }
        </div>
    }
}

/// Every step, how it stands, and what can be put right.
fn list(lesson: Lesson, props: &ViewProps, steps: &Steps) -> Html {
    let told = &lesson.room.run;
    let current = steps.now().map(|step| step.card.rule.id);
    let left = steps.left.iter().map(|(rule, marked)| {
        html! {
            <li key={rule.id} class="step-row" data-state="left">
                { glyph(Icon::Minus) }<span class="step-row-text">{ rule.text }</span>
                { mark(lesson, props, marked) }
                <span class="row-note">{ told.gone }</span>
            </li>
        }
    });
    html! {
        <div class="step-list">
            <Heading below={1} class="plan-title">{ glyph(Icon::Do) }{ told.every_step }</Heading>
            <ol role="list">
                { for steps.steps.iter().map(|step| row(lesson, props, step, current == Some(step.card.rule.id))) }
                { for left }
            </ol>
        </div>
    }
}

fn row(lesson: Lesson, props: &ViewProps, step: &Step, current: bool) -> Html {
    let rule = step.card.rule;
    let (name, icon) = match step.marked {
        _ if current => ("current", Icon::Do),
        None => ("open", Icon::Chevron),
        Some(Marked { skipped: Some(_), .. }) => ("skipped", Icon::Cross),
        Some(_) => ("done", Icon::Done),
    };
    let choose = emit(&props.on_act, Act::Choose(rule.id));
    html! {
        <li key={rule.id} class="step-row" data-rule={rule.id} data-state={name} aria-current={current.then_some("step")}>
            { glyph(icon) }
            if step.marked.is_none() && !current {
                <button type="button" class="link step-row-text" onclick={choose}>{ rule.text }<span class="vh">{ lesson.room.run.read_now }</span></button>
            } else {
                <span class="step-row-text">{ rule.text }</span>
            }
            if let Some(marked) = &step.marked {
                { mark(lesson, props, marked) }
            }
        </li>
    }
}

/// When, why not, and how to put it right.
fn mark(lesson: Lesson, props: &ViewProps, marked: &Marked) -> Html {
    let told = &lesson.room.run;
    let started = props.room.log.state().started.unwrap_or(marked.entered);
    let since = clock(marked.at().seconds_since(started));
    let word = marked.skipped.map_or(told.done, |reason| lesson.room.skipped.of(reason));
    html! {
        <span class="step-mark">
            <span>{ word }{ " " }{ since }{ ", " }{ time_of_day(marked.at()) }</span>
            if marked.amended.is_some() {
                <span class="row-note">{ told.entered(&time_of_day(marked.entered)) }</span>
            }
            <Amend event={marked.event} on_act={props.on_act.clone()} />
        </span>
    }
}

/// Properties of [`Amend`].
#[derive(Clone, PartialEq, Properties)]
struct AmendProps {
    event: usize,
    on_act: Callback<Act>,
}

/// Another time for a mark, in minutes before now; or the mark taken back.
#[component]
fn Amend(props: &AmendProps) -> Html {
    let told = &use_lesson().room.run;
    let text = use_state(String::new);
    let event = props.event;
    let oninput = {
        let text = text.setter();
        move |event: InputEvent| text.set(event.target_unchecked_into::<HtmlInputElement>().value())
    };
    let minutes = text.trim().parse::<i64>().ok().filter(|minutes| (0..=1_440).contains(minutes));
    let unread = !text.trim().is_empty() && minutes.is_none();
    let amend = {
        let (on_act, text) = (props.on_act.clone(), text.setter());
        move |_: MouseEvent| {
            if let Some(minutes) = minutes {
                on_act.emit(Act::Amend(event, now().plus_minutes(-minutes)));
                text.set(String::new());
            }
        }
    };
    let id = format!("nms-amend-{event}");
    html! {
        <details class="amend">
            <summary>{ told.amend }</summary>
            <div class="amend-body">
                <label for={id.clone()}>{ told.minutes_ago }</label>
                <input type="text" inputmode="numeric" {id} value={(*text).clone()} {oninput} aria-invalid={unread.then_some("true")} />
                if unread {
                    <p class="error">{ told.no_minutes }</p>
                }
                <button type="button" class="button" disabled={minutes.is_none()} onclick={amend}>{ told.amend_time }</button>
                <button type="button" class="button" onclick={emit(&props.on_act, Act::TakeBack(event))}>{ told.take_back }</button>
            </div>
        </details>
    }
}

fn reminders(lesson: Lesson, props: &ViewProps) -> Html {
    let told = &lesson.room.run;
    let state = props.room.log.state();
    if !state.is_running() {
        return Html::default();
    }
    html! {
        <div class="plate">
            <p class="step-kind">{ told.look_again }</p>
            <div class="tabs" role="group" aria-label={told.reminder}>
                { for MINUTES.into_iter().map(|minutes| html! {
                    <button type="button" class="tab" key={minutes} onclick={emit(&props.on_act, Act::Timer(minutes))}>{ lesson.room.time.minutes(&minutes) }</button>
                }) }
            </div>
            <Reminders reminders={state.reminders()} on_act={props.on_act.clone()} />
        </div>
    }
}

/// Properties of [`Remark`].
#[derive(Clone, PartialEq, Properties)]
struct RemarkProps {
    on_act: Callback<Act>,
    running: bool,
}

/// A word for the debrief.
#[component]
fn Remark(props: &RemarkProps) -> Html {
    let told = &use_lesson().room.run;
    let text = use_state(String::new);
    if !props.running {
        return Html::default();
    }
    let oninput = {
        let text = text.setter();
        move |event: InputEvent| text.set(event.target_unchecked_into::<HtmlInputElement>().value())
    };
    let onsubmit = {
        let (on_act, text) = (props.on_act.clone(), text.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            if !text.trim().is_empty() {
                on_act.emit(Act::Remark(text.trim().into()));
                text.set(String::new());
            }
        }
    };
    html! {
        <form class="plate remark" {onsubmit}>
            <label for="nms-remark">{ told.remark }</label>
            <div class="remark-row">
                <input type="text" id="nms-remark" maxlength="300" value={(*text).clone()} {oninput} autocomplete="off" />
                <button type="submit" class="button">{ told.note_it }</button>
            </div>
        </form>
    }
}
