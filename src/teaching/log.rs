//! The log of a run: what was answered, ticked, skipped, taken back and amended, and when. Append-only; the state is what a
//! replay of it gives. Times are given by whoever holds a clock.

use std::collections::BTreeMap;

use crate::engine::finding::FindingIndex;
use crate::session::Entry;

/// A moment, in milliseconds since 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct At(pub i64);

impl At {
    /// Whole seconds from `earlier` to here; negative where the clock was set back.
    #[must_use]
    pub const fn seconds_since(self, earlier: Self) -> i64 {
        (self.0.saturating_sub(earlier.0)).div_euclid(1_000)
    }

    /// This many minutes later.
    #[must_use]
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        Self(self.0.saturating_add(minutes.saturating_mul(60_000)))
    }
}

/// One entry of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When it was entered.
    pub at: At,
    /// What.
    pub what: What,
}

/// What happened. An event is named by its position in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The run began.
    Started,
    /// A field has this text now; an empty text is no answer.
    Answered(FindingIndex, Entry),
    /// The step of this rule was carried out and read back.
    Ticked(&'static str),
    /// The step of this rule was left out.
    Skipped(&'static str, Reason),
    /// A tick, a skip, an amendment or a timer was taken back.
    Undone(usize),
    /// A tick or a skip happened at another time than it was entered.
    Amended(usize, At),
    /// A reminder in this many minutes.
    Timer(u16),
    /// A word for the debrief.
    Remark(String),
    /// The run was closed.
    Ended,
}

/// Why a step was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It cannot be done here.
    NotPossible,
    /// It was done before the run began.
    DoneBefore,
    /// The team decided against it.
    Decided,
    /// Something speaks against it in this patient.
    Contraindicated,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 4] = [Self::NotPossible, Self::DoneBefore, Self::Contraindicated, Self::Decided];

    /// Stable id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotPossible => "not-possible",
            Self::DoneBefore => "done-before",
            Self::Decided => "decided",
            Self::Contraindicated => "contraindicated",
        }
    }
}

/// The log. Events are only ever added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    events: Vec<Event>,
    state: State,
}

/// What the log amounts to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// When the run began.
    pub started: Option<At>,
    /// When it was closed.
    pub ended: Option<At>,
    /// The answers.
    pub entries: BTreeMap<FindingIndex, Entry>,
    /// Ticks, skips and reminders that stand, by event, in the order in which they were entered.
    marks: Vec<(usize, Mark)>,
    /// Amendments that stand, by event.
    amendments: Vec<(usize, usize, At)>,
    /// How many events were replayed.
    length: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Done(&'static str, At),
    Skipped(&'static str, At, Reason),
    Timer(At, u16),
}

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The event that marked it.
    pub event: usize,
    /// When it was entered.
    pub entered: At,
    /// When it happened, where that was amended.
    pub amended: Option<At>,
    /// Why it was left out; `None` where it was carried out.
    pub skipped: Option<Reason>,
}

impl Marked {
    /// When it happened, as far as is known.
    #[must_use]
    pub fn at(&self) -> At {
        self.amended.unwrap_or(self.entered)
    }
}

/// A reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// The event that set it.
    pub event: usize,
    /// When it is due.
    pub due: At,
    /// For how many minutes it was set.
    pub minutes: u16,
}

impl Log {
    /// Adds an event; `false`, and nothing added, where it does not apply: a step that is ticked already, something taken
    /// back twice, anything but a start before the start.
    pub fn push(&mut self, at: At, what: What) -> bool {
        let applies = self.state.applies(&what);
        if applies {
            self.state.apply(at, &what);
            self.events.push(Event { at, what });
        }
        applies
    }

    /// Everything that happened, in order.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// What it amounts to now.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// What the first `count` events amount to.
    #[must_use]
    pub fn state_after(&self, count: usize) -> State {
        let mut state = State::default();
        self.events.iter().take(count).for_each(|event| state.apply(event.at, &event.what));
        state
    }

    /// The event that Undo takes back next: the last tick, skip, amendment or reminder that stands.
    #[must_use]
    pub fn undoable(&self) -> Option<usize> {
        let last_mark = self.state.marks.iter().map(|(event, _)| *event).max();
        let last_amendment = self.state.amendments.iter().map(|(event, _, _)| *event).max();
        last_mark.max(last_amendment)
    }
}

