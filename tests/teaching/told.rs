//! Run and debrief: the list of steps, and what is told of it afterwards.

use nms_advisor::engine::assessment::Scope;
use nms_advisor::guideline::NMS;
use nms_advisor::session::Entry;
use nms_advisor::teaching::debrief::debrief;
use nms_advisor::teaching::library::bundled;
use nms_advisor::teaching::log::{At, Log, Reason, What};
use nms_advisor::teaching::run::{Part, Steps};
use nms_advisor::teaching::{assessed, clock, shown};

use crate::support::key;

const STOP: &str = "discontinue-dopamine-antagonists";
const CARE: &str = "start-supportive-care";
const CALL: &str = "call-critical-care";

fn begun(case: &str) -> Log {
    let mut log = Log::default();
    log.push(At(0), What::Started);
    for (index, entry) in &bundled(&NMS, case).unwrap().stages[0].entries {
        log.push(At(0), What::Answered(*index, entry.clone()));
    }
    log
}

fn steps(log: &Log, chosen: Option<&str>) -> Steps {
    let panel = shown(&NMS, &assessed(&NMS, &log.state().entries, Scope::All), None);
    Steps::of(&panel, log.state(), chosen)
}

fn hotter(log: &mut Log, at: i64, text: &str) {
    log.push(At(at), What::Answered(key("temperature"), Entry { text: text.into(), unit: Some(0) }));
}

#[test]
fn the_current_step_is_the_first_open_one_and_the_next_two_are_in_view() {
    let mut log = begun("above-41-1");
    let id = |steps: &Steps| steps.now().unwrap().card.rule.id;
    assert_eq!(id(&steps(&log, None)), STOP);
    log.push(At(1), What::Ticked(STOP));
    assert_eq!(id(&steps(&log, None)), CALL);
    let list = steps(&log, Some("cool-externally"));
    assert_eq!(id(&list), "cool-externally", "somebody chose one");
    assert_eq!(list.next().len(), 2);
    assert_eq!(list.settled(), 1);
    assert_eq!(id(&steps(&log, Some(STOP))), CALL, "what is done is not read aloud again");
    let parts: Vec<Part> = list.steps.iter().map(|step| step.part).collect();
    assert!(parts.is_sorted_by_key(|part| *part as u8), "to do, then to decide, then to measure");
}

#[test]
fn the_list_re_forms_when_an_answer_changes_and_keeps_what_was_done() {
    let mut log = begun("above-41-1");
    hotter(&mut log, 1, "41.5");
    log.push(At(2), What::Ticked("neuromuscular-paralysis"));
    hotter(&mut log, 3, "39.5");
    let list = steps(&log, None);
    assert!(list.steps.iter().all(|step| step.card.rule.id != "neuromuscular-paralysis"));
    assert_eq!(list.left.iter().map(|(rule, _)| rule.id).collect::<Vec<_>>(), ["neuromuscular-paralysis"]);
}

#[test]
fn a_step_with_parts_is_settled_when_each_of_them_is() {
    let mut log = begun("above-41-1");
    hotter(&mut log, 1, "41.5");
    let hot = |log: &Log| {
        let list = steps(log, None);
        list.steps.into_iter().find(|step| step.card.rule.id == "emergency-sedation").unwrap()
    };
    let parts = ["emergency-sedation", "neuromuscular-paralysis", "intubate-and-ventilate"];
    assert_eq!(hot(&log).parts.iter().map(|part| part.rule.id).collect::<Vec<_>>(), parts);
    assert_eq!(hot(&log).open(), parts, "one press marks all that is open");
    log.push(At(2), What::Ticked(parts[1]));
    assert_eq!((hot(&log).is_settled(), hot(&log).open()), (false, vec![parts[0], parts[2]]));
    assert!(steps(&log, None).left.is_empty(), "a part is not a step that left the plan");
    log.push(At(3), What::Ticked(parts[0]));
    assert!(!hot(&log).is_settled(), "its own tick alone is not enough");
    log.push(At(4), What::Skipped(parts[2], Reason::NotPossible));
    assert!(hot(&log).is_settled(), "left out counts");
}

#[test]
fn to_do_to_decide_and_to_measure_are_counted_apart() {
    let mut log = begun("above-41-1");
    let before = steps(&log, None).counts();
    assert!(before.iter().all(|(_, settled, all)| *settled == 0 && *all > 0), "{before:?}");
    log.push(At(1), What::Ticked(STOP));
    let list = steps(&log, None);
    let part = |part: Part| list.counts().into_iter().find(|(other, _, _)| *other == part).unwrap();
    assert_eq!(part(Part::Now).1, 1);
    assert_eq!(part(Part::Decide).1, 0);
    assert_eq!(list.counts().iter().map(|(_, _, all)| all).sum::<usize>(), list.steps.len(), "each step once");
    assert_eq!(list.place(list.now().unwrap()), (2, part(Part::Now).2), "the second of those to do");
}

#[test]
fn what_is_withheld_or_to_avoid_is_no_step() {
    let log = begun("levodopa-withdrawal");
    let list = steps(&log, None);
    assert!(list.steps.iter().all(|step| step.card.rule.id != STOP), "nothing says stop in pure withdrawal");
    assert!(list.avoid.iter().any(|card| card.rule.id == "avoid-physical-restraint"));
}

#[test]
fn a_debrief_tells_each_event_against_the_plan_in_force() {
    let mut log = begun("above-41-1");
    log.push(At(30_000), What::Ticked(STOP));
    log.push(At(45_000), What::Ticked("neuromuscular-paralysis"));
    hotter(&mut log, 60_000, "41.5");
    log.push(At(95_000), What::Ticked("intubate-and-ventilate"));
    log.push(At(100_000), What::Skipped(CARE, Reason::Decided));
    log.push(
        At(110_000),
        What::Amended(log.events().iter().position(|event| event.what == What::Ticked(STOP)).unwrap(), At(10_000)),
    );
    log.push(At(120_000), What::Ended);
    let told = debrief(&NMS, &log, Scope::All);
    let line =
        |what: &str| told.lines.iter().find(|line| line.what.starts_with(what)).unwrap_or_else(|| panic!("{what}"));
    assert_eq!(line("Done: Stop every").plan, "in the plan");
    assert_eq!(line("Done: Paralyse").plan, "not in the plan at that moment");
    assert_eq!(line("Temperature: 41.5").since, "1:00");
    assert_eq!(line("Run ended").since, "2:00");
    assert_eq!(line("Amended to 0:10").plan, "");
    let step = |id: &str| told.steps.iter().find(|step| step.rule.id == id).unwrap();
    assert_eq!(step(STOP).delay(), Some(10), "by its amended time");
    assert_eq!(step("emergency-sedation").called_for, At(60_000), "when it came into the plan");
    assert!(
        told.steps.iter().all(|step| step.rule.id != "neuromuscular-paralysis"),
        "what is folded is told with its row"
    );
    assert_eq!(step(CARE).outcome(), "left out: the team decided against it");
    assert_eq!(step("cool-externally").outcome(), "not done");
    assert!(told.steps.iter().all(|step| step.rule.id != "delay-rechallenge"), "aftercare is no step of a run");
}

#[test]
fn a_clock_reads_like_one() {
    assert_eq!([0, 65, 3_599, 3_729, -5].map(clock), ["0:00", "1:05", "59:59", "1:02:09", "\u{2212}0:05"]);
}
