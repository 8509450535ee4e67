//! Numbers and bounds, sent or typed, held against the limits of their finding.

use super::number::{self, Unfit, Written};
use super::{Problem, Reading, Sent, shortened};
use crate::engine::bound::Side;
use crate::engine::decimal::Decimal;
use crate::engine::describe;
use crate::engine::finding::{Finding, FindingIndex, FindingKind, Quantity, Value};
use crate::engine::rule_set::RuleSet;
use crate::engine::unit::{self, Unit};
use crate::wording::Words;

impl Reading {
    pub(super) fn take_number(&mut self, index: FindingIndex, finding: &Finding, quantity: &Quantity, sent: &Sent) {
        let Some(stored) = quantity.units.first() else { return };
        let (side, number, unit) = match sent {
            Sent::Quantity(value, unit) => (None, value.as_ref(), Some(unit.as_ref())),
            Sent::Bound(members, unit) => match self.side(finding, members) {
                Some((side, value)) => (Some(side), value, Some(unit.as_ref())),
                None => return,
            },
            Sent::Nothing | Sent::Boolean(_) | Sent::Number(_) | Sent::Text(_) | Sent::List(_) | Sent::Other(_) => {
                (None, sent, None)
            }
        };
        let Some(unit) = unit.map_or(Some(stored), |unit| self.unit(finding, quantity, stored, unit)) else { return };
        if let Sent::Text(text) = number {
            self.refuse_text(finding, quantity, text, unit, side);
            return;
        }
        let Sent::Number(float) = number else {
            if *number != Sent::Nothing {
                self.wrong(finding, number, self.words.answers.number);
            }
            return;
        };
        match Decimal::from_f64(*float) {
            Some(number) => self.put_number(index, finding, quantity, &Written { side, number, unit }),
            None => self.wrong(finding, number, self.words.answers.usable_number),
        }
    }

    /// The side and the number of a bound; with more than one number it is none, and the sentence says so.
    fn side<'a>(&mut self, finding: &Finding, members: &'a [(&'static str, Sent)]) -> Option<(Side, &'a Sent)> {
        if let [(member, number)] = members {
            return Side::ALL.into_iter().find(|side| side.id() == *member).map(|side| (side, number));
        }
        let names: Vec<String> = members.iter().map(|(member, _)| format!("`{member}`")).collect();
        self.issue(finding.id, self.words.answers.several_bounds(&names.join(", ")));
        None
    }

    /// The unit of an object: the stored one where it names none; `None`, and said so, for one that is none of the finding.
    fn unit(
        &mut self,
        finding: &Finding,
        quantity: &Quantity,
        stored: &'static Unit,
        sent: &Sent,
    ) -> Option<&'static Unit> {
        let found = match sent {
            Sent::Nothing => Some(stored),
            Sent::Text(code) => unit::resolve(quantity.units, code).and_then(|at| quantity.units.get(at)),
            Sent::Boolean(_)
            | Sent::Number(_)
            | Sent::List(_)
            | Sent::Quantity(..)
            | Sent::Bound(..)
            | Sent::Other(_) => None,
        };
        if found.is_none() {
            let codes: Vec<String> = quantity.units.iter().map(|unit| format!("`{}`", unit.code)).collect();
            let sent = sent.describe(self.words);
            self.issue(finding.id, self.words.answers.sent_unit(&sent, &codes.join(", ")));
        }
        found
    }

    /// A number that was sent as a text is not used, and the sentence says how it would be.
    fn refuse_text(&mut self, finding: &Finding, quantity: &Quantity, text: &str, unit: &Unit, side: Option<Side>) {
        let chosen = quantity.units.iter().position(|other| other == unit).unwrap_or_default();
        let told = &self.words.answers;
        match number::read(quantity, text, chosen) {
            Ok(written) => {
                let written = Written { side: side.or(written.side), ..written };
                let problem = told.sent_text(&shortened(text), &number::as_sent(quantity, &written));
                self.issue(finding.id, problem);
            }
            Err(Unfit::NoNumber) => self.wrong(finding, &Sent::Text(text.into()), told.number),
            Err(why) => self.issue(finding.id, why.sentence(told, quantity, text)),
        }
    }

    /// Converts and stores a number or a bound, unless it lies beyond the hard limits.
    pub(super) fn put_number(&mut self, index: FindingIndex, finding: &Finding, limits: &Quantity, written: &Written) {
        let Written { side, number, unit } = *written;
        if unit.per_weight {
            self.waiting.push((index, written.clone()));
            return;
        }
        let value = unit.to_stored(number);
        let Words { format, answers: told, .. } = self.words;
        let shown = self.shown(written);
        let (low, high) = side.map_or((value, value), |side| side.range(value, limits.hard));
        if value < limits.hard.0 || value > limits.hard.1 || low > high {
            let (low, high) = (unit.from_stored(limits.hard.0), unit.from_stored(limits.hard.1));
            let (low, high) = (format.number(low.rounded(2)), format.quantity(high.rounded(2), unit.label));
            self.issue(finding.id, told.outside(&shown, &low, &high));
            return;
        }
        if side.is_some() && (low, high) == limits.hard {
            self.issue(finding.id, told.says_nothing(&shown));
            return;
        }
        if high < limits.plausible.0 || low > limits.plausible.1 {
            self.unusual.push(Problem { finding: finding.id.into(), problem: told.unusual(&shown) });
        }
        let answer = if side.is_some() { Value::Between(low, high) } else { Value::Number(value) };
        self.findings.set(index, Some(answer));
    }

    /// A number or a bound in words, in the unit in which it was written.
    fn shown(&self, written: &Written) -> String {
        let Words { format, .. } = self.words;
        match written.side {
            Some(side) => describe::bound(format, side, written.number, written.unit.label),
            None => format.quantity(written.number, written.unit.label),
        }
    }

    /// Divides by the weight what was written for the whole patient. A bound of the weight is no weight.
    pub(super) fn divide(&mut self, rules: &'static RuleSet) {
        let weight = rules.find("weight").and_then(|index| self.findings.get(index)).and_then(|value| match value {
            Value::Number(weight) => Some(weight),
            Value::Between(..) | Value::Boolean(_) | Value::Choice(_) | Value::Date(_) | Value::Rows(_) => None,
        });
        for (index, written) in std::mem::take(&mut self.waiting) {
            let Some(finding) = rules.finding(index) else { continue };
            let FindingKind::Number(limits) = finding.kind else { continue };
            // the quotient is rounded down: the last number that a bound leaves is divided, not the first that it excludes
            let (side, last) = match written.side {
                Some(Side::Above) => (Some(Side::AtLeast), written.number.after()),
                Some(Side::Below) => (Some(Side::AtMost), written.number.before()),
                Some(Side::AtLeast | Side::AtMost) | None => (written.side, written.number),
            };
            let value = weight.and_then(|weight| last.ratio(weight));
            if let (Some(number), Some(unit)) = (value, limits.units.first()) {
                self.put_number(index, finding, &limits, &Written { side, number, unit });
            } else {
                let shown = self.shown(&written);
                self.issue(finding.id, self.words.answers.needs_weight(&shown));
            }
        }
    }
}
