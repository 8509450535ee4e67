//! The one reader of numbers: typed, from a file or a link, or sent as a text.
//!
//! A number is used whole or not at all, and so is the bound that one of the four signs or their words makes of it.
//! Whatever could mean another number is refused with the spelling that would do.

use super::shortened;
use crate::engine::bound::Side;
use crate::engine::decimal::{Decimal, Unread};
use crate::engine::finding::Quantity;
use crate::engine::letters::{ascii, bare, digit, is_turning, is_unseen};
use crate::engine::unit::{self, Unit};
use crate::wording::areas::Answers;

/// Why a text is no number that can be used.
pub(super) enum Unfit {
    /// Unseen letters within it, or letters that turn the direction.
    Hidden,
    /// Digits of two scripts.
    Mixed,
    /// A comparator that is none of those that make a bound.
    Bound(String),
    /// Thousands or decimals: the two plain spellings.
    Unclear(String, String),
    /// Thousands with separators: the plain spelling.
    Grouped(String),
    /// Two numbers, or a range.
    Several,
    /// A unit that is none of the finding.
    Unit(String),
    /// Anything else.
    NoNumber,
}

impl Unfit {
    /// The same of a number behind a sign: the spellings that would do keep it.
    fn behind(self, side: Option<Side>) -> Self {
        let Some(side) = side else { return self };
        let signed = |plain: String| format!("{} {plain}", side.sign());
        match self {
            Self::Unclear(thousands, decimals) => Self::Unclear(signed(thousands), signed(decimals)),
            Self::Grouped(plain) => Self::Grouped(signed(plain)),
            Self::Bound(sign) => Self::Bound(format!("{}{sign}", side.sign())),
            Self::Hidden | Self::Mixed | Self::Several | Self::Unit(_) | Self::NoNumber => self,
        }
    }

    /// The sentence about `text`, with the spelling that would do.
    pub(super) fn sentence(&self, words: &Answers, quantity: &Quantity, text: &str) -> String {
        let text = shortened(
            &text.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter }).collect::<String>(),
        );
        match self {
            Self::Hidden => words.hidden(&text),
            Self::Mixed => words.mixed(&text),
            Self::Bound(sign) => words.bound(&text, &shortened(sign)),
            Self::Unclear(thousands, decimals) => words.unclear(&text, thousands, decimals),
            Self::Grouped(plain) => words.grouped(&text, plain),
            Self::Several => words.several(&text),
            Self::Unit(suffix) => {
                let labels: Vec<&str> =
                    quantity.units.iter().map(|unit| unit.label).filter(|label| !label.is_empty()).collect();
                let suffix = shortened(suffix);
                if labels.is_empty() { words.unitless(&suffix) } else { words.typed_unit(&suffix, &labels.join(", ")) }
            }
            Self::NoNumber => words.not_a_number(&text),
        }
    }
}

/// A number as it was written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Written {
    /// The side, where it is only a bound.
    pub(super) side: Option<Side>,
    /// The number.
    pub(super) number: Decimal,
    /// The unit that it was written in: the one behind it, or else the chosen one.
    pub(super) unit: &'static Unit,
}

/// The number or the bound that a text holds; without a unit it is in the one at `chosen`.
pub(super) fn read(quantity: &Quantity, text: &str, chosen: usize) -> Result<Written, Unfit> {
    let text = bare(text);
    if text.chars().any(is_turning) {
        return Err(Unfit::Hidden);
    }
    let (side, rest) = sided(text).map_or((None, text), |(side, rest)| (Some(side), rest));
    let (number, unit) = plain(quantity, rest, chosen).map_err(|unfit| unfit.behind(side))?;
    Ok(Written { side, number, unit })
}

/// The spellings of each side, the longer ones first.
const SIDES: [(Side, &str); 4] = [
    (Side::AtLeast, ">=|\u{2265}|\u{2267}|\u{2a7e}|at least|not below|gte"),
    (Side::AtMost, "<=|\u{2264}|\u{2266}|\u{2a7d}|at most|not above|lte"),
    (Side::Above, ">|above|exceeds|greater than|gt|more than|over"),
    (Side::Below, "<|below|less than|lt|under"),
];

