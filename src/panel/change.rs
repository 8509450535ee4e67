//! What would change the plan, in words: each answer's nearest change, and what each missing answer could still do.

use crate::engine::assessment::Assessment;
use crate::engine::describe::{self, unit_label};
use crate::engine::finding::{FindingIndex, Findings, Value};
use crate::engine::rule::{Rule, Urgency};
use crate::engine::what_if::{Target, Weight, WhatIf, ask_next, what_if};
use crate::wording::{Edition, Words};

/// What would change the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Missing answers, the one that matters most first.
    pub asks: Vec<AskLine>,
    /// The nearest change of each answer that was given.
    pub nearest: Vec<ChangeLine>,
}

/// A missing answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskLine {
    /// Which.
    pub index: FindingIndex,
    /// Its name.
    pub finding: &'static str,
    /// Whether it matters alone, with others, or no longer.
    pub weight: Weight,
    /// The answer with the greatest effect, and that effect; empty where none has one by itself.
    pub effect: String,
}

/// The nearest change of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeLine {
    /// Which.
    pub index: FindingIndex,
    /// Its name.
    pub finding: &'static str,
    /// The answer now.
    pub now: String,
    /// The answer that changes the plan: "above 41.1 °C".
    pub then: String,
    /// What it changes.
    pub effect: String,
}

/// What would change the plan of an assessment of these findings.
#[must_use]
pub fn changes(edition: impl Into<Edition>, assessment: &Assessment, findings: &Findings) -> Changes {
    let edition = edition.into();
    Changes { asks: asks(edition, assessment, findings), nearest: nearest(edition, assessment, findings) }
}

/// Missing answers, the one that matters most first.
#[must_use]
pub fn asks(edition: Edition, assessment: &Assessment, findings: &Findings) -> Vec<AskLine> {
    let Edition { rules, words } = edition;
    let ask = |ask: crate::engine::what_if::Ask| AskLine {
        index: ask.finding,
        finding: describe::label(rules, ask.finding),
        weight: ask.weight,
        effect: ask.best.map_or_else(String::new, |change| {
            format!("{}: {}", target(edition, assessment, &change), effect(words, assessment, &change))
        }),
    };
    ask_next(assessment, findings).into_iter().map(ask).collect()
}

/// The nearest change of each answer that was given.
#[must_use]
pub fn nearest(edition: Edition, assessment: &Assessment, findings: &Findings) -> Vec<ChangeLine> {
    let Edition { rules, words } = edition;
    let nearest = |change: WhatIf| ChangeLine {
        index: change.finding,
        finding: describe::label(rules, change.finding),
        now: describe::answer(&words.format, &assessment.answers, change.finding),
        then: target(edition, assessment, &change),
        effect: effect(words, assessment, &change),
    };
    what_if(rules, findings, assessment.scope).into_iter().map(nearest).collect()
}

fn target(edition: Edition, assessment: &Assessment, change: &WhatIf) -> String {
    let (rules, told, format) = (edition.rules, &edition.words.changes, &edition.words.format);
    match change.target {
        Target::Answer(Value::Rows(rows)) => {
            let names = |row: usize| rules.agents.get(row).map(|agent| agent.id);
            // any antagonist stands for all of them; a drug that is looked for by name stands for itself
            let name = rows.iter().find_map(names).unwrap_or("");
            let any = rules.agents.first().is_some_and(|first| first.id == name);
            if any { told.antagonist.into() } else { name.into() }
        }
        Target::Answer(value) => describe::value(format, &assessment.answers, change.finding, value),
        Target::From(_) | Target::Above(_) | Target::Below(_) | Target::AtMost(_) => {
            limit_text(edition.words, change.target, unit_label(rules, change.finding))
        }
    }
}

/// A stretch of numbers in words; nothing for an answer that is no number.
#[must_use]
pub fn limit_text(words: &Words, target: Target, unit: &str) -> String {
    let (told, number) = (&words.changes, |limit| words.format.quantity(limit, unit));
    match target {
        Target::From(limit) => told.or_more(&number(limit)),
        Target::Above(limit) => told.above(&number(limit)),
        Target::Below(limit) => told.below(&number(limit)),
        Target::AtMost(limit) => told.or_less(&number(limit)),
        Target::Answer(_) => String::new(),
    }
}

/// Suspicion and grade where they change, then the lines, the most urgent by name.
fn effect(words: &Words, assessment: &Assessment, change: &WhatIf) -> String {
    let (told, state) = (&words.changes, &words.state);
    let mut parts = Vec::new();
    if change.suspicion != assessment.suspicion {
        parts.push(state.suspicion(change.suspicion).text.to_string());
    }
    if change.grade != assessment.severity.grade {
        parts.push(change.grade.map_or(told.no_grade, |grade| state.grades_within.of(grade)).to_string());
    }
    let mut name = |rules: &[&'static Rule], say: &dyn Fn(&'static str) -> String| {
        if let Some(first) = most_urgent(rules) {
            let more = rules.len() - 1;
            let more = if more == 0 { String::new() } else { told.and_more(&more) };
            parts.push(format!("{}{more}", say(first.text)));
        }
    };
    name(&change.added, &|line| told.adds(&line));
    name(&change.removed, &|line| told.removes(&line));
    name(&change.changed, &|line| told.turns(&line));
    parts.join("; ")
}

fn most_urgent(rules: &[&'static Rule]) -> Option<&'static Rule> {
    let urgent = rules.iter().find(|rule| rule.urgency == Urgency::Critical);
    urgent.or(rules.first()).copied()
}
