//! Status, patient, shape and version of resources.

use expect_test::expect;
use nms_advisor::data_in::fhir::{FhirOptions, from_fhir_text};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::guideline::NMS;
use nms_advisor::wire::read::fhir_to_json;
use serde_json::{Value as Json, json};

use super::{NOW, bundle, check, lines, observation, read, refusal_of, refused, with};

fn temperature() -> Json {
    observation("8310-5", 39.8, "Cel")
}

#[test]
fn a_final_result_is_ticked() {
    check(vec![temperature()], expect!["+ temperature unit Cel value 39.8: only"]);
}

#[test]
fn a_cancelled_result_is_none() {
    check(vec![with(temperature(), json!({ "status": "cancelled" }))], expect!["- temperature 39.8 Cel: status"]);
}

#[test]
fn what_was_entered_in_error_is_no_result() {
    check(
        vec![with(temperature(), json!({ "status": "entered-in-error" }))],
        expect!["- temperature 39.8 Cel: status"],
    );
}

#[test]
fn a_result_without_a_status_is_none() {
    check(vec![with(temperature(), json!({ "status": null }))], expect!["- temperature 39.8 Cel: status"]);
}

#[test]
fn a_preliminary_result_is_offered() {
    check(
        vec![with(temperature(), json!({ "status": "preliminary" }))],
        expect!["? temperature unit Cel value 39.8: only, preliminary"],
    );
}

#[test]
fn a_corrected_result_says_so() {
    check(
        vec![with(temperature(), json!({ "status": "corrected" }))],
        expect!["+ temperature unit Cel value 39.8: only, corrected"],
    );
}

