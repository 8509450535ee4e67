//! Where a stronger claim would be false: answers that the proofs found, with what they do and why it is so.
//!
//! Each is checked against the program, so that a row goes when the rules change.

use nms_advisor::engine::assessment::{Assessment, Scope};
use nms_advisor::engine::rule::Grade;
use serde_json::Value as Json;

use crate::support::{assessed, in_plan, is_advised};

/// The assessment of some answers in a view.
type View<'a> = &'a dyn Fn(Scope) -> Assessment;

/// Answers for which something does not hold that one might expect.
pub(crate) struct Limit {
    /// What does not hold.
    pub(crate) what: &'static str,
    /// The answers.
    pub(crate) answers: &'static str,
    /// What is then answered in addition or instead; may be empty.
    pub(crate) then: &'static str,
    /// Why it is so, and what is claimed instead.
    pub(crate) why: &'static str,
    /// Whether it is so.
    so: fn(View, View) -> bool,
}

const STOP: &str = "discontinue-dopamine-antagonists";

/// Every limit.
pub(crate) const LIMITS: [Limit; 3] = [
    Limit {
        what: "A sign is taken back as another finding gets worse",
        answers: r#"{ "dopamineAntagonist": true, "rigidity": "mild", "temperature": 37.0, "mentalStatus": "alert", "systolic": 90, "systolicBaseline": 72 }"#,
        then: r#"{ "systolic": 89 }"#,
        why: "A raised pressure is an item of lability, a low one is none. As the pressure falls below 90 mmHg and is no longer 25 % above the usual one, the grade rises to severe, and the suspicion, if its pattern rested on that item, falls to one sign to check. INV-06 is claimed for a fall that leaves the computed rise where it was.",
        so: |before, after| {
            let (before, after) = (before(Scope::All), after(Scope::All));
            let worse = before.severity.grade < Some(Grade::Severe) && after.severity.grade == Some(Grade::Severe);
            worse && is_advised(&before, STOP) && !in_plan(&after, STOP)
        },
    },
    Limit {
        what: "An answer that speaks against a known one raises the grade",
        answers: r#"{ "temperature": 38.0, "creatineKinase": 1001 }"#,
        then: r#"{ "hyperthermiaTwice": true }"#,
        why: "A temperature of 38.0 °C or less rules hyperthermia out for the grade, although it was not asked whether it was higher on two occasions; that question is then not named beside the grade. A later yes counts as a contradiction, wins, and raises the grade.",
        so: |before, after| {
            let (before, after) = (before(Scope::All), after(Scope::All));
            let asked = before.severity.missing.contains(&crate::support::key("hyperthermiaTwice"));
            !asked && before.severity.grade < after.severity.grade && !after.conflicts.is_empty()
        },
    },
    Limit {
        what: "Antagonist ruled out, withdrawal not asked for: neither stop nor restart is in the plan",
        answers: r#"{ "dopamineAntagonist": false, "temperature": 41.1, "rigidity": "severe" }"#,
        then: "",
        why: "The syndrome counts as possible, and drugs beside the supportive care are in the plan. On the trigger, only the search for it stands above them; INV-24 claims that it does.",
        so: |before, _| {
            let result = before(Scope::All);
            let neither = !in_plan(&result, STOP) && !in_plan(&result, "restart-dopaminergic-drug");
            neither && in_plan(&result, "consider-dantrolene") && is_advised(&result, "find-the-exposure")
        },
    },
];

#[test]
fn every_limit_is_as_the_safety_case_says() {
    for limit in LIMITS {
        let answers: Json = serde_json::from_str(limit.answers).unwrap();
        let mut later = answers.clone();
        if let Ok(Json::Object(then)) = serde_json::from_str(limit.then) {
            later.as_object_mut().unwrap().extend(then);
        }
        let so = (limit.so)(&|scope| assessed(&answers, scope), &|scope| assessed(&later, scope));
        assert!(so, "no longer so, take the row out and claim more: {}", limit.what);
    }
}
