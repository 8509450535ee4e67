//! Numbers: a label, what may stand between, the number or a bound, and what stands behind it.

use super::item::{Answer, Item, Reader, Sort};
use super::lex::Kind;
use super::lexicon::{Common, Meaning};
use super::number::{self, Spelt};
use super::reason::{TextReason, TextRemark, TextWhy};
use crate::data_in::Given;
use crate::engine::decimal::Decimal;
use crate::engine::finding::FindingIndex;
use crate::engine::unit::Unit;
use crate::guideline::words;

/// A label, by all that it may be.
#[derive(Clone, Copy, Debug, Default)]
struct Label {
    number: Option<FindingIndex>,
    pair: Option<(FindingIndex, FindingIndex)>,
    peak: bool,
}

/// What a comparator says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    None,
    Above,
    AtLeast,
    Below,
    AtMost,
    About,
}

impl Reader<'_> {
    /// The label at `at`, with a word for the usual value before it, and where it ends.
    fn label(&self, at: usize) -> Option<(Label, usize)> {
        let usual = self.common(at, Common::Usual);
        let start = usual.unwrap_or(at);
        let number = |meaning| {
            if let Meaning::Number(index) = meaning {
                Some((index, false))
            } else if let Meaning::Peak(index) = meaning {
                Some((index, true))
            } else if let Meaning::Raised(row) = meaning {
                words::RAISED.get(row).map(|row| (row.0, false))
            } else {
                None
            }
        };
        let pair = |meaning| if let Meaning::Pair(row) = meaning { words::PAIRS.get(row) } else { None };
        let (number, pair) = (self.find(start, &number), self.find(start, &pair));
        let end = number.map_or(0, |(_, end)| end).max(pair.map_or(0, |(_, end)| end));
        let number = number.filter(|(_, other)| *other == end).map(|(found, _)| found);
        let pair = pair.filter(|(_, other)| *other == end).map(|((one, other, _), _)| (*one, *other));
        let baseline = |index: FindingIndex| words::USUAL.iter().find(|(of, _)| *of == index).map(|(_, usual)| *usual);
        let label = if usual.is_some() {
            Label {
                number: number.and_then(|(index, _)| baseline(index)),
                pair: pair.and_then(|(one, other)| baseline(one).zip(baseline(other))),
                peak: false,
            }
        } else {
            Label { number: number.map(|(index, _)| index), pair, peak: number.is_some_and(|(_, peak)| peak) }
        };
        (label.number.is_some() || label.pair.is_some()).then_some((label, end))
    }

    /// `raised` before the label of the number that has a limit.
    pub(super) fn raised_before(&self, at: usize) -> Option<Item> {
        let start = self.common(at, Common::High)?;
        let (label, end) = self.label(start).filter(|(label, _)| label.number == Some(words::LIMITED.0))?;
        (!label.peak && self.measured(start).is_none()).then(|| above_limit(at, end))
    }

    /// A number with its label, if that is what begins at `at`.
    pub(super) fn measured(&self, at: usize) -> Option<Item> {
        let site = |meaning| if let Meaning::Site(row) = meaning { Some(row) } else { None };
        let before = self.find(at, &site);
        let start = before.map_or(at, |(_, end)| end);
        let (label, mut end) = self.label(start)?;
        if before.is_some() && label.number != Some(words::SITE.0) {
            return None;
        }
        let mut site = before.map(|(row, _)| row);
        // the charge of an ion
        if (self.is_sign(end, "+") || self.is_sign(end, "-")) && self.is_glued(end) {
            let bare = !self.is_glued(end + 1) || self.is_sign(end + 1, ":");
            end += usize::from(bare || self.is_sign(end, "+"));
        }
        let first = label.number.or(label.pair.map(|(one, _)| one))?;
        let (mut unit, mut between) = (None, end);
        while self.comparator(between).0 == Bound::None {
            let Some(next) = self.one_between(first, between, &mut unit, &mut site) else { break };
            between = next;
        }
        let (bound, number) = self.comparator(between);
        let item = |end, read| Item { start: at, end, sort: Sort::Measured, read };
        let refused = |end, reason| item(end, Err((Some(first), reason)));
        if label.number == Some(words::SCORE.0)
            && let Some((score, end)) = self.score(number)
        {
            return Some(item(end, Ok(vec![score])));
        }
        if !self.is_number(number) {
            return self.raised_label(at, between, label);
        }
        if self.is_time(number) {
            return Some(refused(self.over(number + 1), TextReason::NoNumber));
        }
        if bound == Bound::About {
            return Some(refused(self.over(number + 1), TextReason::Ambiguous));
        }
        if label.number == Some(words::LIMITED.0)
            && let Some(end) = self.multiple(number)
        {
            return Some(self.of_limit(at, number, end, bound));
        }
        if let Some((one, other)) = label.pair.filter(|_| self.is_sign(number + 1, "/") && self.is_number(number + 2)) {
            return Some(self.pressures(at, number, (one, other), bound, unit));
        }
        let finding = label.number?;
        Some(self.one_number(at, number, finding, bound, unit, site, label.peak))
    }

    /// One piece that may stand between a label and its number.
    fn one_between(
        &self,
        finding: FindingIndex,
        at: usize,
        unit: &mut Option<&'static Unit>,
        site: &mut Option<usize>,
    ) -> Option<usize> {
        let quantity = self.quantity(finding)?;
        if [":", "=", "|"].iter().any(|sign| self.is_sign(at, sign)) {
            return Some(at + 1);
        }
        // the point of an abbreviation
        if self.is_sign(at, ".") && self.is_glued(at) && !self.is_glued(at + 1) {
            return Some(at + 1);
        }
        if self.is_sign(at, "(") || self.is_sign(at, "[") {
            let inner = self.one_between(finding, at + 1, unit, site)?;
            return (self.is_sign(inner, ")") || self.is_sign(inner, "]")).then_some(inner + 1);
        }
        if let Some((found, end)) = self.unit_at(&quantity, at).filter(|_| unit.is_none() && !self.is_number(at)) {
            *unit = Some(found);
            return Some(end);
        }
        let place = |meaning| if let Meaning::Site(row) = meaning { Some(row) } else { None };
        if finding == words::SITE.0
            && let Some((row, end)) = self.find(at, &place)
        {
            *site = Some(row);
            return Some(end);
        }
        // `CK raised at 12450`
        if let Some(end) = self.common(at, Common::High) {
            let behind = self.common(end, Common::Is).unwrap_or(end);
            return self.is_number(behind).then_some(behind);
        }
        self.common(at, Common::Is)
    }

    /// The comparator before a number, and where it ends.
    fn comparator(&self, at: usize) -> (Bound, usize) {
        let sign = |sign: &str| self.is_sign(at, sign);
        let equal = usize::from(self.is_sign(at + 1, "="));
        if sign(">") || (sign("=") && self.is_sign(at + 1, ">")) {
            return (
                if equal == 1 || sign("=") { Bound::AtLeast } else { Bound::Above },
                at + 1 + equal.max(usize::from(sign("="))),
            );
        }
        if sign("<") {
            return (if equal == 1 { Bound::AtMost } else { Bound::Below }, at + 1 + equal);
        }
        for (bound, signs, word) in [
            (Bound::AtLeast, "\u{2265}\u{2267}\u{2a7e}", Common::AtLeast),
            (Bound::AtMost, "\u{2264}\u{2266}\u{2a7d}", Common::AtMost),
            (Bound::About, "~\u{2248}\u{2243}\u{b1}\u{223c}", Common::About),
            (Bound::Above, "", Common::Above),
            (Bound::Below, "", Common::Below),
        ] {
            let listed = self.token(at).is_some_and(|token| token.kind == Kind::Sign && signs.contains(&token.text));
            if listed {
                return (bound, at + 1);
            }
            if let Some(end) = self.common(at, word) {
                return (bound, end);
            }
        }
        (Bound::None, at)
    }

    /// One number behind its label.
    #[expect(clippy::too_many_arguments, reason = "the parts of one line that were read before its number")]
    fn one_number(
        &self,
        at: usize,
        number: usize,
        finding: FindingIndex,
        bound: Bound,
        unit: Option<&'static Unit>,
        site: Option<usize>,
        peak: bool,
    ) -> Item {
        let item = |end, read| Item { start: at, end, sort: Sort::Measured, read };
        let refused = |end, reason| item(end, Err((Some(finding), reason)));
        let Some(spelt) = self.token(number).and_then(|token| number::spelt(&token.text)) else {
            return refused(self.over(number + 1), TextReason::Ambiguous);
        };
        let mut start = number + 1;
        if finding == words::SCORE.0
            && self.is_sign(start, "/")
            && self.token(start + 1).is_some_and(|most| most.text == "15")
        {
            start += 2;
        }
        let Some(quantity) = self.quantity(finding) else { return refused(start, TextReason::NotUnderstood) };
        let tail = match self.tail(finding, &quantity, unit, start) {
            Ok(tail) => tail,
            Err(reason) => return refused(self.over(start), reason),
        };
        let mut end = tail.end;
        let mut answer = match self.answer(finding, spelt, bound, tail.unit) {
            Ok(answer) => answer,
            Err(reason) => return refused(end, reason),
        };
        answer.why.extend(tail.why.iter().cloned());
        // `48 h ago`
        if self.phrase(end, "ago").is_some() && quantity.units.first().is_some_and(|unit| unit.code == "h") {
            end += 1;
        }
        if peak {
            answer.why.push(TextWhy::Peak.into());
        }
        let mut answers = vec![answer];
        if finding == words::SCORE.0 {
            let Some(behind) = self.parts(end, &spelt) else { return refused(end, TextReason::Ambiguous) };
            end = behind;
        }
        if let Some((id, _)) = site.or(tail.site).and_then(|row| words::SITE.2.get(row)) {
            answers.push(Answer::new(words::SITE.1, Given::Choice(id)));
        }
        if finding == words::LIMITED.0
            && let Some(limit) = tail.limit
            && let Ok(limit) = self.answer(words::LIMITED.1, limit, Bound::None, tail.unit.or(self.unit_of(&answers)))
        {
            answers.push(limit.because(TextWhy::RangeOfResult));
        }
        if let Some(usual) = tail.usual
            && let Some((_, index)) = words::USUAL.iter().find(|(of, _)| *of == finding)
            && let Ok(usual) = self.answer(*index, usual, Bound::None, tail.unit.or(self.unit_of(&answers)))
        {
            answers.push(usual);
        }
        if finding == words::OXYGEN.0
            && let Some((given, behind)) = self.oxygen(end)
        {
            answers.push(Answer::new(words::OXYGEN.1, given));
            end = behind;
        }
        item(end, Ok(answers))
    }

    /// The unit that the first answer was read in.
    fn unit_of(&self, answers: &[Answer]) -> Option<&'static Unit> {
        let answer = answers.first().filter(|answer| answer.ask.is_empty())?;
        let (Given::Number { unit, .. } | Given::AtLeast { unit, .. } | Given::AtMost { unit, .. }) = answer.given
        else {
            return None;
        };
        self.quantity(answer.finding)?.units.iter().find(|other| other.code == unit)
    }

    /// The answer that a number gives, as a value or a bound.
    fn answer(
        &self,
        finding: FindingIndex,
        spelt: Spelt,
        bound: Bound,
        unit: Option<&'static Unit>,
    ) -> Result<Answer, TextReason> {
        let quantity = self.quantity(finding).ok_or(TextReason::NotUnderstood)?;
        let doubtful = words::DOUBTFUL_FROM.iter().find(|(index, _)| *index == finding).map(|(_, from)| *from);
        let chosen = number::choose(&quantity, spelt, unit, doubtful, self.conventional)?;
        let (value, unit) = (chosen.value, chosen.unit.code);
        let given = match bound {
            Bound::None | Bound::About => Given::Number { value, unit },
            Bound::Above | Bound::AtLeast => Given::AtLeast { value, unit, above: bound == Bound::Above },
            Bound::Below | Bound::AtMost => Given::AtMost { value, unit, below: bound == Bound::Below },
        };
        let bounded = !matches!(given, Given::Number { .. });
        let answer = Answer { finding, given, why: chosen.why, ask: chosen.ask };
        Ok(if bounded { answer.because(TextWhy::Bound) } else { answer })
    }

    /// Two numbers with a slash between them.
    fn pressures(
        &self,
        at: usize,
        number: usize,
        of: (FindingIndex, FindingIndex),
        bound: Bound,
        unit: Option<&'static Unit>,
    ) -> Item {
        let read = || {
            let quantity = self.quantity(of.0).ok_or(TextReason::NotUnderstood)?;
            let spelt =
                |at: usize| self.token(at).and_then(|token| number::spelt(&token.text)).ok_or(TextReason::Ambiguous);
            let (high, low) = (spelt(number)?, spelt(number + 2)?);
            if bound != Bound::None {
                return Err(TextReason::Ambiguous);
            }
            let tail = self.tail(of.0, &quantity, unit, number + 3)?;
            let mut high = self.answer(of.0, high, Bound::None, tail.unit)?;
            let low = self.answer(of.1, low, Bound::None, tail.unit)?;
            // the greater one stands above
            let value =
                |answer: &Answer| if let Given::Number { value, .. } = answer.given { value } else { Decimal::ZERO };
            if value(&high) <= value(&low) {
                return Err(TextReason::Ambiguous);
            }
            high.why.extend(tail.why);
            Ok((vec![high, low], tail.end))
        };
        let (end, read) = match read() {
            Ok((answers, end)) => (end, Ok(answers)),
            Err(reason) => (self.over(number + 3), Err((Some(of.0), reason))),
        };
        Item { start: at, end, sort: Sort::Measured, read }
    }

    /// A label with a word instead of a number: the word alone, or `raised` behind it.
    fn raised_label(&self, at: usize, between: usize, label: Label) -> Option<Item> {
        if label.number == Some(words::LIMITED.0) {
            let end = self.common(between, Common::High)?;
            return Some(above_limit(at, end));
        }
        let row = |meaning| if let Meaning::Raised(row) = meaning { words::RAISED.get(row) } else { None };
        let ((finding, limit, _), end) = self.find(at, &row)?;
        let unit = self.quantity(*finding)?.units.first()?.code;
        let given = Given::AtLeast { value: *limit, unit, above: true };
        let answer = Answer::new(*finding, given).because(TextWhy::WordAlone);
        Some(Item { start: at, end, sort: Sort::Named, read: Ok(vec![answer]) })
    }

    /// Where `5 x ULN` ends, if that is what begins here.
    fn multiple(&self, number: usize) -> Option<usize> {
        let mut at = number + 1;
        for sign in ["x", "times", "fold"] {
            at += usize::from(at == number + 1 && self.token(at).is_some_and(|token| token.text == sign));
        }
        at += usize::from(self.is_sign(at, "\u{d7}"));
        let limit = self.common(at, Common::Limit)?;
        (at > number + 1 || self.token(at).is_some_and(|token| token.text == "xuln")).then_some(limit)
    }

    /// A multiple of the upper limit: kept as a multiple until the limit is looked for in the whole text.
    fn of_limit(&self, at: usize, number: usize, end: usize, bound: Bound) -> Item {
        let finding = words::LIMITED.0;
        let times = self
            .token(number)
            .and_then(|token| Decimal::parse(&token.text).ok())
            .filter(|times| *times > Decimal::ZERO);
        let read = match (times, bound) {
            (Some(value), Bound::None | Bound::Above | Bound::AtLeast) => {
                let given = Given::AtLeast { value, unit: MULTIPLE, above: bound == Bound::Above };
                let what = self.raw(number, number + 1).into();
                Ok(vec![Answer::new(finding, given).because(TextRemark { why: TextWhy::Multiple, what })])
            }
            _ => Err((Some(finding), TextReason::Ambiguous)),
        };
        Item { start: at, end, sort: Sort::Measured, read }
    }
}

/// Above the upper limit and nothing more.
fn above_limit(start: usize, end: usize) -> Item {
    let given = Given::AtLeast { value: Decimal::whole(1), unit: MULTIPLE, above: true };
    let answer = Answer::new(words::LIMITED.0, given).because(TextWhy::WordAlone);
    Item { start, end, sort: Sort::Named, read: Ok(vec![answer]) }
}

/// The unit of a bound that is a multiple of the upper limit, until it is put into a unit of the finding.
pub(super) const MULTIPLE: &str = "\u{d7}";
