//! Conditions over findings, in Kleene's three-valued logic, and the reasons for their truth.

use super::decimal::Decimal;
use super::finding::{Choice, Finding, FindingIndex, FindingKind, Value};
use super::memory::Memory;
use super::rule_set::RuleSet;

/// Whether a condition holds, however the missing answers turn out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Truth {
    /// It does not hold, whatever is still unknown.
    NotMet,
    /// It depends on an answer that is missing.
    Unknown,
    /// It holds, whatever is still unknown.
    Met,
}

impl Truth {
    /// The truth of a known yes or no.
    #[must_use]
    pub const fn of(holds: bool) -> Self {
        if holds { Self::Met } else { Self::NotMet }
    }

    /// The truth of the opposite.
    #[must_use]
    pub const fn negated(self) -> Self {
        match self {
            Self::NotMet => Self::Met,
            Self::Unknown => Self::Unknown,
            Self::Met => Self::NotMet,
        }
    }

    /// The word used in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotMet => "not-met",
            Self::Unknown => "unknown",
            Self::Met => "met",
        }
    }
}

/// A condition. Built by the helpers of [`crate::guideline::terms`], which resolve every id when the crate is compiled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Criterion {
    /// Yes was answered.
    Present(FindingIndex),
    /// No was answered.
    Absent(FindingIndex),
    /// This option was chosen.
    Is(FindingIndex, u8),
    /// This option or a higher one of an ordered choice.
    AtLeastGrade(FindingIndex, u8),
    /// The number is greater.
    Above(FindingIndex, Decimal),
    /// The number is equal or greater.
    AtLeast(FindingIndex, Decimal),
    /// The number is smaller.
    Below(FindingIndex, Decimal),
    /// The number is equal or smaller.
    AtMost(FindingIndex, Decimal),
    /// Every one holds; with none, always.
    All(&'static [Criterion]),
    /// At least one holds; with none, never.
    Any(&'static [Criterion]),
    /// The opposite.
    Not(&'static Criterion),
    /// At least so many of them hold.
    AtLeastOf(u8, &'static [Criterion]),
    /// The named criterion at this position of the definitions.
    Definition(u16),
}

/// Holds always.
pub const ALWAYS: Criterion = Criterion::All(&[]);
/// Holds never.
pub const NEVER: Criterion = Criterion::Any(&[]);

/// A named criterion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Definition {
    /// Stable id, kebab-case.
    pub id: &'static str,
    /// Its name on screen.
    pub label: &'static str,
    /// The condition; it may refer to definitions above it only.
    pub when: Criterion,
    /// Article, literature or design.
    pub basis: super::source::Basis,
    /// Its authority.
    pub source: super::source::Source,
}

/// The positions of all answers that a criterion looks at, derived ones among them, through the definitions that it names.
pub(super) fn reads(rule_set: &'static RuleSet, criterion: &Criterion, found: &mut Vec<usize>) {
    match *criterion {
        Criterion::Present(index)
        | Criterion::Absent(index)
        | Criterion::Is(index, _)
        | Criterion::AtLeastGrade(index, _)
        | Criterion::Above(index, _)
        | Criterion::AtLeast(index, _)
        | Criterion::Below(index, _)
        | Criterion::AtMost(index, _) => {
            if !found.contains(&usize::from(index.0)) {
                found.push(usize::from(index.0));
            }
        }
        Criterion::All(parts) | Criterion::Any(parts) | Criterion::AtLeastOf(_, parts) => {
            for part in parts {
                reads(rule_set, part, found);
            }
        }
        Criterion::Not(part) => reads(rule_set, part, found),
        Criterion::Definition(at) => {
            if let Some(definition) = rule_set.definitions.get(usize::from(at)) {
                reads(rule_set, &definition.when, found);
            }
        }
    }
}

/// The known answers, askable findings first and derived ones behind them.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    pub(crate) rule_set: &'static RuleSet,
    pub(crate) values: Vec<Option<Value>>,
    /// The only basis whose severity rows count; `None` for all.
    pub(crate) only: Option<super::source::Basis>,
    /// Whether every derived finding is there.
    pub(crate) whole: bool,
    /// The truth of the definitions, remembered. Until everything is derived, unknown is not: it may be settled by a finding
    /// that is derived later, as nothing that is met or not met ever is.
    pub(crate) defined: Memory,
    /// The same of the severity rows.
    pub(crate) graded: Memory,
}

/// One answer that decided a condition, or that would decide it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reason {
    /// Whose answer.
    pub finding: FindingIndex,
    /// The condition that it was held against.
    pub leaf: Criterion,
    /// Whether the condition was turned round by a "not".
    pub negated: bool,
    /// The truth of the condition as it counts (after a "not").
    pub truth: Truth,
}

