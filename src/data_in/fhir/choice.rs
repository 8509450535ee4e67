//! Of many readings of a finding the one that counts, with its reasons.

use super::observation::Candidate;
use super::time::{HOUR, Span};
use super::value::Side;
use super::{Fate, Reader, Row};
use crate::data_in::{Given, Reason, Remark, Used, Why};
use crate::engine::coding::{Kind, Measure};
use crate::engine::decimal::Decimal;

/// Earlier values may be the usual ones from so many days before now.
const USUAL_DAYS: (i64, i64) = (7, 365);

impl Kind {
    /// The hours for which a reading of this kind counts, and whether the host may set others.
    const fn hours(self) -> (i64, bool) {
        match self {
            Self::Vital | Self::Bedside | Self::Pressure => (4, true),
            Self::Blood | Self::Volume => (24, true),
            Self::Body => (90 * 24, false),
        }
    }
}

/// How a time lies to a window.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Inside,
    Partly,
    Before,
    After,
}

impl<'a> Reader<'a> {
    /// The window of a kind in milliseconds.
    pub(super) fn window(&self, kind: Kind) -> i64 {
        let (hours, open) = kind.hours();
        self.window_ms.filter(|_| open).unwrap_or(hours * HOUR)
    }

    /// Where a time lies, given how far back it counts.
    pub(super) fn place(&self, span: Span, back: i64) -> Place {
        let from = self.now - back;
        if span.from > self.now {
            Place::After
        } else if span.to < from {
            Place::Before
        } else if span.from >= from {
            Place::Inside
        } else {
            Place::Partly
        }
    }

    /// Chooses for each finding of these kinds.
    pub(super) fn choose(&mut self, kinds: &dyn Fn(Kind) -> bool) {
        let mut all = std::mem::take(&mut self.candidates);
        for measure in self.codes.measures.iter().filter(|measure| kinds(measure.kind)) {
            let (mine, rest): (Vec<_>, Vec<_>) =
                all.into_iter().partition(|one| one.measure.finding == measure.finding);
            all = rest;
            self.choose_one(measure, mine);
        }
        self.candidates = all;
    }

    fn choose_one(&mut self, measure: &'static Measure, mine: Vec<Candidate<'a>>) {
        let back = self.window(measure.kind);
        let (mut sure, mut offered, mut old) = (Vec::new(), Vec::new(), Vec::new());
        for mut one in mine {
            match one.span.map(|span| self.place(span, back)) {
                Some(Place::After) => {
                    self.left(one, Reason::Future);
                    continue;
                }
                Some(Place::Before) => {
                    old.push(one);
                    continue;
                }
                Some(Place::Partly) => one.why.push(Why::DayOnly.into()),
                Some(Place::Inside) | None => {}
            }
            if one.is_sure() { sure.push(one) } else { offered.push(one) }
        }
        let best = self.best(measure, &sure);
        let other = self.best(measure, &offered);
        if let Some(best) = best.or(other) {
            self.beside(&best, &sure);
        }
        self.usual(measure, old);
    }

