//! What stands above every view until somebody decides: runs that were found in the tab, and answers that gave way.

use yew::prelude::*;

use crate::teaching::room::{Act, By, Offer, Replaced};
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_lesson;
use crate::widget::seminar::ViewProps;
use crate::widget::seminar::clock::{now, time_of_day};
use crate::wording::room::Lesson;

/// The questions, and the ways back.
#[component]
pub fn Offers(props: &ViewProps) -> Html {
    let lesson = use_lesson();
    let room = &props.room;
    html! {
        <div class="offers" role="status">
            { for room.offered.iter().enumerate().map(|(at, run)| offer(lesson, props, at, run)) }
            if let Some(replaced) = &room.replaced {
                { way_back(lesson, props, replaced) }
            }
        </div>
    }
}

fn button(props: &ViewProps, id: &'static str, icon: Icon, name: &'static str, act: Act) -> Html {
    let on_act = props.on_act.clone();
    let onclick = move |_: MouseEvent| on_act.emit(act.clone());
    html! { <button type="button" class="button" data-action={id} {onclick}>{ glyph(icon) }{ name }</button> }
}

fn offer(lesson: Lesson, props: &ViewProps, at: usize, run: &Offer) -> Html {
    let told = &lesson.room.kept;
    let minutes = (now().seconds_since(run.at) / 60).max(0);
    html! {
        <div key={run.id.clone()} class="offer" data-role="kept-run">
            <p><b>{ told.found(&time_of_day(run.at), &lesson.room.time.after(minutes)) }</b></p>
            if !run.title.is_empty() {
                <p>{ told.of_case(&run.title) }</p>
            }
            if !props.session.entries.is_empty() {
                <p>{ told.in_place }</p>
            }
            <div class="tools">
                { button(props, "go-on", Icon::Do, told.go_on, Act::GoOn(at)) }
                { button(props, "leave-run", Icon::Minus, told.leave, Act::Leave(at)) }
                { button(props, "delete-run", Icon::Cross, told.delete, Act::Discard(at)) }
            </div>
        </div>
    }
}

fn way_back(lesson: Lesson, props: &ViewProps, replaced: &Replaced) -> Html {
    let told = &lesson.room.kept;
    let count = replaced.entries.len();
    let (text, back) = match (&replaced.by, count) {
        (By::Run(run), 0) => (told.back(&time_of_day(run.at)), told.not_this),
        (By::Run(_), _) => (told.by_run.of(count), told.bring_back),
        (By::Case, _) => (told.by_case.of(count), told.bring_back),
        (By::Draft, _) => (told.by_draft.of(count), told.bring_back),
    };
    html! {
        <div class="offer" data-role="gave-way">
            <p>{ text }</p>
            <div class="tools">
                { button(props, "bring-back", Icon::Undo, back, Act::BringBack) }
                { button(props, "let-go", Icon::Done, told.fine, Act::LetGo) }
            </div>
        </div>
    }
}
