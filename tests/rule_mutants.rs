//! Mutants of the rules: each smallest change of the rule set must be noticed by a vignette of `tests/cases`.
//!
//! A mutant that no vignette notices is either the same in effect, on every answer that was drawn, or a gap.
//! `UPDATE_EXPECT=1 cargo test --test rule_mutants` rewrites `docs/mutation.md`; `cargo xtask mutants --rules` draws more.
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

#[path = "rule_mutants/behaviour.rs"]
mod behaviour;
#[path = "rule_mutants/criteria.rs"]
mod criteria;
#[path = "rule_mutants/mutants.rs"]
mod mutants;
#[path = "rule_mutants/reads.rs"]
mod reads;
#[path = "rule_mutants/report.rs"]
mod report;
#[path = "rule_mutants/run.rs"]
mod run;
#[path = "rule_mutants/search.rs"]
mod search;
