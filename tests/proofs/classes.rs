//! The answers to one finding as classes that no rule tells apart, and the numbers that are computed from two findings.

use nms_advisor::engine::agent::Agent;
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::derived::Derivation;
use nms_advisor::engine::finding::{FindingIndex, FindingKind};
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
}

impl Class {
    /// Whether a number, or none, falls into the class.
    pub(crate) fn has(&self, number: Option<Decimal>) -> bool {
        match (self, number) {
            (Self::Number(low, high), Some(number)) => *low <= number && number <= *high,
            (Self::Unknown, None) => true,
            _ => false,
        }
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

/// Whether a computed number may lie in `class` while its parts lie in `a` and `b`.
pub(crate) fn possible(index: FindingIndex, a: &Class, b: &Class, class: &Class) -> bool {
    let (Class::Number(a_low, a_high), Class::Number(b_low, b_high)) = (a, b) else { return *class == Class::Unknown };
    let corners = [(a_low, b_low), (a_low, b_high), (a_high, b_low), (a_high, b_high)];
    let corners: Option<Vec<_>> = corners.iter().map(|(a, b)| compute(index, **a, **b)).collect();
    // the cut at zero keeps a range of divisors on one side
    let Some(corners) = corners else { return *class == Class::Unknown };
    let (low, high) = (*corners.iter().min().unwrap(), *corners.iter().max().unwrap());
    matches!(class, Class::Number(from, to) if *from <= high && low <= *to)
}
