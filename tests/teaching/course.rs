//! The course: what is drawn is what was answered, against the thresholds of the rule set.

use nms_advisor::engine::assessment::Scope;
use nms_advisor::guideline::NMS;
use nms_advisor::session::Entry;
use nms_advisor::teaching::course::{of_log, of_stages};
use nms_advisor::teaching::library::bundled;
use nms_advisor::teaching::log::{At, Log, What};

use crate::support::key;

#[test]
fn a_value_is_drawn_where_it_was_known_with_the_thresholds_around_it() {
    let case = bundled(&NMS, "above-41-1").unwrap();
    let course = of_stages(&NMS, &case.stages[..3], Scope::All);
    assert_eq!(course.points.iter().map(|point| point.minutes).collect::<Vec<_>>(), [0, 8, 40]);
    let chart = |id: &str| course.charts.iter().find(|chart| chart.index == key(id));
    let temperature = chart("temperature").unwrap();
    let values: Vec<f64> = temperature.values.iter().flatten().map(|(value, _)| *value).collect();
    assert_eq!(values, [40.6, 41.3, 39.8]);
    let limits: Vec<&str> = temperature.limits.iter().map(|(_, text)| text.as_str()).collect();
    assert!(limits.contains(&"41.1\u{a0}°C") && limits.contains(&"40\u{a0}°C"), "{limits:?}");
    for (value, text) in temperature.values.iter().flatten().chain(&temperature.limits) {
        assert!(temperature.range.0 < *value && *value < temperature.range.1, "{text} is drawn inside");
    }
    assert_eq!(chart("creatineKinase").unwrap().values.iter().filter(|value| value.is_some()).count(), 1);
    assert!(chart("heartRate").is_none(), "what was never measured is not drawn");
    let new: Vec<&str> = course.points[1].news.lines.iter().map(|(id, _)| *id).collect();
    assert!(new.contains(&"intubate-and-ventilate"), "{new:?}");
}

#[test]
fn answers_within_a_minute_are_one_point_of_a_run() {
    let mut log = Log::default();
    log.push(At(0), What::Started);
    let mut answer = |seconds: i64, id: &str, text: &str| {
        assert!(log.push(At(seconds * 1_000), What::Answered(key(id), Entry { text: text.into(), unit: Some(0) })));
    };
    answer(1, "temperature", "39");
    answer(30, "creatineKinase", "4000");
    answer(300, "temperature", "41.5");
    let course = of_log(&NMS, &log, Scope::All);
    assert_eq!(course.points.iter().map(|point| point.minutes).collect::<Vec<_>>(), [0, 5]);
    let kinase = course.charts.iter().find(|chart| chart.index == key("creatineKinase")).unwrap();
    assert!(kinase.values.iter().all(Option::is_some), "what is known stays known");
}

#[test]
fn an_unusable_answer_is_not_drawn() {
    let mut log = Log::default();
    log.push(At(0), What::Started);
    log.push(At(0), What::Answered(key("temperature"), Entry { text: "420".into(), unit: Some(0) }));
    assert!(of_log(&NMS, &log, Scope::All).charts.is_empty());
}
