//! The answers to one finding as classes that no rule tells apart, and the numbers that are computed from two findings.

use nms_advisor::engine::agent::Agent;
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::derived::Derivation;
use nms_advisor::engine::finding::{FindingIndex, FindingKind, Value};
use nms_advisor::guideline::NMS;

/// Answers to one finding that no rule tells apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Class {
    /// Not answered; for a list of drugs also: none that a rule looks for, as a list is never complete.
    Unknown,
    /// No.
    No,
    /// Yes.
    Yes,
    /// A list of drugs names what these bits of [`sought`] look for.
    Names(u32),
    /// This option.
    Option(u8),
    /// A number in this range, both ends included.
    Number(Decimal, Decimal),
    /// Only a bound of the number is known: it leaves what lies from somewhere in the first of these ranges to somewhere in
    /// the last one.
    Bound((Decimal, Decimal), (Decimal, Decimal)),
}

impl Class {
    /// The outer ends of a number or of a bound.
    pub(crate) fn range(&self) -> Option<(Decimal, Decimal)> {
        match *self {
            Self::Number(low, high) => Some((low, high)),
            Self::Bound((low, _), (_, high)) => Some((low, high)),
            _ => None,
        }
    }

    /// Whether only a bound is known.
    pub(crate) fn is_bound(&self) -> bool {
        matches!(self, Self::Bound(..))
    }

    /// Whether the answer lies in the class, as a bound does that begins in its first range and ends in its last one.
    pub(crate) fn holds(&self, value: Option<Value>) -> bool {
        let within = |at: Decimal, (low, high): (Decimal, Decimal)| low <= at && at <= high;
        match (*self, value) {
            (Self::Number(low, high), Some(value)) => value.range().is_some_and(|(from, to)| low <= from && to <= high),
            (Self::Bound(first, last), Some(Value::Between(from, to))) => within(from, first) && within(to, last),
            _ => false,
        }
    }

    /// Whether a number, a bound, or none, falls into the class.
    pub(crate) fn has(&self, value: Option<Value>) -> bool {
        self.holds(value) || (*self == Self::Unknown && value.is_none())
    }
}

/// The two findings of a computed number.
pub(crate) fn parts(index: FindingIndex) -> Option<(FindingIndex, FindingIndex)> {
    match NMS.derivation(index)?.derivation {
        Derivation::Ratio(a, b)
        | Derivation::PercentAbove(a, b)
        | Derivation::Difference(a, b)
        | Derivation::MeanPressure(a, b) => Some((a, b)),
        Derivation::ListsAntagonist(_)
        | Derivation::Names(..)
        | Derivation::ScoreKnown
        | Derivation::ScorePossible
        | Derivation::Alternatives(_)
        | Derivation::RaisedBy(..)
        | Derivation::NotRuledOut(_)
        | Derivation::Established(_)
        | Derivation::IfAnswered(_)
        | Derivation::Limited(..)
        | Derivation::ListsDepot(_)
        | Derivation::ListsDopaminergic(_)
        | Derivation::Suspected
        | Derivation::ToCheck
        | Derivation::GradeAtLeast(_)
        | Derivation::GradeOverAll(_) => None,
    }
}

/// Every computed number.
pub(crate) fn computed() -> impl Iterator<Item = FindingIndex> {
    let first = NMS.findings.len();
    let all = (first..first + NMS.derived.len()).map(|position| FindingIndex(u16::try_from(position).unwrap()));
    all.filter(|index| parts(*index).is_some())
}

