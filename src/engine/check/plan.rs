//! The check of what gives the plan its shape: the suspicion table, headlines, folding, and retired lines.

use super::{Sentence, check_all, check_criterion, check_source, same};
use crate::engine::derived::Derivation;
use crate::engine::folding::DEEPEST_FOLD;
use crate::engine::rule::Rule;
use crate::engine::rule_set::RuleSet;

#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its table")]
pub(super) const fn check_suspicion(rules: &RuleSet) -> Result<(), Sentence> {
    // what the findings `suspected` and `check` are read off must not ask for them
    let mut derived = 0;
    while derived < rules.derived.len() && !matches!(rules.derived[derived].derivation, Derivation::Suspected) {
        derived += 1;
    }
    let table = &rules.suspicion;
    let mut at = 0;
    while at < table.rows.len() {
        let row = &table.rows[at];
        if let Err(defect) = check_criterion(rules, row.label, &row.when, rules.definitions.len(), derived) {
            return Err(defect);
        }
        if let Err(defect) = check_source(rules, row.label, row.basis, &row.source) {
            return Err(defect);
        }
        at += 1;
    }
    if let Err(defect) = check_all(rules, "suspicion", table.signs, rules.definitions.len(), derived) {
        return Err(defect);
    }
    check_all(rules, "suspicion", &[table.exposure, table.withdrawal], rules.definitions.len(), derived)
}

#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its table")]
pub(super) const fn check_retired(rules: &RuleSet) -> Result<(), Sentence> {
    let mut at = 0;
    while at < rules.retired.len() {
        let row = &rules.retired[at];
        let mut into = 0;
        while into < row.into.len() {
            let (mut rule, mut found) = (0, false);
            while rule < rules.rules.len() {
                found = found || same(rules.rules[rule].id, row.into[into]);
                if same(rules.rules[rule].id, row.id) {
                    return Err(Sentence::of(&["the rule `", row.id, "` is retired and still there"]));
                }
                rule += 1;
            }
            if !found {
                return Err(Sentence::of(&[
                    "`",
                    row.id,
                    "` is retired into `",
                    row.into[into],
                    "`, which is not there",
                ]));
            }
            into += 1;
        }
        at += 1;
    }
    let (definitions, derived) = (rules.definitions.len(), rules.derived.len());
    check_criterion(rules, "aftercare", &rules.aftercare_shown_if, definitions, derived)
}

/// The characters of a text: every byte that does not go on with the one before.
#[expect(clippy::indexing_slicing, reason = "const fn: the loop stays inside the text")]
pub(super) const fn characters(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut count, mut at) = (0, 0);
    while at < bytes.len() {
        if bytes[at] & 0b1100_0000 != 0b1000_0000 {
            count += 1;
        }
        at += 1;
    }
    count
}

/// The lines above are there, and no chain of them comes back to its start.
#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its table")]
pub(super) const fn check_folds(rules: &RuleSet, rule: &Rule, depth: usize) -> Result<(), Sentence> {
    if depth > DEEPEST_FOLD {
        return Err(Sentence::of(&["the rule `", rule.id, "` is folded beneath too many others, or beneath itself"]));
    }
    let mut at = 0;
    while at < rule.folds_under.len() {
        let fold = &rule.folds_under[at];
        if let Err(defect) = check_criterion(rules, rule.id, &fold.when, rules.definitions.len(), rules.derived.len()) {
            return Err(defect);
        }
        let (mut over, mut found) = (0, false);
        while over < rules.rules.len() {
            if same(rules.rules[over].id, fold.under) {
                found = true;
                if let Err(defect) = check_folds(rules, &rules.rules[over], depth + 1) {
                    return Err(defect);
                }
            }
            over += 1;
        }
        if !found {
            return Err(Sentence::of(&[
                "the rule `",
                rule.id,
                "` is folded beneath `",
                fold.under,
                "`, which is not there",
            ]));
        }
        at += 1;
    }
    Ok(())
}
