//! The panel: what follows from the answers, in the order in which it is read.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::assessment::Status;
use crate::engine::finding::FindingIndex;
use crate::guideline::NMS;
use crate::panel::{Group, Panel};
use crate::session::Edit;
use crate::widget::heading::Heading;
use crate::widget::icons::{Glyph, Icon};
use crate::widget::missing::Missing;
use crate::widget::notices::{DraftLine, Notices};
use crate::widget::problems::{Conflicts, Problems};
use crate::widget::recommendation::Recommendation;
use crate::widget::severity::SeverityView;
use crate::widget::suspicion::SuspicionView;

/// Properties of [`Plan`].
#[derive(Clone, PartialEq, Properties)]
pub struct PlanProps {
    /// What is shown.
    pub panel: Rc<Panel>,
    /// The lines already carried out, as a list separated by commas.
    pub done: AttrValue,
    /// Takes the edits.
    pub on_edit: Callback<Edit>,
    /// Leads to a field; `None` where there is no form beside the panel.
    pub on_focus: Option<Callback<FindingIndex>>,
}

/// The recommendations with everything around them.
#[component]
pub fn Plan(props: &PlanProps) -> Html {
    let panel = &props.panel;
    let notices = use_node_ref();
    let on_done = use_callback((props.done.clone(), props.on_edit.clone()), |id: &'static str, (done, on_edit)| {
        if let Some(index) = NMS.find("treatmentsGiven") {
            on_edit.emit(Edit::Answer(index, toggled(done, id)));
        }
    });
    let on_focus = &props.on_focus;
    html! {
        <section class="plan" aria-labelledby="nms-plan-title" data-role="panel">
            <Heading below={1} class="vh" id="nms-plan-title">{ "Recommendations" }</Heading>
            <DraftLine notices={notices.clone()} />
            if let Some(higher) = &panel.higher_elsewhere {
                <p class="higher" data-role="higher-elsewhere"><Glyph icon={Icon::Warning} />{ higher }</p>
            }
            <div class="state" data-grade={panel.severity.grade.map_or("none", crate::engine::rule::Grade::id)}>
                <SuspicionView headline={panel.suspicion.clone()} state={panel.state} />
                <SeverityView severity={panel.severity.clone()} />
            </div>
            <Problems role="not-used" title="Not used" icon={Icon::Critical} problems={panel.not_used.clone()} on_focus={on_focus.clone()} />
            <Conflicts conflicts={panel.conflicts.clone()} />
            <Problems role="unusual-list" title="Unusual, and used: is this right?" icon={Icon::Question} problems={panel.unusual.clone()} on_focus={on_focus.clone()} />
            // in a box of its own: a list that grows among siblings without keys moves every one of them
            <div class="plan-groups">{ for panel.groups.iter().map(|group| draw(group, &on_done)) }</div>
            <Missing lines={panel.missing.clone()} on_focus={on_focus.clone()} />
            <Notices list={notices} />
        </section>
    }
}

fn draw(group: &Group, on_done: &Callback<&'static str>) -> Html {
    let title_id = format!("nms-g-{}", group.id);
    let numbered = group.id == "now";
    let mut number = 0;
    let cards = group.cards.iter().map(|card| {
        // what is withheld is no step
        let step = numbered && card.status != Status::Withheld;
        number += usize::from(step);
        html! {
            <li key={card.rule.id}>
                <Recommendation card={card.clone()} number={step.then_some(number)} on_done={on_done.clone()} />
            </li>
        }
    });
    let list = cards.collect::<Html>();
    html! {
        <section class="plan-group" key={group.id} data-group={group.id} aria-labelledby={title_id.clone()}>
            <Heading below={2} class="plan-title" id={title_id}>
                <Glyph icon={icon(group.id)} />
                { group.title }
                <span class="plan-count">{ group.cards.len() }<span class="vh">{ " lines" }</span></span>
            </Heading>
            if numbered {
                <ol class="cards">{ list }</ol>
            } else {
                <ul class="cards">{ list }</ul>
            }
        </section>
    }
}

fn icon(group: &str) -> Icon {
    match group {
        "now" => Icon::Do,
        "avoid" => Icon::Avoid,
        "consider" => Icon::Consider,
        "monitor" => Icon::Monitor,
        "watch" => Icon::Watch,
        "later" => Icon::Later,
        _ => Icon::Book,
    }
}

/// The list with `id` added, or taken out where it was in.
fn toggled(list: &str, id: &str) -> String {
    let names: Vec<&str> = list.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
    let others: Vec<&str> = names.iter().copied().filter(|name| *name != id).collect();
    if others.len() == names.len() { [others, vec![id]].concat().join(", ") } else { others.join(", ") }
}
