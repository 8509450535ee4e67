//! The widget: Yew components over the session and its panel. They get plain data and one callback for edits.

pub mod announcer;
pub mod answered;
pub mod authority;
pub mod basis;
pub mod bridge;
pub mod case_menu;
pub mod changed;
pub mod choice;
pub mod contacts;
pub mod desk;
pub mod disagreement;
pub mod drugs;
pub mod entry;
pub mod explanation;
pub mod field;
pub mod focus;
pub mod form;
pub mod group;
pub mod heading;
pub mod hint;
pub mod icons;
pub mod intake;
pub mod language;
pub mod line;
pub mod look_alikes;
pub mod menu;
pub mod menus;
pub mod names;
pub mod notices;
pub mod outside;
pub mod paper;
pub mod plan;
pub mod print;
pub mod problems;
pub mod raised;
pub mod schedule;
pub mod score;
pub mod seminar;
pub mod shown;
pub mod stock;
pub mod tabs;
pub mod toolbar;
pub mod tristate;
pub mod volume;
pub mod whole;

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::engine::finding::FindingIndex;
use crate::session::Edit;
use crate::widget::bridge::{Bridge, Theme};
use crate::widget::desk::Desk;
use crate::widget::language::Setting;
use crate::widget::paper::{Paper, use_printing};
use crate::widget::toolbar::Toolbar;

/// The style sheet, for a host that mounts the component itself. It is written for a shadow root.
pub const STYLE_SHEET: &str = concat!(
    include_str!("../www/style/ground.css"),
    include_str!("../www/style/bar.css"),
    include_str!("../www/style/line.css"),
    include_str!("../www/style/form.css"),
    include_str!("../www/style/plan.css"),
    include_str!("../www/style/paper.css"),
);

/// Properties of the root component.
#[derive(Clone, PartialEq, Properties)]
pub struct AdvisorProps {
    /// The session's home.
    pub bridge: Rc<Bridge>,
}

/// The root component.
#[component]
pub fn NmsAdvisor(props: &AdvisorProps) -> Html {
    language::count_drawing();
    let bridge = Rc::clone(&props.bridge);
    let redraw = use_force_update();
    // while rendering for the first time, not in an effect: what the host changes before the effects run is drawn too
    use_memo(Rc::clone(&bridge), move |bridge| bridge.on_redraw(Callback::from(move |()| redraw.force_update())));
    let root = use_node_ref();
    let on_edit = use_callback(Rc::clone(&bridge), |edit: Edit, bridge| bridge.edit(edit));
    let on_focus = use_callback((root.clone(), bridge.options().edition), |index: FindingIndex, (root, edition)| {
        if let Some(root) = root.cast::<Element>() {
            // a panel without a form has nothing to focus
            let _ = focus::focus_field(&root, edition.rules.finding_id(index));
        }
    });

    let (session, options) = (Rc::new(bridge.session()), bridge.options());
    let (paper, on_print) = use_printing();
    html! {
        <ContextProvider<Setting> context={Setting::from(options)}>
            <div
                ref={root}
                class="nms"
                data-theme={theme(options.theme)}
                data-view={options.view.id()}
                data-text-size={session.text_size.id()}
                data-fill={options.fill.then_some("")}
                lang={options.edition.words.lang.0}
            >
                <div class="frame" data-print={paper.id()}>
                    <ContextProvider<Paper> context={paper}>
                        <Toolbar case={Rc::clone(&session)} on_edit={on_edit.clone()} {on_print} reader={bridge.reader()} />
                        <Desk {session} view={options.view} {on_edit} {on_focus} reader={bridge.reader()} />
                    </ContextProvider<Paper>>
                </div>
            </div>
        </ContextProvider<Setting>>
    }
}

/// The words that style sheets know a theme by.
#[must_use]
pub const fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => "auto",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}
