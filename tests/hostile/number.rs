//! Numbers as people type them, alone and into a field: read exactly, or not at all and said so.
//!
//! An input is a text; for the field, its first line may name the finding and the position of the unit: `creatinine 1`.

use nms_advisor::answer::Reading;
use nms_advisor::engine::decimal::{Decimal, Unread};
use nms_advisor::engine::finding::{FindingIndex, FindingKind, Quantity, Value};
use nms_advisor::engine::letters::{ascii, bare};
use nms_advisor::guideline::NMS;

use super::boundary::{is_said, within_limits};

pub(crate) fn check(text: &str) {
    let (head, rest) = text.split_once('\n').unwrap_or(("", text));
    decimal(rest);
    let (id, unit) = head.split_once(' ').unwrap_or((head, "0"));
    let unit = unit.parse().unwrap_or(0);
    // any other first line stands for some finding, so that every line reaches a field
    let some = head.bytes().map(usize::from).sum::<usize>() % NMS.findings.len();
    field(NMS.find(id).unwrap_or(FindingIndex(u16::try_from(some).unwrap())), rest, unit);
}

/// The parser against the grammar that it promises, and against itself.
fn decimal(text: &str) {
    let read = Decimal::parse(text);
    let bare = text.trim();
    assert_eq!(read, Decimal::parse(bare), "the space around a number counts");
    let digits = bare.strip_prefix(['-', '\u{2212}', '+']).unwrap_or(bare);
    let marks = digits.chars().filter(|letter| [',', '.'].contains(letter)).count();
    let plain = digits.chars().all(|letter| letter.is_ascii_digit() || [',', '.'].contains(&letter));
    let is_number = plain && marks <= 1 && digits.len() > marks;
    match read {
        Ok(value) => {
            assert!(is_number, "{text:?} was read as {value}");
            let shown = value.to_string();
            assert_eq!(Decimal::parse(&shown.replace(',', "")), Ok(value), "{shown} is not what it was read from");
            let float: f64 = bare.replace('\u{2212}', "-").replace(',', ".").parse().unwrap();
            assert!((value.to_f64() - float).abs() <= 1.0e-9 + float.abs() * 1.0e-12, "{text:?} was read as {value}");
            assert_eq!(Decimal::parse(&bare.replace(',', ".")), Ok(value), "a comma is not a point");
        }
        Err(Unread::Ambiguous) => {
            assert!(is_number && digits.split_once(',').is_some_and(|(_, behind)| behind.len() == 3), "{text:?}");
        }
        Err(Unread::Empty) => assert!(bare.is_empty(), "{text:?} is not empty"),
        Err(Unread::NotANumber) => {
            let whole = digits.split([',', '.']).next().unwrap();
            assert!(
                !is_number || whole.len() > 10 || whole.len() == 10 && whole > "9223372035",
                "{text:?} was not read"
            );
        }
    }
}

/// A text typed into a field is used within the limits, or unknown and said so.
fn field(index: FindingIndex, text: &str, unit: usize) {
    let finding = NMS.finding(index).unwrap();
    let reading = typed(index, text, unit);
    within_limits(&reading.findings);
    let Some(value) = reading.findings.get(index) else {
        let no_text = bare(text).is_empty();
        assert!(no_text != is_said(&reading.issues, finding.id), "{}: {text:?}: {:?}", finding.id, reading.issues);
        return;
    };
    let FindingKind::Number(quantity) = finding.kind else { return };
    assert_eq!(reading.issues, [], "{}: {text:?} is used and reported", finding.id);
    match value {
        Value::Number(stored) => stands_in_the_text(&quantity, stored, text, unit),
        Value::Between(low, high) => bounds_in_the_text(index, &quantity, (low, high), text, unit),
        _ => return,
    }
    // a number that is used means the same wherever spaces stand around it
    assert_eq!(typed(index, &format!("\u{a0}{text} "), unit).findings, reading.findings);
}

fn typed(index: FindingIndex, text: &str, unit: usize) -> Reading {
    let mut reading = Reading::new(&NMS);
    reading.take_typed(&NMS, index, text, unit);
    reading.settle(&NMS);
    reading
}

/// A bound has a sign or a word of its side before a number that is read alone, and ends there.
fn bounds_in_the_text(index: FindingIndex, quantity: &Quantity, range: (Decimal, Decimal), text: &str, unit: usize) {
    let plain: String = bare(text).chars().map(ascii).collect::<String>().to_lowercase();
    let (up, strict) = [
        (">=", (true, false)),
        ("\u{2265}", (true, false)),
        ("\u{2267}", (true, false)),
        ("\u{2a7e}", (true, false)),
        ("at least", (true, false)),
        ("not below", (true, false)),
        ("gte", (true, false)),
        ("<=", (false, false)),
        ("\u{2264}", (false, false)),
        ("\u{2266}", (false, false)),
        ("\u{2a7d}", (false, false)),
        ("at most", (false, false)),
        ("not above", (false, false)),
        ("lte", (false, false)),
        (">", (true, true)),
        ("above", (true, true)),
        ("exceeds", (true, true)),
        ("greater than", (true, true)),
        ("gt", (true, true)),
        ("more than", (true, true)),
        ("over", (true, true)),
        ("<", (false, true)),
        ("below", (false, true)),
        ("less than", (false, true)),
        ("lt", (false, true)),
        ("under", (false, true)),
    ]
    .into_iter()
    .find(|(spelling, _)| plain.replace(char::is_whitespace, " ").starts_with(spelling))
    .unwrap_or_else(|| panic!("{text:?} was read as {range:?}"))
    .1;
    let number = plain.find(|letter: char| letter.is_ascii_digit() || "+-.,".contains(letter)).unwrap();
    let Some(Value::Number(alone)) = typed(index, &plain[number..], unit).findings.get(index) else {
        // what is a bound within the limits may be no value within them: just above or below
        return;
    };
    let (end, open, fixed) = if up { (range.0, range.1, quantity.hard.1) } else { (range.1, range.0, quantity.hard.0) };
    let wanted = match (strict, up) {
        (false, _) => alone,
        (true, true) => alone.after(),
        (true, false) => alone.before(),
    };
    assert!(open == fixed && end == wanted, "{text:?} was read as {range:?}");
}

/// The stored number is the one at the front of the text in one of the units; in the chosen one if none is typed.
fn stands_in_the_text(quantity: &Quantity, stored: Decimal, text: &str, unit: usize) {
    let text: String = bare(text).chars().map(ascii).collect();
    // a comparator makes a bound of a number
    assert!(!text.contains(['<', '>', '~', '=', '\u{2264}', '\u{2265}', '\u{2248}']), "{text:?} was read as {stored}");
    let end = text.find(|letter: char| !(letter.is_ascii_digit() || "+-.,".contains(letter)));
    let (front, suffix) = text.split_at(end.unwrap_or(text.len()));
    let number = Decimal::parse(front).unwrap_or_else(|_| panic!("{text:?} was read as {stored}"));
    let fits = |(at, of): (usize, &nms_advisor::engine::unit::Unit)| {
        (!suffix.trim().is_empty() || at == unit) && of.to_stored(number) == stored
    };
    assert!(quantity.units.iter().enumerate().any(fits), "{text:?} in unit {unit} was read as {stored}");
}
