//! What no drawing brings out, such as a message after a click, is looked for in the source: nothing that reads like words
//! stands outside the wording.

use std::path::Path;

/// Where the interface is made; `icons.rs` has paths, not words.
const ROOMS: [&str; 10] = [
    "answer.rs",
    "case_file.rs",
    "note.rs",
    "panel",
    "panel.rs",
    "session.rs",
    "teaching",
    "teaching.rs",
    "widget",
    "widget.rs",
];

/// First lines of files, by which they are known, and names of keys.
const NO_WORDS: [&str; 18] = [
    "NMS Advisor case, version 1",
    "NMS Advisor kept run, version 1",
    "NMS Advisor run, version 1",
    "NMS Advisor teaching case, version 1",
    "Arrow",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "Backspace",
    "Digit",
    "End",
    "Enter",
    "Escape",
    "Home",
    "Key",
    "PageDown",
    "PageUp",
];

fn files(at: &Path, found: &mut Vec<(String, String)>) {
    if at.is_dir() {
        for entry in std::fs::read_dir(at).unwrap() {
            files(&entry.unwrap().path(), found);
        }
    } else if at.extension().is_some_and(|extension| extension == "rs") && !at.ends_with("icons.rs") {
        found.push((at.display().to_string(), std::fs::read_to_string(at).unwrap()));
    }
}

/// Two words side by side, or one that begins like a sentence.
fn reads_like_words(text: &str) -> bool {
    let is_word = |part: &&str| part.len() > 1 && part.chars().all(char::is_alphabetic);
    let parts: Vec<&str> =
        text.split([' ', '\u{a0}']).map(|part| part.trim_matches([',', '.', ':', ';', '?'])).collect();
    let two = parts.windows(2).any(|pair| pair.iter().all(is_word));
    let mut letters = text.trim_start().chars();
    let begins = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    (two || begins) && !NO_WORDS.contains(&text)
}

/// What stands in quotes on a line of code, but for class names.
fn quoted(line: &str) -> Vec<String> {
    let code = line.trim_start();
    if code.starts_with("//") || code.starts_with("#[") {
        return Vec::new();
    }
    let code = code.replace("\\\"", "\u{201d}");
    let parts: Vec<&str> = code.split('"').collect();
    let names = ["class=", "viewBox=", "rel="];
    let texts = parts.chunks_exact(2).filter(|pair| names.iter().all(|name| !pair[0].ends_with(name)));
    texts.map(|pair| pair[1].to_string()).collect()
}

#[test]
fn no_words_stand_in_the_source_outside_the_wording() {
    let mut found = Vec::new();
    for room in ROOMS {
        files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(room), &mut found);
    }
    assert!(found.len() > 60, "the files are there");
    let mut escaped = Vec::new();
    for (file, text) in found {
        for (at, line) in text.lines().enumerate() {
            let words = quoted(line).into_iter().filter(|text| reads_like_words(text));
            escaped.extend(words.map(|text| format!("{file}:{}: {text}", at + 1)));
        }
    }
    assert!(escaped.is_empty(), "{} texts escaped:\n{}", escaped.len(), escaped.join("\n"));
}
