//! The tab's own storage, after an explicit yes. An entry is named by a random id that stands in the state of this page in the
//! tab's history, so that no other page and no other element finds it; a duplicate of the tab has both, so the tabs ask
//! each other whose it is.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, Element, MessageEvent, Node, ShadowRoot, Storage};
use yew::Callback;

use crate::engine::rule_set::RuleSet;
use crate::teaching::kept::{self, Owner};
use crate::teaching::log::{At, Log};
use crate::teaching::room::Offer;
use crate::wording::room::Lesson;

/// Before the id of an entry, and the name of the channel.
const NAME: &str = "nms-advisor-run";
/// The key in the state of the history.
const STATE: &str = "nmsAdvisorRun";
/// A tab that has the run answers within this time.
const ANSWERS_MS: u32 = 350;
/// A room that opens later than this is no part of the reload.
const LOADING_MS: f64 = 60_000.0;

/// What one room holds in its tab.
pub struct Tab {
    owner: RefCell<Owner>,
    /// The id of the entry that is this room's.
    own: Rc<RefCell<Option<String>>>,
    channel: RefCell<Option<Channel>>,
    asking: RefCell<Option<Timeout>>,
}

type Heard = Closure<dyn FnMut(MessageEvent)>;
type Channel = (BroadcastChannel, Heard);

impl Drop for Tab {
    fn drop(&mut self) {
        self.close();
    }
}

impl Default for Tab {
    fn default() -> Self {
        Self { owner: RefCell::default(), own: Rc::default(), channel: RefCell::new(None), asking: RefCell::default() }
    }
}

fn storage() -> Option<Storage> {
    // a page without an origin of its own may have none, and says so by throwing
    web_sys::window()?.session_storage().ok().flatten()
}

fn key(id: &str) -> String {
    format!("{NAME}:{id}")
}

impl Tab {
    /// Looks where the room is, and which runs were kept there. The first is that of this very page in the tab's history.
    #[must_use]
    pub fn find(&self, lesson: Lesson, root: &Element) -> Vec<Offer> {
        let location = web_sys::window().map(|window| window.location());
        let of = |part: fn(&web_sys::Location) -> Result<String, JsValue>| {
            location.as_ref().and_then(|location| part(location).ok()).unwrap_or_default()
        };
        let page = of(web_sys::Location::pathname) + &of(web_sys::Location::search);
        self.owner.replace(Owner { page, place: place(root) });
        let owner = self.owner.borrow();
        let mine = remembered(&owner.place);
        let Some(storage) = storage() else { return Vec::new() };
        let entries = (0..storage.length().unwrap_or(0)).filter_map(|at| storage.key(at).ok().flatten());
        let read = |name: String| {
            let id = name.strip_prefix(NAME)?.strip_prefix(':')?;
            kept::read(lesson, &owner, id, &storage.get_item(&name).ok()??)
        };
        let mut found: Vec<Offer> = entries.filter_map(read).collect();
        // the newest first, and before it the one of this page
        found.sort_by_key(|offer| (mine.as_deref() != Some(offer.id.as_str()), -offer.at.0));
        found
    }

    /// Tells whether a run is that of this very page, which was just loaded again, and of no other tab that is open. Where
    /// that cannot be known, the answer is no.
    pub fn is_ours(&self, id: &str, tell: Callback<bool>) {
        let ours = remembered(&self.owner.borrow().place).as_deref() == Some(id);
        let Some(channel) = (ours && reloaded()).then(|| BroadcastChannel::new(NAME).ok()).flatten() else {
            tell.emit(false);
            return;
        };
        let claimed = Rc::new(Cell::new(false));
        let heard = {
            let (claimed, answer) = (Rc::clone(&claimed), format!("held {id}"));
            Heard::new(move |event: MessageEvent| {
                if event.data().as_string().as_deref() == Some(answer.as_str()) {
                    claimed.set(true);
                }
            })
        };
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        // a question that cannot be put is answered by nobody, so it counts as claimed
        claimed.set(channel.post_message(&format!("whose {id}").into()).is_err());
        let asked = Timeout::new(ANSWERS_MS, move || {
            channel.set_onmessage(None);
            channel.close();
            drop(heard);
            tell.emit(!claimed.get());
        });
        self.asking.replace(Some(asked));
    }

    /// The entry of this id is this room's from now on, and other tabs are told so when they ask.
    pub fn own(&self, id: String) {
        remember(&self.owner.borrow().place, Some(&id));
        self.own.replace(Some(id));
        if self.channel.borrow().is_some() {
            return;
        }
        let Ok(channel) = BroadcastChannel::new(NAME) else { return };
        let heard = {
            let (own, channel) = (Rc::clone(&self.own), channel.clone());
            Heard::new(move |event: MessageEvent| {
                let asked = event.data().as_string().unwrap_or_default();
                if let (Some(id), Some(own)) = (asked.strip_prefix("whose "), own.borrow().as_deref())
                    && id == own
                {
                    // who asked is gone again: nothing is lost
                    let _ = channel.post_message(&format!("held {id}").into());
                }
            })
        };
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        self.channel.replace(Some((channel, heard)));
    }

