//! Hostile input: the kept corpus of the fuzzer, replayed without it, so that what was found stays mended.
//!
//! `cargo xtask fuzz` searches on; what it finds becomes a file below `tests/fuzz/corpus`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test stops by panicking, and asks for one variant at a time"
)]

#[path = "hostile/targets.rs"]
mod targets;

use std::path::{Path, PathBuf};

use nms_advisor::session::Idle;
use targets::TARGETS;

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}

#[test]
fn the_kept_corpus_holds() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus");
    let mut names: Vec<&str> = TARGETS.iter().map(|(name, _)| *name).collect();
    names.sort_unstable();
    assert_eq!(entries(&corpus), names.iter().map(|name| corpus.join(name)).collect::<Vec<_>>(), "a folder a target");
    for (name, property) in TARGETS {
        let inputs = entries(&corpus.join(name));
        assert!(!inputs.is_empty(), "{name} has no inputs");
        for input in inputs {
            let text = String::from_utf8_lossy(&std::fs::read(&input).unwrap()).into_owned();
            println!("{}", input.display());
            property(&text);
        }
    }
}

/// What the corpus does not hold: nothing at all, and every short text of the signs that the readers look for.
#[test]
fn every_short_text_of_signs_holds() {
    const SIGNS: [&str; 25] = [
        "",
        "0",
        "1",
        "-",
        "+",
        ".",
        ",",
        " ",
        "=",
        "~",
        "%",
        "{",
        "}",
        "[",
        "\"",
        "\n",
        "\u{2212}",
        "<",
        ">",
        "'",
        "\u{663}",
        "\u{ff13}",
        "\u{202e}",
        "\u{200b}",
        "\u{e0041}",
    ];
    for (name, property) in TARGETS {
        for first in SIGNS {
            // an assessment each: the single signs will do
            let seconds = if ["boundary", "options"].contains(&name) { &SIGNS[..1] } else { &SIGNS[..] };
            for second in seconds {
                property(&format!("{first}{second}"));
            }
        }
    }
}

/// Minutes alone, or minutes and a word: whatever else a page writes there is no time, and nothing is covered by mistake.
#[test]
fn a_time_without_a_reader_is_minutes_and_a_word_or_none() {
    let read = |text: &str| Idle::named(text).map(|idle| (idle.minutes, idle.clears));
    for (text, wanted) in [
        ("", (0, false)),
        ("  ", (0, false)),
        ("15", (15, false)),
        (" 15  clear ", (15, true)),
        ("720 CLEAR", (720, true)),
    ] {
        assert_eq!(read(text), Some(wanted), "{text}");
    }
    let long = "1".repeat(10_000);
    for text in [
        "0",
        "-5",
        "+5",
        "721",
        "1.5",
        "1e2",
        "15min",
        "clear",
        "15 clear now",
        "15 cover",
        "٥",
        "NaN",
        "15,clear",
        &long,
    ] {
        assert_eq!(read(text), None, "{text}");
    }
    for idle in [(0, false), (1, false), (720, true)].map(|(minutes, clears)| Idle { minutes, clears }) {
        assert_eq!(Idle::named(&idle.text()), Some(idle));
    }
    assert!(Idle::OFFERED.iter().all(|minutes| *minutes <= Idle::MOST));
}
