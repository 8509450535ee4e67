//! The text in lines, sentences and clauses, and what becomes of each piece.

use super::clause::{Around, Carried, Left as Leftover, judge};
use super::item::{Answer, Item, Reader, Sort};
use super::lex::{Kind, Token};
use super::lexicon::{Common, Lexicon, Meaning};
use super::reason::TextReason;
use super::{Left, Read};
use crate::engine::agent::Agent;
use crate::engine::finding::Finding;

/// The reader of a whole text.
pub(super) struct Whole<'a> {
    pub(super) text: &'a str,
    pub(super) lexicon: &'a Lexicon,
    pub(super) findings: &'static [Finding],
    pub(super) agents: &'static [Agent],
    pub(super) conventional: bool,
    pub(super) used: Vec<Read>,
    pub(super) not_used: Vec<Left>,
}

/// A clause of a line, by its pieces.
struct Clause {
    start: usize,
    end: usize,
    /// Whether a new sentence begins with it.
    first: bool,
    /// Whether it takes back what was denied before it.
    turns: bool,
}

/// What a heading or a line above makes of the lines below.
#[derive(Clone, Copy, Debug, Default)]
struct Block {
    other: bool,
    unsure: bool,
}

/// The shortest line that may have been wrapped, in bytes.
const SHORTEST_WRAPPED: usize = 60;
/// Signs that part or join words and say nothing by themselves.
const SEPARATORS: &str = "|-*\u{2022}#=:_.,;()[]&!\"'+/";
/// The longest heading without a colon, in pieces.
const LONGEST_HEADING: usize = 5;
/// As far as the other bracket is looked for, in pieces.
const LONGEST_BRACKET: usize = 40;

