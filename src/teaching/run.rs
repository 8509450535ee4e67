//! The plan as one list of steps for a team: what is open, what is done, and which step is read aloud now.

use crate::engine::assessment::Status;
use crate::engine::rule::{Kind, Rule};
use crate::panel::{Card, Panel};
use crate::teaching::log::{Marked, State};

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The line of the plan.
    pub card: Card,
    /// What kind of step it is.
    pub part: Part,
    /// How it stands; `None` while it is open.
    pub marked: Option<Marked>,
}

/// Which part of the list a step belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// To carry out.
    Now,
    /// To decide.
    Decide,
    /// To measure and to go on measuring.
    Monitor,
}

/// The list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Steps {
    /// Every step, in the order of the plan.
    pub steps: Vec<Step>,
    /// The step that is read aloud now; `None` when every step is done or left out.
    pub current: Option<usize>,
    /// What not to do.
    pub avoid: Vec<Card>,
    /// Steps that were marked and are no longer in the plan.
    pub left: Vec<(&'static Rule, Marked)>,
}

impl Steps {
    /// The steps of a plan. `chosen` is read now, if it is a step that is open; else the first open one.
    #[must_use]
    pub fn of(panel: &Panel, state: &State, chosen: Option<&str>) -> Self {
        let cards = |id: &'static str| {
            let group = panel.groups.iter().filter(move |group| group.id == id);
            // what is withheld is no step, and what is folded belongs to the step above it
            group.flat_map(|group| &group.cards).filter(|card| card.is_row())
        };
        let step = |card: &Card, part| Step { card: card.clone(), part, marked: state.marked(card.rule.id) };
        let now = cards("now").chain(cards("later")).filter(|card| card.rule.kind == Kind::Do);
        let now = now.map(|card| step(card, Part::Now));
        let decide = cards("consider").filter(|card| card.rule.kind == Kind::Consider);
        let decide = decide.map(|card| step(card, Part::Decide));
        let monitor = cards("monitor").map(|card| step(card, Part::Monitor));
        let steps: Vec<Step> = now.chain(decide).chain(monitor).collect();
        let open = |step: &Step| step.marked.is_none();
        let wanted = steps.iter().position(|step| open(step) && Some(step.card.rule.id) == chosen);
        let current = wanted.or_else(|| steps.iter().position(open));
        let gone = state.rules().into_iter().filter(|id| steps.iter().all(|step| step.card.rule.id != *id));
        let rules = crate::guideline::NMS.rules;
        let left = gone.filter_map(|id| Some((rules.iter().find(|rule| rule.id == id)?, state.marked(id)?))).collect();
        // what not to do stays in view, folded or not
        let group = panel.groups.iter().filter(|group| group.id == "avoid");
        let avoid = group.flat_map(|group| &group.cards).filter(|card| card.status != Status::Withheld);
        Self { current, avoid: avoid.cloned().collect(), left, steps }
    }

    /// The step that is read aloud now.
    #[must_use]
    pub fn now(&self) -> Option<&Step> {
        self.current.and_then(|at| self.steps.get(at))
    }

    /// The next two open steps after the current one, then from the start of the list.
    #[must_use]
    pub fn next(&self) -> Vec<&Step> {
        let Some(current) = self.current else { return Vec::new() };
        let behind = self.steps.iter().skip(current + 1);
        let before = self.steps.iter().take(current);
        behind.chain(before).filter(|step| step.marked.is_none()).take(2).collect()
    }

    /// How many steps are done or left out.
    #[must_use]
    pub fn settled(&self) -> usize {
        self.steps.iter().filter(|step| step.marked.is_some()).count()
    }

    /// The open step after or before the current one, for who looks ahead.
    #[must_use]
    pub fn beside(&self, forward: bool) -> Option<&'static str> {
        let current = self.current?;
        let open = |step: &&Step| step.marked.is_none();
        let step = if forward {
            self.steps.iter().skip(current + 1).find(open)
        } else {
            self.steps.iter().take(current).rev().find(open)
        };
        step.map(|step| step.card.rule.id)
    }
}
