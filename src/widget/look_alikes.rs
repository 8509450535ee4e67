//! What else it could be: what speaks for and against each, side by side. Never a diagnosis.

use yew::prelude::*;

use crate::engine::finding::FindingIndex;
use crate::panel::Why;
use crate::panel::beyond::LookAlikeView;
use crate::widget::explanation::explanation;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_words;
use crate::wording::Words;
use crate::wording::areas::Beyond;

/// Properties of [`LookAlikes`].
#[derive(Clone, PartialEq, Properties)]
pub struct LookAlikesProps {
    /// Those for which something speaks.
    pub rows: Vec<LookAlikeView>,
    /// Leads to a field; `None` where there is no form beside the panel.
    pub on_focus: Option<Callback<FindingIndex>>,
}

/// The look-alikes.
#[component]
pub fn LookAlikes(props: &LookAlikesProps) -> Html {
    let words = use_words();
    if props.rows.is_empty() {
        return Html::default();
    }
    html! {
        <section class="plan-group look-alikes" data-role="look-alikes" aria-labelledby="nms-look-alikes-title">
            <Heading below={2} class="plan-title" id="nms-look-alikes-title">
                { glyph(Icon::Sides) }
                { words.beyond.look_alikes }
            </Heading>
            <p class="row-note">{ words.beyond.look_alikes_note }</p>
            <ul class="rows">{ for props.rows.iter().map(|row| look_alike(words, row, props.on_focus.as_ref())) }</ul>
        </section>
    }
}

fn look_alike(words: &'static Words, row: &LookAlikeView, on_focus: Option<&Callback<FindingIndex>>) -> Html {
    let told = &words.beyond;
    let what = row.look_alike;
    let why: Vec<Why> =
        row.speaks_for.iter().chain(&row.speaks_against).flat_map(|(_, why)| why.iter().cloned()).collect();
    html! {
        <li key={what.id} data-look-alike={what.id}>
            <b>{ what.label }</b>
            <p>{ what.advice }</p>
            <div class="for-against">
                { points(told, told.speaks_for, Icon::Plus, &row.speaks_for) }
                { points(told, told.speaks_against, Icon::Minus, &row.speaks_against) }
            </div>
            <details class="why">
                <summary><span class="why-word">{ words.why }<span class="vh">{ format!(": {}", what.label) }</span>{ glyph(Icon::Chevron) }</span></summary>
                { explanation(words, &why, Some(&row.authority), &[]) }
                if !row.missing.is_empty() {
                    <p class="row-note">{ told.would_tell }</p>
                    <ul class="asks">{ for row.missing.iter().map(|(index, label)| ask(*index, label, on_focus)) }</ul>
                }
            </details>
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

fn ask(index: FindingIndex, label: &'static str, on_focus: Option<&Callback<FindingIndex>>) -> Html {
    let Some(on_focus) = on_focus.cloned() else { return html! { <li key={label}>{ label }</li> } };
    html! {
        <li key={label}>
            <button type="button" class="to-field" onclick={move |_: MouseEvent| on_focus.emit(index)}>
                { glyph(Icon::Back) }<span>{ label }</span>
            </button>
        </li>
    }
}
