//! Run: one list for a team. The current step large, to be read aloud; the next two in view; each tick with its time.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::guideline::NMS;
use crate::teaching::clock;
use crate::teaching::log::{Marked, Reason};
use crate::teaching::room::{Act, Mode};
use crate::teaching::run::{Step, Steps};
use crate::widget::changed::news_box;
use crate::widget::desk::read;
use crate::widget::form::Form;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::notices::{DraftLine, Notices};
use crate::widget::seminar::ViewProps;
use crate::widget::seminar::clock::{Clock, Reminders, time_of_day};
use crate::widget::seminar::podium::now;
use crate::widget::seminar::steps::{avoid, next_steps, now_step, state};
use crate::wording::EN;

const MINUTES: [u16; 4] = [5, 10, 15, 30];

/// The list, the clock, and the answers that re-form it.
#[component]
pub fn RunView(props: &ViewProps) -> Html {
    let notices = use_node_ref();
    let (reading, panel) = read((&NMS).into(), &props.session);
    let log = &props.room.log;
    let steps = Steps::of(&panel, log.state(), props.room.chosen);
    let said = steps.now().map_or("", |step| step.card.rule.text);
    html! {
        <section class="run" aria-labelledby="nms-run-title" data-role="run">
            <div class="run-head">
                <Heading class="vh" id="nms-run-title">{ "Run" }</Heading>
                { state(&panel) }
                { time(props, &steps) }
            </div>
            <DraftLine notices={notices.clone()} />
            <div class="run-columns">
                <div class="run-main">
                    { now_step(&steps) }
                    <p class="vh" aria-live="polite">{ format!("Current step: {said}") }</p>
                    { acts(props, &steps) }
                    { next_steps(&steps) }
                    { news_box(&EN, &panel.news) }
                    { avoid(&steps) }
                    { list(props, &steps) }
                </div>
                <div class="run-side">
                    { reminders(props) }
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
fn time(props: &ViewProps, steps: &Steps) -> Html {
    let on_act = &props.on_act;
    let state = props.room.log.state();
    html! {
        <div class="run-time">
            if let Some(started) = state.started {
                <Clock {started} ended={state.ended} />
                <span class="run-count" data-role="count">{ format!("{} of {}", steps.settled(), steps.steps.len()) }</span>
                if state.ended.is_none() {
                    <button type="button" class="button" data-action="end" onclick={emit(on_act, Act::End)}>{ glyph(Icon::Done) }{ "End the run" }</button>
                } else {
                    <button type="button" class="button" data-action="debrief" onclick={emit(on_act, Act::Go(Mode::Debrief))}>{ "To the debrief" }</button>
                    <button type="button" class="button" data-action="renew" onclick={emit(on_act, Act::Renew)}>{ glyph(Icon::Reset) }{ "New run" }</button>
                }
            } else {
                <button type="button" class="button primary" data-action="start" onclick={emit(on_act, Act::Start)}>{ glyph(Icon::Do) }{ "Begin the run" }</button>
                if props.room.earlier.as_ref().is_some_and(|earlier| earlier.state().started.is_some()) {
                    <button type="button" class="button" data-action="return" onclick={emit(on_act, Act::Return)}>{ glyph(Icon::Undo) }{ "Back to the last run" }</button>
                }
            }
            { keep(props) }
        </div>
    }
}

fn keep(props: &ViewProps) -> Html {
    let on_act = props.on_act.clone();
    let onchange =
        move |event: Event| on_act.emit(Act::Keep(event.target_unchecked_into::<HtmlInputElement>().checked()));
    html! {
        <label class="switch" for="nms-keep">
            <input type="checkbox" role="switch" id="nms-keep" checked={props.room.keep} {onchange} aria-describedby="nms-keep-note" />
            <span class="track" aria-hidden="true"></span>
            <span>{ "Keep in this tab" }</span>
            <span class="vh" id="nms-keep-note">{ "The run then survives a reload of this tab. It is patient data, leaves with the tab or with Reset, and goes nowhere else. Without a yes nothing is kept." }</span>
        </label>
    }
}

/// What can be done with the current step.
fn acts(props: &ViewProps, steps: &Steps) -> Html {
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
                    { glyph(Icon::Done) }{ "Done, read back" }
                </button>
                <span class="select">
                    <select aria-label={format!("Leave out: {}", step.card.rule.text)} data-action="skip" onchange={leave_out}>
                        <option value="" selected={true}>{ "Leave out …" }</option>
                        { for Reason::ALL.into_iter().map(|reason| html! { <option value={reason.id()}>{ reason.label() }</option> }) }
                    </select>
                </span>
            } else {
                <p class="row-note">{ "Ticks with their times begin with the run." }</p>
            }
            { look(false, "Previous") }
            { look(true, "Next") }
            if props.room.log.undoable().is_some() {
                <button type="button" class="button" data-action="undo-mark" onclick={emit(on_act, Act::Undo)}>{ glyph(Icon::Undo) }{ "Undo" }</button>
            }
        </div>
    }
}

