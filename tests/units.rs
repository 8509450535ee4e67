//! Units at the decision boundary: what is typed in any accepted unit is compared with every threshold as if by fractions.
//!
//! For every comparison of the rule set, in every unit, the numbers that can be typed next to the threshold are typed and
//! sent, and the condition must hold exactly where the fraction says so. INV-32 is held here too.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test stops by panicking, and asks for one variant at a time"
)]

mod support;

use std::cmp::Ordering;

use nms_advisor::answer::{Reading, Sent};
use nms_advisor::engine::assessment::{Scope, answers, assess};
use nms_advisor::engine::criterion::{Criterion, Truth};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::derived::Derivation;
use nms_advisor::engine::finding::{FindingIndex, FindingKind, Quantity, Value};
use nms_advisor::engine::unit::Unit;
use nms_advisor::guideline::NMS;
use proptest::prelude::*;
use support::generated::{answers as any_answers, config, thresholds};
use support::key;

/// Decimals that are typed: more than any chart or device shows. Up to here every comparison is exact; with more, a quotient
/// can lie within a billionth above a threshold, and counts as at it.
const DECIMALS: u32 = 4;
const BILLION: i128 = 1_000_000_000;

/// A number as it is typed: billionths, in a unit, with so many decimals.
#[derive(Clone, Copy, Debug)]
struct Typed {
    finding: FindingIndex,
    unit: usize,
    billionths: i128,
    decimals: u32,
}

/// A fraction of billionths; the bottom is above zero.
#[derive(Clone, Copy)]
struct Fraction(i128, i128);

impl Fraction {
    fn against(self, limit: i128) -> Ordering {
        self.0.cmp(&(limit * self.1))
    }
}

fn quantity(index: FindingIndex) -> Quantity {
    match NMS.finding(index).unwrap().kind {
        FindingKind::Number(quantity) => quantity,
        _ => panic!("{} is no number", NMS.finding_id(index)),
    }
}

fn billionths(number: Decimal) -> i128 {
    // written with nine decimals there is no point left to shift
    let text = number.to_string().replace(',', "").replace('\u{2212}', "-");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    format!("{whole}{fraction:0<9}").parse().unwrap()
}

impl Typed {
    fn unit(&self) -> &'static Unit {
        &quantity(self.finding).units[self.unit]
    }

    /// The digits, with the unit behind them. Three decimals would be asked about as thousands, so a zero is added.
    fn digits(&self) -> String {
        let places = if self.decimals == 3 { 4 } else { self.decimals };
        let whole = self.billionths.abs() / BILLION;
        let fraction = format!("{:09}", self.billionths.abs() % BILLION);
        let sign = if self.billionths < 0 { "-" } else { "" };
        match places {
            0 => format!("{sign}{whole}"),
            _ => format!("{sign}{whole}.{}", &fraction[..usize::try_from(places).unwrap()]),
        }
    }

    /// The number in the stored unit, unrounded.
    fn exact(&self) -> Fraction {
        let unit = self.unit();
        let shifted = self.billionths - billionths(unit.offset);
        Fraction(shifted * i128::from(unit.numerator), i128::from(unit.denominator))
    }

    /// Whether it lies within the limits outside which it is not used.
    fn usable(&self) -> bool {
        let (low, high) = quantity(self.finding).hard;
        self.exact().against(billionths(low)).is_ge() && self.exact().against(billionths(high)).is_le()
    }
}

/// The two ways in: what is typed into a field, and what a host page sends.
#[derive(Clone, Copy, Debug)]
enum Way {
    Field,
    Page,
}

fn read(numbers: &[Typed], way: Way) -> Reading {
    let mut reading = Reading::new(&NMS);
    for number in numbers {
        match way {
            Way::Field => reading.take_typed(&NMS, number.finding, &number.digits(), number.unit),
            Way::Page => {
                let value = Sent::Number(number.digits().parse().unwrap());
                let unit = Sent::Text(number.unit().code.into());
                let quantity = Sent::Quantity(Box::new(value), Box::new(unit));
                reading.take(&NMS, NMS.finding_id(number.finding), &quantity);
            }
        }
    }
    reading.settle(&NMS);
    reading
}

/// Every comparison of the rule set, each once.
fn comparisons() -> Vec<Criterion> {
    let mut found: Vec<Criterion> = Vec::new();
    for threshold in thresholds() {
        let (finding, limit) = (threshold.finding, threshold.limit);
        // each threshold by each comparator: a rule may change from one to the other
        for made in [Criterion::Above, Criterion::AtLeast, Criterion::Below, Criterion::AtMost] {
            let criterion = made(finding, limit);
            if !found.contains(&criterion) {
                found.push(criterion);
            }
        }
    }
    found
}

