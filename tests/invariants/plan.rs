//! INV-01 to INV-08: what stands in the plan, and in which order.

use nms_advisor::engine::assessment::{Assessment, Scope, Status, assess};
use nms_advisor::engine::derived::Suspicion;
use nms_advisor::engine::finding::Findings;
use nms_advisor::engine::rule::Kind;
use nms_advisor::guideline::NMS;
use proptest::prelude::*;

use crate::support::clinical::REPLACED;
use crate::support::generated::{answers, config};
use crate::support::{
    NO, SCOPES, YES, advised, assessed, in_plan, is_advised, key, number, option, shows, verdict, with,
};

const STOP: &str = "discontinue-dopamine-antagonists";
const RESTART: &str = "restart-dopaminergic-drug";
const DRUGS: [&str; 3] = ["consider-bromocriptine", "consider-dantrolene", "consider-levodopa-carbidopa"];

fn acted_on(result: &Assessment) -> bool {
    matches!(result.suspicion, Suspicion::Suspected | Suspicion::Possible)
}

/// The first thing to do for the syndrome itself: malignant hyperthermia goes before it by the thirteenth decision.
fn first(result: &Assessment) -> Option<&'static str> {
    advised(result).into_iter().find(|id| !AT_ONCE.contains(id))
}

/// What kills within minutes goes before the trigger (INV-37, INV-38), and malignant hyperthermia before all.
const AT_ONCE: [&str; 6] = [
    "treat-as-malignant-hyperthermia",
    "secure-airway-and-breathing",
    "support-the-circulation",
    "treat-hyperkalaemia",
    "treat-hypoglycaemia",
    "treat-seizures",
];

/// Exposure, by a dose that is not too long ago.
fn exposed(findings: &Findings) -> Findings {
    with(&recent(findings), "dopamineAntagonist", YES)
}

/// The time since the last dose not known, and no dyskinesia, which asks before a restart.
fn recent(findings: &Findings) -> Findings {
    with(&with(findings, "hoursSinceLastDose", None), "dyskinesia", None)
}

/// Exposure ruled out: the question answered no and no drug named.
fn unexposed(findings: &Findings) -> Findings {
    with(&with(&recent(findings), "dopamineAntagonist", NO), "agents", None)
}

