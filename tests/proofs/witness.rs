//! From a set of inputs to answers that a reader can check: the fewest known answers found, as JSON that the engine accepts.

use biodivine_lib_bdd::Bdd;
use nms_advisor::engine::assessment::{Scope, answers as derive};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::derived::Derivation;
use nms_advisor::engine::finding::{FindingIndex, FindingKind, Findings, RowSet, Value};
use nms_advisor::guideline::NMS;
use nms_advisor::wire;

use crate::classes::{Class, bits_of, computed, computed_from, parts};
use crate::space::Space;

/// A part of `set` with as few known answers as a greedy search finds: each finding in turn becomes unknown if it may,
/// but for those at the places of `but`.
pub(crate) fn fewest_known(space: &Space, set: &Bdd, but: &[usize]) -> Bdd {
    let smaller = |known: Bdd, place: usize| {
        let without = known.and(&space.is(place, 0));
        if without.is_false() { known } else { without }
    };
    (0..space.axes.len()).rev().filter(|place| !but.contains(place)).fold(set.clone(), smaller)
}

/// The classes of one point of `set`.
pub(crate) fn point(space: &Space, set: &Bdd) -> Vec<usize> {
    let valuation = set.first_valuation().unwrap();
    let class = |place: usize| {
        let bits = space.bits(place).iter().enumerate();
        bits.map(|(at, bit)| usize::from(valuation.value(*bit)) << at).sum()
    };
    (0..space.axes.len()).map(class).collect()
}

/// Answers of `set` as JSON; where no answers can have that combination of classes, the classes and a note that says so.
pub(crate) fn example(space: &Space, set: &Bdd) -> String {
    let classes = point(space, &fewest_known(space, set, &[]));
    if let Some(findings) = concrete(space, &classes).first() {
        return json(findings);
    }
    let axes = space.axes.iter().zip(&classes).filter(|(_, class)| **class != 0);
    let named = axes.map(|(axis, class)| format!("{} {:?}", NMS.finding_id(axis.finding), axis.classes[*class]));
    format!("no answers were found that have these classes together: {}", named.collect::<Vec<_>>().join(", "))
}

/// Answers as the engine reads them.
pub(crate) fn json(findings: &Findings) -> String {
    serde_json::to_string(&wire::findings(&NMS, findings)).unwrap()
}

/// Two sets of answers, the first in `from` and the second in `to`, that differ in one answer only.
pub(crate) fn change_of_one(space: &Space, index: FindingIndex, from: &Bdd, to: &Bdd) -> Option<[Findings; 2]> {
    let [was, is] = [from, to].map(|side| point(space, &fewest_known(space, side, &[])));
    let changed = |before: &Findings, after: &Findings| {
        let mut findings = before.clone();
        findings.set(index, after.get(index));
        let known = derive(&NMS, &findings, Scope::All);
        to.eval_in(&space.point(&known)).then_some([before.clone(), findings])
    };
    let pairs = concrete(space, &was);
    let others = concrete(space, &is);
    let shared = pairs.iter().find_map(|before| others.iter().find_map(|after| changed(before, after)));
    // or the other way round: the numbers that the second side needs may serve the first as well
    shared.or_else(|| {
        let back = |after: &Findings, before: &Findings| {
            let mut findings = after.clone();
            findings.set(index, before.get(index));
            let known = derive(&NMS, &findings, Scope::All);
            from.eval_in(&space.point(&known)).then_some([findings, after.clone()])
        };
        others.iter().find_map(|after| pairs.iter().find_map(|before| back(after, before)))
    })
}

/// Answers that fall into these classes, the ones that read best first; none if no answers were found that do.
pub(crate) fn concrete(space: &Space, classes: &[usize]) -> Vec<Findings> {
    let mut findings = NMS.no_findings();
    let linked = |index: FindingIndex| computed().filter_map(parts).any(|(a, b)| a == index || b == index);
    let mut open = Vec::new();
    for (axis, class) in space.axes.iter().zip(classes) {
        match axis.classes[*class] {
            Class::Unknown => {}
            Class::Number(low, high) if NMS.finding(axis.finding).is_some() => {
                findings.set(axis.finding, inside(axis.finding, low, high).first().copied().map(Value::Number));
                if linked(axis.finding) {
                    open.push((axis.finding, low, high));
                }
            }
            Class::Bound((low, _), (_, high)) if NMS.finding(axis.finding).is_some() => {
                findings.set(axis.finding, Some(Value::Between(low, high)));
            }
            Class::Number(..) | Class::Bound(..) => {}
            class => findings.set(axis.finding, Some(value(axis.finding, class))),
        }
    }
    settle(space, classes, &findings, &open)
}