impl Whole<'_> {
    /// Reads every line.
    pub(super) fn read(&mut self, tokens: Vec<Token>) {
        let lines = self.lines(tokens);
        let several = lines.iter().filter(|line| !line.is_empty()).count() > 1;
        let mut block = Block::default();
        for line in &lines {
            if line.is_empty() {
                block = Block::default();
            } else {
                self.line(line, several, &mut block);
            }
        }
    }

    /// The lines of the text. One that was only wrapped goes on in the next.
    fn lines(&self, tokens: Vec<Token>) -> Vec<Vec<Token>> {
        let mut lines = vec![Vec::new()];
        for token in tokens {
            let breaks = token.kind == Kind::Break;
            match lines.last_mut() {
                Some(line) if !breaks => line.push(token),
                Some(line) if self.goes_on(line) => {}
                _ => lines.push(Vec::new()),
            }
        }
        lines
    }

    /// Whether a line is not complete: it ends in a word that wants another, or is as long as a line of wrapped prose.
    fn goes_on(&self, line: &[Token]) -> bool {
        let (Some(first), Some(last)) = (line.first(), line.last()) else { return false };
        let wants = |meaning| {
            let words = [Common::Deny, Common::Lack, Common::Either].map(Meaning::Common);
            words.contains(&meaning).then_some(())
        };
        let open = [",", "/", "("].contains(&last.text.as_str());
        let wanting = self.lexicon.find(self.text, line, line.len() - 1, &wants).is_some() && line.len() > 1;
        let raw = self.text.get(first.start..last.end).unwrap_or_default();
        let prose = raw.len() >= SHORTEST_WRAPPED && !raw.contains("  ") && !raw.contains(['\t', '|']);
        open || wanting || (prose && ![".", ";", ":", "!", "?"].contains(&last.text.as_str()))
    }

    fn line(&mut self, line: &[Token], several: bool, block: &mut Block) {
        let clauses = self.clauses(line);
        let mut read: Vec<(Vec<Item>, Leftover)> = Vec::with_capacity(clauses.len());
        for clause in &clauses {
            let reader =
                self.reader(line.get(clause.start..clause.end).unwrap_or_default(), several && clause.start == 0);
            let items = reader.items();
            let left = reader.left(&items);
            read.push((items, left));
        }
        let any = |is: &dyn Fn(&Leftover) -> bool| read.iter().any(|(_, left)| is(left));
        let (time, spoilt) = (any(&|left| left.time), any(&|left| left.spoilt || left.doubt));
        let heading = line.last().is_some_and(|token| token.text == ":");
        if heading {
            *block = Block { other: any(&|left| left.heading), unsure: any(&|left| left.strange) };
        }
        let ahead = ahead(&clauses, &read);
        let mut carried = Carried::default();
        let (mut headed, mut strange, mut spoilt_here) = (false, false, false);
        for ((at, clause), ahead) in clauses.iter().enumerate().zip(ahead) {
            let Some((items, left)) = read.get_mut(at) else { continue };
            if clause.first {
                carried = Carried::default();
                spoilt_here = left.spoilt || ahead.spoilt;
            }
            carried.denied &= !clause.turns;
            headed |= left.heading;
            let unsure = spoilt_here || block.unsure || strange;
            strange |= left.strange;
            let other = block.other || headed;
            let pieces = line.get(clause.start..clause.end).unwrap_or_default();
            let last = items.iter().rposition(|item| item.sort == Sort::DeniedBehind).unwrap_or_default();
            for (position, item) in items.iter_mut().enumerate() {
                let denied = ahead.denied || position < last || left.denies_back;
                let joined = [item.start, item.end].iter().any(|at| pieces.get(*at).is_some_and(|piece| piece.glued));
                let (bare, doubtful) = (ahead.bare, ahead.doubtful);
                let around = Around { other, unsure, bare, time, joined, denied, doubtful };
                judge(item, left, around, &mut carried);
            }
            carried.denied |= left.denies;
            carried.unsure |= left.doubt;
            let (items, other) = (std::mem::take(items), other || left.spoilt || left.doubt);
            self.put(pieces, items, other);
        }
        let short = !heading && spoilt && line.len() <= LONGEST_HEADING;
        if short && !(0..line.len()).any(|at| self.is_number_or_label(line, at)) {
            *block = Block { other: false, unsure: true };
        }
    }

    fn is_number_or_label(&self, line: &[Token], at: usize) -> bool {
        let known = |meaning| (!matches!(meaning, Meaning::Common(_))).then_some(());
        line.get(at).is_some_and(|token| token.kind == Kind::Number)
            || self.lexicon.find(self.text, line, at, &known).is_some()
    }

    fn reader<'b>(&'b self, tokens: &'b [Token], listed: bool) -> Reader<'b> {
        Reader {
            text: self.text,
            tokens,
            lexicon: self.lexicon,
            findings: self.findings,
            agents: self.agents,
            conventional: self.conventional,
            listed,
        }
    }

    /// The clauses of a line: they end at a comma, a semicolon, the point of a sentence, and at `but`.
    fn clauses(&self, line: &[Token]) -> Vec<Clause> {
        let mut found = Vec::new();
        let (mut start, mut first, mut turns, mut closes) = (0, true, false, 0);
        for (at, token) in line.iter().enumerate() {
            let sign = token.kind == Kind::Sign;
            if sign && (token.text == "(" || token.text == "[") {
                let ahead =
                    line.iter().skip(at).take(LONGEST_BRACKET).position(|other| other.text == ")" || other.text == "]");
                closes = closes.max(ahead.map_or(0, |ahead| at + ahead));
            }
            let but = |meaning| (meaning == Meaning::Common(Common::But)).then_some(());
            let turn = token.kind == Kind::Word && self.lexicon.find(self.text, line, at, &but).is_some();
            let point = sign && token.text == "." && ends_sentence(line, at);
            let ends = sign && matches!(token.text.as_str(), ";" | "\u{ff1b}" | "!") || point;
            if at >= closes && (turn || ends || (sign && matches!(token.text.as_str(), "," | "\u{3001}"))) {
                found.push(Clause { start, end: at, first, turns });
                (start, first, turns) = (at + 1, ends, turn);
            }
        }
        found.push(Clause { start, end: line.len(), first, turns });
        found.retain(|clause| clause.end > clause.start);
        // an empty clause may have been the first one of its sentence
        if let Some(clause) = found.first_mut() {
            clause.first = true;
        }
        found
    }

    /// Puts what was read of a clause where it belongs, and quotes the rest.
    fn put(&mut self, pieces: &[Token], items: Vec<Item>, other: bool) {
        let mut at = 0;
        let mut quoted: Option<(usize, usize)> = None;
        let mut any = false;
        for item in items {
            quoted = joined(quoted, at, item.start);
            let (start, end) = (item.start, item.end);
            match item.read {
                Ok(answers) => {
                    self.quote(pieces, quoted.take(), other);
                    self.answers(pieces, start, end, answers);
                    any = true;
                }
                Err((Some(finding), reason)) if reason != TextReason::NotUnderstood || item.sort == Sort::Measured => {
                    self.quote(pieces, quoted.take(), other);
                    let id = self.findings.get(usize::from(finding.0)).map(|finding| finding.id);
                    self.leave(pieces, start, end, id, reason);
                    any = true;
                }
                Err((_, reason)) if !matches!(reason, TextReason::NotUnderstood | TextReason::OtherContext) => {
                    self.quote(pieces, quoted.take(), other);
                    self.leave(pieces, start, end, None, reason);
                    any = true;
                }
                Err(_) => quoted = joined(quoted, start, end),
            }
            at = end;
        }
        quoted = joined(quoted, at, pieces.len());
        let plain = quoted.is_some_and(|(start, end)| self.is_plain(pieces, start, end));
        if !(any && plain) {
            self.quote(pieces, quoted, other);
        }
    }

    /// Whether nothing but words that change nothing, and signs, stands there.
    fn is_plain(&self, pieces: &[Token], start: usize, end: usize) -> bool {
        let mut at = start;
        let filler = |meaning| {
            let plain = [Common::Filler, Common::Head, Common::High].map(Meaning::Common);
            plain.contains(&meaning).then_some(())
        };
        while at < end {
            let sign = pieces.get(at).is_some_and(|token| token.kind == Kind::Sign && SEPARATORS.contains(&token.text));
            at = match self.lexicon.find(self.text, pieces, at, &filler) {
                Some(((), behind)) => behind,
                None if sign => at + 1,
                None => return false,
            };
        }
        true
    }

    fn quote(&mut self, pieces: &[Token], quoted: Option<(usize, usize)>, other: bool) {
        let Some((start, end)) = quoted else { return };
        if self.is_plain(pieces, start, end) && start > 0 {
            return;
        }
        let alone = start == 0 && end == pieces.len();
        if !alone && self.is_plain(pieces, start, end) {
            return;
        }
        let signs = pieces.get(start..end).is_some_and(|pieces| {
            pieces.iter().all(|token| token.kind == Kind::Sign && "|-*\u{2022}#=:_.".contains(&token.text))
        });
        if signs {
            return;
        }
        let reason = if other { TextReason::OtherContext } else { TextReason::NotUnderstood };
        self.leave(pieces, start, end, self.label_of(pieces, start, end), reason);
    }

    /// The finding whose label is the first word of a piece.
    fn label_of(&self, pieces: &[Token], start: usize, end: usize) -> Option<&'static str> {
        let label = |meaning| if let Meaning::Number(index) = meaning { Some(index) } else { None };
        let (index, behind) = self.lexicon.find(self.text, pieces, start, &label)?;
        let found = self.findings.get(usize::from(index.0)).map(|finding| finding.id);
        found.filter(|_| behind <= end)
    }

    fn leave(&mut self, pieces: &[Token], start: usize, end: usize, finding: Option<&'static str>, reason: TextReason) {
        let (from, to) = place(pieces, start, end);
        let sent = self.text.get(from..to).unwrap_or_default().into();
        let reason =
            if reason == TextReason::NotUnderstood && finding.is_some() { TextReason::NoNumber } else { reason };
        self.not_used.push(Left { sent, from, to, finding, reason });
    }

    fn answers(&mut self, pieces: &[Token], start: usize, end: usize, answers: Vec<Answer>) {
        let (from, to) = place(pieces, start, end);
        let sent = self.text.get(from..to).unwrap_or_default();
        for answer in answers {
            let Some(finding) = self.findings.get(usize::from(answer.finding.0)) else { continue };
            let ticked = answer.is_ticked();
            self.used.push(Read {
                finding: finding.id,
                given: answer.given,
                sent: sent.into(),
                from,
                to,
                of: 1,
                why: answer.why,
                ask: answer.ask,
                ticked,
            });
        }
    }
}

