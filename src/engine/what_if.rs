//! Which single answer would change the plan, and at what value. Exact: on the grid of stored decimals the plan is constant
//! between two boundaries, and every boundary follows from a threshold of the rule set.

use super::agent::Agent;
use super::assessment::{Assessment, Pending, Scope, Status, answers, in_scope, missing, verdict};
use super::condition::Table;
use super::criterion::{Answers, reads};
use super::decimal::Decimal;
use super::derived::{Derivation, Suspicion};
use super::finding::{FindingIndex, FindingKind, Findings, Quantity, RowSet, Value};
use super::rule::{Grade, Rule};
use super::rule_set::RuleSet;
use super::threshold::{derived_boundary, thresholds};

/// The plan without its reasons: what is compared.
#[derive(Clone, Debug, PartialEq)]
struct Outline {
    suspicion: Suspicion,
    grade: Option<Grade>,
    statuses: Vec<(Status, Option<Pending>)>,
}

/// An answer that would change the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// Whose answer.
    pub finding: FindingIndex,
    /// The answer, or the value from which on it changes.
    pub target: Target,
    /// The grade with that answer.
    pub grade: Option<Grade>,
    /// The suspicion with that answer.
    pub suspicion: Suspicion,
    /// Lines that would come into the plan.
    pub added: Vec<&'static Rule>,
    /// Lines that would leave it.
    pub removed: Vec<&'static Rule>,
    /// Lines that would stay with another status: no longer check first, or withheld.
    pub changed: Vec<&'static Rule>,
}

/// The answer that changes the plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Target {
    /// This answer.
    Answer(Value),
    /// This number or more.
    From(Decimal),
    /// More than this number.
    Above(Decimal),
    /// Less than this number.
    Below(Decimal),
    /// This number or less.
    AtMost(Decimal),
}

/// How much a missing answer still matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Some answer changes the plan by itself.
    Alone,
    /// Only together with other missing answers.
    WithOthers,
    /// Nothing waits for it any more.
    Settled,
}

/// A missing answer, and what it could do.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// Whose answer.
    pub finding: FindingIndex,
    /// How much it matters.
    pub weight: Weight,
    /// The answer with the greatest effect, where one changes the plan by itself.
    pub best: Option<WhatIf>,
}

/// The nearest change of every known answer that alters the plan: for a number one downwards and one upwards.
#[must_use]
pub fn what_if(rule_set: &'static RuleSet, findings: &Findings, scope: Scope) -> Vec<WhatIf> {
    let sweep = Sweep::new(rule_set, findings, scope);
    let known = asked(rule_set).filter(|index| findings.get(*index).is_some_and(|value| !value.is_bound()));
    known.flat_map(|index| sweep.nearest(index)).collect()
}

/// Every missing answer, the one that matters most first.
#[must_use]
pub fn ask_next(assessment: &Assessment, findings: &Findings) -> Vec<Ask> {
    let rule_set = assessment.answers.rule_set;
    let sweep = Sweep::new(rule_set, findings, assessment.scope);
    let mut waiting = RowSet::default();
    let open = assessment.verdicts.iter().flat_map(|verdict| missing(&assessment.answers, &verdict.reasons));
    open.chain(assessment.severity.missing.iter().copied()).for_each(|index| waiting.insert(usize::from(index.0)));
    let mut asks = Vec::new();
    for index in asked(rule_set).filter(|index| findings.get(*index).is_none_or(|value| value.is_bound())) {
        let best = sweep.best(index);
        let weight = match (&best, waiting.contains(usize::from(index.0))) {
            (Some(_), _) => Weight::Alone,
            (None, true) => Weight::WithOthers,
            (None, false) => Weight::Settled,
        };
        let ask = Ask { finding: index, weight, best };
        super::assessment::insert_in_order(&mut asks, ask, |ask| {
            (ask.weight, std::cmp::Reverse(ask.best.as_ref().map(WhatIf::effect)))
        });
    }
    asks
}

