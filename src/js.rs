//! The JavaScript exports: the only `JsValue` in the crate.

mod sent;

use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{Callback, Renderer};

use crate::answer::{Reading, Sent};
use crate::engine::assessment::{Scope, assess as assess_findings};
use crate::engine::decimal::Decimal;
use crate::engine::finding::Day;
use crate::guideline::NMS;
use crate::session::{Edit, Session, UnitSystem};
use crate::widget::bridge::{Bridge, Theme, View, ViewOptions};
use crate::widget::{AdvisorProps, NmsAdvisor};
use crate::wire;
use crate::wording::Edition;
use sent::entries;

fn borrowed(entries: &[(String, Sent)]) -> impl Iterator<Item = (&str, Sent)> {
    entries.iter().map(|(key, sent)| (key.as_str(), sent.clone()))
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer =
        serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true).serialize_missing_as_null(true);
    value.serialize(&serializer).map_err(JsValue::from)
}

/// A value as an indented JSON text.
#[must_use]
pub fn json(value: &impl Serialize) -> String {
    let text = to_js(value).and_then(|value| {
        js_sys::JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &JsValue::from_f64(2.0))
    });
    text.map_or_else(|_| String::new(), String::from)
}

/// Assesses findings (contract, sections 1 to 4).
///
/// # Errors
/// A `TypeError` unless `findings`, and `options` if given, are plain objects.
#[wasm_bindgen]
pub fn assess(findings: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let findings = entries(findings, "findings")?;
    let options = if options.is_undefined() { Vec::new() } else { entries(options, "options")? };
    to_js(&wire::assess_sent(&NMS, borrowed(&findings), borrowed(&options)))
}

/// The bundled rule set (contract, section 7).
///
/// # Errors
/// None in practice; the error of the serialiser is passed on.
#[wasm_bindgen(js_name = ruleSet)]
pub fn rule_set() -> Result<JsValue, JsValue> {
    to_js(&wire::rule_set(&NMS))
}

/// CDS Hooks cards of an assessment.
///
/// # Errors
/// A `TypeError` unless it is an assessment of this module.
#[wasm_bindgen(js_name = toCdsHooksCards)]
pub fn to_cds_hooks_cards(assessment: JsValue) -> Result<JsValue, JsValue> {
    let assessed = serde_wasm_bindgen::from_value(assessment)
        .map_err(|error| js_sys::TypeError::new(&format!("nms-advisor: this is no assessment: {error}")))?;
    to_js(&wire::cards(assessed))
}

/// Calls `told` with a message when the module crashes, before anything else happens, so that the host can take stale
/// advice off the page. The next call from outside finds a fresh instance, in which nothing is mounted and nobody is told.
#[wasm_bindgen(js_name = onCrash)]
pub fn on_crash(told: Function) {
    let hook = move |info: &std::panic::PanicHookInfo<'_>| {
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
        // nothing can be done for a listener that throws while the module goes down
        let _ = told.call1(&JsValue::UNDEFINED, &JsValue::from_str("the computation failed"));
        restart();
    };
    yew::set_custom_panic_hook(Box::new(hook));
}

/// Has the next call from outside find a fresh instance of the module; everything of this one is lost.
#[wasm_bindgen]
pub fn restart() {
    wasm_bindgen::handler::schedule_reinit();
}

/// A widget mounted in a page.
#[wasm_bindgen]
pub struct Advisor {
    bridge: Rc<Bridge>,
    root: Element,
    unmount: Option<Unmount>,
}

#[wasm_bindgen]
impl Advisor {
    /// Mounts the widget in `root`. `on_change` is called with `{ findings, assessment }` after each change that the user
    /// makes; `keep` with what [`Self::restore`] takes, after each change by whomever and before it is drawn.
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

    /// Puts findings in place of everything entered.
    ///
    /// # Errors
    /// A `TypeError` unless `findings` is a plain object. What cannot be used is left out, as in [`assess`].
    #[wasm_bindgen(js_name = setFindings)]
    pub fn set_findings(&self, findings: &JsValue) -> Result<(), JsValue> {
        let mut reading = Reading::new(&NMS);
        for (key, sent) in borrowed(&entries(findings, "findings")?) {
            reading.take(&NMS, key, &sent);
        }
        reading.settle(&NMS);
        self.bridge.edit_by_host(Edit::Replace(Box::new(reading.findings)));
        Ok(())
    }

