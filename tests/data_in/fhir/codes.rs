//! Codes, panels and sites.

use expect_test::expect;
use serde_json::{Value as Json, json};

use super::{check, coded, observation, with};

fn with_codes(codes: &[&str], value: f64, unit: &str) -> Json {
    with(observation("", value, unit), json!({ "code": coded(codes) }))
}

fn displayed(code: &str, display: &str, value: f64, unit: &str) -> Json {
    let code = json!({ "coding": [{ "system": "http://loinc.org", "code": code, "display": display }] });
    with(observation("", value, unit), json!({ "code": code }))
}

fn panel(code: &str, systolic: f64, diastolic: f64) -> Json {
    let part = |code: &str, value: f64| {
        json!({ "code": coded(&[code]), "valueQuantity":
            { "value": value, "unit": "mmHg", "system": "http://unitsofmeasure.org", "code": "mm[Hg]" } })
    };
    let parts = [part("8480-6", systolic), part("8462-4", diastolic)];
    with(observation(code, 0.0, ""), json!({ "valueQuantity": null, "component": parts }))
}

#[test]
fn a_system_that_is_not_loinc_names_nothing() {
    let code = json!({ "coding": [{ "system": "https://example.org/codes", "code": "8310-5" }] });
    check(vec![with(observation("", 39.8, "Cel"), json!({ "code": code }))], expect!["not mapped: 1"]);
}

