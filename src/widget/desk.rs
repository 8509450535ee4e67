//! Form and panel side by side: the desk at which one person enters and reads.

use std::rc::Rc;

use yew::prelude::*;

use crate::answer::Reading;
use crate::engine::assessment::assess;
use crate::engine::describe;
use crate::engine::finding::FindingIndex;
use crate::guideline::NMS;
use crate::panel::news::news;
use crate::panel::{Panel, panel};
use crate::session::{Edit, Session};
use crate::widget::announcer::Announcer;
use crate::widget::bar::Bar;
use crate::widget::bridge::View;
use crate::widget::form::Form;
use crate::widget::language::use_edition;
use crate::widget::plan::Plan;
use crate::widget::print::FirstPage;
use crate::widget::toolbar::Toolbar;
use crate::widget::whole::WholeCase;
use crate::wording::Edition;

/// Properties of [`Desk`].
#[derive(Clone, PartialEq, Properties)]
pub struct DeskProps {
    /// The case.
    pub session: Rc<Session>,
    /// Which parts are shown.
    pub view: View,
    /// Takes the edits.
    pub on_edit: Callback<Edit>,
    /// Leads to a field.
    pub on_focus: Callback<FindingIndex>,
}

/// The answers of a case, and what is shown of them.
#[must_use]
pub fn read(edition: Edition, session: &Session) -> (Reading, Panel) {
    let reading = session.read(edition);
    let assessment = assess(&NMS, &reading.findings, session.scope);
    let mut shown = panel(edition, &assessment, reading.issues.clone(), reading.unusual.clone(), session.given());
    shown.refused.clone_from(&session.refused);
    if let (Some(before), Some(earlier)) = (&session.before, session.earlier()) {
        let old = assess(&NMS, &earlier.read(&NMS).findings, earlier.scope);
        shown.news = news(edition.words, &old, &assessment, before.by.map_or("", |index| describe::label(&NMS, index)));
    }
    (reading, shown)
}

/// The panel of a case, with everything that it needs beside the findings.
pub fn plan(
    session: &Session,
    reading: &Reading,
    shown: &Rc<Panel>,
    on_edit: &Callback<Edit>,
    on_focus: Option<Callback<FindingIndex>>,
) -> Html {
    let marks = |list: &str| AttrValue::from(NMS.find(list).map_or("", |index| session.text(index)).to_string());
    html! {
        <Plan
            panel={Rc::clone(shown)}
            done={marks("treatmentsGiven")}
            not_possible={marks("treatmentsNotPossible")}
            dose={AttrValue::from(session.dose.clone())}
            numbers={session.known_numbers()}
            findings={Rc::new(reading.findings.clone())}
            scope={session.scope}
            on_edit={on_edit.clone()}
            {on_focus}
        />
    }
}

/// Toolbar, form and panel.
#[component]
pub fn Desk(props: &DeskProps) -> Html {
    let (session, view) = (&props.session, props.view);
    let (reading, shown) = read(use_edition(), session);
    let (reading, shown) = (Rc::new(reading), Rc::new(shown));
    let go = (view == View::Full).then(|| props.on_focus.clone());
    html! {
        <>
            <Toolbar
                scope={session.scope}
                units={session.units}
                undo={session.replaced.is_some()}
                case={Rc::clone(session)}
                on_edit={props.on_edit.clone()}
            />
            <WholeCase session={Rc::clone(session)} on_edit={props.on_edit.clone()} />
            <FirstPage case={Rc::clone(session)} />
            <div class="columns">
                if view != View::Panel {
                    <div class="entering">
                        <Form session={Rc::clone(session)} reading={Rc::clone(&reading)} on_edit={props.on_edit.clone()} />
                        if view == View::Full {
                            <Bar panel={Rc::clone(&shown)} />
                        }
                    </div>
                }
                if view != View::Form {
                    { plan(session, &reading, &shown, &props.on_edit, go) }
                }
            </div>
            <Announcer panel={shown} />
        </>
    }
}