impl Answers {
    /// The known answer to a finding.
    #[must_use]
    pub fn get(&self, index: FindingIndex) -> Option<Value> {
        self.values.get(usize::from(index.0)).copied().flatten()
    }

    /// The number answered, if any; a bound is none.
    #[must_use]
    pub fn number(&self, index: FindingIndex) -> Option<Decimal> {
        match self.look(index) {
            Some(Value::Number(number)) => Some(*number),
            Some(Value::Between(..) | Value::Boolean(_) | Value::Choice(_) | Value::Date(_) | Value::Rows(_))
            | None => None,
        }
    }

    /// The same as [`Self::get`] in place: a list of rows is too large to copy for every condition.
    pub(super) fn look(&self, index: FindingIndex) -> Option<&Value> {
        self.values.get(usize::from(index.0)).and_then(Option::as_ref)
    }

    fn boolean(&self, index: FindingIndex, wanted: bool) -> Truth {
        match self.look(index) {
            Some(Value::Boolean(answer)) => Truth::of(*answer == wanted),
            Some(Value::Choice(_) | Value::Number(_) | Value::Between(..) | Value::Date(_) | Value::Rows(_)) | None => {
                Truth::Unknown
            }
        }
    }

    /// The lowest and highest option that the answer may mean.
    fn span(&self, index: FindingIndex) -> Option<(u8, u8)> {
        let Some(&Value::Choice(chosen)) = self.look(index) else { return None };
        let option = self.rule_set.finding(index).and_then(|finding| finding.choices().get(usize::from(chosen)));
        Some(option.and_then(|option| option.spans).unwrap_or((chosen, chosen)))
    }

    fn chosen(&self, index: FindingIndex, option: u8) -> Truth {
        match self.span(index) {
            None => Truth::Unknown,
            Some((low, high)) if low == high => Truth::of(low == option),
            Some((low, high)) if option < low || option > high => Truth::NotMet,
            Some(_) => Truth::Unknown,
        }
    }

    fn graded(&self, index: FindingIndex, option: u8) -> Truth {
        match self.span(index) {
            None => Truth::Unknown,
            Some((low, _)) if low >= option => Truth::Met,
            Some((_, high)) if high < option => Truth::NotMet,
            Some(_) => Truth::Unknown,
        }
    }

    /// The truth of a condition, nothing else: the fast path.
    #[must_use]
    pub fn truth(&self, criterion: &Criterion) -> Truth {
        self.truth_here(criterion)
    }

    /// A single answer is looked at where it is asked for: most parts of a condition are one, and a call costs more.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "measured: a third of the time of all verdicts")]
    fn truth_here(&self, criterion: &Criterion) -> Truth {
        match *criterion {
            Criterion::Present(finding) => self.boolean(finding, true),
            Criterion::Absent(finding) => self.boolean(finding, false),
            Criterion::Is(finding, option) => self.chosen(finding, option),
            Criterion::AtLeastGrade(finding, option) => self.graded(finding, option),
            Criterion::Above(finding, limit) => self.compare(finding, |number| number > limit),
            Criterion::AtLeast(finding, limit) => self.compare(finding, |number| number >= limit),
            Criterion::Below(finding, limit) => self.compare(finding, |number| number < limit),
            Criterion::AtMost(finding, limit) => self.compare(finding, |number| number <= limit),
            Criterion::All(parts) => self.until(parts, Truth::NotMet),
            Criterion::Any(parts) => self.until(parts, Truth::Met),
            Criterion::Not(part) => self.turned(part),
            Criterion::AtLeastOf(wanted, parts) => self.count(wanted, parts),
            Criterion::Definition(position) => self.definition(usize::from(position)),
        }
    }

    #[inline(never)]
    fn turned(&self, part: &Criterion) -> Truth {
        self.truth(part).negated()
    }

    /// `decisive` as soon as one part has it, else unknown if one is unknown, else its opposite.
    #[inline(never)]
    fn until(&self, parts: &[Criterion], decisive: Truth) -> Truth {
        let mut truth = decisive.negated();
        for part in parts {
            let one = self.truth_here(part);
            if one == decisive {
                return decisive;
            }
            if one == Truth::Unknown {
                truth = Truth::Unknown;
            }
        }
        truth
    }

