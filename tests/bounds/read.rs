//! Typed, sent, from a file and from a link.

use nms_advisor::answer::Sent;
use nms_advisor::case_file::{fragment, read, read_fragment, write};
use nms_advisor::engine::bound::Side;
use nms_advisor::engine::finding::{FindingKind, Value};
use nms_advisor::guideline::NMS;
use nms_advisor::session::{Edit, Sending, Session};

use super::support::generated::{all_findings, candidates};
use super::support::key;
use super::{bound, json, sent, typed};

/// A text with the unit beside it, and the answer as JSON.
const READ: &[(&str, &str, usize, &str)] = &[
    ("creatineKinase", ">22000", 0, r#"{"above":22000.0}"#),
    ("creatineKinase", "> 22000 U/L", 0, r#"{"above":22000.0}"#),
    ("creatineKinase", "≥22000", 0, r#"{"atLeast":22000.0}"#),
    ("creatineKinase", ">= 22000", 0, r#"{"atLeast":22000.0}"#),
    ("creatineKinase", "at least 22000 IU/L", 0, r#"{"atLeast":22000.0}"#),
    ("creatineKinase", "More than 22000", 0, r#"{"above":22000.0}"#),
    ("creatineKinase", "＞２２０００", 0, r#"{"above":22000.0}"#),
    ("creatineKinase", "<1000", 0, r#"{"below":1000.0}"#),
    ("creatineKinase", "≤ 40", 0, r#"{"atMost":40.0}"#),
    ("creatineKinase", "<=40", 0, r#"{"atMost":40.0}"#),
    ("creatineKinase", "at most 40", 0, r#"{"atMost":40.0}"#),
    ("temperature", "> 38,0", 0, r#"{"above":38.0}"#),
    ("temperature", "> 104", 1, r#"{"above":40.0}"#),
    ("temperature", "> 38 °C", 1, r#"{"above":38.0}"#),
    ("temperature", "under 36", 0, r#"{"below":36.0}"#),
    ("systolic", "< 12 kPa", 0, r#"{"below":90.00744}"#),
    ("oxygenSaturation", "≥ 100", 0, r#"{"atLeast":100.0}"#),
    ("glasgowComaScale", "< 9", 0, r#"{"below":9.0}"#),
];

#[test]
fn a_bound_is_read_as_it_is_typed() {
    for (id, text, unit, wanted) in READ {
        let reading = typed(id, text, *unit);
        assert_eq!(reading.issues, [], "{id} {text:?}");
        assert_eq!(json(&reading.findings), format!("{{\"{id}\":{wanted}}}"), "{text:?}");
    }
}

#[test]
fn a_bound_is_read_as_it_is_sent() {
    let unit = |code: &str| Sent::Text(code.into());
    for (id, value, wanted) in [
        ("creatineKinase", bound(&[("atLeast", 22000.0)], unit("U/L")), r#"{"atLeast":22000.0}"#),
        ("creatineKinase", bound(&[("above", 22000.0)], Sent::Nothing), r#"{"above":22000.0}"#),
        ("urineOutput", bound(&[("atMost", 0.3)], Sent::Nothing), r#"{"atMost":0.3}"#),
        ("temperature", bound(&[("below", 104.0)], unit("[degF]")), r#"{"below":40.0}"#),
        (
            "temperature",
            Sent::measured(vec![("value", Sent::Nothing), ("above", Sent::Number(38.0))], Sent::Nothing),
            r#"{"above":38.0}"#,
        ),
    ] {
        let reading = sent(&[(id, value.clone())]);
        assert_eq!(reading.issues, [], "{value:?}");
        assert_eq!(json(&reading.findings), format!("{{\"{id}\":{wanted}}}"), "{value:?}");
    }
}

#[test]
fn a_bound_that_cannot_be_used_is_unknown_and_says_why() {
    let none = || Sent::Nothing;
    for (id, value, part) in [
        (
            "creatineKinase",
            bound(&[("atLeast", 1.0), ("atMost", 2.0)], none()),
            "`atLeast`, `atMost` has more than one number",
        ),
        (
            "creatineKinase",
            bound(&[("value", 1.0), ("above", 2.0)], none()),
            "`value`, `above` has more than one number",
        ),
        ("creatineKinase", bound(&[("atLeast", f64::NAN)], none()), "is not a usable number"),
        ("creatineKinase", bound(&[("atLeast", f64::INFINITY)], none()), "is not a usable number"),
        ("creatineKinase", bound(&[("atLeast", 5.0)], Sent::Text("mmol/L".into())), "`ukat/L`"),
        ("creatineKinase", bound(&[("atLeast", 5.0)], Sent::Number(1.0)), "`ukat/L`"),
        ("creatineKinase", bound(&[("atLeast", -5.0)], none()), "at least \u{2212}5\u{a0}U/L is outside"),
        ("creatineKinase", bound(&[("atLeast", 0.0)], none()), "leaves every value"),
        ("temperature", bound(&[("above", 47.0)], none()), "above 47\u{a0}°C is outside"),
        (
            "temperature",
            Sent::measured(vec![("above", bound(&[("above", 38.0)], none()))], none()),
            "an object is not a number",
        ),
        (
            "temperature",
            Sent::measured(vec![("above", Sent::Text("38".into()))], none()),
            "send the number { \"above\": 38 }",
        ),
        ("temperature", Sent::measured(vec![("above", Sent::Boolean(true))], none()), "true is not a number"),
        ("rigidity", bound(&[("atLeast", 1.0)], none()), "an object is not"),
        ("agents", bound(&[("atLeast", 1.0)], none()), "an object"),
    ] {
        let reading = sent(&[(id, value.clone())]);
        assert!(reading.findings.is_empty(), "{value:?} is used");
        assert!(
            reading.issues.len() == 1 && reading.issues[0].problem.contains(part),
            "{value:?}: {:?}",
            reading.issues
        );
    }
    assert!(sent(&[("temperature", Sent::measured(vec![("above", Sent::Nothing)], none()))]).issues.is_empty());
}

#[test]
fn a_bound_outside_the_usual_range_is_used_and_asked_about() {
    assert!(typed("temperature", "> 38", 0).unusual.is_empty());
    assert!(typed("temperature", "< 41", 0).unusual.is_empty());
    assert!(typed("temperature", "> 46", 0).unusual[0].problem.contains("above 46\u{a0}°C is unusual"));
    assert!(typed("temperature", "< 21", 0).unusual[0].problem.contains("below 21\u{a0}°C is unusual"));
}

#[test]
fn a_bound_for_the_whole_patient_is_divided_by_a_weight_and_not_by_a_bound_of_one() {
    let urine = |side, weight: Sent| {
        sent(&[("urineOutput", bound(&[(side, 21.0)], Sent::Text("mL/h".into()))), ("weight", weight)])
    };
    assert!(json(&urine("below", Sent::Number(70.0)).findings).contains(r#""urineOutput":{"below":0.3}"#));
    assert!(json(&urine("atLeast", Sent::Number(70.0)).findings).contains(r#""urineOutput":{"atLeast":0.3}"#));
    // 21.000000001 divided by 70 is stored as 0.3
    assert!(json(&urine("above", Sent::Number(70.0)).findings).contains(r#""urineOutput":{"atLeast":0.3}"#));
    let open = urine("below", bound(&[("atLeast", 60.0)], Sent::Nothing));
    assert!(open.findings.get(key("urineOutput")).is_none());
    assert!(open.issues[0].problem.contains("below 21\u{a0}mL/h needs the weight"), "{:?}", open.issues);
}

/// Every side at every value that is tried for a number.
fn all_bounds() -> Vec<(&'static str, Side, f64)> {
    let numbers = all_findings().flat_map(|index| candidates(index).into_iter().map(move |value| (index, value)));
    let numbers = numbers.filter_map(|(index, value)| match value {
        Value::Number(number) => Some((NMS.finding_id(index), number.to_f64())),
        _ => None,
    });
    numbers.flat_map(|(id, number)| Side::ALL.map(|side| (id, side, number))).collect()
}

#[test]
fn what_is_read_is_written_and_read_again_as_the_same() {
    let mut seen = 0;
    for (id, side, number) in all_bounds() {
        let reading = sent(&[(id, bound(&[(side.id(), number)], Sent::Nothing))]);
        let Some(value) = reading.findings.get(key(id)) else { continue };
        let written: serde_json::Value = serde_json::from_str(&json(&reading.findings)).unwrap();
        let object = written[id].as_object().unwrap();
        let (member, again) = object.iter().next().unwrap();
        let member = Side::ALL.into_iter().find(|side| side.id() == member).unwrap().id();
        let again = sent(&[(id, bound(&[(member, again.as_f64().unwrap())], Sent::Nothing))]);
        assert_eq!(again.findings.get(key(id)), Some(value), "{id} {side:?} {number}");
        // into the form by the page, into a file and a link, and back
        let page = Sending::read(&NMS, [(id, bound(&[(side.id(), number)], Sent::Nothing))]);
        let session = Session::default().reduce(&NMS, Edit::Replace(Box::new(page)));
        assert_eq!(session.read(&NMS).findings, reading.findings, "{id} {:?}", session.text(key(id)));
        for opened in [read(&NMS, &write(&NMS, &session)), read_fragment(&NMS, &fragment(&NMS, &session)).unwrap()] {
            assert!(opened.whole, "{:?}", opened.problems);
            let other = Session { entries: opened.entries, ..Session::default() };
            assert_eq!(other.read(&NMS).findings, reading.findings);
        }
        seen += 1;
    }
    assert!(seen > 500, "{seen}");
}

#[test]
fn the_page_and_the_reader_see_a_bound_in_the_unit_in_which_it_was_sent() {
    let page = Sending::read(&NMS, [("temperature", bound(&[("above", 104.0)], Sent::Text("[degF]".into())))]);
    let session = Session::default().reduce(&NMS, Edit::Replace(Box::new(page)));
    assert_eq!((session.text(key("temperature")), session.unit_of(&NMS, key("temperature"))), ("> 104", 1));
}

#[test]
fn every_number_takes_a_bound() {
    for finding in NMS.findings {
        let FindingKind::Number(quantity) = finding.kind else { continue };
        let middle = quantity.plausible.1.to_f64();
        let reading = sent(&[(finding.id, bound(&[("atMost", middle)], Sent::Nothing))]);
        let used = reading.findings.get(key(finding.id)).is_some_and(|value| value.is_bound());
        assert!(used || quantity.plausible.1 == quantity.hard.1, "{}", finding.id);
    }
}
