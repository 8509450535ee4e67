//! Spotlight: one finding moved through everything it can be, and where the plan turns.

use yew::prelude::*;

use crate::engine::describe;
use crate::engine::finding::{FindingIndex, FindingKind, Value};
use crate::engine::rule::Grade;
use crate::engine::rule_set::RuleSet;
use crate::session::Edit;
use crate::teaching::room::Act;
use crate::teaching::sweep::{Band, movable, sweep};
use crate::widget::choice::Select;
use crate::widget::language::use_lesson;
use crate::widget::seminar::ViewProps;
use crate::widget::seminar::course::change;
use crate::widget::seminar::help::Overlay;
use crate::wording::room::Lesson;

/// The finding, and one stretch of answers after the other.
#[component]
pub fn Spotlight(props: &ViewProps) -> Html {
    let lesson = use_lesson();
    let told = &lesson.room.spotlight;
    let rules = lesson.edition.rules;
    let index = props.room.spotlight.or_else(|| rules.find("temperature"));
    let findings = props.session.read(lesson.edition).findings;
    let bands = index.map(|index| sweep(lesson, &findings, props.session.scope, index)).unwrap_or_default();
    let options = movable(rules)
        .map(|index| (rules.finding_id(index).into(), describe::label(rules, index).into()))
        .collect::<Vec<(AttrValue, AttrValue)>>();
    let on_act = props.on_act.clone();
    let on_choose = Callback::from(move |id: String| {
        if let Some(index) = rules.find(&id) {
            on_act.emit(Act::Spot(index));
        }
    });
    let value = index.map_or("", |index| rules.finding_id(index));
    html! {
        <Overlay id="spotlight" title={told.title} on_act={props.on_act.clone()}>
            <div class="tools">
                <Select id="nms-spot" label={told.finding} {value} {options} {on_choose} />
                <p class="row-note">{ told.note }</p>
            </div>
            if bands.len() < 2 {
                <p class="empty">{ told.nothing }</p>
            } else if let Some(index) = index {
                <ol class="bands" data-role="bands" role="list">{ for bands.iter().enumerate().map(|(at, row)| band(lesson, props, index, (at, row))) }</ol>
            }
        </Overlay>
    }
}

fn band(lesson: Lesson, props: &ViewProps, index: FindingIndex, (at, band): (usize, &Band)) -> Html {
    let (words, told) = (lesson.edition.words, &lesson.room.spotlight);
    let severity = &band.assessment.severity;
    let grade = words.state.graded(severity.grade, severity.at_least);
    let grade = grade.unwrap_or_else(|| words.changes.severity_unknown.into());
    let lines = lesson.room.course.lines.of(band.assessment.plan().count());
    let put = {
        let on_edit = props.on_edit.clone();
        let text = text(lesson.edition.rules, index, band.value);
        move |_: MouseEvent| {
            on_edit.emit(Edit::Unit(index, 0));
            on_edit.emit(Edit::Answer(index, text.clone()));
        }
    };
    html! {
        <li key={at} data-here={band.here.to_string()} data-grade={severity.grade.map_or("none", Grade::id)}>
            <div class="band-head">
                <b>{ &band.label }</b>
                <span>{ told.band(&grade, &lines) }</span>
                if band.here {
                    <span class="tag">{ told.entered }</span>
                } else {
                    <button type="button" class="link" onclick={put}>{ told.put_in }<span class="vh">{ format!(": {}", band.label) }</span></button>
                }
            </div>
            if at > 0 {
                { change(lesson, &band.news) }
            }
        </li>
    }
}

/// The answer as it would be typed, in the stored unit.
fn text(rules: &RuleSet, index: FindingIndex, value: Value) -> String {
    let choices = match rules.finding(index).map(|finding| finding.kind) {
        Some(FindingKind::Choice(options)) => options,
        Some(_) | None => &[],
    };
    match value {
        Value::Boolean(true) => "yes".into(),
        Value::Boolean(false) => "no".into(),
        Value::Choice(at) => choices.get(usize::from(at)).map_or_else(String::new, |option| option.id.to_string()),
        Value::Number(number) => number.plain(),
        Value::Between(..) | Value::Date(_) | Value::Rows(_) => String::new(),
    }
}
