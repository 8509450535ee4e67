//! The teaching room: the same assessment in the views of a seminar and of a team at work.

pub mod build;
pub mod clock;
pub mod code;
pub mod commit;
pub mod course;
pub mod debrief;
pub mod due;
pub mod file;
pub mod forks;
pub mod going;
pub mod help;
pub mod keys;
pub mod nav;
pub mod offers;
pub mod outlet;
pub mod podium;
pub mod record;
pub mod run;
pub mod screen;
pub mod spotlight;
pub mod steps;
pub mod study;
pub mod tab;
pub mod wall;

use std::rc::Rc;

use js_sys::Function;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::engine::finding::FindingIndex;
use crate::session::Edit;
use crate::teaching::room::{Act, Aside, Mode, Room};
use crate::widget::bridge::{Bridge, View};
use crate::widget::desk::Desk;
use crate::widget::language::Setting;
use crate::widget::paper::{Paper, use_printing};
use crate::widget::seminar::build::Build;
use crate::widget::seminar::code::Code;
use crate::widget::seminar::course::CourseView;
use crate::widget::seminar::debrief::DebriefView;
use crate::widget::seminar::help::Help;
use crate::widget::seminar::nav::Nav;
use crate::widget::seminar::offers::Offers;
use crate::widget::seminar::podium::Podium;
use crate::widget::seminar::run::RunView;
use crate::widget::seminar::screen::second_wall;
use crate::widget::seminar::spotlight::Spotlight;
use crate::widget::seminar::study::Study;
use crate::widget::seminar::study::gallery::Gallery;
use crate::widget::seminar::wall::Wall;
use crate::widget::toolbar::Toolbar;
use crate::widget::whole::WholeCase;
use crate::widget::{focus, theme};
use crate::wording::room::{self, RoomWords};

/// Properties of [`Seminar`].
#[derive(Clone, PartialEq, Properties)]
pub struct SeminarProps {
    /// The session's home.
    pub bridge: Rc<Bridge>,
    /// The words of the room; those of the bridge's language where none are given.
    #[prop_or_default]
    pub words: Option<&'static RoomWords>,
    /// Opens a window of its own for the wall, as [`screen::Screen::new`] takes it; without it there is none.
    #[prop_or_default]
    pub opener: Option<Function>,
}

/// What every view gets.
#[derive(Clone, PartialEq, Properties)]
pub struct ViewProps {
    /// The answers.
    pub session: Rc<crate::session::Session>,
    /// The state of the room.
    pub room: Rc<Room>,
    /// Takes the acts.
    pub on_act: Callback<Act>,
    /// Takes the edits of the answers.
    pub on_edit: Callback<Edit>,
}

