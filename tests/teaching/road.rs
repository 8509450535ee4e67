//! Cases that answer back: the ways through a case are read, checked and taken; what is written is read again as it is.

use std::rc::Rc;

use nms_advisor::guideline::NMS;
use nms_advisor::session::Session;
use nms_advisor::teaching::commit::Commitment;
use nms_advisor::teaching::draft::{Draft, DraftEdit, WayEdit};
use nms_advisor::teaching::fork::{self, Clause, Kind, MOST_WAYS, Step, Way};
use nms_advisor::teaching::forks::{Rest, forks, why_here};
use nms_advisor::teaching::library::all;
use nms_advisor::teaching::log::{At, Reason};
use nms_advisor::teaching::road::{As, Done, extent, road};
use nms_advisor::teaching::room::{Act, Room};
use nms_advisor::teaching::staged::{Stage, StagedCase, read, write};
use proptest::prelude::*;

const STOP: &str = "discontinue-dopamine-antagonists";
const COOL: &str = "cool-externally";
const TUBE: &str = "intubate-and-ventilate";

/// A case with a fork: cooled by ten minutes or not; the roads meet again.
const FORKED: &str = "NMS Advisor teaching case, version 1
title = Forked
stage = First
temperature = 40 {Cel}
next = better if cool-externally by 10
next = worse

stage = Falling
id = better
rests-on = sccm-heat-2025, times made up
minutes = 20
temperature = 39 {Cel}
next = after

stage = Rising
id = worse
rests-on = made up
minutes = 20
story = It got hotter.
temperature = 41 {Cel}

stage = Later
id = after
minutes = 60
temperature = 38 {Cel}
";

fn forked() -> StagedCase {
    let found = read(&NMS, FORKED);
    assert_eq!(found.problems, Vec::<String>::new());
    found.case
}

fn done(rule: &str, minutes: i64) -> Done {
    Done { rule: rule.into(), seconds: minutes * 60, as_: As::Ticked }
}

/// A case of these stages, each with its lines between semicolons.
fn case(stages: &[&str]) -> String {
    let stage =
        |(at, lines): (usize, &&str)| format!("stage = S{at}\nminutes = {}\n{}\n", at * 10, lines.replace("; ", "\n"));
    format!("NMS Advisor teaching case, version 1\n{}", stages.iter().enumerate().map(stage).collect::<String>())
}

fn problems(stages: &[&str]) -> Vec<String> {
    read(&NMS, &case(stages)).problems
}

#[test]
fn what_was_done_and_when_decides_the_road() {
    let case = forked();
    assert_eq!(road(&case, &[done(COOL, 10)]), [0, 1, 3], "by ten minutes includes the tenth");
    assert_eq!(road(&case, &[done(COOL, 11)]), [0, 2, 3], "too late");
    assert_eq!(road(&case, &[]), [0, 2, 3]);
    assert_eq!(road(&case, &[done(STOP, 1)]), [0, 2, 3], "something else was done");
    assert_eq!(extent(&case), (2, 3), "two roads of three stages");
    assert_eq!(road(&StagedCase::default(), &[]), Vec::<usize>::new());
}

#[test]
fn a_case_without_ways_goes_from_top_to_bottom_and_is_written_as_it_was() {
    for (id, text) in nms_advisor::teaching::library::CASES {
        let case = read(&NMS, text).case;
        if case.stages.iter().all(|stage| stage.ways.is_empty()) {
            assert_eq!(road(&case, &[done(COOL, 0)]), (0..case.stages.len()).collect::<Vec<_>>(), "{id}");
            assert_eq!(extent(&case), (1, case.stages.len()), "{id}");
            let written = write(&NMS, &case);
            assert!(["id =", "next =", "rests-on ="].iter().all(|new| !written.contains(new)), "{id}: {written}");
        }
    }
}

