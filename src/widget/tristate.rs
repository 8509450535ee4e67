//! Yes, no, not known: three native radios that look like one control. Not known is where every question starts.

use yew::prelude::*;

use crate::widget::field::FieldProps;

const OPTIONS: [(&str, &str, &str); 3] = [("yes", "Yes", "yes"), ("no", "No", "no"), ("unknown", "Not known", "")];

/// A yes-or-no question.
#[component]
pub fn TriState(props: &FieldProps) -> Html {
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
            { for OPTIONS.into_iter().map(option) }
        </div>
    }
}
