//! Whom to call, which answers call for it, and room for a site's own number.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::panel::beyond::ContactView;
use crate::session::Edit;
use crate::widget::basis::basis_badge;
use crate::widget::explanation::explanation;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_words;
use crate::wording::Words;

/// Properties of [`Contacts`].
#[derive(Clone, PartialEq, Properties)]
pub struct ContactsProps {
    /// Whom.
    pub contacts: Vec<ContactView>,
    /// A site's own numbers, by contact.
    pub numbers: Vec<(&'static str, String)>,
    /// Takes the numbers.
    pub on_edit: Callback<Edit>,
}

/// The list of people to call.
#[component]
pub fn Contacts(props: &ContactsProps) -> Html {
    let words = use_words();
    if props.contacts.is_empty() {
        return Html::default();
    }
    html! {
        <section class="plan-group contacts" data-role="contacts" aria-labelledby="nms-contacts-title">
            <Heading below={2} class="plan-title" id="nms-contacts-title">
                { glyph(Icon::Phone) }
                { words.plan.call }
            </Heading>
            <ul class="rows">{ for props.contacts.iter().map(|row| contact(words, row, props)) }</ul>
        </section>
    }
}

fn contact(words: &'static Words, row: &ContactView, props: &ContactsProps) -> Html {
    let who = row.contact;
    let (on_edit, id) = (props.on_edit.clone(), who.id);
    let oninput = move |event: InputEvent| {
        on_edit.emit(Edit::Number(id, event.target_unchecked_into::<HtmlInputElement>().value()));
    };
    let number = props.numbers.iter().find(|(contact, _)| *contact == id).map(|(_, number)| number.clone());
    let number = number.unwrap_or_default();
    let field = format!("nms-call-{id}");
    html! {
        <li key={id} data-contact={id}>
            <div class="row-head">
                <b>{ who.label }</b>
                <input
                    type="text" inputmode="tel" autocomplete="off" class="number-here" id={field.clone()}
                    aria-label={words.plan.number_for(&who.label)} placeholder={words.plan.your_number}
                    value={number} {oninput}
                />
            </div>
            <details class="why">
                <summary>
                    <span class="row-note">{ who.purpose }</span>
                    { basis_badge(words, who.basis) }
                    <span class="why-word">{ words.why }<span class="vh">{ format!(": {}", who.label) }</span>{ glyph(Icon::Chevron) }</span>
                </summary>
                { explanation(words, &row.why, Some(&row.authority), &[]) }
            </details>
        </li>
    }
}