#[test]
fn steps_can_be_one_of_several_or_count_with_their_parts() {
    let next = |condition: &str, doing: &str| {
        let text = case(&[&format!("next = b if {condition}; next = c"), "id = b; next = end", "id = c"]);
        let found = read(&NMS, &text);
        assert_eq!(found.problems, Vec::<String>::new(), "{condition}");
        road(&found.case, &[done(doing, 5)])
    };
    let (yes, no) = (vec![0, 1], vec![0, 2]);
    assert_eq!(next("cool-externally/discontinue-dopamine-antagonists", STOP), yes);
    assert_eq!(next("not cool-externally / discontinue-dopamine-antagonists", STOP), no, "none of them");
    assert_eq!(next("emergency-sedation", TUBE), no, "a part alone is not the step");
    assert_eq!(next("emergency-sedation+", TUBE), yes, "unless parts count");
    assert_eq!(next("cool-externally by 5 minutes and not intubate-and-ventilate", COOL), yes);
    assert_eq!(next("cool-externally and intubate-and-ventilate by 9", COOL), no, "all conditions hold");
}

#[test]
fn a_fault_of_a_road_is_told_with_its_line_its_place_and_a_remedy() {
    let cases: &[(&[&str], &str)] = &[
        (&["next = b", "id = c"], "line 4: no stage has the short name “b”; write “id = b”"),
        (&["next = b if cool", "id = b"], "line 4: the rule set has no step “cool”; write"),
        (&["next = b if avoid-physical-restraint", "id = b"], "line 4: “avoid-physical-restraint” is not carried out"),
        (&["next = b if cool-externally by soon", "id = b"], "line 4: “soon” is no whole number of minutes"),
        (&["next = b cool-externally", "id = b"], "line 4: no way on can be read; write"),
        (&["next =", "id = b"], "line 4: no way on can be read; write"),
        (&["next = end", "id = b"], "line 5: no road leads to “S1”; let a way"),
        (&["id = a; next = a if cool-externally", ""], "line 5: it leads back to “a”, round without time passing"),
        (&["id = a", "next = a"], "line 7: it leads back to “a”"),
        (&["id = a", "id = a"], "line 5: a stage above has the short name “a” too; give"),
        (&["id = No", ""], "line 2: “No” is no short name; write"),
        (&["id = end", ""], "line 2: “end” is no short name"),
        (
            &["next = b if cool-externally by 5 and not cool-externally by 9", "id = b"],
            "line 4: its conditions exclude",
        ),
        (&["next = b; next = end if cool-externally", "id = b"], "line 5: a way above holds whenever this one does"),
        (
            &["next = b if cool-externally; next = end if cool-externally by 4", "id = b"],
            "line 5: a way above holds whenever",
        ),
    ];
    for (stages, start) in cases {
        let found = problems(stages);
        assert_eq!(found.len(), 1, "{start}: {found:#?}");
        assert!(found[0].starts_with(start), "{start}: {}", found[0]);
        assert!(found[0].contains(';'), "it says what to do: {}", found[0]);
    }
    let late = "NMS Advisor teaching case, version 1\nstage = A\nminutes = 30\nnext = b if cool-externally by 9\nstage = B\nid = b\n";
    assert!(read(&NMS, late).problems[0].starts_with("line 4: its time is over before the first stage"), "{late}");
    let many = vec!["next = b if cool-externally by 99"; MOST_WAYS + 1];
    let many = many.iter().enumerate().map(|(at, way)| way.replace("99", &(10 + at).to_string())).collect::<Vec<_>>();
    let found = problems(&[&many.join("; "), "id = b"]);
    assert!(found.iter().any(|line| line.contains("more than 6 ways on from one stage")), "{found:#?}");
    let steps = ["cool-externally"; 7].join("/");
    assert!(problems(&[&format!("next = b if {steps}"), "id = b"])[0].contains("more than 6 conditions, or steps"));
}

#[test]
fn what_is_faulty_is_left_out_and_the_story_still_opens() {
    let found = read(&NMS, &case(&["next = nowhere if cool-externally; next = c", "", "id = c"]));
    assert_eq!(found.problems.len(), 2, "the way, and the stage that nobody reaches: {:#?}", found.problems);
    assert_eq!((found.case.stages.len(), found.case.stages[0].ways.len()), (3, 1));
    assert_eq!(road(&found.case, &[done(COOL, 1)]), [0, 2]);
}

