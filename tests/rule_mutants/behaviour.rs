//! What an assessment says, without its reasons: what a mutant must change to count as different.

use nms_advisor::engine::assessment::{Pending, Scope, Status, answers, in_scope, verdict};
use nms_advisor::engine::criterion::{Answers, Truth};
use nms_advisor::engine::derived::Suspicion;
use nms_advisor::engine::finding::{FindingIndex, Findings};
use nms_advisor::engine::rule::Grade;
use nms_advisor::engine::rule_set::RuleSet;
use nms_advisor::engine::source::Basis;

use crate::mutants::{Change, Mutant};

/// Everything that is shown, by id.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Behaviour {
    suspicion: Suspicion,
    grade: Option<Grade>,
    /// A row of a higher grade is still open.
    open: bool,
    criteria: Vec<&'static str>,
    verdicts: Vec<(&'static str, Truth, Status, Option<Pending>)>,
    conflicts: Vec<&'static [FindingIndex]>,
    doses_shown: bool,
}

impl Behaviour {
    /// What the rule set of these answers says. A rule that is not called for is as good as one that is not there.
    pub(crate) fn of(rules: &'static RuleSet, answers: &Answers, scope: Scope) -> Self {
        let grade = answers.grade();
        let mut criteria = Vec::new();
        let mut open = false;
        for row in rules.severity.iter().filter(|row| scope == Scope::All || row.basis == Basis::Article) {
            match answers.truth(&row.when) {
                Truth::Met if Some(row.grade) >= grade => criteria.push(row.id),
                Truth::Unknown if grade.is_some() && Some(row.grade) > grade => open = true,
                _ => {}
            }
        }
        let called = rules.rules.iter().filter(|rule| in_scope(rule, scope)).filter_map(|rule| {
            let (truth, status, pending) = verdict(answers, rule);
            (truth != Truth::NotMet).then_some((rule.id, truth, status, pending))
        });
        let verdicts = called.collect();
        let met = rules.conflicts.iter().filter(|row| answers.truth(&row.when) == Truth::Met);
        let conflicts = met.map(|row| row.findings).collect();
        Self {
            suspicion: answers.suspicion(),
            grade,
            open,
            criteria,
            verdicts,
            conflicts,
            doses_shown: answers.doses_shown(),
        }
    }

    /// What this says and the other does not, and the other way round.
    pub(crate) fn against(&self, other: &Self) -> String {
        let mut found = Vec::new();
        let mut differ = |what: &str, one: String, two: String| {
            if one != two {
                found.push(format!("{what}: {one}, mutant {two}"));
            }
        };
        differ("suspicion", self.suspicion.id().into(), other.suspicion.id().into());
        differ("grade", format!("{:?}", self.grade), format!("{:?}", other.grade));
        differ("at least", self.open.to_string(), other.open.to_string());
        let only = |one: &[&'static str], two: &[&'static str]| {
            one.iter().filter(|id| !two.contains(id)).copied().collect::<Vec<_>>().join(" ")
        };
        differ("criteria", only(&self.criteria, &other.criteria), only(&other.criteria, &self.criteria));
        let verdicts = |one: &Self, two: &Self| {
            let rest = one.verdicts.iter().filter(|row| !two.verdicts.contains(row));
            let shown = rest.map(|(id, truth, status, _)| format!("{id} {} ({})", status.id(), truth.id()));
            shown.collect::<Vec<_>>().join("; ")
        };
        differ("verdicts", verdicts(self, other), verdicts(other, self));
        differ("conflicts", format!("{:?}", self.conflicts), format!("{:?}", other.conflicts));
        differ("doses shown", self.doses_shown.to_string(), other.doses_shown.to_string());
        found.join(" | ")
    }
}

/// What a rule set says of answers.
pub(crate) fn behaviour(rules: &'static RuleSet, findings: &Findings, scope: Scope) -> Behaviour {
    Behaviour::of(rules, &answers(rules, findings, scope), scope)
}

impl Mutant {
    /// Whether the mutant can differ at all on answers prepared by the original: false where the changed row itself does not.
    pub(crate) fn touches(&self, original: &RuleSet, answers: &Answers) -> bool {
        let truth = |criterion| answers.truth(criterion);
        match &self.change {
            Change::Rule(at, None) => truth(&original.rules[*at].when) != Truth::NotMet,
            Change::Rule(at, Some(row)) if row.safety != original.rules[*at].safety => {
                truth(&row.when) != Truth::NotMet
            }
            Change::Rule(at, Some(row)) => verdict(answers, &original.rules[*at]) != verdict(answers, row),
            Change::Severity(at, None) => truth(&original.severity[*at].when) != Truth::NotMet,
            Change::Severity(at, Some(row)) => {
                let old = &original.severity[*at];
                (row.grade, row.basis) != (old.grade, old.basis) && truth(&row.when) != Truth::NotMet
                    || truth(&row.when) != truth(&old.when)
            }
            Change::Definition(at, row) => truth(&original.definitions[*at].when) != truth(&row.when),
            Change::Conflict(at, None) => truth(&original.conflicts[*at].when) == Truth::Met,
            Change::Conflict(at, Some(row)) => truth(&original.conflicts[*at].when) != truth(&row.when),
            Change::Derived(..) | Change::Suspicion(_) | Change::Domain(_) => true,
        }
    }
}
