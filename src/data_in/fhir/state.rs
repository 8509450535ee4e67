//! Observations that are no single quantity: a state such as pregnancy, and the parts of a score.

use super::choice::Place;
use super::code;
use super::observation::Candidate;
use super::resources::Resource;
use super::time::{HOUR, Span};
use super::value::{self, Amount, Side};
use super::{Fate, Reader, Row};
use crate::data_in::tree::Tree;
use crate::data_in::{Given, Reason, Remark, Used, Why};
use crate::engine::coding::lists;
use crate::engine::decimal::Decimal;

/// A state counts for so long.
const STATE: i64 = 90 * 24 * HOUR;

/// The most parts of scores that are put together.
const MOST_PARTS: usize = 600;

/// One answer about a state.
pub(super) struct State {
    at: usize,
    /// Whether it says yes; anything else says nothing here.
    yes: bool,
    span: Option<Span>,
    why: Vec<Remark>,
    row: Row,
}

/// One part of a score.
pub(super) struct Part {
    at: usize,
    place: usize,
    value: Decimal,
    span: Option<Span>,
    why: Vec<Remark>,
    row: Row,
}

impl<'a> Reader<'a> {
    /// Takes an Observation about a state, or a test that says nothing of it.
    pub(super) fn is_state(&mut self, at: usize, one: Resource<'a>, code: &Tree) -> bool {
        let (known, finding, sure, unsure) = self.codes.state;
        let row = self.row(&one);
        if let Some(test) = code::loinc(code).find_map(|text| code::listed(self.codes.state_tests, text)) {
            self.leave(at, one.tree, Some(finding), Some(test), row, Reason::PregnancyTest);
            return true;
        }
        if !code::loinc(code).any(|text| text == known) {
            return false;
        }
        if let Err(reason) = self.counts_at_all(one) {
            self.leave(at, one.tree, Some(finding), Some(known), row, reason);
            return true;
        }
        let mut why = Vec::new();
        self.remarks(one, &mut why);
        let span = self.time_of(one.tree, &mut why);
        let answers = one.tree.get("valueCodeableConcept").map_or(&[][..], |value| value.list("coding"));
        let says = |list: &str| answers.iter().filter_map(|coding| coding.text("code")).any(|code| lists(list, code));
        let absent = one.tree.get("dataAbsentReason").is_some();
        if !says(sure) && says(unsure) {
            why.push(Why::CodeUnsure.into());
        }
        self.states.push(State { at, yes: !absent && (says(sure) || says(unsure)), span, why, row });
        true
    }

    /// Of several answers about a state the latest, if it says yes. Nothing is ever answered no.
    pub(super) fn choose_state(&mut self) {
        let (code, finding, ..) = self.codes.state;
        let mut yes: Vec<State> = Vec::new();
        let mut other: Option<i64> = None;
        for mut one in std::mem::take(&mut self.states) {
            let place = one.span.map(|span| self.place(span, STATE));
            let latest = one.span.map_or(i64::MIN, |span| span.to);
            let reason = match place {
                Some(Place::After) => Some(Reason::Future),
                Some(Place::Before) => Some(Reason::TooOld),
                _ if !one.yes => Some(Reason::ValueType),
                _ => None,
            };
            if place == Some(Place::Partly) {
                one.why.push(Why::DayOnly.into());
            }
            if let Some(reason) = reason {
                if reason == Reason::ValueType {
                    other = other.max(Some(latest));
                }
                self.mark(one.at, Fate::Left);
                self.lay(Some(finding), Some(code), one.row, reason, latest);
            } else {
                yes.push(one);
            }
        }
        let of = yes.len();
        for one in &yes {
            self.mark(one.at, Fate::Read);
        }
        let latest = |one: &State| one.span.map_or(i64::MIN, |span| span.to);
        let leaves = |one: &State| one.why.iter().any(|remark| remark.why.leaves_it());
        let Some(mut best) =
            yes.into_iter().max_by_key(|one| (!leaves(one), latest(one), one.row.time.clone(), one.why.clone()))
        else {
            return;
        };
        if other.is_some_and(|other| other >= latest(&best)) {
            best.why.push(Why::OrderUnclear.into());
        }
        let ticked = !leaves(&best);
        let Row { resource, time, .. } = best.row;
        let (code, resource) = (Some(code.into()), Some(resource));
        let (given, sent, why) = (Given::Yes, String::new(), best.why);
        self.used.push(Used { finding, given, sent, code, resource, time, of, why, ticked });
    }

