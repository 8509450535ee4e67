//! A widget mounted in a page: what the element calls of it.

use std::rc::Rc;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, File};
use yew::{Callback, Renderer};

use super::{borrowed, entries, intake, kept, to_js};
use crate::answer::{Problem, Sent};
use crate::engine::assessment::{Scope, assess};
use crate::engine::decimal::Decimal;
use crate::guideline::NMS;
use crate::session::{Edit, Idle, Sending, Session, Source, TextSize, UnitSystem};
use crate::widget::bridge::{Bridge, Change, RoomWish, Theme, View, ViewOptions};
use crate::widget::line::Asked;
use crate::widget::{AdvisorProps, NmsAdvisor};
use crate::wire;
use crate::wording::Edition;

/// A widget mounted in a page.
#[wasm_bindgen]
pub struct Advisor {
    bridge: Rc<Bridge>,
    root: Element,
    unmount: Option<Unmount>,
}

/// What is mounted in a page, and how it is taken out again.
pub type Unmount = Box<dyn FnOnce()>;

/// The case at the moment of a change, for a listener that asks for it.
#[wasm_bindgen]
pub struct Moment(Session);

#[wasm_bindgen]
impl Moment {
    /// The usable answers, in contract form.
    ///
    /// # Errors
    /// None in practice; the error of the serialiser is passed on.
    pub fn findings(&self) -> Result<JsValue, JsValue> {
        findings_of(&self.0)
    }

    /// The assessment of what was entered.
    ///
    /// # Errors
    /// None in practice; the error of the serialiser is passed on.
    pub fn assessment(&self) -> Result<JsValue, JsValue> {
        assessment_of(&self.0)
    }
}

