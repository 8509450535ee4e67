//! The input space as the rules can tell it apart: every finding that a rule reads, cut at every threshold that occurs.
//!
//! A number becomes unknown, each threshold, and the ranges between them. Knows no rule, only findings and thresholds.

use std::collections::BTreeMap;

use biodivine_lib_bdd::{Bdd, BddPartialValuation, BddValuation, BddVariable, BddVariableSet};
use nms_advisor::engine::check::is_read;
use nms_advisor::engine::criterion::{Answers, Criterion};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::derived::Derivation;
use nms_advisor::engine::finding::{FindingIndex, FindingKind, Value};
use nms_advisor::guideline::NMS;

use crate::support::generated::{all_findings, thresholds};

/// Answers to one finding that no rule tells apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Class {
    /// Not answered; for a list of drugs also: none that implies exposure, as a list is never complete.
    Unknown,
    /// No.
    No,
    /// Yes; for a list of drugs: it names one that implies exposure.
    Yes,
    /// This option.
    Option(u8),
    /// A number in this range, both ends included.
    Number(Decimal, Decimal),
}

/// One finding, or one number computed from two of them, with the classes that its answers fall into.
pub(crate) struct Axis {
    /// Whose answers.
    pub(crate) finding: FindingIndex,
    /// The classes; the first is unknown.
    pub(crate) classes: Vec<Class>,
    bits: Vec<BddVariable>,
}

/// Every axis with its Boolean variables.
pub(crate) struct Space {
    vars: BddVariableSet,
    /// The axes in the order of their variables.
    pub(crate) axes: Vec<Axis>,
    places: BTreeMap<FindingIndex, usize>,
    /// Exactly the combinations of classes that some answers may have; a little wider where two computed numbers share a part.
    pub(crate) well_formed: Bdd,
}

/// The two findings of a computed number.
pub(crate) fn parts(index: FindingIndex) -> Option<(FindingIndex, FindingIndex)> {
    match NMS.derivation(index)?.derivation {
        Derivation::Ratio(a, b) | Derivation::PercentAbove(a, b) | Derivation::Difference(a, b) => Some((a, b)),
        Derivation::ListsAntagonist(_)
        | Derivation::Alternatives(_)
        | Derivation::RaisedBy(..)
        | Derivation::NotRuledOut(_)
        | Derivation::Established(_)
        | Derivation::Suspected
        | Derivation::GradeAtLeast(_) => None,
    }
}

/// Every computed number.
pub(crate) fn computed() -> impl Iterator<Item = FindingIndex> {
    let first = NMS.findings.len();
    let all = (first..first + NMS.derived.len()).map(|position| FindingIndex(u16::try_from(position).unwrap()));
    all.filter(|index| parts(*index).is_some())
}

/// The number that a computed number takes; `None` where it is unknown although both parts are known.
fn compute(index: FindingIndex, first: Decimal, second: Decimal) -> Option<Decimal> {
    match NMS.derivation(index)?.derivation {
        Derivation::Ratio(..) => first.ratio(second),
        Derivation::PercentAbove(..) => first.percent_above(second),
        Derivation::Difference(..) => Some(first.minus(second)),
        _ => None,
    }
}

/// The smallest step of a number.
fn step() -> Decimal {
    Decimal::literal(1e-9)
}

fn limits(index: FindingIndex) -> (Decimal, Decimal) {
    match NMS.finding(index).map(|finding| finding.kind) {
        Some(FindingKind::Number(quantity)) => quantity.hard,
        // a computed number has no limits of its own
        _ => (Decimal::literal(-8.9e9), Decimal::literal(8.9e9)),
    }
}

