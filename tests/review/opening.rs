//! What opens the sheet beside gate, grade and doses: what speaks against a line, and the first screens.

use nms_advisor::engine::criterion::{Criterion, NEVER};
use nms_advisor::engine::describe::sentence;
use nms_advisor::engine::rule::Kind;
use nms_advisor::engine::rule_set::RuleSet;

use super::{Sheet, capital, columns, line, title};
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
