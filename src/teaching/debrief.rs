//! After a run: what happened when, held against the plan that was in force at each moment.

use crate::engine::assessment::{Assessment, Scope, Status};
use crate::engine::describe;
use crate::engine::rule::{Kind, Rule, Section, Urgency};
use crate::engine::rule_set::RuleSet;
use crate::teaching::log::{At, Log, Marked, What};
use crate::teaching::{assessed, clock};

/// The run, told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Debrief {
    /// When it began.
    pub started: Option<At>,
    /// Every event, in order.
    pub lines: Vec<Line>,
    /// Every step to do that was in the plan at any time, in the order in which it came into it.
    pub steps: Vec<KeyStep>,
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
        match self.marked {
            None if self.in_plan => "not done".into(),
            None => "left the plan before it was done".into(),
            Some(Marked { skipped: Some(reason), .. }) => format!("left out: {}", reason.label()),
            Some(_) => match self.delay() {
                Some(seconds) if seconds >= 0 => format!("done after {}", clock(seconds)),
                _ => "done before it was called for".into(),
            },
        }
    }
}

/// The run of a log.
#[must_use]
pub fn debrief(rules: &'static RuleSet, log: &Log, scope: Scope) -> Debrief {
    let Some(started) = log.state().started else { return Debrief::default() };
    let mut told = Debrief { started: Some(started), ..Debrief::default() };
    let mut now = assessed(rules, &log.state_after(0).entries, scope);
    let undone = |event: usize| log.events().iter().any(|row| row.what == What::Undone(event));
    for (position, event) in log.events().iter().enumerate() {
        let plan = standing(&now, &event.what);
        if matches!(event.what, What::Answered(..)) {
            now = assessed(rules, &log.state_after(position + 1).entries, scope);
        }
        gather(&mut told.steps, &now, event.at, log);
        told.lines.push(Line {
            at: event.at,
            since: clock(event.at.seconds_since(started)),
            what: words(rules, log, &event.what),
            plan,
            grade: grade(&now),
            undone: undone(position),
        });
    }
    for step in &mut told.steps {
        step.in_plan = now.plan().any(|verdict| verdict.rule.id == step.rule.id && verdict.status != Status::Withheld);
    }
    told
}

/// Takes up what came into the plan.
fn gather(steps: &mut Vec<KeyStep>, now: &Assessment, at: At, log: &Log) {
    let called_for = now.plan().filter(|verdict| {
        let step = verdict.rule.kind == Kind::Do || verdict.rule.urgency == Urgency::Critical;
        step && !matches!(verdict.rule.kind, Kind::Avoid | Kind::Note | Kind::Watch)
            && verdict.rule.section != Section::Aftercare
            && verdict.status != Status::Withheld
    });
    for verdict in called_for {
        if steps.iter().all(|step| step.rule.id != verdict.rule.id) {
            let marked = log.state().marked(verdict.rule.id);
            steps.push(KeyStep { rule: verdict.rule, called_for: at, marked, in_plan: true });
        }
    }
}

fn standing(now: &Assessment, what: &What) -> &'static str {
    let (What::Ticked(id) | What::Skipped(id, _)) = what else { return "" };
    match now.plan().find(|verdict| verdict.rule.id == *id).map(|verdict| verdict.status) {
        Some(Status::Advised) => "in the plan",
        Some(Status::CheckFirst) => "in the plan, check first",
        Some(Status::Withheld) => "withheld at that moment",
        Some(Status::NotIndicated) | None => "not in the plan at that moment",
    }
}

fn grade(now: &Assessment) -> String {
    match now.severity.grade {
        None => "not known".into(),
        Some(grade) if now.severity.at_least => format!("at least {}", grade.id()),
        Some(grade) => grade.id().into(),
    }
}

fn words(rules: &'static RuleSet, log: &Log, what: &What) -> String {
    let text = |id: &str| rules.rule(id).map_or("", |rule| rule.text);
    let of = |event: usize| log.events().get(event).map(|event| words(rules, log, &event.what)).unwrap_or_default();
    match what {
        What::Started => "Run started".into(),
        What::Ended => "Run ended".into(),
        What::Ticked(id) => format!("Done: {}", text(id)),
        What::Skipped(id, reason) => format!("Left out, {}: {}", reason.label(), text(id)),
        What::Timer(minutes) => format!("Reminder in {minutes}\u{a0}min"),
        What::Remark(words) => format!("Remark: {words}"),
        What::Undone(event) => format!("Taken back: {}", of(*event)),
        What::Amended(event, when) => {
            let since = log.state().started.map_or(0, |started| when.seconds_since(started));
            format!("Amended to {}: {}", clock(since), of(*event))
        }
        What::Answered(index, entry) if entry.text.is_empty() => {
            format!("{}: not known any more", describe::label(rules, *index))
        }
        What::Answered(index, entry) => {
            let session = crate::session::Session {
                entries: std::iter::once((*index, entry.clone())).collect(),
                ..crate::session::Session::default()
            };
            let reading = session.read(rules);
            let answers = crate::engine::assessment::answers(rules, &reading.findings, Scope::All);
            let read = reading.findings.get(*index).is_some();
            let answer = if read {
                describe::answer(&crate::wording::EN.format, &answers, *index)
            } else {
                format!("{} (not used)", entry.text)
            };
            format!("{}: {answer}", describe::label(rules, *index))
        }
    }
}

/// The time line as a table for a spreadsheet: comma-separated, every cell in quotes.
#[must_use]
pub fn csv(told: &Debrief) -> String {
    let mut text =
        String::from("\"since start\",\"milliseconds since 1970\",\"what\",\"plan\",\"grade\",\"taken back\"\r\n");
    for line in &told.lines {
        let at = line.at.0.to_string();
        let undone = if line.undone { "yes" } else { "" };
        let cells = [line.since.as_str(), &at, &line.what, line.plan, &line.grade, undone];
        let row: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&row.join(","));
        text.push_str("\r\n");
    }
    text.push_str("\r\n\"step\",\"called for, since start\",\"outcome\"\r\n");
    for step in &told.steps {
        let since = told.started.map_or(0, |started| step.called_for.seconds_since(started));
        let row = [quoted(step.rule.text), quoted(&clock(since)), quoted(&step.outcome())].join(",");
        text.push_str(&row);
        text.push_str("\r\n");
    }
    text
}

/// A spreadsheet takes a cell that begins like a formula for one: a sign in front keeps it a text.
fn quoted(cell: &str) -> String {
    let lead = if cell.starts_with(['=', '+', '-', '@', '\t']) { "'" } else { "" };
    format!("\"{lead}{}\"", cell.replace('"', "\"\""))
}
