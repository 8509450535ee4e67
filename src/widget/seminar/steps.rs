//! The steps of a run, as Run and Wall draw them.

use yew::prelude::*;

use crate::engine::assessment::Status;
use crate::engine::rule::{Rule, Urgency};
use crate::panel::Panel;
use crate::teaching::run::{Share, Step, Steps};
use crate::widget::icons::{Icon, glyph};
use crate::wording::room::{Lesson, Steps as Told};

/// A longer line is drawn smaller on the wall.
const LONG: usize = 60;

/// What stands around the step that is read aloud, where it is more than read.
#[derive(Default)]
pub struct Around {
    /// Behind the kind of the step: the clock.
    pub clock: Html,
    /// Below its text: what belongs to it beside the plan.
    pub beside: Html,
    /// Below it: what can be done with it.
    pub acts: Html,
    /// Takes a tick of one of its parts, or takes it back; without it they are only read.
    pub on_part: Option<Callback<Share>>,
    /// Whether the whole text is drawn, with what stands beside the step.
    pub whole: bool,
}

/// The step that is read aloud: what kind it is, its words, the question that comes first, and its parts.
pub fn now_step(lesson: Lesson, steps: &Steps, around: Around) -> Html {
    let told = &lesson.room.steps;
    let Some(step) = steps.now() else {
        let (text, detail) =
            if steps.steps.is_empty() { (told.none, "") } else { (told.all_done, told.all_done_detail) };
        return html! {
            <div class="step-now" data-role="step-now" data-all={(!steps.steps.is_empty()).then_some("true")}>
                <p class="step-kind">{ around.clock }</p>
                <p class="step-text">{ text }</p>
                if !detail.is_empty() {
                    <p class="step-detail">{ detail }</p>
                }
                { around.acts }
            </div>
        };
    };
    let rule = step.card.rule;
    let long = step.card.headline.chars().count() > LONG;
    html! {
        <div class="step-now" data-role="step-now" data-rule={rule.id} data-urgency={rule.urgency.id()} data-long={long.to_string()}>
            { kind(lesson, steps, step, around.clock) }
            <p class="step-text">{ step.card.headline }</p>
            if let Some(question) = step.card.question.filter(|question| !question.is_empty()) {
                <p class="step-question">{ glyph(Icon::Question) }<span>{ question }</span></p>
            }
            if around.whole {
                { whole(step) }
            }
            { parts(lesson, step, around.on_part.as_ref(), around.whole) }
            if around.whole && !step.beside.is_empty() {
                <p class="step-beside"><b>{ lesson.room.run.also }</b>{ ": " }{ step.beside.iter().map(|card| card.headline).collect::<Vec<_>>().join(" · ") }</p>
            }
            { around.beside }
            { around.acts }
        </div>
    }
}

/// Urgency, part of the list, and place in it.
fn kind(lesson: Lesson, steps: &Steps, step: &Step, clock: Html) -> Html {
    let told = &lesson.room.steps;
    let urgency = step.card.rule.urgency;
    let icon = match urgency {
        Urgency::Critical => Icon::Critical,
        Urgency::Warning => Icon::Warning,
        Urgency::Info => Icon::Info,
    };
    let (at, all) = steps.place(step);
    html! {
        <p class="step-kind">
            <span class="step-urgency" data-urgency={urgency.id()}>{ glyph(icon) }{ lesson.edition.words.state.urgency(urgency) }</span>
            <span>{ told.part(step.part) }{ " · " }{ told.place(&at, &all) }{ check(told, step) }</span>
            { clock }
        </p>
    }
}

/// The full sentence where the headline is shorter, and what is to be known with it.
fn whole(step: &Step) -> Html {
    let rule = step.card.rule;
    html! {
        <>
            if rule.text != step.card.headline {
                <p class="step-detail">{ rule.text }</p>
            }
            if !rule.detail.is_empty() {
                <p class="step-detail">{ rule.detail }</p>
            }
        </>
    }
}

