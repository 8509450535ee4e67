//! The severity: a word, a scale of three steps, and the criteria that were met.

use yew::prelude::*;

use crate::engine::rule::Grade;
use crate::panel::{SeverityLine, SeverityRow};
use crate::widget::basis::basis_badge;
use crate::widget::explanation::explanation;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_words;
use crate::wording::Words;

const GRADES: [Grade; 3] = [Grade::Mild, Grade::Moderate, Grade::Severe];

/// Properties of [`SeverityView`].
#[derive(Clone, PartialEq, Properties)]
pub struct SeverityViewProps {
    /// The severity.
    pub severity: SeverityLine,
}

/// How bad it is, and why.
#[component]
pub fn SeverityView(props: &SeverityViewProps) -> Html {
    let words = use_words();
    let told = &words.plan;
    let severity = &props.severity;
    let grade = severity.grade.map_or("none", Grade::id);
    html! {
        <div class="severity" part="severity" data-role="severity" data-grade={grade}>
            <div class="severity-head">
                <Heading below={2} class="severity-word">
                    if severity.grade.is_some() {
                        <span class="eyebrow">{ told.severity }<span class="vh">{ ": " }</span></span>
                    }
                    { &severity.text }
                </Heading>
                { scale(words, severity.grade) }
            </div>
            if !severity.criteria.is_empty() {
                <ul class="criteria">{ for severity.criteria.iter().map(|row| criterion(words, row)) }</ul>
            }
            if !severity.missing.is_empty() {
                <details class="why open-answers">
                    <summary><span class="why-word">{ told.could_raise }{ glyph(Icon::Chevron) }</span></summary>
                    <p class="explanation">{ told.not_yet_known }{ &severity.missing }</p>
                </details>
            }
        </div>
    }
}

fn criterion(words: &'static Words, row: &SeverityRow) -> Html {
    html! {
        <li key={row.label}>
            <details class="why">
                <summary>
                    <span class="criterion-label">{ glyph(Icon::Done) }{ row.label }</span>
                    { basis_badge(words, row.basis) }
                    <span class="why-word">{ words.why }<span class="vh">{ format!(": {}", row.label) }</span>{ glyph(Icon::Chevron) }</span>
                </summary>
                { explanation(words, &row.why, Some(&row.authority), &[]) }
            </details>
        </li>
    }
}

/// Three rising steps, the reached ones filled: readable in grey, and hidden from those who hear the word.
fn scale(words: &'static Words, reached_grade: Option<Grade>) -> Html {
    html! {
        <ol class="scale" aria-hidden="true">
            { for GRADES.into_iter().map(|grade| {
                let state = match reached_grade {
                    Some(reached) if reached == grade => "here",
                    Some(reached) if reached > grade => "below",
                    Some(_) | None => "open",
                };
                html! { <li data-step={grade.id()} data-state={state}><i></i><span>{ words.state.grades.of(grade) }</span></li> }
            }) }
        </ol>
    }
}
