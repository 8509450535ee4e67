//! A number of a text against the finding that its label names: which number it is, and in which unit.

use super::reason::{TextReason, TextRemark, TextWhy};
use crate::engine::decimal::Decimal;
use crate::engine::finding::Quantity;
use crate::engine::unit::Unit;
use crate::guideline::words;

/// The one or two numbers that digits with separators may mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spelt {
    /// As it stands, with a point or a comma before its decimals.
    plain: Option<Decimal>,
    /// With its separators taken for those of thousands.
    thousands: Option<Decimal>,
    /// Whether a comma stands between.
    comma: bool,
}

/// Reads digits with separators; `None` where they make no number.
pub(super) fn spelt(digits: &str) -> Option<Spelt> {
    let digits = digits.replace(['\u{a0}', '\u{2009}', '\u{202f}', ' '], "'");
    let mut marks = digits.chars().filter(|letter| !letter.is_ascii_digit());
    let Some(first) = marks.next() else {
        return Some(Spelt { plain: Some(Decimal::parse(&digits).ok()?), thousands: None, comma: false });
    };
    let others: Vec<char> = marks.collect();
    if others.is_empty() && first != '\'' {
        // three digits behind the only point or comma: thousands or decimals
        let (whole, rest) = digits.split_once(first)?;
        let three = rest.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
        return Some(Spelt {
            plain: Some(Decimal::parse(&format!("{whole}.{rest}")).ok()?),
            thousands: if three { Decimal::parse(&format!("{whole}{rest}")).ok() } else { None },
            comma: first == ',',
        });
    }
    let last = others.last().copied().unwrap_or(first);
    let (whole, fraction) = if last == first { (digits.as_str(), "") } else { digits.rsplit_once(last)? };
    let mut groups = whole.split(first);
    let head = groups.next()?;
    let threes = groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()));
    if !threes || !(1..=3).contains(&head.len()) || head.starts_with('0') {
        return None;
    }
    let plain = format!("{}.{fraction}", whole.replace(first, ""));
    Some(Spelt { plain: Some(Decimal::parse(plain.trim_end_matches('.')).ok()?), thousands: None, comma: false })
}

/// A number in its unit.
#[derive(Clone, Debug)]
pub(super) struct Chosen {
    pub(super) value: Decimal,
    pub(super) unit: &'static Unit,
    pub(super) why: Vec<TextRemark>,
    /// The units to choose from, if the number does not tell.
    pub(super) ask: Vec<&'static str>,
}

fn within(limits: (Decimal, Decimal), unit: &Unit, value: Decimal) -> bool {
    let stored = unit.to_stored(value);
    // what is divided by the weight first is not known yet
    if unit.per_weight { value >= Decimal::ZERO } else { stored >= limits.0 && stored <= limits.1 }
}

/// Units that differ in what they make of a number.
fn distinct(units: &'static [Unit]) -> Vec<&'static Unit> {
    let mut found: Vec<&'static Unit> = Vec::new();
    for unit in units {
        let same = |other: &&&Unit| {
            (other.numerator, other.denominator, other.offset, other.per_weight)
                == (unit.numerator, unit.denominator, unit.offset, unit.per_weight)
        };
        if !found.iter().any(|other| same(&other)) {
            found.push(unit);
        }
    }
    found
}

/// Chooses the number and its unit: only where all else would not be plausible; else it asks, or leaves it to the reader.
pub(super) fn choose(
    quantity: &Quantity,
    spelt: Spelt,
    given: Option<&'static Unit>,
    doubtful_from: Option<Decimal>,
    conventional: bool,
) -> Result<Chosen, TextReason> {
    let units = given.map_or_else(|| distinct(quantity.units), |unit| vec![unit]);
    let fitting = |limits, value: Decimal| -> Vec<&'static Unit> {
        units.iter().copied().filter(|unit| within(limits, unit, value)).collect()
    };
    let mut why = Vec::new();
    let value = match (spelt.plain, spelt.thousands) {
        (Some(plain), Some(thousands)) => {
            let (decimals, grouped) = (fitting(quantity.plausible, plain), fitting(quantity.plausible, thousands));
            let mut stored = decimals.iter().map(|unit| unit.to_stored(plain));
            let first = stored.next();
            let same = first.is_some()
                && !grouped.is_empty()
                && stored.chain(grouped.iter().map(|unit| unit.to_stored(thousands))).all(|other| Some(other) == first);
            if same || (!decimals.is_empty() && fitting(quantity.hard, thousands).is_empty()) {
                plain
            } else if decimals.is_empty() && !grouped.is_empty() {
                why.push(TextWhy::Thousands.into());
                thousands
            } else if fitting(quantity.hard, thousands).is_empty() {
                return Err(TextReason::Ambiguous);
            } else {
                // both are possible: the likelier one is offered
                let (offered, other) =
                    if spelt.comma || !grouped.is_empty() { (thousands, plain) } else { (plain, thousands) };
                why.push(TextRemark { why: TextWhy::ThousandsUnsure, what: other.to_string() });
                offered
            }
        }
        (Some(value), None) | (None, Some(value)) => value,
        (None, None) => return Err(TextReason::Ambiguous),
    };
    let plausible = fitting(quantity.plausible, value);
    let possible = fitting(quantity.hard, value);
    let mut ask = Vec::new();
    let unit = match (plausible.as_slice(), units.as_slice()) {
        ([], [unit]) => {
            if possible.is_empty() {
                return Err(TextReason::OutsideLimits);
            }
            why.push(if given.is_some() { TextWhy::Unusual } else { TextWhy::UnitUnsure }.into());
            *unit
        }
        ([unit], [_]) => *unit,
        ([unit], [stored, ..])
            if unit == stored || (words::FROM_THE_NUMBER.contains(&unit.code) && !possible.is_empty()) =>
        {
            why.push(TextWhy::UnitByValue.into());
            *unit
        }
        (_, [stored, ..]) => {
            ask = units.iter().map(|unit| unit.code).collect();
            if conventional {
                ask.reverse();
            }
            why.push(TextWhy::WhichUnit.into());
            *stored
        }
        (_, []) => return Err(TextReason::Unit),
    };
    if given.is_none() && ask.is_empty() && doubtful_from.is_some_and(|limit| value >= limit) {
        why.push(TextWhy::UnitUnsure.into());
    }
    Ok(Chosen { value, unit, why, ask })
}
