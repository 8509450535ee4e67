//! Statements of the article and publications behind a line, with what was read into them and how far each was checked.

use yew::prelude::*;

use crate::engine::source::{Citation, Statement};
use crate::panel::Authority;
use crate::widget::icons::{Icon, glyph};
use crate::wording::Words;

/// The sources of a line.
pub fn authority_view(words: &'static Words, authority: &Authority) -> Html {
    let told = &words.reasons;
    let Authority { statements, citations, interpretation } = authority;
    html! {
        <>
            if !statements.is_empty() {
                <p class="label">{ told.in_article }</p>
                <ul class="sources">{ for statements.iter().map(|row| statement(words, row)) }</ul>
            }
            if !citations.is_empty() {
                <p class="label">{ told.in_literature }</p>
                <ul class="sources">{ for citations.iter().map(|row| citation(words, row)) }</ul>
            }
            if !interpretation.is_empty() {
                <p class="interpretation"><b>{ told.read_into }</b>{ *interpretation }</p>
            }
        </>
    }
}

fn statement(words: &Words, row: &'static Statement) -> Html {
    let refs: Vec<String> = row.refs.iter().map(ToString::to_string).collect();
    html! {
        <li key={row.id} data-statement={row.id}>
            <span class="source-id">{ row.id }</span>
            { " " }
            { row.text }
            if !refs.is_empty() {
                <span class="source-note">{ words.reasons.article_citation(&refs.join(", ")) }</span>
            }
        </li>
    }
}

fn citation(words: &'static Words, row: &'static Citation) -> Html {
    html! {
        <li key={row.id} data-citation={row.id}>
            if let Some(url) = row.url {
                <a href={url} target="_blank" rel="noopener noreferrer">
                    { row.text }
                    { glyph(Icon::External) }
                    <span class="vh">{ words.reasons.new_tab }</span>
                </a>
            } else {
                { row.text }
            }
            <span class="source-note">{ format!(" {}", row.checked.label()) }</span>
        </li>
    }
}
