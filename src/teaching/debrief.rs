//! After a run: what happened when, held against the plan that was in force at each moment.

use crate::engine::assessment::{Assessment, Scope, Status};
use crate::engine::describe;
use crate::engine::rule::{Kind, Rule, Section, Urgency};
use crate::teaching::log::{At, Log, Marked, What};
use crate::teaching::{assessed, clock};
use crate::wording::room::{Lesson, RoomWords};

/// The run, told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Debrief {
    /// When it began.
    pub started: Option<At>,
    /// Every event, in order.
    pub lines: Vec<Line>,
    /// Every step to do that was in the plan at any time, in the order in which it came into it.
    pub steps: Vec<KeyStep>,
    /// In whose words.
    words: &'static RoomWords,
}

impl Debrief {
    /// The words in which it is told.
    #[must_use]
    pub const fn words(&self) -> &'static RoomWords {
        self.words
    }
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// When it was entered.
    pub at: At,
    /// Since the start, as a clock reads.
    pub since: String,
    /// What happened.
    pub what: String,
    /// How the step stood in the plan at that moment; empty where the event is no step.
    pub plan: &'static str,
    /// The grade from then on.
    pub grade: String,
    /// Whether it was taken back later.
    pub undone: bool,
}

/// One step that was called for.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyStep {
    /// The line.
    pub rule: &'static Rule,
    /// When it came into the plan.
    pub called_for: At,
    /// How it stands at the end.
    pub marked: Option<Marked>,
    /// Whether it was still in the plan at the end.
    pub in_plan: bool,
    words: &'static RoomWords,
}

impl KeyStep {
    /// From being called for to being done, in seconds; `None` where it was not done.
    #[must_use]
    pub fn delay(&self) -> Option<i64> {
        let marked = self.marked.filter(|marked| marked.skipped.is_none())?;
        Some(marked.at().seconds_since(self.called_for))
    }

    /// How it ended, in words.
    #[must_use]
    pub fn outcome(&self) -> String {
        let told = &self.words.debrief;
        match self.marked {
            None if self.in_plan => told.not_done.into(),
            None => told.left_plan.into(),
            Some(Marked { skipped: Some(reason), .. }) => told.skipped(&self.words.skipped.of(reason)),
            Some(_) => match self.delay() {
                Some(seconds) if seconds >= 0 => told.done_after(&clock(seconds)),
                _ => told.done_early.into(),
            },
        }
    }
}

/// The run of a log.
#[must_use]
pub fn debrief(lesson: impl Into<Lesson>, log: &Log, scope: Scope) -> Debrief {
    let lesson = lesson.into();
    let (rules, words) = (lesson.edition.rules, lesson.room);
    let Some(started) = log.state().started else { return Debrief { words, ..Debrief::default() } };
    let mut told = Debrief { started: Some(started), words, ..Debrief::default() };
    let mut now = assessed(rules, &log.state_after(0).entries, scope);
    let undone = |event: usize| log.events().iter().any(|row| row.what == What::Undone(event));
    for (position, event) in log.events().iter().enumerate() {
        let plan = standing(words, &now, &event.what);
        if matches!(event.what, What::Answered(..)) {
            now = assessed(rules, &log.state_after(position + 1).entries, scope);
        }
        gather(&mut told, &now, event.at, log);
        told.lines.push(Line {
            at: event.at,
            since: clock(event.at.seconds_since(started)),
            what: said(lesson, log, &event.what),
            plan,
            grade: lesson.grade(now.severity.grade, now.severity.at_least),
            undone: undone(position),
        });
    }
    for step in &mut told.steps {
        step.in_plan = now.plan().any(|verdict| verdict.rule.id == step.rule.id && verdict.status != Status::Withheld);
    }
    told
}

/// Takes up what came into the plan.
fn gather(told: &mut Debrief, now: &Assessment, at: At, log: &Log) {
    let Debrief { steps, words, .. } = told;
    let called_for = now.plan().filter(|verdict| {
        let (kind, critical) = (verdict.rule.kind, verdict.rule.urgency == Urgency::Critical);
        let step = (kind == Kind::Do && verdict.status == Status::Advised) || (kind == Kind::Consider && critical);
        step && verdict.is_row() && verdict.rule.section != Section::Aftercare
    });
    for verdict in called_for {
        if steps.iter().all(|step| step.rule.id != verdict.rule.id) {
            let marked = log.state().marked(verdict.rule.id);
            steps.push(KeyStep { rule: verdict.rule, called_for: at, marked, in_plan: true, words });
        }
    }
}

fn standing(words: &RoomWords, now: &Assessment, what: &What) -> &'static str {
    let told = &words.debrief;
    let (What::Ticked(id) | What::Skipped(id, _)) = what else { return "" };
    match now.plan().find(|verdict| verdict.rule.id == *id).map(|verdict| verdict.status) {
        Some(Status::Advised) => told.in_plan,
        Some(Status::CheckFirst) => told.in_plan_check,
        Some(Status::Withheld) => told.withheld,
        Some(Status::NotIndicated) | None => told.not_in_plan,
    }
}

fn said(lesson: Lesson, log: &Log, what: &What) -> String {
    let (rules, format, told) = (lesson.edition.rules, &lesson.edition.words.format, &lesson.room.debrief);
    let text = |id: &str| rules.rule(id).map_or("", |rule| rule.headline);
    let of = |event: usize| log.events().get(event).map(|event| said(lesson, log, &event.what)).unwrap_or_default();
    match what {
        What::Started => told.started.into(),
        What::Ended => told.ended.into(),
        What::Ticked(id) => told.done(&text(id)),
        What::Skipped(id, reason) => told.left_out(&lesson.room.skipped.of(*reason), &text(id)),
        What::Timer(minutes) => told.timer(minutes),
        What::Remark(text) => told.remark(text),
        What::Undone(event) => told.undone(&of(*event)),
        What::Amended(event, when) => {
            let since = log.state().started.map_or(0, |started| when.seconds_since(started));
            told.amended(&clock(since), &of(*event))
        }
        What::Answered(index, entry) if entry.text.is_empty() => told.not_known_now(&describe::label(rules, *index)),
        What::Answered(index, entry) => {
            let session = crate::session::Session {
                entries: std::iter::once((*index, entry.clone())).collect(),
                ..crate::session::Session::default()
            };
            let reading = session.read(rules);
            let answers = crate::engine::assessment::answers(rules, &reading.findings, Scope::All);
            let read = reading.findings.get(*index).is_some();
            let answer = if read { describe::answer(format, &answers, *index) } else { told.not_used(&entry.text) };
            format!("{}: {answer}", describe::label(rules, *index))
        }
    }
}
