//! The answers of a whole text against each other: which one stands, which one is replaced, which ones contradict.

use super::measured::MULTIPLE;
use super::reason::{TextReason, TextRemark, TextWhy};
use super::{Left, Read};
use crate::data_in::Given;
use crate::engine::decimal::Decimal;
use crate::engine::finding::{Finding, FindingKind};
use crate::guideline::words;

/// A number or a bound in the stored unit.
#[derive(Clone, Copy, PartialEq)]
enum Span {
    Value(Decimal),
    From(Decimal, bool),
    To(Decimal, bool),
}

/// How a later answer stands to an earlier one.
enum Standing {
    /// The later one takes its place.
    Replaces,
    /// The earlier one says more.
    StandsBehind,
    /// Both hold.
    Both,
    /// Both cannot hold.
    Contradicts,
}

fn finding(findings: &'static [Finding], id: &str) -> Option<&'static Finding> {
    findings.iter().find(|finding| finding.id == id)
}

fn span(finding: &Finding, given: &Given) -> Option<Span> {
    let FindingKind::Number(quantity) = finding.kind else { return None };
    let stored = |code: &str, value: Decimal| {
        quantity.units.iter().find(|unit| unit.code == code && !unit.per_weight).map(|unit| unit.to_stored(value))
    };
    if let Given::Number { value, unit } = given {
        Some(Span::Value(stored(unit, *value)?))
    } else if let Given::AtLeast { value, unit, above } = given {
        Some(Span::From(stored(unit, *value)?, *above))
    } else if let Given::AtMost { value, unit, below } = given {
        Some(Span::To(stored(unit, *value)?, *below))
    } else {
        None
    }
}

fn inside(value: Decimal, span: Span) -> bool {
    match span {
        Span::Value(other) => value == other,
        Span::From(limit, above) => value > limit || (value == limit && !above),
        Span::To(limit, below) => value < limit || (value == limit && !below),
    }
}

/// Whether one option leaves open what the other says.
fn covers(finding: &Finding, open: &str, closer: &str) -> bool {
    let FindingKind::Choice(options) = finding.kind else { return false };
    let at = |id: &str| options.iter().position(|option| option.id == id);
    let spans = options.iter().find(|option| option.id == open).and_then(|option| option.spans);
    spans.zip(at(closer)).is_some_and(|((low, high), at)| (usize::from(low)..=usize::from(high)).contains(&at))
}

fn standing(finding: &Finding, earlier: &Given, later: &Given) -> Standing {
    if let (Given::Names(_), Given::Names(_)) = (earlier, later) {
        return if earlier == later { Standing::Replaces } else { Standing::Both };
    }
    if let (Given::Choice(one), Given::Choice(other)) = (earlier, later) {
        return if one == other || covers(finding, one, other) {
            Standing::Replaces
        } else if covers(finding, other, one) {
            Standing::StandsBehind
        } else {
            Standing::Contradicts
        };
    }
    match (span(finding, earlier), span(finding, later)) {
        (Some(Span::Value(_)), Some(Span::Value(_))) => Standing::Replaces,
        (Some(Span::Value(value)), Some(bound)) if inside(value, bound) => Standing::StandsBehind,
        (Some(bound), Some(Span::Value(value))) if inside(value, bound) => Standing::Replaces,
        (Some(Span::From(one, _)), Some(Span::From(other, _))) if one > other => Standing::StandsBehind,
        (Some(Span::To(one, _)), Some(Span::To(other, _))) if one < other => Standing::StandsBehind,
        (Some(Span::From(..)), Some(Span::From(..))) | (Some(Span::To(..)), Some(Span::To(..))) => Standing::Replaces,
        (None, None) if earlier == later => Standing::Replaces,
        _ => Standing::Contradicts,
    }
}

/// Puts multiples of the upper limit into a unit, where the text gives that limit.
pub(super) fn multiples(used: &mut Vec<Read>, findings: &'static [Finding]) -> Vec<Left> {
    let mut without = Vec::new();
    let id = |index: crate::engine::finding::FindingIndex| findings.get(usize::from(index.0)).map(|finding| finding.id);
    let limit =
        used.iter().rev().find_map(|row| match (&row.given, row.ticked && Some(row.finding) == id(words::LIMITED.1)) {
            (Given::Number { value, unit }, true) => Some((*value, *unit)),
            _ => None,
        });
    used.retain_mut(|row| {
        let Given::AtLeast { value, unit, above } = &mut row.given else { return true };
        if *unit != MULTIPLE {
            return true;
        }
        if let Some((limit, of)) = limit {
            (*value, *unit) = (value.times(limit), of);
            let _ = above;
            return true;
        }
        let sent = row.sent.clone();
        without.push(Left {
            sent,
            from: row.from,
            to: row.to,
            finding: Some(row.finding),
            reason: TextReason::NeedsLimit,
        });
        false
    });
    without
}

/// Holds all answers to one finding against each other. What is replaced becomes unused, with the reason.
pub(super) fn settle(used: &mut Vec<Read>, findings: &'static [Finding]) -> Vec<Left> {
    // a row that is replaced stands for no answer any more
    let mut kept: Vec<Read> = Vec::with_capacity(used.len());
    // the rows that a later one is held against: one for each finding, and for each drug
    let mut live: Vec<usize> = Vec::new();
    for mut row in std::mem::take(used) {
        let Some(of) = finding(findings, row.finding) else { continue };
        let mut before = None;
        if row.ticked {
            for (position, at) in live.iter().enumerate() {
                if let Some(other) = kept.get(*at)
                    && other.finding == row.finding
                    && !matches!(standing(of, &other.given, &row.given), Standing::Both)
                {
                    before = Some((position, *at));
                }
            }
        }
        if let Some((position, at)) = before
            && let Some(earlier) = kept.get_mut(at)
        {
            match standing(of, &earlier.given, &row.given) {
                Standing::StandsBehind => {
                    earlier.of += row.of;
                    row.of = 0;
                    kept.push(row);
                    continue;
                }
                Standing::Replaces => {
                    row.replace(earlier);
                    earlier.of = 0;
                }
                Standing::Contradicts | Standing::Both => {
                    earlier.contradict();
                    row.contradict();
                }
            }
            live.swap_remove(position);
            live.push(kept.len());
        } else if row.ticked {
            live.push(kept.len());
        }
        kept.push(row);
    }
    let mut replaced = Vec::new();
    for row in kept {
        if row.of == 0 {
            replaced.push(row.replaced());
        } else {
            used.push(row);
        }
    }
    replaced
}

/// Two lists in the order of the text as one.
pub(super) fn merged(one: Vec<Left>, other: Vec<Left>) -> Vec<Left> {
    let mut all = Vec::with_capacity(one.len() + other.len());
    let mut one = one.into_iter().peekable();
    for left in other {
        while let Some(first) = one.next_if(|first| first.from <= left.from) {
            all.push(first);
        }
        all.push(left);
    }
    all.extend(one);
    all
}

impl Read {
    /// Takes the place of an earlier answer, and says so where it differs.
    fn replace(&mut self, earlier: &Self) {
        if earlier.given != self.given {
            self.why.push(TextRemark { why: TextWhy::Replaces, what: earlier.sent.clone() });
        }
        self.of += earlier.of;
        if !earlier.ticked {
            self.contradict();
        }
    }

    fn contradict(&mut self) {
        self.ticked = false;
        if !self.why.iter().any(|remark| remark.why == TextWhy::Contradicted) {
            self.why.push(TextWhy::Contradicted.into());
        }
    }

    fn replaced(&self) -> Left {
        Left {
            sent: self.sent.clone(),
            from: self.from,
            to: self.to,
            finding: Some(self.finding),
            reason: TextReason::Replaced,
        }
    }
}