/// Every step, how it stands, and what can be put right.
fn list(props: &ViewProps, steps: &Steps) -> Html {
    let current = steps.now().map(|step| step.card.rule.id);
    let left = steps.left.iter().map(|(rule, marked)| {
        html! {
            <li key={rule.id} class="step-row" data-state="left">
                { glyph(Icon::Minus) }<span class="step-row-text">{ rule.text }</span>
                { mark(props, marked) }
                <span class="row-note">{ "no longer in the plan" }</span>
            </li>
        }
    });
    html! {
        <div class="step-list">
            <Heading below={1} class="plan-title">{ glyph(Icon::Do) }{ "Every step" }</Heading>
            <ol>
                { for steps.steps.iter().map(|step| row(props, step, current == Some(step.card.rule.id))) }
                { for left }
            </ol>
        </div>
    }
}

fn row(props: &ViewProps, step: &Step, current: bool) -> Html {
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
                <button type="button" class="link step-row-text" onclick={choose}>{ rule.text }<span class="vh">{ ": read aloud now" }</span></button>
            } else {
                <span class="step-row-text">{ rule.text }</span>
            }
            if let Some(marked) = &step.marked {
                { mark(props, marked) }
            }
        </li>
    }
}

/// When, why not, and how to put it right.
fn mark(props: &ViewProps, marked: &Marked) -> Html {
    let started = props.room.log.state().started.unwrap_or(marked.entered);
    let since = clock(marked.at().seconds_since(started));
    let word = marked.skipped.map_or("done", Reason::label);
    html! {
        <span class="step-mark">
            <span>{ word }{ " " }{ since }{ ", " }{ time_of_day(marked.at()) }</span>
            if marked.amended.is_some() {
                <span class="row-note">{ format!("entered {}", time_of_day(marked.entered)) }</span>
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
            <summary>{ "Amend" }</summary>
            <div class="amend-body">
                <label for={id.clone()}>{ "It was this many minutes ago" }</label>
                <input type="text" inputmode="numeric" {id} value={(*text).clone()} {oninput} aria-invalid={unread.then_some("true")} />
                if unread {
                    <p class="error">{ "A whole number of minutes, 0 to 1,440." }</p>
                }
                <button type="button" class="button" disabled={minutes.is_none()} onclick={amend}>{ "Amend the time" }</button>
                <button type="button" class="button" onclick={emit(&props.on_act, Act::TakeBack(event))}>{ "Take the mark back" }</button>
            </div>
        </details>
    }
}

fn reminders(props: &ViewProps) -> Html {
    let state = props.room.log.state();
    if !state.is_running() {
        return Html::default();
    }
    html! {
        <div class="plate">
            <p class="step-kind">{ "Look again in" }</p>
            <div class="tabs" role="group" aria-label="A reminder in">
                { for MINUTES.into_iter().map(|minutes| html! {
                    <button type="button" class="tab" key={minutes} onclick={emit(&props.on_act, Act::Timer(minutes))}>{ format!("{minutes}\u{a0}min") }</button>
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
            <label for="nms-remark">{ "A word for the debrief" }</label>
            <div class="remark-row">
                <input type="text" id="nms-remark" maxlength="300" value={(*text).clone()} {oninput} autocomplete="off" />
                <button type="submit" class="button">{ "Note it" }</button>
            </div>
        </form>
    }
}
