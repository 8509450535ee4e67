//! Case: what happens, stage by stage. Commit first, then see the plan beside one's own answer.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::engine::describe;
use crate::engine::finding::{FindingIndex, FindingKind};
use crate::guideline::NMS;
use crate::panel::news::news;
use crate::session::Session;
use crate::teaching::assessed;
use crate::teaching::library::{bundled, titles};
use crate::teaching::room::{Act, Mode};
use crate::teaching::staged::{Stage, StagedCase, open as open_case};
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_lesson;
use crate::widget::notices::{DraftLine, Notices};
use crate::widget::seminar::commit::{Commit, Compared};
use crate::widget::seminar::course::change;
use crate::widget::seminar::{ViewProps, file};
use crate::widget::shown::{plan, read};
use crate::wording::room::Lesson;

/// The case of the room.
#[component]
pub fn Study(props: &ViewProps) -> Html {
    let lesson = use_lesson();
    let words = &lesson.room.study;
    let notices = use_node_ref();
    let room = &props.room;
    html! {
        <section class="study view" aria-labelledby="nms-study-title" data-role="study">
            <Heading class="view-title" id="nms-study-title">{ room.case.as_ref().map_or_else(|| words.title.to_string(), |case| case.title.clone()) }</Heading>
            // the panel brings its own
            if !room.is_revealed() {
                <DraftLine notices={notices.clone()} />
            }
            { picker(lesson, props) }
            if let (Some(case), Some(stage)) = (&room.case, room.stage()) {
                { about(lesson, case) }
                { stages(lesson, props, case) }
                <div class="study-columns">
                    <div class="study-told">
                        { told(lesson, stage, before(case, room.stage)) }
                        { for_teacher(lesson, case, stage) }
                    </div>
                    <div class="study-answer">
                        <Commit key={format!("{} {}", case.title, room.stage)} made={room.commitments.get(&room.stage).cloned().unwrap_or_default()} revealed={room.is_revealed()} on_act={props.on_act.clone()} />
                    </div>
                </div>
                if room.is_revealed() {
                    { revealed(lesson, props, case) }
                }
            } else {
                <p class="empty">{ words.empty(&titles().len()) }</p>
            }
            if !room.is_revealed() {
                <Notices list={notices} />
            }
        </section>
    }
}

fn before(case: &StagedCase, stage: usize) -> Option<&Stage> {
    stage.checked_sub(1).and_then(|before| case.stages.get(before))
}

/// Which case: a bundled one, or a file.
fn picker(lesson: Lesson, props: &ViewProps) -> Html {
    let words = &lesson.room.study;
    let on_act = props.on_act.clone();
    let onchange = move |event: Event| {
        let select = event.target_unchecked_into::<HtmlSelectElement>();
        if let Some(case) = bundled(&NMS, &select.value()) {
            on_act.emit(Act::Open(Rc::new(case), Vec::new()));
        }
        select.set_selected_index(0);
    };
    let on_act = props.on_act.clone();
    let open = move |event: Event| {
        let on_act = on_act.clone();
        let take = Callback::from(move |text: Result<String, String>| {
            on_act.emit(match text.and_then(|text| open_case(lesson, &text)) {
                Ok(read) => Act::Open(Rc::new(read.case), read.problems),
                Err(problem) => Act::Refuse(vec![problem]),
            });
        });
        file::read(&lesson.edition.words.menu, &event.target_unchecked_into::<HtmlInputElement>(), take);
    };
    html! {
        <div class="tools picker">
            <span class="select">
                <select id="nms-case" data-role="case" aria-label={words.open} {onchange}>
                    <option value="" selected={true}>{ words.open_first }</option>
                    { for titles().into_iter().map(|(id, title)| html! { <option value={id}>{ title }</option> }) }
                </select>
            </span>
            <label class="button" for="nms-open-case">{ glyph(Icon::Case) }{ words.open_file }<input type="file" id="nms-open-case" class="vh" accept=".txt,text/plain" onchange={open} /></label>
        </div>
    }
}

fn about(lesson: Lesson, case: &StagedCase) -> Html {
    html! {
        <>
            <p class="row-note">{ &case.source }</p>
            if !case.objectives.is_empty() {
                // folded: an objective can give the answer away
                <details class="more" data-role="objectives">
                    <summary>{ glyph(Icon::Chevron) }{ lesson.room.study.objectives }</summary>
                    <ul class="objectives" role="list">{ for case.objectives.iter().map(|line| html! { <li key={line.clone()}>{ glyph(Icon::Done) }{ line }</li> }) }</ul>
                </details>
            }
        </>
    }
}

