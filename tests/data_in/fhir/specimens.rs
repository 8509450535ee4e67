//! Specimens, the laboratory, reference ranges, urine, and who the patient is.

use expect_test::expect;
use serde_json::{Value as Json, json};

use super::{check, observation, with};

fn creatinine(more: Json) -> Json {
    with(observation("2160-0", 180.0, "umol/L"), more)
}

fn specimen(text: &str) -> Json {
    json!({ "resourceType": "Specimen", "id": "s", "type": { "text": text } })
}

fn of_specimen(text: &str) -> Vec<Json> {
    vec![creatinine(json!({ "specimen": { "reference": "Specimen/s" } })), specimen(text)]
}

#[test]
fn a_creatinine_of_urine_is_none() {
    check(
        vec![creatinine(json!({ "specimen": { "display": "Urine, random" } }))],
        expect!["- creatinine 180.0 umol/L: specimen"],
    );
}

#[test]
fn a_creatinine_of_ascites_is_none() {
    check(
        vec![creatinine(json!({ "specimen": { "display": "Ascites" } }))],
        expect!["- creatinine 180.0 umol/L: specimen"],
    );
}

#[test]
fn a_specimen_is_followed_to_its_type() {
    check(of_specimen("Urine"), expect!["- creatinine 180.0 umol/L: specimen"]);
    check(of_specimen("Serum"), expect!["+ creatinine unit umol/L value 180: only"]);
    let inside = json!({ "specimen": { "reference": "#s" }, "contained": [specimen("CSF")] });
    check(vec![creatinine(inside)], expect!["- creatinine 180.0 umol/L: specimen"]);
}

#[test]
fn a_specimen_that_is_not_understood_leaves_it_to_the_reader() {
    check(of_specimen("Tube 7"), expect!["? creatinine unit umol/L value 180: only, specimen-unclear"]);
}

#[test]
fn a_category_that_says_urine_is_heard() {
    check(
        vec![creatinine(json!({ "category": [{ "text": "Urinalysis" }] }))],
        expect!["- creatinine 180.0 umol/L: specimen"],
    );
}

#[test]
fn a_temperature_of_the_laboratory_was_typed_into_the_analyser() {
    let laboratory = json!({ "category": [{ "coding": [{ "code": "laboratory" }] }] });
    check(
        vec![with(observation("8310-5", 37.0, "Cel"), laboratory)],
        expect!["- temperature 37.0 Cel: laboratory-temperature"],
    );
}

fn kinase(ranges: Json) -> Json {
    with(observation("2157-6", 22_000.0, "U/L"), json!({ "referenceRange": ranges }))
}

fn range(high: f64, more: Json) -> Json {
    with(json!({ "high": { "value": high, "unit": "U/L", "code": "U/L" } }), more)
}

fn sex(code: &str) -> Json {
    json!({ "appliesTo": [{ "coding": [{ "system": "http://snomed.info/sct", "code": code }] }] })
}

fn patient() -> Json {
    json!({ "resourceType": "Patient", "id": "p", "gender": "female", "birthDate": "1980-05-01" })
}

