//! The severity: a word, a scale of three steps, and the criteria that were met.

use yew::prelude::*;

use crate::engine::rule::Grade;
use crate::panel::{SeverityLine, SeverityRow, grade_text};
use crate::widget::basis::BasisBadge;
use crate::widget::explanation::Explanation;
use crate::widget::heading::Heading;
use crate::widget::icons::{Glyph, Icon};

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
    let severity = &props.severity;
    let grade = severity.grade.map_or("none", Grade::id);
    html! {
        <div class="severity" data-role="severity" data-grade={grade}>
            <div class="severity-head">
                <Heading below={2} class="severity-word">
                    if severity.grade.is_some() {
                        <span class="eyebrow">{ "Severity" }<span class="vh">{ ": " }</span></span>
                    }
                    { &severity.text }
                </Heading>
                <Scale grade={severity.grade} />
            </div>
            if !severity.criteria.is_empty() {
                <ul class="criteria">{ for severity.criteria.iter().map(criterion) }</ul>
            }
            if !severity.missing.is_empty() {
                <details class="why open-answers">
                    <summary><span class="why-word">{ "What could still raise it" }<Glyph icon={Icon::Chevron} /></span></summary>
                    <p class="explanation">{ "Not yet known: " }{ &severity.missing }</p>
                </details>
            }
        </div>
    }
}

fn criterion(row: &SeverityRow) -> Html {
    html! {
        <li key={row.label}>
            <details class="why">
                <summary>
                    <span class="criterion-label"><Glyph icon={Icon::Done} />{ row.label }</span>
                    <BasisBadge basis={row.basis} />
                    <span class="why-word">{ "Why" }<span class="vh">{ format!(": {}", row.label) }</span><Glyph icon={Icon::Chevron} /></span>
                </summary>
                <Explanation why={row.why.clone()} authority={row.authority.clone()} />
            </details>
        </li>
    }
}

/// Properties of [`Scale`].
#[derive(Clone, PartialEq, Properties)]
pub struct ScaleProps {
    /// The grade, if there is one.
    pub grade: Option<Grade>,
}

/// Three rising steps, the reached ones filled: readable in grey, and hidden from those who hear the word.
#[component]
pub fn Scale(props: &ScaleProps) -> Html {
    html! {
        <ol class="scale" aria-hidden="true">
            { for GRADES.into_iter().map(|grade| {
                let state = match props.grade {
                    Some(reached) if reached == grade => "here",
                    Some(reached) if reached > grade => "below",
                    Some(_) | None => "open",
                };
                html! { <li data-step={grade.id()} data-state={state}><i></i><span>{ grade_text(grade) }</span></li> }
            }) }
        </ol>
    }
}
