//! The readers of what comes from outside, with texts and JSON on both sides: what the JavaScript module exports.

use super::{LineJson, outside, text};
use crate::data_in::Refusal;
use crate::data_in::fhir::{FhirOptions, read as read_fhir, tree_of};
use crate::data_in::text::{TextOptions, read as read_text};
use crate::data_in::tree::Tree;
use crate::guideline::ASKED;
use crate::guideline::agents::AGENTS;
use crate::wording::line::en::LINE;
use crate::wording::outside::en::OUTSIDE;

/// What was read of a text, as JSON; `options` is the JSON of an object with `units`, `si` or `conventional`.
///
/// # Errors
/// A sentence, where the options cannot be read.
pub fn text_to_json(given: &str, options: &str) -> Result<String, String> {
    let options = Tree::parse(options).map_err(refused)?;
    let conventional = options.text("units") == Some("conventional");
    let read = read_text(&ASKED, AGENTS, given, &TextOptions { conventional });
    text(&LineJson::of(&read, &LINE)).map_err(|error| error.to_string())
}

/// What was read of FHIR resources, as JSON; `options` is the JSON of an object with `now`, `windowHours`, `patient`.
///
/// # Errors
/// A sentence, where the input or the options cannot be read.
pub fn fhir_to_json(input: &str, options: &str) -> Result<String, String> {
    let read = Tree::parse(options).and_then(|options| FhirOptions::read(&options)).and_then(|options| {
        let input = tree_of(input)?;
        read_fhir(&ASKED, AGENTS, &input, &options)
    });
    text(&outside(&read.map_err(refused)?, &OUTSIDE)).map_err(|error| error.to_string())
}

fn refused(refusal: Refusal) -> String {
    refusal.text(&OUTSIDE.refusals).to_string()
}
