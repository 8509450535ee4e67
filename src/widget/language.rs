//! The language of the widget: given by the root component, taken by whoever says something.

use yew::prelude::*;

use crate::guideline::NMS;
use crate::wording::room::Lesson;
use crate::wording::{Edition, Words};

/// The rule set and the words that are shown.
#[hook]
pub fn use_edition() -> Edition {
    use_context::<Edition>().unwrap_or_else(|| Edition::from(&NMS))
}

/// The words that are shown.
#[hook]
pub fn use_words() -> &'static Words {
    use_edition().words
}

/// The same with the words of the teaching room.
#[hook]
pub fn use_lesson() -> Lesson {
    use_context::<Lesson>().unwrap_or_else(|| Lesson::from(&NMS))
}
