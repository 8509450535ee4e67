//! Why: the answers and thresholds behind a line, and on whose authority it stands.

use yew::prelude::*;

use crate::engine::criterion::Truth;
use crate::engine::rule_set::Disagreement;
use crate::panel::{Authority, Why};
use crate::widget::authority::AuthorityView;
use crate::widget::disagreement::DisagreementView;
use crate::widget::icons::{Glyph, Icon};

/// Properties of [`Explanation`].
#[derive(Clone, PartialEq, Properties)]
pub struct ExplanationProps {
    /// Answers that decided it.
    pub why: Vec<Why>,
    /// Its authority.
    #[prop_or_default]
    pub authority: Option<Authority>,
    /// Where sources differ on it.
    #[prop_or_default]
    pub disagreements: Vec<&'static Disagreement>,
}

/// Everything behind a line.
#[component]
pub fn Explanation(props: &ExplanationProps) -> Html {
    html! {
        <div class="explanation">
            if !props.why.is_empty() {
                <Reasons why={props.why.clone()} />
            }
            if let Some(authority) = &props.authority {
                <AuthorityView authority={authority.clone()} />
            }
            if !props.disagreements.is_empty() {
                <div class="disagreements">
                    { for props.disagreements.iter().map(|row| html! { <DisagreementView key={row.id} disagreement={*row} /> }) }
                </div>
            }
        </div>
    }
}

/// Properties of [`Reasons`].
#[derive(Clone, PartialEq, Properties)]
pub struct ReasonsProps {
    /// Answers that decided a line.
    pub why: Vec<Why>,
}

/// Answer, condition and outcome, one a row.
#[component]
pub fn Reasons(props: &ReasonsProps) -> Html {
    let mut rows: Vec<&Why> = Vec::new();
    for why in &props.why {
        // two branches of one condition can rest on the same answer
        if !rows.contains(&why) {
            rows.push(why);
        }
    }
    html! {
        <table class="reasons">
            <thead>
                <tr>
                    <th scope="col">{ "Answer" }</th>
                    <th scope="col">{ "Condition" }</th>
                    <th scope="col"><span class="vh">{ "Outcome" }</span></th>
                </tr>
            </thead>
            <tbody>{ for rows.into_iter().map(reason) }</tbody>
        </table>
    }
}

fn reason(why: &Why) -> Html {
    let (icon, word) = match why.truth {
        Truth::Met => (Icon::Done, "met"),
        Truth::NotMet => (Icon::Cross, "not met"),
        Truth::Unknown => (Icon::Question, "missing"),
    };
    html! {
        <tr data-truth={why.truth.id()}>
            <th scope="row">{ why.finding }{ ": " }<b>{ &why.answer }</b></th>
            <td>{ &why.criterion }</td>
            <td><span class="truth"><Glyph {icon} />{ word }</span></td>
        </tr>
    }
}
