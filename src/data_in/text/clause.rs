//! One clause: what is read in it, what is left over, and what that does to what was read.

use super::item::{Item, Reader, Sort};
use super::lex::Kind;
use super::lexicon::Common;
use super::reason::{TextReason, TextWhy};

/// What the words that are left over do.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that words can do to what stands beside them")]
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Left {
    /// Names of the clause are not understood.
    pub(super) names: bool,
    /// Words that are not understood stand before the first name.
    pub(super) before: bool,
    /// Words that are not understood stand behind a name.
    pub(super) behind: bool,
    /// Numbers of the clause are left to the reader.
    pub(super) numbers: bool,
    /// A number without a label.
    bare: bool,
    /// A word that is not understood.
    words: bool,
    /// Another time or person, a plan: for the whole sentence.
    pub(super) spoilt: bool,
    /// A doubt: for this clause.
    pub(super) doubt: bool,
    /// One of those, or a denial, with a colon behind it.
    pub(super) heading: bool,
    /// Words that are not understood, with a colon behind them.
    pub(super) strange: bool,
    /// A time or a date.
    pub(super) time: bool,
    /// A denial whose name is not known.
    pub(super) denies: bool,
    /// One that stands behind other words, and may reach back.
    pub(super) denies_back: bool,
    /// One of two: only what is denied by itself counts.
    pub(super) either: bool,
}

impl Left {
    /// Whether a number without a label is all that is left.
    pub(super) fn is_bare(&self) -> bool {
        self.bare && !self.words
    }

    fn add(&mut self, one: &Self, named: bool, any: bool) {
        self.names |= one.names;
        self.before |= one.names && !named;
        self.behind |= one.names && named;
        self.numbers |= one.numbers;
        self.bare |= one.bare;
        self.spoilt |= one.spoilt;
        self.doubt |= one.doubt;
        self.time |= one.time;
        self.denies |= one.denies;
        self.denies_back |= one.denies && (any || self.words);
        self.either |= one.either;
        self.words |= one.words;
    }
}

/// What carries over from one clause of a sentence to the next.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Carried {
    pub(super) denied: bool,
    pub(super) stopped: bool,
    /// A name was not understood for the words before it.
    pub(super) unsure: bool,
}

/// What is known of the surroundings of a clause.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that words can do to what stands beside them")]
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around {
    /// A heading, or a line above, makes it of another context.
    pub(super) other: bool,
    /// A word elsewhere in the sentence could.
    pub(super) unsure: bool,
    /// A number without a label stands behind it.
    pub(super) bare: bool,
    /// A time stands in its line.
    pub(super) time: bool,
    /// It is a part of a longer word.
    pub(super) joined: bool,
    /// A denial behind it may reach back.
    pub(super) denied: bool,
    /// Words behind a later name, or a drug that was stopped, may reach back.
    pub(super) doubtful: bool,
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
        let (mut at, mut named) = (0, false);
        let mut before: Option<&Item> = None;
        for item in items.iter().map(Some).chain([None]) {
            let next = item.map_or(self.tokens.len(), |item| item.start);
            // two drugs with a slash between them are both given
            let drugs = [before, item].iter().all(|item| item.is_some_and(|item| item.sort == Sort::Drug));
            while at < next && !(drugs && at + 1 == next && self.is_sign(at, "/")) {
                if self.is_sign(at, ":") {
                    left.heading |= left.spoilt || left.doubt || left.denies;
                    left.strange |= left.words && before.is_none();
                }
                let mut one = Left::default();
                at = self.one_left(at, next, item, &mut one).max(at + 1);
                left.add(&one, named, before.is_some());
            }
            named |= item.is_some_and(|item| item.sort != Sort::Measured);
            at = item.map_or(at, |item| item.end);
            before = item;
        }
        left
    }

    /// Looks at one piece that is left over; gives the place behind it.
    fn one_left(&self, at: usize, next: usize, item: Option<&Item>, left: &mut Left) -> usize {
        let Some(token) = self.token(at) else { return at + 1 };
        if token.kind == Kind::Sign {
            self.sign_left(at, next, left);
            return at + 1;
        }
        let common = |common| self.common(at, common).filter(|end| *end <= next);
        if self.is_time(at) {
            (left.time, left.names) = (true, true);
            let joined =
                |end: usize| [":", "-", "/"].iter().any(|sign| self.is_sign(end, sign)) && self.is_number(end + 1);
            let mut end = at + 1;
            while end < next && (self.is_number(end) || joined(end)) {
                end += 1;
            }
            return end;
        }
        if let Some(end) = common(Common::Spoil) {
            (left.spoilt, left.names) = (true, true);
            return end;
        }
        if let Some(end) = common(Common::Doubt) {
            (left.doubt, left.names) = (true, true);
            return end;
        }
        // `PT 14.2` is no patient
        if let Some(end) = common(Common::Filler).filter(|end| token.text != "pt" || !self.is_number(*end)) {
            return end;
        }
        let measured = item.is_some_and(|item| matches!(item.sort, Sort::Measured | Sort::Drug));
        if let Some(end) = common(Common::Head).filter(|end| self.is_sign(*end, ":") || (*end == next && measured)) {
            return end;
        }
        if let Some(end) = common(Common::High).filter(|end| *end == next && measured) {
            return end;
        }
        if let Some(end) = common(Common::Either) {
            (left.either, left.numbers) = (true, true);
            return end;
        }
        left.names = true;
        if [Common::Deny, Common::No, Common::Lack].into_iter().any(|word| common(word).is_some())
            || matches!(token.text.as_str(), "\u{f8}" | "\u{d8}")
        {
            (left.denies, left.numbers) = (true, true);
            return at + 1;
        }
        self.unknown(at, next, left)
    }

    fn sign_left(&self, at: usize, next: usize, left: &mut Left) {
        let Some(token) = self.token(at) else { return };
        let beside = self.is_glued(at + 1);
        match token.text.as_str() {
            "?" | "\u{bf}" => (left.doubt, left.names) = (true, true),
            "-" => {
                // a bullet, a minus or a dash
                let bullet = at == 0 && self.listed && !beside;
                left.names |= !bullet && at + 1 >= next;
            }
            "/" => left.either |= token.glued || beside,
            "\u{2205}" => (left.denies, left.names) = (true, true),
            ":" | "," | "|" | "(" | ")" | "[" | "]" | "*" | "\u{2022}" | "#" | "&" | "." | "!" | "\"" | "'" | "+"
            | "=" => {}
            _ => (left.names, left.numbers) = (true, true),
        }
    }

    /// Words that are not known, up to the next item. A number behind them is theirs, and they do no harm to other numbers.
    fn unknown(&self, at: usize, next: usize, left: &mut Left) -> usize {
        const KNOWN: [Common; 8] = [
            Common::Spoil,
            Common::Doubt,
            Common::Filler,
            Common::Deny,
            Common::No,
            Common::Lack,
            Common::Head,
            Common::Either,
        ];
        let mut end = at;
        while end < next && !self.is_time(end) {
            let Some(token) = self.token(end) else { break };
            let sign = matches!(token.text.as_str(), "-" | "=" | "<" | ">" | "|");
            match token.kind {
                Kind::Number => {
                    (left.numbers, left.bare) = (left.numbers || !left.words, !left.words);
                    let unit = |end: usize| {
                        self.common(end, Common::Unit).is_some()
                            || ["/", "%", "\u{b0}"].iter().any(|sign| self.is_sign(end, sign))
                    };
                    end += 1;
                    while end < next && unit(end) {
                        end += 1;
                    }
                    return end;
                }
                Kind::Word if end > at && KNOWN.iter().any(|known| self.common(end, *known).is_some()) => break,
                Kind::Word => left.words = true,
                // a colon ends a heading, unless a number stands behind it
                Kind::Sign if token.text == ":" && self.is_number(end + 1) => {}
                Kind::Sign if !sign => break,
                Kind::Sign | Kind::Break => {}
            }
            end += 1;
        }
        left.numbers = true;
        end
    }
}

