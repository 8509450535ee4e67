//! Teaching: the bundled cases, the log of a run, and what is told of both.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test stops by panicking, and asks for one variant at a time"
)]

mod support;

#[path = "teaching/along.rs"]
mod along;
#[path = "teaching/commit.rs"]
mod commit;
#[path = "teaching/course.rs"]
mod course;
#[path = "teaching/kept.rs"]
mod kept;
#[path = "teaching/key.rs"]
mod key;
#[path = "teaching/library.rs"]
mod library;
#[path = "teaching/log.rs"]
mod log;
#[path = "teaching/progress.rs"]
mod progress;
#[path = "teaching/road.rs"]
mod road;
#[path = "teaching/room.rs"]
mod room;
#[path = "teaching/sweep.rs"]
mod sweep;
#[path = "teaching/table.rs"]
mod table;
#[path = "teaching/told.rs"]
mod told;
#[path = "teaching/xapi.rs"]
mod xapi;