/// The side that a text begins with, and what follows: a number, a space, or a sign that belongs to neither.
fn sided(text: &str) -> Option<(Side, &str)> {
    SIDES.into_iter().find_map(|(side, spellings)| {
        let rest = spellings.split('|').find_map(|spelling| {
            let rest = after(text, spelling)?;
            let word = spelling.starts_with(|letter: char| letter.is_ascii_alphabetic());
            (!word || !rest.starts_with(char::is_alphabetic)).then_some(rest)
        })?;
        Some((side, bare(rest)))
    })
}

/// What follows a spelling, whatever case and width it is written in.
fn after<'a>(text: &'a str, spelling: &str) -> Option<&'a str> {
    let mut letters = text.chars();
    for wanted in spelling.chars() {
        let letter = letters.next().map(ascii)?;
        let same = letter.eq_ignore_ascii_case(&wanted) || (wanted == ' ' && letter.is_whitespace());
        if !same {
            return None;
        }
    }
    Some(letters.as_str())
}

/// The number alone, and its unit.
fn plain(quantity: &Quantity, text: &str, chosen: usize) -> Result<(Decimal, &'static Unit), Unfit> {
    let split = text.find(|letter: char| !is_of_number(ascii(letter))).unwrap_or(text.len());
    let (front, behind) = (text.get(..split).unwrap_or(""), text.get(split..).unwrap_or(""));
    let whole: String = text.chars().map(ascii).collect();
    if let Some(sign) = comparator(&whole) {
        return Err(Unfit::Bound(sign));
    }
    let mut scripts = front.chars().filter_map(digit).map(|(zero, _)| zero);
    let first = scripts.next();
    if scripts.any(|zero| Some(zero) != first) {
        return Err(Unfit::Mixed);
    }
    let digits: String = front.chars().map(ascii).collect();
    let suffix = bare(behind);
    if first.is_none() {
        return Err(if whole.chars().any(is_unseen) { Unfit::Hidden } else { Unfit::NoNumber });
    }
    // a digit alone is the code of a unit without a name, and never one that is typed
    let spelt = !suffix.chars().all(|letter| ascii(letter).is_ascii_digit());
    let unit = if suffix.is_empty() {
        quantity.units.get(chosen)
    } else {
        unit::resolve(quantity.units, suffix).filter(|_| spelt).and_then(|at| quantity.units.get(at))
    };
    let Some(unit) = unit else {
        // a position that no unit has is refused like a unit that is none
        return Err(if suffix.is_empty() { Unfit::Unit(String::new()) } else { behind_it(&whole, suffix) });
    };
    if digits.chars().skip(1).any(|letter| letter == '-') {
        return Err(Unfit::Several);
    }
    if let Some(plain) = grouped(&digits) {
        return Err(Unfit::Grouped(plain));
    }
    if let Some((thousands, decimals)) = unclear(&digits)
        && (digits.contains(',') || can_be_thousands(quantity, unit, &thousands))
    {
        return Err(Unfit::Unclear(thousands, decimals));
    }
    match Decimal::parse(&digits) {
        Ok(value) => Ok((value, unit)),
        Err(Unread::Ambiguous) => Err(Unfit::Unclear(digits.replace(',', ""), digits.replace(',', "."))),
        Err(Unread::Empty | Unread::NotANumber) => Err(Unfit::NoNumber),
    }
}

fn is_of_number(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '.' | ',' | '\'' | '+' | '-')
}

/// What is wrong with a text behind a number that is no unit.
fn behind_it(whole: &str, suffix: &str) -> Unfit {
    if whole.chars().any(is_unseen) {
        return Unfit::Hidden;
    }
    let end = whole.find(|letter: char| !is_of_number(letter) && letter != ' ').unwrap_or(whole.len());
    if let Some(plain) = whole.get(..end).and_then(|run| grouped(run.trim())) {
        return Unfit::Grouped(plain);
    }
    if suffix.chars().any(|letter| digit(letter).is_some()) {
        Unfit::Several
    } else if suffix.chars().any(|letter| letter.is_alphabetic() || "%/\u{b0}\u{2103}\u{2109}".contains(letter)) {
        Unfit::Unit(suffix.into())
    } else {
        Unfit::NoNumber
    }
}

