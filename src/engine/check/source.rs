//! The check of sources: every row has one that fits its basis, and what it names is there.

use super::{Sentence, each, first_defect, same};
use crate::engine::condition::Table;
use crate::engine::rule_set::{Disagreement, RuleSet};
use crate::engine::source::{Basis, Source};

#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its table")]
pub(super) const fn check_sources(rules: &RuleSet) -> Result<(), Sentence> {
    each!(rules.findings, row => check_named(rules, "finding", row.id, &row.source));
    each!(rules.derived, row => check_source(rules, Table::Derived.row(), row.id, row.basis, &row.source));
    each!(rules.definitions, row => check_source(rules, Table::Definitions.row(), row.id, row.basis, &row.source));
    each!(rules.suspicion.rows, row => check_source(rules, Table::Suspicion.row(), row.label, row.basis, &row.source));
    each!(rules.severity, row => check_source(rules, Table::Severity.row(), row.id, row.basis, &row.source));
    each!(rules.rules, row => check_source(rules, Table::Rules.row(), row.id, row.basis, &row.source));
    each!(rules.disagreements, row => check_disagreement(rules, row));
    each!(rules.notices, row => check_statements(rules, "notice", row.id, row.statements));
    each!(rules.omissions, row => check_statements(rules, "omission of", row.statement, &[row.statement]));
    each!(rules.omissions, row => if row.reason.is_empty() {
        Err(Sentence::of(&["the omission of `", row.statement, "` gives no reason: say why nothing is shown of it"]))
    } else {
        Ok(())
    });
    Ok(())
}

#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its list")]
const fn check_disagreement(rules: &RuleSet, row: &Disagreement) -> Result<(), Sentence> {
    if row.source.statements.is_empty() && row.source.citations.is_empty() {
        return Err(Sentence::of(&["the disagreement `", row.id, "` names no source: cite both sides"]));
    }
    first_defect!(check_named(rules, "disagreement", row.id, &row.source));
    each!(row.rules, rule => known_rule(rules, "disagreement", row.id, rule));
    Ok(())
}

/// The source fits the basis, and what it names is there.
pub(super) const fn check_source(
    rules: &RuleSet,
    row: &str,
    id: &str,
    basis: Basis,
    source: &Source,
) -> Result<(), Sentence> {
    let (sourced, remedy) = match basis {
        Basis::Article => (!source.statements.is_empty(), "name a statement"),
        Basis::Literature => (!source.citations.is_empty(), "name a citation"),
        Basis::Design => (!source.interpretation.is_empty(), "give the reason"),
    };
    if !sourced {
        return Err(Sentence::of(&[
            "the ",
            row,
            " `",
            id,
            "` has no source that fits its basis `",
            basis.id(),
            "`: ",
            remedy,
            " in `source`",
        ]));
    }
    check_named(rules, row, id, source)
}

/// The statements and citations of a source are there.
#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its list")]
pub(super) const fn check_named(rules: &RuleSet, row: &str, id: &str, source: &Source) -> Result<(), Sentence> {
    first_defect!(check_statements(rules, row, id, source.statements));
    each!(source.citations, citation => check_citation(rules, row, id, citation));
    Ok(())
}

#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its list")]
const fn check_statements(rules: &RuleSet, row: &str, id: &str, statements: &[&str]) -> Result<(), Sentence> {
    each!(statements, statement => check_statement(rules, row, id, statement));
    Ok(())
}

#[expect(clippy::indexing_slicing, reason = "const fn: the loop stays inside the table")]
const fn check_statement(rules: &RuleSet, row: &str, id: &str, statement: &str) -> Result<(), Sentence> {
    let mut at = 0;
    while at < rules.statements.len() {
        if same(rules.statements[at].id, statement) {
            return Ok(());
        }
        at += 1;
    }
    Err(Sentence::of(&[
        "the ",
        row,
        " `",
        id,
        "` names the statement `",
        statement,
        "`, which the article does not have: name one of the table of statements",
    ]))
}

#[expect(clippy::indexing_slicing, reason = "const fn: the loop stays inside the table")]
const fn check_citation(rules: &RuleSet, row: &str, id: &str, citation: &str) -> Result<(), Sentence> {
    let mut at = 0;
    while at < rules.citations.len() {
        if same(rules.citations[at].id, citation) {
            return Ok(());
        }
        at += 1;
    }
    Err(Sentence::of(&[
        "the ",
        row,
        " `",
        id,
        "` names the citation `",
        citation,
        "`, which is not there: name one of the table of citations, or add it",
    ]))
}

/// The rule that a row names is there.
#[expect(clippy::indexing_slicing, reason = "const fn: the loop stays inside the table")]
pub(super) const fn known_rule(rules: &RuleSet, row: &str, id: &str, rule: &str) -> Result<(), Sentence> {
    let mut at = 0;
    while at < rules.rules.len() {
        if same(rules.rules[at].id, rule) {
            return Ok(());
        }
        at += 1;
    }
    Err(Sentence::of(&[
        "the ",
        row,
        " `",
        id,
        "` names the rule `",
        rule,
        "`, which is not there: name one of the rules, or take it out",
    ]))
}
