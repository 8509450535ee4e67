//! The WASM entry of the teaching room: everything of the library, and the views that are loaded apart from the widget, so
//! that who embeds the form alone does not pay for them.

use js_sys::Function;
use nms_advisor::js::Advisor;
use nms_advisor::widget::seminar::{Seminar, SeminarProps};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::Renderer;

fn main() {}

/// Mounts the teaching room in `root`; the same handle as the widget's own. `opener` opens a window of its own for the wall, as
/// `Screen::new` takes it.
///
/// # Errors
/// A `TypeError` unless `options` is a plain object.
#[wasm_bindgen(js_name = mountSeminar)]
pub fn mount_seminar(
    root: Element,
    options: &JsValue,
    on_change: Function,
    keep: Function,
    opener: Option<Function>,
) -> Result<Advisor, JsValue> {
    Advisor::mount(root, options, on_change, keep, |root, bridge| {
        let props = SeminarProps { bridge, words: None, opener };
        let app = Renderer::<Seminar>::with_root_and_props(root, props).render();
        Box::new(move || app.destroy())
    })
}