    /// Takes an Observation that is a part of a score.
    pub(super) fn is_part(&mut self, at: usize, one: Resource<'a>, code: &Tree) -> bool {
        let score = self.codes.score;
        let place = score.codes.split(' ').position(|part| code::loinc(code).any(|text| text == part));
        let Some(place) = place else { return false };
        let listed = score.codes.split(' ').nth(place);
        let row = self.row(&one);
        let mut why = Vec::new();
        self.remarks(one, &mut why);
        let span = self.time_of(one.tree, &mut why);
        let greatest = score.greatest.get(place).map_or(Decimal::ZERO, |greatest| Decimal::whole(*greatest));
        let number = match (one.tree.get("valueInteger"), one.tree.get("valueQuantity")) {
            (Some(Tree::Number(number)), None) => value::decimal(number),
            (None, Some(quantity)) if quantity.get("comparator").is_none() => match quantity.get("value") {
                Some(Tree::Number(number)) => value::decimal(number),
                _ => None,
            },
            _ => None,
        };
        let number = number.filter(|number| *number >= Decimal::whole(1) && *number <= greatest);
        match self.counts_at_all(one).and(number.ok_or(Reason::ValueType)) {
            Ok(value) => self.parts.push(Part { at, place, value, span, why, row }),
            Err(reason) => self.leave(at, one.tree, Some(score.finding), listed, row, reason),
        }
        true
    }

    /// A score of parts counts where all of them are of one time.
    pub(super) fn choose_parts(&mut self) {
        let parts = std::mem::take(&mut self.parts);
        let score = self.codes.score;
        let measure = self.codes.measures.iter().find(|measure| measure.finding == score.finding);
        let unit = self.quantity(score.finding).and_then(|quantity| quantity.units.first());
        let (Some(measure), Some(unit)) = (measure, unit) else { return };
        let mut whole = vec![false; parts.len()];
        // so many parts are no record, and each is held against all others
        let some = if parts.len() > MOST_PARTS { &[][..] } else { &parts[..] };
        for first in some.iter().filter(|part| part.place == 0 && part.span.is_some()) {
            let of = |place: usize| {
                let mut all =
                    parts.iter().enumerate().filter(|(_, part)| part.place == place && part.span == first.span);
                let (one, more) = (all.next(), all.next());
                one.filter(|_| more.is_none())
            };
            let (Some(eyes), Some(verbal), Some(motor)) = (of(0), of(1), of(2)) else { continue };
            let all = [eyes, verbal, motor];
            let value = all.iter().fold(Decimal::ZERO, |sum, (_, part)| sum.plus(part.value));
            let mut why = first.why.clone();
            why.push(Remark { why: Why::Computed, what: all.map(|(_, part)| part.value.to_string()).join(" + ") });
            let Some(tree) = self.resources.all.get(first.at).map(|one| one.tree) else { continue };
            let row = Row { sent: value.to_string(), ..first.row.clone() };
            for (place, part) in all {
                self.mark(part.at, Fate::Read);
                if let Some(slot) = whole.get_mut(place) {
                    *slot = true;
                }
            }
            let code = score.codes.split(' ').next().unwrap_or_default();
            let amount = Amount { value, unit, side: Side::Number };
            self.candidates.push(Candidate {
                measure,
                code,
                site: None,
                amount,
                span: first.span,
                why,
                tree,
                at: first.at,
                row,
            });
        }
        for (part, _) in parts.into_iter().zip(whole).filter(|(_, whole)| !whole) {
            self.mark(part.at, Fate::Left);
            let latest = part.span.map_or(i64::MIN, |span| span.to);
            let code = score.codes.split(' ').nth(part.place);
            self.lay(Some(score.finding), code, part.row, Reason::IncompleteScore, latest);
        }
    }
}
