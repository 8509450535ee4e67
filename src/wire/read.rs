//! The readers of what comes from outside, with texts and JSON on both sides: what the JavaScript module exports.

use super::{LineJson, text};
use crate::data_in::text::{TextOptions, read};
use crate::data_in::tree::Tree;
use crate::guideline::NMS;
use crate::wording::line::en::LINE;
use crate::wording::outside::en::OUTSIDE;

/// What was read of a text, as JSON; `options` is the JSON of an object with `units`, `si` or `conventional`.
///
/// # Errors
/// A sentence, where the options cannot be read.
pub fn text_to_json(given: &str, options: &str) -> Result<String, String> {
    let options = Tree::parse(options).map_err(|refusal| refusal.text(&OUTSIDE.refusals).to_string())?;
    let conventional = options.text("units") == Some("conventional");
    let from_text = read(NMS.findings, NMS.agents, given, &TextOptions { conventional });
    text(&LineJson::of(&from_text, &LINE)).map_err(|error| error.to_string())
}
