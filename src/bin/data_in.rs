//! The WASM entry of the reader of texts and records: it is loaded on first use, so it holds what can be asked and what
//! drugs are called, and nothing else of the rule set. Texts and JSON cross the border, and nothing else.

use nms_advisor::wire::read;
use wasm_bindgen::prelude::*;

fn main() {}

/// Reads what somebody typed or pasted. Options and result are JSON.
///
/// # Errors
/// A `TypeError` with a sentence.
#[wasm_bindgen(js_name = fromText)]
pub fn from_text(text: &str, options: &str) -> Result<String, JsValue> {
    read::text_to_json(text, options).map_err(|sentence| refused(&sentence))
}

/// Reads FHIR resources. Input, options and result are JSON.
///
/// # Errors
/// A `TypeError` with a sentence.
#[wasm_bindgen(js_name = fromFhir)]
pub fn from_fhir(input: &str, options: &str) -> Result<String, JsValue> {
    read::fhir_to_json(input, options).map_err(|sentence| refused(&sentence))
}

/// Has the next call find a fresh instance of the module.
#[wasm_bindgen]
pub fn restart() {
    wasm_bindgen::handler::schedule_reinit();
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = TypeError)]
    type TypeError;
    #[wasm_bindgen(constructor, js_class = "TypeError")]
    fn new(message: &str) -> TypeError;
}

fn refused(sentence: &str) -> JsValue {
    TypeError::new(&format!("nms-advisor: {sentence}")).into()
}
