//! The check of a rule set, run when the crate is compiled: a defect stops the build in a sentence that names the row, the
//! place in it and the remedy.

#![expect(
    clippy::result_large_err,
    reason = "runs only while compiling; the sentence has to live somewhere without a heap"
)]

mod beyond;
mod condition;
mod derived;
mod ids;
mod plan;
mod read;
mod sentence;
mod source;

pub use read::is_read;
pub use sentence::{Sentence, nearest, position, same};

use super::rule_set::RuleSet;

/// Goes on only while every check finds nothing.
macro_rules! first_defect {
    ($($check:expr),* $(,)?) => {
        $(if let Err(defect) = $check {
            return Err(defect);
        })*
    };
}
use first_defect;

/// Walks through the rows of a table; stops at the first defect.
macro_rules! each {
    ($rows:expr, $row:ident => $check:expr) => {{
        let mut at = 0;
        while at < $rows.len() {
            let $row = &$rows[at];
            if let Err(defect) = $check {
                return Err(defect);
            }
            at += 1;
        }
    }};
}
use each;

/// Checks a whole rule set.
///
/// # Errors
/// The first defect found, as a sentence: an id that is there twice, a row without a source, a statement, a citation or a
/// rule that is not there, a definition that looks downward, a condition that asks for what is computed only after it or for
/// an answer of another kind, a threshold outside a finding's hard limits, a computation with what is no number of the same
/// unit, a finding that nothing reads and that gives no reason for being asked.
pub const fn check(rules: &RuleSet) -> Result<(), Sentence> {
    first_defect!(
        ids::check_ids(rules),
        derived::check_derived(rules),
        condition::check_conditions(rules),
        source::check_sources(rules),
        plan::check_plan(rules),
        beyond::check_beyond(rules),
        read::check_read(rules),
    );
    Ok(())
}
