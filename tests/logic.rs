//! The logic by itself: each kind of condition against every answer that it may meet, and the answers that it names.
//!
//! The rule set uses only a part of what conditions can say; what they mean is held here for all of it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops by panicking"
)]

mod support;

#[path = "logic/defects.rs"]
mod defects;

use nms_advisor::engine::assessment::{Scope, answers};
use nms_advisor::engine::criterion::{ALWAYS, Answers, Criterion, Definition, NEVER, Reason, Truth};
use nms_advisor::engine::derived::{Derivation, Derived, Suspicion};
use nms_advisor::engine::finding::{FindingIndex, Findings};
use nms_advisor::engine::rule_set::RuleSet;
use nms_advisor::guideline::NMS;
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use support::generated::{answers as any_answers, config};
use support::{SCOPES, findings, key};

use Suspicion::{Incomplete, NotSupported, Possible, Suspected};
use Truth::{Met, NotMet, Unknown};

fn of(known: &Json) -> Answers {
    answers(&NMS, &findings(known), Scope::All)
}

/// A condition whose parts live as long as the rule set's do.
fn parts(parts: Vec<Criterion>) -> &'static [Criterion] {
    Vec::leak(parts)
}

fn position(id: &str, option: &str) -> u8 {
    let options = NMS.finding(key(id)).unwrap().choices();
    u8::try_from(options.iter().position(|one| one.id == option).unwrap()).unwrap()
}

#[test]
fn an_answer_that_leaves_the_degree_open_is_held_against_every_degree() {
    // `present` may mean mild, moderate or severe
    let table = [
        ("none", [Met, NotMet, NotMet, NotMet], [Met, NotMet, NotMet, NotMet]),
        ("mild", [NotMet, Met, NotMet, NotMet], [Met, Met, NotMet, NotMet]),
        ("moderate", [NotMet, NotMet, Met, NotMet], [Met, Met, Met, NotMet]),
        ("severe", [NotMet, NotMet, NotMet, Met], [Met, Met, Met, Met]),
        ("present", [NotMet, Unknown, Unknown, Unknown], [Met, Met, Unknown, Unknown]),
    ];
    for (answer, is, at_least) in table {
        let known = of(&json!({ "rigidity": answer }));
        for (at, option) in ["none", "mild", "moderate", "severe"].into_iter().enumerate() {
            let (finding, option) = (key("rigidity"), position("rigidity", option));
            assert_eq!(known.truth(&Criterion::Is(finding, option)), is[at], "{answer} is {option}");
            assert_eq!(known.truth(&Criterion::AtLeastGrade(finding, option)), at_least[at], "{answer} from {option}");
        }
    }
    let nothing = of(&json!({}));
    assert_eq!(nothing.truth(&Criterion::Is(key("rigidity"), 0)), Unknown);
    assert_eq!(nothing.truth(&Criterion::AtLeastGrade(key("rigidity"), 0)), Unknown);
}

/// So many conditions that are met, that are unknown, that are not met.
fn mixed(met: usize, unknown: usize, not_met: usize) -> &'static [Criterion] {
    let open = Criterion::Present(key("agitation"));
    parts([vec![ALWAYS; met], vec![open; unknown], vec![NEVER; not_met]].concat())
}

#[test]
fn so_many_of_them_counts_what_is_met_and_what_may_be() {
    let nothing = of(&json!({}));
    for met in 0..4 {
        for unknown in 0..4 {
            for not_met in 0..3 {
                for wanted in 0..8_u8 {
                    let needed = usize::from(wanted);
                    let expected = if met >= needed {
                        Met
                    } else if met + unknown >= needed {
                        Unknown
                    } else {
                        NotMet
                    };
                    let criterion = Criterion::AtLeastOf(wanted, mixed(met, unknown, not_met));
                    assert_eq!(nothing.truth(&criterion), expected, "{wanted} of {met}, {unknown}, {not_met}");
                }
            }
        }
    }
}

