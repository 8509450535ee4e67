//! The case as a whole: copy it as a note, print it, save it as a file, open one, make a link that stays in the browser.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, HtmlAnchorElement, HtmlInputElement, Url};
use yew::prelude::*;

use crate::case_file;
use crate::guideline::NMS;
use crate::note::note;
use crate::session::{Edit, Session};
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_edition;
use crate::wording::Edition;
use crate::wording::areas::Menu;

/// Larger files are no cases.
const MOST_BYTES: f64 = 200_000.0;

/// Properties of [`CaseMenu`].
#[derive(Clone, PartialEq, Properties)]
pub struct CaseMenuProps {
    /// The case.
    pub case: Rc<Session>,
    /// Takes a case that is opened.
    pub on_edit: Callback<Edit>,
}

/// A menu that opens below its button; what happened is said in it.
#[component]
pub fn CaseMenu(props: &CaseMenuProps) -> Html {
    let edition = use_edition();
    let told = &edition.words.menu;
    let said = use_state(Vec::<String>::new);
    let link = use_state(String::new);
    let say = {
        let said = said.clone();
        Callback::from(move |lines: Vec<String>| said.set(lines))
    };
    let copied = |format: &'static str, name: &'static str| {
        let (case, say) = (Rc::clone(&props.case), say.clone());
        let onclick = move |_: MouseEvent| {
            if let Some(text) = note(edition, &case, format) {
                copy(told, text, told.copied(&name), say.clone());
            }
        };
        html! { <button type="button" class="item" data-action={format!("copy-{format}")} {onclick}>{ told.copy_as(&name) }</button> }
    };
    let save = {
        let (case, say) = (Rc::clone(&props.case), say.clone());
        move |_: MouseEvent| {
            let saved = download(&case_file::write(&NMS, &case));
            say.emit(vec![if saved { told.saved } else { told.not_saved }.into()]);
        }
    };
    let open = {
        let (on_edit, say) = (props.on_edit.clone(), say.clone());
        move |event: Event| {
            open_file(edition, &event.target_unchecked_into::<HtmlInputElement>(), on_edit.clone(), say.clone());
        }
    };
    let make_link = {
        let (case, say, link) = (Rc::clone(&props.case), say.clone(), link.clone());
        move |_: MouseEvent| {
            let address = address(&case_file::fragment(&NMS, &case));
            link.set(address.clone());
            copy(told, address, told.link_copied.into(), say.clone());
        }
    };
    let print = move |_: MouseEvent| {
        if let Some(window) = web_sys::window() {
            // a browser that cannot print says so itself
            let _ = window.print();
        }
    };
    html! {
        <details class="menu" data-role="case-menu">
            <summary class="button">{ glyph(Icon::Case) }{ told.title }{ glyph(Icon::Chevron) }</summary>
            <div class="menu-body">
                { copied("sbar", told.sbar) }
                { copied("text", told.plain_text) }
                { copied("markdown", told.markdown) }
                <button type="button" class="item" data-action="print" onclick={print}>{ told.print }</button>
                <button type="button" class="item" data-action="save" onclick={save}>{ told.save }</button>
                <label class="item" for="nms-open">{ told.open }<input type="file" id="nms-open" class="vh" accept=".txt,text/plain" onchange={open} /></label>
                <button type="button" class="item" data-action="link" onclick={make_link}>{ told.link }</button>
                <p class="row-note">{ told.note }</p>
                if !link.is_empty() {
                    <input type="text" readonly={true} class="link-text" aria-label={told.link_label} value={(*link).clone()} />
                }
                <div role="status" data-role="case-status">{ for said.iter().map(|line| html! { <p key={line.clone()}>{ line }</p> }) }</div>
            </div>
        </details>
    }
}

/// Puts text on the clipboard and says how that went.
fn copy(told: &'static Menu, text: String, done: String, say: Callback<Vec<String>>) {
    spawn_local(async move {
        let written = match web_sys::window().map(|window| window.navigator().clipboard()) {
            Some(clipboard) => wasm_bindgen_futures::JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
            None => false,
        };
        say.emit(vec![if written { done } else { told.not_copied.into() }]);
    });
}

/// Offers text as a file; `false` where the browser does not take it.
fn download(text: &str) -> bool {
    let save = || -> Result<(), JsValue> {
        let parts = Array::of1(&JsValue::from_str(text));
        let blob = Blob::new_with_str_sequence(&parts)?;
        let url = Url::create_object_url_with_blob(&blob)?;
        let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
        let anchor = document.create_element("a")?.dyn_into::<HtmlAnchorElement>()?;
        anchor.set_href(&url);
        anchor.set_download("nms-case.txt");
        anchor.click();
        Url::revoke_object_url(&url)
    };
    save().is_ok()
}

fn open_file(edition: Edition, input: &HtmlInputElement, on_edit: Callback<Edit>, say: Callback<Vec<String>>) {
    let told = &edition.words.menu;
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    // the same file can be chosen again
    input.set_value("");
    if file.size() > MOST_BYTES {
        say.emit(vec![told.too_large(&file.name())]);
        return;
    }
    spawn_local(async move {
        let text = wasm_bindgen_futures::JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        let Some(text) = text else {
            say.emit(vec![told.not_read(&file.name())]);
            return;
        };
        let opened = case_file::read(edition, &text);
        if opened.entries.is_empty() {
            say.emit([vec![told.no_answer.to_string()], opened.problems].concat());
            return;
        }
        let lines = vec![told.opened(&file.name(), &opened.entries.len())];
        let problems = opened.problems.clone();
        on_edit.emit(Edit::Open(Box::new(opened)));
        say.emit([lines, problems].concat());
    });
}

/// This page's own address with the case behind its `#`.
#[must_use]
pub fn address(fragment: &str) -> String {
    // drawn without a browser there is no address
    let window = if cfg!(target_arch = "wasm32") { web_sys::window() } else { None };
    let href = window.and_then(|window| window.location().href().ok()).unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}#{fragment}")
}
