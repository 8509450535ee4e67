//! Findings and options as a host page may send them: whatever comes, what is used is sound and what is not used is said.

use nms_advisor::answer::{Problem, Reading, Sent};
use nms_advisor::engine::bound::Side;
use nms_advisor::engine::finding::{Finding, FindingKind, Findings, Value};
use nms_advisor::engine::unit::resolve;
use nms_advisor::guideline::NMS;
use nms_advisor::wire;
use serde_json::Value as Json;

use super::sent::{Entries, borrowed, call, reversed};

pub(crate) fn check(text: &str) {
    let (findings, options) = call(text);
    let json = assessed(&findings, &options);
    // the same answers, the other way round: equal input, equal output
    assert_eq!(json, assessed(&reversed(&findings), &reversed(&options)), "the order of the keys shows");
    let reading = read(&findings);
    within_limits(&reading.findings);
    for (key, sent) in &findings {
        used_or_said(&reading, key, sent);
    }
    goes_round(&reading.findings);
    let sent = findings.len();
    let used: Entries = findings.into_iter().filter(|(key, _)| answer(&reading.findings, key).is_some()).collect();
    if used.len() < sent {
        let alone = assessed(&used, &options);
        assert_eq!(without_issues(&json), without_issues(&alone), "what was not used changed the advice");
    }
}

fn assessed(findings: &Entries, options: &Entries) -> String {
    serde_json::to_string(&wire::assess_sent(&NMS, borrowed(findings), borrowed(options))).unwrap()
}

fn without_issues(json: &str) -> Json {
    let mut json: Json = serde_json::from_str(json).unwrap();
    json["issues"].take();
    json
}

fn read(findings: &Entries) -> Reading {
    let mut reading = Reading::new(&NMS);
    for (key, sent) in findings {
        reading.take(&NMS, key, sent);
    }
    reading.settle(&NMS);
    reading
}

fn answer(findings: &Findings, key: &str) -> Option<Value> {
    NMS.find(key).and_then(|index| findings.get(index))
}

/// No number lies outside the limits of its finding, and every answer is of the kind that is asked for.
pub(crate) fn within_limits(findings: &Findings) {
    for finding in NMS.findings {
        let Some(value) = answer(findings, finding.id) else { continue };
        let fits = match (value, finding.kind) {
            (Value::Number(number), FindingKind::Number(limits)) => number >= limits.hard.0 && number <= limits.hard.1,
            (Value::Between(low, high), FindingKind::Number(limits)) => {
                low <= high && low >= limits.hard.0 && high <= limits.hard.1 && (low, high) != limits.hard
            }
            (Value::Choice(at), FindingKind::Choice(options)) => usize::from(at) < options.len(),
            (Value::Rows(rows), FindingKind::Agents) => rows.iter().all(|row| row < NMS.agents.len()),
            (Value::Rows(rows), FindingKind::Rules) => rows.iter().all(|row| row < NMS.rules.len()),
            (Value::Boolean(_), FindingKind::Boolean) | (Value::Date(_), FindingKind::Date) => true,
            _ => false,
        };
        assert!(fits, "{} is answered by {value:?}", finding.id);
    }
}

/// Whether something was said about a finding.
pub(crate) fn is_said(issues: &[Problem], id: &str) -> bool {
    issues.iter().any(|row| row.finding == id && !row.problem.is_empty())
}

/// One entry: used as it was sent, or unknown and said so.
fn used_or_said(reading: &Reading, key: &str, sent: &Sent) {
    let Some(finding) = NMS.find(key).and_then(|index| NMS.finding(index)) else {
        // under a name of its own: nothing that looks like the key of another finding
        let start: String = key.chars().take(8).take_while(char::is_ascii_alphanumeric).collect();
        let said = |row: &Problem| {
            let named = row.finding.starts_with(&start) && NMS.find(&row.finding).is_none();
            named && row.problem.starts_with("there is no finding")
        };
        assert!(reading.issues.iter().any(said), "{key:?}: nothing is said");
        return;
    };
    match answer(&reading.findings, key) {
        Some(value) => assert!(stands_for(finding, value, sent), "{key}: {sent:?} was read as {value:?}"),
        None => assert!(is_nothing(sent) || is_said(&reading.issues, key), "{key}: {sent:?} was left out in silence"),
    }
}

fn is_nothing(sent: &Sent) -> bool {
    match sent {
        Sent::Nothing => true,
        Sent::Quantity(value, _) => **value == Sent::Nothing,
        Sent::Bound(members, _) => members.iter().all(|(_, number)| *number == Sent::Nothing),
        _ => false,
    }
}

