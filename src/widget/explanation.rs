//! Why: the answers and thresholds behind a line, and on whose authority it stands.

use yew::prelude::*;

use crate::engine::criterion::Truth;
use crate::engine::rule_set::Disagreement;
use crate::panel::{Authority, Why};
use crate::widget::authority::authority_view;
use crate::widget::disagreement::disagreement_view;
use crate::widget::icons::{Icon, glyph};

/// Everything behind a line: the answers that decided it, its authority if it has one, and where sources differ on it.
pub fn explanation(why: &[Why], authority: Option<&Authority>, disagreements: &[&'static Disagreement]) -> Html {
    html! {
        <div class="explanation">
            if !why.is_empty() {
                { reasons(why) }
            }
            if let Some(authority) = authority {
                { authority_view(authority) }
            }
            if !disagreements.is_empty() {
                <div class="disagreements">
                    { for disagreements.iter().map(|row| disagreement_view(row)) }
                </div>
            }
        </div>
    }
}

/// Answer, condition and outcome, one a row.
pub fn reasons(why: &[Why]) -> Html {
    let mut rows: Vec<&Why> = Vec::new();
    for why in why {
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
            <td><span class="truth">{ glyph(icon) }{ word }</span></td>
        </tr>
    }
}
