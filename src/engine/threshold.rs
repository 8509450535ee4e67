//! Every number that the rule set compares with: where a plan can turn.

use super::criterion::Criterion;
use super::decimal::Decimal;
use super::derived::Derivation;
use super::finding::FindingIndex;
use super::rule_set::RuleSet;

/// Every number that a condition behind the plan compares with.
#[must_use]
pub fn thresholds(rule_set: &'static RuleSet) -> Vec<(FindingIndex, Decimal)> {
    let mut found = Vec::new();
    for condition in rule_set.conditions().filter(|row| row.table.bears_on_the_plan()) {
        gather(&condition.when, &mut found);
    }
    found
}

fn gather(criterion: &Criterion, found: &mut Vec<(FindingIndex, Decimal)>) {
    match *criterion {
        Criterion::Above(index, limit)
        | Criterion::AtLeast(index, limit)
        | Criterion::Below(index, limit)
        | Criterion::AtMost(index, limit) => {
            if !found.contains(&(index, limit)) {
                found.push((index, limit));
            }
        }
        Criterion::All(parts) | Criterion::Any(parts) | Criterion::AtLeastOf(_, parts) => {
            for part in parts {
                gather(part, found);
            }
        }
        Criterion::Not(part) => gather(part, found),
        Criterion::Definition(_)
        | Criterion::Present(_)
        | Criterion::Absent(_)
        | Criterion::Is(..)
        | Criterion::AtLeastGrade(..) => {}
    }
}

/// Where a derived number reaches `turn` as the part `index` of it moves and the other part stands.
pub(super) fn derived_boundary(
    derivation: &Derivation,
    index: FindingIndex,
    turn: Decimal,
    other: impl Fn(FindingIndex) -> Option<Decimal>,
) -> Option<Decimal> {
    match *derivation {
        Derivation::Ratio(top, bottom) if top == index => turn.times_up(other(bottom)?),
        Derivation::Ratio(top, bottom) if bottom == index => other(top)?.last_divisor(turn).map(Decimal::after),
        Derivation::PercentAbove(value, base) if value == index => turn.percent_of_up(other(base)?),
        Derivation::PercentAbove(value, base) if base == index => other(value)?.last_base(turn).map(Decimal::after),
        Derivation::Difference(first, second) if first == index => Some(other(second)?.plus(turn)),
        Derivation::Difference(first, second) if second == index => Some(other(first)?.minus(turn).after()),
        Derivation::MeanPressure(systolic, diastolic) if systolic == index => {
            Some(turn.scaled(3, 1).minus(other(diastolic)?.scaled(2, 1)))
        }
        Derivation::MeanPressure(systolic, diastolic) if diastolic == index => {
            Some(turn.scaled(3, 1).minus(other(systolic)?).half_up())
        }
        Derivation::Ratio(..)
        | Derivation::PercentAbove(..)
        | Derivation::Difference(..)
        | Derivation::MeanPressure(..)
        | Derivation::ListsAntagonist(_)
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
        | Derivation::GradeOverAll(_)
        | Derivation::Suspected
        | Derivation::GradeAtLeast(_)
        | Derivation::ScoreKnown
        | Derivation::ScorePossible => None,
    }
}
