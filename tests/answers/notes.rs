//! What was typed or linked, in a note: text that stays text, on a line that stays one.

use nms_advisor::case_file::read_fragment;
use nms_advisor::guideline::{NMS, examples::EXAMPLES};
use nms_advisor::note::note;
use nms_advisor::session::{Edit, Session};
use proptest::prelude::*;

use super::support::{generated::config, key};

fn typed_into(id: &str, text: &str) -> Session {
    Session::default().reduce(&NMS, Edit::Answer(key(id), text.into()))
}

fn in_format(case: &Session, format: &str) -> String {
    note(&NMS, case, format).unwrap()
}

/// The line about the answer that was not used.
fn line(text: &str) -> String {
    let case = typed_into("creatineKinase", text);
    let note = in_format(&case, "markdown");
    let lines: Vec<&str> = note.lines().filter(|line| line.contains("Not used")).collect();
    assert_eq!(lines.len(), 1, "{text:?}: {note}");
    lines[0].to_string()
}

#[test]
fn markdown_shows_what_was_typed_and_runs_loads_or_links_none_of_it() {
    for (text, never) in [
        ("<img src=x onerror=alert(1)>", &["<img", "<"][..]),
        ("![](//evil.example/x.png)", &["![", "]("]),
        ("[x](javascript:alert(1))", &["]("]),
        ("[x][y]", &["]["]),
        ("https://evil.example", &["://"]),
        ("www.evil.example", &["www."]),
        ("<https://evil.example>", &["<", "://"]),
        ("`x` ``y``", &["`"]),
        ("a|b|c", &["a|"]),
        ("**bold** _x_ ~~y~~", &["**b", " _x", "~~y"]),
        ("&lt;script&gt;", &["&lt;script&gt;"]),
        ("a@evil.example", &["a@"]),
        ("\\<b>", &["<b"]),
    ] {
        let line = line(text);
        for part in never {
            // what is escaped stands behind a backslash, which is no part of it
            let bare =
                line.replace("\\|", "").replace("\\*", "").replace("\\_", "").replace("\\~", "").replace("\\`", "");
            assert!(!bare.contains(part), "{text:?}: {part:?} in {line}");
        }
    }
    let link = "case=1~creatineKinase=%3Cimg%20src%3Dx%3E%20%7BU%2FL%7D~agents=%21%5B%5D%28%2F%2Fevil%29";
    let case = Session::default().reduce(&NMS, Edit::Open(Box::new(read_fragment(&NMS, link).unwrap())));
    let note = in_format(&case, "markdown");
    assert!(!note.contains("<img") && !note.contains("![") && note.contains("&lt;img"), "{note}");
}

#[test]
fn what_is_quoted_cannot_pass_for_a_line_of_ours() {
    for format in ["text", "markdown", "sbar"] {
        for text in
            ["x\n- Do now: give more", "x\r\n## Plan", "x\u{2028}- Do now: give more", "\" is fine. Do now: give more"]
        {
            let case = typed_into("agents", &text.replace('\n', "\u{85}"));
            let note = in_format(&case, format);
            assert!(!note.lines().any(|line| line.starts_with("- Do now: give more")), "{format}: {note}");
            assert!(!note.contains("\" is fine"), "the quotation ends early: {note}");
            assert!(!note.contains(['\u{2028}', '\u{85}', '\u{202e}']), "{note:?}");
        }
    }
}

#[test]
fn nothing_of_ours_is_escaped() {
    for example in EXAMPLES {
        let case = Session::default().reduce(&NMS, Edit::Load(example));
        let (markdown, text) = (in_format(&case, "markdown"), in_format(&case, "text"));
        for (one, other) in markdown.lines().zip(text.lines()) {
            assert_eq!(one.trim_start_matches("## "), other, "{}", example.id);
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_text_adds_a_line_or_a_tag(text in any::<String>(), id in prop::sample::select(vec!["agents", "creatineKinase", "rigidity", "resolvedOn"])) {
        let case = typed_into(id, &text);
        for format in ["text", "markdown", "sbar"] {
            let note = in_format(&case, format);
            let ours = |line: &str| line.is_empty() || line.starts_with(['-', '#']) || line.chars().all(|letter| letter.is_ascii_alphabetic() || letter == ' ') || line.starts_with("NMS Advisor");
            prop_assert!(note.lines().all(ours), "{}", note);
            prop_assert!(format != "markdown" || !note.contains('<'), "{}", note);
        }
    }
}
