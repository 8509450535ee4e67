//! Which word fits in the room: by view, by reason, by time.

use crate::engine::rule::Grade;
use crate::teaching::log::Reason;
use crate::teaching::room::Mode;
use crate::teaching::run::Part;
use crate::teaching::staged::Level;
use crate::wording::room::{Lesson, Levels, Nav, Skipped, Steps, Time};

impl Nav {
    /// The word on the tab of a view.
    #[must_use]
    pub const fn tab(&self, mode: Mode) -> &'static str {
        match mode {
            Mode::Advise => self.advisor,
            Mode::Case => self.case,
            Mode::Course => self.course,
            Mode::Run => self.run,
            Mode::Wall => self.wall,
            Mode::Debrief => self.debrief,
            Mode::Build => self.build,
            Mode::Cases => self.cases,
        }
    }
}

impl Levels {
    /// A level in words.
    #[must_use]
    pub const fn of(&self, level: Level) -> &'static str {
        match level {
            Level::Basic => self.basic,
            Level::Intermediate => self.intermediate,
            Level::Advanced => self.advanced,
        }
    }
}

impl Skipped {
    /// A reason in words.
    #[must_use]
    pub const fn of(&self, reason: Reason) -> &'static str {
        match reason {
            Reason::NotPossible => self.not_possible,
            Reason::DoneBefore => self.done_before,
            Reason::Decided => self.decided,
            Reason::Contraindicated => self.contraindicated,
        }
    }
}

impl Steps {
    /// The word that is read before a step.
    #[must_use]
    pub const fn part(&self, part: Part) -> &'static str {
        match part {
            Part::Now => self.now,
            Part::Decide => self.decide,
            Part::Monitor => self.monitor,
        }
    }
}

impl Time {
    /// Minutes in the unit that a reader thinks in.
    #[must_use]
    pub fn after(&self, minutes: i64) -> String {
        match minutes {
            0..=119 => self.minutes(&minutes),
            120..=2_879 => match (minutes / 60, minutes % 60) {
                (hours, 0) => self.hours(&hours),
                (hours, rest) => self.hours_and(&hours, &rest),
            },
            _ => self.days(&(minutes / 1_440)),
        }
    }
}

impl Lesson {
    /// A grade within a line; what is said where there is none.
    #[must_use]
    pub fn grade(&self, grade: Option<Grade>, at_least: bool) -> String {
        let words = self.edition.words;
        words.state.graded(grade, at_least).unwrap_or_else(|| words.not_known.into())
    }
}