    #[inline(never)]
    fn definition(&self, position: usize) -> Truth {
        let Some(definition) = self.rule_set.definitions.get(position) else { return Truth::Unknown };
        self.remembered(&self.defined, position, &definition.when)
    }

    /// The truth of a severity row.
    pub(crate) fn row_truth(&self, position: usize, row: &super::rule::SeverityCriterion) -> Truth {
        self.remembered(&self.graded, position, &row.when)
    }

    fn remembered(&self, memory: &Memory, place: usize, criterion: &Criterion) -> Truth {
        if let Some(truth) = memory.recall(place) {
            return truth;
        }
        let truth = self.truth(criterion);
        if self.whole || truth != Truth::Unknown {
            memory.keep(place, truth);
        }
        truth
    }

    #[inline(never)]
    fn count(&self, wanted: u8, parts: &[Criterion]) -> Truth {
        let (mut met, mut open) = (0_usize, 0_usize);
        for part in parts {
            match self.truth_here(part) {
                Truth::Met => met += 1,
                Truth::Unknown => open += 1,
                Truth::NotMet => {}
            }
        }
        let wanted = usize::from(wanted);
        if met >= wanted {
            Truth::Met
        } else if met + open >= wanted {
            Truth::Unknown
        } else {
            Truth::NotMet
        }
    }

    /// The truth of a condition with the answers that decided it, or that would: the recursion of [`Self::truth`], written down.
    ///
    /// What is met names the answers that met it; what is not met, those that ruled it out; what is unknown, those
    /// that are missing.
    pub fn explain(&self, criterion: &Criterion, reasons: &mut Vec<Reason>) -> Truth {
        self.explain_turned(criterion, false, reasons)
    }

    fn explain_turned(&self, criterion: &Criterion, negated: bool, reasons: &mut Vec<Reason>) -> Truth {
        let truth = self.truth(criterion);
        match *criterion {
            Criterion::All(parts) | Criterion::Any(parts) | Criterion::AtLeastOf(_, parts) => {
                for part in parts.iter().filter(|part| self.truth(part) == truth) {
                    self.explain_turned(part, negated, reasons);
                }
            }
            Criterion::Not(part) => {
                self.explain_turned(part, !negated, reasons);
            }
            Criterion::Definition(position) => {
                if let Some(definition) = self.rule_set.definitions.get(usize::from(position)) {
                    self.explain_turned(&definition.when, negated, reasons);
                }
            }
            Criterion::Present(finding)
            | Criterion::Absent(finding)
            | Criterion::Is(finding, _)
            | Criterion::AtLeastGrade(finding, _)
            | Criterion::Above(finding, _)
            | Criterion::AtLeast(finding, _)
            | Criterion::Below(finding, _)
            | Criterion::AtMost(finding, _) => {
                if let Some(derived) = self.rule_set.derivation(finding)
                    && self.explain_derived(derived, reasons)
                {
                    return truth;
                }
                let counted = if negated { truth.negated() } else { truth };
                let reason = Reason { finding, leaf: *criterion, negated, truth: counted };
                if !reasons.contains(&reason) {
                    reasons.push(reason);
                }
            }
        }
        truth
    }
}

impl Finding {
    /// The options of a choice; empty for every other kind.
    #[must_use]
    pub const fn choices(&self) -> &'static [Choice] {
        match self.kind {
            FindingKind::Choice(options) => options,
            FindingKind::Boolean
            | FindingKind::Number(_)
            | FindingKind::Date
            | FindingKind::Agents
            | FindingKind::Rules => &[],
        }
    }
}

impl Criterion {
    /// The finding that a leaf reads.
    #[must_use]
    pub const fn finding(&self) -> Option<FindingIndex> {
        match *self {
            Self::Present(finding)
            | Self::Absent(finding)
            | Self::Is(finding, _)
            | Self::AtLeastGrade(finding, _)
            | Self::Above(finding, _)
            | Self::AtLeast(finding, _)
            | Self::Below(finding, _)
            | Self::AtMost(finding, _) => Some(finding),
            Self::All(_) | Self::Any(_) | Self::Not(_) | Self::AtLeastOf(..) | Self::Definition(_) => None,
        }
    }
}
