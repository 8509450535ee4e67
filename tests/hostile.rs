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