/// The root component of the teaching room.
#[component]
pub fn Seminar(props: &SeminarProps) -> Html {
    crate::widget::language::count_drawing();
    let redraw = use_force_update();
    let options = props.bridge.options();
    let room_words = props.words.unwrap_or_else(|| room::of(options.edition.words));
    let setting = Setting { room: Some(room_words), ..Setting::from(options) };
    let podium = use_memo((Rc::clone(&props.bridge), props.opener.clone()), move |(bridge, opener)| {
        Podium::new(Rc::clone(bridge), opener.clone(), Callback::from(move |()| redraw.force_update()))
    });
    // once, after the first drawing: the bridge is told of its redraw, and a run that was kept is looked for
    let root = use_node_ref();
    {
        let root = root.clone();
        use_effect_with(Rc::clone(&podium), move |podium| podium.begin(root.cast::<Element>().as_ref()));
    }
    let on_edit = use_callback(Rc::clone(&podium), |edit: Edit, podium| podium.edit(edit));
    let on_act = use_callback(Rc::clone(&podium), |act: Act, podium| podium.act(act));
    let on_focus = use_callback((root.clone(), options.edition), |index: FindingIndex, (root, edition)| {
        if let Some(root) = root.cast::<Element>() {
            // the field may be hidden with its view
            let _ = focus::focus_field(&root, edition.rules.finding_id(index));
        }
    });
    let (session, room) = (Rc::new(props.bridge.session()), podium.room());
    let (paper, on_print) = use_printing();
    let shown = shown(room.mode, options.view);
    let onkeydown = {
        let (room, session, on_act) = (Rc::clone(&room), Rc::clone(&session), on_act.clone());
        move |event: KeyboardEvent| keys::pressed(&event, options.edition, &room, &session, &on_act)
    };
    {
        // a key does something wherever one is in the room, so another view takes the focus to its start
        let root = root.clone();
        use_effect_with(room.mode, move |mode| {
            if let (true, Some(root)) = (*mode != Mode::Advise, root.cast::<HtmlElement>()) {
                let _ = root.focus();
            }
        });
    }
    let view = ViewProps {
        session: Rc::clone(&session),
        room: Rc::clone(&room),
        on_act: on_act.clone(),
        on_edit: on_edit.clone(),
    };
    html! {
        <ContextProvider<Setting> context={setting}>
            <div
                ref={root}
                class="nms seminar"
                tabindex="-1"
                data-theme={theme(options.theme)}
                data-view={shown.id()}
                data-text-size={session.text_size.id()}
                data-fill={options.fill.then_some("")}
                data-panel={(!room.panel_hidden).to_string()}
                data-running={room.log.state().is_running().then_some("")}
                lang={options.edition.words.lang.0}
                {onkeydown}
            >
                <div class="frame" data-print={paper.id()}>
                    <ContextProvider<Paper> context={paper}>
                        if room.mode != Mode::Wall {
                            <Toolbar
                                reader={props.bridge.reader()}
                                case={Rc::clone(&session)}
                                on_edit={on_edit.clone()}
                                {on_print}
                                rooms={nav::rooms(&room_words.nav, &room, &on_act)}
                                more_ways={nav::ways(&room_words.nav, &on_act)}
                                more_display={nav::display(&room_words.nav, &room, &on_act)}
                            />
                            <Nav room={Rc::clone(&room)} on_act={on_act.clone()} />
                        }
                        <Offers ..view.clone() />
                        if room.mode != Mode::Advise {
                            <WholeCase session={Rc::clone(&session)} on_edit={on_edit.clone()} />
                        }
                        { aside(&view) }
                        if let View::Room(mode) = shown {
                            { teaching_view(mode, &view) }
                        } else {
                            <Desk {session} view={shown} covered={room.panel_hidden} {on_edit} {on_focus} reader={props.bridge.reader()} />
                        }
                    </ContextProvider<Paper>>
                </div>
                if let Some(inside) = podium.screen() { { second_wall(&view, options.edition.words.lang.0, inside) } }
            </div>
        </ContextProvider<Setting>>
    }
}

fn aside(view: &ViewProps) -> Html {
    match view.room.aside {
        Aside::None => Html::default(),
        Aside::Help => html! { <Help keys_off={view.room.keys_off} on_act={view.on_act.clone()} /> },
        Aside::Code => html! { <Code session={Rc::clone(&view.session)} on_act={view.on_act.clone()} /> },
        Aside::Spotlight => html! { <Spotlight ..view.clone() /> },
    }
}

/// The view that is drawn: what the host asks for, unless somebody went to another one in the room.
const fn shown(mode: Mode, asked: View) -> View {
    match (mode, asked) {
        (Mode::Advise, View::Form | View::Panel) => asked,
        (Mode::Advise, View::Full | View::Room(_)) => View::Full,
        (mode, _) => View::Room(mode),
    }
}

fn teaching_view(mode: Mode, view: &ViewProps) -> Html {
    let props = view.clone();
    match mode {
        Mode::Cases => html! { <Gallery ..props /> },
        Mode::Advise | Mode::Case => html! { <Study ..props /> },
        Mode::Course => html! { <CourseView ..props /> },
        Mode::Run => html! { <RunView ..props /> },
        Mode::Wall => html! { <Wall ..props /> },
        Mode::Debrief => html! { <DebriefView ..props /> },
        Mode::Build => html! { <Build ..props /> },
    }
}
