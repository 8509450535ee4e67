//! What else was opened where a case was meant: the beginning of the text decides.

use super::HEAD;
use crate::wording::areas::CaseFile;

/// As much of a text as is looked at.
const FRONT: usize = 4_096;

/// Whether a text is meant as resources of a record (FHIR, as JSON), which another reader takes.
#[must_use]
pub fn is_record(text: &str) -> bool {
    let text = text.trim_start_matches(['\u{feff}', '\n', '\r', ' ', '\t']);
    text.starts_with(['{', '[']) && text.contains("\"resourceType\"")
}

/// The sentence about a text that is no case at all; `None` where it may be one.
pub(super) fn no_case(words: &CaseFile, note: [&str; 2], text: &str) -> Option<&'static str> {
    let bytes = text.as_bytes();
    let front = String::from_utf8_lossy(bytes.get(..FRONT).unwrap_or(bytes));
    let front = front.trim_start_matches(['\u{feff}', '\n', '\r', ' ', '\t']);
    let first = front.lines().next().unwrap_or_default().trim();
    let has = |part: &str| front.contains(part);
    let begins = |starts: &[&str]| {
        starts.iter().any(|start| first.get(..start.len()).is_some_and(|at| at.eq_ignore_ascii_case(start)))
    };
    if front.is_empty() {
        return Some(words.empty);
    }
    if first == HEAD {
        return None;
    }
    let magic = begins(&["%PDF", "PK\u{3}\u{4}", "{\\rtf", "\u{fffd}PNG"]);
    // two bytes a letter, read as if it were one: every second letter is a NUL
    let nuls = front.bytes().filter(|byte| *byte == 0).count();
    if nuls > front.len() / 3 && !magic {
        return Some(words.wide_text);
    }
    let broken = front
        .chars()
        .filter(|letter| *letter == '\u{fffd}' || (letter.is_control() && !letter.is_whitespace()))
        .count();
    if nuls > 0 || broken > 8 || front.starts_with('\u{fffd}') || magic {
        return Some(words.binary);
    }
    let found = match first.chars().next() {
        Some('{' | '[') if has("\"resourceType\"") => words.fhir,
        Some('{' | '[') => words.json,
        Some('<') if has("ClinicalDocument") => words.document,
        Some('<') if has("http://hl7.org/fhir") => words.fhir,
        Some('<') if begins(&["<!doctype html", "<html", "<head", "<body", "<div", "<p", "<table"]) => words.page,
        Some('<') if front.to_ascii_lowercase().contains("<html") => words.page,
        Some('<') => words.markup,
        _ if begins(&["MSH|", "FHS|", "BHS|"]) => words.message,
        _ if begins(&["NMS Advisor teaching case"]) => words.teaching_case,
        _ if begins(&["NMS Advisor run"]) => words.run_log,
        _ if begins(&["http:", "https:", "file:"]) && has("#case") => words.copied_link,
        _ if note.contains(&first.trim_start_matches(['#', ' '])) => words.copied_note,
        _ if is_table(front) => words.table,
        _ => return None,
    };
    Some(found)
}

/// Whether the first lines have the same separator, as often in each, and no sign of an answer.
fn is_table(front: &str) -> bool {
    let mut lines = front.lines().filter(|line| !line.trim().is_empty()).take(3);
    let Some(first) = lines.next() else { return false };
    let count = |line: &str, mark: char| line.matches(mark).count();
    ['\t', ';', ',', '|'].into_iter().any(|mark| {
        let columns = count(first, mark);
        columns > 0
            && !first.contains(" = ")
            && lines.clone().all(|line| !line.contains(" = ") && count(line, mark) >= columns)
    })
}
