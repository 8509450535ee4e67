//! A case as a file and as a link: what is written is read again, and whatever is read, nothing breaks and nothing is silent.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops by panicking"
)]

#[path = "case_file/kinds.rs"]
mod kinds;
#[path = "case_file/links.rs"]
mod links;
mod support;

use nms_advisor::case_file::{fragment, read, read_fragment, write};
use nms_advisor::guideline::{NMS, examples::EXAMPLES};
use nms_advisor::session::{Edit, Session};
use proptest::prelude::*;
use support::generated::{answers, config};
use support::key;

fn session(edits: Vec<Edit>) -> Session {
    edits.into_iter().fold(Session::default(), |session, edit| session.reduce(&NMS, edit))
}

fn typed() -> Session {
    session(vec![
        Edit::Answer(key("temperature"), "106".into()),
        Edit::Unit(key("temperature"), 1),
        Edit::Answer(key("agents"), "haloperidol, Xeplion".into()),
        Edit::Answer(key("rigidity"), "severe".into()),
        Edit::Answer(key("creatineKinase"), "4x".into()),
    ])
}

#[test]
fn a_file_is_readable_and_reads_back_word_for_word() {
    let text = write(&NMS, &typed());
    assert_eq!(
        text,
        "NMS Advisor case, version 1\nagents = haloperidol, Xeplion\ntemperature = 106 {[degF]}\nrigidity = severe\ncreatineKinase = 4x {U/L}\nchecksum = cb35f45c\n"
    );
    let opened = read(&NMS, &text);
    assert_eq!(opened.problems, Vec::<String>::new());
    assert!(opened.whole && !opened.no_case);
    let again = session(vec![Edit::Open(Box::new(opened))]);
    assert_eq!(again.text(key("creatineKinase")), "4x", "what was typed is kept, usable or not");
    assert_eq!(again.read(&NMS), typed().read(&NMS));
}

#[test]
fn errors_name_the_line_and_the_rest_is_read() {
    let text = "NMS Advisor case, version 1\ntemprature = 39\nrigidity\npotassium = 5 {bar}\nagitation = yes\nagitation = no\n";
    let opened = read(&NMS, text);
    assert_eq!(opened.entries.len(), 1);
    for (line, part) in [
        ("line 2", "`temprature`"),
        ("line 3", "there is no \u{201c}=\u{201d}"),
        ("line 4", "no unit `bar`"),
        ("line 6", "twice"),
        ("checksum", "missing"),
    ] {
        assert!(
            opened.problems.iter().any(|problem| problem.contains(line) && problem.contains(part)),
            "{line}: {:?}",
            opened.problems
        );
    }
    assert!(!opened.whole && !opened.no_case);
}

#[test]
fn a_changed_answer_is_noticed() {
    let text = write(&NMS, &typed()).replace("106", "103");
    assert!(read(&NMS, &text).problems[0].contains("checksum does not fit"));
    let link = fragment(&NMS, &typed()).replace("106", "103");
    assert!(read_fragment(&NMS, &link).unwrap().problems[0].contains("checksum does not fit"));
}

#[test]
fn a_link_that_was_cut_off_opens_as_far_as_it_can() {
    let link = fragment(&NMS, &typed());
    let cut = &link[..link.find("~rigidity").unwrap() + 12];
    let opened = read_fragment(&NMS, cut).unwrap();
    assert!(opened.entries.contains_key(&key("temperature")));
    assert!(opened.problems.iter().any(|problem| problem.contains("cut off")));
    assert_eq!(read_fragment(&NMS, "#section-3"), None, "another anchor is no case");
    assert!(read_fragment(&NMS, "#case=2~rigidity=severe").unwrap().problems[0].contains("another version"));
}

#[test]
fn every_example_fits_a_link() {
    for example in EXAMPLES {
        let case = session(vec![Edit::Load(example)]);
        let link = fragment(&NMS, &case);
        assert!(link.len() < 1_200, "{} has {} letters", example.id, link.len());
        let opened = read_fragment(&NMS, &link).unwrap();
        assert_eq!((opened.entries.len(), opened.problems), (case.entries.len(), vec![]));
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_written_is_read(findings in answers()) {
        let case = session(vec![Edit::Replace(Box::new(findings.clone().into()))]);
        for opened in [read(&NMS, &write(&NMS, &case)), read_fragment(&NMS, &fragment(&NMS, &case)).unwrap_or_default()] {
            prop_assert_eq!(&opened.problems, &Vec::<String>::new());
            let again = session(vec![Edit::Open(Box::new(opened))]);
            prop_assert_eq!(again.read(&NMS).findings, case.read(&NMS).findings);
        }
    }

    #[test]
    fn whatever_is_read_nothing_breaks(text in "(NMS Advisor case, version 1\n)?([a-zA-Z =~%{}\\[\\]0-9.,é\n]{0,200})", noise in prop::collection::vec(any::<u8>(), 0..300)) {
        let noise = String::from_utf8_lossy(&noise).into_owned();
        for text in [text, noise] {
            let opened = read(&NMS, &text);
            prop_assert!(!opened.problems.is_empty(), "junk is never silent: {:?}", text);
            if let Some(opened) = read_fragment(&NMS, &format!("case=1~{text}")) {
                let _ = session(vec![Edit::Open(Box::new(opened))]).read(&NMS);
            }
        }
    }
}

#[test]
fn what_replaces_a_case_can_be_undone_once() {
    let before = typed();
    for edit in [Edit::Reset, Edit::Load(&EXAMPLES[0]), Edit::Open(Box::default())] {
        let after = before.reduce(&NMS, edit);
        assert_ne!(after.entries, before.entries);
        let back = after.reduce(&NMS, Edit::Undo);
        assert_eq!((&back.entries, back.replaced.is_none()), (&before.entries, true));
    }
    assert!(Session::default().reduce(&NMS, Edit::Reset).replaced.is_none(), "nothing was lost, so nothing comes back");
}

#[test]
fn letters_typed_into_one_field_are_one_answer() {
    let empty = Session::default();
    let typing = ["4", "41", "41.", "41.3"]
        .iter()
        .fold(empty.clone(), |case, text| case.reduce(&NMS, Edit::Answer(key("temperature"), (*text).into())));
    assert_eq!(typing.before.as_ref().unwrap().entries, empty.entries);
    let next = typing.reduce(&NMS, Edit::Answer(key("rigidity"), "severe".into()));
    assert_eq!(next.before.as_ref().unwrap().entries, typing.entries);
}
