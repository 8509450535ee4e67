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
pub(crate) const LIMITS: [Limit; 5] = [
    Limit {
        what: "A sign is taken back as another finding gets worse",
        answers: r#"{ "dopamineAntagonist": true, "systolic": 90, "systolicBaseline": 72 }"#,
        then: r#"{ "systolic": 89 }"#,
        why: "A raised pressure is a cardinal sign, a low one is none. As the pressure falls below 90 mmHg and is no longer 25 % above the usual one, the grade rises to severe, and the suspicion, if it rested on that sign alone, is open again. INV-06 is claimed for a fall that leaves the computed rise where it was.",
        so: |before, after| {
            let (before, after) = (before(Scope::All), after(Scope::All));
            let worse = before.severity.grade < Some(Grade::Severe) && after.severity.grade == Some(Grade::Severe);
            worse && is_advised(&before, STOP) && !in_plan(&after, STOP)
        },
    },
    Limit {
        what: "An answer that speaks against a known one raises the grade",
        answers: r#"{ "temperature": 38.0 }"#,
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
    Limit {
        what: "The line on both drugs is advised while what speaks against each of them was not asked for",
        answers: r#"{ "dopamineAntagonist": true, "temperature": 41.1 }"#,
        then: "",
        why: "The line names bromocriptine and/or dantrolene and is withheld once something is known to speak against one of them. While that is unknown it is advised without a question, and the questions stand on each drug's own line below it, which asks; INV-25 is claimed for those lines.",
        so: |before, _| {
            let result = before(Scope::All);
            let own = ["consider-bromocriptine", "consider-dantrolene"];
            let asks = own.iter().all(|id| in_plan(&result, id) && !is_advised(&result, id));
            asks && is_advised(&result, "consider-bromocriptine-or-dantrolene")
        },
    },
    Limit {
        what: "Critical care is called over all sources and not in the article's view",
        answers: r#"{ "dopamineAntagonist": true, "temperature": 38.5 }"#,
        then: "",
        why: "Moderate by our own criteria, not by the article's; that view names the higher grade in its first line. From 40.0 °C both views call. Safety lines are claimed to agree wherever the grades do, and wherever they do not ask for the grade.",
        so: |before, _| {
            let [all, article] =
                [Scope::All, Scope::ArticleOnly].map(|scope| is_advised(&before(scope), "call-critical-care"));
            all && !article && before(Scope::ArticleOnly).severity.over_all == Some(Grade::Moderate)
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
