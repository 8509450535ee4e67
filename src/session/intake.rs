//! What was read from outside, a line of text or a record: what was understood, what was not, and the way back of each.
//!
//! A line is taken as it is read. A record waits: the reader ticks what enters the form.

use std::rc::Rc;

use super::{Entries, Entry, Session};
use crate::engine::finding::{FindingIndex, FindingKind};
use crate::engine::rule_set::RuleSet;

/// Where it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A text that the reader typed or pasted.
    Line,
    /// Resources of a record.
    Record,
}

/// What was read from outside.
#[derive(Clone, Debug, PartialEq)]
pub struct Intake {
    /// Where it was read from.
    pub origin: Origin,
    /// What was understood, in the order of the text or of the form.
    pub rows: Vec<IntakeRow>,
    /// What was not used.
    pub not_used: Vec<NotUsed>,
    /// Resources about something that is not asked here.
    pub not_mapped: usize,
    /// Whether it waits for the reader's yes.
    pub waits: bool,
    /// Whether it is shown in one line, as the reader went on.
    pub folded: bool,
}

/// Something that was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct IntakeRow {
    /// Which finding it answers.
    pub index: FindingIndex,
    /// The answer as it would be typed.
    pub entry: Entry,
    /// The piece of the text, or the code, that it was read from.
    pub sent: String,
    /// What is to be known of it: the time, how many there were, why it waits.
    pub why: Vec<String>,
    /// The units that it could be in, by position; empty where there is no doubt.
    pub units: Vec<usize>,
    /// Whether it is to be taken.
    pub ticked: bool,
    /// Whether the reader has to say so: the text, or the record, leaves it open.
    pub left: bool,
    /// Whether it stands in the form.
    pub taken: bool,
    /// What stood there before.
    pub was: Option<Entry>,
}

/// Something that was not used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotUsed {
    /// The piece of the text, or the code.
    pub sent: String,
    /// The finding that it is about, where that is known.
    pub index: Option<FindingIndex>,
    /// Why, as a stable word.
    pub reason: String,
    /// Why, in a sentence.
    pub message: String,
}

impl Intake {
    /// How many answers stand in the form.
    #[must_use]
    pub fn taken(&self) -> usize {
        self.rows.iter().filter(|row| row.taken).count()
    }

    /// Whether nothing of a text was understood; a record is told of in any case.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.origin == Origin::Line && self.rows.is_empty()
    }

    /// How many were left to the reader, who has not decided yet.
    #[must_use]
    pub fn open(&self) -> usize {
        self.rows.iter().filter(|row| row.is_open()).count()
    }

    /// How many answers would be taken.
    #[must_use]
    pub fn ticked(&self) -> usize {
        self.rows.iter().filter(|row| row.ticked && row.units.is_empty()).count()
    }
}

impl IntakeRow {
    /// Whether it was left to the reader, who has not decided yet.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.left && !self.taken
    }
}

impl Session {
    /// Something was read: a line enters the form, a record waits.
    pub(super) fn take_in(&mut self, rules: &'static RuleSet, intake: Intake) {
        let waits = intake.waits;
        self.intake = Some(Rc::new(intake));
        if !waits {
            self.take_ticked(rules);
        }
    }

    /// Takes what is ticked; what waits for its unit goes on waiting.
    pub(super) fn take_ticked(&mut self, rules: &'static RuleSet) {
        let Some(mut intake) = self.intake.take().map(Rc::unwrap_or_clone) else { return };
        for row in intake.rows.iter_mut().filter(|row| row.ticked && !row.taken && row.units.is_empty()) {
            self.put_in(rules, row);
        }
        intake.waits = false;
        self.intake = Some(Rc::new(intake));
    }

    /// Changes one row of what was read.
    pub(super) fn in_row(&mut self, position: usize, change: impl FnOnce(&mut Self, &mut IntakeRow)) {
        let Some(mut intake) = self.intake.take().map(Rc::unwrap_or_clone) else { return };
        if let Some(row) = intake.rows.get_mut(position) {
            change(self, row);
        }
        self.intake = Some(Rc::new(intake));
    }

    /// Puts an answer into its field. Names of drugs join those that stand there.
    pub(super) fn put_in(&mut self, rules: &'static RuleSet, row: &mut IntakeRow) {
        let stood = self.entries.get(&row.index).filter(|entry| !entry.text.trim().is_empty()).cloned();
        let mut entry = row.entry.clone();
        if let (Some(stood), Some(FindingKind::Agents)) = (&stood, rules.finding(row.index).map(|asked| asked.kind)) {
            entry.text = joined(&stood.text, &entry.text);
        }
        if let Some(finding) = rules.finding(row.index) {
            self.refused.retain(|problem| problem.finding != finding.id);
        }
        row.was = stood;
        (row.taken, row.ticked) = (true, true);
        self.entries.insert(row.index, entry);
    }

    /// Takes an answer back: what stood there before stands there again. An answer that was changed since stays.
    pub(super) fn take_back(&mut self, rules: &'static RuleSet, row: &mut IntakeRow) {
        let agents = matches!(rules.finding(row.index).map(|asked| asked.kind), Some(FindingKind::Agents));
        let was = row.was.as_ref().map_or("", |was| was.text.as_str());
        let put = if agents { joined(was, &row.entry.text) } else { row.entry.text.clone() };
        let mine = |entry: &Entry| entry.text == put && entry.unit == row.entry.unit.or(entry.unit);
        if row.taken && self.entries.get(&row.index).is_some_and(mine) {
            match row.was.take() {
                Some(was) => self.entries.insert(row.index, was),
                None => self.entries.remove(&row.index),
            };
        }
        (row.taken, row.ticked, row.left) = (false, false, false);
    }

    /// Takes everything back that was read last, the last first.
    pub(super) fn take_all_back(&mut self, rules: &'static RuleSet) {
        let Some(mut intake) = self.intake.take().map(Rc::unwrap_or_clone) else { return };
        for row in intake.rows.iter_mut().rev() {
            self.take_back(rules, row);
        }
    }

    /// Whether something that was read last could be taken back.
    #[must_use]
    pub fn can_take_back(&self) -> bool {
        self.intake.as_ref().is_some_and(|intake| intake.taken() > 0)
    }

    /// The reader goes on elsewhere: what was read shrinks to a line.
    pub(super) fn fold_intake(&mut self) {
        if let Some(intake) = self.intake.as_ref().filter(|intake| !intake.waits && !intake.folded) {
            self.intake = Some(Rc::new(Intake { folded: true, ..Intake::clone(intake) }));
        }
    }
}

/// Names behind names, each once.
fn joined(stood: &str, more: &str) -> String {
    let names = |text: &str| -> Vec<String> {
        text.split([',', ';']).map(|name| name.trim().to_string()).filter(|name| !name.is_empty()).collect()
    };
    let mut all = names(stood);
    for name in names(more) {
        if !all.iter().any(|other| other.eq_ignore_ascii_case(&name)) {
            all.push(name);
        }
    }
    all.join(", ")
}

/// The entries before something was read, for what its change is measured from.
pub(super) fn before(entries: &Entries, scope: crate::engine::assessment::Scope) -> Rc<super::Before> {
    Rc::new(super::Before { entries: entries.clone(), scope, by: None })
}
