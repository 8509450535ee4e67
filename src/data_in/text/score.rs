//! Numbers with a form of their own: the parts of a score, the oxygen behind a saturation, an age.

use super::item::{Answer, Item, Reader, Sort};
use super::lexicon::{Common, Meaning};
use super::number::{self, Spelt};
use super::reason::{TextRemark, TextWhy};
use crate::data_in::Given;
use crate::engine::decimal::Decimal;
use crate::guideline::words;

impl Reader<'_> {
    /// The parts of a score as `E2V3M4`, with or without spaces: their sum, and where they end.
    fn parts_at(&self, at: usize) -> Option<(Decimal, usize)> {
        let mut written = String::new();
        let mut end = at;
        while written.len() < 6 {
            written.push_str(&self.token(end).filter(|token| token.text.len() <= 6)?.text);
            end += 1;
        }
        let letters: Vec<char> = written.chars().collect();
        let mut sum = 0;
        for (pair, (letter, most)) in letters.chunks(2).zip(words::SCORE.1) {
            let [first, second] = pair else { return None };
            let value = u8::try_from(second.to_digit(10)?).ok()?;
            if *first != letter || value == 0 || value > most {
                return None;
            }
            sum += value;
        }
        (letters.len() == 6).then_some((Decimal::whole(sum), end))
    }

    /// A score that is given by its parts alone.
    pub(super) fn score(&self, at: usize) -> Option<(Answer, usize)> {
        let (value, end) = self.parts_at(at)?;
        let unit = self.quantity(words::SCORE.0)?.units.first()?.code;
        let what = self.raw(at, end).into();
        let answer = Answer::new(words::SCORE.0, Given::Number { value, unit });
        Some((answer.because(TextRemark { why: TextWhy::Sum, what }), end))
    }

    /// Where the parts behind a score end; `None` if they do not add up to it.
    pub(super) fn parts(&self, end: usize, score: &Spelt) -> Option<usize> {
        let bracket = self.is_sign(end, "(") || self.is_sign(end, "[");
        let start = end + usize::from(bracket);
        let begins = self.token(start).is_some_and(|token| {
            token.text.starts_with('e') && token.text.chars().nth(1).is_some_and(|letter| letter.is_ascii_digit())
        });
        if !begins {
            return Some(end);
        }
        let (sum, behind) = self.parts_at(start)?;
        let closed = !bracket || self.is_sign(behind, ")") || self.is_sign(behind, "]");
        (closed && number::spelt(&sum.to_string())? == *score).then_some(behind + usize::from(bracket))
    }

    /// The oxygen behind a saturation: `on 2 L`, `on room air`.
    pub(super) fn oxygen(&self, at: usize) -> Option<(Given, usize)> {
        let start = at + usize::from(self.token(at).is_some_and(|token| token.text == "on"));
        if self.raw(start, start + 1) == "RA" || (start > at && self.phrase(start, "ra|air").is_some()) {
            return Some((Given::No, start + 1));
        }
        if let Some(end) = self.phrase(start, "room air") {
            return Some((Given::No, end));
        }
        let flow = self.token(start).filter(|_| self.is_number(start)).and_then(|token| number::spelt(&token.text));
        if flow.is_some() && self.token(start)?.text.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
            let mut end = self.common(start + 1, Common::Litres)?;
            end += if self.is_sign(end, "/") && self.phrase(end + 1, "min|m").is_some() { 2 } else { 0 };
            while let Some(behind) = self.common(end, Common::Oxygen) {
                end = behind;
            }
            return Some((Given::Yes, end));
        }
        let end = self.common(start, Common::Oxygen).filter(|_| start > at)?;
        Some((Given::Yes, end))
    }

    /// An age: `72-year-old`, `72 yo`; `72 y` only at the front of its clause and with nothing else than a sex behind it.
    pub(super) fn age(&self, at: usize) -> Option<Item> {
        if !self.is_number(at) {
            return None;
        }
        let dash = |at: usize| at + usize::from(self.is_sign(at, "-"));
        let years = dash(at + 1);
        let old = |end: usize| self.phrase(dash(end), "old|alt");
        let (mut end, sure) = if let Some(end) = self.common(years, Common::Old) {
            (old(end).unwrap_or(end), true)
        } else if self.phrase(years, "y").is_some()
            && self.is_sign(years + 1, "/")
            && self.phrase(years + 2, "o").is_some()
        {
            (years + 3, true)
        } else {
            let end = self.common(years, Common::Years)?;
            old(end).map_or((end, false), |end| (end, true))
        };
        let sex = |meaning| if let Meaning::Alone(row, option) = meaning { Some((row, option)) } else { None };
        let of_sex = |row: usize| words::CHOICES.get(row).is_some_and(|row| row.0 == words::AGE.1);
        let behind = self.find(end, &sex).filter(|((row, _), _)| of_sex(*row));
        let alone = at == 0 && behind.map_or(end, |(_, end)| end) >= self.tokens.len();
        let digits = self.token(at).map(|token| token.text.as_str())?;
        if !(sure || alone) || digits.len() > 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let value = Decimal::parse(digits).ok()?;
        let quantity = self.quantity(words::AGE.0)?;
        if value < quantity.hard.0 || value > quantity.hard.1 {
            return None;
        }
        let unit = quantity.units.first()?.code;
        let mut answers = vec![Answer::new(words::AGE.0, Given::Number { value, unit })];
        // a letter is a sex only behind an age that can be nothing else
        let letter = match (sure, self.raw(end, end + 1)) {
            (true, "F" | "f") => Some("female"),
            (true, "M" | "m") => Some("male"),
            _ => None,
        };
        let word = behind.and_then(|((row, option), end)| Some((words::CHOICES.get(row)?.2.get(option)?.0, end)));
        if let Some((id, behind)) = letter.map(|id| (id, end + 1)).or(word) {
            answers.push(Answer::new(words::AGE.1, Given::Choice(id)));
            end = behind;
        }
        Some(Item { start: at, end, sort: Sort::Measured, read: Ok(answers) })
    }
}
