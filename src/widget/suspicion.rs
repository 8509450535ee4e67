//! Whether the syndrome is suspected, and on which answers.

use yew::prelude::*;

use crate::engine::derived::Suspicion;
use crate::panel::Headline;
use crate::widget::explanation::explanation;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_words;

/// Properties of [`SuspicionView`].
#[derive(Clone, PartialEq, Properties)]
pub struct SuspicionViewProps {
    /// The line with its reasons.
    pub headline: Headline,
    /// Which state it is.
    pub state: Suspicion,
}

/// The first line of the panel.
#[component]
pub fn SuspicionView(props: &SuspicionViewProps) -> Html {
    let words = use_words();
    let Headline { text, detail, why } = &props.headline;
    let icon = match props.state {
        Suspicion::Suspected => Icon::Critical,
        Suspicion::Possible => Icon::Warning,
        Suspicion::Check | Suspicion::Incomplete => Icon::Question,
        Suspicion::NotSupported | Suspicion::NoSigns => Icon::Info,
    };
    html! {
        <div class="suspicion" data-role="suspicion" data-suspicion={props.state.id()}>
            <Heading below={2} class="suspicion-text">{ glyph(icon) }<span>{ *text }</span></Heading>
            <p class="suspicion-detail">{ *detail }</p>
            if !why.is_empty() {
                <details class="why">
                    <summary><span class="why-word">{ words.why }<span class="vh">{ format!(": {text}") }</span>{ glyph(Icon::Chevron) }</span></summary>
                    { explanation(words, why, None, &[]) }
                </details>
            }
        </div>
    }
}
