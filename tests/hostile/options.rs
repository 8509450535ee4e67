//! The options of an assessment: each is taken or said to be left out, and none breaks a limit.

use nms_advisor::answer::{Problem, Sent, shortened};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::guideline::NMS;
use nms_advisor::wire::{self, Options};
use serde_json::Value as Json;

use super::sent::{Entries, borrowed, call, reversed};

/// An adult of 70 kg for whom dantrolene is in the plan, so that a dose is worked out.
const ADULT: &str = "agents=[haloperidol]\nrigidity=severe\ntemperature=41.5\nmentalStatus=comatose\nheartRate=140\nageYears=40\nweight=70\ndantroleneFormulation=20mg-60ml\ndantroleneGiven24h=100";

pub(crate) fn check(text: &str) {
    let (mut entries, more) = call(text);
    // every line is an option here, with or without its mark
    entries.retain(|(key, _)| more.iter().all(|(other, _)| other != key));
    entries.extend(more);
    let (options, problems) = Options::read(borrowed(&entries));
    assert_eq!(
        (options, problems.clone()),
        Options::read(borrowed(&reversed(&entries))),
        "the order of the keys shows"
    );
    assert!(options.dose_per_kilogram.is_none_or(|dose| dose > Decimal::ZERO), "a dose of nothing");
    for (key, sent) in &entries {
        let shown = shortened(key);
        let said = |row: &Problem| row.finding.starts_with(&format!("options.{shown}")) && !row.problem.is_empty();
        let said = problems.iter().any(said);
        let alone = Options::read([(key.as_str(), sent.clone())]);
        // an option that says what holds anyway may be taken without a trace; any other leaves one or is reported
        let taken = alone.0 != Options::default() || is_default(key, sent);
        assert!(*sent == Sent::Nothing || taken != said, "{key:?}: {sent:?}: taken {taken}, said {said}");
    }
    let used: Entries = entries
        .iter()
        .filter(|(key, sent)| Options::read([(key.as_str(), sent.clone())]).1.is_empty())
        .cloned()
        .collect();
    assert_eq!(options, Options::read(borrowed(&used)).0, "what was left out changed something");
    no_dose_above_its_ceiling(&entries, problems.len());
}

fn is_default(key: &str, sent: &Sent) -> bool {
    let Sent::Text(text) = sent else { return false };
    matches!((key, text.as_str()), ("basis", "all") | ("verdicts", "shown") | ("lang", "en"))
}

fn no_dose_above_its_ceiling(options: &Entries, problems: usize) {
    let (patient, _) = call(ADULT);
    let json: Json = serde_json::to_value(wire::assess_sent(&NMS, borrowed(&patient), borrowed(options))).unwrap();
    assert_eq!(json["issues"].as_array().unwrap().len(), problems, "{}", json["issues"]);
    let volume = &json["dantroleneVolume"];
    if volume["state"] == "worked" {
        let (dose, total) = (volume["doseMg"].as_f64().unwrap(), volume["total24hMg"].as_f64().unwrap());
        assert!(dose > 0.0 && total >= dose && total <= volume["ceilingMg"].as_f64().unwrap(), "{volume}");
    }
}
