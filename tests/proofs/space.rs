//! The input space as the rules can tell it apart: every finding that a rule reads, cut at every threshold that occurs.
//!
//! A number becomes unknown, each threshold, and the ranges between them. Knows no rule, only findings and thresholds.

use std::collections::BTreeMap;

use biodivine_lib_bdd::{Bdd, BddPartialValuation, BddValuation, BddVariable, BddVariableSet};
use nms_advisor::engine::check::is_read;
use nms_advisor::engine::criterion::{Answers, Criterion};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::finding::{FindingIndex, FindingKind, Value};
use nms_advisor::guideline::NMS;

use crate::classes::{Class, bits_of, bounds, classes, computed, parts, possible};
use crate::support::generated::{all_findings, thresholds};

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
    /// The combinations of classes that answers may have; `conformance.rs` finds answers for each.
    pub(crate) well_formed: Bdd,
}

/// Whether a criterion reads the finding; a date and a list of rules are read by none.
fn is_asked(index: FindingIndex) -> bool {
    let kind = NMS.finding(index).map(|finding| finding.kind);
    is_read(&NMS, usize::from(index.0)) && !matches!(kind, Some(FindingKind::Date | FindingKind::Rules))
}

/// The findings that are read, each together with the numbers computed from it, so that related variables stand together.
fn order() -> Vec<FindingIndex> {
    let mut order = Vec::new();
    for index in all_findings().filter(|index| is_asked(*index)) {
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
    /// The space cut at every threshold of the rule set and of the claims; with bounds, also with each that leaves more than
    /// one class of a number.
    pub(crate) fn new(claimed: &[Criterion], with_bounds: bool) -> Self {
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
        let all = |index| {
            let mut all = classes(index, &cuts);
            let bounds = if with_bounds { bounds(index, &all) } else { Vec::new() };
            all.extend(bounds);
            all
        };
        let sized: Vec<_> = order.into_iter().map(|index| (index, all(index))).collect();
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
        let named = NMS.agents.iter().filter(|agent| answers.lists(axis.finding, |other| other.id == agent.id));
        let named = named.fold(0, |known, agent| known | bits_of(axis.finding, agent));
        let fits = |class: &Class| match (class, answers.get(axis.finding)) {
            (Class::Names(bits), Some(Value::Rows(_))) => *bits == named,
            (Class::Unknown, Some(Value::Rows(_))) => named == 0,
            (Class::Names(_), _) => false,
            (Class::Unknown, answer) => answer.is_none(),
            (Class::No, answer) => answer == Some(Value::Boolean(false)),
            (Class::Yes, answer) => answer == Some(Value::Boolean(true)),
            (Class::Option(option), answer) => answer == Some(Value::Choice(*option)),
            (Class::Number(..) | Class::Bound(..), answer) => class.holds(answer),
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
