//! Vignettes: answers, and what must and must not be advised. The cases are data in `tests/cases`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test stops by panicking, and asks for one variant at a time"
)]

mod support;
#[path = "support/vignettes.rs"]
mod vignettes;

use std::collections::BTreeSet;

use nms_advisor::engine::criterion::{ALWAYS, Truth};
use nms_advisor::guideline::NMS;
use support::verdict;
use vignettes::cases;

#[test]
fn every_vignette_is_answered_as_a_clinician_expects() {
    let cases = cases();
    assert!(cases.len() > 60, "the vignettes are read");
    let wrong: Vec<String> = cases.iter().flat_map(|case| case.is_expected(&case.assess(&NMS))).collect();
    assert!(wrong.is_empty(), "{} expectations fail:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_vignette_has_its_own_name_and_expects_something() {
    let mut names = BTreeSet::new();
    for case in cases() {
        assert!(names.insert(case.name.clone()), "two vignettes are called: {}", case.name);
        let lists = [&case.advised, &case.not_advised, &case.check_first, &case.withheld, &case.criteria];
        let lists = lists.into_iter().chain([&case.not_criteria, &case.not_indicated, &case.waits, &case.out_of_view]);
        let options = [&case.suspicion, &case.grade, &case.first];
        let expects = lists.clone().any(|list| !list.is_empty()) || options.iter().any(|option| option.is_some());
        let others = [
            case.at_least.is_some(),
            case.rows.is_some(),
            case.only.is_some(),
            case.conflicts.is_some(),
            case.doses_shown.is_some(),
        ];
        assert!(expects || others.contains(&true), "expects nothing: {}", case.name);
    }
}

#[test]
fn every_rule_is_expected_in_one_vignette_and_ruled_out_in_another() {
    let (mut met, mut not_met) = (BTreeSet::new(), BTreeSet::new());
    for case in cases() {
        let result = case.assess(&NMS);
        let truth = |id: &str| verdict(&result, id).map(|verdict| verdict.truth);
        let only = case.only.iter().flatten();
        let rows: Vec<String> = case.rows.iter().flatten().map(|row| row.trim_end_matches('?').into()).collect();
        for id in case.advised.iter().chain(&case.check_first).chain(&case.withheld).chain(only).chain(&rows) {
            met.extend((truth(id) == Some(Truth::Met)).then(|| id.clone()));
        }
        not_met.extend(case.not_advised.iter().filter(|id| truth(id) == Some(Truth::NotMet)).cloned());
    }
    let orphans = |seen: &BTreeSet<String>| {
        NMS.rules
            .iter()
            .filter(|rule| rule.when != ALWAYS && !seen.contains(rule.id))
            .map(|rule| rule.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        (orphans(&met), orphans(&not_met)),
        (vec![], vec![]),
        "rules that no vignette expects; rules that none rules out"
    );
}

#[test]
fn every_severity_criterion_is_expected_in_a_vignette() {
    let named: BTreeSet<String> = cases().into_iter().flat_map(|case| case.criteria).collect();
    let orphans: Vec<_> = NMS.severity.iter().map(|row| row.id).filter(|id| !named.contains(*id)).collect();
    assert!(orphans.is_empty(), "severity criteria that no vignette expects: {orphans:?}");
}

#[test]
fn every_contradiction_is_expected_in_a_vignette() {
    let named: BTreeSet<Vec<String>> = cases().into_iter().filter_map(|case| case.conflicts).flatten().collect();
    for row in NMS.conflicts {
        let ids: Vec<String> = row.findings.iter().map(|index| NMS.finding_id(*index).to_string()).collect();
        assert!(named.contains(&ids), "no vignette expects the contradiction of {ids:?}");
    }
}

#[path = "cases/mimics.rs"]
mod mimics;
#[path = "cases/published.rs"]
mod published;
