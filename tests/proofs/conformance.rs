//! The model says what the engine says: for drawn answers and for every boundary value, every rule, definition, derived
//! yes-or-no, severity row, contradiction and row of the suspicion table has the same truth in both.

use std::sync::LazyLock;

use biodivine_lib_bdd::Bdd;
use nms_advisor::engine::assessment::{Scope, Status, answers as derive, verdict};
use nms_advisor::engine::criterion::{Answers, Criterion, Truth};
use nms_advisor::engine::derived::Suspicion::{self, Check, Incomplete, NoSigns, NotSupported, Possible, Suspected};
use nms_advisor::engine::finding::{FindingIndex, FindingKind, Findings, Value};
use nms_advisor::engine::rule::Grade;
use nms_advisor::guideline::NMS;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestRunner};

use crate::classes::{computed, parts};
use crate::model::Model;
use crate::prove::{bounded, models, space};
use crate::space::Space;
use crate::support::generated::{all_findings, answers, candidates, config};
use crate::witness::{concrete, example, json, point};

/// How many answers are drawn anywhere in the input space.
const DRAWS: u32 = 4000;

const STATES: [Suspicion; 6] = [Suspected, Possible, Check, Incomplete, NotSupported, NoSigns];

/// Every condition of the tables that stands by itself, with its name.
fn conditions() -> Vec<(&'static str, &'static Criterion)> {
    let definitions = NMS.definitions.iter().map(|row| (row.id, &row.when));
    let severity = NMS.severity.iter().map(|row| (row.id, &row.when));
    definitions.chain(severity).chain(NMS.conflicts.iter().map(|row| (row.problem, &row.when))).collect()
}

/// Derived findings that are yes, no or unknown.
fn yes_or_no(model: &Model) -> impl Iterator<Item = FindingIndex> {
    let positions = (0..NMS.derived.len()).filter(|position| model.derived(*position).is_some());
    positions.map(|position| FindingIndex(u16::try_from(NMS.findings.len() + position).unwrap()))
}

/// Every diagram that is compared, with its name; [`engine`] gives the engine's word on each in the same order.
fn diagrams(model: &Model) -> Vec<(String, Bdd)> {
    let mut all = Vec::new();
    for (name, when) in conditions() {
        let both = model.truth(when);
        all.extend([(format!("{name} met"), both.met), (format!("{name} not met"), both.not)]);
    }
    for index in yes_or_no(model) {
        let id = NMS.finding_id(index);
        let yes = model.truth(&Criterion::Present(index)).met;
        all.extend([(format!("{id} yes"), yes), (format!("{id} no"), model.truth(&Criterion::Absent(index)).met)]);
    }
    for (position, rule) in NMS.rules.iter().enumerate() {
        let it = model.verdict(position);
        let named = [
            ("called for", &it.called),
            ("not indicated", &it.not_indicated),
            ("advised", &it.advised),
            ("withheld", &it.withheld),
            ("asks", &it.asks),
        ];
        all.extend(named.map(|(what, diagram)| (format!("{} {what}", rule.id), diagram.clone())));
    }
    all.extend(STATES.map(|state| (format!("suspicion {}", state.id()), model.suspicion(state))));
    all
}

fn engine(model: &Model, known: &Answers) -> Vec<bool> {
    let mut all = Vec::new();
    for (_, when) in conditions() {
        let truth = known.truth(when);
        all.extend([truth == Truth::Met, truth == Truth::NotMet]);
    }
    for index in yes_or_no(model) {
        all.extend([true, false].map(|yes| known.get(index) == Some(Value::Boolean(yes))));
    }
    for rule in NMS.rules {
        let (truth, status, _) = verdict(known, rule);
        let called = truth == Truth::Met;
        let stands = [Status::Advised, Status::Withheld].map(|wanted| called && status == wanted);
        all.extend([called, truth == Truth::NotMet, stands[0], stands[1], called && status == Status::CheckFirst]);
    }
    let state = known.suspicion();
    all.extend(STATES.map(|one| one == state));
    all
}

/// Where model and engine differ for these answers.
fn differences(model: &Model, diagrams: &[(String, Bdd)], findings: &Findings) -> Vec<String> {
    let known = derive(&NMS, findings, model.scope);
    let point = model.space.point(&known);
    assert!(model.space.well_formed.eval_in(&point), "the space leaves out: {}", json(findings));
    let said = engine(model, &known);
    assert_eq!(said.len(), diagrams.len(), "both lists name the same conditions");
    let differ = diagrams.iter().zip(said).filter(|((_, diagram), said)| diagram.eval_in(&point) != *said);
    differ.map(|((name, _), said)| format!("{name}: the engine says {said} for {}", json(findings))).collect()
}

/// The bounds of a number: from its value up to the limit, and from the limit up to its value.
fn bounds_at(index: FindingIndex, value: Value) -> Vec<Value> {
    let (Value::Number(number), Some(FindingKind::Number(quantity))) = (value, NMS.finding(index).map(|row| row.kind))
    else {
        return Vec::new();
    };
    [(quantity.hard.0, number), (number, quantity.hard.1)].map(|(low, high)| Value::Between(low, high)).to_vec()
}

/// The answers with a bound in place of many of their numbers.
fn with_bounds(findings: &Findings, draw: usize) -> Findings {
    let mut bounded = findings.clone();
    for index in all_findings() {
        let at = usize::from(index.0) * 7 + draw;
        if let Some(bound) = findings.get(index).and_then(|value| bounds_at(index, value).get(at % 3).copied()) {
            bounded.set(index, Some(bound));
        }
    }
    bounded
}