#[wasm_bindgen]
impl Advisor {
    /// Mounts the widget in `root`. `on_change` is called with a [`Moment`], whether the reader made the change, and
    /// whether the assessment may differ, after each change by whomever; `keep` with what [`Self::restore`] takes, after
    /// each change and before it is drawn.
    ///
    /// # Errors
    /// A `TypeError` unless `options` is a plain object.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element, options: &JsValue, on_change: Function, keep: Function) -> Result<Self, JsValue> {
        Self::mount(root, options, on_change, keep, |root, bridge| {
            let app = Renderer::<NmsAdvisor>::with_root_and_props(root, AdvisorProps { bridge }).render();
            Box::new(move || app.destroy())
        })
    }

    /// Puts findings in place of what is entered; what is read to the same value stays as it is. Returns what could not
    /// be used, as a list of `{ finding, problem, known? }`; nothing where that is what the page sent before. `known` is there where
    /// there is such a finding.
    ///
    /// # Errors
    /// A `TypeError` unless `findings` is a plain object.
    #[wasm_bindgen(js_name = setFindings)]
    pub fn set_findings(&self, findings: &JsValue) -> Result<Option<Array>, JsValue> {
        let sent = entries(findings, "findings")?;
        let sending = Sending::read(self.edition(), borrowed(&sent));
        let issues = sending.issues.clone();
        let known = self.bridge.session().refused == issues;
        self.bridge.edit_by_host(Edit::Replace(Box::new(sending)));
        let row = |problem: &Problem| {
            let row = Object::new();
            put(&row, "finding", &problem.finding);
            put(&row, "problem", &problem.problem);
            // a key that is none may hold anything
            if NMS.find(&problem.finding).is_some() {
                put(&row, "known", &problem.finding);
            }
            JsValue::from(row)
        };
        Ok((!known && !issues.is_empty()).then(|| issues.iter().map(row).collect()))
    }

    /// After how long without a reader the case is put out of sight, as the attribute `idle` reads.
    #[must_use]
    pub fn idle(&self) -> String {
        self.bridge.session().idle.text()
    }

    /// Says in the widget why what the page sent is no case; what is entered stays.
    pub fn refuse(&self, problem: &str) {
        self.bridge.edit_by_host(Edit::RefuseSet(problem.into()));
    }

    /// The case as it is now.
    #[must_use]
    pub fn moment(&self) -> Moment {
        Moment(self.bridge.session())
    }

    /// Everything as it was entered, from what `keep` was given.
    pub fn restore(&self, kept: &JsValue) {
        kept::restore(self.edition(), kept, &mut |edit| self.bridge.edit_by_host(edit));
    }

    /// The usable answers, in contract form.
    ///
    /// # Errors
    /// None in practice; the error of the serialiser is passed on.
    pub fn findings(&self) -> Result<JsValue, JsValue> {
        findings_of(&self.bridge.session())
    }

    /// The assessment of what is entered.
    ///
    /// # Errors
    /// None in practice; the error of the serialiser is passed on.
    pub fn assessment(&self) -> Result<JsValue, JsValue> {
        self.bridge.look();
        assessment_of(&self.bridge.session())
    }

    /// Sets those of `basis`, `units`, `textSize`, `idle`, `theme`, `view`, `fill`, `lang`, `headingLevel`, `activityBase`,
    /// `contacts` and `stock` that are given; what is left out stays, what is not known is passed over. Returns why
    /// `contacts`, `stock`, `textSize` or `idle` could not be read, where it could not.
    ///
    /// # Errors
    /// A `TypeError` unless `options` is a plain object.
    #[wasm_bindgen(js_name = setOptions)]
    pub fn set_options(&self, options: &JsValue) -> Result<Option<String>, JsValue> {
        let mut view = self.bridge.options();
        let mut problem = None;
        for (key, value) in entries(options, "options")? {
            let text = match &value {
                Sent::Text(text) => text.clone(),
                Sent::Number(number) => {
                    Decimal::from_f64(*number).map_or_else(String::new, |number| number.to_string())
                }
                Sent::Nothing
                | Sent::Boolean(_)
                | Sent::List(_)
                | Sent::Quantity(..)
                | Sent::Bound(..)
                | Sent::Other(_) => {
                    continue;
                }
            };
            match (key.as_str(), text.as_str()) {
                ("basis", "article") => self.bridge.edit_by_host(Edit::Scope(Scope::ArticleOnly)),
                ("basis", _) => self.bridge.edit_by_host(Edit::Scope(Scope::All)),
                ("units", "conventional") => self.bridge.edit_by_host(Edit::Units(UnitSystem::Conventional)),
                ("units", _) => self.bridge.edit_by_host(Edit::Units(UnitSystem::Si)),
                ("textSize", name) => problem = self.take_text_size(name).or(problem),
                ("idle", text) => problem = self.take_idle(text).or(problem),
                ("fill", name) => view.fill = !name.is_empty(),
                ("theme", "light") => view.theme = Theme::Light,
                ("theme", "dark") => view.theme = Theme::Dark,
                ("theme", _) => view.theme = Theme::Auto,
                ("view", name) => view.view = View::named(name),
                ("lang", tag) => view.edition.words = crate::wording::of(tag),
                ("contacts", text) => problem = self.take_numbers(text).or(problem),
                ("stock", text) => problem = self.take_stock(text).or(problem),
                ("activityBase", base) => drop(self.bridge.wish(RoomWish::ActivityBase(base.into()))),
                ("headingLevel", level) => view.heading_level = level.parse().unwrap_or(2).clamp(2, 5),
                _ => {}
            }
        }
        if view != self.bridge.options() {
            self.bridge.set_options(view);
        }
        Ok(problem)
    }

    /// A size of the text by its name. Returns why it could not be read, where it could not; the text is normal then.
    fn take_text_size(&self, name: &str) -> Option<String> {
        let known = TextSize::named(name);
        self.bridge.edit_by_host(Edit::TextSize(known.unwrap_or_default()));
        (known.is_none() && !name.is_empty()).then(|| self.edition().words.case.text_size_unread(&name))
    }

    /// After how long without a reader the case is put out of sight. Returns why it could not be read, where it could not;
    /// it is then never.
    fn take_idle(&self, text: &str) -> Option<String> {
        let known = Idle::named(text);
        self.bridge.edit_by_host(Edit::Idle(known.unwrap_or_default()));
        known.is_none().then(|| self.edition().words.case.idle_unread(&text, &Idle::MOST))
    }

    /// A site's own telephone numbers as a JSON object by contact, in place of those that it gave before. Returns why
    /// they could not be read, where they could not.
    fn take_numbers(&self, text: &str) -> Option<String> {
        let parsed = if text.is_empty() { Ok(JsValue::NULL) } else { js_sys::JSON::parse(text) };
        let numbers = parsed.unwrap_or(JsValue::UNDEFINED);
        let of = |id: &str| Reflect::get(&numbers, &JsValue::from_str(id)).ok().and_then(|value| value.as_string());
        let known = NMS.beyond.contacts.iter().filter_map(|contact| of(contact.id).map(|number| (contact.id, number)));
        let known = known.collect::<Vec<_>>();
        let usable = numbers.is_null() || (numbers.is_object() && !Array::is_array(&numbers));
        self.bridge.edit_by_host(Edit::PageNumbers(known));
        (!usable).then(|| self.edition().words.case.contacts_unread.into())
    }

    /// A site's own dantrolene as JSON, in place of what it stated before. Returns what of it could not be used.
    fn take_stock(&self, text: &str) -> Option<String> {
        let edition = self.edition();
        let stated = super::stock::stated(text);
        let (places, problems) = crate::session::stock::read(edition, stated.as_deref().unwrap_or_default());
        self.bridge.edit_by_host(Edit::PageStock(places));
        if stated.is_none() {
            return Some(edition.words.stock.unread.into());
        }
        (!problems.is_empty()).then(|| problems.join(" "))
    }

    /// Opens the case in the part of an address behind its `#`: at once where nothing is entered, else as a question to
    /// the reader; `false` where it holds none.
    #[wasm_bindgen(js_name = openFragment)]
    #[must_use]
    pub fn open_fragment(&self, fragment: &str) -> bool {
        let opened = crate::case_file::read_fragment(self.edition(), fragment);
        opened.map(|opened| self.bridge.edit_by_host(Edit::Offer(Source::Link, Box::new(opened)))).is_some()
    }

    /// Gives the form a line to type or paste into. `read` gets a text or a record as JSON, and returns a promise of what
    /// was read, as [`Self::offer`] takes it.
    #[wasm_bindgen(js_name = onRead)]
    pub fn on_read(&self, read: Function) {
        let bridge = Rc::downgrade(&self.bridge);
        self.bridge.on_read(Callback::from(move |asked: Asked| {
            if let Some(bridge) = bridge.upgrade() {
                intake::ask(bridge.options().edition, &read, asked);
            }
        }));
    }

    /// Shows what was read of a record, `{ origin, used, notUsed, notMapped? }` with `origin` `line` or `record`. Nothing of
    /// a record enters the form before the reader says so.
    ///
    /// # Errors
    /// A `TypeError` unless it is such an object.
    pub fn offer(&self, read: &JsValue) -> Result<(), JsValue> {
        let intake = intake::of(self.edition(), read)?;
        self.bridge.edit_by_host(Edit::TakeIn(Box::new(intake)));
        Ok(())
    }

    /// Opens a file that was dropped, as *Open* does. While a run goes on, a case in it waits for a yes: a hand may slip.
    #[wasm_bindgen(js_name = openFile)]
    pub fn open_file(&self, file: File) {
        let bridge = Rc::clone(&self.bridge);
        let running = self.root.query_selector("[data-running]").is_ok_and(|found| found.is_some());
        crate::widget::case_menu::open_file(
            self.edition(),
            file,
            bridge.reader(),
            Callback::from(move |edit: Edit| bridge.edit(if running { edit.unchosen() } else { edit })),
        );
    }

    /// Says that the page came back from the browser's memory with its answers, where there are any.
    pub fn returned(&self) {
        self.bridge.look();
        if !self.bridge.session().is_empty() {
            self.bridge.edit_by_host(Edit::Returned);
        }
    }

    /// Looks at the clock: the day is that of looking.
    pub fn look(&self) {
        self.bridge.look();
    }

    /// Moves the focus to the field of a finding and opens what hides it; `false` if there is no such field.
    #[wasm_bindgen(js_name = focusField)]
    #[must_use]
    pub fn focus_field(&self, id: &str) -> bool {
        crate::widget::focus::focus_field(&self.root, id)
    }

    /// Clears the case by the page's word: nothing of it can be brought back.
    pub fn reset(&self) {
        self.bridge.edit_by_host(Edit::Clear);
    }

    /// The case as a note: `text`, `markdown`, `sbar` or `json`.
    ///
    /// # Errors
    /// A `TypeError` for another format.
    #[wasm_bindgen(js_name = exportNote)]
    pub fn export_note(&self, format: &str) -> Result<String, JsValue> {
        self.bridge.look();
        let session = self.bridge.session();
        if format == "json" {
            let detail = Object::new();
            Reflect::set(&detail, &"findings".into(), &findings_of(&session)?)?;
            Reflect::set(&detail, &"assessment".into(), &assessment_of(&session)?)?;
            let text =
                js_sys::JSON::stringify_with_replacer_and_space(&detail, &JsValue::NULL, &JsValue::from_f64(2.0))?;
            return Ok(text.into());
        }
        crate::note::note(self.edition(), &session, format).ok_or_else(|| {
            js_sys::TypeError::new("nms-advisor: exportNote takes `text`, `markdown`, `sbar` or `json`").into()
        })
    }

    /// Takes the widget out of the page.
    pub fn unmount(mut self) {
        if let Some(unmount) = self.unmount.take() {
            unmount();
        }
        // the bridge and the root component hold each other
        self.bridge.on_redraw(Callback::noop());
        self.bridge.on_keep(Callback::noop());
    }
}

