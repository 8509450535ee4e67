//! One group of the form: the first one open, the others closed with a count of what is answered inside.

use yew::prelude::*;

use crate::engine::finding::Group;
use crate::widget::field::{Field, FieldProps};
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_words;
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
    let words = use_words();
    let (asked, recorded): (Vec<FieldProps>, Vec<FieldProps>) =
        props.fields.iter().cloned().partition(|field| field.finding.reason.is_empty());
    let inside = html! {
        <>
            <div class="fields">{ for asked.into_iter().map(draw) }</div>
            { recorded_with_the_case(words, recorded) }
        </>
    };
    let title = props.group.label();
    if props.group == Group::Essential {
        return html! {
            <div class="group essential" data-group={props.group.id()}>
                <Heading below={1} class="group-title">{ title }</Heading>
                { inside }
            </div>
        };
    }
    html! {
        <details class="group" data-group={props.group.id()}>
            <summary>
                { glyph(Icon::Chevron) }
                <Heading below={1} class="group-title">{ title }</Heading>
                { count(words, &props.fields) }
            </summary>
            { inside }
        </details>
    }
}

fn draw(field: FieldProps) -> Html {
    let key = field.finding.id;
    html! { <Field {key} ..field /> }
}

/// How many fields are answered, and how many of them cannot be used.
fn count(words: &'static Words, fields: &[FieldProps]) -> Html {
    let answered = fields.iter().filter(|field| !field.text.is_empty()).count();
    let unusable = fields.iter().filter(|field| field.problem.is_some()).count();
    html! {
        <>
            if unusable > 0 {
                <span class="count bad">{ glyph(Icon::Critical) }{ words.form.not_used(&unusable) }</span>
            }
            <span class={classes!("count", (answered > 0).then_some("some"))}>
                { format!("{answered}/{}", fields.len()) }
                <span class="vh">{ words.form.answered }</span>
            </span>
        </>
    }
}

/// Fields that no line of this version depends on, below the reason why they are there.
fn recorded_with_the_case(words: &'static Words, fields: Vec<FieldProps>) -> Html {
    if fields.is_empty() {
        return Html::default();
    }
    let counted = count(words, &fields);
    let mut by_reason: Vec<(&'static str, Vec<FieldProps>)> = Vec::new();
    for field in fields {
        let reason = field.finding.reason;
        match by_reason.iter_mut().find(|(other, _)| *other == reason) {
            Some((_, fields)) => fields.push(field),
            None => by_reason.push((reason, vec![field])),
        }
    }
    html! {
        <details class="recorded">
            <summary>{ glyph(Icon::Chevron) }<span>{ words.form.recorded }</span>{ counted }</summary>
            <div>
                { for by_reason.into_iter().map(|(reason, fields)| html! {
                    <div key={reason}>
                        <p class="reason">{ reason }</p>
                        <div class="fields">{ for fields.into_iter().map(draw) }</div>
                    </div>
                }) }
            </div>
        </details>
    }
}
