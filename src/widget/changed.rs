//! What the last answer changed, and what would change the plan next.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::engine::assessment::{Scope, assess};
use crate::engine::finding::{FindingIndex, Findings};
use crate::engine::what_if::Weight;
use crate::guideline::NMS;
use crate::panel::change::{AskLine, ChangeLine, Changes, changes};
use crate::panel::news::News;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};

/// How many questions are shown before the rest is folded away.
const FIRST: usize = 6;
/// Typing goes on within this time.
const PAUSE_MS: u32 = 150;

/// What the last answer changed, in a box above the plan; the new lines are marked where they stand.
pub fn news_box(news: &News) -> Html {
    if news.is_empty() {
        return Html::default();
    }
    let (new, changed) = {
        let of = |mark| news.lines.iter().filter(|(_, line)| *line == mark).count();
        (of(crate::panel::news::Mark::New), of(crate::panel::news::Mark::Changed))
    };
    let count = |count: usize, what: &str| match count {
        0 => None,
        1 => Some(format!("1 line {what}")),
        more => Some(format!("{more} lines {what}")),
    };
    let counted = [count(new, "new"), count(changed, "changed"), count(news.gone.len(), "gone")];
    let counted = counted.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let by = if news.by.is_empty() { "The last change".to_string() } else { format!("{}, your last answer", news.by) };
    html! {
        <div class="news" data-role="news">
            <p><b>{ by }{ ": " }</b>{ counted }</p>
            <ul>
                { for news.turned.iter().map(|(was, is)| html! { <li key={is.clone()}><s>{ was }</s>{ glyph(Icon::Do) }<b>{ is }</b></li> }) }
                { for news.gone.iter().map(|rule| html! { <li key={rule.id} data-gone={rule.id}>{ glyph(Icon::Minus) }<span class="vh">{ "gone: " }</span><s>{ rule.text }</s></li> }) }
            </ul>
        </div>
    }
}

/// Properties of [`AskNext`].
#[derive(Clone, PartialEq, Properties)]
pub struct AskNextProps {
    /// The answers in use.
    pub findings: Rc<Findings>,
    /// Which advice is shown.
    pub scope: Scope,
    /// Leads to a field; `None` where there is no form beside the panel.
    pub on_focus: Option<Callback<FindingIndex>>,
}

/// What to ask next, and what would change the plan.
#[component]
pub fn AskNext(props: &AskNextProps) -> Html {
    let asked = (Rc::clone(&props.findings), props.scope);
    // some hundred assessments: the plan is drawn first, this follows when the typing pauses
    let shown = use_state(|| Rc::new(worked_out(&asked)));
    let of = use_mut_ref(|| asked.clone());
    {
        let (shown, of) = (shown.clone(), Rc::clone(&of));
        use_effect_with(asked.clone(), move |asked| {
            let asked = asked.clone();
            let stale = *of.borrow() != asked;
            let timeout = stale.then(|| {
                Timeout::new(PAUSE_MS, move || {
                    shown.set(Rc::new(worked_out(&asked)));
                    of.replace(asked);
                })
            });
            move || drop(timeout)
        });
    }
    let stale = *of.borrow() != asked;
    let (open, settled): (Vec<&AskLine>, Vec<&AskLine>) =
        shown.asks.iter().partition(|ask| ask.weight != Weight::Settled);
    let (first, rest) = open.split_at_checked(FIRST).unwrap_or((&open, &[]));
    let list = |rows: &[&AskLine]| {
        html! { <ul class="missing-list">{ for rows.iter().map(|row| ask(row, props.on_focus.as_ref())) }</ul> }
    };
    html! {
        <section class="plan-group missing" data-role="missing" aria-busy={stale.to_string()} aria-labelledby="nms-missing-title">
            <Heading below={2} class="plan-title" id="nms-missing-title">
                { glyph(Icon::Question) }
                { "Ask next: what is missing and could change the plan" }
            </Heading>
            if first.is_empty() {
                <p class="row-note">{ "Nothing that is missing could change the plan." }</p>
            } else {
                { list(first) }
            }
            if !rest.is_empty() {
                <details class="more">
                    <summary>{ glyph(Icon::Chevron) }{ format!("{} more", rest.len()) }</summary>
                    { list(rest) }
                </details>
            }
            if !settled.is_empty() {
                <details class="more" data-role="settled">
                    <summary>{ glyph(Icon::Chevron) }{ format!("{} that cannot change the plan any more", settled.len()) }</summary>
                    <p class="row-note">{ "Every line that reads them is decided by the answers given, or no line of the plan reads them: they serve the score and the look-alikes." }</p>
                    <p class="settled">{ settled.iter().map(|row| row.finding).collect::<Vec<_>>().join(" · ") }</p>
                </details>
            }
            if !shown.nearest.is_empty() {
                <details class="fold" data-role="what-if">
                    <summary>{ glyph(Icon::Ruler) }<span class="fold-title">{ "What would change this plan" }</span>{ glyph(Icon::Chevron) }</summary>
                    <div class="fold-body">
                        <p class="row-note">{ "For each answer given, the nearest other answer that changes the plan; everything else as it is." }</p>
                        <ul class="what-ifs">{ for shown.nearest.iter().map(|row| nearest(row, props.on_focus.as_ref())) }</ul>
                    </div>
                </details>
            }
        </section>
    }
}

fn worked_out((findings, scope): &(Rc<Findings>, Scope)) -> Changes {
    changes(&NMS, &assess(&NMS, findings, *scope), findings)
}

fn ask(row: &AskLine, on_focus: Option<&Callback<FindingIndex>>) -> Html {
    html! {
        <li key={usize::from(row.index.0)} data-weight={if row.weight == Weight::Alone { "alone" } else { "with-others" }}>
            { to_field(row.index, row.finding, on_focus) }
            <span class="waiting">{ if row.effect.is_empty() { "only together with other answers" } else { &row.effect } }</span>
        </li>
    }
}

fn nearest(row: &ChangeLine, on_focus: Option<&Callback<FindingIndex>>) -> Html {
    html! {
        <li key={format!("{} {}", row.index.0, row.then)}>
            <p>{ to_field(row.index, row.finding, on_focus) }{ " now " }{ &row.now }{ ", " }<b>{ &row.then }</b></p>
            <p class="waiting">{ &row.effect }</p>
        </li>
    }
}

fn to_field(index: FindingIndex, name: &'static str, on_focus: Option<&Callback<FindingIndex>>) -> Html {
    match on_focus.cloned() {
        Some(on_focus) => html! {
            <button type="button" class="to-field" onclick={move |_: MouseEvent| on_focus.emit(index)}>
                { glyph(Icon::Back) }<span>{ name }</span>
            </button>
        },
        None => html! { <span class="to-field"><span>{ name }</span></span> },
    }
}
