//! Build: a case of one's own. The form holds the answers of the stage; the story stands beside it.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::guideline::NMS;
use crate::teaching::draft::DraftEdit;
use crate::teaching::library::{bundled, titles};
use crate::teaching::room::Act;
use crate::teaching::staged::{MOST_STAGES, Stage, StagedCase, read as read_case, write};
use crate::widget::choice::Select;
use crate::widget::desk::read;
use crate::widget::form::Form;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::notices::{DraftLine, Notices};
use crate::widget::seminar::course::after;
use crate::widget::seminar::steps::state;
use crate::widget::seminar::{ViewProps, file};

/// The case that is made.
#[component]
pub fn Build(props: &ViewProps) -> Html {
    let notices = use_node_ref();
    let said = use_state(Vec::<String>::new);
    let (reading, panel) = read((&NMS).into(), &props.session);
    let draft = &props.room.draft;
    html! {
        <section class="build view" aria-labelledby="nms-build-title" data-role="build">
            <Heading class="view-title" id="nms-build-title">{ "Build a case" }</Heading>
            <DraftLine notices={notices.clone()} />
            <p class="reminder">{ glyph(Icon::Warning) }<span>{ "Leave out what identifies a person: names, dates of birth, places, photographs, rare circumstances. Change what does not matter to the teaching." }</span></p>
            { tools(props, &said) }
            <div class="build-columns">
                <div class="build-story">
                    { fields(props, &draft.case) }
                    { stages(props) }
                    if let Some(stage) = draft.stage() {
                        { stage_fields(props, stage) }
                    }
                </div>
                <div class="entering">
                    <p class="step-kind">{ format!("Answers of stage {}", draft.at + 1) }</p>
                    { state(&panel) }
                    <Form session={Rc::clone(&props.session)} reading={Rc::new(reading)} on_edit={props.on_edit.clone()} />
                </div>
            </div>
            { student_sheet(&draft.case) }
            <Notices list={notices} />
        </section>
    }
}

fn edit(props: &ViewProps, edit: DraftEdit) -> Callback<MouseEvent> {
    let on_act = props.on_act.clone();
    Callback::from(move |_: MouseEvent| on_act.emit(Act::Draft(edit.clone())))
}

fn tools(props: &ViewProps, said: &UseStateHandle<Vec<String>>) -> Html {
    let case = &props.room.draft.case;
    let save = {
        let (case, said) = (case.clone(), said.setter());
        move |_: MouseEvent| {
            let saved = file::download(&write(&NMS, &case), "nms-teaching-case.txt", "text/plain");
            said.set(vec![if saved { "Saved as a file." } else { "The browser did not save the file." }.into()]);
        }
    };
    let open = {
        let (on_act, said) = (props.on_act.clone(), said.setter());
        move |event: Event| {
            let (on_act, said) = (on_act.clone(), said.clone());
            let take =
                Callback::from(move |text: Result<String, String>| match text.map(|text| read_case(&NMS, &text)) {
                    Ok(read) if read.case.stages.is_empty() => {
                        said.set([vec!["Nothing was opened.".to_string()], read.problems].concat());
                    }
                    Ok(read) => {
                        let stages = read.case.stages.len();
                        on_act.emit(Act::Draft(DraftEdit::Load(Box::new(read.case))));
                        said.set([vec![format!("Opened, {stages} stages.")], read.problems].concat());
                    }
                    Err(problem) => said.set(vec![problem]),
                });
            file::read(&event.target_unchecked_into::<HtmlInputElement>(), take);
        }
    };
    let on_act = props.on_act.clone();
    let from = Callback::from(move |id: String| {
        if let Some(case) = bundled(&NMS, &id) {
            on_act.emit(Act::Draft(DraftEdit::Load(Box::new(case))));
        }
    });
    let options = std::iter::once(("".into(), "Begin with a bundled case …".into()))
        .chain(titles().into_iter().map(|(id, title)| (id.into(), title.into())))
        .collect::<Vec<(AttrValue, AttrValue)>>();
    let try_it = {
        let (on_act, case) = (props.on_act.clone(), Rc::new(case.clone()));
        move |_: MouseEvent| on_act.emit(Act::Open(Rc::clone(&case), Vec::new()))
    };
    let print = move |_: MouseEvent| file::print();
    html! {
        <div class="tools">
            <Select id="nms-build-from" label="Begin with a bundled case" value="" {options} on_choose={from} />
            <label class="button" for="nms-open-draft">{ glyph(Icon::Case) }{ "Open a case file" }<input type="file" id="nms-open-draft" class="vh" accept=".txt,text/plain" onchange={open} /></label>
            <button type="button" class="button" data-action="save-case" onclick={save}>{ "Save as a file" }</button>
            <button type="button" class="button" data-action="teach" onclick={try_it}>{ "Teach it" }</button>
            <button type="button" class="button" data-action="print-sheet" onclick={print}>{ "Print the student sheet" }</button>
            if props.room.draft.before.is_some() {
                <button type="button" class="button" data-action="undo-draft" onclick={edit(props, DraftEdit::Undo)}>{ glyph(Icon::Undo) }{ "Undo" }</button>
            }
            <div role="status">{ for said.iter().map(|line| html! { <p key={line.clone()}>{ line }</p> }) }</div>
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
        <label class="stacked" for={id}><span>{ label }</span><input type="text" {id} maxlength="300" {value} {oninput} autocomplete="off" /></label>
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
        <label class="stacked" for={id}><span>{ label }</span><textarea {id} rows="3" maxlength="1900" {value} {oninput} /></label>
    }
}

