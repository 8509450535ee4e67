//! The consensus criteria as an interval on a line, with the features of DSM-5-TR beside it. Neither excludes anything.

use yew::prelude::*;

use crate::engine::criterion::Truth;
use crate::panel::beyond::{ItemView, ScoreView};
use crate::widget::authority::authority_view;
use crate::widget::explanation::reasons;
use crate::widget::icons::{Icon, glyph};

/// Properties of [`ScoreDetails`].
#[derive(Clone, PartialEq, Properties)]
pub struct ScoreDetailsProps {
    /// The score.
    pub score: ScoreView,
    /// The features.
    pub features: Vec<ItemView>,
}

/// Score and features, folded away behind the interval.
#[component]
pub fn ScoreDetails(props: &ScoreDetailsProps) -> Html {
    let score = &props.score;
    html! {
        <details class="fold" data-role="score">
            <summary>
                { glyph(Icon::Ruler) }
                <span class="fold-title">{ score.label }</span>
                <b data-role="interval">{ &score.text }</b>
                { glyph(Icon::Chevron) }
            </summary>
            <div class="fold-body">
                { interval(score.known, score.possible) }
                <p>{ score.cut_off }</p>
                <table class="items">
                    <thead><tr><th scope="col">{ "Item" }</th><th scope="col">{ "Points" }</th><th scope="col">{ "State" }</th></tr></thead>
                    <tbody>{ for score.items.iter().map(item) }</tbody>
                </table>
                { authority_view(&score.authority) }
                <p class="label">{ "Features of DSM-5-TR: described, not counted" }</p>
                <ul class="features">{ for props.features.iter().map(|row| html! { <li key={row.id} data-truth={row.truth.id()}>{ state(row.truth) }{ row.label }</li> }) }</ul>
            </div>
        </details>
    }
}

fn item(row: &ItemView) -> Html {
    html! {
        <tr key={row.id} data-item={row.id} data-truth={row.truth.id()}>
            <th scope="row">
                { row.label }
                if !row.why.is_empty() {
                    <details class="why"><summary><span class="why-word">{ "Why" }<span class="vh">{ format!(": {}", row.label) }</span></span></summary>{ reasons(&row.why) }</details>
                }
            </th>
            <td>{ row.points }</td>
            <td>{ state(row.truth) }</td>
        </tr>
    }
}

fn state(truth: Truth) -> Html {
    let (icon, word) = match truth {
        Truth::Met => (Icon::Done, "present"),
        Truth::NotMet => (Icon::Cross, "absent"),
        Truth::Unknown => (Icon::Question, "not known"),
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
