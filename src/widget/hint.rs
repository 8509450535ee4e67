//! The hint of a question. A short one stands under the label; a long one opens with a button, and describes the control
//! all the same.

use yew::prelude::*;

use crate::engine::finding::Finding;
use crate::widget::language::use_words;

/// As many letters stand under a label.
const SHORT: usize = 30;

/// The hint of a finding whose control has this id; nothing where there is none.
pub fn hint(finding: &'static Finding, control: &str) -> Html {
    let id = format!("{control}-hint");
    if finding.hint.is_empty() {
        Html::default()
    } else if finding.hint.chars().count() <= SHORT {
        html! { <p class="hint" {id}>{ finding.hint }</p> }
    } else {
        html! { <LongHint {finding} {id} /> }
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LongHintProps {
    finding: &'static Finding,
    id: AttrValue,
}

#[component]
fn LongHint(props: &LongHintProps) -> Html {
    let words = use_words();
    let open = use_state_eq(|| false);
    let onclick = {
        let open = open.clone();
        move |_: MouseEvent| open.set(!*open)
    };
    html! {
        <>
            <button
                type="button"
                class="about"
                aria-expanded={open.to_string()}
                aria-controls={props.id.clone()}
                aria-label={words.form.about(&props.finding.label)}
                {onclick}
            />
            <p class="hint long" id={props.id.clone()} hidden={!*open}>{ props.finding.hint }</p>
        </>
    }
}
