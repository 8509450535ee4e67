//! Conditions and answers in words. The same words serve the panel, the explanations and the review sheet.

use std::fmt::Write as _;

use super::bound::Side;
use super::criterion::{Answers, Criterion, Reason};
use super::decimal::Decimal;
use super::derived::Derivation;
use super::finding::{Day, FindingIndex, FindingKind, Value};
use super::rule_set::RuleSet;

/// How numbers and days are written. The engine knows no language: whoever shows them says how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// Before the decimals.
    pub decimal: char,
    /// Between thousands.
    pub thousands: char,
    /// A day, with the letters `Y`, `M` and `D` in place of the year, the month and the day of the month.
    pub day: &'static str,
}

impl Format {
    /// That of the rule set and of the contract: `1,234.5` and `2026-11-20`.
    pub const RULE_SET: Self = Self { decimal: '.', thousands: ',', day: "Y-M-D" };

    /// A number.
    #[must_use]
    pub fn number(&self, number: Decimal) -> String {
        if (self.decimal, self.thousands) == ('.', ',') {
            return number.to_string();
        }
        let sign = |letter| match letter {
            '.' => self.decimal,
            ',' => self.thousands,
            other => other,
        };
        number.to_string().chars().map(sign).collect()
    }

    /// A number with its unit behind a no-break space.
    #[must_use]
    pub fn quantity(&self, number: Decimal, unit: &str) -> String {
        let mut text = self.number(number);
        if !unit.is_empty() {
            text.push('\u{a0}');
            text.push_str(unit);
        }
        text
    }

    /// A day.
    #[must_use]
    pub fn date(&self, day: Day) -> String {
        let (year, month, day) = day.civil();
        let mut text = String::new();
        for letter in self.day.chars() {
            // writing into a string cannot fail
            let _ = match letter {
                'Y' => write!(text, "{year:04}"),
                'M' => write!(text, "{month:02}"),
                'D' => write!(text, "{day:02}"),
                other => write!(text, "{other}"),
            };
        }
        text
    }
}

/// The label of the unit in which a finding is stored; for derived findings, what fits the number.
#[must_use]
pub fn unit_label(rules: &RuleSet, index: FindingIndex) -> &'static str {
    if let Some(finding) = rules.finding(index) {
        return match finding.kind {
            FindingKind::Number(quantity) => quantity.units.first().map_or("", |unit| unit.label),
            FindingKind::Boolean
            | FindingKind::Choice(_)
            | FindingKind::Date
            | FindingKind::Agents
            | FindingKind::Rules => "",
        };
    }
    match rules.derivation(index).map(|derived| derived.derivation) {
        Some(Derivation::PercentAbove(..)) => "%",
        Some(Derivation::Ratio(..)) => "times",
        Some(Derivation::Difference(first, _) | Derivation::MeanPressure(first, _)) => unit_label(rules, first),
        Some(Derivation::ScoreKnown | Derivation::ScorePossible) => "points",
        Some(
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
            | Derivation::Suspected
            | Derivation::ToCheck
            | Derivation::GradeAtLeast(_)
            | Derivation::GradeOverAll(_),
        )
        | None => "",
    }
}

/// The name of a finding.
#[must_use]
pub fn label(rules: &RuleSet, index: FindingIndex) -> &'static str {
    match (rules.finding(index), rules.derivation(index)) {
        (Some(finding), _) => finding.label,
        (None, Some(derived)) => derived.label,
        (None, None) => "",
    }
}

fn option(rules: &RuleSet, index: FindingIndex, position: u8) -> &'static str {
    rules
        .finding(index)
        .and_then(|finding| finding.choices().get(usize::from(position)))
        .map_or("", |choice| choice.label)
}

fn names_drugs(rules: &RuleSet, index: FindingIndex) -> bool {
    rules.finding(index).is_some_and(|finding| finding.kind == FindingKind::Agents)
}

/// A leaf without the name of its finding: "above 41.1 °C", "yes", "at least moderate".
#[must_use]
pub fn leaf(rules: &RuleSet, criterion: &Criterion) -> String {
    leaf_in(&Format::RULE_SET, rules, criterion)
}

