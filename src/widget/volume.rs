//! The volume of a dantrolene dose that the reader states, worked out line by line so that it can be checked.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::engine::decimal::Decimal;
use crate::panel::beyond::VolumeView;
use crate::session::Edit;
use crate::widget::icons::{Icon, glyph};
use crate::widget::plan::around::Around;
use crate::wording::Words;

/// The volume helper.
pub fn volume(around: &Around, view: &VolumeView) -> Html {
    let (words, dose) = (around.edition.words, &around.dose);
    let on_edit = around.on_edit.clone();
    let oninput =
        move |event: InputEvent| on_edit.emit(Edit::Dose(event.target_unchecked_into::<HtmlInputElement>().value()));
    let unread = !dose.is_empty() && !Decimal::parse(dose).is_ok_and(|dose| dose > Decimal::ZERO);
    let described = unread.then_some("nms-dose-error");
    html! {
        <div class="volume" data-role="volume">
            <div class="row-head">
                <label class="label" for="nms-dose">{ words.volume.label }</label>
                <input type="text" inputmode="text" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" id="nms-dose" value={dose.clone()}
                    aria-invalid={unread.then_some("true")} aria-describedby={described} {oninput} />
            </div>
            if unread {
                <p class="error" id="nms-dose-error">{ glyph(Icon::Critical) }{ words.volume.unread }</p>
            }
            { result(words, view) }
        </div>
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
