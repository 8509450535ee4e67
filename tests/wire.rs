//! The JSON contract: golden answers, their shape, and that equal input gives equal output.
//!
//! `UPDATE_EXPECT=1 cargo test --test wire` rewrites the files in `tests/wire`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test stops by panicking, and asks for one variant at a time"
)]

mod support;

use std::collections::BTreeSet;

use expect_test::{ExpectFile, expect_file};
use nms_advisor::answer::Sent;
use nms_advisor::engine::finding::FindingKind;
use nms_advisor::guideline::NMS;
use nms_advisor::wire;
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use support::sent;

/// Every key of the contract, with the type it takes.
const KEYS: &[(&str, &str)] = &[
    (
        "number",
        "ageYears weight hoursSinceLastDose hoursSinceChange hoursSinceDopaminergicStopped coolingMinutes qtc temperature heartRate heartRateBaseline respiratoryRate respiratoryRateBaseline systolic diastolic systolicBaseline diastolicBaseline oxygenSaturation glasgowComaScale creatineKinase creatineKinaseUpperLimit whiteCells platelets potassium bicarbonate lactate sodium glucose estimatedGfr creatinine creatinineBaseline ph inr fibrinogen alt ast urineOutput dantroleneGiven24h",
    ),
    (
        "boolean",
        "ventilated vasopressor signsBeforeDrug dialysis sedativeWithdrawal muscleInjury pregnant dopamineAntagonist longActingInjection dopaminergicWithdrawal serotonergicDrug anticholinergicDrug baclofenWithdrawal heatExposure lithium stimulantUse volatileAnaesthetic parkinsonDisease previousNms catatoniaBeforeAntipsychotic ergotAllergy uncontrolledHypertension vascularHistory preEclampsia postpartum heartFailure liverDisease epilepsy cyp3a4Inhibitor hyperthermiaTwice risingDespiteCooling bloodPressureLabile bloodPressureRaised hypermetabolism supplementalOxygen arrhythmia rigidityImpairsBreathing agitation physicalRestraint diaphoresis drySkin sialorrhoea tremor myoclonus incontinence urinaryRetention mutism dysphagia catatonia dyskinesia masseterSpasm endTidalCarbonDioxideRising itchWithoutRash neckStiffness focalNeurology hyperreflexia spontaneousClonus inducibleClonus ocularClonus hyperkalaemicEcg myoglobinuria rhabdomyolysis acuteRenalFailure metabolicAcidosis seizures disseminatedIntravascularCoagulation respiratoryFailure shock sepsis workUpNegative persistentDespiteTreatment psychiatricConditionForEct resolved",
    ),
    (
        "choice",
        "sex calciumChannelBlocker temperatureSite rigidity mentalStatus pupils bowelSounds dantroleneFormulation trend",
    ),
    ("agents", "agents dopaminergicAgents"),
    ("rules", "treatmentsGiven treatmentsNotPossible"),
    ("date", "resolvedOn"),
];

/// Units of the contract that are accepted beside the stored one.
const UNITS: &[(&str, &str, &str)] = &[
    ("temperature", "Cel", "[degF]"),
    ("weight", "kg", "[lb_av]"),
    ("hoursSinceLastDose", "h", "d"),
    ("hoursSinceChange", "h", "d"),
    ("hoursSinceDopaminergicStopped", "h", "d"),
    ("systolic", "mm[Hg]", "kPa"),
    ("diastolicBaseline", "mm[Hg]", "kPa"),
    ("creatineKinase", "U/L", "ukat/L"),
    ("creatineKinaseUpperLimit", "U/L", "ukat/L"),
    ("whiteCells", "10*3/uL", "10*9/L"),
    ("platelets", "10*3/uL", "/uL"),
    ("potassium", "mmol/L", "meq/L"),
    ("sodium", "mmol/L", "meq/L"),
    ("glucose", "mmol/L", "mg/dL"),
    ("creatinine", "umol/L", "mg/dL"),
    ("fibrinogen", "g/L", "mg/dL"),
    ("urineOutput", "mL/kg/h", "mL/h"),
];

