//! Numbers of which only a bound is known: read in every way in, true only of what every value of the bound shares, and
//! written as they were read.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test stops by panicking, and asks for one variant at a time"
)]

mod support;

#[path = "bounds/read.rs"]
mod read;
#[path = "bounds/shared.rs"]
mod shared;
#[path = "bounds/told.rs"]
mod told;

use nms_advisor::answer::{Reading, Sent};
use nms_advisor::engine::finding::Findings;
use nms_advisor::guideline::NMS;
use support::key;

pub(crate) fn typed(id: &str, text: &str, unit: usize) -> Reading {
    let mut reading = Reading::new(&NMS);
    reading.take_typed(&NMS, key(id), text, unit);
    reading.settle(&NMS);
    reading
}

pub(crate) fn sent(entries: &[(&str, Sent)]) -> Reading {
    let mut reading = Reading::new(&NMS);
    for (id, value) in entries {
        reading.take(&NMS, id, value);
    }
    reading.settle(&NMS);
    reading
}

pub(crate) fn bound(members: &[(&'static str, f64)], unit: Sent) -> Sent {
    let numbers = members.iter().map(|(member, number)| (*member, Sent::Number(*number))).collect();
    Sent::measured(numbers, unit)
}

pub(crate) fn json(findings: &Findings) -> String {
    serde_json::to_string(&nms_advisor::wire::findings(&NMS, findings)).unwrap()
}
