//! A question on which sources differ: both sides, side by side, once.

use yew::prelude::*;

use crate::engine::rule_set::Disagreement;
use crate::panel::authority;
use crate::widget::authority::authority_view;
use crate::widget::icons::{Icon, glyph};
use crate::wording::Edition;

/// Where sources differ.
pub fn disagreement_view(edition: Edition, row: &'static Disagreement) -> Html {
    let words = edition.words;
    let told = &words.reasons;
    html! {
        <div class="disagreement" key={row.id} data-disagreement={row.id}>
            <p class="label">{ glyph(Icon::Sides) }{ told.differ }{ row.question }</p>
            <div class="both-sides">
                <p><b>{ told.one_side }</b>{ row.one }</p>
                <p><b>{ told.other_side }</b>{ row.other }</p>
            </div>
            <p class="shown-as"><b>{ told.shown_as }</b>{ row.shown_as }</p>
            { authority_view(words, &authority(edition.rules, &row.source)) }
        </div>
    }
}
