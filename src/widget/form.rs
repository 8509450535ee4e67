//! The form: a loop over the table of findings, by group.

use std::rc::Rc;

use yew::prelude::*;

use crate::answer::{Problem, Reading};
use crate::engine::finding::{Finding, FindingIndex, FindingKind, Group, Value};
use crate::guideline::NMS;
use crate::session::{Edit, Session};
use crate::widget::field::FieldProps;
use crate::widget::group::FormGroup;
use crate::widget::heading::Heading;
use crate::widget::language::use_words;
use crate::wording::Words;

/// Properties of [`Form`].
#[derive(Clone, PartialEq, Properties)]
pub struct FormProps {
    /// What was typed.
    pub session: Rc<Session>,
    /// What was read from it.
    pub reading: Rc<Reading>,
    /// Takes the edits.
    pub on_edit: Callback<Edit>,
}

/// Everything that can be asked.
#[component]
pub fn Form(props: &FormProps) -> Html {
    let words = use_words();
    let fields: Vec<FieldProps> =
        NMS.findings.iter().enumerate().filter_map(|(at, finding)| field(words, props, at, finding)).collect();
    let of = |group: Group| -> Vec<FieldProps> {
        fields.iter().filter(|field| field.finding.group == group).cloned().collect()
    };
    html! {
        <section class="form" part="form" aria-labelledby="nms-form-title">
            <Heading below={1} class="vh" id="nms-form-title">{ words.form.title }</Heading>
            { for Group::ALL.into_iter().map(|group| html! { <FormGroup key={group.id()} {group} fields={of(group)} /> }) }
        </section>
    }
}

/// The field of a finding; the lines already carried out are marked on their cards instead.
fn field(words: &Words, props: &FormProps, at: usize, finding: &'static Finding) -> Option<FieldProps> {
    if matches!(finding.kind, FindingKind::Rules) {
        return None;
    }
    let index = FindingIndex(u16::try_from(at).ok()?);
    let unit = props.session.unit_of(&NMS, index);
    let about = |problems: &[Problem]| {
        let lines: Vec<&str> = problems
            .iter()
            .filter(|problem| problem.finding == finding.id)
            .map(|problem| problem.problem.as_str())
            .collect();
        (!lines.is_empty()).then(|| AttrValue::from(lines.join(". ")))
    };
    Some(FieldProps {
        index,
        finding,
        text: props.session.text(index).to_string().into(),
        unit,
        echo: echo(words, props, index, finding, unit),
        problem: about(&props.reading.issues),
        unusual: about(&props.reading.unusual),
        on_edit: props.on_edit.clone(),
    })
}

/// The number as it is used, where it was typed in another unit.
fn echo(words: &Words, props: &FormProps, index: FindingIndex, finding: &Finding, unit: usize) -> Option<AttrValue> {
    let FindingKind::Number(quantity) = finding.kind else { return None };
    let Some(Value::Number(number)) = props.reading.findings.get(index) else { return None };
    let stored = quantity.units.first()?;
    let plain = props.session.text(index).trim().chars().all(|letter| letter.is_ascii_digit() || ".,".contains(letter));
    let same = quantity.units.get(unit).is_some_and(|unit| unit.numerator == unit.denominator && !unit.per_weight);
    (!(plain && same)).then(|| words.form.used_as(&words.format.quantity(number.rounded(2), stored.label)).into())
}
