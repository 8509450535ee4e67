//! A case as text: one answer a line, for a file and for the `#` of a link. Readable by people, versioned, with a checksum;
//! an old or damaged one opens as far as it can and says which lines it could not read.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::engine::finding::{FindingIndex, FindingKind};
use crate::engine::rule_set::RuleSet;
use crate::session::{Entry, Session};

/// The first line of a file.
const HEAD: &str = "NMS Advisor case, version 1";
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
pub fn read(rules: &'static RuleSet, text: &str) -> Opened {
    let mut opened = Opened::default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut seen = String::new();
    let mut summed = false;
    for (at, line) in text.lines().take(MOST_LINES).enumerate() {
        let place = format!("line {}", at + 1);
        if at == 0 {
            if line.trim() != HEAD {
                opened
                    .problems
                    .push(format!("{place}: this is no case of version 1, whose first line is \u{201c}{HEAD}\u{201d}"));
            }
        } else if let Some(sum) = line.trim().strip_prefix("checksum =") {
            behind(&mut opened, summed, &place);
            summed = true;
            check(&mut opened, sum.trim(), &seen, &place);
        } else if !line.trim().is_empty() {
            behind(&mut opened, summed, &place);
            entry(rules, &mut opened, line, '=', &place);
        }
        let _ = writeln!(seen, "{line}");
    }
    if text.lines().nth(MOST_LINES).is_some() {
        opened.problems.push(format!("only the first {MOST_LINES} lines were read"));
    }
    if !summed {
        opened.problems.push("the checksum at the end is missing: the file may have been cut off".into());
    }
    opened
}

/// Reads the part of an address behind its `#`; `None` where it holds no case.
#[must_use]
pub fn read_fragment(rules: &'static RuleSet, fragment: &str) -> Option<Opened> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if !fragment.starts_with("case=") {
        return None;
    }
    let mut opened = Opened::default();
    let mut summed = false;
    let mut start = 0;
    for (at, part) in fragment.split('~').take(MOST_LINES).enumerate() {
        let place = format!("part {}", at + 1);
        if at == 0 {
            if part != "case=1" {
                opened.problems.push("the link is of another version; what is known is read".into());
            }
        } else if let Some(sum) = part.strip_prefix("sum=") {
            behind(&mut opened, summed, &place);
            summed = true;
            check(&mut opened, sum, fragment.get(..start.max(1) - 1).unwrap_or(""), &place);
        } else {
            behind(&mut opened, summed, &place);
            match unescaped(part) {
                Some(line) => entry(rules, &mut opened, &line, '=', &place),
                None => opened.problems.push(format!("{place} is damaged")),
            }
        }
        start += part.len() + 1;
    }
    if !summed {
        opened.problems.push("the end of the link is missing: it may have been cut off".into());
    }
    Some(opened)
}

fn check(opened: &mut Opened, sum: &str, text: &str, place: &str) {
    if u32::from_str_radix(sum, 16).ok() != Some(checksum(text)) {
        opened.problems.push(format!("{place}: the checksum does not fit, so something was changed or lost"));
    }
}

/// Says of what stands behind the checksum that nothing vouches for it.
fn behind(opened: &mut Opened, summed: bool, place: &str) {
    if summed {
        opened.problems.push(format!("{place} stands behind the checksum, so it was added later"));
    }
}

/// One answer: its name, the text as typed, and its unit in braces.
pub(crate) fn entry(rules: &'static RuleSet, opened: &mut Opened, line: &str, sign: char, place: &str) {
    let Some((name, value)) = line.split_once(sign).map(|(name, value)| (name.trim(), value.trim())) else {
        opened.problems.push(format!("{place}: there is no \u{201c}{sign}\u{201d} in it"));
        return;
    };
    let short: String = name.chars().take(40).collect();
    let Some(index) = rules.find(name) else {
        opened.problems.push(format!("{place}: there is no finding `{short}`"));
        return;
    };
    if line.len() > LONGEST_LINE {
        opened.problems.push(format!("{place}: the answer to `{short}` is too long"));
        return;
    }
    if opened.entries.contains_key(&index) {
        opened.problems.push(format!("{place}: `{short}` is answered twice; the first answer is used"));
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
                opened.problems.push(format!("{place}: `{short}` has no unit `{code}`, so it is not read"));
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
