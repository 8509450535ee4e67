//! From findings to an assessment: suspicion, severity and a verdict with its reasons for every rule.

use super::criterion::{Answers, Reason, Truth};
use super::derived::{Derivation, Suspicion};
use super::finding::{FindingIndex, Findings, RowSet, Value};
use super::rule::{Grade, Rule, SeverityCriterion};
use super::rule_set::{Conflict, RuleSet};
use super::source::Basis;

/// Which advice to show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Everything.
    #[default]
    All,
    /// What the article states, and the safety notes without which that would harm.
    ArticleOnly,
}

/// The result of [`assess`].
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The answers, with the derived findings behind them.
    pub answers: Answers,
    /// Which advice was asked for.
    pub scope: Scope,
    /// Who is suspected.
    pub suspicion: Suspicion,
    /// The reasons for that.
    pub suspicion_reasons: Vec<Reason>,
    /// How bad it is.
    pub severity: Severity,
    /// A verdict for every rule in scope, in the order of display.
    pub verdicts: Vec<Verdict>,
    /// Answers that contradict each other.
    pub conflicts: Vec<&'static Conflict>,
}

/// The severity with its reasons.
#[derive(Clone, Debug, PartialEq)]
pub struct Severity {
    /// The highest grade that is met; `None` while nothing that bears on it is known.
    pub grade: Option<Grade>,
    /// Whether a missing answer could still raise it.
    pub at_least: bool,
    /// The criteria met, with the answers that met them.
    pub met: Vec<(&'static SeverityCriterion, Vec<Reason>)>,
    /// Missing answers that could raise the grade.
    pub missing: Vec<FindingIndex>,
    /// The grade by all criteria together, where the scope leaves some out.
    pub over_all: Option<Grade>,
}

/// What became of one rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The rule.
    pub rule: &'static Rule,
    /// Whether it is called for.
    pub truth: Truth,
    /// What is shown of it.
    pub status: Status,
    /// What the check-first waits for.
    pub pending: Option<Pending>,
    /// The answers that decided it, or would.
    pub reasons: Vec<Reason>,
    /// Whether the reader marked it as carried out.
    pub given: bool,
    /// Whether the reader marked it as not possible where the patient is.
    pub not_possible: bool,
}

/// What is shown of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Called for, and nothing known speaks against it.
    Advised,
    /// A question comes first.
    CheckFirst,
    /// Called for, but something speaks against it.
    Withheld,
    /// Not called for.
    NotIndicated,
}

impl Status {
    /// The word used in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Advised => "advised",
            Self::CheckFirst => "check-first",
            Self::Withheld => "withheld",
            Self::NotIndicated => "not-indicated",
        }
    }
}

/// What a check-first waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pending {
    /// Whether it is called for: shown under what is missing, not in the plan.
    Indication,
    /// Whether something speaks against it: shown in the plan with the question.
    Contraindication,
}

impl Pending {
    /// The word used in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Indication => "indication",
            Self::Contraindication => "contraindication",
        }
    }
}

/// The answers with every derived finding computed.
#[must_use]
pub fn answers(rule_set: &'static RuleSet, findings: &Findings, scope: Scope) -> Answers {
    let mut values = Vec::with_capacity(rule_set.findings.len() + rule_set.derived.len());
    for position in 0..rule_set.findings.len() {
        values.push(u16::try_from(position).ok().and_then(|index| findings.get(FindingIndex(index))));
    }
    let only = match scope {
        Scope::All => None,
        Scope::ArticleOnly => Some(Basis::Article),
    };
    let mut answers = Answers { rule_set, values, only, defined: Vec::new() };
    for derived in rule_set.derived {
        let value = answers.derive(&derived.derivation);
        answers.values.push(value);
    }
    // each may name those above it, which are in the list by then
    answers.defined.reserve(rule_set.definitions.len());
    for definition in rule_set.definitions {
        let truth = answers.truth(&definition.when);
        answers.defined.push(truth);
    }
    answers
}