fn assess(findings: &Json, options: &Json) -> Json {
    serde_json::from_str(&assess_text(findings, options)).unwrap()
}

fn assess_text(findings: &Json, options: &Json) -> String {
    let entries = |value: &Json| {
        value.as_object().unwrap().iter().map(|(key, value)| (key.clone(), sent(value))).collect::<Vec<_>>()
    };
    text_of(&entries(findings), &entries(options))
}

fn text_of(findings: &[(String, Sent)], options: &[(String, Sent)]) -> String {
    let findings = findings.iter().map(|(key, sent)| (key.as_str(), sent.clone()));
    let options = options.iter().map(|(key, sent)| (key.as_str(), sent.clone()));
    serde_json::to_string_pretty(&wire::assess_sent(&NMS, findings, options)).unwrap() + "\n"
}

fn golden(file: &ExpectFile, findings: &Json, options: &Json) -> Json {
    let text = assess_text(findings, options);
    file.assert_eq(&text);
    serde_json::from_str(&text).unwrap()
}

fn mild() -> Json {
    json!({ "dopamineAntagonist": true, "agents": ["risperidone"], "temperature": 37.9, "rigidity": "mild", "mentalStatus": "confused", "diaphoresis": true })
}

fn severe() -> Json {
    json!({ "dopamineAntagonist": true, "agents": ["haloperidol"], "temperature": { "value": 106, "unit": "[degF]" }, "rigidity": "severe",
            "mentalStatus": "stuporous", "creatineKinase": 28900, "rhabdomyolysis": true, "acuteRenalFailure": true, "treatmentsGiven": ["start-supportive-care"] })
}

#[test]
fn nothing_answered_gives_a_neutral_answer() {
    let answer = golden(&expect_file!["wire/empty.json"], &json!({}), &json!({}));
    assert_eq!(answer["suspicion"], "incomplete");
    assert_eq!(answer["severity"]["grade"], Json::Null);
    assert!(
        answer["recommendations"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["status"] == "check-first" && row["pending"] == "indication")
    );
    assert_eq!((answer["issues"].clone(), answer["conflicts"].clone()), (json!([]), json!([])));
}

#[test]
fn a_mild_case() {
    let answer = golden(&expect_file!["wire/mild.json"], &mild(), &json!({}));
    assert_eq!((&answer["severity"]["grade"], &answer["severity"]["atLeast"]), (&json!("mild"), &json!(true)));
    let advised = answer["recommendations"].as_array().unwrap().iter().find(|row| row["status"] == "advised").unwrap();
    assert_eq!(advised["id"], "discontinue-dopamine-antagonists");
}

#[test]
fn a_severe_case() {
    let answer = golden(&expect_file!["wire/severe.json"], &severe(), &json!({}));
    assert_eq!(answer["severity"]["grade"], "severe");
    let done: Vec<_> = answer["recommendations"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["given"] == true)
        .map(|row| row["id"].clone())
        .collect();
    assert_eq!(done, ["start-supportive-care"], "what was carried out is shown as done, not dropped");
}

