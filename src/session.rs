//! The state of one widget: what was typed, word for word, and the one place where it changes.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::answer::Reading;
use crate::case_file::Opened;
use crate::engine::assessment::Scope;
use crate::engine::decimal::Decimal;
use crate::engine::finding::{Day, FindingIndex, FindingKind, Findings, Value};
use crate::engine::rule_set::RuleSet;
use crate::guideline::examples::Example;
use crate::panel::Given;
use crate::wording::Edition;

/// What the reader entered. Raw text is kept as typed: a field that is rewritten while someone types turns 41.5 into 415.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Session {
    /// Raw text and chosen unit, by finding.
    pub entries: BTreeMap<FindingIndex, Entry>,
    /// Which advice is shown.
    pub scope: Scope,
    /// Which units a fresh field offers first.
    pub units: UnitSystem,
    /// The day of asking, given by the page.
    pub today: Option<Day>,
    /// Milligrams of dantrolene a kilogram, as typed.
    pub dose: String,
    /// A site's own telephone numbers, by contact.
    pub numbers: Vec<(&'static str, String)>,
    /// What of an opened file or link could not be read.
    pub unread: Vec<String>,
    /// What was there before the last answer, so that its change can be shown.
    pub before: Option<Rc<Before>>,
    /// What was there before the case was replaced, so that it can be taken back.
    pub replaced: Option<Rc<BTreeMap<FindingIndex, Entry>>>,
}

/// The case before the last answer. Letters typed into one field count as one answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    /// The fields.
    pub entries: BTreeMap<FindingIndex, Entry>,
    /// Which advice was shown.
    pub scope: Scope,
    /// The field that was changed since; `None` where it was not one field.
    pub by: Option<FindingIndex>,
}

/// One field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The text, as typed; `yes` and `no` for a yes-or-no question, the option's id for a choice.
    pub text: String,
    /// The position of the unit chosen beside the field; `None` follows the session's unit system.
    pub unit: Option<usize>,
}

/// Which units a fresh field offers first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnitSystem {
    /// SI and Celsius.
    #[default]
    Si,
    /// Conventional units and Fahrenheit.
    Conventional,
}

