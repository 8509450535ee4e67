//! Drugs: known by code or by name, and given, reported or ordered.

use expect_test::expect;
use serde_json::{Value as Json, json};

use super::{bundle, check, read, with};

fn named(text: &str) -> Json {
    json!({ "text": text })
}

fn administered(concept: Json) -> Json {
    json!({ "resourceType": "MedicationAdministration", "status": "completed", "subject": { "reference": "Patient/p" },
        "effectiveDateTime": "2026-11-20T09:00:00Z", "medicationCodeableConcept": concept })
}

fn ordered(text: &str, authored: &str) -> Json {
    json!({ "resourceType": "MedicationRequest", "status": "active", "intent": "order",
        "subject": { "reference": "Patient/p" }, "authoredOn": authored, "medicationCodeableConcept": named(text) })
}

const ATC: &str = "http://www.whocc.no/atc";

#[test]
fn a_clinical_drug_is_known_by_its_name() {
    let concept = json!({ "coding": [{ "system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "204416",
        "display": "haloperidol 5 MG/ML Injectable Solution [Haldol]" }] });
    check(vec![administered(concept)], expect!["+ agents [haloperidol]: name-read, administered"]);
}

#[test]
fn given_comes_before_ordered() {
    let order = ordered("Haloperidol 5 mg tablet", "2026-11-20T10:00:00Z");
    check(
        vec![order, administered(named("Haloperidol 5 mg tablet"))],
        expect!["+ agents [haloperidol] of 2: name-read, administered"],
    );
}

#[test]
fn an_order_of_old_is_left_to_the_reader() {
    check(
        vec![ordered("clozapine 100 mg", "1959-01-01")],
        expect!["? agents [clozapine]: name-read, ordered, old-date"],
    );
}

#[test]
fn an_order_of_old_that_is_over_is_not_used() {
    check(
        vec![with(ordered("clozapine 100 mg", "2026-01-01"), json!({ "status": "completed" }))],
        expect!["- agents clozapine: too-old"],
    );
}

#[test]
fn a_depot_counts_longer() {
    let time = "2026-10-30T09:00:00Z";
    check(
        vec![ordered("haloperidol decanoate", time), ordered("risperidone", time)],
        expect![[r#"
        + agents [haloperidol decanoate]: name-read, ordered
        ? agents [risperidone]: name-read, ordered, old-date"#]],
    );
}

#[test]
fn a_code_alone_is_offered() {
    check(
        vec![administered(json!({ "coding": [{ "system": ATC, "code": "N05AD01" }] }))],
        expect!["? agents [haloperidol]: code-alone, administered"],
    );
}

#[test]
fn a_code_and_another_name_are_not_used() {
    let concept = json!({ "coding": [{ "system": ATC, "code": "N05AD01" }], "text": "Metoclopramide" });
    check(vec![administered(concept)], expect!["- agents: codes-disagree"]);
}

#[test]
fn lithium_answers_its_own_question() {
    check(
        vec![administered(named("lithium carbonate 300 mg"))],
        expect![[r#"
        + agents [lithium]: name-read, administered
        + lithium true: name-read, administered"#]],
    );
}

#[test]
fn what_acts_like_dopamine_stands_in_its_own_list() {
    check(
        vec![administered(named("carbidopa-levodopa 25 mg"))],
        expect!["+ dopaminergicAgents [levodopa]: name-read, administered"],
    );
}

#[test]
fn what_was_not_given_is_never_a_no() {
    check(
        vec![with(administered(named("haloperidol")), json!({ "status": "not-done" }))],
        expect!["- agents haloperidol: not-taken"],
    );
    check(
        vec![with(administered(named("haloperidol")), json!({ "status": "entered-in-error" }))],
        expect!["- agents haloperidol: status"],
    );
    check(
        vec![with(ordered("haloperidol", "2026-11-20"), json!({ "doNotPerform": true }))],
        expect!["- agents haloperidol: not-taken"],
    );
    check(
        vec![with(ordered("haloperidol", "2026-11-20"), json!({ "status": "on-hold" }))],
        expect!["- agents haloperidol: not-taken"],
    );
    check(
        vec![with(ordered("haloperidol", "2026-11-20"), json!({ "intent": "proposal" }))],
        expect!["- agents haloperidol: not-ordered"],
    );
}

#[test]
fn what_was_stopped_is_left_to_the_reader() {
    check(
        vec![with(ordered("haloperidol", "2026-11-19T08:00:00Z"), json!({ "status": "stopped" }))],
        expect!["? agents [haloperidol]: name-read, ordered, stopped"],
    );
}

#[test]
fn words_that_could_deny_leave_it_to_the_reader() {
    check(
        vec![administered(named("allergic to haloperidol"))],
        expect!["? agents [haloperidol]: name-unsure, name-read, administered"],
    );
}

#[test]
fn a_drug_of_release_5_is_read() {
    let five = json!({ "medicationCodeableConcept": null, "effectiveDateTime": null,
        "medication": { "concept": { "text": "droperidol" } }, "occurenceDateTime": "2026-11-20T09:00:00Z" });
    check(vec![with(administered(json!(0)), five)], expect!["+ agents [droperidol]: name-read, administered"]);
}

#[test]
fn a_drug_is_followed_to_its_resource() {
    let reference = json!({ "medicationCodeableConcept": null, "medicationReference": { "reference": "#m" },
        "contained": [{ "resourceType": "Medication", "id": "m", "code": { "text": "Metoclopramide" } }] });
    check(vec![with(administered(json!(0)), reference)], expect!["+ agents [metoclopramide]: name-read, administered"]);
}

#[test]
fn another_drug_is_counted() {
    let read = read(&bundle(vec![administered(named("paracetamol 1 g"))]));
    assert_eq!(read.counts.unwrap().drugs_not_known, 1);
    assert!(read.used.is_empty() && read.not_used.is_empty());
}

#[test]
fn a_reported_drug_counts_by_the_day_of_the_report() {
    let statement = json!({ "resourceType": "MedicationStatement", "status": "active",
        "subject": { "reference": "Patient/p" }, "effectivePeriod": { "start": "2019-01-01" },
        "dateAsserted": "2026-11-20T08:00:00Z", "medicationCodeableConcept": { "text": "clozapine" } });
    check(vec![statement], expect!["+ agents [clozapine]: name-read, reported"]);
}
