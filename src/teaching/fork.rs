//! Where a case answers to what was done: the ways on from a stage, each with its condition. In a file a way is one line:
//! `next = worse if not cool-externally by 10`.

pub(in crate::teaching) mod check;
mod line;

pub use check::{Fault, Kind, check};
pub use line::{Unread, read, write};

use crate::engine::rule::Kind as RuleKind;
use crate::engine::rule_set::RuleSet;

/// The target that closes a case.
pub const END: &str = "end";
/// No stage needs more ways on.
pub const MOST_WAYS: usize = 6;
/// No way needs more parts of its condition, and no part more steps.
pub const MOST_PARTS: usize = 6;
/// The longest short name.
pub const LONGEST_NAME: usize = 40;
/// No condition names a later minute.
pub const LATEST: u32 = 100_000;

/// A way on from a stage. The first whose condition holds is taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Way {
    /// The short name of a stage, or [`END`].
    pub to: String,
    /// All of these have to hold; empty where it is taken in any case.
    pub when: Vec<Clause>,
}

/// One part of a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Whether one of the steps has to be done; else none of them may be.
    pub done: bool,
    /// The steps.
    pub steps: Vec<Step>,
    /// Until this many minutes since the case began; at any time where nothing is said.
    pub by: Option<u32>,
}

/// A step that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The rule.
    pub rule: &'static str,
    /// Whether what is folded beneath it counts as it does.
    pub parts: bool,
    /// Every rule that counts.
    counts: Vec<&'static str>,
}

impl Step {
    /// A step by the id of its rule, if that is something to carry out; with what is folded beneath it if asked for.
    #[must_use]
    pub fn named(rules: &'static RuleSet, id: &str, parts: bool) -> Option<Self> {
        let rule = rules.rule(id).filter(|rule| can_be_done(rule.kind))?;
        let beneath = rules
            .rules
            .iter()
            .filter(|other| can_be_done(other.kind) && other.folds_under.iter().any(|fold| fold.under == rule.id));
        let counts = std::iter::once(rule.id).chain(beneath.map(|other| other.id).filter(|_| parts)).collect();
        Some(Self { rule: rule.id, parts, counts })
    }

    /// Whether a rule counts as this step.
    #[must_use]
    pub fn counts(&self, rule: &str) -> bool {
        self.counts.contains(&rule)
    }

    /// Whether anything is folded beneath it.
    #[must_use]
    pub fn has_parts(rules: &'static RuleSet, id: &str) -> bool {
        Self::named(rules, id, true).is_some_and(|step| step.counts.len() > 1)
    }
}

/// Whether a line is something that a learner can choose and a team can tick.
const fn can_be_done(kind: RuleKind) -> bool {
    match kind {
        RuleKind::Do | RuleKind::Consider => true,
        RuleKind::Avoid | RuleKind::Monitor | RuleKind::Watch | RuleKind::Note => false,
    }
}

impl Clause {
    /// Whether a rule is one of those that are asked for.
    #[must_use]
    pub fn asks_for(&self, rule: &str) -> bool {
        self.steps.iter().any(|step| step.counts(rule))
    }

    /// Whether each rule that counts here counts there.
    fn is_within(&self, other: &Self) -> bool {
        self.steps.iter().flat_map(|step| &step.counts).all(|rule| other.asks_for(rule))
    }

    /// The last minute that counts.
    fn latest(&self) -> u32 {
        self.by.unwrap_or(u32::MAX)
    }
}

/// Whether a short name can stand in a file.
#[must_use]
pub fn is_name(name: &str) -> bool {
    let fits = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    (1..=LONGEST_NAME).contains(&name.len()) && name.chars().all(fits) && name != END
}
