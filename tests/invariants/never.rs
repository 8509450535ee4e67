//! INV-09 to INV-14, INV-20: what is never suggested, in any text and for any answers.
//!
//! INV-08 (restraint) and INV-10 (succinylcholine) also stand in `plan.rs` and `urgency.rs`.

use nms_advisor::engine::assessment::assess;
use nms_advisor::engine::rule::{Kind, Rule};
use nms_advisor::guideline::NMS;
use nms_advisor::panel::{panel, suspicion_text};
use proptest::prelude::*;

use crate::support::generated::{answers, config};
use crate::support::{SCOPES, in_plan, is_advised, option, with};

/// Rules whose text or detail holds one of the words.
fn naming<'a>(words: &'a [&'a str]) -> impl Iterator<Item = &'static Rule> + 'a {
    let all = |rule: &Rule| format!("{} {} {} {}", rule.text, rule.detail, rule.beyond, rule.question).to_lowercase();
    NMS.rules.iter().filter(move |rule| words.iter().any(|word| all(rule).contains(word)))
}

/// The sentences of a rule that hold one of the words.
fn sentences(rule: &Rule, words: &[&str]) -> Vec<String> {
    let lead = if rule.kind == Kind::Avoid { "avoid: " } else { "" };
    let text = format!("{lead}{}. {} {}", rule.text, rule.detail, rule.beyond).to_lowercase();
    text.split(['.', ';'])
        .map(str::trim)
        .filter(|part| words.iter().any(|word| part.contains(word)))
        .map(String::from)
        .collect()
}

const NO: [&str; 8] = ["avoid", "never", "instead of", "must not", "not recommended", "release", "stop", "no "];

fn only_spoken_against(words: &[&str], but: &[&str]) {
    assert!(naming(words).count() > 0, "no text speaks of {words:?}");
    for rule in naming(words).filter(|rule| !but.contains(&rule.id) && rule.kind != Kind::Avoid) {
        for sentence in sentences(rule, words) {
            assert!(NO.iter().any(|no| sentence.contains(no)), "{} suggests it: {sentence}", rule.id);
        }
    }
}

/// INV-08: Physical restraint is never recommended; with agitation, the line against it stands.
#[test]
fn inv_08_physical_restraint_is_never_recommended() {
    // as a cause of a raised CK it is named, not recommended
    only_spoken_against(&["restrain"], &["support-rhabdomyolysis"]);
}

/// INV-09: No dopamine antagonist is ever suggested, for any purpose.
#[test]
fn inv_09_no_antipsychotic_or_dopamine_blocking_antiemetic_is_ever_suggested() {
    let names: Vec<&str> =
        NMS.agents.iter().filter(|agent| agent.class.implies_exposure()).map(|agent| agent.id).collect();
    assert!(names.contains(&"droperidol") && names.contains(&"metoclopramide"));
    // the stop names examples of what to stop; serotonin toxicity names chlorpromazine as withheld
    only_spoken_against(
        &names,
        // one more names clozapine as the trigger
        &[
            "discontinue-dopamine-antagonists",
            "know-bromocriptine-and-serotonin-toxicity",
            "know-the-picture-on-clozapine",
            // the checks of fever on clozapine, and how a held dose of it is taken up again
            "check-clozapine-fever",
            "hold-dopamine-antagonists",
            // risperidone microspheres, whose release goes on
            "know-the-course-after-a-depot",
        ],
    );
    let stop = NMS.rule("discontinue-dopamine-antagonists").unwrap();
    assert!(stop.text.contains("now") && stop.beyond.contains("Antiemetics too"));
    let serotonin = NMS.rule("know-bromocriptine-and-serotonin-toxicity").unwrap();
    assert!(serotonin.text.contains("make it worse") && serotonin.detail.contains("chlorpromazine"));
}

/// INV-10: Succinylcholine is never suggested; beside paralysis or ECT the warning stands.
#[test]
fn inv_10_succinylcholine_is_only_spoken_against() {
    // as a trigger of malignant hyperthermia it is named, not suggested; with hyperkalaemia it is ruled out
    only_spoken_against(&["succinylcholine", "suxamethonium"], &["treat-as-malignant-hyperthermia"]);
    assert!(NMS.rule("treat-hyperkalaemia").unwrap().detail.contains("No suxamethonium (succinylcholine)"));
    // both names stand together wherever one does
    for rule in naming(&["succinylcholine", "suxamethonium"]) {
        let text = format!("{} {} {}", rule.text, rule.detail, rule.beyond).to_lowercase();
        let [both, one] = ["suxamethonium (succinylcholine)", "succinylcholine"].map(|word| text.matches(word).count());
        assert!(both == one, "{}: {text}", rule.id);
    }
}

