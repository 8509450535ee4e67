//! On a narrow screen, where the panel is below the form: severity and first action stay in view while the form is, and
//! lead to the panel.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use crate::engine::assessment::Status;
use crate::engine::rule::Grade;
use crate::panel::Panel;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_words;

/// Properties of [`Bar`].
#[derive(Clone, PartialEq, Properties)]
pub struct BarProps {
    /// What is shown in the panel.
    pub panel: Rc<Panel>,
}

/// A line at the bottom of the screen.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    let words = use_words();
    let node = use_node_ref();
    let onclick = {
        let node = node.clone();
        move |_: MouseEvent| {
            let plan = node.cast::<Element>().and_then(|bar| bar.closest(".frame").ok().flatten());
            if let Some(Ok(Some(plan))) = plan.map(|frame| frame.query_selector(".state")) {
                plan.scroll_into_view();
            }
        }
    };
    let severity = &props.panel.severity;
    let now = props.panel.groups.iter().find(|group| group.id == "now");
    let first = now.and_then(|group| group.cards.iter().find(|card| card.status != Status::Withheld && !card.given));
    html! {
        <div ref={node} class="bar" part="bar" data-grade={severity.grade.map_or("none", Grade::id)}>
            <button type="button" {onclick}>
                <span class="bar-text">
                    <b>{ &severity.text }</b>
                    <span class="bar-first">{ first.map_or(props.panel.suspicion.text, |card| card.rule.text) }</span>
                </span>
                <span class="bar-go">{ words.bar.plan }{ glyph(Icon::Down) }</span>
            </button>
        </div>
    }
}