    /// Everything as it was entered, from what `keep` was given.
    pub fn restore(&self, kept: &JsValue) {
        let text = |key: &str| Reflect::get(kept, &JsValue::from_str(key)).ok().and_then(|value| value.as_string());
        let scope = if text("basis").as_deref() == Some("article") { Scope::ArticleOnly } else { Scope::All };
        let conventional = text("units").as_deref() == Some("conventional");
        let units = if conventional { UnitSystem::Conventional } else { UnitSystem::Si };
        self.bridge.edit_by_host(Edit::Scope(scope));
        self.bridge.edit_by_host(Edit::Units(units));
        self.take_numbers(&text("contacts").unwrap_or_default());
        if let Some(case) = text("case").filter(|case| !case.is_empty()) {
            self.bridge.edit_by_host(Edit::Open(Box::new(crate::case_file::read(self.edition(), &case))));
        }
        self.bridge.edit_by_host(Edit::Dose(text("dose").unwrap_or_default()));
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
        assessment_of(&self.bridge.session())
    }

    /// Sets `basis`, `units`, `theme`, `view`, `lang`, `headingLevel` and `contacts`; what is left out stays, what is not known is passed over.
    ///
    /// # Errors
    /// A `TypeError` unless `options` is a plain object.
    #[wasm_bindgen(js_name = setOptions)]
    pub fn set_options(&self, options: &JsValue) -> Result<(), JsValue> {
        let mut view = self.bridge.options();
        for (key, value) in entries(options, "options")? {
            let text = match &value {
                Sent::Text(text) => text.clone(),
                Sent::Number(number) => {
                    Decimal::from_f64(*number).map_or_else(String::new, |number| number.to_string())
                }
                Sent::Nothing | Sent::Boolean(_) | Sent::List(_) | Sent::Quantity(..) | Sent::Other(_) => continue,
            };
            match (key.as_str(), text.as_str()) {
                ("basis", "article") => self.bridge.edit_by_host(Edit::Scope(Scope::ArticleOnly)),
                ("basis", _) => self.bridge.edit_by_host(Edit::Scope(Scope::All)),
                ("units", "conventional") => self.bridge.edit_by_host(Edit::Units(UnitSystem::Conventional)),
                ("units", _) => self.bridge.edit_by_host(Edit::Units(UnitSystem::Si)),
                ("theme", "light") => view.theme = Theme::Light,
                ("theme", "dark") => view.theme = Theme::Dark,
                ("theme", _) => view.theme = Theme::Auto,
                ("view", name) => view.view = View::named(name),
                ("lang", tag) => view.words = crate::wording::of(tag),
                ("contacts", text) => self.take_numbers(text),
                ("headingLevel", level) => view.heading_level = level.parse().unwrap_or(2).clamp(2, 5),
                _ => {}
            }
        }
        self.bridge.set_options(view);
        Ok(())
    }

    /// A site's own telephone numbers as a JSON object by contact; what is not one is passed over.
    fn take_numbers(&self, text: &str) {
        let Ok(numbers) = js_sys::JSON::parse(text) else { return };
        for contact in NMS.beyond.contacts {
            let number =
                Reflect::get(&numbers, &JsValue::from_str(contact.id)).ok().and_then(|value| value.as_string());
            if let Some(number) = number {
                self.bridge.edit_by_host(Edit::Number(contact.id, number));
            }
        }
    }

    /// Opens the case in the part of an address behind its `#`; `false` where it holds none.
    #[wasm_bindgen(js_name = openFragment)]
    #[must_use]
    pub fn open_fragment(&self, fragment: &str) -> bool {
        let opened = crate::case_file::read_fragment(self.edition(), fragment);
        opened.map(|opened| self.bridge.edit_by_host(Edit::Open(Box::new(opened)))).is_some()
    }

