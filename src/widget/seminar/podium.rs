//! Between the components and the pure room: the one clock, the wait until typing has settled, and the tab's own storage.

mod door;

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::Function;
use web_sys::Element;
use yew::Callback;

use crate::session::Edit;
use crate::teaching::room::{Act, By, Mode, Offer, Room};
use crate::widget::bridge::{Bridge, RoomNews, View};
use crate::widget::seminar::clock::{not_before, now};
use crate::widget::seminar::going::Going;
use crate::widget::seminar::screen::Screen;
use crate::widget::seminar::tab::Tab;
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
    tab: Tab,
    going: Going,
    screen: Screen,
    /// How far the learner is, as the host was told last.
    kept: RefCell<String>,
}

impl PartialEq for Podium {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Podium {
    /// A podium that calls `redraw` after each change; `opener` opens a window, as [`Screen::new`] takes it.
    #[must_use]
    pub fn new(bridge: Rc<Bridge>, opener: Option<Function>, redraw: Callback<()>) -> Self {
        let podium = Self {
            bridge,
            room: RefCell::default(),
            redraw,
            typing: RefCell::default(),
            view: RefCell::default(),
            tab: Tab::default(),
            going: Going::default(),
            screen: Screen::new(opener),
            kept: RefCell::default(),
        };
        podium.follow_host();
        podium
    }

    /// In whose words it speaks.
    fn lesson(&self) -> Lesson {
        let edition = self.bridge.options().edition;
        Lesson { edition, room: room::of(edition.words) }
    }

    /// The room as it is.
    #[must_use]
    pub fn room(&self) -> Rc<Room> {
        Rc::clone(&self.room.borrow())
    }

    /// What the wall of a second screen is drawn in, while it is open.
    #[must_use]
    pub fn screen(&self) -> Option<Element> {
        self.screen.inside()
    }

    /// Opens the wall in a window of its own, or closes it.
    fn turn_screen(self: &Rc<Self>) {
        if self.screen.inside().is_some() {
            self.screen.close();
            return;
        }
        let weak = Rc::downgrade(self);
        let gone = Callback::from(move |()| {
            if let Some(podium) = weak.upgrade() {
                podium.screen.forget();
                podium.redraw.emit(());
            }
        });
        let told = &self.lesson().room.wall;
        let opened = self.screen.open(told.second_title, gone);
        let problems = if opened { Vec::new() } else { vec![told.not_opened.into()] };
        self.act(Act::Refuse(problems));
    }

    /// Listens to the bridge, and looks for runs that were kept in this tab; `root` is any element of the room.
    pub fn begin(self: &Rc<Self>, root: Option<&Element>) {
        let weak = Rc::downgrade(self);
        self.bridge.on_redraw(Callback::from(move |()| {
            if let Some(podium) = weak.upgrade() {
                podium.changed();
            }
        }));
        self.open_door();
        let found = root.map(|root| self.tab.find(self.lesson(), root)).unwrap_or_default();
        if let (Some(first), true) = (found.first(), self.is_empty()) {
            let (weak, id) = (Rc::downgrade(self), first.id.clone());
            self.tab.is_ours(
                &id.clone(),
                Callback::from(move |ours: bool| {
                    if let Some(podium) = weak.upgrade() {
                        podium.found(found.clone(), ours.then_some(id.as_str()));
                    }
                }),
            );
        } else {
            self.found(found, None);
        }
        self.changed();
        self.bridge.tell(RoomNews::Drawn);
    }

    /// Whether nothing is entered and nothing goes on.
    fn is_empty(&self) -> bool {
        let room = self.room();
        self.bridge.session().entries.is_empty() && room.case.is_none() && room.log.state().started.is_none()
    }

    /// Runs that were found in the tab: one is gone on with where it is this page's own and nothing stands here, and asked about
    /// where not.
    fn found(self: &Rc<Self>, runs: Vec<Offer>, ours: Option<&str>) {
        let first = runs.iter().position(|offer| Some(offer.id.as_str()) == ours).filter(|_| self.is_empty());
        if !runs.is_empty() {
            self.act(Act::Offer(runs));
        }
        if let (Some(at), Some(id)) = (first, ours) {
            self.tab.own(id.into());
            self.act(Act::GoOn(at));
        }
    }

    /// What becomes of the entries in the tab's storage by an act.
    fn settle(&self, act: &Act) {
        if let Act::GoOn(at) = act {
            let mut room = Room::clone(&self.room());
            if let Some(offer) = room.offered.get_mut(*at)
                && !self.tab.owns(&offer.id)
            {
                offer.id = self.tab.renamed(&offer.id);
                self.room.replace(Rc::new(room));
            }
        } else if let Act::Discard(at) = act {
            if let Some(offer) = self.room().offered.get(*at) {
                self.tab.delete(&offer.id);
            }
        } else if *act == Act::BringBack
            && self.room().replaced.as_ref().is_some_and(|replaced| matches!(replaced.by, By::Run(_)))
        {
            // the run stays in the tab, and is asked about again
            self.tab.leave();
        }
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
    pub fn act(self: &Rc<Self>, act: Act) {
        if act == Act::Screen {
            self.turn_screen();
        } else {
            self.perform(act, true);
        }
    }

    /// An act of somebody in the room, or of the host.
    fn perform(&self, act: Act, by_reader: bool) {
        let before = self.room();
        self.typing.take();
        self.settle(&act);
        if let Act::Offer(runs) = &act {
            // what is known to have happened is not to come
            for offer in runs {
                not_before(offer.log.events().last().map_or(offer.at, |event| event.at));
            }
        }
        let (next, edits) = self.room().act(self.lesson(), &self.bridge.session(), act, now());
        self.room.replace(Rc::new(next));
        for edit in edits {
            if by_reader {
                self.bridge.edit(edit);
            } else {
                self.bridge.edit_by_host(edit);
            }
        }
        self.keep();
        self.redraw.emit(());
        self.tell(&before, by_reader);
    }

    /// An edit of the answers. A reset also ends what was kept of a run; the run itself can be brought back.
    pub fn edit(self: &Rc<Self>, edit: Edit) {
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
        room.sync(self.lesson().edition.rules, &self.bridge.session(), now());
        if room != *self.room() {
            self.room.replace(Rc::new(room));
            self.keep();
            self.redraw.emit(());
        }
    }

    /// Nothing is kept without a yes, and a no takes away what this room kept. A run that is kept nowhere is asked about
    /// before the page goes.
    fn keep(&self) {
        let room = self.room();
        let state = room.log.state();
        if room.keep && state.started.is_some() {
            let title = room.case.as_ref().map_or("", |case| case.title.as_str());
            if !self.tab.keep(self.lesson().edition.rules, now(), title, &room.log) {
                let problem = self.lesson().room.nav.not_kept;
                let room = Room { keep: false, problems: vec![problem.into()], ..Room::clone(&room) };
                self.room.replace(Rc::new(room));
                self.tab.forget();
            }
        } else {
            self.tab.forget();
        }
        self.going.set(state.is_running(), self.room().keep);
    }
}
