//! From a set of inputs to answers that a reader can check: the fewest known answers found, as JSON that the engine accepts.

use biodivine_lib_bdd::Bdd;
use nms_advisor::engine::assessment::{Scope, answers as derive};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::finding::{FindingIndex, FindingKind, Findings, RowSet, Value};
use nms_advisor::guideline::NMS;
use nms_advisor::wire;

use crate::space::{Class, Space, computed, parts};

/// A part of `set` with as few known answers as a greedy search finds: each finding in turn becomes unknown if it may.
pub(crate) fn fewest_known(space: &Space, set: &Bdd) -> Bdd {
    let smaller = |known: Bdd, place: usize| {
        let without = known.and(&space.is(place, 0));
        if without.is_false() { known } else { without }
    };
    (0..space.axes.len()).rev().fold(set.clone(), smaller)
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
    let classes = point(space, &fewest_known(space, set));
    match concrete(space, &classes) {
        Some(findings) => serde_json::to_string(&wire::findings(&NMS, &findings)).unwrap(),
        None => {
            let axes = space.axes.iter().zip(&classes).filter(|(_, class)| **class != 0);
            let named =
                axes.map(|(axis, class)| format!("{} {:?}", NMS.finding_id(axis.finding), axis.classes[*class]));
            format!("no answers have these classes together: {}", named.collect::<Vec<_>>().join(", "))
        }
    }
}

/// Answers that fall into these classes.
pub(crate) fn concrete(space: &Space, classes: &[usize]) -> Option<Findings> {
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
            Class::Number(..) => {}
            class => findings.set(axis.finding, Some(value(axis.finding, class))),
        }
    }
    settle(space, classes, &findings, &open)
}

fn value(index: FindingIndex, class: Class) -> Value {
    match class {
        Class::Option(option) => Value::Choice(option),
        Class::Yes if NMS.finding(index).is_some_and(|finding| finding.kind == FindingKind::Agents) => {
            let mut rows = RowSet::default();
            rows.insert(NMS.agents.iter().position(|agent| agent.class.implies_exposure()).unwrap());
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
    let tried = tried.into_iter().filter_map(Decimal::from_f64).chain([low, high]);
    tried.filter(|value| low <= *value && *value <= high).collect()
}

/// Chooses the numbers from which others are computed, so that these too fall into their classes.
fn settle(
    space: &Space,
    classes: &[usize],
    findings: &Findings,
    open: &[(FindingIndex, Decimal, Decimal)],
) -> Option<Findings> {
    // a choice is checked as soon as both parts of a computed number are there
    let fits = |findings: &Findings, chosen: usize| {
        let known = derive(&NMS, findings, Scope::All);
        computed().all(|number| {
            let (a, b) = parts(number).unwrap();
            let waits = open[chosen..].iter().any(|(index, ..)| *index == a || *index == b);
            let place = space.place(number).unwrap();
            waits || space.class_of(place, &known) == classes[place]
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
        next.truncate(500);
        tries = next;
    }
    tries.into_iter().find(|findings| fits(findings, open.len()))
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
        let percent = NMS.finding_id(number).ends_with("Rise");
        for wanted in [low.to_f64(), high.to_f64(), f64::midpoint(low.to_f64(), high.to_f64())] {
            let factor = if percent { 1.0 + wanted / 100.0 } else { wanted };
            let other = other.to_f64();
            let values = [other * factor, other / factor, other + wanted, other - wanted];
            for value in values.into_iter().filter(|value| value.is_finite()) {
                for nudge in [0.0, 1e-3, -1e-3, 1.0, -1.0] {
                    found.extend(Decimal::from_f64(value + nudge));
                }
            }
        }
    }
    found
}
