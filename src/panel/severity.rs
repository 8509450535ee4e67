//! How bad it is, in words, and the answers that made it so.

use crate::engine::assessment::Assessment;
use crate::engine::criterion::Truth;
use crate::engine::describe;
use crate::engine::finding::{FindingIndex, Value};
use crate::wording::Edition;

use super::{SeverityLine, SeverityRow, authority, whys};

pub(super) fn severity_line(edition: Edition, assessment: &Assessment) -> SeverityLine {
    let (severity, state) = (&assessment.severity, &edition.words.state);
    let text = match severity.grade {
        None => state.severity_unknown.to_string(),
        Some(grade) if severity.at_least => state.at_least(&state.grades_within.of(grade)),
        Some(grade) => state.grades.of(grade).to_string(),
    };
    let could_raise: Vec<&str> = severity.missing.iter().map(|index| describe::label(edition.rules, *index)).collect();
    SeverityLine {
        grade: severity.grade,
        at_least: severity.at_least,
        text,
        missing: could_raise.join(", "),
        could_raise,
        made_by: made_by(edition, assessment),
        criteria: severity
            .met
            .iter()
            .map(|(row, reasons)| SeverityRow {
                label: row.label,
                basis: row.basis,
                why: whys(edition, assessment, reasons),
                authority: authority(edition.rules, &row.source),
            })
            .collect(),
    }
}

/// The answers behind the grade, each once: what is said already is not said again by a row that rests on it too.
fn made_by(edition: Edition, assessment: &Assessment) -> Vec<String> {
    let rules = edition.rules;
    let mut said: Vec<FindingIndex> = Vec::new();
    let met = assessment.severity.met.iter().flat_map(|(_, reasons)| reasons);
    for reason in met.filter(|reason| reason.truth == Truth::Met) {
        if !said.contains(&reason.finding) {
            said.push(reason.finding);
        }
    }
    let words = |index: FindingIndex| {
        let name = describe::label(rules, index);
        match assessment.answers.get(index) {
            Some(Value::Boolean(true)) => name.to_string(),
            _ => {
                edition.words.plan.answered(&name, &describe::answer(&edition.words.format, &assessment.answers, index))
            }
        }
    };
    said.into_iter().map(words).collect()
}