/// What is carried out within the step, each with its own tick.
fn parts(lesson: Lesson, step: &Step, on_part: Option<&Callback<Share>>, whole: bool) -> Html {
    if step.parts.is_empty() {
        return Html::default();
    }
    let one = |(at, part): (usize, &Share)| {
        let letter = lesson.room.run.letters.get(at).copied().unwrap_or_default();
        let state = part.marked.map_or("open", |marked| if marked.skipped.is_some() { "skipped" } else { "done" });
        let text = html! {
            <>
                <span class="step-part-letter">{ match state { "open" => html! { letter }, "done" => glyph(Icon::Done), _ => glyph(Icon::Cross) } }</span>
                <span class="step-part-text">{ part.headline }{ part_detail(step, part.rule, whole) }</span>
            </>
        };
        html! {
            <li key={part.rule.id} data-part={part.rule.id} data-state={state}>
                if let Some(on_part) = on_part.cloned() {
                    { tick(part, on_part, text) }
                } else {
                    { text }
                }
            </li>
        }
    };
    html! {
        <ul class="step-parts" role="list" data-role="parts" aria-label={lesson.room.run.parts}>{ for step.parts.iter().enumerate().map(one) }</ul>
    }
}

fn part_detail(step: &Step, rule: &'static Rule, whole: bool) -> Html {
    // the step itself has said its own
    if !whole || rule.id == step.card.rule.id || rule.detail.is_empty() {
        return Html::default();
    }
    html! { <span class="step-part-detail">{ rule.detail }</span> }
}

fn tick(part: &Share, on_part: Callback<Share>, text: Html) -> Html {
    let id = format!("nms-part-{}", part.rule.id);
    let checked = part.marked.is_some_and(|marked| marked.skipped.is_none());
    let onchange = {
        let part = part.clone();
        move |_: Event| on_part.emit(part.clone())
    };
    html! {
        <label for={id.clone()}>
            <input type="checkbox" class="vh" {id} data-action="tick-part" data-rule={part.rule.id} {checked} {onchange} />
            { text }
        </label>
    }
}

fn check(told: &'static Told, step: &Step) -> Html {
    if step.card.status == Status::CheckFirst {
        html! { <b>{ told.check_first }</b> }
    } else {
        Html::default()
    }
}

/// Of each part of the list: how many steps are done or left out.
pub fn counts(lesson: Lesson, steps: &Steps) -> Html {
    let one = |(part, settled, all): (crate::teaching::run::Part, usize, usize)| {
        html! {
            <span class="run-count-part" key={part as usize}><b>{ lesson.room.run.count(&settled, &all) }</b>{ " " }{ lesson.room.steps.part(part) }{ " " }</span>
        }
    };
    html! {
        <p class="run-count" data-role="count"><span class="vh">{ lesson.room.run.counts }{ ": " }</span>{ for steps.counts().into_iter().map(one) }</p>
    }
}

/// The next two.
pub fn next_steps(told: &'static Told, steps: &Steps) -> Html {
    let next = steps.next();
    if next.is_empty() {
        return Html::default();
    }
    let one = |step: &Step| {
        html! { <li key={step.card.rule.id}><span class="step-number">{ steps.place(step).0 }</span>{ step.card.headline }</li> }
    };
    html! {
        <div class="step-next">
            <p class="step-kind">{ told.then }</p>
            <ul role="list">{ for next.into_iter().map(one) }</ul>
        </div>
    }
}

/// What not to do.
pub fn avoid(told: &'static Told, steps: &Steps) -> Html {
    if steps.avoid.is_empty() {
        return Html::default();
    }
    html! {
        <div class="step-avoid">
            <p class="step-kind">{ glyph(Icon::Avoid) }{ told.avoid }</p>
            <ul role="list">{ for steps.avoid.iter().map(|card| html! { <li key={card.rule.id}>{ card.headline }</li> }) }</ul>
        </div>
    }
}

/// Suspicion and severity in a line.
pub fn state(panel: &Panel) -> Html {
    html! {
        <div class="run-state" data-grade={panel.severity.grade.map_or("none", crate::engine::rule::Grade::id)}>
            <p class="run-grade">{ &panel.severity.text }</p>
            <p>{ panel.suspicion.text }</p>
        </div>
    }
}
