//! The course of a case: measured values over time with the thresholds of the rule set, and what the plan was at each time.

use crate::engine::assessment::{Assessment, Scope};
use crate::engine::decimal::Decimal;
use crate::engine::describe::{self, unit_label};
use crate::engine::finding::{FindingIndex, Value};
use crate::engine::threshold::thresholds;
use crate::panel::news::{News, news};
use crate::teaching::assessed;
use crate::teaching::log::{Log, What};
use crate::teaching::staged::Stage;
use crate::wording::room::Lesson;

/// What is drawn, if it was measured.
const DRAWN: [&str; 5] = ["temperature", "creatineKinase", "creatinine", "potassium", "heartRate"];
/// Answers within this time are one point: a set of results is typed one after the other.
const SAME_POINT_SECONDS: i64 = 60;

/// The course.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// Every point in time.
    pub points: Vec<Point>,
    /// One chart for each value that was measured at least once.
    pub charts: Vec<Chart>,
}

/// One point in time.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Minutes since the first.
    pub minutes: i64,
    /// Its name.
    pub title: String,
    /// The assessment with what was known.
    pub assessment: Assessment,
    /// What is different from the point before.
    pub news: News,
}

/// One measured value over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Which.
    pub index: FindingIndex,
    /// Its name.
    pub label: &'static str,
    /// What was measured at each point of the course, with its text; `None` where it was not known.
    pub values: Vec<Option<(f64, String)>>,
    /// Thresholds within what is drawn.
    pub limits: Vec<(f64, String)>,
    /// The lowest and the highest value that is drawn, in stored units.
    pub range: (f64, f64),
}

/// A time with the answers known by then.
struct Moment<'a> {
    minutes: i64,
    title: String,
    entries: &'a std::collections::BTreeMap<FindingIndex, crate::session::Entry>,
}

/// The course of the stages of a case.
#[must_use]
pub fn of_stages(lesson: impl Into<Lesson>, stages: &[Stage], scope: Scope) -> Course {
    let moments = stages.iter().map(|stage| Moment {
        minutes: i64::from(stage.minutes),
        title: stage.title.clone(),
        entries: &stage.entries,
    });
    course(lesson.into(), &moments.collect::<Vec<_>>(), scope)
}

/// The course of a run: a point each time that answers came in.
#[must_use]
pub fn of_log(lesson: impl Into<Lesson>, log: &Log, scope: Scope) -> Course {
    let lesson = lesson.into();
    let Some(started) = log.state().started else { return Course::default() };
    let mut states: Vec<(i64, crate::teaching::log::State)> = Vec::new();
    for (position, event) in log.events().iter().enumerate() {
        if matches!(event.what, What::Answered(..)) {
            let seconds = event.at.seconds_since(started);
            let state = log.state_after(position + 1);
            match states.last_mut() {
                Some(last) if seconds - last.0 < SAME_POINT_SECONDS => last.1 = state,
                Some(_) | None => states.push((seconds, state)),
            }
        }
    }
    let moments = states.iter().map(|(seconds, state)| Moment {
        minutes: seconds / 60,
        title: lesson.room.time.minutes(&(seconds / 60)),
        entries: &state.entries,
    });
    course(lesson, &moments.collect::<Vec<_>>(), scope)
}

fn course(lesson: Lesson, moments: &[Moment<'_>], scope: Scope) -> Course {
    let rules = lesson.edition.rules;
    let mut points: Vec<Point> = Vec::new();
    for moment in moments {
        let assessment = assessed(rules, moment.entries, scope);
        let changed = points
            .last()
            .map(|before| news(lesson.edition.words, &before.assessment, &assessment, ""))
            .unwrap_or_default();
        points.push(Point { minutes: moment.minutes, title: moment.title.clone(), assessment, news: changed });
    }
    let drawn = DRAWN.iter().filter_map(|id| rules.find(id));
    let charts = drawn.filter_map(|index| chart(lesson, &points, index)).collect();
    Course { points, charts }
}

fn chart(lesson: Lesson, points: &[Point], index: FindingIndex) -> Option<Chart> {
    let rules = lesson.edition.rules;
    let number = |point: &Point| match point.assessment.answers.get(index) {
        Some(Value::Number(number)) => Some(number),
        _ => None,
    };
    let measured: Vec<Option<Decimal>> = points.iter().map(number).collect();
    let known = || measured.iter().flatten().copied();
    let (lowest, highest) = (known().min()?, known().max()?);
    let limits: Vec<Decimal> =
        thresholds(rules).into_iter().filter(|(read, _)| *read == index).map(|(_, limit)| limit).collect();
    // the nearest threshold on each side is drawn too: how far it is belongs to the picture
    let below = limits.iter().copied().filter(|limit| *limit <= lowest).max();
    let above = limits.iter().copied().filter(|limit| *limit >= highest).min();
    let (low, high) = (below.unwrap_or(lowest).min(lowest), above.unwrap_or(highest).max(highest));
    let room = ((high.to_f64() - low.to_f64()) * 0.12).max(high.to_f64().abs() * 0.01).max(0.1);
    let unit = unit_label(rules, index);
    let say = |value: Decimal| lesson.edition.words.format.quantity(value, unit);
    let mut shown: Vec<Decimal> = limits.into_iter().filter(|limit| *limit >= low && *limit <= high).collect();
    shown.sort_unstable();
    shown.dedup();
    Some(Chart {
        index,
        label: describe::label(rules, index),
        values: measured.iter().map(|value| value.map(|value| (value.to_f64(), say(value)))).collect(),
        limits: shown.into_iter().map(|limit| (limit.to_f64(), say(limit))).collect(),
        range: (low.to_f64() - room, high.to_f64() + room),
    })
}
