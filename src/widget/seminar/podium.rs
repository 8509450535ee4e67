//! Between the components and the pure room: the one clock, the wait until typing has settled, and the tab's own storage.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::Callback;

use crate::guideline::NMS;
use crate::session::Edit;
use crate::teaching::log::At;
use crate::teaching::log_text;
use crate::teaching::room::{Act, Mode, Room};
use crate::widget::bridge::{Bridge, View};
use crate::widget::seminar::file;
use crate::wording::Edition;
use crate::wording::room::{self, Lesson};

/// Letters typed within this time are one answer.
const SETTLED_MS: u32 = 900;

/// The home of a teaching session.
pub struct Podium {
    bridge: Rc<Bridge>,
    room: RefCell<Rc<Room>>,
    redraw: Callback<()>,
    typing: RefCell<Option<Timeout>>,
    view: RefCell<Option<View>>,
}

impl PartialEq for Podium {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// The moment, from the one clock of the room.
#[must_use]
pub fn now() -> At {
    if !cfg!(target_arch = "wasm32") {
        // drawn without a browser there is no clock
        return At::default();
    }
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 are whole and far below 2^53")]
    let at = js_sys::Date::now() as i64;
    At(at)
}

impl Podium {
    /// A podium that calls `redraw` after each change.
    #[must_use]
    pub fn new(bridge: Rc<Bridge>, redraw: Callback<()>) -> Self {
        let podium =
            Self { bridge, room: RefCell::default(), redraw, typing: RefCell::default(), view: RefCell::default() };
        podium.follow_host();
        podium
    }

    /// In whose words it speaks.
    fn lesson(&self) -> Lesson {
        let words = self.bridge.options().words;
        Lesson { edition: Edition { rules: &NMS, words }, room: room::of(words) }
    }

    /// The room as it is.
    #[must_use]
    pub fn room(&self) -> Rc<Room> {
        Rc::clone(&self.room.borrow())
    }

    /// Listens to the bridge, and brings back a run that was kept in this tab.
    pub fn begin(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        self.bridge.on_redraw(Callback::from(move |()| {
            if let Some(podium) = weak.upgrade() {
                podium.changed();
            }
        }));
        if let Some(text) = file::kept() {
            let (log, problems) = log_text::read(self.lesson(), &text);
            if log.state().started.is_some() {
                self.act(Act::Restore(log, problems));
            }
        }
        self.changed();
    }

    /// The view that the host asks for, each time that it asks for another one.
    fn follow_host(&self) {
        let view = self.bridge.options().view;
        if self.view.replace(Some(view)) == Some(view) {
            return;
        }
        let mode = match view {
            View::Room(mode) => mode,
            View::Full | View::Form | View::Panel => Mode::Advise,
        };
        let room = Room { mode, ..Room::clone(&self.room()) };
        self.room.replace(Rc::new(room));
    }

    /// An act of somebody in the room.
    pub fn act(&self, act: Act) {
        self.typing.take();
        let (next, edits) = self.room().act(self.lesson(), &self.bridge.session(), act, now());
        self.room.replace(Rc::new(next));
        for edit in edits {
            self.bridge.edit(edit);
        }
        self.keep();
        self.redraw.emit(());
    }

    /// An edit of the answers. A reset also ends what was kept of a run; the run itself can be brought back.
    pub fn edit(&self, edit: Edit) {
        let reset = edit == Edit::Reset;
        self.bridge.edit(edit);
        if reset {
            self.act(Act::Keep(false));
            self.act(Act::Renew);
        }
    }

    /// Something changed in the session: drawn at once, logged when typing has settled.
    fn changed(self: &Rc<Self>) {
        self.follow_host();
        self.redraw.emit(());
        let weak = Rc::downgrade(self);
        let settled = Timeout::new(SETTLED_MS, move || {
            if let Some(podium) = weak.upgrade() {
                podium.sync();
            }
        });
        self.typing.replace(Some(settled));
    }

    fn sync(&self) {
        let mut room = Room::clone(&self.room());
        room.sync(&NMS, &self.bridge.session(), now());
        if room != *self.room() {
            self.room.replace(Rc::new(room));
            self.keep();
            self.redraw.emit(());
        }
    }

    /// Nothing is kept without a yes, and a no takes away what was kept.
    fn keep(&self) {
        let room = self.room();
        let text = (room.keep && room.log.state().started.is_some()).then(|| log_text::write(&NMS, &room.log));
        if !file::keep(text.as_deref()) && room.keep {
            let problem = self.lesson().room.nav.not_kept;
            let room = Room { keep: false, problems: vec![problem.into()], ..Room::clone(&room) };
            self.room.replace(Rc::new(room));
        }
    }
}