fn limit_of(criterion: &Criterion) -> (FindingIndex, i128) {
    match *criterion {
        Criterion::Above(finding, limit)
        | Criterion::AtLeast(finding, limit)
        | Criterion::Below(finding, limit)
        | Criterion::AtMost(finding, limit) => (finding, billionths(limit)),
        _ => panic!("no comparison: {criterion:?}"),
    }
}

/// Whether the comparison holds by the fraction.
fn holds(criterion: &Criterion, exact: Ordering) -> Truth {
    Truth::of(match criterion {
        Criterion::Above(..) => exact.is_gt(),
        Criterion::AtLeast(..) => exact.is_ge(),
        Criterion::Below(..) => exact.is_lt(),
        _ => exact.is_le(),
    })
}

/// What a compared number is made of.
#[derive(Clone, Copy, Debug)]
enum Made {
    Itself(FindingIndex),
    /// Typed for the whole patient, beside a weight.
    ByWeight(FindingIndex),
    Ratio(FindingIndex, FindingIndex),
    PercentAbove(FindingIndex, FindingIndex),
    Difference(FindingIndex, FindingIndex),
    MeanPressure(FindingIndex, FindingIndex),
}

fn made(index: FindingIndex) -> Vec<Made> {
    match NMS.derivation(index).map(|row| row.derivation) {
        None if quantity(index).units.iter().any(|unit| unit.per_weight) => {
            vec![Made::Itself(index), Made::ByWeight(index)]
        }
        None => vec![Made::Itself(index)],
        Some(Derivation::Ratio(a, b)) => vec![Made::Ratio(a, b)],
        Some(Derivation::PercentAbove(a, b)) => vec![Made::PercentAbove(a, b)],
        Some(Derivation::Difference(a, b)) => vec![Made::Difference(a, b)],
        Some(Derivation::MeanPressure(a, b)) => vec![Made::MeanPressure(a, b)],
        Some(_) => Vec::new(),
    }
}

impl Made {
    /// The number that is moved across the boundary, and the one beside it.
    fn parts(self) -> (FindingIndex, Option<FindingIndex>) {
        match self {
            Self::Itself(one) => (one, None),
            Self::ByWeight(one) => (one, Some(key("weight"))),
            Self::Ratio(one, other)
            | Self::PercentAbove(one, other)
            | Self::Difference(one, other)
            | Self::MeanPressure(one, other) => (one, Some(other)),
        }
    }

    /// The first number that is exactly at the limit, in its stored unit (for the whole patient where it is typed so).
    fn boundary(self, limit: i128, other: Fraction) -> Fraction {
        let Fraction(top, bottom) = other;
        match self {
            Self::Itself(_) => Fraction(limit, 1),
            Self::ByWeight(_) | Self::Ratio(..) => Fraction(limit * top, bottom * BILLION),
            Self::PercentAbove(..) => Fraction((100 * BILLION + limit) * top, bottom * 100 * BILLION),
            Self::Difference(..) => Fraction(limit * bottom + top, bottom),
            Self::MeanPressure(..) => Fraction(3 * limit * bottom - 2 * top, bottom),
        }
    }
}

/// The numbers that can be typed next to the boundary: two below or at it, two above.
fn next_to(boundary: Fraction, finding: FindingIndex, unit: usize, decimals: u32) -> Vec<Typed> {
    let of = &quantity(finding).units[unit];
    let step = BILLION / 10_i128.pow(decimals);
    let (top, bottom) = (boundary.0 * i128::from(of.denominator), boundary.1 * i128::from(of.numerator));
    let at = (top + billionths(of.offset) * bottom).div_euclid(bottom).div_euclid(step);
    (at - 1..=at + 2).map(|steps| Typed { finding, unit, billionths: steps * step, decimals }).collect()
}

/// Numbers for the other part, in one of its units, spread over what is usual.
fn others(finding: FindingIndex, unit: usize, decimals: u32) -> Vec<Typed> {
    let Quantity { plausible, units, .. } = quantity(finding);
    let step = BILLION / 10_i128.pow(decimals);
    let (low, high) =
        (billionths(units[unit].from_stored(plausible.0)), billionths(units[unit].from_stored(plausible.1)));
    let at = |seventh: i128| (low + (high - low) * seventh / 7 + seventh * seventh * 123_457_901) / step * step;
    (0..7).map(|seventh| Typed { finding, unit, billionths: at(seventh), decimals }).collect()
}

