//! This copy of the program: its version, the day of its build, and the age from which it says that it is old.
//!
//! Nobody can call back a file on a memory stick. So each copy knows its own age, and says so by itself.

use crate::engine::describe::date;
use crate::engine::finding::Day;
use crate::wording::Edition;

/// Days after its build from which a copy says that it is old: a year, by which most guidelines are looked at again.
pub const OLD_AFTER: i32 = 365;

/// The days of a month, near enough for an age.
const MONTH: i32 = 30;

/// A copy of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Release {
    /// Version of the package.
    pub version: &'static str,
    /// The day of its build, in UTC. `None` if nobody told the build its day.
    pub built: Option<Day>,
}

/// The age of a copy on the day of looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// The day of the build or that of looking is not known.
    Unknown,
    /// Younger than [`OLD_AFTER`].
    Current,
    /// The clock stands before the day of the build, so it is wrong.
    ClockBehind(Day),
    /// Old, with its full months.
    Old {
        /// The day of its build.
        built: Day,
        /// Months since then, of 30 days each.
        months: i32,
    },
}

/// This copy. The build says its day in the variable `NMS_ADVISOR_BUILT`, as `YYYY-MM-DD`.
#[must_use]
pub fn this() -> Release {
    Release { version: env!("CARGO_PKG_VERSION"), built: option_env!("NMS_ADVISOR_BUILT").and_then(Day::parse) }
}

impl Release {
    /// The day of its build, as `YYYY-MM-DD`.
    #[must_use]
    pub fn built_on(&self) -> Option<String> {
        self.built.map(date)
    }

    /// The first day on which it is old.
    #[must_use]
    pub fn old_from(&self) -> Option<Day> {
        self.built.map(|built| Day(built.0.saturating_add(OLD_AFTER)))
    }

    /// Its age on the day of looking. A clock may be a day behind that of the build, which is in another part of the world.
    #[must_use]
    pub fn age(&self, today: Option<Day>) -> Age {
        let (Some(built), Some(today)) = (self.built, today) else { return Age::Unknown };
        match today.0.saturating_sub(built.0) {
            ..-1 => Age::ClockBehind(built),
            days if days < OLD_AFTER => Age::Current,
            days => Age::Old { built, months: days / MONTH },
        }
    }

    /// Its name in a sentence: versions of program and rule set, the day of the build, and its age where that matters.
    #[must_use]
    pub fn told(&self, edition: Edition, today: Option<Day>) -> String {
        let told = &edition.words.release;
        let mut text = told.of(&self.version, &edition.rules.version);
        if let Some(day) = self.built {
            text.push(' ');
            text.push_str(&told.built(&edition.words.format.date(day)));
        }
        if let Some(warning) = self.warning(edition, today) {
            text.push(' ');
            text.push_str(&warning);
        }
        text
    }

    /// What has to be said of its age; nothing while it is current.
    #[must_use]
    pub fn warning(&self, edition: Edition, today: Option<Day>) -> Option<String> {
        let told = &edition.words.release;
        let named = |day| edition.words.format.date(day);
        match self.age(today) {
            Age::Unknown | Age::Current => None,
            Age::ClockBehind(built) => Some(told.clock_behind(&named(built))),
            Age::Old { months, .. } => Some(told.old(&months)),
        }
    }
}
