//! Every condition of a rule set, in one list. The check, the limits and the documents loop over it.

mod row;

use super::beyond::{Beyond, Contact, Feature, Score, ScoreItem};
use super::criterion::{Criterion, Definition};
use super::dantrolene::Form;
use super::derived::SuspicionRow;
use super::rule::SeverityCriterion;
use super::rule_set::{Conflict, RuleSet};
use row::{derived, drug, gate, look_alike, one, only, rule, triggers, volume};

/// A condition and where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Condition {
    /// The table.
    pub table: Table,
    /// The position of the row in its table.
    pub at: usize,
    /// The id of the row, or its words where it has none.
    pub row: &'static str,
    /// The field of the row.
    pub part: &'static str,
    /// The condition itself.
    pub when: Criterion,
}

/// The tables that hold conditions, in the order in which they are checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// The derived findings.
    Derived,
    /// The definitions.
    Definitions,
    /// The suspicion table: its triggers, its signs, its rows.
    Suspicion,
    /// The severity table.
    Severity,
    /// The rules.
    Rules,
    /// The pairs of answers that contradict each other.
    Conflicts,
    /// When aftercare is on the first screen.
    Aftercare,
    /// The items of the score.
    Score,
    /// The features that are described and not counted.
    Features,
    /// The look-alikes.
    LookAlikes,
    /// The drug cards.
    Drugs,
    /// Whom to call.
    Contacts,
    /// When doses are shown.
    Doses,
    /// The inputs of the dantrolene volume.
    Dantrolene,
    /// Its forms.
    Forms,
    /// The inputs of the rechallenge gate.
    Rechallenge,
}

impl Table {
    const fn next(self) -> Option<Self> {
        match self {
            Self::Derived => Some(Self::Definitions),
            Self::Definitions => Some(Self::Suspicion),
            Self::Suspicion => Some(Self::Severity),
            Self::Severity => Some(Self::Rules),
            Self::Rules => Some(Self::Conflicts),
            Self::Conflicts => Some(Self::Aftercare),
            Self::Aftercare => Some(Self::Score),
            Self::Score => Some(Self::Features),
            Self::Features => Some(Self::LookAlikes),
            Self::LookAlikes => Some(Self::Drugs),
            Self::Drugs => Some(Self::Contacts),
            Self::Contacts => Some(Self::Doses),
            Self::Doses => Some(Self::Dantrolene),
            Self::Dantrolene => Some(Self::Forms),
            Self::Forms => Some(Self::Rechallenge),
            Self::Rechallenge => None,
        }
    }

    /// Whether a suspicion, a grade or the status of a line can turn with its conditions; the others turn what is shown beside
    /// the plan.
    #[must_use]
    pub const fn bears_on_the_plan(self) -> bool {
        match self {
            Self::Derived | Self::Definitions | Self::Suspicion | Self::Severity | Self::Rules => true,
            Self::Conflicts
            | Self::Aftercare
            | Self::Score
            | Self::Features
            | Self::LookAlikes
            | Self::Drugs
            | Self::Contacts
            | Self::Doses
            | Self::Dantrolene
            | Self::Forms
            | Self::Rechallenge => false,
        }
    }

    /// A row of the table in words.
    #[must_use]
    pub const fn row(self) -> &'static str {
        match self {
            Self::Derived => "derived finding",
            Self::Definitions => "definition",
            Self::Suspicion => "suspicion row",
            Self::Severity => "severity row",
            Self::Rules => "rule",
            Self::Conflicts => "conflict",
            Self::Aftercare | Self::Doses => "rule set",
            Self::Score => "score item",
            Self::Features => "feature",
            Self::LookAlikes => "look-alike",
            Self::Drugs => "drug card",
            Self::Contacts => "contact",
            Self::Dantrolene => "volume of",
            Self::Forms => "form of",
            Self::Rechallenge => "gate of",
        }
    }
}

/// The conditions of a rule set, one after the other; usable while compiling, where it is no iterator.
#[derive(Clone, Debug)]
pub struct Conditions<'a> {
    rules: &'a RuleSet,
    table: Option<Table>,
    at: usize,
    part: usize,
}

/// A field of a row with its condition.
type Part = (&'static str, &'static str, Criterion);

impl RuleSet {
    /// Every condition of the rule set.
    #[must_use]
    pub const fn conditions(&self) -> Conditions<'_> {
        Conditions { rules: self, table: Some(Table::Derived), at: 0, part: 0 }
    }
}

