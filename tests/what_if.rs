//! What would change the plan, held against brute force: every value between an answer and its nearest change leaves the
//! plan as it is, and the change itself does what it says.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops by panicking"
)]

mod support;

use nms_advisor::engine::assessment::{Scope, assess};
use nms_advisor::engine::criterion::Criterion;
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::derived::Derivation;
use nms_advisor::engine::finding::{FindingIndex, FindingKind, Findings, Value};
use nms_advisor::engine::rule::{Grade, Urgency};
use nms_advisor::engine::rule_set::RuleSet;
use nms_advisor::engine::threshold::thresholds;
use nms_advisor::engine::what_if::{Target, Weight, WhatIf, ask_next, turns, what_if};
use nms_advisor::guideline::NMS;
use nms_advisor::guideline::terms::above;
use proptest::prelude::*;
use serde_json::json;
use support::generated::{all_findings, answers, candidates, config};
use support::{SCOPES, findings as from_json, key};

/// What a reader sees of the plan: suspicion, grade, and every line with its status.
fn seen(findings: &Findings, scope: Scope) -> (String, Option<Grade>, Vec<(&'static str, String)>) {
    let result = assess(&NMS, findings, scope);
    let lines = result.plan().map(|row| (row.rule.id, format!("{:?} {:?}", row.status, row.pending))).collect();
    (result.suspicion.id().into(), result.severity.grade, lines)
}

fn with(findings: &Findings, index: FindingIndex, value: Value) -> Findings {
    let mut changed = findings.clone();
    changed.set(index, Some(value));
    changed
}

/// The first value that the target names.
fn value(change: &WhatIf) -> Value {
    match change.target {
        Target::Answer(value) => value,
        Target::From(number) | Target::AtMost(number) => Value::Number(number),
        Target::Above(number) => Value::Number(number.after()),
        Target::Below(number) => Value::Number(number.before()),
    }
}

fn number(value: Value) -> Decimal {
    let Value::Number(number) = value else { panic!("{value:?} is no number") };
    number
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases / 4, ..config() })]

    #[test]
    fn every_named_change_changes_the_plan_as_it_says(findings in answers()) {
        for scope in SCOPES {
            let now = seen(&findings, scope);
            for change in what_if(&NMS, &findings, scope) {
                let then = seen(&with(&findings, change.finding, value(&change)), scope);
                prop_assert_ne!(&now, &then, "{:?} of {} changes nothing", change.target, NMS.finding_id(change.finding));
                prop_assert_eq!((change.suspicion.id(), change.grade), (then.0.as_str(), then.1));
                let in_now: Vec<&str> = now.2.iter().map(|line| line.0).collect();
                let mut added: Vec<&str> = then.2.iter().map(|line| line.0).filter(|id| !in_now.contains(id)).collect();
                let mut named: Vec<&str> = change.added.iter().map(|rule| rule.id).collect();
                added.sort_unstable();
                named.sort_unstable();
                prop_assert_eq!(added, named);
            }
        }
    }

    #[test]
    fn nothing_nearer_changes_the_plan(findings in answers(), between in prop::collection::vec(0.0_f64..1.0, 12)) {
        let changes = what_if(&NMS, &findings, Scope::All);
        let now = seen(&findings, Scope::All);
        for index in all_findings().filter(|index| NMS.finding(*index).unwrap().reason.is_empty()) {
            let (FindingKind::Number(quantity), Some(Value::Number(at))) = (NMS.finding(index).unwrap().kind, findings.get(index)) else { continue };
            let ends: Vec<Decimal> = changes.iter().filter(|change| change.finding == index).map(|change| number(value(change))).collect();
            let low = ends.iter().filter(|end| **end < at).max().copied().map_or(quantity.hard.0, Decimal::after);
            let high = ends.iter().filter(|end| **end > at).min().copied().map_or(quantity.hard.1, Decimal::before);
            // boundary values of the whole rule set, and draws in between
            let span = high.to_f64() - low.to_f64();
            let drawn = between.iter().filter_map(|share| Decimal::from_f64(low.to_f64() + share * span));
            let tried = candidates(index).into_iter().map(number).chain(drawn).chain([low, high]);
            for other in tried.filter(|other| *other >= low && *other <= high) {
                prop_assert_eq!(&now, &seen(&with(&findings, index, Value::Number(other)), Scope::All), "{} at {} is nearer than {:?}", NMS.finding_id(index), other, ends);
            }
        }
    }

    #[test]
    fn a_missing_answer_matters_exactly_as_much_as_it_is_said_to(findings in answers()) {
        let result = assess(&NMS, &findings, Scope::All);
        let now = seen(&findings, Scope::All);
        let asks = ask_next(&result, &findings);
        prop_assert!(asks.is_sorted_by_key(|ask| ask.weight));
        for ask in &asks {
            // of a bound only what it leaves can still be answered
            let left = findings.get(ask.finding).and_then(|bound| bound.range());
            let fits = |candidate: &Value| left.zip(candidate.range()).is_none_or(|(left, at)| left.0 <= at.0 && at.1 <= left.1);
            let alone = candidates(ask.finding).into_iter().filter(fits).find(|candidate| seen(&with(&findings, ask.finding, *candidate), Scope::All) != now);
            match (&ask.best, ask.weight) {
                (Some(change), Weight::Alone) => {
                    prop_assert_ne!(&now, &seen(&with(&findings, ask.finding, value(change)), Scope::All));
                    prop_assert!(fits(&value(change)), "{} of {:?}", NMS.finding_id(ask.finding), left);
                }
                (None, Weight::WithOthers | Weight::Settled) => {
                    prop_assert!(alone.is_none(), "{} at {:?} changes the plan by itself", NMS.finding_id(ask.finding), alone);
                }
                other => prop_assert!(false, "{:?}", other),
            }
        }
    }

    #[test]
    fn what_is_settled_stays_settled_whatever_else_is_answered(findings in answers(), other in answers()) {
        let result = assess(&NMS, &findings, Scope::All);
        let settled: Vec<FindingIndex> = ask_next(&result, &findings).into_iter().filter(|ask| ask.weight == Weight::Settled).map(|ask| ask.finding).collect();
        // the rest answered somehow, and the settled ones left out or not: the grade is the same, and so is every line
        let mut fuller = findings.clone();
        for index in all_findings().filter(|index| findings.get(*index).is_none() && !settled.contains(index)) {
            fuller.set(index, other.get(index));
        }
        let grade = |findings: &Findings| assess(&NMS, findings, Scope::All).severity.grade;
        for index in settled {
            if let Some(answer) = other.get(index) {
                let with_it = with(&fuller, index, answer);
                prop_assert!(grade(&with_it) >= grade(&fuller), "{}", NMS.finding_id(index));
            }
        }
    }
}

