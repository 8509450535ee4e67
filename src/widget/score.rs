//! The consensus criteria as an interval on a line, with the features of DSM-5-TR beside it. Neither excludes anything.

use yew::prelude::*;

use crate::engine::criterion::Truth;
use crate::panel::beyond::{self, ItemView, ScoreView};
use crate::widget::authority::authority_view;
use crate::widget::explanation::reasons;
use crate::widget::icons::{Icon, glyph};
use crate::widget::plan::around::{Around, fold};
use crate::wording::Words;

/// Score and features.
pub fn score_details(around: &Around, score: &ScoreView) -> Html {
    let words = around.edition.words;
    let told = &words.beyond;
    let features = beyond::features(around.edition, &around.panel.assessment);
    html! {
        <>
            { interval(score.known, score.possible) }
            <p>{ score.cut_off }</p>
            <table class="items">
                <thead><tr><th scope="col">{ told.item }</th><th scope="col">{ told.points }</th><th scope="col">{ told.state }</th></tr></thead>
                <tbody>{ for score.items.iter().map(|row| item(row, around)) }</tbody>
            </table>
            { authority_view(words, &score.authority) }
            <p class="label">{ told.features }</p>
            <ul class="features">{ for features.iter().map(|row| html! { <li key={row.id} data-truth={row.truth.id()}>{ state(words, row.truth) }{ row.label }</li> }) }</ul>
        </>
    }
}

fn item(row: &ItemView, around: &Around) -> Html {
    let words = around.edition.words;
    let part = format!("item {}", row.id);
    let open = around.opened.is(&part, false);
    let why =
        html! { <span class="why-word">{ words.why }<span class="vh">{ format!(": {}", row.label) }</span></span> };
    html! {
        <tr key={row.id} data-item={row.id} data-truth={row.truth.id()}>
            <th scope="row">
                { row.label }
                if !row.why.is_empty() { { fold(around, part, open, "why", why, || reasons(words, &row.why)) } }
            </th>
            <td>{ row.points }</td>
            <td>{ state(words, row.truth) }</td>
        </tr>
    }
}

fn state(words: &'static Words, truth: Truth) -> Html {
    let (icon, word) = match truth {
        Truth::Met => (Icon::Done, words.beyond.present),
        Truth::NotMet => (Icon::Cross, words.beyond.absent),
        Truth::Unknown => (Icon::Question, words.not_known),
    };
    html! { <span class="truth">{ glyph(icon) }{ word }</span> }
}

/// Known points filled, possible ones hatched, on a line of 100; the words beside it say the same.
fn interval(known: u8, possible: u8) -> Html {
    let open = possible.saturating_sub(known);
    html! {
        <svg class="interval" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="interval-ground" x="0" y="0" width="100" height="8" />
            <rect class="interval-open" x={known.to_string()} y="0" width={open.to_string()} height="8" />
            <rect class="interval-known" x="0" y="0" width={known.to_string()} height="8" />
        </svg>
    }
}
