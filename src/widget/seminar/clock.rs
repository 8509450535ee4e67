//! What goes on by itself: the clock of the run and its reminders. Both read the one clock anew each second, so they are
//! right again after the machine slept; a computer whose clock is set back does not take time from a run.

use std::cell::Cell;

use gloo_timers::callback::Interval;
use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::teaching::clock;
use crate::teaching::log::{At, Marked, Reminder, State};
use crate::teaching::room::Act;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_lesson;
use crate::wording::room::Time;

const EACH_MS: u32 = 1_000;
/// A reminder that is this late is marked as late, in seconds.
const LATE: i64 = 120;

thread_local! {
    /// What was read last: the computer's clock and the one that only goes forward.
    static LAST: Cell<Option<(f64, f64)>> = const { Cell::new(None) };
    /// Milliseconds that the computer's clock was set back by.
    static SET_BACK: Cell<f64> = const { Cell::new(0.0) };
}

/// Less than this is the noise of two clocks.
const NOISE_MS: f64 = 500.0;

/// The moment, from the one clock of the room: never before one that was told.
#[must_use]
pub fn now() -> At {
    if !cfg!(target_arch = "wasm32") {
        // drawn without a browser there is no clock
        return At::default();
    }
    // the clock that only goes forward may stand still while the machine sleeps, so it serves only to find a step back
    let (wall, forward) = (js_sys::Date::now(), forward());
    if let (Some((wall_before, forward_before)), Some(forward)) = (LAST.get(), forward) {
        let lost = (forward - forward_before) - (wall - wall_before);
        if lost > NOISE_MS {
            SET_BACK.set(SET_BACK.get() + lost);
        }
    }
    LAST.set(forward.map(|forward| (wall, forward)));
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 are whole and far below 2^53")]
    let at = (wall + SET_BACK.get()) as i64;
    At(at)
}

/// The clock is at this moment or behind it, as something is known to have happened then.
pub fn not_before(at: At) {
    let behind = at.0.saturating_sub(now().0);
    if behind > 0 {
        #[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 are far below 2^53")]
        SET_BACK.set(SET_BACK.get() + behind as f64);
    }
}

/// Milliseconds of the page's own clock.
fn forward() -> Option<f64> {
    let performance = Reflect::get(&js_sys::global(), &"performance".into()).ok()?;
    let now = Reflect::get(&performance, &"now".into()).ok()?.dyn_into::<Function>().ok()?;
    now.call0(&performance).ok()?.as_f64()
}

/// The moment, told again each second while it is needed.
#[hook]
pub(super) fn use_now(goes_on: bool) -> At {
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

/// When a step was marked, as the clock of the run read.
#[must_use]
pub fn since(state: &State, marked: &Marked) -> String {
    clock(marked.at().seconds_since(state.started.unwrap_or(marked.entered)))
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

/// The day and the time of day, to the second, as a spreadsheet reads them.
#[must_use]
pub fn date_and_time(at: At) -> String {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds since 1970 are far below 2^53")]
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(at.0 as f64));
    let (year, month, day) = (date.get_full_year(), date.get_month() + 1, date.get_date());
    let (hours, minutes, seconds) = (date.get_hours(), date.get_minutes(), date.get_seconds());
    format!("{year}-{month:02}-{day:02} {hours:02}:{minutes:02}:{seconds:02}")
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
            <ul class="reminders" data-role="reminders" role="list">
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
