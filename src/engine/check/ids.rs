//! The check of ids: none is there twice, none is empty.

use super::{Sentence, first_defect, same};
use crate::engine::finding::FindingKind;
use crate::engine::rule_set::RuleSet;

/// No two rows of a table have the same id.
macro_rules! unique {
    ($what:literal, $rows:expr, $id:ident) => {{
        let mut at = 0;
        while at < $rows.len() {
            let id = $rows[at].$id;
            let mut other = at + 1;
            if id.is_empty() {
                return Err(Sentence::of(&["a ", $what, " has no id: every row needs one of its own"]));
            }
            while other < $rows.len() {
                if same(id, $rows[other].$id) {
                    return Err(twice($what, id));
                }
                other += 1;
            }
            at += 1;
        }
    }};
}

const fn twice(what: &str, id: &str) -> Sentence {
    Sentence::of(&["the ", what, " `", id, "` is there twice: give one of them an id of its own, or take it out"])
}

/// Every table whose rows have ids.
#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its table")]
pub(super) const fn check_ids(rules: &RuleSet) -> Result<(), Sentence> {
    let beyond = &rules.beyond;
    unique!("finding", rules.findings, id);
    unique!("derived finding", rules.derived, id);
    unique!("definition", rules.definitions, id);
    unique!("severity row", rules.severity, id);
    unique!("rule", rules.rules, id);
    unique!("statement", rules.statements, id);
    unique!("citation", rules.citations, id);
    unique!("agent", rules.agents, id);
    unique!("disagreement", rules.disagreements, id);
    unique!("notice", rules.notices, id);
    unique!("omission of the statement", rules.omissions, statement);
    unique!("retired rule", rules.retired, id);
    unique!("score item", beyond.score.items, id);
    unique!("feature", beyond.features, id);
    unique!("look-alike", beyond.look_alikes, id);
    unique!("drug card", beyond.drugs, id);
    unique!("contact", beyond.contacts, id);
    first_defect!(check_derived_ids(rules), check_options(rules));
    if rules.agents.len() > 256 || rules.rules.len() > 256 || rules.findings.len() > 256 {
        return Err(Sentence::of(&[
            "a set of rows holds at most 256: the table of agents, of rules or of findings is longer",
        ]));
    }
    Ok(())
}

/// Askable and derived findings are named in the same words.
#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its table")]
const fn check_derived_ids(rules: &RuleSet) -> Result<(), Sentence> {
    let mut at = 0;
    while at < rules.derived.len() {
        let mut asked = 0;
        while asked < rules.findings.len() {
            if same(rules.derived[at].id, rules.findings[asked].id) {
                return Err(twice("finding, once asked and once derived,", rules.derived[at].id));
            }
            asked += 1;
        }
        at += 1;
    }
    Ok(())
}

/// The options of a choice.
#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its table")]
const fn check_options(rules: &RuleSet) -> Result<(), Sentence> {
    let mut at = 0;
    while at < rules.findings.len() {
        if let FindingKind::Choice(options) = rules.findings[at].kind {
            let mut one = 0;
            while one < options.len() {
                let mut other = one + 1;
                while other < options.len() {
                    if same(options[one].id, options[other].id) {
                        return Err(twice("option", options[one].id).and(&[
                            "; it stands at the finding `",
                            rules.findings[at].id,
                            "`",
                        ]));
                    }
                    other += 1;
                }
                one += 1;
            }
        }
        at += 1;
    }
    Ok(())
}
