//! Every change that can be made to a case.

use super::{Idle, Intake, Kept, Sending, Source, TextSize, UnitSystem};
use crate::case_file::Opened;
use crate::engine::assessment::Scope;
use crate::engine::finding::{Day, FindingIndex};
use crate::engine::stock::Place;
use crate::guideline::examples::Example;

/// A change that the reader or the host page makes.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Text of a field; empty is unknown. A number keeps the unit in which it was typed.
    Answer(FindingIndex, String),
    /// The unit beside a field. The text stays as it is: the number is read in the new unit.
    Unit(FindingIndex, usize),
    /// Which advice is shown.
    Scope(Scope),
    /// Which units fresh fields offer first; what is entered keeps its unit.
    Units(UnitSystem),
    /// How large the text is.
    TextSize(TextSize),
    /// After how long without a reader it is put out of sight.
    Idle(Idle),
    /// The day of looking, by the page's clock.
    Clock(Day),
    /// The day of asking of a teaching case.
    Today(Day),
    /// Milligrams of dantrolene a kilogram, as typed; empty is none.
    Dose(String),
    /// Doses of dantrolene in 24 h.
    Times(String),
    /// The page's dantrolene in place of what it stated before.
    PageStock(Vec<Place>),
    /// A number of a contact that the reader typed; empty is none.
    Number(&'static str, String),
    /// The page's numbers of contacts in place of those that it gave before.
    PageNumbers(Vec<(&'static str, String)>),
    /// An example in place of everything entered.
    Load(&'static Example),
    /// Findings from the host page in place of everything entered. What is read to the same value stays as it is.
    Replace(Box<Sending>),
    /// Nothing is known, by the page's word: another patient, or none.
    Clear,
    /// A case in place of everything entered, without a word: a stage of a teaching case.
    Open(Box<Opened>),
    /// A case from a link or a file. It takes the place of an empty form at once, and a whole file, which the reader
    /// chose, that of any case; else it waits for the reader's yes.
    Offer(Source, Box<Opened>),
    /// Yes to the case that waits.
    Accept,
    /// No to the case that waits.
    Decline,
    /// What could not be opened, and why; the case stays.
    Refuse(Vec<String>),
    /// What the page sent is no case at all, and why; what is entered stays.
    RefuseSet(String),
    /// What was kept over a crash or a move, back again.
    Restore(Box<Kept>),
    /// The page came back from the browser's memory with its answers.
    Returned,
    /// Something was read from outside: a line of text is taken at once, a record waits.
    TakeIn(Box<Intake>),
    /// The row at this position of what was read is to be taken, or not.
    Tick(usize, bool),
    /// What is ticked enters the form.
    TakeTicked,
    /// The row at this position is taken back.
    TakeBack(usize),
    /// The row at this position, which was left to the reader, is taken.
    Take(usize),
    /// The row at this position is in this unit, and is taken.
    InUnit(usize, usize),
    /// What was read is not looked at any more; what was taken stays.
    CloseIntake,
    /// What was told of the case as a whole was read.
    Dismiss,
    /// The case before it was replaced or cleared, back again.
    Undo,
    /// Everything cleared; scope, units, the day and a site's numbers stay.
    Reset,
}

impl Edit {
    /// The same, and a case from a file waits for a yes where answers stand.
    #[must_use]
    pub fn unchosen(self) -> Self {
        let Self::Offer(Source::File, mut opened) = self else { return self };
        opened.whole = false;
        Self::Offer(Source::File, opened)
    }
}