#[test]
fn the_three_truths_have_their_words_and_opposites() {
    for (truth, opposite, word) in [(Met, NotMet, "met"), (Unknown, Unknown, "unknown"), (NotMet, Met, "not-met")] {
        assert_eq!((truth.negated(), truth.id()), (opposite, word));
    }
    assert_eq!((Truth::of(true), Truth::of(false)), (Met, NotMet));
}

fn named(known: &Answers, criterion: &Criterion) -> (Truth, Vec<(FindingIndex, bool, Truth)>) {
    let mut reasons: Vec<Reason> = Vec::new();
    let truth = known.explain(criterion, &mut reasons);
    (truth, reasons.iter().map(|row| (row.finding, row.negated, row.truth)).collect())
}

#[test]
fn an_explanation_names_what_decided_each_once() {
    let known = of(&json!({ "agitation": true, "diaphoresis": false }));
    let (yes, no, open) = (
        Criterion::Present(key("agitation")),
        Criterion::Present(key("diaphoresis")),
        Criterion::Present(key("tremor")),
    );
    let (agitation, diaphoresis, tremor) = (key("agitation"), key("diaphoresis"), key("tremor"));
    let all = Criterion::All(parts(vec![yes, no, open, no]));
    assert_eq!(named(&known, &all), (NotMet, vec![(diaphoresis, false, NotMet)]), "what ruled it out");
    let any = Criterion::Any(parts(vec![no, yes, open]));
    assert_eq!(named(&known, &any), (Met, vec![(agitation, false, Met)]), "what met it");
    let missing = Criterion::All(parts(vec![yes, open]));
    assert_eq!(named(&known, &missing), (Unknown, vec![(tremor, false, Unknown)]), "what is missing");
    let turned = Criterion::Not(Box::leak(Box::new(no)));
    assert_eq!(named(&known, &turned), (Met, vec![(diaphoresis, true, Met)]), "as it counts after the `not`");
    let twice = Criterion::Not(Box::leak(Box::new(turned)));
    assert_eq!(named(&known, &twice), (NotMet, vec![(diaphoresis, false, NotMet)]));
    let (truth, count) = (known.truth(&all), named(&known, &Criterion::AtLeastOf(1, parts(vec![yes, no, yes]))));
    assert_eq!((truth, count), (NotMet, (Met, vec![(agitation, false, Met)])), "no reason stands twice");
}

#[test]
fn a_leaf_tells_its_finding_and_nothing_else_does() {
    let (finding, number) = (key("rigidity"), nms_advisor::engine::decimal::Decimal::whole(1));
    let leaves = [
        Criterion::Present(finding),
        Criterion::Absent(finding),
        Criterion::Is(finding, 0),
        Criterion::AtLeastGrade(finding, 0),
        Criterion::Above(finding, number),
        Criterion::AtLeast(finding, number),
        Criterion::Below(finding, number),
        Criterion::AtMost(finding, number),
    ];
    assert!(leaves.iter().all(|leaf| leaf.finding() == Some(finding)));
    let trees = [ALWAYS, NEVER, Criterion::Not(&ALWAYS), Criterion::AtLeastOf(0, &[]), Criterion::Definition(0)];
    assert!(trees.iter().all(|tree| tree.finding().is_none()));
}

