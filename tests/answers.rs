//! Answers as they are typed or sent: units, decimals, limits and dates. INV-31 and INV-32 are held here.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test stops by panicking, and asks for one variant at a time"
)]

#[path = "answers/drugs.rs"]
mod drugs;
#[path = "answers/intake.rs"]
mod intake;
#[path = "answers/notes.rs"]
mod notes;
#[path = "answers/numbers.rs"]
mod numbers;
mod support;

use nms_advisor::answer::{Reading, Sent};
use nms_advisor::engine::assessment::{Scope, answers as answers_of, assess};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::describe::date;
use nms_advisor::engine::finding::{Day, FindingIndex, FindingKind, Findings, Quantity, Value};
use nms_advisor::engine::rule::Grade;
use nms_advisor::engine::unit::Unit;
use nms_advisor::guideline::NMS;
use proptest::prelude::*;
use serde_json::json;
use support::generated::{config, thresholds};
use support::{NO, YES, findings, key};

fn typed(id: &str, text: &str, unit: usize) -> Reading {
    let mut reading = Reading::new(&NMS);
    reading.take_typed(&NMS, key(id), text, unit);
    reading.settle(&NMS);
    reading
}

fn stored(reading: &Reading, id: &str) -> Option<Decimal> {
    match reading.findings.get(key(id)) {
        Some(Value::Number(number)) => Some(number),
        _ => None,
    }
}

/// What a typed number is stored as; `None` where it is reported instead.
fn value(id: &str, text: &str) -> Option<f64> {
    let reading = typed(id, text, 0);
    assert_eq!(
        reading.issues.is_empty(),
        !reading.findings.is_empty(),
        "{text}: used or reported, never both or neither"
    );
    stored(&reading, id).map(Decimal::to_f64)
}

fn quantity(index: FindingIndex) -> Option<Quantity> {
    match NMS.finding(index)?.kind {
        FindingKind::Number(quantity) => Some(quantity),
        _ => None,
    }
}

/// A number without thousands separators.
fn plain(number: Decimal) -> String {
    number.to_string().replace(',', "").replace('\u{2212}', "-")
}

/// Whether the number typed in this unit lies above, at or below the threshold, by exact fractions.
fn exact(typed: Decimal, unit: &Unit, limit: Decimal) -> std::cmp::Ordering {
    let billionths = |number: Decimal| plain(number).parse::<f64>().map(|float| (float * 1e9).round()).unwrap();
    #[expect(clippy::cast_possible_truncation, reason = "billionths of what is typed in a test fit")]
    let whole = |number: Decimal| billionths(number) as i128;
    let left = (whole(typed) - whole(unit.offset)) * i128::from(unit.numerator);
    left.cmp(&(whole(limit) * i128::from(unit.denominator)))
}

/// INV-32: Changing the unit never changes the meaning.
#[test]
fn inv_32_every_threshold_holds_in_every_unit() {
    let mut compared = 0;
    for threshold in thresholds() {
        let Some(quantity) = quantity(threshold.finding) else { continue };
        let id = NMS.finding_id(threshold.finding);
        for (position, unit) in quantity.units.iter().enumerate().filter(|(_, unit)| !unit.per_weight) {
            let at = unit.from_stored(threshold.limit).rounded(2);
            for step in [-1.0, -0.01, 0.0, 0.01, 1.0] {
                let number = at.plus(Decimal::from_f64(step).unwrap());
                let Some(stored) = stored(&typed(id, &plain(number), position), id) else { continue };
                assert_eq!(
                    stored.cmp(&threshold.limit),
                    exact(number, unit, threshold.limit),
                    "{id} {number} {} against {}",
                    unit.label,
                    threshold.limit
                );
                compared += 1;
            }
        }
    }
    assert!(compared > 200, "{compared} comparisons");
}

/// INV-32: Changing the unit never changes the meaning.
#[test]
fn inv_32_the_same_temperature_in_either_unit_gets_the_same_grade() {
    let grade =
        |text: &str, unit: usize| assess(&NMS, &typed("temperature", text, unit).findings, Scope::All).severity.grade;
    let same = [
        ("38", "100.4"),
        ("38.1", "100.58"),
        ("39.9", "103.82"),
        ("40", "104"),
        ("41.1", "105.98"),
        ("41.2", "106.16"),
    ];
    for (celsius, fahrenheit) in same {
        assert_eq!(
            stored(&typed("temperature", celsius, 0), "temperature"),
            stored(&typed("temperature", fahrenheit, 1), "temperature"),
            "{celsius}"
        );
        assert_eq!(grade(celsius, 0), grade(fahrenheit, 1));
    }
    assert_eq!(grade("106.1", 1), Some(Grade::Severe));
    assert_eq!(grade("104", 1), Some(Grade::Moderate));
    assert_eq!(grade("103.9", 1), Some(Grade::Mild));
    assert_eq!(grade("100.4", 1), Some(Grade::Mild));
}

