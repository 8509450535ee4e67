//! Generated answers: every finding unknown, at each option, or just below, at and just above every threshold.
//!
//! The thresholds are taken from the rule set, so that a new rule brings its own boundary values.

use nms_advisor::engine::criterion::Criterion;
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::derived::Derivation;
use nms_advisor::engine::finding::{Day, FindingIndex, FindingKind, Findings, Quantity, RowSet, Value};
use nms_advisor::guideline::NMS;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::sync::LazyLock;

/// A threshold of the rule set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Threshold {
    /// The askable or derived finding that is compared.
    pub(crate) finding: FindingIndex,
    /// The number it is compared with.
    pub(crate) limit: Decimal,
}

fn gather(criterion: &Criterion, found: &mut Vec<Threshold>) {
    match *criterion {
        Criterion::Above(finding, limit)
        | Criterion::AtLeast(finding, limit)
        | Criterion::Below(finding, limit)
        | Criterion::AtMost(finding, limit) => found.push(Threshold { finding, limit }),
        Criterion::All(parts) | Criterion::Any(parts) | Criterion::AtLeastOf(_, parts) => {
            for part in parts {
                gather(part, found);
            }
        }
        Criterion::Not(part) => gather(part, found),
        // a definition is gathered where it is defined
        Criterion::Definition(_)
        | Criterion::Present(_)
        | Criterion::Absent(_)
        | Criterion::Is(..)
        | Criterion::AtLeastGrade(..) => {}
    }
}

/// Every threshold of the rule set, wherever it stands.
pub(crate) fn thresholds() -> Vec<Threshold> {
    let mut found = Vec::new();
    for condition in NMS.conditions() {
        gather(&condition.when, &mut found);
    }
    found
}

/// A round number well inside the plausible range: the value that a baseline takes.
fn usual(index: FindingIndex) -> f64 {
    match NMS.finding(index).map(|finding| finding.kind) {
        Some(FindingKind::Number(quantity)) => {
            let (low, high) = (quantity.plausible.0.to_f64(), quantity.plausible.1.to_f64());
            (low + (high - low) / 4.0).round()
        }
        _ => 0.0,
    }
}

/// Just below, at and just above a number.
fn around(at: f64) -> [f64; 5] {
    [at - 0.1, at - 1e-6, at, at + 1e-6, at + 0.1]
}

fn numbers(index: FindingIndex, quantity: &Quantity) -> Vec<Value> {
    let mut values = vec![usual(index), quantity.hard.0.to_f64(), quantity.hard.1.to_f64()];
    for threshold in thresholds() {
        if threshold.finding == index {
            values.extend(around(threshold.limit.to_f64()));
        }
        let limit = threshold.limit.to_f64();
        match NMS.derivation(threshold.finding).map(|row| row.derivation) {
            Some(Derivation::Ratio(top, bottom)) if top == index => values.extend(around(usual(bottom) * limit)),
            Some(Derivation::PercentAbove(top, base)) if top == index => {
                values.extend(around(usual(base) * (1.0 + limit / 100.0)));
            }
            Some(Derivation::MeanPressure(top, other)) if top == index => {
                values.extend(around(3.0 * limit - 2.0 * usual(other)));
            }
            Some(Derivation::Difference(top, other)) if top == index => values.extend(around(usual(other) + limit)),
            _ => {}
        }
    }
    let usable = |value: &Decimal| *value >= quantity.hard.0 && *value <= quantity.hard.1;
    values.into_iter().filter_map(Decimal::from_f64).filter(usable).map(Value::Number).collect()
}

fn rows(positions: &[usize]) -> Value {
    let mut rows = RowSet::default();
    for position in positions {
        rows.insert(*position);
    }
    Value::Rows(rows)
}

