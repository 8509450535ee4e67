//! Case: what happens, stage by stage. Commit first, then see the plan beside one's own answer.

pub mod gallery;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::engine::describe;
use crate::engine::finding::{FindingIndex, FindingKind};
use crate::panel::news::news;
use crate::session::Session;
use crate::teaching::assessed;
use crate::teaching::forks::why_here;
use crate::teaching::library::{bundled, titles};
use crate::teaching::road::extent;
use crate::teaching::room::{Act, Aside, Mode};
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
use gallery::{Gallery, objectives};

/// The case of the room, or the cases to choose from.
#[component]
pub fn Study(props: &ViewProps) -> Html {
    let lesson = use_lesson();
    let (notices, stages) = (use_node_ref(), use_node_ref());
    let room = &props.room;
    {
        // where the stages do not fit beside each other, the one that is taught is in view
        let stages = stages.clone();
        use_effect_with(room.road(), move |_| in_view(&stages));
    }
    let (Some(case), Some(stage)) = (&room.case, room.stage()) else {
        return html! { <Gallery ..props.clone() /> };
    };
    html! {
        <section class="study view" aria-labelledby="nms-study-title" data-role="study">
            { head(lesson, props, case) }
            // the panel brings its own
            if !room.is_revealed() {
                <DraftLine notices={notices.clone()} />
            }
            <div ref={stages} class="rail-box">{ rail(lesson, props, case) }</div>
            { fork_line(lesson, props) }
            <div class="study-columns">
                <div class="study-told">{ told(lesson, stage, room.stage_before()) }</div>
                <div class="study-answer">
                    <Commit key={format!("{} {}", case.title, room.stage)} made={room.commitments.get(&room.stage).cloned().unwrap_or_default()} revealed={room.is_revealed()} on_act={props.on_act.clone()} />
                </div>
            </div>
            { presenter(lesson, props, case, stage) }
            if room.is_revealed() {
                { revealed(lesson, props) }
            } else {
                <Notices list={notices} />
            }
        </section>
    }
}

fn emit(props: &ViewProps, act: Act) -> Callback<MouseEvent> {
    let on_act = props.on_act.clone();
    Callback::from(move |_: MouseEvent| on_act.emit(act.clone()))
}

/// The title, how far it is told, and the ways to another case.
fn head(lesson: Lesson, props: &ViewProps, case: &StagedCase) -> Html {
    let words = &lesson.room.study;
    let title = if case.title.trim().is_empty() { words.title } else { &case.title };
    let place = props.room.legs.len().max(1);
    let (roads, longest) = extent(case);
    // where roads part, nobody knows how many stages there will be
    let mut known = vec![if roads > 1 { lesson.room.fork.stage(&place) } else { words.stage_of(&place, &longest) }];
    // a publication is named by its diagnosis
    if props.room.is_revealed() && !case.source.is_empty() {
        known.push(case.source.clone());
    }
    html! {
        <div class="room-head">
            <Heading class="view-title" id="nms-study-title">{ title }</Heading>
            <p class="row-note">{ known.join(" · ") }</p>
            <div class="tools">
                { titles_to_open(lesson, props, words.another) }
                { open_file(lesson, props) }
                <button type="button" class="button" data-action="all-cases" onclick={emit(props, Act::Library)}>{ words.all_cases }</button>
            </div>
        </div>
    }
}

/// The bundled cases by title, for who knows which one it is to be.
fn titles_to_open(lesson: Lesson, props: &ViewProps, first: &'static str) -> Html {
    let on_act = props.on_act.clone();
    let onchange = move |event: Event| {
        let select = event.target_unchecked_into::<HtmlSelectElement>();
        if let Some(case) = bundled(lesson.edition.rules, &select.value()) {
            on_act.emit(Act::Open(Rc::new(case), Vec::new()));
        }
        select.set_selected_index(0);
    };
    html! {
        <span class="select">
            <select id="nms-case" data-role="case" aria-label={lesson.room.study.open} {onchange}>
                <option value="" selected={true}>{ first }</option>
                { for titles().into_iter().map(|(id, title)| html! { <option value={id}>{ title }</option> }) }
            </select>
        </span>
    }
}

