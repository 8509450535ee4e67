//! The check of the tables beyond the rules: score, features, look-alikes, drugs, monitoring schedule, contacts.

use super::{Sentence, check_criterion, check_source, reads, same};
use crate::engine::beyond::{Contact, DrugCard, LookAlike, Point};
use crate::engine::rule_set::RuleSet;
use crate::engine::source::Basis;

/// Walks through every row that carries a condition; stops at the first `Some`.
macro_rules! each {
    ($rows:expr, $row:ident => $body:expr) => {{
        let mut at = 0;
        while at < $rows.len() {
            let $row = &$rows[at];
            if let Err(defect) = $body {
                return Err(defect);
            }
            at += 1;
        }
    }};
}

#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its table")]
pub(super) const fn check_beyond(rules: &RuleSet) -> Result<(), Sentence> {
    let beyond = &rules.beyond;
    let mut total: u16 = 0;
    each!(beyond.score.items, item => {
        total += item.points as u16;
        check_point(rules, item.id, &item.when)
    });
    if total != 100 {
        return Err(Sentence::of(&["the points of the score `", beyond.score.id, "` do not add up to 100"]));
    }
    if let Err(defect) = check_source(rules, beyond.score.id, Basis::Literature, &beyond.score.source) {
        return Err(defect);
    }
    each!(beyond.features, feature => match check_point(rules, feature.id, &feature.when) {
        Ok(()) => check_source(rules, feature.id, Basis::Literature, &feature.source),
        Err(defect) => Err(defect),
    });
    each!(beyond.look_alikes, row => check_look_alike(rules, row));
    each!(beyond.drugs, row => check_drug(rules, row));
    each!(beyond.schedule, row => check_source(rules, row.item, Basis::Design, &row.source));
    each!(beyond.contacts, row => check_contact(rules, row));
    each!([("schedule", beyond.steps_down), ("principle", beyond.principle), ("contacts", beyond.calls)], row =>
        known_rule(rules, row.0, row.1));
    if let Err(defect) = check_point(rules, "doses", &beyond.doses_shown_if) {
        return Err(defect);
    }
    let (volume, gate) = (&beyond.dantrolene, &beyond.rechallenge);
    each!([volume.in_question, volume.spoken_against, volume.malignant_hyperthermia, volume.not_rigid, volume.overload], when =>
        check_point(rules, "dantrolene volume", when));
    each!(volume.forms, form => match check_point(rules, "dantrolene form", &form.confirmed) {
        Ok(()) => check_source(rules, "dantrolene form", Basis::Literature, &form.source),
        Err(defect) => Err(defect),
    });
    each!([gate.in_question, gate.resolved, gate.sign_left, gate.long_acting, gate.antagonist], when =>
        check_point(rules, "rechallenge gate", when));
    Ok(())
}

const fn check_point(rules: &RuleSet, id: &str, when: &crate::engine::criterion::Criterion) -> Result<(), Sentence> {
    check_criterion(rules, id, when, rules.definitions.len(), rules.derived.len())
}

#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its table")]
const fn check_look_alike(rules: &RuleSet, row: &LookAlike) -> Result<(), Sentence> {
    each!(row.speaks_for, point => check_point(rules, row.id, &point.when));
    each!(row.speaks_against, point => check_point(rules, row.id, &point.when));
    if let Err(defect) = check_point(rules, row.id, &row.first_if) {
        return Err(defect);
    }
    if row.speaks_for.is_empty() {
        return Err(Sentence::of(&["nothing could speak for the look-alike `", row.id, "`"]));
    }
    check_source(rules, row.id, Basis::Literature, &row.source)
}

#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its table")]
const fn check_drug(rules: &RuleSet, row: &DrugCard) -> Result<(), Sentence> {
    each!(row.doses, dose => match check_point(rules, row.id, &dose.withheld_if) {
        Ok(()) => check_source(rules, row.id, Basis::Literature, &dose.source),
        Err(defect) => Err(defect),
    });
    each!(row.cautions, caution => match check_point(rules, row.id, &caution.when) {
        Ok(()) => check_source(rules, row.id, Basis::Literature, &caution.source),
        Err(defect) => Err(defect),
    });
    each!(row.rules, rule => known_rule(rules, row.id, rule));
    Ok(())
}

const fn check_contact(rules: &RuleSet, row: &Contact) -> Result<(), Sentence> {
    match check_point(rules, row.id, &row.when) {
        Ok(()) => check_source(rules, row.id, row.basis, &row.source),
        Err(defect) => Err(defect),
    }
}

#[expect(clippy::indexing_slicing, reason = "const fn: the loop stays inside the table")]
const fn known_rule(rules: &RuleSet, id: &str, rule: &str) -> Result<(), Sentence> {
    let mut at = 0;
    while at < rules.rules.len() {
        if same(rules.rules[at].id, rule) {
            return Ok(());
        }
        at += 1;
    }
    Err(Sentence::of(&["`", id, "` belongs to the rule `", rule, "`, which is not there"]))
}

#[expect(clippy::indexing_slicing, reason = "const fn: the loop stays inside the list")]
const fn any_point_reads(points: &[Point], position: usize) -> bool {
    let mut at = 0;
    while at < points.len() {
        if reads(&points[at].when, position) {
            return true;
        }
        at += 1;
    }
    false
}

/// Whether a condition of these tables reads the askable finding at this position.
#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its table")]
pub(super) const fn beyond_reads(rules: &RuleSet, position: usize) -> bool {
    let beyond = &rules.beyond;
    let mut at = 0;
    while at < beyond.score.items.len() {
        if reads(&beyond.score.items[at].when, position) {
            return true;
        }
        at += 1;
    }
    let mut at = 0;
    while at < beyond.features.len() {
        if reads(&beyond.features[at].when, position) {
            return true;
        }
        at += 1;
    }
    let mut at = 0;
    while at < beyond.look_alikes.len() {
        let row = &beyond.look_alikes[at];
        if any_point_reads(row.speaks_for, position) || any_point_reads(row.speaks_against, position) {
            return true;
        }
        at += 1;
    }
    let mut at = 0;
    while at < beyond.drugs.len() {
        let cautions = beyond.drugs[at].cautions;
        let mut row = 0;
        while row < cautions.len() {
            if reads(&cautions[row].when, position) {
                return true;
            }
            row += 1;
        }
        at += 1;
    }
    let mut at = 0;
    while at < beyond.contacts.len() {
        if reads(&beyond.contacts[at].when, position) {
            return true;
        }
        at += 1;
    }
    let (volume, gate) = (&beyond.dantrolene, &beyond.rechallenge);
    let mut at = 0;
    while at < volume.forms.len() {
        if reads(&volume.forms[at].confirmed, position) {
            return true;
        }
        at += 1;
    }
    reads(&beyond.doses_shown_if, position)
        || reads(&gate.resolved, position)
        || reads(&gate.long_acting, position)
        || volume.weight.0 as usize == position
        || volume.given.0 as usize == position
        || gate.resolved_on.0 as usize == position
}
