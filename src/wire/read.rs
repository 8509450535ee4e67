//! The readers of what comes from outside, with texts and JSON on both sides: what the JavaScript module exports.

use super::{LineJson, outside, text};
use crate::data_in::Refusal;
use crate::data_in::fhir::{FhirOptions, from_fhir_text};
use crate::data_in::text::{TextOptions, read};
use crate::data_in::tree::Tree;
use crate::engine::decimal::Decimal;
use crate::guideline::ASKED;
use crate::wording::line::en::LINE;
use crate::wording::outside::en::OUTSIDE;

/// What was read of a text, as JSON; `options` is the JSON of an object with `units`, `si` or `conventional`.
///
/// # Errors
/// A sentence, where the options cannot be read.
pub fn text_to_json(given: &str, options: &str) -> Result<String, String> {
    let options = Tree::parse(options).map_err(refused)?;
    let conventional = options.text("units") == Some("conventional");
    let from_text = read(ASKED.findings, ASKED.agents, given, &TextOptions { conventional });
    text(&LineJson::of(&from_text, &LINE)).map_err(|error| error.to_string())
}

/// What was read of FHIR resources, as JSON; `options` is the JSON of an object with `now`, and perhaps `windowHours` and
/// `patient`.
///
/// # Errors
/// A sentence, where options or input cannot be read.
pub fn fhir_to_json(input: &str, options: &str) -> Result<String, String> {
    let options = Tree::parse(options).map_err(refused)?;
    let hours = match options.get("windowHours") {
        None | Some(Tree::Null) => None,
        Some(Tree::Number(hours)) => Some(Decimal::parse(hours).map_err(|_| refused(Refusal::Window))?),
        Some(Tree::Bool(_) | Tree::Text(_) | Tree::List(_) | Tree::Object(_)) => return Err(refused(Refusal::Window)),
    };
    let options =
        FhirOptions::new(options.text("now").unwrap_or_default(), hours, options.text("patient")).map_err(refused)?;
    let read = from_fhir_text(&ASKED, input, &options).map_err(refused)?;
    text(&outside(&read, &OUTSIDE)).map_err(|error| error.to_string())
}

fn refused(refusal: Refusal) -> String {
    refusal.text(&OUTSIDE.refusals).to_string()
}
