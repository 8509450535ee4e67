//! The panel: what follows from the answers, in the order in which it is read.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::assessment::{Scope, Status};
use crate::engine::finding::{FindingIndex, Findings};
use crate::guideline::NMS;
use crate::panel::news::News;
use crate::panel::{Group, Panel};
use crate::session::Edit;
use crate::widget::beyond::BeyondView;
use crate::widget::changed::{AskNext, news_box};
use crate::widget::contacts::Contacts;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_words;
use crate::widget::notices::{DraftLine, Notices};
use crate::widget::problems::{Conflicts, Problems};
use crate::widget::recommendation::{Mark, Recommendation};
use crate::widget::severity::SeverityView;
use crate::widget::suspicion::SuspicionView;
use crate::wording::Words;

/// Properties of [`Plan`].
#[derive(Clone, PartialEq, Properties)]
pub struct PlanProps {
    /// What is shown.
    pub panel: Rc<Panel>,
    /// The lines already carried out, as a list separated by commas.
    pub done: AttrValue,
    /// The lines that are not possible here, as a list separated by commas.
    #[prop_or_default]
    pub not_possible: AttrValue,
    /// The dose of dantrolene, as typed.
    #[prop_or_default]
    pub dose: AttrValue,
    /// A site's own numbers, by contact.
    #[prop_or_default]
    pub numbers: Vec<(&'static str, String)>,
    /// The answers in use.
    pub findings: Rc<Findings>,
    /// Which advice is shown.
    pub scope: Scope,
    /// Takes the edits.
    pub on_edit: Callback<Edit>,
    /// Leads to a field; `None` where there is no form beside the panel.
    pub on_focus: Option<Callback<FindingIndex>>,
}

/// The recommendations with everything around them.
#[component]
pub fn Plan(props: &PlanProps) -> Html {
    let words = use_words();
    let told = &words.plan;
    let panel = &props.panel;
    let notices = use_node_ref();
    let marks = (props.done.clone(), props.not_possible.clone(), props.on_edit.clone());
    let on_mark = use_callback(marks, |(mark, id): (Mark, &'static str), (done, not_possible, on_edit)| {
        let (list, marked, other, others) = match mark {
            Mark::Done => ("treatmentsGiven", done, "treatmentsNotPossible", not_possible),
            Mark::NotPossible => ("treatmentsNotPossible", not_possible, "treatmentsGiven", done),
        };
        if let (Some(index), Some(other)) = (NMS.find(list), NMS.find(other)) {
            on_edit.emit(Edit::Answer(index, toggled(marked, id)));
            // what was carried out was possible
            if others.split(',').any(|name| name.trim() == id) {
                on_edit.emit(Edit::Answer(other, toggled(others, id)));
            }
        }
    });
    let on_focus = &props.on_focus;
    let now = panel.groups.iter().filter(|group| group.id == "now");
    let rest = panel.groups.iter().filter(|group| group.id != "now");
    html! {
        <section class="plan" part="panel" aria-labelledby="nms-plan-title" data-role="panel">
            <Heading below={1} class="vh" id="nms-plan-title">{ told.title }</Heading>
            <DraftLine notices={notices.clone()} />
            if let Some(higher) = &panel.higher_elsewhere {
                <p class="higher" data-role="higher-elsewhere">{ glyph(Icon::Warning) }{ higher }</p>
            }
            <div class="state" part="state" data-grade={panel.severity.grade.map_or("none", crate::engine::rule::Grade::id)}>
                <SuspicionView headline={panel.suspicion.clone()} state={panel.state} />
                <SeverityView severity={panel.severity.clone()} />
            </div>
            <Problems role="not-used" title={told.not_used} icon={Icon::Critical} problems={panel.not_used.clone()} from_page={panel.refused.clone()} on_focus={on_focus.clone()} />
            <Conflicts conflicts={panel.conflicts.clone()} />
            <Problems role="unusual-list" title={told.unusual} icon={Icon::Question} problems={panel.unusual.clone()} on_focus={on_focus.clone()} />
            // in a box of its own: a list that grows among siblings without keys moves every one of them
            <div>{ news_box(words, &panel.news) }</div>
            // what to do now comes before whom to call
            <div class="plan-groups">{ for now.map(|group| draw(words, group, &panel.news, &on_mark)) }</div>
            if let Some(beyond) = &panel.beyond {
                <Contacts contacts={beyond.contacts.clone()} numbers={props.numbers.clone()} on_edit={props.on_edit.clone()} />
            }
            <div class="plan-groups">{ for rest.map(|group| draw(words, group, &panel.news, &on_mark)) }</div>
            // hidden until the page around the widget gives it something; the element takes care of that
            <div class="local" data-role="local-notes" hidden={true}>
                <p class="label">{ told.local_note }</p>
                <slot name="local-notes"></slot>
            </div>
            <AskNext findings={Rc::clone(&props.findings)} scope={props.scope} on_focus={on_focus.clone()} />
            if let Some(beyond) = &panel.beyond {
                <BeyondView beyond={beyond.clone()} dose={props.dose.clone()} on_edit={props.on_edit.clone()} on_focus={on_focus.clone()} />
            }
            <Notices list={notices} />
        </section>
    }
}

fn draw(words: &'static Words, group: &Group, news: &News, on_mark: &Callback<(Mark, &'static str)>) -> Html {
    let title_id = format!("nms-g-{}", group.id);
    let numbered = group.id == "now";
    let mut number = 0;
    let cards = group.cards.iter().map(|card| {
        // what is withheld is no step
        let step = numbered && card.status != Status::Withheld;
        number += usize::from(step);
        html! {
            <li key={card.rule.id}>
                <Recommendation card={card.clone()} number={step.then_some(number)} on_mark={on_mark.clone()} news={news.mark(card.rule.id)} />
            </li>
        }
    });
    let list = cards.collect::<Html>();
    html! {
        <section class="plan-group" part="group" key={group.id} data-group={group.id} aria-labelledby={title_id.clone()}>
            <Heading below={2} class="plan-title" id={title_id}>
                { glyph(icon(group.id)) }
                { group.title }
                <span class="plan-count">{ group.cards.len() }<span class="vh">{ words.plan.lines.of(group.cards.len()) }</span></span>
            </Heading>
            if numbered {
                <ol class="cards" role="list">{ list }</ol>
            } else {
                <ul class="cards" role="list">{ list }</ul>
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
