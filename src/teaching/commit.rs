//! What a learner commits to before the plan is shown, and where it stands beside the plan. No score: each difference is
//! explained by its rule.

use crate::engine::assessment::{Assessment, Status, Verdict};
use crate::engine::rule::{Kind, Rule};
use crate::engine::rule_set::RuleSet;
use crate::panel::{Panel, SeverityLine, Why, whys};
use crate::wording::room::{Commit, Lesson};

/// How many actions a learner names.
pub const ACTIONS: usize = 3;

/// What a learner commits to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Commitment {
    /// `mild`, `moderate`, `severe`, or `unsure`; empty while nothing is chosen.
    pub grade: String,
    /// Rule ids, the first action first; empty where none is chosen.
    pub actions: [String; ACTIONS],
    /// Why, in the learner's words.
    pub reason: String,
}

impl Commitment {
    /// Whether there is something to hold the plan against: a grade and at least one action.
    #[must_use]
    pub fn is_made(&self) -> bool {
        !self.grade.is_empty() && self.actions.iter().any(|action| !action.is_empty())
    }

    /// Whether grade and actions are the same, whatever the reasons.
    #[must_use]
    pub fn same_choice(&self, other: &Self) -> bool {
        self.grade == other.grade && self.actions == other.actions
    }
}

/// The learner's answer beside the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The grade that the learner chose.
    pub grade: String,
    /// Whether it is the grade of the answers.
    pub same_grade: bool,
    /// The severity with its criteria.
    pub severity: SeverityLine,
    /// Each action of the learner.
    pub mine: Vec<Row>,
    /// The plan's first actions, each with its place in the learner's list.
    pub plan: Vec<Row>,
}

/// An action, and where the other side has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The line.
    pub rule: &'static Rule,
    /// Where it stands on the other side, in words.
    pub standing: String,
    /// Whether both sides have it among their first actions.
    pub shared: bool,
    /// The answers that decided it.
    pub why: Vec<Why>,
}

/// The lines that a learner can choose from: everything that is done, considered or measured.
pub fn choices(rules: &'static RuleSet) -> impl Iterator<Item = &'static Rule> {
    rules.rules.iter().filter(|rule| matches!(rule.kind, Kind::Do | Kind::Consider))
}

/// The learner's answer held against an assessment and what is shown of it.
#[must_use]
pub fn compare(lesson: impl Into<Lesson>, assessment: &Assessment, panel: &Panel, made: &Commitment) -> Comparison {
    let Lesson { edition, room } = lesson.into();
    let (rules, told) = (edition.rules, &room.commit);
    let first = first_actions(panel);
    let chosen: Vec<&'static Rule> =
        made.actions.iter().filter_map(|id| rules.rules.iter().find(|rule| rule.id == *id)).collect();
    let verdict = |rule: &Rule| assessment.verdicts.iter().find(|verdict| verdict.rule.id == rule.id);
    let why = |rule: &Rule| verdict(rule).map(|row| whys(edition, assessment, &row.reasons)).unwrap_or_default();
    let mine = chosen.iter().map(|rule| Row {
        rule,
        standing: standing(told, panel, verdict(rule), rule),
        shared: first.iter().any(|other| other.id == rule.id),
        why: why(rule),
    });
    let plan = first.iter().map(|rule| {
        let place = chosen.iter().position(|other| other.id == rule.id);
        Row {
            rule,
            standing: place.map_or_else(|| told.not_chosen.into(), |at| told.chosen(&(at + 1))),
            shared: place.is_some(),
            why: why(rule),
        }
    });
    let grade = assessment.severity.grade.map_or("unsure", crate::engine::rule::Grade::id);
    Comparison {
        grade: made.grade.clone(),
        same_grade: made.grade == grade,
        severity: panel.severity.clone(),
        mine: mine.collect(),
        plan: plan.collect(),
    }
}

/// The first actions of a plan.
fn first_actions(panel: &Panel) -> Vec<&'static Rule> {
    let now = panel.groups.iter().filter(|group| group.id == "now").flat_map(|group| &group.cards);
    now.filter(|card| card.status != Status::Withheld).map(|card| card.rule).take(ACTIONS).collect()
}

fn standing(told: &Commit, panel: &Panel, verdict: Option<&Verdict>, rule: &Rule) -> String {
    for group in &panel.groups {
        if let Some(at) = group.cards.iter().position(|card| card.rule.id == rule.id) {
            return match verdict.map(|row| row.status) {
                Some(Status::Withheld) => told.withheld(&rule.question),
                Some(Status::CheckFirst) => told.check_first(&rule.question),
                Some(Status::Advised | Status::NotIndicated) | None if group.id == "now" => told.to_do(&(at + 1)),
                Some(Status::Advised | Status::NotIndicated) | None => told.under(&group.title),
            };
        }
    }
    match verdict.map(|row| row.truth) {
        Some(crate::engine::criterion::Truth::Unknown) => told.waiting.into(),
        Some(_) | None => told.not_met.into(),
    }
}
