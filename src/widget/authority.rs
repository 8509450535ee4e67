//! Statements of the article and publications behind a line, with what was read into them and how far each was checked.

use yew::prelude::*;

use crate::engine::source::{Citation, Statement};
use crate::panel::Authority;
use crate::widget::icons::{Icon, glyph};

/// The sources of a line.
pub fn authority_view(authority: &Authority) -> Html {
    let Authority { statements, citations, interpretation } = authority;
    html! {
        <>
            if !statements.is_empty() {
                <p class="label">{ "In the source article" }</p>
                <ul class="sources">{ for statements.iter().map(|row| statement(row)) }</ul>
            }
            if !citations.is_empty() {
                <p class="label">{ "In the literature" }</p>
                <ul class="sources">{ for citations.iter().map(|row| citation(row)) }</ul>
            }
            if !interpretation.is_empty() {
                <p class="interpretation"><b>{ "Read into the source: " }</b>{ *interpretation }</p>
            }
        </>
    }
}

fn statement(row: &'static Statement) -> Html {
    let refs: Vec<String> = row.refs.iter().map(ToString::to_string).collect();
    html! {
        <li key={row.id} data-statement={row.id}>
            <span class="source-id">{ row.id }</span>
            { " " }
            { row.text }
            if !refs.is_empty() {
                <span class="source-note">{ format!(" article citation [{}]", refs.join(", ")) }</span>
            }
        </li>
    }
}

fn citation(row: &'static Citation) -> Html {
    html! {
        <li key={row.id} data-citation={row.id}>
            if let Some(url) = row.url {
                <a href={url} target="_blank" rel="noopener noreferrer">
                    { row.text }
                    { glyph(Icon::External) }
                    <span class="vh">{ " (opens in a new tab)" }</span>
                </a>
            } else {
                { row.text }
            }
            <span class="source-note">{ format!(" {}", row.checked.label()) }</span>
        </li>
    }
}