    /// Moves the focus to the field of a finding and opens what hides it; `false` if there is no such field.
    #[wasm_bindgen(js_name = focusField)]
    #[must_use]
    pub fn focus_field(&self, id: &str) -> bool {
        crate::widget::focus::focus_field(&self.root, id)
    }

    /// Clears every answer.
    pub fn reset(&self) {
        self.bridge.edit_by_host(Edit::Reset);
    }

    /// The case as a note: `text`, `markdown`, `sbar` or `json`.
    ///
    /// # Errors
    /// A `TypeError` for another format.
    #[wasm_bindgen(js_name = exportNote)]
    pub fn export_note(&self, format: &str) -> Result<String, JsValue> {
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

/// What is mounted in a page, and how it is taken out again.
pub type Unmount = Box<dyn FnOnce()>;

impl Advisor {
    /// What is said, in the language of the widget.
    fn edition(&self) -> Edition {
        Edition { rules: &NMS, words: self.bridge.options().words }
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
        let changed = Callback::from(move |()| {
            if let Some(bridge) = seen.borrow().upgrade() {
                let detail = Object::new();
                let session = bridge.session();
                let set = |key: &str, value: Result<JsValue, JsValue>| {
                    let value = value.unwrap_or(JsValue::NULL);
                    // setting a property of a fresh plain object cannot fail
                    let _ = Reflect::set(&detail, &JsValue::from_str(key), &value);
                };
                set("findings", findings_of(&session));
                set("assessment", assessment_of(&session));
                // a listener that throws is the host's affair; the widget goes on
                let _ = on_change.call1(&JsValue::UNDEFINED, &detail);
            }
        });
        let bridge = Bridge::new(Session::default(), ViewOptions::default(), changed);
        link.replace(Rc::downgrade(&bridge));
        let mut advisor = Self { bridge, root: root.clone(), unmount: None };
        // the only look at a clock: the day of asking, for the rechallenge gate
        let now = js_sys::Date::new_0();
        let today = format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date());
        if let Some(today) = Day::parse(&today) {
            advisor.bridge.edit_by_host(Edit::Today(today));
        }
        advisor.set_options(options)?;
        advisor.bridge.on_keep(Callback::from(move |session: Session| {
            // a listener that throws is the host's affair; the widget goes on
            let _ = keep.call1(&JsValue::UNDEFINED, &kept(&session));
        }));
        advisor.unmount = Some(render(root, Rc::clone(&advisor.bridge)));
        Ok(advisor)
    }
}

/// Everything entered as plain texts; the case is empty where nothing was answered.
fn kept(session: &Session) -> JsValue {
    let kept = Object::new();
    let set = |object: &Object, key: &str, text: &str| {
        // setting a property of a fresh plain object cannot fail
        let _ = Reflect::set(object, &JsValue::from_str(key), &JsValue::from_str(text));
    };
    let case = if session.entries.is_empty() { String::new() } else { crate::case_file::write(&NMS, session) };
    set(&kept, "case", &case);
    set(&kept, "basis", if session.scope == Scope::ArticleOnly { "article" } else { "all" });
    set(&kept, "units", if session.units == UnitSystem::Conventional { "conventional" } else { "si" });
    set(&kept, "dose", &session.dose);
    let numbers = Object::new();
    for (contact, number) in &session.numbers {
        set(&numbers, contact, number);
    }
    let numbers = js_sys::JSON::stringify(&numbers).ok().and_then(|text| text.as_string());
    set(&kept, "contacts", &numbers.unwrap_or_default());
    kept.into()
}

fn findings_of(session: &Session) -> Result<JsValue, JsValue> {
    to_js(&wire::findings(&NMS, &session.read(&NMS).findings))
}

fn assessment_of(session: &Session) -> Result<JsValue, JsValue> {
    let reading = session.read(&NMS);
    let result = assess_findings(&NMS, &reading.findings, session.scope);
    let options = wire::Options {
        today: session.today,
        dose_per_kilogram: session.dose_per_kilogram(),
        ..wire::Options::default()
    };
    to_js(&wire::assessment(&NMS, &result, reading, options))
}
