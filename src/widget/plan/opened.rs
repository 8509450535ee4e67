//! Which rows and sections of the plan are open: what the reader opened or closed, and else what opens by itself.

use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// What the reader opened and closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// Whether everything was opened at once.
    pub all: bool,
    one_by_one: BTreeMap<String, bool>,
}

impl Opened {
    /// Everything is open.
    #[must_use]
    pub fn everything() -> Self {
        Self { all: true, ..Self::default() }
    }

    /// Whether a part is open; `by_itself` says so of one that the reader did not touch.
    #[must_use]
    pub fn is(&self, part: &str, by_itself: bool) -> bool {
        self.one_by_one.get(part).copied().unwrap_or(self.all || by_itself)
    }
}

/// What is done to what is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    /// A part is open, or closed.
    One(String, bool),
    /// Everything is open, or as it was at first.
    All(bool),
}

impl Turn {
    /// What a `toggle` tells: which part was opened or closed, whoever did it: a click, a script of the page, the search
    /// of the browser. `None` where the part stands as it was drawn.
    #[must_use]
    pub fn told(event: &Event) -> Option<Self> {
        let details = event.target()?.dyn_into::<Element>().ok()?;
        let (part, drawn) = (details.get_attribute("data-part")?, details.get_attribute("data-open")? == "true");
        let open = details.has_attribute("open");
        (open != drawn).then_some(Self::One(part, open))
    }
}

impl Reducible for Opened {
    type Action = Turn;

    fn reduce(self: Rc<Self>, turn: Turn) -> Rc<Self> {
        match turn {
            Turn::One(part, open) => {
                let mut next = Self::clone(&self);
                next.one_by_one.insert(part, open);
                Rc::new(next)
            }
            Turn::All(all) => Rc::new(Self { all, one_by_one: BTreeMap::new() }),
        }
    }
}