#[test]
fn above_41_1_calls_for_the_emergency_and_says_so() {
    let findings = from_json(&json!({ "agents": ["haloperidol"], "temperature": 40.5, "rigidity": "severe" }));
    let changes = what_if(&NMS, &findings, Scope::All);
    let temperature: Vec<&WhatIf> = changes.iter().filter(|change| change.finding == key("temperature")).collect();
    assert_eq!(temperature.len(), 2);
    assert_eq!(temperature[0].target, Target::Below(Decimal::literal(40.0)));
    assert_eq!((temperature[0].grade, temperature[1].grade), (Some(Grade::Moderate), Some(Grade::Severe)));
    assert_eq!(temperature[1].target, Target::Above(Decimal::literal(41.1)));
    let added: Vec<&str> = temperature[1].added.iter().map(|rule| rule.id).collect();
    assert_eq!(added, ["emergency-sedation", "neuromuscular-paralysis", "intubate-and-ventilate"]);
}

#[test]
fn a_creatinine_is_named_by_what_it_means_for_this_patient() {
    let findings = from_json(
        &json!({ "dopamineAntagonist": true, "rigidity": "mild", "creatinine": 90, "creatinineBaseline": 80 }),
    );
    let changes = what_if(&NMS, &findings, Scope::All);
    let up = changes.iter().find(|change| change.finding == key("creatinine") && change.grade == Some(Grade::Mild));
    assert_eq!(up.unwrap().target, Target::From(Decimal::literal(106.0)), "26 µmol/L above the usual one");
}

