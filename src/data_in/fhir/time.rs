//! Times as FHIR writes them: a span of milliseconds, because a date is a whole day and a year a whole year.

use crate::engine::finding::Day;

/// One hour.
pub(super) const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// From the first to the last millisecond that a time may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) from: i64,
    pub(super) to: i64,
    /// Whether a time of day was written.
    pub(super) exact: bool,
    /// Whether its zone was written.
    pub(super) zoned: bool,
}

/// Digits of this many places at the front, and what follows them.
fn digits(text: &str, places: usize) -> Option<(i64, &str)> {
    let (front, rest) = text.split_at_checked(places)?;
    let plain = front.bytes().all(|byte| byte.is_ascii_digit());
    let number = front.bytes().fold(0, |sum, byte| sum * 10 + i64::from(byte.wrapping_sub(b'0')));
    plain.then_some((number, rest))
}

/// Days since 1970-01-01, and the first day of the next month and year for a date that lacks its end.
fn days(text: &str) -> Option<(i64, i64)> {
    let day = |text: &str| Day::parse(text).map(|day| i64::from(day.0));
    let (year, _) = digits(text, 4)?;
    match text.len() {
        4 => Some((day(&format!("{text}-01-01"))?, day(&format!("{year:04}-12-31"))? + 1)),
        7 => {
            let first = day(&format!("{text}-01"))?;
            let last = [31, 30, 29, 28].into_iter().find_map(|last| day(&format!("{text}-{last}")))?;
            Some((first, last + 1))
        }
        10 => day(text).map(|first| (first, first + 1)),
        _ => None,
    }
}

/// The offset of a zone in milliseconds; `None` where it is none.
fn zone(text: &str) -> Option<i64> {
    if text == "Z" {
        return Some(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let (hours, rest) = digits(text.strip_prefix(['+', '-'])?, 2)?;
    let (minutes, end) = digits(rest.strip_prefix(':')?, 2)?;
    (end.is_empty() && hours <= 14 && minutes < 60).then_some(sign * (hours * HOUR + minutes * 60_000))
}

/// Reads a date, a dateTime or an instant; `home` is the zone of what names none.
pub(super) fn read(text: &str, home: i64) -> Option<Span> {
    let Some((date, clock)) = text.split_once('T') else {
        let (first, end) = days(text)?;
        return Some(Span { from: first * DAY - home, to: end * DAY - home - 1, exact: false, zoned: false });
    };
    let (first, end) = days(date)?;
    if end != first + 1 || date.len() != 10 {
        return None;
    }
    let (hours, rest) = digits(clock, 2)?;
    let (minutes, rest) = digits(rest.strip_prefix(':')?, 2)?;
    let (seconds, rest) = match rest.strip_prefix(':') {
        Some(rest) => digits(rest, 2)?,
        None => (0, rest),
    };
    let fraction = rest.strip_prefix('.').map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
    let (part, rest) = if fraction > 0 { rest.split_at_checked(fraction + 1)? } else { ("", rest) };
    let thousandths =
        part.bytes().skip(1).chain(*b"000").take(3).fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    if hours > 23 || minutes > 59 || seconds > 60 {
        return None;
    }
    let offset = if rest.is_empty() { None } else { Some(zone(rest)?) };
    let at = first * DAY + hours * HOUR + minutes * 60_000 + seconds * 1000 + thousandths - offset.unwrap_or(home);
    Some(Span { from: at, to: at, exact: true, zoned: offset.is_some() })
}

/// The zone of an instant; `None` if it is none.
pub(super) fn zone_of(text: &str) -> Option<i64> {
    let at = text.find('T')?;
    let clock = text.get(at..)?;
    zone(clock.get(clock.find(['Z', '+', '-'])?..)?)
}
