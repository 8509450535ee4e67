//! Yes, no, not known: three native radios that look like one control. Not known is where every question starts.

use yew::prelude::*;

use crate::widget::field::{Brief, FieldProps};
use crate::wording::Words;

/// The control of a yes-or-no question. An answer that follows from others is outlined, never checked.
pub fn tristate(words: &'static Words, props: &FieldProps) -> Html {
    let told = &words.form;
    let options = [("yes", told.yes, "yes"), ("no", told.no, "no"), ("unknown", told.not_known, "")];
    let id = props.control();
    let follows = matches!(props.brief, Some(Brief::Follows(_))).then_some("yes");
    let option = |(value, word, text): (&'static str, &'static str, &'static str)| {
        let answer = props.answer();
        let option_id = format!("{id}-{value}");
        html! {
            <>
                <input
                    type="radio"
                    id={option_id.clone()}
                    name={id.clone()}
                    {value}
                    checked={props.text == text}
                    onchange={move |_: Event| answer.emit(text.to_string())}
                />
                <label for={option_id}>{ word }</label>
            </>
        }
    };
    html! {
        <div
            class="segments"
            role="radiogroup"
            aria-labelledby={format!("{id}-label")}
            aria-describedby={props.described_by()}
            aria-invalid={props.invalid()}
            data-follows={follows}
        >
            { for options.into_iter().map(option) }
        </div>
    }
}
