//! One finding moved through everything it can be: where the plan turns, and to what.

use crate::engine::assessment::{Assessment, Scope, assess};
use crate::engine::decimal::Decimal;
use crate::engine::describe::{self, unit_label};
use crate::engine::finding::{FindingIndex, FindingKind, Findings, Value};
use crate::engine::rule_set::RuleSet;
use crate::engine::what_if::{Target, downwards, turns, upwards};
use crate::panel::change::limit_text;
use crate::panel::news::{News, news};
use crate::wording::room::Lesson;

/// A stretch of answers with one and the same plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// The answer in words: "below 38.1 °C", "from 38.1 °C", "severe".
    pub label: String,
    /// An answer of this stretch.
    pub value: Value,
    /// Its assessment.
    pub assessment: Assessment,
    /// What is different from the stretch before it.
    pub news: News,
    /// Whether the answer of the case lies in it.
    pub here: bool,
}

/// Everything that this finding can be, everything else as it is; empty for lists and dates.
#[must_use]
pub fn sweep(lesson: impl Into<Lesson>, findings: &Findings, scope: Scope, index: FindingIndex) -> Vec<Band> {
    let Lesson { edition, room } = lesson.into();
    let (rules, words) = (edition.rules, edition.words);
    let Some(finding) = rules.finding(index) else { return Vec::new() };
    let mut bands: Vec<Band> = Vec::new();
    let mut add = |label: String, value: Value, here: bool| {
        let mut then = findings.clone();
        then.set(index, Some(value));
        let assessment = assess(rules, &then, scope);
        let news = bands.last().map(|before| news(words, &before.assessment, &assessment, "")).unwrap_or_default();
        bands.push(Band { label, value, assessment, news, here });
    };
    let now = findings.get(index);
    let none = crate::engine::assessment::answers(rules, findings, scope);
    match finding.kind {
        FindingKind::Boolean => {
            for yes in [false, true].map(Value::Boolean) {
                add(describe::value(&words.format, &none, index, yes), yes, now == Some(yes));
            }
        }
        FindingKind::Choice(options) => {
            for (at, option) in options.iter().enumerate() {
                if let Ok(at) = u8::try_from(at) {
                    add(option.label.into(), Value::Choice(at), now == Some(Value::Choice(at)));
                }
            }
        }
        FindingKind::Number(numbers) => {
            let turns = turns(rules, findings, scope, index);
            let say = |target| limit_text(words, target, unit_label(rules, index));
            let wide = numbers.plausible.1.minus(numbers.plausible.0) > Decimal::whole(100);
            let step = if wide { Decimal::whole(1) } else { const { Decimal::literal(0.1) } };
            let is_here = |from: Option<Decimal>, to: Option<Decimal>| {
                let Some(Value::Number(number)) = now else { return false };
                from.is_none_or(|from| number >= from) && to.is_none_or(|to| number < to)
            };
            let Some(first) = turns.first() else {
                add(room.spotlight.any.into(), Value::Number(numbers.plausible.0), now.is_some());
                return bands;
            };
            let below = downwards(first.before());
            add(say(below), Value::Number(inside(below, step, numbers.hard.0, *first)), is_here(None, Some(*first)));
            for (at, from) in turns.iter().enumerate() {
                let to = turns.get(at + 1).copied();
                let value = inside(upwards(*from), step, *from, to.unwrap_or(numbers.hard.1));
                add(say(upwards(*from)), Value::Number(value), is_here(Some(*from), to));
            }
        }
        FindingKind::Agents | FindingKind::Rules | FindingKind::Date => {}
    }
    bands
}

/// A value of a stretch from `from` up to and without `to` that reads well: a step beyond its edge where there is room.
fn inside(target: Target, step: Decimal, from: Decimal, to: Decimal) -> Decimal {
    let fits = |value: &Decimal| *value >= from && *value < to;
    let (edge, value) = match target {
        Target::Above(limit) => (from, limit.plus(step)),
        Target::Below(limit) => (limit.before(), limit.minus(step)),
        Target::From(limit) | Target::AtMost(limit) => (limit, limit),
        Target::Answer(_) => (from, from),
    };
    Some(value).filter(fits).unwrap_or(edge)
}

/// The findings that a sweep can move and that something reads.
pub fn movable(rules: &'static RuleSet) -> impl Iterator<Item = FindingIndex> {
    let reads =
        |kind: FindingKind| matches!(kind, FindingKind::Boolean | FindingKind::Choice(_) | FindingKind::Number(_));
    let rows = rules.findings.iter().enumerate();
    rows.filter(move |(_, finding)| finding.reason.is_empty() && reads(finding.kind))
        .filter_map(|(at, _)| u16::try_from(at).ok().map(FindingIndex))
}

/// The name of a finding.
#[must_use]
pub fn name(rules: &'static RuleSet, index: FindingIndex) -> &'static str {
    describe::label(rules, index)
}
