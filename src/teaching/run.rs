//! The plan as one list of steps for a team: what is open, what is done, and which step is read aloud now.

use crate::engine::assessment::{Scope, Status};
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
    /// What is carried out within it, itself first; empty where it is one thing.
    pub parts: Vec<Share>,
    /// What is folded beneath it and is nothing to carry out.
    pub beside: Vec<Card>,
}

/// One of several things that are carried out within a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The line.
    pub rule: &'static Rule,
    /// Its name within the step.
    pub headline: &'static str,
    /// How it stands; `None` while it is open.
    pub marked: Option<Marked>,
}

impl Step {
    /// Whether it is done or left out, with everything that is carried out within it.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.marked.is_some() && self.parts.iter().all(|part| part.marked.is_some())
    }

    /// The lines of it that nobody marked yet.
    #[must_use]
    pub fn open(&self) -> Vec<&'static str> {
        let own = self.marked.is_none().then_some(self.card.rule.id);
        let parts = self.parts.iter().filter(|part| part.marked.is_none() && Some(part.rule.id) != own);
        own.into_iter().chain(parts.map(|part| part.rule.id)).collect()
    }
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

impl Part {
    /// Every part, in order.
    pub const ALL: [Self; 3] = [Self::Now, Self::Decide, Self::Monitor];
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
        let all = || panel.groups.iter().flat_map(|group| &group.cards);
        let step = |card: &Card, part| {
            let under = all().filter(|other| other.under == Some(card.rule.id) && other.status != Status::Withheld);
            let (within, beside): (Vec<&Card>, Vec<&Card>) =
                under.partition(|other| part == Part::Now && other.rule.kind == Kind::Do);
            // the avoid lines are in view by themselves
            let beside = beside.into_iter().filter(|other| other.rule.kind != Kind::Avoid);
            let share = |rule: &'static Rule, headline| Share { rule, headline, marked: state.marked(rule.id) };
            let own = (!within.is_empty()).then(|| share(card.rule, card.rule.shown(Scope::ArticleOnly)));
            Step {
                card: *card,
                part,
                marked: state.marked(card.rule.id),
                parts: own.into_iter().chain(within.iter().map(|other| share(other.rule, other.headline))).collect(),
                beside: beside.copied().collect(),
            }
        };
        let now = cards("now").chain(cards("later")).filter(|card| card.rule.kind == Kind::Do);
        let now = now.map(|card| step(card, Part::Now));
        let decide = cards("consider").filter(|card| card.rule.kind == Kind::Consider);
        let decide = decide.map(|card| step(card, Part::Decide));
        let monitor = cards("monitor").map(|card| step(card, Part::Monitor));
        let steps: Vec<Step> = now.chain(decide).chain(monitor).collect();
        let open = |step: &Step| !step.is_settled();
        let wanted = steps.iter().position(|step| open(step) && Some(step.card.rule.id) == chosen);
        let current = wanted.or_else(|| steps.iter().position(open));
        let holds = |step: &Step, id: &str| step.card.rule.id == id || step.parts.iter().any(|part| part.rule.id == id);
        let gone = state.rules().into_iter().filter(|id| !steps.iter().any(|step| holds(step, id)));
        let rules = panel.assessment.answers.rule_set.rules;
        let left = gone.filter_map(|id| Some((rules.iter().find(|rule| rule.id == id)?, state.marked(id)?))).collect();
        // what not to do stays in view, folded or not
        let group = panel.groups.iter().filter(|group| group.id == "avoid");
        let avoid = group.flat_map(|group| &group.cards).filter(|card| card.status != Status::Withheld);
        Self { current, avoid: avoid.copied().collect(), left, steps }
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
        behind.chain(before).filter(|step| !step.is_settled()).take(2).collect()
    }

    /// How many steps are done or left out.
    #[must_use]
    pub fn settled(&self) -> usize {
        self.steps.iter().filter(|step| step.is_settled()).count()
    }

    /// Of each part that has steps: how many are done or left out, and how many there are.
    #[must_use]
    pub fn counts(&self) -> Vec<(Part, usize, usize)> {
        let of = |part| self.steps.iter().filter(move |step| step.part == part);
        let count = |part| (part, of(part).filter(|step| step.is_settled()).count(), of(part).count());
        Part::ALL.into_iter().map(count).filter(|(_, _, all)| *all > 0).collect()
    }

    /// The place of a step among those of its part, from one, and how many there are.
    #[must_use]
    pub fn place(&self, step: &Step) -> (usize, usize) {
        let of = || self.steps.iter().filter(|other| other.part == step.part);
        let at = of().position(|other| other.card.rule.id == step.card.rule.id);
        (at.map_or(1, |at| at + 1), of().count())
    }

    /// The open step after or before the current one, for who looks ahead.
    #[must_use]
    pub fn beside(&self, forward: bool) -> Option<&'static str> {
        let current = self.current?;
        let open = |step: &&Step| !step.is_settled();
        let step = if forward {
            self.steps.iter().skip(current + 1).find(open)
        } else {
            self.steps.iter().take(current).rev().find(open)
        };
        step.map(|step| step.card.rule.id)
    }
}
