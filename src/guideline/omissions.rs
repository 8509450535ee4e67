//! Statements that yield nothing to show, each with its reason. Data only.

use crate::engine::rule_set::Omission;

/// Omissions.
pub const OMISSIONS: &[Omission] = &[Omission {
    statement: "S05",
    reason: "An offer of the article's own page to adapt its language to the reader. It says nothing about the syndrome; this tool has one wording, for professionals.",
}];