impl Advisor {
    /// What the widget and its host share.
    pub(super) fn bridge(&self) -> &Bridge {
        &self.bridge
    }

    /// What is said, in the language of the widget.
    fn edition(&self) -> Edition {
        self.bridge.options().edition
    }

    /// Mounts whatever `render` draws around the session of the bridge.
    ///
    /// # Errors
    /// A `TypeError` unless `options` is a plain object.
    pub fn mount(
        root: Element,
        options: &JsValue,
        on_change: Function,
        keep: Function,
        render: impl FnOnce(Element, Rc<Bridge>) -> Unmount,
    ) -> Result<Self, JsValue> {
        // the bridge calls back before it is bound to a name, so the callback looks it up through a weak link
        let link: Rc<std::cell::RefCell<std::rc::Weak<Bridge>>> = Rc::default();
        let seen = Rc::clone(&link);
        let changed = Callback::from(move |change: Change| {
            if let Some(bridge) = seen.borrow().upgrade() {
                let moment = JsValue::from(Moment(bridge.session()));
                let (by_reader, assessment) = (change.by_reader.into(), change.assessment.into());
                // a listener that throws is the host's affair; the widget goes on
                let _ = on_change.call3(&JsValue::UNDEFINED, &moment, &by_reader, &assessment);
            }
        });
        let bridge = Bridge::new(Session::default(), ViewOptions::default(), changed);
        let mut advisor = Self { bridge, root: root.clone(), unmount: None };
        advisor.bridge.look();
        advisor.set_options(options)?;
        link.replace(Rc::downgrade(&advisor.bridge));
        advisor.bridge.on_keep(Callback::from(move |session: Session| {
            // a listener that throws is the host's affair; the widget goes on
            let _ = keep.call1(&JsValue::UNDEFINED, &kept::of(&session));
        }));
        advisor.unmount = Some(render(root, Rc::clone(&advisor.bridge)));
        Ok(advisor)
    }
}

/// Sets a text of a fresh plain object, which cannot fail.
fn put(object: &Object, key: &str, text: &str) {
    let _ = Reflect::set(object, &JsValue::from_str(key), &JsValue::from_str(text));
}

fn findings_of(session: &Session) -> Result<JsValue, JsValue> {
    to_js(&wire::findings(&NMS, &session.read(&NMS).findings))
}

fn assessment_of(session: &Session) -> Result<JsValue, JsValue> {
    let reading = session.read(&NMS);
    let result = assess(&NMS, &reading.findings, session.scope);
    let options = wire::Options {
        today: session.day(),
        dose_per_kilogram: session.dose_per_kilogram(),
        ..wire::Options::default()
    };
    to_js(&wire::assessment(&NMS, &result, reading, options))
}