/// Holds what was read against what stands around it.
pub(super) fn judge(item: &mut Item, left: &Left, around: Around, carried: &mut Carried) {
    let name = item.sort != Sort::Measured;
    // a drug beside words that are not understood is left to the reader: it is the trigger, and too much to leave out
    let offered =
        item.sort == Sort::Drug && left.names && !(left.denies || left.either || left.is_bare() || around.joined);
    let denied = matches!(item.sort, Sort::Denied | Sort::DeniedBehind);
    let before = *carried;
    match item.sort {
        Sort::Measured => carried.denied &= item.read.is_err(),
        Sort::Denied | Sort::DeniedBehind => carried.denied = true,
        Sort::Stopped => carried.stopped = true,
        Sort::Named | Sort::Said | Sort::Drug => {}
    }
    carried.unsure |= left.doubt && left.before;
    let reason = if left.spoilt || left.doubt || around.other {
        Some(TextReason::OtherContext)
    } else if name && !offered && (left.names || (left.either && !denied)) {
        carried.unsure |= left.before;
        Some(TextReason::NotUnderstood)
    } else {
        (item.sort == Sort::Named && (before.denied || around.denied)).then_some(TextReason::DenialUnclear)
    };
    let answers = match (&mut item.read, reason) {
        (read, Some(reason)) => {
            let keeps = read.is_err() && !name && reason == TextReason::NotUnderstood;
            if !keeps {
                *read = Err((None, reason));
            }
            return;
        }
        (Err(_), None) => return,
        (Ok(answers), None) => answers,
    };
    let drug = item.sort == Sort::Drug;
    let beside_denial = drug && (before.denied || before.stopped || around.denied || around.doubtful);
    let unsure =
        around.unsure || (!name && around.bare) || (name && (before.unsure || around.doubtful) && !beside_denial);
    let because = [
        (unsure, TextWhy::ContextUnsure),
        (offered || (!name && left.numbers), TextWhy::WordsBeside),
        ((!name && around.time) || (offered && left.time), TextWhy::TimeBeside),
        (beside_denial, TextWhy::BesideDenial),
    ];
    for (_, why) in because.into_iter().filter(|(holds, _)| *holds) {
        for answer in answers.iter_mut() {
            answer.why.push(why.into());
        }
    }
}
