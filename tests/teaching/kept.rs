//! A run that is kept belongs to one element of one page; a file of another kind is named in one sentence.

use nms_advisor::case_file;
use nms_advisor::guideline::NMS;
use nms_advisor::session::{Edit, Session};
use nms_advisor::teaching::kept::{Owner, read, write};
use nms_advisor::teaching::log::{At, Log, What};
use nms_advisor::teaching::{log_text, staged};

fn run() -> Log {
    let mut log = Log::default();
    log.push(At(1_000), What::Started);
    log.push(At(2_000), What::Remark("a word\nof two lines".into()));
    log
}

fn owner(page: &str, place: &str) -> Owner {
    Owner { page: page.into(), place: place.into() }
}

#[test]
fn a_kept_run_is_read_by_its_owner_alone() {
    let mine = owner("/course?lesson=1", "0");
    let text = write(&NMS, &mine, At(5_000), "Hot and\nstiff", &run());
    let found = read(&NMS, &mine, "id", &text).unwrap();
    assert_eq!((found.id.as_str(), found.at, found.title.as_str()), ("id", At(5_000), "Hot and stiff"));
    assert_eq!((found.log.state().started, found.problems.len()), (Some(At(1_000)), 0));
    for other in [owner("/course?lesson=2", "0"), owner("/course?lesson=1", "1"), owner("/course", "0")] {
        assert_eq!(read(&NMS, &other, "id", &text), None, "{other:?}");
    }
}

#[test]
fn what_is_no_kept_run_is_none() {
    let mine = owner("/", "0");
    let never_begun = write(&NMS, &mine, At(0), "", &Log::default());
    for text in [
        "",
        "\n\n\n\n\n",
        "NMS Advisor kept run, version 1\n/\n0\nsoon\n\n",
        &log_text::write(&NMS, &run()),
        &never_begun,
    ] {
        assert_eq!(read(&NMS, &mine, "id", text), None, "{text}");
    }
}

#[test]
fn another_kind_of_file_is_named_in_one_sentence() {
    let session = Session::default().reduce(&NMS, Edit::Answer(NMS.find("temperature").unwrap(), "39".into()));
    for (text, wanted) in [
        (case_file::write(&NMS, &session), "It opens in Advisor"),
        ("NMS Advisor case, version 2\nx = y\n".into(), "It opens in Advisor"),
        (log_text::write(&NMS, &run()), "the log of a run"),
        ("\u{feff}NMS Advisor teaching case, version 1\ntitle = A\n".into(), "there is no stage in it"),
        ("{\"resourceType\":\"Bundle\",\n\"entry\":[\n]}".into(), "This is no teaching case"),
        ("\u{fffd}\u{fffd}N\0M\0S\0".into(), "This is no teaching case"),
        (String::new(), "This is no teaching case"),
    ] {
        let problem = staged::open(&NMS, &text).expect_err("there is no stage in it");
        assert!(problem.contains(wanted) && problem.len() < 160, "{problem}");
    }
    let whole = "NMS Advisor teaching case, version 1\nstage = A\nstory = B\nfever = yes\n";
    let opened = staged::open(&NMS, whole).expect("one stage");
    assert_eq!((opened.case.stages.len(), opened.problems.len()), (1, 1), "what could be read, and what not");
}
