//! A question on which sources differ: both sides, side by side, once.

use yew::prelude::*;

use crate::engine::rule_set::Disagreement;
use crate::guideline::NMS;
use crate::panel::authority;
use crate::widget::authority::authority_view;
use crate::widget::icons::{Icon, glyph};

/// Where sources differ.
pub fn disagreement_view(row: &'static Disagreement) -> Html {
    html! {
        <div class="disagreement" key={row.id} data-disagreement={row.id}>
            <p class="label">{ glyph(Icon::Sides) }{ "Sources differ: " }{ row.question }</p>
            <div class="sides">
                <p><b>{ "One side. " }</b>{ row.one }</p>
                <p><b>{ "The other. " }</b>{ row.other }</p>
            </div>
            <p class="shown-as"><b>{ "Shown here as: " }</b>{ row.shown_as }</p>
            { authority_view(&authority(&NMS, &row.source)) }
        </div>
    }
}
