//! The road through a case: which stage follows, by what was done and when.

use crate::teaching::fork::check::follows;
use crate::teaching::fork::{Clause, END, Way};
use crate::teaching::staged::StagedCase;

/// Something that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The rule of the step.
    pub rule: String,
    /// Since the case began.
    pub seconds: i64,
    /// As what.
    pub as_: As,
}

/// As what a step counts as done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum As {
    /// It was ticked in the run.
    Ticked,
    /// A learner committed to it at this stage.
    Committed(usize),
}

/// How a stage is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The way that held; `None` where none did, and the stage below follows.
    pub way: Option<usize>,
    /// The stage that follows; `None` at the end.
    pub to: Option<usize>,
}

/// How a stage is left, with everything that was done so far.
#[must_use]
pub fn turn(case: &StagedCase, stage: usize, done: &[Done]) -> Turn {
    decide(case, stage, done, |_| i64::MAX)
}

/// The stages that are gone through when these things are done at these times, if each stage is left when the time of the
/// next one has come. Ends, as every way leads down.
#[must_use]
pub fn road(case: &StagedCase, done: &[Done]) -> Vec<usize> {
    let until = |to: Option<usize>| to.and_then(|to| case.stages.get(to)).map_or(i64::MAX, |to| seconds(to.minutes));
    let mut road: Vec<usize> = (!case.stages.is_empty()).then_some(0).into_iter().collect();
    while let Some(to) = road.last().and_then(|last| decide(case, *last, done, until).to) {
        road.push(to);
    }
    road
}

fn decide(case: &StagedCase, stage: usize, done: &[Done], until: impl Fn(Option<usize>) -> i64) -> Turn {
    let ways = case.stages.get(stage).map_or(&[][..], |stage| &stage.ways);
    for (at, way) in ways.iter().enumerate() {
        let to = target(case, stage, way);
        let leads = to.is_some() || way.to == END;
        if leads && way.when.iter().all(|clause| holds(clause, done, until(to))) {
            return Turn { way: Some(at), to };
        }
    }
    Turn { way: None, to: Some(stage + 1).filter(|next| *next < case.stages.len()) }
}

/// The stage that a way leads to; what leads up is no way.
#[must_use]
pub fn target(case: &StagedCase, stage: usize, way: &Way) -> Option<usize> {
    case.stages.iter().position(|other| !other.id.is_empty() && other.id == way.to).filter(|to| *to > stage)
}

fn holds(clause: &Clause, done: &[Done], until: i64) -> bool {
    let latest = clause.by.map_or(i64::MAX, seconds).min(until);
    done.iter().any(|done| done.seconds <= latest && clause.asks_for(&done.rule)) == clause.done
}

/// Minutes of a case in seconds.
#[must_use]
pub fn seconds(minutes: u32) -> i64 {
    i64::from(minutes) * 60
}

/// How many roads a case has, and how many stages the longest of them has.
#[must_use]
pub fn extent(case: &StagedCase) -> (usize, usize) {
    let mut from: Vec<(usize, usize)> = vec![(0, 0); case.stages.len()];
    // from the last stage up: what a stage leads to is known by then
    for (at, stage) in case.stages.iter().enumerate().rev() {
        let below: Vec<(usize, usize)> =
            follows(case, at, stage).into_iter().filter_map(|to| from.get(to).copied()).collect();
        let ends = below.is_empty() || stage.ways.iter().any(|way| way.to == END);
        let roads = below.iter().fold(usize::from(ends), |sum, (roads, _)| sum.saturating_add(*roads));
        let longest = below.iter().map(|(_, longest)| *longest).max().unwrap_or_default();
        if let Some(here) = from.get_mut(at) {
            *here = (roads, longest + 1);
        }
    }
    from.first().copied().unwrap_or_default()
}
