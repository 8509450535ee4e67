//! What survives, and why; and the figures, kept in `docs/mutation.md`.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::LazyLock;

use crate::run::{Fate, Outcome, outcomes};

/// On how many drawn answers a survivor is held against the rule set: in every run, and in the long one.
const DRAWS: u64 = 2_000;
const MANY_DRAWS: u64 = 20_000;

/// Mutants that say the same as the rule set on every input, and why.
const SAME: &[(&str, &str)] = &[
    (
        "bears on severity: meanArterialPressure dropped",
        "It is worked out from the systolic pressure, which bears on severity itself.",
    ),
    (
        "definition acutely-severe: `definition extreme-hyperthermia` dropped of `[definition extreme-hyperthermia; metabolicAcidosis yes; disseminatedIntravascularCoagulation yes; definition airway-at-risk; definition circulation-fails; definition severe-acidosis-by-gas; definition dangerous-potassium; sepsis yes; definition hot-and-more; definition two-severe-domains; definition stupor-and-muscle]`",
        "Above 41.1 °C the call is made by the threat to life, and with an altered mental status the pattern is full.",
    ),
    (
        "definition acutely-severe: `definition hot-and-more` dropped of `[definition extreme-hyperthermia; metabolicAcidosis yes; disseminatedIntravascularCoagulation yes; definition airway-at-risk; definition circulation-fails; definition severe-acidosis-by-gas; definition dangerous-potassium; sepsis yes; definition hot-and-more; definition two-severe-domains; definition stupor-and-muscle]`",
        "From 40.0 °C the same.",
    ),
    (
        "definition drug-heat: `hyperthermic yes` dropped of `[catatonia yes; hyperthermic yes]`",
        "The definition is read together with 39.0 °C or more, which is hyperthermia.",
    ),
    (
        "derived antagonistTaken: the first way is only raised",
        "The list of drugs says yes or nothing, never no; so a list that raises the answer is as good as a second way.",
    ),
    ("derived consensusScoreKnown: never known", "No condition reads the score; it is shown and decides nothing."),
    ("derived consensusScoreKnown: the possible points", "The same."),
    ("derived consensusScorePossible: never known", "The same."),
    ("derived consensusScorePossible: the known points", "The same."),
    ("derived depot: the first way is only raised", "A name says yes or nothing, never no."),
    (
        "derived exposure: `depot yes` dropped of `[hoursSinceLastDose above 8,760 h; depot yes]`",
        "Without a known depot the second condition has ruled the exposure out before.",
    ),
    (
        "derived listedDopaminergic: agents not read",
        "Only the order of the look-alikes reads it; tests/literature.rs holds that.",
    ),
    (
        "derived listedDopaminergic: dopaminergicAgents not read",
        "Only the order of the look-alikes reads it; tests/literature.rs holds that.",
    ),
    (
        "derived listedDopaminergic: never known",
        "Only the order of the look-alikes reads it; tests/literature.rs holds that.",
    ),
    (
        "derived moderateOrWorse: mild instead",
        "No line reads it any more; it stays for those who read the rule set as JSON.",
    ),
    (
        "derived moderateOrWorse: never known",
        "No line reads it any more; it stays for those who read the rule set as JSON.",
    ),
    (
        "derived moderateOrWorse: severe instead",
        "No line reads it any more; it stays for those who read the rule set as JSON.",
    ),
    ("derived moderateOverAll: mild instead", "No severity row reaches mild: at least mild is at least moderate."),
    (
        "rule avoid-succinylcholine: `definition airway-at-risk` dropped of `[severeOverAll yes; definition airway-at-risk; creatineKinase above 1,000 U/L; rhabdomyolysis yes; persistentDespiteTreatment yes]`",
        "Each of its conditions is severe over all sources; the words stay as the evidence has them.",
    ),
    (
        "rule note-drug-timing: `definition dantrolene-in-question` dropped of `[definition dantrolene-in-question; definition dopaminergic-in-question]`",
        "Wherever dantrolene is in question a dopaminergic drug is.",
    ),
];

/// Mutants that differ and that no vignette notices, and why that is borne. To be kept empty.
const GAPS: &[(&str, &str)] = &[];

static OUTCOMES: LazyLock<Vec<Outcome>> = LazyLock::new(|| outcomes(DRAWS));