/// INV-10: Succinylcholine is never suggested; beside paralysis or ECT the warning stands.
#[test]
fn inv_10_every_line_on_paralysis_or_ect_says_non_depolarising_and_avoid_succinylcholine() {
    let lines: Vec<_> = naming(&["paralysis", "electroconvulsive", "ect:"])
        .filter(|rule| matches!(rule.kind, Kind::Do | Kind::Consider))
        .collect();
    assert!(lines.len() >= 4);
    for rule in lines.iter().filter(|rule| !["treat-malignant-catatonia", "exclude-infection"].contains(&rule.id)) {
        let text = format!("{} {} {}", rule.text, rule.detail, rule.beyond).to_lowercase();
        assert!(text.contains("non-depolarising"), "{}", rule.id);
        assert!(text.contains("avoid suxamethonium (succinylcholine)"), "{}", rule.id);
    }
}

/// INV-11: Verapamil and diltiazem are never suggested; beside dantrolene the warning stands.
#[test]
fn inv_11_verapamil_and_diltiazem_are_only_spoken_against() {
    // dantrolene asks for them
    only_spoken_against(&["verapamil", "diltiazem"], &[]);
}

/// INV-12: Anticholinergics appear only as the disputed line, with both sides.
#[test]
fn inv_12_anticholinergics_are_only_the_disputed_line_with_both_sides() {
    let words = [
        "anticholinergics",
        "benztropine",
        "benzatropine",
        "biperiden",
        "trihexyphenidyl",
        "procyclidine",
        "diphenhydramine",
    ];
    let ids: Vec<_> = naming(&words).map(|rule| rule.id).collect();
    // as a cause of another illness they are named, not suggested
    assert_eq!(ids, ["look-for-another-cause", "know-the-anticholinergic-dispute"]);
    let rule = NMS.rule("know-the-anticholinergic-dispute").unwrap();
    assert_eq!(rule.kind, Kind::Note);
    assert!(rule.text.contains("not recommended") && rule.detail.contains("For:") && rule.detail.contains("Against:"));
    let carriers: Vec<_> =
        NMS.rules.iter().filter(|rule| rule.source.statements.contains(&"S20")).map(|rule| rule.id).collect();
    assert_eq!(carriers, ["know-the-anticholinergic-dispute"]);
    assert!(!format!("{}{}", rule.text, rule.detail).contains('°'), "the line names no temperature");
}

/// INV-13: Antipyretics are never the treatment of the hyperthermia.
#[test]
fn inv_13_antipyretics_are_never_the_treatment() {
    let words = ["antipyretic", "paracetamol", "acetaminophen", "aspirin", "ibuprofen"];
    for rule in naming(&words) {
        assert!(rule.kind == Kind::Avoid, "{}", rule.id);
    }
    assert!(naming(&words).count() >= 1);
}

/// INV-14: Rechallenge is never advised; before its time it is not yet.
#[test]
fn inv_14_rechallenge_is_never_advised_and_never_with_a_depot() {
    let delay = NMS.rule("delay-rechallenge").unwrap();
    assert_eq!(delay.kind, Kind::Avoid);
    assert!(delay.text.contains("within 2\u{a0}weeks") && delay.detail.contains("At least 2\u{a0}weeks"));
    assert!(delay.detail.contains("no advice to restart"));
    let words = ["rechallenge", "antipsychotic again", "reintroduc"];
    for rule in naming(&words) {
        let about = ["delay-rechallenge", "obtain-consent-for-rechallenge"].contains(&rule.id);
        assert!(about, "{} speaks of rechallenge", rule.id);
    }
    let consent = NMS.rule("obtain-consent-for-rechallenge").unwrap();
    assert!(consent.text.starts_with("Before any antipsychotic"), "consent is asked, the drug is not advised");
    let depot: Vec<_> = naming(&["depot", "long-acting"]).map(|rule| rule.id).collect();
    for id in &depot {
        let rule = NMS.rule(id).unwrap();
        let harmless = [
            "know-the-course-after-a-depot",
            "delay-rechallenge",
            "find-the-exposure",
            "look-for-another-cause",
            "discontinue-dopamine-antagonists",
            // says that a depot is no first choice and prolongs an episode
            "plan-any-later-antipsychotic",
            "watch-residual-signs",
            // the trigger may be one, and its course is longer
            "hold-dopamine-antagonists",
            "step-down",
            "consider-ect-when-not-improving",
            "know-the-picture-on-clozapine",
        ];
        assert!(rule.kind == Kind::Avoid || harmless.contains(id), "{id} speaks of a depot");
    }
}

