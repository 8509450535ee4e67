//! The form: a loop over the table of findings, by group as they stand on screen.

use std::rc::Rc;

use yew::prelude::*;

use crate::answer::{Problem, Reading};
use crate::engine::assessment::{Scope, answers};
use crate::engine::describe;
use crate::engine::finding::{Finding, FindingIndex, FindingKind, Group, Value};
use crate::engine::rule_set::RuleSet;
use crate::guideline::form;
use crate::session::{Edit, Session};
use crate::widget::answered::in_a_line;
use crate::widget::field::{Brief, FieldProps};
use crate::widget::group::FormGroup;
use crate::widget::heading::Heading;
use crate::widget::language::use_edition;
use crate::widget::line::{Line, Reader};
use crate::widget::raised;
use crate::wording::{Edition, Words};

/// Properties of [`Form`].
#[derive(Clone, PartialEq, Properties)]
pub struct FormProps {
    /// What was typed.
    pub session: Rc<Session>,
    /// What was read from it.
    pub reading: Rc<Reading>,
    /// Takes the edits.
    pub on_edit: Callback<Edit>,
    /// Reads a line of text, where there is somebody who can.
    #[prop_or_default]
    pub reader: Option<Reader>,
}

/// Everything that can be asked.
#[component]
pub fn Form(props: &FormProps) -> Html {
    let edition = use_edition();
    let words = edition.words;
    let mut groups = groups(edition, props).into_iter();
    html! {
        <section class="form" part="form" aria-labelledby="nms-form-title">
            <Heading below={1} class="vh" id="nms-form-title">{ words.form.title }</Heading>
            if let Some(reader) = &props.reader {
                <Line case_number={props.session.case_number} intake={props.session.intake.clone()} reader={reader.clone()} on_edit={props.on_edit.clone()} />
            }
            { for groups.next().map(draw) }
            <div class="groups">{ for groups.map(draw) }</div>
        </section>
    }
}

fn draw((group, fields): (Group, Vec<FieldProps>)) -> Html {
    html! { <FormGroup key={group.id()} {group} {fields} /> }
}

/// The questions of each group as they stand on screen. The lines already carried out are marked in the plan instead.
#[must_use]
pub fn sections(rules: &RuleSet) -> Vec<(Group, Vec<FindingIndex>)> {
    let first: Vec<FindingIndex> = form::FIRST.concat();
    let before = |place| form::MOVED.iter().filter(move |moved| Some(moved.1) == place).map(|moved| moved.0);
    Group::ALL
        .into_iter()
        .map(|group| {
            let mut questions = if group == Group::Essential { first.clone() } else { Vec::new() };
            for (index, finding) in rules.asked() {
                let elsewhere = first.contains(&index) || form::MOVED.iter().any(|moved| moved.0 == index);
                if finding.group == group && !elsewhere && !matches!(finding.kind, FindingKind::Rules) {
                    questions.extend(before(Some(index)));
                    questions.push(index);
                }
            }
            (group, questions)
        })
        .collect()
}

/// The fields of each group.
#[must_use]
pub fn groups(edition: Edition, props: &FormProps) -> Vec<(Group, Vec<FieldProps>)> {
    let following = answers(edition.rules, &props.reading.findings, Scope::All).following();
    let field = |index: &FindingIndex| {
        let from = following.iter().find(|(question, _)| question == index).map(|(_, from)| from.as_slice());
        field(edition, props, *index, from)
    };
    sections(edition.rules)
        .iter()
        .map(|(group, questions)| (*group, questions.iter().filter_map(field).collect()))
        .collect()
}

/// The field of a finding; `from` is what a yes follows from that was not given.
fn field(edition: Edition, props: &FormProps, index: FindingIndex, from: Option<&[&str]>) -> Option<FieldProps> {
    let Edition { rules, words } = edition;
    let finding = rules.finding(index)?;
    let unit = props.session.unit_of(rules, index);
    let text = props.session.text(index);
    // most fields are empty, and an empty text costs nothing
    let text = if text.is_empty() { AttrValue::default() } else { AttrValue::from(text.to_string()) };
    Some(FieldProps {
        index,
        finding,
        brief: brief(words, index, from),
        echo: echo(words, props, index, finding, unit),
        problem: about(&props.reading.issues, finding),
        unusual: about(&props.reading.unusual, finding),
        raised: raised::of(&props.reading.findings, finding, index),
        text,
        unit,
        on_edit: props.on_edit.clone(),
    })
}

/// The problems of a finding, as one text.
fn about(problems: &[Problem], finding: &Finding) -> Option<AttrValue> {
    let mine = problems.iter().filter(|problem| problem.finding == finding.id);
    let lines: Vec<&str> = mine.map(|problem| problem.problem.as_str()).collect();
    (!lines.is_empty()).then(|| AttrValue::from(lines.join(". ")))
}

/// What stands beside the question: the answer that follows, else when it is asked.
fn brief(words: &Words, index: FindingIndex, from: Option<&[&str]>) -> Option<Brief> {
    let Some(from) = from else {
        let second = form::FIRST.iter().any(|row| row.iter().skip(1).any(|other| *other == index));
        return second.then_some(Brief::Instead(words.form.no_name));
    };
    let names: Vec<String> = from.iter().map(|name| in_a_line(name)).collect();
    Some(Brief::Follows(words.form.follows(&names.join(", ")).into()))
}

/// The number as it is used, where it was typed in another unit.
fn echo(words: &Words, props: &FormProps, index: FindingIndex, finding: &Finding, unit: usize) -> Option<AttrValue> {
    let FindingKind::Number(quantity) = finding.kind else { return None };
    let stored = quantity.units.first()?;
    let number = match props.reading.findings.get(index)? {
        Value::Number(number) => number,
        Value::Between(low, high) => {
            let (side, number) = finding.bound((low, high))?;
            let bound = describe::bound(&words.format, side, number.rounded(2), stored.label);
            return Some(words.form.used_as_bound(&bound).into());
        }
        Value::Boolean(_) | Value::Choice(_) | Value::Date(_) | Value::Rows(_) => return None,
    };
    let plain = props.session.text(index).trim().chars().all(|letter| letter.is_ascii_digit() || ".,".contains(letter));
    let same = quantity.units.get(unit).is_some_and(|unit| unit.numerator == unit.denominator && !unit.per_weight);
    (!(plain && same)).then(|| words.form.used_as(&words.format.quantity(number.rounded(2), stored.label)).into())
}
