//! Builders of small resources, and a result as a few lines.

mod carried;
mod codes;
mod drugs;
mod general;
mod order;
mod private;
mod specimens;
mod tables;
mod times;
mod values;
mod whole;

use expect_test::Expect;
use nms_advisor::data_in::fhir::{FhirOptions, from_fhir_text};
use nms_advisor::data_in::{FromOutside, Refusal};
use nms_advisor::guideline::NMS;
use nms_advisor::wire;
use nms_advisor::wording::outside::OUTSIDE;
use serde_json::{Value as Json, json};

/// The time of every test.
pub(crate) const NOW: &str = "2026-11-20T12:00:00Z";

pub(crate) fn options() -> FhirOptions {
    FhirOptions::new(NOW, None, None).unwrap()
}

/// What is read of some resources.
pub(crate) fn read(input: &Json) -> FromOutside {
    from_fhir_text(&NMS, &input.to_string(), &options()).unwrap()
}

pub(crate) fn refused(text: &str) -> &'static str {
    from_fhir_text(&NMS, text, &options()).expect_err("it is refused").id()
}

/// The result as the contract has it.
pub(crate) fn as_json(read: &FromOutside) -> Json {
    serde_json::from_str(&wire::text(&wire::outside(read, &OUTSIDE)).unwrap()).unwrap()
}

/// An Observation of an hour ago.
pub(crate) fn observation(code: &str, value: f64, unit: &str) -> Json {
    json!({
        "resourceType": "Observation",
        "status": "final",
        "code": { "coding": [{ "system": "http://loinc.org", "code": code }] },
        "subject": { "reference": "Patient/p" },
        "effectiveDateTime": "2026-11-20T11:00:00Z",
        "valueQuantity": { "value": value, "unit": unit, "system": "http://unitsofmeasure.org", "code": unit },
    })
}

/// A resource with other members; `null` takes one away.
pub(crate) fn with(mut resource: Json, more: Json) -> Json {
    for (name, value) in more.as_object().unwrap() {
        if value.is_null() {
            resource.as_object_mut().unwrap().remove(name);
        } else {
            resource[name] = value.clone();
        }
    }
    resource
}

pub(crate) fn at(time: &str, resource: Json) -> Json {
    with(resource, json!({ "effectiveDateTime": time }))
}

/// A code of LOINC with others.
pub(crate) fn coded(codes: &[&str]) -> Json {
    let codings: Vec<Json> = codes.iter().map(|code| json!({ "system": "http://loinc.org", "code": code })).collect();
    json!({ "coding": codings })
}

pub(crate) fn bundle(resources: Vec<Json>) -> Json {
    let entries: Vec<Json> = resources.into_iter().map(|resource| json!({ "resource": resource })).collect();
    json!({ "resourceType": "Bundle", "type": "collection", "entry": entries })
}

/// A result in lines: `+` is ticked, `?` is offered, `-` is not used.
pub(crate) fn lines(read: &FromOutside) -> String {
    let json = as_json(read);
    let mut lines = Vec::new();
    let list = |name: &str| json[name].as_array().unwrap().clone();
    let text = |row: &Json, name: &str| row[name].as_str().unwrap_or_default().to_string();
    for row in list("used") {
        let sign = if row["ticked"] == true { '+' } else { '?' };
        let value = match &row["value"] {
            Json::Object(fields) => {
                fields.iter().map(|(name, value)| format!("{name} {value}")).collect::<Vec<_>>().join(" ")
            }
            other => other.to_string(),
        };
        let why: Vec<String> = row["why"].as_array().into_iter().flatten().map(|why| text(why, "id")).collect();
        let of = if row["of"] == 1 { String::new() } else { format!(" of {}", row["of"]) };
        lines.push(format!("{sign} {} {}{of}: {}", text(&row, "finding"), value.replace('"', ""), why.join(", ")));
    }
    for row in list("notUsed") {
        let finding = row["finding"].as_str().unwrap_or("?");
        let of = if row["of"] == 1 { String::new() } else { format!(" x {}", row["of"]) };
        let sent = text(&row, "sent");
        let space = if sent.is_empty() { "" } else { " " };
        lines.push(format!("- {finding}{space}{sent}{of}: {}", text(&row, "reason")));
    }
    if json["notMapped"] != 0 {
        lines.push(format!("not mapped: {}", json["notMapped"]));
    }
    lines.join("\n")
}

/// Each observation in one place, and the lines as expected.
pub(crate) fn check(resources: Vec<Json>, expected: Expect) {
    let result = read(&bundle(resources));
    expected.assert_eq(&lines(&result));
    counted(&result);
}

/// Every Observation is read, not used or not mapped.
pub(crate) fn counted(read: &FromOutside) {
    let counts = read.counts.unwrap();
    assert!(counts.observations >= counts.read + counts.not_mapped, "{counts:?}");
    let left = counts.observations - counts.read - counts.not_mapped;
    let told =
        read.not_used.iter().filter(|row| row.resource.as_deref().is_some_and(|at| at.starts_with("Observation/")));
    let told: usize = told.map(|row| row.of).sum();
    assert!(told >= left, "{left} are left and {told} are told");
    assert!(counts.read == 0 || !read.used.is_empty());
}

pub(crate) fn refusal_of(result: Result<FhirOptions, Refusal>) -> &'static str {
    result.expect_err("it is refused").id()
}
