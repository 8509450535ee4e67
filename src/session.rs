//! The state of one widget: what was typed, word for word, and the one place where it changes.
//!
//! The reader's edits and the host page's are the same kind of value, and neither takes back what the other did not touch.

mod edit;
pub mod host;
pub mod intake;
mod look;
mod notice;
mod past;
pub mod stock;

use std::collections::BTreeMap;
use std::rc::Rc;

pub use edit::Edit;
pub use host::Sending;
pub use intake::{Intake, IntakeRow, NotUsed, Origin};
pub use look::{Idle, TextSize, UnitSystem};
pub use notice::{Notice, Source};
pub use past::{Before, Dosing, Kept, Offered, Replaced};

use crate::answer::{Problem, Reading};
use crate::case_file::Opened;
use crate::engine::assessment::Scope;
use crate::engine::decimal::Decimal;
use crate::engine::finding::{Day, FindingIndex, FindingKind};
use crate::engine::rule_set::RuleSet;
use crate::engine::stock::Place;
use crate::guideline::examples::Example;
use crate::panel::Given;
use crate::wording::Edition;

/// Raw text and chosen unit, by finding.
pub type Entries = BTreeMap<FindingIndex, Entry>;

/// What the reader entered. Raw text is kept as typed: a field that is rewritten while someone types turns 41.5 into 415.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    /// Raw text and chosen unit, by finding.
    pub entries: Entries,
    /// Which advice is shown.
    pub scope: Scope,
    /// Which units a fresh field offers first.
    pub units: UnitSystem,
    /// How large the text is.
    pub text_size: TextSize,
    /// After how long without a reader it is put out of sight.
    pub idle: Idle,
    /// The day of looking, by the page's clock.
    pub today: Option<Day>,
    /// The day of asking of a teaching case, which goes before the clock.
    pub case_day: Option<Day>,
    /// What the reader states of dantrolene, as typed.
    pub dosing: Dosing,
    /// The dantrolene that the page states.
    pub page_stock: Rc<Vec<Place>>,
    /// Telephone numbers as the reader typed them, by contact; they go before the page's.
    pub numbers: Vec<(&'static str, String)>,
    /// Telephone numbers that the page gave, by contact.
    pub page_numbers: Vec<(&'static str, String)>,
    /// What the page sent and could not be used; a row goes when its field is answered.
    pub refused: Vec<Problem>,
    /// What of an opened file or link could not be read.
    pub unread: Vec<String>,
    /// What was there before the last answer, so that its change can be shown.
    pub before: Option<Rc<Before>>,
    /// What was there before the case was replaced, so that it can be taken back.
    pub replaced: Option<Rc<Replaced>>,
    /// What was done to the case as a whole, until the reader dismisses it.
    pub notice: Option<Notice>,
    /// A case that waits for the reader's yes, because answers stand.
    pub offered: Option<Rc<Offered>>,
    /// What was read last from a line of text or a record.
    pub intake: Option<Rc<Intake>>,
    /// The number of cases before this one: with another case goes what was typed and not read yet.
    pub case_number: u32,
}

/// One field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The text, as typed; `yes` and `no` for a yes-or-no question, the option's id for a choice.
    pub text: String,
    /// The position of the unit in which it was made; `None` follows the session's unit system.
    pub unit: Option<usize>,
}

impl Session {
    /// The session after an edit.
    #[must_use]
    pub fn reduce(&self, rules: &'static RuleSet, edit: Edit) -> Self {
        let mut next = self.clone();
        next.remember(self, &edit);
        match edit {
            Edit::Answer(index, text) => {
                next.fold_intake();
                next.answer(rules, index, text);
            }
            Edit::Unit(index, unit) => {
                next.fold_intake();
                next.entries.entry(index).or_default().unit = Some(unit);
            }
            Edit::Scope(scope) => next.scope = scope,
            Edit::Units(units) => next.units = units,
            Edit::TextSize(size) => next.text_size = size,
            Edit::Idle(idle) => next.idle = idle,
            Edit::Clock(day) => next.today = Some(day),
            Edit::Today(day) => next.case_day = Some(day),
            Edit::Dose(text) => next.dosing.dose = text,
            Edit::Times(text) => next.dosing.times = text,
            Edit::PageStock(places) => next.page_stock = Rc::new(places),
            Edit::Number(contact, text) => {
                next.numbers.retain(|(other, _)| *other != contact);
                next.numbers.push((contact, text));
            }
            Edit::PageNumbers(numbers) => next.page_numbers = numbers,
            Edit::Load(example) => next.put(Source::Example, example_entries(rules, example), Vec::new(), self),
            Edit::Replace(sending) => next.receive(rules, self, *sending),
            Edit::Clear => next.clear(),
            Edit::Open(opened) => {
                next.put(Source::Link, opened.entries, opened.problems, self);
                next.notice = None;
            }
            Edit::Offer(source, opened) => next.offer(self, source, *opened),
            Edit::Accept => {
                if let Some(offered) = next.offered.take() {
                    let Offered { source, opened } = Rc::unwrap_or_clone(offered);
                    next.take(self, source, opened);
                }
            }
            Edit::Decline => next.offered = None,
            Edit::Refuse(lines) => next.unread = lines,
            Edit::RefuseSet(problem) => next.refused = vec![Problem { finding: "findings".into(), problem }],
            Edit::Restore(kept) => {
                let Kept { entries, dosing, unread, refused, notice, replaced, offered } = *kept;
                (next.entries, next.dosing, next.unread, next.refused) = (entries, dosing, unread, refused);
                next.notice = notice;
                (next.replaced, next.offered) = (replaced.map(Rc::new), offered.map(Rc::new));
            }
            Edit::TakeIn(intake) => next.take_in(rules, *intake),
            Edit::Tick(at, ticked) => next.in_row(at, |_, row| row.ticked = ticked),
            Edit::TakeTicked => next.take_ticked(rules),
            Edit::TakeBack(at) => next.in_row(at, |next, row| next.take_back(rules, row)),
            Edit::Take(at) => next.in_row(at, |next, row| next.put_in(rules, row)),
            Edit::InUnit(at, unit) => next.in_row(at, |next, row| {
                row.entry.unit = Some(unit);
                row.units.clear();
                next.put_in(rules, row);
            }),
            Edit::CloseIntake => next.intake = None,
            Edit::Returned => next.notice = Some(Notice::of(Source::Returned, self, self)),
            Edit::Dismiss => {
                next.notice = None;
                next.unread.clear();
            }
            Edit::Undo if next.can_take_back() => next.take_all_back(rules),
            Edit::Undo => next.undo(),
            Edit::Reset => next.put(Source::Cleared, Entries::new(), Vec::new(), self),
        }
        next
    }