#[test]
fn degrees_fahrenheit_are_compared_without_rounding() {
    let fahrenheit = |text: &str| stored(&typed("temperature", text, 1), "temperature").unwrap();
    let limit = Decimal::literal(41.1);
    assert_eq!(fahrenheit("105.98"), limit, "105.98 °F is exactly 41.1 °C");
    assert!(fahrenheit("106") > limit);
    assert!(fahrenheit("105.99") > limit);
    assert!(fahrenheit("105.97") < limit);
    assert!(fahrenheit("105.9") < limit);
}

#[test]
fn a_decimal_comma_is_a_decimal_point() {
    assert_eq!(value("temperature", "38,5"), Some(38.5));
    assert_eq!(value("temperature", "38.5"), Some(38.5));
    assert_eq!(value("potassium", "5,55"), Some(5.55));
    assert_eq!(value("ph", "7,2"), Some(7.2));
    assert_eq!(value("urineOutput", "0,499"), Some(0.499), "a leading zero leaves no doubt");
    assert_eq!(value("urineOutput", ".4"), Some(0.4));
}

#[test]
fn what_could_be_thousands_is_asked_not_guessed() {
    assert_eq!(value("creatineKinase", "12,500"), None);
    assert!(typed("creatineKinase", "12,500", 0).issues[0].problem.contains("could be thousands or decimals"));
    assert_eq!(value("creatineKinase", "12500"), Some(12_500.0));
    assert_eq!(value("creatineKinase", "1,234,567"), None);
    assert_eq!(value("creatineKinase", "12 500"), None);
    assert_eq!(value("creatineKinase", "12'500"), None);
    assert_eq!(value("creatineKinase", "12,5"), Some(12.5));
}

#[test]
fn a_thousands_point_that_makes_a_value_implausible_is_asked_about() {
    // 12.500 is twelve and a half thousand in much of Europe; as a CK of 12.5 it would hide muscle breakdown
    let reading = typed("creatineKinase", "12.500", 0);
    assert!(!reading.unusual.is_empty() || !reading.issues.is_empty());
}

#[test]
fn a_unit_typed_behind_the_number_wins_over_the_chosen_one() {
    let at = |id: &str, text: &str, unit: usize| stored(&typed(id, text, unit), id).map(Decimal::to_f64);
    for text in ["38.5 °C", "38.5°C", "38.5 C", "38.5 c", "38.5 Cel", "38.5\u{a0}°C", " 38,5 °C "] {
        assert_eq!(at("temperature", text, 1), Some(38.5), "{text}");
    }
    for text in ["106 F", "106°F", "106 °F", "106 f", "106 [degF]"] {
        assert!(at("temperature", text, 0).unwrap() > 41.1, "{text}");
    }
    assert_eq!(at("creatinine", "2 mg/dL", 0), Some(176.8));
    assert_eq!(at("creatinine", "2 mg/dl", 0), Some(176.8));
    assert_eq!(at("creatinine", "177 µmol/L", 1), Some(177.0));
    assert_eq!(at("creatinine", "177 umol/L", 1), Some(177.0));
    assert_eq!(at("creatineKinase", "10 ukat/L", 0), Some(600.0));
    assert_eq!(at("systolic", "12 kPa", 0).map(f64::round), Some(90.0));
    assert_eq!(at("platelets", "99000 /µL", 0), Some(99.0));
    for wrong in ["38.5 K", "38.5 mmol/L", "38.5 degrees", "38.5.1", "38 .5", "C 38.5", "thirty-eight", "38-40", "38%"]
    {
        assert_eq!(at("temperature", wrong, 0), None, "{wrong}");
        assert_eq!(typed("temperature", wrong, 0).issues.len(), 1, "{wrong}");
    }
}

