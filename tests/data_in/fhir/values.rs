//! Values, comparators and units.

use expect_test::expect;
use nms_advisor::data_in::Given;
use nms_advisor::data_in::fhir::from_fhir_text;
use nms_advisor::guideline::NMS;
use serde_json::{Value as Json, json};

use super::{check, observation, options, with};

fn quantity(code: &str, quantity: Json) -> Json {
    with(observation(code, 0.0, ""), json!({ "valueQuantity": quantity }))
}

#[test]
fn each_comparator_makes_its_bound() {
    let bound = |sign: &str| {
        let value = json!({ "value": 60, "comparator": sign, "unit": "mL/min/1.73 m2" });
        super::lines(&super::read(&quantity("33914-3", value)))
    };
    expect![[r#"
        + estimatedGfr above 60 unit mL/min/1.73 m2: only, unit-text, bound
        + estimatedGfr atLeast 60 unit mL/min/1.73 m2: only, unit-text, bound
        + estimatedGfr below 60 unit mL/min/1.73 m2: only, unit-text, bound
        + estimatedGfr atMost 60 unit mL/min/1.73 m2: only, unit-text, bound"#]]
    .assert_eq(&[">", ">=", "<", "<="].map(bound).join("\n"));
}

#[test]
fn a_kinase_above_20000_is_no_kinase_of_20000() {
    let value = json!({ "value": 20000, "comparator": ">", "unit": "U/L" });
    check(vec![quantity("2157-6", value)], expect!["+ creatineKinase above 20000 unit U/L: only, unit-text, bound"]);
}

#[test]
fn a_comparator_that_is_none_of_four_is_not_used() {
    check(
        vec![quantity("2157-6", json!({ "value": 20000, "comparator": "ad", "unit": "U/L" }))],
        expect!["- creatineKinase 20000 U/L: comparator"],
    );
}

fn text(text: &str) -> Vec<Json> {
    vec![with(observation("33914-3", 0.0, ""), json!({ "valueQuantity": null, "valueString": text }))]
}

#[test]
fn a_text_is_read_whole_or_not_at_all() {
    check(text("> 60 mL/min/1.73m2"), expect!["+ estimatedGfr above 60 unit mL/min/1.73 m2: only, value-text, bound"]);
    check(text("> 60"), expect!["- estimatedGfr: no-unit"]);
    check(text("60+ mL/min/1.73m2"), expect!["- estimatedGfr: value-type"]);
    check(text("normal"), expect!["- estimatedGfr: value-type"]);
}

#[test]
fn a_value_of_another_kind_is_not_used() {
    let range = json!({ "valueQuantity": null, "valueRange": { "low": { "value": 38 } } });
    check(vec![with(observation("8310-5", 0.0, ""), range)], expect!["- temperature: value-type"]);
    check(
        vec![quantity("8310-5", json!({ "value": "39.8", "unit": "Cel" }))],
        expect!["- temperature Cel: value-type"],
    );
}

#[test]
fn a_reason_for_absence_is_no_value() {
    let absent = json!({ "dataAbsentReason": { "coding": [{ "code": "error" }] } });
    check(vec![with(observation("2823-3", 6.9, "mmol/L"), absent)], expect!["- potassium 6.9 mmol/L: no-value"]);
    check(
        vec![with(observation("2823-3", 6.9, "mmol/L"), json!({ "valueQuantity": null }))],
        expect!["- potassium: no-value"],
    );
}

#[test]
fn fahrenheit_and_pounds_keep_their_unit() {
    check(
        vec![observation("8310-5", 106.0, "[degF]"), observation("29463-7", 176.0, "[lb_av]")],
        expect![[r#"
        + temperature unit [degF] value 106: only
        + weight unit [lb_av] value 176: only"#]],
    );
}

#[test]
fn spellings_of_records_are_known() {
    let unit = |code: &str, value: f64, unit: &str| quantity(code, json!({ "value": value, "unit": unit }));
    check(
        vec![
            unit("8310-5", 39.8, "degree Celsius"),
            unit("29463-7", 176.0, "lbs"),
            unit("6690-2", 18.0, "x10*9/L"),
            unit("777-3", 150.0, "K/uL"),
            unit("2345-7", 90.0, "mg/dl"),
            unit("1920-8", 80.0, "IU/L"),
            unit("59408-5", 93.0, "%O2"),
        ],
        expect![[r#"
            + temperature unit Cel value 39.8: only, unit-text
            + oxygenSaturation unit % value 93: only, unit-text
            + whiteCells unit 10*9/L value 18: only, unit-text
            + platelets unit 10*3/uL value 150: only, unit-text
            + glucose unit mg/dL value 90: only, unit-text
            + ast unit U/L value 80: only, unit-text
            + weight unit [lb_av] value 176: only, unit-text"#]],
    );
}

#[test]
fn a_unit_of_another_dimension_is_not_guessed() {
    check(
        vec![observation("75940-7", 16.0, "mg/dL"), observation("2823-3", 16.0, "mg/dL")],
        expect![[r#"
        - potassium 16.0 mg/dL: another-quantity
        - potassium 16.0 mg/dL: unit"#]],
    );
    check(vec![observation("33914-3", 71.0, "mL/min")], expect!["- estimatedGfr 71.0 mL/min: unit"]);
}

#[test]
fn code_and_text_of_a_unit_must_agree() {
    let value = json!({ "value": 90, "unit": "mmol/L", "code": "mg/dL", "system": "http://unitsofmeasure.org" });
    check(vec![quantity("2345-7", value)], expect!["- glucose 90 mg/dL: units-disagree"]);
}

#[test]
fn a_number_without_a_unit_is_not_guessed() {
    check(
        vec![quantity("8310-5", json!({ "value": 39.8 })), quantity("2744-1", json!({ "value": 7.21 }))],
        expect![[r#"
        + ph unit 1 value 7.21: only
        - temperature 39.8: no-unit"#]],
    );
}

#[test]
fn what_lies_outside_the_limits_is_not_used() {
    check(
        vec![observation("8310-5", 420.0, "Cel"), observation("2823-3", 9.1, "mmol/L")],
        expect![[r#"
        + potassium unit mmol/L value 9.1: only, unusual
        - temperature 420.0 Cel: outside-limits"#]],
    );
}

#[test]
fn decimals_stay_exact() {
    for (sent, wanted) in [("41.1", "41.1"), ("4.11e1", "41.1"), ("411E-1", "41.1"), ("41.100000001", "41.100000001")] {
        let text =
            quantity("8310-5", json!({ "value": 7, "unit": "Cel" })).to_string().replace(":7", &format!(":{sent}"));
        let read = from_fhir_text(&NMS, &text, &options()).unwrap();
        let Given::Number { value, .. } = read.findings[0].1 else { panic!("a number") };
        assert_eq!(value.to_string(), wanted);
    }
}