    /// Puts a text into a field. A number keeps the unit in which it was typed, whatever units come first later on.
    fn answer(&mut self, rules: &'static RuleSet, index: FindingIndex, text: String) {
        let unit = self.unit_of(rules, index);
        let fresh = self.fresh_unit(rules, index);
        let number = matches!(rules.finding(index).map(|finding| finding.kind), Some(FindingKind::Number(_)));
        if let Some(finding) = rules.finding(index) {
            self.refused.retain(|problem| problem.finding != finding.id);
        }
        let entry = self.entries.entry(index).or_default();
        if text.is_empty() && entry.unit.is_none_or(|unit| unit == fresh) {
            self.entries.remove(&index);
            return;
        }
        entry.text = text;
        if number && entry.unit.is_none() {
            entry.unit = Some(unit);
        }
    }

    /// Puts a case in place of everything entered, and says so.
    fn put(&mut self, source: Source, entries: Entries, unread: Vec<String>, old: &Self) {
        self.entries = entries;
        self.unread = unread;
        self.dosing = Dosing::default();
        self.refused.clear();
        (self.offered, self.intake) = (None, None);
        self.case_number += 1;
        self.case_day = None;
        self.notice = Notice::worth_saying(source, old, self);
    }

    /// A case that somebody else may have sent asks where answers stand; what cannot be read replaces nothing.
    fn offer(&mut self, old: &Self, source: Source, opened: Opened) {
        let chosen = source == Source::File && opened.whole;
        if opened.no_case || opened.entries.is_empty() {
            self.unread = opened.problems;
        } else if old.is_empty() || chosen {
            self.take(old, source, opened);
        } else if opened.entries != old.entries {
            self.offered = Some(Rc::new(Offered { source, opened }));
        }
    }

    /// Takes a case, and keeps the one that it replaces.
    fn take(&mut self, old: &Self, source: Source, opened: Opened) {
        self.keep(old);
        self.before = None;
        self.put(source, opened.entries, opened.problems, old);
    }

    /// Keeps a case that is about to be replaced.
    fn keep(&mut self, old: &Self) {
        if !old.is_empty() {
            self.replaced = Some(Rc::new(Replaced {
                entries: old.entries.clone(),
                dosing: old.dosing.clone(),
                unread: old.unread.clone(),
                refused: old.refused.clone(),
            }));
        }
    }

    fn undo(&mut self) {
        if let Some(replaced) = self.replaced.take() {
            let Replaced { entries, dosing, unread, refused } = Rc::unwrap_or_clone(replaced);
            (self.entries, self.dosing, self.unread, self.refused) = (entries, dosing, unread, refused);
        }
        self.notice = None;
    }

