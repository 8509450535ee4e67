//! Form and panel side by side: the desk at which one person enters and reads. Where there is no room for both, one of
//! them is shown at a time.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::finding::FindingIndex;
use crate::panel::Panel;
use crate::panel::rows::{Area, sheet};
use crate::session::{Edit, Session};
use crate::widget::announcer::Announcer;
use crate::widget::bridge::View;
use crate::widget::form::Form;
use crate::widget::language::use_edition;
use crate::widget::line::Reader;
use crate::widget::notices::Notices;
use crate::widget::print::FirstPage;
use crate::widget::shown::{plan, read};
use crate::widget::tabs::{Tab, Tabs, opened};
use crate::widget::whole::WholeCase;
use crate::wording::Edition;

/// Properties of [`Desk`].
#[derive(Clone, PartialEq, Properties)]
pub struct DeskProps {
    /// The case.
    pub session: Rc<Session>,
    /// Which parts are shown.
    pub view: View,
    /// Whether the plan is covered for those who watch.
    #[prop_or_default]
    pub covered: bool,
    /// Takes the edits.
    pub on_edit: Callback<Edit>,
    /// Leads to a field.
    pub on_focus: Callback<FindingIndex>,
    /// Reads what comes from outside.
    #[prop_or_default]
    pub reader: Option<Reader>,
}

/// Form and panel, and the tabs between them.
#[component]
pub fn Desk(props: &DeskProps) -> Html {
    let edition = use_edition();
    let (session, view) = (&props.session, props.view);
    let (reading, shown) = read(edition, session);
    let (reading, shown) = (Rc::new(reading), Rc::new(shown));
    let (has_form, has_plan) = (view != View::Panel, view != View::Form && !props.covered);
    let both = has_form && has_plan;
    let go = both.then(|| props.on_focus.clone());
    let columns = use_node_ref();
    let (tab, choose, on_enter) = use_tab(session, &props.on_edit);
    let role = both.then_some("tabpanel");
    html! {
        <>
            <WholeCase session={Rc::clone(session)} on_edit={props.on_edit.clone()} />
            <FirstPage case={Rc::clone(session)} />
            if both {
                <Tabs
                    shown={tab}
                    answered={session.answered()}
                    steps={steps(edition, &shown)}
                    fresh={shown.news.lines.len()}
                    columns={columns.clone()}
                    on_choose={choose}
                />
            }
            <div ref={columns} class="columns" data-tab={tab.id()} data-both={both.to_string()}>
                if has_form {
                    <div class="entering" id="nms-part-findings" {role} aria-labelledby={both.then_some("nms-tab-findings")}>
                        <Form session={Rc::clone(session)} reading={Rc::clone(&reading)} on_edit={on_enter} reader={props.reader.clone()} />
                    </div>
                }
                if has_plan {
                    <div class="planning" id="nms-part-plan" {role} aria-labelledby={both.then_some("nms-tab-plan")}>
                        { plan(edition, session, &reading, &shown, &props.on_edit, go) }
                    </div>
                } else {
                    // the draft state in the bar leads there
                    <Notices list={NodeRef::default()} />
                }
            </div>
            <Announcer panel={shown} />
        </>
    }
}

/// How many steps the plan has now.
fn steps(edition: Edition, panel: &Panel) -> usize {
    sheet(edition.rules, panel).rows(Area::Now).len()
}

/// The part that is shown where there is room for one: what the reader chose, until another case is opened. Whoever enters
/// something stays with it.
#[hook]
fn use_tab(session: &Rc<Session>, on_edit: &Callback<Edit>) -> (Tab, Callback<Tab>, Callback<Edit>) {
    let chosen = use_state_eq(|| None::<Tab>);
    let shown = chosen.unwrap_or_else(|| Tab::first(session));
    {
        let chosen = chosen.setter();
        use_effect_with(opened(session), move |another| {
            if another.is_some() {
                chosen.set(None);
            }
        });
    }
    let choose = use_callback((), {
        let chosen = chosen.setter();
        move |tab: Tab, ()| chosen.set(Some(tab))
    });
    let on_enter = use_callback((choose.clone(), shown, on_edit.clone()), |edit: Edit, (choose, shown, on_edit)| {
        choose.emit(*shown);
        on_edit.emit(edit);
    });
    (shown, choose, on_enter)
}
