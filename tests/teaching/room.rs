//! The room: a mark in the panel and a tick in the run are one thing; answers become events; nothing is lost on the way.

use std::rc::Rc;

use nms_advisor::guideline::NMS;
use nms_advisor::session::{Edit, Session};
use nms_advisor::teaching::draft::DraftEdit;
use nms_advisor::teaching::library::bundled;
use nms_advisor::teaching::log::{At, Reason, What};
use nms_advisor::teaching::room::{Act, By, Mode, Offer, Room};

/// A room and its session, as the page holds them.
#[derive(Default)]
struct Held {
    room: Room,
    session: Session,
    now: i64,
}

impl Held {
    fn act(&mut self, act: Act) {
        self.now += 1_000;
        let (room, edits) = self.room.act(&NMS, &self.session, act, At(self.now));
        self.room = room;
        for edit in edits {
            self.session = self.session.reduce(&NMS, edit);
        }
    }

    fn answer(&mut self, id: &str, text: &str) {
        self.session = self.session.reduce(&NMS, Edit::Answer(NMS.find(id).unwrap(), text.into()));
        self.now += 1_000;
        self.room.sync(&NMS, &self.session, At(self.now));
    }

    fn text(&self, id: &str) -> &str {
        self.session.text(NMS.find(id).unwrap())
    }

    fn open(id: &str) -> Self {
        let mut held = Self::default();
        held.act(Act::Open(Rc::new(bundled(&NMS, id).unwrap()), Vec::new()));
        held
    }
}

const STOP: &str = "discontinue-dopamine-antagonists";
const CARE: &str = "start-supportive-care";

#[test]
fn the_cases_can_be_looked_at_while_one_is_open() {
    let mut held = Held::open("above-41-1");
    held.act(Act::Library);
    assert!(held.room.mode == Mode::Cases && held.room.case.is_some(), "the case stays open");
    held.act(Act::Go(Mode::Case));
    assert!(held.room.mode == Mode::Case, "and is there again");
    held.act(Act::Library);
    held.act(Act::Open(Rc::new(bundled(&NMS, "kidneys").unwrap()), Vec::new()));
    assert!(held.room.mode == Mode::Case, "a case that is opened is in view");
}

#[test]
fn what_was_marked_together_is_taken_back_together() {
    let mut held = Held::open("above-41-1");
    held.act(Act::Stage(1));
    held.act(Act::Start);
    held.act(Act::Tick(STOP));
    held.act(Act::TickAll(vec!["emergency-sedation", "neuromuscular-paralysis", "intubate-and-ventilate"]));
    assert_eq!(held.room.log.state().rules().len(), 4);
    held.act(Act::Undo);
    assert_eq!(held.room.log.state().rules(), [STOP], "one press, one way back");
    held.act(Act::SkipAll(vec![CARE, "cool-externally"], Reason::Decided));
    held.act(Act::Timer(5));
    held.act(Act::Undo);
    assert_eq!(held.room.log.state().rules().len(), 3, "a reminder is one thing by itself");
    held.act(Act::Undo);
    held.act(Act::Undo);
    assert_eq!(held.room.log.state().rules(), Vec::<&str>::new());
}

#[test]
fn opening_a_case_shows_its_first_stage_and_the_next_one_brings_its_answers() {
    let mut held = Held::open("above-41-1");
    assert_eq!((held.room.mode, held.room.stage), (Mode::Case, 0));
    assert_eq!(held.text("temperature"), "40.6");
    held.act(Act::Stage(1));
    assert_eq!((held.room.stage, held.text("temperature"), held.text("mentalStatus")), (1, "41.3", "comatose"));
    held.act(Act::Stage(99));
    assert_eq!(held.room.stage, 1, "there is no such stage");
    held.act(Act::Reveal(true));
    assert!(held.room.is_revealed());
    held.act(Act::Stage(2));
    assert!(!held.room.is_revealed(), "each stage is revealed by itself");
}

#[test]
fn the_day_of_asking_is_that_of_the_case() {
    let held = Held::open("recovery-day-15");
    let day = nms_advisor::engine::finding::Day::parse("2026-11-25");
    assert_eq!((held.session.day(), held.room.today()), (day, day));
}

#[test]
fn a_tick_is_a_mark_in_the_panel_and_the_other_way_round() {
    let mut held = Held::open("haloperidol");
    held.act(Act::Start);
    held.act(Act::Tick(STOP));
    assert_eq!(held.text("treatmentsGiven"), STOP);
    held.answer("treatmentsGiven", &format!("{STOP}, {CARE}"));
    assert!(held.room.log.state().marked(CARE).is_some(), "marked in the panel, ticked in the run");
    held.answer("treatmentsGiven", CARE);
    assert!(held.room.log.state().marked(STOP).is_none(), "taken back in the panel, taken back in the run");
    held.act(Act::Skip(STOP, Reason::NotPossible));
    assert_eq!(held.text("treatmentsNotPossible"), STOP);
    held.act(Act::Undo);
    assert_eq!(held.text("treatmentsNotPossible"), "");
    assert_eq!(held.text("treatmentsGiven"), CARE);
}

