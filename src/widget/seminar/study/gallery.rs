//! The cases to choose from, as cards that say what is seen and where, and never what it is.

use std::rc::Rc;

use yew::prelude::*;

use super::{open_file, titles_to_open};
use crate::teaching::library::all;
use crate::teaching::road::extent;
use crate::teaching::room::{Act, Mode};
use crate::teaching::staged::{Level, StagedCase};
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_lesson;
use crate::widget::notices::{DraftLine, Notices};
use crate::widget::seminar::ViewProps;
use crate::wording::room::Lesson;

/// Every bundled case, a file, and a case of one's own.
#[component]
pub fn Gallery(props: &ViewProps) -> Html {
    let lesson = use_lesson();
    let words = &lesson.room.library;
    let notices = use_node_ref();
    // read once, however often the room is drawn
    let cases = use_memo(lesson.edition, |edition| {
        all(edition.rules).into_iter().map(|(id, case)| (id, Rc::new(case))).collect::<Vec<_>>()
    });
    let write = {
        let on_act = props.on_act.clone();
        move |_: MouseEvent| on_act.emit(Act::Go(Mode::Build))
    };
    html! {
        <section class="study view" aria-labelledby="nms-study-title" data-role="library">
            <div class="room-head">
                <Heading class="view-title" id="nms-study-title">{ words.title }</Heading>
                <p class="row-note">{ words.note(&cases.len()) }</p>
                <div class="tools">
                    { titles_to_open(lesson, props, lesson.room.study.open_first) }
                    { open_file(lesson, props) }
                    <button type="button" class="button" data-action="write-case" onclick={write}>{ words.write }</button>
                </div>
            </div>
            <DraftLine notices={notices.clone()} />
            <ul class="gallery" data-role="cases" role="list">{ for cases.iter().map(|(id, case)| card(lesson, props, id, case)) }</ul>
            <Notices list={notices} />
        </section>
    }
}

/// One case. Its title is the button, and the button is as large as the card.
fn card(lesson: Lesson, props: &ViewProps, id: &'static str, case: &Rc<StagedCase>) -> Html {
    let words = &lesson.room.library;
    let open = {
        let (on_act, case) = (props.on_act.clone(), Rc::clone(case));
        move |_: MouseEvent| on_act.emit(Act::Open(Rc::clone(&case), Vec::new()))
    };
    let here = props.room.case.as_ref().is_some_and(|open| open == case);
    let (roads, longest) = extent(case);
    let place = [&case.setting, &case.patient].into_iter().filter(|part| !part.is_empty());
    html! {
        <li key={id} class="case-card">
            <Heading below={1} class="case-title">
                <button type="button" class="case-open" data-action="open-case" data-case={id} aria-current={here.then_some("true")} onclick={open}>{ &case.title }</button>
            </Heading>
            <p class="case-where">{ place.cloned().collect::<Vec<_>>().join(" · ") }</p>
            <p class="case-facts">
                if let Some(level) = case.level {
                    { dots(words.levels.of(level), level) }
                }
                <span>{ words.stages.of(longest) }</span>
                if roads > 1 {
                    <span data-role="roads">{ lesson.room.fork.roads.of(roads) }</span>
                }
                if let Some(minutes) = case.duration {
                    <span>{ words.about(&lesson.room.time.minutes(&minutes)) }</span>
                }
            </p>
            { objectives(lesson, case) }
        </li>
    }
}

/// The level as a word, and as dots.
fn dots(word: &'static str, level: Level) -> Html {
    let reached = Level::ALL.iter().position(|other| *other == level);
    let dot = |at: usize| html! { <span class="case-dot" key={at} data-on={(Some(at) <= reached).to_string()}></span> };
    html! {
        <span class="case-level" data-level={level.id()}>{ word }<span class="case-dots" aria-hidden="true">{ for (0..Level::ALL.len()).map(dot) }</span></span>
    }
}

/// Closed, as an objective can give the case away.
pub(super) fn objectives(lesson: Lesson, case: &StagedCase) -> Html {
    if case.objectives.is_empty() {
        return Html::default();
    }
    html! {
        <details class="case-objectives" data-role="objectives">
            <summary>{ lesson.room.library.objectives }<span class="vh">{ format!(": {}", case.title) }</span>{ glyph(Icon::Chevron) }</summary>
            <ul class="objectives" role="list">{ for case.objectives.iter().map(|line| html! { <li key={line.clone()}>{ line }</li> }) }</ul>
        </details>
    }
}
