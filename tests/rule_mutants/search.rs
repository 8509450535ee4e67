//! Looks for answers on which a mutant and the rule set differ: drawn around what the changed row reads.

use std::collections::BTreeSet;

use nms_advisor::engine::assessment::{Scope, answers};
use nms_advisor::engine::criterion::Criterion;
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::derived::Derivation;
use nms_advisor::engine::finding::{FindingIndex, Findings, Value};
use nms_advisor::engine::rule_set::RuleSet;
use nms_advisor::guideline::NMS;

use crate::behaviour::{Behaviour, behaviour};
use crate::mutants::{Change, Mutant};
use crate::support::SCOPES;
use crate::support::generated::{all_findings, candidates};

/// What a row reads: askable findings, and the numbers that it compares with.
#[derive(Default)]
struct Read {
    findings: BTreeSet<FindingIndex>,
    limits: BTreeSet<(FindingIndex, Decimal)>,
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
            Derivation::ListsAntagonist(list) | Derivation::Names(list, _) => drop(self.findings.insert(list)),
            Derivation::Alternatives(ways) => ways.iter().for_each(|way| self.criterion(rules, way)),
            Derivation::RaisedBy(main, raise) => {
                self.criterion(rules, main);
                self.criterion(rules, raise);
            }
            Derivation::NotRuledOut(inner) | Derivation::Established(inner) => self.criterion(rules, inner),
            Derivation::Suspected => self.suspicion(rules),
            Derivation::GradeAtLeast(_) => rules.severity.iter().for_each(|row| self.criterion(rules, &row.when)),
            Derivation::ScoreKnown | Derivation::ScorePossible => {}
        }
    }

    fn suspicion(&mut self, rules: &RuleSet) {
        let table = &rules.suspicion;
        for criterion in table.signs.iter().chain([&table.exposure, &table.withdrawal]) {
            self.criterion(rules, criterion);
        }
    }

    fn criterion(&mut self, rules: &RuleSet, criterion: &Criterion) {
        match *criterion {
            Criterion::All(parts) | Criterion::Any(parts) | Criterion::AtLeastOf(_, parts) => {
                parts.iter().for_each(|part| self.criterion(rules, part));
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
    fn by(mutant: &Mutant, rules: &RuleSet) -> Self {
        let mut read = Self::default();
        match mutant.change {
            Change::Rule(at, row) => {
                let row = row.unwrap_or(NMS.rules[at]);
                [row.when, row.contraindicated_by, row.check_first_if]
                    .iter()
                    .for_each(|when| read.criterion(rules, when));
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

/// Answers that give a finding, askable or derived, exactly this number.
fn exactly(index: FindingIndex, wanted: Decimal) -> Vec<(FindingIndex, Decimal)> {
    let hundred = Decimal::whole(100);
    match NMS.derivation(index).map(|row| row.derivation) {
        None => vec![(index, wanted)],
        Some(Derivation::Ratio(top, bottom)) => vec![(top, wanted.times(hundred)), (bottom, hundred)],
        Some(Derivation::PercentAbove(top, base)) => vec![(top, hundred.plus(wanted)), (base, hundred)],
        Some(Derivation::Difference(top, other)) => vec![(top, hundred.plus(wanted)), (other, hundred)],
        Some(Derivation::MeanPressure(top, other)) => {
            vec![(top, wanted.scaled(3, 1).minus(hundred)), (other, Decimal::whole(50))]
        }
        Some(_) => Vec::new(),
    }
}

/// A small generator of its own, the same on every machine.
pub(crate) struct Draw(u64);

impl Draw {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(2).wrapping_add(0x9e37_79b9_7f4a_7c15))
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 20) % u64::try_from(limit).unwrap()).unwrap()
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        if of.is_empty() { None } else { of.get(self.below(of.len())) }
    }
}

/// A difference that was found.
pub(crate) struct Difference {
    pub(crate) findings: Findings,
    pub(crate) scope: Scope,
}

impl Difference {
    /// The answers as JSON, the view, and what differs.
    pub(crate) fn shown(&self, mutant: &'static RuleSet) -> String {
        let json = serde_json::to_string(&nms_advisor::wire::findings(&NMS, &self.findings)).unwrap();
        let one = behaviour(&NMS, &self.findings, self.scope);
        let other = behaviour(mutant, &self.findings, self.scope);
        format!("{json} {:?}\n      {}", self.scope, one.against(&other))
    }
}

fn differs(mutant: &Mutant, rules: &'static RuleSet, findings: &Findings) -> Option<Scope> {
    SCOPES.into_iter().find(|scope| {
        let original = answers(&NMS, findings, *scope);
        mutant.touches(&NMS, &original) && Behaviour::of(&NMS, &original, *scope) != behaviour(rules, findings, *scope)
    })
}

/// The smallest answers found on which the two differ; `None` if they agree on every draw.
pub(crate) fn difference(mutant: &Mutant, rules: &'static RuleSet, draws: u64) -> Option<Difference> {
    let (old, new) = (Read::by(mutant, &NMS), Read::by(mutant, rules));
    let near: Vec<FindingIndex> = old.findings.union(&new.findings).copied().collect();
    let options: Vec<Vec<Value>> = all_findings().map(candidates).collect();
    let limits: Vec<(FindingIndex, Decimal)> = old.limits.union(&new.limits).copied().collect();
    // those on one side only are where the change is
    let moved: Vec<(FindingIndex, Decimal)> = old.limits.symmetric_difference(&new.limits).copied().collect();
    let findings = (0..draws).find_map(|seed| {
        let mut draw = Draw::new(seed);
        let mut findings = NMS.no_findings();
        let fill = 1 + draw.below(8);
        for index in &near {
            if draw.below(8) < fill {
                findings.set(*index, draw.one(&options[usize::from(index.0)]).copied());
            }
        }
        for _ in 0..draw.below(6) {
            let index = FindingIndex(u16::try_from(draw.below(NMS.findings.len())).unwrap());
            findings.set(index, draw.one(&options[usize::from(index.0)]).copied());
        }
        let of = if moved.is_empty() || draw.below(3) == 0 { &limits } else { &moved };
        if let Some((index, limit)) = draw.one(of) {
            let at = [limit.before(), *limit, limit.after()][draw.below(3)];
            for (index, number) in exactly(*index, at) {
                findings.set(index, Some(Value::Number(number)));
            }
        }
        differs(mutant, rules, &findings).map(|_| findings)
    });
    findings.map(|findings| shrunk(mutant, rules, findings))
}

/// Every answer left out that the difference does not need.
fn shrunk(mutant: &Mutant, rules: &'static RuleSet, mut findings: Findings) -> Difference {
    for index in all_findings().filter(|index| findings.get(*index).is_some()).collect::<Vec<_>>() {
        let mut less = findings.clone();
        less.set(index, None);
        if differs(mutant, rules, &less).is_some() {
            findings = less;
        }
    }
    let scope = differs(mutant, rules, &findings).unwrap();
    Difference { findings, scope }
}
