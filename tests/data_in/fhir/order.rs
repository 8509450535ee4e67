//! The order of the entries does not show, and nothing is answered no.

use nms_advisor::data_in::{FromOutside, Given};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::{as_json, at, bundle, coded, counted, observation, read, with};

const CODES: [(&str, &str); 9] = [
    ("8310-5", "Cel"),
    ("8328-7", "Cel"),
    ("8332-9", "Cel"),
    ("2823-3", "mmol/L"),
    ("2157-6", "U/L"),
    ("2160-0", "umol/L"),
    ("29463-7", "kg"),
    ("9279-1", "/min"),
    ("59410-1", "%"),
];
const TIMES: [&str; 8] = [
    "2026-11-20T11:00:00Z",
    "2026-11-20T11:00:00.500Z",
    "2026-11-20T09:30:00Z",
    "2026-11-20",
    "2026-11-20T10:00:00",
    "2026-11",
    "2026-06-01T10:00:00Z",
    "2026-11-21T00:00:00Z",
];
const STATUSES: [&str; 5] = ["final", "amended", "preliminary", "cancelled", "unknown"];

fn any_observation() -> impl Strategy<Value = Json> {
    (0..CODES.len(), 1..6_u8, 0..TIMES.len(), 0..STATUSES.len(), 0..4_u8).prop_map(
        |(code, value, time, status, more)| {
            let (code, unit) = CODES[code];
            let one = at(TIMES[time], observation(code, 35.0 + f64::from(value), unit));
            let one = with(one, json!({ "status": STATUSES[status] }));
            match more {
                0 => with(one, json!({ "code": coded(&[code, "8329-5"]) })),
                1 => with(one, json!({ "subject": null })),
                2 => with(one, json!({ "referenceRange": [{ "high": { "value": 200, "code": "U/L" } }] })),
                _ => one,
            }
        },
    )
}

fn any_drug() -> impl Strategy<Value = Json> {
    let names = [
        "haloperidol",
        "Haldol 5 mg",
        "clozapine",
        "levodopa",
        "haloperidol decanoate",
        "aspirin",
        "stopped haloperidol",
    ];
    (0..names.len(), 0..TIMES.len(), 0..4_usize).prop_map(move |(name, time, status)| {
        json!({ "resourceType": "MedicationRequest", "intent": "order", "authoredOn": TIMES[time],
            "status": (["active", "completed", "stopped", "on-hold"][status]), "subject": { "reference": "Patient/p" },
            "medicationCodeableConcept": { "text": names[name] } })
    })
}

fn any_resource() -> impl Strategy<Value = Json> {
    let part = (0..3_usize, 1..5_i64, 0..3_usize).prop_map(|(code, value, time)| {
        let code = ["9267-6", "9270-0", "9268-4"][code];
        with(at(TIMES[time], observation(code, 0.0, "")), json!({ "valueQuantity": null, "valueInteger": value }))
    });
    let state = (0..TIMES.len(), 0..2_usize).prop_map(|(time, code)| {
        let answer = json!({ "coding": [{ "code": (["LA15173-0", "LA26683-5"][code]) }] });
        with(
            at(TIMES[time], observation("82810-3", 0.0, "")),
            json!({ "valueQuantity": null, "valueCodeableConcept": answer }),
        )
    });
    let condition = (0..3_usize, 0..TIMES.len(), 0..3_usize).prop_map(|(code, time, status)| {
        json!({ "resourceType": "Condition", "subject": { "reference": "Patient/p" }, "recordedDate": TIMES[time],
            "clinicalStatus": { "coding": [{ "code": (["active", "resolved", "relapse"][status]) }] },
            "verificationStatus": { "coding": [{ "code": "confirmed" }] },
            "code": { "coding": [{ "system": "http://snomed.info/sct", "code": (["67406007", "49049000", "15244003"][code]) }] } })
    });
    prop_oneof![6 => any_observation(), 3 => any_drug(), 1 => part, 1 => state, 1 => condition]
}

/// The result without the places of the input.
fn without_places(read: &FromOutside) -> Json {
    let mut json = as_json(read);
    for list in ["used", "notUsed"] {
        for row in json[list].as_array_mut().unwrap() {
            row.as_object_mut().unwrap().remove("resource");
        }
    }
    json
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_entries_does_not_show(
        (one, other) in proptest::collection::vec(any_resource(), 1..12)
            .prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        let (one, other) = (read(&bundle(one)), read(&bundle(other)));
        prop_assert_eq!(without_places(&one), without_places(&other));
    }

    #[test]
    fn every_observation_is_counted_once_and_nothing_is_answered_no(
        all in proptest::collection::vec(any_resource(), 1..12)
    ) {
        let observations = all.iter().filter(|one| one["resourceType"] == "Observation").count();
        let read = read(&bundle(all));
        prop_assert_eq!(read.counts.unwrap().observations, observations);
        counted(&read);
        prop_assert!(read.findings.iter().all(|(_, given)| *given != Given::No));
        let ticked = read.used.iter().filter(|row| row.ticked);
        for row in ticked {
            prop_assert!(row.why.iter().all(|remark| !remark.why.leaves_it()), "{row:?}");
            prop_assert!(read.findings.iter().any(|(finding, _)| *finding == row.finding), "{row:?}");
        }
    }
}
