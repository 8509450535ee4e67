//! The bundled cases: readable without a problem, written as they were read, and each stage a vignette.

use std::collections::BTreeMap;

use nms_advisor::engine::assessment::Scope;
use nms_advisor::engine::rule::Grade;
use nms_advisor::guideline::NMS;
use nms_advisor::session::Session;
use nms_advisor::teaching::assessed;
use nms_advisor::teaching::library::{CASES, all, bundled, titles};
use nms_advisor::teaching::road::target;
use nms_advisor::teaching::staged::{Level, read, write};
use proptest::prelude::*;
use serde::Deserialize;

use crate::support::{advised, path, verdict};

/// What is expected of one stage.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    grade: String,
    suspicion: String,
    first: String,
    #[serde(default)]
    advised: Vec<String>,
    #[serde(default)]
    not_advised: Vec<String>,
    #[serde(default)]
    check_first: Vec<String>,
}

#[test]
fn each_stage_is_a_vignette() {
    let text = std::fs::read_to_string(path("tests/teaching/stages.toml")).unwrap();
    let expected: BTreeMap<String, Vec<Expected>> = toml::from_str(&text).unwrap();
    let ids: Vec<&str> = CASES.iter().map(|(id, _)| *id).collect();
    assert!(expected.keys().all(|id| ids.contains(&id.as_str())), "an expectation without a case");
    let mut wrong = Vec::new();
    for id in ids {
        let case = bundled(&NMS, id).unwrap();
        let stages = expected.get(id).unwrap_or_else(|| panic!("nothing is expected of {id}"));
        assert_eq!(stages.len(), case.stages.len(), "{id}: one expectation a stage");
        for (stage, expected) in case.stages.iter().zip(stages) {
            let result = assessed(&NMS, &stage.entries, Scope::All);
            let mut check = |what: &str, wanted: &str, got: &str| {
                if wanted != got {
                    wrong.push(format!("{id}, {}: {what}: expected {wanted}, got {got}", stage.title));
                }
            };
            check("grade", &expected.grade, result.severity.grade.map_or("none", Grade::id));
            check("suspicion", &expected.suspicion, result.suspicion.id());
            check("first", &expected.first, advised(&result).first().unwrap());
            for (rules, status) in [(&expected.advised, "advised"), (&expected.check_first, "check-first")] {
                for rule in rules {
                    check(rule, status, verdict(&result, rule).unwrap().status.id());
                }
            }
            for rule in &expected.not_advised {
                let got = verdict(&result, rule).unwrap().status.id();
                check(rule, "not advised", if got == "advised" { got } else { "not advised" });
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_bundled_cases_are_whole() {
    assert!(CASES.len() >= 16);
    for (id, text) in CASES {
        let found = read(&NMS, text);
        assert_eq!(found.problems, Vec::<String>::new(), "{id}");
        let case = found.case;
        assert!(case.stages.len() >= 2, "{id} unfolds");
        assert!(!case.objectives.is_empty() && !case.source.is_empty(), "{id}");
        for stage in &case.stages {
            assert!(!stage.title.is_empty() && stage.story.chars().count() > 20, "{id}: {}", stage.title);
            let reading = Session { entries: stage.entries.clone(), ..Session::default() }.read(&NMS);
            assert_eq!(reading.issues, [], "{id}, {}: every answer is usable", stage.title);
        }
        // a stage that changes nothing teaches nothing
        for (at, stage) in case.stages.iter().enumerate() {
            let named = stage.ways.iter().filter_map(|way| target(&case, at, way));
            let below = Some(at + 1).filter(|_| stage.ways.iter().all(|way| !way.when.is_empty()));
            for next in named.chain(below).filter_map(|to| case.stages.get(to)) {
                assert!(stage.entries != next.entries, "{id}: {} brings no answer", next.title);
                assert!(stage.minutes < next.minutes, "{id}: time goes on");
            }
        }
        assert_eq!(read(&NMS, &write(&NMS, &case)).case, case, "{id} is written as it was read");
    }
    let mut titles: Vec<&str> = titles().into_iter().map(|(_, title)| title).collect();
    let count = titles.len();
    titles.sort_unstable();
    titles.dedup();
    assert_eq!(titles.len(), count, "no two cases have the same title");
    assert!(titles.iter().all(|title| !title.is_empty()));
}

/// Words that name the drug or the diagnosis, beside the names of the rule set.
const GIVE_AWAY: [&str; 17] = [
    "neuroleptic",
    "malignant",
    "syndrome",
    "antipsychotic",
    "antiemetic",
    "antagonist",
    "dopamin",
    "depot",
    "injection",
    "withdrawal",
    "catatoni",
    "parkinson",
    "rhabdomyolysis",
    "coagulation",
    "clonus",
    "toxicity",
    "hyperthermia",
];
/// Words within the name of a look-alike that name nothing by themselves.
const PLAIN: [&str; 1] = ["fever"];

/// Every name of an agent or a look-alike in a text, whole or by one of its words.
fn given_away(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let agents = NMS.agents.iter().flat_map(|agent| std::iter::once(agent.id).chain(agent.brands.iter().copied()));
    let labels = NMS.beyond.look_alikes.iter().flat_map(|row| row.label.split(|sign: char| !sign.is_alphabetic()));
    let labels =
        labels.filter(|word| word.len() > 4).map(str::to_lowercase).filter(|word| !PLAIN.contains(&word.as_str()));
    let words: Vec<&str> = text.split(|sign: char| !sign.is_alphabetic()).collect();
    let names = agents.map(str::to_lowercase).chain(labels).filter(|name| {
        if name.contains([' ', '-']) { text.contains(name.as_str()) } else { words.contains(&name.as_str()) }
    });
    names.chain(GIVE_AWAY.iter().filter(|part| text.contains(**part)).map(ToString::to_string)).collect()
}

#[test]
fn no_card_of_a_case_gives_the_drug_or_the_diagnosis_away() {
    let cards = all(&NMS);
    assert_eq!(cards.len(), CASES.len());
    for (id, case) in &cards {
        let card = format!("{}. {}. {}.", case.title, case.setting, case.patient);
        assert_eq!(given_away(&card), Vec::<String>::new(), "{id}: {card}");
        assert!(!case.setting.is_empty() && !case.patient.is_empty(), "{id} says where and who");
        assert!(case.level.is_some() && case.duration.is_some(), "{id} says how hard and how long");
    }
    // what the search finds, where there is something to find
    for told in ["Hot after Haldol", "On an SSRI, with serotonin toxicity", "A depot cannot be stopped", "Heat stroke?"]
    {
        assert!(!given_away(told).is_empty(), "{told}");
    }
}

#[test]
fn what_cannot_be_read_of_a_case_is_said_with_its_line() {
    let text = "NMS Advisor teaching case, version 1\n\
        title = Mine\n\
        level = easy\n\
        duration = long\n\
        level = advanced\n\
        duration = 20\n\
        temperature = 39 {Cel}\n\
        stage = One\n\
        minutes = soon\n\
        temprature = 39 {Cel}\n\
        temperature = 39 {Cel}\n\
        nonsense\n\
        stage = Two\n\
        minutes = 30\n\
        today = tomorrow\n\
        temperature =\n";
    let found = read(&NMS, text);
    let starts: Vec<&str> = found.problems.iter().map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(
        starts,
        ["line 3", "line 4", "line 7", "line 9", "line 10", "line 12", "line 15"],
        "{:#?}",
        found.problems
    );
    assert_eq!((found.case.level, found.case.duration), (Some(Level::Advanced), Some(20)));
    let temperature = NMS.find("temperature").unwrap();
    assert!(found.case.stages[0].entries.contains_key(&temperature));
    assert!(!found.case.stages[1].entries.contains_key(&temperature), "an empty answer takes it back");
    assert_eq!(found.case.stages[1].minutes, 30);
}

#[test]
fn a_changed_file_is_noticed() {
    let case = bundled(&NMS, "haloperidol").unwrap();
    let text = write(&NMS, &case);
    assert_eq!(read(&NMS, &text).problems, Vec::<String>::new());
    let changed = text.replace("39.2", "36.2");
    assert_ne!(changed, text);
    assert!(read(&NMS, &changed).problems.iter().any(|line| line.contains("checksum")), "a changed number");
    assert!(!read(&NMS, "").problems.is_empty() && !read(&NMS, "hello").problems.is_empty());
}

proptest! {
    /// Whatever a file holds, reading it ends, and what was read is written and read again as it is.
    #[test]
    fn any_text_is_read_as_far_as_it_goes(lines in proptest::collection::vec(
        prop_oneof![
            "[ -~]{0,60}",
            Just("stage = Next".to_string()),
            Just("minutes = 90".to_string()),
            Just("temperature = 39,5 {Cel}".to_string()),
            Just("temperature =".to_string()),
            Just("rigidity = severe".to_string()),
            "note = [a-z =]{0,20}",
            "story = \\PC{0,30}",
        ], 0..40)) {
        let text = format!("NMS Advisor teaching case, version 1\n{}", lines.join("\n"));
        let found = read(&NMS, &text);
        prop_assert_eq!(found.case.stages.is_empty(), found.problems.iter().any(|line| line.contains("no stage")));
        let again = read(&NMS, &write(&NMS, &found.case)).case;
        prop_assert_eq!(again.stages.len(), found.case.stages.len());
        for (one, other) in again.stages.iter().zip(&found.case.stages) {
            let answers = |stage: &nms_advisor::teaching::staged::Stage| {
                Session { entries: stage.entries.clone(), ..Session::default() }.read(&NMS).findings
            };
            prop_assert_eq!(answers(one), answers(other));
            prop_assert_eq!(one.minutes, other.minutes);
        }
    }
}
