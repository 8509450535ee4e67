//! What holds while a run goes on: the screen stays awake, and a page with a run that is nowhere else asks before it goes.
//! Nothing of it is registered otherwise, so that the page keeps its place in the browser's back-forward cache.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, EventTarget};

/// A listener that is taken away when it is dropped.
struct Listener {
    target: EventTarget,
    name: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    fn new(target: EventTarget, name: &'static str, heard: impl FnMut(Event) + 'static) -> Self {
        let closure = Closure::<dyn FnMut(Event)>::new(heard);
        // a page that takes no listener does without
        let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        Self { target, name, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback(self.name, self.closure.as_ref().unchecked_ref());
    }
}

/// What a run that goes on holds.
#[derive(Default)]
pub struct Going {
    leaving: RefCell<Option<Listener>>,
    awake: RefCell<Option<Awake>>,
}

impl Going {
    /// Holds what a run needs that goes on, and lets go of it when it ended.
    pub fn set(&self, running: bool, kept: bool) {
        let Some(window) = web_sys::window() else { return };
        let asks = self.leaving.borrow().is_some();
        if running && !kept && !asks {
            self.leaving.replace(Some(Listener::new(window.into(), "beforeunload", |event| {
                event.prevent_default();
                // older browsers ask where the event has an answer
                let _ = Reflect::set(&event, &"returnValue".into(), &JsValue::TRUE);
            })));
        } else if asks && (kept || !running) {
            self.leaving.replace(None);
        }
        let held = self.awake.borrow().is_some();
        if running != held {
            self.awake.replace(running.then(Awake::new));
        }
    }
}

/// The lock on the screen: asked for, and asked for again when the page is looked at again. A refusal is quiet.
struct Awake {
    lock: Rc<Lock>,
    _seen: Option<Listener>,
}

#[derive(Default)]
struct Lock {
    over: Cell<bool>,
    asked: Cell<bool>,
    sentinel: RefCell<Option<JsValue>>,
}

impl Awake {
    fn new() -> Self {
        let lock = Rc::new(Lock::default());
        lock.ask();
        let document = web_sys::window().and_then(|window| window.document());
        let seen = document.map(|document| {
            let lock = Rc::clone(&lock);
            Listener::new(document.into(), "visibilitychange", move |_| lock.ask())
        });
        Self { lock, _seen: seen }
    }
}

impl Drop for Awake {
    fn drop(&mut self) {
        self.lock.over.set(true);
        if let Some(sentinel) = self.lock.sentinel.take() {
            release(&sentinel);
        }
    }
}

impl Lock {
    /// The browser lets go of the lock itself when the page is hidden.
    fn ask(self: &Rc<Self>) {
        let hidden = web_sys::window().and_then(|window| window.document()).is_none_or(|document| document.hidden());
        if hidden {
            self.sentinel.take();
            return;
        }
        if self.asked.get() || self.sentinel.borrow().is_some() {
            return;
        }
        let Some(asked) = request() else { return };
        self.asked.set(true);
        let lock = Rc::clone(self);
        spawn_local(async move {
            let sentinel = JsFuture::from(asked).await;
            lock.asked.set(false);
            match sentinel {
                Ok(sentinel) if lock.over.get() => release(&sentinel),
                Ok(sentinel) => drop(lock.sentinel.replace(Some(sentinel))),
                Err(_) => {}
            }
        });
    }
}

/// The promise of a lock; `None` where a browser has none, or throws.
fn request() -> Option<Promise> {
    let locks = Reflect::get(&web_sys::window()?.navigator(), &"wakeLock".into()).ok()?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into::<Function>().ok()?;
    request.call1(&locks, &"screen".into()).ok()?.dyn_into().ok()
}

fn release(sentinel: &JsValue) {
    let release = Reflect::get(sentinel, &"release".into()).and_then(JsCast::dyn_into::<Function>);
    if let Ok(release) = release {
        // one that is gone already is fine
        let _ = release.call0(sentinel);
    }
}