/// Unknown, then each threshold and each range between two of them.
fn number_classes(index: FindingIndex, cuts: &[(FindingIndex, Decimal)]) -> Vec<Class> {
    let (lowest, highest) = limits(index);
    let mut at: Vec<Decimal> = cuts.iter().filter(|(finding, _)| *finding == index).map(|(_, limit)| *limit).collect();
    // a computed number may be unknown for a divisor that is not above zero
    if computed().filter_map(parts).any(|(_, divisor)| divisor == index) {
        at.push(Decimal::ZERO);
    }
    at.sort_unstable();
    at.dedup();
    let mut classes = vec![Class::Unknown];
    let mut low = lowest;
    for limit in at.into_iter().filter(|limit| *limit >= lowest && *limit <= highest) {
        if low < limit {
            classes.push(Class::Number(low, limit.minus(step())));
        }
        classes.push(Class::Number(limit, limit));
        low = limit.plus(step());
    }
    if low <= highest {
        classes.push(Class::Number(low, highest));
    }
    classes
}

fn classes(index: FindingIndex, cuts: &[(FindingIndex, Decimal)]) -> Vec<Class> {
    match NMS.finding(index).map(|finding| finding.kind) {
        Some(FindingKind::Boolean) => vec![Class::Unknown, Class::No, Class::Yes],
        Some(FindingKind::Choice(options)) => {
            let options = (0..options.len()).map(|option| Class::Option(u8::try_from(option).unwrap()));
            std::iter::once(Class::Unknown).chain(options).collect()
        }
        Some(FindingKind::Agents) => vec![Class::Unknown, Class::Yes],
        Some(FindingKind::Number(_)) | None => number_classes(index, cuts),
        Some(FindingKind::Date | FindingKind::Rules) => panic!("no criterion can read a date or a list of rules"),
    }
}

/// The findings that are read, each together with the numbers computed from it, so that related variables stand together.
fn order() -> Vec<FindingIndex> {
    let mut order = Vec::new();
    for index in all_findings().filter(|index| is_read(&NMS, usize::from(index.0))) {
        let mut next = vec![index];
        while let Some(index) = next.pop() {
            if order.contains(&index) {
                continue;
            }
            order.push(index);
            for number in computed().filter(|number| parts(*number).is_some_and(|(a, b)| a == index || b == index)) {
                let (a, b) = parts(number).unwrap();
                next.extend([number, b, a]);
            }
        }
    }
    order
}

impl Space {
    /// The space cut at every threshold of the rule set and of the claims.
    pub(crate) fn new(claimed: &[Criterion]) -> Self {
        let mut cuts: Vec<(FindingIndex, Decimal)> =
            thresholds().into_iter().map(|threshold| (threshold.finding, threshold.limit)).collect();
        cuts.extend(claimed.iter().map(|criterion| match *criterion {
            Criterion::Above(finding, limit)
            | Criterion::AtLeast(finding, limit)
            | Criterion::Below(finding, limit)
            | Criterion::AtMost(finding, limit) => (finding, limit),
            _ => panic!("a cut is a comparison with a number"),
        }));
        let order = order();
        let sized: Vec<_> = order.into_iter().map(|index| (index, classes(index, &cuts))).collect();
        let width = |classes: &[Class]| classes.len().next_power_of_two().trailing_zeros() as usize;
        let total: usize = sized.iter().map(|(_, classes)| width(classes)).sum();
        let vars = BddVariableSet::new_anonymous(u16::try_from(total).unwrap());
        let mut free = vars.variables().into_iter();
        let axes: Vec<Axis> = sized
            .into_iter()
            .map(|(finding, classes)| Axis { finding, bits: free.by_ref().take(width(&classes)).collect(), classes })
            .collect();
        let places = axes.iter().enumerate().map(|(place, axis)| (axis.finding, place)).collect();
        let mut space = Self { well_formed: vars.mk_true(), vars, axes, places };
        let local = (0..space.axes.len()).map(|place| space.any(place, |_| true));
        let linked = computed().map(|index| space.link(index));
        // from the last variable to the first: each conjunction then only adds on top
        let mut all: Vec<Bdd> = local.chain(linked).collect();
        all.reverse();
        space.well_formed = all.iter().fold(space.vars.mk_true(), |known, one| known.and(one));
        space
    }

    /// The axis of a finding that some rule reads.
    pub(crate) fn place(&self, index: FindingIndex) -> Option<usize> {
        self.places.get(&index).copied()
    }

    /// True everywhere.
    pub(crate) fn everything(&self) -> Bdd {
        self.vars.mk_true()
    }

