//! INV-15 to INV-22: missing, normal or unrelated answers never lower the severity or the urgency.

use nms_advisor::engine::assessment::{Assessment, Scope, Status, assess};
use nms_advisor::engine::criterion::Truth;
use nms_advisor::engine::derived::Suspicion;
use nms_advisor::engine::finding::{FindingKind, Findings, Value};
use nms_advisor::engine::rule::{Grade, Kind, Urgency};
use nms_advisor::guideline::NMS;
use nms_advisor::panel::panel;
use proptest::prelude::*;

use crate::support::clinical::{LOOK_ALIKE, NO_SIGN, NORMAL, TAKES_AWAY};
use crate::support::generated::{all_findings, answers, candidates, config};
use crate::support::{NO, SCOPES, YES, advised, findings as from_json, is_advised, key, number, option, shows, with};

fn normals() -> Vec<(&'static str, Option<Value>)> {
    let signs =
        NMS.findings.iter().filter(|finding| finding.kind == FindingKind::Boolean && !NO_SIGN.contains(&finding.id));
    let mut list: Vec<_> = signs.map(|finding| (finding.id, NO)).collect();
    list.extend(NORMAL.iter().map(|(id, value)| (*id, number(*value))));
    list.push(("rigidity", option("rigidity", "none")));
    list.push(("mentalStatus", option("mentalStatus", "alert")));
    list
}

fn grade(findings: &Findings, scope: Scope) -> Option<Grade> {
    assess(&NMS, findings, scope).severity.grade
}

/// The advice that matters now, as it stands in the plan.
fn urgent(result: &Assessment) -> Vec<&'static str> {
    let of =
        result.plan().filter(|verdict| verdict.rule.urgency == Urgency::Critical && verdict.status != Status::Withheld);
    of.map(|verdict| verdict.rule.id).collect()
}

/// These hold only while a trigger is not ruled out or not found; possible holds only while it is unknown.
const OPEN: [&str; 13] = [
    "exclude-infection",
    "avoid-antipyretics-as-treatment",
    "consider-ect-when-not-improving",
    "consider-levodopa-carbidopa",
    "check-for-malignant-hyperthermia",
    "treat-malignant-catatonia",
    "escalate-when-cooling-fails",
    "look-for-another-cause",
    "find-the-exposure",
    "discontinue-dopamine-antagonists",
    "delay-rechallenge",
    "obtain-consent-for-rechallenge",
    "plan-any-later-antipsychotic",
];

