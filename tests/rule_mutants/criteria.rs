//! Every smallest change of one condition: a threshold moved, a comparator changed, a part left out.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use nms_advisor::engine::criterion::Criterion;
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::describe::leaf;
use nms_advisor::engine::finding::FindingIndex;
use nms_advisor::guideline::NMS;

use crate::support::generated::thresholds;

/// What sort of change a mutant makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    ThresholdByDecimal,
    ThresholdByBillionth,
    Comparator,
    OptionMoved,
    AllAnySwapped,
    CountMoved,
    PartDropped,
    NotRemoved,
    AnswerSwapped,
    RuleDropped,
    GuardDropped,
    RowDropped,
    GradeChanged,
    ViewChanged,
    SignDropped,
    DomainDropped,
    DerivedUnknown,
    DerivedChanged,
    ContradictionDropped,
}

impl Kind {
    /// The words of the document.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::ThresholdByDecimal => "A threshold moved by one unit of its last written decimal",
            Self::ThresholdByBillionth => "A threshold moved to the next stored number",
            Self::Comparator => "A comparator changed (above / at least, below / at most)",
            Self::OptionMoved => "The option of a choice moved by one",
            Self::AllAnySwapped => "All and any swapped",
            Self::CountMoved => "The count of \"at least so many of\" moved by one",
            Self::PartDropped => "A part of a condition dropped",
            Self::NotRemoved => "A not removed",
            Self::AnswerSwapped => "Yes and no swapped",
            Self::RuleDropped => "A rule dropped",
            Self::GuardDropped => "What speaks against a rule, or asks first, dropped",
            Self::RowDropped => "A severity row dropped",
            Self::GradeChanged => "The grade of a severity row changed",
            Self::ViewChanged => "A rule or a severity row moved into the article's view, or out of it",
            Self::SignDropped => "A row of the suspicion table dropped",
            Self::DomainDropped => "A finding that bears on severity dropped",
            Self::DerivedUnknown => "A derived finding never known",
            Self::DerivedChanged => "The formula of a derived finding changed",
            Self::ContradictionDropped => "A contradiction dropped",
        }
    }
}

/// A changed condition: what sort of change, what in words, the part that it touches, and the whole condition with it.
pub(crate) struct Changed {
    pub(crate) kind: Kind,
    pub(crate) what: String,
    pub(crate) part: Criterion,
    pub(crate) whole: Criterion,
}

/// How many decimals the thresholds of a finding are written with: a temperature of 38.0 stands beside one of 41.1.
static DECIMALS: LazyLock<BTreeMap<FindingIndex, usize>> = LazyLock::new(|| {
    let mut found = BTreeMap::new();
    for threshold in thresholds() {
        let written = threshold.limit.to_string();
        let decimals = written.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let most = found.entry(threshold.finding).or_insert(0);
        *most = decimals.max(*most);
    }
    found
});

/// One unit of the last written decimal of a threshold on this finding.
fn step(finding: FindingIndex) -> Decimal {
    let decimals = DECIMALS.get(&finding).copied().unwrap_or(0);
    Decimal::whole(1).scaled(1, 10_i64.pow(u32::try_from(decimals).unwrap()))
}

/// A leaf as it stands in a description.
fn shown(criterion: &Criterion) -> String {
    match criterion {
        Criterion::Definition(position) => format!("definition {}", NMS.definitions[usize::from(*position)].id),
        Criterion::All(parts) => format!("all of {}", list(parts)),
        Criterion::Any(parts) => format!("any of {}", list(parts)),
        Criterion::AtLeastOf(count, parts) => format!("{count} of {}", list(parts)),
        Criterion::Not(part) => format!("not {}", shown(part)),
        _ => {
            format!("{} {}", NMS.finding_id(criterion.finding().unwrap()), leaf(&NMS, criterion).replace('\u{a0}', " "))
        }
    }
}

fn list(parts: &[Criterion]) -> String {
    format!("[{}]", parts.iter().map(shown).collect::<Vec<_>>().join("; "))
}

fn leaked(parts: Vec<Criterion>) -> &'static [Criterion] {
    Box::leak(parts.into_boxed_slice())
}

/// The thresholds that stand beside this one, with the sort of step.
fn moved(finding: FindingIndex, limit: Decimal) -> [(Kind, Decimal); 4] {
    let step = step(finding);
    [
        (Kind::ThresholdByDecimal, limit.minus(step)),
        (Kind::ThresholdByDecimal, limit.plus(step)),
        (Kind::ThresholdByBillionth, limit.before()),
        (Kind::ThresholdByBillionth, limit.after()),
    ]
}

