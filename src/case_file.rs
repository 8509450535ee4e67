//! A case as text: one answer a line, for a file and for the `#` of a link. Readable by people, versioned, with a checksum;
//! an old or damaged one opens as far as it can and says which lines it could not read.

mod kind;
mod link;

pub use kind::is_record;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::answer::shortened;
use crate::engine::finding::{FindingIndex, FindingKind};
use crate::engine::rule_set::RuleSet;
use crate::engine::unit;
use crate::session::{Entry, Session};
use crate::wording::Edition;

/// The first line of a file.
pub(crate) const HEAD: &str = "NMS Advisor case, version 1";
/// No case needs more; what is longer is cut off and reported.
const MOST_LINES: usize = 400;
const LONGEST_LINE: usize = 2_000;
/// As many lines that could not be read are told one by one; the others are counted.
const MOST_PROBLEMS: usize = 5;

/// What was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// The fields.
    pub entries: BTreeMap<FindingIndex, Entry>,
    /// What could not be read: where and why.
    pub problems: Vec<String>,
    /// Whether every line was read and the checksum fits.
    pub whole: bool,
    /// Whether this is no case at all: nothing of it should replace what is there.
    pub no_case: bool,
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
    let note = &edition.words.note;
    let titles = [note.titles, note.sbar].map(|[first, ..]| first);
    if let Some(sentence) = kind::no_case(told, titles, text) {
        return Opened { problems: vec![sentence.into()], no_case: true, ..Opened::default() };
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader::new(edition);
    let mut lines = text.lines();
    for (at, line) in lines.by_ref().take(MOST_LINES).enumerate() {
        if at == 0 {
            if line.trim() != HEAD {
                reader.opened.problems.push(told.no_case(&HEAD));
            }
        } else if let Some(sum) = line.trim().strip_prefix("checksum =") {
            reader.sum(sum.trim(), &told.line(&(at + 1)));
        } else if !line.trim().is_empty() {
            reader.line(Some(line), &told.line(&(at + 1)));
        }
        reader.seen(line.as_bytes());
        reader.seen(b"\n");
    }
    if lines.next().is_some() {
        reader.opened.problems.push(told.only_first(&MOST_LINES));
    }
    let headed = text.lines().next().is_some_and(|line| line.trim() == HEAD);
    let mut opened = reader.end(told.cut_off);
    if !headed && opened.entries.is_empty() {
        opened.problems = vec![told.no_case(&HEAD)];
        opened.no_case = true;
    }
    opened
}

/// Reads the part of an address behind its `#`; `None` where it holds no case.
#[must_use]
pub fn read_fragment(edition: impl Into<Edition>, fragment: &str) -> Option<Opened> {
    let edition = edition.into();
    let mut opened = link::read(edition, fragment.strip_prefix('#').unwrap_or(fragment))?;
    if opened.entries.is_empty() {
        opened.problems.insert(0, edition.words.file.link_empty.into());
        opened.no_case = true;
    }
    Some(opened)
}

/// The parts of a link, read one by one.
fn parts(edition: Edition, fragment: &str) -> Opened {
    let told = &edition.words.file;
    let mut reader = Reader::new(edition);
    let mut parts = fragment.split('~');
    for (at, part) in parts.by_ref().take(MOST_LINES).enumerate() {
        if at == 0 {
            if part != "case=1" {
                reader.opened.problems.push(told.link_version.into());
            }
        } else if let Some(sum) = part.strip_prefix("sum=") {
            reader.sum(sum, &told.part(&(at + 1)));
        } else {
            reader.line(unescaped(part).as_deref(), &told.part(&(at + 1)));
        }
        if at > 0 {
            reader.seen(b"~");
        }
        reader.seen(part.as_bytes());
    }
    if parts.next().is_some() {
        reader.opened.problems.push(told.only_first(&MOST_LINES));
    }
    reader.end(told.link_cut_off)
}

/// A case while it is read.
struct Reader {
    edition: Edition,
    opened: Opened,
    /// Lines with problems that are only counted.
    more: usize,
    /// The checksum of what was read so far.
    sum: u32,
    /// Whether the checksum was read.
    summed: bool,
}

impl Reader {
    fn new(edition: Edition) -> Self {
        Self { edition, opened: Opened::default(), more: 0, sum: checksum(""), summed: false }
    }

    fn seen(&mut self, bytes: &[u8]) {
        self.sum = bytes.iter().fold(self.sum, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(PRIME));
    }

    /// One answer; `None` where its signs are damaged. The first problems are told, the others counted.
    fn line(&mut self, line: Option<&str>, place: &str) {
        let before = self.opened.problems.len();
        self.behind(place);
        match line {
            Some(line) => entry(self.edition, &mut self.opened, line, '=', place),
            None => self.opened.problems.push(self.edition.words.file.link_part(&place)),
        }
        if self.opened.problems.len() > MOST_PROBLEMS.max(before) {
            self.opened.problems.truncate(MOST_PROBLEMS.max(before));
            self.more += 1;
        }
    }

    /// The checksum, held against everything before it. Only the first counts.
    fn sum(&mut self, sum: &str, place: &str) {
        if self.summed {
            self.line(Some("checksum ="), place);
            return;
        }
        self.summed = true;
        if u32::from_str_radix(sum, 16).ok() != Some(self.sum) {
            self.opened.problems.push(self.edition.words.file.checksum(&place));
        }
    }

    /// Says of what stands behind the checksum that nothing vouches for it.
    fn behind(&mut self, place: &str) {
        if self.summed {
            self.opened.problems.push(self.edition.words.file.behind(&place));
        }
    }

    fn end(mut self, cut_off: &str) -> Opened {
        if self.more > 0 {
            self.opened.problems.push(self.edition.words.file.more(&self.more));
        }
        if !self.summed {
            self.opened.problems.push(cut_off.into());
        }
        self.opened.whole = self.opened.problems.is_empty();
        self.opened
    }
}

/// One answer: its name, the text as typed, and its unit in braces.
pub(crate) fn entry(edition: Edition, opened: &mut Opened, line: &str, sign: char, place: &str) {
    let (rules, told) = (edition.rules, &edition.words.file);
    let Some((name, value)) = line.split_once(sign).map(|(name, value)| (name.trim(), value.trim())) else {
        opened.problems.push(told.no_sign(&place, &sign));
        return;
    };
    let short = shortened(name);
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
            let unit = unit::resolve(quantity.units, code);
            if unit.is_none() {
                let codes: Vec<String> = quantity.units.iter().map(|unit| format!("`{}`", unit.code)).collect();
                opened.problems.push(told.no_unit(&place, &short, &shortened(code), &codes.join(", ")));
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

const PRIME: u32 = 0x0100_0193;

/// 32-bit FNV-1a: finds what was lost or mistyped, and hides nothing.
pub(crate) fn checksum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(PRIME))
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
