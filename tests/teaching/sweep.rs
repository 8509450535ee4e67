//! The spotlight: within a stretch nothing changes, at each of its ends something does; exact against brute force.

use nms_advisor::engine::assessment::{Assessment, Scope, assess};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::finding::{FindingKind, Value};
use nms_advisor::guideline::NMS;
use nms_advisor::teaching::library::CASES;
use nms_advisor::teaching::staged::read;
use nms_advisor::teaching::sweep::{movable, sweep};

use crate::support::{key, with};

/// What a reader sees of a plan.
fn seen(result: &Assessment) -> Vec<String> {
    let lines =
        result.plan().map(|verdict| format!("{} {} {:?}", verdict.rule.id, verdict.status.id(), verdict.pending));
    let head = format!("{:?} {:?}", result.suspicion, result.severity.grade);
    std::iter::once(head).chain(lines).collect()
}

/// Every stretch of every finding of a case, against every value on a fine grid.
fn check(id: &str, name: &str, grid: impl Iterator<Item = f64>) {
    let case = read(&NMS, CASES.iter().find(|(case, _)| *case == id).unwrap().1).case;
    let session = nms_advisor::session::Session {
        entries: case.stages.last().unwrap().entries.clone(),
        ..nms_advisor::session::Session::default()
    };
    let findings = session.read(&NMS).findings;
    let bands = sweep(&NMS, &findings, Scope::All, key(name));
    assert!(bands.len() >= 2, "{id}: {name} turns the plan");
    let mut met: Vec<Vec<String>> = Vec::new();
    for value in grid {
        let value = Value::Number(Decimal::from_f64(value).unwrap());
        let plan = seen(&assess(&NMS, &with(&findings, name, Some(value)), Scope::All));
        if met.last() != Some(&plan) {
            met.push(plan);
        }
    }
    let told: Vec<Vec<String>> = bands.iter().map(|band| seen(&band.assessment)).collect();
    assert_eq!(told, met, "{id}: {name}");
    for band in &bands {
        let put = seen(&assess(&NMS, &with(&findings, name, Some(band.value)), Scope::All));
        assert_eq!(put, seen(&band.assessment), "{id}: the value of {} lies in it", band.label);
    }
    let here: Vec<bool> = bands.iter().map(|band| band.here).collect();
    let known = findings.get(key(name)).is_some();
    assert_eq!(here.iter().filter(|here| **here).count(), usize::from(known), "{id}: {name} lies in one stretch");
}

#[test]
fn the_stretches_of_a_number_are_those_of_brute_force() {
    let tenths = |from: i32, to: i32| (from..=to).map(|tenth| f64::from(tenth) / 10.0);
    for id in ["haloperidol", "above-41-1", "do-not-wait", "normal-ck", "persistent"] {
        check(id, "temperature", tenths(200, 470));
    }
    check("kidneys", "potassium", tenths(10, 120));
    check("above-41-1", "oxygenSaturation", tenths(300, 1_000));
    // a ratio: the creatinine before decides
    check("haloperidol", "creatinine", (100..20_000).map(|tenth| f64::from(tenth) / 10.0));
}

#[test]
fn a_stretch_says_where_it_begins_in_the_words_of_the_rule_set() {
    let case = read(&NMS, CASES.iter().find(|(case, _)| *case == "do-not-wait").unwrap().1).case;
    let session = nms_advisor::session::Session {
        entries: case.stages[0].entries.clone(),
        ..nms_advisor::session::Session::default()
    };
    let bands = sweep(&NMS, &session.read(&NMS).findings, Scope::All, key("temperature"));
    let labels: Vec<&str> = bands.iter().map(|band| band.label.as_str()).collect();
    assert!(labels.contains(&"above 41.1\u{a0}°C") && labels.contains(&"40\u{a0}°C or more"), "{labels:?}");
    let above = bands.iter().find(|band| band.label.starts_with("above 41.1")).unwrap();
    assert!(above.news.lines.iter().any(|(id, _)| *id == "neuromuscular-paralysis"));
    assert_eq!(above.value, Value::Number(Decimal::from_f64(41.2).unwrap()), "a value that reads well");
    assert!(!above.here, "41.1 is not above 41.1");
}

#[test]
fn every_finding_that_can_be_moved_has_all_of_its_answers() {
    let findings = NMS.no_findings();
    for index in movable(&NMS) {
        let bands = sweep(&NMS, &findings, Scope::All, index);
        match NMS.finding(index).unwrap().kind {
            FindingKind::Boolean => assert_eq!(bands.len(), 2),
            FindingKind::Choice(options) => assert_eq!(bands.len(), options.len()),
            _ => assert!(!bands.is_empty()),
        }
        assert!(bands.iter().all(|band| !band.here), "nothing is known");
    }
}
