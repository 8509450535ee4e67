//! Drugs by name, separated by commas, with suggestions for the name that is being typed.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::guideline::NMS;
use crate::widget::field::FieldProps;

/// More suggestions than that are no help.
const SUGGESTIONS: usize = 8;

/// A line of names.
#[component]
pub fn NamesInput(props: &FieldProps) -> Html {
    let answer = props.answer();
    let oninput = move |event: InputEvent| answer.emit(event.target_unchecked_into::<HtmlInputElement>().value());
    let list = format!("{}-names", props.control());
    html! {
        <>
            <input
                type="text"
                inputmode="text"
                autocomplete="off"
                spellcheck="false"
                id={props.control()}
                list={list.clone()}
                aria-describedby={props.described_by()}
                aria-invalid={props.invalid()}
                value={props.text.clone()}
                {oninput}
            />
            <datalist id={list}>
                { for suggestions(&props.text).into_iter().map(|value| html! { <option {value} /> }) }
            </datalist>
        </>
    }
}

/// The whole line with its last name completed: a datalist replaces the line, not a part of it.
fn suggestions(text: &str) -> Vec<String> {
    let start = text.rfind([',', ';']).map_or(0, |comma| comma + 1);
    let (before, last) = text.split_at_checked(start).unwrap_or(("", text));
    let typed = last.trim().to_lowercase();
    if typed.is_empty() {
        return Vec::new();
    }
    let space = if before.is_empty() { "" } else { " " };
    let named = |agent: &&crate::engine::agent::Agent| {
        agent.id != typed
            && (agent.id.starts_with(&typed) || agent.brands.iter().any(|brand| brand.starts_with(&typed)))
    };
    NMS.agents.iter().filter(named).take(SUGGESTIONS).map(|agent| format!("{before}{space}{}", agent.id)).collect()
}
