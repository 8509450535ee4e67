//! How far a learner is: what is kept of a case comes back, whatever it is, and fits into what a platform keeps.

use std::rc::Rc;

use nms_advisor::engine::assessment::Scope;
use nms_advisor::guideline::NMS;
use nms_advisor::session::{Edit, Session};
use nms_advisor::teaching::commit::{Commitment, choices};
use nms_advisor::teaching::library::{CASES, bundled, id_of};
use nms_advisor::teaching::log::At;
use nms_advisor::teaching::milestone::{case_named, road_done};
use nms_advisor::teaching::progress::{MOST, of, read, write};
use nms_advisor::teaching::room::{Act, Mode, Room};
use nms_advisor::teaching::staged::{MOST_STAGES, Stage, StagedCase};
use nms_advisor::wording::room::Lesson;

const NOW: At = At(1_764_168_000_123);

fn lesson() -> Lesson {
    (&NMS).into()
}

/// A room after acts, with what they do to the answers.
pub(crate) fn after(acts: impl IntoIterator<Item = Act>) -> (Room, Session) {
    let (mut room, mut session) = (Room::default(), Session::default());
    for act in acts {
        let (next, edits) = room.act(&NMS, &session, act, NOW);
        room = next;
        for edit in edits {
            session = session.reduce(&NMS, edit);
        }
    }
    (room, session)
}

pub(crate) fn made(actions: [&str; 3], reason: &str) -> Commitment {
    Commitment { grade: "severe".into(), actions: actions.map(String::from), reason: reason.into() }
}

pub(crate) fn opened(id: &str) -> Act {
    Act::Open(Rc::new(bundled(&NMS, id).unwrap()), Vec::new())
}

/// The three actions with the longest ids.
fn longest() -> [&'static str; 3] {
    let mut ids: Vec<&str> = choices(&NMS).map(|rule| rule.id).collect();
    ids.sort_by_key(|id| std::cmp::Reverse(id.len()));
    [ids[0], ids[1], ids[2]]
}

/// A room in which every stage of a case was answered at length and compared.
fn at_length(case: StagedCase, reason: &str) -> Room {
    let stages = case.stages.len();
    let each = |stage| [Act::Stage(stage), Act::Commit(made(longest(), reason)), Act::Reveal(true)];
    after(std::iter::once(Act::Open(Rc::new(case), Vec::new())).chain((0..stages).flat_map(each))).0
}

fn resumed(open: Option<&Rc<StagedCase>>, text: &str) -> (Room, Session) {
    let read = read(lesson(), open, text).unwrap();
    after([Act::Resume(Box::new(read))])
}

#[test]
fn every_bundled_case_knows_its_own_id() {
    for (id, _) in CASES {
        assert_eq!(id_of(&NMS, &bundled(&NMS, id).unwrap()), Some(*id));
    }
    let other = StagedCase { source: "mine".into(), ..bundled(&NMS, "kidneys").unwrap() };
    assert_eq!(id_of(&NMS, &other), None, "a case that was changed is another one");
}

#[test]
fn what_is_kept_in_mid_case_comes_back() {
    let reason = "Hot.\nStiff \\ and \\n sweating, 高熱 \u{1f321} \r\n";
    let (room, _) = after([
        opened("above-41-1"),
        Act::Commit(made(["cool-externally", "", "give-benzodiazepine"], reason)),
        Act::Reveal(true),
        Act::Stage(1),
        Act::Commit(Commitment { grade: "mild".into(), ..Commitment::default() }),
    ]);
    let text = write(lesson(), &room);
    let (back, session) = resumed(None, &text);
    assert_eq!((back.stage, back.mode), (1, Mode::Case));
    assert_eq!(back.commitments[&0].reason, "Hot.\nStiff \\ and \\n sweating, 高熱 \u{1f321}");
    assert_eq!(back.commitments[&0].actions, room.commitments[&0].actions);
    assert_eq!(back.commitments[&1], room.commitments[&1]);
    assert_eq!((&back.revealed, back.faced[&0].at), (&room.revealed, NOW));
    assert_eq!(session.entries, back.case.as_ref().unwrap().stages[1].entries, "the answers are those of the stage");
    assert!(back.replaced.is_none(), "nothing of the reader's own gave way");
    assert_eq!(write(lesson(), &back), text, "and is kept as it was");
}

