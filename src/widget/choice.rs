//! One of several: a native select whose first option is "Not known".

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::widget::field::FieldProps;
use crate::wording::Words;

/// A question with named answers.
pub fn choice(words: &'static Words, props: &FieldProps) -> Html {
    let answer = props.answer();
    let options =
        props.finding.choices().iter().map(|choice| (choice.id.into(), choice.label.into())).collect::<Vec<_>>();
    let all = std::iter::once(("".into(), words.form.not_known.into()))
        .chain(options)
        .collect::<Vec<(AttrValue, AttrValue)>>();
    html! {
        <Select
            id={props.control()}
            described_by={props.described_by()}
            invalid={props.invalid()}
            value={props.text.clone()}
            options={all}
            on_choose={answer}
        />
    }
}

/// Properties of [`Select`].
#[derive(Clone, PartialEq, Properties)]
pub struct SelectProps {
    /// Its id.
    pub id: AttrValue,
    /// What it is for, to those who find it by role.
    #[prop_or_default]
    pub role: Option<&'static str>,
    /// Its name, where no label element points to it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The ids of what describes it.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// Whether the answer is not used.
    #[prop_or_default]
    pub invalid: Option<AttrValue>,
    /// The value of the chosen option.
    pub value: AttrValue,
    /// Values and words.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// Takes the value of the option chosen.
    pub on_choose: Callback<String>,
}

/// A native select that always shows `value`.
#[component]
pub fn Select(props: &SelectProps) -> Html {
    crate::widget::language::count_drawing();
    let node = use_node_ref();
    // a select that was used once pays no more attention to the attribute of its options
    use_effect_with((node.clone(), props.value.clone()), |(node, value)| {
        if let Some(select) = node.cast::<HtmlSelectElement>() {
            select.set_value(value);
        }
    });
    let on_choose = props.on_choose.clone();
    let onchange = move |event: Event| on_choose.emit(event.target_unchecked_into::<HtmlSelectElement>().value());
    html! {
        <span class="select">
            <select
                ref={node}
                id={props.id.clone()}
                data-role={props.role}
                aria-label={props.label.clone()}
                aria-describedby={props.described_by.clone()}
                aria-invalid={props.invalid.clone()}
                {onchange}
            >
                { for props.options.iter().map(|(value, word)| html! {
                    <option value={value.clone()} selected={*value == props.value}>{ word }</option>
                }) }
            </select>
        </span>
    }
}
