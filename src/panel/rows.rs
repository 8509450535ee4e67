//! The plan as rows: which line is a row of its own, in which area of the screen, and what is folded into it.
//!
//! The order is that of the rule set, whatever the area. No line of the plan is left out: see [`Sheet::cards`].

use crate::engine::assessment::Status;
use crate::engine::rule::{Kind, Place, Section, Urgency};
use crate::engine::rule_set::RuleSet;
use crate::panel::{Card, Panel};

/// An area of the screen, in the order in which they are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    /// Numbered steps.
    Now,
    /// Steps that wait for an answer that speaks against them.
    Check,
    /// What is not to be done.
    Avoid,
    /// What threatens this patient.
    Dangers,
    /// Options.
    Consider,
    /// What to measure, and how often.
    Monitor,
    /// What to watch for in every such patient.
    Watch,
    /// After recovery.
    Later,
    /// Background.
    Know,
}

impl Area {
    /// Every area, in order.
    pub const ALL: [Self; 9] = [
        Self::Now,
        Self::Check,
        Self::Avoid,
        Self::Dangers,
        Self::Consider,
        Self::Monitor,
        Self::Watch,
        Self::Later,
        Self::Know,
    ];

    /// Stable id: the value of `data-group`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Check => "check",
            Self::Avoid => "avoid",
            Self::Dangers => "dangers",
            Self::Consider => "consider",
            Self::Monitor => "monitor",
            Self::Watch => "watch",
            Self::Later => "later",
            Self::Know => "know",
        }
    }
}

/// A row: a line that stands by itself, with what is folded into it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The line.
    pub card: Card,
    /// Its number in the order of what to do; `None` where order says nothing.
    pub number: Option<usize>,
    /// Folded lines that belong to carrying it out: it is done when they are.
    pub parts: Vec<Card>,
    /// Whatever else is folded into it: what asks for care first, then the rest.
    pub folded: Vec<Card>,
}

impl Row {
    /// Folded lines that say what asks for care in this patient.
    #[must_use]
    pub fn cautions(&self) -> usize {
        self.folded.iter().filter(|card| is_caution(card)).count()
    }

    /// Folded lines with a question of their own.
    #[must_use]
    pub fn questions(&self) -> usize {
        self.parts.iter().chain(&self.folded).filter(|card| card.status == Status::CheckFirst).count()
    }

    /// The line and its parts that can be ticked.
    pub fn ticked(&self) -> impl Iterator<Item = &Card> {
        std::iter::once(&self.card).chain(&self.parts).filter(|card| card.is_doable())
    }
}

fn is_caution(card: &Card) -> bool {
    matches!(card.rule.kind, Kind::Note | Kind::Watch)
        && card.rule.urgency >= Urgency::Warning
        && card.status == Status::Advised
}

impl Card {
    /// Whether it can be carried out, so that it has a tick: nobody carries out an avoid.
    #[must_use]
    pub fn is_doable(&self) -> bool {
        match self.rule.kind {
            Kind::Do | Kind::Consider | Kind::Monitor => {
                self.status == Status::Advised || self.given || self.not_possible
            }
            Kind::Avoid | Kind::Watch | Kind::Note => false,
        }
    }
}

/// The plan as rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// The line above the steps, which is no step.
    pub principles: Vec<Card>,
    /// The rows of each area that has any, in the order of [`Area::ALL`].
    pub areas: Vec<(Area, Vec<Row>)>,
}

impl Sheet {
    /// The rows of an area.
    #[must_use]
    pub fn rows(&self, area: Area) -> &[Row] {
        self.areas.iter().find(|(of, _)| *of == area).map_or(&[], |(_, rows)| rows)
    }

    /// Every line that stands somewhere: as a row, inside one, or above the steps.
    pub fn cards(&self) -> impl Iterator<Item = &Card> {
        let rows = self.areas.iter().flat_map(|(_, rows)| rows);
        let inside = rows.flat_map(|row| std::iter::once(&row.card).chain(&row.parts).chain(&row.folded));
        self.principles.iter().chain(inside)
    }
}

/// The rows of a panel.
#[must_use]
pub fn sheet(rules: &RuleSet, panel: &Panel) -> Sheet {
    // the groups are in order of display, and so are the lines of each; the order over all of them is that of the plan
    let all: Vec<&Card> = panel.groups.iter().flat_map(|group| &group.cards).collect();
    let ordered = panel.assessment.plan().filter_map(|verdict| all.iter().find(|card| card.rule.id == verdict.rule.id));
    let ordered: Vec<Card> = ordered.map(|card| **card).collect();
    let principle = |card: &Card| card.rule.id == rules.beyond.principle && card.status == Status::Advised;
    let mut rows: Vec<(Area, Row)> = Vec::new();
    for card in ordered.iter().filter(|card| !principle(card) && stands(card)) {
        rows.push((area(card), Row { card: *card, number: None, parts: Vec::new(), folded: Vec::new() }));
    }
    for card in ordered.iter().filter(|card| !principle(card) && !stands(card)) {
        let under = card.under.unwrap_or_default();
        match rows.iter_mut().find(|(area, row)| row.card.rule.id == under && *area != Area::Avoid) {
            Some((_, row)) if is_part(card) => row.parts.push(*card),
            Some((_, row)) => row.folded.push(*card),
            // a line is never lost: what has nothing to fold into stands by itself
            None => rows.push((area(card), Row { card: *card, number: None, parts: Vec::new(), folded: Vec::new() })),
        }
    }
    let mut number = 0;
    for (area, row) in &mut rows {
        row.folded.sort_by_key(|card| !is_caution(card));
        if *area == Area::Now && row.card.status != Status::Withheld {
            number += 1;
            row.number = Some(number);
        }
    }
    let of = |area: Area| rows.iter().filter(move |(of, _)| *of == area).map(|(_, row)| row.clone()).collect();
    let areas = Area::ALL.into_iter().map(|area| (area, of(area)));
    Sheet {
        principles: ordered.iter().filter(|card| principle(card)).copied().collect(),
        areas: areas.filter(|(_, rows): &(Area, Vec<Row>)| !rows.is_empty()).collect(),
    }
}

/// Whether a line is a row of its own. What is not to be done always is: it must not stand in a closed row alone.
fn stands(card: &Card) -> bool {
    card.under.is_none() || (card.rule.kind == Kind::Avoid && card.place == Place::Screen)
}

fn is_part(card: &Card) -> bool {
    matches!(card.rule.kind, Kind::Do | Kind::Monitor)
}

/// Where a row stands.
fn area(card: &Card) -> Area {
    let rule = card.rule;
    match (rule.section, rule.kind) {
        (Section::Aftercare, _) => Area::Later,
        (_, Kind::Avoid) => Area::Avoid,
        (_, Kind::Consider) => Area::Consider,
        (_, Kind::Do | Kind::Monitor) if card.status == Status::CheckFirst => Area::Check,
        (_, Kind::Do) => Area::Now,
        // what is measured at once is a step; what is folded into it is a table
        (_, Kind::Monitor) if card.under.is_none() => Area::Now,
        (_, Kind::Monitor) => Area::Monitor,
        (_, Kind::Watch) if rule.safety => Area::Dangers,
        (_, Kind::Watch) => Area::Watch,
        (Section::Adjunctive, Kind::Note) => Area::Consider,
        (_, Kind::Note) if card.place == Place::Screen => Area::Dangers,
        (_, Kind::Note) => Area::Know,
    }
}
