//! A case as text: one answer a line, for a file and for the `#` of a link. Readable by people, versioned, with a checksum;
//! an old or damaged one opens as far as it can and says which lines it could not read.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::engine::finding::{FindingIndex, FindingKind};
use crate::engine::rule_set::RuleSet;
use crate::session::{Entry, Session};
use crate::wording::Edition;

/// The first line of a file.
pub(crate) const HEAD: &str = "NMS Advisor case, version 1";
/// No case needs more; what is longer is cut off and reported.
const MOST_LINES: usize = 400;
const LONGEST_LINE: usize = 2_000;

/// What was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// The fields.
    pub entries: BTreeMap<FindingIndex, Entry>,
    /// What could not be read: where and why.
    pub problems: Vec<String>,
}

/// The case as the text of a file.
#[must_use]
pub fn write(rules: &'static RuleSet, session: &Session) -> String {
    let mut text = format!("{HEAD}\n");
    for (name, value) in lines(rules, session) {
        let _ = writeln!(text, "{name} = {value}");
    }
    let sum = checksum(&text);
    let _ = writeln!(text, "checksum = {sum:08x}");
    text
}

/// The case as the part of an address behind its `#`; empty where nothing is entered.
#[must_use]
pub fn fragment(rules: &'static RuleSet, session: &Session) -> String {
    if session.entries.is_empty() {
        return String::new();
    }
    let mut text = String::from("case=1");
    for (name, value) in lines(rules, session) {
        let _ = write!(text, "~{name}={}", escaped(&value));
    }
    let sum = checksum(&text);
    let _ = write!(text, "~sum={sum:08x}");
    text
}

/// Every answer, as typed, with the unit it was typed in.
fn lines(rules: &'static RuleSet, session: &Session) -> Vec<(&'static str, String)> {
    let entries = session.entries.iter();
    entries.filter_map(|(index, entry)| line(rules, *index, entry, session.unit_of(rules, *index))).collect()
}

/// The name of one answer, and its text with the unit in braces; `None` where nothing is typed.
pub(crate) fn line(
    rules: &'static RuleSet,
    index: FindingIndex,
    entry: &Entry,
    unit: usize,
) -> Option<(&'static str, String)> {
    let finding = rules.finding(index)?;
    let text = entry.text.trim().replace(['\n', '\r'], " ");
    let unit = match finding.kind {
        FindingKind::Number(quantity) => quantity.units.get(unit).map(|unit| unit.code),
        FindingKind::Boolean
        | FindingKind::Choice(_)
        | FindingKind::Date
        | FindingKind::Agents
        | FindingKind::Rules => None,
    };
    let value = unit.map_or_else(|| text.clone(), |unit| format!("{text} {{{unit}}}"));
    (!text.is_empty()).then_some((finding.id, value))
}

/// Reads the text of a file. Total: whatever it is given, it reads what it can.
#[must_use]
pub fn read(edition: impl Into<Edition>, text: &str) -> Opened {
    let edition = edition.into();
    let told = &edition.words.file;
    let mut opened = Opened::default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut seen = String::new();
    let mut summed = false;
    for (at, line) in text.lines().take(MOST_LINES).enumerate() {
        let place = told.line(&(at + 1));
        if at == 0 {
            if line.trim() != HEAD {
                opened.problems.push(told.no_case(&place, &HEAD));
            }
        } else if let Some(sum) = line.trim().strip_prefix("checksum =") {
            behind(edition, &mut opened, summed, &place);
            summed = true;
            check(edition, &mut opened, (sum.trim(), &seen), &place);
        } else if !line.trim().is_empty() {
            behind(edition, &mut opened, summed, &place);
            entry(edition, &mut opened, line, '=', &place);
        }
        let _ = writeln!(seen, "{line}");
    }
    if text.lines().nth(MOST_LINES).is_some() {
        opened.problems.push(told.only_first(&MOST_LINES));
    }
    if !summed {
        opened.problems.push(told.cut_off.into());
    }
    opened
}