/// The answers that are tried for a finding.
pub(crate) fn candidates(index: FindingIndex) -> Vec<Value> {
    let finding = NMS.finding(index).unwrap();
    match finding.kind {
        FindingKind::Boolean => vec![Value::Boolean(false), Value::Boolean(true)],
        FindingKind::Choice(options) => (0..u8::try_from(options.len()).unwrap()).map(Value::Choice).collect(),
        FindingKind::Number(quantity) => numbers(index, &quantity),
        FindingKind::Date => vec![Value::Date(Day(0)), Value::Date(Day(20_000))],
        FindingKind::Agents => {
            let of =
                |wanted: bool| NMS.agents.iter().position(|agent| agent.class.implies_exposure() == wanted).unwrap();
            // every agent that a derived finding looks for by name
            let named = NMS.derived.iter().filter_map(|row| {
                let Derivation::Names(_, name) = row.derivation else { return None };
                NMS.agents.iter().position(|agent| agent.id == name)
            });
            let depot = NMS.agents.iter().position(|agent| agent.depot_only).unwrap();
            let dopaminergic = NMS.agents.iter().position(nms_advisor::engine::agent::Agent::is_dopaminergic).unwrap();
            let mut lists = vec![
                rows(&[depot]),
                rows(&[dopaminergic]),
                rows(&[]),
                rows(&[of(true)]),
                rows(&[of(false)]),
                rows(&[of(true), of(false)]),
            ];
            lists.extend(named.map(|position| rows(&[position])));
            lists
        }
        FindingKind::Rules => vec![rows(&[]), rows(&[0, 1, 2])],
    }
}

/// Every askable finding.
pub(crate) fn all_findings() -> impl Iterator<Item = FindingIndex> {
    (0..NMS.findings.len()).map(|position| FindingIndex(u16::try_from(position).unwrap()))
}

/// The bounds that begin or end at a value that is tried, between the limits of the finding.
pub(crate) fn bounds(index: FindingIndex) -> Vec<Value> {
    let Some(FindingKind::Number(quantity)) = NMS.finding(index).map(|finding| finding.kind) else { return Vec::new() };
    let ends = candidates(index).into_iter().filter_map(|value| value.range()).map(|range| range.0);
    let ranges = ends.flat_map(|at| [(quantity.hard.0, at), (at, quantity.hard.1)]);
    ranges.filter(|range| *range != quantity.hard).map(|(low, high)| Value::Between(low, high)).collect()
}

/// Every answer that is drawn: of a number every third is a bound.
static CANDIDATES: LazyLock<Vec<Vec<Value>>> = LazyLock::new(|| {
    let drawn = |index| {
        let (mut all, bounds) = (candidates(index), bounds(index));
        // there are about two at each value: every third keeps some of both sides
        all.extend(bounds.into_iter().step_by(3));
        all
    };
    all_findings().map(drawn).collect()
});

/// Drawn answers, printed as JSON when a test fails.
pub(crate) struct Drawn(Findings);

impl std::fmt::Debug for Drawn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&serde_json::to_string(&nms_advisor::wire::findings(&NMS, &self.0)).unwrap())
    }
}

impl std::ops::Deref for Drawn {
    type Target = Findings;

    fn deref(&self) -> &Findings {
        &self.0
    }
}

/// How many answers are drawn (`PROPTEST_CASES` changes it); nothing is written to disk.
pub(crate) fn config() -> ProptestConfig {
    let default = ProptestConfig::default();
    // the same draws on every machine, so that a build never fails by luck; PROPTEST_RNG_SEED and PROPTEST_CASES search on
    let rng_seed = if default.rng_seed == RngSeed::Random { RngSeed::Fixed(64) } else { default.rng_seed };
    ProptestConfig { failure_persistence: None, rng_seed, ..default }
}

/// Answers anywhere in the input space, from nearly empty to nearly full; shrinks towards unknown.
pub(crate) fn answers() -> impl Strategy<Value = Drawn> {
    let draws = prop::collection::vec(any::<u16>(), NMS.findings.len());
    (draws, 1_u16..=15).prop_map(|(draws, filled)| {
        let mut findings = NMS.no_findings();
        for (index, draw) in all_findings().zip(draws) {
            let options = &CANDIDATES[usize::from(index.0)];
            // the top `filled` sixteenths of the range are answers, the rest is unknown
            if draw >> 12 >= 16 - filled {
                findings.set(index, options.get(usize::from(draw & 0xfff) % options.len()).copied());
            }
        }
        Drawn(findings)
    })
}
