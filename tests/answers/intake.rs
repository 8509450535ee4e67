//! What is read from outside enters the form, and goes back out of it, without touching anything else.

use nms_advisor::guideline::NMS;
use nms_advisor::session::{Edit, Entry, Intake, IntakeRow, Origin, Sending, Session};

fn row(finding: &str, text: &str, unit: Option<usize>) -> IntakeRow {
    IntakeRow {
        index: NMS.find(finding).unwrap(),
        entry: Entry { text: text.into(), unit },
        sent: text.into(),
        why: Vec::new(),
        units: Vec::new(),
        ticked: true,
        left: false,
        taken: false,
        was: None,
    }
}

fn intake(origin: Origin, rows: Vec<IntakeRow>) -> Edit {
    let waits = origin == Origin::Record;
    Edit::TakeIn(Box::new(Intake { origin, rows, not_used: Vec::new(), not_mapped: 0, waits, folded: false }))
}

fn after(edits: impl IntoIterator<Item = Edit>) -> Session {
    edits.into_iter().fold(Session::default(), |session, edit| session.reduce(&NMS, edit))
}

fn text(session: &Session, finding: &str) -> String {
    session.text(NMS.find(finding).unwrap()).to_string()
}

fn answer(finding: &str, text: &str) -> Edit {
    Edit::Answer(NMS.find(finding).unwrap(), text.into())
}

#[test]
fn a_line_enters_the_form_at_once_and_says_what_it_replaced() {
    let session = after([
        answer("temperature", "39.4"),
        intake(Origin::Line, vec![row("temperature", "41.3", Some(0)), row("heartRate", "150", Some(0))]),
    ]);
    assert_eq!((text(&session, "temperature").as_str(), text(&session, "heartRate").as_str()), ("41.3", "150"));
    let was: Vec<Option<&str>> = session
        .intake
        .iter()
        .flat_map(|intake| &intake.rows)
        .map(|row| row.was.as_ref().map(|was| was.text.as_str()))
        .collect();
    assert_eq!(was, [Some("39.4"), None]);
}

#[test]
fn an_answer_that_stood_there_already_outlives_its_taking_back() {
    let own = [answer("heartRate", "150"), answer("agents", "haloperidol")];
    let line = intake(Origin::Line, vec![row("heartRate", "150", Some(0)), row("agents", "haloperidol", None)]);
    let read = after(own.into_iter().chain([line]));
    for session in [read.reduce(&NMS, Edit::Undo), read.reduce(&NMS, Edit::TakeBack(0)).reduce(&NMS, Edit::TakeBack(1))]
    {
        assert_eq!(["heartRate", "agents"].map(|id| text(&session, id)), ["150", "haloperidol"].map(String::from));
    }
}

#[test]
fn nothing_of_a_record_enters_the_form_before_the_reader_says_so() {
    let rows = vec![row("temperature", "41.3", Some(0)), row("heartRate", "150", Some(0))];
    let waits = after([answer("sodium", "128"), intake(Origin::Record, rows)]);
    assert_eq!(waits.answered(), 1);
    let one = waits.reduce(&NMS, Edit::Tick(1, false)).reduce(&NMS, Edit::TakeTicked);
    assert_eq!((text(&one, "temperature").as_str(), text(&one, "heartRate").as_str()), ("41.3", ""));
    let none = waits.reduce(&NMS, Edit::CloseIntake);
    assert_eq!((none.answered(), none.intake.is_none()), (1, true));
}

#[test]
fn what_is_taken_back_leaves_what_stood_before_and_what_was_typed_since() {
    let read = after([
        answer("temperature", "39.4"),
        intake(Origin::Line, vec![row("temperature", "41.3", Some(0)), row("heartRate", "150", Some(0))]),
    ]);
    let back = read.reduce(&NMS, Edit::TakeBack(0));
    assert_eq!((text(&back, "temperature").as_str(), text(&back, "heartRate").as_str()), ("39.4", "150"));
    let undone = read.reduce(&NMS, answer("sodium", "128")).reduce(&NMS, Edit::Undo);
    assert_eq!(
        ["temperature", "heartRate", "sodium"].map(|id| text(&undone, id)),
        ["39.4", "", "128"].map(String::from),
        "an undo takes back what was read and nothing else"
    );
    let typed = read.reduce(&NMS, answer("temperature", "40")).reduce(&NMS, Edit::TakeBack(0));
    assert_eq!(text(&typed, "temperature"), "40", "an answer that was changed since stays");
}

#[test]
fn an_undo_before_anything_was_read_is_that_of_the_case() {
    let session = after([answer("sodium", "128"), Edit::Reset, Edit::Undo]);
    assert_eq!(text(&session, "sodium"), "128");
}

#[test]
fn names_of_drugs_join_those_that_stand_there() {
    let read = after([
        answer("agents", "Haloperidol; lithium"),
        intake(Origin::Line, vec![row("agents", "haloperidol, olanzapine", None)]),
    ]);
    assert_eq!(text(&read, "agents"), "Haloperidol, lithium, olanzapine");
    assert_eq!(text(&read.reduce(&NMS, Edit::TakeBack(0)), "agents"), "Haloperidol; lithium");
    let more = read.reduce(&NMS, answer("agents", "Haloperidol, lithium, olanzapine, clozapine"));
    assert_eq!(text(&more.reduce(&NMS, Edit::TakeBack(0)), "agents"), "Haloperidol, lithium, olanzapine, clozapine");
}

#[test]
fn a_number_in_doubt_waits_for_its_unit() {
    let asked = IntakeRow { units: vec![0, 1], ticked: false, left: true, ..row("temperature", "103", None) };
    let session = after([intake(Origin::Line, vec![asked])]);
    assert_eq!(session.answered(), 0);
    let said = session.reduce(&NMS, Edit::InUnit(0, 1));
    let fahrenheit = after([answer("temperature", "103"), Edit::Unit(NMS.find("temperature").unwrap(), 1)]);
    assert_eq!(said.read(&NMS).findings, fahrenheit.read(&NMS).findings);
    assert_eq!(said.reduce(&NMS, Edit::Undo).answered(), 0);
}

#[test]
fn another_patient_takes_what_was_read_away() {
    let read = || after([intake(Origin::Line, vec![row("heartRate", "150", Some(0))])]);
    for edit in [Edit::Clear, Edit::Reset, Edit::Replace(Box::new(Sending::read(&NMS, [])))] {
        let next = read().reduce(&NMS, edit.clone());
        assert!(next.intake.is_none(), "{edit:?}");
        assert_ne!(next.case_number, read().case_number, "what was typed and not read yet goes too: {edit:?}");
    }
}

#[test]
fn what_was_read_shrinks_to_a_line_when_the_reader_goes_on() {
    let read = after([intake(Origin::Line, vec![row("heartRate", "150", Some(0))])]);
    assert!(read.intake.iter().all(|intake| !intake.folded));
    assert!(read.reduce(&NMS, answer("sodium", "128")).intake.iter().all(|intake| intake.folded));
}
