//! The wall in a window of its own, for another screen: drawn by the same program, from the same run.

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;
use yew::prelude::*;

use crate::teaching::room::Mode;
use crate::widget::seminar::ViewProps;
use crate::widget::seminar::wall::SecondWall;

/// Opens the window, and knows what to draw in while it is open.
#[derive(Default)]
pub struct Screen {
    opener: RefCell<Option<Function>>,
    inside: RefCell<Option<Element>>,
}

impl Screen {
    /// One that opens a window by this function: it gets a title and what to call when the window is gone, and returns the
    /// element to draw in, or nothing; without arguments it closes the window.
    #[must_use]
    pub fn new(opener: Option<Function>) -> Self {
        Self { opener: RefCell::new(opener), inside: RefCell::default() }
    }

    /// The element to draw in, while the window is open.
    #[must_use]
    pub fn inside(&self) -> Option<Element> {
        self.inside.borrow().clone()
    }

    /// Opens the window; `false` where there is none.
    pub fn open(&self, title: &str, gone: Callback<()>) -> bool {
        let opener = self.opener.borrow().clone();
        let gone = Closure::once_into_js(move || gone.emit(()));
        let found = opener.and_then(|opener| opener.call2(&JsValue::UNDEFINED, &title.into(), &gone).ok());
        // an element of the page, so that it is one here; what is none is nothing
        let inside = found.and_then(|inside| inside.dyn_into::<Element>().ok());
        let there = inside.is_some();
        self.inside.replace(inside);
        there
    }

    /// Forgets the window, which is gone.
    pub fn forget(&self) {
        self.inside.replace(None);
    }

    /// Closes the window, where there is one.
    pub fn close(&self) {
        if self.inside.borrow().is_some()
            && let Some(opener) = self.opener.borrow().as_ref()
        {
            // a window that is gone already is fine
            let _ = opener.call0(&JsValue::UNDEFINED);
        }
    }
}

/// The wall, drawn in the other window in this language.
pub fn second_wall(view: &ViewProps, lang: &'static str, inside: Element) -> Html {
    let drawn = html! {
        <div class="nms seminar" tabindex="-1" data-view={Mode::Wall.id()} data-text-size={view.session.text_size.id()} data-screen="second" {lang}>
            <SecondWall ..view.clone() />
        </div>
    };
    create_portal(drawn, inside)
}
