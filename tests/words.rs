//! The words of the JSON and of the panel that stand for a state: each its own, none empty, and those of the JSON for good.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops by panicking"
)]

use nms_advisor::engine::assessment::{Pending, Status};
use nms_advisor::engine::dantrolene::Reason;
use nms_advisor::engine::derived::Suspicion;
use nms_advisor::engine::finding::{Day, Group};
use nms_advisor::engine::rechallenge::{Gate, Unknown};

#[test]
fn a_state_has_the_word_of_the_contract() {
    let words = [
        (Status::Advised.id(), "advised"),
        (Status::CheckFirst.id(), "check-first"),
        (Status::Withheld.id(), "withheld"),
        (Status::NotIndicated.id(), "not-indicated"),
        (Pending::Indication.id(), "indication"),
        (Pending::Contraindication.id(), "contraindication"),
        (Suspicion::Suspected.id(), "suspected"),
        (Suspicion::Possible.id(), "possible"),
        (Suspicion::Incomplete.id(), "incomplete"),
        (Suspicion::NotSupported.id(), "not-supported"),
        (Suspicion::NoSigns.id(), "no-signs"),
        (Reason::NotAKnownAdult.id(), "not-a-known-adult"),
        (Reason::MalignantHyperthermia.id(), "malignant-hyperthermia"),
        (Reason::SpokenAgainst.id(), "spoken-against"),
        (Reason::NoWeight.id(), "no-weight"),
        (Reason::OtherFormulation.id(), "formulation"),
        (Reason::NoDose.id(), "no-dose"),
        (Gate::NoAntagonist.id(), "no-antagonist"),
        (Gate::NotResolved.id(), "not-resolved"),
        (Gate::LongActing.id(), "long-acting"),
        (Gate::CannotBeComputed(Unknown::Resolved).id(), "cannot-be-computed"),
        (Gate::NotBefore(Day(0)).id(), "not-before"),
        (Gate::Passed(Day(0)).id(), "passed"),
    ];
    for (word, wanted) in words {
        assert_eq!(word, wanted);
    }
}

/// A sentence names what it is about: each by a word that no other has.
#[test]
fn a_reason_says_what_it_is_about() {
    for (text, about) in [
        (Reason::NotAKnownAdult.text(), "adult"),
        (Reason::MalignantHyperthermia.text(), "Malignant hyperthermia"),
        (Reason::SpokenAgainst.text(), "speaks against"),
        (Reason::NotRigid.text(), "rigidity"),
        (Reason::NoWeight.text(), "weight"),
        (Reason::OtherFormulation.text(), "formulation"),
        (Reason::NoDose.text(), "State a dose"),
        (Unknown::Resolved.text(), "back to normal"),
        (Unknown::ResolvedOn.text(), "complete resolution"),
        (Unknown::LongActing.text(), "long-acting"),
        (Unknown::InTheFuture.text(), "future"),
    ] {
        assert!(text.contains(about), "{text}");
    }
}

#[test]
fn only_a_gate_that_was_worked_out_has_a_day() {
    let day = Day::parse("2026-11-23").unwrap();
    assert_eq!((Gate::NotBefore(day).day(), Gate::Passed(day).day()), (Some(day), Some(day)));
    let others = [Gate::NoAntagonist, Gate::NotResolved, Gate::LongActing, Gate::CannotBeComputed(Unknown::Resolved)];
    assert!(others.iter().all(|gate| gate.day().is_none()));
}

#[test]
fn a_group_of_the_form_has_its_id_and_its_heading() {
    let found = Group::ALL.map(|group| (group.id(), group.label()));
    let wanted = [
        ("essential", "Start here"),
        ("trigger", "Drugs and triggers"),
        ("vitals", "Vital signs"),
        ("signs", "Signs at the bedside"),
        ("laboratory", "Laboratory"),
        ("complications", "Complications"),
        ("look-alikes", "Telling look-alikes apart"),
        ("cautions", "Before giving a drug"),
        ("course", "Course and treatment so far"),
        ("patient", "Patient"),
    ];
    assert_eq!(found, wanted);
}
