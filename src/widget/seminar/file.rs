//! What enters the room: files that the reader chooses. What leaves it goes by `widget::outside`.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::Callback;

use crate::wording::areas::Menu;

/// Larger files are no cases.
const MOST_BYTES: f64 = 400_000.0;

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
