//! The debrief of a run as JSON.

use serde::Serialize;

use crate::engine::rule_set::RuleSet;
use crate::teaching::debrief::Debrief;
use crate::teaching::log::Log;
use crate::teaching::log_text;

/// A run.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DebriefJson {
    rule_set: &'static str,
    version: &'static str,
    /// Milliseconds since 1970.
    started: Option<i64>,
    steps: Vec<StepJson>,
    events: Vec<EventJson>,
    /// The log itself, as the room writes and reads it.
    log: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct StepJson {
    rule: &'static str,
    text: &'static str,
    called_for: i64,
    /// From called for to done.
    seconds: Option<i64>,
    outcome: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EventJson {
    at: i64,
    what: String,
    plan: &'static str,
    grade: String,
    taken_back: bool,
}

/// The run of a log, told.
#[must_use]
pub fn debrief(rules: &'static RuleSet, told: &Debrief, log: &Log) -> DebriefJson {
    let steps = told.steps.iter().map(|step| StepJson {
        rule: step.rule.id,
        text: step.rule.text,
        called_for: step.called_for.0,
        seconds: step.delay(),
        outcome: step.outcome(),
    });
    let events = told.lines.iter().map(|line| EventJson {
        at: line.at.0,
        what: line.what.clone(),
        plan: line.plan,
        grade: line.grade.clone(),
        taken_back: line.undone,
    });
    DebriefJson {
        rule_set: rules.id,
        version: rules.version,
        started: told.started.map(|at| at.0),
        steps: steps.collect(),
        events: events.collect(),
        log: log_text::write(rules, log),
    }
}