proptest! {
    #![proptest_config(config())]

    /// INV-15: Missing data never lowers severity or urgency.
    #[test]
    fn inv_15_unknown_is_never_treated_as_normal(findings in answers(), at in 0..normals().len()) {
        let (id, normal) = normals()[at];
        // what is normal beside a usual value of the patient's own is another question: 75 mmHg is raised above a usual 10
        let usual = ["Baseline", "UpperLimit"].map(|suffix| format!("{id}{suffix}"));
        let findings = usual.iter().filter(|usual| NMS.find(usual).is_some()).fold(findings.clone(), |known, usual| with(&known, usual, None));
        for scope in SCOPES {
            let unknown = assess(&NMS, &with(&findings, id, None), scope);
            let known = assess(&NMS, &with(&findings, id, normal), scope);
            // no grade at all is no lower grade: it says that nothing is known yet
            prop_assert!(unknown.severity.grade >= known.severity.grade || unknown.severity.grade.is_none() && known.severity.grade == Some(Grade::Mild));
            let gone: Vec<_> = urgent(&known).into_iter().filter(|rule| !urgent(&unknown).contains(rule)).collect();
            // a normal answer may complete the question of who is suspected; it never makes anything urgent that it does not explain
            prop_assert!(gone.iter().all(|rule| *rule == "look-for-another-cause"), "{:?} only with {} normal", gone, id);
        }
    }

    /// INV-15: Missing data never lowers severity or urgency.
    #[test]
    fn inv_15_an_abnormal_answer_never_grades_lower_than_none_or_a_normal_one(findings in answers(), at in 0..NMS.findings.len()) {
        let finding = &NMS.findings[at];
        for scope in SCOPES.iter().filter(|_| finding.kind == FindingKind::Boolean) {
            let [yes, unknown, no] = [YES, None, NO].map(|answer| grade(&with(&findings, finding.id, answer), *scope));
            prop_assert!(yes >= unknown && yes >= no, "{}", finding.id);
        }
    }

    /// INV-15: Missing data never lowers severity or urgency.
    #[test]
    fn inv_15_what_is_called_for_with_a_bound_stays_so_with_every_value_of_it(findings in answers(), draws in prop::collection::vec(any::<u16>(), NMS.findings.len())) {
        // a course that got better yields to a sign that is worse, which is meant
        let findings = with(&findings, "trend", None);
        let mut exact = findings.clone();
        for (index, draw) in all_findings().zip(draws) {
            let Some(Value::Between(low, high)) = findings.get(index) else { continue };
            if TAKES_AWAY.contains(&NMS.finding_id(index)) {
                continue;
            }
            let tried = candidates(index).into_iter().filter_map(|value| value.range()).map(|range| range.0);
            let within: Vec<_> = [low, high].into_iter().chain(tried).filter(|at| low <= *at && *at <= high).collect();
            exact.set(index, Some(Value::Number(within[usize::from(draw) % within.len()])));
        }
        for scope in SCOPES {
            let (before, after) = (assess(&NMS, &findings, scope), assess(&NMS, &exact, scope));
            prop_assert!(after.severity.grade >= before.severity.grade, "a number lowers the grade that its bound had");
            for verdict in &before.verdicts {
                let later = after.verdicts.iter().find(|later| later.rule.id == verdict.rule.id).unwrap();
                if verdict.truth == Truth::Met && !OPEN.contains(&verdict.rule.id) && ![Suspicion::Possible, Suspicion::Check].contains(&before.suspicion) {
                    prop_assert_eq!(later.truth, Truth::Met, "{}", verdict.rule.id);
                }
            }
        }
    }

    /// INV-15: Missing data never lowers severity or urgency.
    #[test]
    fn inv_15_below_severe_a_missing_answer_is_named_and_the_label_says_at_least(findings in answers()) {
        const ASKED: [&str; 5] = ["rigidityImpairsBreathing", "mentalStatus", "potassium", "oxygenSaturation", "seizures"];
        let result = assess(&NMS, &findings, Scope::All);
        let shown = panel(&NMS, result.clone(), vec![], vec![], nms_advisor::panel::Given::default());
        if let Some(grade) = result.severity.grade.filter(|grade| *grade < Grade::Severe) {
            for id in ASKED.iter().filter(|id| findings.get(key(id)).is_none()) {
                // a coma scale above 8 does not tell the mental status, and so on: each is named by itself
                prop_assert!(result.severity.missing.contains(&key(id)), "{} is not named", id);
                prop_assert_eq!(&shown.severity.text, &format!("At least {}", grade.id()));
                prop_assert!(shown.severity.missing.contains(NMS.finding(key(id)).unwrap().label));
            }
        }
    }

    /// INV-15: Missing data never lowers severity or urgency.
    #[test]
    fn inv_15_what_is_called_for_stays_so_whatever_the_missing_answers_turn_out_to_be(findings in answers(), other in answers()) {
        // a course that got better yields to a sign that is worse, which is meant
        let findings = with(&findings, "trend", None);
        // every answer of the second set fills a gap of the first
        let mut fuller = findings.clone();
        for index in all_findings().filter(|index| findings.get(*index).is_none() && !TAKES_AWAY.contains(&NMS.finding_id(*index))) {
            fuller.set(index, other.get(index));
        }
        for scope in SCOPES {
            let (before, after) = (assess(&NMS, &findings, scope), assess(&NMS, &fuller, scope));
            prop_assert!(after.severity.grade >= before.severity.grade, "a new answer lowers the grade");
            for verdict in &before.verdicts {
                let later = after.verdicts.iter().find(|later| later.rule.id == verdict.rule.id).unwrap();
                if verdict.truth == Truth::Met && !OPEN.contains(&verdict.rule.id) && ![Suspicion::Possible, Suspicion::Check].contains(&before.suspicion) {
                    prop_assert_eq!(later.truth, Truth::Met, "{}", verdict.rule.id);
                }
            }
        }
    }

    /// INV-16: A normal laboratory result never removes what the signs require.
    #[test]
    fn inv_16_no_laboratory_result_removes_what_the_signs_require(findings in answers(), ck in prop::sample::select(vec![0.0, 100.0, 799.0, 1000.0, 90_000.0])) {
        const LABORATORY: [&str; 8] = ["creatineKinase", "whiteCells", "alt", "ast", "platelets", "sodium", "lactate", "glucose"];
        for scope in SCOPES {
            // a course that got better yields to a result that is worse, which is meant
            let findings = with(&findings, "trend", None);
            let before = assess(&NMS, &LABORATORY.iter().fold(findings.clone(), |known, id| with(&known, id, None)), scope);
            let normal = LABORATORY.iter().fold(findings.clone(), |known, id| {
                let value = NORMAL.iter().find(|(name, _)| name == id).unwrap().1;
                with(&known, id, number(if *id == "creatineKinase" { ck } else { value }))
            });
            let after = assess(&NMS, &normal, scope);
            let raised = after.suspicion.acted_on() == Some(true) || after.suspicion == Suspicion::Check;
            prop_assert!(before.suspicion == after.suspicion || raised && ck > 500.0);
            // more is known to be wrong: other lines take the place of these
            let instead = ["hold-dopamine-antagonists", "examine-now", "consider-ect-when-not-improving", "treat-malignant-catatonia"];
            let gone: Vec<_> = advised(&before).into_iter().filter(|id| !is_advised(&after, id) && !instead.contains(id)).collect();
            prop_assert!(gone.is_empty(), "{:?} is gone", gone);
        }
    }

    /// INV-17: A higher temperature never grades lower; above 41.1 °C and from 40.0 °C the emergency lines stand.
    #[test]
    fn inv_17_a_higher_temperature_never_grades_lower(findings in answers(), low in 200_u16..=470, high in 200_u16..=470) {
        let (low, high) = (low.min(high), low.max(high));
        for scope in SCOPES {
            let at = |tenths: u16| with(&findings, "temperature", number(f64::from(tenths) / 10.0));
            prop_assert!(grade(&at(high), scope) >= grade(&at(low), scope));
        }
    }

    /// INV-17: A higher temperature never grades lower; above 41.1 °C and from 40.0 °C the emergency lines stand.
    #[test]
    fn inv_17_above_41_1_sedation_paralysis_and_intubation_and_from_40_critical_care(findings in answers(), tenths in 200_u16..=470) {
        // the airway is not yet secured, and nothing gets better by itself
        let findings = with(&with(&findings, "ventilated", None), "trend", None);
        let findings = with(&findings, "temperature", number(f64::from(tenths) / 10.0));
        for scope in SCOPES {
            let result = assess(&NMS, &findings, scope);
            for statement in ["S28", "S29", "S30"] {
                prop_assert_eq!(shows(&result, statement), tenths > 411, "{} at {} tenths", statement, tenths);
            }
            prop_assert!(tenths < 400 || is_advised(&result, "call-critical-care"));
            let acted_on = result.suspicion.acted_on() == Some(true);
            let from = if acted_on { 381 } else { 400 };
            prop_assert!(tenths < from || is_advised(&result, "cool-externally"));
        }
    }

    /// INV-18: Every complication of the severe column forces the grade severe and shows its line.
    #[test]
    fn inv_18_every_complication_forces_severe(findings in answers(), at in 0..SEVERE.len()) {
        let complication = from_json(&serde_json::from_str(SEVERE[at]).unwrap());
        let mut findings = findings.clone();
        for index in all_findings() {
            if let Some(answer) = complication.get(index) {
                findings.set(index, Some(answer));
            }
        }
        prop_assert_eq!(grade(&findings, Scope::All), Some(Grade::Severe), "{}", SEVERE[at]);
    }

    /// INV-18: Every complication of the severe column forces the grade severe and shows its line.
    #[test]
    fn inv_18_every_trigger_of_a_complication_shows_its_line(findings in answers(), at in 0..TRIGGERS.len()) {
        let (id, value, line) = TRIGGERS[at];
        let result = assess(&NMS, &with(&findings, id, number(value)), Scope::All);
        prop_assert!(is_advised(&result, line), "{} {} without {}", id, value, line);
    }

    /// INV-19: Another diagnosis never removes the syndrome or lowers the urgency.
    #[test]
    fn inv_19_another_diagnosis_never_removes_the_syndrome_or_lowers_the_urgency(findings in answers(), at in 0..LOOK_ALIKE.len()) {
        for scope in SCOPES {
            let other = assess(&NMS, &with(&findings, LOOK_ALIKE[at], YES), scope);
            let without = assess(&NMS, &with(&findings, LOOK_ALIKE[at], NO), scope);
            prop_assert_eq!(other.suspicion, without.suspicion);
            prop_assert!(other.severity.grade >= without.severity.grade);
            // malignant hyperthermia, once it has a sign, is the other cause
            let found = |rule: &&str| *rule == "look-for-another-cause" && is_advised(&other, "treat-as-malignant-hyperthermia");
            let gone: Vec<_> = urgent(&without).into_iter().filter(|rule| !urgent(&other).contains(rule) && !found(rule)).collect();
            prop_assert!(gone.is_empty(), "{:?} is gone with {}", gone, LOOK_ALIKE[at]);
        }
    }

    /// INV-22: Treatment without waiting for confirmation is shown wherever the syndrome is suspected.
    #[test]
    fn inv_22_do_not_wait_for_confirmation_stands_whenever_suspected(findings in answers()) {
        for scope in SCOPES {
            let result = assess(&NMS, &findings, scope);
            let suspected = matches!(result.suspicion, Suspicion::Suspected | Suspicion::Possible);
            prop_assert_eq!(shows(&result, "S46"), suspected);
        }
    }
}

