//! Why: the answers and thresholds behind a line, and on whose authority it stands.

use yew::prelude::*;

use crate::engine::criterion::Truth;
use crate::engine::rule_set::Disagreement;
use crate::panel::{Authority, Why};
use crate::widget::authority::authority_view;
use crate::widget::disagreement::disagreement_view;
use crate::widget::icons::{Icon, glyph};
use crate::wording::{Edition, Words};

/// Everything behind a line: the answers that decided it, its authority if it has one, and where sources differ on it.
pub fn explanation(
    edition: Edition,
    why: &[Why],
    authority: Option<&Authority>,
    disagreements: &[&'static Disagreement],
) -> Html {
    let words = edition.words;
    html! {
        <div class="explanation">
            if !why.is_empty() {
                { reasons(words, why) }
            }
            if let Some(authority) = authority {
                { authority_view(words, authority) }
            }
            if !disagreements.is_empty() {
                <div class="disagreements">
                    { for disagreements.iter().map(|row| disagreement_view(edition, row)) }
                </div>
            }
        </div>
    }
}

/// Answer, condition and outcome, one a row.
pub fn reasons(words: &'static Words, why: &[Why]) -> Html {
    let told = &words.reasons;
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
                    <th scope="col">{ told.answer }</th>
                    <th scope="col">{ told.condition }</th>
                    <th scope="col"><span class="vh">{ told.outcome }</span></th>
                </tr>
            </thead>
            <tbody>{ for rows.into_iter().map(|row| reason(words, row)) }</tbody>
        </table>
    }
}

fn reason(words: &'static Words, why: &Why) -> Html {
    let told = &words.reasons;
    let (icon, word) = match why.truth {
        Truth::Met => (Icon::Done, told.met),
        Truth::NotMet => (Icon::Cross, told.not_met),
        Truth::Unknown => (Icon::Question, told.missing),
    };
    html! {
        <tr data-truth={why.truth.id()}>
            <th scope="row">{ why.finding }{ ": " }<b>{ &why.answer }</b></th>
            <td>{ &why.criterion }</td>
            <td><span class="truth">{ glyph(icon) }{ word }</span></td>
        </tr>
    }
}
