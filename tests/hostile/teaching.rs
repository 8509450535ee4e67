//! A teaching case and the log of a run: whatever is read was in it, and what is written is read again as it is.

use nms_advisor::guideline::NMS;
use nms_advisor::session::Session;
use nms_advisor::teaching::fork::{Kind, check};
use nms_advisor::teaching::log::{Log, What};
use nms_advisor::teaching::log_text;
use nms_advisor::teaching::staged::{MOST_STAGES, StagedCase, read, write};

use super::boundary::within_limits;

/// A text as the content of a file with a case, with its first line and without.
pub(crate) fn case(text: &str) {
    let headed = format!("NMS Advisor teaching case, version 1\n{text}");
    for text in [text, &headed] {
        let found = read(&NMS, text);
        assert!(found.case.stages.len() <= MOST_STAGES, "{} stages", found.case.stages.len());
        assert_eq!(
            found.case.stages.is_empty(),
            found.problems.iter().any(|line| line.contains("no stage")),
            "{text:?}"
        );
        assert!(found.case.stages.windows(2).all(|two| two[0].minutes <= two[1].minutes), "time goes back in {text:?}");
        let faults = check(&found.case);
        assert!(faults.iter().all(|fault| fault.kind == Kind::Unreachable), "{faults:?} of {text:?}");
        answers_stand_in_it(&found.case, text);
        if !found.case.stages.is_empty() {
            goes_round(&found.case);
        }
    }
}

/// Every answer was read from a line of its own under its name, and what is used of it lies within the limits.
fn answers_stand_in_it(case: &StagedCase, text: &str) {
    for stage in &case.stages {
        for (index, entry) in &stage.entries {
            let id = NMS.finding(*index).unwrap().id;
            let stands = |line: &str| {
                line.split_once('=').is_some_and(|(name, value)| name.trim() == id && value.contains(&entry.text))
            };
            assert!(text.lines().any(stands), "{id} = {:?} is not in the file", entry.text);
        }
        within_limits(&Session { entries: stage.entries.clone(), ..Session::default() }.read(&NMS).findings);
    }
}

fn goes_round(case: &StagedCase) {
    let text = write(&NMS, case);
    let again = read(&NMS, &text);
    // a stage that no road leads to is told, and stays in the file
    let other = again.problems.iter().filter(|line| !line.contains("no road leads to")).collect::<Vec<_>>();
    assert_eq!(other, Vec::<&String>::new(), "of {text:?}");
    assert_eq!(write(&NMS, &again.case), text, "{text:?} is read as another case");
    // a line that is lost, or added behind the end, is told
    let lines: Vec<&str> = text.lines().collect();
    for at in 0..lines.len() - 1 {
        let mut lost = lines.clone();
        lost.remove(at);
        assert!(!read(&NMS, &lost.join("\n")).problems.is_empty(), "line {at} of {text:?} is lost without a word");
    }
    assert!(!read(&NMS, &(text.clone() + "agitation = yes\n")).problems.is_empty(), "{text:?} was added to");
}

/// A text as the log of a run, with its first line and without.
pub(crate) fn log(text: &str) {
    let headed = format!("NMS Advisor run, version 1\n{text}");
    for text in [text, &headed] {
        let (log, problems) = log_text::read(&NMS, text);
        let lines = text.lines().count();
        assert!(
            log.events().len() + problems.len() >= lines.min(5_000).saturating_sub(1),
            "a line of {text:?} vanished"
        );
        assert!(log.events().len() <= lines, "{text:?} gave {} events", log.events().len());
        within_limits(&Session { entries: log.state().entries.clone(), ..Session::default() }.read(&NMS).findings);
        let mut replayed = Log::default();
        for event in log.events() {
            assert!(replayed.push(event.at, event.what.clone()), "{:?} does not apply when it is replayed", event.what);
            if let What::Ticked(rule) | What::Skipped(rule, _) = event.what {
                assert!(text.contains(rule), "{rule} is not in the log");
            }
        }
        assert_eq!(replayed, log);
        assert_eq!(log_text::read(&NMS, &log_text::write(&NMS, &log)), (log, Vec::new()));
    }
}
