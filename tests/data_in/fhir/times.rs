//! Times: of many readings the one that counts.

use expect_test::expect;
use nms_advisor::data_in::fhir::{FhirOptions, from_fhir_text};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::guideline::NMS;
use serde_json::{Value as Json, json};

use super::{NOW, at, bundle, check, lines, observation, with};

fn temperature(time: &str, value: f64) -> Json {
    at(time, observation("8310-5", value, "Cel"))
}

fn potassium(time: &str, value: f64) -> Json {
    at(time, observation("2823-3", value, "mmol/L"))
}

#[test]
fn the_latest_counts_wherever_it_stands() {
    let (early, late) = (potassium("2026-11-20T06:00:00Z", 6.9), potassium("2026-11-20T10:00:00+00:00", 5.1));
    check(vec![late.clone(), early.clone()], expect!["+ potassium unit mmol/L value 5.1 of 2: latest, higher-beside"]);
    check(vec![early, late], expect!["+ potassium unit mmol/L value 5.1 of 2: latest, higher-beside"]);
}

#[test]
fn a_zone_is_part_of_the_time() {
    let (early, late) = (potassium("2026-11-20T11:00:00+02:00", 6.9), potassium("2026-11-20T05:00:00-05:00", 5.1));
    check(vec![early, late], expect!["+ potassium unit mmol/L value 5.1 of 2: latest, higher-beside"]);
}

#[test]
fn of_temperatures_the_highest_counts_and_two_make_it_twice() {
    check(
        vec![
            temperature("2026-11-20T11:30:00Z", 39.1),
            temperature("2026-11-20T09:00:00Z", 40.2),
            temperature("2026-11-20T10:00:00Z", 37.9),
        ],
        expect![[r#"
            + temperature unit Cel value 40.2 of 3: highest
            + hyperthermiaTwice true of 2: twice"#]],
    );
}

#[test]
fn one_fever_twice_is_not_two() {
    let one = temperature("2026-11-20T11:30:00Z", 39.1);
    check(
        vec![one.clone(), one, temperature("2026-11-20T10:00:00Z", 38.0)],
        expect!["+ temperature unit Cel value 39.1 of 3: highest"],
    );
}

#[test]
fn a_kinase_says_that_a_higher_one_stands_beside_it() {
    let kinase = |time: &str, value: f64| at(time, observation("2157-6", value, "U/L"));
    check(
        vec![kinase("2026-11-20T02:00:00Z", 22_000.0), kinase("2026-11-20T10:00:00Z", 9_000.0)],
        expect!["+ creatineKinase unit U/L value 9000 of 2: latest, higher-beside"],
    );
}

#[test]
fn what_is_older_than_the_window_is_said() {
    check(
        vec![temperature("2026-11-20T03:00:00Z", 41.3), potassium("2026-11-18T10:00:00Z", 6.9)],
        expect![[r#"
        - temperature 41.3 Cel: too-old
        - potassium 6.9 mmol/L: too-old"#]],
    );
}

#[test]
fn a_host_may_set_the_window() {
    let input = bundle(vec![temperature("2026-11-20T03:00:00Z", 41.3)]).to_string();
    let options = FhirOptions::new(NOW, Some(Decimal::whole(12)), None).unwrap();
    expect!["+ temperature unit Cel value 41.3: only"]
        .assert_eq(&lines(&from_fhir_text(&NMS, &input, &options).unwrap()));
}

#[test]
fn what_lies_in_the_future_is_not_used() {
    check(vec![temperature("2026-11-20T13:00:00Z", 41.3)], expect!["- temperature 41.3 Cel: future"]);
}

#[test]
fn what_has_no_time_is_offered() {
    check(
        vec![with(temperature("", 41.3), json!({ "effectiveDateTime": null }))],
        expect!["? temperature unit Cel value 41.3: only, no-time"],
    );
}

#[test]
fn a_time_of_release_is_the_last_resort() {
    let issued = json!({ "effectiveDateTime": null, "issued": "2026-11-20T11:00:00Z" });
    check(vec![with(temperature("", 41.3), issued)], expect!["? temperature unit Cel value 41.3: only, issued-only"]);
}

#[test]
fn a_bare_date_is_the_whole_day() {
    check(
        vec![potassium("2026-11-20", 6.9), temperature("2026-11-20", 41.3)],
        expect![[r#"
        ? temperature unit Cel value 41.3: only, day-only
        + potassium unit mmol/L value 6.9: only"#]],
    );
    check(vec![potassium("2026-11-19", 6.9)], expect!["? potassium unit mmol/L value 6.9: only, day-only"]);
}

#[test]
fn a_date_and_a_time_of_that_day_have_no_order() {
    check(
        vec![potassium("2026-11-20", 6.9), potassium("2026-11-20T09:00:00Z", 4.1)],
        expect!["? potassium unit mmol/L value 6.9 of 2: latest, order-unclear"],
    );
}

#[test]
fn two_values_of_one_time_are_left_to_the_reader() {
    check(
        vec![potassium("2026-11-20T09:00:00Z", 6.9), potassium("2026-11-20T09:00:00Z", 4.1)],
        expect!["? potassium unit mmol/L value 6.9 of 2: latest, order-unclear"],
    );
}

#[test]
fn a_time_without_a_zone_is_left_to_the_reader() {
    check(vec![potassium("2026-11-20T09:00:00", 6.9)], expect!["? potassium unit mmol/L value 6.9: only, no-zone"]);
}

#[test]
fn the_end_of_a_period_is_its_time() {
    let period = json!({ "effectiveDateTime": null,
        "effectivePeriod": { "start": "2026-11-20T01:00:00Z", "end": "2026-11-20T11:00:00Z" } });
    check(vec![with(temperature("", 39.9), period)], expect!["+ temperature unit Cel value 39.9: only"]);
}

#[test]
fn an_earlier_value_is_offered_as_the_usual_one() {
    let creatinine = |time: &str, value: f64| at(time, observation("2160-0", value, "umol/L"));
    check(
        vec![
            creatinine("2026-11-20T09:00:00Z", 240.0),
            creatinine("2026-09-01T09:00:00Z", 80.0),
            creatinine("2026-08-01T09:00:00Z", 90.0),
            creatinine("2026-11-18T09:00:00Z", 120.0),
            creatinine("2021-08-01T09:00:00Z", 70.0),
        ],
        expect![[r#"
            + creatinine unit umol/L value 240: only
            ? creatinineBaseline unit umol/L value 80: baseline
            - creatinine 120.0 umol/L x 3: too-old"#]],
    );
}

#[test]
fn a_weight_counts_for_a_season() {
    check(
        vec![at("2026-09-20T09:00:00Z", observation("29463-7", 81.5, "kg"))],
        expect!["+ weight unit kg value 81.5: only"],
    );
}
