//! Which findings are read: an askable one that nothing reads needs a reason for being asked.

use super::Sentence;
use crate::engine::criterion::Criterion;
use crate::engine::derived::Derivation;
use crate::engine::finding::FindingIndex;
use crate::engine::rule_set::RuleSet;

/// What is read, by position. A set of rows holds at most 256.
type Read = [bool; 256];

#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its table")]
pub(super) const fn check_read(rules: &RuleSet) -> Result<(), Sentence> {
    let read = read(rules);
    let mut at = 0;
    while at < rules.findings.len() {
        let finding = &rules.findings[at];
        if finding.reason.is_empty() && !read[at] {
            return Err(Sentence::of(&[
                "no condition reads the finding `",
                finding.id,
                "`: use it, take it out, or give in `reason` why it is asked",
            ]));
        }
        at += 1;
    }
    Ok(())
}

/// Whether any condition or computation reads the askable finding at this position.
#[must_use]
#[expect(clippy::indexing_slicing, reason = "const fn: the position was compared with the length")]
pub const fn is_read(rules: &RuleSet, position: usize) -> bool {
    position < rules.findings.len() && position < 256 && read(rules)[position]
}

#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its table")]
const fn read(rules: &RuleSet) -> Read {
    let mut read = [false; 256];
    let mut conditions = rules.conditions();
    while let Some(condition) = conditions.step() {
        mark(&mut read, &condition.when);
    }
    let mut at = 0;
    while at < rules.derived.len() {
        mark_operands(&mut read, &rules.derived[at].derivation);
        at += 1;
    }
    let (volume, gate) = (&rules.beyond.dantrolene, &rules.beyond.rechallenge);
    mark_one(&mut read, volume.weight);
    mark_one(&mut read, volume.given);
    mark_one(&mut read, gate.resolved_on);
    read
}

/// Marks what a derivation names outside its conditions.
#[expect(clippy::indexing_slicing, reason = "const fn: the loop stays inside the list")]
const fn mark_operands(read: &mut Read, derivation: &Derivation) {
    match *derivation {
        Derivation::Ratio(one, other)
        | Derivation::PercentAbove(one, other)
        | Derivation::Difference(one, other)
        | Derivation::MeanPressure(one, other) => {
            mark_one(read, one);
            mark_one(read, other);
        }
        Derivation::ListsAntagonist(list) | Derivation::ListsDepot(list) | Derivation::Names(list, _) => {
            mark_one(read, list);
        }
        Derivation::ListsDopaminergic(lists) => {
            let mut at = 0;
            while at < lists.len() {
                mark_one(read, lists[at]);
                at += 1;
            }
        }
        // their conditions are among those of the rule set
        Derivation::Alternatives(_)
        | Derivation::RaisedBy(..)
        | Derivation::NotRuledOut(_)
        | Derivation::Established(_)
        | Derivation::IfAnswered(_)
        | Derivation::Limited(..)
        | Derivation::Suspected
        | Derivation::ToCheck
        | Derivation::GradeAtLeast(_)
        | Derivation::GradeOverAll(_)
        | Derivation::ScoreKnown
        | Derivation::ScorePossible => {}
    }
}

#[expect(clippy::indexing_slicing, reason = "const fn: the loop stays inside the list")]
const fn mark(read: &mut Read, criterion: &Criterion) {
    match *criterion {
        Criterion::All(parts) | Criterion::Any(parts) | Criterion::AtLeastOf(_, parts) => {
            let mut at = 0;
            while at < parts.len() {
                mark(read, &parts[at]);
                at += 1;
            }
        }
        Criterion::Not(part) => mark(read, part),
        // its condition is among those of the rule set
        Criterion::Definition(_) => {}
        Criterion::Present(finding)
        | Criterion::Absent(finding)
        | Criterion::Is(finding, _)
        | Criterion::AtLeastGrade(finding, _)
        | Criterion::Above(finding, _)
        | Criterion::AtLeast(finding, _)
        | Criterion::Below(finding, _)
        | Criterion::AtMost(finding, _) => mark_one(read, finding),
    }
}

#[expect(clippy::indexing_slicing, reason = "const fn: the position was compared with the length")]
const fn mark_one(read: &mut Read, finding: FindingIndex) {
    if (finding.0 as usize) < read.len() {
        read[finding.0 as usize] = true;
    }
}