    /// True nowhere.
    pub(crate) fn nothing(&self) -> Bdd {
        self.vars.mk_false()
    }

    /// The variables of an axis.
    pub(crate) fn bits(&self, place: usize) -> &[BddVariable] {
        &self.axes[place].bits
    }

    /// Exactly this class of an axis.
    pub(crate) fn is(&self, place: usize, class: usize) -> Bdd {
        let bits = self.axes[place].bits.iter().enumerate();
        let bits: Vec<_> = bits.map(|(at, bit)| (*bit, class >> at & 1 == 1)).collect();
        self.vars.mk_conjunctive_clause(&BddPartialValuation::from_values(&bits))
    }

    /// Any of the classes that fit.
    pub(crate) fn any(&self, place: usize, fits: impl Fn(&Class) -> bool) -> Bdd {
        let classes = self.axes[place].classes.iter().enumerate().filter(|(_, class)| fits(class));
        classes.fold(self.nothing(), |known, (class, _)| known.or(&self.is(place, class)))
    }

    /// A known answer.
    pub(crate) fn known(&self, place: usize) -> Bdd {
        self.any(place, |class| *class != Class::Unknown)
    }

    /// Which classes a computed number may have, given those of its parts: by the four corners, as it is monotone in each.
    fn link(&self, index: FindingIndex) -> Bdd {
        let (first, second) = parts(index).unwrap();
        let [number, first, second] = [index, first, second].map(|index| self.place(index).unwrap());
        let mut all = self.nothing();
        for (at, a) in self.axes[first].classes.iter().enumerate() {
            for (other, b) in self.axes[second].classes.iter().enumerate() {
                let result = self.any(number, |class| possible(index, a, b, class));
                all = all.or(&self.is(first, at).and(&self.is(second, other)).and(&result));
            }
        }
        all
    }

    /// The class of an axis that these answers fall into.
    pub(crate) fn class_of(&self, place: usize, answers: &Answers) -> usize {
        let axis = &self.axes[place];
        let drugs = |index| answers.lists(index, |agent| agent.class.implies_exposure());
        let fits = |class: &Class| match (class, answers.get(axis.finding)) {
            (Class::Yes, Some(Value::Rows(_))) => drugs(axis.finding),
            (Class::Unknown, Some(Value::Rows(_))) => !drugs(axis.finding),
            (Class::Unknown, answer) => answer.is_none(),
            (Class::No, answer) => answer == Some(Value::Boolean(false)),
            (Class::Yes, answer) => answer == Some(Value::Boolean(true)),
            (Class::Option(option), answer) => answer == Some(Value::Choice(*option)),
            (Class::Number(low, high), Some(Value::Number(number))) => *low <= number && number <= *high,
            (Class::Number(..), _) => false,
        };
        axis.classes.iter().position(fits).unwrap()
    }

    /// The point of the space that these answers fall into.
    pub(crate) fn point(&self, answers: &Answers) -> BddValuation {
        let mut point = BddValuation::all_false(self.vars.num_vars());
        for place in 0..self.axes.len() {
            let class = self.class_of(place, answers);
            for (at, bit) in self.bits(place).iter().enumerate() {
                point.set_value(*bit, class >> at & 1 == 1);
            }
        }
        point
    }
}

/// Whether a computed number may lie in `class` while its parts lie in `a` and `b`.
fn possible(index: FindingIndex, a: &Class, b: &Class, class: &Class) -> bool {
    let (Class::Number(a_low, a_high), Class::Number(b_low, b_high)) = (a, b) else { return *class == Class::Unknown };
    let corners = [(a_low, b_low), (a_low, b_high), (a_high, b_low), (a_high, b_high)];
    let corners: Option<Vec<_>> = corners.iter().map(|(a, b)| compute(index, **a, **b)).collect();
    // the cut at zero keeps a range of divisors on one side
    let Some(corners) = corners else { return *class == Class::Unknown };
    let (low, high) = (*corners.iter().min().unwrap(), *corners.iter().max().unwrap());
    matches!(class, Class::Number(from, to) if *from <= high && low <= *to)
}
