//! Turning what people type, or what a host page sends, into answers. Pure.
//!
//! A value that cannot be used becomes a problem in a clear sentence and counts as unknown: never clamped, never
//! dropped in silence, never taken as normal.

mod names;
mod number;
mod quantity;

use std::borrow::Cow;

pub use names::MOST_NAMES;
use number::Written;

use crate::engine::assessment::insert_in_order;
use crate::engine::check::nearest;
use crate::engine::decimal::Decimal;
use crate::engine::finding::{Day, Finding, FindingIndex, FindingKind, Findings, Value};
use crate::engine::letters::{bare, is_unseen};
use crate::engine::rule_set::RuleSet;
use crate::wording::{Edition, Words};

/// Something that was sent or typed and that the reader should know about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The key it came under.
    pub finding: String,
    /// What is wrong, and what was done about it.
    pub problem: String,
}

/// Answers, with what could not be used and what was used and looks unusual.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The usable answers.
    pub findings: Findings,
    /// Not used; the finding counts as unknown.
    pub issues: Vec<Problem>,
    /// Used, and outside the plausible range.
    pub unusual: Vec<Problem>,
    /// Typed for the whole patient, waiting for the weight.
    waiting: Vec<(FindingIndex, Written)>,
    words: &'static Words,
}

/// One value as it was sent, before it is held against a finding.
#[derive(Clone, Debug, PartialEq)]
pub enum Sent {
    /// Null, undefined or nothing typed.
    Nothing,
    /// True or false.
    Boolean(bool),
    /// A number; NaN and infinities are reported.
    Number(f64),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Sent>),
    /// An object that looks like a quantity: `value` and `unit`.
    Quantity(Box<Sent>, Box<Sent>),
    /// An object that looks like a bound: its numbers by the names of their members, and `unit`. With one number it is one.
    Bound(Vec<(&'static str, Sent)>, Box<Sent>),
    /// Anything else, described.
    Other(Cow<'static, str>),
}

impl Sent {
    /// A quantity or a bound: its numbers by the names of their members, without those that say nothing beside another.
    #[must_use]
    pub fn measured(numbers: Vec<(&'static str, Self)>, unit: Self) -> Self {
        let mut said: Vec<_> = numbers.into_iter().filter(|(_, number)| *number != Self::Nothing).collect();
        match said.as_slice() {
            [] => Self::Nothing,
            [("value", _)] => {
                said.pop().map_or(Self::Nothing, |(_, number)| Self::Quantity(Box::new(number), Box::new(unit)))
            }
            [_, ..] => Self::Bound(said, Box::new(unit)),
        }
    }

    fn describe(&self, words: &Words) -> String {
        let told = &words.answers;
        match self {
            Self::Nothing => told.nothing.into(),
            Self::Boolean(value) => value.to_string(),
            Self::Number(value) if value.is_nan() => told.not_any_number.into(),
            Self::Number(value) if value.is_infinite() => told.infinite.into(),
            Self::Number(value) => Decimal::from_f64(*value)
                .map_or_else(|| told.far_out.into(), |number| shortened(&words.format.number(number))),
            Self::Text(text) => format!("\"{}\"", shortened(text)),
            Self::List(_) => told.list.into(),
            Self::Quantity(..) | Self::Bound(..) => told.object.into(),
            Self::Other(what) => what.to_string(),
        }
    }
}

/// At most 40 characters of what was sent, so that a message stays a message. What cannot be seen is replaced, not dropped:
/// without it a key that is none could look like one. So are the marks that end a quotation: the rest would pass for our words.
#[must_use]
pub fn shortened(text: &str) -> String {
    let seen = |letter: char| match letter {
        ' ' => ' ',
        '"' | '`' => '\'',
        _ if is_unseen(letter) || letter.is_whitespace() => '\u{fffd}',
        _ => letter,
    };
    let mut letters = text.chars();
    let mut clean: String = letters.by_ref().take(40).map(seen).collect();
    if letters.next().is_some() {
        clean.push('…');
    }
    clean
}

impl Reading {
    /// Nothing answered yet; what cannot be used will be told in the words of the edition.
    #[must_use]
    pub fn new(edition: impl Into<Edition>) -> Self {
        let Edition { rules, words } = edition.into();
        Self { findings: rules.no_findings(), issues: Vec::new(), unusual: Vec::new(), waiting: Vec::new(), words }
    }

    fn issue(&mut self, key: &str, problem: impl Into<String>) {
        self.issues.push(Problem { finding: shortened(key), problem: problem.into() });
    }

    /// Puts everything into the order of the form, so that equal input gives equal output whatever the order of its keys.
    ///
    /// Also divides by the weight what was typed for the whole patient. To be called once, after everything was taken.
    pub fn settle(&mut self, rules: &'static RuleSet) {
        self.divide(rules);
        // in the order of the form; keys that are none behind it, by name
        let ordered = |rows: Vec<Problem>| {
            let mut sorted = Vec::with_capacity(rows.len());
            for row in rows {
                insert_in_order(&mut sorted, row, |row| {
                    (
                        rules.find(&row.finding).is_none(),
                        rules.find(&row.finding),
                        row.finding.clone(),
                        row.problem.clone(),
                    )
                });
            }
            sorted
        };
        self.issues = ordered(std::mem::take(&mut self.issues));
        self.unusual = ordered(std::mem::take(&mut self.unusual));
    }

    /// Holds one sent value against the finding that its key names.
    pub fn take(&mut self, rules: &'static RuleSet, key: &str, sent: &Sent) {
        let Some(index) = rules.find(key) else {
            let ids: Vec<&str> = rules.findings.iter().map(|finding| finding.id).collect();
            let near = nearest(&ids, key);
            let (told, shown) = (&self.words.answers, shortened(key));
            let problem = if near.is_empty() { told.no_finding(&shown) } else { told.no_finding_near(&shown, &near) };
            self.issue(key, problem);
            return;
        };
        let (Some(finding), false) = (rules.finding(index), *sent == Sent::Nothing) else { return };
        let told = &self.words.answers;
        match finding.kind {
            FindingKind::Boolean => {
                if let Sent::Boolean(value) = sent {
                    self.findings.set(index, Some(Value::Boolean(*value)));
                } else {
                    self.wrong(finding, sent, told.true_or_false);
                }
            }
            FindingKind::Choice(options) => {
                let chosen = |text: &String| options.iter().position(|option| option.id == text);
                let position = if let Sent::Text(text) = sent { chosen(text) } else { None };
                if let Some(position) = position.and_then(|position| u8::try_from(position).ok()) {
                    self.findings.set(index, Some(Value::Choice(position)));
                } else {
                    let ids: Vec<String> = options.iter().map(|option| format!("`{}`", option.id)).collect();
                    self.wrong(finding, sent, &told.one_of(&ids.join(", ")));
                }
            }
            FindingKind::Number(quantity) => self.take_number(index, finding, &quantity, sent),
            FindingKind::Date => {
                let day = if let Sent::Text(text) = sent { Day::parse(text) } else { None };
                self.findings.set(index, day.map(Value::Date));
                if day.is_none() {
                    self.wrong(finding, sent, told.day);
                }
            }
            FindingKind::Agents => {
                self.take_names(index, finding, sent, &|name| names::drug(told, rules, name), told.drug);
            }
            FindingKind::Rules => {
                self.take_names(index, finding, sent, &|name| names::rule(told, rules, name), told.rule);
            }
        }
    }

    fn wrong(&mut self, finding: &Finding, sent: &Sent, wanted: &str) {
        self.issue(finding.id, self.words.answers.wrong(&sent.describe(self.words), &wanted));
    }

    /// Reads what was typed into the field of a finding: `unit` is the position of the unit chosen beside the field.
    ///
    /// A unit typed behind the number wins over the chosen one. Empty text is unknown.
    pub fn take_typed(&mut self, rules: &'static RuleSet, index: FindingIndex, text: &str, unit: usize) {
        let text = bare(text);
        let (Some(finding), false) = (rules.finding(index), text.is_empty()) else { return };
        match finding.kind {
            FindingKind::Boolean => match text {
                "yes" => self.findings.set(index, Some(Value::Boolean(true))),
                "no" => self.findings.set(index, Some(Value::Boolean(false))),
                _ => self.wrong(finding, &Sent::Text(text.into()), self.words.answers.yes_or_no),
            },
            FindingKind::Number(quantity) => match number::read(&quantity, text, unit) {
                Ok(written) => self.put_number(index, finding, &quantity, &written),
                Err(why) => self.issue(finding.id, why.sentence(&self.words.answers, &quantity, text)),
            },
            FindingKind::Choice(_) | FindingKind::Date => self.take(rules, finding.id, &Sent::Text(text.into())),
            FindingKind::Agents | FindingKind::Rules => {
                self.take(rules, finding.id, &Sent::List(names::entries(text)));
            }
        }
    }
}