impl Conditions<'_> {
    /// The next condition; [`Iterator::next`] while compiling.
    pub const fn step(&mut self) -> Option<Condition> {
        while let Some(table) = self.table {
            if self.at >= rows(self.rules, table) {
                (self.table, self.at, self.part) = (table.next(), 0, 0);
            } else if let Some((row, part, when)) = part(self.rules, table, self.at, self.part) {
                self.part += 1;
                return Some(Condition { table, at: self.at, row, part, when });
            } else {
                (self.at, self.part) = (self.at + 1, 0);
            }
        }
        None
    }
}

impl Iterator for Conditions<'_> {
    type Item = Condition;

    fn next(&mut self) -> Option<Condition> {
        self.step()
    }
}

/// How many rows a table has. Each field of a rule set is named here, so that a new one does not compile until it is told
/// whether it holds conditions.
const fn rows(rules: &RuleSet, table: Table) -> usize {
    let RuleSet {
        id: _,
        version: _,
        reviewed: _,
        findings: _,
        derived,
        definitions,
        suspicion,
        severity,
        severity_domains: _,
        rules,
        statements: _,
        citations: _,
        agents: _,
        disagreements: _,
        notices: _,
        omissions: _,
        conflicts,
        retired: _,
        aftercare_shown_if: _,
        beyond,
    } = rules;
    let Beyond {
        score,
        features,
        look_alikes,
        drugs,
        schedule: _,
        steps_down: _,
        principle: _,
        calls: _,
        contacts,
        doses_shown_if: _,
        doses_withheld: _,
        dantrolene,
        rechallenge: _,
    } = beyond;
    match table {
        Table::Derived => derived.len(),
        Table::Definitions => definitions.len(),
        // the triggers and signs come before the rows, as if in a row of their own
        Table::Suspicion => suspicion.rows.len() + 1,
        Table::Severity => severity.len(),
        Table::Rules => rules.len(),
        Table::Conflicts => conflicts.len(),
        Table::Score => score.items.len(),
        Table::Features => features.len(),
        Table::LookAlikes => look_alikes.len(),
        Table::Drugs => drugs.len(),
        Table::Contacts => contacts.len(),
        Table::Forms => dantrolene.forms.len(),
        Table::Aftercare | Table::Doses | Table::Dantrolene | Table::Rechallenge => 1,
    }
}

/// A condition of a row that is there: the name of the row and the field; `None` behind its last one.
#[expect(clippy::indexing_slicing, reason = "const fn: the position was compared with the length")]
const fn part(rules: &RuleSet, table: Table, at: usize, part: usize) -> Option<Part> {
    let beyond = &rules.beyond;
    match table {
        Table::Derived => derived(&rules.derived[at], part),
        Table::Definitions => {
            let Definition { id, label: _, when, basis: _, source: _ } = rules.definitions[at];
            only(part, id, when)
        }
        Table::Suspicion if at == 0 => triggers(&rules.suspicion, part),
        Table::Suspicion => {
            let SuspicionRow { state: _, label, when, basis: _, source: _ } = rules.suspicion.rows[at - 1];
            only(part, label, when)
        }
        Table::Severity => {
            let SeverityCriterion { id, label: _, grade: _, basis: _, when, source: _ } = rules.severity[at];
            only(part, id, when)
        }
        Table::Rules => rule(&rules.rules[at], part),
        Table::Conflicts => {
            let Conflict { findings: _, when, problem, used: _ } = rules.conflicts[at];
            only(part, problem, when)
        }
        Table::Aftercare => one(part, rules.id, "aftercare_shown_if", rules.aftercare_shown_if),
        Table::Score => {
            let Score { id: _, label: _, items, cut_off: _, source: _ } = beyond.score;
            let ScoreItem { id, label: _, points: _, when } = items[at];
            only(part, id, when)
        }
        Table::Features => {
            let Feature { id, label: _, when, source: _ } = beyond.features[at];
            only(part, id, when)
        }
        Table::LookAlikes => look_alike(&beyond.look_alikes[at], part),
        Table::Drugs => drug(&beyond.drugs[at], part),
        Table::Contacts => {
            let Contact { id, label: _, when, purpose: _, basis: _, source: _ } = beyond.contacts[at];
            only(part, id, when)
        }
        Table::Doses => one(part, rules.id, "doses_shown_if", beyond.doses_shown_if),
        Table::Dantrolene => volume(&beyond.dantrolene, part),
        Table::Forms => {
            let Form { id: _, confirmed, milligram: _, water: _, mannitol: _, source: _ } = beyond.dantrolene.forms[at];
            one(part, beyond.dantrolene.card, "confirmed", confirmed)
        }
        Table::Rechallenge => gate(&beyond.rechallenge, part),
    }
}
