//! From findings to an assessment: suspicion, severity and a verdict with its reasons for every rule.

use super::criterion::{Answers, Reason, Truth};
use super::derived::{Derivation, Suspicion};
use super::finding::{FindingIndex, Findings, RowSet, Value};
use super::folding::fold;
use super::memory::Memory;
use super::rule::{Grade, Place, Rule, SeverityCriterion};
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
    /// The line of the plan beneath which it is folded.
    pub under: Option<&'static str>,
    /// Where it is shown.
    pub place: Place,
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
    values.extend_from_slice(findings.values());
    // derived findings stand behind those that can be asked, however many were made room for
    values.resize(rule_set.findings.len(), None);
    let only = match scope {
        Scope::All => None,
        Scope::ArticleOnly => Some(Basis::Article),
    };
    let (defined, graded) = (Memory::new(rule_set.definitions.len()), Memory::new(rule_set.severity.len()));
    let mut answers = Answers { rule_set, values, only, whole: false, defined, graded };
    for derived in rule_set.derived {
        let value = answers.derive(&derived.derivation);
        answers.values.push(value);
    }
    answers.whole = true;
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
    let mut verdicts = Vec::with_capacity(rule_set.rules.len());
    for (position, rule) in rule_set.rules.iter().enumerate().filter(|(_, rule)| in_scope(rule, scope)) {
        let marked = (given.contains(position), not_possible.contains(position));
        verdicts.push(Verdict { given: marked.0, not_possible: marked.1, ..explained(&answers, rule) });
    }
    fold(&answers, &mut verdicts);
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

/// Puts a row behind those that come before it or beside it: short lists need no more, and a sort weighs some kilobytes.
pub fn insert_in_order<T, K: Ord>(rows: &mut Vec<T>, row: T, key: impl Fn(&T) -> K) {
    let at = rows.partition_point(|other| key(other) <= key(&row));
    rows.insert(at, row);
}

