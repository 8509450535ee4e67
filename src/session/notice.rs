//! What was done to a case as a whole, told until the reader dismisses it.

use super::{Session, answered};

/// Where a case came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A link.
    Link,
    /// A file that was chosen.
    File,
    /// A bundled example.
    Example,
    /// The reader cleared everything.
    Cleared,
    /// The page came back from the browser's memory.
    Returned,
}

impl Source {
    /// A stable id, for the style sheet and for what outlives a crash.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::File => "file",
            Self::Example => "example",
            Self::Cleared => "cleared",
            Self::Returned => "returned",
        }
    }

    /// The source of that id.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        [Self::Link, Self::File, Self::Example, Self::Cleared, Self::Returned]
            .into_iter()
            .find(|source| source.id() == id)
    }
}

/// A case took the place of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Where the new case came from.
    pub source: Source,
    /// How many fields it fills.
    pub opened: usize,
    /// How many fields it replaced.
    pub replaced: usize,
}

impl Notice {
    pub(super) fn of(source: Source, old: &Session, new: &Session) -> Self {
        let replaced = if source == Source::Returned { 0 } else { old.answered() };
        Self { source, opened: answered(&new.entries), replaced }
    }

    /// Nothing is said of what the reader has just asked for and sees, unless it took something away.
    pub(super) fn worth_saying(source: Source, old: &Session, new: &Session) -> Option<Self> {
        let notice = Self::of(source, old, new);
        let seen = matches!(source, Source::Example | Source::Cleared);
        (notice.replaced > 0 || (notice.opened > 0 && !seen)).then_some(notice)
    }
}
