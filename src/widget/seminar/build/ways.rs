//! Build: the ways on from a stage. Each is a target and what has to be done, or not done, until when; what would not work is
//! told while it is written.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::engine::rule_set::RuleSet;
use crate::teaching::commit::choices;
use crate::teaching::draft::{DraftEdit, WayEdit};
use crate::teaching::fork::{Clause, END, Fault, Kind, MOST_PARTS, MOST_WAYS, Step, Way, check};
use crate::teaching::room::Act;
use crate::teaching::staged::{Stage, StagedCase};
use crate::widget::choice::Select;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_lesson;
use crate::widget::seminar::ViewProps;
use crate::wording::room::Lesson;
use crate::wording::room::fork::BuildForks;

/// The value of the option that closes the case: no place of a stage.
const CLOSES: &str = "end";

fn emit(props: &ViewProps, edit: WayEdit) -> Callback<MouseEvent> {
    let on_act = props.on_act.clone();
    Callback::from(move |_: MouseEvent| on_act.emit(Act::Draft(DraftEdit::Way(edit.clone()))))
}

fn choose(props: &ViewProps, edit: impl Fn(String) -> WayEdit + 'static) -> Callback<String> {
    let on_act = props.on_act.clone();
    Callback::from(move |value: String| on_act.emit(Act::Draft(DraftEdit::Way(edit(value)))))
}

/// The short name of a stage, what it rests on, its ways on, and what is wrong with those of the case.
#[component]
pub fn Ways(props: &ViewProps) -> Html {
    let lesson = use_lesson();
    let told = &lesson.room.fork.build;
    let draft = &props.room.draft;
    let Some(stage) = draft.stage() else { return Html::default() };
    let add = emit(props, WayEdit::Add);
    html! {
        <section class="plate ways" data-role="ways" aria-labelledby="nms-ways-title">
            <Heading below={1} class="plan-title" id="nms-ways-title">{ glyph(Icon::Sides) }{ told.title }</Heading>
            <p class="row-note">{ told.note }</p>
            <ol role="list">{ for stage.ways.iter().enumerate().map(|(at, way)| one(lesson, props, at, way)) }</ol>
            <div class="tools"><button type="button" class="button" data-action="add-way" disabled={stage.ways.len() >= MOST_WAYS} onclick={add}>{ glyph(Icon::Plus) }{ told.add_way }</button></div>
            { naming(told, props, stage) }
            { problems(lesson, &draft.case) }
        </section>
    }
}

/// A name is taken when it is whole: each letter of it would otherwise be one.
fn naming(told: &'static BuildForks, props: &ViewProps, stage: &Stage) -> Html {
    let line = |id: &'static str, label: &'static str, value: String, edit: fn(String) -> DraftEdit| {
        let on_act = props.on_act.clone();
        let onchange = move |event: Event| {
            on_act.emit(Act::Draft(edit(event.target_unchecked_into::<HtmlInputElement>().value())));
        };
        html! {
            <label class="stacked" for={id}><span>{ label }</span><input type="text" {id} maxlength="300" {value} {onchange} autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" /></label>
        }
    };
    html! {
        <div class="naming">
            { line("nms-b-id", told.name, stage.id.clone(), DraftEdit::StageId) }
            { line("nms-b-rests", told.rests_on, stage.rests_on.clone(), DraftEdit::RestsOn) }
            <p class="row-note">{ told.rests_on_note }</p>
        </div>
    }
}

fn one(lesson: Lesson, props: &ViewProps, at: usize, way: &Way) -> Html {
    let told = &lesson.room.fork.build;
    let number = at + 1;
    let add = emit(props, WayEdit::AddPart(at));
    html! {
        <li key={at} class="way">
            <fieldset>
                <legend>{ told.way(&number) }</legend>
                { target(lesson, props, at, way) }
                if way.when.is_empty() {
                    <p class="row-note">{ told.always }</p>
                }
                { for way.when.iter().enumerate().map(|(place, clause)| part(lesson, props, (at, place), clause)) }
                <div class="tools">
                    <button type="button" class="button" data-action="add-part" disabled={way.when.len() >= MOST_PARTS} onclick={add}>{ glyph(Icon::Plus) }{ told.add_part }</button>
                    <button type="button" class="button" data-action="remove-way" aria-label={told.remove_way(&number)} onclick={emit(props, WayEdit::Remove(at))}>{ glyph(Icon::Minus) }{ told.remove }</button>
                </div>
            </fieldset>
        </li>
    }
}

/// The stages below this one, and the end of the case.
fn target(lesson: Lesson, props: &ViewProps, at: usize, way: &Way) -> Html {
    let told = &lesson.room.fork.build;
    let draft = &props.room.draft;
    let stages = &draft.case.stages;
    let name = |place: usize, stage: &Stage| {
        let title = if stage.title.trim().is_empty() { lesson.room.build.stage } else { stage.title.as_str() };
        format!("{}. {title}", place + 1)
    };
    let below = stages.iter().enumerate().skip(draft.at + 1);
    let options = std::iter::once(("".into(), told.choose_stage.into()))
        .chain(below.map(|(place, stage)| (place.to_string().into(), name(place, stage).into())))
        .chain([(CLOSES.into(), lesson.room.fork.ends.into())])
        .collect::<Vec<(AttrValue, AttrValue)>>();
    let chosen = stages.iter().position(|stage| !stage.id.is_empty() && stage.id == way.to);
    let value = if way.to == END { CLOSES.into() } else { chosen.map_or_else(String::new, |at| at.to_string()) };
    let on_choose = {
        let on_act = props.on_act.clone();
        Callback::from(move |value: String| {
            let to = value.parse::<usize>().ok();
            if to.is_some() || value == CLOSES {
                on_act.emit(Act::Draft(DraftEdit::Way(WayEdit::To(at, to))));
            }
        })
    };
    let id = format!("nms-way-{at}-to");
    html! {
        <label class="stacked" for={id.clone()}><span>{ told.to }</span><Select {id} {value} {options} {on_choose} /></label>
    }
}

