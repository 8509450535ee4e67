//! The reader of a typed line and a pasted text: what it reads, what it leaves to the reader, and what it quotes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test stops by panicking, and asks for one variant at a time"
)]

#[path = "from_text/json.rs"]
mod json;
#[path = "hostile/line.rs"]
mod line;
#[path = "from_text/mixed.rs"]
mod mixed;
#[path = "from_text/shown.rs"]
mod shown;
mod support;
#[path = "support/vignettes.rs"]
mod vignettes;
#[path = "from_text/written.rs"]
mod written;

use std::fmt::Write as _;
use std::path::Path;

use expect_test::expect_file;
use shown::shown;

/// Lines and, indented below each, what is read of it. `UPDATE_EXPECT=1` writes what is read; its diff is the review.
fn check(name: &str, least: usize) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/from_text/{name}.txt"));
    let text = std::fs::read_to_string(&file).unwrap();
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty() && !line.starts_with("    ")).collect();
    assert!(lines.len() >= least, "{name} has {} lines", lines.len());
    let mut wanted = String::new();
    for line in lines {
        let typed = line.replace("\\n", "\n").replace("\\t", "\t").replace("\\u{200b}", "\u{200b}");
        // writing into a string cannot fail
        let _ = write!(wanted, "{line}\n    {}\n", shown(&typed));
    }
    expect_file![file].assert_eq(&wanted);
}

#[test]
fn vital_signs_are_read_behind_their_labels() {
    check("vitals", 60);
}

#[test]
fn laboratory_values_are_read_in_their_units() {
    check("laboratory", 60);
}

#[test]
fn a_number_is_read_whole_or_not_at_all() {
    check("numbers", 60);
}

#[test]
fn names_and_choices_are_read_in_clauses_that_are_understood_whole() {
    check("names", 50);
}

#[test]
fn a_denial_answers_no_for_one_name_alone() {
    check("denial", 50);
}

#[test]
fn other_times_and_persons_doubts_and_plans_answer_nothing() {
    check("context", 40);
}

#[test]
fn a_drug_is_taken_only_where_nothing_denies_it() {
    check("drugs", 50);
}
