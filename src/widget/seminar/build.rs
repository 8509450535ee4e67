//! Build: a case of one's own. The form holds the answers of the stage; the story stands beside it.

mod ways;

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::teaching::draft::DraftEdit;
use crate::teaching::library::{bundled, titles};
use crate::teaching::room::Act;
use crate::teaching::staged::{MOST_STAGES, Stage, StagedCase, open as open_case, write};
use crate::widget::choice::Select;
use crate::widget::form::Form;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_lesson;
use crate::widget::notices::{DraftLine, Notices};
use crate::widget::seminar::outlet::{Outcome, Outlet, printing, save};
use crate::widget::seminar::steps::state;
use crate::widget::seminar::{ViewProps, file};
use crate::widget::shown::read;
use crate::wording::room::{Build as Told, Lesson};
use ways::Ways;

/// The case that is made.
#[component]
pub fn Build(props: &ViewProps) -> Html {
    let notices = use_node_ref();
    let outcome = use_state(Outcome::default);
    let lesson = use_lesson();
    let told = &lesson.room.build;
    let (reading, panel) = read(lesson.edition, &props.session);
    let draft = &props.room.draft;
    html! {
        <section class="build view" aria-labelledby="nms-build-title" data-role="build">
            <Heading class="view-title" id="nms-build-title">{ told.title }</Heading>
            <DraftLine notices={notices.clone()} />
            <p class="reminder">{ glyph(Icon::Warning) }<span>{ told.caution }</span></p>
            { tools(lesson, props, &outcome.setter()) }
            <Outlet outcome={(*outcome).clone()} />
            <div class="build-columns">
                <div class="build-story">
                    { fields(told, props, &draft.case) }
                    { stages(lesson, props) }
                    if let Some(stage) = draft.stage() {
                        { stage_fields(told, props, stage) }
                        <Ways key={draft.at} ..props.clone() />
                    }
                </div>
                <div class="entering">
                    <p class="step-kind">{ told.answers(&(draft.at + 1)) }</p>
                    { state(&panel) }
                    <Form session={Rc::clone(&props.session)} reading={Rc::new(reading)} on_edit={props.on_edit.clone()} />
                </div>
            </div>
            { student_sheet(lesson, &draft.case) }
            <Notices list={notices} />
        </section>
    }
}

fn edit(props: &ViewProps, edit: DraftEdit) -> Callback<MouseEvent> {
    let on_act = props.on_act.clone();
    Callback::from(move |_: MouseEvent| on_act.emit(Act::Draft(edit.clone())))
}

fn tools(lesson: Lesson, props: &ViewProps, outcome: &UseStateSetter<Outcome>) -> Html {
    let (told, menu) = (&lesson.room.build, &lesson.edition.words.menu);
    let case = &props.room.draft.case;
    let on_save = {
        let (case, outcome) = (case.clone(), outcome.clone());
        move |_: MouseEvent| save(&outcome, write(lesson, &case), "nms-teaching-case.txt", "text/plain")
    };
    let open = {
        let (on_act, outcome) = (props.on_act.clone(), outcome.clone());
        move |event: Event| {
            let (on_act, outcome) = (on_act.clone(), outcome.clone());
            let take = Callback::from(move |text: Result<String, String>| {
                let said = match text.and_then(|text| open_case(lesson, &text)) {
                    Ok(read) => {
                        let stages = read.case.stages.len();
                        on_act.emit(Act::Draft(DraftEdit::Load(Box::new(read.case))));
                        [vec![told.opened.of(stages)], read.problems].concat()
                    }
                    Err(problem) => vec![problem],
                };
                outcome.set(Outcome::Said(said));
            });
            file::read(menu, &event.target_unchecked_into::<HtmlInputElement>(), take);
        }
    };
    let on_act = props.on_act.clone();
    let from = Callback::from(move |id: String| {
        if let Some(case) = bundled(lesson.edition.rules, &id) {
            on_act.emit(Act::Draft(DraftEdit::Load(Box::new(case))));
        }
    });
    let options = std::iter::once(("".into(), told.from_first.into()))
        .chain(titles().into_iter().map(|(id, title)| (id.into(), title.into())))
        .collect::<Vec<(AttrValue, AttrValue)>>();
    let try_it = {
        let (on_act, case) = (props.on_act.clone(), Rc::new(case.clone()));
        move |_: MouseEvent| on_act.emit(Act::Open(Rc::clone(&case), Vec::new()))
    };
    let print = printing(outcome);
    html! {
        <div class="tools">
            <Select id="nms-build-from" label={told.from} value="" {options} on_choose={from} />
            <label class="button" for="nms-open-draft">{ glyph(Icon::Case) }{ told.open_file }<input type="file" id="nms-open-draft" class="vh" accept=".txt,text/plain" onchange={open} /></label>
            <button type="button" class="button" data-action="save-case" onclick={on_save}>{ told.save }</button>
            <button type="button" class="button" data-action="teach" onclick={try_it}>{ told.teach }</button>
            <button type="button" class="button" data-action="print-sheet" onclick={print}>{ told.print }</button>
            if props.room.draft.before.is_some() {
                <button type="button" class="button" data-action="undo-draft" onclick={edit(props, DraftEdit::Undo)}>{ glyph(Icon::Undo) }{ told.undo }</button>
            }
        </div>
    }
}

