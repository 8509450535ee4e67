//! What every component may ask for: the language of the widget, and the level of its headings. Given by the root component;
//! one context for all of it, since each kind of context is code of its own.

use std::cell::Cell;

use wasm_bindgen::prelude::*;
use yew::prelude::*;

use crate::widget::bridge::ViewOptions;
use crate::wording::room::{Lesson, ROOM, RoomWords};
use crate::wording::{Edition, Words};

/// What is given.
#[derive(Clone, Copy, PartialEq)]
pub struct Setting {
    /// The level of the widget's top headings.
    pub level: u8,
    /// The rule set and the words of the widget.
    pub edition: Edition,
    /// Whether everything in the plan is open: for a print.
    pub everything: bool,
    /// The words of the teaching room, given there alone: the widget does not load them.
    pub room: Option<&'static RoomWords>,
}

impl From<ViewOptions> for Setting {
    fn from(options: ViewOptions) -> Self {
        Self { level: options.heading_level, edition: options.edition, everything: options.everything, room: None }
    }
}

thread_local! {
    static DRAWN: Cell<u32> = const { Cell::new(0) };
    static DRAWING: Cell<bool> = const { Cell::new(false) };
}

/// Notes that a component is drawn; each calls it, most of them by asking for words.
pub fn count_drawing() {
    DRAWN.set(DRAWN.get().wrapping_add(1));
    if cfg!(target_arch = "wasm32") && !DRAWING.replace(true) {
        settle();
    }
}

/// Whether components are being drawn. Nodes of the widget that change at another time were changed by somebody else.
#[must_use]
pub fn drawing() -> bool {
    DRAWING.get()
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = queueMicrotask)]
    fn queue_microtask(task: &JsValue);
}

/// The drawing is over when two turns of the microtasks passed without another: an observer of what was drawn comes
/// within them, as it is called by a microtask that the first change of a node queues.
fn settle() {
    let drawn = DRAWN.get();
    queue_microtask(&Closure::once_into_js(move || {
        queue_microtask(&Closure::once_into_js(move || {
            if DRAWN.get() == drawn {
                DRAWING.set(false);
            } else {
                settle();
            }
        }));
    }));
}

/// All of it; the first guideline in English where nothing was given.
#[hook]
pub fn use_setting() -> Setting {
    count_drawing();
    use_context::<Setting>().unwrap_or(Setting { level: 2, edition: Edition::default(), everything: false, room: None })
}

/// The words that are shown.
#[hook]
pub fn use_words() -> &'static Words {
    use_setting().edition.words
}

/// The rule set and the words that are shown.
#[hook]
pub fn use_edition() -> Edition {
    use_setting().edition
}

/// The same with the words of the teaching room.
#[hook]
pub fn use_lesson() -> Lesson {
    let Setting { edition, room, .. } = use_setting();
    Lesson { edition, room: room.unwrap_or(&ROOM) }
}
