//! The shape of the contract: keys, units, the rule set as JSON, and CDS Hooks cards.

use std::collections::BTreeSet;

use super::{FindingKind, Json, KEYS, NMS, UNITS, assess, json, mild, severe, wire};

fn kind(finding: &nms_advisor::engine::finding::Finding) -> &'static str {
    match finding.kind {
        FindingKind::Boolean => "boolean",
        FindingKind::Choice(_) => "choice",
        FindingKind::Number(_) => "number",
        FindingKind::Date => "date",
        FindingKind::Agents => "agents",
        FindingKind::Rules => "rules",
    }
}

#[test]
fn every_key_of_the_contract_is_a_finding_of_its_type_and_there_is_no_other() {
    let contract: BTreeSet<(&str, &str)> =
        KEYS.iter().flat_map(|(kind, keys)| keys.split(' ').map(|key| (key, *kind))).collect();
    let findings: BTreeSet<(&str, &str)> = NMS.findings.iter().map(|finding| (finding.id, kind(finding))).collect();
    assert_eq!(contract, findings);
}

#[test]
fn every_unit_of_the_contract_is_taken() {
    for (id, stored, other) in UNITS {
        let finding = NMS.findings.iter().find(|finding| finding.id == *id).unwrap();
        let FindingKind::Number(quantity) = finding.kind else { panic!("{id} is no number") };
        assert_eq!(quantity.units[0].code, *stored, "{id}");
        assert!(quantity.units.iter().any(|unit| unit.code == *other), "{id} does not take {other}");
    }
}

#[test]
fn the_choices_are_those_of_the_contract() {
    let choices = |id: &str| {
        NMS.findings
            .iter()
            .find(|row| row.id == id)
            .unwrap()
            .choices()
            .iter()
            .map(|option| option.id)
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(choices("sex"), "female male other");
    assert_eq!(choices("calciumChannelBlocker"), "none verapamil diltiazem dihydropyridine other");
    assert_eq!(choices("temperatureSite"), "core oral axillary tympanic other");
    assert_eq!(choices("rigidity"), "none mild moderate severe present");
    assert_eq!(choices("mentalStatus"), "alert confused delirious stuporous comatose");
    assert_eq!(choices("pupils"), "small normal large");
    assert_eq!(choices("bowelSounds"), "absent reduced normal hyperactive");
    assert_eq!(choices("dantroleneFormulation"), "20mg-60ml other 120mg-20ml 250mg-5ml");
    assert_eq!(choices("trend"), "better same worse");
}

fn rule_set() -> Json {
    serde_json::to_value(wire::rule_set(&NMS)).unwrap()
}

fn rows<'a>(rule_set: &'a Json, table: &str) -> &'a Vec<Json> {
    rule_set[table].as_array().unwrap_or_else(|| panic!("the rule set has no `{table}`"))
}

#[test]
fn the_rule_set_has_every_table_of_the_contract_and_every_row_its_sources() {
    let set = rule_set();
    assert_eq!((&set["id"], &set["version"], &set["reviewed"]), (&json!("nms"), &json!(NMS.version), &Json::Null));
    for table in [
        "findings",
        "derived",
        "definitions",
        "severity",
        "rules",
        "statements",
        "citations",
        "agents",
        "disagreements",
        "omissions",
        "retired",
    ] {
        assert!(!rows(&set, table).is_empty(), "{table}");
    }
    for table in ["findings", "derived", "definitions", "severity", "rules", "disagreements"] {
        for row in rows(&set, table) {
            assert!(row["statements"].is_array() && row["citations"].is_array(), "{table}: {}", row["id"]);
        }
    }
    assert!(rows(&set, "omissions").iter().all(|row| row["statement"].is_string() && row["reason"].is_string()));
    let keys = set["preprocessing"].as_object().unwrap().keys();
    assert!(keys.clone().all(|key| !key.contains('_')), "{keys:?}: keys are camelCase");
    assert!(set["preprocessing"]["suspicion"]["table"].is_string() && set["preprocessing"]["agents"].is_string());
}

