//! What a platform is told of a case and of a run: details of events, and statements for a learning record store.

use nms_advisor::engine::assessment::Scope;
use nms_advisor::guideline::NMS;
use nms_advisor::teaching::log::{At, Reason};
use nms_advisor::teaching::milestone::{case_named, stage_done, stages_done};
use nms_advisor::teaching::room::{Act, Mode, Room};
use nms_advisor::teaching::xapi::{NOWHERE, Verb, base, statements, timestamp};
use nms_advisor::wire::{milestone, xapi};
use nms_advisor::wording::room::Lesson;
use serde_json::{Value, json};

use super::progress::{after, made, opened};

const SECRET: &str = "Mrs Miller in bed nine";

fn lesson() -> Lesson {
    (&NMS).into()
}

/// Every stage of a case answered and compared.
fn studied() -> Room {
    let each = |stage| {
        let actions = ["discontinue-dopamine-antagonists", "give-benzodiazepine", ""];
        [Act::Stage(stage), Act::Commit(made(actions, SECRET)), Act::Reveal(true)]
    };
    after(std::iter::once(opened("above-41-1")).chain((0..2).flat_map(each))).0
}

fn of(room: &Room) -> Vec<Value> {
    let all = statements(lesson(), room, Scope::All, NOWHERE);
    let text = serde_json::to_value(xapi::statements(&NMS, NOWHERE, &all)).unwrap();
    text.as_array().unwrap().clone()
}

#[test]
fn a_stage_is_told_with_ids_and_without_a_score_or_a_word_of_the_learner() {
    let room = studied();
    let done = stage_done(lesson(), &room, Scope::All, 1).unwrap();
    let told = serde_json::to_value(milestone::stage(case_named(lesson(), &room), done)).unwrap();
    assert_eq!((&told["case"], &told["stage"]), (&json!("above-41-1"), &json!(2)));
    assert_eq!(told["committed"]["actions"], json!(["discontinue-dopamine-antagonists", "give-benzodiazepine"]));
    assert_eq!(told["matched"], json!(["discontinue-dopamine-antagonists"]));
    assert_eq!(told["other"], json!(["give-benzodiazepine"]));
    assert_eq!(told["missed"].as_array().unwrap().len(), 2);
    assert_eq!(told["plan"]["actions"].as_array().unwrap().len(), 3);
    assert_eq!(
        (&told["committed"]["grade"], &told["plan"]["grade"], &told["sameGrade"]),
        (&json!("severe"), &json!("severe"), &json!(true))
    );
    let text = told.to_string();
    assert!(!text.contains(SECRET) && !text.contains("score"), "{text}");
}

#[test]
fn only_what_was_committed_to_and_then_shown_counts() {
    let (room, _) = after([opened("above-41-1"), Act::Reveal(true)]);
    assert!(room.faced.is_empty(), "the plan alone");
    let (room, _) = after([opened("above-41-1"), Act::Commit(made(["cool-externally", "", ""], ""))]);
    assert!(room.faced.is_empty(), "the answer alone");
    let looked = Act::Reveal(true);
    let (room, _) = after([opened("above-41-1"), Act::Commit(made(["", "", ""], "x")), looked]);
    assert!(room.faced.is_empty(), "a grade without an action is no answer");
    let room = studied();
    let last: Vec<bool> = stages_done(lesson(), &room, Scope::All).iter().map(|stage| stage.last).collect();
    let stages = room.case.as_ref().unwrap().stages.len();
    assert_eq!(last, (1..=2).map(|stage| stage == stages).collect::<Vec<_>>());
}

