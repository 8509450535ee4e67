//! Data from outside: what is used of FHIR resources, what is not, and why.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    clippy::needless_pass_by_value,
    clippy::needless_raw_string_hashes,
    reason = "a test stops by panicking; a resource is written where it is passed; a golden is written by its tool"
)]

mod support;
#[path = "support/vignettes.rs"]
mod vignettes;

#[path = "data_in/fhir/mod.rs"]
mod fhir;
