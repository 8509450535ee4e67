//! The reader of FHIR with texts and JSON on both sides: what the JavaScript module exports.

use super::{outside, text};
use crate::data_in::fhir::{FhirOptions, read, tree_of};
use crate::data_in::tree::Tree;
use crate::guideline::NMS;
use crate::wording::outside::en::OUTSIDE;

/// What was read of FHIR resources, as JSON; `options` is the JSON of an object with `now`, `windowHours`, `patient`.
///
/// # Errors
/// A sentence, where the input or the options cannot be read.
pub fn fhir_to_json(input: &str, options: &str) -> Result<String, String> {
    let read = Tree::parse(options).and_then(|options| FhirOptions::read(&options)).and_then(|options| {
        let input = tree_of(input)?;
        read(NMS.findings, NMS.agents, &input, &options)
    });
    let read = read.map_err(|refusal| refusal.text(&OUTSIDE.refusals).to_string())?;
    text(&outside(&read, &OUTSIDE)).map_err(|error| error.to_string())
}
