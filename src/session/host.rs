//! What the page sends, as entries of the form. A value that is read already stays as it was entered.

use std::collections::BTreeMap;

use super::{Entries, Entry, Session};
use crate::answer::{Problem, Reading, Sent};
use crate::engine::bound::Side;
use crate::engine::decimal::Decimal;
use crate::engine::describe;
use crate::engine::finding::{FindingIndex, FindingKind, Findings, Value};
use crate::engine::rule_set::RuleSet;
use crate::engine::unit;
use crate::wording::Edition;

/// Findings as the page sent them, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Sending {
    /// The usable answers.
    pub findings: Findings,
    /// What could not be used.
    pub issues: Vec<Problem>,
    /// Numbers and bounds in the unit in which they were sent.
    pub numbers: BTreeMap<FindingIndex, (Option<Side>, Decimal, usize)>,
}

impl Sending {
    /// Reads what was sent, key by key.
    #[must_use]
    pub fn read<'a>(edition: impl Into<Edition>, sent: impl IntoIterator<Item = (&'a str, Sent)>) -> Self {
        let edition = edition.into();
        let rules = edition.rules;
        let mut reading = Reading::new(edition);
        let mut numbers = BTreeMap::new();
        for (key, value) in sent {
            if let Some((index, number)) = rules.find(key).zip(sent_number(rules, key, &value)) {
                numbers.insert(index, number);
            }
            reading.take(rules, key, &value);
        }
        reading.settle(rules);
        Self { findings: reading.findings, issues: reading.issues, numbers }
    }

    /// The answer to one finding as the reader would have typed it; none where it cannot be used.
    #[must_use]
    pub fn entry(&self, rules: &'static RuleSet, index: FindingIndex) -> Option<Entry> {
        self.findings.get(index).map(|value| entry_of(rules, index, value, self))
    }
}

impl From<Findings> for Sending {
    fn from(findings: Findings) -> Self {
        Self { findings, issues: Vec::new(), numbers: BTreeMap::new() }
    }
}

/// A number or a bound with a unit beside it, and the position of the unit.
fn sent_number(rules: &'static RuleSet, key: &str, sent: &Sent) -> Option<(Option<Side>, Decimal, usize)> {
    let (side, value, unit) = match sent {
        Sent::Quantity(value, unit) => (None, value.as_ref(), unit),
        Sent::Bound(members, unit) => {
            let [(member, value)] = members.as_slice() else { return None };
            (Side::ALL.into_iter().find(|side| side.id() == *member), value, unit)
        }
        Sent::Nothing | Sent::Boolean(_) | Sent::Number(_) | Sent::Text(_) | Sent::List(_) | Sent::Other(_) => {
            return None;
        }
    };
    let (Sent::Number(number), Sent::Text(code)) = (value, unit.as_ref()) else { return None };
    let FindingKind::Number(quantity) = rules.find(key).and_then(|index| rules.finding(index))?.kind else {
        return None;
    };
    let position = unit::resolve(quantity.units, code)?;
    Some((side, Decimal::from_f64(*number)?, position))
}

impl Session {
    /// Takes what the page sent. A set that equals what is read changes nothing: text, unit and caret stay.
    ///
    /// A text that cannot be read yet, such as the first letters of a number, stays where the page sends every answer
    /// that is read: it is the same case. Otherwise it is another one, and nothing of the old one can be brought back.
    pub(super) fn receive(&mut self, rules: &'static RuleSet, old: &Self, sending: Sending) {
        let read = old.read(rules).findings;
        if read == sending.findings {
            self.refused = sending.issues;
            return;
        }
        let same = same_case(rules, &read, &sending.findings);
        self.entries = Entries::new();
        for index in indexes(rules) {
            let (was, is) = (read.get(index), sending.findings.get(index));
            let kept = old.entries.get(&index).filter(|_| if is.is_some() { was == is } else { same && was.is_none() });
            let entry = kept.cloned().or_else(|| is.map(|value| entry_of(rules, index, value, &sending)));
            if let Some(entry) = entry {
                self.entries.insert(index, entry);
            }
        }
        self.before = None;
        self.refused = sending.issues;
        // a number for the whole patient hangs on the weight: what reads to something else is written anew
        let now = self.read(rules).findings;
        for index in indexes(rules) {
            if let Some(value) = sending.findings.get(index).filter(|value| now.get(index) != Some(*value)) {
                let entry = stored(rules, index, value);
                self.entries.insert(index, entry);
            }
        }
        if !same {
            self.dosing = super::Dosing::default();
        }
        if !same || read.is_empty() {
            self.forget();
        }
    }