    /// The reading that counts among these, as a row.
    fn best(&mut self, measure: &'static Measure, all: &[Candidate<'a>]) -> Option<Candidate<'a>> {
        let mut best = all.first()?;
        for one in all.iter().skip(1) {
            if self.is_before(measure, one, best) {
                best = one;
            }
        }
        for one in all {
            self.mark(one.at, Fate::Read);
        }
        let mut best = best.clone();
        reasons(measure, &mut best, all);
        self.push(&best, all.len());
        Some(best)
    }

    /// Whether the first of two counts before the second. The order of the input never decides.
    fn is_before(&self, measure: &Measure, one: &Candidate<'a>, other: &Candidate<'a>) -> bool {
        let key = |candidate: &Candidate<'a>| {
            let stored = candidate.amount.stored();
            let core = candidate.site.is_some_and(|(site, _)| site == self.codes.core_site);
            let low = matches!(candidate.amount.side, Side::AtMost(_));
            let first = if measure.highest { (core, !low, stored) } else { (false, false, Decimal::ZERO) };
            (first, candidate.latest(), stored)
        };
        let rest = |candidate: &Candidate<'a>| {
            let beside = ["code", "referenceRange"].map(|name| candidate.tree.get(name));
            (candidate.code, candidate.row.sent.clone(), candidate.row.time.clone(), candidate.why.clone(), beside)
        };
        let (left, right) = (key(one), key(other));
        left > right || (left == right && rest(one) < rest(other))
    }

    /// An earlier value is offered as the usual one; the others are too old.
    fn usual(&mut self, measure: &'static Measure, mut old: Vec<Candidate<'a>>) {
        let day = 24 * HOUR;
        let fits = |one: &Candidate<'a>| {
            let to = one.latest();
            one.is_sure() && to <= self.now - USUAL_DAYS.0 * day && to >= self.now - USUAL_DAYS.1 * day
        };
        let mut chosen: Option<usize> = None;
        if !measure.usual.is_empty() {
            for (place, one) in old.iter().enumerate().filter(|(_, one)| fits(one)) {
                let best = chosen.and_then(|place| old.get(place));
                if best.is_none_or(|best| {
                    let plain = Measure { highest: false, ..*measure };
                    self.is_before(&plain, one, best)
                }) {
                    chosen = Some(place);
                }
            }
        }
        if let Some(place) = chosen {
            let mut one = old.swap_remove(place);
            one.why.push(Why::Baseline.into());
            self.mark(one.at, Fate::Read);
            let used = Used { finding: measure.usual, ..used(&one, 1) };
            self.used.push(used);
        }
        for one in old {
            self.left(one, Reason::TooOld);
        }
    }

    /// Puts a reading into the list of what is used.
    fn push(&mut self, one: &Candidate<'a>, of: usize) {
        self.used.push(used(one, of));
    }

    /// A reading that is not used after all.
    fn left(&mut self, one: Candidate<'a>, reason: Reason) {
        let latest = one.latest();
        self.mark(one.at, Fate::Left);
        self.lay(Some(one.measure.finding), Some(one.code), one.row, reason, latest);
    }

    pub(super) fn twice(&mut self, sure: &[Candidate<'a>]) {
        let (finding, _, above) = self.codes.twice;
        let is_above = |one: &&Candidate<'a>| match one.amount.side {
            Side::Number | Side::AtLeast(_) => one.amount.stored() > above,
            Side::AtMost(_) => false,
        };
        let spans = || sure.iter().filter(is_above).filter_map(|one| one.span);
        let (first, last) = (spans().map(|span| span.to).min(), spans().map(|span| span.from).max());
        if first.is_none() || first >= last {
            return;
        }
        let what = format!("{above} Cel");
        let of = sure.iter().filter(|one| is_above(one)).count();
        let row = Used {
            finding,
            given: Given::Yes,
            sent: String::new(),
            code: None,
            resource: None,
            time: None,
            of,
            why: vec![Remark { why: Why::Twice, what }],
            ticked: true,
        };
        self.used.push(row);
    }
}

/// Says why this one, and whether another of the same time contradicts it.
fn reasons<'a>(measure: &'static Measure, best: &mut Candidate<'a>, all: &[Candidate<'a>]) {
    let others = || all.iter().filter(|one| one.at != best.at || one.row != best.row);
    let first = if others().next().is_none() {
        Why::Only.into()
    } else {
        let why = if measure.highest { Why::Highest } else { Why::Latest };
        Remark { why, what: spread(all) }
    };
    let higher = all
        .iter()
        .filter(|one| one.amount.stored() > best.amount.stored())
        .max_by_key(|one| one.amount.stored())
        .map(|one| Remark { why: Why::HigherBeside, what: one.row.sent.clone() });
    let overlaps = |one: &&Candidate<'a>| match (one.span, best.span) {
        (Some(one), Some(best)) => one.to >= best.from,
        (None, None) => true,
        _ => false,
    };
    let differs =
        |one: &Candidate<'a>| one.amount.stored() != best.amount.stored() || one.amount.side != best.amount.side;
    let unclear = !measure.highest && others().filter(overlaps).any(differs);
    best.why.insert(0, first);
    best.why.extend(higher);
    if unclear {
        best.why.push(Why::OrderUnclear.into());
    }
}

/// The lowest and the highest of several, as they were sent.
fn spread(all: &[Candidate<'_>]) -> String {
    let key = |one: &&Candidate<'_>| (one.amount.stored(), one.row.sent.clone());
    let (low, high) = (all.iter().min_by_key(key), all.iter().max_by_key(key));
    let sent = |one: Option<&Candidate<'_>>| one.map(|one| one.row.sent.clone()).unwrap_or_default();
    let (low, high) = (sent(low), sent(high));
    if low == high { low } else { format!("{low} \u{2013} {high}") }
}

/// A reading as a row of what is used.
pub(super) fn used(one: &Candidate<'_>, of: usize) -> Used {
    let Row { sent, resource, time } = one.row.clone();
    Used {
        finding: one.measure.finding,
        given: one.amount.given(),
        sent,
        code: Some(one.code.into()),
        resource: Some(resource),
        time,
        of,
        why: one.why.clone(),
        ticked: one.is_sure(),
    }
}
