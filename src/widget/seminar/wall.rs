//! Wall: the run, projected. Two columns, read from across the room; nothing to touch beside the way back.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::rule::Urgency;
use crate::panel::Panel;
use crate::teaching::room::{Act, Mode};
use crate::teaching::run::Steps;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_lesson;
use crate::widget::seminar::ViewProps;
use crate::widget::seminar::clock::{Clock, Reminders, since};
use crate::widget::seminar::due::CaseLine;
use crate::widget::seminar::steps::{Around, counts, next_steps, now_step};
use crate::widget::shown::read;
use crate::widget::stock::{mobilises, stock_of_case};
use crate::wording::room::Lesson;

/// At this size more lines cannot be read.
const MOST_AVOIDED: usize = 5;

/// The wall in place of the run.
#[component]
pub fn Wall(props: &ViewProps) -> Html {
    let told = &use_lesson().room.wall;
    wall(use_lesson(), props, ("to-run", Act::Go(Mode::Run), told.back, told.key))
}

/// The wall in a window of its own.
#[component]
pub fn SecondWall(props: &ViewProps) -> Html {
    let told = &use_lesson().room.wall;
    wall(use_lesson(), props, ("close-screen", Act::Screen, told.close, told.close_key))
}

/// The current step, as large as it gets, beside the state of the run; and the way back: its name for tests, what it does,
/// its words and its key.
fn wall(lesson: Lesson, props: &ViewProps, back: (&'static str, Act, &'static str, &'static str)) -> Html {
    let (action, act, words, key) = back;
    let told = &lesson.room.wall;
    let (_, panel) = read(lesson.edition, &props.session);
    let state = props.room.log.state();
    let steps = Steps::of(&panel, state, props.room.chosen);
    let said = steps.now().map_or("", |step| step.card.headline);
    // what cannot wait is never the line that there is no room for
    let mut avoided = steps.avoid.clone();
    avoided.sort_by_key(|card| card.rule.urgency != Urgency::Critical);
    let on_act = props.on_act.clone();
    let back = move |_: MouseEvent| on_act.emit(act.clone());
    let last = state.rules().last().and_then(|id| Some((lesson.edition.rules.rule(id)?, state.marked(id)?)));
    let last = last.map(|(rule, marked)| (rule, since(state, &marked)));
    html! {
        <section class="wall" aria-labelledby="nms-wall-title" data-role="wall" data-urgency={steps.now().map(|step| step.card.rule.urgency.id())}>
            <Heading class="vh" id="nms-wall-title">{ told.title }</Heading>
            <div class="wall-main">
                { now_step(lesson, &steps, Around { beside: dantrolene(lesson, props, &panel, &steps), ..Around::default() }) }
                <p class="vh" aria-live="polite">{ lesson.room.run.current(&said) }</p>
                { next_steps(&lesson.room.steps, &steps) }
            </div>
            <div class="wall-side" data-grade={panel.severity.grade.map_or("none", crate::engine::rule::Grade::id)}>
                <p class="wall-clock">
                    if let Some(started) = state.started {
                        <Clock {started} ended={state.ended} />
                    } else {
                        <span class="clock">{ "0:00" }</span>
                    }
                </p>
                <p class="wall-grade">{ &panel.severity.text }</p>
                <div class="wall-count">{ counts(lesson, &steps) }</div>
                if let Some((rule, at)) = last {
                    <p class="wall-last"><span>{ told.last }</span>{ rule.headline }{ ", " }{ at }</p>
                }
                <Reminders reminders={state.reminders()} />
                <CaseLine room={Rc::clone(&props.room)} />
                if !steps.avoid.is_empty() {
                    <div class="wall-avoid">
                        <p>{ told.avoid }</p>
                        <ul role="list">{ for avoided.iter().take(MOST_AVOIDED).map(|card| html! { <li key={card.rule.id}>{ card.headline }</li> }) }</ul>
                        if steps.avoid.len() > MOST_AVOIDED {
                            <p class="wall-more">{ told.more(&(steps.avoid.len() - MOST_AVOIDED)) }</p>
                        }
                    </div>
                }
            </div>
            <footer class="wall-foot">
                <p>{ lesson.edition.rules.reviewed.map_or(told.draft, |_| told.reviewed) }</p>
                <button type="button" class="button" data-action={action} onclick={back}>{ words }<span class="wall-key">{ key }</span></button>
            </footer>
        </section>
    }
}

/// The line on the dantrolene of the site, with the step that calls for it.
fn dantrolene(lesson: Lesson, props: &ViewProps, panel: &Panel, steps: &Steps) -> Html {
    let asked = steps.now().is_some_and(|step| mobilises(lesson.edition, step.card.rule.id));
    let view = asked.then(|| stock_of_case(lesson.edition, &props.session, panel)).flatten();
    view.map_or_else(Html::default, |view| {
        html! {
            <p class="wall-stock" data-role="stock" data-short={view.short.to_string()}>
                { glyph(if view.short { Icon::Warning } else { Icon::Info }) }<span>{ &view.aloud }</span>
            </p>
        }
    })
}