fn survivors(of: &[Outcome], gap: bool) -> BTreeSet<&str> {
    let fits = |fate: &Fate| if gap { matches!(fate, Fate::Gap(_)) } else { *fate == Fate::Same };
    of.iter().filter(|outcome| fits(&outcome.fate)).map(|outcome| outcome.what.as_str()).collect()
}

fn listed(rows: &[(&'static str, &str)]) -> BTreeSet<&'static str> {
    rows.iter().map(|(what, _)| *what).collect()
}

fn are_as_documented(outcomes: &[Outcome]) {
    let mut differing = String::new();
    for outcome in outcomes {
        if let Fate::Gap(shown) = &outcome.fate {
            write!(differing, "\n  {}\n    {shown}", outcome.what).unwrap();
        }
    }
    assert_eq!(survivors(outcomes, true), listed(GAPS), "mutants that differ and that no vignette notices:{differing}");
    assert_eq!(survivors(outcomes, false), listed(SAME), "mutants that no vignette and no drawn answers notice");
}

fn document() -> String {
    let mut text = String::from(INTRODUCTION);
    let mut total = [0; 4];
    let kinds: BTreeSet<_> = OUTCOMES.iter().map(|outcome| outcome.kind).collect();
    for kind in kinds {
        let of = |fits: fn(&Fate) -> bool| {
            OUTCOMES.iter().filter(|outcome| outcome.kind == kind && fits(&outcome.fate)).count()
        };
        let gap: fn(&Fate) -> bool = |fate| matches!(fate, Fate::Gap(_));
        let row = [of(|_| true), of(|fate| *fate == Fate::Killed), of(|fate| *fate == Fate::Same), of(gap)];
        writeln!(text, "| {} | {} | {} | {} | {} |", kind.label(), row[0], row[1], row[2], row[3]).unwrap();
        total.iter_mut().zip(row).for_each(|(sum, count)| *sum += count);
    }
    writeln!(text, "| **All** | **{}** | **{}** | **{}** | **{}** |", total[0], total[1], total[2], total[3]).unwrap();
    writeln!(text, "\n## The same in effect\n\nNo vignette can notice these: they say the same on every input.\n")
        .unwrap();
    table(&mut text, SAME);
    writeln!(text, "\n## Gaps\n").unwrap();
    if GAPS.is_empty() {
        writeln!(text, "None: every mutant that differs on any drawn answers fails a vignette.").unwrap();
    } else {
        table(&mut text, GAPS);
    }
    text
}

fn table(text: &mut String, rows: &[(&str, &str)]) {
    writeln!(text, "| Mutant | Why |\n|---|---|").unwrap();
    for (what, why) in rows {
        writeln!(text, "| {what} | {why} |").unwrap();
    }
}

const INTRODUCTION: &str = "# Mutants of the rules

Each mutant is the rule set with one smallest change. A mutant is killed when a vignette of `tests/cases` fails on it. \
One that survives either says the same as the rule set on every drawn answer, or is a gap in the vignettes. Mutated are \
the rules, the severity table, the definitions, the derived findings, the suspicion table and the contradictions; texts, \
the order of the plan and the tables beside it (score, look-alikes, drug cards, contacts) are not.

Written by `UPDATE_EXPECT=1 cargo test --test rule_mutants`; `cargo xtask mutants --rules` holds the survivors against \
ten times as many drawn answers.

| Change | Mutants | Killed | Same in effect | Gaps |
|---|---:|---:|---:|---:|
";

#[test]
fn every_mutant_that_differs_fails_a_vignette() {
    are_as_documented(&OUTCOMES);
}

#[test]
#[ignore = "the long search; `cargo xtask mutants --rules` runs it"]
fn what_survives_is_the_same_on_many_more_answers() {
    are_as_documented(&outcomes(MANY_DRAWS));
}

#[test]
fn the_figures_are_those_of_the_document() {
    expect_test::expect_file!["../../docs/mutation.md"].assert_eq(&document());
}

#[test]
fn mutants_have_their_own_names() {
    let names: BTreeSet<&str> = OUTCOMES.iter().map(|outcome| outcome.what.as_str()).collect();
    assert_eq!(names.len(), OUTCOMES.len(), "a survivor is known by its name");
    for (what, why) in SAME.iter().chain(GAPS) {
        assert!(names.contains(what) && !why.is_empty(), "no such mutant: {what}");
    }
}