proptest! {
    #![proptest_config(config())]

    /// INV-01: Where a dopamine antagonist is or may be the trigger, stopping every one of them comes first.
    #[test]
    fn inv_01_stopping_every_dopamine_antagonist_comes_first(findings in answers()) {
        for scope in SCOPES {
            let result = assess(&NMS, &exposed(&findings), scope);
            if acted_on(&result) {
                prop_assert_eq!(first(&result), Some(STOP));
            }
            let unknown = with(&with(&recent(&findings), "dopamineAntagonist", None), "agents", None);
            let result = assess(&NMS, &unknown, scope);
            if acted_on(&result) && findings.get(key("dopaminergicWithdrawal")) != YES {
                prop_assert_eq!(first(&result), Some(STOP));
            }
        }
    }

    /// INV-02: In withdrawal alone, restarting the dopaminergic drug comes first; nothing says to stop it.
    #[test]
    fn inv_02_in_pure_withdrawal_restarting_comes_first_and_nothing_says_stop(findings in answers()) {
        let findings = with(&unexposed(&findings), "dopaminergicWithdrawal", YES);
        for scope in SCOPES {
            let result = assess(&NMS, &findings, scope);
            if acted_on(&result) {
                prop_assert_eq!(first(&result), Some(RESTART));
            }
            prop_assert!(!in_plan(&result, STOP));
            for statement in ["S06", "S09", "S10"] {
                prop_assert!(!shows(&result, statement), "{} is shown", statement);
            }
        }
    }

    /// INV-02: In withdrawal alone, restarting the dopaminergic drug comes first; nothing says to stop it.
    #[test]
    fn inv_02_with_the_antagonist_unknown_the_restart_comes_first_and_the_stop_asks(findings in answers()) {
        let unknown = with(&with(&recent(&findings), "dopamineAntagonist", None), "agents", None);
        let findings = with(&unknown, "dopaminergicWithdrawal", YES);
        for scope in SCOPES {
            let result = assess(&NMS, &findings, scope);
            if acted_on(&result) {
                prop_assert_eq!(first(&result), Some(RESTART));
                prop_assert_eq!(verdict(&result, STOP).unwrap().status, Status::CheckFirst);
                prop_assert!(in_plan(&result, STOP));
            }
        }
    }

    /// INV-03: Where both apply, both stand: stop the antagonist and restart the agonist.
    #[test]
    fn inv_03_with_both_triggers_the_antagonist_is_stopped_and_the_agonist_restarted(findings in answers()) {
        let findings = with(&exposed(&findings), "dopaminergicWithdrawal", YES);
        for scope in SCOPES {
            let result = assess(&NMS, &findings, scope);
            if acted_on(&result) {
                let order: Vec<_> = advised(&result).into_iter().filter(|id| [STOP, RESTART].contains(id)).collect();
                prop_assert_eq!(order, [STOP, RESTART]);
            }
        }
    }

    /// INV-05: Supportive care is present at every severity.
    #[test]
    fn inv_05_supportive_care_is_present_at_every_severity(findings in answers()) {
        for scope in SCOPES {
            let result = assess(&NMS, &findings, scope);
            if acted_on(&result) {
                for statement in ["S07", "S14", "S15", "S34", "S46"] {
                    prop_assert!(shows(&result, statement), "{} is missing", statement);
                }
                // the benzodiazepine may ask for the airway, and is never gone
                prop_assert!(in_plan(&result, "give-benzodiazepine"));
            }
        }
    }

    /// INV-06: What is in the plan at a lower grade is in the plan at a higher one.
    #[test]
    fn inv_06_what_is_advised_stays_advised_as_the_patient_gets_worse(findings in answers(), worse in 0..WORSE.len()) {
        let (id, better, worse) = WORSE[worse];
        // a course that got better takes lines away, which is meant
        let findings = with(&findings, "trend", None);
        for (from, scope) in [(better(), Scope::All), (None, Scope::All), (better(), Scope::ArticleOnly), (None, Scope::ArticleOnly)] {
            let before = assess(&NMS, &with(&findings, id, from), scope);
            let after = assess(&NMS, &with(&findings, id, worse()), scope);
            prop_assert!(after.severity.grade >= before.severity.grade, "{} lowers the grade", id);
            for verdict in before.verdicts.iter().filter(|verdict| verdict.status == Status::Advised) {
                if matches!(verdict.rule.kind, Kind::Do | Kind::Avoid | Kind::Consider) && !may_ask_or_yield(verdict.rule.id) {
                    let replaced = REPLACED.iter().any(|(old, new)| *old == verdict.rule.id && in_plan(&after, new));
                    prop_assert!(replaced || is_advised(&after, verdict.rule.id), "{} is gone after {}", verdict.rule.id, id);
                }
            }
        }
    }

    /// INV-07: The psychiatric state never removes or postpones the stop.
    #[test]
    fn inv_07_the_psychiatric_state_never_removes_or_postpones_the_stop(findings in answers()) {
        const PSYCHIATRIC: [&str; 4] = ["agitation", "psychiatricConditionForEct", "catatoniaBeforeAntipsychotic", "physicalRestraint"];
        for scope in SCOPES {
            if !is_advised(&assess(&NMS, &exposed(&findings), scope), STOP) {
                continue;
            }
            for id in PSYCHIATRIC {
                for answer in [YES, NO, None] {
                    let result = assess(&NMS, &with(&exposed(&findings), id, answer), scope);
                    prop_assert_eq!(first(&result), Some(STOP));
                }
            }
        }
    }

    /// INV-08: Physical restraint is never recommended; with agitation, the line against it stands.
    #[test]
    fn inv_08_agitation_always_shows_the_line_against_restraint(findings in answers()) {
        for scope in SCOPES {
            let result = assess(&NMS, &with(&findings, "agitation", YES), scope);
            if acted_on(&result) {
                prop_assert!(is_advised(&result, "avoid-physical-restraint"));
                prop_assert!(shows(&result, "S12") && shows(&result, "S45"));
            }
        }
    }

    /// INV-24: Dantrolene is never the only therapy, and never above the stop and supportive care.
    #[test]
    fn inv_24_no_drug_stands_before_stopping_and_supportive_care(findings in answers()) {
        for scope in SCOPES {
            let result = assess(&NMS, &exposed(&findings), scope);
            let place = |id: &str| result.verdicts.iter().position(|verdict| verdict.rule.id == id).unwrap();
            for drug in DRUGS.iter().filter(|drug| in_plan(&result, drug)) {
                prop_assert!(shows(&result, "S14"), "fluids beside {}", drug);
                for before in [STOP, "start-supportive-care", "treat-without-waiting"] {
                    prop_assert!(is_advised(&result, before) && place(before) < place(drug), "{} before {}", before, drug);
                }
            }
        }
    }
}

/// A benzodiazepine asks for the airway as soon as breathing or consciousness fail; the drugs beside the supportive care
/// yield to what speaks against them, which is a sign of worsening too.
fn may_ask_or_yield(id: &str) -> bool {
    [
        "give-benzodiazepine",
        "consider-bromocriptine",
        "consider-amantadine",
        "consider-dantrolene",
        "consider-levodopa-carbidopa",
    ]
    .contains(&id)
}

