//! The check of a rule set, run when the crate is compiled: a defect stops the build in a sentence that names the culprit.

#![expect(
    clippy::result_large_err,
    reason = "runs only while compiling; the sentence has to live somewhere without a heap"
)]

mod beyond;
mod plan;
mod sentence;

pub use sentence::{Sentence, nearest, position, same};

use super::criterion::Criterion;
use super::derived::Derivation;
use super::finding::{FindingIndex, FindingKind};
use super::rule::{LONGEST_HEADLINE, Rule};
use super::rule_set::RuleSet;
use super::source::{Basis, Source};

/// Checks a whole rule set.
///
/// # Errors
/// The first defect found, as a sentence: a duplicate id, a row without a source, an unknown statement or citation, a
/// definition that looks downward, a threshold outside a finding's hard limits, a condition that does not fit the kind
/// of its finding, a finding that nothing reads and that gives no reason for being asked.
#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its table")]
pub const fn check(rules: &RuleSet) -> Result<(), Sentence> {
    let mut at = 0;
    while at < rules.findings.len() {
        let finding = &rules.findings[at];
        let mut other = at + 1;
        while other < rules.findings.len() {
            if same(finding.id, rules.findings[other].id) {
                return Err(Sentence::of(&["the finding `", finding.id, "` is defined twice"]));
            }
            other += 1;
        }
        if finding.reason.is_empty() && !is_read(rules, at) {
            return Err(Sentence::of(&[
                "no rule reads the finding `",
                finding.id,
                "`, and it gives no reason for being asked",
            ]));
        }
        at += 1;
    }
    let mut at = 0;
    while at < rules.derived.len() {
        let row = &rules.derived[at];
        if let Err(defect) = check_derivation(rules, at) {
            return Err(defect);
        }
        if let Err(defect) = check_source(rules, row.id, row.basis, &row.source) {
            return Err(defect);
        }
        at += 1;
    }
    let mut at = 0;
    while at < rules.definitions.len() {
        let row = &rules.definitions[at];
        if let Err(defect) = check_criterion(rules, row.id, &row.when, at, rules.derived.len()) {
            return Err(defect);
        }
        if let Err(defect) = check_source(rules, row.id, row.basis, &row.source) {
            return Err(defect);
        }
        at += 1;
    }
    let mut at = 0;
    while at < rules.severity.len() {
        let row = &rules.severity[at];
        if let Err(defect) = check_criterion(rules, row.id, &row.when, rules.definitions.len(), rules.derived.len()) {
            return Err(defect);
        }
        if let Err(defect) = check_source(rules, row.id, row.basis, &row.source) {
            return Err(defect);
        }
        at += 1;
    }
    let mut at = 0;
    while at < rules.rules.len() {
        let mut other = at + 1;
        while other < rules.rules.len() {
            if same(rules.rules[at].id, rules.rules[other].id) {
                return Err(Sentence::of(&["the rule `", rules.rules[at].id, "` is defined twice"]));
            }
            other += 1;
        }
        if let Err(defect) = check_rule(rules, &rules.rules[at]) {
            return Err(defect);
        }
        at += 1;
    }
    if let Err(defect) = plan::check_suspicion(rules) {
        return Err(defect);
    }
    if let Err(defect) = plan::check_retired(rules) {
        return Err(defect);
    }
    if let Err(defect) = beyond::check_beyond(rules) {
        return Err(defect);
    }
    check_ids(rules)
}

const fn check_rule(rules: &RuleSet, rule: &Rule) -> Result<(), Sentence> {
    let (definitions, derived) = (rules.definitions.len(), rules.derived.len());
    if let Err(defect) = check_criterion(rules, rule.id, &rule.when, definitions, derived) {
        return Err(defect);
    }
    if let Err(defect) = check_criterion(rules, rule.id, &rule.contraindicated_by, definitions, derived) {
        return Err(defect);
    }
    if let Err(defect) = check_criterion(rules, rule.id, &rule.check_first_if, definitions, derived) {
        return Err(defect);
    }
    if rule.headline.is_empty() || rule.text.is_empty() {
        return Err(Sentence::of(&["the rule `", rule.id, "` says nothing: its headline is empty"]));
    }
    if plan::characters(rule.headline) > LONGEST_HEADLINE {
        return Err(Sentence::of(&["the headline of the rule `", rule.id, "` is longer than 52 characters"]));
    }
    if !rule.article_text.is_empty() && !matches!(rule.basis, Basis::Article) {
        return Err(Sentence::of(&["the rule `", rule.id, "` has a text of the article, which does not carry it"]));
    }
    if let Err(defect) = plan::check_folds(rules, rule, 0) {
        return Err(defect);
    }
    if rule.question.is_empty() && (!is_never(&rule.contraindicated_by) || !is_never(&rule.check_first_if)) {
        return Err(Sentence::of(&["the rule `", rule.id, "` can be check first, but it has no question to ask"]));
    }
    check_source(rules, rule.id, rule.basis, &rule.source)
}