#[test]
fn a_decision_against_a_step_is_no_mark_of_the_panel_and_stays() {
    let mut held = Held::open("haloperidol");
    held.act(Act::Start);
    held.act(Act::Skip(STOP, Reason::Decided));
    held.act(Act::Tick(CARE));
    assert_eq!(held.text("treatmentsGiven"), CARE);
    assert_eq!(held.room.log.state().marked(STOP).unwrap().skipped, Some(Reason::Decided));
}

#[test]
fn what_was_done_before_the_run_is_taken_over_as_done_before() {
    let mut held = Held::open("haloperidol");
    held.answer("treatmentsGiven", STOP);
    held.act(Act::Start);
    assert_eq!(held.room.log.state().marked(STOP).unwrap().skipped, Some(Reason::DoneBefore));
    assert_eq!(held.text("treatmentsGiven"), STOP);
}

#[test]
fn answers_and_stages_become_events_while_the_run_goes_on() {
    let mut held = Held::open("above-41-1");
    held.act(Act::Start);
    let temperature = NMS.find("temperature").unwrap();
    let said = |held: &Held| -> Vec<String> {
        let events = held.room.log.events().iter();
        let text = |what: &What| match what {
            What::Answered(index, entry) if *index == temperature => Some(entry.text.clone()),
            _ => None,
        };
        events.filter_map(|event| text(&event.what)).collect()
    };
    assert_eq!(said(&held), ["40.6"], "what is known at the start");
    held.answer("temperature", "41.0");
    held.act(Act::Stage(1));
    held.act(Act::End);
    held.answer("temperature", "37.0");
    assert_eq!(said(&held), ["40.6", "41.0", "41.3"], "and nothing after the end");
}

#[test]
fn a_new_run_can_be_taken_back_until_it_begins() {
    let mut held = Held::open("haloperidol");
    held.act(Act::Start);
    held.act(Act::Tick(STOP));
    held.act(Act::End);
    let old = held.room.log.clone();
    held.act(Act::Renew);
    assert!(held.room.log.events().is_empty());
    held.act(Act::Return);
    assert_eq!(held.room.log, old);
}

#[test]
fn a_run_that_was_kept_brings_its_answers_back() {
    let mut held = Held::open("above-41-1");
    held.act(Act::Start);
    held.act(Act::Tick(STOP));
    let mut fresh = Held { now: held.now, ..Held::default() };
    fresh.act(Act::Offer(vec![Offer { log: held.room.log.clone(), ..Offer::default() }]));
    fresh.act(Act::GoOn(0));
    assert_eq!(fresh.room.log, held.room.log);
    assert_eq!((fresh.text("temperature"), fresh.text("treatmentsGiven")), ("40.6", STOP));
    assert!(fresh.room.keep && fresh.room.mode == Mode::Run);
}

#[test]
fn in_build_the_form_holds_the_answers_of_the_stage() {
    let mut held = Held::default();
    held.answer("temperature", "39");
    held.act(Act::Go(Mode::Build));
    held.act(Act::Draft(DraftEdit::Title("Mine".into())));
    held.act(Act::Draft(DraftEdit::AddStage));
    held.answer("temperature", "41.5");
    held.act(Act::Draft(DraftEdit::Select(0)));
    assert_eq!(held.text("temperature"), "39");
    held.act(Act::Draft(DraftEdit::Select(1)));
    assert_eq!(held.text("temperature"), "41.5");
    held.act(Act::Go(Mode::Advise));
    held.answer("temperature", "36");
    held.act(Act::Go(Mode::Build));
    assert_eq!(held.text("temperature"), "41.5", "what was answered elsewhere does not change the case that is made");
    held.act(Act::Draft(DraftEdit::RemoveStage));
    assert_eq!((held.room.draft.case.stages.len(), held.text("temperature")), (1, "39"));
    held.act(Act::Draft(DraftEdit::Undo));
    assert_eq!((held.room.draft.case.stages.len(), held.text("temperature")), (2, "41.5"));
    held.act(Act::Draft(DraftEdit::StageMinutes("soon".into())));
    held.act(Act::Draft(DraftEdit::Load(Box::new(bundled(&NMS, "serotonin").unwrap()))));
    held.act(Act::Draft(DraftEdit::Undo));
    assert_eq!(held.room.draft.case.title, "Mine", "what was replaced comes back");
}

