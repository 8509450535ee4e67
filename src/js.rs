//! The JavaScript exports: the only `JsValue` in the crate.

mod advisor;
mod intake;
mod kept;
mod lesson;
mod sent;
mod stock;

use js_sys::Function;
use serde::Serialize;
use wasm_bindgen::prelude::*;

pub use advisor::{Advisor, Moment, Unmount};

use crate::answer::Sent;
use crate::guideline::NMS;
use crate::wire;
use sent::entries;

fn borrowed(entries: &[(String, Sent)]) -> impl Iterator<Item = (&str, Sent)> {
    entries.iter().map(|(key, sent)| (key.as_str(), sent.clone()))
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let text = wire::text(value).map_err(|error| js_sys::Error::new(&error.to_string()))?;
    js_sys::JSON::parse(&text)
}

/// A value as an indented JSON text.
#[must_use]
pub fn json(value: &impl Serialize) -> String {
    let text = to_js(value).and_then(|value| {
        js_sys::JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &JsValue::from_f64(2.0))
    });
    text.map_or_else(|_| String::new(), String::from)
}

/// Assesses findings (contract, sections 1 to 4).
///
/// # Errors
/// A `TypeError` unless `findings`, and `options` if given, are plain objects.
#[wasm_bindgen]
pub fn assess(findings: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let findings = entries(findings, "findings")?;
    let options = if options.is_undefined() { Vec::new() } else { entries(options, "options")? };
    to_js(&wire::assess_sent(&NMS, borrowed(&findings), borrowed(&options)))
}

/// CDS Hooks cards of an assessment.
///
/// # Errors
/// A `TypeError` unless it is an assessment of this module.
#[wasm_bindgen(js_name = toCdsHooksCards)]
pub fn to_cds_hooks_cards(assessment: JsValue) -> Result<JsValue, JsValue> {
    let assessed = serde_wasm_bindgen::from_value(assessment)
        // without what the reader of JSON says: it quotes values
        .map_err(|_| js_sys::TypeError::new("nms-advisor: this is no assessment, as `assess` returns it"))?;
    to_js(&wire::cards(assessed))
}

/// Calls `told` with a message when the module crashes, before anything else happens, so that the host can take stale
/// advice off the page. The next call from outside finds a fresh instance, in which nothing is mounted and nobody is told.
#[wasm_bindgen(js_name = onCrash)]
pub fn on_crash(told: Function) {
    let hook = move |info: &std::panic::PanicHookInfo<'_>| {
        // the place alone: what a panic says may quote what was entered, and trackers collect what the console is told
        let place = info.location().map_or_else(String::new, ToString::to_string);
        web_sys::console::error_1(&JsValue::from_str(&format!("nms-advisor: the computation failed at {place}")));
        // nothing can be done for a listener that throws while the module goes down
        let _ = told.call1(&JsValue::UNDEFINED, &JsValue::from_str("the computation failed"));
        restart();
    };
    yew::set_custom_panic_hook(Box::new(hook));
}

/// Has the next call from outside find a fresh instance of the module; everything of this one is lost.
#[wasm_bindgen]
pub fn restart() {
    wasm_bindgen::handler::schedule_reinit();
}

/// Whether the widget is drawing. Nodes of it that change at another time were changed by somebody else.
#[wasm_bindgen]
#[must_use]
pub fn drawing() -> bool {
    crate::widget::language::drawing()
}