    /// Nothing is known: the page's word for another patient, or for none.
    pub(super) fn clear(&mut self) {
        self.entries.clear();
        self.refused.clear();
        self.dosing = super::Dosing::default();
        self.before = None;
        self.forget();
    }

    /// Another case: nothing of the last one may come back.
    fn forget(&mut self) {
        self.replaced = None;
        self.notice = None;
        self.offered = None;
        self.intake = None;
        self.case_number += 1;
        self.unread.clear();
        self.case_day = None;
    }
}

/// A value as the reader would have typed it, in the unit in which it was sent where there is one.
fn entry_of(rules: &'static RuleSet, index: FindingIndex, value: Value, sending: &Sending) -> Entry {
    let sent = sending.numbers.get(&index);
    sent.map_or_else(
        || stored(rules, index, value),
        |(side, number, unit)| Entry { text: signed(*side, *number), unit: Some(*unit) },
    )
}

/// Every finding that can be asked.
fn indexes(rules: &'static RuleSet) -> impl Iterator<Item = FindingIndex> {
    (0..rules.findings.len()).filter_map(|position| u16::try_from(position).ok().map(FindingIndex))
}

/// Whether the page sends every answer that is read, changed or not: an update of this case, and not another one.
fn same_case(rules: &'static RuleSet, old: &Findings, new: &Findings) -> bool {
    !new.is_empty() && indexes(rules).all(|index| old.get(index).is_none() || new.get(index).is_some())
}

/// A number as a text that reads back to the same: three decimals alone could be thousands.
fn typed(number: Decimal) -> String {
    let plain = number.plain();
    let thousands = plain.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3);
    if thousands { format!("{plain}0") } else { plain }
}

/// A number with the sign of its bound, where it is one.
fn signed(side: Option<Side>, number: Decimal) -> String {
    side.map_or_else(|| typed(number), |side| format!("{} {}", side.sign(), typed(number)))
}

/// A value in stored units as the text that a reader would have typed.
fn stored(rules: &'static RuleSet, index: FindingIndex, value: Value) -> Entry {
    let finding = rules.finding(index);
    let text = match value {
        Value::Boolean(true) => "yes".to_string(),
        Value::Boolean(false) => "no".to_string(),
        Value::Choice(option) => {
            let options = finding.map_or(&[][..], |finding| finding.choices());
            options.get(usize::from(option)).map_or_else(String::new, |option| option.id.to_string())
        }
        Value::Number(number) => typed(number),
        Value::Between(low, high) => {
            let bound = finding.and_then(|finding| finding.bound((low, high)));
            bound.map_or_else(String::new, |(side, number)| signed(Some(side), number))
        }
        Value::Date(day) => describe::date(day),
        Value::Rows(rows) => {
            let name = |row: usize| match finding.map(|finding| finding.kind) {
                Some(FindingKind::Agents) => rules.agents.get(row).map(|agent| agent.id),
                Some(FindingKind::Rules) => rules.rules.get(row).map(|rule| rule.id),
                Some(FindingKind::Boolean | FindingKind::Choice(_) | FindingKind::Number(_) | FindingKind::Date)
                | None => None,
            };
            rows.iter().filter_map(name).collect::<Vec<_>>().join(", ")
        }
    };
    Entry { text, unit: Some(0) }
}
