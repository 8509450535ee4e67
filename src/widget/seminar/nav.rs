//! The tabs of the room, and what concerns every view.

use std::rc::Rc;

use yew::prelude::*;

use crate::teaching::room::{Act, Aside, Mode, Room};
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_lesson;

/// Properties of [`Nav`].
#[derive(Clone, PartialEq, Properties)]
pub struct NavProps {
    /// The state of the room.
    pub room: Rc<Room>,
    /// Takes the acts.
    pub on_act: Callback<Act>,
}

/// The views by name; the current one says so.
#[component]
pub fn Nav(props: &NavProps) -> Html {
    let told = &use_lesson().room.nav;
    let act = |act: Act| {
        let on_act = props.on_act.clone();
        move |_: MouseEvent| on_act.emit(act.clone())
    };
    let tab = |mode: Mode| {
        let current = mode == props.room.mode;
        html! {
            <button type="button" key={mode.id()} class="tab" data-mode={mode.id()} aria-current={current.then_some("page")} onclick={act(Act::Go(mode))}>
                { told.tab(mode) }
            </button>
        }
    };
    let tool = |aside: Aside, name: &'static str, id: &'static str, icon: Icon| {
        let shown = props.room.aside == aside;
        html! {
            <button type="button" class="tab tool" data-action={id} aria-pressed={shown.to_string()} onclick={act(Act::Show(aside))}>
                { glyph(icon) }{ name }
            </button>
        }
    };
    html! {
        <div class="room-bar">
            <nav class="tabs" aria-label={told.views}>{ for Mode::ALL.into_iter().map(tab) }</nav>
            <div class="tabs" role="group" aria-label={told.presenter}>
                if props.room.mode == Mode::Advise {
                    <button type="button" class="tab tool" data-action="panel" aria-pressed={props.room.panel_hidden.to_string()} onclick={act(Act::Panel)}>
                        { glyph(Icon::Watch) }{ told.hide_panel }
                    </button>
                    { tool(Aside::Spotlight, told.spotlight, "spotlight", Icon::Ruler) }
                }
                { tool(Aside::Code, told.code, "code", Icon::Case) }
                { tool(Aside::Help, told.keys, "help", Icon::Question) }
            </div>
            if !props.room.problems.is_empty() {
                <div class="problems" data-role="room-problems" role="status">
                    <p class="problems-title">{ glyph(Icon::Warning) }{ told.problems }</p>
                    <ul role="list">{ for props.room.problems.iter().map(|line| html! { <li key={line.clone()}>{ line }</li> }) }</ul>
                </div>
            }
        </div>
    }
}
