//! How fast an assessment is: the verdicts alone, the whole assessment with its explanations, and its JSON, beside a
//! straight-line function that decides the same rules by hand.
//!
//! The bench stops if the hand-written function leaves out more than a quarter of the rules, or differs from the engine on
//! more than a tenth of its own, so the baseline does the same work. The last lines print how they compare, a rule.
#![allow(missing_docs, reason = "a bench is no library")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a bench stops by panicking, and asks for one variant at a time"
)]

#[path = "assess/straight.rs"]
mod straight;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use nms_advisor::answer::{Reading, Sent};
use nms_advisor::engine::assessment::{Scope, answers, assess, verdict};
use nms_advisor::engine::criterion::Truth;
use nms_advisor::engine::finding::Findings;
use nms_advisor::guideline::NMS;
use nms_advisor::wire;

/// A moderate case, as a clinician would have it after ten minutes.
fn sent() -> Vec<(&'static str, Sent)> {
    let text = |text: &str| Sent::Text(text.into());
    vec![
        ("dopamineAntagonist", Sent::Boolean(true)),
        ("dopaminergicWithdrawal", Sent::Boolean(false)),
        ("temperature", Sent::Number(39.2)),
        ("rigidity", text("severe")),
        ("mentalStatus", text("confused")),
        ("diaphoresis", Sent::Boolean(true)),
        ("agitation", Sent::Boolean(true)),
        ("creatineKinase", Sent::Number(4200.0)),
        ("creatineKinaseUpperLimit", Sent::Number(200.0)),
        ("heartRate", Sent::Number(118.0)),
        ("systolic", Sent::Number(150.0)),
        ("oxygenSaturation", Sent::Number(96.0)),
        ("respiratoryFailure", Sent::Boolean(false)),
        ("calciumChannelBlocker", text("none")),
        ("potassium", Sent::Number(4.4)),
        ("seizures", Sent::Boolean(false)),
        ("ageYears", Sent::Number(41.0)),
    ]
}

fn findings() -> Findings {
    let mut reading = Reading::new(&NMS);
    for (key, sent) in sent() {
        reading.take(&NMS, key, &sent);
    }
    reading.settle(&NMS);
    assert_eq!(reading.issues, []);
    reading.findings
}

fn verdicts(findings: &Findings) -> usize {
    let answers = answers(&NMS, findings, Scope::All);
    NMS.rules.iter().filter(|rule| verdict(&answers, rule).0 == Truth::Met).count()
}

fn json(sent: &[(&'static str, Sent)]) -> String {
    let entries = sent.iter().map(|(key, sent)| (*key, sent.clone()));
    serde_json::to_string(&wire::assess_sent(&NMS, entries, [])).unwrap()
}

/// The baseline decides the rules as the engine does; a few may differ after a change of the rule set, and are named.
fn agree(findings: &Findings) {
    let answers = answers(&NMS, findings, Scope::All);
    let by_hand = straight::decide(&straight::Case::of(findings));
    let same = |(id, truth): &&(&str, Truth)| NMS.rule(id).is_some_and(|rule| answers.truth(&rule.when) == *truth);
    let differing: Vec<&str> = by_hand.iter().filter(|row| !same(row)).map(|(id, _)| *id).collect();
    println!(
        "the baseline decides {} rules, {} of them unlike the engine: {differing:?}",
        by_hand.len(),
        differing.len()
    );
    assert!(
        by_hand.len() * 4 >= NMS.rules.len() * 3 && differing.len() * 10 <= by_hand.len(),
        "the baseline does other work"
    );
}

fn compare(bench: &mut Criterion) {
    let (sent, findings) = (sent(), findings());
    let empty = NMS.no_findings();
    agree(&findings);
    agree(&empty);
    let case = straight::Case::of(&findings);
    bench.bench_function("baseline: straight-line Rust, verdicts", |timer| {
        timer.iter(|| straight::decide(black_box(&case)));
    });
    bench.bench_function("verdicts alone", |timer| timer.iter(|| verdicts(black_box(&findings))));
    bench.bench_function("whole assessment with explanations", |timer| {
        timer.iter(|| assess(&NMS, black_box(&findings), Scope::All));
    });
    bench.bench_function("whole assessment, nothing answered", |timer| {
        timer.iter(|| assess(&NMS, black_box(&empty), Scope::All));
    });
    bench.bench_function("findings as sent to JSON string", |timer| timer.iter(|| json(black_box(&sent))));
    report(&findings, &case, &sent);
}

/// Nanoseconds of one call, the best of several rounds.
#[allow(clippy::disallowed_methods, reason = "a bench reads the clock; nothing clinical depends on it")]
fn nanoseconds<T>(mut call: impl FnMut() -> T) -> f64 {
    let round = |call: &mut dyn FnMut() -> T| {
        let start = std::time::Instant::now();
        for _ in 0..2000 {
            black_box(call());
        }
        start.elapsed().as_secs_f64() * 1e9 / 2000.0
    };
    (0..15).map(|_| round(&mut call)).fold(f64::INFINITY, f64::min)
}

fn report(findings: &Findings, case: &straight::Case, sent: &[(&'static str, Sent)]) {
    let count = |rules: usize| f64::from(u32::try_from(rules).unwrap());
    let (rules, by_hand) = (count(NMS.rules.len()), count(straight::decide(case).len()));
    let baseline = nanoseconds(|| straight::decide(black_box(case)));
    let rows = [
        ("baseline", baseline, by_hand),
        ("verdicts alone", nanoseconds(|| verdicts(black_box(findings))), rules),
        ("whole assessment", nanoseconds(|| assess(&NMS, black_box(findings), Scope::All)), rules),
        ("JSON string", nanoseconds(|| json(black_box(sent))), rules),
    ];
    println!("\n{rules} rules, {by_hand} of them by hand; a rule, and against the baseline of the same run:");
    for (name, time, rules) in rows {
        let ratio = (time / rules) / (baseline / by_hand);
        println!("  {name:<18} {time:>9.1} ns  {:>8.2} ns a rule  {ratio:>7.1} times the baseline", time / rules);
    }
}

criterion_group!(assessment, compare);
criterion_main!(assessment);
