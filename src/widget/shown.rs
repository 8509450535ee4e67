//! What is shown of a case: its answers read, assessed and put in order, for every view that draws a plan.

use std::rc::Rc;

use yew::prelude::*;

use crate::answer::Reading;
use crate::engine::assessment::assess;
use crate::engine::describe;
use crate::engine::finding::FindingIndex;
use crate::panel::news::news;
use crate::panel::{Panel, panel};
use crate::session::{Edit, Session};
use crate::widget::plan::Plan;
use crate::wording::Edition;

/// The answers of a case, and what is shown of them.
#[must_use]
pub fn read(edition: Edition, session: &Session) -> (Reading, Panel) {
    let reading = session.read(edition);
    let assessment = Rc::new(assess(edition.rules, &reading.findings, session.scope));
    let mut shown =
        panel(edition, Rc::clone(&assessment), reading.issues.clone(), reading.unusual.clone(), session.given());
    shown.refused.clone_from(&session.refused);
    if let (Some(before), Some(earlier)) = (&session.before, session.earlier()) {
        let old = assess(edition.rules, &earlier.read(edition).findings, earlier.scope);
        shown.news =
            news(edition.words, &old, &assessment, before.by.map_or("", |index| describe::label(edition.rules, index)));
    }
    (reading, shown)
}

/// The panel of a case, with everything that it needs beside the findings.
pub fn plan(
    edition: Edition,
    session: &Session,
    reading: &Reading,
    shown: &Rc<Panel>,
    on_edit: &Callback<Edit>,
    on_focus: Option<Callback<FindingIndex>>,
) -> Html {
    let marks =
        |list: &str| AttrValue::from(edition.rules.find(list).map_or("", |index| session.text(index)).to_string());
    html! {
        <Plan
            panel={Rc::clone(shown)}
            done={marks("treatmentsGiven")}
            not_possible={marks("treatmentsNotPossible")}
            dosing={session.dosing.clone()}
            stock={Rc::clone(&session.page_stock)}
            numbers={session.known_numbers()}
            findings={Rc::new(reading.findings.clone())}
            scope={session.scope}
            on_edit={on_edit.clone()}
            {on_focus}
        />
    }
}
