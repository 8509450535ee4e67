//! The debrief of a run as JSON.

use serde::Serialize;

use crate::engine::rule_set::RuleSet;
use crate::teaching::debrief::Debrief;
use crate::teaching::forks::{ForkTold, Rest, WayTold};
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
    /// The forks of the case that were passed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    road: Vec<ForkJson>,
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

#[derive(Serialize)]
struct ForkJson {
    stage: String,
    because: Vec<String>,
    ways: Vec<WayJson>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WayJson {
    condition: String,
    taken: bool,
    /// The stage that it leads to; none where the case ends.
    to: Option<String>,
    minutes: Option<u32>,
    story: Option<String>,
    rests_on: Vec<String>,
}

fn fork(told: &ForkTold) -> ForkJson {
    let rest = |rest: &Rest| match rest {
        Rest::Citation(row) => row.id.into(),
        Rest::Words(words) => words.clone(),
    };
    let way = |way: &WayTold| {
        let to = way.to.as_ref();
        WayJson {
            condition: way.condition.clone(),
            taken: way.taken,
            to: to.map(|to| to.title.clone()),
            minutes: to.map(|to| to.minutes),
            story: to.map(|to| to.story.clone()),
            rests_on: to.map(|to| to.rests_on.iter().map(rest).collect()).unwrap_or_default(),
        }
    };
    ForkJson { stage: told.title.clone(), because: told.because.clone(), ways: told.ways.iter().map(way).collect() }
}

/// The run of a log, told, with the forks of the case that was taught.
#[must_use]
pub fn debrief(rules: &'static RuleSet, told: &Debrief, log: &Log, forks: &[ForkTold]) -> DebriefJson {
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
        road: forks.iter().map(fork).collect(),
        log: log_text::write(rules, log),
    }
}