/// Who knows nothing of ways reads one line a fact: an unknown name is told with its line, and nothing else is lost.
#[test]
fn the_new_lines_are_lines_of_one_fact_under_a_name_of_their_own() {
    let text = write(&NMS, &forked());
    let linear: String = text
        .lines()
        .filter(|line| !["id =", "next =", "rests-on =", "checksum ="].iter().any(|new| line.starts_with(new)))
        .flat_map(|line| [line, "\n"])
        .collect();
    let found = read(&NMS, &linear);
    assert_eq!(found.problems, Vec::<String>::new());
    for (one, other) in found.case.stages.iter().zip(&forked().stages) {
        assert_eq!((&one.entries, one.minutes, &one.story), (&other.entries, other.minutes, &other.story));
    }
    for name in ["id", "next", "rests-on"] {
        assert!(NMS.find(name).is_none(), "an answer of this name would be taken for a line of the road");
    }
}

/// A room and its session.
#[derive(Default)]
struct Held {
    room: Room,
    session: Session,
    now: i64,
}

impl Held {
    fn act(&mut self, act: Act) {
        let (room, edits) = self.room.act(&NMS, &self.session, act, At(self.now * 1_000));
        self.room = room;
        for edit in edits {
            self.session = self.session.reduce(&NMS, edit);
        }
    }

    fn next(&mut self) {
        let to = self.room.beside(true).expect("there is a next stage");
        self.act(Act::Stage(to));
    }

    fn back(&mut self) {
        let to = self.room.beside(false).expect("there is a stage before");
        self.act(Act::Stage(to));
    }

    fn commit(&mut self, action: &str) {
        let actions = [action.to_string(), String::new(), String::new()];
        self.act(Act::Commit(Commitment { grade: "severe".into(), actions, reason: String::new() }));
    }

    fn forked() -> Self {
        let mut held = Self::default();
        held.act(Act::Open(Rc::new(forked()), Vec::new()));
        held
    }
}

#[test]
fn going_back_and_committing_otherwise_takes_another_road() {
    let mut held = Held::forked();
    assert!(held.room.is_fork());
    held.commit(COOL);
    held.next();
    assert_eq!((held.room.road(), held.room.ahead()), (vec![0, 1], vec![3]));
    assert!(why_here(&NMS, &held.room)[0].ends_with("committed to at “First”"), "{:?}", why_here(&NMS, &held.room));
    held.next();
    assert_eq!((held.room.road(), held.room.beside(true)), (vec![0, 1, 3], None));
    assert!(why_here(&NMS, &held.room).is_empty(), "nobody was asked there");
    held.back();
    assert_eq!(held.room.road(), [0, 1], "back along the road, not up the file");
    held.back();
    held.commit(STOP);
    held.next();
    assert_eq!((held.room.road(), held.session.text(NMS.find("temperature").unwrap())), (vec![0, 2], "41"));
    let told = forks(&NMS, &held.room);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].because, ["“Cool now: strip, mist and fan, cold fluid, ice”: not done"]);
    let ways: Vec<(&str, bool)> = told[0].ways.iter().map(|way| (way.condition.as_str(), way.taken)).collect();
    let asked = "“Cool now: strip, mist and fan, cold fluid, ice” done by 10\u{a0}min";
    assert_eq!(ways, [(asked, false), ("otherwise", true)]);
    let other = told[0].ways[0].to.as_ref().unwrap();
    assert_eq!((other.title.as_str(), other.minutes), ("Falling", 20));
    assert!(
        matches!(&other.rests_on[..], [Rest::Citation(row), Rest::Words(words)] if row.id == "sccm-heat-2025" && words == "times made up")
    );
}

#[test]
fn ticks_with_their_times_decide_while_a_run_goes_on() {
    let mut held = Held::forked();
    held.commit(COOL);
    held.now = 1_000;
    held.act(Act::Start);
    assert_eq!(held.room.beside(true), Some(2), "what was committed to before is not yet done");
    held.now += 9 * 60;
    held.act(Act::Skip(STOP, Reason::Decided));
    assert_eq!(held.room.due(At(held.now * 1_000)), None);
    assert_eq!(held.room.due(At((1_000 + 601) * 1_000)), None, "worse is no road of its own condition here");
    held.now += 90;
    held.act(Act::Tick(COOL));
    assert_eq!(held.room.beside(true), Some(2), "half a minute too late");
    let event = held.room.log.state().marked(COOL).unwrap().event;
    held.act(Act::Amend(event, At((1_000 + 600) * 1_000)));
    assert_eq!(held.room.beside(true), Some(1), "the amended time counts");
    held.next();
    assert_eq!(forks(&NMS, &held.room)[0].because, ["“Cool now: strip, mist and fan, cold fluid, ice”: done at 10:00"]);
    held.act(Act::Undo);
    held.act(Act::Undo);
    assert_eq!(held.room.road(), [0, 1], "what was taken stays taken until somebody goes back");
}

