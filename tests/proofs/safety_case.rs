//! The safety case: which invariant is held by what, over how many inputs. Written from the proofs and the named tests.
//!
//! `UPDATE_EXPECT=1 cargo test --test proofs` rewrites `docs/safety-case.md`.

use std::fmt::Write;

use biodivine_lib_bdd::Bdd;
use nms_advisor::guideline::NMS;

use crate::PROOFS;
use crate::conformance::combinations;
use crate::held::held;
use crate::limits::LIMITS;
use crate::prove::{Claim, proved, space};

/// The invariants in a sentence each; the text that they come from numbers them so.
pub(crate) const INVARIANTS: [&str; 54] = [
    "Where a dopamine antagonist is or may be the trigger, stopping every one of them comes first.",
    "In withdrawal alone, restarting the dopaminergic drug comes first; nothing says to stop it.",
    "Where both apply, both stand: stop the antagonist and restart the agonist.",
    "The stop covers antiemetics and long-acting injections.",
    "Supportive care is present at every severity.",
    "What is in the plan at a lower grade is in the plan at a higher one.",
    "The psychiatric state never removes or postpones the stop.",
    "Physical restraint is never recommended; with agitation, the line against it stands.",
    "No dopamine antagonist is ever suggested, for any purpose.",
    "Succinylcholine is never suggested; beside paralysis or ECT the warning stands.",
    "Verapamil and diltiazem are never suggested; beside dantrolene the warning stands.",
    "Anticholinergics appear only as the disputed line, with both sides.",
    "Antipyretics are never the treatment of the hyperthermia.",
    "Rechallenge is never advised; before its time it is not yet.",
    "Missing data never lowers severity or urgency.",
    "A normal laboratory result never removes what the signs require.",
    "A higher temperature never grades lower; above 41.1 °C and from 40.0 °C the emergency lines stand.",
    "Every complication of the severe column forces the grade severe and shows its line.",
    "Another diagnosis never removes the syndrome or lowers the urgency.",
    "No text rules the syndrome out.",
    "The empty form is neutral.",
    "Treatment without waiting for confirmation is shown wherever the syndrome is suspected.",
    "Dantrolene never stands without its label, its limits and its volume.",
    "Dantrolene is never the only therapy, and never above the stop and supportive care.",
    "Bromocriptine carries its contraindications, and yields to each of them.",
    "Amantadine is never named without the kidneys.",
    "No dose is shown without its source.",
    "No calculated total exceeds the limit of dantrolene.",
    "For children and in pregnancy no dose is computed, and no action is lost.",
    "Everything shown carries its authority.",
    "What cannot be used is reported and counts as unknown.",
    "Changing the unit never changes the meaning.",
    "The disclaimers are always within reach.",
    "Nothing identifies the patient; nothing is sent, and nothing is stored without a yes.",
    "A contradiction is shown, and the more urgent reading is used.",
    "The same input gives the same output.",
    "A failing airway comes first, unless ventilated.",
    "Each threat of minutes has its line, whatever else is answered.",
    "The potassium is treated before dialysis.",
    "A folded line stands beneath a row of the plan; no critical row is only one to watch.",
    "Holding and stopping are never both advised; one sign raises no plan.",
    "Exposure with the full pattern is suspected.",
    "The state check needs a sign and is no reassurance.",
    "With the Hunter rule met, both classes are stopped and four drugs are not given.",
    "Malignant hyperthermia is ordered only with a sign.",
    "Bromocriptine, amantadine and dantrolene wait for what speaks against them.",
    "Ventilated, nobody asks for the airway.",
    "Failed cooling is not said below 39.5 °C.",
    "With a risk of overload fluids are not ordered.",
    "Persistent at any grade: ECT is considered.",
    "Safety lines are the same in both views.",
    "A step down never stands beside a threat to life.",
    "The first screen is short.",
    "Cooling outside the syndrome has a limit of its own.",
];

/// Proofs of what is no numbered invariant, in the order of the table.
const FURTHER: [(&str, &str); 7] = [
    ("first_action", "Each trigger has its own first action"),
    ("reach", "Nothing in the tables is out of reach"),
    ("one_state", "Every input has one state"),
    ("answers_only_add", "Answers only add"),
    ("more_signs", "Missing signs never take suspicion away"),
    ("avoid_wins", "What speaks against a line wins"),
    ("both_views", "The article's view keeps every safety line"),
];

/// The number of inputs in a set, rounded to two digits.
fn count(set: &Bdd) -> String {
    // every claim speaks of well-formed inputs, and the count is exact before it is rounded for reading
    let digits = space().well_formed.and(set).exact_cardinality().to_string();
    if digits.len() <= 6 {
        return digits;
    }
    let raised: String =
        (digits.len() - 1).to_string().chars().map(|digit| SUPERSCRIPT[digit as usize - '0' as usize]).collect();
    format!("{}.{} × 10{raised}", &digits[..1], &digits[1..2])
}

const SUPERSCRIPT: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

fn rows(text: &mut String, name: &str, claims: &[Claim]) {
    for claim in claims {
        writeln!(text, "| {name} | {} | proof `{}` | {} |", claim.says, proof_name(name), count(&claim.about)).unwrap();
    }
}

fn proof_name(name: &str) -> String {
    name.to_lowercase().replace('-', "_")
}

