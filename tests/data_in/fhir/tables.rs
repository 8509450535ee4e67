//! The tables of codes: every key exists, and no code stands for two things.

use std::collections::BTreeSet;

use nms_advisor::data_in::{Reason, Refusal, Why};
use nms_advisor::engine::coding::Kind;
use nms_advisor::engine::finding::FindingKind;
use nms_advisor::guideline::NMS;
use nms_advisor::guideline::codes::CODES;
use nms_advisor::wording::outside::OUTSIDE;

fn finding(id: &str) -> &'static nms_advisor::engine::finding::Finding {
    NMS.find(id).and_then(|index| NMS.finding(index)).unwrap_or_else(|| panic!("no finding `{id}`"))
}

#[test]
fn every_key_of_the_tables_is_a_finding_of_its_kind() {
    for measure in CODES.measures {
        assert!(matches!(finding(measure.finding).kind, FindingKind::Number(_)), "{}", measure.finding);
        if !measure.usual.is_empty() {
            let units = |id: &str| match finding(id).kind {
                FindingKind::Number(quantity) => quantity.units,
                _ => &[],
            };
            assert_eq!(units(measure.usual), units(measure.finding), "{}", measure.usual);
        }
    }
    for id in [CODES.twice.0, CODES.without.1, CODES.state.1] {
        assert_eq!(finding(id).kind, FindingKind::Boolean, "{id}");
    }
    for row in CODES.conditions {
        assert_eq!(finding(row.finding).kind, FindingKind::Boolean, "{}", row.finding);
    }
    for id in [CODES.drugs.0, CODES.drugs.1] {
        assert_eq!(finding(id).kind, FindingKind::Agents, "{id}");
    }
    for (site, _) in CODES.sites {
        assert!(finding(CODES.site.1).choices().iter().any(|choice| choice.id == *site), "{site}");
    }
    for (_, id) in CODES.drug_keys {
        assert_eq!(finding(id).kind, FindingKind::Boolean, "{id}");
    }
    for id in [CODES.weight, CODES.limit.0, CODES.limit.1, CODES.score.finding, CODES.person.0] {
        assert!(matches!(finding(id).kind, FindingKind::Number(_)), "{id}");
    }
}

#[test]
fn no_code_stands_for_two_things() {
    let mut seen = BTreeSet::new();
    for measure in CODES.measures {
        for code in [measure.sure, measure.unsure].into_iter().flat_map(str::split_ascii_whitespace) {
            assert!(seen.insert(code), "{code} stands twice");
        }
    }
    let never = CODES.measures.iter().flat_map(|measure| measure.never.split_ascii_whitespace());
    for code in never.chain(CODES.panels.split(' ')).chain(CODES.neutral.split(' ')) {
        assert!(!seen.contains(code), "{code} is used and refused");
    }
}

/// The check digit of a code: every second digit from the right is doubled.
fn is_checked(code: &str) -> bool {
    let (digits, check) = code.split_once('-').unwrap();
    let sum: u32 = digits
        .bytes()
        .rev()
        .map(|byte| u32::from(byte - b'0'))
        .enumerate()
        .map(|(at, digit)| if at % 2 == 0 { digit * 2 / 10 + digit * 2 % 10 } else { digit })
        .sum();
    (10 - sum % 10) % 10 == check.parse::<u32>().unwrap()
}

#[test]
fn every_code_of_loinc_has_its_check_digit() {
    let lists = CODES.measures.iter().flat_map(|measure| [measure.sure, measure.unsure, measure.never]);
    let others = [CODES.panels, CODES.neutral, CODES.core, CODES.score.codes, CODES.convention, CODES.state_tests];
    let sites = CODES.sites.iter().map(|(_, list)| *list);
    for code in lists.chain(others).chain(sites).flat_map(str::split_ascii_whitespace) {
        assert!(is_checked(code), "{code}");
    }
}

#[test]
fn every_site_code_is_a_code_of_the_temperature() {
    let measure = CODES.measures.iter().find(|measure| measure.finding == CODES.site.0).unwrap();
    assert_eq!(measure.kind, Kind::Bedside);
    for code in CODES.sites.iter().flat_map(|(_, list)| list.split(' ')).chain([CODES.core]) {
        let listed = measure.sure.split(' ').chain(measure.unsure.split(' ')).any(|own| own == code);
        assert!(listed, "{code}");
    }
}

#[test]
fn every_substance_is_a_drug_of_the_list() {
    for (_, table) in CODES.substances {
        for (code, name) in table {
            assert!(NMS.agents.iter().any(|agent| agent.id == *name), "{code}: {name}");
        }
    }
}

#[test]
fn every_reason_has_its_id_and_a_sentence_of_its_own() {
    let reasons = Reason::ALL.iter().map(|one| (one.id(), one.text(&OUTSIDE.reasons)));
    let whys = Why::ALL.iter().map(|one| (one.id(), one.text(&OUTSIDE.whys)));
    let refusals = Refusal::ALL.iter().map(|one| (one.id(), one.text(&OUTSIDE.refusals)));
    let all: Vec<_> = reasons.chain(whys).chain(refusals).collect();
    let texts: BTreeSet<_> = all.iter().map(|(_, text)| text).collect();
    assert_eq!(texts.len(), all.len(), "each says something of its own");
    for (id, text) in all {
        assert!(id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'), "{id}");
        assert_eq!(text.replace("{what}", "").find(['{', '}']), None, "{text}");
        assert!(!text.trim().is_empty(), "{id}");
        for sentence in text.split(". ") {
            assert!(sentence.split(' ').count() <= 25, "{sentence}");
        }
    }
}
