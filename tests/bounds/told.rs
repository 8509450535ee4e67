//! Explained, asked for, and left out where only a number will do.

use nms_advisor::engine::assessment::{Scope, assess};
use nms_advisor::engine::criterion::{Criterion, Truth};
use nms_advisor::engine::describe::{Format, answer};
use nms_advisor::engine::finding::{FindingIndex, Findings, Value};
use nms_advisor::engine::rule::Grade;
use nms_advisor::engine::what_if::{Target, Weight, ask_next, what_if};
use nms_advisor::guideline::NMS;

use super::support::key;
use super::typed;

fn case(entries: &[(&str, &str)]) -> Findings {
    let mut findings = NMS.no_findings();
    for (id, text) in entries {
        let reading = typed(id, text, 0);
        assert_eq!(reading.issues, [], "{id} {text}");
        findings.set(key(id), reading.findings.get(key(id)));
    }
    findings
}

/// A finding that can be asked, or a derived one.
fn any(id: &str) -> FindingIndex {
    let all = (0..NMS.findings.len() + NMS.derived.len()).map(|at| FindingIndex(u16::try_from(at).unwrap()));
    all.into_iter().find(|index| NMS.finding_id(*index) == id).unwrap()
}

fn said(findings: &Findings, id: &str) -> String {
    let assessment = assess(&NMS, findings, Scope::All);
    answer(&Format::RULE_SET, &assessment.answers, any(id))
}

#[test]
fn a_bound_is_said_in_words() {
    for (id, text, wanted) in [
        ("creatineKinase", "≥ 22000", "at least 22,000\u{a0}U/L"),
        ("creatineKinase", "> 22000", "above 22,000\u{a0}U/L"),
        ("temperature", "> 38", "above 38\u{a0}°C"),
        ("urineOutput", "< 0.3", "below 0.3\u{a0}mL/kg/h"),
        ("ph", "≤ 7.2", "at most 7.2"),
    ] {
        assert_eq!(said(&case(&[(id, text)]), id), wanted);
    }
}

#[test]
fn a_number_computed_from_a_bound_says_nothing_of_the_end_that_only_a_limit_gives() {
    let multiple = |kinase: &str, limit: &str| {
        said(&case(&[("creatineKinase", kinase), ("creatineKinaseUpperLimit", limit)]), "creatineKinaseMultiple")
    };
    assert_eq!(multiple("≥ 1000", "200"), "at least 5\u{a0}times");
    assert_eq!(multiple("≤ 1000", "200"), "at most 5\u{a0}times");
    assert_eq!(multiple("1000", "≤ 200"), "at least 5\u{a0}times");
    assert_eq!(multiple("≥ 1000", "≤ 200"), "at least 5\u{a0}times");
    assert_eq!(said(&case(&[("heartRate", "> 100"), ("heartRateBaseline", "80")]), "heartRateRise"), "above 25\u{a0}%");
}

#[test]
fn fever_without_a_number_is_hyperthermia_and_nothing_more() {
    let findings = case(&[("temperature", "> 38"), ("agents", "haloperidol"), ("rigidity", "severe")]);
    let known = assess(&NMS, &findings, Scope::All).answers;
    let above = |limit: f64| {
        known.truth(&Criterion::Above(key("temperature"), nms_advisor::engine::decimal::Decimal::literal(limit)))
    };
    assert_eq!(known.get(any("hyperthermic")), Some(Value::Boolean(true)));
    assert_eq!([above(38.0), above(38.5), above(41.1)], [Truth::Met, Truth::Unknown, Truth::Unknown]);
    // "at least 38.0" is no fever: 38.0 itself is not above 38.0
    let edge = assess(&NMS, &case(&[("temperature", "≥ 38")]), Scope::All).answers;
    assert_eq!(edge.get(any("hyperthermic")), None);
}

#[test]
fn a_bound_that_leaves_a_condition_open_is_still_asked_for() {
    let findings =
        case(&[("temperature", "> 38"), ("agents", "haloperidol"), ("rigidity", "mild"), ("mentalStatus", "alert")]);
    let assessment = assess(&NMS, &findings, Scope::All);
    let temperature = key("temperature");
    assert!(assessment.severity.at_least && assessment.severity.missing.contains(&temperature));
    assert!(assessment.missing().iter().any(|row| row.finding == temperature));
    let reasons = || assessment.verdicts.iter().flat_map(|verdict| &verdict.reasons);
    assert!(reasons().any(|reason| reason.finding == temperature && reason.truth == Truth::Unknown));
    let asks = ask_next(&assessment, &findings);
    let ask = asks.iter().find(|ask| ask.finding == temperature).unwrap();
    assert_eq!(ask.weight, Weight::Alone);
    // only a temperature above 38 can still be answered
    let best = ask.best.as_ref().unwrap();
    assert_eq!(best.grade, Some(Grade::Severe));
    let from = match best.target {
        Target::From(number) | Target::Above(number) => number,
        ref other => panic!("{other:?}"),
    };
    assert!(from.to_f64() >= 38.0);
    assert!(what_if(&NMS, &findings, Scope::All).iter().all(|change| change.finding != temperature));
}

#[test]
fn the_parts_of_a_computed_number_are_asked_for_while_one_is_a_bound() {
    let findings = case(&[("creatineKinase", "≤ 900"), ("creatineKinaseUpperLimit", "≤ 300")]);
    let missing: Vec<_> = assess(&NMS, &findings, Scope::All).missing().iter().map(|row| row.finding).collect();
    assert!(missing.contains(&key("creatineKinase")) && missing.contains(&key("creatineKinaseUpperLimit")));
    let exact = case(&[("creatineKinase", "900"), ("creatineKinaseUpperLimit", "300")]);
    let missing: Vec<_> = assess(&NMS, &exact, Scope::All).missing().iter().map(|row| row.finding).collect();
    assert!(!missing.contains(&key("creatineKinase")) && !missing.contains(&key("creatineKinaseUpperLimit")));
}

#[test]
fn a_bound_that_settles_every_condition_is_not_asked_for_again() {
    let findings = case(&[("agents", "haloperidol"), ("rigidity", "severe"), ("creatineKinase", "≥ 22000")]);
    let assessment = assess(&NMS, &findings, Scope::All);
    assert!(assessment.severity.missing.iter().all(|index| *index != key("creatineKinase")));
    assert!(assessment.missing().iter().all(|row| row.finding != key("creatineKinase")));
}

#[test]
fn a_bound_of_the_weight_is_no_weight() {
    use nms_advisor::engine::decimal::Decimal;
    let volume = |weight: &str| {
        let entries = [
            ("agents", "haloperidol"),
            ("temperature", "41"),
            ("rigidity", "severe"),
            ("ageYears", "40"),
            ("sex", "male"),
            ("weight", weight),
        ];
        let assessment = assess(&NMS, &case(&entries), Scope::All);
        let volume = assessment.answers.dantrolene_volume(Some(Decimal::literal(2.5)));
        format!("{volume:?}")
    };
    assert_ne!(volume("70"), volume("≥ 70"));
    let unknown = assess(
        &NMS,
        &case(&[
            ("agents", "haloperidol"),
            ("temperature", "41"),
            ("rigidity", "severe"),
            ("ageYears", "40"),
            ("sex", "male"),
        ]),
        Scope::All,
    );
    assert_eq!(volume("≥ 70"), format!("{:?}", unknown.answers.dantrolene_volume(Some(Decimal::literal(2.5)))));
}
