//! Whom to call, which answers call for it, and room for a site's own number.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::panel::beyond::{self, ContactView};
use crate::session::Edit;
use crate::widget::basis::basis_badge;
use crate::widget::explanation::explanation;
use crate::widget::plan::around::{Around, fold};
use crate::widget::plan::body::article_alone;

/// The people to call, within the row that says to call them; nothing within any other.
pub fn contacts(row: &str, around: &Around) -> Html {
    if row != around.edition.rules.beyond.calls || article_alone(around) {
        return Html::default();
    }
    html! {
        <div>
            <p class="label">{ around.edition.words.plan.call }</p>
            { contacts_list(around) }
        </div>
    }
}

/// The list of people to call.
pub fn contacts_list(around: &Around) -> Html {
    let rows = beyond::contacts(around.edition, &around.panel.assessment);
    html! { <ul class="calls" data-role="contacts">{ for rows.iter().map(|row| contact(row, around)) }</ul> }
}

fn contact(row: &ContactView, around: &Around) -> Html {
    let words = around.edition.words;
    let who = row.contact;
    let (on_edit, id) = (around.on_edit.clone(), who.id);
    let oninput = move |event: InputEvent| {
        on_edit.emit(Edit::Number(id, event.target_unchecked_into::<HtmlInputElement>().value()));
    };
    let number = around.numbers.iter().find(|(contact, _)| *contact == id).map(|(_, number)| number.clone());
    let part = format!("call {id}");
    let open = around.opened.is(&part, false);
    let why =
        html! { <span class="why-word">{ words.why }<span class="vh">{ format!(": {}", who.label) }</span></span> };
    html! {
        <li key={id} data-contact={id}>
            <div>
                <b>{ who.label }</b>
                <p class="row-note">{ who.purpose }{ " " }{ basis_badge(words, who.basis) }</p>
                { fold(around, part, open, "why", why, || explanation(around.edition, &row.why, Some(&row.authority), &[])) }
            </div>
            <input
                type="text" inputmode="tel" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" class="number-here" id={format!("nms-call-{id}")}
                aria-label={words.plan.number_for(&who.label)} placeholder={words.plan.your_number}
                value={number.unwrap_or_default()} {oninput}
            />
        </li>
    }
}
