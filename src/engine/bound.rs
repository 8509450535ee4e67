//! Numbers of which only a bound is known: "at least 22,000", "below 0.3".
//!
//! A bound is the range of all values that it leaves, both ends included, cut off at the hard limits of its finding. A
//! condition is met where every value of the range meets it, not met where none does, and unknown else. Numbers have nine
//! decimals, so that "above 38" is the range that begins with the next stored number.

use super::criterion::{Answers, Truth};
use super::decimal::Decimal;
use super::derived::Derivation;
use super::finding::{Finding, FindingIndex, FindingKind, Value};
use super::what_if::{Target, downwards, upwards};

/// A range of numbers, both ends included.
pub type Range = (Decimal, Decimal);

/// The side on which a bound leaves values, and whether its number is one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The number or more.
    AtLeast,
    /// More than the number.
    Above,
    /// The number or less.
    AtMost,
    /// Less than the number.
    Below,
}

impl Side {
    /// Every side.
    pub const ALL: [Self; 4] = [Self::AtLeast, Self::Above, Self::AtMost, Self::Below];

    /// The member of a bound in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::AtLeast => "atLeast",
            Self::Above => "above",
            Self::AtMost => "atMost",
            Self::Below => "below",
        }
    }

    /// The sign before the number, as it is typed.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => "≥",
            Self::Above => ">",
            Self::AtMost => "≤",
            Self::Below => "<",
        }
    }

    /// Whether the values lie above the number.
    #[must_use]
    pub const fn is_upwards(self) -> bool {
        matches!(self, Self::AtLeast | Self::Above)
    }

    /// The values that the bound leaves within the limits; the ends are crossed where it leaves none.
    #[must_use]
    pub const fn range(self, number: Decimal, limits: Range) -> Range {
        match self {
            Self::AtLeast => (number, limits.1),
            Self::Above => (number.after(), limits.1),
            Self::AtMost => (limits.0, number),
            Self::Below => (limits.0, number.before()),
        }
    }

    /// The bound that leaves a range of these limits; `None` where both ends say something.
    #[must_use]
    pub fn of(range: Range, limits: Range) -> Option<(Self, Decimal)> {
        let target = if range.0 == limits.0 {
            downwards(range.1)
        } else if range.1 == limits.1 {
            upwards(range.0)
        } else {
            return None;
        };
        match target {
            Target::From(number) => Some((Self::AtLeast, number)),
            Target::Above(number) => Some((Self::Above, number)),
            Target::AtMost(number) => Some((Self::AtMost, number)),
            Target::Below(number) => Some((Self::Below, number)),
            Target::Answer(_) => None,
        }
    }
}

impl Value {
    /// The smallest and the greatest number that the answer may mean; `None` for what is no number.
    #[must_use]
    pub const fn range(&self) -> Option<Range> {
        match *self {
            Self::Number(number) => Some((number, number)),
            Self::Between(low, high) => Some((low, high)),
            Self::Boolean(_) | Self::Choice(_) | Self::Date(_) | Self::Rows(_) => None,
        }
    }

    /// Whether only a bound of the number is known.
    #[must_use]
    pub const fn is_bound(&self) -> bool {
        matches!(self, Self::Between(..))
    }
}

impl Finding {
    /// The bound that leaves a range of the values that the finding takes; `None` where both ends say something.
    #[must_use]
    pub fn bound(&self, range: Range) -> Option<(Side, Decimal)> {
        match self.kind {
            FindingKind::Number(quantity) => Side::of(range, quantity.hard),
            FindingKind::Boolean
            | FindingKind::Choice(_)
            | FindingKind::Date
            | FindingKind::Agents
            | FindingKind::Rules => None,
        }
    }
}

impl Answers {
    /// Whether a more exact answer is still to be had: none was given, or only a bound.
    #[must_use]
    pub fn is_open(&self, index: FindingIndex) -> bool {
        self.look(index).is_none_or(Value::is_bound)
    }

    /// A comparison that turns at one number: where both ends of a bound agree, so does every value between them.
    pub(super) fn compare(&self, index: FindingIndex, holds: impl Fn(Decimal) -> bool) -> Truth {
        match self.look(index) {
            Some(Value::Number(number)) => Truth::of(holds(*number)),
            Some(Value::Between(low, high)) if holds(*low) == holds(*high) => Truth::of(holds(*low)),
            Some(Value::Between(..) | Value::Boolean(_) | Value::Choice(_) | Value::Date(_) | Value::Rows(_))
            | None => Truth::Unknown,
        }
    }

    /// A number computed from two others. It moves in one direction with each of them, so that its ends lie at the four
    /// corners; unknown where a corner has no result, as a ratio to zero.
    pub(super) fn computed(&self, first: FindingIndex, second: FindingIndex, compute: Compute) -> Option<Value> {
        let (first, second) = (self.look(first)?.range()?, self.look(second)?.range()?);
        let (low, high) = corners(first, second, compute)?;
        Some(if low == high { Value::Number(low) } else { Value::Between(low, high) })
    }

    /// The bound that a range is, for words: of an end that only a hard limit gives nothing is said.
    #[must_use]
    pub fn bound(&self, index: FindingIndex, range: Range) -> Option<(Side, Decimal)> {
        Side::of(range, self.whole(index)?)
    }

    /// All values that a number could have if nothing but the exact answers were known.
    fn whole(&self, index: FindingIndex) -> Option<Range> {
        if let Some(finding) = self.rule_set.finding(index) {
            let FindingKind::Number(quantity) = finding.kind else { return None };
            return self.number(index).map_or(Some(quantity.hard), |number| Some((number, number)));
        }
        let (first, second, compute) = parts(&self.rule_set.derivation(index)?.derivation)?;
        corners(self.whole(first)?, self.whole(second)?, compute)
    }
}

/// A computation with two numbers; `None` where there is no result.
pub(super) type Compute = fn(Decimal, Decimal) -> Option<Decimal>;

/// The two numbers behind a computed one, and the computation; `None` for every other kind of derived finding.
pub(super) fn parts(derivation: &Derivation) -> Option<(FindingIndex, FindingIndex, Compute)> {
    match *derivation {
        Derivation::Ratio(top, bottom) => Some((top, bottom, Decimal::ratio)),
        Derivation::PercentAbove(value, baseline) => Some((value, baseline, Decimal::percent_above)),
        Derivation::Difference(first, second) => Some((first, second, |first, second| Some(first.minus(second)))),
        Derivation::MeanPressure(systolic, diastolic) => {
            Some((systolic, diastolic, |systolic, diastolic| Some(systolic.mean_pressure(diastolic))))
        }
        Derivation::ListsAntagonist(_)
        | Derivation::Names(..)
        | Derivation::Alternatives(_)
        | Derivation::RaisedBy(..)
        | Derivation::NotRuledOut(_)
        | Derivation::Established(_)
        | Derivation::IfAnswered(_)
        | Derivation::Limited(..)
        | Derivation::ListsDepot(_)
        | Derivation::ListsDopaminergic(_)
        | Derivation::ToCheck
        | Derivation::Suspected
        | Derivation::GradeAtLeast(_)
        | Derivation::GradeOverAll(_)
        | Derivation::ScoreKnown
        | Derivation::ScorePossible => None,
    }
}

fn corners(first: Range, second: Range, compute: Compute) -> Option<Range> {
    let mut ends = compute(first.0, second.0).map(|corner| (corner, corner))?;
    for (one, other) in [(first.0, second.1), (first.1, second.0), (first.1, second.1)] {
        let corner = compute(one, other)?;
        ends = (ends.0.min(corner), ends.1.max(corner));
    }
    Some(ends)
}
