//! The assessment as JSON (contract, section 4).

use serde::Serialize;

use crate::answer::{Problem, Reading};
use crate::engine::assessment::{Assessment, Scope, Status, Verdict};
use crate::engine::criterion::{Answers, Reason};
use crate::engine::describe::{self, Format};
use crate::engine::finding::FindingIndex;
use crate::engine::rule_set::RuleSet;
use crate::engine::source::Source;
use crate::release;

use super::beyond::{BeyondJson, beyond};
use super::options::{Explanations, Options, Verdicts};

/// The whole answer.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AssessmentJson {
    rule_set: RuleSetId,
    suspicion: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    suspicion_explanation: Explanation,
    severity: SeverityJson,
    /// In order of display.
    pub recommendations: Vec<RecommendationJson>,
    missing: Vec<MissingJson>,
    issues: Vec<ProblemJson>,
    unusual: Vec<ProblemJson>,
    conflicts: Vec<ConflictJson>,
    /// What the literature adds; left out of the article's view.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    beyond: Option<BeyondJson>,
}

/// Which rule set spoke.
#[derive(Debug, Serialize)]
pub struct RuleSetId {
    pub(super) id: &'static str,
    pub(super) version: &'static str,
    pub(super) reviewed: Option<&'static str>,
    /// The day on which the program was built, where the build said it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) built: Option<String>,
}

impl RuleSetId {
    pub(super) fn of(rules: &'static RuleSet) -> Self {
        Self { id: rules.id, version: rules.version, reviewed: rules.reviewed, built: release::this().built_on() }
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct SeverityJson {
    grade: Option<&'static str>,
    at_least: bool,
    /// The grade by all bases together; differs from `grade` only where the basis leaves criteria out.
    grade_over_all_bases: Option<&'static str>,
    criteria: Vec<SeverityCriterionJson>,
    missing: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct SeverityCriterionJson {
    id: &'static str,
    label: &'static str,
    grade: &'static str,
    basis: &'static str,
    statements: &'static [&'static str],
    citations: &'static [&'static str],
    interpretation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Explanation,
}

/// One rule with its verdict.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RecommendationJson {
    /// The rule's id.
    pub id: &'static str,
    section: &'static str,
    kind: &'static str,
    urgency: &'static str,
    truth: &'static str,
    /// What is shown of it.
    pub status: &'static str,
    pending: Option<&'static str>,
    /// The question of a check first; empty where there is none.
    question: &'static str,
    given: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    not_possible: bool,
    headline: &'static str,
    text: &'static str,
    detail: &'static str,
    /// What goes past the article; empty in its view.
    beyond: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    article_text: &'static str,
    /// The line that it is folded beneath.
    under: Option<&'static str>,
    place: &'static str,
    basis: &'static str,
    statements: &'static [&'static str],
    citations: &'static [&'static str],
    interpretation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Explanation,
}

#[derive(Debug, Serialize)]
pub(super) struct ReasonJson {
    finding: &'static str,
    answer: String,
    criterion: String,
    truth: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct MissingJson {
    finding: &'static str,
    could_change: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct ProblemJson {
    finding: String,
    problem: String,
}

#[derive(Debug, Serialize)]
struct ConflictJson {
    findings: Vec<&'static str>,
    problem: &'static str,
    used: &'static str,
}

/// Reasons in words; nothing where none are asked for, since an empty list would say that there are none.
pub(super) type Explanation = Option<Vec<ReasonJson>>;

/// Puts the reasons of one assessment into words.
#[derive(Clone, Copy)]
pub(super) struct Why<'a> {
    rules: &'static RuleSet,
    answers: &'a Answers,
    wanted: Explanations,
}

impl<'a> Why<'a> {
    pub(super) fn new(rules: &'static RuleSet, answers: &'a Answers, options: Options) -> Self {
        Self { rules, answers, wanted: options.explanations }
    }

    pub(super) fn reasons(self, reasons: &[Reason]) -> Explanation {
        let one = |reason: &Reason| ReasonJson {
            finding: self.rules.finding_id(reason.finding),
            answer: describe::answer(&Format::RULE_SET, self.answers, reason.finding),
            criterion: describe::reason(&Format::RULE_SET, self.rules, reason),
            truth: reason.truth.id(),
        };
        (self.wanted == Explanations::All).then(|| reasons.iter().map(one).collect())
    }
}

fn problems(list: Vec<Problem>) -> Vec<ProblemJson> {
    list.into_iter().map(|row| ProblemJson { finding: row.finding, problem: row.problem }).collect()
}

/// The assessment as the contract has it.
#[must_use]
pub fn assessment(rules: &'static RuleSet, result: &Assessment, reading: Reading, options: Options) -> AssessmentJson {
    let ids = |list: &[FindingIndex]| list.iter().map(|index| rules.finding_id(*index)).collect::<Vec<_>>();
    let why = Why::new(rules, &result.answers, options);
    let criterion = |(row, list): &(&'static crate::engine::rule::SeverityCriterion, Vec<Reason>)| {
        let Source { statements, citations, interpretation } = row.source;
        SeverityCriterionJson {
            id: row.id,
            label: row.label,
            grade: row.grade.id(),
            basis: row.basis.id(),
            statements,
            citations,
            interpretation,
            explanation: why.reasons(list),
        }
    };
    let shown = |verdict: &&Verdict| options.verdicts == Verdicts::All || verdict.status != Status::NotIndicated;
    AssessmentJson {
        rule_set: RuleSetId::of(rules),
        suspicion: result.suspicion.id(),
        suspicion_explanation: why.reasons(&result.suspicion_reasons),
        severity: SeverityJson {
            grade: result.severity.grade.map(crate::engine::rule::Grade::id),
            at_least: result.severity.at_least,
            grade_over_all_bases: result.severity.over_all.map(crate::engine::rule::Grade::id),
            criteria: result.severity.met.iter().map(criterion).collect(),
            missing: ids(&result.severity.missing),
        },
        recommendations: result
            .verdicts
            .iter()
            .filter(shown)
            .map(|verdict| recommendation(result.scope, verdict, why))
            .collect(),
        missing: result
            .missing()
            .into_iter()
            .map(|row| MissingJson { finding: rules.finding_id(row.finding), could_change: row.could_change })
            .collect(),
        issues: problems(reading.issues),
        unusual: problems(reading.unusual),
        conflicts: result
            .conflicts
            .iter()
            .map(|row| ConflictJson { findings: ids(row.findings), problem: row.problem, used: row.used })
            .collect(),
        beyond: (result.scope == Scope::All).then(|| beyond(rules, result, options)),
    }
}

fn recommendation(scope: Scope, verdict: &Verdict, why: Why) -> RecommendationJson {
    let rule = verdict.rule;
    RecommendationJson {
        id: rule.id,
        section: rule.section.id(),
        kind: rule.kind.id(),
        urgency: rule.urgency.id(),
        truth: verdict.truth.id(),
        status: verdict.status.id(),
        pending: verdict.pending.map(crate::engine::assessment::Pending::id),
        question: rule.question,
        given: verdict.given,
        not_possible: verdict.not_possible,
        headline: rule.headline,
        text: rule.text,
        detail: rule.detail,
        beyond: if scope == Scope::All { rule.beyond } else { "" },
        article_text: rule.article_text,
        under: verdict.under,
        place: verdict.place.id(),
        basis: rule.basis.id(),
        statements: rule.source.statements,
        citations: rule.source.citations,
        interpretation: rule.source.interpretation,
        explanation: why.reasons(&verdict.reasons),
    }
}