/// INV-31: What cannot be used is reported and counts as unknown.
#[test]
fn inv_31_beyond_the_hard_limits_nothing_is_clamped_and_at_them_everything_is_used() {
    for finding in NMS.findings {
        let FindingKind::Number(limits) = finding.kind else { continue };
        let step = Decimal::from_f64(0.000_001).unwrap();
        for (inside, outside) in [(limits.hard.0, limits.hard.0.minus(step)), (limits.hard.1, limits.hard.1.plus(step))]
        {
            let used = typed(finding.id, &plain(inside), 0);
            assert_eq!(stored(&used, finding.id), Some(inside), "{} {inside}", finding.id);
            assert!(used.issues.is_empty());
            let refused = typed(finding.id, &plain(outside), 0);
            assert!(refused.findings.is_empty(), "{} {outside} counts as unknown", finding.id);
            assert_eq!(refused.issues.len(), 1);
            assert!(refused.issues[0].problem.contains("is outside"), "{}", refused.issues[0].problem);
        }
    }
}

#[test]
fn an_unusual_value_is_used_and_asked_about() {
    let reading = typed("temperature", "44", 0);
    assert_eq!(stored(&reading, "temperature"), Some(Decimal::literal(44.0)));
    assert_eq!((reading.issues.len(), reading.unusual.len()), (0, 1));
    assert!(reading.unusual[0].problem.contains("is this right?"));
    assert!(typed("temperature", "41.3", 0).unusual.is_empty());
}

#[test]
fn urine_in_millilitres_an_hour_needs_the_weight_and_then_is_exact() {
    let both = |urine: &str, weight: Option<&str>| {
        let mut reading = Reading::new(&NMS);
        reading.take_typed(&NMS, key("urineOutput"), urine, 0);
        if let Some(weight) = weight {
            reading.take_typed(&NMS, key("weight"), weight, 0);
        }
        reading.settle(&NMS);
        reading
    };
    assert_eq!(stored(&both("35 mL/h", Some("70")), "urineOutput"), Some(Decimal::literal(0.5)));
    assert!(stored(&both("34.9 mL/h", Some("70")), "urineOutput").unwrap() < Decimal::literal(0.5));
    let pounds = stored(&both("35 mL/h", Some("154.3 lb")), "urineOutput").unwrap();
    assert!(pounds > Decimal::literal(0.5), "154.3 lb are 69.99 kg");
    let alone = both("35 mL/h", None);
    assert!(alone.findings.is_empty() && alone.issues[0].problem.contains("needs the weight"));
}

#[test]
fn every_day_from_1900_to_2199_is_read_and_written_back() {
    let (first, last) = (Day::parse("1900-01-01").unwrap(), Day::parse("2199-12-31").unwrap());
    let mut before: Option<String> = None;
    for day in first.0..=last.0 {
        let text = date(Day(day));
        assert_eq!(Day::parse(&text), Some(Day(day)), "{text}");
        assert!(before.as_ref().is_none_or(|before| *before < text), "{text} follows {before:?}");
        before = Some(text);
    }
    // 300 years, 73 leap days: 1900 and 2100 are no leap years, 2000 is
    assert_eq!(last.0 - first.0 + 1, 300 * 365 + 73);
    assert_eq!(Day::parse("1970-01-01"), Some(Day(0)));
    assert_eq!(Day::parse("2000-02-29").map(|day| day.0), Some(11_016));
}

#[test]
fn what_is_no_day_is_no_day() {
    for text in [
        "2026-02-29",
        "2100-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-04-31",
        "1899-12-31",
        "2200-01-01",
        "26-01-01",
        "2026/01/01",
        "2026-1-1",
        "tomorrow",
        "-2026-01-01",
        "2026-01-01T00:00",
    ] {
        assert_eq!(Day::parse(text), None, "{text}");
    }
}

#[test]
fn drug_names_are_read_in_any_case_by_brand_and_beside_unknown_ones() {
    let listed = |text: &str| {
        let reading = typed("agents", text, 0);
        let Some(Value::Rows(rows)) = reading.findings.get(key("agents")) else { panic!("no list") };
        (rows.iter().map(|row| NMS.agents[row].id).collect::<Vec<_>>(), reading.issues.len())
    };
    assert_eq!(listed("Haldol, RISPERDAL; metoclopramide"), (vec!["haloperidol", "risperidone", "metoclopramide"], 0));
    assert_eq!(listed("unobtainium, haloperidol"), (vec!["haloperidol"], 1));
    assert_eq!(listed("sinemet"), (vec!["levodopa"], 0));
}