type Answer = fn() -> Option<nms_advisor::engine::finding::Value>;

/// Steps by which a patient gets worse: from the first answer, or from not known, to the second.
const WORSE: &[(&str, Answer, Answer)] = &[
    ("temperature", || number(37.0), || number(39.0)),
    ("temperature", || number(39.0), || number(40.0)),
    ("temperature", || number(40.0), || number(41.2)),
    ("rigidity", || option("rigidity", "none"), || option("rigidity", "severe")),
    ("rigidityImpairsBreathing", || NO, || YES),
    ("mentalStatus", || option("mentalStatus", "alert"), || option("mentalStatus", "comatose")),
    ("heartRate", || number(80.0), || number(160.0)),
    ("systolic", || number(120.0), || number(70.0)),
    ("oxygenSaturation", || number(97.0), || number(80.0)),
    ("creatineKinase", || number(100.0), || number(90_000.0)),
    ("potassium", || number(4.0), || number(7.0)),
    ("ph", || number(7.4), || number(7.0)),
    ("rhabdomyolysis", || NO, || YES),
    ("acuteRenalFailure", || NO, || YES),
    ("metabolicAcidosis", || NO, || YES),
    ("seizures", || NO, || YES),
    ("disseminatedIntravascularCoagulation", || NO, || YES),
    ("respiratoryFailure", || NO, || YES),
    ("shock", || NO, || YES),
    ("sepsis", || NO, || YES),
    ("arrhythmia", || NO, || YES),
    ("persistentDespiteTreatment", || NO, || YES),
];

/// INV-04: The stop covers antiemetics and long-acting injections.
#[test]
fn inv_04_the_stop_covers_antiemetics_and_depot_injections() {
    let rule = NMS.rule(STOP).unwrap();
    for part in ["Antiemetics", "metoclopramide", "prochlorperazine", "promethazine", "droperidol", "depot"] {
        assert!(rule.beyond.contains(part), "the stop says nothing of: {part}");
    }
    assert!(rule.text.contains("every antipsychotic and dopamine antagonist"));
}

/// INV-02: In withdrawal alone, restarting the dopaminergic drug comes first; nothing says to stop it.
#[test]
fn inv_02_no_text_says_to_stop_a_dopaminergic_drug() {
    for rule in NMS.rules {
        for text in [rule.text, rule.detail, rule.beyond] {
            for sentence in text.to_lowercase().split(". ") {
                let stops = ["stop", "discontinu", "withhold"].iter().any(|word| sentence.contains(word));
                let dopaminergic = ["dopaminergic", "levodopa", "amantadine", "agonist", "bromocriptine"]
                    .iter()
                    .any(|word| sentence.contains(word));
                let about_the_antagonist =
                    sentence.contains("antagonist") || sentence.contains("never replace stopping the drug");
                let opposite = sentence.contains("opposite of a stop");
                let withheld =
                    rule.id == "know-bromocriptine-and-serotonin-toxicity" || rule.id == "stop-serotonergic-drugs";
                let never = ["never stop", "not stopped abruptly", "never stopped", "one stopped"]
                    .iter()
                    .any(|word| sentence.contains(word));
                // behind the word "avoid" the line speaks against stopping
                let avoided = rule.kind == Kind::Avoid;
                assert!(
                    !(stops && dopaminergic) || never || avoided || about_the_antagonist || opposite || withheld,
                    "{}: {sentence}",
                    rule.id
                );
            }
        }
    }
}

/// INV-06: What is in the plan at a lower grade is in the plan at a higher one.
#[test]
fn inv_06_every_grade_keeps_the_advice_of_the_grades_below() {
    let mild = serde_json::json!({ "dopamineAntagonist": true, "temperature": 37.8, "rigidity": "mild", "mentalStatus": "confused" });
    let moderate = serde_json::json!({ "dopamineAntagonist": true, "temperature": 39.0, "rigidity": "severe", "mentalStatus": "confused" });
    let severe = serde_json::json!({ "dopamineAntagonist": true, "temperature": 41.5, "rigidity": "severe", "mentalStatus": "confused", "seizures": true });
    for scope in [Scope::All, Scope::ArticleOnly] {
        let plans: Vec<Vec<_>> =
            [&mild, &moderate, &severe].iter().map(|case| advised(&assessed(case, scope))).collect();
        for (lower, higher) in [(0, 1), (1, 2)] {
            let gone: Vec<_> = plans[lower].iter().filter(|id| !plans[higher].contains(id)).collect();
            assert!(gone.is_empty(), "no longer advised: {gone:?}");
            assert!(plans[higher].len() > plans[lower].len());
        }
    }
}
