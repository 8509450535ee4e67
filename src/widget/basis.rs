//! Where a line stands: a badge with an icon and a word, never colour alone.

use yew::prelude::*;

use crate::widget::icons::{Icon, glyph};

/// The basis of a line: `article`, `literature` or `design`.
pub fn basis_badge(basis: &'static str) -> Html {
    let (icon, word, meaning) = match basis {
        "article" => (Icon::Page, "Article", "Stated in the source article"),
        "literature" => (Icon::Book, "Literature", "Corroborated elsewhere, with citations"),
        _ => (Icon::Ruler, "Design", "A threshold of our own, shown as such"),
    };
    html! {
        <span class="tag basis" data-basis={basis} title={meaning}>
            { glyph(icon) }
            <span class="vh">{ "Basis: " }</span>
            { word }
        </span>
    }
}
