//! Single keys: every view and every act of a presenter without the mouse. They can be switched off, and never take a key
//! from a field.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::Callback;

use crate::guideline::NMS;
use crate::session::Session;
use crate::teaching::room::{Act, Aside, Mode, Room};
use crate::teaching::run::Steps;
use crate::widget::desk::read;

/// Takes a key of the room.
pub fn pressed(event: &KeyboardEvent, room: &Room, session: &Session, on_act: &Callback<Act>) {
    let modified = event.ctrl_key() || event.meta_key() || event.alt_key();
    let key = event.key();
    if key == "Escape" && room.aside != Aside::None {
        on_act.emit(Act::Show(Aside::None));
        return;
    }
    if modified || room.keys_off || event.default_prevented() || in_a_field(event) {
        return;
    }
    if let Some(act) = act(&key, room, session) {
        event.prevent_default();
        on_act.emit(act);
    }
}

fn in_a_field(event: &KeyboardEvent) -> bool {
    let target = event.composed_path().get(0).dyn_into::<Element>().ok();
    target.is_some_and(|target| {
        let name = target.tag_name();
        let kind = target.get_attribute("type").unwrap_or_default();
        // a letter does nothing to a radio button or a check box, and arrows are not taken
        (name.eq_ignore_ascii_case("input") && kind != "radio" && kind != "checkbox")
            || name.eq_ignore_ascii_case("select")
            || name.eq_ignore_ascii_case("textarea")
    })
}

fn act(key: &str, room: &Room, session: &Session) -> Option<Act> {
    let lower = key.to_ascii_lowercase();
    if let Some(mode) = lower.parse::<usize>().ok().and_then(|at| Mode::ALL.get(at.wrapping_sub(1))) {
        return Some(Act::Go(*mode));
    }
    let steps = || Steps::of(&read((&NMS).into(), session).1, room.log.state(), room.chosen);
    let current = || steps().now().map(|step| step.card.rule.id);
    let running = room.log.state().is_running() && matches!(room.mode, Mode::Run | Mode::Wall);
    match lower.as_str() {
        "n" => Some(Act::Stage(room.stage + 1)),
        "b" => Some(Act::Stage(room.stage.checked_sub(1)?)),
        "r" if room.mode == Mode::Case => Some(Act::Reveal(!room.is_revealed())),
        "p" => Some(Act::Panel),
        "s" if room.mode == Mode::Advise => Some(Act::Show(Aside::Spotlight)),
        "g" if matches!(room.mode, Mode::Run | Mode::Wall) => Some(Act::Start),
        "d" if running => current().map(Act::Tick),
        "x" if running => current().map(|rule| Act::Skip(rule, crate::teaching::log::Reason::NotPossible)),
        "j" if running => steps().beside(true).map(Act::Choose),
        "k" if running => steps().beside(false).map(Act::Choose),
        "u" => Some(Act::Undo),
        "w" => Some(Act::Go(if room.mode == Mode::Wall { Mode::Run } else { Mode::Wall })),
        "q" => Some(Act::Show(Aside::Code)),
        "?" => Some(Act::Show(Aside::Help)),
        _ => None,
    }
}
