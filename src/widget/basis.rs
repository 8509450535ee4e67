//! Where a line stands: a badge with an icon and a word, never colour alone.

use yew::prelude::*;

use crate::widget::icons::{Glyph, Icon};

/// Properties of [`BasisBadge`].
#[derive(Clone, PartialEq, Properties)]
pub struct BasisBadgeProps {
    /// `article`, `literature` or `design`.
    pub basis: &'static str,
}

/// The basis of a line.
#[component]
pub fn BasisBadge(props: &BasisBadgeProps) -> Html {
    let (icon, word, meaning) = match props.basis {
        "article" => (Icon::Page, "Article", "Stated in the source article"),
        "literature" => (Icon::Book, "Literature", "Corroborated elsewhere, with citations"),
        _ => (Icon::Ruler, "Design", "A threshold of our own, shown as such"),
    };
    html! {
        <span class="tag basis" data-basis={props.basis} title={meaning}>
            <Glyph {icon} />
            <span class="vh">{ "Basis: " }</span>
            { word }
        </span>
    }
}