/// Reads the part of an address behind its `#`; `None` where it holds no case.
#[must_use]
pub fn read_fragment(edition: impl Into<Edition>, fragment: &str) -> Option<Opened> {
    let edition = edition.into();
    let told = &edition.words.file;
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if !fragment.starts_with("case=") {
        return None;
    }
    let mut opened = Opened::default();
    let mut summed = false;
    let mut start = 0;
    for (at, part) in fragment.split('~').take(MOST_LINES).enumerate() {
        let place = told.part(&(at + 1));
        if at == 0 {
            if part != "case=1" {
                opened.problems.push(told.link_version.into());
            }
        } else if let Some(sum) = part.strip_prefix("sum=") {
            behind(edition, &mut opened, summed, &place);
            summed = true;
            check(edition, &mut opened, (sum, fragment.get(..start.max(1) - 1).unwrap_or("")), &place);
        } else {
            behind(edition, &mut opened, summed, &place);
            match unescaped(part) {
                Some(line) => entry(edition, &mut opened, &line, '=', &place),
                None => opened.problems.push(told.link_part(&place)),
            }
        }
        start += part.len() + 1;
    }
    if !summed {
        opened.problems.push(told.link_cut_off.into());
    }
    Some(opened)
}

/// Holds a checksum against the text before it.
fn check(edition: Edition, opened: &mut Opened, (sum, text): (&str, &str), place: &str) {
    if u32::from_str_radix(sum, 16).ok() != Some(checksum(text)) {
        opened.problems.push(edition.words.file.checksum(&place));
    }
}

/// Says of what stands behind the checksum that nothing vouches for it.
fn behind(edition: Edition, opened: &mut Opened, summed: bool, place: &str) {
    if summed {
        opened.problems.push(edition.words.file.behind(&place));
    }
}

/// One answer: its name, the text as typed, and its unit in braces.
pub(crate) fn entry(edition: Edition, opened: &mut Opened, line: &str, sign: char, place: &str) {
    let (rules, told) = (edition.rules, &edition.words.file);
    let Some((name, value)) = line.split_once(sign).map(|(name, value)| (name.trim(), value.trim())) else {
        opened.problems.push(told.no_sign(&place, &sign));
        return;
    };
    let short: String = name.chars().take(40).collect();
    let Some(index) = rules.find(name) else {
        opened.problems.push(told.no_finding(&place, &short));
        return;
    };
    if line.len() > LONGEST_LINE {
        opened.problems.push(told.too_long(&place, &short));
        return;
    }
    if opened.entries.contains_key(&index) {
        opened.problems.push(told.twice(&place, &short));
        return;
    }
    // only a number has a unit; in any other answer braces are a part of what was typed
    let kind = rules.finding(index).map(|finding| finding.kind);
    let braced = || value.strip_suffix('}').and_then(|value| value.rsplit_once(" {"));
    let (text, code) = match (kind, braced()) {
        (Some(FindingKind::Number(_)), Some((text, code))) => (text.trim(), Some(code)),
        (_, _) => (value, None),
    };
    let unit = match (kind, code) {
        (Some(FindingKind::Number(quantity)), Some(code)) => {
            let unit = quantity.units.iter().position(|unit| unit.code == code);
            if unit.is_none() {
                let code: String = code.chars().take(20).collect();
                opened.problems.push(told.no_unit(&place, &short, &code));
                return;
            }
            unit
        }
        // without a unit it is the stored one, whatever units the reader prefers
        (Some(FindingKind::Number(_)), None) => Some(0),
        (_, _) => None,
    };
    opened.entries.insert(index, Entry { text: text.to_string(), unit });
}

/// 32-bit FNV-1a: finds what was lost or mistyped, and hides nothing.
pub(crate) fn checksum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Letters, digits and a few signs as they are; every other byte as `%` and two digits.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b".,-_:/*".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn unescaped(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let (high, low) = (char::from(rest.next()?).to_digit(16)?, char::from(rest.next()?).to_digit(16)?);
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}
