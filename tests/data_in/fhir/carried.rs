//! The vignettes as records: what can be carried gives the same verdicts as by hand.

use nms_advisor::engine::assessment::assess;
use nms_advisor::engine::coding::Kind;
use nms_advisor::engine::finding::{FindingKind, Value};
use nms_advisor::guideline::NMS;
use nms_advisor::guideline::codes::CODES;
use serde_json::{Map, Value as Json, json};

use super::{as_json, bundle, coded, observation, read, with};
use crate::vignettes::cases;

/// The number and the unit of an answer, if it is one.
fn number(finding: &str, answer: &Json) -> Option<(f64, String)> {
    let FindingKind::Number(quantity) = NMS.finding(NMS.find(finding)?)?.kind else { return None };
    let stored = quantity.units.first()?.code;
    match answer {
        Json::Number(number) => Some((number.as_f64()?, stored.into())),
        Json::Object(fields) => {
            let unit = fields.get("unit").and_then(Json::as_str).unwrap_or(stored);
            Some((fields.get("value")?.as_f64()?, unit.into()))
        }
        _ => None,
    }
}

fn code_of(finding: &str) -> Option<(&'static str, Kind)> {
    let measure = CODES.measures.iter().find(|measure| measure.finding == finding)?;
    Some((measure.sure.split_ascii_whitespace().next()?, measure.kind))
}

/// The resources that carry these answers, and the answers that they carry.
fn carried(answers: &Map<String, Json>) -> (Vec<Json>, Map<String, Json>) {
    let (mut resources, mut kept) = (Vec::new(), Map::new());
    let mut pressures = Vec::new();
    let mut patient = json!({ "resourceType": "Patient", "id": "p" });
    for (finding, answer) in answers {
        let before = (resources.len(), pressures.len(), patient.clone());
        match (finding.as_str(), answer, code_of(finding)) {
            ("agents" | "dopaminergicAgents", Json::Array(names), _) => {
                let list = if finding == "agents" { "antagonist" } else { "dopaminergic" };
                let fits = |name: &str| {
                    let row = nms_advisor::engine::agent::find(NMS.agents, name);
                    row.is_some_and(|row| NMS.agents[row].is_dopaminergic() == (list == "dopaminergic"))
                };
                if names.iter().all(|name| name.as_str().is_some_and(fits)) {
                    resources.extend(names.iter().map(|name| {
                        json!({ "resourceType": "MedicationAdministration", "status": "completed",
                            "subject": { "reference": "Patient/p" }, "effectiveDateTime": "2026-11-20T09:00:00Z",
                            "medicationCodeableConcept": { "text": name } })
                    }));
                }
                if names.iter().any(|name| name == "lithium") {
                    kept.insert("lithium".into(), json!(true));
                }
            }
            ("sex", sex, _) => patient["gender"] = sex.clone(),
            ("ageYears", Json::Number(age), _) if age.as_u64().is_some_and(|age| age < 120) => {
                patient["birthDate"] = json!(format!("{}-01-01", 2026 - age.as_u64().unwrap()));
            }
            ("pregnant", Json::Bool(true), _) => {
                let yes = json!({ "coding": [{ "code": "LA15173-0" }] });
                resources.push(with(
                    observation("82810-3", 0.0, ""),
                    json!({ "valueQuantity": null, "valueCodeableConcept": yes }),
                ));
            }
            ("creatineKinaseUpperLimit", _, _) | (_, _, Some((_, Kind::Volume))) => {}
            (_, _, Some((code, kind))) => {
                if let Some((value, unit)) = number(finding, answer) {
                    let one = observation(code, value, &unit);
                    if kind == Kind::Pressure { pressures.push(one) } else { resources.push(one) }
                }
            }
            _ => {}
        }
        if before != (resources.len(), pressures.len(), patient.clone()) {
            kept.insert(finding.clone(), answer.clone());
        }
    }
    if !pressures.is_empty() {
        let parts: Vec<Json> =
            pressures.iter().map(|one| json!({ "code": one["code"], "valueQuantity": one["valueQuantity"] })).collect();
        let panel = json!({ "code": coded(&["85354-9"]), "valueQuantity": null, "component": parts });
        resources.push(with(observation("85354-9", 0.0, ""), panel));
    }
    if kept.contains_key("temperature")
        && let Some(site) = answers.get("temperatureSite").and_then(Json::as_str)
        && let Some((_, codes)) = CODES.sites.iter().find(|(name, _)| *name == site && site != "other")
    {
        let first = codes.split(' ').next().unwrap();
        let temperature = resources.iter_mut().find(|one| one["code"] == coded(&["8310-5"])).unwrap();
        temperature["code"] = coded(&["8310-5", first]);
        kept.insert("temperatureSite".into(), json!(site));
    }
    if kept.contains_key("creatineKinase")
        && let Some((value, unit)) =
            answers.get("creatineKinaseUpperLimit").and_then(|limit| number("creatineKinase", limit))
        && let Some(kinase) = resources.iter_mut().find(|one| one["code"] == coded(&["2157-6"]))
        && kinase["valueQuantity"]["code"] == unit.as_str()
    {
        kinase["referenceRange"] = json!([{ "high": { "value": value, "unit": unit, "code": unit } }]);
        kept.insert("creatineKinaseUpperLimit".into(), answers["creatineKinaseUpperLimit"].clone());
    }
    resources.push(patient);
    (resources, kept)
}

#[test]
fn a_vignette_as_a_record_gives_the_same_verdicts_as_by_hand() {
    let (mut all, mut carried_findings, mut seen) = (0, 0, 0);
    for case in cases() {
        let (resources, kept) = carried(&case.answers);
        let by_hand = crate::support::read(&kept);
        let from_record = as_json(&read(&bundle(resources)));
        let sent = crate::support::read(from_record["findings"].as_object().unwrap());
        assert_eq!(sent.issues, [], "{}", case.name);
        for (position, finding) in NMS.findings.iter().enumerate() {
            let index = nms_advisor::engine::finding::FindingIndex(u16::try_from(position).unwrap());
            let values = (sent.findings.get(index), by_hand.findings.get(index));
            assert_eq!(values.0, values.1, "{} in {}: {from_record:#}", finding.id, case.name);
            carried_findings += usize::from(matches!(values.0, Some(Value::Number(_))));
        }
        let verdicts = |findings| {
            let result = assess(&NMS, findings, case.scope());
            let rows: Vec<_> = result.verdicts.iter().map(|row| (row.rule.id, row.status)).collect();
            (result.suspicion.id(), result.severity.grade, rows)
        };
        assert_eq!(verdicts(&sent.findings), verdicts(&by_hand.findings), "{}", case.name);
        all += case.answers.len();
        seen += kept.len();
    }
    println!("{seen} of {all} answers are carried, {carried_findings} of them numbers");
    assert!(seen > 300, "the records carry {seen} answers");
}
