//! The log: append-only, and whatever is done in whatever order, a replay gives the state that was seen.

use nms_advisor::guideline::NMS;
use nms_advisor::session::Entry;
use nms_advisor::teaching::log::{At, Log, Reason, What};
use nms_advisor::teaching::log_text::{read, write};
use proptest::prelude::*;

const RULES: [&str; 4] =
    ["discontinue-dopamine-antagonists", "start-supportive-care", "cool-externally", "call-critical-care"];

fn entry(text: &str) -> Entry {
    Entry { text: text.into(), unit: Some(0) }
}

fn what() -> impl Strategy<Value = What> {
    let temperature = NMS.find("temperature").unwrap();
    let rule = || proptest::sample::select(&RULES[..]);
    prop_oneof![
        1 => Just(What::Started),
        6 => rule().prop_map(What::Ticked),
        3 => (rule(), proptest::sample::select(&Reason::ALL[..])).prop_map(|(rule, reason)| What::Skipped(rule, reason)),
        5 => (0_usize..40).prop_map(What::Undone),
        4 => ((0_usize..40), 0_i64..9_000_000).prop_map(|(of, at)| What::Amended(of, At(at))),
        3 => (1_u16..60).prop_map(What::Timer),
        3 => (360_u32..420).prop_map(move |tenths| What::Answered(temperature, entry(&format!("{}.{}", tenths / 10, tenths % 10)))),
        1 => Just(What::Answered(temperature, Entry::default())),
        1 => "[a-z ]{1,20}[a-z]".prop_map(What::Remark),
        1 => Just(What::Ended),
    ]
}

/// A run that has begun, with anything after it.
fn acts() -> impl Strategy<Value = Vec<(At, What)>> {
    proptest::collection::vec((0_i64..9_000_000, what()), 0..60).prop_map(|acts| {
        let start = (At(0), What::Started);
        std::iter::once(start).chain(acts.into_iter().map(|(at, what)| (At(at), what))).collect()
    })
}

proptest! {
    #[test]
    fn a_replay_gives_the_state_that_was_seen(acts in acts()) {
        let mut log = Log::default();
        for (at, what) in acts {
            let (before, events) = (log.state().clone(), log.events().to_vec());
            let added = log.push(at, what);
            // only ever added
            prop_assert_eq!(&log.events()[..events.len()], &events[..]);
            prop_assert_eq!(log.events().len(), events.len() + usize::from(added));
            if !added {
                prop_assert_eq!(log.state(), &before);
            }
            prop_assert_eq!(&log.state_after(log.events().len()), log.state());
            prop_assert_eq!(&log.state_after(events.len()), &before);
        }
        let (again, problems) = read(&NMS, &write(&NMS, &log));
        prop_assert_eq!(problems, Vec::<String>::new());
        prop_assert_eq!(again, log);
    }

    /// An independent reading of the same events: for each step, the last mark that nobody took back.
    #[test]
    fn a_step_stands_as_its_last_mark_that_was_not_taken_back(acts in acts()) {
        let mut log = Log::default();
        for (at, what) in acts {
            log.push(at, what);
        }
        let events = log.events();
        let taken_back = |at: usize| events.iter().any(|event| event.what == What::Undone(at));
        for rule in RULES {
            let last = (0..events.len()).rev().find(|at| {
                matches!(&events[*at].what, What::Ticked(id) | What::Skipped(id, _) if *id == rule) && !taken_back(*at)
            });
            let marked = log.state().marked(rule);
            prop_assert_eq!(marked.map(|marked| marked.event), last);
            let Some((marked, event)) = marked.zip(last) else { continue };
            prop_assert_eq!(marked.entered, events[event].at, "the original time is kept");
            let amended = (0..events.len()).rev().find_map(|at| match events[at].what {
                What::Amended(of, when) if of == event && !taken_back(at) => Some(when),
                _ => None,
            });
            prop_assert_eq!(marked.amended, amended);
        }
    }

    #[test]
    fn any_text_is_read_without_a_crash(text in "\\PC{0,200}", lines in proptest::collection::vec("[0-9]{1,4} (started|ended|ticked|undone|amended|timer|answered) [ -~]{0,30}", 0..20)) {
        let (log, problems) = read(&NMS, &format!("NMS Advisor run, version 1\n{text}\n{}", lines.join("\n")));
        prop_assert!(log.events().len() + problems.len() >= lines.len());
    }
}

#[test]
fn undo_takes_back_one_thing_at_a_time_and_an_amendment_keeps_the_original() {
    let mut log = Log::default();
    let [stop, care, ..] = RULES;
    assert!(!log.push(At(0), What::Ticked(stop)), "nothing before the start");
    assert!(log.push(At(1_000), What::Started) && !log.push(At(2_000), What::Started));
    assert!(log.push(At(5_000), What::Ticked(stop)) && !log.push(At(6_000), What::Ticked(stop)));
    assert!(log.push(At(7_000), What::Skipped(care, Reason::Decided)) && log.push(At(8_000), What::Ticked(care)));
    assert!(log.push(At(9_000), What::Amended(1, At(3_000))));
    let marked = log.state().marked(stop).unwrap();
    assert_eq!((marked.entered, marked.amended, marked.at()), (At(5_000), Some(At(3_000)), At(3_000)));
    let mut undone = Vec::new();
    while let Some(event) = log.undoable() {
        undone.push(event);
        assert!(log.push(At(10_000), What::Undone(event)));
        assert!(!log.push(At(10_000), What::Undone(event)), "not twice");
    }
    assert_eq!(undone, [4, 3, 2, 1], "the last first: amendment, tick, skip, tick");
    assert_eq!(log.state().marked(stop), None);
    assert!(log.push(At(11_000), What::Ended) && !log.push(At(12_000), What::Ticked(stop)));
}

#[test]
fn a_reminder_counts_from_its_time_stamp() {
    let mut log = Log::default();
    log.push(At(0), What::Started);
    log.push(At(60_000), What::Timer(10));
    log.push(At(90_000), What::Timer(5));
    let due: Vec<At> = log.state().reminders().iter().map(|reminder| reminder.due).collect();
    assert_eq!(due, [At(390_000), At(660_000)], "the one that is due first at the front");
    // a machine that slept for an hour is an hour late, not asleep
    assert_eq!(due[0].seconds_since(At(390_000 + 3_600_000)), -3_600);
}

#[test]
fn a_damaged_log_says_which_lines_were_left_out_and_keeps_the_names_of_the_rest() {
    let mut log = Log::default();
    log.push(At(0), What::Started);
    log.push(At(1), What::Ticked(RULES[0]));
    log.push(At(2), What::Ticked(RULES[1]));
    log.push(At(3), What::Undone(2));
    let text = write(&NMS, &log);
    let damaged = text.replace("ticked discontinue-dopamine-antagonists", "ticked discontinue");
    let (read, problems) = read(&NMS, &damaged);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].starts_with("line 3"), "{problems:?}");
    assert_eq!(read.state().marked(RULES[1]), None, "the undo still means the tick that it meant");
}