fn line(
    props: &ViewProps,
    id: &'static str,
    label: &'static str,
    value: String,
    change: fn(String) -> DraftEdit,
) -> Html {
    let on_act = props.on_act.clone();
    let oninput = move |event: InputEvent| {
        on_act.emit(Act::Draft(change(event.target_unchecked_into::<HtmlInputElement>().value())));
    };
    html! {
        <label class="stacked" for={id}><span>{ label }</span><input type="text" {id} maxlength="300" {value} {oninput} autocomplete="off" spellcheck="false" autocorrect="off" /></label>
    }
}

fn text(
    props: &ViewProps,
    id: &'static str,
    label: &'static str,
    value: String,
    change: fn(String) -> DraftEdit,
) -> Html {
    let on_act = props.on_act.clone();
    let oninput = move |event: InputEvent| {
        on_act.emit(Act::Draft(change(event.target_unchecked_into::<HtmlTextAreaElement>().value())));
    };
    html! {
        <label class="stacked" for={id}><span>{ label }</span><textarea {id} rows="3" maxlength="1900" {value} {oninput} autocomplete="off" spellcheck="false" autocorrect="off" /></label>
    }
}

fn fields(told: &'static Told, props: &ViewProps, case: &StagedCase) -> Html {
    html! {
        <div class="plate">
            { line(props, "nms-b-title", told.case_title, case.title.clone(), DraftEdit::Title) }
            { text(props, "nms-b-objectives", told.objectives, case.objectives.join("\n"), DraftEdit::Objectives) }
            { text(props, "nms-b-notes", told.notes, case.notes.join("\n"), DraftEdit::Notes) }
        </div>
    }
}

fn stages(lesson: Lesson, props: &ViewProps) -> Html {
    let told = &lesson.room.build;
    let draft = &props.room.draft;
    let one = |(at, stage): (usize, &Stage)| {
        html! {
            <li key={at} data-state={if at == draft.at { "here" } else { "told" }}>
                <button type="button" class="stage" aria-current={(at == draft.at).then_some("step")} onclick={edit(props, DraftEdit::Select(at))}>
                    <span>{ at + 1 }</span>
                    <b>{ if stage.title.is_empty() { told.stage } else { &stage.title } }</b>
                    <span>{ lesson.room.time.after(i64::from(stage.minutes)) }</span>
                </button>
            </li>
        }
    };
    html! {
        <div class="stages">
            <ol data-role="draft-stages" role="list">{ for draft.case.stages.iter().enumerate().map(one) }</ol>
            <div class="tools">
                <button type="button" class="button" data-action="add-stage" disabled={draft.case.stages.len() >= MOST_STAGES} onclick={edit(props, DraftEdit::AddStage)}>{ glyph(Icon::Plus) }{ told.add }</button>
                <button type="button" class="button" data-action="remove-stage" disabled={draft.case.stages.len() < 2} onclick={edit(props, DraftEdit::RemoveStage)}>{ glyph(Icon::Minus) }{ told.remove }</button>
            </div>
        </div>
    }
}

fn stage_fields(told: &'static Told, props: &ViewProps, stage: &Stage) -> Html {
    html! {
        <div class="plate" key={props.room.draft.at}>
            { line(props, "nms-b-stage", told.stage_title, stage.title.clone(), DraftEdit::StageTitle) }
            { line(props, "nms-b-minutes", told.minutes, stage.minutes.to_string(), DraftEdit::StageMinutes) }
            { text(props, "nms-b-story", told.story, stage.story.clone(), DraftEdit::StageStory) }
            { text(props, "nms-b-stage-notes", told.stage_notes, stage.notes.join("\n"), DraftEdit::StageNotes) }
        </div>
    }
}

/// For the printer alone: the story and room for answers, without the plan and without the teacher's notes.
fn student_sheet(lesson: Lesson, case: &StagedCase) -> Html {
    let told = &lesson.room.build;
    let blank = |label: &'static str| html! { <p class="blank">{ label }</p> };
    html! {
        <div class="sheet" aria-hidden="true" data-role="sheet">
            <p class="sheet-title">{ if case.title.is_empty() { told.case } else { &case.title } }</p>
            <ul role="list">{ for case.objectives.iter().filter(|line| !line.trim().is_empty()).map(|line| html! { <li>{ line }</li> }) }</ul>
            { for case.stages.iter().enumerate().map(|(at, stage)| html! {
                <div class="sheet-stage" key={at}>
                    <p><b>{ format!("{}. {}", at + 1, stage.title) }</b>{ format!(" ({})", lesson.room.time.after(i64::from(stage.minutes))) }</p>
                    <p>{ &stage.story }</p>
                    { blank(told.severity) }{ blank(told.actions) }{ blank("2.") }{ blank("3.") }{ blank(told.why) }
                </div>
            }) }
            <p>{ told.sheet_note }</p>
        </div>
    }
}