/// Whether a rule is in scope.
#[must_use]
pub fn in_scope(rule: &Rule, scope: Scope) -> bool {
    match scope {
        Scope::All => true,
        Scope::ArticleOnly => rule.basis == Basis::Article || rule.safety,
    }
}

/// Truth, status and pending question of one rule, without reasons: the fast path.
#[must_use]
pub fn verdict(answers: &Answers, rule: &Rule) -> (Truth, Status, Option<Pending>) {
    let truth = answers.truth(&rule.when);
    match truth {
        Truth::NotMet => (truth, Status::NotIndicated, None),
        Truth::Unknown => (truth, Status::CheckFirst, Some(Pending::Indication)),
        Truth::Met => match answers.truth(&rule.contraindicated_by) {
            Truth::Met => (truth, Status::Withheld, None),
            Truth::Unknown => (truth, Status::CheckFirst, Some(Pending::Contraindication)),
            Truth::NotMet if answers.truth(&rule.check_first_if) == Truth::Met => {
                (truth, Status::CheckFirst, Some(Pending::Contraindication))
            }
            Truth::NotMet => (truth, Status::Advised, None),
        },
    }
}

/// Assesses findings by a rule set. Pure: equal input gives equal output.
///
/// `given` holds the rules that were already carried out; they stay in the plan, marked as done.
#[must_use]
pub fn assess(rule_set: &'static RuleSet, findings: &Findings, scope: Scope) -> Assessment {
    let answers = answers(rule_set, findings, scope);
    let given = marked(rule_set, findings, "treatmentsGiven");
    let not_possible = marked(rule_set, findings, "treatmentsNotPossible");
    let mut verdicts: Vec<Verdict> = rule_set
        .rules
        .iter()
        .enumerate()
        .filter(|(_, rule)| in_scope(rule, scope))
        .map(|(position, rule)| Verdict {
            given: given.contains(position),
            not_possible: not_possible.contains(position),
            ..explained(&answers, rule)
        })
        .collect();
    // stable: within a section what is advised comes before what waits for a question, each in the order of the table
    verdicts.sort_by_key(|verdict| (verdict.rule.section, verdict.status));
    let mut suspicion_reasons = Vec::new();
    answers.explain_suspicion(&mut suspicion_reasons);
    Assessment {
        scope,
        suspicion: answers.suspicion(),
        suspicion_reasons,
        severity: severity(&answers),
        conflicts: rule_set.conflicts.iter().filter(|conflict| answers.truth(&conflict.when) == Truth::Met).collect(),
        verdicts,
        answers,
    }
}

fn marked(rule_set: &'static RuleSet, findings: &Findings, list: &str) -> RowSet {
    match rule_set.find(list).and_then(|index| findings.get(index)) {
        Some(Value::Rows(rows)) => rows,
        Some(Value::Boolean(_) | Value::Choice(_) | Value::Number(_) | Value::Date(_)) | None => RowSet::default(),
    }
}

fn explained(answers: &Answers, rule: &'static Rule) -> Verdict {
    let (truth, status, pending) = verdict(answers, rule);
    let mut reasons = Vec::new();
    answers.explain(&rule.when, &mut reasons);
    if status == Status::Withheld || pending == Some(Pending::Contraindication) {
        let stop = answers.explain(&rule.contraindicated_by, &mut reasons);
        if stop == Truth::NotMet {
            answers.explain(&rule.check_first_if, &mut reasons);
        }
    }
    Verdict { rule, truth, status, pending, reasons, given: false, not_possible: false }
}

