//! Yes, no, not known: three native radios that look like one control. Not known is where every question starts.

use yew::prelude::*;

use crate::widget::field::FieldProps;
use crate::widget::language::use_words;

/// A yes-or-no question.
#[component]
pub fn TriState(props: &FieldProps) -> Html {
    let told = &use_words().form;
    let options = [("yes", told.yes, "yes"), ("no", told.no, "no"), ("unknown", told.not_known, "")];
    let id = props.control();
    let option = |(value, word, text): (&'static str, &'static str, &'static str)| {
        let answer = props.answer();
        let option_id = format!("{id}-{value}");
        html! {
            <label class="segment" for={option_id.clone()}>
                <input
                    type="radio"
                    id={option_id}
                    name={id.clone()}
                    {value}
                    checked={props.text == text}
                    onchange={move |_: Event| answer.emit(text.to_string())}
                />
                <span>{ word }</span>
            </label>
        }
    };
    html! {
        <div
            class="segments"
            role="radiogroup"
            aria-labelledby={format!("{id}-label")}
            aria-describedby={props.described_by()}
            aria-invalid={props.invalid()}
        >
            { for options.into_iter().map(option) }
        </div>
    }
}