#[test]
fn a_case_gives_an_answer_for_each_stage_and_its_end() {
    let mut acts = vec![opened("haloperidol")];
    let stages = studied_stages("haloperidol");
    for stage in 0..stages {
        acts.extend([Act::Stage(stage), Act::Commit(made(["cool-externally", "", ""], SECRET)), Act::Reveal(true)]);
    }
    let all = of(&after(acts).0);
    let verbs: Vec<&str> = all.iter().map(|one| one["verb"]["display"]["en"].as_str().unwrap()).collect();
    assert_eq!(verbs, [vec!["answered"; stages], vec!["completed"]].concat());
    let first = &all[0];
    assert_eq!(first["verb"]["id"], "http://adlnet.gov/expapi/verbs/answered");
    assert_eq!(first["object"]["id"], format!("{NOWHERE}case/haloperidol/stage/1"));
    assert_eq!(first["context"]["contextActivities"]["parent"][0]["id"], format!("{NOWHERE}case/haloperidol"));
    assert_eq!(first["actor"], json!({ "objectType": "Agent", "account": { "homePage": NOWHERE, "name": "learner" } }));
    assert_eq!(first["timestamp"], "2025-11-26T14:40:00.123Z");
    assert_eq!(first["result"]["response"], "severe; cool-externally");
    let text = Value::from(all.clone()).to_string();
    assert!(!text.contains(SECRET) && !text.contains("score") && !text.contains("success"), "{text}");
    let mut ids: Vec<&str> = all.iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert!(ids.iter().all(|id| id.len() == 36 && id.chars().nth(14) == Some('5')), "{ids:?}");
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all.len(), "each has an id of its own");
}

fn studied_stages(id: &str) -> usize {
    nms_advisor::teaching::library::bundled(&NMS, id).unwrap().stages.len()
}

#[test]
fn a_run_gives_its_steps_and_no_remark() {
    let cool = NMS.rule("cool-externally").unwrap().id;
    let stop = NMS.rule("discontinue-dopamine-antagonists").unwrap().id;
    let (room, _) = after([
        opened("above-41-1"),
        Act::Go(Mode::Run),
        Act::Start,
        Act::Tick(stop),
        Act::Skip(cool, Reason::Decided),
        Act::Remark(SECRET.into()),
        Act::End,
    ]);
    let all = of(&room);
    let told: Vec<(&str, &str)> = all
        .iter()
        .map(|one| {
            (one["verb"]["display"]["en"].as_str().unwrap(), one["result"]["response"].as_str().unwrap_or_default())
        })
        .collect();
    assert_eq!(told, [("attempted", ""), ("interacted", "done"), ("interacted", "decided"), ("completed", "")]);
    assert_eq!(all[1]["object"]["id"], format!("{NOWHERE}step/discontinue-dopamine-antagonists"));
    assert_eq!(all[1]["result"]["duration"], "PT0S");
    assert!(!Value::from(all).to_string().contains(SECRET));
}

#[test]
fn nothing_done_is_nothing_to_tell() {
    assert!(of(&Room::default()).is_empty());
    assert!(of(&after([opened("kidneys"), Act::Stage(1)]).0).is_empty());
}

#[test]
fn an_address_is_one_of_the_web_or_none() {
    assert_eq!(base("  ").as_deref(), Some(NOWHERE));
    assert_eq!(base("https://school.example/nms").as_deref(), Some("https://school.example/nms/"));
    assert_eq!(base("http://localhost:8080/").as_deref(), Some("http://localhost:8080/"));
    for wrong in [
        "school",
        "javascript:alert(1)",
        "https://",
        "https:///a",
        "https://a b/",
        "https://a/\"",
        "https://a/?q",
        "https://me@a/",
    ] {
        assert_eq!(base(wrong), None, "{wrong}");
    }
    assert_eq!(base(&format!("https://a/{}", "b".repeat(500))), None, "too long");
}

#[test]
fn a_moment_is_written_in_utc() {
    assert_eq!(timestamp(At(0)), "1970-01-01T00:00:00.000Z");
    assert_eq!(timestamp(At(-1)), "1969-12-31T23:59:59.999Z");
    assert_eq!(Verb::Completed.word(), "completed");
}