/// What stands behind a clause in its sentence.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that words can do to what stands beside them")]
#[derive(Clone, Copy, Debug, Default)]
struct Ahead {
    spoilt: bool,
    bare: bool,
    denied: bool,
    doubtful: bool,
}

/// What stands behind each clause in its sentence.
fn ahead(clauses: &[Clause], read: &[(Vec<Item>, Leftover)]) -> Vec<Ahead> {
    let mut run = Ahead::default();
    let mut all: Vec<Ahead> = Vec::with_capacity(clauses.len());
    for (clause, (items, left)) in clauses.iter().zip(read).rev() {
        all.push(run);
        let has = |sort: Sort| items.iter().any(|item| item.sort == sort);
        run.spoilt |= left.spoilt;
        run.bare |= left.is_bare();
        run.denied |= left.denies_back || has(Sort::DeniedBehind);
        run.doubtful |= left.behind || has(Sort::Stopped);
        if clause.first {
            run = Ahead::default();
        }
    }
    all.reverse();
    all
}

/// Whether a point ends a sentence: none behind an abbreviation with a number behind it, and none within a word.
fn ends_sentence(line: &[Token], at: usize) -> bool {
    let word = at > 0 && line.get(at - 1).is_some_and(|token| token.kind == Kind::Word);
    let next = line.get(at + 1);
    let number = next.is_some_and(|next| next.kind == Kind::Number);
    let before = at.checked_sub(1).and_then(|at| line.get(at));
    // an initial, or a number that was torn apart
    if before
        .is_some_and(|token| token.text.len() == 1 && token.kind == Kind::Word || token.kind == Kind::Number && number)
    {
        return false;
    }
    !next.is_some_and(|next| next.glued || (word && next.kind == Kind::Number))
}

/// The pieces from `start` to `end` behind those that are quoted already.
fn joined(quoted: Option<(usize, usize)>, start: usize, end: usize) -> Option<(usize, usize)> {
    if start >= end {
        return quoted;
    }
    Some((quoted.map_or(start, |(first, _)| first), end))
}

/// The bytes from the first piece to the end of the last.
fn place(pieces: &[Token], start: usize, end: usize) -> (usize, usize) {
    let from = pieces.get(start).map_or(0, |token| token.start);
    let to = end.checked_sub(1).and_then(|at| pieces.get(at)).map_or(from, |token| token.end);
    (from, to.max(from))
}