const fn is_never(criterion: &Criterion) -> bool {
    matches!(criterion, Criterion::Any(parts) if parts.is_empty())
}

#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its table")]
const fn check_source(rules: &RuleSet, id: &str, basis: Basis, source: &Source) -> Result<(), Sentence> {
    let sourced = match basis {
        Basis::Article => !source.statements.is_empty(),
        Basis::Literature => !source.citations.is_empty(),
        Basis::Design => !source.interpretation.is_empty(),
    };
    if !sourced {
        return Err(Sentence::of(&["`", id, "` has no source that fits its basis `", basis.id(), "`"]));
    }
    let mut at = 0;
    while at < source.statements.len() {
        let mut found = false;
        let mut row = 0;
        while row < rules.statements.len() {
            found = found || same(rules.statements[row].id, source.statements[at]);
            row += 1;
        }
        if !found {
            return Err(Sentence::of(&[
                "`",
                id,
                "` names the statement `",
                source.statements[at],
                "`, which the article does not have",
            ]));
        }
        at += 1;
    }
    let mut at = 0;
    while at < source.citations.len() {
        let mut found = false;
        let mut row = 0;
        while row < rules.citations.len() {
            found = found || same(rules.citations[row].id, source.citations[at]);
            row += 1;
        }
        if !found {
            return Err(Sentence::of(&[
                "`",
                id,
                "` names the citation `",
                source.citations[at],
                "`, which is not in the list",
            ]));
        }
        at += 1;
    }
    Ok(())
}

#[expect(clippy::indexing_slicing, reason = "const fn: the position was compared with the length")]
const fn check_derivation(rules: &RuleSet, at: usize) -> Result<(), Sentence> {
    let row = &rules.derived[at];
    let definitions = rules.definitions.len();
    match row.derivation {
        Derivation::Alternatives(parts) => check_all(rules, row.id, parts, definitions, at),
        Derivation::RaisedBy(one, other) => match check_criterion(rules, row.id, one, definitions, at) {
            Ok(()) => check_criterion(rules, row.id, other, definitions, at),
            Err(defect) => Err(defect),
        },
        Derivation::NotRuledOut(one) | Derivation::Established(one) | Derivation::IfAnswered(one) => {
            check_criterion(rules, row.id, one, definitions, at)
        }
        Derivation::Limited(one, two, three) => check_all(rules, row.id, &[*one, *two, *three], definitions, at),
        Derivation::Ratio(..)
        | Derivation::PercentAbove(..)
        | Derivation::Difference(..)
        | Derivation::MeanPressure(..)
        | Derivation::ListsAntagonist(_)
        | Derivation::ListsDepot(_)
        | Derivation::ListsDopaminergic(_)
        | Derivation::Suspected
        | Derivation::ToCheck
        | Derivation::GradeAtLeast(_)
        | Derivation::GradeOverAll(_)
        | Derivation::ScoreKnown
        | Derivation::ScorePossible => Ok(()),
        Derivation::Names(_, agent) => {
            let mut at = 0;
            while at < rules.agents.len() {
                if same(rules.agents[at].id, agent) {
                    return Ok(());
                }
                at += 1;
            }
            Err(Sentence::of(&[
                "the derived finding `",
                row.id,
                "` looks for the agent `",
                agent,
                "`, which is not in the list",
            ]))
        }
    }
}

