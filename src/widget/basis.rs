//! Where a line stands: a badge with an icon and a word, never colour alone.

use yew::prelude::*;

use crate::engine::source::Basis;
use crate::widget::icons::{Icon, glyph};
use crate::wording::Words;

/// The basis of a line.
pub fn basis_badge(words: &'static Words, basis: Basis) -> Html {
    let icon = match basis {
        Basis::Article => Icon::Page,
        Basis::Literature => Icon::Book,
        Basis::Design => Icon::Ruler,
    };
    let told = words.reasons.stand(basis);
    html! {
        <span class="tag basis" data-basis={basis.id()} title={told.meaning}>
            { glyph(icon) }
            <span class="vh">{ words.reasons.basis }</span>
            { told.word }
        </span>
    }
}