/// A change that the reader or the host page makes.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Text of a field; empty is unknown.
    Answer(FindingIndex, String),
    /// The unit beside a field. The text stays as it is: the number is read in the new unit.
    Unit(FindingIndex, usize),
    /// Which advice is shown.
    Scope(Scope),
    /// Which units fresh fields offer first.
    Units(UnitSystem),
    /// The day of asking.
    Today(Day),
    /// Milligrams of dantrolene a kilogram, as typed; empty is none.
    Dose(String),
    /// A site's own number of a contact; empty is none.
    Number(&'static str, String),
    /// An example in place of everything entered.
    Load(&'static Example),
    /// Findings from the host page in place of everything entered.
    Replace(Box<Findings>),
    /// A case from a file or a link in place of everything entered.
    Open(Box<Opened>),
    /// The case before it was replaced or cleared, back again.
    Undo,
    /// Everything cleared; scope, units, the day and a site's numbers stay.
    Reset,
}

impl Session {
    /// The session after an edit.
    #[must_use]
    pub fn reduce(&self, rules: &'static RuleSet, edit: Edit) -> Self {
        let mut next = self.clone();
        next.remember(self, &edit);
        match edit {
            Edit::Answer(index, text) => {
                let entry = next.entries.entry(index).or_default();
                entry.text = text;
                if entry.text.is_empty() && entry.unit.is_none() {
                    next.entries.remove(&index);
                }
            }
            Edit::Unit(index, unit) => next.entries.entry(index).or_default().unit = Some(unit),
            Edit::Scope(scope) => next.scope = scope,
            Edit::Units(units) => next.units = units,
            Edit::Today(today) => next.today = Some(today),
            Edit::Dose(text) => next.dose = text,
            Edit::Number(contact, text) => {
                next.numbers.retain(|(other, _)| *other != contact);
                next.numbers.push((contact, text));
            }
            Edit::Reset => {
                next.entries.clear();
                next.dose.clear();
            }
            Edit::Load(example) => {
                next.entries.clear();
                next.dose.clear();
                for (id, text) in example.answers {
                    if let Some(index) = rules.find(id) {
                        // examples are written in stored units
                        next.entries.insert(index, Entry { text: (*text).into(), unit: Some(0) });
                    }
                }
            }
            Edit::Replace(findings) => next.entries = entries_of(rules, &findings),
            Edit::Open(opened) => (next.entries, next.unread) = (opened.entries, opened.problems),
            Edit::Undo => {
                if let Some(replaced) = &self.replaced {
                    next.entries = BTreeMap::clone(replaced);
                }
                next.replaced = None;
            }
        }
        next
    }

    /// Keeps what an edit would lose, and what its change is measured from.
    fn remember(&mut self, old: &Self, edit: &Edit) {
        let by = match edit {
            Edit::Answer(index, _) | Edit::Unit(index, _) => Some(*index),
            Edit::Reset | Edit::Load(_) | Edit::Open(_) => {
                self.unread.clear();
                if !old.entries.is_empty() {
                    self.replaced = Some(Rc::new(old.entries.clone()));
                }
                None
            }
            Edit::Scope(_) | Edit::Replace(_) | Edit::Undo => None,
            Edit::Units(_) | Edit::Today(_) | Edit::Dose(_) | Edit::Number(..) => return,
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

    /// The case before the last answer.
    #[must_use]
    pub fn earlier(&self) -> Option<Self> {
        let before = self.before.as_ref()?;
        Some(Self { entries: before.entries.clone(), scope: before.scope, ..self.clone() })
    }

    /// The unit in which a field is read.
    #[must_use]
    pub fn unit_of(&self, rules: &'static RuleSet, index: FindingIndex) -> usize {
        let preferred = match (self.units, rules.finding(index).map(|finding| finding.kind)) {
            (UnitSystem::Conventional, Some(FindingKind::Number(quantity))) => conventional(quantity.units),
            _ => 0,
        };
        self.entries.get(&index).and_then(|entry| entry.unit).unwrap_or(preferred)
    }

    /// The text of a field.
    #[must_use]
    pub fn text(&self, index: FindingIndex) -> &str {
        self.entries.get(&index).map_or("", |entry| entry.text.as_str())
    }

    /// The dose of dantrolene that was typed, in milligrams a kilogram; `None` for anything that is no number above zero.
    #[must_use]
    pub fn dose_per_kilogram(&self) -> Option<Decimal> {
        Decimal::parse(&self.dose).ok().filter(|dose| dose.is_above(Decimal::ZERO))
    }

    /// What the page or the reader gives beside the findings.
    #[must_use]
    pub fn given(&self) -> Given {
        Given { today: self.today, dose_per_kilogram: self.dose_per_kilogram() }
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
        reading.settle(rules);
        reading
    }
}

/// The first unit of the table that is conventional where it differs from SI: Fahrenheit, pounds, milligrams a decilitre.
fn conventional(units: &[crate::engine::unit::Unit]) -> usize {
    units.iter().position(|unit| ["[degF]", "[lb_av]", "mg/dL", "meq/L"].contains(&unit.code)).unwrap_or(0)
}

/// Findings as the text that a reader would have typed.
fn entries_of(rules: &'static RuleSet, findings: &Findings) -> BTreeMap<FindingIndex, Entry> {
    let mut entries = BTreeMap::new();
    for (position, finding) in rules.findings.iter().enumerate() {
        let Ok(index) = u16::try_from(position).map(FindingIndex) else { continue };
        let text = match findings.get(index) {
            None => continue,
            Some(Value::Boolean(true)) => "yes".to_string(),
            Some(Value::Boolean(false)) => "no".to_string(),
            Some(Value::Choice(option)) => {
                finding.choices().get(usize::from(option)).map_or_else(String::new, |option| option.id.to_string())
            }
            Some(Value::Number(number)) => number.to_string().replace(',', "").replace('\u{2212}', "-"),
            Some(Value::Date(day)) => crate::engine::describe::date(day),
            Some(Value::Rows(rows)) => {
                let name = |row: usize| match finding.kind {
                    FindingKind::Agents => rules.agents.get(row).map(|agent| agent.id),
                    FindingKind::Rules => rules.rules.get(row).map(|rule| rule.id),
                    FindingKind::Boolean | FindingKind::Choice(_) | FindingKind::Number(_) | FindingKind::Date => None,
                };
                rows.iter().filter_map(name).collect::<Vec<_>>().join(", ")
            }
        };
        entries.insert(index, Entry { text, unit: Some(0) });
    }
    entries
}
