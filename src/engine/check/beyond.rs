//! The check of the tables beyond the rules: score, features, look-alikes, drugs, monitoring schedule, contacts.

use super::source::{check_source, known_rule};
use super::{Sentence, each, first_defect, same};
use crate::engine::beyond::{DrugCard, LookAlike};
use crate::engine::condition::Table;
use crate::engine::finding::{FindingIndex, FindingKind};
use crate::engine::rule_set::RuleSet;
use crate::engine::source::Basis::{Design, Literature};

#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its table")]
pub(super) const fn check_beyond(rules: &RuleSet) -> Result<(), Sentence> {
    let beyond = &rules.beyond;
    let (mut total, mut at): (u16, usize) = (0, 0);
    while at < beyond.score.items.len() {
        total += beyond.score.items[at].points as u16;
        at += 1;
    }
    if total != 100 {
        return Err(Sentence::of(&[
            "the points of the score `",
            beyond.score.id,
            "` do not add up to 100: weigh them anew",
        ]));
    }
    first_defect!(check_source(rules, "score", beyond.score.id, Literature, &beyond.score.source));
    each!(beyond.features, row => check_source(rules, Table::Features.row(), row.id, Literature, &row.source));
    each!(beyond.look_alikes, row => check_look_alike(rules, row));
    each!(beyond.drugs, row => check_drug(rules, row));
    each!(beyond.schedule, row => check_source(rules, "schedule row", row.item, Design, &row.source));
    each!(beyond.contacts, row => check_source(rules, Table::Contacts.row(), row.id, row.basis, &row.source));
    each!(beyond.dantrolene.forms, row => check_source(rules, Table::Forms.row(), beyond.dantrolene.card, Literature, &row.source));
    each!([("steps_down", beyond.steps_down), ("principle", beyond.principle), ("calls", beyond.calls)], row =>
        known_rule(rules, "entry", row.0, row.1));
    check_inputs(rules)
}

const fn check_look_alike(rules: &RuleSet, row: &LookAlike) -> Result<(), Sentence> {
    if row.speaks_for.is_empty() {
        return Err(Sentence::of(&["the look-alike `", row.id, "` is never shown: give what would speak for it"]));
    }
    check_source(rules, Table::LookAlikes.row(), row.id, Literature, &row.source)
}

#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its list")]
const fn check_drug(rules: &RuleSet, row: &DrugCard) -> Result<(), Sentence> {
    each!(row.doses, dose => check_source(rules, "dose on the drug card", row.id, Literature, &dose.source));
    each!(row.cautions, caution => check_source(rules, "caution on the drug card", row.id, Literature, &caution.source));
    each!(row.rules, rule => known_rule(rules, Table::Drugs.row(), row.id, rule));
    Ok(())
}

/// What is computed beside the plan has its card, its numbers and its day.
#[expect(clippy::indexing_slicing, reason = "const fn: the loop stays inside the table")]
const fn check_inputs(rules: &RuleSet) -> Result<(), Sentence> {
    let (volume, gate) = (&rules.beyond.dantrolene, &rules.beyond.rechallenge);
    each!(volume.mobilised_by, rule => known_rule(rules, "volume", volume.card, rule));
    let (mut at, mut found) = (0, false);
    while at < rules.beyond.drugs.len() {
        found = found || same(rules.beyond.drugs[at].id, volume.card);
        at += 1;
    }
    if !found {
        return Err(Sentence::of(&[
            "the volume stands on the drug card `",
            volume.card,
            "`, which is not there: name one",
        ]));
    }
    if !matches!(kind(rules, volume.weight), Some(FindingKind::Number(_))) {
        return Err(no_input("weight", "a number"));
    }
    if !matches!(kind(rules, volume.given), Some(FindingKind::Number(_))) {
        return Err(no_input("given", "a number"));
    }
    if !matches!(kind(rules, gate.resolved_on), Some(FindingKind::Date)) {
        return Err(no_input("resolved_on", "a day"));
    }
    Ok(())
}

#[expect(clippy::indexing_slicing, reason = "const fn: the position was compared with the length")]
const fn kind(rules: &RuleSet, index: FindingIndex) -> Option<FindingKind> {
    if (index.0 as usize) < rules.findings.len() { Some(rules.findings[index.0 as usize].kind) } else { None }
}

const fn no_input(field: &str, wanted: &str) -> Sentence {
    Sentence::of(&["the rule set, in `", field, "`, names no finding that is ", wanted, ": name one that is asked for"])
}