#[test]
fn a_stage_is_due_by_what_was_not_done_and_by_its_minutes_and_changes_nothing_by_itself() {
    let text = FORKED
        .replace("next = better if cool-externally by 10\nnext = worse", "next = worse if not cool-externally by 10");
    let mut held = Held::default();
    held.act(Act::Open(Rc::new(read(&NMS, &text).case), Vec::new()));
    assert_eq!(held.room.due(At(9_000_000)), None, "no run, no clock");
    held.act(Act::Start);
    let at = |minutes: i64, seconds: i64| At((minutes * 60 + seconds) * 1_000);
    assert_eq!(held.room.due(at(10, 0)), None);
    let due = held.room.due(at(10, 1)).expect("not cooled by ten minutes");
    assert_eq!((due.to, due.way.is_some(), held.room.stage), (2, true, 0));
    held.now = 300;
    held.act(Act::Tick(COOL));
    assert_eq!(held.room.due(at(19, 59)), None);
    assert_eq!(held.room.due(at(20, 0)).map(|due| (due.to, due.way)), Some((1, None)), "its minutes have come");
    held.next();
    assert_eq!(held.room.case_seconds(at(5, 30)), 20 * 60 + 30, "the time of the case jumps with the story");
    held.back();
    assert_eq!(held.room.case_seconds(at(5, 30)), 30, "and is set back with it");
}

#[test]
fn a_draft_makes_a_fork_names_its_stages_and_keeps_the_names_together() {
    let mut draft = Draft::new("First findings", &std::collections::BTreeMap::new());
    let mut edit = |edit: DraftEdit| {
        draft.apply(&NMS, edit);
        draft.clone()
    };
    edit(DraftEdit::AddStage);
    edit(DraftEdit::StageTitle("Hotter, and worse!".into()));
    edit(DraftEdit::RestsOn("made up".into()));
    edit(DraftEdit::Select(0));
    edit(DraftEdit::Way(WayEdit::Add));
    let bare = edit(DraftEdit::Way(WayEdit::Add));
    assert_eq!(fork::check(&bare.case).iter().map(|fault| fault.kind).collect::<Vec<_>>(), [Kind::NoStage; 2]);
    edit(DraftEdit::Way(WayEdit::Remove(1)));
    edit(DraftEdit::Way(WayEdit::To(0, Some(1))));
    assert_eq!(fork::check(&draft.case).iter().map(|fault| fault.kind).collect::<Vec<_>>(), [Kind::Empty]);
    let mut edit = |edit: WayEdit| draft.apply(&NMS, DraftEdit::Way(edit));
    edit(WayEdit::Step(0, 0, 0, Some((COOL.into(), false))));
    edit(WayEdit::Step(0, 0, 1, Some((STOP.into(), false))));
    edit(WayEdit::Step(0, 0, 1, None));
    edit(WayEdit::By(0, 0, "10".into()));
    edit(WayEdit::AddPart(0));
    edit(WayEdit::RemovePart(0, 1));
    assert_eq!(fork::check(&draft.case), Vec::new());
    let text = write(&NMS, &draft.case);
    assert!(text.contains("next = hotter-and-worse if not cool-externally by 10\n"), "{text}");
    assert!(text.contains("id = hotter-and-worse\nrests-on = made up\n"), "{text}");
    assert_eq!(read(&NMS, &text).case, draft.case);
    draft.apply(&NMS, DraftEdit::Select(1));
    draft.apply(&NMS, DraftEdit::StageId("Worse".into()));
    assert_eq!((draft.case.stages[0].ways[0].to.as_str(), draft.case.stages[1].id.as_str()), ("worse", "worse"));
    draft.apply(&NMS, DraftEdit::StageId(String::new()));
    assert_eq!(draft.case.stages[1].id, "worse", "a name that a way needs stays");
    draft.apply(&NMS, DraftEdit::RemoveStage);
    assert!(draft.case.stages[0].ways.is_empty(), "a way to a stage that is gone goes with it");
    draft.apply(&NMS, DraftEdit::Undo);
    assert_eq!((draft.case.stages.len(), draft.case.stages[0].ways.len()), (2, 1), "and comes back with it");
}