/// The values of a number at which the plan turns, in order, everything else as it is: from each value on, up to the next,
/// the plan is the same.
#[must_use]
pub fn turns(rule_set: &'static RuleSet, findings: &Findings, scope: Scope, index: FindingIndex) -> Vec<Decimal> {
    let Some(FindingKind::Number(quantity)) = rule_set.finding(index).map(|finding| finding.kind) else {
        return Vec::new();
    };
    let mut moved = findings.clone();
    moved.set(index, Some(Value::Number(quantity.hard.0)));
    let mut turned = Vec::new();
    for at in Sweep::new(rule_set, &moved, scope).boundaries(index, &quantity) {
        if Sweep::new(rule_set, &moved, scope).with(index, Value::Number(at), Target::From(at)).is_some() {
            turned.push(at);
        }
        moved.set(index, Some(Value::Number(at)));
    }
    turned
}

impl WhatIf {
    /// Grade first, then critical lines, then all lines.
    fn effect(&self) -> (Option<Grade>, usize, usize) {
        let critical = |rules: &[&'static Rule]| {
            rules.iter().filter(|rule| rule.urgency == super::rule::Urgency::Critical).count()
        };
        (self.grade, critical(&self.added), self.added.len() + self.changed.len())
    }
}

/// The findings that something reads.
fn asked(rule_set: &'static RuleSet) -> impl Iterator<Item = FindingIndex> {
    let read = rule_set.findings.iter().enumerate().filter(|(_, finding)| finding.reason.is_empty());
    read.filter_map(|(position, _)| u16::try_from(position).ok().map(FindingIndex))
}

struct Sweep<'a> {
    rule_set: &'static RuleSet,
    findings: &'a Findings,
    scope: Scope,
    known: Answers,
    now: Outline,
    /// What each rule in scope looks at.
    reads: Vec<Vec<usize>>,
    /// Where a condition can turn.
    limits: Vec<(FindingIndex, Decimal)>,
}

impl<'a> Sweep<'a> {
    fn new(rule_set: &'static RuleSet, findings: &'a Findings, scope: Scope) -> Self {
        let known = answers(rule_set, findings, scope);
        let now = outline(&known, scope);
        let mut all = vec![Vec::new(); rule_set.rules.len()];
        for condition in rule_set.conditions().filter(|row| row.table == Table::Rules) {
            if let Some(found) = all.get_mut(condition.at) {
                reads(rule_set, &condition.when, found);
            }
        }
        let reads = rule_set.rules.iter().zip(all).filter(|(rule, _)| in_scope(rule, scope)).map(|(_, found)| found);
        Self { rule_set, findings, scope, known, now, reads: reads.collect(), limits: thresholds(rule_set) }
    }

    /// The outline of other answers. A rule is asked again where something that it looks at has another value: the same
    /// values give the same verdict.
    fn outline(&self, then: &Answers) -> Outline {
        let differs: Vec<bool> = self.known.values.iter().zip(&then.values).map(|(now, then)| now != then).collect();
        let rules = self.rule_set.rules.iter().filter(|rule| in_scope(rule, self.scope));
        let rows = rules.zip(&self.reads).zip(&self.now.statuses);
        let statuses = rows.map(|((rule, reads), now)| {
            let same = reads.iter().all(|at| differs.get(*at) == Some(&false));
            if same { *now } else { standing(then, rule) }
        });
        Outline { statuses: statuses.collect(), suspicion: then.suspicion(), grade: then.grade() }
    }

    /// The plan with another answer to one finding; `None` where it is the same.
    fn with(&self, index: FindingIndex, value: Value, target: Target) -> Option<WhatIf> {
        let mut findings = self.findings.clone();
        findings.set(index, Some(value));
        let then = self.outline(&answers(self.rule_set, &findings, self.scope));
        if then == self.now {
            return None;
        }
        let (mut added, mut removed, mut changed) = (Vec::new(), Vec::new(), Vec::new());
        let rules = self.rule_set.rules.iter().filter(|rule| in_scope(rule, self.scope));
        for ((rule, before), after) in rules.zip(&self.now.statuses).zip(&then.statuses) {
            match (in_plan(*before), in_plan(*after)) {
                (false, true) => added.push(rule),
                (true, false) => removed.push(rule),
                (true, true) if before != after => changed.push(rule),
                (true, true) | (false, false) => {}
            }
        }
        Some(WhatIf { finding: index, target, grade: then.grade, suspicion: then.suspicion, added, removed, changed })
            .filter(|change| self.shows(change))
    }

