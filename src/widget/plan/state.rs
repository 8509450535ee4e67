//! The first thing that is read: how bad, what made it so, and whether the syndrome is suspected. It opens to the criteria.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::derived::Suspicion;
use crate::engine::rule::Grade;
use crate::panel::{Panel, SeverityLine, SeverityRow};
use crate::widget::basis::basis_badge;
use crate::widget::explanation::{explanation, reasons};
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::plan::around::{Around, fold};
use crate::wording::Words;

/// How many names stand in the line of what could make it worse.
const FIRST: usize = 3;

/// The bar.
pub fn state_bar(around: &Rc<Around>) -> Html {
    let words = around.edition.words;
    let panel = &around.panel;
    let open = around.opened.is("state", false);
    html! {
        <div
            class="state"
            part="state"
            data-role="state"
            data-suspicion={panel.state.id()}
            data-grade={panel.severity.grade.map_or("none", Grade::id)}
            data-shade={shown_grade(panel)}
            data-open={open.to_string()}
        >
            { fold(around, "state".into(), open, "opens", summary(words, panel), || inside(words, around)) }
        </div>
    }
}

/// The grade that the block is filled with: none where the grade speaks of the patient alone, and not of this syndrome.
fn shown_grade(panel: &Panel) -> &'static str {
    let of_patient = matches!(panel.state, Suspicion::Check | Suspicion::NotSupported | Suspicion::NoSigns);
    if of_patient { "outlined" } else { panel.severity.grade.map_or("none", Grade::id) }
}

fn summary(words: &'static Words, panel: &Panel) -> Html {
    let told = &words.plan;
    let severity = &panel.severity;
    html! {
        <>
            { block(words, panel) }
            <span class="suspicion" data-role="suspicion" data-suspicion={panel.state.id()}>
                <span class="suspected">
                    <Heading below={2} class="suspicion-text">{ panel.suspicion.text }</Heading>
                    <span class="so">{ panel.suspicion.detail }</span>
                </span>
                if panel.improving { <span class="improving">{ glyph(Icon::Later) }{ told.improving }</span> }
                if let (Some(grade), false) = (severity.grade, severity.made_by.is_empty()) {
                    <span class="made-by"><span>{ told.made_by(&words.state.grades_within.of(grade)) }</span><b>{ severity.made_by.join(" · ") }</b></span>
                }
                { could_still(words, severity) }
            </span>
        </>
    }
}

/// The grade as a word and as three bars, filled up to it.
fn block(words: &'static Words, panel: &Panel) -> Html {
    let told = &words.plan;
    let severity = &panel.severity;
    let lead = match severity.grade {
        Some(_) if severity.at_least => told.at_least,
        _ if shown_grade(panel) == "outlined" => told.how_ill,
        _ => told.severity,
    };
    let word = severity.grade.map_or(told.grade_unknown, |grade| words.state.grades.of(grade));
    let bar = |grade: Grade| html! { <i class={classes!((severity.grade >= Some(grade)).then_some("on"))} /> };
    html! {
        <span class="grade" part="severity" data-role="severity" data-grade={severity.grade.map_or("none", Grade::id)}>
            <span class="lead">{ lead }</span>{ " " }
            <b>{ word }</b>
            <span class="meter" aria-hidden="true">{ bar(Grade::Mild) }{ bar(Grade::Moderate) }{ bar(Grade::Severe) }</span>
        </span>
    }
}

/// What could make it worse, the first names of it.
fn could_still(words: &'static Words, severity: &SeverityLine) -> Html {
    let told = &words.plan;
    if severity.could_raise.is_empty() || severity.grade.is_none() {
        return Html::default();
    }
    let first = severity.could_raise.iter().take(FIRST).copied().collect::<Vec<_>>().join(", ");
    let more = severity.could_raise.len().saturating_sub(FIRST);
    let more = if more == 0 { String::new() } else { told.and_more(&more) };
    html! { <span class="could">{ told.could_still }{ first }{ more }</span> }
}

fn inside(words: &'static Words, around: &Around) -> Html {
    let told = &words.plan;
    let Panel { suspicion, severity, .. } = around.panel.as_ref();
    html! {
        <div class="body">
            <div class="said">
                <p>{ suspicion.detail }</p>
                if !suspicion.why.is_empty() { <p class="label">{ told.reasons }</p>{ reasons(words, &suspicion.why) } }
                if !severity.missing.is_empty() {
                    <p class="label">{ told.could_raise }</p>
                    <p data-role="could-raise">{ told.not_yet_known }{ &severity.missing }</p>
                }
            </div>
            if !severity.criteria.is_empty() {
                <div class="behind">
                    <p class="label">{ told.criteria }</p>
                    <ul class="parts">{ for severity.criteria.iter().map(|row| criterion(words, row, around)) }</ul>
                </div>
            }
        </div>
    }
}

fn criterion(words: &'static Words, row: &SeverityRow, around: &Around) -> Html {
    let part = format!("grade {}", row.label);
    let open = around.opened.is(&part, false);
    let why =
        html! { <span class="why-word">{ words.why }<span class="vh">{ format!(": {}", row.label) }</span></span> };
    html! {
        <li key={row.label} class="part">
            <span class="sign">{ glyph(Icon::Done) }</span>
            <div>
                <p class="part-head"><b>{ row.label }</b>{ " " }{ basis_badge(words, row.basis) }</p>
                { fold(around, part, open, "why", why, || explanation(around.edition, &row.why, Some(&row.authority), &[])) }
            </div>
        </li>
    }
}
