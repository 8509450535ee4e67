//! Looks for answers on which a mutant and the rule set differ: drawn around what the changed row reads.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use nms_advisor::engine::assessment::{Scope, answers};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::derived::Derivation;
use nms_advisor::engine::finding::{FindingIndex, Findings, Value};
use nms_advisor::engine::rule_set::RuleSet;
use nms_advisor::guideline::NMS;

use crate::behaviour::{Behaviour, behaviour};
use crate::mutants::Mutant;
use crate::reads::{Read, where_it_shows};
use crate::support::SCOPES;
use crate::support::generated::{all_findings, candidates};

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
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: usize) -> usize {
        // splitmix64: neighbouring seeds give unlike draws
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % u64::try_from(limit).unwrap()).unwrap()
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

/// Where answers are drawn for a mutant.
struct Around {
    /// What the changed part reads.
    part: Vec<FindingIndex>,
    /// What the changed row reads.
    row: Vec<FindingIndex>,
    /// What each row that names the changed one reads beside it.
    shows: Vec<Vec<FindingIndex>>,
    limits: Vec<(FindingIndex, Decimal)>,
    /// The limits that the change moved.
    moved: Vec<(FindingIndex, Decimal)>,
}

impl Around {
    fn of(mutant: &Mutant, rules: &'static RuleSet) -> Self {
        let (old, new) = (Read::by(mutant, &NMS), Read::by(mutant, rules));
        let mut part = Read::default();
        mutant.part.iter().for_each(|criterion| part.criterion(&NMS, criterion));
        let row: BTreeSet<FindingIndex> = old.findings.union(&new.findings).copied().collect();
        let beside = |read: BTreeSet<FindingIndex>| read.difference(&row).copied().collect();
        Self {
            part: part.findings.into_iter().collect(),
            shows: where_it_shows(mutant).into_iter().map(beside).collect(),
            row: row.iter().copied().collect(),
            limits: old.limits.union(&new.limits).copied().collect(),
            moved: old.limits.symmetric_difference(&new.limits).copied().collect(),
        }
    }

    /// Answers, few or many, mostly around the change.
    fn draw(&self, draw: &mut Draw) -> Findings {
        let mut findings = NMS.no_findings();
        // how often, in eighths, a finding is answered, and how often a question is answered yes
        let (fill, yes) = (draw.below(9), 1 + draw.below(7));
        let set = |findings: &mut Findings, draw: &mut Draw, index: FindingIndex, yes: usize| {
            let options = &CANDIDATES[usize::from(index.0)];
            let value = match options.first() {
                Some(Value::Boolean(_)) => Some(Value::Boolean(draw.below(8) < yes)),
                _ => draw.one(options).copied(),
            };
            findings.set(index, value);
        };
        let shows = draw.one(&self.shows).cloned().unwrap_or_default();
        // what shows the change is answered more often, so that it is seen at all
        for (at, index) in self.row.iter().chain(&shows).enumerate() {
            if draw.below(8) < fill || (at >= self.row.len() && draw.below(1 + shows.len()) < 3) {
                set(&mut findings, draw, *index, yes);
            }
        }
        for _ in 0..draw.below(5) {
            let of = if shows.is_empty() || draw.below(2) == 0 { &self.row } else { &shows };
            if let Some(index) = draw.one(of).copied() {
                set(&mut findings, draw, index, 6);
            }
        }
        for index in &self.part {
            if draw.below(4) > 0 && self.part.len() < 8 {
                set(&mut findings, draw, *index, 5);
            }
        }
        let of = if self.moved.is_empty() || draw.below(3) == 0 { &self.limits } else { &self.moved };
        if let Some((index, limit)) = draw.one(of).copied() {
            let at = [limit.before(), limit, limit.after()][draw.below(3)];
            for (index, number) in exactly(index, at) {
                findings.set(index, Some(Value::Number(number)));
            }
        }
        findings
    }
}

static CANDIDATES: LazyLock<Vec<Vec<Value>>> = LazyLock::new(|| all_findings().map(candidates).collect());

/// The smallest answers found on which the two differ; `None` if they agree on every draw.
pub(crate) fn difference(mutant: &Mutant, rules: &'static RuleSet, draws: u64) -> Option<Difference> {
    let around = Around::of(mutant, rules);
    let tried = (0..draws).map(|seed| around.draw(&mut Draw(seed << 32)));
    let findings = tried.into_iter().find(|findings| differs(mutant, rules, findings).is_some());
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
