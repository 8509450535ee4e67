//! What is told of a fork: what was asked there, which way it went and why, and what the other roads would have brought.

use crate::engine::source::Citation;
use crate::teaching::clock;
use crate::teaching::fork::{Clause, END, Step, Way};
use crate::teaching::road::{As, Done, target};
use crate::teaching::room::{Room, Taken};
use crate::teaching::staged::{Stage, StagedCase};
use crate::wording::room::{Lesson, fork::Fork as Words};

/// A fork on the road.
#[derive(Clone, Debug, PartialEq)]
pub struct ForkTold {
    /// The stage that was left, from one as it stands on the road.
    pub place: usize,
    /// Its name.
    pub title: String,
    /// Every way on, in the order in which they were asked.
    pub ways: Vec<WayTold>,
    /// What had become, when it was left, of each step that was asked for.
    pub because: Vec<String>,
}

/// One way on.
#[derive(Clone, Debug, PartialEq)]
pub struct WayTold {
    /// When it is taken, in words.
    pub condition: String,
    /// Whether it was.
    pub taken: bool,
    /// The stage that it leads to; `None` where the case ends.
    pub to: Option<Arrival>,
}

/// The stage at the end of a way.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// Its name.
    pub title: String,
    /// Its minutes.
    pub minutes: u32,
    /// What it tells.
    pub story: String,
    /// What stands behind it.
    pub rests_on: Vec<Rest>,
}

/// What a stage rests on.
#[derive(Clone, Debug, PartialEq)]
pub enum Rest {
    /// A publication that the rule set knows.
    Citation(&'static Citation),
    /// In the words of who wrote the case.
    Words(String),
}

/// Every fork that was passed, in the order of the road.
#[must_use]
pub fn forks(lesson: impl Into<Lesson>, room: &Room) -> Vec<ForkTold> {
    let lesson = lesson.into();
    let Some(case) = &room.case else { return Vec::new() };
    let passed = room.legs.iter().zip(room.legs.iter().skip(1)).enumerate();
    passed
        .filter_map(|(place, (from, leg))| told(lesson, case, place + 1, from.stage, leg.turn.as_ref()?))
        .filter(|fork| fork.ways.len() > 1)
        .collect()
}

/// Why the stage that is taught was come to: what was done, or was not; empty where nobody was asked.
#[must_use]
pub fn why_here(lesson: impl Into<Lesson>, room: &Room) -> Vec<String> {
    let lesson = lesson.into();
    let last = forks(lesson, room).into_iter().last();
    last.filter(|fork| fork.place + 1 == room.legs.len()).map(|fork| fork.because).unwrap_or_default()
}

fn told(lesson: Lesson, case: &StagedCase, place: usize, from: usize, taken: &Taken) -> Option<ForkTold> {
    let words = &lesson.room.fork;
    let stage = case.stages.get(from)?;
    let mut ways: Vec<WayTold> = Vec::new();
    for (at, way) in stage.ways.iter().enumerate() {
        let to = target(case, from, way);
        if to.is_some() || way.to == END {
            let condition = condition(lesson, way);
            ways.push(WayTold { condition, taken: taken.turn.way == Some(at), to: arrival(lesson, case, to) });
        }
    }
    if stage.ways.iter().all(|way| !way.when.is_empty()) {
        let to = Some(from + 1).filter(|to| *to < case.stages.len());
        ways.push(WayTold {
            condition: words.otherwise.into(),
            taken: taken.turn.way.is_none(),
            to: arrival(lesson, case, to),
        });
    }
    // what stands behind the way that was taken was not asked
    let asked = taken.turn.way.map_or(stage.ways.len(), |way| way + 1);
    let mut because = Vec::new();
    for step in stage.ways.iter().take(asked).flat_map(|way| &way.when).flat_map(|clause| &clause.steps) {
        let line = became(lesson, case, step, &taken.done);
        if !because.contains(&line) {
            because.push(line);
        }
    }
    Some(ForkTold { place, title: stage.title.clone(), ways, because })
}

fn arrival(lesson: Lesson, case: &StagedCase, to: Option<usize>) -> Option<Arrival> {
    let stage = case.stages.get(to?)?;
    Some(Arrival {
        title: stage.title.clone(),
        minutes: stage.minutes,
        story: stage.story.clone(),
        rests_on: rests(lesson, stage),
    })
}

/// What a stage rests on: publications by their ids, and words as they are.
#[must_use]
pub fn rests(lesson: impl Into<Lesson>, stage: &Stage) -> Vec<Rest> {
    let rules = lesson.into().edition.rules;
    let parts = stage.rests_on.split(',').map(str::trim).filter(|part| !part.is_empty());
    let rest = |part: &str| {
        let known = rules.citations.iter().find(|citation| citation.id == part);
        known.map_or_else(|| Rest::Words(part.into()), Rest::Citation)
    };
    parts.map(rest).collect()
}

/// When a way is taken, in words.
#[must_use]
pub fn condition(lesson: impl Into<Lesson>, way: &Way) -> String {
    let lesson = lesson.into();
    let words = &lesson.room.fork;
    if way.when.is_empty() {
        return words.otherwise.into();
    }
    let parts: Vec<String> = way.when.iter().map(|clause| clause_told(lesson, clause)).collect();
    parts.join(words.and)
}

fn clause_told(lesson: Lesson, clause: &Clause) -> String {
    let words = &lesson.room.fork;
    let steps: Vec<String> = clause.steps.iter().map(|step| named(lesson, words, step)).collect();
    let steps = steps.join(words.or);
    match (clause.done, clause.by.map(|by| lesson.room.time.after(i64::from(by)))) {
        (true, None) => words.done(&steps),
        (true, Some(time)) => words.done_by(&steps, &time),
        (false, None) => words.not_done(&steps),
        (false, Some(time)) => words.not_done_by(&steps, &time),
    }
}

fn named(lesson: Lesson, words: &Words, step: &Step) -> String {
    let name = headline(lesson, step.rule);
    if step.parts { words.with_parts(&name) } else { words.named(&name) }
}

fn headline(lesson: Lesson, rule: &str) -> &'static str {
    lesson.edition.rules.rule(rule).map_or("", |rule| rule.headline)
}

/// What became of a step: when it was ticked, where somebody committed to it, or that nobody did it.
fn became(lesson: Lesson, case: &StagedCase, step: &Step, done: &[Done]) -> String {
    let words = &lesson.room.fork;
    let Some(done) = done.iter().filter(|done| step.counts(&done.rule)).min_by_key(|done| done.seconds) else {
        return words.not_done_yet(&named(lesson, words, step));
    };
    let name = words.named(&headline(lesson, &done.rule));
    match done.as_ {
        As::Ticked => words.ticked(&name, &clock(done.seconds)),
        As::Committed(stage) => {
            words.committed(&name, &case.stages.get(stage).map_or("", |stage| stage.title.as_str()))
        }
    }
}
