//! Published case reports and vignettes, as coded in `published.json` with their sources. Nobody on the project wrote the
//! cases; the coding of free text into answers and the expectations are the project's.

use nms_advisor::engine::assessment::{Assessment, Scope, Status, assess};
use nms_advisor::engine::finding::Value;
use nms_advisor::engine::rule::Grade;
use nms_advisor::guideline::NMS;
use serde::Deserialize;
use serde_json::{Map, Value as Json};

use crate::support::{YES, is_advised, key, path, read, shows};

#[derive(Deserialize)]
struct Published {
    id: String,
    source: String,
    diagnosis: String,
    /// Whether the plan is acted on, whatever becomes of the rules.
    #[serde(default)]
    gate: bool,
    /// Whether the case stands for the syndrome; look-alikes and vignettes do not.
    nms: bool,
    findings: Map<String, Json>,
    article: Expected,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Expected {
    tier: Option<String>,
    accept_tiers: Vec<String>,
    confidence: String,
    advised: Vec<Vec<String>>,
    not_advised: Vec<String>,
}

/// Statements on drugs, electroconvulsive therapy, cooling and paralysis: check first is as good as advised while a
/// deciding answer is unknown.
const MAY_WAIT: &[&str] = &["S13", "S18", "S21", "S28", "S29", "S30", "S32", "S51", "S52", "S53", "S54"];

/// Expectations that do not carry over: case, what, and why.
const NOT_CARRIED_OVER: &[(&str, &str, &str)] = &[];

fn cases() -> Vec<Published> {
    serde_json::from_str(&std::fs::read_to_string(path("tests/cases/published.json")).unwrap()).unwrap()
}

/// Every case: its id, whether it stands for the syndrome, and its answers.
pub(crate) fn told() -> impl Iterator<Item = (String, bool, Map<String, Json>)> {
    cases().into_iter().map(|case| (case.id, case.nms, case.findings))
}

/// The cases that are acted on, whatever becomes of the rules.
pub(crate) fn acted_on() -> impl Iterator<Item = (String, Map<String, Json>)> {
    cases().into_iter().filter(|case| case.gate).map(|case| (case.id, case.findings))
}

fn by_article(case: &Published) -> Assessment {
    let reading = read(&case.findings);
    assert_eq!(reading.issues, [], "{}: every answer is usable", case.id);
    assess(&NMS, &reading.findings, Scope::ArticleOnly)
}

fn waits(result: &Assessment, statement: &str) -> bool {
    let mut waiting = result.verdicts.iter().filter(|verdict| verdict.status == Status::CheckFirst);
    MAY_WAIT.contains(&statement) && waiting.any(|verdict| verdict.rule.source.statements.contains(&statement))
}

fn carried_over(case: &str, what: &str) -> bool {
    !NOT_CARRIED_OVER.iter().any(|(id, part, _)| *id == case && *part == what)
}

fn wrong(case: &Published) -> Vec<String> {
    let result = by_article(case);
    let mut wrong = Vec::new();
    for group in &case.article.advised {
        let fits = group.iter().any(|statement| shows(&result, statement) || waits(&result, statement));
        if !fits && carried_over(&case.id, &group.join("/")) {
            wrong.push(format!("{}: none of {group:?} is advised", case.id));
        }
    }
    for statement in &case.article.not_advised {
        if shows(&result, statement) && carried_over(&case.id, statement) {
            wrong.push(format!("{}: {statement} is advised", case.id));
        }
    }
    let grade = result.severity.grade.map_or("none", Grade::id);
    let fits = if case.article.confidence == "clear" {
        case.article.tier.as_deref() == Some(grade)
    } else {
        let rank = |tier: &str| ["none", "mild", "moderate", "severe"].iter().position(|name| *name == tier);
        let above = |tier: &String| result.severity.at_least && rank(tier) >= rank(grade);
        case.article.accept_tiers.iter().any(|tier| tier == grade || above(tier))
    };
    if !fits && carried_over(&case.id, "tier") {
        wrong.push(format!(
            "{}: graded {grade}, expected {:?} of {:?}",
            case.id, case.article.tier, case.article.accept_tiers
        ));
    }
    wrong
}

#[test]
fn published_cases_of_the_syndrome_get_what_the_article_asks_for() {
    let cases: Vec<Published> = cases().into_iter().filter(|case| case.nms).collect();
    assert!(cases.len() >= 24, "the cases of the syndrome are read");
    let wrong: Vec<String> = cases.iter().flat_map(wrong).collect();
    assert!(wrong.is_empty(), "{} expectations fail:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn published_look_alikes_are_still_treated_as_emergencies() {
    for case in cases().iter().filter(|case| !case.nms) {
        let findings = read(&case.findings).findings;
        for scope in crate::support::SCOPES {
            let result = assess(&NMS, &findings, scope);
            let temperature = match findings.get(key("temperature")) {
                Some(Value::Number(number)) => number.to_f64(),
                _ => 0.0,
            };
            let hot = temperature > 38.0 || findings.get(key("hyperthermiaTwice")) == YES;
            assert_eq!(is_advised(&result, "cool-externally"), hot, "{}: cooling above 38.0 °C", case.id);
            assert_eq!(shows(&result, "S29"), temperature > 41.1, "{}: paralysis above 41.1 °C", case.id);
            assert!(
                temperature < 40.0 || is_advised(&result, "call-critical-care"),
                "{}: critical care from 40 °C",
                case.id
            );
            let acted_on = result.suspicion.acted_on() == Some(true);
            assert_eq!(acted_on, shows(&result, "S46"), "{}: treatment does not wait if suspected", case.id);
        }
    }
}

#[test]
fn every_published_case_names_its_source_and_what_it_is() {
    let cases = cases();
    assert!(cases.len() >= 45, "all cases are read");
    for case in &cases {
        assert!(case.source.len() > 10, "{}: a source is named", case.id);
        assert!(!case.diagnosis.is_empty(), "{}: what the case is said to be", case.id);
    }
    for (id, what, reason) in NOT_CARRIED_OVER {
        assert!(cases.iter().any(|case| case.id == *id), "no case `{id}`");
        assert!(!what.is_empty() && reason.len() > 20, "{id}: a reason is given");
    }
}
