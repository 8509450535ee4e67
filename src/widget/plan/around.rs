//! What a row or a section of the plan needs once it is open.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::finding::{FindingIndex, Findings};
use crate::engine::stock::Place;
use crate::panel::Panel;
use crate::session::{Dosing, Edit};
use crate::widget::plan::opened::Opened;
use crate::wording::Edition;

/// Everything that a part of the plan may ask for when it is drawn.
#[derive(Clone)]
pub struct Around {
    /// Rules and words.
    pub edition: Edition,
    /// What is shown.
    pub panel: Rc<Panel>,
    /// The answers in use.
    pub findings: Rc<Findings>,
    /// What is open.
    pub opened: Opened,
    /// A site's own numbers, by contact.
    pub numbers: Vec<(&'static str, String)>,
    /// What is stated of dantrolene, as typed.
    pub dosing: Dosing,
    /// The dantrolene that the page states.
    pub stock: Rc<Vec<Place>>,
    /// Takes the edits.
    pub on_edit: Callback<Edit>,
    /// Leads to a field; `None` where there is no form beside the plan.
    pub on_focus: Option<Callback<FindingIndex>>,
    /// Marks a line, or takes the mark back.
    pub on_mark: Callback<(Mark, &'static str)>,
    /// Hears of what is opened and closed.
    pub on_toggle: Callback<Event>,
}

/// What a reader can say about a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It was carried out.
    Done,
    /// It cannot be carried out where the patient is.
    NotPossible,
}

/// A part that opens in place. What is in it is drawn only while it is open.
pub fn fold(
    around: &Around,
    part: String,
    open: bool,
    class: &'static str,
    summary: Html,
    inside: impl FnOnce() -> Html,
) -> Html {
    html! {
        <details {class} {open} data-part={part} data-open={open.to_string()} ontoggle={around.on_toggle.clone()}>
            <summary>{ summary }</summary>
            if open { { inside() } }
        </details>
    }
}
