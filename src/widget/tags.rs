//! The words beside a line: how much hangs on it, and how strong it is meant.

use yew::prelude::*;

use crate::engine::rule::{Kind, Urgency};
use crate::panel::urgency_text;
use crate::widget::icons::{Icon, glyph};

/// The strength of a line in a word.
#[must_use]
pub const fn strength(kind: Kind) -> (Icon, &'static str) {
    match kind {
        Kind::Do => (Icon::Do, "Do"),
        Kind::Avoid => (Icon::Avoid, "Avoid"),
        Kind::Consider => (Icon::Consider, "Consider"),
        Kind::Monitor => (Icon::Monitor, "Monitor"),
        Kind::Watch => (Icon::Watch, "Watch for"),
        Kind::Note => (Icon::Info, "Note"),
    }
}

/// Urgency and strength, each as icon and word.
pub fn tags(kind: Kind, urgency: Urgency) -> Html {
    let (icon, word) = strength(kind);
    let urgency_icon = match urgency {
        Urgency::Critical => Icon::Critical,
        Urgency::Warning => Icon::Warning,
        Urgency::Info => Icon::Info,
    };
    html! {
        <>
            <span class="tag strength">{ glyph(icon) }{ word }</span>
            <span class="tag urgency">{ glyph(urgency_icon) }{ urgency_text(urgency) }</span>
        </>
    }
}
