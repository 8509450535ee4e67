//! Every vignette and every published case, written as text: what is read of it gives the same verdicts as by hand.

use nms_advisor::answer::{Reading, Sent};
use nms_advisor::data_in::Given;
use nms_advisor::data_in::text::{Read, TextWhy};
use nms_advisor::engine::assessment::{Assessment, Scope, assess};
use nms_advisor::engine::finding::{FindingIndex, FindingKind, Findings};
use nms_advisor::engine::rule::Grade;
use nms_advisor::guideline::NMS;
use nms_advisor::guideline::examples::EXAMPLES;
use nms_advisor::guideline::words;
use serde_json::{Map, Value as Json, json};

use crate::shown::read;
use crate::support::{self, key, path};
use crate::vignettes;

/// What a text cannot carry: ids of lines, and the day of recovery.
const NOT_CARRIED: [&str; 3] = ["treatmentsGiven", "treatmentsNotPossible", "resolvedOn"];

fn first<'a>(list: &[(FindingIndex, &'a str)], of: FindingIndex) -> &'a str {
    list.iter()
        .find(|(index, _)| *index == of)
        .unwrap_or_else(|| panic!("no words for {of:?}"))
        .1
        .split('|')
        .next()
        .unwrap()
}

/// An answer as somebody would type it.
fn written(id: &str, answer: &Json) -> Option<String> {
    let index = key(id);
    Some(match (NMS.finding(index).unwrap().kind, answer) {
        (FindingKind::Boolean, Json::Bool(true)) => first(words::SIGNS, index).into(),
        (FindingKind::Boolean, Json::Bool(false)) => format!("no {}", first(words::SIGNS, index)),
        (FindingKind::Number(quantity), answer) => {
            let value = answer.get("value").unwrap_or(answer);
            let code = answer.get("unit").and_then(Json::as_str).unwrap_or(quantity.units[0].code);
            let unit = quantity.units.iter().find(|unit| unit.code == code).unwrap();
            format!("{} {value} {}", first(words::NUMBERS, index), unit.label)
        }
        (FindingKind::Choice(_), Json::String(choice)) => {
            let (_, labels, options) = words::CHOICES.iter().find(|(of, ..)| *of == index).unwrap();
            let (_, _, behind) = options.iter().find(|(option, ..)| option == choice).unwrap();
            format!("{}: {}", labels.split('|').next().unwrap(), behind.split('|').next().unwrap())
        }
        (FindingKind::Agents, Json::Array(names)) => {
            names.iter().map(|name| name.as_str().unwrap()).collect::<Vec<_>>().join("\n")
        }
        _ => return None,
    })
}

/// What is ticked of a text, as findings.
fn findings(text: &str) -> Findings {
    let mut reading = Reading::new(&NMS);
    // what is offered for its value alone, a reader ticks
    let value = |row: &Read| row.why.iter().all(|remark| !remark.why.leaves_it() || remark.why == TextWhy::UnitUnsure);
    let read = read(text);
    let offered = read.used.iter().filter(|row| !row.ticked && value(row)).map(|row| (row.finding, row.given.clone()));
    for (id, given) in read.findings.iter().cloned().chain(offered) {
        let text_of = |id: &str| Sent::Text(id.to_string());
        let sent = match &given {
            Given::Yes => Sent::Boolean(true),
            Given::No => Sent::Boolean(false),
            Given::Choice(id) => text_of(id),
            Given::Number { value, unit } => {
                Sent::Quantity(Box::new(Sent::Number(value.to_f64())), Box::new(text_of(unit)))
            }
            Given::Names(names) => Sent::List(names.iter().map(|name| text_of(name)).collect()),
            other => panic!("{id}: {other:?}"),
        };
        reading.take(&NMS, id, &sent);
    }
    reading.settle(&NMS);
    assert_eq!(reading.issues, [], "{text}");
    reading.findings
}

fn told(assessment: &Assessment) -> Vec<String> {
    let verdicts = assessment.verdicts.iter().map(|row| format!("{} {:?} {:?}", row.rule.id, row.truth, row.status));
    verdicts.chain([format!("{:?} {:?}", assessment.suspicion, assessment.severity.grade)]).collect()
}