/// Each of them alone is severe over all sources.
const SEVERE: &[&str] = &[
    r#"{ "temperature": 41.2 }"#,
    r#"{ "temperature": 40.0, "rigidity": "moderate" }"#,
    r#"{ "temperature": 40.0, "creatineKinase": 1001 }"#,
    r#"{ "rigidity": "severe", "mentalStatus": "stuporous" }"#,
    r#"{ "ageYears": 12, "heartRate": 121, "rigidity": "severe" }"#,
    r#"{ "creatineKinase": 5001, "glasgowComaScale": 10 }"#,
    r#"{ "rigidityImpairsBreathing": true }"#,
    r#"{ "mentalStatus": "comatose" }"#,
    r#"{ "glasgowComaScale": 8 }"#,
    r#"{ "rhabdomyolysis": true, "acuteRenalFailure": true }"#,
    r#"{ "acuteRenalFailure": true }"#,
    r#"{ "creatinine": 200, "creatinineBaseline": 100 }"#,
    r#"{ "urineOutput": 0.29 }"#,
    r#"{ "metabolicAcidosis": true }"#,
    r#"{ "ph": 7.29, "bicarbonate": 21.9 }"#,
    r#"{ "ph": 7.2 }"#,
    r#"{ "lactate": 4.1 }"#,
    r#"{ "seizures": true }"#,
    r#"{ "disseminatedIntravascularCoagulation": true }"#,
    r#"{ "potassium": 6.0 }"#,
    r#"{ "hyperkalaemicEcg": true }"#,
    r#"{ "respiratoryFailure": true }"#,
    r#"{ "oxygenSaturation": 89.9 }"#,
    r#"{ "shock": true }"#,
    r#"{ "vasopressor": true }"#,
    r#"{ "systolic": 89 }"#,
    r#"{ "sepsis": true }"#,
];

