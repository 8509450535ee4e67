//! Tells assistive technology what changed, politely and at most once a second.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::engine::rule::Grade;
use crate::panel::Panel;
use crate::widget::language::use_words;
use crate::wording::Words;

/// Typing goes on within this time.
const PAUSE_MS: u32 = 1_000;

/// Properties of [`Announcer`].
#[derive(Clone, PartialEq, Properties)]
pub struct AnnouncerProps {
    /// What is shown.
    pub panel: Rc<Panel>,
}

/// What of a panel is announced.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Said {
    suspicion: &'static str,
    severity: String,
    grade: Option<Grade>,
    lines: Vec<&'static str>,
    not_used: usize,
}

/// A region that speaks.
#[component]
pub fn Announcer(props: &AnnouncerProps) -> Html {
    let words = use_words();
    let now = said(&props.panel);
    let said_last = use_mut_ref(|| now.clone());
    let again = use_mut_ref(|| false);
    let text = use_state(String::new);
    let setter = text.setter();
    use_effect_with(now, move |now| {
        let now = now.clone();
        // dropped with the next change, so that only the last of a burst speaks
        let timeout = Timeout::new(PAUSE_MS, move || {
            let before = said_last.replace(now.clone());
            if let Some(change) = change(words, &before, &now) {
                // a sentence that is the same as the last one is spoken only if the text differs
                let odd = !again.replace_with(|odd| !*odd);
                setter.set(if odd { format!("{change}\u{a0}") } else { change });
            }
        });
        move || drop(timeout)
    });
    html! { <p class="vh" aria-live="polite" aria-atomic="true" data-role="announcement">{ &*text }</p> }
}

fn said(panel: &Panel) -> Said {
    let cards = panel.groups.iter().flat_map(|group| &group.cards);
    Said {
        suspicion: panel.suspicion.text,
        severity: panel.severity.text.clone(),
        grade: panel.severity.grade,
        lines: cards.map(|card| card.rule.id).collect(),
        not_used: panel.not_used.len(),
    }
}

/// The change in a sentence; `None` where there is nothing to tell.
fn change(words: &Words, before: &Said, now: &Said) -> Option<String> {
    let told = &words.changes;
    let mut parts = Vec::new();
    if before.suspicion != now.suspicion {
        parts.push(now.suspicion.to_string());
    }
    if before.severity != now.severity {
        // without a grade the line says of itself what it is about
        parts.push(now.grade.map_or_else(|| now.severity.clone(), |_| told.said_severity(&now.severity)));
    }
    let missing = |of: &Said, other: &Said| of.lines.iter().filter(|line| !other.lines.contains(line)).count();
    let (added, removed) = (missing(now, before), missing(before, now));
    if added > 0 {
        parts.push(told.said_added.of(added));
    }
    if removed > 0 {
        parts.push(told.said_removed.of(removed));
    }
    if before.not_used < now.not_used {
        parts.push(told.said_not_used.of(now.not_used));
    }
    (!parts.is_empty()).then(|| format!("{}.", parts.join(". ")))
}