/// The number that a computed number takes; `None` where it is unknown although both parts are known.
pub(crate) fn compute(index: FindingIndex, first: Decimal, second: Decimal) -> Option<Decimal> {
    match NMS.derivation(index)?.derivation {
        Derivation::Ratio(..) => first.ratio(second),
        Derivation::PercentAbove(..) => first.percent_above(second),
        Derivation::Difference(..) => Some(first.minus(second)),
        Derivation::MeanPressure(..) => Some(first.mean_pressure(second)),
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

/// What the derived findings look for in a list of drugs, one bit each.
pub(crate) fn sought(list: FindingIndex) -> Vec<Derivation> {
    let in_list = |derivation: &Derivation| match *derivation {
        Derivation::ListsAntagonist(of) | Derivation::Names(of, _) | Derivation::ListsDepot(of) => of == list,
        Derivation::ListsDopaminergic(lists) => lists.contains(&list),
        _ => false,
    };
    NMS.derived.iter().map(|row| row.derivation).filter(in_list).collect()
}

/// The bits that an agent sets by being named.
pub(crate) fn bits_of(list: FindingIndex, agent: &Agent) -> u32 {
    let found = |derivation: &Derivation| match *derivation {
        Derivation::ListsAntagonist(_) => agent.class.implies_exposure(),
        Derivation::Names(_, name) => agent.is(name),
        Derivation::ListsDepot(_) => agent.depot_only,
        Derivation::ListsDopaminergic(_) => agent.is_dopaminergic(),
        _ => false,
    };
    sought(list).iter().map(found).enumerate().fold(0, |bits, (at, found)| bits | (u32::from(found) << at))
}

/// What lists of drugs can name together.
fn lists(list: FindingIndex) -> Vec<Class> {
    let mut reached = vec![0];
    for one in NMS.agents.iter().map(|agent| bits_of(list, agent)) {
        let more: Vec<u32> = reached.iter().map(|bits| bits | one).filter(|bits| !reached.contains(bits)).collect();
        reached.extend(more);
    }
    reached.sort_unstable();
    reached.dedup();
    reached.into_iter().map(|bits| if bits == 0 { Class::Unknown } else { Class::Names(bits) }).collect()
}

/// The classes of a finding, given every threshold.
pub(crate) fn classes(index: FindingIndex, cuts: &[(FindingIndex, Decimal)]) -> Vec<Class> {
    match NMS.finding(index).map(|finding| finding.kind) {
        Some(FindingKind::Boolean) => vec![Class::Unknown, Class::No, Class::Yes],
        Some(FindingKind::Choice(options)) => {
            let options = (0..options.len()).map(|option| Class::Option(u8::try_from(option).unwrap()));
            std::iter::once(Class::Unknown).chain(options).collect()
        }
        Some(FindingKind::Agents) => lists(index),
        Some(FindingKind::Number(_)) | None => number_classes(index, cuts),
        Some(FindingKind::Date | FindingKind::Rules) => panic!("no criterion can read a date or a list of rules"),
    }
}

/// What is computed from two ranges: by the four corners, as it is monotone in each.
pub(crate) fn computed_from(index: FindingIndex, a: (Decimal, Decimal), b: (Decimal, Decimal)) -> Option<Value> {
    let corners = [(a.0, b.0), (a.0, b.1), (a.1, b.0), (a.1, b.1)];
    let corners: Option<Vec<_>> = corners.iter().map(|(a, b)| compute(index, *a, *b)).collect();
    let corners = corners?;
    let (low, high) = (*corners.iter().min().unwrap(), *corners.iter().max().unwrap());
    Some(if low == high { Value::Number(low) } else { Value::Between(low, high) })
}

/// The bounds of a number that leave more than one class: those that are open to one side, and of a computed number all.
pub(crate) fn bounds(index: FindingIndex, numbers: &[Class]) -> Vec<Class> {
    let ranges: Vec<(Decimal, Decimal)> = numbers.iter().filter_map(Class::range).collect();
    let (count, asked) = (ranges.len(), NMS.finding(index).is_some());
    let pairs = (0..count).flat_map(|first| (first + 1..count).map(move |last| (first, last)));
    let open = pairs.filter(|(first, last)| !asked || *first == 0 || *last == count - 1);
    open.map(|(first, last)| Class::Bound(ranges[first], ranges[last])).collect()
}

/// Whether a computed number may lie in `class` while its parts lie in `a` and `b`. It may be a bound whenever a part is one
/// that stays within a class.
pub(crate) fn possible(index: FindingIndex, a: &Class, b: &Class, class: &Class) -> bool {
    let (Some((a_low, a_high)), Some((b_low, b_high))) = (a.range(), b.range()) else {
        return *class == Class::Unknown;
    };
    // the cut at zero keeps a range of divisors on one side
    let Some(ends) = computed_from(index, (a_low, a_high), (b_low, b_high)) else { return *class == Class::Unknown };
    let (low, high) = ends.range().unwrap();
    let meets = |(from, to): (Decimal, Decimal)| from <= high && low <= to;
    match *class {
        Class::Number(from, to) => meets((from, to)),
        Class::Bound(first, last) => meets(first) && meets(last),
        _ => false,
    }
}