#[test]
fn every_kind_of_derived_finding_is_said_in_words() {
    let set = rule_set();
    let kinds = set["preprocessing"]["kinds"].as_object().unwrap();
    let plain = ["id", "label", "formula", "basis", "statements", "citations", "interpretation"];
    for row in rows(&set, "derived") {
        let kind: Vec<&String> = row.as_object().unwrap().keys().filter(|key| !plain.contains(&key.as_str())).collect();
        assert!(kind.len() == 1 && kinds.contains_key(kind[0]), "{}: {kind:?} has no line in words.rs", row["id"]);
    }
}

/// Checks one criterion tree: one known node, and ids that exist.
fn check(set: &Json, tree: &Json, at: &str) {
    let node = tree.as_object().unwrap_or_else(|| panic!("{at}: no tree: {tree}"));
    assert_eq!(node.len(), 1, "{at}: {tree}");
    let (name, value) = node.iter().next().unwrap();
    let named = |table: &str, id: &Json| rows(set, table).iter().any(|row| row["id"] == *id);
    let finding = |id: &Json| assert!(named("findings", id) || named("derived", id), "{at}: no finding {id}");
    match name.as_str() {
        "always" => assert_eq!(*value, json!(true)),
        "present" | "absent" => finding(value),
        "is" | "atLeastGrade" => {
            finding(&value[0]);
            let row = rows(set, "findings").iter().find(|row| row["id"] == value[0]).unwrap();
            assert!(row["choices"].as_array().unwrap().iter().any(|choice| choice["id"] == value[1]), "{at}: {tree}");
        }
        "above" | "atLeast" | "below" | "atMost" => {
            finding(&value[0]);
            assert!(value[1].is_number(), "{at}: {tree}");
        }
        "all" | "any" => check_all(set, value, at),
        "atLeastOf" => {
            assert!(value[0].is_u64());
            check_all(set, &value[1], at);
        }
        "not" => check(set, value, at),
        "definition" => assert!(named("definitions", value), "{at}: no definition {value}"),
        other => panic!("{at}: the contract has no node `{other}`"),
    }
}

fn check_all(set: &Json, parts: &Json, at: &str) {
    for part in parts.as_array().unwrap() {
        check(set, part, at);
    }
}

#[test]
fn every_criterion_is_a_tree_of_the_nodes_of_the_contract() {
    let set = rule_set();
    for table in ["definitions", "severity", "rules"] {
        for row in rows(&set, table) {
            check(&set, &row["when"], row["id"].as_str().unwrap());
        }
    }
    for row in rows(&set, "rules") {
        for part in ["contraindicatedBy", "checkFirstIf"] {
            check(&set, &row[part], row["id"].as_str().unwrap());
        }
    }
    let suspicion = &set["preprocessing"]["suspicion"];
    check(&set, &suspicion["exposure"], "exposure");
    check(&set, &suspicion["withdrawal"], "withdrawal");
    check_all(&set, &suspicion["signs"], "sign");
    for row in suspicion["rows"].as_array().unwrap() {
        check(&set, &row["when"], row["label"].as_str().unwrap());
    }
    check(&set, &set["aftercareShownIf"], "aftercare");
    for row in rows(&set, "rules") {
        for fold in row["foldsUnder"].as_array().unwrap() {
            check(&set, &fold["when"], row["id"].as_str().unwrap());
            assert!(rows(&set, "rules").iter().any(|over| over["id"] == fold["under"]));
        }
    }
}