fn fields(props: &ViewProps, case: &StagedCase) -> Html {
    html! {
        <div class="plate">
            { line(props, "nms-b-title", "Title: what is seen, not what it is", case.title.clone(), DraftEdit::Title) }
            { text(props, "nms-b-objectives", "Objectives, one a line", case.objectives.join("\n"), DraftEdit::Objectives) }
            { text(props, "nms-b-notes", "For the teacher, one a line", case.notes.join("\n"), DraftEdit::Notes) }
        </div>
    }
}

fn stages(props: &ViewProps) -> Html {
    let draft = &props.room.draft;
    let one = |(at, stage): (usize, &Stage)| {
        html! {
            <li key={at} data-state={if at == draft.at { "here" } else { "told" }}>
                <button type="button" class="stage" aria-current={(at == draft.at).then_some("step")} onclick={edit(props, DraftEdit::Select(at))}>
                    <span>{ at + 1 }</span>
                    <b>{ if stage.title.is_empty() { "Stage" } else { &stage.title } }</b>
                    <span>{ after(i64::from(stage.minutes)) }</span>
                </button>
            </li>
        }
    };
    html! {
        <div class="stages">
            <ol data-role="draft-stages">{ for draft.case.stages.iter().enumerate().map(one) }</ol>
            <div class="tools">
                <button type="button" class="button" data-action="add-stage" disabled={draft.case.stages.len() >= MOST_STAGES} onclick={edit(props, DraftEdit::AddStage)}>{ glyph(Icon::Plus) }{ "Add a stage" }</button>
                <button type="button" class="button" data-action="remove-stage" disabled={draft.case.stages.len() < 2} onclick={edit(props, DraftEdit::RemoveStage)}>{ glyph(Icon::Minus) }{ "Remove this stage" }</button>
            </div>
        </div>
    }
}

fn stage_fields(props: &ViewProps, stage: &Stage) -> Html {
    html! {
        <div class="plate" key={props.room.draft.at}>
            { line(props, "nms-b-stage", "Stage: where or when", stage.title.clone(), DraftEdit::StageTitle) }
            { line(props, "nms-b-minutes", "Minutes since the first stage", stage.minutes.to_string(), DraftEdit::StageMinutes) }
            { text(props, "nms-b-story", "What is told", stage.story.clone(), DraftEdit::StageStory) }
            { text(props, "nms-b-stage-notes", "For the teacher at this stage, one a line", stage.notes.join("\n"), DraftEdit::StageNotes) }
        </div>
    }
}

/// For the printer alone: the story and room for answers, without the plan and without the teacher's notes.
fn student_sheet(case: &StagedCase) -> Html {
    let blank = |label: &'static str| html! { <p class="blank">{ label }</p> };
    html! {
        <div class="sheet" aria-hidden="true" data-role="sheet">
            <p class="sheet-title">{ if case.title.is_empty() { "Case" } else { &case.title } }</p>
            <ul>{ for case.objectives.iter().filter(|line| !line.trim().is_empty()).map(|line| html! { <li>{ line }</li> }) }</ul>
            { for case.stages.iter().enumerate().map(|(at, stage)| html! {
                <div class="sheet-stage" key={at}>
                    <p><b>{ format!("{}. {}", at + 1, stage.title) }</b>{ format!(" ({})", after(i64::from(stage.minutes))) }</p>
                    <p>{ &stage.story }</p>
                    { blank("Severity:") }{ blank("First three actions: 1.") }{ blank("2.") }{ blank("3.") }{ blank("Why:") }
                </div>
            }) }
            <p>{ "For teaching. Draft rule set, not clinically reviewed; not a medical device." }</p>
        </div>
    }
}
