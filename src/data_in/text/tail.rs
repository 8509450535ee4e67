//! What stands behind a number and belongs to it: the unit, flags, a range, a place, a destroyed sample.

use super::item::Reader;
use super::lex::is_letter;
use super::lexicon::{Common, Meaning};
use super::number::{self, Spelt};
use super::reason::{TextReason, TextRemark, TextWhy};
use crate::engine::finding::{FindingIndex, Quantity};
use crate::engine::letters::ascii;
use crate::engine::unit::{self, Unit};
use crate::guideline::words;

/// What was found behind a number.
#[derive(Debug, Default)]
pub(super) struct Tail {
    pub(super) end: usize,
    pub(super) unit: Option<&'static Unit>,
    pub(super) why: Vec<TextRemark>,
    /// The upper end of a range.
    pub(super) limit: Option<Spelt>,
    /// The place of a temperature, by row.
    pub(super) site: Option<usize>,
    /// The usual value that stands in brackets.
    pub(super) usual: Option<Spelt>,
}

/// The first letter of a unit, in the one form in which units are compared.
fn lead(text: &str) -> Option<char> {
    let letters =
        text.chars().filter(|letter| !matches!(letter, ' ' | '\u{b0}' | '\u{ba}' | '\u{2da}' | '\u{a0}' | '\t'));
    letters.map(ascii).next().map(|letter| match letter {
        '\u{b5}' | '\u{3bc}' => 'u',
        '\u{d7}' => 'x',
        '\u{2103}' => 'c',
        '\u{2109}' => 'f',
        _ => letter.to_ascii_lowercase(),
    })
}

/// The longest spelling of a unit, in pieces.
const LONGEST_UNIT: usize = 9;

