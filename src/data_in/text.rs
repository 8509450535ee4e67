//! Reads what people type into one line, paste from a chart, or copy from a column of the laboratory.
//!
//! A number counts only behind a label, and whole or not at all. A name counts only in a clause of which every word is
//! understood. Nothing is answered no unless the text denies it by name. What is not used is quoted, with its reason.

mod clause;
mod item;
mod lex;
mod lexicon;
mod measured;
mod named;
mod number;
mod piece;
mod reason;
mod score;
mod settle;
mod tail;

pub use reason::{TextReason, TextRemark, TextWhy};

use super::Given;
use crate::engine::agent::Agent;
use crate::engine::finding::Finding;
use crate::engine::rule_set::RuleSet;
use lexicon::Lexicon;
use piece::Whole;

/// The longest text that is read, in bytes.
pub const LONGEST_TEXT: usize = 100_000;

/// What the reader may be told beside the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextOptions {
    /// Whether conventional units stand first where the reader asks for one. It never chooses between them.
    pub conventional: bool,
}

/// One answer that was read of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// The key of the finding.
    pub finding: &'static str,
    /// The answer.
    pub given: Given,
    /// The piece of the text.
    pub sent: String,
    /// Where the piece begins, in UTF-16 units.
    pub from: usize,
    /// Where the piece ends, in UTF-16 units.
    pub to: usize,
    /// The number of answers to this finding that the text held, itself included.
    pub of: usize,
    /// The reasons for the answer, and for leaving it to the reader.
    pub why: Vec<TextRemark>,
    /// The codes of the units to choose from, where the number does not tell.
    pub ask: Vec<&'static str>,
    /// Whether it stands in the findings; if not, it is offered.
    pub ticked: bool,
}

/// A piece of the text that is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The piece of the text.
    pub sent: String,
    /// Where it begins, in UTF-16 units.
    pub from: usize,
    /// Where it ends, in UTF-16 units.
    pub to: usize,
    /// The key of the finding whose label stands in it.
    pub finding: Option<&'static str>,
    /// The reason.
    pub reason: TextReason,
}

/// What was made of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FromText {
    /// What is ticked, in the order of the form.
    pub findings: Vec<(&'static str, Given)>,
    /// All that was read, ticked or offered, in the order of the text.
    pub used: Vec<Read>,
    /// All that was not, in the order of the text.
    pub not_used: Vec<Left>,
}

/// Reads a text against the findings and drugs of a rule set.
#[must_use]
pub fn from_text(rules: &'static RuleSet, text: &str, options: &TextOptions) -> FromText {
    read(rules.findings, rules.agents, text, options)
}

/// The same without the rest of the rule set, for a program that does not hold it.
#[must_use]
pub fn read(findings: &'static [Finding], agents: &'static [Agent], text: &str, options: &TextOptions) -> FromText {
    if text.len() > LONGEST_TEXT {
        let sent = crate::answer::shortened(text);
        let left = Left { sent, from: 0, to: text.encode_utf16().count(), finding: None, reason: TextReason::TooLong };
        return FromText { not_used: vec![left], ..FromText::default() };
    }
    let lexicon = Lexicon::new(agents);
    let mut tokens = lex::tokens(text, &|word| lexicon.is_label(word));
    lexicon.mark(&mut tokens);
    let conventional = options.conventional;
    let mut whole =
        Whole { text, lexicon: &lexicon, findings, agents, conventional, used: Vec::new(), not_used: Vec::new() };
    whole.read(tokens);
    let Whole { mut used, mut not_used, .. } = whole;
    for more in [settle::multiples(&mut used, findings), settle::settle(&mut used, findings)] {
        not_used = settle::merged(not_used, more);
    }
    let places = places(text);
    let unit = |byte: &mut usize| *byte = places.get(*byte).copied().unwrap_or_default() as usize;
    for row in &mut used {
        unit(&mut row.from);
        unit(&mut row.to);
    }
    for row in &mut not_used {
        unit(&mut row.from);
        unit(&mut row.to);
    }
    FromText { findings: ticked(findings, &used), used, not_used }
}

/// The place in UTF-16 units of every byte.
fn places(text: &str) -> Vec<u32> {
    let mut places = Vec::with_capacity(text.len() + 1);
    let mut units = 0;
    for letter in text.chars() {
        places.extend(std::iter::repeat_n(units, letter.len_utf8()));
        units += if letter.len_utf8() == 4 { 2 } else { 1 };
    }
    places.push(units);
    places
}

/// What is ticked, in the order of the form. Names of one list stand together.
fn ticked(findings: &'static [Finding], used: &[Read]) -> Vec<(&'static str, Given)> {
    let mut found: Vec<(&'static str, Given)> = Vec::new();
    for finding in findings {
        let mut rows = used.iter().filter(|row| row.ticked && row.finding == finding.id);
        let Some(first) = rows.next() else { continue };
        let mut given = first.given.clone();
        for row in rows {
            if let (Given::Names(names), Given::Names(more)) = (&mut given, &row.given) {
                names.extend(more);
            }
        }
        found.push((finding.id, given));
    }
    found
}
