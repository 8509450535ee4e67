//! What a print begins with: answers, reasons, plan and unknowns on one page, with version, draft state and the day. On
//! screen it is not there; the plan with its sources follows behind it.

use std::rc::Rc;

use yew::prelude::*;

use crate::note::{footer, parts};
use crate::session::Session;
use crate::widget::language::use_edition;
use crate::widget::paper::{Paper, use_paper};
use crate::wording::{Edition, Words};

/// More missing answers than that are no help on paper.
const MOST_MISSING: usize = 12;

/// Properties of [`FirstPage`].
#[derive(Clone, PartialEq, Properties)]
pub struct FirstPageProps {
    /// The case.
    pub case: Rc<Session>,
}

/// The first page of a print. It is drawn when something is printed: of the case as it stands.
#[component]
pub fn FirstPage(props: &FirstPageProps) -> Html {
    let edition = use_edition();
    if use_paper() == Paper::Nothing { Html::default() } else { page(edition, &props.case) }
}

fn page(edition: Edition, session: &Session) -> Html {
    let (rules, words) = (edition.rules, edition.words);
    let told = &words.print;
    let day = session.today.map(|day| told.printed_on(&words.format.date(day))).unwrap_or_default();
    let [answers, state, plan, mut missing] = parts(edition, session);
    if missing.len() > MOST_MISSING {
        let more = missing.len() - MOST_MISSING;
        missing.truncate(MOST_MISSING);
        missing.push(told.more(&more));
    }
    let reviewed = rules.reviewed.map_or_else(|| told.draft.to_string(), |who| told.reviewed(&who));
    html! {
        <section class="first-page" aria-hidden="true">
            <p><b>{ words.bar.name }</b>{ told.heading(&reviewed, &day, &rules.version) }</p>
            { for told.titles.iter().zip([answers, state, plan, missing]).map(|(title, lines)| part(words, title, &lines)) }
            <p class="source-note">{ footer(edition, session.today) }</p>
        </section>
    }
}

fn part(words: &'static Words, title: &'static str, lines: &[String]) -> Html {
    html! {
        <div key={title} data-part={title}>
            <p class="first-page-title">{ title }</p>
            if lines.is_empty() {
                <p>{ words.note.none }</p>
            } else {
                <ul>{ for lines.iter().enumerate().map(|(at, line)| html! { <li key={at}>{ line }</li> }) }</ul>
            }
        </div>
    }
}
