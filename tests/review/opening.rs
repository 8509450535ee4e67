//! What opens the sheet beside gate, grade and doses: what speaks against a line, and the first screens; and the words that
//! the form reads as bounds.

use nms_advisor::engine::criterion::{Criterion, NEVER};
use nms_advisor::engine::describe::sentence;
use nms_advisor::engine::rule::Kind;
use nms_advisor::engine::rule_set::RuleSet;
use nms_advisor::guideline::raised::RAISED;

use super::{Sheet, capital, columns, line, sources, title};
use crate::vignettes::cases_of;

/// What withholds a line or asks first, all in one place.
pub(super) fn against(sheet: &mut Sheet, rules: &RuleSet) {
    title(sheet, "What speaks against a line", "Met, the line is withheld; while it is unknown, the line asks first.");
    columns(sheet, &["Line", "Withheld if", "Asks also if", "Question"]);
    let guarded = rules.rules.iter().filter(|rule| rule.contraindicated_by != NEVER || rule.check_first_if != NEVER);
    for rule in guarded {
        let words = |criterion: &Criterion| {
            if *criterion == NEVER { String::new() } else { capital(&sentence(rules, criterion)) }
        };
        line(
            sheet,
            &[rule.headline.into(), words(&rule.contraindicated_by), words(&rule.check_first_if), rule.question.into()],
        );
    }
}

/// What the reader sees first in eleven cases.
pub(super) fn screens(sheet: &mut Sheet) {
    title(
        sheet,
        "Eleven first screens",
        "The rows that ask for an action, in order; a question mark means that a question comes first. Every other line is folded beneath one of them or lies in a drawer.",
    );
    columns(sheet, &["Case", "State, grade", "Rows"]);
    for case in cases_of("screens") {
        let result = case.assess(&nms_advisor::guideline::NMS);
        let grade = result.severity.grade.map_or("none", nms_advisor::engine::rule::Grade::id);
        let told = result.action_rows().map(|row| {
            let asks = if row.pending.is_some() { "?" } else { "" };
            let lead = if row.rule.kind == Kind::Avoid { "Avoid: " } else { "" };
            format!("{lead}{}{asks}", row.rule.headline)
        });
        let rows = told.enumerate().map(|(at, row)| format!("{}. {row}", at + 1)).collect::<Vec<_>>().join("<br>");
        line(sheet, &[capital(&case.name), format!("{}, {grade}", result.suspicion.id()), rows]);
    }
}

/// The words that are read as bounds.
pub(super) fn raised(sheet: &mut Sheet, rules: &RuleSet) {
    title(
        sheet,
        "Raised, without a number",
        "The form offers these words beside the empty field. A condition counts as met only where every value of the bound meets it; the number is still asked for.",
    );
    columns(sheet, &["Word", "Read as", "Basis", "Sources", "Why"]);
    for row in RAISED {
        let bound = sentence(rules, &Criterion::Above(row.finding, row.above));
        let why = row.source.interpretation.into();
        line(sheet, &[row.word.into(), capital(&bound), row.basis.id().into(), sources(&row.source), why]);
    }
}
