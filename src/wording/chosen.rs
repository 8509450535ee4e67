//! Which word fits: by number, by grade, by state.

use crate::engine::derived::Suspicion;
use crate::engine::rule::{Grade, Kind, Urgency};
use crate::engine::source::Basis;
use crate::session::TextSize;
use crate::wording::areas::{Bar, Grades, Intake, Noun, Plural, Reasons, Stand, State, Told};

impl Plural {
    /// The count with its noun.
    #[must_use]
    pub fn of(&self, count: usize) -> String {
        if count == 1 { self.one.into() } else { self.many(&count) }
    }
}

impl Noun {
    /// The noun behind this number.
    #[must_use]
    pub const fn of(&self, count: usize) -> &'static str {
        if count == 1 { self.one } else { self.many }
    }
}

impl Intake {
    /// The age of an answer, in the largest unit of which two have passed.
    #[must_use]
    pub fn ago(&self, minutes: u32) -> String {
        let (plural, count) = match minutes {
            0..120 => (&self.minutes_ago, minutes),
            120..2_880 => (&self.hours_ago, minutes / 60),
            _ => (&self.days_ago, minutes / 1_440),
        };
        plural.of(count as usize)
    }
}

impl Bar {
    /// The word for a size of the text.
    #[must_use]
    pub const fn size(&self, size: TextSize) -> &'static str {
        match size {
            TextSize::Normal => self.normal,
            TextSize::Large => self.large,
            TextSize::Projector => self.projector,
        }
    }
}

impl Grades {
    /// The word of a grade.
    #[must_use]
    pub const fn of(&self, grade: Grade) -> &'static str {
        match grade {
            Grade::Mild => self.mild,
            Grade::Moderate => self.moderate,
            Grade::Severe => self.severe,
        }
    }
}

impl State {
    /// A state of suspicion.
    #[must_use]
    pub const fn suspicion(&self, suspicion: Suspicion) -> &Told {
        match suspicion {
            Suspicion::Suspected => &self.suspected,
            Suspicion::Possible => &self.possible,
            Suspicion::Check => &self.check,
            Suspicion::Incomplete => &self.incomplete,
            Suspicion::NotSupported => &self.not_supported,
            Suspicion::NoSigns => &self.no_signs,
        }
    }

    /// A grade within a line, or what is known of it; `None` where there is none.
    #[must_use]
    pub fn graded(&self, grade: Option<Grade>, at_least: bool) -> Option<String> {
        let word = self.grades_within.of(grade?);
        Some(if at_least { self.at_least_within(&word) } else { word.into() })
    }

    /// The word beside a card's icon.
    #[must_use]
    pub const fn urgency(&self, urgency: Urgency) -> &'static str {
        match urgency {
            Urgency::Critical => self.critical,
            Urgency::Warning => self.important,
            Urgency::Info => self.information,
        }
    }

    /// The strength of a line in a word.
    #[must_use]
    pub const fn strength(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Do => self.to_do,
            Kind::Avoid => self.avoid,
            Kind::Consider => self.consider,
            Kind::Monitor => self.monitor,
            Kind::Watch => self.watch,
            Kind::Note => self.note,
        }
    }
}

impl Reasons {
    /// The words of a basis.
    #[must_use]
    pub const fn stand(&self, basis: Basis) -> &Stand {
        match basis {
            Basis::Article => &self.article,
            Basis::Literature => &self.literature,
            Basis::Design => &self.design,
        }
    }
}
