//! What is wrong with the ways through a case: each fault with its place.

use super::{Clause, END, MOST_WAYS, Way, is_name};
use crate::teaching::staged::{Stage, StagedCase};

/// A fault, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The stage.
    pub stage: usize,
    /// The way on from it; `None` where the stage itself is meant.
    pub way: Option<usize>,
    /// What it is.
    pub kind: Kind,
}

/// What can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The short name cannot stand in a file.
    Name,
    /// A stage above has the same short name.
    SameName,
    /// No stage has the short name.
    NoStage,
    /// It leads to this stage or to one above: round in a circle without time passing.
    Back,
    /// Two parts of its condition exclude each other.
    Contradiction,
    /// A way above it holds whenever it does.
    Behind,
    /// The steps would have to be done before the case begins.
    TooSoon,
    /// A part of its condition asks for nothing.
    Empty,
    /// A stage has no more ways than the limit.
    TooManyWays,
    /// No road leads here.
    Unreachable,
    /// Its minutes are before those of the stage above.
    Earlier,
}

/// Everything that is wrong, in the order of the stages.
#[must_use]
pub fn check(case: &StagedCase) -> Vec<Fault> {
    let mut faults = Vec::new();
    let reached = reached(case);
    let begins = case.stages.first().map_or(0, |stage| stage.minutes);
    for (at, stage) in case.stages.iter().enumerate() {
        let mut add = |way: Option<usize>, kind: Kind| faults.push(Fault { stage: at, way, kind });
        let mut above = case.stages.iter().take(at);
        if !stage.id.is_empty() && !is_name(&stage.id) {
            add(None, Kind::Name);
        } else if !stage.id.is_empty() && above.clone().any(|other| other.id == stage.id) {
            add(None, Kind::SameName);
        }
        if above.next_back().is_some_and(|before| before.minutes > stage.minutes) {
            add(None, Kind::Earlier);
        }
        if !reached.get(at).copied().unwrap_or_default() {
            add(None, Kind::Unreachable);
        }
        for (place, way) in stage.ways.iter().enumerate() {
            if let Some(kind) = of_way(case, begins, at, (place, way)) {
                add(Some(place), kind);
            }
        }
    }
    faults
}

fn of_way(case: &StagedCase, begins: u32, stage: usize, (place, way): (usize, &Way)) -> Option<Kind> {
    let ways = case.stages.get(stage).map_or(&[][..], |stage| &stage.ways);
    let target = case.stages.iter().position(|other| !other.id.is_empty() && other.id == way.to);
    let excluded = |one: &Clause| {
        let against = |other: &Clause| !other.done && one.is_within(other) && one.latest() <= other.latest();
        one.done && way.when.iter().any(against)
    };
    match target {
        _ if place >= MOST_WAYS => Some(Kind::TooManyWays),
        None if way.to != END => Some(Kind::NoStage),
        Some(to) if to <= stage => Some(Kind::Back),
        None | Some(_) if way.when.iter().any(|clause| clause.steps.is_empty()) => Some(Kind::Empty),
        None | Some(_) if way.when.iter().any(|clause| clause.done && clause.latest() < begins) => Some(Kind::TooSoon),
        None | Some(_) if way.when.iter().any(excluded) => Some(Kind::Contradiction),
        None | Some(_) => ways.iter().take(place).any(|above| holds_whenever(above, way)).then_some(Kind::Behind),
    }
}

/// Whether one way holds whenever the other does.
fn holds_whenever(one: &Way, other: &Way) -> bool {
    let follows = |wanted: &Clause, given: &Clause| {
        let (narrow, wide) = if wanted.done { (given, wanted) } else { (wanted, given) };
        wanted.done == given.done && narrow.is_within(wide) && narrow.latest() <= wide.latest()
    };
    one.when.iter().all(|wanted| other.when.iter().any(|given| follows(wanted, given)))
}

/// For each stage, whether some road leads to it.
fn reached(case: &StagedCase) -> Vec<bool> {
    let mut reached = vec![false; case.stages.len()];
    if let Some(first) = reached.first_mut() {
        *first = true;
    }
    // every way leads down, so one pass from above sees all
    for (at, stage) in case.stages.iter().enumerate() {
        if reached.get(at).copied().unwrap_or_default() {
            for to in follows(case, at, stage) {
                if let Some(to) = reached.get_mut(to) {
                    *to = true;
                }
            }
        }
    }
    reached
}

/// The stages that can follow a stage, by its ways and where none of them holds.
pub(in crate::teaching) fn follows(case: &StagedCase, at: usize, stage: &Stage) -> Vec<usize> {
    let by_name = |way: &Way| case.stages.iter().position(|other| !other.id.is_empty() && other.id == way.to);
    let mut to: Vec<usize> = stage.ways.iter().filter_map(by_name).filter(|to| *to > at).collect();
    let settled = stage.ways.iter().any(|way| way.when.is_empty());
    to.extend((!settled && at + 1 < case.stages.len()).then_some(at + 1));
    to.sort_unstable();
    to.dedup();
    to
}