#[test]
fn on_the_empty_form_the_first_questions_are_those_that_matter_alone_or_together() {
    let findings = NMS.no_findings();
    let asks = ask_next(&assess(&NMS, &findings, Scope::All), &findings);
    // settled from the start is only what no line of the plan reads: it serves the score and the look-alikes
    let settled: Vec<&str> =
        asks.iter().filter(|ask| ask.weight == Weight::Settled).map(|ask| NMS.finding_id(ask.finding)).collect();
    for id in ["temperature", "rigidity", "creatineKinase", "seizures", "glasgowComaScale", "heartFailure"] {
        assert!(!settled.contains(&id), "{id} is settled while nothing is known");
    }
    assert!(settled.contains(&"pupils") && settled.contains(&"hoursSinceLastDose"));
    assert_eq!(asks[0].weight, Weight::Alone);
    assert_eq!(asks[0].best.as_ref().unwrap().grade, Some(Grade::Severe));
}

#[test]
fn once_it_is_severe_a_milder_finding_is_settled() {
    let findings =
        from_json(&json!({ "dopamineAntagonist": false, "dopaminergicWithdrawal": false, "temperature": 41.5 }));
    let asks = ask_next(&assess(&NMS, &findings, Scope::All), &findings);
    let settled = |id: &str| asks.iter().find(|ask| ask.finding == key(id)).unwrap().weight == Weight::Settled;
    assert!(settled("glasgowComaScale") || !settled("creatineKinase"), "a CK still brings its own lines");
    assert!(settled("hyperthermiaTwice"), "41.5 °C is hyperthermia already");
}

/// Cases at different distances from a decision.
fn some() -> [Findings; 5] {
    [
        json!({}),
        json!({ "agents": ["haloperidol"], "rigidity": "severe" }),
        json!({ "agents": ["haloperidol"], "temperature": 39.0, "creatineKinase": 12_000 }),
        json!({ "agents": ["clozapine"], "mentalStatus": "confused", "temperature": 38.4, "ageYears": 70 }),
        json!({ "dopaminergicWithdrawal": true, "temperature": 40.4, "systolic": 95 }),
    ]
    .map(|known| from_json(&known))
}

#[test]
fn the_plan_turns_at_the_turns_and_nowhere_else() {
    let mut met = 0;
    for case in some() {
        for id in ["temperature", "creatineKinase", "potassium", "oxygenSaturation", "systolic", "creatinine"] {
            let index = key(id);
            let turns = turns(&NMS, &case, Scope::All, index);
            let at = |number: Decimal| seen(&with(&case, index, Value::Number(number)), Scope::All);
            let mut numbers: Vec<Decimal> = candidates(index)
                .into_iter()
                .filter_map(|value| if let Value::Number(number) = value { Some(number) } else { None })
                .chain(turns.iter().copied())
                .collect();
            numbers.sort();
            numbers.dedup();
            for two in numbers.windows(2) {
                let turned = turns.iter().any(|turn| *turn > two[0] && *turn <= two[1]);
                assert_eq!(at(two[0]) != at(two[1]), turned, "{id} from {:?} to {:?} of {case:?}", two[0], two[1]);
                met += usize::from(turned);
            }
        }
        assert_eq!(turns(&NMS, &case, Scope::All, key("rigidity")), Vec::new(), "only numbers turn");
    }
    assert!(met > 20, "{met} turns");
}

