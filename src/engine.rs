//! The engine: findings in, verdicts with their reasons out.
//!
//! Pure and total: no DOM, no serialisation, no clock, no locale, and nothing in it can fail or panic once it is compiled.
//! It knows nothing of neuroleptic malignant syndrome; everything clinical is data in [`crate::guideline`].

pub mod agent;
pub mod assessment;
pub mod beyond;
pub mod bound;
pub mod check;
pub mod coding;
pub mod condition;
pub mod criterion;
pub mod dantrolene;
pub mod decimal;
pub mod derived;
pub mod describe;
pub mod finding;
mod folding;
mod following;
pub mod letters;
mod memory;
pub mod rechallenge;
pub mod rule;
pub mod rule_set;
pub mod source;
pub mod stock;
pub mod threshold;
pub mod unit;
pub mod what_if;
