//! Form and panel side by side: the desk at which one person enters and reads.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::finding::FindingIndex;
use crate::session::{Edit, Session};
use crate::widget::announcer::Announcer;
use crate::widget::bar::Bar;
use crate::widget::bridge::View;
use crate::widget::form::Form;
use crate::widget::language::use_edition;
use crate::widget::print::FirstPage;
use crate::widget::shown::{plan, read};
use crate::widget::toolbar::Toolbar;
use crate::widget::whole::WholeCase;

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
