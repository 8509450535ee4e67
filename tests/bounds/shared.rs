//! A bound says what all of its values share, and nothing else.
//!
//! The argument: a condition on one number turns at its threshold alone, so that both ends of a range speak for all of it; a
//! computed number moves in one direction with each of its parts, so that its ends lie at the corners. What stands above
//! them is Kleene's logic, which never loses a truth when an unknown is settled; only the findings that are *never unknown*
//! (`NotRuledOut`, `Established`, `IfAnswered`) and the order of the suspicion table look at what is not known.

use nms_advisor::engine::assessment::{Scope, answers};
use nms_advisor::engine::criterion::{Answers, Criterion, Truth};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::derived::Derivation;
use nms_advisor::engine::finding::{FindingIndex, FindingKind, Findings, Value};
use nms_advisor::engine::threshold::thresholds;
use nms_advisor::engine::what_if::turns;
use nms_advisor::guideline::NMS;
use proptest::prelude::*;

use super::json;
use super::support::generated::{all_findings, answers as drawn, candidates, config};

fn numbers() -> Vec<FindingIndex> {
    all_findings().filter(|index| matches!(NMS.finding(*index).unwrap().kind, FindingKind::Number(_))).collect()
}

fn hard(index: FindingIndex) -> (Decimal, Decimal) {
    let FindingKind::Number(quantity) = NMS.finding(index).unwrap().kind else { panic!("no number") };
    quantity.hard
}

/// Where a bound begins or ends: every value that is tried, and its neighbours.
fn edges(index: FindingIndex) -> Vec<Decimal> {
    let (low, high) = hard(index);
    let tried = candidates(index).into_iter().filter_map(|value| value.range()).map(|range| range.0);
    tried.flat_map(|at| [at.before(), at, at.after()]).filter(|at| *at >= low && *at <= high).collect()
}

fn with(findings: &Findings, index: FindingIndex, value: Value) -> Answers {
    let mut findings = findings.clone();
    findings.set(index, Some(value));
    answers(&NMS, &findings, Scope::All)
}

/// Values of a range that stand for all of it: its ends, and every place in it where the plan or a condition turns.
fn representatives(findings: &Findings, index: FindingIndex, (low, high): (Decimal, Decimal)) -> Vec<Decimal> {
    let mut all = vec![low, high];
    all.extend(edges(index));
    all.extend(turns(&NMS, findings, Scope::All, index).into_iter().flat_map(|at| [at.before(), at]));
    all.retain(|at| *at >= low && *at <= high);
    all.sort_unstable();
    all.dedup();
    all
}

fn join(truths: &[Truth]) -> Truth {
    if truths.iter().all(|truth| *truth == truths[0]) { truths[0] } else { Truth::Unknown }
}

/// Every comparison of the rule set, by its four kinds.
fn comparisons() -> Vec<Criterion> {
    let kinds = |(index, limit)| {
        [
            Criterion::Above(index, limit),
            Criterion::AtLeast(index, limit),
            Criterion::Below(index, limit),
            Criterion::AtMost(index, limit),
        ]
    };
    thresholds(&NMS).into_iter().flat_map(kinds).collect()
}

/// Whether nothing that a criterion looks at is decided by what is not known.
fn only_adds(criterion: &Criterion) -> bool {
    match *criterion {
        Criterion::All(parts) | Criterion::Any(parts) | Criterion::AtLeastOf(_, parts) => parts.iter().all(only_adds),
        Criterion::Not(part) => only_adds(part),
        Criterion::Definition(at) => only_adds(&NMS.definitions[usize::from(at)].when),
        Criterion::Present(index)
        | Criterion::Absent(index)
        | Criterion::Is(index, _)
        | Criterion::AtLeastGrade(index, _)
        | Criterion::Above(index, _)
        | Criterion::AtLeast(index, _)
        | Criterion::Below(index, _)
        | Criterion::AtMost(index, _) => match NMS.derivation(index).map(|derived| derived.derivation) {
            Some(
                Derivation::NotRuledOut(_)
                | Derivation::Established(_)
                | Derivation::IfAnswered(_)
                | Derivation::Limited(..)
                | Derivation::Alternatives(_)
                | Derivation::Suspected
                | Derivation::ToCheck
                | Derivation::ScoreKnown
                | Derivation::ScorePossible,
            ) => false,
            Some(Derivation::RaisedBy(main, raise)) => only_adds(main) && only_adds(raise),
            Some(Derivation::GradeAtLeast(_) | Derivation::GradeOverAll(_)) => {
                NMS.severity.iter().all(|row| only_adds(&row.when))
            }
            Some(_) | None => true,
        },
    }
}

fn conditions() -> Vec<Criterion> {
    NMS.conditions().map(|row| row.when).filter(only_adds).collect()
}

fn holds_for(findings: &Findings, index: FindingIndex, range: (Decimal, Decimal)) {
    let known = with(findings, index, Value::Between(range.0, range.1));
    let values: Vec<Answers> = representatives(findings, index, range)
        .into_iter()
        .map(|at| with(findings, index, Value::Number(at)))
        .collect();
    let shown = || format!("{} {range:?} of {}", NMS.finding_id(index), json(findings));
    for leaf in comparisons() {
        let truths: Vec<Truth> = values.iter().map(|answers| answers.truth(&leaf)).collect();
        assert_eq!(known.truth(&leaf), join(&truths), "{leaf:?}: {}", shown());
    }
    for condition in conditions() {
        let truth = known.truth(&condition);
        let same = truth == Truth::Unknown || values.iter().all(|answers| answers.truth(&condition) == truth);
        assert!(same, "{condition:?} is {truth:?}: {}", shown());
    }
}

#[test]
fn most_conditions_only_add() {
    let all = NMS.definitions.len() + NMS.severity.len() + 3 * NMS.rules.len();
    let held = conditions().len();
    assert!(held * 2 > all, "{held} of {all}");
}

#[test]
fn every_bound_alone_says_of_every_comparison_what_its_values_share() {
    for index in numbers() {
        let (low, high) = hard(index);
        for edge in edges(index) {
            for range in [(low, edge), (edge, high)] {
                holds_for(&NMS.no_findings(), index, range);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..config() })]

    #[test]
    fn a_bound_says_of_a_case_what_its_values_share(findings in drawn(), at in any::<u16>(), edge in any::<u16>(), up in any::<bool>()) {
        let numbers = numbers();
        let index = numbers[usize::from(at) % numbers.len()];
        let edges = edges(index);
        let edge = edges[usize::from(edge) % edges.len()];
        let (low, high) = hard(index);
        holds_for(&findings, index, if up { (edge, high) } else { (low, edge) });
    }
}