fn value(index: FindingIndex, class: Class) -> Value {
    match class {
        Class::Option(option) => Value::Choice(option),
        Class::Names(wanted) => {
            let (mut rows, mut named) = (RowSet::default(), 0);
            for (position, agent) in NMS.agents.iter().enumerate() {
                let bits = bits_of(index, agent);
                if bits & !wanted == 0 && bits & !named != 0 {
                    rows.insert(position);
                    named |= bits;
                }
            }
            Value::Rows(rows)
        }
        class => Value::Boolean(class == Class::Yes),
    }
}

/// Numbers of a range, the one that reads best first.
fn inside(index: FindingIndex, low: Decimal, high: Decimal) -> Vec<Decimal> {
    let mut tried = Vec::new();
    if let Some(FindingKind::Number(quantity)) = NMS.finding(index).map(|finding| finding.kind) {
        let (from, to) = (quantity.plausible.0.to_f64(), quantity.plausible.1.to_f64());
        tried.extend([0.25, 0.5, 0.75].map(|share| from + (to - from) * share).map(f64::round));
    }
    let (from, to) = (low.to_f64(), high.to_f64());
    tried.extend([1.0, 10.0, 100.0].map(|scale| (f64::midpoint(from, to) * scale).round() / scale));
    tried.extend([from + 0.1, to - 0.1].map(|value| (value * 10.0).round() / 10.0));
    // whole numbers, of which one has the factors that a ratio or a percentage asks for
    tried.extend([0.0, 1.0, 2.0, 3.0].map(|more| from.ceil() + more));
    let tried = tried.into_iter().filter_map(Decimal::from_f64).chain([low, high]);
    tried.filter(|value| low <= *value && *value <= high).collect()
}

/// Chooses the numbers from which others are computed, so that these too fall into their classes.
fn settle(
    space: &Space,
    classes: &[usize],
    findings: &Findings,
    open: &[(FindingIndex, Decimal, Decimal)],
) -> Vec<Findings> {
    // a choice is checked as soon as both parts of a computed number are there
    let fits = |findings: &Findings, chosen: usize| {
        computed().all(|number| {
            let (a, b) = parts(number).unwrap();
            let waits = open[chosen..].iter().any(|(index, ..)| *index == a || *index == b);
            let place = space.place(number).unwrap();
            let both = findings.get(a).and_then(|a| a.range()).zip(findings.get(b).and_then(|b| b.range()));
            let value = both.and_then(|(a, b)| computed_from(number, a, b));
            waits || space.axes[place].classes[classes[place]].has(value)
        })
    };
    let mut tries = vec![findings.clone()];
    for (at, (index, low, high)) in open.iter().enumerate() {
        let mut next = Vec::new();
        for known in &tries {
            for value in inside(*index, *low, *high).into_iter().chain(reaching(space, classes, known, *index)) {
                let mut findings = known.clone();
                findings.set(*index, Some(Value::Number(value)));
                if *low <= value && value <= *high && fits(&findings, at + 1) {
                    next.push(findings);
                }
            }
        }
        // the first few read best; the rest only guards against a dead end
        next.truncate(30);
        tries = next;
    }
    tries.retain(|findings| fits(findings, open.len()));
    tries
}

/// Values of `index` at which a computed number comes into its class, given the other part.
fn reaching(space: &Space, classes: &[usize], known: &Findings, index: FindingIndex) -> Vec<Decimal> {
    let mut found = Vec::new();
    for number in computed() {
        let (a, b) = parts(number).unwrap();
        let place = space.place(number).unwrap();
        let other = if a == index { b } else { a };
        let (Class::Number(low, high), Some(Value::Number(other))) =
            (space.axes[place].classes[classes[place]], known.get(other))
        else {
            continue;
        };
        let derivation = NMS.derivation(number).unwrap().derivation;
        for wanted in [low.to_f64(), high.to_f64(), f64::midpoint(low.to_f64(), high.to_f64())] {
            let other = other.to_f64();
            let values = match derivation {
                Derivation::Ratio(..) => [other * wanted, other / wanted],
                Derivation::PercentAbove(..) => [other * (1.0 + wanted / 100.0), other / (1.0 + wanted / 100.0)],
                Derivation::MeanPressure(..) => [3.0 * wanted - 2.0 * other, (3.0 * wanted - other) / 2.0],
                _ => [other + wanted, other - wanted],
            };
            for value in values.into_iter().filter(|value| value.is_finite()) {
                for nudge in [0.0, 1e-3, -1e-3, 1.0, -1.0] {
                    found.extend(Decimal::from_f64(value + nudge));
                }
            }
        }
    }
    found
}