/// The options beside this one; an option that leaves the degree open is no neighbour.
fn beside(finding: FindingIndex, option: u8) -> Vec<u8> {
    let choices = NMS.finding(finding).unwrap().choices();
    let plain = |at: &u8| choices.get(usize::from(*at)).is_some_and(|choice| choice.spans.is_none());
    [option.checked_sub(1), option.checked_add(1)].into_iter().flatten().filter(plain).collect()
}

/// The changes of a leaf itself.
fn of_leaf(criterion: &Criterion) -> Vec<(Kind, Criterion)> {
    let limits = |finding, limit, comparator: fn(FindingIndex, Decimal) -> Criterion, other: Criterion| {
        let mut found: Vec<_> =
            moved(finding, limit).into_iter().map(|(kind, limit)| (kind, comparator(finding, limit))).collect();
        found.push((Kind::Comparator, other));
        found
    };
    let options = |finding, option, comparator: fn(FindingIndex, u8) -> Criterion| {
        let of = beside(finding, option).into_iter();
        of.map(|option| (Kind::OptionMoved, comparator(finding, option))).collect()
    };
    match *criterion {
        Criterion::Present(finding) => vec![(Kind::AnswerSwapped, Criterion::Absent(finding))],
        Criterion::Absent(finding) => vec![(Kind::AnswerSwapped, Criterion::Present(finding))],
        Criterion::Is(finding, option) => options(finding, option, Criterion::Is),
        Criterion::AtLeastGrade(finding, option) => options(finding, option, Criterion::AtLeastGrade),
        Criterion::Above(at, limit) => limits(at, limit, Criterion::Above, Criterion::AtLeast(at, limit)),
        Criterion::AtLeast(at, limit) => limits(at, limit, Criterion::AtLeast, Criterion::Above(at, limit)),
        Criterion::Below(at, limit) => limits(at, limit, Criterion::Below, Criterion::AtMost(at, limit)),
        Criterion::AtMost(at, limit) => limits(at, limit, Criterion::AtMost, Criterion::Below(at, limit)),
        _ => Vec::new(),
    }
}

/// The changes of a list of conditions inside: each part changed, each part dropped.
pub(crate) fn of_parts(parts: &'static [Criterion], whole: &dyn Fn(&'static [Criterion]) -> Criterion) -> Vec<Changed> {
    let mut found = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        for changed in of(part) {
            let mut replaced = parts.to_vec();
            replaced[at] = changed.whole;
            found.push(Changed { whole: whole(leaked(replaced)), ..changed });
        }
        let mut left = parts.to_vec();
        left.remove(at);
        let what = format!("`{}` dropped of `{}`", shown(part), list(parts));
        found.push(Changed { kind: Kind::PartDropped, what, part: *part, whole: whole(leaked(left)) });
    }
    found
}

/// Every smallest change of a condition.
pub(crate) fn of(criterion: &'static Criterion) -> Vec<Changed> {
    let mut found = Vec::new();
    for (kind, whole) in of_leaf(criterion) {
        found.push(Changed {
            kind,
            what: format!("`{}` becomes `{}`", shown(criterion), shown(&whole)),
            part: *criterion,
            whole,
        });
    }
    let swapped = |whole| {
        let what = format!("`{}` becomes `{}`", shown(criterion), shown(&whole));
        Changed { kind: Kind::AllAnySwapped, what, part: *criterion, whole }
    };
    match *criterion {
        Criterion::All(parts) => {
            found.extend((parts.len() > 1).then(|| swapped(Criterion::Any(parts))));
            found.extend(of_parts(parts, &|parts| Criterion::All(parts)));
        }
        Criterion::Any(parts) => {
            found.extend((parts.len() > 1).then(|| swapped(Criterion::All(parts))));
            found.extend(of_parts(parts, &|parts| Criterion::Any(parts)));
        }
        Criterion::AtLeastOf(count, parts) => {
            for count in [count.saturating_sub(1), count + 1] {
                let whole = Criterion::AtLeastOf(count, parts);
                let what = format!("`{}` becomes `{}`", shown(criterion), shown(&whole));
                found.push(Changed { kind: Kind::CountMoved, what, part: *criterion, whole });
            }
            found.extend(of_parts(parts, &|parts| Criterion::AtLeastOf(count, parts)));
        }
        Criterion::Not(part) => {
            let what = format!("`{}` without the not", shown(criterion));
            found.push(Changed { kind: Kind::NotRemoved, what, part: *part, whole: *part });
            for changed in of(part) {
                let whole = Criterion::Not(Box::leak(Box::new(changed.whole)));
                found.push(Changed { whole, what: format!("under a not: {}", changed.what), ..changed });
            }
        }
        _ => {}
    }
    found
}
