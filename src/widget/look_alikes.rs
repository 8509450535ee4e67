//! What else it could be: what speaks for and against each, side by side. Never a diagnosis.

use yew::prelude::*;

use crate::panel::Why;
use crate::panel::beyond::{self, LookAlikeView};
use crate::widget::explanation::explanation;
use crate::widget::icons::{Icon, glyph};
use crate::widget::plan::around::{Around, fold};
use crate::widget::plan::ask::to_field;
use crate::wording::areas::Beyond;

/// The look-alikes.
pub fn look_alikes_list(around: &Around) -> Html {
    let rows = beyond::look_alikes(around.edition, &around.panel.assessment);
    html! {
        <>
            <p class="row-note">{ around.edition.words.beyond.look_alikes_note }</p>
            <ul class="list">{ for rows.iter().map(|row| look_alike(row, around)) }</ul>
        </>
    }
}

fn look_alike(row: &LookAlikeView, around: &Around) -> Html {
    let words = around.edition.words;
    let told = &words.beyond;
    let what = row.look_alike;
    let part = format!("look-alike {}", what.id);
    let open = around.opened.is(&part, false);
    let why =
        html! { <span class="why-word">{ words.why }<span class="vh">{ format!(": {}", what.label) }</span></span> };
    let inside = || {
        let why: Vec<Why> =
            row.speaks_for.iter().chain(&row.speaks_against).flat_map(|(_, why)| why.iter().cloned()).collect();
        html! {
            <>
                { explanation(around.edition, &why, Some(&row.authority), &[]) }
                if !row.missing.is_empty() {
                    <p class="row-note">{ told.would_tell }</p>
                    <ul class="first">{ for row.missing.iter().map(|(index, label)| html! { <li key={*label}>{ to_field(words, *index, label, around.on_focus.as_ref()) }</li> }) }</ul>
                }
            </>
        }
    };
    html! {
        <li key={what.id} data-look-alike={what.id}>
            <b>{ what.label }</b>
            <p>{ what.advice }</p>
            <div class="for-against">
                { points(told, told.speaks_for, Icon::Plus, &row.speaks_for) }
                { points(told, told.speaks_against, Icon::Minus, &row.speaks_against) }
            </div>
            { fold(around, part, open, "why", why, inside) }
        </li>
    }
}

fn points(told: &'static Beyond, title: &'static str, icon: Icon, points: &[(&'static str, Vec<Why>)]) -> Html {
    html! {
        <div>
            <p class="label">{ title }</p>
            if points.is_empty() {
                <p class="row-note">{ told.nothing }</p>
            } else {
                <ul>{ for points.iter().map(|(label, _)| html! { <li key={*label}>{ glyph(icon) }{ *label }</li> }) }</ul>
            }
        </div>
    }
}
