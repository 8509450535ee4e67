//! What goes on by itself: the clock of the run and its reminders. Both read the one clock anew each second, so they are
//! right again after the machine slept.

use gloo_timers::callback::Interval;
use yew::prelude::*;

use crate::teaching::clock;
use crate::teaching::log::{At, Reminder};
use crate::teaching::room::Act;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_lesson;
use crate::widget::seminar::podium::now;
use crate::wording::room::Time;

const EACH_MS: u32 = 1_000;
/// A reminder that is this late is marked as late, in seconds.
const LATE: i64 = 120;

/// The moment, told again each second while it is needed.
#[hook]
fn use_now(goes_on: bool) -> At {
    let moment = use_state_eq(now);
    {
        let moment = moment.setter();
        use_effect_with(goes_on, move |goes_on| {
            let interval = goes_on.then(|| Interval::new(EACH_MS, move || moment.set(now())));
            move || drop(interval)
        });
    }
    *moment
}

/// The time of day.
#[must_use]
pub fn time_of_day(at: At) -> String {
    if !cfg!(target_arch = "wasm32") {
        // drawn without a browser there is no time zone
        return clock(at.seconds_since(At::default()) / 60);
    }
    #[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 are far below 2^53")]
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(at.0 as f64));
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// Properties of [`Clock`].
#[derive(Clone, PartialEq, Properties)]
pub struct ClockProps {
    /// When it began.
    pub started: At,
    /// When it was stopped.
    pub ended: Option<At>,
}

/// The time since the run began.
#[component]
pub fn Clock(props: &ClockProps) -> Html {
    let told = &use_lesson().room.time;
    let moment = use_now(props.ended.is_none());
    let seconds = props.ended.unwrap_or(moment).seconds_since(props.started).max(0);
    html! {
        <span class="clock" role="timer" aria-live="off" data-role="clock">
            <span class="vh">{ told.since_start }</span>{ clock(seconds) }
        </span>
    }
}

/// Properties of [`Reminders`].
#[derive(Clone, PartialEq, Properties)]
pub struct RemindersProps {
    /// What is due when.
    pub reminders: Vec<Reminder>,
    /// Takes the acts; `None` where there is nothing to touch.
    #[prop_or_default]
    pub on_act: Option<Callback<Act>>,
}

/// The reminders, the one that is due first at the front; said once when it is due.
#[component]
pub fn Reminders(props: &RemindersProps) -> Html {
    let told = &use_lesson().room.time;
    let moment = use_now(!props.reminders.is_empty());
    let due = props.reminders.iter().filter(|reminder| reminder.due <= moment).count();
    html! {
        <>
            <ul class="reminders" data-role="reminders">
                { for props.reminders.iter().map(|reminder| one(told, reminder, moment, props.on_act.as_ref())) }
            </ul>
            <p class="vh" aria-live="assertive">{ if due > 0 { told.due } else { "" } }</p>
        </>
    }
}

fn one(told: &'static Time, reminder: &Reminder, moment: At, on_act: Option<&Callback<Act>>) -> Html {
    let left = reminder.due.seconds_since(moment);
    let (state, text) = match left {
        1.. => ("ahead", told.look_again(&clock(left))),
        _ if left > -LATE => ("due", told.due_now.to_string()),
        _ => ("late", told.due_ago(&clock(-left))),
    };
    let event = reminder.event;
    html! {
        <li key={event} data-state={state}>
            { glyph(Icon::Later) }
            <span>{ text }</span>
            if let Some(on_act) = on_act.cloned() {
                <button type="button" class="link" onclick={move |_: MouseEvent| on_act.emit(Act::TakeBack(event))}>
                    { told.seen }<span class="vh">{ told.seen_what(&reminder.minutes) }</span>
                </button>
            }
        </li>
    }
}
