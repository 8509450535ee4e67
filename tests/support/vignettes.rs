//! The vignettes: answers, and what must and must not be advised. Read from `tests/cases`, held against an assessment.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use nms_advisor::engine::assessment::{Assessment, Scope, assess};
use nms_advisor::engine::finding::Findings;
use nms_advisor::engine::rule::Grade;
use nms_advisor::engine::rule_set::RuleSet;
use nms_advisor::guideline::NMS;
use serde::Deserialize;
use serde_json::{Map, Value as Json};

use crate::support::{advised, path, read, verdict};

/// One file of vignettes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

/// One vignette. Every expectation is optional, except that there must be one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    /// A claim that a clinician would accept.
    pub(crate) name: String,
    /// Answers in contract form.
    pub(crate) answers: Map<String, Json>,
    #[serde(default)]
    pub(crate) basis: Basis,
    pub(crate) suspicion: Option<String>,
    /// `none` while nothing bears on it.
    pub(crate) grade: Option<String>,
    pub(crate) at_least: Option<bool>,
    /// The first thing to do.
    pub(crate) first: Option<String>,
    #[serde(default)]
    pub(crate) advised: Vec<String>,
    /// The rows of the first screen that ask for an action, in order; those that ask a question first end in `?`.
    pub(crate) rows: Option<Vec<String>>,
    /// Everything that is advised, in order.
    pub(crate) only: Option<Vec<String>>,
    #[serde(default)]
    pub(crate) not_advised: Vec<String>,
    /// Called for, and shown in the plan with its question.
    #[serde(default)]
    pub(crate) check_first: Vec<String>,
    /// Called for, and something speaks against it.
    #[serde(default)]
    pub(crate) withheld: Vec<String>,
    /// Left out of the article's view.
    #[serde(default)]
    pub(crate) out_of_view: Vec<String>,
    /// Not yet called for: an answer is missing.
    #[serde(default)]
    pub(crate) waits: Vec<String>,
    /// Severity criteria that are met.
    #[serde(default)]
    pub(crate) criteria: Vec<String>,
    /// Severity criteria that are not.
    #[serde(default)]
    pub(crate) not_criteria: Vec<String>,
    /// Not called for, whatever is still unknown.
    #[serde(default)]
    pub(crate) not_indicated: Vec<String>,
    /// The findings of each contradiction.
    pub(crate) conflicts: Option<Vec<Vec<String>>>,
    /// Whether published doses are shown.
    pub(crate) doses_shown: Option<bool>,
}

#[derive(Deserialize, Default, Clone, Copy)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Basis {
    #[default]
    All,
    Article,
}

impl Case {
    /// The answers, all of which must be usable.
    pub(crate) fn findings(&self) -> Findings {
        let reading = read(&self.answers);
        assert_eq!(reading.issues, [], "{}: every answer is usable", self.name);
        reading.findings
    }

    /// The view that the case asks for.
    pub(crate) fn scope(&self) -> Scope {
        match self.basis {
            Basis::All => Scope::All,
            Basis::Article => Scope::ArticleOnly,
        }
    }

    /// The assessment of the case by a rule set.
    pub(crate) fn assess(&self, rules: &'static RuleSet) -> Assessment {
        assess(rules, &self.findings(), self.scope())
    }

    /// Every expectation that the assessment does not meet.
    pub(crate) fn is_expected(&self, result: &Assessment) -> Vec<String> {
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
        if let Some(wanted) = self.doses_shown {
            check("doses shown", wanted.to_string(), result.answers.doses_shown().to_string());
        }
        let shown = advised(result);
        if let Some(wanted) = &self.first {
            check("first", wanted.clone(), shown.first().copied().unwrap_or("nothing").into());
        }
        if let Some(wanted) = &self.only {
            check("advised, in order", format!("{wanted:?}"), format!("{shown:?}"));
        }
        if let Some(wanted) = &self.rows {
            check("rows", wanted.join(" "), rows(result).join(" "));
        }
        let expected = [
            (&self.advised, "advised"),
            (&self.check_first, "check-first"),
            (&self.waits, "check-first"),
            (&self.out_of_view, "out of scope"),
            (&self.withheld, "withheld"),
            (&self.not_indicated, "not-indicated"),
        ];
        for (ids, wanted) in expected {
            for id in ids {
                let status = verdict(result, id).map_or("out of scope", |verdict| verdict.status.id());
                check(id, wanted.into(), status.into());
            }
        }
        for id in &self.waits {
            let pending =
                verdict(result, id).and_then(|verdict| verdict.pending).map_or("nothing", |pending| pending.id());
            check(&format!("{id} waits for"), "indication".into(), pending.into());
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
        for (ids, wanted) in [(&self.criteria, true), (&self.not_criteria, false)] {
            for id in ids {
                assert!(NMS.severity.iter().any(|row| row.id == id), "no severity criterion `{id}`");
                let met = result.severity.met.iter().any(|(row, _)| row.id == id);
                check(&format!("severity criterion {id}"), wanted.to_string(), met.to_string());
            }
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

/// The rows of the first screen that ask for an action; those that ask a question first end in `?`.
pub(crate) fn rows(result: &Assessment) -> Vec<String> {
    let asks = |row: &nms_advisor::engine::assessment::Verdict| row.pending.map_or("", |_| "?");
    result.action_rows().map(|row| format!("{}{}", row.rule.id, asks(row))).collect()
}

/// The vignettes of one file of `tests/cases`.
pub(crate) fn cases_of(file: &str) -> Vec<Case> {
    let text = std::fs::read_to_string(path(&format!("tests/cases/{file}.toml"))).unwrap();
    toml::from_str::<File>(&text).unwrap_or_else(|defect| panic!("{file}: {defect}")).case
}

/// Every vignette of `tests/cases`.
pub(crate) fn cases() -> Vec<Case> {
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