/// INV-20: No text rules the syndrome out.
#[test]
fn inv_20_no_text_rules_the_syndrome_out() {
    use nms_advisor::engine::derived::Suspicion::{Check, Incomplete, NoSigns, NotSupported, Possible, Suspected};
    let states = [Suspected, Possible, Check, Incomplete, NotSupported, NoSigns].map(suspicion_text);
    let headlines = states.iter().flat_map(|(text, detail)| [*text, *detail]);
    let rules = NMS.rules.iter().flat_map(|rule| [rule.text, rule.detail, rule.beyond]);
    for text in headlines.chain(rules) {
        // an infection is not excluded, and one sign is no all-clear
        let lower = text.to_lowercase().replace("infection not excluded", "").replace("no all-clear", "");
        for word in [
            "unlikely",
            "excluded",
            "ruled out",
            "reassur",
            "not nms",
            "no nms",
            "all clear",
            "all-clear",
            "low risk",
            " 74 ",
        ] {
            assert!(!lower.contains(word), "{word:?} in: {text}");
        }
    }
    for state in [NotSupported, NoSigns] {
        assert!(
            suspicion_text(state).1.contains("not exclude the syndrome"),
            "{state:?} says that it excludes nothing"
        );
    }
}

proptest! {
    #![proptest_config(config())]

    /// INV-10: Succinylcholine is never suggested; beside paralysis or ECT the warning stands.
    #[test]
    fn inv_10_whenever_paralysis_or_ect_is_in_question_succinylcholine_is_warned_of(findings in answers()) {
        const LINES: [&str; 5] = [
            "neuromuscular-paralysis",
            "intubate-and-ventilate",
            "consider-paralysis-and-intubation",
            "consider-electroconvulsive-therapy",
            "prefer-ect-with-a-psychiatric-condition",
        ];
        for scope in SCOPES {
            let result = assess(&NMS, &findings, scope);
            if LINES.iter().any(|id| in_plan(&result, id)) {
                prop_assert!(is_advised(&result, "avoid-succinylcholine"));
            }
        }
    }

    /// INV-11: Verapamil and diltiazem are never suggested; beside dantrolene the warning stands.
    #[test]
    fn inv_11_dantrolene_or_a_calcium_channel_blocker_brings_the_interaction_warning(findings in answers()) {
        const WARNING: &str = "avoid-verapamil-or-diltiazem-with-dantrolene";
        for scope in SCOPES {
            let result = assess(&NMS, &findings, scope);
            if in_plan(&result, "consider-dantrolene") || in_plan(&result, "treat-as-malignant-hyperthermia") {
                prop_assert!(is_advised(&result, WARNING), "dantrolene without the warning");
            }
            for blocker in ["verapamil", "diltiazem"] {
                let taking = with(&findings, "calciumChannelBlocker", option("calciumChannelBlocker", blocker));
                let result = assess(&NMS, &taking, scope);
                let acted_on = result.suspicion.acted_on() == Some(true);
                prop_assert!(!acted_on || is_advised(&result, WARNING), "{} without the warning", blocker);
            }
        }
    }

    /// INV-14: Rechallenge is never advised; before its time it is not yet.
    #[test]
    fn inv_14_before_recovery_rechallenge_is_not_yet(findings in answers()) {
        for scope in SCOPES {
            let result = assess(&NMS, &findings, scope);
            for verdict in result.plan().filter(|verdict| verdict.rule.text.to_lowercase().contains("antipsychotic")) {
                let stops = ["discontinue-dopamine-antagonists", "hold-dopamine-antagonists"].contains(&verdict.rule.id);
                prop_assert!(stops || verdict.rule.kind == Kind::Avoid || verdict.rule.text.starts_with("Before any"));
            }
            let after = is_advised(&result, "obtain-consent-for-rechallenge");
            prop_assert!(!after || is_advised(&result, "delay-rechallenge"), "consent without the waiting time");
        }
    }

    /// INV-21: The empty form is neutral.
    #[test]
    fn inv_21_whatever_is_shown_about_suspicion_stands_beside_its_reasons(findings in answers()) {
        for scope in SCOPES {
            let result = assess(&NMS, &findings, scope);
            let shown = panel(&NMS, result.clone(), vec![], vec![], nms_advisor::panel::Given::default());
            if result.suspicion.acted_on().is_some() {
                prop_assert!(!shown.suspicion.why.is_empty());
            }
            prop_assert!(shown.severity.criteria.iter().all(|row| !row.why.is_empty()));
        }
    }
}
