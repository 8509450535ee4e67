//! A case of the teaching room, as a host opens it, keeps it and hears of it.

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use yew::Callback;

use super::Advisor;
use crate::widget::bridge::{RoomNews, RoomWish};

#[wasm_bindgen]
impl Advisor {
    /// Calls `told` with `drawn` once the room is there, with `progress` and a text, or with `stage` or `case` and its detail:
    /// how far a learner is, and what was done.
    #[wasm_bindgen(js_name = onTold)]
    pub fn on_told(&self, told: Function) {
        self.bridge().on_news(Callback::from(move |news: RoomNews| {
            let (kind, detail) = match news {
                RoomNews::Drawn => ("drawn", JsValue::UNDEFINED),
                RoomNews::Progress(text) => ("progress", JsValue::from(text)),
                RoomNews::Stage(json) => ("stage", parsed(&json)),
                RoomNews::Case(json) => ("case", parsed(&json)),
            };
            // a listener that throws is the host's affair; the room goes on
            let _ = told.call2(&JsValue::UNDEFINED, &kind.into(), &detail);
        }));
    }

    /// Opens a bundled case by its id, as soon as the room is there. Returns why it could not, in sentences.
    #[wasm_bindgen(js_name = openCase)]
    #[must_use]
    pub fn open_case(&self, id: &str) -> Array {
        sentences(self.bridge().wish(RoomWish::Case(id.into())))
    }

    /// Goes on with a case from a text that `onTold` got, as soon as the room is there. Returns what could not be read.
    #[wasm_bindgen(js_name = restoreProgress)]
    #[must_use]
    pub fn restore_progress(&self, text: &str) -> Array {
        sentences(self.bridge().wish(RoomWish::Progress(text.into())))
    }
}

fn parsed(json: &str) -> JsValue {
    js_sys::JSON::parse(json).unwrap_or(JsValue::NULL)
}

fn sentences(problems: Vec<String>) -> Array {
    problems.into_iter().map(JsValue::from).collect()
}
