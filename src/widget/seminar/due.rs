//! In a run: the stage of the case, and the next one when its time has come. It waits for whoever presents: nothing of the
//! answers changes by itself.

use std::rc::Rc;

use yew::prelude::*;

use crate::teaching::forks::condition;
use crate::teaching::room::{Act, Room};
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_lesson;
use crate::widget::seminar::clock::use_now;

/// Properties of [`CaseLine`].
#[derive(Clone, PartialEq, Properties)]
pub struct CaseLineProps {
    /// The state of the room.
    pub room: Rc<Room>,
    /// Takes the acts; `None` where there is nothing to touch.
    #[prop_or_default]
    pub on_act: Option<Callback<Act>>,
}

/// Where the case is, and why the next stage is due; said once when it is.
#[component]
pub fn CaseLine(props: &CaseLineProps) -> Html {
    let lesson = use_lesson();
    let (words, room) = (&lesson.room.fork, &props.room);
    let running = room.log.state().is_running();
    let next = room.beside(true);
    let moment = use_now(running && next.is_some());
    let (Some(stage), true) = (room.stage(), running) else { return Html::default() };
    let due = room.due(moment);
    let why = due.as_ref().map(|due| {
        if let Some(way) = &due.way {
            return words.due(&condition(lesson, way));
        }
        let minutes = room.case.as_ref().and_then(|case| case.stages.get(due.to)).map_or(0, |stage| stage.minutes);
        words.due_time(&lesson.room.time.after(i64::from(minutes)))
    });
    let on_next = props
        .on_act
        .clone()
        .zip(next)
        .map(|(on_act, next)| Callback::from(move |_: MouseEvent| on_act.emit(Act::Stage(next))));
    let wall = props.on_act.is_none();
    html! {
        <div class="case-line" data-role="case-line" data-state={if why.is_some() { "due" } else { "ahead" }}>
            if !wall {
                <p>{ words.at_stage(&room.legs.len(), &stage.title) }</p>
            }
            <p class="case-due" role="status">
                if let Some(why) = why {
                    { glyph(Icon::Later) }<span>{ why }</span>
                } else if !wall && room.is_fork() {
                    { glyph(Icon::Sides) }<span>{ words.decides_in_run }</span>
                }
            </p>
            if let Some(on_next) = on_next {
                <button type="button" class={classes!("button", due.is_some().then_some("primary"))} data-action="next-stage" onclick={on_next}>{ words.next }</button>
            }
        </div>
    }
}