/// The comparator of what no longer begins with a side: a sign or a word before the number, or a plus or a sign behind it.
fn comparator(whole: &str) -> Option<String> {
    const SIGNS: &[char] = &[
        '<', '>', '=', '~', '\u{b1}', '\u{2243}', '\u{2245}', '\u{2248}', '\u{2264}', '\u{2265}', '\u{2266}',
        '\u{2267}', '\u{223c}', '\u{2272}', '\u{2273}', '\u{2a7d}', '\u{2a7e}', '\u{226a}', '\u{226b}',
    ];
    const WORDS: &str = "about|above|almost|approx|approximately|around|at least|at most|below|c|ca|circa|exceeds|from|greater than|gt|gte|less than|lt|lte|max|maximum|min|minimum|more than|nearly|not above|not below|over|roughly|under|up to|&lt|&gt|&le|&ge|&leq|&geq|&#60|&#62";
    let start = whole.find(|letter: char| letter.is_ascii_digit())?;
    let before = whole.get(..start)?.trim().trim_end_matches(['-', '+', '.', ',', ' ']);
    let word = before.trim_end_matches(['.', ':', ';']).to_ascii_lowercase();
    if before.contains(SIGNS) || (!word.is_empty() && WORDS.split('|').any(|listed| listed == word)) {
        return Some(before.into());
    }
    let entity = whole.find("&#").filter(|at| *at < start + 2);
    if let Some(at) = entity {
        return whole.get(at..).map(|sign| sign.chars().take(5).collect());
    }
    let end = whole.rfind(|letter: char| letter.is_ascii_digit())?;
    let after = whole.get(end + 1..)?;
    let sign = after.find(SIGNS).and_then(|at| after.get(at..)).map(|rest| rest.chars().take(1).collect());
    sign.or_else(|| after.trim_start().starts_with('+').then(|| "+".into()))
}

/// The plain spelling of thousands with separators; `None` where the groups are not clear.
fn grouped(run: &str) -> Option<String> {
    let (sign, run) = run.strip_prefix('-').map_or(("", run), |rest| ("-", rest.trim_start()));
    let mut marks = run.chars().filter(|letter| !letter.is_ascii_digit());
    let first = marks.next()?;
    let others: Vec<char> = marks.collect();
    let last = others.last().copied().unwrap_or(first);
    // one point or comma alone could be a decimal one
    let single = others.is_empty() && matches!(first, '.' | ',');
    let decimals = last != first && matches!(last, '.' | ',');
    let (whole, fraction) = if decimals { run.rsplit_once(last)? } else { (run, "") };
    if single || !matches!(first, '.' | ',' | '\'' | ' ') {
        return None;
    }
    let mut groups = whole.split(first);
    let head = groups.next()?;
    let threes = groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()));
    let plain = (1..=3).contains(&head.len()) && head.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit());
    let point = if fraction.is_empty() { "" } else { "." };
    (threes && plain).then(|| format!("{sign}{}{point}{fraction}", whole.replace(first, "")))
}

/// The two readings of a number with three digits behind its only point or comma: as thousands, and as decimals.
fn unclear(digits: &str) -> Option<(String, String)> {
    let (whole, rest) = digits.split_once(['.', ','])?;
    let number = whole.trim_start_matches(['-', '+']);
    let three = rest.len() == 3 && rest.bytes().all(|byte| byte.is_ascii_digit());
    if !three || !(1..=3).contains(&number.len()) || number == "0" {
        return None;
    }
    let decimals = rest.trim_end_matches('0');
    let point = if decimals.is_empty() { "" } else { "." };
    Some((format!("{whole}{rest}"), format!("{whole}{point}{decimals}")))
}

/// Whether thousands would be a value in the unit that is read. A unit for the whole patient has no limits of its own.
fn can_be_thousands(quantity: &Quantity, unit: &Unit, thousands: &str) -> bool {
    let inside = |value: Decimal| value >= quantity.hard.0 && value <= quantity.hard.1;
    unit.per_weight
        || unit.from_stored(quantity.plausible.1) >= const { Decimal::literal(1000.0) }
        || Decimal::parse(thousands).is_ok_and(|value| inside(unit.to_stored(value)))
}

/// The spelling in which a host page sends a number: alone, or as an object where it has a side or is not in the stored unit.
pub(super) fn as_sent(quantity: &Quantity, written: &Written) -> String {
    let number = written.number.plain();
    let stored = quantity.units.first() == Some(written.unit);
    let member = written.side.map_or("value", Side::id);
    match (stored, written.side) {
        (true, None) => number,
        (true, Some(_)) => format!("{{ \"{member}\": {number} }}"),
        (false, _) => format!("{{ \"{member}\": {number}, \"unit\": \"{}\" }}", written.unit.code),
    }
}
