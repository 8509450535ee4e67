//! A session as statements for a learning record store (xAPI 1.0.3): which stage of a case was answered, which step of a run
//! was done. Whoever keeps them replaces the account; a name, a score and free text are not in them.

use std::collections::BTreeMap;

use crate::case_file::checksum;
use crate::engine::assessment::Scope;
use crate::engine::describe::date;
use crate::engine::finding::Day;
use crate::engine::rule::Grade;
use crate::teaching::debrief::{KeyStep, debrief};
use crate::teaching::log::At;
use crate::teaching::milestone::{StageDone, case_named, stages_done};
use crate::teaching::room::Room;
use crate::teaching::staged;
use crate::wording::room::Lesson;

/// Where activities are named while nobody gave an address: a name that can never lead anywhere.
pub const NOWHERE: &str = "https://nms-advisor.invalid/";
/// No address is longer.
const LONGEST: usize = 500;

/// The address that was given, with `/` at its end; [`NOWHERE`] for none, nothing for what is no address.
#[must_use]
pub fn base(given: &str) -> Option<String> {
    let given = given.trim();
    if given.is_empty() {
        return Some(NOWHERE.into());
    }
    let rest = given.strip_prefix("https://").or_else(|| given.strip_prefix("http://"))?;
    let fits = |letter: char| !letter.is_whitespace() && !letter.is_control() && !"<>\"{}|\\^`?#@".contains(letter);
    let host = rest.split('/').next().unwrap_or_default();
    let fits = given.len() <= LONGEST && !host.is_empty() && given.chars().all(fits);
    fits.then(|| if given.ends_with('/') { given.into() } else { format!("{given}/") })
}

/// What was done, in the words of ADL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// A run began.
    Attempted,
    /// A stage was committed to, and the plan was shown.
    Answered,
    /// A step was done or left out.
    Interacted,
    /// The last stage was answered, or the run was closed.
    Completed,
}

impl Verb {
    /// The last part of its address, which is its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Attempted => "attempted",
            Self::Answered => "answered",
            Self::Interacted => "interacted",
            Self::Completed => "completed",
        }
    }
}

/// The kind of an activity, in the words of ADL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A case.
    Lesson,
    /// A stage of it.
    Question,
    /// A run.
    Simulation,
    /// A step of it.
    Interaction,
}

impl Kind {
    /// The last part of its address.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Lesson => "lesson",
            Self::Question => "question",
            Self::Simulation => "simulation",
            Self::Interaction => "interaction",
        }
    }
}

/// What it was done to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// Its address.
    pub id: String,
    /// Its name in English.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
}

/// One statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What was done.
    pub verb: Verb,
    /// To what.
    pub object: Activity,
    /// What that is a part of.
    pub parent: Option<Activity>,
    /// Grade and actions that were committed to, or how a step ended; empty where there is none.
    pub response: String,
    /// Lists of rule ids, and grades, by their name.
    pub details: BTreeMap<&'static str, Vec<String>>,
    /// Seconds that it took.
    pub seconds: Option<i64>,
    /// When.
    pub at: At,
}

/// The session in a room: the case that was studied, then the run. `base` is an address as [`base`] gives it.
#[must_use]
pub fn statements(lesson: Lesson, room: &Room, scope: Scope, base: &str) -> Vec<Statement> {
    let mut all = studied(lesson, room, scope, base);
    all.extend(ran(lesson, room, scope, base));
    all
}

fn studied(lesson: Lesson, room: &Room, scope: Scope, base: &str) -> Vec<Statement> {
    let Some(case) = &room.case else { return Vec::new() };
    let named = case_named(lesson, room);
    let id = match named.id {
        "" => format!("own-{:08x}", checksum(&staged::write(lesson, case))),
        id => id.into(),
    };
    let whole = Activity { id: format!("{base}case/{id}"), name: named.title, kind: Kind::Lesson };
    let mut done = stages_done(lesson, room, scope);
    // somebody may go back
    done.sort_by_key(|stage| stage.at);
    let mut all: Vec<Statement> = done.iter().map(|stage| answered(&whole, stage)).collect();
    if let Some(last) = done.iter().find(|stage| stage.last) {
        let statement = Statement {
            verb: Verb::Completed,
            object: whole,
            parent: None,
            response: String::new(),
            details: BTreeMap::new(),
            seconds: None,
            at: last.at,
        };
        let after = all.iter().position(|row| row.at > last.at).unwrap_or(all.len());
        all.insert(after, statement);
    }
    all
}

fn answered(case: &Activity, stage: &StageDone) -> Statement {
    let ids = |ids: &[&'static str]| ids.iter().map(|id| (*id).to_string()).collect::<Vec<_>>();
    let grade = stage.plan_grade.map_or("unsure", Grade::id);
    let response = std::iter::once(stage.grade.as_str()).chain(stage.actions.iter().copied());
    Statement {
        verb: Verb::Answered,
        object: Activity {
            id: format!("{}/stage/{}", case.id, stage.stage + 1),
            name: stage.name.clone(),
            kind: Kind::Question,
        },
        parent: Some(case.clone()),
        response: response.collect::<Vec<_>>().join("; "),
        details: BTreeMap::from([
            ("plan", ids(&stage.plan)),
            ("plan-grade", vec![grade.into()]),
            ("matched", ids(&stage.matched)),
            ("missed", ids(&stage.missed)),
            ("other", ids(&stage.other)),
        ]),
        seconds: None,
        at: stage.at,
    }
}

fn ran(lesson: Lesson, room: &Room, scope: Scope, base: &str) -> Vec<Statement> {
    let state = room.log.state();
    let Some(started) = state.started else { return Vec::new() };
    let told = debrief(lesson, &room.log, scope);
    let run = Activity { id: format!("{base}run"), name: lesson.room.run.title.into(), kind: Kind::Simulation };
    let statement = |verb, object, parent, at| Statement {
        verb,
        object,
        parent,
        response: String::new(),
        details: BTreeMap::new(),
        seconds: None,
        at,
    };
    let mut all = vec![statement(Verb::Attempted, run.clone(), None, started)];
    for id in state.rules() {
        let (Some(marked), Some(rule)) = (state.marked(id), lesson.edition.rules.rule(id)) else { continue };
        let object = Activity { id: format!("{base}step/{id}"), name: rule.headline.into(), kind: Kind::Interaction };
        let delay = told.steps.iter().find(|step| step.rule.id == id).and_then(KeyStep::delay);
        all.push(Statement {
            response: marked.skipped.map_or("done", |reason| reason.id()).into(),
            // done before it was called for: no time that it took
            seconds: delay.filter(|seconds| *seconds >= 0),
            ..statement(Verb::Interacted, object, Some(run.clone()), marked.at())
        });
    }
    all.sort_by_key(|statement| statement.at);
    if let Some(ended) = state.ended {
        let seconds = Some(ended.seconds_since(started)).filter(|seconds| *seconds >= 0);
        all.push(Statement { seconds, ..statement(Verb::Completed, run, None, ended) });
    }
    all
}

/// A moment as ISO 8601 has it, in UTC.
#[must_use]
pub fn timestamp(at: At) -> String {
    const DAY: i64 = 86_400_000;
    let (day, rest) = (at.0.div_euclid(DAY), at.0.rem_euclid(DAY));
    let (seconds, millis) = (rest / 1_000, rest % 1_000);
    let day = date(Day(i32::try_from(day).unwrap_or_default()));
    format!("{day}T{:02}:{:02}:{:02}.{millis:03}Z", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}