fn severity(answers: &Answers) -> Severity {
    let rule_set = answers.rule_set;
    let known = rule_set.severity_domains.iter().any(|index| answers.get(*index).is_some());
    let grade_by = |only: Option<Basis>| {
        let reached = |grade| answers.grade_at_least(grade, only) == Truth::Met;
        match (reached(Grade::Severe), reached(Grade::Moderate), known) {
            (true, _, _) => Some(Grade::Severe),
            (_, true, _) => Some(Grade::Moderate),
            (_, _, true) => Some(Grade::Mild),
            (_, _, false) => None,
        }
    };
    let grade = grade_by(answers.only);
    let mut met = Vec::new();
    let mut open = Vec::new();
    for row in rule_set.severity.iter().filter(|row| answers.in_force(row.basis)) {
        match answers.truth(&row.when) {
            Truth::Met if Some(row.grade) >= grade => {
                let mut reasons = Vec::new();
                answers.explain(&row.when, &mut reasons);
                met.push((row, reasons));
            }
            Truth::Unknown if Some(row.grade) > grade => {
                answers.explain(&row.when, &mut open);
            }
            Truth::Met | Truth::Unknown | Truth::NotMet => {}
        }
    }
    let missing = missing(answers, &open);
    Severity { grade, at_least: grade.is_some() && !missing.is_empty(), met, missing, over_all: grade_by(None) }
}

/// The askable findings whose answer is missing behind these reasons, each once, in the order of the form.
#[must_use]
pub fn missing(answers: &Answers, reasons: &[Reason]) -> Vec<FindingIndex> {
    let mut found: Vec<FindingIndex> = Vec::new();
    collect_missing(answers, reasons, &mut found);
    found.sort_unstable();
    found
}

fn collect_missing(answers: &Answers, reasons: &[Reason], found: &mut Vec<FindingIndex>) {
    for reason in reasons.iter().filter(|reason| reason.truth == Truth::Unknown) {
        let mut behind = Vec::new();
        let mut add = |index| {
            if !found.contains(&index) {
                found.push(index);
            }
        };
        match answers.rule_set.derivation(reason.finding).map(|derived| derived.derivation) {
            Some(
                Derivation::Ratio(a, b)
                | Derivation::PercentAbove(a, b)
                | Derivation::Difference(a, b)
                | Derivation::MeanPressure(a, b),
            ) => {
                for part in [a, b] {
                    if answers.get(part).is_none() {
                        add(part);
                    }
                }
            }
            Some(Derivation::ListsAntagonist(list) | Derivation::Names(list, _)) => add(list),
            Some(Derivation::Suspected) => answers.explain_suspicion(&mut behind),
            Some(Derivation::GradeAtLeast(grade)) => answers.explain_open_grade(grade, &mut behind),
            // every other derivation is explained by the answers behind it and never appears itself
            Some(
                Derivation::Alternatives(_)
                | Derivation::RaisedBy(..)
                | Derivation::NotRuledOut(_)
                | Derivation::Established(_)
                | Derivation::ScoreKnown
                | Derivation::ScorePossible,
            ) => {}
            None => add(reason.finding),
        }
        collect_missing(answers, &behind, found);
    }
}

/// A missing answer and the rules that it could change.
#[derive(Clone, Debug, PartialEq)]
pub struct Missing {
    /// Whose answer is missing.
    pub finding: FindingIndex,
    /// The rules whose verdict waits for it.
    pub could_change: Vec<&'static str>,
}

impl Assessment {
    /// Every missing answer that could change the plan, the one that most lines wait for first.
    #[must_use]
    pub fn missing(&self) -> Vec<Missing> {
        let mut rows: Vec<Missing> = Vec::new();
        for verdict in &self.verdicts {
            for finding in missing(&self.answers, &verdict.reasons) {
                match rows.iter_mut().find(|row| row.finding == finding) {
                    Some(row) => row.could_change.push(verdict.rule.id),
                    None => rows.push(Missing { finding, could_change: vec![verdict.rule.id] }),
                }
            }
        }
        rows.sort_by_key(|row| (std::cmp::Reverse(row.could_change.len()), row.finding));
        rows
    }

    /// What is shown in the plan: advised, withheld, or waiting for a contraindication to be cleared.
    pub fn plan(&self) -> impl Iterator<Item = &Verdict> {
        self.verdicts.iter().filter(|verdict| match verdict.status {
            Status::Advised | Status::Withheld => true,
            Status::CheckFirst => verdict.pending == Some(Pending::Contraindication),
            Status::NotIndicated => false,
        })
    }
}
