//! What can be done in the room.

use std::rc::Rc;

use super::{Aside, Mode, Offer};
use crate::engine::finding::FindingIndex;
use crate::teaching::commit::Commitment;
use crate::teaching::draft::DraftEdit;
use crate::teaching::log::{At, Reason};
use crate::teaching::progress::ReadProgress;
use crate::teaching::staged::StagedCase;

/// What the presenter, the team or the learner does.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Another view.
    Go(Mode),
    /// The cases to choose from; the one that is open stays open.
    Library,
    /// A case to teach, with what could not be read of it.
    Open(Rc<StagedCase>, Vec<String>),
    /// A case as far as a learner has come in it.
    Resume(Box<ReadProgress>),
    /// Another stage of it.
    Stage(usize),
    /// What is committed to at this stage.
    Commit(Commitment),
    /// Shows the plan, or hides it again.
    Reveal(bool),
    /// Begins a run.
    Start,
    /// Closes it.
    End,
    /// Makes room for a new run; the old one can be brought back until the new one begins.
    Renew,
    /// Brings the old run back.
    Return,
    /// The step was carried out and read back.
    Tick(&'static str),
    /// These were carried out and read back together.
    TickAll(Vec<&'static str>),
    /// The step was left out.
    Skip(&'static str, Reason),
    /// These were left out together.
    SkipAll(Vec<&'static str>, Reason),
    /// Takes the last mark back.
    Undo,
    /// Takes back one mark by its event.
    TakeBack(usize),
    /// The step of this event happened at another time.
    Amend(usize, At),
    /// A reminder in this many minutes.
    Timer(u16),
    /// A word for the debrief.
    Remark(String),
    /// The step to read aloud.
    Choose(&'static str),
    /// Shows or hides the panel.
    Panel,
    /// Lays something over the view, or takes it away.
    Show(Aside),
    /// Opens the wall in a window of its own, or closes it; whoever holds the window does so.
    Screen,
    /// Single keys on or off.
    Keys(bool),
    /// Moves the spotlight.
    Spot(FindingIndex),
    /// Whether the run is kept in this tab.
    Keep(bool),
    /// Runs that were found in this tab.
    Offer(Vec<Offer>),
    /// Goes on with one of them.
    GoOn(usize),
    /// Leaves one of them where it is.
    Leave(usize),
    /// Takes one of them away.
    Discard(usize),
    /// Brings back what gave way last.
    BringBack,
    /// What gave way last may go.
    LetGo,
    /// What could not be opened, with nothing changed.
    Refuse(Vec<String>),
    /// Where activities are named, for a learning record store.
    ActivityBase(String),
    /// A change to the case that is made.
    Draft(DraftEdit),
}
