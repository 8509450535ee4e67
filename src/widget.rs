//! The widget: Yew components over the session and its panel. They get plain data and one callback for edits.

pub mod announcer;
pub mod authority;
pub mod bar;
pub mod basis;
pub mod beyond;
pub mod bridge;
pub mod case_menu;
pub mod changed;
pub mod choice;
pub mod contacts;
pub mod disagreement;
pub mod drugs;
pub mod entry;
pub mod explanation;
pub mod field;
pub mod focus;
pub mod form;
pub mod group;
pub mod heading;
pub mod icons;
pub mod look_alikes;
pub mod names;
pub mod notices;
pub mod plan;
pub mod print;
pub mod problems;
pub mod recommendation;
pub mod score;
pub mod severity;
pub mod suspicion;
pub mod tags;
pub mod toolbar;
pub mod tristate;
pub mod volume;

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::engine::assessment::assess;
use crate::engine::describe;
use crate::engine::finding::FindingIndex;
use crate::guideline::NMS;
use crate::panel::news::news;
use crate::panel::panel;
use crate::session::Edit;
use crate::widget::announcer::Announcer;
use crate::widget::bar::Bar;
use crate::widget::bridge::{Bridge, Theme, View};
use crate::widget::form::Form;
use crate::widget::heading::BaseLevel;
use crate::widget::plan::Plan;
use crate::widget::print::FirstPage;
use crate::widget::toolbar::Toolbar;

/// The style sheet, for a host that mounts the component itself. It is written for a shadow root.
pub const STYLE_SHEET: &str = include_str!("../www/style.css");

/// Properties of the root component.
#[derive(Clone, PartialEq, Properties)]
pub struct AdvisorProps {
    /// The session's home.
    pub bridge: Rc<Bridge>,
}

/// The root component.
#[component]
pub fn NmsAdvisor(props: &AdvisorProps) -> Html {
    let bridge = Rc::clone(&props.bridge);
    let redraw = use_force_update();
    // while rendering for the first time, not in an effect: what the host changes before the effects run is drawn too
    use_memo(Rc::clone(&bridge), move |bridge| bridge.on_redraw(Callback::from(move |()| redraw.force_update())));
    let root = use_node_ref();
    let on_edit = use_callback(Rc::clone(&bridge), |edit: Edit, bridge| bridge.edit(edit));
    let on_focus = use_callback(root.clone(), |index: FindingIndex, root| {
        if let Some(root) = root.cast::<Element>() {
            // a panel without a form has nothing to focus
            let _ = focus::focus_field(&root, NMS.finding_id(index));
        }
    });

    let session = bridge.session();
    let options = bridge.options();
    let reading = session.read(&NMS);
    let assessment = assess(&NMS, &reading.findings, session.scope);
    let mut shown = panel(&NMS, &assessment, reading.issues.clone(), reading.unusual.clone(), session.given());
    shown.unread.clone_from(&session.unread);
    if let (Some(before), Some(earlier)) = (&session.before, session.earlier()) {
        let old = assess(&NMS, &earlier.read(&NMS).findings, earlier.scope);
        shown.news = news(&old, &assessment, before.by.map_or("", |index| describe::label(&NMS, index)));
    }
    let shown = Rc::new(shown);
    let marks = |list: &str| AttrValue::from(NMS.find(list).map_or("", |index| session.text(index)).to_string());
    let (done, not_possible) = (marks("treatmentsGiven"), marks("treatmentsNotPossible"));
    let (dose, numbers) = (AttrValue::from(session.dose.clone()), session.numbers.clone());
    let (scope, units, undo) = (session.scope, session.units, session.replaced.is_some());
    let case = Rc::new(session.clone());
    let findings = Rc::new(reading.findings.clone());
    let part = match options.view {
        View::Full => "full",
        View::Form => "form",
        View::Panel => "panel",
    };
    let go = (options.view == View::Full).then_some(on_focus);
    html! {
        <ContextProvider<BaseLevel> context={BaseLevel(options.heading_level)}>
            <div ref={root} class="nms" data-theme={theme(options.theme)} data-view={part} lang="en">
                <div class="frame">
                    <Toolbar {scope} {units} {undo} case={Rc::clone(&case)} on_edit={on_edit.clone()} />
                    <FirstPage case={Rc::clone(&case)} />
                    <div class="columns">
                        if options.view != View::Panel {
                            <div class="entering">
                                <Form session={Rc::new(session)} reading={Rc::new(reading)} on_edit={on_edit.clone()} />
                                if options.view == View::Full {
                                    <Bar panel={Rc::clone(&shown)} />
                                }
                            </div>
                        }
                        if options.view != View::Form {
                            <Plan panel={Rc::clone(&shown)} {done} {not_possible} {dose} {numbers} {findings} {scope} {on_edit} on_focus={go} />
                        }
                    </div>
                    <Announcer panel={shown} />
                </div>
            </div>
        </ContextProvider<BaseLevel>>
    }
}

const fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => "auto",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}
