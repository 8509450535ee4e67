//! What to ask next: the answers that are missing and could change the plan, the most telling first.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::engine::finding::{FindingIndex, Findings};
use crate::engine::what_if::Weight;
use crate::panel::Panel;
use crate::panel::change::{AskLine, ChangeLine, asks};
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::plan::around::{Around, fold};
use crate::wording::{Edition, Words};

/// How many questions are shown before the rest is folded away.
const FIRST: usize = 3;
/// Typing goes on within this time.
const PAUSE_MS: u32 = 150;

/// What is asked, and of which answers it was worked out.
#[derive(Clone)]
struct Asked {
    findings: Rc<Findings>,
    edition: Edition,
    scope: crate::engine::assessment::Scope,
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        self.scope == other.scope && self.edition == other.edition && self.findings == other.findings
    }
}

/// The questions, and whether they are those of an earlier moment: a hundred assessments wait until the typing pauses.
#[hook]
pub fn use_asks(edition: Edition, panel: &Rc<Panel>, findings: &Rc<Findings>) -> (Rc<Vec<AskLine>>, bool) {
    let asked = Asked { findings: Rc::clone(findings), edition, scope: panel.assessment.scope };
    let worked_out = |panel: &Panel, asked: &Asked| Rc::new(asks(asked.edition, &panel.assessment, &asked.findings));
    let shown = use_state(|| worked_out(panel, &asked));
    let of = use_mut_ref(|| asked.clone());
    {
        let (shown, of, panel) = (shown.clone(), Rc::clone(&of), Rc::clone(panel));
        use_effect_with(asked.clone(), move |asked| {
            let asked = asked.clone();
            let stale = *of.borrow() != asked;
            let timeout = stale.then(|| {
                Timeout::new(PAUSE_MS, move || {
                    let lines = worked_out(&panel, &asked);
                    of.replace(asked);
                    shown.set(lines);
                })
            });
            move || drop(timeout)
        });
    }
    let stale = *of.borrow() != asked;
    (Rc::clone(&shown), stale)
}

/// The line of what to ask next.
pub fn ask_line(around: &Rc<Around>, asks: &[AskLine], stale: bool) -> Html {
    let words = around.edition.words;
    let told = &words.changes;
    let (open, settled): (Vec<&AskLine>, Vec<&AskLine>) = asks.iter().partition(|ask| ask.weight != Weight::Settled);
    let (first, rest) = open.split_at_checked(FIRST).unwrap_or((&open, &[]));
    let focus = around.on_focus.as_ref();
    let more = html! { <span>{ told.more(&rest.len()) }</span> };
    html! {
        <section class="area ask-next" data-role="missing" data-group="ask" aria-busy={stale.to_string()} aria-labelledby="nms-missing-title">
            <div class="area-side"><Heading below={2} class="area-title" id="nms-missing-title">{ told.ask_next }</Heading></div>
            <div class="asks">
                if first.is_empty() {
                    <p class="row-note">{ told.nothing }</p>
                } else {
                    <ul class="first">{ for first.iter().map(|row| html! { <li key={usize::from(row.index.0)} data-weight={weight(row)}>{ to_field(words, row.index, row.finding, focus) }</li> }) }</ul>
                }
                if !open.is_empty() || !settled.is_empty() {
                    { fold(around, "asks".into(), around.opened.is("asks", false), "more", more, || all(around, &open, &settled)) }
                }
            </div>
        </section>
    }
}

fn weight(row: &AskLine) -> &'static str {
    if row.weight == Weight::Alone { "alone" } else { "with-others" }
}

/// Every question with its greatest effect, and those that cannot change anything any more.
fn all(around: &Around, open: &[&AskLine], settled: &[&AskLine]) -> Html {
    let words = around.edition.words;
    let told = &words.changes;
    html! {
        <div>
            <ol class="missing-list" role="list">{ for open.iter().map(|row| ask(words, row, around.on_focus.as_ref())) }</ol>
            if !settled.is_empty() {
                <div data-role="settled">
                    <p class="label">{ told.settled(&settled.len()) }</p>
                    <p class="row-note">{ told.settled_note }</p>
                    <p class="row-note">{ settled.iter().map(|row| row.finding).collect::<Vec<_>>().join(" · ") }</p>
                </div>
            }
        </div>
    }
}

fn ask(words: &'static Words, row: &AskLine, on_focus: Option<&Callback<FindingIndex>>) -> Html {
    html! {
        <li key={usize::from(row.index.0)} data-weight={weight(row)}>
            { to_field(words, row.index, row.finding, on_focus) }
            <span class="row-note">{ if row.effect.is_empty() { words.changes.only_together } else { &row.effect } }</span>
        </li>
    }
}

/// The nearest change of each answer.
pub fn nearest_list(around: &Around, rows: &[ChangeLine]) -> Html {
    let words = around.edition.words;
    if rows.is_empty() {
        return html! { <p class="row-note">{ words.changes.nothing_near }</p> };
    }
    let line = |row: &ChangeLine| {
        html! {
            <li key={format!("{} {}", row.index.0, row.then)}>
                <p>{ to_field(words, row.index, row.finding, around.on_focus.as_ref()) }{ words.changes.now }{ &row.now }{ ", " }<b>{ &row.then }</b></p>
                <p class="row-note">{ &row.effect }</p>
            </li>
        }
    };
    html! { <ul class="what-ifs">{ for rows.iter().map(line) }</ul> }
}

/// The name of a finding, as a button to its field where there is a form.
pub fn to_field(
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
