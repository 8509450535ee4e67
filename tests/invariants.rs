//! The safety invariants of this rule set, each named by a test. They hold for every input: empty, partial,
//! contradictory, out of range, in both views.
//!
//! Where it is possible, a test draws answers from the whole input space, with values just below, at and just above
//! every threshold that the rule set itself contains. Where an invariant speaks of text or storage, the test reads that.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test stops by panicking, and asks for one variant at a time"
)]

mod support;

#[path = "invariants/integrity.rs"]
mod integrity;
#[path = "invariants/never.rs"]
mod never;
#[path = "invariants/plan.rs"]
mod plan;
#[path = "invariants/urgency.rs"]
mod urgency;
