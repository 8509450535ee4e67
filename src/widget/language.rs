//! What every component may ask for: the language of the widget, and the level of its headings. Given by the root component;
//! one context for all of it, since each kind of context is code of its own.

use yew::prelude::*;

use crate::guideline::NMS;
use crate::widget::bridge::ViewOptions;
use crate::wording::room::{Lesson, ROOM, RoomWords};
use crate::wording::{EN, Edition, Words};

/// What is given.
#[derive(Clone, Copy, PartialEq)]
pub struct Setting {
    /// The level of the widget's top headings.
    pub level: u8,
    /// The words of the widget.
    pub words: &'static Words,
    /// The words of the teaching room, given there alone: the widget does not load them.
    pub room: Option<&'static RoomWords>,
}

impl From<ViewOptions> for Setting {
    fn from(options: ViewOptions) -> Self {
        Self { level: options.heading_level, words: options.words, room: None }
    }
}

/// All of it; English where nothing was given.
#[hook]
pub fn use_setting() -> Setting {
    use_context::<Setting>().unwrap_or(Setting { level: 2, words: &EN, room: None })
}

/// The words that are shown.
#[hook]
pub fn use_words() -> &'static Words {
    use_setting().words
}

/// The rule set and the words that are shown.
#[hook]
pub fn use_edition() -> Edition {
    Edition { rules: &NMS, words: use_setting().words }
}

/// The same with the words of the teaching room.
#[hook]
pub fn use_lesson() -> Lesson {
    let Setting { words, room, .. } = use_setting();
    Lesson { edition: Edition { rules: &NMS, words }, room: room.unwrap_or(&ROOM) }
}