#[test]
fn the_upper_limit_is_that_of_the_result() {
    check(
        vec![kinase(json!([range(200.0, json!({}))]))],
        expect![[r#"
            + creatineKinase unit U/L value 22000: only
            + creatineKinaseUpperLimit unit U/L value 200: range-of-result"#]],
    );
}

#[test]
fn of_two_ranges_that_of_the_sex_counts() {
    let both = json!([range(308.0, sex("248153007")), range(192.0, sex("248152002"))]);
    check(
        vec![kinase(both.clone()), patient()],
        expect![[r#"
            + creatineKinase unit U/L value 22000: only
            + creatineKinaseUpperLimit unit U/L value 192: range-of-result
            + ageYears unit a value 46: administrative
            + sex female: administrative"#]],
    );
    check(
        vec![kinase(both)],
        expect![[r#"
            + creatineKinase unit U/L value 22000: only
            - creatineKinaseUpperLimit: range-unclear"#]],
    );
}

#[test]
fn a_range_in_another_unit_or_of_another_kind_is_none() {
    let other = json!({ "high": { "value": 3.3, "unit": "ukat/L", "code": "ukat/L" } });
    check(
        vec![kinase(json!([other]))],
        expect![[r#"
            + creatineKinase unit U/L value 22000: only
            - creatineKinaseUpperLimit: range-unclear"#]],
    );
    let treatment = json!({ "type": { "coding": [{ "code": "treatment" }] } });
    check(
        vec![kinase(json!([range(1000.0, treatment)]))],
        expect![[r#"
            + creatineKinase unit U/L value 22000: only
            - creatineKinaseUpperLimit: range-unclear"#]],
    );
}

fn urine(more: Json) -> Json {
    let period = json!({ "effectiveDateTime": null,
        "effectivePeriod": { "start": "2026-11-20T04:00:00Z", "end": "2026-11-20T10:00:00Z" } });
    with(with(observation("9187-6", 120.0, "mL"), period), more)
}

#[test]
fn urine_counts_with_its_period_and_the_weight() {
    check(
        vec![urine(json!({})), observation("29463-7", 80.0, "kg")],
        expect![[r#"
        + urineOutput unit mL/kg/h value 0.25: only, computed
        + weight unit kg value 80: only"#]],
    );
}

#[test]
fn urine_without_a_weight_is_not_used() {
    check(vec![urine(json!({}))], expect!["- urineOutput 120.0 mL: no-weight"]);
}

#[test]
fn urine_without_a_period_is_not_used() {
    let bare = json!({ "effectivePeriod": null, "effectiveDateTime": "2026-11-20T10:00:00Z" });
    check(
        vec![urine(bare), observation("29463-7", 80.0, "kg")],
        expect![[r#"
        + weight unit kg value 80: only
        - urineOutput 120.0 mL: no-period"#]],
    );
}

#[test]
fn a_pregnancy_test_answers_nothing() {
    check(vec![observation("2106-3", 1.0, "1")], expect!["- pregnant 1.0 1: pregnancy-test"]);
}

#[test]
fn a_status_of_pregnancy_is_yes_or_nothing() {
    let status = |code: &str| {
        let answer = json!({ "coding": [{ "system": "http://loinc.org", "code": code }] });
        with(observation("82810-3", 0.0, ""), json!({ "valueQuantity": null, "valueCodeableConcept": answer }))
    };
    check(vec![status("LA15173-0")], expect!["+ pregnant true: "]);
    check(vec![status("LA26683-5")], expect!["- pregnant: value-type"]);
    check(vec![status("77386006")], expect!["? pregnant true: code-unsure"]);
}

#[test]
fn age_and_sex_are_administrative() {
    check(
        vec![patient()],
        expect![[r#"
        + ageYears unit a value 46: administrative
        + sex female: administrative"#]],
    );
    check(
        vec![json!({ "resourceType": "Patient", "birthDate": "1980", "gender": "unknown" })],
        expect!["- ageYears: partial-date"],
    );
}

fn condition(code: &str, clinical: &str, verification: &str) -> Vec<Json> {
    vec![json!({ "resourceType": "Condition", "subject": { "reference": "Patient/p" },
        "recordedDate": "2026-11-20T08:00:00Z",
        "clinicalStatus": { "coding": [{ "code": clinical }] },
        "verificationStatus": { "coding": [{ "code": verification }] },
        "code": { "coding": [{ "system": "http://snomed.info/sct", "code": code }] } })]
}

#[test]
fn a_condition_counts_active_and_confirmed() {
    check(condition("67406007", "active", "confirmed"), expect!["+ disseminatedIntravascularCoagulation true: "]);
    check(condition("67406007", "active", "refuted"), expect!["- disseminatedIntravascularCoagulation: refuted"]);
    check(
        condition("67406007", "resolved", "confirmed"),
        expect!["- disseminatedIntravascularCoagulation: not-active"],
    );
    check(
        condition("67406007", "active", "provisional"),
        expect!["? disseminatedIntravascularCoagulation true: unconfirmed"],
    );
}

#[test]
fn a_condition_whose_code_nobody_looked_up_is_offered() {
    check(condition("49049000", "active", "confirmed"), expect!["? parkinsonDisease true: code-unsure"]);
}

#[test]
fn an_earlier_episode_is_over() {
    check(condition("15244003", "resolved", "confirmed"), expect!["? previousNms true: code-unsure"]);
    check(condition("15244003", "active", "confirmed"), expect!["- previousNms: not-active"]);
}
