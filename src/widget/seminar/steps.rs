//! The steps of a run, as Run and Wall draw them.

use yew::prelude::*;

use crate::engine::assessment::Status;
use crate::panel::Panel;
use crate::teaching::run::{Step, Steps};
use crate::widget::icons::{Icon, glyph};
use crate::wording::room::Steps as Told;

/// A longer line is drawn smaller on the wall, without its detail.
const LONG: usize = 60;

/// The step that is read aloud: what kind it is, its words, the question that comes first.
pub fn now_step(told: &'static Told, steps: &Steps) -> Html {
    match steps.now() {
        Some(step) => html! {
            <div class="step-now" data-role="step-now" data-rule={step.card.rule.id} data-urgency={step.card.rule.urgency.id()} data-long={(step.card.rule.text.chars().count() > LONG).to_string()}>
                <p class="step-kind">{ told.part(step.part) }{ check(told, step) }</p>
                <p class="step-text">{ step.card.rule.text }</p>
                if let Some(question) = step.card.question.filter(|question| !question.is_empty()) {
                    <p class="step-question">{ glyph(Icon::Question) }<span>{ question }</span></p>
                }
                if !step.card.rule.detail.is_empty() {
                    <p class="step-detail">{ step.card.rule.detail }</p>
                }
            </div>
        },
        None if steps.steps.is_empty() => html! {
            <div class="step-now" data-role="step-now">
                <p class="step-text">{ told.none }</p>
            </div>
        },
        None => html! {
            <div class="step-now" data-role="step-now" data-all="true">
                <p class="step-text">{ told.all_done }</p>
                <p class="step-detail">{ told.all_done_detail }</p>
            </div>
        },
    }
}

fn check(told: &'static Told, step: &Step) -> Html {
    if step.card.status == Status::CheckFirst {
        html! { <b>{ told.check_first }</b> }
    } else {
        Html::default()
    }
}

/// The next two.
pub fn next_steps(told: &'static Told, steps: &Steps) -> Html {
    let next = steps.next();
    if next.is_empty() {
        return Html::default();
    }
    html! {
        <div class="step-next">
            <p class="step-kind">{ told.then }</p>
            <ol role="list">{ for next.into_iter().map(|step| html! { <li key={step.card.rule.id}>{ step.card.rule.text }</li> }) }</ol>
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
            <ul role="list">{ for steps.avoid.iter().map(|card| html! { <li key={card.rule.id}>{ card.rule.text }</li> }) }</ul>
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
