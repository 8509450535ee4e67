//! Proofs over the whole input space: the rule set as decision diagrams, and the safety invariants as formulas over them.
//!
//! A formula holds for every input, not only for drawn ones; where one fails, the smallest answers found are printed as JSON.
//! `UPDATE_EXPECT=1 cargo test --test proofs` rewrites `docs/safety-case.md`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test stops by panicking, and asks for one variant at a time"
)]

mod support;

#[path = "proofs/claims.rs"]
mod claims;
#[path = "proofs/conformance.rs"]
mod conformance;
#[path = "proofs/model.rs"]
mod model;
#[path = "proofs/plan.rs"]
mod plan;
#[path = "proofs/prove.rs"]
mod prove;
#[path = "proofs/space.rs"]
mod space;
#[path = "proofs/steps.rs"]
mod steps;
#[path = "proofs/witness.rs"]
mod witness;

#[test]
fn inv_01() {
    prove::proved(plan::inv_01);
}

#[test]
fn inv_02() {
    prove::proved(plan::inv_02);
}
