//! No text of the input comes out again: neither names nor identifiers, notes, displays, ids or unknown units.

use serde_json::{Value as Json, json};

use super::{as_json, bundle, observation, options, with};
use nms_advisor::data_in::fhir::from_fhir_text;
use nms_advisor::guideline::NMS;

const MARK: &str = "Zqxmark";

/// A record with text wherever FHIR has it.
fn record() -> Json {
    let texts = json!({ "id": "id-1", "text": { "status": "generated", "div": "<div>Jane Roe</div>" },
        "identifier": [{ "system": "https://example.org/mrn", "value": "4711" }],
        "note": [{ "text": "Called the sister, Mary Roe." }], "performer": [{ "display": "Dr Roe" }],
        "interpretation": [{ "text": "high" }], "method": { "text": "by hand" }, "bodySite": { "text": "left arm" } });
    let patient = json!({ "resourceType": "Patient", "id": "p", "name": [{ "family": "Roe", "given": ["Jane"] }],
        "gender": "female", "birthDate": "1980-05-01", "telecom": [{ "value": "555" }], "address": [{ "city": "Town" }] });
    let code =
        json!({ "coding": [{ "system": "http://loinc.org", "code": "2823-3", "display": "Potassium" }], "text": "K" });
    let specimen = json!({ "resourceType": "Specimen", "id": "s", "type": { "text": "Serum" } });
    let potassium = with(
        observation("2823-3", 5.1, "mmol/L"),
        json!({ "code": code,
        "specimen": { "reference": "Specimen/s", "display": "Serum of Jane" } }),
    );
    let range =
        json!({ "referenceRange": [{ "high": { "value": 200, "unit": "U/L", "code": "U/L" }, "text": "to 200" }] });
    let drug = json!({ "resourceType": "MedicationAdministration", "status": "completed", "id": "m",
        "subject": { "reference": "Patient/p", "display": "Jane Roe" }, "effectiveDateTime": "2026-11-20T09:00:00Z",
        "medicationCodeableConcept": { "coding": [{ "system": "http://www.whocc.no/atc", "code": "N05AD01",
            "display": "haloperidol" }], "text": "haloperidol 5 mg" }, "note": [{ "text": "refused at first" }] });
    let condition = json!({ "resourceType": "Condition", "id": "c", "subject": { "reference": "Patient/p" },
        "recordedDate": "2026-11-20", "clinicalStatus": { "coding": [{ "code": "active" }] },
        "verificationStatus": { "coding": [{ "code": "confirmed" }] },
        "code": { "coding": [{ "system": "http://snomed.info/sct", "code": "67406007", "display": "DIC" }], "text": "DIC" } });
    let text =
        with(observation("33914-3", 0.0, ""), json!({ "valueQuantity": null, "valueString": "> 60 mL/min/1.73m2" }));
    bundle(vec![
        patient,
        with(potassium, texts.clone()),
        specimen,
        with(observation("2157-6", 22_000.0, "U/L"), range),
        observation("8310-5", 39.8, "Cel"),
        with(observation("2951-2", 140.0, "furlong"), texts),
        text,
        drug,
        condition,
    ])
}

/// Every text of a tree, by its path.
fn paths(tree: &Json, at: &str, found: &mut Vec<String>) {
    match tree {
        Json::String(_) => found.push(at.into()),
        Json::Array(entries) => {
            entries.iter().enumerate().for_each(|(place, entry)| paths(entry, &format!("{at}/{place}"), found));
        }
        Json::Object(members) => members.iter().for_each(|(name, value)| paths(value, &format!("{at}/{name}"), found)),
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

fn is_silent_about_the_mark(input: &Json, path: &str) {
    // whatever is refused says so in a sentence of its own
    let Ok(read) = from_fhir_text(&NMS, &input.to_string(), &options()) else { return };
    let written = as_json(&read).to_string();
    assert!(!written.contains(MARK), "{path} comes out in {written}");
}

#[test]
fn no_text_of_the_input_comes_out_whichever_it_is() {
    let record = record();
    let mut found = Vec::new();
    paths(&record, "", &mut found);
    assert!(found.len() > 100, "the texts are found");
    for path in found {
        for marked in [MARK.to_string(), format!("{} {MARK}", record.pointer(&path).unwrap().as_str().unwrap())] {
            let mut changed = record.clone();
            *changed.pointer_mut(&path).unwrap() = json!(marked);
            is_silent_about_the_mark(&changed, &path);
        }
    }
}

#[test]
fn a_name_of_a_member_does_not_come_out() {
    let mut changed = record();
    changed["entry"][1]["resource"][MARK] = json!(MARK);
    changed["entry"][1]["resource"]["valueQuantity"][MARK] = json!(1);
    is_silent_about_the_mark(&changed, "a member");
    let own = json!({ "resourceType": MARK, "id": MARK });
    is_silent_about_the_mark(&bundle(vec![own]), "a type");
}

#[test]
fn the_birth_date_and_ids_stay_inside() {
    let read = from_fhir_text(&NMS, &record().to_string(), &options()).unwrap();
    let written = as_json(&read).to_string();
    for text in ["1980", "Roe", "Jane", "4711", "id-1", "Patient/p", "furlong"] {
        assert!(!written.contains(text), "{text} in {written}");
    }
    assert!(written.contains("Observation/1") && written.contains("haloperidol"), "{written}");
}