#[test]
fn answers_of_the_reader_that_give_way_to_a_case_can_be_brought_back() {
    let text = write(lesson(), &after([opened("kidneys")]).0);
    let session = Session::default().reduce(&NMS, Edit::Answer(NMS.find("heartRate").unwrap(), "140".into()));
    let read = read(lesson(), None, &text).unwrap();
    let (room, _) = Room::default().act(&NMS, &session, Act::Resume(Box::new(read)), NOW);
    assert!(room.replaced.is_some());
}

#[test]
fn the_longest_answers_of_every_case_fit_by_any_count() {
    let words =
        ["because ".repeat(600), "高熱と筋強剛。".repeat(300), "\u{1f321}\u{fe0f}".repeat(700), "hot\\\n".repeat(800)];
    let mut cases: Vec<StagedCase> = CASES.iter().map(|(id, _)| bundled(&NMS, id).unwrap()).collect();
    // no case can be longer
    let stage = Stage { title: "A".into(), ..Stage::default() };
    cases.push(StagedCase { title: "Long".into(), stages: vec![stage; MOST_STAGES], ..StagedCase::default() });
    for case in cases {
        for reason in &words {
            let room = at_length(case.clone(), reason);
            let text = write(lesson(), &room);
            let counts = [text.len(), text.chars().count(), text.encode_utf16().count()];
            assert!(counts.iter().all(|count| *count <= MOST), "{}: {counts:?}", case.title);
            assert!(text.len() > MOST - 200, "{}: what fits is kept: {}", case.title, text.len());
            let (back, _) = resumed(room.case.as_ref().filter(|_| case.title == "Long"), &text);
            assert_eq!(back.commitments.len(), case.stages.len(), "{}", case.title);
            for (stage, made) in &back.commitments {
                assert_eq!(made.actions, longest().map(String::from), "{} {stage}: no id is cut", case.title);
                let begins = made.reason.strip_suffix('…').expect("it says that it was cut").trim_end();
                assert!(begins.len() > 20 && room.commitments[stage].reason.starts_with(begins), "{begins:?}");
            }
        }
    }
}

#[test]
fn short_reasons_are_whole_beside_a_long_one() {
    let mut acts = vec![opened("haloperidol"), Act::Commit(made(longest(), &"long ".repeat(2_000))), Act::Stage(1)];
    acts.push(Act::Commit(made(longest(), "A short one.")));
    let (back, _) = resumed(None, &write(lesson(), &after(acts).0));
    assert_eq!(back.commitments[&1].reason, "A short one.");
    assert!(back.commitments[&0].reason.len() > 3_000);
}

#[test]
fn a_case_from_a_file_is_not_in_the_text_and_has_to_be_open() {
    let case = StagedCase { title: "My own patient".into(), ..bundled(&NMS, "kidneys").unwrap() };
    let (room, _) = after([Act::Open(Rc::new(case), Vec::new()), Act::Stage(1)]);
    let text = write(lesson(), &room);
    assert!(text.starts_with("nms-progress 1 own-") && !text.contains("patient"), "{text}");
    assert_eq!(resumed(room.case.as_ref(), &text).0.stage, 1);
    for open in [None, Some(Rc::new(bundled(&NMS, "kidneys").unwrap()))] {
        assert!(read(lesson(), open.as_ref(), &text).unwrap_err().contains("Open that file first"));
    }
}

#[test]
fn a_text_that_is_none_changes_nothing_and_says_so() {
    for text in ["", "nms-progress 2 kidneys 0", "{\"a\":1}", "nms-progress 1", "kidneys", "\u{0}\u{fffd}"] {
        assert_eq!(
            read(lesson(), None, text).unwrap_err(),
            "This text is not the saved progress of a case, so nothing was changed."
        );
    }
    assert!(read(lesson(), None, "nms-progress 1 nobody 0").unwrap_err().contains("“nobody”"));
}

#[test]
fn what_is_not_known_any_more_is_left_out_and_said() {
    let text = "nms-progress 1 haloperidol 99\n0 shown 5 severe cool-externally,gone-since,- Why\n77 hidden - - -,-,-\n1 hidden - worst -,-,-\n1 hidden - mild -,-,- fine";
    let found = read(lesson(), None, text).unwrap();
    assert_eq!(found.progress.visits.len(), 2);
    assert_eq!(found.progress.here, 1, "the last stage that is there");
    assert_eq!(found.problems.len(), 4, "{:?}", found.problems);
    assert!(found.problems[0].contains("“gone-since”") && found.problems[1].starts_with("Line 3"));
    let (room, _) = after([Act::Resume(Box::new(found))]);
    assert_eq!(room.problems.len(), 4, "the room says it too");
}

