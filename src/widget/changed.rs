//! What the last answer changed, and what would change the plan next.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::engine::assessment::{Scope, assess};
use crate::engine::finding::{FindingIndex, Findings};
use crate::engine::what_if::Weight;
use crate::panel::change::{AskLine, ChangeLine, Changes, changes};
use crate::panel::news::News;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_edition;
use crate::wording::{Edition, Words};

/// How many questions are shown before the rest is folded away.
const FIRST: usize = 6;
/// Typing goes on within this time.
const PAUSE_MS: u32 = 150;

/// What the last answer changed, in a box above the plan; the new lines are marked where they stand.
pub fn news_box(words: &'static Words, news: &News) -> Html {
    let told = &words.changes;
    if news.is_empty() {
        return Html::default();
    }
    let (new, changed) = {
        let of = |mark| news.lines.iter().filter(|(_, line)| *line == mark).count();
        (of(crate::panel::news::Mark::New), of(crate::panel::news::Mark::Changed))
    };
    let counts = [(&told.new, new), (&told.changed, changed), (&told.gone, news.gone.len())];
    let counted = counts.into_iter().filter(|(_, count)| *count > 0).map(|(plural, count)| plural.of(count));
    let counted = counted.collect::<Vec<_>>().join(", ");
    let by = if news.by.is_empty() { told.last_change.to_string() } else { told.last_answer(&news.by) };
    html! {
        <div class="news" data-role="news">
            <p><b>{ by }{ ": " }</b>{ counted }</p>
            <ul>
                { for news.turned.iter().map(|(was, is)| html! { <li key={is.clone()}><s>{ was }</s>{ glyph(Icon::Do) }<b>{ is }</b></li> }) }
                { for news.gone.iter().map(|rule| html! { <li key={rule.id} data-gone={rule.id}>{ glyph(Icon::Minus) }<span class="vh">{ told.gone_line }</span><s>{ rule.text }</s></li> }) }
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
    let edition = use_edition();
    let told = &edition.words.changes;
    let asked = (Rc::clone(&props.findings), props.scope, edition);
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
        html! { <ul class="missing-list">{ for rows.iter().map(|row| ask(edition.words, row, props.on_focus.as_ref())) }</ul> }
    };
    html! {
        <section class="plan-group missing" data-role="missing" aria-busy={stale.to_string()} aria-labelledby="nms-missing-title">
            <Heading below={2} class="plan-title" id="nms-missing-title">
                { glyph(Icon::Question) }
                { told.ask_next }
            </Heading>
            if first.is_empty() {
                <p class="row-note">{ told.nothing }</p>
            } else {
                { list(first) }
            }
            if !rest.is_empty() {
                <details class="more">
                    <summary>{ glyph(Icon::Chevron) }{ told.more(&rest.len()) }</summary>
                    { list(rest) }
                </details>
            }
            if !settled.is_empty() {
                <details class="more" data-role="settled">
                    <summary>{ glyph(Icon::Chevron) }{ told.settled(&settled.len()) }</summary>
                    <p class="row-note">{ told.settled_note }</p>
                    <p class="settled">{ settled.iter().map(|row| row.finding).collect::<Vec<_>>().join(" · ") }</p>
                </details>
            }
            if !shown.nearest.is_empty() {
                <details class="fold" data-role="what-if">
                    <summary>{ glyph(Icon::Ruler) }<span class="fold-title">{ told.what_if }</span>{ glyph(Icon::Chevron) }</summary>
                    <div class="fold-body">
                        <p class="row-note">{ told.what_if_note }</p>
                        <ul class="what-ifs">{ for shown.nearest.iter().map(|row| nearest(edition.words, row, props.on_focus.as_ref())) }</ul>
                    </div>
                </details>
            }
        </section>
    }
}

fn worked_out((findings, scope, edition): &(Rc<Findings>, Scope, Edition)) -> Changes {
    changes(*edition, &assess(edition.rules, findings, *scope), findings)
}

fn ask(words: &'static Words, row: &AskLine, on_focus: Option<&Callback<FindingIndex>>) -> Html {
    html! {
        <li key={usize::from(row.index.0)} data-weight={if row.weight == Weight::Alone { "alone" } else { "with-others" }}>
            { to_field(words, row.index, row.finding, on_focus) }
            <span class="waiting">{ if row.effect.is_empty() { words.changes.only_together } else { &row.effect } }</span>
        </li>
    }
}

fn nearest(words: &'static Words, row: &ChangeLine, on_focus: Option<&Callback<FindingIndex>>) -> Html {
    html! {
        <li key={format!("{} {}", row.index.0, row.then)}>
            <p>{ to_field(words, row.index, row.finding, on_focus) }{ words.changes.now }{ &row.now }{ ", " }<b>{ &row.then }</b></p>
            <p class="waiting">{ &row.effect }</p>
        </li>
    }
}

fn to_field(
    words: &'static Words,
    index: FindingIndex,
    name: &'static str,
    on_focus: Option<&Callback<FindingIndex>>,
) -> Html {
    match on_focus.cloned() {
        Some(on_focus) => html! {
            <button type="button" class="to-field" onclick={move |_: MouseEvent| on_focus.emit(index)}>
                { glyph(Icon::Back) }<span class="vh">{ words.changes.to_field }</span><span>{ name }</span>
            </button>
        },
        None => html! { <span class="to-field"><span>{ name }</span></span> },
    }
}
