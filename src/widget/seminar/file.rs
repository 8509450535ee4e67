//! What leaves and enters the room: files that the reader asks for, and the tab's own storage after an explicit yes.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Storage, Url};
use yew::Callback;

use crate::wording::areas::Menu;

/// The name under which a run is kept.
const KEPT: &str = "nms-advisor-run";
/// Larger files are no cases.
const MOST_BYTES: f64 = 400_000.0;

fn storage() -> Option<Storage> {
    // a page without an origin of its own may have none, and says so by throwing
    web_sys::window()?.session_storage().ok().flatten()
}

/// The run that was kept in this tab.
#[must_use]
pub fn kept() -> Option<String> {
    storage()?.get_item(KEPT).ok().flatten()
}

/// Keeps a run in this tab, or takes it away; `false` where the browser does not allow it.
#[must_use]
pub fn keep(text: Option<&str>) -> bool {
    let Some(storage) = storage() else { return text.is_none() };
    match text {
        Some(text) => storage.set_item(KEPT, text).is_ok(),
        None => storage.remove_item(KEPT).is_ok(),
    }
}

/// Offers text as a file; `false` where the browser does not take it.
#[must_use]
pub fn download(text: &str, name: &str, kind: &str) -> bool {
    let save = || -> Result<(), JsValue> {
        let parts = Array::of1(&JsValue::from_str(text));
        let bag = BlobPropertyBag::new();
        bag.set_type(kind);
        let blob = Blob::new_with_str_sequence_and_options(&parts, &bag)?;
        let url = Url::create_object_url_with_blob(&blob)?;
        let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
        let anchor = document.create_element("a")?.dyn_into::<HtmlAnchorElement>()?;
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
        Url::revoke_object_url(&url)
    };
    save().is_ok()
}

/// The text of the file that was chosen, or why there is none.
pub fn read(told: &'static Menu, input: &HtmlInputElement, take: Callback<Result<String, String>>) {
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    // the same file can be chosen again
    input.set_value("");
    let name = file.name();
    if file.size() > MOST_BYTES {
        take.emit(Err(told.too_large(&name)));
        return;
    }
    spawn_local(async move {
        let text = wasm_bindgen_futures::JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        take.emit(text.ok_or_else(|| told.not_read(&name)));
    });
}

/// Prints one part of the page: style sheets read what from the root.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // a browser that cannot print says so itself
        let _ = window.print();
    }
}
