//! One group of the form: the questions asked first stand open, the others are closed to a line that shows what was
//! answered. All fields stay in the page: host pages and the plan reach them at any time.

use yew::prelude::*;

use crate::engine::finding::{FindingIndex, Group};
use crate::guideline::form;
use crate::widget::answered::answered;
use crate::widget::field::{Field, FieldProps};
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_edition;
use crate::wording::Words;

/// Properties of [`FormGroup`].
#[derive(Clone, PartialEq, Properties)]
pub struct FormGroupProps {
    /// Which.
    pub group: Group,
    /// Its fields.
    pub fields: Vec<FieldProps>,
}

/// A group of questions.
#[component]
pub fn FormGroup(props: &FormGroupProps) -> Html {
    let edition = use_edition();
    let words = edition.words;
    let fields = props.fields.as_slice();
    if props.group == Group::Essential {
        return html! {
            <div class="group essential" data-group={props.group.id()}>
                <div class="group-head">
                    <Heading below={1} class="group-title">{ words.form.start }</Heading>
                    { not_used(words, fields) }
                    <span class="count">{ words.form.answered_of(&first_answered(fields), &form::FIRST.len()) }</span>
                </div>
                { for fields.iter().map(draw) }
            </div>
        };
    }
    html! {
        <details class="group" data-group={props.group.id()}>
            <summary>
                <Heading below={1} class="group-title">{ props.group.label() }</Heading>
                <span class="answers">{ answered(edition, fields) }</span>
                { not_used(words, fields) }
                { count(words, fields) }
            </summary>
            { for fields.iter().filter(|field| field.finding.reason.is_empty()).map(draw) }
            { recorded_with_the_case(words, fields) }
        </details>
    }
}

fn draw(field: &FieldProps) -> Html {
    html! { <Field key={field.finding.id} ..field.clone() /> }
}

/// How many of the questions asked first have an answer; those of one row count as one.
fn first_answered(fields: &[FieldProps]) -> usize {
    let answered = |index: &FindingIndex| fields.iter().any(|field| field.index == *index && !field.text.is_empty());
    form::FIRST.iter().filter(|row| row.iter().any(answered)).count()
}

/// How many fields are answered, of how many.
fn count(words: &'static Words, fields: &[FieldProps]) -> Html {
    let (told, all) = (&words.form, fields.len());
    let answered = fields.iter().filter(|field| !field.text.is_empty()).count();
    let (count, behind) =
        if answered > 0 { (told.some_of(&answered, &all), told.answered) } else { (all.to_string(), told.questions) };
    html! { <span class="count">{ count }<span class="vh">{ behind }</span></span> }
}

/// How many answers cannot be used.
fn not_used(words: &'static Words, fields: &[FieldProps]) -> Html {
    let count = fields.iter().filter(|field| field.problem.is_some()).count();
    if count == 0 {
        return Html::default();
    }
    html! { <span class="count bad">{ glyph(Icon::Critical) }{ words.form.not_used(&count) }</span> }
}

/// Fields that no line of this version depends on, below the reason why they are there.
fn recorded_with_the_case(words: &'static Words, fields: &[FieldProps]) -> Html {
    let fields: Vec<FieldProps> = fields.iter().filter(|field| !field.finding.reason.is_empty()).cloned().collect();
    if fields.is_empty() {
        return Html::default();
    }
    let mut reasons: Vec<&'static str> = Vec::new();
    for field in &fields {
        if !reasons.contains(&field.finding.reason) {
            reasons.push(field.finding.reason);
        }
    }
    let below = |reason: &'static str| {
        html! {
            <div key={reason}>
                <p class="reason">{ reason }</p>
                { for fields.iter().filter(|field| field.finding.reason == reason).map(draw) }
            </div>
        }
    };
    html! {
        <details class="recorded">
            <summary><span>{ words.form.recorded }</span>{ not_used(words, &fields) }{ count(words, &fields) }</summary>
            { for reasons.iter().copied().map(below) }
        </details>
    }
}
