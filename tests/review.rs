//! The review sheet: the whole rule set as a text that a clinician reads and signs, generated from the tables.
//!
//! `UPDATE_EXPECT=1 cargo test --test review` rewrites `tests/review/review-sheet.md`; its diff is the clinical review.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test stops by panicking, and asks for one variant at a time"
)]

mod support;
#[path = "support/vignettes.rs"]
mod vignettes;

#[path = "review/sheet.rs"]
mod sheet;

use nms_advisor::guideline::NMS;
use nms_advisor::guideline::raised::RAISED;

#[test]
fn the_review_sheet_says_what_the_tables_say() {
    expect_test::expect_file!["review/review-sheet.md"].assert_eq(&sheet::sheet(&NMS));
}

/// Where a statement of the article can be seen.
fn homes(statement: &str) -> Vec<String> {
    let carries = |statements: &[&str]| statements.contains(&statement);
    let mut homes = Vec::new();
    let mut add = |what: &str, id: &str, statements: &[&str]| {
        if carries(statements) {
            homes.push(format!("{what} {id}"));
        }
    };
    NMS.rules.iter().for_each(|row| add("rule", row.id, row.source.statements));
    NMS.definitions.iter().for_each(|row| add("definition", row.id, row.source.statements));
    NMS.severity.iter().for_each(|row| add("severity", row.id, row.source.statements));
    NMS.derived.iter().for_each(|row| add("derived", row.id, row.source.statements));
    NMS.findings.iter().for_each(|row| add("finding", row.id, row.source.statements));
    NMS.notices.iter().for_each(|row| add("notice", row.id, row.statements));
    NMS.omissions.iter().for_each(|row| add("omission", row.statement, &[row.statement]));
    homes
}

#[test]
fn all_64_statements_of_the_article_are_accounted_for() {
    let numbered: Vec<String> = (1..=64).map(|number| format!("S{number:02}")).collect();
    let ids: Vec<&str> = NMS.statements.iter().map(|row| row.id).collect();
    assert_eq!(ids, numbered, "the statements are S01 to S64, in order");
    let orphans: Vec<&str> = ids.iter().copied().filter(|id| homes(id).is_empty()).collect();
    println!(
        "{} of {} statements accounted for, {} omitted with a reason",
        ids.len() - orphans.len(),
        ids.len(),
        NMS.omissions.len()
    );
    assert!(orphans.is_empty(), "statements without a home: {orphans:?}");
}

#[test]
fn every_instruction_of_the_article_is_carried_by_a_rule() {
    // actions, drugs, hierarchy, monitoring, complications, pitfalls and aftercare speak of the patient
    let spoken = [
        "action",
        "drug",
        "hierarchy",
        "monitoring",
        "complication",
        "pitfall",
        "post-resolution",
        "prognosis",
        "diagnosis",
        "threshold",
    ];
    for row in NMS.statements.iter().filter(|row| spoken.contains(&row.kind)) {
        let carried = NMS.rules.iter().any(|rule| rule.source.statements.contains(&row.id));
        assert!(carried, "{} is carried by no rule, only by {:?}", row.id, homes(row.id));
    }
}

#[test]
fn an_omitted_statement_stands_nowhere_else_and_gives_its_reason() {
    for row in NMS.omissions {
        assert_eq!(homes(row.statement), [format!("omission {}", row.statement)]);
        assert!(row.reason.len() > 40, "{}: a reason in words", row.statement);
    }
    assert!(NMS.omissions.len() <= 3, "there are few omissions");
}

#[test]
fn every_citation_that_a_line_names_is_in_the_list() {
    let sources = NMS.rules.iter().map(|row| row.source.citations);
    let sources = sources.chain(NMS.definitions.iter().map(|row| row.source.citations));
    let sources = sources.chain(NMS.severity.iter().map(|row| row.source.citations));
    let sources = sources.chain(NMS.derived.iter().map(|row| row.source.citations));
    let sources = sources.chain(NMS.suspicion.rows.iter().map(|row| row.source.citations));
    let sources = sources.chain(RAISED.iter().map(|row| row.source.citations));
    let sources = sources.chain(NMS.disagreements.iter().map(|row| row.source.citations));
    let used: std::collections::BTreeSet<&str> = sources.flatten().copied().collect();
    for id in &used {
        assert!(NMS.citation(id).is_some(), "{id} is not listed");
    }
    let unused = NMS.citations.iter().filter(|row| !used.contains(row.id)).count();
    println!("{} of {} citations are used", NMS.citations.len() - unused, NMS.citations.len());
}
