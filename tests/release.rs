//! The age of a copy, and how it is told.
#![allow(clippy::unwrap_used, reason = "a test stops by panicking")]

use nms_advisor::engine::finding::Day;
use nms_advisor::guideline::NMS;
use nms_advisor::release::{Age, OLD_AFTER, Release};
use nms_advisor::wording::Edition;

fn built() -> Release {
    Release { version: "1.2.3", built: Day::parse("2026-11-26") }
}

fn after(days: i32) -> Option<Day> {
    built().built.map(|day| Day(day.0 + days))
}

#[test]
fn a_copy_is_old_from_its_day_on_and_no_day_earlier() {
    let built_on = built().built.unwrap();
    for (days, age) in [
        (0, Age::Current),
        (OLD_AFTER - 1, Age::Current),
        (OLD_AFTER, Age::Old { built: built_on, months: 12 }),
        (800, Age::Old { built: built_on, months: 26 }),
        // a clock of another part of the world is a day behind
        (-1, Age::Current),
        (-2, Age::ClockBehind(built_on)),
    ] {
        assert_eq!(built().age(after(days)), age, "{days} days after its build");
    }
    assert_eq!(built().old_from(), after(OLD_AFTER));
    let (early, late) = (Some(Day(i32::MIN)), Some(Day(i32::MAX)));
    assert_eq!(built().age(early), Age::ClockBehind(built_on));
    assert!(matches!(built().age(late), Age::Old { .. }));
}

#[test]
fn what_is_not_known_is_not_taken_for_young() {
    let unknown = Release { built: None, ..built() };
    assert_eq!((unknown.age(after(0)), built().age(None)), (Age::Unknown, Age::Unknown));
    assert_eq!((unknown.built_on(), unknown.old_from()), (None, None));
}

#[test]
fn a_copy_tells_versions_and_day_always_and_its_age_where_it_matters() {
    let edition = Edition::from(&NMS);
    let told = |days| built().told(edition, after(days));
    let young = format!("NMS Advisor 1.2.3, rule set {}. Built 2026-11-26.", NMS.version);
    assert_eq!(told(10), young);
    assert_eq!(told(400), format!("{young} This copy is 13 months old: look for a newer one before you rely on it."));
    assert!(told(-10).starts_with(&young) && told(-10).contains("clock of this device stands before 2026-11-26"));
    let unknown = Release { built: None, ..built() };
    assert_eq!(unknown.told(edition, after(400)), format!("NMS Advisor 1.2.3, rule set {}.", NMS.version));
}
