//! One clause: what is read in it, what is left over, and what that does to what was read.

use super::item::{Item, Reader, Sort};
use super::lex::Kind;
use super::lexicon::Common;
use super::reason::{TextReason, TextWhy};

/// What the words that are left over do.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Left {
    /// Names of the clause are not understood.
    pub(super) names: bool,
    /// Numbers of the clause are left to the reader.
    pub(super) numbers: bool,
    /// Another time or person, a doubt, a plan.
    pub(super) spoilt: bool,
    /// The same as a heading: with a colon behind it.
    pub(super) heading: bool,
    /// A time or a date.
    pub(super) time: bool,
    /// A denial whose name is not known.
    pub(super) denies: bool,
    /// One of two: only what is denied by itself counts.
    pub(super) either: bool,
    /// Something that is a word or a number.
    pub(super) any: bool,
}

/// What carries over from one clause of a sentence to the next.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Carried {
    pub(super) denied: bool,
    pub(super) stopped: bool,
}

/// What is known of the surroundings of a clause.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around {
    /// A heading, or a line above, makes it of another context.
    pub(super) other: bool,
    /// A word elsewhere in the sentence could.
    pub(super) unsure: bool,
    /// A time stands in its line.
    pub(super) time: bool,
}

impl Reader<'_> {
    /// Everything that is read in the clause, in order.
    pub(super) fn items(&self) -> Vec<Item> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let all = [
                self.age(at),
                self.measured(at),
                self.raised_before(at),
                self.drug(at),
                self.chosen(at),
                self.named(at),
            ];
            let mut longest: Option<Item> = None;
            for item in all.into_iter().flatten() {
                if longest.as_ref().is_none_or(|other| item.end > other.end) {
                    longest = Some(item);
                }
            }
            at = longest.as_ref().map_or(at + 1, |item| item.end.max(at + 1));
            found.extend(longest);
        }
        found
    }

    /// What the pieces that belong to no item do.
    pub(super) fn left(&self, items: &[Item]) -> Left {
        let mut left = Left::default();
        let mut items = items.iter().peekable();
        let (mut at, mut drug) = (0, false);
        while at < self.tokens.len() {
            while items.peek().is_some_and(|item| item.end <= at) {
                items.next();
            }
            let next = items.peek().map_or(self.tokens.len(), |item| item.start);
            if at >= next {
                drug = items.peek().is_some_and(|item| item.sort == Sort::Drug);
                at = items.peek().map_or(at + 1, |item| item.end);
            } else if drug
                && at + 1 == next
                && self.is_sign(at, "/")
                && items.peek().is_some_and(|item| item.sort == Sort::Drug)
            {
                // two drugs with a slash between them are both given
                at += 1;
            } else {
                let measured = items.peek().is_some_and(|item| item.sort == Sort::Measured);
                at = self.one_left(at, next, measured, &mut left).max(at + 1);
            }
        }
        left
    }

    /// Looks at one piece that is left over; gives the place behind it.
    fn one_left(&self, at: usize, next: usize, measured: bool, left: &mut Left) -> usize {
        let Some(token) = self.token(at) else { return at + 1 };
        if token.kind == Kind::Sign {
            self.sign_left(at, next, left);
            return at + 1;
        }
        left.any = true;
        if self.is_time(at) {
            (left.time, left.names) = (true, true);
            let mut end = at + 1;
            while end < next
                && (self.is_number(end)
                    || (self.is_sign(end, ":") || self.is_sign(end, "-") || self.is_sign(end, "/"))
                        && self.is_number(end + 1))
            {
                end += 1;
            }
            return end;
        }
        if let Some(end) = self.common(at, Common::Spoil).filter(|end| *end <= next) {
            (left.spoilt, left.names) = (true, true);
            return end;
        }
        if let Some(end) = self.common(at, Common::Filler).filter(|end| *end <= next) {
            return end;
        }
        if let Some(end) = self.common(at, Common::High).filter(|end| *end == next && measured) {
            return end;
        }
        if let Some(end) = self.common(at, Common::Either).filter(|end| *end <= next) {
            (left.either, left.numbers) = (true, true);
            return end;
        }
        left.names = true;
        if self.common(at, Common::Deny).is_some() {
            (left.denies, left.numbers) = (true, true);
            return at + 1;
        }
        self.unknown(at, next, left)
    }

    fn sign_left(&self, at: usize, next: usize, left: &mut Left) {
        let Some(token) = self.token(at) else { return };
        let beside = self.is_glued(at + 1);
        match token.text.as_str() {
            "?" | "\u{bf}" => (left.spoilt, left.names) = (true, true),
            ":" => left.heading |= left.spoilt,
            "-" => {
                // a bullet, a minus or a dash
                let bullet = at == 0 && self.listed && !beside;
                left.names |= !bullet && at + 1 >= next;
            }
            "/" => left.either |= token.glued || beside,
            "," | "|" | "(" | ")" | "[" | "]" | "*" | "\u{2022}" | "#" | "&" | "." | "!" | "\"" | "'" | "+" | "=" => {}
            _ => (left.names, left.numbers) = (true, true),
        }
    }

    /// Words that are not known, up to the next item. A number behind them is theirs, and they do no harm to other numbers.
    fn unknown(&self, at: usize, next: usize, left: &mut Left) -> usize {
        let mut end = at;
        let mut words = false;
        while end < next && !self.is_time(end) {
            let Some(token) = self.token(end) else { break };
            match token.kind {
                Kind::Number => {
                    end += 1;
                    while end < next
                        && (self.common(end, Common::Unit).is_some()
                            || ["/", "%", "\u{b0}"].iter().any(|sign| self.is_sign(end, sign)))
                    {
                        end += 1;
                    }
                    left.numbers |= !words;
                    return end;
                }
                Kind::Sign if !matches!(token.text.as_str(), "-" | ":" | "=" | "<" | ">" | "|") => break,
                Kind::Word
                    if end > at
                        && [Common::Spoil, Common::Filler, Common::Deny]
                            .iter()
                            .any(|common| self.common(end, *common).is_some()) =>
                {
                    break;
                }
                Kind::Sign | Kind::Word | Kind::Break => {
                    words |= token.kind == Kind::Word;
                    end += 1;
                }
            }
        }
        left.numbers = true;
        end
    }

    /// Holds what was read against what stands around it.
    pub(super) fn judge(&self, item: &mut Item, left: &Left, around: &Around, carried: &mut Carried) {
        let other = left.spoilt || around.other;
        let unclear = left.names || (left.either && item.sort != Sort::Denied);
        let denied = carried.denied;
        let dropped = carried.denied || carried.stopped;
        match item.sort {
            Sort::Measured => *carried = Carried { denied: carried.denied && item.read.is_err(), ..*carried },
            Sort::Denied => carried.denied = true,
            Sort::Stopped => carried.stopped = true,
            Sort::Named | Sort::Said | Sort::Drug => {}
        }
        let Ok(answers) = &mut item.read else {
            if other {
                item.read = Err((None, TextReason::OtherContext));
            } else if item.sort != Sort::Measured && unclear {
                item.read = Err((None, TextReason::NotUnderstood));
            }
            return;
        };
        let reason = if other {
            Some(TextReason::OtherContext)
        } else if item.sort != Sort::Measured && unclear {
            Some(TextReason::NotUnderstood)
        } else {
            (item.sort == Sort::Named && denied).then_some(TextReason::DenialUnclear)
        };
        if let Some(reason) = reason {
            item.read = Err((None, reason));
            return;
        }
        let mut because = Vec::new();
        because.extend(around.unsure.then_some(TextWhy::ContextUnsure));
        because.extend((item.sort == Sort::Measured && left.numbers).then_some(TextWhy::WordsBeside));
        because.extend((item.sort == Sort::Measured && around.time).then_some(TextWhy::TimeBeside));
        because.extend((item.sort == Sort::Drug && dropped).then_some(TextWhy::BehindDenial));
        for answer in answers {
            answer.why.extend(because.iter().map(|why| (*why).into()));
        }
    }
}
