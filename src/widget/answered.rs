//! What a closed group shows of its answers: short names with what was entered, in one line.

use crate::answer::shortened;
use crate::engine::finding::{FindingIndex, FindingKind};
use crate::engine::rule_set::RuleSet;
use crate::engine::unit::Unit;
use crate::guideline::form;
use crate::widget::field::FieldProps;
use crate::wording::{Edition, Words};

/// A unit as short as this is always shown; a longer one where it is not the one that is stored.
const SHORT_UNIT: usize = 3;

/// The answers that are used, in a line.
#[must_use]
pub fn answered(edition: Edition, fields: &[FieldProps]) -> String {
    let words = edition.words;
    let used = |index| fields.iter().find(|field| field.index == index && is_used(field));
    let mut parts = Vec::new();
    for field in fields.iter().filter(|field| is_used(field)) {
        let pair = form::PAIRS.iter().find(|pair| [pair.0, pair.1].contains(&field.index));
        let both = pair.and_then(|pair| Some((used(pair.0)?, used(pair.1)?, pair.2)));
        match both {
            // of a bound it has to be seen which of the two it is
            Some((high, low, name)) if high.unit == low.unit && is_number(&high.text) && is_number(&low.text) => {
                if field.index == high.index {
                    let value = words.form.pair(&shortened(high.text.trim()), &shortened(low.text.trim()));
                    parts.push(said(words, name, &value, unit_of(high)));
                }
            }
            Some(_) | None => parts.push(part(edition, field)),
        }
    }
    parts.join(" · ")
}

fn is_used(field: &FieldProps) -> bool {
    !field.text.is_empty() && field.problem.is_none()
}

/// A name in short.
#[must_use]
pub fn name(rules: &RuleSet, index: FindingIndex) -> String {
    let short = form::SHORT.iter().find(|(finding, _)| *finding == index);
    short.map_or_else(|| in_a_line(rules.finding(index).map_or("", |finding| finding.label)), |row| row.1.into())
}

/// A label as it is written within a line: its capital goes, unless it begins an abbreviation.
#[must_use]
pub fn in_a_line(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.into(),
    }
}

fn part(edition: Edition, field: &FieldProps) -> String {
    entered(edition, field.index, &field.text, field.unit, is_said)
}

/// An answer in short, with its unit wherever it has one.
#[must_use]
pub fn whole(edition: Edition, index: FindingIndex, text: &str, unit: usize) -> String {
    entered(edition, index, text, unit, |_| true)
}

/// An answer in short; its unit where `is_said`.
fn entered(edition: Edition, index: FindingIndex, text: &str, unit: usize, is_said: impl Fn(&Unit) -> bool) -> String {
    let Edition { rules, words } = edition;
    let (name, text) = (name(rules, index), text.trim());
    match rules.finding(index).map(|finding| finding.kind) {
        Some(FindingKind::Boolean) if text == "yes" => name,
        Some(FindingKind::Boolean) if text == "no" => words.form.denied(&name),
        Some(FindingKind::Choice(choices)) => {
            let chosen = choices.iter().find(|choice| choice.id == text);
            words.form.entered(&name, &chosen.map_or_else(|| shortened(text), |choice| choice.label.into()))
        }
        Some(FindingKind::Number(quantity)) => {
            let unit =
                quantity.units.get(unit).filter(|unit| is_plain(text) && !unit.label.is_empty() && is_said(unit));
            said(words, &name, &shortened(text), unit)
        }
        Some(FindingKind::Boolean | FindingKind::Date | FindingKind::Agents | FindingKind::Rules) | None => {
            said(words, &name, &shortened(text), None)
        }
    }
}

/// A name with a number as it was typed, and the unit that is said.
fn said(words: &Words, name: &str, value: &str, unit: Option<&Unit>) -> String {
    match unit {
        Some(unit) => words.form.entered_in(&name, &value, &unit.label),
        None => words.form.entered(&name, &value),
    }
}

/// The unit of a field whose number is typed alone, unless it goes without saying.
fn unit_of(field: &FieldProps) -> Option<&'static Unit> {
    let FindingKind::Number(quantity) = field.finding.kind else { return None };
    quantity.units.get(field.unit).filter(|unit| is_plain(&field.text) && !unit.label.is_empty() && is_said(unit))
}

fn is_said(unit: &Unit) -> bool {
    let stored = unit.numerator == unit.denominator && !unit.per_weight;
    !stored || unit.label.chars().count() <= SHORT_UNIT
}

/// Whether a text is a number alone, or a bound.
fn is_plain(text: &str) -> bool {
    is_number(text.trim().trim_start_matches(['<', '>', '=', '\u{2264}', '\u{2265}']))
}

fn is_number(text: &str) -> bool {
    text.trim().chars().all(|letter| letter.is_ascii_digit() || ".,".contains(letter))
}
