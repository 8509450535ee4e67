//! The check of every condition: what it asks for is there, is known by then, and takes such an answer.

use super::{Sentence, first_defect};
use crate::engine::condition::{Condition, Table};
use crate::engine::criterion::Criterion;
use crate::engine::decimal::Decimal;
use crate::engine::derived::Derivation;
use crate::engine::finding::{FindingIndex, FindingKind};
use crate::engine::rule::Grade;
use crate::engine::rule_set::RuleSet;

pub(super) const fn check_conditions(rules: &RuleSet) -> Result<(), Sentence> {
    let mut conditions = rules.conditions();
    while let Some(condition) = conditions.step() {
        let reach = reach(rules, &condition);
        first_defect!(check_criterion(rules, &condition, &condition.when, reach));
    }
    Ok(())
}

/// How many rows of two tables, from the top, a condition may look at.
#[derive(Clone, Copy)]
struct Reach {
    definitions: usize,
    derived: usize,
    /// What to do where it looks at a derived finding further down.
    remedy: &'static str,
}

/// A condition may look at what is computed before it is asked for.
#[expect(clippy::indexing_slicing, reason = "const fn: the row is in its table")]
const fn reach(rules: &RuleSet, condition: &Condition) -> Reach {
    let all = Reach { definitions: rules.definitions.len(), derived: rules.derived.len(), remedy: "move that one up" };
    match condition.table {
        Table::Derived => Reach { derived: condition.at, ..all },
        Table::Definitions => Reach { definitions: condition.at, ..all },
        Table::Suspicion => Reach {
            derived: first_that_reads(rules, Table::Suspicion, Grade::Severe),
            remedy: "the suspicion is read off this table, so no row may ask for what rests on it",
            ..all
        },
        Table::Severity => Reach {
            derived: first_that_reads(rules, Table::Severity, rules.severity[condition.at].grade),
            remedy: "the grade is read off this table, so no row may ask for what rests on it",
            ..all
        },
        Table::Score => Reach {
            derived: first_that_reads(rules, Table::Score, Grade::Severe),
            remedy: "the score is added up from this table, so no item may ask for what rests on it",
            ..all
        },
        Table::Rules
        | Table::Conflicts
        | Table::Aftercare
        | Table::Features
        | Table::LookAlikes
        | Table::Drugs
        | Table::Contacts
        | Table::Doses
        | Table::Dantrolene
        | Table::Forms
        | Table::Rechallenge => all,
    }
}

/// The first derived finding that is read off a table; of the severity table, off its rows of this grade.
#[expect(clippy::indexing_slicing, reason = "const fn: the loop stays inside the table")]
const fn first_that_reads(rules: &RuleSet, table: Table, grade: Grade) -> usize {
    let mut at = 0;
    while at < rules.derived.len() {
        let reads = match rules.derived[at].derivation {
            Derivation::Suspected | Derivation::ToCheck => matches!(table, Table::Suspicion),
            Derivation::GradeAtLeast(asked) | Derivation::GradeOverAll(asked) => {
                matches!(table, Table::Severity) && asked as u8 <= grade as u8
            }
            Derivation::ScoreKnown | Derivation::ScorePossible => matches!(table, Table::Score),
            Derivation::Ratio(..)
            | Derivation::PercentAbove(..)
            | Derivation::Difference(..)
            | Derivation::MeanPressure(..)
            | Derivation::ListsAntagonist(_)
            | Derivation::Names(..)
            | Derivation::Alternatives(_)
            | Derivation::RaisedBy(..)
            | Derivation::NotRuledOut(_)
            | Derivation::Established(_)
            | Derivation::IfAnswered(_)
            | Derivation::Limited(..)
            | Derivation::ListsDepot(_)
            | Derivation::ListsDopaminergic(_) => false,
        };
        if reads {
            return at;
        }
        at += 1;
    }
    at
}

/// The beginning of each sentence: `the rule `x`, in `when`, `.
const fn at(condition: &Condition) -> Sentence {
    Sentence::of(&["the ", condition.table.row(), " `", condition.row, "`, in `", condition.part, "`, "])
}

#[expect(clippy::indexing_slicing, reason = "const fn: positions are compared with the length first")]
const fn check_criterion(
    rules: &RuleSet,
    condition: &Condition,
    criterion: &Criterion,
    reach: Reach,
) -> Result<(), Sentence> {
    match *criterion {
        Criterion::All(parts) | Criterion::Any(parts) => check_parts(rules, condition, parts, reach),
        Criterion::AtLeastOf(wanted, parts) => {
            if wanted == 0 || wanted as usize > parts.len() {
                return Err(at(condition).and(&[
                    "counts to nought or to more than there is to count, so that the answers never matter: ",
                    "count to one at least and to all at most",
                ]));
            }
            check_parts(rules, condition, parts, reach)
        }
        Criterion::Not(part) => check_criterion(rules, condition, part, reach),
        Criterion::Definition(position) => {
            let position = position as usize;
            if position >= rules.definitions.len() {
                return Err(at(condition).and(&["names a definition that is not there: use `definition(\"its-id\")`"]));
            }
            if position >= reach.definitions {
                return Err(at(condition).and(&[
                    "looks downward at the definition `",
                    rules.definitions[position].id,
                    "`: a definition may name only those above it, so move that one up",
                ]));
            }
            // what it names must be known by then, too
            let reach = Reach { definitions: position, ..reach };
            match check_criterion(rules, condition, &rules.definitions[position].when, reach) {
                Ok(()) => Ok(()),
                Err(defect) => {
                    Err(defect.and(&["; it does so by the definition `", rules.definitions[position].id, "`"]))
                }
            }
        }
        Criterion::Present(finding) | Criterion::Absent(finding) => {
            check_leaf(rules, condition, finding, reach, Asked::YesNo)
        }
        Criterion::Is(finding, option) | Criterion::AtLeastGrade(finding, option) => {
            check_leaf(rules, condition, finding, reach, Asked::Option(option as usize))
        }
        Criterion::Above(finding, limit)
        | Criterion::AtLeast(finding, limit)
        | Criterion::Below(finding, limit)
        | Criterion::AtMost(finding, limit) => check_leaf(rules, condition, finding, reach, Asked::Number(limit)),
    }
}