impl Log {
    /// The events that Undo takes back next: what was marked together goes together, the last event first.
    #[must_use]
    pub fn undoable_together(&self) -> Vec<usize> {
        let Some(last) = self.undoable() else { return Vec::new() };
        let step = |event: usize| {
            let found = self.events.get(event).filter(|_| self.state.is_step(event))?;
            let left_out = matches!(found.what, What::Skipped(_, reason) if reason != Reason::DoneBefore);
            (left_out || matches!(found.what, What::Ticked(_))).then_some((found.at, left_out))
        };
        let one = step(last);
        let before = (0..last).rev().take_while(|event| one.is_some() && step(*event) == one);
        std::iter::once(last).chain(before).collect()
    }
}

impl State {
    /// Whether the run goes on.
    #[must_use]
    pub const fn is_running(&self) -> bool {
        self.started.is_some() && self.ended.is_none()
    }

    /// How the step of a rule stands; `None` while it is open.
    #[must_use]
    pub fn marked(&self, rule: &str) -> Option<Marked> {
        let of = |(event, mark): &(usize, Mark)| match *mark {
            Mark::Done(id, at) if id == rule => Some((*event, at, None)),
            Mark::Skipped(id, at, reason) if id == rule => Some((*event, at, Some(reason))),
            Mark::Done(..) | Mark::Skipped(..) | Mark::Timer(..) => None,
        };
        let (event, entered, skipped) = self.marks.iter().rev().find_map(of)?;
        let amended = self.amendments.iter().rev().find(|(_, of, _)| *of == event).map(|(_, _, at)| *at);
        Some(Marked { event, entered, amended, skipped })
    }

    /// Every rule whose step is ticked or skipped, in the order of its first mark.
    #[must_use]
    pub fn rules(&self) -> Vec<&'static str> {
        let mut rules = Vec::new();
        for (_, mark) in &self.marks {
            if let Mark::Done(id, _) | Mark::Skipped(id, _, _) = mark
                && !rules.contains(id)
            {
                rules.push(*id);
            }
        }
        rules
    }

    /// The reminders that stand, the one that is due first at the front.
    #[must_use]
    pub fn reminders(&self) -> Vec<Reminder> {
        let of = |(event, mark): &(usize, Mark)| match *mark {
            Mark::Timer(due, minutes) => Some(Reminder { event: *event, due, minutes }),
            Mark::Done(..) | Mark::Skipped(..) => None,
        };
        let mut reminders: Vec<Reminder> = self.marks.iter().filter_map(of).collect();
        reminders.sort_by_key(|reminder| (reminder.due, reminder.event));
        reminders
    }

    fn stands(&self, event: usize) -> bool {
        self.marks.iter().any(|(other, _)| *other == event)
            || self.amendments.iter().any(|(other, _, _)| *other == event)
    }

    fn is_step(&self, event: usize) -> bool {
        self.marks.iter().any(|(other, mark)| *other == event && matches!(mark, Mark::Done(..) | Mark::Skipped(..)))
    }

    fn applies(&self, what: &What) -> bool {
        match what {
            What::Started => self.started.is_none(),
            // what was forgotten may be put right after the end
            What::Undone(event) => self.started.is_some() && self.stands(*event),
            What::Amended(event, _) => self.started.is_some() && self.is_step(*event),
            What::Remark(_) => self.started.is_some(),
            What::Ticked(rule) => self.is_running() && self.marked(rule).is_none_or(|marked| marked.skipped.is_some()),
            What::Skipped(rule, _) => self.is_running() && self.marked(rule).is_none(),
            What::Answered(index, entry) => {
                self.is_running() && self.entries.get(index).cloned().unwrap_or_default() != *entry
            }
            What::Timer(_) | What::Ended => self.is_running(),
        }
    }

    fn apply(&mut self, at: At, what: &What) {
        if self.applies(what) {
            let event = self.length;
            match what {
                What::Started => self.started = Some(at),
                What::Ended => self.ended = Some(at),
                What::Remark(_) => {}
                What::Answered(index, entry) if *entry == Entry::default() => {
                    self.entries.remove(index);
                }
                What::Answered(index, entry) => {
                    self.entries.insert(*index, entry.clone());
                }
                What::Ticked(rule) => self.marks.push((event, Mark::Done(rule, at))),
                What::Skipped(rule, reason) => self.marks.push((event, Mark::Skipped(rule, at, *reason))),
                What::Timer(minutes) => {
                    self.marks.push((event, Mark::Timer(at.plus_minutes(i64::from(*minutes)), *minutes)));
                }
                What::Amended(of, when) => self.amendments.push((event, *of, *when)),
                What::Undone(of) => {
                    self.marks.retain(|(other, _)| other != of);
                    self.amendments.retain(|(other, mark, _)| other != of && mark != of);
                }
            }
        }
        self.length += 1;
    }
}
