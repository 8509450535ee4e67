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

use std::collections::BTreeSet;

use nms_advisor::engine::assessment::{Assessment, Scope, assess};
use nms_advisor::engine::criterion::{ALWAYS, Truth};
use nms_advisor::engine::rule::Grade;
use nms_advisor::guideline::NMS;
use serde::Deserialize;
use serde_json::{Map, Value as Json};
use support::{advised, path, read, verdict};

/// One file of vignettes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

/// One vignette. Every expectation is optional, except that there must be one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// A claim that a clinician would accept.
    name: String,
    /// Answers in contract form.
    answers: Map<String, Json>,
    #[serde(default)]
    basis: Basis,
    suspicion: Option<String>,
    /// `none` while nothing bears on it.
    grade: Option<String>,
    at_least: Option<bool>,
    /// The first thing to do.
    first: Option<String>,
    #[serde(default)]
    advised: Vec<String>,
    /// Everything that is advised, in order.
    only: Option<Vec<String>>,
    #[serde(default)]
    not_advised: Vec<String>,
    /// Called for, and shown in the plan with its question.
    #[serde(default)]
    check_first: Vec<String>,
    /// Called for, and something speaks against it.
    #[serde(default)]
    withheld: Vec<String>,
    /// Severity criteria that are met.
    #[serde(default)]
    criteria: Vec<String>,
    /// The findings of each contradiction.
    conflicts: Option<Vec<Vec<String>>>,
}

#[derive(Deserialize, Default, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Basis {
    #[default]
    All,
    Article,
}

impl Case {
    fn assess(&self) -> Assessment {
        let reading = read(&self.answers);
        assert_eq!(reading.issues, [], "{}: every answer is usable", self.name);
        let scope = match self.basis {
            Basis::All => Scope::All,
            Basis::Article => Scope::ArticleOnly,
        };
        assess(&NMS, &reading.findings, scope)
    }

    fn is_expected(&self, result: &Assessment) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut check = |what: &str, wanted: String, got: String| {
            if wanted != got {
                wrong.push(format!("{}\n    {what}: expected {wanted}, got {got}", self.name));
            }
        };
        if let Some(wanted) = &self.suspicion {
            check("suspicion", wanted.clone(), result.suspicion.id().into());
        }
        if let Some(wanted) = &self.grade {
            check("grade", wanted.clone(), result.severity.grade.map_or("none", Grade::id).into());
        }
        if let Some(wanted) = self.at_least {
            check("at least", wanted.to_string(), result.severity.at_least.to_string());
        }
        let shown = advised(result);
        if let Some(wanted) = &self.first {
            check("first", wanted.clone(), shown.first().copied().unwrap_or("nothing").into());
        }
        if let Some(wanted) = &self.only {
            check("advised, in order", format!("{wanted:?}"), format!("{shown:?}"));
        }
        let expected = [(&self.advised, "advised"), (&self.check_first, "check-first"), (&self.withheld, "withheld")];
        for (ids, wanted) in expected {
            for id in ids {
                let status = verdict(result, id).map_or("out of scope", |verdict| verdict.status.id());
                check(id, wanted.into(), status.into());
            }
        }
        for id in &self.check_first {
            let pending =
                verdict(result, id).and_then(|verdict| verdict.pending).map_or("nothing", |pending| pending.id());
            check(&format!("{id} waits for"), "contraindication".into(), pending.into());
        }
        for id in &self.not_advised {
            let status = verdict(result, id).map_or("out of scope", |verdict| verdict.status.id());
            check(
                id,
                "anything but advised".into(),
                if status == "advised" { status.into() } else { "anything but advised".into() },
            );
        }
        for id in &self.criteria {
            let met = result.severity.met.iter().any(|(row, _)| row.id == id);
            check(&format!("severity criterion {id}"), "true".into(), met.to_string());
        }
        if let Some(wanted) = &self.conflicts {
            let ids = |row: &&nms_advisor::engine::rule_set::Conflict| {
                row.findings.iter().map(|at| NMS.finding_id(*at)).collect::<Vec<_>>()
            };
            check(
                "conflicts",
                format!("{wanted:?}"),
                format!("{:?}", result.conflicts.iter().map(ids).collect::<Vec<_>>()),
            );
        }
        wrong
    }
}

fn cases() -> Vec<Case> {
    let mut files: Vec<_> =
        std::fs::read_dir(path("tests/cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let toml = files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "toml"));
    let read = |file: &std::path::PathBuf| {
        let text = std::fs::read_to_string(file).unwrap();
        toml::from_str::<File>(&text).unwrap_or_else(|defect| panic!("{}: {defect}", file.display())).case
    };
    toml.flat_map(read).collect()
}

#[test]
fn every_vignette_is_answered_as_a_clinician_expects() {
    let cases = cases();
    assert!(cases.len() > 60, "the vignettes are read");
    let wrong: Vec<String> = cases.iter().flat_map(|case| case.is_expected(&case.assess())).collect();
    assert!(wrong.is_empty(), "{} expectations fail:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_vignette_has_its_own_name_and_expects_something() {
    let mut names = BTreeSet::new();
    for case in cases() {
        assert!(names.insert(case.name.clone()), "two vignettes are called: {}", case.name);
        let lists = [&case.advised, &case.not_advised, &case.check_first, &case.withheld, &case.criteria];
        let options = [&case.suspicion, &case.grade, &case.first];
        let expects = lists.iter().any(|list| !list.is_empty()) || options.iter().any(|option| option.is_some());
        assert!(expects || case.only.is_some() || case.conflicts.is_some(), "expects nothing: {}", case.name);
    }
}

#[test]
fn every_rule_is_expected_in_one_vignette_and_ruled_out_in_another() {
    let (mut met, mut not_met) = (BTreeSet::new(), BTreeSet::new());
    for case in cases() {
        let result = case.assess();
        let truth = |id: &str| verdict(&result, id).map(|verdict| verdict.truth);
        let only = case.only.iter().flatten();
        for id in case.advised.iter().chain(&case.check_first).chain(&case.withheld).chain(only) {
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

#[path = "cases/published.rs"]
mod published;
