//! Run: one list for a team. The current step large, to be read aloud; the next two in view; each tick with its time.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::engine::assessment::Scope;
use crate::panel::{Panel, beyond};
use crate::teaching::log::{Marked, Reason};
use crate::teaching::room::{Act, Mode};
use crate::teaching::run::{Part, Share, Step, Steps};
use crate::widget::changed::news_box;
use crate::widget::form::Form;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_lesson;
use crate::widget::notices::{DraftLine, Notices};
use crate::widget::seminar::ViewProps;
use crate::widget::seminar::clock::{Clock, Reminders, now, since, time_of_day};
use crate::widget::seminar::due::CaseLine;
use crate::widget::seminar::steps::{Around, avoid, counts, now_step, state};
use crate::widget::shown::read;
use crate::widget::stock::{mobilises, stock, stock_of_case};
use crate::widget::volume::{Helper, volume};
use crate::wording::Edition;
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
    let said = steps.now().map_or("", |step| step.card.headline);
    html! {
        <section class="run" aria-labelledby="nms-run-title" data-role="run">
            <div class="run-head">
                <Heading class="vh" id="nms-run-title">{ told.title }</Heading>
                { state(&panel) }
                { counts(lesson, &steps) }
                { time(told, props) }
            </div>
            <DraftLine notices={notices.clone()} />
            <CaseLine room={Rc::clone(&props.room)} on_act={props.on_act.clone()} />
            <div class="run-columns">
                <div class="run-main">
                    { now_step(lesson, &steps, Around { beside: dantrolene(lesson.edition, props, &panel, &steps), ..around(lesson, props, &steps) }) }
                    <p class="vh" aria-live="polite">{ told.current(&said) }</p>
                    { news_box(lesson.edition.words, &panel.news) }
                    { avoid(step_words, &steps) }
                </div>
                <div class="run-side">{ list(lesson, props, &steps) }</div>
            </div>
            { reminders(lesson, props) }
            <div class="run-keep">{ keep(told, props) }</div>
            <div class="entering run-entering">
                <Heading below={1} class="plan-title">{ glyph(Icon::Plus) }{ told.new_findings }</Heading>
                <Form session={Rc::clone(&props.session)} reading={Rc::new(reading)} on_edit={props.on_edit.clone()} />
            </div>
            <Notices list={notices} />
        </section>
    }
}

/// The clock, the buttons, and the ticks of the parts.
fn around(lesson: Lesson, props: &ViewProps, steps: &Steps) -> Around {
    let state = props.room.log.state();
    let on_act = props.on_act.clone();
    let on_part = Callback::from(move |part: Share| {
        on_act.emit(match part.marked {
            Some(marked) => Act::TakeBack(marked.event),
            None => Act::Tick(part.rule.id),
        });
    });
    let clock = state.started.map(|started| html! { <Clock {started} ended={state.ended} /> });
    Around {
        clock: clock.unwrap_or_default(),
        beside: Html::default(),
        acts: acts(lesson, props, steps),
        on_part: state.is_running().then_some(on_part),
        whole: true,
    }
}

/// Where the dantrolene is, how much is needed, and the fields for the dose, with the step that calls for it.
fn dantrolene(edition: Edition, props: &ViewProps, panel: &Panel, steps: &Steps) -> Html {
    if !steps.now().is_some_and(|step| mobilises(edition, step.card.rule.id)) {
        return Html::default();
    }
    let (words, session) = (edition.words, &props.session);
    let (dosing, stocked) = (&session.dosing, !session.page_stock.is_empty());
    let worked = beyond::volume(words, &panel.assessment, panel.given).filter(|_| session.scope == Scope::All);
    html! {
        <div class="step-dantrolene">
            if let Some(view) = stock_of_case(edition, session, panel) { { stock(words, &view) } }
            if let Some(view) = worked { { volume(words, &Helper { dosing, stocked, view: &view, on_edit: &props.on_edit }) } }
        </div>
    }
}

fn emit(on_act: &Callback<Act>, act: Act) -> Callback<MouseEvent> {
    let on_act = on_act.clone();
    Callback::from(move |_: MouseEvent| on_act.emit(act.clone()))
}