/// Exposure against the cardinal signs, each row of the table once.
#[test]
fn suspicion_is_read_off_its_table() {
    let exposures = [
        (json!({ "dopamineAntagonist": true, "dopaminergicWithdrawal": false }), [Incomplete, Possible, Suspected]),
        (json!({}), [Incomplete, Incomplete, Possible]),
        (
            json!({ "dopamineAntagonist": false, "dopaminergicWithdrawal": false }),
            [Incomplete, NotSupported, NotSupported],
        ),
    ];
    let signs = [json!({}), json!({ "rigidity": "severe" }), json!({ "rigidity": "severe", "temperature": 39 })];
    let both = |one: &Json, other: &Json| {
        let mut all = one.as_object().unwrap().clone();
        all.extend(other.as_object().unwrap().clone());
        all.retain(|id, _| NMS.find(id).is_some());
        of(&Json::Object(all))
    };
    for (exposure, rows) in exposures {
        for (sign, wanted) in signs.iter().zip(rows) {
            assert_eq!(both(&exposure, sign).suspicion(), wanted, "{exposure} with {sign}");
        }
    }
}

/// The answers that a reason stands on: its own, or those that a number is worked out from.
fn behind(finding: FindingIndex) -> Vec<FindingIndex> {
    match NMS.derivation(finding).map(|row| row.derivation) {
        None => vec![finding],
        Some(
            Derivation::Ratio(one, other)
            | Derivation::PercentAbove(one, other)
            | Derivation::Difference(one, other)
            | Derivation::MeanPressure(one, other),
        ) => vec![one, other],
        Some(_) => Vec::new(),
    }
}

/// What a condition says when all but the answers that it names are forgotten.
fn by_its_reasons(all: &Findings, scope: Scope, criterion: &Criterion) -> (Truth, Truth, Vec<Reason>) {
    let known = answers(&NMS, all, scope);
    let mut reasons = Vec::new();
    let truth = known.explain(criterion, &mut reasons);
    let mut kept = NMS.no_findings();
    for finding in reasons.iter().flat_map(|reason| behind(reason.finding)) {
        kept.set(finding, all.get(finding));
    }
    (truth, answers(&NMS, &kept, scope).truth(criterion), reasons)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_an_explanation_names_is_enough(drawn in any_answers()) {
        for scope in SCOPES {
            let conditions = NMS.rules.iter().map(|row| (row.id, &row.when));
            for (id, when) in conditions.chain(NMS.severity.iter().map(|row| (row.id, &row.when))) {
                let (truth, again, reasons) = by_its_reasons(&drawn, scope, when);
                // the state of suspicion is told once, beside the plan, with reasons of its own
                let by_state = |reason: &Reason| NMS.derivation(reason.finding).is_some_and(|row| matches!(row.derivation, Derivation::Suspected | Derivation::ToCheck));
                if reasons.iter().any(by_state) {
                    continue;
                }
                prop_assert!(truth == Truth::Unknown || truth == again, "{}: {:?}, but {:?} by {:?}", id, truth, again, reasons);
            }
        }
    }
}

/// A definition that is read before a finding that it hangs on is derived is not remembered as unknown.
#[test]
fn what_is_read_too_early_is_read_again() {
    let first = NMS.findings.len();
    let later = FindingIndex(u16::try_from(first + 1).unwrap());
    let row = |derivation| Derived { derivation, ..NMS.derived[0] };
    let derived = [
        row(Derivation::NotRuledOut(&Criterion::Definition(0))),
        row(Derivation::Established(Box::leak(Box::new(Criterion::Present(key("agitation")))))),
    ];
    let defined = Definition { when: Criterion::Present(later), ..NMS.definitions[0] };
    let rules = RuleSet {
        derived: Box::leak(Box::new(derived)),
        definitions: Box::leak(Box::new([defined])),
        severity: &[],
        rules: &[],
        conflicts: &[],
        ..NMS
    };
    let rules: &'static RuleSet = Box::leak(Box::new(rules));
    for (agitated, truth) in [(true, Truth::Met), (false, Truth::NotMet)] {
        let known = answers(rules, &findings(&json!({ "agitation": agitated })), Scope::All);
        assert_eq!(known.truth(&Criterion::Definition(0)), truth);
        // and what is remembered is what is worked out
        assert_eq!(known.truth(&Criterion::Definition(0)), known.clone().truth(&Criterion::Present(later)));
    }
}
