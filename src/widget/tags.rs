//! The words beside a line: how much hangs on it, and how strong it is meant.

use yew::prelude::*;

use crate::engine::rule::{Kind, Urgency};
use crate::panel::urgency_text;
use crate::widget::icons::{Glyph, Icon};

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

/// Properties of [`Tags`].
#[derive(Clone, PartialEq, Properties)]
pub struct TagsProps {
    /// What sort of advice it is.
    pub kind: Kind,
    /// How much hangs on it.
    pub urgency: Urgency,
}

/// Urgency and strength, each as icon and word.
#[component]
pub fn Tags(props: &TagsProps) -> Html {
    let (icon, word) = strength(props.kind);
    let urgency = match props.urgency {
        Urgency::Critical => Icon::Critical,
        Urgency::Warning => Icon::Warning,
        Urgency::Info => Icon::Info,
    };
    html! {
        <>
            <span class="tag strength"><Glyph {icon} />{ word }</span>
            <span class="tag urgency"><Glyph icon={urgency} />{ urgency_text(props.urgency) }</span>
        </>
    }
}
