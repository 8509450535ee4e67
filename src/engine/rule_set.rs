//! A rule set: every table that an assessment reads.

use super::agent::Agent;
use super::beyond::Beyond;
use super::criterion::{Criterion, Definition};
use super::derived::{Derived, SuspicionTable};
use super::finding::{Finding, FindingIndex, Findings};
use super::rule::{Rule, SeverityCriterion};
use super::source::{Basis, Citation, Source, Statement};

/// Every table of a guideline. Constant data, checked when the crate is compiled.
#[derive(Debug, PartialEq)]
pub struct RuleSet {
    /// Short name of the guideline.
    pub id: &'static str,
    /// Raised with every clinical change.
    pub version: &'static str,
    /// Who reviewed it and when; `None` shows the draft notice.
    pub reviewed: Option<&'static str>,
    /// What can be asked.
    pub findings: &'static [Finding],
    /// What is computed from the answers.
    pub derived: &'static [Derived],
    /// Named criteria.
    pub definitions: &'static [Definition],
    /// The suspicion table.
    pub suspicion: SuspicionTable,
    /// The severity table.
    pub severity: &'static [SeverityCriterion],
    /// Findings that bear on severity: while none of them is known there is no grade.
    pub severity_domains: &'static [FindingIndex],
    /// The advice, in the order of display.
    pub rules: &'static [Rule],
    /// The article, statement by statement.
    pub statements: &'static [Statement],
    /// The literature.
    pub citations: &'static [Citation],
    /// Drugs that can be named.
    pub agents: &'static [Agent],
    /// Where sources contradict each other.
    pub disagreements: &'static [Disagreement],
    /// What is always within reach: disclaimers, provenance, the printed references.
    pub notices: &'static [Notice],
    /// Statements that yield nothing to show.
    pub omissions: &'static [Omission],
    /// Pairs of answers that contradict each other.
    pub conflicts: &'static [Conflict],
    /// Ids of lines that are no longer there.
    pub retired: &'static [Retired],
    /// While it is met or resolution is said, aftercare is on the first screen.
    pub aftercare_shown_if: Criterion,
    /// What the literature adds beside the plan.
    pub beyond: Beyond,
}

/// The id of a line that is no longer there, still read where it was marked as carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retired {
    /// The old id.
    pub id: &'static str,
    /// The lines that carry on what it said.
    pub into: &'static [&'static str],
}

/// Two sides of a question on which sources differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Disagreement {
    /// `D1` to `D21`.
    pub id: &'static str,
    /// The question.
    pub question: &'static str,
    /// One side.
    pub one: &'static str,
    /// The other.
    pub other: &'static str,
    /// How the advice deals with it.
    pub shown_as: &'static str,
    /// Rules beside which it is shown.
    pub rules: &'static [&'static str],
    /// Both sides' sources.
    pub source: Source,
}

/// A text that is always within reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Notice {
    /// Stable id.
    pub id: &'static str,
    /// Heading.
    pub label: &'static str,
    /// Text.
    pub text: &'static str,
    /// Statements it carries.
    pub statements: &'static [&'static str],
}

/// A statement that yields nothing to show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Omission {
    /// Which.
    pub statement: &'static str,
    /// Why.
    pub reason: &'static str,
}

/// Two answers that contradict each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conflict {
    /// The findings concerned.
    pub findings: &'static [FindingIndex],
    /// When they do.
    pub when: Criterion,
    /// What contradicts what.
    pub problem: &'static str,
    /// Which reading is used.
    pub used: &'static str,
}

impl RuleSet {
    /// No answers yet, with room for all findings.
    #[must_use]
    pub fn no_findings(&self) -> Findings {
        Findings::new(self.findings.len())
    }

    /// The position of the askable finding with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<FindingIndex> {
        let position = self.findings.iter().position(|finding| finding.id == id)?;
        u16::try_from(position).ok().map(FindingIndex)
    }

    /// Every askable finding with its position.
    pub fn asked(&self) -> impl Iterator<Item = (FindingIndex, &'static Finding)> {
        (0..).map(FindingIndex).zip(self.findings)
    }

    /// The askable finding at this position.
    #[must_use]
    pub fn finding(&self, index: FindingIndex) -> Option<&'static Finding> {
        self.findings.get(usize::from(index.0))
    }

    /// The derived finding at this position.
    #[must_use]
    pub fn derivation(&self, index: FindingIndex) -> Option<&'static Derived> {
        usize::from(index.0).checked_sub(self.findings.len()).and_then(|position| self.derived.get(position))
    }

    /// The id of an askable or derived finding.
    #[must_use]
    pub fn finding_id(&self, index: FindingIndex) -> &'static str {
        match (self.finding(index), self.derivation(index)) {
            (Some(finding), _) => finding.id,
            (None, Some(derived)) => derived.id,
            (None, None) => "",
        }
    }

    /// The rule with this id.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&'static Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// Positions of the lines that an id means: its own, or those into which it was retired.
    #[must_use]
    pub fn lines(&self, id: &str) -> Vec<usize> {
        let at = |id: &str| self.rules.iter().position(|rule| rule.id == id);
        match self.retired.iter().find(|row| row.id == id) {
            Some(row) => row.into.iter().filter_map(|id| at(id)).collect(),
            None => at(id).into_iter().collect(),
        }
    }

    /// The citation with this id.
    #[must_use]
    pub fn citation(&self, id: &str) -> Option<&'static Citation> {
        self.citations.iter().find(|citation| citation.id == id)
    }

    /// The statement with this id.
    #[must_use]
    pub fn statement(&self, id: &str) -> Option<&'static Statement> {
        self.statements.iter().find(|statement| statement.id == id)
    }
}

impl super::criterion::Answers {
    /// Whether rows of this basis count in the assessment that these answers were prepared for.
    pub(crate) fn in_force(&self, basis: Basis) -> bool {
        self.only.is_none_or(|only| only == basis)
    }
}