const TRIGGERS: &[(&str, f64, &str)] = &[
    ("potassium", 5.5, "watch-hyperkalaemia"),
    ("potassium", 6.6, "discuss-renal-replacement"),
    ("ph", 7.2, "discuss-renal-replacement"),
    ("creatineKinase", 5001.0, "watch-kidneys-at-high-creatine-kinase"),
    ("platelets", 99.0, "watch-coagulation-now"),
    ("inr", 1.6, "watch-coagulation-now"),
    ("fibrinogen", 1.4, "watch-coagulation-now"),
];

/// INV-21: The empty form is neutral.
#[test]
fn inv_21_the_empty_form_is_neutral() {
    for scope in SCOPES {
        let result = assess(&NMS, &NMS.no_findings(), scope);
        let shown = panel(&NMS, result.clone(), vec![], vec![], nms_advisor::panel::Given::default());
        assert_eq!(result.suspicion, Suspicion::Incomplete);
        assert_eq!(result.severity.grade, None);
        assert_eq!(advised(&result), Vec::<&str>::new());
        assert!(shown.groups.is_empty(), "nothing is in the plan");
        assert_eq!(shown.severity.text, "Severity: not known yet");
        assert!(shown.suspicion.detail.contains("Unknown is not normal"));
    }
}

/// INV-15: Missing data never lowers severity or urgency.
#[test]
fn inv_15_the_plan_has_no_kind_that_a_filled_gap_could_turn_into_reassurance() {
    // every kind is advice, a warning or background; there is none for "all is well"
    for rule in NMS.rules {
        assert!(matches!(
            rule.kind,
            Kind::Do | Kind::Avoid | Kind::Consider | Kind::Monitor | Kind::Watch | Kind::Note
        ));
        let text = format!("{} {}", rule.text, rule.detail).to_lowercase();
        for word in ["no need", "is safe to", "can be ruled", "benign", "harmless"] {
            assert!(!text.contains(word), "{}: {word}", rule.id);
        }
    }
}
