//! The reader of a typed line and a pasted text: what it reads, what it leaves to the reader, and what it quotes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test stops by panicking, and asks for one variant at a time"
)]

#[path = "from_text/shown.rs"]
mod shown;

#[test]
fn explore() {
    let text = std::fs::read_to_string("/tmp/lines.txt").unwrap();
    for line in text.lines() {
        let line = line.replace("\\n", "\n").replace("\\t", "\t");
        println!("{line:?} => {}", shown::shown(&line));
    }
}