#[test]
fn a_preliminary_result_stands_beside_the_final_one() {
    let final_one = observation("2823-3", 5.1, "mmol/L");
    let preliminary = with(observation("2823-3", 7.9, "mmol/L"), json!({ "status": "preliminary" }));
    check(
        vec![final_one, preliminary],
        expect![[r#"
        + potassium unit mmol/L value 5.1: only
        ? potassium unit mmol/L value 7.9: only, preliminary"#]],
    );
}

#[test]
fn a_modifier_that_is_not_understood_keeps_it_out() {
    let modifier = json!({ "modifierExtension": [{ "url": "https://example.org/negated", "valueBoolean": true }] });
    check(vec![with(temperature(), modifier)], expect!["- temperature 39.8 Cel: modifier"]);
}

#[test]
fn what_is_about_a_fetus_is_not_about_the_patient() {
    let focus = json!({ "focus": [{ "reference": "RelatedPerson/fetus" }] });
    check(vec![with(observation("8867-4", 150.0, "/min"), focus)], expect!["- heartRate 150.0 /min: about-another"]);
}

#[test]
fn what_is_about_a_device_is_not_about_the_patient() {
    check(
        vec![with(temperature(), json!({ "subject": { "reference": "Device/incubator" } }))],
        expect!["- temperature 39.8 Cel: about-another"],
    );
}

#[test]
fn what_names_nobody_is_offered() {
    check(
        vec![with(temperature(), json!({ "subject": null }))],
        expect!["? temperature unit Cel value 39.8: only, no-subject"],
    );
}

#[test]
fn several_patients_need_one_to_be_named() {
    let other = with(temperature(), json!({ "subject": { "reference": "Patient/q" } }));
    let input = bundle(vec![temperature(), other]).to_string();
    assert_eq!(refused(&input), "several-patients");
    let chosen = |name: &str| {
        let options = FhirOptions::new(NOW, None, Some(name)).unwrap();
        lines(&from_fhir_text(&NMS, &input, &options).unwrap())
    };
    expect![[r#"
        + temperature unit Cel value 39.8: only
        - temperature 39.8 Cel: other-patient"#]]
    .assert_eq(&chosen("p"));
    assert_eq!(chosen("Patient/p"), chosen("p"));
    assert_eq!(chosen("https://example.org/fhir/Patient/p/_history/2"), chosen("p"));
}

#[test]
fn a_patient_is_found_by_the_address_of_its_entry() {
    let input = json!({ "resourceType": "Bundle", "type": "collection", "entry": [
        { "fullUrl": "urn:uuid:1", "resource": { "resourceType": "Patient", "id": "p" } },
        { "fullUrl": "urn:uuid:2", "resource": with(temperature(), json!({ "subject": { "reference": "urn:uuid:1" } })) },
        { "fullUrl": "urn:uuid:3", "resource": observation("8867-4", 128.0, "/min") },
    ] });
    expect![[r#"
        + temperature unit Cel value 39.8: only
        + heartRate unit /min value 128: only"#]]
    .assert_eq(&lines(&read(&input)));
}

#[test]
fn a_newer_version_replaces_the_older_one() {
    let first = with(observation("8310-5", 41.5, "Cel"), json!({ "id": "t", "meta": { "versionId": "1" } }));
    let second = json!({ "id": "t", "meta": { "versionId": "2" }, "status": "entered-in-error" });
    check(
        vec![with(first.clone(), second), first],
        expect![[r#"
        - temperature 41.5 Cel: status
        - temperature 41.5 Cel: superseded"#]],
    );
}

#[test]
fn versions_without_an_order_are_both_left() {
    let first = with(observation("8310-5", 41.5, "Cel"), json!({ "id": "t" }));
    let second = with(observation("8310-5", 37.5, "Cel"), json!({ "id": "t" }));
    check(vec![first, second], expect!["- temperature 37.5 Cel x 2: versions-unclear"]);
}

#[test]
fn the_same_resource_twice_is_one() {
    let one = with(temperature(), json!({ "id": "t" }));
    check(vec![one.clone(), one], expect!["+ temperature unit Cel value 39.8: only"]);
}

#[test]
fn resources_are_found_in_every_shape() {
    let one = temperature();
    let wanted = lines(&read(&one));
    assert!(wanted.starts_with("+ temperature"));
    let report = json!({ "resourceType": "DiagnosticReport", "status": "final", "subject": { "reference": "Patient/p" },
        "contained": [with(one.clone(), json!({ "id": "t", "subject": null }))], "result": [{ "reference": "#t" }] });
    let prefetch = json!({ "patient": null, "vitals": bundle(vec![one.clone()]) });
    let nested = bundle(vec![bundle(vec![one.clone()])]);
    let parameters =
        json!({ "resourceType": "Parameters", "parameter": [{ "name": "return", "resource": one.clone() }] });
    for input in [json!([one.clone()]), bundle(vec![one]), report, prefetch, nested, parameters] {
        assert_eq!(lines(&read(&input)), wanted, "{input}");
    }
}

#[test]
fn a_report_entered_in_error_takes_its_results_along() {
    let report = json!({ "resourceType": "DiagnosticReport", "status": "entered-in-error",
        "subject": { "reference": "Patient/p" }, "contained": [temperature()] });
    check(vec![report], expect!["- temperature 39.8 Cel: status"]);
}

#[test]
fn what_is_no_fhir_is_refused_by_name() {
    for (text, wanted) in [
        ("<ClinicalDocument xmlns=\"urn:hl7-org:v3\"/>", "c-cda"),
        ("<Bundle xmlns=\"http://hl7.org/fhir\"/>", "xml"),
        ("MSH|^~\\&|LAB|", "hl7-v2"),
        ("T 39.8 HR 128", "not-json"),
        ("{}", "not-fhir"),
        ("[]", "not-fhir"),
        ("{\"a\":1,\"a\":2}", "twice-named"),
        ("{\"resourceType\":\"Observation\"}{\"resourceType\":\"Observation\"}", "not-json"),
    ] {
        assert_eq!(refused(text), wanted, "{text}");
    }
}

#[test]
fn release_3_is_refused_by_its_shapes() {
    for old in [
        json!({ "resourceType": "MedicationStatement", "status": "active", "taken": "y" }),
        json!({ "resourceType": "Observation", "status": "final", "context": { "reference": "Encounter/1" } }),
        json!({ "resourceType": "Condition", "clinicalStatus": "active" }),
        json!({ "resourceType": "MedicationAdministration", "status": "completed", "notGiven": false }),
    ] {
        assert_eq!(refused(&bundle(vec![temperature(), old]).to_string()), "stu3");
    }
}

#[test]
fn the_limits_are_refused_in_words() {
    let deep = format!("{}1{}", "[".repeat(100), "]".repeat(100));
    assert_eq!(refused(&deep), "too-deep");
    assert_eq!(refused(&format!("{{{}", " ".repeat(5_000_000))), "too-long");
    let many = vec![json!({ "resourceType": "Basic" }); 20_001];
    assert_eq!(refused(&json!(many).to_string()), "too-many");
}

#[test]
fn options_that_cannot_be_used_are_named() {
    for now in ["", "today", "2026-11-20", "2026-11-20T12:00:00", "2026-02-30T12:00:00Z"] {
        assert_eq!(refusal_of(FhirOptions::new(now, None, None)), "now", "{now}");
    }
    for window in [0.0, -1.0, 10_000.0] {
        let window = Decimal::from_f64(window);
        assert_eq!(refusal_of(FhirOptions::new(NOW, window, None)), "window", "{window:?}");
    }
    assert_eq!(refusal_of(FhirOptions::new(NOW, None, Some(" "))), "patient");
}

#[test]
fn what_is_not_known_is_counted() {
    check(vec![observation("718-7", 13.0, "g/dL")], expect!["not mapped: 1"]);
}

#[test]
fn texts_and_json_cross_the_border_and_nothing_else() {
    let input = temperature().to_string();
    let options = json!({ "now": NOW, "windowHours": 2.5, "patient": "Patient/p" }).to_string();
    let read: Json = serde_json::from_str(&fhir_to_json(&input, &options).unwrap()).unwrap();
    assert_eq!(read["findings"], json!({ "temperature": { "value": 39.8, "unit": "Cel" } }));
    assert_eq!(read["used"][0]["why"][0]["message"], "It is the only reading that counts.");
    for (options, wanted) in [
        (json!({ "now": 7 }), "Give `now`"),
        (json!({ "now": NOW, "windowHours": "4" }), "Give `windowHours`"),
        (json!({ "now": NOW, "patient": 7 }), "Give `patient`"),
        (json!({ "now": NOW, "window": 4 }), "Give only"),
        (json!([]), "Give only"),
    ] {
        let refused = fhir_to_json(&input, &options.to_string()).unwrap_err();
        assert!(refused.starts_with(wanted), "{refused}");
    }
    assert!(fhir_to_json("MSH|", &json!({ "now": NOW }).to_string()).unwrap_err().contains("HL7 version 2"));
}