    /// Keeps what an edit would lose, and what its change is measured from.
    fn remember(&mut self, old: &Self, edit: &Edit) {
        let by = match edit {
            Edit::Answer(index, _) | Edit::Unit(index, _) => Some(*index),
            Edit::Reset | Edit::Load(_) | Edit::Open(_) => {
                self.keep(old);
                None
            }
            Edit::TakeIn(intake) if intake.waits => return,
            Edit::TakeIn(_) | Edit::TakeTicked | Edit::Take(_) | Edit::TakeBack(_) | Edit::InUnit(..) => {
                self.before = Some(intake::before(&old.entries, old.scope));
                return;
            }
            Edit::Scope(_) | Edit::Undo => None,
            Edit::Units(_)
            | Edit::TextSize(_)
            | Edit::Idle(_)
            | Edit::Clock(_)
            | Edit::Today(_)
            | Edit::Dose(_)
            | Edit::Times(_)
            | Edit::PageStock(_)
            | Edit::Number(..)
            | Edit::PageNumbers(_)
            | Edit::Replace(_)
            | Edit::Clear
            | Edit::Offer(..)
            | Edit::Accept
            | Edit::Decline
            | Edit::Refuse(_)
            | Edit::RefuseSet(_)
            | Edit::Restore(_)
            | Edit::Returned
            | Edit::Tick(..)
            | Edit::CloseIntake
            | Edit::Dismiss => return,
        };
        // a case that is replaced as a whole is no answer: marking every line of it would say nothing
        if by.is_none() && !matches!(edit, Edit::Scope(_)) {
            self.before = None;
            return;
        }
        let goes_on = by.is_some() && old.before.as_ref().is_some_and(|before| before.by == by);
        if !goes_on {
            self.before = Some(Rc::new(Before { entries: old.entries.clone(), scope: old.scope, by }));
        }
    }

    /// Whether nothing is entered: no text in any field.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.values().all(|entry| entry.text.trim().is_empty())
    }

    /// How many fields hold a text.
    #[must_use]
    pub fn answered(&self) -> usize {
        answered(&self.entries)
    }

    /// The day of asking: that of the case, else that of the clock.
    #[must_use]
    pub fn day(&self) -> Option<Day> {
        self.case_day.or(self.today)
    }

    /// The number of a contact: the reader's, else the page's.
    #[must_use]
    pub fn number(&self, contact: &str) -> &str {
        let own = self.numbers.iter().chain(&self.page_numbers).find(|(id, _)| *id == contact);
        own.map_or("", |(_, number)| number)
    }

    /// Every number that is known, by contact.
    #[must_use]
    pub fn known_numbers(&self) -> Vec<(&'static str, String)> {
        let pages = self.page_numbers.iter().filter(|(id, _)| !self.numbers.iter().any(|(own, _)| own == id));
        self.numbers.iter().chain(pages).cloned().collect()
    }

    /// The case before the last answer.
    #[must_use]
    pub fn earlier(&self) -> Option<Self> {
        let before = self.before.as_ref()?;
        Some(Self { entries: before.entries.clone(), scope: before.scope, ..self.clone() })
    }

    /// The unit in which a field is read.
    #[must_use]
    pub fn unit_of(&self, rules: &'static RuleSet, index: FindingIndex) -> usize {
        self.entries.get(&index).and_then(|entry| entry.unit).unwrap_or_else(|| self.fresh_unit(rules, index))
    }

    /// The unit that a fresh field offers first.
    fn fresh_unit(&self, rules: &'static RuleSet, index: FindingIndex) -> usize {
        match (self.units, rules.finding(index).map(|finding| finding.kind)) {
            (UnitSystem::Conventional, Some(FindingKind::Number(quantity))) => conventional(quantity.units),
            _ => 0,
        }
    }

    /// The text of a field.
    #[must_use]
    pub fn text(&self, index: FindingIndex) -> &str {
        self.entries.get(&index).map_or("", |entry| entry.text.as_str())
    }

    /// The dose of dantrolene that was typed, in milligrams a kilogram; `None` for anything that is no number above zero.
    #[must_use]
    pub fn dose_per_kilogram(&self) -> Option<Decimal> {
        Decimal::parse(&self.dosing.dose).ok().filter(|dose| dose.is_above(Decimal::ZERO))
    }

    /// What the page or the reader gives beside the findings.
    #[must_use]
    pub fn given(&self) -> Given {
        Given { today: self.day(), dose_per_kilogram: self.dose_per_kilogram() }
    }

    /// The answers, and what could not be used.
    #[must_use]
    pub fn read(&self, edition: impl Into<Edition>) -> Reading {
        let edition = edition.into();
        let rules = edition.rules;
        let mut reading = Reading::new(edition);
        for (index, entry) in &self.entries {
            reading.take_typed(rules, *index, &entry.text, self.unit_of(rules, *index));
        }
        reading.issues.extend(self.refused.iter().cloned());
        reading.settle(rules);
        reading
    }
}

/// How many fields hold a text.
pub(crate) fn answered(entries: &Entries) -> usize {
    entries.values().filter(|entry| !entry.text.trim().is_empty()).count()
}

/// An example as it would be typed, in stored units.
fn example_entries(rules: &'static RuleSet, example: &Example) -> Entries {
    let typed =
        |(id, text): &(&str, &str)| rules.find(id).map(|index| (index, Entry { text: (*text).into(), unit: Some(0) }));
    example.answers.iter().filter_map(typed).collect()
}

/// The first unit of the table that is conventional where it differs from SI: Fahrenheit, pounds, milligrams a decilitre.
fn conventional(units: &[crate::engine::unit::Unit]) -> usize {
    units.iter().position(|unit| ["[degF]", "[lb_av]", "mg/dL", "meq/L"].contains(&unit.code)).unwrap_or(0)
}
