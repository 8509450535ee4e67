//! What is read of a few words: answers, or why there are none. And the reader that looks at the words of one clause.

use super::lex::{Kind, Token};
use super::lexicon::{Common, Lexicon, Meaning};
use super::reason::{TextReason, TextRemark};
use crate::data_in::Given;
use crate::engine::agent::Agent;
use crate::engine::finding::{Finding, FindingIndex, FindingKind, Quantity};

/// One answer, before it is held against the rest of the text.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) finding: FindingIndex,
    pub(super) given: Given,
    pub(super) why: Vec<TextRemark>,
    pub(super) ask: Vec<&'static str>,
}

impl Answer {
    #[inline(never)]
    pub(super) fn new(finding: FindingIndex, given: Given) -> Self {
        Self { finding, given, why: Vec::new(), ask: Vec::new() }
    }

    pub(super) fn because(mut self, why: impl Into<TextRemark>) -> Self {
        self.why.push(why.into());
        self
    }

    /// Whether it may stand in the findings without a look.
    #[inline(never)]
    pub(super) fn is_ticked(&self) -> bool {
        !self.why.iter().any(|remark| remark.why.leaves_it())
    }
}

/// The kinds of what is read: they differ in what may stand beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A number behind its label.
    Measured,
    /// A name of yes or no, or a word of a choice, with nothing that says so.
    Named,
    /// The same with a yes or no of its own.
    Said,
    /// The same, denied.
    Denied,
    /// The same, denied by a word behind it, which may reach further back.
    DeniedBehind,
    /// A drug.
    Drug,
    /// A drug that was stopped.
    Stopped,
}

/// What a few words give.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// The first word and the one behind the last.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) sort: Sort,
    pub(super) read: Result<Vec<Answer>, (Option<FindingIndex>, TextReason)>,
}

/// What the reader of a clause looks at.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) lexicon: &'a Lexicon,
    pub(super) findings: &'static [Finding],
    pub(super) agents: &'static [Agent],
    /// The upper limit that the text gives for the finding that has one.
    pub(super) conventional: bool,
    /// Whether a hyphen at the front could be the sign of a list.
    pub(super) listed: bool,
}

impl Reader<'_> {
    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    #[inline(never)]
    pub(super) fn is_sign(&self, at: usize, sign: &str) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Sign && token.text == sign)
    }

    #[inline(never)]
    pub(super) fn is_number(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Number)
    }

    #[inline(never)]
    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.glued)
    }

    /// The text as it was written, from one piece to the one before the other.
    #[inline(never)]
    pub(super) fn raw(&self, start: usize, end: usize) -> &str {
        let first = self.token(start).map_or(0, |token| token.start);
        let last = end.checked_sub(1).and_then(|at| self.token(at)).map_or(first, |token| token.end);
        self.text.get(first..last).unwrap_or_default()
    }

    pub(super) fn find<T>(&self, at: usize, wanted: &dyn Fn(Meaning) -> Option<T>) -> Option<(T, usize)> {
        self.lexicon.find(self.text, self.tokens, at, wanted)
    }

    /// Where a word of the language ends that begins here.
    #[inline(never)]
    pub(super) fn common(&self, at: usize, wanted: Common) -> Option<usize> {
        self.find(at, &|meaning| (meaning == Meaning::Common(wanted)).then_some(())).map(|((), end)| end)
    }

    /// Where one of these phrases ends that begins here: the longest.
    #[inline(never)]
    pub(super) fn phrase(&self, at: usize, list: &str) -> Option<usize> {
        let phrases = list.split('|').filter(|phrase| !phrase.is_empty());
        phrases.filter_map(|phrase| super::lexicon::spelt(self.text, self.tokens, at, phrase, false)).max()
    }

    #[inline(never)]
    pub(super) fn quantity(&self, finding: FindingIndex) -> Option<Quantity> {
        match self.findings.get(usize::from(finding.0))?.kind {
            FindingKind::Number(quantity) => Some(quantity),
            FindingKind::Boolean
            | FindingKind::Choice(_)
            | FindingKind::Date
            | FindingKind::Agents
            | FindingKind::Rules => None,
        }
    }
}