fn marked(rule_set: &'static RuleSet, findings: &Findings, list: &str) -> RowSet {
    match rule_set.find(list).and_then(|index| findings.get(index)) {
        Some(Value::Rows(rows)) => rows,
        Some(_) | None => RowSet::default(),
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
    let (under, place) = (None, Place::Screen);
    Verdict { rule, truth, status, pending, reasons, given: false, not_possible: false, under, place }
}

fn severity(answers: &Answers) -> Severity {
    let rule_set = answers.rule_set;
    let grade = answers.grade_by(answers.only);
    let mut met = Vec::new();
    let mut open = Vec::new();
    for (position, row) in rule_set.severity.iter().enumerate().filter(|(_, row)| answers.in_force(row.basis)) {
        match answers.row_truth(position, row) {
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
    Severity { grade, at_least: grade.is_some() && !missing.is_empty(), met, missing, over_all: answers.grade_by(None) }
}

impl Answers {
    /// The grade by the severity rows in force.
    #[must_use]
    pub fn grade(&self) -> Option<Grade> {
        self.grade_by(self.only)
    }

    /// The grade by the severity rows of a basis, or of all of them; `None` while nothing that bears on it is known.
    fn grade_by(&self, only: Option<Basis>) -> Option<Grade> {
        let known = self.rule_set.severity_domains.iter().any(|index| self.get(*index).is_some());
        let reached = |grade| self.grade_at_least(grade, only) == Truth::Met;
        match (reached(Grade::Severe), reached(Grade::Moderate), known) {
            (true, _, _) => Some(Grade::Severe),
            (_, true, _) => Some(Grade::Moderate),
            (_, _, true) => Some(Grade::Mild),
            (_, _, false) => None,
        }
    }
}

/// The askable findings whose answer is missing behind these reasons, each once, in the order of the form.
#[must_use]
pub fn missing(answers: &Answers, reasons: &[Reason]) -> Vec<FindingIndex> {
    indices(Behind::default().missing(answers, reasons))
}

fn indices(rows: RowSet) -> Vec<FindingIndex> {
    rows.iter().filter_map(|position| u16::try_from(position).ok()).map(FindingIndex).collect()
}

/// What is missing behind the suspicion and behind each grade: asked for by many rules, and the same for all of them.
#[derive(Default)]
struct Behind {
    suspicion: Option<RowSet>,
    grades: [[Option<RowSet>; 3]; 2],
}

impl Behind {
    fn missing(&mut self, answers: &Answers, reasons: &[Reason]) -> RowSet {
        let mut found = RowSet::default();
        for reason in reasons.iter().filter(|reason| reason.truth == Truth::Unknown) {
            match answers.rule_set.derivation(reason.finding).map(|derived| derived.derivation) {
                Some(
                    Derivation::Ratio(a, b)
                    | Derivation::PercentAbove(a, b)
                    | Derivation::Difference(a, b)
                    | Derivation::MeanPressure(a, b),
                ) => {
                    for part in [a, b].into_iter().filter(|part| answers.is_open(*part)) {
                        found.insert(usize::from(part.0));
                    }
                }
                Some(Derivation::ListsAntagonist(list) | Derivation::Names(list, _) | Derivation::ListsDepot(list)) => {
                    found.insert(usize::from(list.0));
                }
                Some(Derivation::ListsDopaminergic(lists)) => {
                    for list in lists {
                        found.insert(usize::from(list.0));
                    }
                }
                Some(Derivation::Suspected | Derivation::ToCheck) => found.extend(self.suspicion(answers)),
                Some(Derivation::GradeAtLeast(grade)) => found.extend(self.grade(answers, grade, false)),
                Some(Derivation::GradeOverAll(grade)) => found.extend(self.grade(answers, grade, true)),
                // every other derivation is explained by the answers behind it and never appears itself
                Some(
                    Derivation::Alternatives(_)
                    | Derivation::RaisedBy(..)
                    | Derivation::NotRuledOut(_)
                    | Derivation::Established(_)
                    | Derivation::IfAnswered(_)
                    | Derivation::Limited(..)
                    | Derivation::ScoreKnown
                    | Derivation::ScorePossible,
                ) => {}
                None => found.insert(usize::from(reason.finding.0)),
            }
        }
        found
    }

    fn suspicion(&mut self, answers: &Answers) -> RowSet {
        if let Some(found) = self.suspicion {
            return found;
        }
        let mut reasons = Vec::new();
        answers.explain_open_suspicion(&mut reasons);
        let found = self.missing(answers, &reasons);
        self.suspicion = Some(found);
        found
    }

    fn grade(&mut self, answers: &Answers, grade: Grade, over_all: bool) -> RowSet {
        let known = self.grades.get(usize::from(over_all)).and_then(|grades| grades.get(grade as usize));
        if let Some(Some(found)) = known {
            return *found;
        }
        let mut reasons = Vec::new();
        answers.explain_open_grade(grade, over_all, &mut reasons);
        let found = self.missing(answers, &reasons);
        let slot = self.grades.get_mut(usize::from(over_all)).and_then(|grades| grades.get_mut(grade as usize));
        if let Some(slot) = slot {
            *slot = Some(found);
        }
        found
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
        let mut behind = Behind::default();
        let mut waiting: Vec<Vec<&'static str>> = vec![Vec::new(); self.answers.rule_set.findings.len()];
        for verdict in &self.verdicts {
            for position in behind.missing(&self.answers, &verdict.reasons).iter() {
                if let Some(rules) = waiting.get_mut(position) {
                    rules.push(verdict.rule.id);
                }
            }
        }
        let mut rows = Vec::new();
        for (position, could_change) in waiting.into_iter().enumerate().filter(|(_, rules)| !rules.is_empty()) {
            if let Ok(index) = u16::try_from(position) {
                let row = Missing { finding: FindingIndex(index), could_change };
                insert_in_order(&mut rows, row, |row| std::cmp::Reverse(row.could_change.len()));
            }
        }
        rows
    }

    /// What is shown in the plan: advised, withheld, or waiting for a contraindication to be cleared.
    pub fn plan(&self) -> impl Iterator<Item = &Verdict> {
        self.verdicts.iter().filter(|verdict| verdict.in_plan())
    }

    /// The rows of the first screen that ask for an action, in order.
    pub fn action_rows(&self) -> impl Iterator<Item = &Verdict> {
        self.verdicts.iter().filter(|verdict| verdict.is_action_row())
    }
}