#[expect(clippy::indexing_slicing, reason = "const fn: the loop stays inside the list")]
const fn check_all(
    rules: &RuleSet,
    id: &str,
    parts: &[Criterion],
    definitions: usize,
    derived: usize,
) -> Result<(), Sentence> {
    let mut at = 0;
    while at < parts.len() {
        if let Err(defect) = check_criterion(rules, id, &parts[at], definitions, derived) {
            return Err(defect);
        }
        at += 1;
    }
    Ok(())
}

/// `definitions` and `derived` say how many rows of those tables, from the top, the criterion may look at.
#[expect(clippy::indexing_slicing, reason = "const fn: positions are compared with the length first")]
const fn check_criterion(
    rules: &RuleSet,
    id: &str,
    criterion: &Criterion,
    definitions: usize,
    derived: usize,
) -> Result<(), Sentence> {
    match *criterion {
        Criterion::All(parts) | Criterion::Any(parts) | Criterion::AtLeastOf(_, parts) => {
            check_all(rules, id, parts, definitions, derived)
        }
        Criterion::Not(part) => check_criterion(rules, id, part, definitions, derived),
        Criterion::Definition(position) => {
            let position = position as usize;
            if position >= definitions {
                return Err(Sentence::of(&["`", id, "` looks downward: a definition may name only those above it"]));
            }
            // a derived finding may use a definition only if that reads no later derived finding
            check_criterion(rules, id, &rules.definitions[position].when, position, derived)
        }
        Criterion::Present(finding) | Criterion::Absent(finding) => {
            check_leaf(rules, id, finding, derived, FindingKindName::Boolean, None)
        }
        Criterion::Is(finding, _) | Criterion::AtLeastGrade(finding, _) => {
            check_leaf(rules, id, finding, derived, FindingKindName::Choice, None)
        }
        Criterion::Above(finding, limit)
        | Criterion::AtLeast(finding, limit)
        | Criterion::Below(finding, limit)
        | Criterion::AtMost(finding, limit) => {
            check_leaf(rules, id, finding, derived, FindingKindName::Number, Some(limit))
        }
    }
}

enum FindingKindName {
    Boolean,
    Choice,
    Number,
}

#[expect(clippy::indexing_slicing, reason = "const fn: the position was compared with the length")]
const fn check_leaf(
    rules: &RuleSet,
    id: &str,
    index: FindingIndex,
    derived: usize,
    wanted: FindingKindName,
    limit: Option<super::decimal::Decimal>,
) -> Result<(), Sentence> {
    let position = index.0 as usize;
    if position >= rules.findings.len() {
        if position - rules.findings.len() >= derived {
            return Err(Sentence::of(&["`", id, "` reads a derived finding that is computed only after it"]));
        }
        return Ok(());
    }
    let finding = &rules.findings[position];
    let fits = match (&finding.kind, wanted) {
        (FindingKind::Boolean, FindingKindName::Boolean) | (FindingKind::Choice(_), FindingKindName::Choice) => true,
        (FindingKind::Number(quantity), FindingKindName::Number) => match limit {
            Some(limit) => {
                if quantity.hard.0.is_above(limit) || limit.is_above(quantity.hard.1) {
                    return Err(Sentence::of(&[
                        "`",
                        id,
                        "` has a threshold outside the hard limits of `",
                        finding.id,
                        "`",
                    ]));
                }
                true
            }
            None => true,
        },
        _ => false,
    };
    if fits {
        Ok(())
    } else {
        Err(Sentence::of(&["`", id, "` asks the finding `", finding.id, "` for an answer of another kind"]))
    }
}

#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its table")]
const fn check_ids(rules: &RuleSet) -> Result<(), Sentence> {
    let mut at = 0;
    while at < rules.agents.len() {
        let mut other = at + 1;
        while other < rules.agents.len() {
            if same(rules.agents[at].id, rules.agents[other].id) {
                return Err(Sentence::of(&["the agent `", rules.agents[at].id, "` is listed twice"]));
            }
            other += 1;
        }
        at += 1;
    }
    if rules.agents.len() > 256 || rules.rules.len() > 256 || rules.findings.len() > 256 {
        return Err(Sentence::of(&[
            "a set of rows holds at most 256; the table of agents, of rules or of findings is longer",
        ]));
    }
    let mut at = 0;
    while at < rules.citations.len() {
        let mut other = at + 1;
        while other < rules.citations.len() {
            if same(rules.citations[at].id, rules.citations[other].id) {
                return Err(Sentence::of(&["the citation `", rules.citations[at].id, "` is listed twice"]));
            }
            other += 1;
        }
        at += 1;
    }
    Ok(())
}

