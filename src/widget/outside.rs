//! Ways out of the page: the clipboard, a file, a print, a link. A browser may refuse each of them without a word, so none of
//! these says that it worked where that cannot be known; [`Handed`] shows the text itself, for the reader to take.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, HtmlTextAreaElement, ShadowRoot, Url, Window};
use yew::prelude::*;

/// A browser that is slow to write may read the file for this long.
const OFFERED_MS: u32 = 60_000;
/// A browser that prints says so within this time.
const PRINTS_MS: u32 = 500;

/// The window; none where the widget is drawn without a browser.
fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

/// Puts text on the clipboard, and tells whether it is there. Call it from an act of the reader, as browsers want it.
pub fn copy(text: &str, done: Callback<bool>) {
    // begun before this returns: a browser may ask for it within the click
    let Some(writing) = writing(text) else {
        done.emit(false);
        return;
    };
    spawn_local(async move { done.emit(JsFuture::from(writing).await.is_ok()) });
}

/// The promise of the clipboard; `None` where there is none, as on plain http, or where it throws.
fn writing(text: &str) -> Option<Promise> {
    let clipboard = Reflect::get(&window()?.navigator(), &"clipboard".into()).ok()?;
    // an undefined or foreign `clipboard` gives no function
    let write = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into::<Function>().ok()?;
    write.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()
}

/// Offers text as a file. `true` means offered and no more: a sandbox drops the file and nobody hears of it.
#[must_use]
pub fn download(text: &str, name: &str, kind: &str) -> bool {
    let offer = || -> Result<(), JsValue> {
        let document = window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
        let parts = Array::of1(&JsValue::from_str(text));
        let bag = BlobPropertyBag::new();
        bag.set_type(kind);
        let url = Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(&parts, &bag)?)?;
        let anchor = document.create_element("a")?.dyn_into::<HtmlAnchorElement>()?;
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
        Timeout::new(OFFERED_MS, move || {
            // an address that is gone already is fine
            let _ = Url::revoke_object_url(&url);
        })
        .forget();
        Ok(())
    };
    offer().is_ok()
}

/// Prints the page; style sheets choose what of it. `silent` is called where no print began, as in a sandbox.
pub fn print(silent: Callback<()>) {
    let Some(window) = window() else { return };
    let began = Rc::new(Cell::new(false));
    let listener = {
        let began = Rc::clone(&began);
        Closure::<dyn FnMut()>::new(move || began.set(true))
    };
    let function = listener.as_ref().unchecked_ref::<Function>();
    // a page without these events is told of below
    let _ = window.add_event_listener_with_callback("beforeprint", function);
    let _ = window.print();
    Timeout::new(PRINTS_MS, move || {
        let _ = window.remove_event_listener_with_callback("beforeprint", listener.as_ref().unchecked_ref());
        if !began.get() {
            silent.emit(());
        }
    })
    .forget();
}

/// The address that opens a case elsewhere: this page's origin and path with the case behind `#`. The page's own query stays
/// behind, as it can name a patient. `None` where such a link opens nothing: a page that is not served, a page whose
/// route stands behind `#`, and an element that does not open fragments. `inside` is any element of the widget; its host
/// says by the attribute `fragment` whether it opens them.
#[must_use]
pub fn link(inside: &Element, fragment: &str) -> Option<String> {
    let host = inside.get_root_node().dyn_into::<ShadowRoot>().ok()?.host();
    host.get_attribute("fragment").filter(|value| value != "false")?;
    let location = window()?.location();
    let hash = location.hash().ok()?;
    let served = matches!(location.protocol().ok()?.as_str(), "http:" | "https:");
    if !served || hash.starts_with("#/") || hash.starts_with("#!") {
        return None;
    }
    Some(format!("{}{}#{fragment}", location.origin().ok()?, location.pathname().ok()?))
}

/// Properties of [`Handed`].
#[derive(Clone, PartialEq, Properties)]
pub struct HandedProps {
    /// What the reader takes.
    pub text: AttrValue,
    /// Why it is shown; names the field.
    pub note: AttrValue,
}

/// A text to be copied by hand: a field that can only be read, with the focus and the text selected.
#[component]
pub fn Handed(props: &HandedProps) -> Html {
    crate::widget::language::count_drawing();
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.text.clone(), move |_| {
            if let Some(area) = node.cast::<HtmlTextAreaElement>() {
                // a field that cannot take the focus is still there to read
                let _ = area.focus();
                area.select();
            }
        });
    }
    html! {
        <label class="handed" data-role="handed">
            <span>{ &props.note }</span>
            <textarea ref={node} readonly={true} rows="6" autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" translate="no" value={props.text.clone()} />
        </label>
    }
}
