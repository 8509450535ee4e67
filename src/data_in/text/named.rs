//! Names: of what is answered with yes or no, of choices, and of drugs.

use super::item::{Answer, Item, Reader, Sort};
use super::lexicon::{Common, Meaning};
use super::reason::{TextReason, TextWhy};
use crate::data_in::Given;
use crate::engine::agent;
use crate::engine::finding::FindingIndex;
use crate::guideline::words;

/// The most pieces of a strength, a form or a route before the name of a drug.
const MOST_BEFORE: usize = 4;

/// What a name asks about.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Name {
    Whole(FindingIndex),
    Narrower(FindingIndex),
    Umbrella,
}

impl Reader<'_> {
    fn name_at(&self, at: usize) -> Option<(Name, usize)> {
        self.find(at, &|meaning| {
            if let Meaning::Sign(index) = meaning {
                Some(Name::Whole(index))
            } else if let Meaning::Narrower(index) = meaning {
                Some(Name::Narrower(index))
            } else {
                (meaning == Meaning::Umbrella).then_some(Name::Umbrella)
            }
        })
    }

    /// A yes or no before a name, and where the name begins.
    fn said_before(&self, at: usize) -> Option<(bool, usize)> {
        let boxed = |sign: &str| self.is_sign(at, "(") && self.is_sign(at + 1, sign) && self.is_sign(at + 2, ")");
        if boxed("+") || boxed("-") {
            return Some((boxed("+"), at + 3));
        }
        // a hyphen at the front of a line may be the sign of a list
        let close = self.is_glued(at + 1) && !(self.is_glued(at) && at > 0);
        if self.is_sign(at, "+") && close {
            return Some((true, at + 1));
        }
        if self.is_sign(at, "-") && close && !(at == 0 && self.listed) && self.raw(at, at + 1) == "-" {
            return Some((false, at + 1));
        }
        self.common(at, Common::Deny).map(|end| (false, end))
    }

    /// A yes or no behind a name, and where it ends; `Err` where it could belong to what follows.
    fn said_behind(&self, at: usize) -> Result<Option<(bool, usize)>, ()> {
        let parted = self.is_sign(at, ":") || self.is_sign(at, "=") || self.is_sign(at, "|");
        let start = at + usize::from(parted);
        if self.is_sign(start, "(") && self.is_sign(start + 2, ")") {
            let (plus, minus) = (self.is_sign(start + 1, "+"), self.is_sign(start + 1, "-"));
            if plus || minus {
                return Ok(Some((plus, start + 3)));
            }
        }
        // a sign right before the next name is that one's
        if !parted
            && !self.is_glued(start)
            && self.is_glued(start + 1)
            && (self.is_sign(start, "+") || self.is_sign(start, "-"))
        {
            return Ok(None);
        }
        let mut pluses = start;
        while self.is_sign(pluses, "+") {
            pluses += 1;
        }
        if pluses > start {
            let mixed = self.is_sign(pluses, "/") || self.is_sign(pluses, "-");
            let next = self.is_glued(pluses) && self.token(pluses).is_some();
            return if mixed || next { Err(()) } else { Ok(Some((true, pluses))) };
        }
        let last = |end: usize| parted || end >= self.tokens.len();
        if self.is_sign(start, "-") {
            return if parted && start + 1 >= self.tokens.len() { Ok(Some((false, start + 1))) } else { Err(()) };
        }
        if let Some(end) = self.common(start, Common::Yes) {
            return Ok(Some((true, end)));
        }
        match self.common(start, Common::No) {
            Some(end) if last(end) => Ok(Some((false, end))),
            // `no` begins the next name; `absent` could belong to either
            Some(_) if self.phrase(start, "no").is_none() => Err(()),
            _ => Ok(None),
        }
    }

    /// A name of yes or no, with what says which.
    pub(super) fn named(&self, at: usize) -> Option<Item> {
        let denied = |meaning| if let Meaning::Denied(index) = meaning { Some(index) } else { None };
        if let Some((index, end)) = self.find(at, &denied) {
            let answer = Answer::new(index, Given::No);
            return Some(Item { start: at, end, sort: Sort::Said, read: Ok(vec![answer]) });
        }
        let before = self.said_before(at);
        let (name, end) = self.name_at(before.map_or(at, |(_, start)| start))?;
        let index = match name {
            Name::Whole(index) | Name::Narrower(index) => index,
            Name::Umbrella => words::UMBRELLA.0,
        };
        let item = |end, sort, read| Some(Item { start: at, end, sort, read });
        let refused = |end, sort, reason| item(end, sort, Err((Some(index), reason)));
        let behind = match (before, self.said_behind(end)) {
            (None, Ok(behind)) => behind,
            (Some(_), Ok(None)) => None,
            _ => return refused(end, Sort::Denied, TextReason::NotUnderstood),
        };
        let end = behind.map_or(end, |(_, end)| end);
        let said = before.or(behind).map(|(yes, _)| yes);
        let sort = match said {
            None => Sort::Named,
            Some(true) => Sort::Said,
            Some(false) if before.is_none() => Sort::DeniedBehind,
            Some(false) => Sort::Denied,
        };
        match (name, said) {
            (Name::Whole(index) | Name::Narrower(index), None | Some(true)) => {
                item(end, sort, Ok(vec![Answer::new(index, Given::Yes)]))
            }
            (Name::Whole(index), Some(false)) => item(end, sort, Ok(vec![Answer::new(index, Given::No)])),
            (Name::Narrower(_), Some(false)) => refused(end, sort, TextReason::NotUnderstood),
            (Name::Umbrella, None | Some(true)) => refused(end, sort, TextReason::Which),
            (Name::Umbrella, Some(false)) => {
                let offered = Answer::new(words::UMBRELLA.1, Given::No).because(TextWhy::PartOf);
                item(end, sort, Ok(vec![Answer::new(index, Given::No), offered]))
            }
        }
    }

    /// A choice: a label with a word behind it, or a word that stands alone.
    pub(super) fn chosen(&self, at: usize) -> Option<Item> {
        let heading = |meaning| if let Meaning::Heading(row) = meaning { words::CHOICES.get(row) } else { None };
        let alone = |meaning| if let Meaning::Alone(row, option) = meaning { Some((row, option)) } else { None };
        let (heading, alone) = (self.find(at, &heading), self.find(at, &alone));
        let item = |end, sort, index, id| {
            let answer = Answer::new(index, Given::Choice(id));
            Some(Item { start: at, end, sort, read: Ok(vec![answer]) })
        };
        if let Some(((index, _, options), end)) = heading {
            let parted = self.is_sign(end, ":") || self.is_sign(end, "=") || self.is_sign(end, "|");
            let start = end + usize::from(parted);
            let start = self.common(start, Common::Is).unwrap_or(start);
            let behind = options.iter().filter_map(|(id, _, list)| Some((*id, self.phrase(start, list)?)));
            if let Some((id, end)) = behind.max_by_key(|(_, end)| *end) {
                let denies = self.common(start, Common::Deny).is_some() || self.common(start, Common::No).is_some();
                // a word of denial could begin the next name
                return if !denies || parted || end >= self.tokens.len() {
                    item(end, Sort::Said, *index, id)
                } else {
                    None
                };
            }
        }
        let ((row, option), end) = alone?;
        let (index, _, options) = words::CHOICES.get(row)?;
        let behind = match self.said_behind(end) {
            Ok(None) => end,
            Ok(Some((true, end))) => end,
            Ok(Some((false, end))) => {
                let read = Err((Some(*index), TextReason::NotUnderstood));
                return Some(Item { start: at, end, sort: Sort::DeniedBehind, read });
            }
            Err(()) => return None,
        };
        item(behind, if behind > end { Sort::Said } else { Sort::Named }, *index, options.get(option)?.0)
    }

    /// A drug, beside its salt, strength, form, route and times, and whether it was stopped.
    pub(super) fn drug(&self, at: usize) -> Option<Item> {
        let before = self.common(at, Common::Stop);
        let drug = |meaning| if let Meaning::Drug(row) = meaning { Some(row) } else { None };
        // a strength, a form or a route may stand before the name
        let mut start = before.unwrap_or(at);
        while start < at + MOST_BEFORE && self.find(start, &drug).is_none() && self.is_beside(start) {
            start += 1;
        }
        let (row, mut end) = self.find(start, &drug)?;
        let agent = self.agents.get(row)?;
        while self.is_beside(end) {
            end += 1;
        }
        let behind = self.common(end, Common::Stop);
        let end = behind.unwrap_or(end);
        let dopaminergic = agent.is_dopaminergic();
        let (taken, given, stopped) = words::DRUGS;
        let item = |sort, read| Some(Item { start: at, end, sort, read });
        if before.is_none() && behind.is_none() {
            let list = if dopaminergic { given } else { taken };
            let mut answers = vec![Answer::new(list, Given::Names(vec![agent.id]))];
            let asked = words::ASKED_BY_NAME.iter().filter(|(name, _)| agent.is(name));
            answers.extend(asked.map(|(_, index)| Answer::new(*index, Given::Yes)));
            return item(Sort::Drug, Ok(answers));
        }
        if !dopaminergic {
            return item(Sort::Stopped, Err((Some(taken), TextReason::Stopped)));
        }
        let names = Answer::new(given, Given::Names(vec![agent.id]));
        item(Sort::Stopped, Ok(vec![Answer::new(stopped, Given::Yes), names]))
    }

    /// Whether a piece may stand beside the name of a drug without denying it.
    fn is_beside(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        // a number that has a label, and one behind a level, are none of a strength
        if self.measured(at).is_some() || matches!(token.text.as_str(), "mmol" | "meq") {
            return false;
        }
        let joins = token.text == "/" && token.glued && self.is_glued(at + 1) && !self.is_number(at + 1);
        if self.is_number(at) {
            let level = ["mmol", "meq"].iter().any(|unit| self.token(at + 1).is_some_and(|next| next.text == *unit));
            return !level && !self.is_time(at) && agent::is_beside(&token.text);
        }
        (joins && agent::is_beside(&self.token(at + 1).map_or(String::new(), |next| next.text.clone())))
            || agent::is_beside(&token.text)
    }
}