/// A case from a file.
fn open_file(lesson: Lesson, props: &ViewProps) -> Html {
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
        <label class="button" for="nms-open-case">{ glyph(Icon::Case) }{ lesson.room.study.open_file }<input type="file" id="nms-open-case" class="vh" accept=".txt,text/plain" onchange={open} /></label>
    }
}

/// The stages along the road: those that were told, and those to come without their names, up to the next fork.
fn rail(lesson: Lesson, props: &ViewProps, case: &StagedCase) -> Html {
    let room = &props.room;
    let (road, ahead) = (room.road(), room.ahead());
    let told = road.iter().filter_map(|at| Some((*at, case.stages.get(*at)?)));
    let told = told.enumerate().map(|(place, (at, stage))| {
        let here = place + 1 == road.len();
        let name = html! { <><b>{ &stage.title }</b><span class="rail-time">{ lesson.room.time.after(i64::from(stage.minutes)) }</span></> };
        rail_stage(props, (place, at), if here { "here" } else { "told" }, name)
    });
    // behind a fork nobody knows
    let forks = |at: &usize| case.stages.get(*at).is_some_and(Stage::is_fork);
    let known = if room.is_fork() { 0 } else { ahead.iter().position(forks).map_or(ahead.len(), |fork| fork + 1) };
    let to_come = ahead.iter().take(known).enumerate().map(|(place, at)| {
        rail_stage(props, (road.len() + place, *at), "ahead", html! { <b>{ lesson.room.study.to_come }</b> })
    });
    let open = room.is_fork() || known < ahead.len() || ahead.last().is_some_and(forks);
    html! {
        <ol class="rail" data-role="stages" role="list">
            { for told }
            { for to_come }
            if open {
                <li key="open" data-state="ahead"><span class="rail-stage rail-open"><span class="rail-number" aria-hidden="true">{ glyph(Icon::Sides) }</span><b>{ lesson.room.fork.open }</b></span></li>
            }
        </ol>
    }
}

/// Scrolls the rail alone, and not the page.
fn in_view(stages: &NodeRef) {
    let found = |selector| stages.cast::<Element>().and_then(|stages| stages.query_selector(selector).ok().flatten());
    let here = found("[data-state=\"here\"]").and_then(|here| here.dyn_into::<HtmlElement>().ok());
    if let (Some(rail), Some(here)) = (found(".rail"), here) {
        rail.set_scroll_left(here.offset_left());
    }
}

fn rail_stage(props: &ViewProps, (place, at): (usize, usize), state: &'static str, name: Html) -> Html {
    html! {
        <li key={place} data-state={state}>
            <button type="button" class="rail-stage" aria-current={(state == "here").then_some("step")} onclick={emit(props, Act::Stage(at))}>
                <span class="rail-number">{ place + 1 }</span>
                { name }
            </button>
        </li>
    }
}

/// Why this stage came next, and whether what is done at it decides what follows; said when it changes.
fn fork_line(lesson: Lesson, props: &ViewProps) -> Html {
    let (words, room) = (&lesson.room.fork, &props.room);
    let why = why_here(lesson, room);
    let decides = if room.log.state().is_running() { words.decides_in_run } else { words.decides };
    let ends = room.beside(true).is_none() && room.legs.iter().any(|leg| leg.turn.is_some());
    let quiet = why.is_empty() && !room.is_fork() && !ends;
    html! {
        <div class={classes!("fork-line", quiet.then_some("vh"))} data-role="fork" role="status">
            if !why.is_empty() {
                <p>{ words.came }{ why.join("; ") }</p>
            }
            if room.is_fork() {
                <p>{ glyph(Icon::Sides) }<b>{ decides }</b></p>
            }
            if ends {
                <p>{ words.last }</p>
            }
        </div>
    }
}