/// Counts the comparisons that were held against the fraction, for one way to type the numbers.
fn compare(criterion: &Criterion, of: Made, other: Option<Typed>, unit: usize, decimals: u32) -> usize {
    let (one, _) = of.parts();
    let (index, limit) = limit_of(criterion);
    let boundary = of.boundary(limit, other.map_or(Fraction(1, 1), |other| other.exact()));
    let mut compared = 0;
    for number in next_to(boundary, one, unit, decimals) {
        let numbers: Vec<Typed> = std::iter::once(number).chain(other).collect();
        // for the whole patient the limits hold only after the division
        let by_weight = matches!(of, Made::ByWeight(_));
        let usable = other.is_none_or(|other| other.usable()) && (by_weight || number.usable());
        for way in [Way::Field, Way::Page] {
            let reading = read(&numbers, way);
            assert!(!usable || reading.issues.is_empty() || by_weight, "{numbers:?} {way:?}: {:?}", reading.issues);
            if !usable || !reading.issues.is_empty() {
                continue;
            }
            let answers = answers(&NMS, &reading.findings, Scope::All);
            let exact = number.exact();
            let side = (exact.0 * boundary.1).cmp(&(boundary.0 * exact.1));
            let says = answers.truth(criterion);
            assert_eq!(says, holds(criterion, side), "{} {criterion:?} {numbers:?} {way:?}", NMS.finding_id(index));
            compared += 1;
        }
    }
    compared
}

/// INV-32: Changing the unit never changes the meaning.
#[test]
fn inv_32_every_comparison_is_exact_in_every_unit() {
    let mut compared = 0;
    for criterion in comparisons() {
        for of in made(limit_of(&criterion).0) {
            let (one, beside) = of.parts();
            let by_weight = matches!(of, Made::ByWeight(_));
            let units = quantity(one).units.iter().enumerate().filter(|(_, unit)| unit.per_weight == by_weight);
            for (unit, _) in units {
                for decimals in 0..=DECIMALS {
                    let beside = beside.map_or(vec![None], |beside| {
                        let units = 0..quantity(beside).units.len();
                        units.flat_map(|unit| others(beside, unit, decimals)).map(Some).collect()
                    });
                    compared +=
                        beside.into_iter().map(|other| compare(&criterion, of, other, unit, decimals)).sum::<usize>();
                }
            }
        }
    }
    assert!(compared > 20_000, "{compared} comparisons");
}

/// The number in another unit, where it has at most nine decimals there.
fn in_unit(stored: i128, unit: &Unit) -> Option<i128> {
    let (top, bottom) = (stored * i128::from(unit.denominator), i128::from(unit.numerator));
    (top % bottom == 0).then(|| top / bottom + billionths(unit.offset))
}

/// Every number that can be typed in more than one unit.
fn convertible() -> Vec<(FindingIndex, usize)> {
    let numbers = support::generated::all_findings()
        .filter(|index| matches!(NMS.finding(*index).unwrap().kind, FindingKind::Number(_)));
    let units = |index: FindingIndex| (1..quantity(index).units.len()).map(move |unit| (index, unit));
    let all = numbers.flat_map(units);
    all.filter(|(index, unit)| !quantity(*index).units[*unit].per_weight).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..config() })]

    /// INV-32: Changing the unit never changes the meaning.
    #[test]
    fn inv_32_the_same_quantity_in_any_unit_gets_the_same_verdicts(
        context in any_answers(),
        pick in any::<prop::sample::Index>(),
        near in any::<prop::sample::Index>(),
        free in 0.0..1.0_f64,
        decimals in 0..=DECIMALS,
    ) {
        let (index, unit) = *pick.get(&convertible());
        let Quantity { plausible, units, .. } = quantity(index);
        let step = BILLION / 10_i128.pow(decimals);
        // at and beside a threshold, or anywhere
        let mut at: Vec<i128> = thresholds()
            .iter()
            .filter(|threshold| threshold.finding == index)
            .flat_map(|threshold| [-1, 0, 1].map(|side| billionths(threshold.limit) + side * step))
            .collect();
        let (low, high) = (plausible.0.to_f64(), plausible.1.to_f64());
        at.push(billionths(Decimal::from_f64((low + free * (high - low)).floor()).unwrap()));
        let stored = *near.get(&at);
        // a number that the other unit cannot write with nine decimals is no same quantity
        if let Some(other) = in_unit(stored, &units[unit]) {
            let same = [(0, stored), (unit, other)].map(|(unit, billionths)| {
                read(&[Typed { finding: index, unit, billionths, decimals: 9 }], Way::Field)
            });
            let values = same.each_ref().map(|reading| reading.findings.get(index));
            prop_assert_eq!(values[0], values[1], "{} {}", NMS.finding_id(index), stored);
            for scope in support::SCOPES {
                let verdicts = values.map(|value: Option<Value>| {
                    let mut findings = context.clone();
                    findings.set(index, value);
                    let result = assess(&NMS, &findings, scope);
                    (result.suspicion, result.severity.grade, result.verdicts)
                });
                prop_assert_eq!(&verdicts[0], &verdicts[1]);
            }
        }
    }
}
