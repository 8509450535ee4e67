//! What a print begins with: answers, reasons, plan and unknowns on one page, with version, draft state and the day. On
//! screen it is not there; the plan with its sources follows behind it.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::describe;
use crate::guideline::NMS;
use crate::note::{footer, parts};
use crate::session::Session;

const TITLES: [&str; 4] = ["Answers", "Suspicion and severity", "Plan", "Not known yet"];

/// More missing answers than that are no help on paper.
const MOST_MISSING: usize = 12;

/// Properties of [`FirstPage`].
#[derive(Clone, PartialEq, Properties)]
pub struct FirstPageProps {
    /// The case.
    pub case: Rc<Session>,
}

/// The first page of a print, always that of the case as it stands: a print may not be older than the screen.
#[component]
pub fn FirstPage(props: &FirstPageProps) -> Html {
    use_memo(Rc::clone(&props.case), |case| page(case)).as_ref().clone()
}

fn page(session: &Session) -> Html {
    let day = session.today.map(|day| format!("Printed on {}. ", describe::date(day))).unwrap_or_default();
    let [answers, state, plan, mut missing] = parts(&NMS, session);
    if missing.len() > MOST_MISSING {
        let more = missing.len() - MOST_MISSING;
        missing.truncate(MOST_MISSING);
        missing.push(format!("and {more} more"));
    }
    let reviewed =
        NMS.reviewed.map_or("Draft: not clinically reviewed. ".to_string(), |who| format!("Reviewed: {who}. "));
    html! {
        <section class="first-page" aria-hidden="true">
            <p><b>{ "NMS Advisor" }</b>{ format!(": neuroleptic malignant syndrome. {reviewed}{day}Rule set {}.", NMS.version) }</p>
            { for TITLES.iter().zip([answers, state, plan, missing]).map(|(title, lines)| part(title, &lines)) }
            <p class="source-note">{ footer(&NMS) }</p>
        </section>
    }
}

fn part(title: &'static str, lines: &[String]) -> Html {
    html! {
        <div key={title} data-part={title}>
            <p class="first-page-title">{ title }</p>
            if lines.is_empty() {
                <p>{ "none" }</p>
            } else {
                <ul>{ for lines.iter().enumerate().map(|(at, line)| html! { <li key={at}>{ line }</li> }) }</ul>
            }
        </div>
    }
}