/// The story, and every answer known by now; those that are new in it first.
fn told(lesson: Lesson, stage: &Stage, before: Option<&Stage>) -> Html {
    let words = lesson.edition.words;
    let session = Session { entries: stage.entries.clone(), ..Session::default() };
    let reading = session.read(lesson.edition);
    let answers = crate::engine::assessment::answers(lesson.edition.rules, &reading.findings, session.scope);
    let new = |index: &FindingIndex| before.is_some_and(|before| before.entries.get(index) != stage.entries.get(index));
    let fact = |index: &FindingIndex| {
        let finding = lesson.edition.rules.finding(*index)?;
        let listed = !matches!(finding.kind, FindingKind::Rules) && reading.findings.get(*index).is_some();
        listed.then(|| (finding.label, describe::answer(&words.format, &answers, *index), new(index)))
    };
    let mut facts: Vec<(&str, String, bool)> = stage.entries.keys().filter_map(fact).collect();
    facts.sort_by_key(|(_, _, new)| !new);
    let row = |(label, answer, new): &(&str, String, bool)| {
        html! {
            <div key={*label} data-new={new.to_string()}>
                <dt>{ *label }if *new { <span class="tag new-mark">{ lesson.room.study.new }</span> }</dt>
                <dd>{ answer }</dd>
            </div>
        }
    };
    html! {
        <>
            <Heading below={1} class="vh">{ &stage.title }</Heading>
            <p class="story" data-role="story">{ &stage.story }</p>
            <dl class="facts">{ for facts.iter().map(row) }</dl>
        </>
    }
}

/// What whoever leads the session does, in one place.
fn presenter(lesson: Lesson, props: &ViewProps, case: &StagedCase, stage: &Stage) -> Html {
    let words = &lesson.room.study;
    let room = &props.room;
    let shown = room.is_revealed();
    let to = |forward: bool, id: &'static str, name: &'static str| {
        let there = room.beside(forward);
        let act = Act::Stage(there.unwrap_or(room.stage));
        html! { <button type="button" class={classes!("button", forward.then_some("primary"))} data-action={id} disabled={there.is_none()} onclick={emit(props, act)}>{ name }</button> }
    };
    html! {
        <div class="presenter" role="group" aria-label={lesson.room.nav.presenter}>
            { to(false, "stage-before", words.back) }
            { to(true, "next-stage", words.next) }
            <button type="button" class="button" data-action="show-plan" onclick={emit(props, Act::Reveal(!shown))}>{ glyph(Icon::Watch) }{ if shown { words.cover } else { words.uncover } }</button>
            <button type="button" class="button" data-action="what-if" aria-expanded={(room.aside == Aside::Spotlight).to_string()} onclick={emit(props, Act::Show(Aside::Spotlight))}>{ words.what_if }</button>
            <button type="button" class="button" data-action="show-code" aria-expanded={(room.aside == Aside::Code).to_string()} onclick={emit(props, Act::Show(Aside::Code))}>{ words.qr_code }</button>
            <span class="row-note" role="status">{ if shown { words.shown } else { words.covered } }</span>
            { for_teacher(lesson, case, stage) }
            { objectives(lesson, case) }
        </div>
    }
}

/// Closed, so that a projector does not give them away.
fn for_teacher(lesson: Lesson, case: &StagedCase, stage: &Stage) -> Html {
    let notes: Vec<&String> = stage.notes.iter().chain(&case.notes).collect();
    if notes.is_empty() {
        return Html::default();
    }
    html! {
        <details class="case-objectives" data-role="teacher">
            <summary>{ lesson.room.study.teacher }{ glyph(Icon::Chevron) }</summary>
            <ul class="objectives" role="list">{ for notes.into_iter().map(|note| html! { <li key={note.clone()}>{ note }</li> }) }</ul>
        </details>
    }
}

fn revealed(lesson: Lesson, props: &ViewProps) -> Html {
    let words = &lesson.room.study;
    let (reading, panel) = read(lesson.edition, &props.session);
    let room = &props.room;
    let made = room.commitments.get(&room.stage).cloned().unwrap_or_default();
    let scope = props.session.scope;
    let changed = room.stage_before().map(|before| {
        news(
            lesson.edition.words,
            &assessed(lesson.edition.rules, &before.entries, scope),
            &assessed(lesson.edition.rules, &props.session.entries, scope),
            "",
        )
    });
    let shown = Rc::new(panel);
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
            <div class="tools"><button type="button" class="button" onclick={emit(props, Act::Go(Mode::Advise))}>{ words.advise }</button></div>
            { plan(lesson.edition, &props.session, &reading, &shown, &props.on_edit, None) }
        </div>
    }
}
