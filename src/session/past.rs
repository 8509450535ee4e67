//! Cases that are not the one in the form: before the last answer, replaced, kept over a crash, waiting.

use super::{Entries, Notice, Source};
use crate::answer::Problem;
use crate::case_file::Opened;
use crate::engine::assessment::Scope;
use crate::engine::finding::FindingIndex;

/// The case before the last answer. Letters typed into one field count as one answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    /// The fields.
    pub entries: Entries,
    /// Which advice was shown.
    pub scope: Scope,
    /// The field that was changed since; `None` where it was not one field.
    pub by: Option<FindingIndex>,
}

/// What the reader states of dantrolene, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dosing {
    /// Milligrams a kilogram.
    pub dose: String,
    /// Doses in 24 h.
    pub times: String,
}

/// A case that gave way to another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Replaced {
    /// The fields.
    pub entries: Entries,
    /// What is stated of dantrolene, as typed.
    pub dosing: Dosing,
    /// What of it could not be read.
    pub unread: Vec<String>,
    /// What of it the page sent and could not be used.
    pub refused: Vec<Problem>,
}

/// What outlives a crash beside scope, units and numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept {
    /// The fields.
    pub entries: Entries,
    /// What is stated of dantrolene, as typed.
    pub dosing: Dosing,
    /// What of an opened file or link could not be read.
    pub unread: Vec<String>,
    /// What the page sent and could not be used.
    pub refused: Vec<Problem>,
    /// What was done to the case as a whole.
    pub notice: Option<Notice>,
    /// The case before it.
    pub replaced: Option<Replaced>,
    /// The case that waits.
    pub offered: Option<Offered>,
}

/// A case that waits for the reader's yes.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered {
    /// Where it came from.
    pub source: Source,
    /// What was read of it.
    pub opened: Opened,
}