#[test]
fn the_road_is_kept_stage_by_stage_and_comes_back_as_it_was_taken() {
    let mut roads = Vec::new();
    for first in ["cool-externally", "discontinue-dopamine-antagonists"] {
        let mut acts = vec![opened("haloperidol"), Act::Commit(made([first, "", ""], ""))];
        while let Some(next) = after(acts.clone()).0.beside(true) {
            acts.push(Act::Stage(next));
        }
        let (room, _) = after(acts);
        let visits: Vec<usize> = of(&room).visits.iter().map(|visit| visit.stage).collect();
        assert_eq!(visits, room.road(), "{first}: the stages that were told");
        let (back, _) = resumed(None, &write(lesson(), &room));
        assert_eq!((back.road(), &back.legs), (room.road(), &room.legs), "{first}: with its turns");
        roads.push(visits);
    }
    assert_ne!(roads[0], roads[1], "what was committed to decides");
    assert_eq!(write(lesson(), &Room::default()), "", "without a case there is nothing");
}

#[test]
fn a_stage_is_told_by_its_place_on_the_road_and_the_case_by_its_longest_road() {
    let answer = || [Act::Commit(made(["cool-externally", "", ""], "")), Act::Reveal(true)];
    let mut acts = vec![opened("haloperidol")];
    acts.extend(answer());
    while let Some(next) = after(acts.clone()).0.beside(true) {
        acts.push(Act::Stage(next));
        acts.extend(answer());
    }
    let (room, _) = after(acts);
    assert!(room.road().last() > Some(&room.road().len()), "the road leaves stages of the file out");
    let done = road_done(lesson(), &room, Scope::All);
    let places: Vec<usize> = done.iter().map(|stage| stage.place).collect();
    assert_eq!(places, (0..room.road().len()).collect::<Vec<_>>());
    let last: Vec<bool> = done.iter().map(|stage| stage.last).collect();
    assert_eq!(last, places.iter().map(|place| place + 1 == places.len()).collect::<Vec<_>>(), "only the end is");
    assert_eq!(case_named(lesson(), &room).stages, places.len());
    // going back and on by the other road leaves the stage of the first out
    let (room, _) = after([opened("haloperidol")]);
    assert!(road_done(lesson(), &room, Scope::All).is_empty());
}

#[test]
fn what_was_answered_further_on_is_kept_when_a_learner_goes_back() {
    let answer = |reason: &str| [Act::Commit(made(["cool-externally", "", ""], reason)), Act::Reveal(true)];
    let mut acts = vec![opened("haloperidol")];
    acts.extend(answer("first"));
    acts.push(Act::Stage(1));
    acts.extend(answer("second"));
    acts.push(Act::Stage(2));
    acts.extend(answer("third"));
    acts.push(Act::Stage(0));
    let (room, _) = after(acts);
    assert_eq!(room.road(), [0], "the road ends where the learner is");
    let text = write(lesson(), &room);
    let (back, _) = resumed(None, &text);
    assert_eq!((back.stage, back.road()), (0, vec![0]));
    let reasons: Vec<&str> = back.commitments.values().map(|made| made.reason.as_str()).collect();
    assert_eq!(reasons, ["first", "second", "third"]);
    assert_eq!((&back.revealed, back.faced.len()), (&room.revealed, 3));
    assert_eq!(write(lesson(), &back), text, "and is kept as it was");
}

#[test]
fn an_answer_that_was_changed_beside_the_plan_was_not_compared() {
    let first = made(["cool-externally", "", ""], "why");
    let compared = [opened("haloperidol"), Act::Commit(first.clone()), Act::Reveal(true)];
    let copied = made(["discontinue-dopamine-antagonists", "", ""], "why");
    let (room, _) = after(compared.clone().into_iter().chain([Act::Commit(copied)]));
    let (back, _) = resumed(None, &write(lesson(), &room));
    assert!(back.faced.is_empty(), "the plan that was copied is no answer");
    let (again, _) = back.act(&NMS, &Session::default(), Act::Reveal(false), NOW);
    let (again, _) = again.act(&NMS, &Session::default(), Act::Reveal(true), NOW);
    assert_eq!(again.faced.len(), 1, "compared anew it is one");
    let reworded = Commitment { reason: "because".into(), ..first };
    let (room, _) = after(compared.into_iter().chain([Act::Commit(reworded)]));
    assert_eq!(resumed(None, &write(lesson(), &room)).0.faced.len(), 1, "another reason changes no answer");
}
