//! Single keys: every view and every act of a presenter without the mouse, by keyboard or by a remote control. They can be
//! switched off, and never take a key from a field. What the room uses, the page around it does not hear.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::Callback;

use crate::session::Session;
use crate::teaching::key::latin;
use crate::teaching::log::Reason;
use crate::teaching::room::{Act, Aside, Mode, Room};
use crate::teaching::run::{Step, Steps};
use crate::widget::shown::read;
use crate::wording::Edition;

/// Takes a key of the room.
pub fn pressed(event: &KeyboardEvent, edition: Edition, room: &Room, session: &Session, on_act: &Callback<Act>) {
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    if modified || event.is_composing() || event.default_prevented() {
        return;
    }
    let key = event.key();
    let act = if key == "Escape" {
        // a dialog around the widget closes at the next one
        (room.aside != Aside::None).then(|| {
            // not with the box: the page would hear the release of the key
            hold_focus(event);
            Act::Show(Aside::None)
        })
    } else if room.keys_off || is_taken(event, &key) {
        None
    } else {
        act(&latin(&key, &event.code(), event.shift_key()), edition, room, session)
    };
    if let Some(act) = act {
        event.prevent_default();
        event.stop_propagation();
        on_act.emit(act);
    }
}

/// Keeps the focus in the room.
fn hold_focus(event: &KeyboardEvent) {
    let target = event.composed_path().get(0).dyn_into::<Element>().ok();
    let root = target.and_then(|target| target.closest(".seminar").ok().flatten());
    if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        // a room that cannot take the focus is still there to read
        let _ = root.focus();
    }
}

/// Whether the element with the focus uses the key itself.
fn is_taken(event: &KeyboardEvent, key: &str) -> bool {
    let target = event.composed_path().get(0).dyn_into::<Element>().ok();
    target.is_some_and(|target| {
        let name = target.tag_name();
        let kind = target.get_attribute("type").unwrap_or_default();
        let input = name.eq_ignore_ascii_case("input");
        // a letter does nothing to a radio button, a check box or a region that scrolls
        let moves = (input && kind == "radio") || target.get_attribute("role").is_some_and(|role| role == "region");
        (input && kind != "radio" && kind != "checkbox")
            || (moves && key.starts_with("Arrow"))
            || name.eq_ignore_ascii_case("select")
            || name.eq_ignore_ascii_case("textarea")
    })
}

fn act(key: &str, edition: Edition, room: &Room, session: &Session) -> Option<Act> {
    if let Some(mode) = key.parse::<usize>().ok().and_then(|at| Mode::ALL.get(at.wrapping_sub(1))) {
        return Some(Act::Go(*mode));
    }
    let steps = || Steps::of(&read(edition, session).1, room.log.state(), room.chosen);
    let current = || steps().now().map(Step::open);
    let in_run = matches!(room.mode, Mode::Run | Mode::Wall);
    let running = room.log.state().is_running() && in_run;
    match key {
        // at the end of the road the key is the page's again
        "n" => room.beside(true).map(Act::Stage),
        "b" => room.beside(false).map(Act::Stage),
        "r" if room.mode == Mode::Case => Some(Act::Reveal(!room.is_revealed())),
        "p" => Some(Act::Panel),
        "s" if room.mode == Mode::Advise => Some(Act::Show(Aside::Spotlight)),
        "g" if in_run => Some(Act::Start),
        "d" if running => current().map(Act::TickAll),
        "x" if running => current().map(|rules| Act::SkipAll(rules, Reason::NotPossible)),
        "j" if running => steps().beside(true).map(Act::Choose),
        "k" if running => steps().beside(false).map(Act::Choose),
        // what remote controls send; at the end of the road the key is the page's again
        "PageDown" | "ArrowRight" if room.mode == Mode::Case => room.beside(true).map(Act::Stage),
        "PageUp" | "ArrowLeft" if room.mode == Mode::Case => room.beside(false).map(Act::Stage),
        // behind the last open step the next stage follows, and before the first one is the stage before
        "PageDown" | "ArrowRight" if in_run => {
            let stage = || room.beside(true).filter(|_| running).map(Act::Stage);
            steps().beside(true).map(Act::Choose).or_else(stage)
        }
        "PageUp" | "ArrowLeft" if in_run => {
            let stage = || room.beside(false).filter(|_| running).map(Act::Stage);
            steps().beside(false).map(Act::Choose).or_else(stage)
        }
        // the third key of a remote control does what comes next here
        "." if room.mode == Mode::Case => Some(Act::Reveal(!room.is_revealed())),
        "." if running => current().map(Act::TickAll),
        "." if in_run && room.log.state().started.is_none() => Some(Act::Start),
        "u" => Some(Act::Undo),
        "w" => Some(Act::Go(if room.mode == Mode::Wall { Mode::Run } else { Mode::Wall })),
        "o" if in_run => Some(Act::Screen),
        "q" => Some(Act::Show(Aside::Code)),
        "?" => Some(Act::Show(Aside::Help)),
        _ => None,
    }
}
