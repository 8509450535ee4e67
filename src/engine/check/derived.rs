//! The check of what derived findings are computed from, beside their conditions.

use super::{Sentence, each, first_defect, same};
use crate::engine::derived::{Derivation, Derived};
use crate::engine::finding::{FindingIndex, FindingKind};
use crate::engine::rule_set::RuleSet;

#[expect(clippy::indexing_slicing, reason = "const fn: the loop stays inside the table")]
pub(super) const fn check_derived(rules: &RuleSet) -> Result<(), Sentence> {
    each!(rules.derived, row => check_row(rules, row));
    Ok(())
}

#[expect(clippy::indexing_slicing, reason = "const fn: the loop stays inside the list")]
const fn check_row(rules: &RuleSet, row: &Derived) -> Result<(), Sentence> {
    match row.derivation {
        Derivation::Ratio(one, other)
        | Derivation::PercentAbove(one, other)
        | Derivation::Difference(one, other)
        | Derivation::MeanPressure(one, other) => check_numbers(rules, row, one, other),
        Derivation::ListsAntagonist(list) | Derivation::ListsDepot(list) => check_list(rules, row, list),
        Derivation::ListsDopaminergic(lists) => {
            each!(lists, list => check_list(rules, row, *list));
            Ok(())
        }
        Derivation::Names(list, agent) => {
            first_defect!(check_list(rules, row, list));
            check_agent(rules, row, agent)
        }
        Derivation::Alternatives(ways) => {
            if ways.is_empty() {
                return Err(named(row).and(&["has no way to be answered: give at least one"]));
            }
            Ok(())
        }
        // they have conditions only, or are read off a table
        Derivation::RaisedBy(..)
        | Derivation::NotRuledOut(_)
        | Derivation::Established(_)
        | Derivation::IfAnswered(_)
        | Derivation::Limited(..)
        | Derivation::Suspected
        | Derivation::ToCheck
        | Derivation::GradeAtLeast(_)
        | Derivation::GradeOverAll(_)
        | Derivation::ScoreKnown
        | Derivation::ScorePossible => Ok(()),
    }
}

const fn named(row: &Derived) -> Sentence {
    Sentence::of(&["the derived finding `", row.id, "`, in `derivation`, "])
}

/// Both numbers are asked for, and stored in one unit: where the plan turns is found only for what is asked.
const fn check_numbers(rules: &RuleSet, row: &Derived, one: FindingIndex, other: FindingIndex) -> Result<(), Sentence> {
    match (stored_unit(rules, row, one), stored_unit(rules, row, other)) {
        (Ok(unit), Ok(same_unit)) => {
            if same(unit, same_unit) {
                return Ok(());
            }
            Err(named(row).and(&[
                "computes with `",
                unit,
                "` and `",
                same_unit,
                "`: both numbers are to be stored in the same unit",
            ]))
        }
        (Err(defect), _) | (Ok(_), Err(defect)) => Err(defect),
    }
}

/// The unit of an operand.
#[expect(clippy::indexing_slicing, reason = "const fn: the position was compared with the length")]
const fn stored_unit<'a>(rules: &'a RuleSet, row: &Derived, index: FindingIndex) -> Result<&'a str, Sentence> {
    let position = index.0 as usize;
    if position >= rules.findings.len() {
        let derived = position - rules.findings.len();
        if derived >= rules.derived.len() {
            return Err(named(row).and(&["computes with a finding that is not there: use `finding(\"itsId\")`"]));
        }
        return Err(named(row).and(&[
            "computes with `",
            rules.derived[derived].id,
            "`, which is computed itself: name numbers that are asked for",
        ]));
    }
    let finding = &rules.findings[position];
    match finding.kind {
        FindingKind::Number(quantity) => {
            if quantity.units.is_empty() {
                return Err(Sentence::of(&["the finding `", finding.id, "` has no unit: give the stored one first"]));
            }
            Ok(quantity.units[0].code)
        }
        FindingKind::Boolean
        | FindingKind::Choice(_)
        | FindingKind::Date
        | FindingKind::Agents
        | FindingKind::Rules => {
            Err(named(row).and(&["computes with `", finding.id, "`, which is no number: name one that is"]))
        }
    }
}

#[expect(clippy::indexing_slicing, reason = "const fn: the position was compared with the length")]
const fn check_list(rules: &RuleSet, row: &Derived, list: FindingIndex) -> Result<(), Sentence> {
    let position = list.0 as usize;
    if position < rules.findings.len() && matches!(rules.findings[position].kind, FindingKind::Agents) {
        return Ok(());
    }
    Err(named(row).and(&["looks for drugs in a finding that is no list of them: name one of the kind `Agents`"]))
}

#[expect(clippy::indexing_slicing, reason = "const fn: the loop stays inside the table")]
const fn check_agent(rules: &RuleSet, row: &Derived, agent: &str) -> Result<(), Sentence> {
    let mut at = 0;
    while at < rules.agents.len() {
        if same(rules.agents[at].id, agent) {
            return Ok(());
        }
        at += 1;
    }
    Err(named(row).and(&["looks for the agent `", agent, "`, which is not there: name one of the table of agents"]))
}
