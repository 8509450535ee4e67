//! What a row of the rule set reads, down to the answers: where a change of it can show.

use std::collections::BTreeSet;

use nms_advisor::engine::criterion::Criterion;
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::derived::Derivation;
use nms_advisor::engine::finding::FindingIndex;
use nms_advisor::engine::rule_set::RuleSet;
use nms_advisor::guideline::NMS;

use crate::mutants::{Change, Mutant};

/// What a row reads: askable findings, and the numbers that it compares with.
#[derive(Default)]
pub(crate) struct Read {
    pub(crate) findings: BTreeSet<FindingIndex>,
    pub(crate) limits: BTreeSet<(FindingIndex, Decimal)>,
}

impl Read {
    fn finding(&mut self, rules: &RuleSet, index: FindingIndex) {
        let Some(row) = usize::from(index.0).checked_sub(rules.findings.len()).map(|at| &rules.derived[at]) else {
            self.findings.insert(index);
            return;
        };
        match row.derivation {
            Derivation::Ratio(a, b)
            | Derivation::PercentAbove(a, b)
            | Derivation::Difference(a, b)
            | Derivation::MeanPressure(a, b) => self.findings.extend([a, b]),
            Derivation::ListsAntagonist(list) | Derivation::Names(list, _) | Derivation::ListsDepot(list) => {
                self.findings.insert(list);
            }
            Derivation::ListsDopaminergic(lists) => self.findings.extend(lists),
            Derivation::Limited(one, two, three) => {
                for part in [one, two, three] {
                    self.criterion(rules, part);
                }
            }
            Derivation::Alternatives(ways) => ways.iter().for_each(|way| self.criterion(rules, way)),
            Derivation::RaisedBy(main, raise) => {
                self.criterion(rules, main);
                self.criterion(rules, raise);
            }
            Derivation::NotRuledOut(inner) | Derivation::Established(inner) | Derivation::IfAnswered(inner) => {
                self.criterion(rules, inner);
            }
            Derivation::Suspected | Derivation::ToCheck => self.suspicion(rules),
            Derivation::GradeAtLeast(_) | Derivation::GradeOverAll(_) => {
                rules.severity.iter().for_each(|row| self.criterion(rules, &row.when));
            }
            Derivation::ScoreKnown | Derivation::ScorePossible => {}
        }
    }

    fn suspicion(&mut self, rules: &RuleSet) {
        let table = &rules.suspicion;
        for criterion in table.rows.iter().map(|row| &row.when) {
            self.criterion(rules, criterion);
        }
    }

    pub(crate) fn criterion(&mut self, rules: &RuleSet, criterion: &Criterion) {
        match *criterion {
            Criterion::All(parts) | Criterion::Any(parts) | Criterion::AtLeastOf(_, parts) => {
                for part in parts {
                    self.criterion(rules, part);
                }
            }
            Criterion::Not(part) => self.criterion(rules, part),
            Criterion::Definition(at) => self.criterion(rules, &rules.definitions[usize::from(at)].when),
            Criterion::Above(finding, limit)
            | Criterion::AtLeast(finding, limit)
            | Criterion::Below(finding, limit)
            | Criterion::AtMost(finding, limit) => {
                self.limits.insert((finding, limit));
                self.finding(rules, finding);
            }
            _ => self.finding(rules, criterion.finding().unwrap()),
        }
    }

    /// What the changed row reads in this rule set.
    pub(crate) fn by(mutant: &Mutant, rules: &RuleSet) -> Self {
        let mut read = Self::default();
        match mutant.change {
            Change::Rule(at, row) => {
                let row = row.unwrap_or(NMS.rules[at]);
                for when in [row.when, row.contraindicated_by, row.check_first_if] {
                    read.criterion(rules, &when);
                }
            }
            Change::Severity(at, row) => read.criterion(rules, &row.unwrap_or(NMS.severity[at]).when),
            Change::Definition(at, _) => read.criterion(rules, &rules.definitions[at].when),
            Change::Derived(at, _) => {
                read.finding(rules, FindingIndex(u16::try_from(rules.findings.len() + at).unwrap()));
            }
            Change::Suspicion(_) => read.suspicion(rules),
            Change::Domain(at) => read.finding(&NMS, NMS.severity_domains[at]),
            Change::Conflict(at, row) => read.criterion(rules, &row.unwrap_or(NMS.conflicts[at]).when),
        }
        read
    }
}

/// The conditions of each row of a rule set: rules, severity, definitions, derived findings, contradictions.
fn rows(rules: &RuleSet) -> Vec<Vec<Criterion>> {
    let of_rules = rules.rules.iter().map(|row| vec![row.when, row.contraindicated_by, row.check_first_if]);
    let severity = rules.severity.iter().map(|row| vec![row.when]);
    let definitions = rules.definitions.iter().map(|row| vec![row.when]);
    let conflicts = rules.conflicts.iter().map(|row| vec![row.when]);
    let derived = rules.derived.iter().map(|row| match row.derivation {
        Derivation::Alternatives(ways) => ways.to_vec(),
        Derivation::RaisedBy(main, raise) => vec![*main, *raise],
        Derivation::NotRuledOut(inner) | Derivation::Established(inner) | Derivation::IfAnswered(inner) => vec![*inner],
        _ => Vec::new(),
    });
    of_rules.chain(severity).chain(definitions).chain(conflicts).chain(derived).collect()
}

fn names(criterion: &Criterion, wanted: &Criterion) -> bool {
    match *criterion {
        Criterion::All(parts) | Criterion::Any(parts) | Criterion::AtLeastOf(_, parts) => {
            parts.iter().any(|part| names(part, wanted))
        }
        Criterion::Not(part) => names(part, wanted),
        Criterion::Definition(_) => criterion == wanted,
        _ => criterion.finding() == wanted.finding(),
    }
}

/// What each row reads that names the changed definition or derived finding: there the change shows.
pub(crate) fn where_it_shows(mutant: &Mutant) -> Vec<BTreeSet<FindingIndex>> {
    let wanted = match mutant.change {
        Change::Definition(at, _) => Criterion::Definition(u16::try_from(at).unwrap()),
        Change::Derived(at, _) => Criterion::Present(FindingIndex(u16::try_from(NMS.findings.len() + at).unwrap())),
        _ => return Vec::new(),
    };
    let naming = rows(&NMS).into_iter().filter(|row| row.iter().any(|criterion| names(criterion, &wanted)));
    let read = naming.map(|row| {
        let mut read = Read::default();
        for criterion in row {
            read.criterion(&NMS, &criterion);
        }
        read.findings
    });
    read.collect()
}