fn kept(id: &str) -> Offer {
    let mut held = Held::open(id);
    held.act(Act::Start);
    Offer { id: "a".into(), title: "A case".into(), log: held.room.log, ..Offer::default() }
}

#[test]
fn answers_that_give_way_to_a_stage_can_be_brought_back() {
    let mut held = Held::default();
    held.answer("temperature", "41.3");
    held.answer("rigidity", "severe");
    held.act(Act::Open(Rc::new(bundled(&NMS, "kidneys").unwrap()), Vec::new()));
    let gone = held.room.replaced.clone().expect("it is said what gave way");
    assert_eq!((gone.entries.len(), &gone.by), (2, &By::Case));
    // stages of the case are no answers of the reader's: what gave way first stays on offer
    held.act(Act::Stage(1));
    assert_eq!(held.room.replaced.as_ref(), Some(&gone));
    held.act(Act::BringBack);
    assert_eq!((held.text("temperature"), held.text("rigidity"), held.room.mode), ("41.3", "severe", Mode::Advise));
    assert!(held.room.replaced.is_none());
}

#[test]
fn a_stage_that_nobody_changed_gives_way_without_a_word() {
    let mut held = Held::open("above-41-1");
    held.act(Act::Stage(1));
    held.act(Act::Stage(2));
    assert!(held.room.replaced.is_none());
    held.answer("temperature", "36");
    held.act(Act::Stage(1));
    let gone = held.room.replaced.as_ref().expect("an answer in a stage is the reader's own");
    assert_eq!(gone.entries.get(&NMS.find("temperature").unwrap()).unwrap().text, "36");
    held.act(Act::LetGo);
    assert!(held.room.replaced.is_none());
}

#[test]
fn answers_of_the_advisor_that_give_way_to_a_draft_can_be_brought_back() {
    let mut held = Held::default();
    held.act(Act::Go(Mode::Build));
    held.answer("temperature", "39");
    held.act(Act::Draft(DraftEdit::Title("Mine".into())));
    held.act(Act::Go(Mode::Advise));
    held.answer("temperature", "36");
    held.act(Act::Go(Mode::Build));
    assert_eq!(held.room.replaced.as_ref().map(|gone| &gone.by), Some(&By::Draft));
    held.act(Act::BringBack);
    assert_eq!((held.text("temperature"), held.room.mode), ("36", Mode::Advise));
    held.act(Act::LetGo);
    held.act(Act::Go(Mode::Build));
    held.act(Act::LetGo);
    held.answer("temperature", "40");
    held.act(Act::Draft(DraftEdit::AddStage));
    held.act(Act::Draft(DraftEdit::Select(0)));
    assert!(held.room.replaced.is_none(), "what is typed in Build belongs to the draft");
}

#[test]
fn a_kept_run_never_takes_the_place_of_answers_without_a_way_back() {
    let mut held = Held::default();
    held.answer("temperature", "38.1");
    held.act(Act::Start);
    let running = held.room.log.clone();
    held.act(Act::Offer(vec![kept("above-41-1"), kept("kidneys")]));
    assert_eq!((held.text("temperature"), held.room.keep), ("38.1", false), "an offer changes nothing");
    held.act(Act::GoOn(0));
    assert_eq!((held.text("temperature"), held.room.mode, held.room.offered.len()), ("40.6", Mode::Run, 1));
    held.act(Act::BringBack);
    assert_eq!((held.text("temperature"), held.room.keep), ("38.1", false));
    assert_eq!(held.room.log.state().started, running.state().started, "the run that went on is back");
    assert_eq!(held.room.offered.len(), 2, "the other one is on offer again");
    held.act(Act::Leave(0));
    held.act(Act::Discard(0));
    held.act(Act::GoOn(0));
    assert_eq!((held.text("temperature"), held.room.offered.len()), ("38.1", 0), "there is none left");
}

#[test]
fn a_file_that_is_refused_changes_nothing_but_what_is_said() {
    let held = Held::open("kidneys");
    let mut refused = Held { room: held.room.clone(), session: held.session.clone(), now: held.now };
    refused.act(Act::Refuse(vec!["No.".into()]));
    assert_eq!(refused.room, Room { problems: vec!["No.".into()], ..held.room });
    assert_eq!(refused.session, held.session);
}

#[test]
fn a_remote_control_goes_no_further_than_the_case() {
    let mut held = Held::open("catatonia");
    assert_eq!((held.room.beside(false), held.room.beside(true)), (None, Some(1)));
    held.act(Act::Stage(2));
    assert_eq!((held.room.beside(false), held.room.beside(true)), (Some(1), None));
    assert_eq!(Room::default().beside(true), None);
}
