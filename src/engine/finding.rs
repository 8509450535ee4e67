//! What can be asked and answered. Absent means not asked or not known; there is no default "no".

use super::decimal::Decimal;
use super::source::Source;
use super::unit::Unit;

/// The position of a finding among the askable and then the derived findings of a rule set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FindingIndex(pub u16);

/// Something that can be asked about the patient.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finding {
    /// The JSON key, camelCase; never changes once released.
    pub id: &'static str,
    /// The group of the form that it stands in.
    pub group: Group,
    /// What is asked, in the words of the field.
    pub label: &'static str,
    /// How to answer, or what counts; may be empty.
    pub hint: &'static str,
    /// Which answers it takes.
    pub kind: FindingKind,
    /// Why it is accepted although no criterion reads it; empty where one does.
    pub reason: &'static str,
    /// Where the question comes from, where it carries something of the article itself.
    pub source: Source,
}

/// The groups of the form, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Asked first: what settles suspicion and severity fastest.
    Essential,
    /// Who the patient is.
    Patient,
    /// Drugs and other triggers.
    Trigger,
    /// Vital signs and their baselines.
    Vitals,
    /// Signs at the bedside.
    Signs,
    /// Laboratory results.
    Laboratory,
    /// Complications as judged by the clinician.
    Complications,
    /// What tells look-alikes apart.
    LookAlikes,
    /// What speaks against a treatment.
    Cautions,
    /// What was done, and how it went.
    Course,
}

impl Group {
    /// Every group, in the order of the form.
    pub const ALL: [Self; 10] = [
        Self::Essential,
        Self::Trigger,
        Self::Vitals,
        Self::Signs,
        Self::Laboratory,
        Self::Complications,
        Self::LookAlikes,
        Self::Cautions,
        Self::Course,
        Self::Patient,
    ];

    /// The heading of the group.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Essential => "Start here",
            Self::Patient => "Patient",
            Self::Trigger => "Drugs and triggers",
            Self::Vitals => "Vital signs",
            Self::Signs => "Signs at the bedside",
            Self::Laboratory => "Laboratory",
            Self::Complications => "Complications",
            Self::LookAlikes => "Telling look-alikes apart",
            Self::Cautions => "Before giving a drug",
            Self::Course => "Course and treatment so far",
        }
    }

    /// Stable id for JSON and styling.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Essential => "essential",
            Self::Patient => "patient",
            Self::Trigger => "trigger",
            Self::Vitals => "vitals",
            Self::Signs => "signs",
            Self::Laboratory => "laboratory",
            Self::Complications => "complications",
            Self::LookAlikes => "look-alikes",
            Self::Cautions => "cautions",
            Self::Course => "course",
        }
    }
}

/// Which answers a finding takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FindingKind {
    /// Yes or no.
    Boolean,
    /// One of several.
    Choice(&'static [Choice]),
    /// A quantity.
    Number(Quantity),
    /// A calendar day.
    Date,
    /// Drugs by generic name.
    Agents,
    /// Ids of rules already carried out.
    Rules,
}

/// One answer of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The JSON value.
    pub id: &'static str,
    /// The word on screen.
    pub label: &'static str,
    /// For an answer that leaves the degree open: the lowest and the highest option that it may mean.
    pub spans: Option<(u8, u8)>,
}

/// The quantity a number stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// The stored unit first, then the others that are accepted.
    pub units: &'static [Unit],
    /// Outside this range the form asks whether the value is right (inclusive, stored unit).
    pub plausible: (Decimal, Decimal),
    /// Outside this range the value is not used (inclusive, stored unit).
    pub hard: (Decimal, Decimal),
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i32);

/// A set of rows of a table, by position (0 to 255).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct RowSet([u64; 4]);

impl RowSet {
    /// Adds row `position`; beyond 255 nothing is added.
    pub fn insert(&mut self, position: usize) {
        if let Some(word) = self.0.get_mut(position / 64) {
            *word |= 1 << (position % 64);
        }
    }

    /// Whether row `position` is in the set.
    #[must_use]
    pub fn contains(&self, position: usize) -> bool {
        self.0.get(position / 64).is_some_and(|word| word >> (position % 64) & 1 == 1)
    }

    /// Adds every row of the other set.
    pub fn extend(&mut self, other: Self) {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
    }

    /// The rows of the set, in order.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        self.0.into_iter().zip([0, 64, 128, 192]).flat_map(|(mut word, start)| {
            std::iter::from_fn(move || {
                let lowest = word.trailing_zeros() as usize;
                // a word without rows stays as it is
                word &= word.wrapping_sub(1);
                (lowest < 64).then_some(start + lowest)
            })
        })
    }
}

/// An answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// Yes or no.
    Boolean(bool),
    /// The position of the chosen option.
    Choice(u8),
    /// A quantity in the stored unit.
    Number(Decimal),
    /// A quantity of which only a bound is known: the ends of the range that it leaves, both included, in the stored unit.
    Between(Decimal, Decimal),
    /// A day.
    Date(Day),
    /// Rows of the agents or of the rules.
    Rows(RowSet),
}

/// The answers to the askable findings. Absent means unknown.
#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    values: Vec<Option<Value>>,
}

impl Findings {
    /// No answer at all, with room for `count` findings.
    #[must_use]
    pub fn new(count: usize) -> Self {
        Self { values: vec![None; count] }
    }

    /// The answer, if it is known.
    #[must_use]
    pub fn get(&self, index: FindingIndex) -> Option<Value> {
        self.values.get(usize::from(index.0)).copied().flatten()
    }

    /// Every answer, by position.
    pub(crate) fn values(&self) -> &[Option<Value>] {
        &self.values
    }

    /// Records an answer, or `None` for unknown. A position that the rule set does not have is passed over.
    pub fn set(&mut self, index: FindingIndex, value: Option<Value>) {
        if let Some(slot) = self.values.get_mut(usize::from(index.0)) {
            *slot = value;
        }
    }

    /// Whether nothing is known at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.iter().all(Option::is_none)
    }

    /// How many findings there is room for.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len()
    }
}

impl Day {
    /// The day `text` names as `YYYY-MM-DD`; `None` for anything that is no day of the calendar, and for years outside 1900 to 2199.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().splitn(3, '-');
        let mut part = |length: usize| {
            let digits = parts
                .next()
                .filter(|digits| digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit()))?;
            digits.parse::<i32>().ok()
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        if !(1900..2200).contains(&year) || !(1..=12).contains(&month) {
            return None;
        }
        let candidate = Self::from_civil(year, month, day);
        (candidate.civil() == (year, month, day)).then_some(candidate)
    }

    /// Year, month (1 to 12) and day (1 to 31). Counts in eras of 400 years that begin on 1 March.
    #[must_use]
    pub const fn civil(self) -> (i32, i32, i32) {
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400;
        (if month <= 2 { year + 1 } else { year }, month, day)
    }

    const fn from_civil(year: i32, month: i32, day: i32) -> Self {
        let shifted_year = if month <= 2 { year - 1 } else { year };
        let era = shifted_year.div_euclid(400);
        let year_of_era = shifted_year.rem_euclid(400);
        let shifted_month = if month > 2 { month - 3 } else { month + 9 };
        let day_of_year = (153 * shifted_month + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }
}
