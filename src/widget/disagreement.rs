//! A question on which sources differ: both sides, side by side, once.

use yew::prelude::*;

use crate::engine::rule_set::Disagreement;
use crate::guideline::NMS;
use crate::panel::authority;
use crate::widget::authority::AuthorityView;
use crate::widget::icons::{Glyph, Icon};

/// Properties of [`DisagreementView`].
#[derive(Clone, PartialEq, Properties)]
pub struct DisagreementViewProps {
    /// The question with its two sides.
    pub disagreement: &'static Disagreement,
}

/// Where sources differ.
#[component]
pub fn DisagreementView(props: &DisagreementViewProps) -> Html {
    let row = props.disagreement;
    html! {
        <div class="disagreement" data-disagreement={row.id}>
            <p class="label"><Glyph icon={Icon::Sides} />{ "Sources differ: " }{ row.question }</p>
            <div class="sides">
                <p><b>{ "One side. " }</b>{ row.one }</p>
                <p><b>{ "The other. " }</b>{ row.other }</p>
            </div>
            <p class="shown-as"><b>{ "Shown here as: " }</b>{ row.shown_as }</p>
            <AuthorityView authority={authority(&NMS, &row.source)} />
        </div>
    }
}
