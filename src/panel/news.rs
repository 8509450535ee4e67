//! What the last answer changed: lines that came, lines that went, lines that stand differently.

use crate::engine::assessment::{Assessment, Verdict};
use crate::engine::rule::Rule;
use crate::wording::Words;

/// What changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct News {
    /// The answer that changed it, by name; empty where it was not one answer.
    pub by: &'static str,
    /// Lines of the plan that are new or stand differently.
    pub lines: Vec<(&'static str, Mark)>,
    /// Lines that are gone.
    pub gone: Vec<&'static Rule>,
    /// Suspicion and severity, before and after, where they differ.
    pub turned: Vec<(String, String)>,
}

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It came into the plan.
    New,
    /// It was there with another status.
    Changed,
}

impl News {
    /// What became of a line; `None` where it stands as before.
    #[must_use]
    pub fn mark(&self, rule: &str) -> Option<Mark> {
        self.lines.iter().find(|(id, _)| *id == rule).map(|(_, mark)| *mark)
    }

    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.gone.is_empty() && self.turned.is_empty()
    }
}

/// What lies between two assessments.
#[must_use]
pub fn news(words: &Words, before: &Assessment, now: &Assessment, by: &'static str) -> News {
    let (old, new): (Vec<&Verdict>, Vec<&Verdict>) = (before.plan().collect(), now.plan().collect());
    let at =
        |list: &[&Verdict], id: &str| list.iter().find(|row| row.rule.id == id).map(|row| (row.status, row.pending));
    let mark = |row: &&Verdict| match at(&old, row.rule.id) {
        // the first plan is new as a whole
        None if old.is_empty() => None,
        None => Some((row.rule.id, Mark::New)),
        Some(was) if was != (row.status, row.pending) => Some((row.rule.id, Mark::Changed)),
        Some(_) => None,
    };
    let gone = old.iter().filter(|row| at(&new, row.rule.id).is_none()).map(|row| row.rule).collect();
    let grade = |assessment: &Assessment| {
        let severity = &assessment.severity;
        let graded = words.state.graded(severity.grade, severity.at_least);
        graded.unwrap_or_else(|| words.changes.severity_unknown.into())
    };
    let suspicion = |assessment: &Assessment| words.state.suspicion(assessment.suspicion).text.to_string();
    let turned = [(suspicion(before), suspicion(now)), (grade(before), grade(now))];
    News {
        by,
        lines: new.iter().filter_map(mark).collect(),
        gone,
        turned: turned.into_iter().filter(|(was, is)| was != is).collect(),
    }
}