fn leaf_in(format: &Format, rules: &RuleSet, criterion: &Criterion) -> String {
    let number = |index, limit| format.quantity(limit, unit_label(rules, index));
    match *criterion {
        Criterion::Present(index) if names_drugs(rules, index) => "names a dopamine antagonist or depleter".into(),
        Criterion::Present(_) => "yes".into(),
        Criterion::Absent(_) => "no".into(),
        Criterion::Is(index, position) => option(rules, index, position).into(),
        Criterion::AtLeastGrade(index, position) => format!("at least {}", option(rules, index, position)),
        Criterion::Above(index, limit) => format!("above {}", number(index, limit)),
        Criterion::AtLeast(index, limit) => format!("at least {}", number(index, limit)),
        Criterion::Below(index, limit) => format!("below {}", number(index, limit)),
        Criterion::AtMost(index, limit) => format!("at most {}", number(index, limit)),
        Criterion::All(_)
        | Criterion::Any(_)
        | Criterion::Not(_)
        | Criterion::AtLeastOf(..)
        | Criterion::Definition(_) => sentence(rules, criterion),
    }
}

/// The condition of a reason, turned round where a "not" stood before it.
#[must_use]
pub fn reason(format: &Format, rules: &RuleSet, reason: &Reason) -> String {
    if !reason.negated {
        return leaf_in(format, rules, &reason.leaf);
    }
    if let Criterion::Present(_) = reason.leaf {
        "no".into()
    } else if let Criterion::Absent(_) = reason.leaf {
        "yes".into()
    } else {
        format!("not {}", leaf_in(format, rules, &reason.leaf))
    }
}

/// A whole condition in words, for the review sheet: "temperature above 41.1 °C and …".
#[must_use]
pub fn sentence(rules: &RuleSet, criterion: &Criterion) -> String {
    match criterion {
        Criterion::All([]) => "always".into(),
        Criterion::Any([]) => "never".into(),
        Criterion::All(parts) => joined(rules, parts, " and "),
        Criterion::Any(parts) => joined(rules, parts, " or "),
        Criterion::Not(part) => format!("not ({})", sentence(rules, part)),
        Criterion::AtLeastOf(wanted, parts) => format!("at least {wanted} of: {}", joined(rules, parts, "; ")),
        Criterion::Definition(position) => rules
            .definitions
            .get(usize::from(*position))
            .map_or_else(String::new, |definition| format!("*{}*", definition.label)),
        Criterion::Present(index) => label(rules, *index).to_string(),
        Criterion::Absent(index) => format!("{}: no", label(rules, *index)),
        Criterion::Is(index, _)
        | Criterion::AtLeastGrade(index, _)
        | Criterion::Above(index, _)
        | Criterion::AtLeast(index, _)
        | Criterion::Below(index, _)
        | Criterion::AtMost(index, _) => format!("{} {}", label(rules, *index), leaf(rules, criterion)),
    }
}

fn joined(rules: &RuleSet, parts: &[Criterion], word: &str) -> String {
    let inner = |part: &Criterion| {
        let text = sentence(rules, part);
        let several = matches!(part, Criterion::All(more) | Criterion::Any(more) if more.len() > 1);
        if several { format!("({text})") } else { text }
    };
    parts.iter().map(inner).collect::<Vec<_>>().join(word)
}

/// The answer to a finding in words; "not known" where there is none.
#[must_use]
pub fn answer(format: &Format, answers: &Answers, index: FindingIndex) -> String {
    answers.get(index).map_or_else(|| "not known".into(), |answer| value(format, answers, index, answer))
}

/// An answer in words, given or not.
#[must_use]
pub fn value(format: &Format, answers: &Answers, index: FindingIndex, answer: Value) -> String {
    let rules = answers.rule_set;
    match answer {
        Value::Boolean(true) => "yes".into(),
        Value::Boolean(false) => "no".into(),
        Value::Choice(position) => option(rules, index, position).into(),
        Value::Number(number) => format.quantity(number.rounded(2), unit_label(rules, index)),
        Value::Between(low, high) => {
            let unit = unit_label(rules, index);
            if let Some((side, number)) = answers.bound(index, (low, high)) {
                bound(format, side, number.rounded(2), unit)
            } else {
                format!("{} to {}", format.number(low.rounded(2)), format.quantity(high.rounded(2), unit))
            }
        }
        Value::Date(day) => format.date(day),
        Value::Rows(rows) => {
            let names = |row: usize| rules.agents.get(row).map(|agent| agent.id);
            rows.iter().filter_map(names).collect::<Vec<_>>().join(", ")
        }
    }
}

/// A bound in words: "at least 22,000 U/L".
#[must_use]
pub fn bound(format: &Format, side: Side, number: Decimal, unit: &str) -> String {
    let word = match side {
        Side::AtLeast => "at least",
        Side::Above => "above",
        Side::AtMost => "at most",
        Side::Below => "below",
    };
    format!("{word} {}", format.quantity(number, unit))
}

/// A day as `YYYY-MM-DD`, as it is typed and sent.
#[must_use]
pub fn date(day: Day) -> String {
    Format::RULE_SET.date(day)
}