fn proofs_of(name: &str) -> &'static [Claim] {
    if PROOFS.iter().any(|(proof, _)| *proof == name) { proved(name) } else { &[] }
}

fn introduction(text: &mut String) {
    let (counted, with_answers) = combinations();
    let numbers = space().axes.len();
    writeln!(text, "# Safety case\n").unwrap();
    writeln!(text, "Rule set `{}`, version {}. This file is written by `tests/proofs/safety_case.rs` from the proofs themselves; a test fails when it no longer fits them. A proof says that the rules do what is claimed; whether that is right for a patient is for clinicians to review.\n", NMS.id, NMS.version).unwrap();
    writeln!(text, "## What is covered\n").unwrap();
    writeln!(text, "- The tables are turned into decision diagrams: every condition becomes the set of inputs that meet it and the set that rules it out, in the same three-valued logic as the program. A claim is shown by finding that no input at all breaks it.").unwrap();
    writeln!(text, "- The inputs are all combinations of answers to the {numbers} findings and computed numbers that a rule reads, unknown included. A number counts by where it lies among all its thresholds: below, at, between or above. Answers that no rule can tell apart are one class; there are {} classes:\n", count(&space().everything())).unwrap();
    writeln!(text, "  {}\n", grouped(&space().well_formed.exact_cardinality().to_string())).unwrap();
    writeln!(text, "- Both views are covered: all sources, and the article only.").unwrap();
    writeln!(text, "- The diagrams are compared with the program itself: for 4,000 drawn sets of answers and every boundary value, every condition must have the same truth in both (`tests/proofs/conformance.rs`).").unwrap();
    writeln!(text, "- A number of which only a bound is known is a class of its own in further diagrams, which are compared with the program in the same way. A condition is met or not met there only where it is so for all that the bound leaves (`tests/bounds`, INV-15). With `PROOFS_BOUNDS=1` every claim is shown over these diagrams, too, which takes several times as long; without it the claims speak of numbers.\n").unwrap();
    writeln!(text, "## What is not covered\n").unwrap();
    writeln!(
        text,
        "- Wording, order of words, export, storage, units and the form are no formulas; named tests hold them."
    )
    .unwrap();
    writeln!(text, "- Ratios, percentages, differences and means have intervals of their own, limited by the intervals of their parts: of {counted} combinations that are counted of linked findings, answers were found for {with_answers}. The others are of two computed numbers that share a part; what is claimed never to happen is then claimed for a little more than can happen. No claim had to be weakened for it.").unwrap();
    writeln!(text, "- A finding gets worse by itself: what is computed from it gets worse too or stays where it was. Where it would get better, as a raised pressure does by falling into shock, nothing is claimed; see the end.").unwrap();
    writeln!(text, "- Changes are shown one answer at a time. A chain of them covers any number of answers, as each link holds whatever else is known.").unwrap();
    writeln!(text, "- A list of drugs counts only by whether it names a dopamine antagonist or depleter, or a drug that a rule asks for by name.\n").unwrap();
}

/// Digits in groups of three.
fn grouped(digits: &str) -> String {
    let groups = digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap());
    groups.collect::<Vec<_>>().join(",")
}

fn document() -> String {
    let mut text = String::new();
    introduction(&mut text);
    writeln!(text, "## The invariants\n\n| | What holds | Held by | Input classes |\n|---|---|---|---|").unwrap();
    let tests = held();
    for (at, says) in INVARIANTS.iter().enumerate() {
        let name = format!("INV-{:02}", at + 1);
        let held: Vec<&str> =
            tests.iter().filter(|row| row.numbers.contains(&(at + 1))).map(|row| row.test.as_str()).collect();
        let claims = proofs_of(&proof_name(&name));
        assert!(!held.is_empty() || !claims.is_empty(), "{name} is held by nothing");
        writeln!(text, "| **{name}** | **{says}** | {} | |", held.join("<br>")).unwrap();
        rows(&mut text, &name, claims);
    }
    writeln!(text, "\n## Beyond the invariants\n\n| | What holds | Held by | Input classes |\n|---|---|---|---|")
        .unwrap();
    for (name, says) in FURTHER {
        writeln!(text, "| | **{says}** | | |").unwrap();
        rows(&mut text, name, proofs_of(name));
    }
    limits(&mut text);
    text
}

fn limits(text: &mut String) {
    writeln!(text, "\n## Where a stronger claim would be false\n\nThe proofs found these inputs. They are no spurious ones: the program accepts the answers. Each is by design or awaits a decision of the reviewers.\n").unwrap();
    writeln!(text, "| What | Answers | Why it is so |\n|---|---|---|").unwrap();
    for limit in LIMITS {
        let then = if limit.then.is_empty() { String::new() } else { format!(", then `{}`", limit.then) };
        writeln!(text, "| {} | `{}`{then} | {} |", limit.what, limit.answers, limit.why).unwrap();
    }
}

#[test]
fn the_safety_case_says_what_is_proved() {
    expect_test::expect_file!["../../docs/safety-case.md"].assert_eq(&document());
}

#[test]
fn every_proof_stands_in_the_safety_case() {
    for (name, _) in PROOFS {
        let numbered = name
            .strip_prefix("inv_")
            .is_some_and(|number| number.parse::<usize>().is_ok_and(|at| at <= INVARIANTS.len()));
        assert!(numbered || FURTHER.iter().any(|(further, _)| further == name), "{name} stands nowhere");
    }
}
