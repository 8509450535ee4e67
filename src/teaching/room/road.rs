//! The road through the case that is taught: the stages that were told, why each turn was taken, and what follows now.

use super::Room;
use crate::engine::rule_set::RuleSet;
use crate::session::{Edit, Session};
use crate::teaching::fork::Way;
use crate::teaching::log::{At, Reason};
use crate::teaching::road::{As, Done, Turn, seconds, turn};
use crate::teaching::staged::{Stage, StagedCase};

/// A stage on the road, and how it was come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leg {
    /// The stage.
    pub stage: usize,
    /// The turn that led here from the stage before it on the road; `None` where nobody was asked.
    pub turn: Option<Taken>,
}

/// A turn that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Which way held, and where it led.
    pub turn: Turn,
    /// What had been done by then.
    pub done: Vec<Done>,
}

/// A stage whose time has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The stage.
    pub to: usize,
    /// The way that leads there because something was not done in time; `None` where its minutes alone have come.
    pub way: Option<Way>,
}

impl Room {
    /// The stages that were told, the one that is taught last. Empty without a case.
    #[must_use]
    pub fn road(&self) -> Vec<usize> {
        self.legs.iter().map(|leg| leg.stage).collect()
    }

    /// The stages that would follow if nothing more were done.
    #[must_use]
    pub fn ahead(&self) -> Vec<usize> {
        let (Some(case), done) = (&self.case, self.done()) else { return Vec::new() };
        std::iter::successors(turn(case, self.stage, &done).to, |stage| turn(case, *stage, &done).to).collect()
    }

    /// The stage before or behind this one on the road, where there is one.
    #[must_use]
    pub fn beside(&self, forward: bool) -> Option<usize> {
        let case = self.case.as_ref()?;
        if forward {
            return turn(case, self.stage, &self.done()).to;
        }
        self.legs.iter().rev().nth(1).map(|leg| leg.stage)
    }

    /// The stage that was told before this one.
    #[must_use]
    pub fn stage_before(&self) -> Option<&Stage> {
        self.case.as_ref()?.stages.get(self.beside(false)?)
    }

    /// Whether what is done at this stage decides what follows.
    #[must_use]
    pub fn is_fork(&self) -> bool {
        self.stage().is_some_and(Stage::is_fork)
    }

    /// What counts as done: the ticks while a run goes on. Else what was committed to along the road, with the ticks of a run
    /// of this case that has ended.
    #[must_use]
    pub fn done(&self) -> Vec<Done> {
        let state = self.log.state();
        let of_this_case =
            state.started.is_some_and(|started| self.pace.first().is_some_and(|(from, _)| *from >= started));
        let mut done = if state.is_running() || of_this_case { self.ticked() } else { Vec::new() };
        let Some(case) = self.case.as_ref().filter(|_| !state.is_running()) else { return done };
        for leg in &self.legs {
            let (Some(made), Some(told)) = (self.commitments.get(&leg.stage), case.stages.get(leg.stage)) else {
                continue;
            };
            for rule in made.actions.iter().filter(|rule| !rule.is_empty()) {
                if done.iter().all(|done| done.rule != *rule) {
                    let (seconds, as_) = (seconds(told.minutes), As::Committed(leg.stage));
                    done.push(Done { rule: rule.clone(), seconds, as_ });
                }
            }
        }
        done
    }

    /// The ticks of the run, at the times that they have in the end.
    fn ticked(&self) -> Vec<Done> {
        let state = self.log.state();
        let marked = state.rules().into_iter().filter_map(|rule| Some((rule, state.marked(rule)?)));
        let counts = marked.filter(|(_, marked)| matches!(marked.skipped, None | Some(Reason::DoneBefore)));
        let done = |(rule, at): (&str, At)| Done { rule: rule.into(), seconds: self.case_seconds(at), as_: As::Ticked };
        counts.map(|(rule, marked)| done((rule, marked.at()))).collect()
    }

    /// The time of the case at a moment of the run, in seconds. It goes on with the clock, and jumps where a stage of a later
    /// time is gone to.
    #[must_use]
    pub fn case_seconds(&self, at: At) -> i64 {
        let Some(started) = self.log.state().started else { return 0 };
        let own = self.pace.first().is_some_and(|(from, _)| *from >= started);
        let (from, minutes) = self
            .pace
            .iter()
            .rev()
            .find(|(from, _)| *from <= at)
            .or_else(|| self.pace.first())
            .copied()
            .filter(|_| own)
            .unwrap_or((started, 0));
        seconds(minutes) + at.seconds_since(from)
    }

    /// The stage whose time has come in the run: its minutes have passed, or those by which something was to be done.
    #[must_use]
    pub fn due(&self, now: At) -> Option<Due> {
        let (case, state) = (self.case.as_ref()?, self.log.state());
        if !state.is_running() {
            return None;
        }
        let turn = turn(case, self.stage, &self.done());
        let (to, passed) = (turn.to?, self.case_seconds(now));
        let way = turn.way.and_then(|way| self.stage()?.ways.get(way));
        let missed = way.filter(|way| {
            let mut limits = way.when.iter().filter(|clause| !clause.done).filter_map(|clause| clause.by).peekable();
            limits.peek().is_some() && limits.all(|by| seconds(by) < passed)
        });
        let come = case.stages.get(to).is_some_and(|stage| seconds(stage.minutes) <= passed);
        (missed.is_some() || come).then(|| Due { to, way: missed.cloned() })
    }

    /// Goes to a stage: back along the road, or on by the turns that hold now.
    pub(super) fn go_along(&mut self, rules: &'static RuleSet, session: &Session, stage: usize, now: At) -> Vec<Edit> {
        let Some(case) = self.case.clone().filter(|case| stage < case.stages.len()) else { return Vec::new() };
        if let Some(at) = self.legs.iter().position(|leg| leg.stage == stage) {
            let back = at + 1 < self.legs.len();
            self.legs.truncate(at + 1);
            self.set_pace(&case, stage, now, back);
        } else {
            let legs = self.legs_to(&case, stage);
            let begins = self.legs.is_empty();
            self.legs.extend(legs);
            self.set_pace(&case, stage, now, begins);
        }
        self.go_to(rules, session, stage)
    }

    /// The turns that lead to a stage from here; a jump where none do.
    fn legs_to(&self, case: &StagedCase, stage: usize) -> Vec<Leg> {
        let done = self.done();
        let mut legs: Vec<Leg> = Vec::new();
        let mut at = self.stage;
        while let Some(to) = turn(case, at, &done).to.filter(|_| !self.legs.is_empty()) {
            let turn = turn(case, at, &done);
            let asked = case.stages.get(at).is_some_and(|stage| !stage.ways.is_empty());
            legs.push(Leg { stage: to, turn: asked.then(|| Taken { turn, done: done.clone() }) });
            if to == stage {
                return legs;
            }
            at = to;
        }
        vec![Leg { stage, turn: None }]
    }

    /// The clock of the case at the start of a run, and at each stage that is gone to in it.
    fn set_pace(&mut self, case: &StagedCase, stage: usize, now: At, back: bool) {
        let minutes = case.stages.get(stage).map_or(0, |stage| stage.minutes);
        if self.log.state().is_running() && (back || seconds(minutes) > self.case_seconds(now)) {
            self.pace.push((now, minutes));
        }
    }
}
