//! What several test files share: answers from JSON, answers by key, and generated answers. Holds no expectation.
#![allow(dead_code, reason = "each test file is its own crate and uses its own part of this")]
#![allow(clippy::unnecessary_wraps, reason = "an answer is given as it is stored: known or not")]

pub(crate) mod clinical;
pub(crate) mod generated;

use nms_advisor::answer::{Reading, Sent};
use nms_advisor::engine::assessment::{Assessment, Scope, Status, Verdict, assess};
use nms_advisor::engine::bound::Side;
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::finding::{FindingIndex, Findings, Value};
use nms_advisor::guideline::NMS;
use serde_json::{Map, Value as Json};

/// Both views: everything, and what the article says.
pub(crate) const SCOPES: [Scope; 2] = [Scope::All, Scope::ArticleOnly];

/// A JSON value as the JavaScript side would hand it over.
pub(crate) fn sent(value: &Json) -> Sent {
    match value {
        Json::Null => Sent::Nothing,
        Json::Bool(value) => Sent::Boolean(*value),
        Json::Number(number) => Sent::Number(number.as_f64().unwrap()),
        Json::String(text) => Sent::Text(text.clone()),
        Json::Array(entries) => Sent::List(entries.iter().map(sent).collect()),
        Json::Object(entries) => {
            let members = Side::ALL.into_iter().map(Side::id).chain(["value"]);
            let numbers: Vec<_> = members.filter_map(|member| Some((member, sent(entries.get(member)?)))).collect();
            if numbers.is_empty() {
                return Sent::Other("an object without `value` and `unit`".into());
            }
            Sent::measured(numbers, entries.get("unit").map_or(Sent::Nothing, sent))
        }
    }
}

/// Answers in contract form, read.
pub(crate) fn read(answers: &Map<String, Json>) -> Reading {
    let mut reading = Reading::new(&NMS);
    for (key, value) in answers {
        reading.take(&NMS, key, &sent(value));
    }
    reading.settle(&NMS);
    reading
}

/// Answers in contract form, all of which must be usable.
pub(crate) fn findings(answers: &Json) -> Findings {
    let reading = read(answers.as_object().unwrap());
    assert_eq!(reading.issues, [], "every answer of a test is usable");
    reading.findings
}

/// The assessment of answers in contract form.
pub(crate) fn assessed(answers: &Json, scope: Scope) -> Assessment {
    assess(&NMS, &findings(answers), scope)
}

/// The finding with this key.
pub(crate) fn key(id: &str) -> FindingIndex {
    NMS.find(id).unwrap_or_else(|| panic!("no finding `{id}`"))
}

/// The same answers with one of them replaced.
pub(crate) fn with(findings: &Findings, id: &str, value: Option<Value>) -> Findings {
    let mut changed = findings.clone();
    changed.set(key(id), value);
    changed
}

/// The answer yes.
pub(crate) const YES: Option<Value> = Some(Value::Boolean(true));
/// The answer no.
pub(crate) const NO: Option<Value> = Some(Value::Boolean(false));

/// A number in the stored unit.
pub(crate) fn number(value: f64) -> Option<Value> {
    Some(Value::Number(Decimal::from_f64(value).unwrap()))
}

/// The option of a choice.
pub(crate) fn option(id: &str, choice: &str) -> Option<Value> {
    let options = NMS.finding(key(id)).unwrap().choices();
    let position =
        options.iter().position(|option| option.id == choice).unwrap_or_else(|| panic!("`{id}` has no `{choice}`"));
    Some(Value::Choice(u8::try_from(position).unwrap()))
}

/// The verdict on one rule; `None` where the scope leaves it out.
pub(crate) fn verdict<'a>(assessment: &'a Assessment, id: &str) -> Option<&'a Verdict> {
    assert!(NMS.rule(id).is_some(), "no rule `{id}`");
    assessment.verdicts.iter().find(|verdict| verdict.rule.id == id)
}

/// Whether one rule is advised.
pub(crate) fn is_advised(assessment: &Assessment, id: &str) -> bool {
    verdict(assessment, id).is_some_and(|verdict| verdict.status == Status::Advised)
}

/// Whether one rule stands in the plan: advised, withheld, or waiting for a contraindication to be cleared.
pub(crate) fn in_plan(assessment: &Assessment, id: &str) -> bool {
    assessment.plan().any(|verdict| verdict.rule.id == id)
}

/// The rules advised, in the order of display.
pub(crate) fn advised(assessment: &Assessment) -> Vec<&'static str> {
    let of = assessment.verdicts.iter().filter(|verdict| verdict.status == Status::Advised);
    of.map(|verdict| verdict.rule.id).collect()
}

/// Whether an advised rule carries the statement.
pub(crate) fn shows(assessment: &Assessment, statement: &str) -> bool {
    let mut advised = assessment.verdicts.iter().filter(|verdict| verdict.status == Status::Advised);
    advised.any(|verdict| verdict.rule.source.statements.contains(&statement))
}

/// The path of something in the project.
pub(crate) fn path(relative: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}