#[test]
fn a_bag_of_wrong_input_is_reported_entry_by_entry_and_counts_as_unknown() {
    let mut bag: Vec<(String, Sent)> = json!({
        "temprature": 39, "": 1, "heartRate": "120", "temperature": 420, "systolic": { "value": 120, "unit": "bar" },
        "potassium": { "value": { "value": 6 }, "unit": "mmol/L" }, "rigidity": "lead pipe", "mentalStatus": 3, "diaphoresis": "yes",
        "agents": ["haloperidol", "unobtainium", 7], "dopaminergicAgents": "levodopa", "resolvedOn": "2026-02-30", "treatmentsGiven": ["no-such-rule"],
        "creatinine": [80], "seizures": null, "glasgowComaScale": 2, "weight": true, "urineOutput": { "value": 30, "unit": "mL/h" },
        "sodium": {}, "ageYears": -1
    })
    .as_object()
    .unwrap()
    .iter()
    .map(|(key, value)| (key.clone(), sent(value)))
    .collect();
    bag.push(("creatineKinase".into(), Sent::Number(f64::NAN)));
    bag.push(("platelets".into(), Sent::Number(f64::INFINITY)));
    bag.push(("ph".into(), Sent::Other("a function".into())));
    let options: Vec<(String, Sent)> = vec![
        ("basis".into(), Sent::Text("both".into())),
        ("today".into(), Sent::Number(1.0)),
        ("verbose".into(), Sent::Boolean(true)),
    ];
    let text = text_of(&bag, &options);
    expect_file!["wire/bad-input.json"].assert_eq(&text);
    let answer: Json = serde_json::from_str(&text).unwrap();
    let reported: BTreeSet<&str> =
        answer["issues"].as_array().unwrap().iter().map(|row| row["finding"].as_str().unwrap()).collect();
    let fine = ["seizures"];
    for (key, _) in bag.iter().filter(|(key, _)| !fine.contains(&key.as_str())) {
        assert!(reported.contains(key.as_str()), "`{key}` is not reported");
    }
    assert_eq!(reported.iter().filter(|key| key.starts_with("options.")).count(), 3);
    assert_eq!(answer["severity"]["grade"], Json::Null, "nothing else counts");
}

#[test]
fn the_known_agent_among_unknown_ones_still_counts() {
    for (agents, suspicion) in
        [(json!(["haloperidol", "unobtainium", 7]), "suspected"), (json!(["unobtainium", 7]), "possible")]
    {
        let answer = assess(&json!({ "agents": agents, "temperature": 39.5, "rigidity": "severe" }), &json!({}));
        assert_eq!(answer["suspicion"], suspicion, "{agents}");
        let exposed =
            |row: &Json| row["finding"] == "agents" && row["answer"] == "haloperidol" && row["truth"] == "met";
        let explained = answer["suspicionExplanation"].as_array().unwrap().iter().any(exposed);
        assert_eq!(explained, suspicion == "suspected", "{agents}");
    }
}

#[test]
fn by_the_article_alone_a_higher_grade_over_all_sources_is_named() {
    let case = json!({ "dopamineAntagonist": true, "temperature": 40.4, "rigidity": "mild", "heartRate": 130 });
    let answer = golden(&expect_file!["wire/article-only.json"], &case, &json!({ "basis": "article" }));
    assert_eq!(
        (&answer["severity"]["grade"], &answer["severity"]["gradeOverAllBases"]),
        (&json!("mild"), &json!("severe"))
    );
    let safety = |row: &Json| NMS.rule(row["id"].as_str().unwrap()).unwrap().safety;
    assert!(answer["recommendations"].as_array().unwrap().iter().all(|row| row["basis"] == "article" || safety(row)));
}

#[test]
fn every_rule_is_listed_once_where_all_verdicts_are_asked_for() {
    let answer = assess(&mild(), &json!({ "verdicts": "all" }));
    let ids: Vec<&str> =
        answer["recommendations"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!((ids.len(), unique.len()), (NMS.rules.len(), NMS.rules.len()));
}

proptest! {
    #![proptest_config(support::generated::config())]

    #[test]
    fn the_order_of_the_keys_changes_nothing(findings in support::generated::answers(), turn in 0..100_usize) {
        let answers = serde_json::to_value(wire::findings(&NMS, &findings)).unwrap();
        let mut entries: Vec<(String, Sent)> = answers.as_object().unwrap().iter().map(|(key, value)| (key.clone(), sent(value))).collect();
        entries.push(("zebra".into(), Sent::Boolean(true)));
        entries.push(("aardvark".into(), Sent::Boolean(true)));
        let straight = text_of(&entries, &[]);
        let turn = turn % entries.len();
        entries.rotate_left(turn);
        entries.reverse();
        prop_assert_eq!(straight, text_of(&entries, &[]));
    }
}

#[path = "wire/shape.rs"]
mod shape;

#[path = "wire/text.rs"]
mod text;

#[path = "wire/alone.rs"]
mod alone;
