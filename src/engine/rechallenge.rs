//! The earliest day by the article's minimum wait. A day is not advice to restart: that is a specialist's decision.

use super::finding::Day;

/// What the gate needs; `None` is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Whether the syndrome has completely resolved, and no answer contradicts that.
    pub resolved: Option<bool>,
    /// The day on which it had.
    pub resolved_on: Option<Day>,
    /// Whether the trigger was a long-acting injection.
    pub long_acting: Option<bool>,
    /// Whether a dopamine antagonist was the trigger at all.
    pub antagonist: Option<bool>,
    /// The day of asking, given from outside.
    pub today: Option<Day>,
    /// The minimum wait in days.
    pub days: i32,
}

/// What the gate says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// The trigger was a withdrawal: there is nothing to rechallenge with.
    NoAntagonist,
    /// Not yet resolved, or a sign is still there.
    NotResolved,
    /// A long-acting injection: no date is given.
    LongActing,
    /// Something that it needs is not known.
    CannotBeComputed(Unknown),
    /// The day is in the future, or the day of asking is not known.
    NotBefore(Day),
    /// The minimum wait has passed on this day.
    Passed(Day),
}

/// What the gate does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// Whether it has resolved.
    Resolved,
    /// When it had resolved.
    ResolvedOn,
    /// Whether the trigger was a long-acting injection.
    LongActing,
    /// The day of resolution lies in the future.
    InTheFuture,
}

impl Unknown {
    /// In words.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Resolved => "whether every sign and CK are back to normal is not known",
            Self::ResolvedOn => "the day of complete resolution is not known",
            Self::LongActing => "whether the trigger was a long-acting injection is not known",
            Self::InTheFuture => "the day of resolution lies in the future",
        }
    }
}

impl Gate {
    /// The word used in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NoAntagonist => "no-antagonist",
            Self::NotResolved => "not-resolved",
            Self::LongActing => "long-acting",
            Self::CannotBeComputed(_) => "cannot-be-computed",
            Self::NotBefore(_) => "not-before",
            Self::Passed(_) => "passed",
        }
    }

    /// The earliest day, where there is one.
    #[must_use]
    pub const fn day(self) -> Option<Day> {
        match self {
            Self::NotBefore(day) | Self::Passed(day) => Some(day),
            Self::NoAntagonist | Self::NotResolved | Self::LongActing | Self::CannotBeComputed(_) => None,
        }
    }
}

/// The gate for these answers.
#[must_use]
pub fn gate(asked: &Asked) -> Gate {
    if asked.antagonist == Some(false) {
        return Gate::NoAntagonist;
    }
    if asked.resolved == Some(false) {
        return Gate::NotResolved;
    }
    if asked.long_acting == Some(true) {
        return Gate::LongActing;
    }
    let (Some(_), Some(_), Some(day)) = (asked.resolved, asked.long_acting, asked.resolved_on) else {
        let unknown = match (asked.resolved, asked.long_acting) {
            (None, _) => Unknown::Resolved,
            (_, None) => Unknown::LongActing,
            (Some(_), Some(_)) => Unknown::ResolvedOn,
        };
        return Gate::CannotBeComputed(unknown);
    };
    if asked.today.is_some_and(|today| today < day) {
        return Gate::CannotBeComputed(Unknown::InTheFuture);
    }
    let earliest = Day(day.0.saturating_add(asked.days));
    match asked.today {
        Some(today) if today >= earliest => Gate::Passed(earliest),
        Some(_) | None => Gate::NotBefore(earliest),
    }
}
