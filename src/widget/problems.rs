//! Answers that were not used, that look unusual, or that contradict each other. Always in view while there are any.

use yew::prelude::*;

use crate::answer::Problem;
use crate::engine::finding::FindingIndex;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::{use_edition, use_words};
use crate::wording::{Edition, Words};

/// As many lines of a list that may be endless are shown; the others are counted.
pub const MOST_SHOWN: usize = 30;

/// How many lines of a list are not shown.
pub fn more(words: &Words, all: usize) -> Html {
    let rest = all.saturating_sub(MOST_SHOWN);
    html! { if rest > 0 { <li data-role="more">{ words.print.more(&rest) }</li> } }
}

/// Properties of [`Problems`].
#[derive(Clone, PartialEq, Properties)]
pub struct ProblemsProps {
    /// What the list is for, to those who find it by role.
    pub role: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// Its icon.
    pub icon: Icon,
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// Those of them that came from the page around the widget.
    #[prop_or_default]
    pub from_page: Vec<Problem>,
    /// Leads to a field; `None` where there is no form beside the panel.
    pub on_focus: Option<Callback<FindingIndex>>,
}

/// A list of answers to look at again.
#[component]
pub fn Problems(props: &ProblemsProps) -> Html {
    let edition = use_edition();
    if props.problems.is_empty() {
        return Html::default();
    }
    html! {
        <div class="problems" data-role={props.role}>
            <Heading below={2} class="problems-title">{ glyph(props.icon) }{ props.title }</Heading>
            <ul>
                { for props.problems.iter().take(MOST_SHOWN).map(|problem| row(edition, problem, props)) }
                { more(edition.words, props.problems.len()) }
            </ul>
        </div>
    }
}

fn row(edition: Edition, problem: &Problem, props: &ProblemsProps) -> Html {
    let Edition { rules, words } = edition;
    let index = rules.find(&problem.finding);
    // a host page can send a key that names no finding
    let name =
        index.and_then(|index| rules.finding(index)).map_or(problem.finding.clone(), |finding| finding.label.into());
    html! {
        <li>
            if let Some((on_focus, index)) = props.on_focus.clone().zip(index) {
                <button type="button" class="to-field" onclick={move |_: MouseEvent| on_focus.emit(index)}>
                    { glyph(Icon::Back) }
                    <span>{ name }</span>
                </button>
            } else {
                <b>{ name }</b>
            }
            <span>
                if props.from_page.contains(problem) { <b>{ words.case.from_page }</b> }
                { &problem.problem }
            </span>
        </li>
    }
}

/// Properties of [`Conflicts`].
#[derive(Clone, PartialEq, Properties)]
pub struct ConflictsProps {
    /// Problem, and the reading that is used.
    pub conflicts: Vec<(&'static str, &'static str)>,
}

/// Answers that contradict each other.
#[component]
pub fn Conflicts(props: &ConflictsProps) -> Html {
    let words = use_words();
    if props.conflicts.is_empty() {
        return Html::default();
    }
    html! {
        <div class="problems" data-role="conflicts">
            <Heading below={2} class="problems-title">{ glyph(Icon::Sides) }{ words.plan.conflicts }</Heading>
            <ul>
                { for props.conflicts.iter().map(|(problem, used)| html! {
                    <li key={*problem}><span>{ *problem }</span><span><b>{ words.plan.conflict_used }</b>{ *used }</span></li>
                }) }
            </ul>
        </div>
    }
}