fn part(lesson: Lesson, props: &ViewProps, (at, place): (usize, usize), clause: &Clause) -> Html {
    let told = &lesson.room.fork.build;
    let id = |what: &str| format!("nms-way-{at}-{place}-{what}");
    let whether = vec![("not".into(), told.is_not_done.into()), ("done".into(), told.is_done.into())];
    let value = if clause.done { "done" } else { "not" };
    let on_whether = choose(props, move |value| WayEdit::Done(at, place, value == "done"));
    let by = choose(props, move |value| WayEdit::By(at, place, value));
    let onchange = move |event: Event| by.emit(event.target_unchecked_into::<HtmlInputElement>().value());
    let minutes = clause.by.map(|minutes| minutes.to_string()).unwrap_or_default();
    // one more than there are, for another step
    let steps = (0..=clause.steps.len()).take(MOST_PARTS);
    html! {
        <div key={place} class="way-part" role="group" aria-label={told.part(&(place + 1))}>
            <label class="stacked" for={id("whether")}><span>{ told.whether }</span><Select id={id("whether")} {value} options={whether} on_choose={on_whether} /></label>
            { for steps.map(|step| step_of(lesson, props, (at, place, step), clause.steps.get(step))) }
            <label class="stacked" for={id("by")}><span>{ told.by }</span><input type="text" inputmode="numeric" id={id("by")} value={minutes} {onchange} autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" /></label>
            <button type="button" class="link" data-action="remove-part" aria-label={told.remove_part(&(place + 1), &(at + 1))} onclick={emit(props, WayEdit::RemovePart(at, place))}>{ told.remove }</button>
        </div>
    }
}

/// A step by its headline; a row of several parts can count with them.
fn step_of(lesson: Lesson, props: &ViewProps, (at, place, step): (usize, usize, usize), chosen: Option<&Step>) -> Html {
    let told = &lesson.room.fork.build;
    let first = if step == 0 { told.choose_step } else { told.or_step };
    let options = std::iter::once(("".into(), first.into())).chain(steps(lesson)).collect::<Vec<_>>();
    let value = chosen.map_or_else(String::new, |step| format!("{}{}", step.rule, if step.parts { "+" } else { "" }));
    let on_choose = choose(props, move |value| {
        let rule = value.strip_suffix('+').map_or_else(|| (value.clone(), false), |rule| (rule.into(), true));
        WayEdit::Step(at, place, step, Some(rule).filter(|(rule, _)| !rule.is_empty()))
    });
    let id = format!("nms-way-{at}-{place}-step-{step}");
    html! {
        <label key={step} class="stacked" for={id.clone()}><span>{ told.step(&(step + 1)) }</span><Select {id} {value} {options} {on_choose} /></label>
    }
}

fn steps(lesson: Lesson) -> Vec<(AttrValue, AttrValue)> {
    let told = &lesson.room.fork.build;
    let rules: &'static RuleSet = lesson.edition.rules;
    let one = |rule: &'static crate::engine::rule::Rule| {
        let parts = Step::has_parts(rules, rule.id);
        let whole = (AttrValue::from(rule.id), AttrValue::from(rule.headline));
        let with = parts.then(|| (format!("{}+", rule.id).into(), told.part_of(&rule.headline).into()));
        std::iter::once(whole).chain(with)
    };
    choices(rules).flat_map(one).collect()
}

/// What would not work in the whole case; said while it is written.
fn problems(lesson: Lesson, case: &StagedCase) -> Html {
    let told = &lesson.room.fork.build;
    let faults = check(case);
    let forked = case.stages.iter().any(|stage| !stage.ways.is_empty());
    html! {
        <div class={if faults.is_empty() { "way-fine" } else { "problems" }} data-role="way-problems" role="status">
            if !faults.is_empty() {
                <p class="problems-title">{ glyph(Icon::Warning) }{ told.problems }</p>
                <ul role="list">{ for faults.iter().map(|fault| { let line = sentence(lesson, case, fault); html! { <li key={line.clone()}>{ line }</li> } }) }</ul>
            } else if forked {
                <p>{ glyph(Icon::Done) }{ told.fine }</p>
            }
        </div>
    }
}

fn sentence(lesson: Lesson, case: &StagedCase, fault: &Fault) -> String {
    let told = &lesson.room.fork;
    let stage = case.stages.get(fault.stage);
    let number = fault.stage + 1;
    if let Some(way) = fault.way {
        let to = stage.and_then(|stage| stage.ways.get(way)).map_or("", |way| way.to.as_str());
        return told.faulty(&told.build.stage_way(&number, &(way + 1)), fault.kind, to);
    }
    let of_title = fault.kind == Kind::Unreachable;
    let name = stage.map_or("", |stage| if of_title { &stage.title } else { &stage.id });
    told.faulty(&told.build.stage(&number), fault.kind, name)
}