    /// Whether a reader would see a difference: what only waits for an indication is not in the plan.
    fn shows(&self, change: &WhatIf) -> bool {
        let lines = change.added.len() + change.removed.len() + change.changed.len();
        lines > 0 || change.grade != self.now.grade || change.suspicion != self.now.suspicion
    }

    fn nearest(&self, index: FindingIndex) -> Vec<WhatIf> {
        let Some(finding) = self.rule_set.finding(index) else { return Vec::new() };
        match (finding.kind, self.findings.get(index)) {
            (FindingKind::Boolean, Some(Value::Boolean(yes))) => {
                self.answer(index, Value::Boolean(!yes)).into_iter().collect()
            }
            (FindingKind::Choice(options), Some(Value::Choice(chosen))) => {
                let mut others: Vec<u8> = Vec::new();
                for option in (0..options.len()).filter_map(|at| u8::try_from(at).ok()).filter(|at| *at != chosen) {
                    super::assessment::insert_in_order(&mut others, option, |option| option.abs_diff(chosen));
                }
                others.into_iter().find_map(|option| self.answer(index, Value::Choice(option))).into_iter().collect()
            }
            (FindingKind::Number(quantity), Some(Value::Number(number))) => {
                self.nearest_numbers(index, &quantity, number)
            }
            _ => Vec::new(),
        }
    }

    fn nearest_numbers(&self, index: FindingIndex, quantity: &Quantity, number: Decimal) -> Vec<WhatIf> {
        let boundaries = self.boundaries(index, quantity);
        let down = boundaries.iter().rev().filter(|at| **at <= number).find_map(|at| {
            let below = at.before();
            self.with(index, Value::Number(below), downwards(below))
        });
        let up = boundaries
            .iter()
            .filter(|at| **at > number)
            .find_map(|at| self.with(index, Value::Number(*at), upwards(*at)));
        down.into_iter().chain(up).collect()
    }

    /// The answer to a missing finding that has the greatest effect.
    fn best(&self, index: FindingIndex) -> Option<WhatIf> {
        let finding = self.rule_set.finding(index)?;
        let changes: Vec<WhatIf> = match finding.kind {
            FindingKind::Boolean => {
                [true, false].into_iter().filter_map(|yes| self.answer(index, Value::Boolean(yes))).collect()
            }
            FindingKind::Choice(options) => {
                let options = (0..options.len()).filter_map(|at| u8::try_from(at).ok());
                options.filter_map(|option| self.answer(index, Value::Choice(option))).collect()
            }
            FindingKind::Number(quantity) => {
                // of a bound only the values that it leaves can still be answered
                let left = self.findings.get(index).and_then(|value| value.range());
                let quantity = Quantity { hard: left.unwrap_or(quantity.hard), ..quantity };
                let lowest =
                    self.with(index, Value::Number(quantity.hard.0), Target::Answer(Value::Number(quantity.hard.0)));
                let classes = self.boundaries(index, &quantity);
                // below the first boundary there is no boundary to name: the class is named by its upper end
                let below = classes.first().map(|at| downwards(at.before()));
                let lowest = lowest.map(|change| WhatIf { target: below.unwrap_or(change.target), ..change });
                let above = classes.iter().filter_map(|at| self.with(index, Value::Number(*at), upwards(*at)));
                lowest.into_iter().chain(above).collect()
            }
            FindingKind::Agents => self.agents().filter_map(|rows| self.answer(index, Value::Rows(rows))).collect(),
            FindingKind::Date | FindingKind::Rules => Vec::new(),
        };
        changes.into_iter().reduce(|best, next| if next.effect() > best.effect() { next } else { best })
    }

