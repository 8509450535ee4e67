//! The way between the two rooms, the views of this one, and what it adds to the menus of the bar.

use std::rc::Rc;

use yew::prelude::*;

use crate::teaching::room::{Act, Aside, Mode, Room};
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_lesson;
use crate::widget::problems::{MOST_SHOWN, more};
use crate::wording::room::Nav as NavWords;

/// The views, in the order of a lesson.
const VIEWS: [Mode; 7] = [Mode::Cases, Mode::Case, Mode::Course, Mode::Run, Mode::Wall, Mode::Debrief, Mode::Build];

/// Advisor or teaching; the current one says so.
pub fn rooms(told: &'static NavWords, room: &Room, on_act: &Callback<Act>) -> Html {
    let teaching = room.mode != Mode::Advise;
    let button = |current: bool, to: Mode, hook: (&'static str, Option<&'static str>), name: &'static str| {
        let (action, mode) = hook;
        let onclick = go(on_act, Act::Go(to));
        html! {
            <button type="button" class="room" data-action={action} data-mode={mode} aria-current={current.then_some("page")} {onclick}>{ name }</button>
        }
    };
    html! {
        <nav class="rooms" aria-label={told.rooms}>
            { button(!teaching, Mode::Advise, ("advisor", Some(Mode::Advise.id())), told.advisor) }
            { button(teaching, entrance(room), ("teaching", None), told.teaching) }
        </nav>
    }
}

/// Where one comes in: to what goes on, and where nothing does, to the cases.
fn entrance(room: &Room) -> Mode {
    if room.mode != Mode::Advise {
        room.mode
    } else if room.log.state().is_running() {
        Mode::Run
    } else if room.case.is_some() {
        Mode::Case
    } else {
        Mode::Cases
    }
}

/// What else is done with a case here.
pub fn ways(told: &'static NavWords, on_act: &Callback<Act>) -> Html {
    item(on_act, Act::Show(Aside::Code), "code", None, told.code)
}

/// How else it is displayed here.
pub fn display(told: &'static NavWords, room: &Room, on_act: &Callback<Act>) -> Html {
    let covering = if room.panel_hidden { told.show } else { told.cover };
    let pressed = |aside: Aside| Some(room.aside == aside);
    html! {
        <>
            if room.mode == Mode::Advise {
                { item(on_act, Act::Panel, "panel", None, covering) }
                { item(on_act, Act::Show(Aside::Spotlight), "spotlight", pressed(Aside::Spotlight), told.spotlight) }
            }
            { item(on_act, Act::Show(Aside::Help), "help", pressed(Aside::Help), told.keys) }
        </>
    }
}

fn item(on_act: &Callback<Act>, act: Act, id: &'static str, pressed: Option<bool>, name: &'static str) -> Html {
    html! {
        <button type="button" key={id} class="item" data-action={id} aria-pressed={pressed.map(|pressed| pressed.to_string())} onclick={go(on_act, act)}>{ name }</button>
    }
}

fn go(on_act: &Callback<Act>, act: Act) -> Callback<MouseEvent> {
    let on_act = on_act.clone();
    Callback::from(move |_: MouseEvent| on_act.emit(act.clone()))
}

/// Properties of [`Nav`].
#[derive(Clone, PartialEq, Properties)]
pub struct NavProps {
    /// The state of the room.
    pub room: Rc<Room>,
    /// Takes the acts.
    pub on_act: Callback<Act>,
}

/// The views by name, while one of them is shown, and what could not be read or done.
#[component]
pub fn Nav(props: &NavProps) -> Html {
    let lesson = use_lesson();
    let (told, words) = (&lesson.room.nav, lesson.edition.words);
    let room = &props.room;
    let tab = |mode: Mode| {
        let current = mode == room.mode;
        html! {
            <button type="button" key={mode.id()} class="tab" data-mode={mode.id()} aria-current={current.then_some("page")} onclick={go(&props.on_act, Act::Go(mode))}>
                { told.tab(mode) }
            </button>
        }
    };
    html! {
        <div class="room-bar">
            if room.mode != Mode::Advise {
                <nav class="tabs" aria-label={told.views}>{ for VIEWS.into_iter().map(tab) }</nav>
            }
            if !room.problems.is_empty() {
                <div class="problems" data-role="room-problems" role="status">
                    <p class="problems-title">{ glyph(Icon::Warning) }{ told.problems }</p>
                    <ul role="list">{ for room.problems.iter().take(MOST_SHOWN).map(|line| html! { <li>{ line }</li> }) }{ more(words, room.problems.len()) }</ul>
                </div>
            }
        </div>
    }
}
