//! Findings that are computed from answers before any rule is looked at.
//!
//! A criterion tree cannot say "not yet answered"; the few places that must (who is suspected, what is still possible)
//! are here, each as data with its formula in words, so that an independent engine can compute the same.

use super::agent::Agent;
use super::bound::parts;
use super::criterion::{Answers, Criterion, Reason, Truth};
use super::decimal::Decimal;
use super::finding::{FindingIndex, Value};
use super::rule::Grade;
use super::source::{Basis, Source};

/// A computed finding.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Derived {
    /// Its key in explanations and in the rule set as JSON.
    pub id: &'static str,
    /// Its name on screen.
    pub label: &'static str,
    /// The formula in words.
    pub formula: &'static str,
    /// The formula as data.
    pub derivation: Derivation,
    /// Its authority.
    pub basis: Basis,
    /// Its sources.
    pub source: Source,
}

/// How a derived finding is computed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Derivation {
    /// First number divided by the second.
    Ratio(FindingIndex, FindingIndex),
    /// How far the first lies above the second, in percent of the second.
    PercentAbove(FindingIndex, FindingIndex),
    /// First minus second.
    Difference(FindingIndex, FindingIndex),
    /// Mean arterial pressure from the systolic and the diastolic one: a third of the way up from the diastolic.
    MeanPressure(FindingIndex, FindingIndex),
    /// Yes if the list names a dopamine antagonist or depleter; else unknown: a list is never complete.
    ListsAntagonist(FindingIndex),
    /// Yes if the list names this agent; else unknown.
    Names(FindingIndex, &'static str),
    /// Ways to answer one question: yes if any says yes, no if none does and at least one says no.
    Alternatives(&'static [Criterion]),
    /// The first criterion, which the second can only turn to yes.
    RaisedBy(&'static Criterion, &'static Criterion),
    /// Yes unless the criterion is ruled out; never unknown.
    NotRuledOut(&'static Criterion),
    /// Yes only if the criterion is met; never unknown.
    Established(&'static Criterion),
    /// The same, but what is missing for it is not asked for: a question for later.
    IfAnswered(&'static Criterion),
    /// The first criterion, ruled out by the second, and left open by the third.
    Limited(&'static Criterion, &'static Criterion, &'static Criterion),
    /// Yes if the list names a product that exists as a long-acting injection only; else unknown.
    ListsDepot(FindingIndex),
    /// Yes if one of the lists names a dopaminergic drug; else unknown.
    ListsDopaminergic(&'static [FindingIndex]),
    /// Whether one sign is to be looked into: the suspicion table.
    ToCheck,
    /// Whether to act as in neuroleptic malignant syndrome: the suspicion table.
    Suspected,
    /// Whether the severity, by the rows of the chosen basis, reaches this grade.
    GradeAtLeast(Grade),
    /// Whether the severity, by the rows of every basis, reaches this grade.
    GradeOverAll(Grade),
    /// The points of the consensus score that are known.
    ScoreKnown,
    /// The points of the consensus score that are known or still open.
    ScorePossible,
}

/// The suspicion table: exposure or withdrawal against the signs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SuspicionTable {
    /// Exposure to a dopamine antagonist.
    pub exposure: Criterion,
    /// Dopaminergic withdrawal.
    pub withdrawal: Criterion,
    /// What is asked for while it cannot be told.
    pub signs: &'static [Criterion],
    /// The rows, in order: the first that is met decides; where none is, not enough is answered.
    pub rows: &'static [SuspicionRow],
}

/// One row of the suspicion table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SuspicionRow {
    /// The state that it gives.
    pub state: Suspicion,
    /// In words.
    pub label: &'static str,
    /// When it gives it.
    pub when: Criterion,
    /// Article, literature or design.
    pub basis: Basis,
    /// Its authority.
    pub source: Source,
}

/// Who is suspected, by the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suspicion {
    /// Exposure or withdrawal, and a pattern of signs.
    Suspected,
    /// The trigger or a part of the pattern is not known: act as if suspected.
    Possible,
    /// Exposure or withdrawal, and one sign: look now, and again.
    Check,
    /// Not enough is answered.
    Incomplete,
    /// Neither exposure nor withdrawal, though there is a sign.
    NotSupported,
    /// Every sign was asked for and none is there.
    NoSigns,
}

impl Suspicion {
    /// The word used in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Suspected => "suspected",
            Self::Possible => "possible",
            Self::Check => "check",
            Self::Incomplete => "incomplete",
            Self::NotSupported => "not-supported",
            Self::NoSigns => "no-signs",
        }
    }

    /// Whether the plan acts on it; `None` while that cannot be told.
    #[must_use]
    pub const fn acted_on(self) -> Option<bool> {
        match self {
            Self::Suspected | Self::Possible => Some(true),
            Self::Check | Self::Incomplete => None,
            Self::NotSupported | Self::NoSigns => Some(false),
        }
    }

    /// Whether one sign is to be looked into; `None` while that cannot be told.
    #[must_use]
    pub const fn to_check(self) -> Option<bool> {
        match self {
            Self::Check => Some(true),
            Self::Incomplete => None,
            Self::Suspected | Self::Possible | Self::NotSupported | Self::NoSigns => Some(false),
        }
    }
}

impl Answers {
    /// The state that the suspicion table gives.
    #[must_use]
    pub fn suspicion(&self) -> Suspicion {
        self.suspicion_row().map_or(Suspicion::Incomplete, |row| row.state)
    }

    /// The row of the suspicion table that the answers fall into.
    fn suspicion_row(&self) -> Option<&'static SuspicionRow> {
        self.rule_set.suspicion.rows.iter().find(|row| self.truth(&row.when) == Truth::Met)
    }

    /// Computes one derived finding.
    pub(crate) fn derive(&self, derivation: &Derivation) -> Option<Value> {
        match *derivation {
            Derivation::Ratio(..)
            | Derivation::PercentAbove(..)
            | Derivation::Difference(..)
            | Derivation::MeanPressure(..) => {
                parts(derivation).and_then(|(first, second, compute)| self.computed(first, second, compute))
            }
            Derivation::ListsAntagonist(list) => {
                self.lists(list, |agent| agent.class.implies_exposure()).then_some(Value::Boolean(true))
            }
            Derivation::Names(list, name) => self.lists(list, |agent| agent.is(name)).then_some(Value::Boolean(true)),
            Derivation::ListsDepot(list) => self.lists(list, |agent| agent.depot_only).then_some(Value::Boolean(true)),
            Derivation::ListsDopaminergic(lists) => {
                let named = lists.iter().any(|list| self.lists(*list, Agent::is_dopaminergic));
                named.then_some(Value::Boolean(true))
            }
            Derivation::ScoreKnown => Some(Value::Number(Decimal::whole(self.score_interval().0))),
            Derivation::ScorePossible => Some(Value::Number(Decimal::whole(self.score_interval().1))),
            Derivation::Alternatives(ways) => known(self.alternatives(ways)),
            Derivation::RaisedBy(main, raise) => match self.truth(raise) {
                Truth::Met => Some(Value::Boolean(true)),
                Truth::Unknown | Truth::NotMet => known(self.truth(main)),
            },
            Derivation::NotRuledOut(criterion) => Some(Value::Boolean(self.truth(criterion) != Truth::NotMet)),
            Derivation::Established(criterion) | Derivation::IfAnswered(criterion) => {
                Some(Value::Boolean(self.truth(criterion) == Truth::Met))
            }
            Derivation::Limited(main, no_if, open_if) => known(self.limited(main, no_if, open_if)),
            Derivation::Suspected => self.suspicion().acted_on().map(Value::Boolean),
            Derivation::ToCheck => self.suspicion().to_check().map(Value::Boolean),
            Derivation::GradeAtLeast(grade) => known(self.grade_at_least(grade, self.only)),
            Derivation::GradeOverAll(grade) => known(self.grade_at_least(grade, None)),
        }
    }

    fn alternatives(&self, ways: &[Criterion]) -> Truth {
        let truths = || ways.iter().map(|way| self.truth(way));
        if truths().any(|truth| truth == Truth::Met) {
            Truth::Met
        } else if truths().any(|truth| truth == Truth::NotMet) {
            Truth::NotMet
        } else {
            Truth::Unknown
        }
    }

    fn limited(&self, main: &Criterion, no_if: &Criterion, open_if: &Criterion) -> Truth {
        match (self.truth(main), self.truth(no_if), self.truth(open_if)) {
            (Truth::NotMet, _, _) | (_, Truth::Met, _) => Truth::NotMet,
            (_, _, Truth::Met) => Truth::Unknown,
            (main, _, _) => main,
        }
    }

    /// Whether the severity rows of `basis` (all of them if `None`) reach `grade`.
    pub(crate) fn grade_at_least(&self, grade: Grade, basis: Option<Basis>) -> Truth {
        let mut reached = Truth::NotMet;
        for (position, row) in self.rule_set.severity.iter().enumerate() {
            if row.grade >= grade && basis.is_none_or(|basis| row.basis == basis) {
                match self.row_truth(position, row) {
                    Truth::Met => return Truth::Met,
                    Truth::Unknown => reached = Truth::Unknown,
                    Truth::NotMet => {}
                }
            }
        }
        reached
    }

    /// Whether the list answered for `list` names an agent that fits.
    #[must_use]
    pub fn lists(&self, list: FindingIndex, fits: impl Fn(&Agent) -> bool) -> bool {
        match self.get(list) {
            Some(Value::Rows(rows)) => rows.iter().filter_map(|row| self.rule_set.agents.get(row)).any(fits),
            Some(Value::Boolean(_) | Value::Choice(_) | Value::Number(_) | Value::Between(..) | Value::Date(_))
            | None => false,
        }
    }

    /// Writes down why a derived yes or no is what it is, in terms of the answers behind it.
    /// `false` where the derived value itself is the clearest reason (a ratio, a listed drug).
    pub(crate) fn explain_derived(&self, derived: &'static Derived, reasons: &mut Vec<Reason>) -> bool {
        match derived.derivation {
            Derivation::Ratio(..)
            | Derivation::PercentAbove(..)
            | Derivation::Difference(..)
            | Derivation::MeanPressure(..)
            | Derivation::ScoreKnown
            | Derivation::ScorePossible => false,
            // a list without one decides nothing; the question beside it is named by the other way to answer
            Derivation::Names(list, name) => self.explain_list(list, |agent| agent.is(name), reasons),
            Derivation::ListsAntagonist(list) => {
                self.explain_list(list, |agent| agent.class.implies_exposure(), reasons)
            }
            Derivation::ListsDepot(list) => self.explain_list(list, |agent| agent.depot_only, reasons),
            Derivation::ListsDopaminergic(lists) => {
                for list in lists {
                    self.explain_list(*list, Agent::is_dopaminergic, reasons);
                }
                true
            }
            Derivation::Alternatives(ways) => {
                let truth = self.alternatives(ways);
                for way in ways.iter().filter(|way| self.truth(way) == truth) {
                    self.explain(way, reasons);
                }
                true
            }
            Derivation::RaisedBy(main, raise) => {
                let deciding = if self.truth(raise) == Truth::Met { raise } else { main };
                self.explain(deciding, reasons);
                true
            }
            Derivation::NotRuledOut(criterion) | Derivation::Established(criterion) => {
                self.explain(criterion, reasons);
                true
            }
            Derivation::IfAnswered(criterion) => {
                if self.truth(criterion) != Truth::Unknown {
                    self.explain(criterion, reasons);
                }
                true
            }
            Derivation::Limited(main, no_if, open_if) => {
                let ruled_out = self.truth(main) != Truth::NotMet && self.truth(no_if) == Truth::Met;
                self.explain(if ruled_out { no_if } else { main }, reasons);
                if self.truth(main) == Truth::Met && !ruled_out && self.truth(open_if) == Truth::Met {
                    self.explain(open_if, reasons);
                }
                true
            }
            Derivation::ToCheck => {
                if self.suspicion().to_check().is_none() {
                    return false;
                }
                self.explain_suspicion(reasons);
                true
            }
            Derivation::Suspected => {
                // while it cannot be told, one line says so; what is missing for it is said once, with the suspicion
                if self.suspicion().acted_on().is_none() {
                    return false;
                }
                self.explain_suspicion(reasons);
                true
            }
            Derivation::GradeAtLeast(grade) | Derivation::GradeOverAll(grade) => {
                let over_all = matches!(derived.derivation, Derivation::GradeOverAll(_));
                let truth = match self.get_derived(derived) {
                    Some(Value::Boolean(true)) => Truth::Met,
                    Some(Value::Boolean(false)) => Truth::NotMet,
                    Some(
                        Value::Choice(_) | Value::Number(_) | Value::Between(..) | Value::Date(_) | Value::Rows(_),
                    )
                    | None => Truth::Unknown,
                };
                // the same: what could still raise the grade is said once, with the severity
                if truth == Truth::Unknown {
                    return false;
                }
                self.explain_grade(grade, over_all, truth, reasons);
                true
            }
        }
    }

    fn get_derived(&self, derived: &'static Derived) -> Option<Value> {
        let position = self.rule_set.derived.iter().position(|row| row.id == derived.id)?;
        self.values.get(self.rule_set.findings.len() + position).copied().flatten()
    }

    fn explain_grade(&self, grade: Grade, over_all: bool, truth: Truth, reasons: &mut Vec<Reason>) {
        // the rows of the basis in force carry the truth that was recorded; the others differ or add nothing new
        let counts = |basis| over_all || self.in_force(basis);
        for row in self.rule_set.severity.iter().filter(|row| row.grade >= grade && counts(row.basis)) {
            if self.truth(&row.when) == truth {
                self.explain(&row.when, reasons);
            }
        }
    }

    fn explain_list(&self, list: FindingIndex, fits: impl Fn(&Agent) -> bool, reasons: &mut Vec<Reason>) -> bool {
        let reason = Reason { finding: list, leaf: Criterion::Present(list), negated: false, truth: Truth::Met };
        if self.lists(list, fits) && !reasons.contains(&reason) {
            reasons.push(reason);
        }
        true
    }

    /// The answers that are missing to tell whether a grade is reached.
    pub(crate) fn explain_open_grade(&self, grade: Grade, over_all: bool, reasons: &mut Vec<Reason>) {
        let counts = |basis| over_all || self.in_force(basis);
        for row in self.rule_set.severity.iter().filter(|row| row.grade >= grade && counts(row.basis)) {
            if self.truth(&row.when) == Truth::Unknown {
                self.explain(&row.when, reasons);
            }
        }
    }

    /// The answers behind the suspicion: those that met its row, or what is missing to tell.
    pub fn explain_suspicion(&self, reasons: &mut Vec<Reason>) {
        match self.suspicion_row() {
            Some(row) => drop(self.explain(&row.when, reasons)),
            None => self.explain_open_suspicion(reasons),
        }
    }

    /// The answers that are missing to tell whether to act.
    pub(crate) fn explain_open_suspicion(&self, reasons: &mut Vec<Reason>) {
        let table = &self.rule_set.suspicion;
        for part in [&table.exposure, &table.withdrawal].into_iter().chain(table.signs) {
            if self.truth(part) == Truth::Unknown {
                self.explain(part, reasons);
            }
        }
    }
}

fn known(truth: Truth) -> Option<Value> {
    match truth {
        Truth::Met => Some(Value::Boolean(true)),
        Truth::NotMet => Some(Value::Boolean(false)),
        Truth::Unknown => None,
    }
}
