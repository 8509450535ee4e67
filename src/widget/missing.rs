//! What is missing and could change the plan: each answer leads to its field.

use yew::prelude::*;

use crate::engine::finding::FindingIndex;
use crate::panel::MissingLine;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};

/// How many are shown before the rest is folded away.
const FIRST: usize = 6;

/// Properties of [`Missing`].
#[derive(Clone, PartialEq, Properties)]
pub struct MissingProps {
    /// The answers that are missing, the one that most lines wait for first.
    pub lines: Vec<MissingLine>,
    /// Leads to a field; `None` where there is no form beside the panel.
    pub on_focus: Option<Callback<FindingIndex>>,
}

/// The missing answers.
#[component]
pub fn Missing(props: &MissingProps) -> Html {
    if props.lines.is_empty() {
        return Html::default();
    }
    let (first, rest) = props.lines.split_at_checked(FIRST).unwrap_or((&props.lines, &[]));
    let rows = |lines: &[MissingLine]| {
        // the same example below every answer would say nothing
        let news = |at: usize| at.checked_sub(1).and_then(|before| lines.get(before)).map(|line| line.example);
        let one =
            |(at, line): (usize, &MissingLine)| row(line, news(at) != Some(line.example), props.on_focus.as_ref());
        html! { <ul class="missing-list">{ for lines.iter().enumerate().map(one) }</ul> }
    };
    html! {
        <section class="plan-group missing" data-role="missing" aria-labelledby="nms-missing-title">
            <Heading below={2} class="plan-title" id="nms-missing-title">
                { glyph(Icon::Question) }
                { "What is missing and could change the plan" }
            </Heading>
            { rows(first) }
            if !rest.is_empty() {
                <details class="more">
                    <summary>{ glyph(Icon::Chevron) }{ format!("{} more", rest.len()) }</summary>
                    { rows(rest) }
                </details>
            }
        </section>
    }
}

fn row(line: &MissingLine, with_example: bool, on_focus: Option<&Callback<FindingIndex>>) -> Html {
    let waiting = if line.lines == 1 { "1 line waits".to_string() } else { format!("{} lines wait", line.lines) };
    let index = line.index;
    html! {
        <li key={usize::from(index.0)}>
            if let Some(on_focus) = on_focus.cloned() {
                <button type="button" class="to-field" onclick={move |_: MouseEvent| on_focus.emit(index)}>
                    { glyph(Icon::Back) }
                    <span>{ line.finding }</span>
                </button>
            } else {
                <span class="to-field"><span>{ line.finding }</span></span>
            }
            <span class="waiting">{ waiting }if with_example { { ", first: " }{ line.example } }</span>
        </li>
    }
}
