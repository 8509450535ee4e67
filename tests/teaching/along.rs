//! Along a road in the room: what is committed to, or ticked in time, decides; going back takes another road; a draft makes
//! forks.

use std::rc::Rc;

use nms_advisor::guideline::NMS;
use nms_advisor::session::Session;
use nms_advisor::teaching::commit::Commitment;
use nms_advisor::teaching::draft::{Draft, DraftEdit, WayEdit};
use nms_advisor::teaching::fork::{self, Kind};
use nms_advisor::teaching::forks::{Rest, forks, why_here};
use nms_advisor::teaching::log::{At, Reason};
use nms_advisor::teaching::room::{Act, Room};
use nms_advisor::teaching::staged::{read, write};

use crate::road::{FORKED, forked};

const STOP: &str = "discontinue-dopamine-antagonists";
const COOL: &str = "cool-externally";

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
    assert_eq!(
        forks(&NMS, &held.room)[0].because,
        ["“Cool now: strip, mist and fan, cold fluid, ice”: done at 10:00 of the case"]
    );
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

#[test]
fn what_was_ticked_in_a_run_that_ended_still_counts() {
    let mut held = Held::forked();
    held.act(Act::Start);
    assert_eq!(held.room.beside(true), Some(2), "nothing was done yet");
    held.now += 60;
    held.act(Act::Tick(COOL));
    held.act(Act::End);
    assert_eq!(held.room.beside(true), Some(1), "the end of a run takes nothing back");
    held.next();
    assert!(forks(&NMS, &held.room)[0].because[0].contains("done at 1:00"), "{:?}", forks(&NMS, &held.room)[0].because);
}
