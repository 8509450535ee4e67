//! A quantity or a day. The text is shown as it was typed, whatever was read from it: a field that is rewritten while
//! someone types turns 41.5 into 415.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::engine::finding::{FindingKind, Quantity};
use crate::session::Edit;
use crate::widget::choice::Select;
use crate::widget::field::FieldProps;
use crate::wording::Words;

/// A line of text with a unit beside it.
pub fn text_entry(words: &'static Words, props: &FieldProps) -> Html {
    let answer = props.answer();
    let oninput = move |event: InputEvent| answer.emit(event.target_unchecked_into::<HtmlInputElement>().value());
    let beside = match props.finding.kind {
        FindingKind::Number(quantity) => units(words, props, &quantity),
        FindingKind::Date => html! { <span class="unit">{ words.form.day_pattern }</span> },
        FindingKind::Boolean | FindingKind::Choice(_) | FindingKind::Agents | FindingKind::Rules => Html::default(),
    };
    html! {
        <div class="entry">
            <input
                type="text"
                inputmode="text"
                autocomplete="off"
                spellcheck="false"
                autocorrect="off"
                autocapitalize="off"
                id={props.control()}
                aria-describedby={props.described_by()}
                aria-invalid={props.invalid()}
                value={props.text.clone()}
                {oninput}
            />
            { beside }
        </div>
    }
}

/// The unit: a word where there is one, a choice where there are several.
fn units(words: &Words, props: &FieldProps, quantity: &Quantity) -> Html {
    let mut options: Vec<(AttrValue, AttrValue)> = Vec::new();
    for (position, unit) in quantity.units.iter().enumerate() {
        // some units have two codes and are written the same way
        if !options.iter().any(|(_, label)| label == unit.label) {
            options.push((position.to_string().into(), unit.label.into()));
        }
    }
    let [(_, only)] = options.as_slice() else {
        let (on_edit, index) = (props.on_edit.clone(), props.index);
        let on_choose = Callback::from(move |value: String| {
            if let Ok(unit) = value.parse() {
                on_edit.emit(Edit::Unit(index, unit));
            }
        });
        return html! {
            <Select
                id={format!("{}-unit", props.control())}
                role="unit"
                label={words.form.unit_of(&props.finding.label)}
                value={props.unit.to_string()}
                {options}
                {on_choose}
            />
        };
    };
    html! { <span class="unit">{ only.clone() }</span> }
}
