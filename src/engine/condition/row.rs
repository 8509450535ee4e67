//! The conditions of a row, by position. Each row is taken apart field by field, so that a new field does not compile until it
//! is told whether it is a condition.

use super::Part;
use crate::engine::beyond::{Caution, DantroleneInputs, Dose, DrugCard, LookAlike, Point, RechallengeInputs};
use crate::engine::criterion::Criterion;
use crate::engine::derived::{Derivation, Derived, SuspicionTable};
use crate::engine::rule::{Fold, Rule};

pub(super) const fn only(part: usize, row: &'static str, when: Criterion) -> Option<Part> {
    one(part, row, "when", when)
}

pub(super) const fn one(part: usize, row: &'static str, name: &'static str, when: Criterion) -> Option<Part> {
    if part == 0 { Some((row, name, when)) } else { None }
}

/// The condition at this position of a short list.
#[expect(clippy::indexing_slicing, reason = "const fn: the position was compared with the length")]
const fn of(row: &'static str, parts: &[(&'static str, Criterion)], part: usize) -> Option<Part> {
    if part < parts.len() { Some((row, parts[part].0, parts[part].1)) } else { None }
}

#[expect(clippy::indexing_slicing, reason = "const fn: the position was compared with the length")]
pub(super) const fn derived(row: &Derived, part: usize) -> Option<Part> {
    let Derived { id, label: _, formula: _, derivation, basis: _, source: _ } = *row;
    match derivation {
        Derivation::Alternatives(ways) => {
            if part < ways.len() {
                Some((id, "derivation", ways[part]))
            } else {
                None
            }
        }
        Derivation::RaisedBy(main, raise) => of(id, &[("derivation", *main), ("derivation", *raise)], part),
        Derivation::NotRuledOut(when) | Derivation::Established(when) | Derivation::IfAnswered(when) => {
            one(part, id, "derivation", *when)
        }
        Derivation::Limited(main, no_if, open_if) => {
            of(id, &[("derivation", *main), ("derivation", *no_if), ("derivation", *open_if)], part)
        }
        Derivation::Ratio(..)
        | Derivation::PercentAbove(..)
        | Derivation::Difference(..)
        | Derivation::MeanPressure(..)
        | Derivation::ListsAntagonist(_)
        | Derivation::Names(..)
        | Derivation::ListsDepot(_)
        | Derivation::ListsDopaminergic(_)
        | Derivation::ToCheck
        | Derivation::Suspected
        | Derivation::GradeAtLeast(_)
        | Derivation::GradeOverAll(_)
        | Derivation::ScoreKnown
        | Derivation::ScorePossible => None,
    }
}

#[expect(clippy::indexing_slicing, reason = "const fn: the position was compared with the length")]
pub(super) const fn triggers(table: &SuspicionTable, part: usize) -> Option<Part> {
    let SuspicionTable { exposure, withdrawal, signs, rows: _ } = *table;
    match part {
        0 => Some(("triggers and signs", "exposure", exposure)),
        1 => Some(("triggers and signs", "withdrawal", withdrawal)),
        _ if part - 2 < signs.len() => Some(("triggers and signs", "signs", signs[part - 2])),
        _ => None,
    }
}

#[expect(clippy::indexing_slicing, reason = "const fn: the position was compared with the length")]
pub(super) const fn rule(row: &Rule, part: usize) -> Option<Part> {
    let Rule {
        id,
        section: _,
        kind: _,
        urgency: _,
        basis: _,
        safety: _,
        when,
        contraindicated_by,
        check_first_if,
        question: _,
        headline: _,
        text: _,
        detail: _,
        beyond: _,
        article_text: _,
        folds_under,
        source: _,
    } = *row;
    let own = [("when", when), ("contraindicated_by", contraindicated_by), ("check_first_if", check_first_if)];
    if part < own.len() {
        of(id, &own, part)
    } else if part - own.len() < folds_under.len() {
        let Fold { under: _, when, advised_only: _ } = folds_under[part - own.len()];
        Some((id, "folds_under", when))
    } else {
        None
    }
}

#[expect(clippy::indexing_slicing, reason = "const fn: positions are compared with the lengths")]
pub(super) const fn look_alike(row: &LookAlike, part: usize) -> Option<Part> {
    let LookAlike { id, label: _, advice: _, speaks_for, speaks_against, first_if, source: _ } = *row;
    let against = part.saturating_sub(speaks_for.len());
    if part < speaks_for.len() {
        let Point { label: _, when } = speaks_for[part];
        Some((id, "speaks_for", when))
    } else if against < speaks_against.len() {
        let Point { label: _, when } = speaks_against[against];
        Some((id, "speaks_against", when))
    } else {
        one(against - speaks_against.len(), id, "first_if", first_if)
    }
}

#[expect(clippy::indexing_slicing, reason = "const fn: positions are compared with the lengths")]
pub(super) const fn drug(row: &DrugCard, part: usize) -> Option<Part> {
    let DrugCard { id, label: _, doses, cautions, rules: _ } = *row;
    let caution = part.saturating_sub(doses.len());
    if part < doses.len() {
        let Dose { text: _, withheld_if, source: _ } = doses[part];
        Some((id, "withheld_if", withheld_if))
    } else if caution < cautions.len() {
        let Caution { text: _, when, source: _ } = cautions[caution];
        Some((id, "cautions", when))
    } else {
        None
    }
}

pub(super) const fn volume(inputs: &DantroleneInputs, part: usize) -> Option<Part> {
    let DantroleneInputs {
        card,
        in_question,
        spoken_against,
        malignant_hyperthermia,
        not_rigid,
        overload,
        mobilised_by: _,
        forms: _,
        weight: _,
        given: _,
    } = *inputs;
    let parts = [
        ("in_question", in_question),
        ("spoken_against", spoken_against),
        ("malignant_hyperthermia", malignant_hyperthermia),
        ("not_rigid", not_rigid),
        ("overload", overload),
    ];
    of(card, &parts, part)
}

pub(super) const fn gate(inputs: &RechallengeInputs, part: usize) -> Option<Part> {
    let RechallengeInputs { in_question, resolved, sign_left, resolved_on: _, long_acting, antagonist, days: _ } =
        *inputs;
    let parts = [
        ("in_question", in_question),
        ("resolved", resolved),
        ("sign_left", sign_left),
        ("long_acting", long_acting),
        ("antagonist", antagonist),
    ];
    of("rechallenge", &parts, part)
}