/// Whether any criterion, derivation or conflict reads the askable finding at this position.
#[expect(clippy::indexing_slicing, reason = "const fn: every loop stays inside its table")]
#[must_use]
pub const fn is_read(rules: &RuleSet, position: usize) -> bool {
    let mut at = 0;
    while at < rules.rules.len() {
        let rule = &rules.rules[at];
        if reads(&rule.when, position)
            || reads(&rule.contraindicated_by, position)
            || reads(&rule.check_first_if, position)
        {
            return true;
        }
        at += 1;
    }
    let mut at = 0;
    while at < rules.definitions.len() {
        if reads(&rules.definitions[at].when, position) {
            return true;
        }
        at += 1;
    }
    let mut at = 0;
    while at < rules.severity.len() {
        if reads(&rules.severity[at].when, position) {
            return true;
        }
        at += 1;
    }
    let mut at = 0;
    while at < rules.derived.len() {
        if derives_from(&rules.derived[at].derivation, position) {
            return true;
        }
        at += 1;
    }
    let mut at = 0;
    while at < rules.suspicion.rows.len() {
        if reads(&rules.suspicion.rows[at].when, position) {
            return true;
        }
        at += 1;
    }
    let mut at = 0;
    while at < rules.conflicts.len() {
        if reads(&rules.conflicts[at].when, position) {
            return true;
        }
        at += 1;
    }
    beyond::beyond_reads(rules, position)
}

#[expect(clippy::indexing_slicing, reason = "const fn: the loop stays inside the list")]
const fn derives_from(derivation: &Derivation, position: usize) -> bool {
    match *derivation {
        Derivation::Ratio(one, other)
        | Derivation::PercentAbove(one, other)
        | Derivation::Difference(one, other)
        | Derivation::MeanPressure(one, other) => one.0 as usize == position || other.0 as usize == position,
        Derivation::ListsAntagonist(one) | Derivation::ListsDepot(one) | Derivation::Names(one, _) => {
            one.0 as usize == position
        }
        Derivation::ListsDopaminergic(lists) => {
            let mut at = 0;
            while at < lists.len() {
                if lists[at].0 as usize == position {
                    return true;
                }
                at += 1;
            }
            false
        }
        Derivation::Limited(one, two, three) => reads(one, position) || reads(two, position) || reads(three, position),
        Derivation::Alternatives(parts) => any_reads(parts, position),
        Derivation::RaisedBy(one, other) => reads(one, position) || reads(other, position),
        Derivation::NotRuledOut(one) | Derivation::Established(one) | Derivation::IfAnswered(one) => {
            reads(one, position)
        }
        Derivation::Suspected
        | Derivation::ToCheck
        | Derivation::GradeAtLeast(_)
        | Derivation::GradeOverAll(_)
        | Derivation::ScoreKnown
        | Derivation::ScorePossible => false,
    }
}

#[expect(clippy::indexing_slicing, reason = "const fn: the loop stays inside the list")]
const fn any_reads(parts: &[Criterion], position: usize) -> bool {
    let mut at = 0;
    while at < parts.len() {
        if reads(&parts[at], position) {
            return true;
        }
        at += 1;
    }
    false
}

const fn reads(criterion: &Criterion, position: usize) -> bool {
    match *criterion {
        Criterion::All(parts) | Criterion::Any(parts) | Criterion::AtLeastOf(_, parts) => any_reads(parts, position),
        Criterion::Not(part) => reads(part, position),
        Criterion::Definition(_) => false,
        Criterion::Present(finding)
        | Criterion::Absent(finding)
        | Criterion::Is(finding, _)
        | Criterion::AtLeastGrade(finding, _)
        | Criterion::Above(finding, _)
        | Criterion::AtLeast(finding, _)
        | Criterion::Below(finding, _)
        | Criterion::AtMost(finding, _) => finding.0 as usize == position,
    }
}