    /// Whether the entry of this id is this room's.
    #[must_use]
    pub fn owns(&self, id: &str) -> bool {
        self.own.borrow().as_deref() == Some(id)
    }

    /// The entry stays in the tab and is this room's no more.
    pub fn leave(&self) {
        remember(&self.owner.borrow().place, None);
        self.own.replace(None);
        self.close();
    }

    /// An entry of this room under an id of its own, so that no copy in another tab has the same.
    #[must_use]
    pub fn renamed(&self, id: &str) -> String {
        let new = random();
        self.delete(id);
        self.own(new.clone());
        new
    }

    /// Keeps the run; `false` where the browser does not allow it.
    #[must_use]
    pub fn keep(&self, rules: &'static RuleSet, at: At, title: &str, log: &Log) -> bool {
        let own = self.own.borrow().clone();
        let id = own.unwrap_or_else(random);
        let text = kept::write(rules, &self.owner.borrow(), at, title, log);
        let kept = storage().is_some_and(|storage| storage.set_item(&key(&id), &text).is_ok());
        if kept {
            self.own(id);
        }
        kept
    }

    /// Takes away what this room keeps, and nothing of another's.
    pub fn forget(&self) {
        let own = self.own.borrow().clone();
        if let Some(id) = own {
            self.delete(&id);
            self.leave();
        }
    }

    /// Takes an entry away.
    pub fn delete(&self, id: &str) {
        if let Some(storage) = storage() {
            // what cannot be taken away was never there
            let _ = storage.remove_item(&key(id));
        }
    }

    fn close(&self) {
        if let Some((channel, _heard)) = self.channel.take() {
            channel.set_onmessage(None);
            channel.close();
        }
    }
}

/// The position of the element among its like, from the page inwards.
fn place(root: &Element) -> String {
    let mut places = Vec::new();
    let mut inside: Node = root.clone().into();
    while let Ok(shadow) = inside.get_root_node().dyn_into::<ShadowRoot>() {
        let host = shadow.host();
        let around = host.get_root_node();
        let name = host.local_name();
        let all = match around.dyn_ref::<ShadowRoot>() {
            Some(shadow) => shadow.query_selector_all(&name),
            None => host.owner_document().map_or(Err(JsValue::NULL), |document| document.query_selector_all(&name)),
        };
        let at = all.ok().and_then(|all| (0..all.length()).find(|at| all.get(*at).as_ref() == Some(host.as_ref())));
        places.insert(0, at.map_or_else(String::new, |at| at.to_string()));
        inside = host.into();
    }
    places.join("/")
}

/// The state of this page in the history, where nothing stands that could not be added to.
fn state() -> Option<(web_sys::History, JsValue)> {
    let history = web_sys::window()?.history().ok()?;
    let state = history.state().ok()?;
    let plain = state.is_null() || (state.is_object() && !Array::is_array(&state));
    plain.then_some((history, state))
}

/// The id that the page remembers for an element.
fn remembered(place: &str) -> Option<String> {
    let (_, state) = state()?;
    let ids = Reflect::get(&state, &STATE.into()).ok()?;
    Reflect::get(&ids, &place.into()).ok()?.as_string()
}

/// Adds the id to what the host has in the state of the page, or takes it out.
fn remember(place: &str, id: Option<&str>) {
    if remembered(place).as_deref() == id {
        return;
    }
    let Some((history, state)) = state() else { return };
    let merge = || -> Result<(), JsValue> {
        let next = Object::assign(&Object::new(), state.unchecked_ref());
        let ids = Reflect::get(&next, &STATE.into())?;
        let ids = Object::assign(&Object::new(), ids.unchecked_ref());
        match id {
            Some(id) => Reflect::set(&ids, &place.into(), &id.into())?,
            None => Reflect::delete_property(&ids, &place.into())?,
        };
        Reflect::set(&next, &STATE.into(), &ids)?;
        history.replace_state(&next, "")
    };
    // a page whose history is closed is asked instead
    let _ = merge();
}

/// Whether the page was just loaded again.
fn reloaded() -> bool {
    let ask = || -> Result<bool, JsValue> {
        let performance = Reflect::get(&js_sys::global(), &"performance".into())?;
        let entries = Reflect::get(&performance, &"getEntriesByType".into())?.dyn_into::<js_sys::Function>()?;
        let entries = entries.call1(&performance, &"navigation".into())?;
        let kind = Reflect::get(&Reflect::get_u32(&entries, 0)?, &"type".into())?;
        let now = Reflect::get(&performance, &"now".into())?.dyn_into::<js_sys::Function>()?.call0(&performance)?;
        Ok(kind.as_string().as_deref() == Some("reload") && now.as_f64().is_some_and(|now| now < LOADING_MS))
    };
    ask().unwrap_or(false)
}

/// A name that is met once.
fn random() -> String {
    format!("{:08x}{:08x}{:08x}{:08x}", word(), word(), word(), word())
}

fn word() -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number from 0 up to 2^32")]
    let word = (js_sys::Math::random() * 4_294_967_296.0) as u32;
    word
}