#[test]
fn the_named_site_wins_over_a_core_that_is_not_named() {
    check(
        vec![with_codes(&["8328-7", "8310-5", "8329-5"], 38.4, "Cel")],
        expect![[r#"
        + temperature unit Cel value 38.4: only, named-site
        + temperatureSite axillary: site-by-code"#]],
    );
}

#[test]
fn rectal_is_core() {
    check(
        vec![with_codes(&["8310-5", "8332-9", "8329-5"], 40.1, "Cel")],
        expect![[r#"
        + temperature unit Cel value 40.1: only
        + temperatureSite core: site-by-code"#]],
    );
}

#[test]
fn two_sites_leave_it_to_the_reader() {
    check(
        vec![with_codes(&["8328-7", "8331-1"], 38.4, "Cel")],
        expect!["? temperature unit Cel value 38.4: only, sites-disagree"],
    );
}

#[test]
fn core_comes_before_a_higher_axillary_reading() {
    check(
        vec![with_codes(&["8328-7"], 40.2, "Cel"), with_codes(&["8332-9"], 39.9, "Cel")],
        expect![[r#"
        + temperature unit Cel value 39.9 of 2: highest, higher-beside
        + temperatureSite core: site-by-code"#]],
    );
}

#[test]
fn a_finger_is_no_body_temperature() {
    check(vec![with_codes(&["8310-5", "60830-7"], 31.0, "Cel")], expect!["- temperature 31.0 Cel: another-quantity"]);
}

#[test]
fn a_code_that_is_not_known_beside_a_known_one_leaves_it_to_the_reader() {
    check(
        vec![with_codes(&["8310-5", "104063-3"], 37.9, "Cel")],
        expect!["? temperature unit Cel value 37.9: only, code-beside"],
    );
}

#[test]
fn two_codes_that_name_different_things_name_nothing() {
    check(vec![with_codes(&["2951-2", "2823-3"], 5.0, "mmol/L")], expect!["- ? 5.0 mmol/L: codes-disagree"]);
}

#[test]
fn a_glasgow_score_filed_under_a_saturation_is_none() {
    check(
        vec![displayed("59408-5", "Glasgow coma scale total", 91.0, "%")],
        expect!["- oxygenSaturation 91.0 %: display-disagrees"],
    );
}

#[test]
fn urea_filed_under_sodium_is_none() {
    check(vec![displayed("2947-0", "BUN", 140.0, "mmol/L")], expect!["- sodium 140.0 mmol/L: display-disagrees"]);
}

#[test]
fn a_display_in_other_words_does_not_contradict() {
    check(
        vec![
            displayed("8867-4", "Herzfrequenz", 128.0, "/min"),
            displayed("2160-0", "Kreatinin im Serum", 180.0, "umol/L"),
            displayed("59408-5", "Oxygen saturation in Arterial blood by Pulse oximetry", 94.0, "%"),
            displayed("33914-3", "Glomerular filtration rate by Creatinine-based formula", 40.0, "mL/min/{1.73_m2}"),
        ],
        expect![[r#"
            + heartRate unit /min value 128: only
            + oxygenSaturation unit % value 94: only
            + creatinine unit umol/L value 180: only
            + estimatedGfr unit mL/min/{1.73_m2} value 40: only"#]],
    );
}

#[test]
fn a_skin_temperature_under_the_plain_code_is_none() {
    check(
        vec![displayed("8310-5", "Temperature of skin", 33.0, "Cel")],
        expect!["- temperature 33.0 Cel: display-disagrees"],
    );
}

#[test]
fn an_arterial_pressure_has_two_parts() {
    check(
        vec![panel("85354-9", 172.0, 98.0)],
        expect![[r#"
        + systolic unit mm[Hg] value 172: only
        + diastolic unit mm[Hg] value 98: only"#]],
    );
    check(
        vec![panel("55284-4", 172.0, 98.0)],
        expect![[r#"
        + systolic unit mm[Hg] value 172: only
        + diastolic unit mm[Hg] value 98: only"#]],
    );
}

#[test]
fn a_pulmonary_pressure_with_the_same_parts_is_no_shock() {
    check(
        vec![panel("76284-9", 25.0, 12.0)],
        expect![[r#"
        - systolic 25.0 mm[Hg]: panel
        - diastolic 12.0 mm[Hg]: panel"#]],
    );
    check(
        vec![panel("60988-3", 25.0, 12.0)],
        expect![[r#"
        - systolic 25.0 mm[Hg]: panel
        - diastolic 12.0 mm[Hg]: panel"#]],
    );
    check(
        vec![panel("60996-6", 25.0, 12.0)],
        expect![[r#"
        - systolic 25.0 mm[Hg]: panel
        - diastolic 12.0 mm[Hg]: panel"#]],
    );
    check(
        vec![panel("8716-3", 25.0, 12.0)],
        expect![[r#"
        - systolic 25.0 mm[Hg]: panel
        - diastolic 12.0 mm[Hg]: panel"#]],
    );
}

#[test]
fn a_pulmonary_display_under_the_arterial_code_is_no_shock() {
    let code = json!({ "coding": [{ "system": "http://loinc.org", "code": "85354-9" }], "text": "Pulmonary artery" });
    check(
        vec![with(panel("85354-9", 25.0, 12.0), json!({ "code": code }))],
        expect![[r#"
        - systolic 25.0 mm[Hg]: panel
        - diastolic 12.0 mm[Hg]: panel"#]],
    );
}

#[test]
fn a_pressure_of_no_panel_is_not_used() {
    check(vec![observation("8480-6", 85.0, "mm[Hg]")], expect!["- systolic 85.0 mm[Hg]: panel"]);
}

#[test]
fn a_non_invasive_pressure_by_itself_is_offered() {
    check(vec![observation("76534-7", 85.0, "mm[Hg]")], expect!["? systolic unit mm[Hg] value 85: only, code-unsure"]);
}

#[test]
fn a_part_without_a_value_leaves_the_other() {
    let mut one = panel("85354-9", 88.0, 50.0);
    one["component"][1] = json!({ "code": coded(&["8462-4"]), "dataAbsentReason": { "text": "not heard" } });
    check(
        vec![one],
        expect![[r#"
        + systolic unit mm[Hg] value 88: only
        - diastolic: no-value"#]],
    );
}

#[test]
fn a_code_that_nobody_looked_up_is_offered() {
    check(
        vec![observation("8889-8", 128.0, "/min"), observation("1743-4", 80.0, "U/L")],
        expect![[r#"
        ? heartRate unit /min value 128: only, code-unsure
        ? alt unit U/L value 80: only, code-unsure"#]],
    );
}

#[test]
fn room_air_is_offered_and_never_ticked() {
    check(
        vec![with_codes(&["59408-5", "59410-1"], 91.0, "%")],
        expect![[r#"
        + oxygenSaturation unit % value 91: only
        ? supplementalOxygen false: code-unsure"#]],
    );
}

#[test]
fn creatine_kinase_mb_is_another_quantity() {
    check(vec![with_codes(&["13969-1"], 30.0, "U/L")], expect!["- creatineKinase 30.0 U/L: another-quantity"]);
    check(
        vec![displayed("2157-6", "CK-MB creatine kinase", 30.0, "U/L")],
        expect!["- creatineKinase 30.0 U/L: display-disagrees"],
    );
}

#[test]
fn total_carbon_dioxide_says_that_it_is() {
    check(
        vec![with_codes(&["2028-9"], 14.0, "mmol/L")],
        expect!["+ bicarbonate unit mmol/L value 14: only, convention"],
    );
}

#[test]
fn a_set_rate_of_the_ventilator_is_no_breathing() {
    check(vec![with_codes(&["33438-3"], 12.0, "/min")], expect!["- respiratoryRate 12.0 /min: another-quantity"]);
}

fn part(code: &str, value: i64) -> Json {
    with(observation(code, 0.0, ""), json!({ "valueQuantity": null, "valueInteger": value }))
}

#[test]
fn three_parts_of_one_time_make_a_glasgow_score() {
    check(
        vec![part("9267-6", 2), part("9270-0", 3), part("9268-4", 5)],
        expect!["+ glasgowComaScale unit {score} value 10: only, computed"],
    );
}

#[test]
fn parts_of_two_times_make_no_score() {
    let later = with(part("9268-4", 5), json!({ "effectiveDateTime": "2026-11-20T11:30:00Z" }));
    check(vec![part("9267-6", 2), part("9270-0", 3), later], expect!["- glasgowComaScale x 3: incomplete-score"]);
}

#[test]
fn a_tube_leaves_no_score() {
    let tube = with(part("9270-0", 1), json!({ "valueInteger": null, "valueString": "T" }));
    check(
        vec![part("9267-6", 2), tube, part("9268-4", 5)],
        expect![[r#"
        - glasgowComaScale: value-type
        - glasgowComaScale x 2: incomplete-score"#]],
    );
}
