//! The words beside a line: how much hangs on it, and how strong it is meant.

use yew::prelude::*;

use crate::engine::rule::{Kind, Urgency};
use crate::widget::icons::{Icon, glyph};
use crate::wording::Words;

/// The icon of a line's strength.
#[must_use]
pub const fn strength(kind: Kind) -> Icon {
    match kind {
        Kind::Do => Icon::Do,
        Kind::Avoid => Icon::Avoid,
        Kind::Consider => Icon::Consider,
        Kind::Monitor => Icon::Monitor,
        Kind::Watch => Icon::Watch,
        Kind::Note => Icon::Info,
    }
}

/// Urgency and strength, each as icon and word.
pub fn tags(words: &'static Words, kind: Kind, urgency: Urgency) -> Html {
    let urgency_icon = match urgency {
        Urgency::Critical => Icon::Critical,
        Urgency::Warning => Icon::Warning,
        Urgency::Info => Icon::Info,
    };
    html! {
        <>
            <span class="tag strength">{ glyph(strength(kind)) }{ words.state.strength(kind) }</span>
            <span class="vh">{ ", " }</span>
            <span class="tag urgency">{ glyph(urgency_icon) }{ words.state.urgency(urgency) }</span>
            <span class="vh">{ ", " }</span>
        </>
    }
}
