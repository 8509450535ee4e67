//! In whose words something of the room is said.

use super::{ROOM, RoomWords};
use crate::engine::rule_set::RuleSet;
use crate::wording::Edition;

/// An edition, and the words of the room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lesson {
    /// The rule set and the words of the widget.
    pub edition: Edition,
    /// The words of the room.
    pub room: &'static RoomWords,
}

impl From<&'static RuleSet> for Lesson {
    /// In English, as the contract is.
    fn from(rules: &'static RuleSet) -> Self {
        Self { edition: rules.into(), room: &ROOM }
    }
}

impl From<Lesson> for Edition {
    fn from(lesson: Lesson) -> Self {
        lesson.edition
    }
}