#[test]
fn what_could_do_most_is_asked_first() {
    for case in some() {
        let asks = ask_next(&assess(&NMS, &case, Scope::All), &case);
        let effects: Vec<_> = asks
            .iter()
            .map(|ask| {
                let effect = ask.best.as_ref().map(|best| {
                    let critical = best.added.iter().filter(|rule| rule.urgency == Urgency::Critical).count();
                    (best.grade, critical, best.added.len() + best.changed.len())
                });
                (ask.weight, std::cmp::Reverse(effect))
            })
            .collect();
        assert!(effects.is_sorted(), "{effects:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: config().cases / 4, ..config() })]

    /// A yes or no, and a choice: the nearest other option that changes the plan is named, and none where none does.
    #[test]
    fn no_nearer_option_changes_the_plan(findings in answers()) {
        let changes = what_if(&NMS, &findings, Scope::All);
        let now = seen(&findings, Scope::All);
        for index in all_findings().filter(|index| NMS.finding(*index).unwrap().reason.is_empty()) {
            let chosen = match findings.get(index) {
                Some(Value::Boolean(yes)) => usize::from(yes),
                Some(Value::Choice(at)) => usize::from(at),
                _ => continue,
            };
            let steps = candidates(index).into_iter().enumerate().filter_map(|(at, value)| {
                let turns = at != chosen && seen(&with(&findings, index, value), Scope::All) != now;
                turns.then(|| (at.abs_diff(chosen), value))
            });
            let wanted = steps.min_by_key(|(steps, _)| *steps);
            let named: Vec<&WhatIf> = changes.iter().filter(|change| change.finding == index).collect();
            prop_assert_eq!(named.len(), usize::from(wanted.is_some()), "{}", NMS.finding_id(index));
            if let (Some(change), Some((steps, _))) = (named.first(), wanted) {
                let at = candidates(index).iter().position(|candidate| *candidate == value(change));
                prop_assert_eq!(at.map(|at| at.abs_diff(chosen)), Some(steps), "{} at {:?}", NMS.finding_id(index), change.target);
            }
        }
    }
}

/// A condition at a number that stands nowhere else.
const ALONE: Criterion = above("temperature", 33.3);

/// Whether the number is a limit once the table has it.
fn is_limit(put: impl FnOnce(&mut RuleSet)) -> bool {
    let mut rules = RuleSet { ..NMS };
    put(&mut rules);
    thresholds(Box::leak(Box::new(rules))).contains(&(key("temperature"), Decimal::literal(33.3)))
}

/// The table with its first row changed.
fn first<T: Copy>(rows: &'static [T], change: impl FnOnce(&mut T)) -> &'static [T] {
    let mut changed = rows.to_vec();
    change(&mut changed[0]);
    Vec::leak(changed)
}

#[test]
fn a_limit_in_any_table_behind_the_plan_is_one_at_which_it_may_turn() {
    assert!(!is_limit(|_| {}), "it stands nowhere else");
    assert!(is_limit(|rules| rules.rules = first(rules.rules, |row| row.when = ALONE)));
    assert!(is_limit(|rules| rules.rules = first(rules.rules, |row| row.contraindicated_by = ALONE)));
    assert!(is_limit(|rules| rules.rules = first(rules.rules, |row| row.check_first_if = ALONE)));
    assert!(is_limit(|rules| rules.definitions = first(rules.definitions, |row| row.when = ALONE)));
    assert!(is_limit(|rules| rules.severity = first(rules.severity, |row| row.when = ALONE)));
    assert!(is_limit(|rules| rules.suspicion.exposure = ALONE));
    assert!(is_limit(|rules| rules.suspicion.rows = first(rules.suspicion.rows, |row| row.when = ALONE)));
    let derivation = Derivation::Limited(&ALONE, &ALONE, &ALONE);
    assert!(is_limit(|rules| rules.derived = first(rules.derived, |row| row.derivation = derivation)));
}