/// The end, or the start.
fn time(told: &'static Run, props: &ViewProps) -> Html {
    let on_act = &props.on_act;
    let state = props.room.log.state();
    html! {
        <div class="run-time">
            if state.started.is_some() {
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
    let Some(step) = steps.now() else {
        return html! { <div class="step-acts">{ undo(told, props) }</div> };
    };
    let on_act = &props.on_act;
    let leave_out = {
        let (on_act, open) = (on_act.clone(), step.open());
        move |event: Event| {
            let select = event.target_unchecked_into::<HtmlSelectElement>();
            if let Some(reason) = Reason::ALL.into_iter().find(|reason| reason.id() == select.value()) {
                on_act.emit(Act::SkipAll(open.clone(), reason));
            }
            select.set_selected_index(0);
        }
    };
    let look = |forward: bool, name: &'static str, id: &'static str| {
        let to = steps.beside(forward);
        let on_act = on_act.clone();
        let onclick = move |_: MouseEvent| {
            if let Some(rule) = to {
                on_act.emit(Act::Choose(rule));
            }
        };
        html! { <button type="button" class="button" data-action={id} disabled={to.is_none()} {onclick}>{ name }</button> }
    };
    html! {
        <div class="step-acts">
            if running {
                <button type="button" class="button primary" data-action="tick" onclick={emit(on_act, Act::TickAll(step.open()))}>
                    { glyph(Icon::Done) }{ told.tick }
                </button>
                <span class="select">
                    <select aria-label={told.leave_out(&step.card.headline)} data-action="skip" onchange={leave_out}>
                        <option value="" selected={true}>{ told.leave_out_first }</option>
                        { for Reason::ALL.into_iter().map(|reason| html! { <option value={reason.id()}>{ lesson.room.skipped.of(reason) }</option> }) }
                    </select>
                </span>
            } else {
                <p class="row-note">{ told.not_begun }</p>
            }
            { look(true, told.next, "step-after") }
            { undo(told, props) }
            { look(false, told.previous, "step-before") }
        </div>
    }
}

fn undo(told: &'static Run, props: &ViewProps) -> Html {
    if props.room.log.undoable().is_none() {
        return Html::default();
    }
    html! {
        <button type="button" class="button" data-action="undo-mark" onclick={emit(&props.on_act, Act::Undo)}>{ glyph(Icon::Undo) }{ told.undo }</button>
    }
}

/// Every step, how it stands, and what can be put right.
fn list(lesson: Lesson, props: &ViewProps, steps: &Steps) -> Html {
    let told = &lesson.room.run;
    let current = steps.now().map(|step| step.card.rule.id);
    let left = steps.left.iter().map(|(rule, marked)| {
        html! {
            <li key={rule.id} class="step-row" data-state="left">
                { glyph(Icon::Minus) }<span class="step-row-text">{ rule.headline }<span class="row-note">{ told.gone }</span></span>
                { mark(lesson, props, marked) }
            </li>
        }
    });
    let part = |part: Part| {
        let mut of = steps.steps.iter().filter(|step| step.part == part).peekable();
        let named = of.peek().is_some();
        html! {
            if named {
                <p class="step-kind">{ lesson.room.steps.part(part) }</p>
                <ol role="list" aria-label={lesson.room.steps.part(part)}>
                    { for of.map(|step| row(lesson, props, (steps.place(step).0, step), current == Some(step.card.rule.id))) }
                </ol>
            }
        }
    };
    html! {
        <div class="step-list">
            <Heading below={1} class="plan-title">{ glyph(Icon::Do) }{ told.every_step }</Heading>
            { for Part::ALL.into_iter().map(part) }
            if !steps.left.is_empty() {
                <ol role="list">{ for left }</ol>
            }
        </div>
    }
}

fn row(lesson: Lesson, props: &ViewProps, (at, step): (usize, &Step), current: bool) -> Html {
    let rule = step.card.rule;
    let settled = step.is_settled();
    let (name, sign) = match step.marked {
        _ if current => ("current", html! { at }),
        Some(Marked { skipped: Some(_), .. }) if settled => ("skipped", glyph(Icon::Cross)),
        Some(_) if settled => ("done", glyph(Icon::Done)),
        None | Some(_) => ("open", html! { at }),
    };
    let choose = emit(&props.on_act, Act::Choose(rule.id));
    html! {
        <li key={rule.id} class="step-row" data-rule={rule.id} data-state={name} data-urgency={rule.urgency.id()} aria-current={current.then_some("step")}>
            <span class="step-sign">{ sign }</span>
            if !settled && !current {
                <button type="button" class="link step-row-text" onclick={choose}>{ step.card.headline }<span class="vh">{ lesson.room.run.read_now }</span></button>
            } else {
                <span class="step-row-text">{ step.card.headline }</span>
            }
            if current {
                <span class="step-now-mark" aria-hidden="true">{ glyph(Icon::Back) }</span>
            } else if let Some(marked) = &step.marked {
                { mark(lesson, props, marked) }
            }
        </li>
    }
}

/// When, why not, and how to put it right.
fn mark(lesson: Lesson, props: &ViewProps, marked: &Marked) -> Html {
    let told = &lesson.room.run;
    let word = marked.skipped.map_or(told.done, |reason| lesson.room.skipped.of(reason));
    html! {
        <details class="amend">
            <summary>
                <span class={classes!(marked.skipped.is_none().then_some("vh"))}>{ word }</span>{ " " }
                <span class="step-time">{ since(props.room.log.state(), marked) }</span>
                <span class="vh">{ ", " }{ told.amend }</span>
            </summary>
            <p class="row-note">{ word }{ " " }{ time_of_day(marked.at()) }</p>
            if marked.amended.is_some() {
                <p class="row-note">{ told.entered(&time_of_day(marked.entered)) }</p>
            }
            <Amend event={marked.event} on_act={props.on_act.clone()} />
        </details>
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
        <div class="amend-body">
            <label for={id.clone()}>{ told.minutes_ago }</label>
            <input type="text" inputmode="numeric" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" {id} value={(*text).clone()} {oninput} aria-invalid={unread.then_some("true")} />
            if unread {
                <p class="error">{ told.no_minutes }</p>
            }
            <button type="button" class="button" disabled={minutes.is_none()} onclick={amend}>{ told.amend_time }</button>
            <button type="button" class="button" onclick={emit(&props.on_act, Act::TakeBack(event))}>{ told.take_back }</button>
        </div>
    }
}

/// What to look at again, and a word for the debrief.
fn reminders(lesson: Lesson, props: &ViewProps) -> Html {
    let told = &lesson.room.run;
    let state = props.room.log.state();
    if state.started.is_none() {
        return Html::default();
    }
    let wall = emit(&props.on_act, Act::Go(Mode::Wall));
    html! {
        <div class="presenter run-reminders">
            if state.is_running() {
                <b>{ told.look_again }</b>
                <div class="minutes" role="group" aria-label={told.reminder}>
                    { for MINUTES.into_iter().map(|minutes| html! {
                        <button type="button" class="button" key={minutes} onclick={emit(&props.on_act, Act::Timer(minutes))}>{ lesson.room.time.minutes(&minutes) }</button>
                    }) }
                </div>
                <Reminders reminders={state.reminders()} on_act={props.on_act.clone()} />
            }
            <Remark on_act={props.on_act.clone()} />
            <button type="button" class="button" data-action="to-wall" onclick={wall}>{ lesson.room.wall.title }</button>
            <button type="button" class="button" data-action="screen" onclick={emit(&props.on_act, Act::Screen)}>{ lesson.room.wall.second }</button>
        </div>
    }
}

/// Properties of [`Remark`].
#[derive(Clone, PartialEq, Properties)]
struct RemarkProps {
    on_act: Callback<Act>,
}

/// A word for the debrief.
#[component]
fn Remark(props: &RemarkProps) -> Html {
    let told = &use_lesson().room.run;
    let text = use_state(String::new);
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
        <form class="remark" {onsubmit}>
            <label for="nms-remark">{ told.remark }</label>
            <div class="remark-row">
                <input type="text" id="nms-remark" maxlength="300" value={(*text).clone()} {oninput} autocomplete="off" spellcheck="false" autocorrect="off" />
                <button type="submit" class="button">{ told.note_it }</button>
            </div>
        </form>
    }
}