#[test]
fn a_message_about_a_wrong_number_stays_short() {
    let mut reading = Reading::new(&NMS);
    reading.take(&NMS, "diaphoresis", &Sent::Number(-1.56e-307));
    assert!(reading.issues[0].problem.chars().count() < 120, "{}", reading.issues[0].problem);
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[-+0-9.,]{0,14} ?[°µa-zA-Z/%]{0,6}", "[0-9]{1,40}", "[0-9]{4}-[0-9]{2}-[0-9]{2}"]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whatever_is_typed_is_used_or_reported_and_nothing_breaks(text in any_text(), at in 0..NMS.findings.len(), unit in 0..4_usize) {
        let index = FindingIndex(u16::try_from(at).unwrap());
        let mut reading = Reading::new(&NMS);
        reading.take_typed(&NMS, index, &text, unit);
        reading.settle(&NMS);
        let used = !reading.findings.is_empty();
        let list = matches!(NMS.findings[at].kind, FindingKind::Agents | FindingKind::Rules);
        prop_assert!(used || text.trim().is_empty() || !reading.issues.is_empty(), "dropped in silence");
        prop_assert!(list || !used || reading.issues.is_empty(), "used and refused");
        let _ = assess(&NMS, &reading.findings, Scope::All);
    }

    #[test]
    fn whatever_is_sent_is_used_or_reported_and_nothing_breaks(name in any_text(), text in any_text(), number in any::<f64>(), at in 0..=NMS.findings.len(), shape in 0..7_u8) {
        let id = NMS.findings.get(at).map_or(name.as_str(), |finding| finding.id);
        let sent = match shape {
            0 => Sent::Text(text),
            1 => Sent::Number(number),
            2 => Sent::List(vec![Sent::Text(text), Sent::Number(number), Sent::Nothing]),
            3 => Sent::Quantity(Box::new(Sent::Number(number)), Box::new(Sent::Text(text))),
            4 => Sent::Quantity(Box::new(Sent::Text(text)), Box::new(Sent::Number(number))),
            5 => Sent::Boolean(true),
            _ => Sent::Other("a function".into()),
        };
        let mut reading = Reading::new(&NMS);
        reading.take(&NMS, id, &sent);
        reading.settle(&NMS);
        prop_assert!(!reading.findings.is_empty() || !reading.issues.is_empty(), "dropped in silence");
        prop_assert!(reading.issues.iter().all(|issue| issue.problem.chars().count() < 400), "a message stays a message");
    }

    #[test]
    fn a_number_with_up_to_nine_decimals_is_read_exactly(whole in 0..1_000_000_u32, fraction in 0..1_000_000_000_u32) {
        let text = format!("{whole}.{fraction:09}");
        let number = Decimal::parse(&text).unwrap();
        prop_assert_eq!(plain(number), text.trim_end_matches('0').trim_end_matches('.'));
        prop_assert_eq!(Decimal::parse(&plain(number)), Ok(number));
    }

    #[test]
    fn a_stored_value_survives_the_way_through_another_unit_and_back(tenths in 200..=470_i32) {
        let celsius = Decimal::from_f64(f64::from(tenths) / 10.0).unwrap();
        let quantity = quantity(key("temperature")).unwrap();
        for unit in quantity.units {
            prop_assert_eq!(unit.to_stored(unit.from_stored(celsius)), celsius, "{}", unit.label);
        }
    }
}

#[test]
fn empty_text_is_unknown_and_no_problem() {
    for finding in NMS.findings {
        for text in ["", " ", "\t", "\u{a0}"] {
            let reading = typed(finding.id, text, 0);
            assert_eq!(
                (reading.findings, reading.issues),
                (Findings::new(NMS.findings.len()), vec![]),
                "{}",
                finding.id
            );
        }
    }
}

#[test]
fn one_pressure_alone_never_says_that_the_blood_pressure_is_not_raised() {
    let rise = |answers: serde_json::Value| {
        let answers = answers_of(&NMS, &findings(&answers), Scope::All);
        let index = NMS.derived.iter().position(|row| row.id == "bloodPressureRise").unwrap();
        answers.get(FindingIndex(u16::try_from(NMS.findings.len() + index).unwrap()))
    };
    let usual = || json!({ "systolic": 120, "systolicBaseline": 120 });
    assert_eq!(rise(usual()), None, "the diastolic pressure may have risen");
    let mut both = usual();
    both["diastolic"] = 80.into();
    both["diastolicBaseline"] = 80.into();
    assert_eq!(rise(both.clone()), NO);
    both["diastolic"] = 100.into();
    assert_eq!(rise(both), YES);
    let mut said = usual();
    said["bloodPressureRaised"] = false.into();
    assert_eq!(rise(said), NO);
}