/// Whether an answer is what was sent, by the kind of it and, where that is simple, by its value.
fn stands_for(finding: &Finding, value: Value, sent: &Sent) -> bool {
    match (value, sent) {
        (Value::Boolean(value), Sent::Boolean(sent)) => value == *sent,
        (Value::Choice(at), Sent::Text(text)) => finding.choices()[usize::from(at)].id == text,
        (Value::Number(number), Sent::Number(sent)) => close(number.to_f64(), *sent),
        (Value::Number(number), Sent::Quantity(typed, unit)) => match (typed.as_ref(), unit.as_ref()) {
            (Sent::Number(sent), Sent::Nothing) => close(number.to_f64(), *sent),
            (Sent::Number(sent), Sent::Text(code)) => in_unit(finding, number.to_f64(), *sent, code),
            _ => false,
        },
        // one number, and the side that it names is the side that is open
        (Value::Between(low, high), Sent::Bound(members, unit)) => {
            let [(member, Sent::Number(sent))] = members.as_slice() else { return false };
            let FindingKind::Number(limits) = finding.kind else { return false };
            let up = ["atLeast", "above"].contains(member);
            let (end, open) = if up { (low, high == limits.hard.1) } else { (high, low == limits.hard.0) };
            let near = match unit.as_ref() {
                Sent::Nothing => close(end.to_f64(), *sent),
                Sent::Text(code) => in_unit(finding, end.to_f64(), *sent, code),
                _ => false,
            };
            open && near
        }
        (Value::Date(_), Sent::Text(text)) => text.trim().len() == 10,
        (Value::Rows(rows), Sent::List(names)) => {
            let agents = matches!(finding.kind, FindingKind::Agents);
            assert!(!agents || rows.iter().all(|row| names.iter().any(|name| names_it(row, name))), "{names:?}");
            // none at all is an answer; a list of which nothing is used is none
            (rows.iter().count() <= names.len()) && (rows.iter().next().is_some() || names.is_empty())
        }
        _ => false,
    }
}

/// Whether an entry holds a name of the drug, whatever stands beside it, and nothing that asks or takes it back.
fn names_it(row: usize, entry: &Sent) -> bool {
    let Sent::Text(entry) = entry else { return false };
    // forms of i, accents and unseen letters are folded: where there are any, only the front of the name is asked for
    let plain = entry.is_ascii();
    let entry = entry.to_ascii_lowercase();
    let agent = &NMS.agents[row];
    let held = |name: &&str| name.split([' ', '-']).next().is_some_and(|word| !plain || entry.contains(word));
    std::iter::once(&agent.id).chain(agent.brands).any(held)
        && !entry.contains(['?', '!', '<', '>', '='])
        && !entry.split([' ', ',', '/']).any(|word| ["no", "not", "stopped", "off", "allergic"].contains(&word))
}

fn in_unit(finding: &Finding, stored: f64, sent: f64, code: &str) -> bool {
    let FindingKind::Number(limits) = finding.kind else { return false };
    let Some(unit) = resolve(limits.units, code).and_then(|at| limits.units.get(at)) else { return false };
    #[allow(clippy::cast_precision_loss, reason = "factors are small")]
    let expected = (sent - unit.offset.to_f64()) * unit.numerator as f64 / unit.denominator as f64;
    unit.per_weight || close(stored, expected)
}

/// Equal, as far as nine decimals and the noise of floating point allow.
fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 2.0e-9 + one.abs() * 1.0e-12
}

/// What was read is written as JSON and read back as the same.
pub(crate) fn goes_round(findings: &Findings) {
    let json = serde_json::to_value(wire::findings(&NMS, findings)).unwrap();
    let entries: Entries = json.as_object().unwrap().iter().map(|(key, value)| (key.clone(), of(value))).collect();
    let again = read(&entries);
    assert_eq!(again.issues, [], "what was written is not usable");
    assert_eq!(&again.findings, findings, "what was written is read otherwise");
}

fn of(value: &Json) -> Sent {
    match value {
        Json::Bool(value) => Sent::Boolean(*value),
        Json::Number(number) => Sent::Number(number.as_f64().unwrap()),
        Json::String(text) => Sent::Text(text.clone()),
        Json::Array(entries) => Sent::List(entries.iter().map(of).collect()),
        Json::Object(members) => {
            let member = |side: &Side| members.get(side.id()).map(|number| (side.id(), of(number)));
            let numbers: Vec<_> = Side::ALL.iter().filter_map(member).collect();
            assert!(numbers.len() == 1 && members.len() == 1, "no bound is written as {value}");
            Sent::measured(numbers, Sent::Nothing)
        }
        Json::Null => panic!("no answer is written as {value}"),
    }
}