    /// One list for each thing that naming a drug can mean: an antagonist, and each drug that a finding looks for.
    fn agents(&self) -> impl Iterator<Item = RowSet> {
        let agents = self.rule_set.agents;
        let antagonist = agents.iter().position(|agent| agent.class.implies_exposure());
        let depot = agents.iter().position(|agent| agent.depot_only);
        let dopaminergic = agents.iter().position(Agent::is_dopaminergic);
        let named = self.rule_set.derived.iter().filter_map(move |row| match row.derivation {
            Derivation::Names(_, name) => agents.iter().position(|agent| agent.id == name),
            Derivation::Ratio(..)
            | Derivation::PercentAbove(..)
            | Derivation::Difference(..)
            | Derivation::MeanPressure(..)
            | Derivation::ListsAntagonist(_)
            | Derivation::Alternatives(_)
            | Derivation::RaisedBy(..)
            | Derivation::NotRuledOut(_)
            | Derivation::Established(_)
            | Derivation::IfAnswered(_)
            | Derivation::Limited(..)
            | Derivation::ListsDepot(_)
            | Derivation::ListsDopaminergic(_)
            | Derivation::Suspected
            | Derivation::ToCheck
            | Derivation::GradeAtLeast(_)
            | Derivation::GradeOverAll(_)
            | Derivation::ScoreKnown
            | Derivation::ScorePossible => None,
        });
        antagonist.into_iter().chain(depot).chain(dopaminergic).chain(named).map(|position| {
            let mut rows = RowSet::default();
            rows.insert(position);
            rows
        })
    }

    fn answer(&self, index: FindingIndex, value: Value) -> Option<WhatIf> {
        self.with(index, value, Target::Answer(value))
    }

    /// The smallest values at which a condition on this number turns, in order, within the hard limits.
    fn boundaries(&self, index: FindingIndex, quantity: &Quantity) -> Vec<Decimal> {
        let mut found = Vec::new();
        let mut add = |at: Decimal| {
            if at > quantity.hard.0 && at <= quantity.hard.1 && !found.contains(&at) {
                super::assessment::insert_in_order(&mut found, at, |at| *at);
            }
        };
        for &(read, limit) in &self.limits {
            // "at least" turns at the limit, "above" right behind it
            for turn in [limit, limit.after()] {
                if read == index {
                    add(turn);
                } else if let Some(derivation) = self.rule_set.derivation(read).map(|row| row.derivation) {
                    // beside a bound it turns once for each of its ends
                    let ends = |part| self.known.get(part).and_then(|value| value.range());
                    for at in [
                        derived_boundary(&derivation, index, turn, |part| ends(part).map(|range| range.0)),
                        derived_boundary(&derivation, index, turn, |part| ends(part).map(|range| range.1)),
                    ] {
                        at.into_iter().for_each(&mut add);
                    }
                }
            }
        }
        found
    }
}

fn outline(answers: &Answers, scope: Scope) -> Outline {
    let rules = answers.rule_set.rules.iter().filter(|rule| in_scope(rule, scope));
    let statuses = rules.map(|rule| standing(answers, rule));
    Outline { suspicion: answers.suspicion(), grade: answers.grade(), statuses: statuses.collect() }
}

fn standing(answers: &Answers, rule: &Rule) -> (Status, Option<Pending>) {
    let (_, status, pending) = verdict(answers, rule);
    (status, pending)
}

const fn in_plan((status, pending): (Status, Option<Pending>)) -> bool {
    match status {
        Status::Advised | Status::Withheld => true,
        Status::CheckFirst => matches!(pending, Some(Pending::Contraindication)),
        Status::NotIndicated => false,
    }
}

/// A limit of one of the tables lies at a round number; right behind one lies the first value above it.
#[must_use]
pub fn upwards(at: Decimal) -> Target {
    if at.before().is_rounder_than(at) { Target::Above(at.before()) } else { Target::From(at) }
}

/// The same from the other side: the highest value below a turn.
#[must_use]
pub fn downwards(at: Decimal) -> Target {
    if at.after().is_rounder_than(at) { Target::Below(at.after()) } else { Target::AtMost(at) }
}
