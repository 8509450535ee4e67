//! The menus of the bar: one is open at a time. Escape, a click elsewhere and the focus elsewhere close it; arrow keys move
//! in it, and from one to the next.

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, EventTarget, HtmlElement, KeyboardEvent, NodeList};
use yew::prelude::*;

/// What can have the focus in an open menu.
const ITEMS: &str = ".menu-body :is(button, input, select)";
const SUMMARIES: &str = ".menu > summary";

/// A menu that opens below its name.
pub fn menu(role: &'static str, node: NodeRef, name: Html, ontoggle: Callback<Event>, body: Html) -> Html {
    html! {
        <details ref={node} class="menu" name="nms-menu" data-role={role} {ontoggle}>
            <summary class="button">{ name }</summary>
            <div class="menu-body">{ body }</div>
        </details>
    }
}

/// Closes what is open in the bar but for one, and returns the name that opened it, for who returns the focus there.
#[allow(clippy::must_use_candidate, reason = "most close for the closing alone")]
pub fn close(bar: &Element, but: Option<&Element>) -> Option<Element> {
    let mut opener = None;
    for menu in found(bar, ".menu[open]").filter(|menu| Some(menu) != but) {
        // an attribute that is not there any more is fine
        let _ = menu.remove_attribute("open");
        opener = menu.query_selector("summary").ok().flatten();
    }
    opener
}

/// Puts the focus on an element of the bar, where it can have it.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // not being focusable would only leave the focus where it is
        let _ = element.focus();
    }
}

/// Moves by an arrow key; `false` where the key is none of the menu's.
#[must_use]
pub fn moved(event: &KeyboardEvent, bar: &Element) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return false };
    let Ok(Some(menu)) = target.closest(".menu") else { return false };
    let on_name = target.matches("summary").unwrap_or(false);
    let own_keys = target.matches(":is(select,textarea,[type=\"radio\"])").unwrap_or(false);
    let to = match event.key().as_str() {
        _ if own_keys => None,
        "ArrowDown" if on_name => {
            close(bar, Some(&menu));
            // an attribute with a constant value cannot fail to be set
            let _ = menu.set_attribute("open", "");
            found(&menu, ITEMS).next()
        }
        "ArrowDown" => beside(found(&menu, ITEMS), &target, true),
        "ArrowUp" if !on_name => beside(found(&menu, ITEMS), &target, false),
        "ArrowRight" if on_name => beside(found(bar, SUMMARIES), &target, true),
        "ArrowLeft" if on_name => beside(found(bar, SUMMARIES), &target, false),
        _ => None,
    };
    let Some(to) = to else { return false };
    focus(&to);
    true
}

/// The next one or the one before, round the end.
fn beside(all: impl Iterator<Item = Element>, target: &Element, forward: bool) -> Option<Element> {
    let mut all = all.collect::<Vec<_>>();
    if !forward {
        all.reverse();
    }
    let at = all.iter().position(|one| one == target)?;
    all.get(at + 1).or_else(|| all.first()).cloned()
}

fn found(inside: &Element, selector: &str) -> impl Iterator<Item = Element> {
    let list: Option<NodeList> = inside.query_selector_all(selector).ok();
    let count = list.as_ref().map_or(0, NodeList::length);
    (0..count).filter_map(move |at| list.as_ref()?.item(at)?.dyn_into().ok())
}

/// A listener that ends when it is dropped.
pub struct Listening {
    target: EventTarget,
    kind: &'static str,
    heard: Closure<dyn FnMut(Event)>,
}

impl Listening {
    /// Listens to a target outside the widget.
    #[must_use]
    pub fn to(target: EventTarget, kind: &'static str, heard: impl FnMut(Event) + 'static) -> Self {
        let listening = Self { target, kind, heard: Closure::new(heard) };
        // a target without such events is silent
        let _ = listening.target.add_event_listener_with_callback(kind, listening.function());
        listening
    }

    fn function(&self) -> &Function {
        self.heard.as_ref().unchecked_ref()
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback(self.kind, self.function());
    }
}