/// Text and hand side by side.
fn same(name: &str, answers: &Map<String, Json>) {
    let mut carried = answers.clone();
    carried.retain(|id, _| !NOT_CARRIED.contains(&id.as_str()));
    // a name that has a question of its own answers it too
    let named = carried.get("agents").and_then(Json::as_array).is_some_and(|names| names.contains(&json!("lithium")));
    if named || carried.get("lithium") == Some(&json!(true)) {
        carried.insert("lithium".into(), json!(true));
        let agents = carried.entry("agents").or_insert_with(|| json!([])).as_array_mut().unwrap();
        if !named {
            agents.push(json!("lithium"));
        }
    }
    // a dopaminergic drug goes to the list of its kind, which is read as the other one is
    let dopaminergic = |name: &Json| NMS.agents.iter().any(|agent| *name == agent.id && agent.is_dopaminergic());
    if let Some(Json::Array(names)) = carried.get_mut("agents") {
        let moved: Vec<Json> = names.extract_if(.., |name| dopaminergic(name)).collect();
        if names.is_empty() {
            carried.remove("agents");
        }
        if !moved.is_empty() {
            let list = carried.entry("dopaminergicAgents").or_insert_with(|| json!([])).as_array_mut().unwrap();
            list.extend(moved.into_iter().filter(|name| !list.contains(name)).collect::<Vec<_>>());
        }
    }
    let text: Vec<String> = carried.iter().filter_map(|(id, answer)| written(id, answer)).collect();
    for separator in ["\n", "; ", ".\n"] {
        let text = text.join(separator);
        let (by_text, by_hand) = (findings(&text), support::read(&carried).findings);
        let differs: Vec<_> = (0..NMS.findings.len())
            .map(|at| FindingIndex(u16::try_from(at).unwrap()))
            .filter(|index| by_text.get(*index) != by_hand.get(*index))
            .map(|index| NMS.finding_id(index))
            .collect();
        assert!(differs.is_empty(), "{name}: {differs:?} of:\n{text}\n{:?}", read(&text));
        let verdicts = |findings: &Findings| told(&assess(&NMS, findings, Scope::All));
        assert_eq!(verdicts(&by_text), verdicts(&by_hand), "{name}");
    }
}

#[test]
fn every_vignette_that_is_typed_gives_the_verdicts_of_the_form() {
    let cases = vignettes::cases();
    assert!(cases.len() > 300, "{} vignettes", cases.len());
    for case in cases {
        same(&case.name, &case.answers);
    }
}

#[test]
fn every_published_case_that_is_typed_gives_the_verdicts_of_the_form() {
    let text = std::fs::read_to_string(path("tests/cases/published.json")).unwrap();
    let cases: Vec<Json> = serde_json::from_str(&text).unwrap();
    assert!(cases.len() >= 45);
    for case in cases {
        same(case["id"].as_str().unwrap(), case["findings"].as_object().unwrap());
    }
}

#[test]
fn every_yes_or_no_and_every_choice_can_be_typed() {
    for finding in NMS.findings {
        let answers: Vec<Json> = match finding.kind {
            FindingKind::Boolean => vec![json!(true), json!(false)],
            FindingKind::Choice(options) => options.iter().map(|option| json!(option.id)).collect(),
            FindingKind::Number(quantity) => {
                let value = quantity.plausible.1.to_f64();
                vec![json!(value), json!({ "value": value, "unit": quantity.units[0].code })]
            }
            FindingKind::Agents => NMS.agents.iter().map(|agent| json!([agent.id])).collect(),
            FindingKind::Date | FindingKind::Rules => continue,
        };
        for answer in answers {
            // a drug goes to the list of its kind
            let drug = answer[0].as_str().and_then(|name| NMS.agents.iter().find(|agent| agent.id == name));
            if drug.is_some_and(|drug| drug.is_dopaminergic() != (finding.id == "dopaminergicAgents")) {
                continue;
            }
            same(finding.id, json!({ finding.id: answer }).as_object().unwrap());
        }
    }
}

#[test]
fn the_severe_example_in_one_line_is_severe() {
    let line = "haloperidol, olanzapine, T 41.3, lead-pipe rigidity, stuporous, CK 28900 U/L, rhabdomyolysis, acute renal failure, SpO2 93%";
    let by_line = findings(line);
    assert_eq!(assess(&NMS, &by_line, Scope::All).severity.grade, Some(Grade::Severe));
    let example = EXAMPLES.iter().find(|example| example.id == "severe").unwrap();
    let mut reading = Reading::new(&NMS);
    for (id, text) in example.answers {
        reading.take_typed(&NMS, key(id), text, 0);
    }
    reading.settle(&NMS);
    // that a dopamine antagonist was taken follows from its name
    let wanted = told(&assess(&NMS, &reading.findings, Scope::All));
    assert_eq!(told(&assess(&NMS, &by_line, Scope::All)), wanted);
}