/// The stages, those to come without their names.
fn stages(lesson: Lesson, props: &ViewProps, case: &StagedCase) -> Html {
    let words = &lesson.room.study;
    let current = props.room.stage;
    let to = |stage: usize| {
        let on_act = props.on_act.clone();
        move |_: MouseEvent| on_act.emit(Act::Stage(stage))
    };
    let one = |(at, stage): (usize, &Stage)| {
        let told = at <= current;
        html! {
            <li key={at} data-state={if at == current { "here" } else if told { "told" } else { "ahead" }}>
                <button type="button" class="stage" aria-current={(at == current).then_some("step")} onclick={to(at)}>
                    <span>{ format!("{}", at + 1) }</span>
                    if told {
                        <b>{ &stage.title }</b><span>{ lesson.room.time.after(i64::from(stage.minutes)) }</span>
                    } else {
                        <b>{ words.to_come }</b>
                    }
                </button>
            </li>
        }
    };
    html! {
        <div class="stages">
            <ol data-role="stages" role="list">{ for case.stages.iter().enumerate().map(one) }</ol>
            <div class="tools">
                <button type="button" class="button" disabled={current == 0} onclick={to(current.saturating_sub(1))}>{ words.back }</button>
                <button type="button" class="button primary" data-action="next-stage" disabled={current + 1 >= case.stages.len()} onclick={to(current + 1)}>{ words.next }</button>
            </div>
        </div>
    }
}

/// The story, and every answer that is new in it.
fn told(lesson: Lesson, stage: &Stage, before: Option<&Stage>) -> Html {
    let words = lesson.edition.words;
    let session = Session { entries: stage.entries.clone(), ..Session::default() };
    let reading = session.read(&NMS);
    let answers = crate::engine::assessment::answers(&NMS, &reading.findings, session.scope);
    let new = |index: &FindingIndex| before.is_none_or(|before| before.entries.get(index) != stage.entries.get(index));
    let fact = |index: &FindingIndex| {
        let finding = NMS.finding(*index)?;
        let listed = !matches!(finding.kind, FindingKind::Rules) && reading.findings.get(*index).is_some();
        listed.then(|| (finding.label, describe::answer(&words.format, &answers, *index), new(index)))
    };
    let facts: Vec<(&str, String, bool)> = stage.entries.keys().filter_map(fact).collect();
    let row = |(label, answer, new): &(&str, String, bool)| {
        html! { <div key={*label} data-new={new.to_string()}><dt>{ *label }</dt><dd>{ answer }{ if *new && before.is_some() { html! { <span class="tag">{ lesson.room.study.new }</span> } } else { Html::default() } }</dd></div> }
    };
    html! {
        <>
            <Heading below={1} class="plan-title">{ &stage.title }<span class="plan-count">{ lesson.room.time.after(i64::from(stage.minutes)) }</span></Heading>
            <p class="story" data-role="story">{ &stage.story }</p>
            <dl class="facts">{ for facts.iter().map(row) }</dl>
        </>
    }
}

/// Closed, so that a projector does not give them away.
fn for_teacher(lesson: Lesson, case: &StagedCase, stage: &Stage) -> Html {
    let notes: Vec<&String> = stage.notes.iter().chain(&case.notes).collect();
    if notes.is_empty() {
        return Html::default();
    }
    html! {
        <details class="fold" data-role="teacher">
            <summary>{ glyph(Icon::Book) }<span class="fold-title">{ lesson.room.study.teacher }</span>{ glyph(Icon::Chevron) }</summary>
            <ul class="fold-body" role="list">{ for notes.into_iter().map(|note| html! { <li key={note.clone()}>{ note }</li> }) }</ul>
        </details>
    }
}

fn revealed(lesson: Lesson, props: &ViewProps, case: &StagedCase) -> Html {
    let words = &lesson.room.study;
    let (reading, panel) = read(lesson.edition, &props.session);
    let room = &props.room;
    let made = room.commitments.get(&room.stage).cloned().unwrap_or_default();
    let scope = props.session.scope;
    let changed = before(case, room.stage).map(|before| {
        news(
            lesson.edition.words,
            &assessed(&NMS, &before.entries, scope),
            &assessed(&NMS, &props.session.entries, scope),
            "",
        )
    });
    let shown = Rc::new(panel);
    let advise = {
        let on_act = props.on_act.clone();
        move |_: MouseEvent| on_act.emit(Act::Go(Mode::Advise))
    };
    html! {
        <div class="revealed" data-role="revealed">
            if made.is_made() {
                <Compared session={Rc::clone(&props.session)} {made} />
            }
            if let Some(changed) = changed {
                <div class="plate">
                    <Heading below={1} class="plan-title">{ glyph(Icon::Sides) }{ words.since_before }</Heading>
                    { change(lesson, &changed) }
                </div>
            }
            <div class="tools"><button type="button" class="button" onclick={advise}>{ words.advise }</button></div>
            { plan(&props.session, &reading, &shown, &props.on_edit, None) }
        </div>
    }
}