/// Drawn answers, with and without bounds, and every boundary value of every finding, the bounds that begin or end there, on
/// top of some of them and alone.
fn inputs() -> Vec<Findings> {
    let mut runner = TestRunner::new(Config { cases: DRAWS, ..config() });
    let mut all: Vec<Findings> =
        (0..DRAWS).map(|_| (*answers().new_tree(&mut runner).unwrap().current()).clone()).collect();
    all.extend(all.clone().iter().enumerate().map(|(draw, findings)| with_bounds(findings, draw)));
    for index in all_findings() {
        let bounds = candidates(index).into_iter().flat_map(|value| bounds_at(index, value));
        for (at, value) in candidates(index).into_iter().chain(bounds).enumerate() {
            for base in [NMS.no_findings(), all[(usize::from(index.0) * 31 + at) % all.len()].clone()] {
                let mut findings = base;
                findings.set(index, Some(value));
                all.push(findings);
            }
        }
    }
    all
}

/// The answers with the lower end of each bound in its place.
fn exact(mut findings: Findings) -> Findings {
    for index in all_findings() {
        if let Some(Value::Between(low, _)) = findings.get(index) {
            findings.set(index, Some(Value::Number(low)));
        }
    }
    findings
}

fn agree(model: &Model, inputs: &[Findings]) {
    assert!(inputs.len() > DRAWS as usize, "boundary values are tried too");
    let diagrams = diagrams(model);
    let differ: Vec<String> =
        inputs.iter().flat_map(|findings| differences(model, &diagrams, findings)).take(5).collect();
    assert!(differ.is_empty(), "{:?}:\n{}", model.scope, differ.join("\n"));
}

#[test]
fn model_and_engine_agree_on_every_condition_for_drawn_and_boundary_answers() {
    let inputs: Vec<Findings> = inputs().into_iter().map(exact).collect();
    for model in models() {
        agree(model, &inputs);
    }
}

/// A bound is a class of its own wherever it leaves more than one class, and met where all of them are.
#[test]
fn model_and_engine_agree_on_every_condition_for_bounds() {
    let inputs = inputs();
    for model in &bounded() {
        agree(model, &inputs);
    }
}

#[test]
fn the_grade_of_the_model_is_the_grade_of_the_assessment() {
    use nms_advisor::engine::assessment::assess;
    for model in models() {
        let grades = [Grade::Moderate, Grade::Severe].map(|grade| model.grade_at_least(grade, model.scope).met);
        for findings in inputs().into_iter().step_by(4).map(exact) {
            let said = assess(&NMS, &findings, model.scope).severity.grade;
            let point = model.space.point(&derive(&NMS, &findings, model.scope));
            let modelled = [Grade::Moderate, Grade::Severe].iter().zip(&grades);
            for (grade, diagram) in modelled {
                assert_eq!(said >= Some(*grade), diagram.eval_in(&point), "{:?} {}", model.scope, json(&findings));
            }
        }
    }
}

/// The axes that are linked by computed numbers, each group once.
fn linked(space: &Space) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for number in computed() {
        let (a, b) = parts(number).unwrap();
        let mut group: Vec<usize> = [number, a, b].iter().filter_map(|index| space.place(*index)).collect();
        let (joined, apart) = groups.into_iter().partition(|other| other.iter().any(|place| group.contains(place)));
        groups = apart;
        group.extend(joined.into_iter().flatten());
        group.sort_unstable();
        group.dedup();
        groups.push(group);
    }
    groups
}

/// Combinations of linked classes that are counted, and those of them for which answers were found.
pub(crate) fn combinations() -> (usize, usize) {
    *COMBINATIONS
}

static COMBINATIONS: LazyLock<(usize, usize)> = LazyLock::new(|| {
    let space = space();
    let (mut counted, mut with_answers) = (0, 0);
    for group in linked(space) {
        let rest = (0..space.axes.len()).filter(|place| !group.contains(place));
        // unrelated findings are free of each other, so that each group is looked at by itself
        let mut open = rest.fold(space.well_formed.clone(), |known, place| known.and(&space.is(place, 0)));
        assert!(!open.is_false());
        while !open.is_false() {
            let classes = point(space, &open);
            let here = at(space, &classes);
            counted += 1;
            if let Some(findings) = concrete(space, &classes).first() {
                assert!(here.eval_in(&space.point(&derive(&NMS, findings, Scope::All))), "{}", json(findings));
                with_answers += 1;
            } else {
                let known = computed().filter(|number| classes[space.place(*number).unwrap()] != 0).count();
                // a number that is one point may have no partner of nine places that gives the other point exactly
                let point = |place: &usize| matches!(space.axes[*place].classes[classes[*place]], crate::classes::Class::Number(low, high) if low == high);
                let exact = group.iter().filter(|place| point(place)).count() > 1;
                assert!(known > 1 || exact, "one computed number by itself has answers: {}", example(space, &here));
            }
            open = open.and_not(&here);
        }
    }
    (counted, with_answers)
});

#[test]
fn what_the_space_counts_has_answers_but_where_two_computed_numbers_share_a_part() {
    let (counted, with_answers) = combinations();
    assert!(with_answers * 2 > counted, "{with_answers} of {counted} have answers");
    println!("{with_answers} of {counted} have answers");
}

fn at(space: &Space, classes: &[usize]) -> Bdd {
    classes.iter().enumerate().fold(space.everything(), |known, (place, class)| known.and(&space.is(place, *class)))
}
