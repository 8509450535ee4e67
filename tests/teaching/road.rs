//! Cases that answer back: the ways through a case are read, checked and taken; what is written is read again as it is.

use nms_advisor::guideline::NMS;
use nms_advisor::teaching::fork::{self, Clause, Kind, MOST_WAYS, Step, Way};
use nms_advisor::teaching::library::all;
use nms_advisor::teaching::road::{As, Done, extent, road};
use nms_advisor::teaching::staged::{Stage, StagedCase, read, write};
use proptest::prelude::*;

const STOP: &str = "discontinue-dopamine-antagonists";
const COOL: &str = "cool-externally";
const TUBE: &str = "intubate-and-ventilate";

/// A case with a fork: cooled by ten minutes or not; the roads meet again.
pub(crate) const FORKED: &str = "NMS Advisor teaching case, version 1
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

pub(crate) fn forked() -> StagedCase {
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
    let many = ["next = b if cool-externally by 99"; MOST_WAYS + 1];
    let many = many.iter().enumerate().map(|(at, way)| way.replace("99", &(10 + at).to_string())).collect::<Vec<_>>();
    let found = problems(&[&many.join("; "), "id = b"]);
    assert!(found.iter().any(|line| line.contains("more than 6 ways on from one stage")), "{found:#?}");
    let steps = ["cool-externally"; 7].join("/");
    assert!(problems(&[&format!("next = b if {steps}"), "id = b"])[0].contains("more than 6 conditions, or steps"));
}

#[test]
fn the_example_of_the_documents_is_a_case() {
    let text = std::fs::read_to_string(crate::support::path("docs/teaching-cases.md")).unwrap();
    let example = text.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let found = read(&NMS, example);
    assert_eq!(found.problems, Vec::<String>::new());
    assert_eq!((extent(&found.case), road(&found.case, &[])), ((2, 2), vec![0, 2]));
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
