//! The volume of a dantrolene dose that the reader states, worked out line by line so that it can be checked.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::engine::decimal::Decimal;
use crate::engine::stock::MOST_DOSES;
use crate::panel::beyond::VolumeView;
use crate::panel::stock::times;
use crate::session::{Dosing, Edit};
use crate::widget::icons::{Icon, glyph};
use crate::wording::Words;

/// What the volume helper asks and answers.
pub struct Helper<'a> {
    /// What is stated, as typed.
    pub dosing: &'a Dosing,
    /// Whether the page states a stock, so that it matters how often.
    pub stocked: bool,
    /// What is worked out.
    pub view: &'a VolumeView,
    /// Takes the edits.
    pub on_edit: &'a Callback<Edit>,
}

/// The volume helper.
pub fn volume(words: &'static Words, helper: &Helper) -> Html {
    let Dosing { dose, times: often } = helper.dosing;
    let unread = !dose.is_empty() && !Decimal::parse(dose).is_ok_and(|dose| dose > Decimal::ZERO);
    let unread_times = !often.trim().is_empty() && times(often).is_none();
    let on_dose = helper.on_edit.reform(Edit::Dose);
    let on_times = helper.on_edit.reform(Edit::Times);
    html! {
        <div class="volume" data-role="volume">
            { field("nms-dose", words.volume.label, dose, unread.then_some(words.volume.unread.into()), on_dose) }
            if helper.stocked {
                { field("nms-times", words.stock.times, often, unread_times.then(|| words.stock.times_unread(&MOST_DOSES)), on_times) }
            }
            { result(words, helper.view) }
        </div>
    }
}

fn field(id: &'static str, label: &'static str, value: &str, error: Option<String>, on_text: Callback<String>) -> Html {
    let oninput = move |event: InputEvent| on_text.emit(event.target_unchecked_into::<HtmlInputElement>().value());
    let told = format!("{id}-error");
    html! {
        <>
            <div class="row-head">
                <label class="label" for={id}>{ label }</label>
                <input type="text" inputmode="text" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" {id} value={value.to_string()}
                    aria-invalid={error.is_some().then_some("true")} aria-describedby={error.is_some().then(|| told.clone())} {oninput} />
            </div>
            if let Some(error) = error {
                <p class="error" id={told}>{ glyph(Icon::Critical) }{ error }</p>
            }
        </>
    }
}

fn result(words: &'static Words, volume: &VolumeView) -> Html {
    match volume {
        VolumeView::Worked(lines) => html! {
            <table class="working" data-role="working">
                <caption>{ words.volume.caption }</caption>
                <tbody>{ for lines.iter().map(|(name, line)| html! { <tr key={*name}><th scope="row">{ *name }</th><td>{ line }</td></tr> }) }</tbody>
            </table>
        },
        VolumeView::Warning(text) => html! {
            <p class="error" data-role="ceiling">{ glyph(Icon::Critical) }{ text }</p>
        },
        VolumeView::Withheld(text) => html! {
            <p class="second">{ glyph(Icon::Withheld) }{ *text }</p>
        },
    }
}