#[test]
fn thresholds_are_written_as_in_the_text() {
    let text = serde_json::to_string(&rule_set()).unwrap();
    assert!(text.contains(r#"{"above":["temperature",41.1]}"#));
    assert!(text.contains(r#"{"above":["creatineKinase",1000]}"#));
    assert!(text.contains(r#""ratio":["creatineKinase","creatineKinaseUpperLimit"]"#));
    assert!(text.contains(r#""percentAbove":["heartRate","heartRateBaseline"]"#));
    assert!(text.contains(r#""difference":["systolic","diastolic"]"#));
}

#[test]
fn an_assessment_has_every_key_of_the_contract() {
    let answer = assess(&severe(), &json!({}));
    let has = |value: &Json, keys: &str| {
        for key in keys.split(' ') {
            assert!(value.get(key).is_some(), "no `{key}` in {value}");
        }
    };
    has(&answer, "ruleSet suspicion severity recommendations missing issues unusual conflicts");
    has(&answer["ruleSet"], "id version reviewed");
    has(&answer["severity"], "grade atLeast criteria missing");
    has(&answer["severity"]["criteria"][0], "id grade basis statements explanation");
    has(
        &answer["recommendations"][0],
        "id section kind urgency truth status pending headline text detail beyond under place basis statements citations explanation",
    );
    has(&answer["recommendations"][0]["explanation"][0], "finding answer criterion truth");
    has(&answer["missing"][0], "finding couldChange");
}

#[test]
fn cards_are_one_for_each_advised_do_avoid_or_consider_in_order() {
    for case in [json!({}), mild(), severe()] {
        let answer = assess(&case, &json!({}));
        let carded = |row: &&Json| {
            row["under"].is_null()
                && row["place"] == "screen"
                && row["status"] == "advised"
                && ["do", "avoid", "consider"].contains(&row["kind"].as_str().unwrap())
        };
        let advised: Vec<&Json> = answer["recommendations"].as_array().unwrap().iter().filter(carded).collect();
        let cards = serde_json::to_value(wire::cards(serde_json::from_value(answer.clone()).unwrap())).unwrap();
        let cards = rows(&cards, "cards");
        assert_eq!(cards.len(), advised.len());
        let mut seen = BTreeSet::new();
        for (card, row) in cards.iter().zip(advised) {
            let summary = card["summary"].as_str().unwrap();
            let folded = answer["recommendations"].as_array().unwrap().iter();
            for other in folded.filter(|other| other["under"] == row["id"] && other["status"] != "withheld") {
                let (detail, text) = (card["detail"].as_str().unwrap(), other["text"].as_str().unwrap());
                assert!(detail.contains(text), "{text} is folded and not named: {detail}");
            }
            assert!(summary.chars().count() <= 140 && summary.contains(row["text"].as_str().unwrap()), "{summary}");
            assert_eq!(card["indicator"], row["urgency"]);
            assert!(["info", "warning", "critical"].contains(&card["indicator"].as_str().unwrap()));
            let uuid = card["uuid"].as_str().unwrap();
            assert!(seen.insert(uuid.to_string()), "a second card with {uuid}");
            let shape: Vec<usize> = uuid.split('-').map(str::len).collect();
            assert_eq!(shape, [8, 4, 4, 4, 12]);
            assert!(card["source"]["label"].as_str().unwrap().starts_with("NMS Advisor"));
            assert_eq!(row["kind"] == "avoid", summary.starts_with("Avoid: "), "{summary}");
        }
    }
}

#[test]
fn headlines_are_short_and_folded_lines_name_rows() {
    for case in [json!({}), mild(), severe()] {
        for basis in ["all", "article"] {
            let answer = assess(&case, &json!({ "basis": basis }));
            let lines = answer["recommendations"].as_array().unwrap();
            for row in lines {
                assert!(row["headline"].as_str().unwrap().chars().count() <= 52);
                assert!(["screen", "drawer"].contains(&row["place"].as_str().unwrap()));
                assert!(basis == "all" || row["beyond"] == "", "the article's view goes past the article: {row}");
                let over = lines.iter().find(|over| over["id"] == row["under"]);
                assert_eq!(over.is_some(), row["under"].is_string());
                assert!(over.is_none_or(|over| over["under"].is_null() && over["status"] != "withheld"), "{row}");
            }
        }
    }
    let texts = assess(&severe(), &json!({ "basis": "article" }));
    let stop = &texts["recommendations"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["id"] == "discontinue-dopamine-antagonists")
        .unwrap()["articleText"];
    assert_eq!(stop, "Stop all antipsychotics now");
    let set = rule_set();
    assert_eq!(set["retired"][0]["id"], "consider-bromocriptine-or-dantrolene");
    let marked = assess(&json!({ "treatmentsGiven": ["consider-bromocriptine-or-dantrolene"] }), &json!({}));
    assert_eq!(marked["issues"], json!([]), "a retired id is read without an issue");
}
