//! What is always within reach: the draft state in a line, and every notice at the end.

use web_sys::Element;
use yew::prelude::*;

use crate::engine::rule_set::Notice;
use crate::release;
use crate::widget::bridge::today;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_edition;
use crate::widget::menu;
use crate::widget::tabs::{self, Tab};
use crate::wording::Edition;

/// Properties of [`DraftLine`].
#[derive(Clone, PartialEq, Properties)]
pub struct DraftLineProps {
    /// The list of notices, to lead there.
    pub notices: NodeRef,
}

/// The draft state, in a line, until someone signs the rule set.
#[component]
pub fn DraftLine(props: &DraftLineProps) -> Html {
    let Edition { rules, words } = use_edition();
    let notice = |id: &str| rules.notices.iter().find(|notice| notice.id == id);
    let notices = props.notices.clone();
    let onclick = move |_: MouseEvent| {
        if let Some(list) = notices.cast::<Element>() {
            open(&list);
        }
    };
    html! {
        <div class="draft" part="draft" data-role="draft">
            { glyph(Icon::Page) }
            <p>
                if rules.reviewed.is_none() {
                    if let Some(draft) = notice("draft") {
                        <b>{ draft.label }{ "." }</b>{ " " }
                    }
                }
                if let Some(professionals) = notice("professionals") {
                    { professionals.label }{ words.plan.not_a_device }
                }
            </p>
            <button type="button" class="link" {onclick}>{ words.plan.notices }</button>
        </div>
    }
}

/// Leads to the list of notices, wherever it stands in the widget.
pub fn lead_to(frame: &Element) {
    tabs::show(frame, Tab::Plan);
    if let Ok(Some(list)) = frame.query_selector("[data-role=\"notices\"]") {
        open(&list);
    }
}

fn open(list: &Element) {
    // an attribute with a constant value cannot fail to be set
    let _ = list.set_attribute("open", "");
    list.scroll_into_view();
    if let Ok(Some(summary)) = list.query_selector("summary") {
        menu::focus(&summary);
    }
}

/// Properties of [`Notices`].
#[derive(Clone, PartialEq, Properties)]
pub struct NoticesProps {
    /// Where the list can be found.
    #[prop_or_default]
    pub list: NodeRef,
}

/// Every notice, at the end.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let edition = use_edition();
    let words = edition.words;
    let (copy, today) = (release::this(), today());
    let aged = copy.warning(edition, today).is_some().then_some("old");
    html! {
        <footer class="notices">
            <details ref={props.list.clone()} class="opens" data-role="notices">
                <summary>{ words.plan.all_notices }</summary>
                <dl>{ for edition.rules.notices.iter().map(notice) }</dl>
            </details>
            <p class="this-copy" data-role="copy" data-age={aged}>{ copy.told(edition, today) }</p>
        </footer>
    }
}

fn notice(notice: &'static Notice) -> Html {
    html! {
        <div key={notice.id} data-notice={notice.id}>
            <dt>{ notice.label }</dt>
            <dd>
                { notice.text }
                if !notice.statements.is_empty() {
                    <span class="source-note">{ format!(" ({})", notice.statements.join(", ")) }</span>
                }
            </dd>
        </div>
    }
}