#[expect(clippy::indexing_slicing, reason = "const fn: the loop stays inside the list")]
const fn check_parts(
    rules: &RuleSet,
    condition: &Condition,
    parts: &[Criterion],
    reach: Reach,
) -> Result<(), Sentence> {
    let mut at = 0;
    while at < parts.len() {
        first_defect!(check_criterion(rules, condition, &parts[at], reach));
        at += 1;
    }
    Ok(())
}

/// What a leaf asks a finding for.
#[derive(Clone, Copy)]
enum Asked {
    YesNo,
    Option(usize),
    Number(Decimal),
}

#[expect(clippy::indexing_slicing, reason = "const fn: the position was compared with the length")]
const fn check_leaf(
    rules: &RuleSet,
    condition: &Condition,
    index: FindingIndex,
    reach: Reach,
    asked: Asked,
) -> Result<(), Sentence> {
    let position = index.0 as usize;
    if position >= rules.findings.len() {
        return check_derived_leaf(rules, condition, position - rules.findings.len(), reach, asked);
    }
    let finding = &rules.findings[position];
    match (finding.kind, asked) {
        (FindingKind::Boolean, Asked::YesNo) => Ok(()),
        (FindingKind::Choice(options), Asked::Option(option)) => {
            if option < options.len() {
                return Ok(());
            }
            Err(at(condition).and(&["asks for an option that the finding `", finding.id, "` does not offer: name one"]))
        }
        (FindingKind::Number(quantity), Asked::Number(limit)) => {
            if quantity.hard.0.is_above(limit) || limit.is_above(quantity.hard.1) {
                return Err(at(condition).and(&[
                    "has a threshold outside the hard limits of `",
                    finding.id,
                    "`: write it in the unit in which that finding is stored",
                ]));
            }
            Ok(())
        }
        (kind, Asked::YesNo | Asked::Option(_) | Asked::Number(_)) => {
            Err(wrong_kind(condition, finding.id, remedy(&kind)))
        }
    }
}

#[expect(clippy::indexing_slicing, reason = "const fn: the position was compared with the length")]
const fn check_derived_leaf(
    rules: &RuleSet,
    condition: &Condition,
    position: usize,
    reach: Reach,
    asked: Asked,
) -> Result<(), Sentence> {
    if position >= rules.derived.len() {
        return Err(at(condition).and(&["asks for a finding that is not there: use `finding(\"itsId\")`"]));
    }
    let row = &rules.derived[position];
    if position >= reach.derived {
        return Err(at(condition).and(&[
            "reads the derived finding `",
            row.id,
            "`, which is computed only after it: ",
            reach.remedy,
        ]));
    }
    match (is_number(&row.derivation), asked) {
        (true, Asked::Number(_)) | (false, Asked::YesNo) => Ok(()),
        (true, Asked::YesNo | Asked::Option(_)) => Err(wrong_kind(condition, row.id, NUMBER)),
        (false, Asked::Option(_) | Asked::Number(_)) => Err(wrong_kind(condition, row.id, YES_NO)),
    }
}

/// Whether a derived finding is a number; every other one is a yes or no.
const fn is_number(derivation: &Derivation) -> bool {
    match derivation {
        Derivation::Ratio(..)
        | Derivation::PercentAbove(..)
        | Derivation::Difference(..)
        | Derivation::MeanPressure(..)
        | Derivation::ScoreKnown
        | Derivation::ScorePossible => true,
        Derivation::ListsAntagonist(_)
        | Derivation::Names(..)
        | Derivation::Alternatives(_)
        | Derivation::RaisedBy(..)
        | Derivation::NotRuledOut(_)
        | Derivation::Established(_)
        | Derivation::IfAnswered(_)
        | Derivation::Limited(..)
        | Derivation::ListsDepot(_)
        | Derivation::ListsDopaminergic(_)
        | Derivation::ToCheck
        | Derivation::Suspected
        | Derivation::GradeAtLeast(_)
        | Derivation::GradeOverAll(_) => false,
    }
}

const fn wrong_kind(condition: &Condition, finding: &str, remedy: &str) -> Sentence {
    at(condition).and(&[
        "asks the finding `",
        finding,
        "` for an answer of another kind, so that it is never known: ",
        remedy,
    ])
}

const YES_NO: &str = "it is yes or no, so write `present` or `absent`";
const NUMBER: &str = "it is a number, so write `above`, `at_least`, `below` or `at_most`";

const fn remedy(kind: &FindingKind) -> &'static str {
    match kind {
        FindingKind::Boolean => YES_NO,
        FindingKind::Number(_) => NUMBER,
        FindingKind::Choice(_) => "it is one of several, so write `is` or `at_least_grade`",
        FindingKind::Date | FindingKind::Agents | FindingKind::Rules => {
            "no condition looks at a day or a list, so derive a finding from it"
        }
    }
}
