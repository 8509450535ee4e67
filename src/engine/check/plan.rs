//! The check of what gives the plan its shape: headlines, questions, folding, retired lines, contradictions.

use super::source::known_rule;
use super::{Sentence, each, first_defect, same};
use crate::engine::criterion::Criterion;
use crate::engine::finding::FindingIndex;
use crate::engine::folding::DEEPEST_FOLD;
use crate::engine::rule::{LONGEST_HEADLINE, Rule};
use crate::engine::rule_set::{Conflict, Retired, RuleSet};
use crate::engine::source::Basis;

#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its table")]
pub(super) const fn check_plan(rules: &RuleSet) -> Result<(), Sentence> {
    each!(rules.rules, row => check_rule(rules, row));
    each!(rules.retired, row => check_retired(rules, row));
    each!(rules.conflicts, row => check_conflict(rules, row));
    each!(rules.severity_domains, finding => known_domain(rules, *finding));
    Ok(())
}

const fn check_rule(rules: &RuleSet, rule: &Rule) -> Result<(), Sentence> {
    if rule.headline.is_empty() || rule.text.is_empty() {
        return Err(Sentence::of(&["the rule `", rule.id, "` says nothing: give it a headline"]));
    }
    if characters(rule.headline) > LONGEST_HEADLINE {
        return Err(Sentence::of(&[
            "the headline of the rule `",
            rule.id,
            "` is longer than 52 characters: shorten it",
        ]));
    }
    if !rule.article_text.is_empty() && !matches!(rule.basis, Basis::Article) {
        return Err(Sentence::of(&[
            "the rule `",
            rule.id,
            "` has an `article_text`, though the article does not carry it: take it out, or change its basis",
        ]));
    }
    first_defect!(check_folds(rules, rule, 0));
    if rule.question.is_empty() && (!is_never(&rule.contraindicated_by) || !is_never(&rule.check_first_if)) {
        return Err(Sentence::of(&[
            "the rule `",
            rule.id,
            "` can be check first: give in `question` what it then asks",
        ]));
    }
    Ok(())
}

const fn is_never(criterion: &Criterion) -> bool {
    matches!(criterion, Criterion::Any(parts) if parts.is_empty())
}

#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its table")]
const fn check_retired(rules: &RuleSet, row: &Retired) -> Result<(), Sentence> {
    let mut at = 0;
    while at < rules.rules.len() {
        if same(rules.rules[at].id, row.id) {
            return Err(Sentence::of(&["the rule `", row.id, "` is retired and still there: take one of the two out"]));
        }
        at += 1;
    }
    each!(row.into, rule => known_rule(rules, "retired rule", row.id, rule));
    Ok(())
}

#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its list")]
const fn check_conflict(rules: &RuleSet, row: &Conflict) -> Result<(), Sentence> {
    if row.findings.is_empty() {
        return Err(Sentence::of(&[
            "the conflict `",
            row.problem,
            "` names no finding: name those that are concerned",
        ]));
    }
    each!(row.findings, finding => known_finding(rules, "conflict", row.problem, *finding));
    Ok(())
}

const fn known_finding(rules: &RuleSet, row: &str, id: &str, finding: FindingIndex) -> Result<(), Sentence> {
    if (finding.0 as usize) < rules.findings.len() {
        return Ok(());
    }
    Err(Sentence::of(&[
        "the ",
        row,
        " `",
        id,
        "` names in `findings` what is not asked for: name findings of the form",
    ]))
}

const fn known_domain(rules: &RuleSet, finding: FindingIndex) -> Result<(), Sentence> {
    if (finding.0 as usize) < rules.findings.len() + rules.derived.len() {
        return Ok(());
    }
    Err(Sentence::of(&[
        "the rule set, in `severity_domains`, names a finding that is not there: use `finding(\"itsId\")`",
    ]))
}

/// The characters of a text: every byte that does not go on with the one before.
#[expect(clippy::indexing_slicing, reason = "const fn: the loop stays inside the text")]
const fn characters(text: &str) -> usize {
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
const fn check_folds(rules: &RuleSet, rule: &Rule, depth: usize) -> Result<(), Sentence> {
    if depth > DEEPEST_FOLD {
        return Err(Sentence::of(&[
            "the rule `",
            rule.id,
            "` is folded beneath too many others, or beneath itself: take a line out of `folds_under`",
        ]));
    }
    let mut at = 0;
    while at < rule.folds_under.len() {
        let fold = &rule.folds_under[at];
        first_defect!(known_rule(rules, "rule", rule.id, fold.under));
        let mut over = 0;
        while over < rules.rules.len() {
            if same(rules.rules[over].id, fold.under) {
                first_defect!(check_folds(rules, &rules.rules[over], depth + 1));
            }
            over += 1;
        }
        at += 1;
    }
    Ok(())
}
