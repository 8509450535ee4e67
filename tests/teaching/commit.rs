//! Commit and reveal: each action stands where the plan has it, and says why.

use nms_advisor::engine::assessment::Scope;
use nms_advisor::guideline::NMS;
use nms_advisor::teaching::commit::{Commitment, choices, compare};
use nms_advisor::teaching::library::bundled;
use nms_advisor::teaching::{assessed, shown};

fn compared(case: &str, stage: usize, grade: &str, actions: [&str; 3]) -> nms_advisor::teaching::commit::Comparison {
    let case = bundled(&NMS, case).unwrap();
    let entries = &case.stages[stage].entries;
    let assessment = assessed(&NMS, entries, Scope::All);
    let panel = shown(&NMS, &assessment, None);
    let made = Commitment { grade: grade.into(), actions: actions.map(String::from), reason: String::new() };
    compare(&NMS, &assessment, &panel, &made)
}

#[test]
fn an_action_says_where_the_plan_has_it() {
    let told = compared(
        "above-41-1",
        1,
        "severe",
        ["discontinue-dopamine-antagonists", "give-benzodiazepine", "consider-electroconvulsive-therapy"],
    );
    assert!(told.same_grade);
    let standing: Vec<&str> = told.mine.iter().map(|row| row.standing.as_str()).collect();
    assert_eq!(standing[0], "in the plan, number 2 to do now", "the airway comes first");
    assert!(standing[1].starts_with("in the plan, but check first: "), "{standing:?}");
    assert_eq!(standing[2], "not in the plan yet: an answer is missing");
    assert!(told.mine.iter().all(|row| !row.why.is_empty()), "each says why");
    assert!(told.mine[0].shared && !told.mine[1].shared);
    assert_eq!(told.plan.len(), 3);
    assert_eq!(told.plan[0].standing, "not among the three chosen");
    assert_eq!(told.plan[1].standing, "chosen as number 1");
}

#[test]
fn restarting_is_first_in_pure_withdrawal_and_stopping_is_not_in_the_plan() {
    let told = compared(
        "levodopa-withdrawal",
        0,
        "mild",
        ["discontinue-dopamine-antagonists", "restart-dopaminergic-drug", ""],
    );
    assert!(!told.same_grade);
    assert_eq!(told.mine.len(), 2, "an action that was not chosen is none");
    assert_eq!(told.mine[0].standing, "not in the plan: its condition is not met");
    assert_eq!(told.mine[1].standing, "in the plan, number 1 to do now");
}

#[test]
fn a_grade_that_cannot_be_said_is_an_answer_too() {
    let empty = std::collections::BTreeMap::new();
    let assessment = assessed(&NMS, &empty, Scope::All);
    let made = Commitment { grade: "unsure".into(), ..Commitment::default() };
    assert!(compare(&NMS, &assessment, &shown(&NMS, &assessment, None), &made).same_grade);
    assert!(!made.is_made(), "without an action there is nothing to set beside the plan");
}

#[test]
fn every_step_of_every_plan_can_be_chosen() {
    let ids: Vec<&str> = choices(&NMS).map(|rule| rule.id).collect();
    for id in ["neuromuscular-paralysis", "restart-dopaminergic-drug", "consider-dantrolene"] {
        assert!(ids.contains(&id), "{id}");
    }
}