impl Reader<'_> {
    /// The unit that is spelt here, and where it ends.
    pub(super) fn unit_at(&self, quantity: &Quantity, at: usize) -> Option<(&'static Unit, usize)> {
        // most words are sorted out by their first letter
        let first = lead(self.raw(at, (at + 2).min(self.tokens.len())));
        let spellings = |unit: &'static Unit| [unit.code, unit.label].into_iter().chain(unit.also.split('|'));
        if self.token(at).is_none()
            || !quantity.units.iter().flat_map(spellings).any(|spelling| lead(spelling) == first)
        {
            return None;
        }
        (1..=LONGEST_UNIT).rev().find_map(|length| {
            let end = at + length;
            // the last piece must be there, and a digit alone is the code of a unit without a name
            self.token(end - 1)?;
            let spelling = self.raw(at, end);
            let named = spelling.chars().any(|letter| !letter.is_ascii_digit() && !letter.is_whitespace());
            let found = unit::resolve(quantity.units, spelling).filter(|_| named)?;
            let cut = self.is_glued(end)
                && self
                    .token(end)
                    .is_some_and(|next| next.text.chars().all(|letter| is_letter(letter) || letter.is_ascii_digit()));
            quantity.units.get(found).filter(|_| !cut).map(|unit| (unit, end))
        })
    }

    /// Reads on behind a number, as long as what stands there belongs to it.
    pub(super) fn tail(
        &self,
        finding: FindingIndex,
        quantity: &Quantity,
        unit: Option<&'static Unit>,
        start: usize,
    ) -> Result<Tail, TextReason> {
        let mut tail = Tail { end: start, unit, ..Tail::default() };
        if let Some((unit, end)) = self.unit_at(quantity, start) {
            if tail.unit.is_some_and(|other| other != unit) {
                return Err(TextReason::Unit);
            }
            (tail.unit, tail.end) = (Some(unit), end);
        }
        // digits that are still stuck to something are no whole number
        let stuck = tail.end == start && self.is_glued(start) && !self.is_closing(start);
        if stuck && self.flag_at(start).is_none() {
            let sign = self.token(start).is_some_and(|token| token.kind == super::lex::Kind::Sign);
            if self.is_sign(start, "-") && self.is_number(start + 1) {
                return Err(TextReason::Several);
            }
            let ratio = sign && !self.is_sign(start, "%") && !self.is_sign(start, "\u{b0}");
            return Err(if ratio { TextReason::Ambiguous } else { TextReason::Unit });
        }
        while let Some(end) = self.one_behind(finding, quantity, &mut tail) {
            tail.end = end;
        }
        let at = tail.end;
        let dash = self.is_sign(at, "-")
            || self.is_sign(at, "/")
            || self.phrase(at, "to|bis|through|and|or|then|now|was|vs|versus|a").is_some();
        if (self.is_number(at) && !self.is_time(at)) || (dash && self.is_number(at + 1)) {
            return Err(TextReason::Several);
        }
        if self.is_sign(at, "+") || self.is_sign(at, "\u{b1}") || self.is_sign(at, "~") {
            return Err(TextReason::Ambiguous);
        }
        let bare = tail.unit.is_none();
        if bare
            && (self.is_sign(at, "%") || self.is_sign(at, "\u{b0}") || self.common(at, Common::Unit).is_some())
            && !self.is_new_label(at)
        {
            return Err(TextReason::Unit);
        }
        Ok(tail)
    }

    /// Whether a piece may stand right behind a number without being part of it.
    fn is_closing(&self, at: usize) -> bool {
        [")", "]", "(", "[", "|", ",", ";", ".", "!", "\u{2191}", "\u{2193}", "*", "?"]
            .iter()
            .any(|sign| self.is_sign(at, sign))
    }

    /// Where the digits and what is stuck to them end, so that a number that is not used is quoted whole.
    pub(super) fn over(&self, start: usize) -> usize {
        let mut end = start;
        loop {
            let number = self.is_number(end) || self.is_sign(end, "%") || self.is_sign(end, "\u{b0}");
            let joint = ["-", "/", "+", ":"].iter().any(|sign| self.is_sign(end, sign))
                && (self.is_glued(end) || self.is_number(end + 1) || self.is_glued(end + 1));
            let stuck = self.is_glued(end) && self.token(end).is_some_and(|token| token.kind == super::lex::Kind::Word);
            if !(number || joint || stuck || self.common(end, Common::Unit).is_some()) || self.is_new_label(end) {
                return end;
            }
            end += 1;
        }
    }

    /// Whether a label with a number begins here, as `K 5.8` behind `HR 120`.
    fn is_new_label(&self, at: usize) -> bool {
        let label = |meaning| matches!(meaning, Meaning::Number(_) | Meaning::Pair(_)).then_some(());
        self.find(at, &label).is_some_and(|((), end)| {
            let skip = usize::from(self.is_sign(end, ":") || self.is_sign(end, "=") || self.is_sign(end, "+"));
            self.is_number(end + skip) || self.is_sign(end + skip, ">") || self.is_sign(end + skip, "<")
        })
    }

    /// Whether a time of the day or a date begins here.
    pub(super) fn is_time(&self, at: usize) -> bool {
        let dots = self.token(at).is_some_and(|token| token.text.matches('.').count() == 2);
        let joined = |sign: &str, at: usize| self.is_sign(at + 1, sign) && self.is_number(at + 2);
        let twice = |sign: &str| joined(sign, at) && joined(sign, at + 2);
        self.is_number(at) && (dots || joined(":", at) || twice("-") || twice("/"))
    }

    /// A flag of the laboratory, and where it ends.
    fn flag_at(&self, at: usize) -> Option<usize> {
        let letter = self.token(at)?;
        let written = self.raw(at, at + 1);
        let sign = ["\u{2191}", "\u{2193}", "\u{21d1}", "\u{21d3}", "*", "!"].contains(&letter.text.as_str());
        let capital = ["H", "L", "HH", "LL"].contains(&written);
        let flagged = sign || (capital && (!self.is_number(at + 1) || self.range_at(at + 1).is_some()));
        if flagged { Some(at + 1) } else { self.common(at, Common::Flag) }
    }

    /// One more piece that belongs to the number; what it says goes into the tail.
    fn one_behind(&self, finding: FindingIndex, quantity: &Quantity, tail: &mut Tail) -> Option<usize> {
        let at = tail.end;
        if self.is_sign(at, "(") || self.is_sign(at, "[") {
            return self.bracket(finding, quantity, tail, at);
        }
        if self.is_sign(at, "|") && self.token(at + 1).is_some() {
            let mut behind = Tail { end: at + 1, unit: tail.unit, ..Tail::default() };
            let end = self.one_inside(finding, quantity, &mut behind, at + 1)?;
            tail.take(behind);
            return Some(end);
        }
        self.one_inside(finding, quantity, tail, at)
    }

    fn one_inside(&self, finding: FindingIndex, quantity: &Quantity, tail: &mut Tail, at: usize) -> Option<usize> {
        if let Some(end) = self.common(at, Common::Haemolysed) {
            let spoilt = finding == words::SPOILT_BY_HAEMOLYSIS;
            let flag = TextRemark { why: TextWhy::Flag, what: self.raw(at, end).into() };
            tail.why.push(if spoilt { TextWhy::Haemolysed.into() } else { flag });
            return Some(end);
        }
        if let Some((high, end)) = self.range_at(at) {
            tail.limit = tail.limit.or(high);
            return Some(end);
        }
        if let Some(end) = self.flag_at(at) {
            tail.why.push(TextRemark { why: TextWhy::Flag, what: self.raw(at, end).into() });
            return Some(end);
        }
        if finding == words::SITE.0 && tail.site.is_none() {
            let site = |meaning| if let Meaning::Site(row) = meaning { Some(row) } else { None };
            if let Some((row, end)) = self.find(at, &site) {
                tail.site = Some(row);
                return Some(end);
            }
        }
        if tail.unit.is_none()
            && let Some((unit, end)) = self.unit_at(quantity, at)
        {
            tail.unit = Some(unit);
            return Some(end);
        }
        None
    }

    /// A range of the laboratory: `30-200`, `ref 30 - 200`, `ref < 200`. Its upper end, and where it stops.
    fn range_at(&self, at: usize) -> Option<(Option<Spelt>, usize)> {
        let behind = self.common(at, Common::Reference).map(|end| end + usize::from(self.is_sign(end, ":")));
        let start = behind.unwrap_or(at);
        let upper = |at: usize| self.token(at).and_then(|token| number::spelt(&token.text));
        if self.is_number(start) && self.is_sign(start + 1, "-") && self.is_number(start + 2) && !self.is_time(start) {
            let rising = number::spelt(&self.token(start)?.text).zip(upper(start + 2));
            return rising.map(|(_, high)| (Some(high), start + 3));
        }
        let below = usize::from(self.is_sign(start, "<")) + usize::from(self.is_sign(start + 1, "="));
        if behind.is_some() && self.is_number(start + below) && !self.is_time(start) {
            return Some((upper(start + below), start + below + 1));
        }
        None
    }

    /// What stands in brackets, if all of it belongs to the number.
    fn bracket(&self, finding: FindingIndex, quantity: &Quantity, tail: &mut Tail, open: usize) -> Option<usize> {
        let mut inside = Tail { end: open + 1, unit: tail.unit, ..Tail::default() };
        loop {
            let at = inside.end;
            if self.is_sign(at, ")") || self.is_sign(at, "]") {
                tail.take(inside);
                return Some(at + 1);
            }
            let usual = self.common(at, Common::Usual).filter(|_| words::USUAL.iter().any(|(of, _)| *of == finding));
            if let Some(end) = usual {
                let end = end + usize::from(self.is_sign(end, ":"));
                inside.usual =
                    Some(self.token(end).filter(|_| self.is_number(end)).and_then(|token| number::spelt(&token.text))?);
                inside.end = end + 1;
                continue;
            }
            if self.is_sign(at, "<") && self.is_number(at + 1) {
                inside.limit = self.token(at + 1).and_then(|token| number::spelt(&token.text));
                inside.end = at + 2;
                continue;
            }
            let parted = self.is_sign(at, ",") || self.is_sign(at, ";");
            inside.end = if parted { at + 1 } else { self.one_inside(finding, quantity, &mut inside, at)? };
        }
    }
}

impl Tail {
    fn take(&mut self, inside: Self) {
        self.unit = self.unit.or(inside.unit);
        self.limit = self.limit.or(inside.limit);
        self.site = self.site.or(inside.site);
        self.usual = self.usual.or(inside.usual);
        self.why.extend(inside.why);
    }
}