/// Each bundled case can be gone through: the gate of what is compiled in.
#[test]
fn the_ways_of_the_bundled_cases_are_whole_and_rest_on_something() {
    let forked = all(&NMS).into_iter().filter(|(_, case)| extent(case).0 > 1).collect::<Vec<_>>();
    assert!(forked.len() >= 6, "six cases answer back");
    for (id, case) in forked {
        assert_eq!(fork::check(&case), Vec::new(), "{id}");
        for stage in case.stages.iter().filter(|stage| !stage.id.is_empty()) {
            let rests = stage.rests_on.split(',').map(str::trim);
            for rest in rests {
                let known = rest.ends_with("made up") || NMS.citations.iter().any(|row| row.id == rest);
                assert!(known, "{id}, {}: “{rest}” is neither a citation nor said to be made up", stage.title);
            }
        }
    }
}

fn name() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("worse"), Just("better"), Just("a-1"), Just("after"), Just("end"), Just("later")]
}

fn clause() -> impl Strategy<Value = Clause> {
    let ids = vec![COOL, STOP, TUBE, "emergency-sedation", "treat-hyperkalaemia", "consider-dantrolene"];
    let step = (proptest::sample::select(ids), any::<bool>());
    (any::<bool>(), proptest::collection::vec(step, 1..4), proptest::option::of(0_u32..100)).prop_map(
        |(done, steps, by)| {
            let steps = steps.into_iter().map(|(id, parts)| Step::named(&NMS, id, parts).unwrap()).collect();
            Clause { done, steps, by }
        },
    )
}

fn drawn() -> impl Strategy<Value = StagedCase> {
    let way = (name(), proptest::collection::vec(clause(), 0..3)).prop_map(|(to, when)| Way { to: to.into(), when });
    let names = proptest::option::of(name().prop_filter("a stage", |name| *name != "end"));
    let stage = (names, 0_u32..30, proptest::collection::vec(way, 0..4), "[a-z ,-]{0,12}", "[A-Za-z]{1,9}");
    proptest::collection::vec(stage, 1..7).prop_map(|stages| {
        let mut minutes = 0;
        let stage = |(id, after, ways, rests_on, title): (Option<&str>, u32, Vec<Way>, String, String)| {
            minutes += after;
            let rests_on = rests_on.split_whitespace().collect::<Vec<_>>().join(" ");
            Stage { id: id.unwrap_or("").into(), minutes, ways, rests_on, title, ..Stage::default() }
        };
        StagedCase { title: "Drawn".into(), stages: stages.into_iter().map(stage).collect(), ..StagedCase::default() }
    })
}

proptest! {
    /// A case without a fault is read as it was written, and every road of it ends.
    #[test]
    fn what_is_written_is_read_again(case in drawn()) {
        let found = read(&NMS, &write(&NMS, &case));
        if fork::check(&case).is_empty() {
            prop_assert_eq!(&found.problems, &Vec::<String>::new());
            prop_assert_eq!(&found.case, &case);
        } else {
            prop_assert!(!found.problems.is_empty(), "a fault was read without a word");
        }
        // whatever was read has no way that leads nowhere
        let rest = fork::check(&found.case);
        prop_assert!(rest.iter().all(|fault| fault.kind == Kind::Unreachable), "{:?}", rest);
        let road = road(&found.case, &[done(COOL, 3)]);
        prop_assert!(road.is_sorted() && road.len() <= found.case.stages.len());
        prop_assert!(extent(&found.case).0 >= 1);
    }

    /// Whatever stands behind “next”, reading it ends.
    #[test]
    fn any_line_is_read_or_told(line in "(b|end|if|and|not|by|/|\\+|cool-externally|10|[ -~]| ){0,14}") {
        let _ = fork::read(&NMS, &line).map(|way| {
            let again = fork::read(&NMS, &fork::write(&way));
            assert_eq!(again, Ok(way), "{line}");
        });
    }
}
