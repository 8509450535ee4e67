//! What would change the plan, in words: each answer's nearest change, and what each missing answer could still do.

use crate::engine::assessment::Assessment;
use crate::engine::describe::{self, quantity, unit_label};
use crate::engine::finding::{FindingIndex, Findings, Value};
use crate::engine::rule::{Rule, Urgency};
use crate::engine::rule_set::RuleSet;
use crate::engine::what_if::{Target, Weight, WhatIf, ask_next, what_if};

use super::{grade_text, suspicion_text};

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
pub fn changes(rules: &'static RuleSet, assessment: &Assessment, findings: &Findings) -> Changes {
    let ask = |ask: crate::engine::what_if::Ask| AskLine {
        index: ask.finding,
        finding: describe::label(rules, ask.finding),
        weight: ask.weight,
        effect: ask.best.map_or_else(String::new, |change| {
            format!("{}: {}", target(rules, assessment, &change), effect(assessment, &change))
        }),
    };
    let nearest = |change: WhatIf| ChangeLine {
        index: change.finding,
        finding: describe::label(rules, change.finding),
        now: describe::answer(&assessment.answers, change.finding),
        then: target(rules, assessment, &change),
        effect: effect(assessment, &change),
    };
    Changes {
        asks: ask_next(assessment, findings).into_iter().map(ask).collect(),
        nearest: what_if(rules, findings, assessment.scope).into_iter().map(nearest).collect(),
    }
}

fn target(rules: &'static RuleSet, assessment: &Assessment, change: &WhatIf) -> String {
    let number = |number: crate::engine::decimal::Decimal| quantity(number, unit_label(rules, change.finding));
    match change.target {
        Target::Answer(Value::Rows(rows)) => {
            let names = |row: usize| rules.agents.get(row).map(|agent| agent.id);
            // any antagonist stands for all of them; a drug that is looked for by name stands for itself
            let name = rows.iter().find_map(names).unwrap_or("");
            if rules.agents.first().is_some_and(|first| first.id == name) {
                "a dopamine antagonist".into()
            } else {
                name.into()
            }
        }
        Target::Answer(value) => describe::value(&assessment.answers, change.finding, value),
        Target::From(limit) => format!("{} or more", number(limit)),
        Target::Above(limit) => format!("above {}", number(limit)),
        Target::Below(limit) => format!("below {}", number(limit)),
        Target::AtMost(limit) => format!("{} or less", number(limit)),
    }
}

/// Suspicion and grade where they change, then the lines, the most urgent by name.
fn effect(assessment: &Assessment, change: &WhatIf) -> String {
    let mut parts = Vec::new();
    if change.suspicion != assessment.suspicion {
        parts.push(suspicion_text(change.suspicion).0.to_string());
    }
    if change.grade != assessment.severity.grade {
        parts.push(change.grade.map_or_else(|| "no grade".to_string(), |grade| grade_text(grade).to_lowercase()));
    }
    for (word, rules) in [("adds", &change.added), ("removes", &change.removed), ("changes", &change.changed)] {
        if let Some(first) = most_urgent(rules) {
            let more = rules.len() - 1;
            let more = if more == 0 { String::new() } else { format!(" and {more} more") };
            parts.push(format!("{word} \u{201c}{}\u{201d}{more}", first.text));
        }
    }
    parts.join("; ")
}

fn most_urgent(rules: &[&'static Rule]) -> Option<&'static Rule> {
    let urgent = rules.iter().find(|rule| rule.urgency == Urgency::Critical);
    urgent.or(rules.first()).copied()
}
