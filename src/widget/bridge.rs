//! Between the host page and the components: the session's one home, and the way each side hears of the other's changes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::Callback;

use crate::engine::finding::Day;
use crate::session::{Edit, Session};
use crate::widget::line::Reader;
use crate::wording::Edition;

/// How the widget presents itself; set by the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ViewOptions {
    /// Light, dark, or what the browser asks for.
    pub theme: Theme,
    /// Level of the widget's top headings, 2 to 5, so that they fit the host page.
    pub heading_level: u8,
    /// Which parts are shown.
    pub view: View,
    /// Whether the page belongs to the widget, which then fills it.
    pub fill: bool,
    /// The rule set, and the words of the language.
    pub edition: Edition,
    /// Whether everything in the plan is open, whatever the reader closed: for a print.
    pub everything: bool,
}

impl Default for ViewOptions {
    fn default() -> Self {
        Self {
            theme: Theme::Auto,
            heading_level: 2,
            view: View::Full,
            fill: false,
            edition: Edition::default(),
            everything: false,
        }
    }
}

/// Colour theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// What the browser asks for.
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Which parts are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Form and panel.
    Full,
    /// The form alone.
    Form,
    /// The panel alone.
    Panel,
    /// A view of the teaching room, which is loaded apart.
    Room(crate::teaching::room::Mode),
}

impl View {
    /// The word of the attribute `view`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Form => "form",
            Self::Panel => "panel",
            Self::Room(mode) => mode.id(),
        }
    }

    /// The view of that name; the whole where there is none.
    #[must_use]
    pub fn named(id: &str) -> Self {
        match id {
            "form" => Self::Form,
            "panel" => Self::Panel,
            _ => crate::teaching::room::Mode::named(id).map_or(Self::Full, Self::Room),
        }
    }
}

/// What a host asks of the teaching room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoomWish {
    /// To open a bundled case by its id.
    Case(String),
    /// To go on with a case from a text that it was told.
    Progress(String),
    /// To name activities under this address.
    ActivityBase(String),
}

/// What a host is told of the teaching room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoomNews {
    /// It is there.
    Drawn,
    /// How far the learner is, as a text to keep.
    Progress(String),
    /// A stage was answered and compared; its detail as JSON.
    Stage(String),
    /// The last stage was; the detail of the case as JSON.
    Case(String),
}

/// Does what a host asks of the room; returns what could not be done.
type Door = Rc<dyn Fn(RoomWish) -> Vec<String>>;

/// The session of one widget, shared by its components and its host.
pub struct Bridge {
    session: RefCell<Session>,
    options: Cell<ViewOptions>,
    redraw: RefCell<Callback<()>>,
    keep: RefCell<Callback<Session>>,
    changed: Callback<Change>,
    reader: RefCell<Option<Reader>>,
    door: RefCell<Option<Door>>,
    wishes: RefCell<Vec<RoomWish>>,
    news: RefCell<Callback<RoomNews>>,
}

/// What an edit did, for the host to hear of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Whether the reader made it.
    pub by_reader: bool,
    /// Whether the assessment may differ.
    pub assessment: bool,
}

impl PartialEq for Bridge {
    /// Two bridges are the same only if they are the same one: widgets never share state.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Bridge {
    /// A bridge; `changed` is called after each change, whoever made it.
    #[must_use]
    pub fn new(session: Session, options: ViewOptions, changed: Callback<Change>) -> Rc<Self> {
        Rc::new(Self {
            session: RefCell::new(session),
            options: Cell::new(options),
            redraw: RefCell::new(Callback::noop()),
            keep: RefCell::new(Callback::noop()),
            changed,
            reader: RefCell::default(),
            door: RefCell::default(),
            wishes: RefCell::default(),
            news: RefCell::new(Callback::noop()),
        })
    }

    /// The session as it is now.
    #[must_use]
    pub fn session(&self) -> Session {
        self.session.borrow().clone()
    }

    /// The options as they are now.
    #[must_use]
    pub fn options(&self) -> ViewOptions {
        self.options.get()
    }

    /// A change by the user: redraws, then tells the host. The day is that of the edit.
    pub fn edit(&self, edit: Edit) {
        self.apply(edit, true);
    }

    /// A change by the host: redraws; whether the assessment differs is told all the same.
    pub fn edit_by_host(&self, edit: Edit) {
        self.apply(edit, false);
    }

    /// Looks at the clock: a page may stand open over midnight.
    pub fn look(&self) {
        if let Some(today) = today().filter(|today| self.session.borrow().today != Some(*today)) {
            self.apply(Edit::Clock(today), false);
        }
    }

    fn apply(&self, edit: Edit, by_reader: bool) {
        let old = self.session();
        let mut next = old.reduce(self.options().edition.rules, edit);
        next.today = today().or(next.today);
        let assessment = (&old.entries, old.scope, old.day(), &old.dosing, &old.refused)
            != (&next.entries, next.scope, next.day(), &next.dosing, &next.refused)
            || old.units != next.units;
        self.session.replace(next);
        // before anything is drawn: should drawing fail, the case is safe
        let keep = self.keep.borrow().clone();
        keep.emit(self.session());
        self.draw();
        self.changed.emit(Change { by_reader, assessment });
    }

    /// Whom to give the session after each change, whoever made it, so that it outlives a crash.
    pub fn on_keep(&self, keep: Callback<Session>) {
        self.keep.replace(keep);
    }

    /// Who reads what comes from outside, a line of text or a record; without one there is no line in the form.
    pub fn on_read(&self, reader: Reader) {
        self.reader.replace(Some(reader));
        self.draw();
    }

    /// Who reads what comes from outside.
    #[must_use]
    pub fn reader(&self) -> Option<Reader> {
        self.reader.borrow().clone()
    }

    /// Asks the teaching room for something; what could not be done is returned. Before the room is there it is kept, the last
    /// of each kind.
    pub fn wish(&self, wish: RoomWish) -> Vec<String> {
        let door = self.door.borrow().clone();
        if let Some(door) = door {
            return door(wish);
        }
        let mut wishes = self.wishes.borrow_mut();
        wishes.retain(|other| std::mem::discriminant(other) != std::mem::discriminant(&wish));
        wishes.push(wish);
        Vec::new()
    }

    /// Who does what is asked of the teaching room, and what was asked for before.
    pub fn on_wish(&self, door: impl Fn(RoomWish) -> Vec<String> + 'static) {
        let door: Door = Rc::new(door);
        self.door.replace(Some(Rc::clone(&door)));
        for wish in self.wishes.take() {
            drop(door(wish));
        }
    }

    /// Whom to tell of the teaching room.
    pub fn on_news(&self, news: Callback<RoomNews>) {
        self.news.replace(news);
    }

    /// Tells of the teaching room.
    pub fn tell(&self, news: RoomNews) {
        let told = self.news.borrow().clone();
        told.emit(news);
    }

    /// New options by the host.
    pub fn set_options(&self, options: ViewOptions) {
        self.options.set(options);
        self.draw();
    }

    /// Whom to tell that something is to be drawn again; the root component registers itself here.
    pub fn on_redraw(&self, redraw: Callback<()>) {
        self.redraw.replace(redraw);
    }

    fn draw(&self) {
        // the callback is cloned first, so that it may register another one while it runs
        let redraw = self.redraw.borrow().clone();
        redraw.emit(());
    }
}

/// The day of looking, by the page's clock; none where there is no browser.
#[must_use]
pub fn today() -> Option<Day> {
    if !cfg!(target_arch = "wasm32") {
        return None;
    }
    let now = js_sys::Date::new_0();
    Day::parse(&format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date()))
}
