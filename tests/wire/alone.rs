//! Verdicts alone: the same assessment without its reasons, and nothing else less.

use super::{Json, NMS, assess, json, mild, severe, support, wire};
use proptest::prelude::*;

/// The lists that say why, by their keys.
const REASONS: [&str; 2] = ["explanation", "suspicionExplanation"];

/// An assessment without its reasons, and how many lists of them were taken out.
fn without_reasons(value: &Json) -> (Json, usize) {
    match value {
        Json::Object(members) => {
            let mut taken = 0;
            let mut rest = serde_json::Map::new();
            for (key, member) in members {
                if REASONS.contains(&key.as_str()) {
                    assert!(member.is_array(), "{key}: {member}");
                    taken += 1;
                } else {
                    let (member, inside) = without_reasons(member);
                    taken += inside;
                    rest.insert(key.clone(), member);
                }
            }
            (Json::Object(rest), taken)
        }
        Json::Array(rows) => {
            let rows: Vec<(Json, usize)> = rows.iter().map(without_reasons).collect();
            let taken = rows.iter().map(|(_, taken)| taken).sum();
            (Json::Array(rows.into_iter().map(|(row, _)| row).collect()), taken)
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => (value.clone(), 0),
    }
}

/// The options that go with it.
fn options() -> [Json; 3] {
    let every = json!({ "verdicts": "all", "today": "2026-11-25", "dantroleneDosePerKg": 2.5 });
    [json!({}), json!({ "basis": "article" }), every]
}

/// Verdicts alone are the whole assessment but for its reasons.
fn alone(findings: &Json, options: &Json) {
    let mut none = options.clone();
    none["explanations"] = "none".into();
    let (expected, taken) = without_reasons(&assess(findings, options));
    let verdicts = assess(findings, &none);
    assert_eq!(verdicts, expected, "{options}");
    assert!(taken > 0 && without_reasons(&verdicts).1 == 0, "{options}: {taken} lists of reasons");
}

#[test]
fn verdicts_alone_are_the_assessment_without_its_reasons() {
    for case in [json!({}), mild(), severe(), json!({ "temperature": 420, "agents": ["unobtainium"] })] {
        for options in &options() {
            alone(&case, options);
        }
    }
}

#[test]
fn asked_for_by_name_every_verdict_is_explained() {
    assert_eq!(assess(&severe(), &json!({ "explanations": "all" })), assess(&severe(), &json!({})));
    assert_eq!(assess(&severe(), &json!({ "explanations": null })), assess(&severe(), &json!({})));
}

#[test]
fn a_wrong_value_is_named_and_every_verdict_is_explained() {
    for wrong in
        [json!("some"), json!("None"), json!(""), json!(false), json!(0), json!(["none"]), json!({ "value": "none" })]
    {
        let mut answer = assess(&severe(), &json!({ "explanations": wrong }));
        let said = json!([{ "finding": "options.explanations", "problem": "not `all` or `none`; every verdict is explained" }]);
        assert_eq!(answer["issues"], said, "{wrong}");
        answer["issues"] = json!([]);
        assert_eq!(answer, assess(&severe(), &json!({})), "{wrong}");
    }
}

proptest! {
    #![proptest_config(support::generated::config())]

    #[test]
    fn drawn_findings_get_the_same_verdicts_alone(findings in support::generated::answers(), with in 0..3_usize) {
        alone(&serde_json::to_value(wire::findings(&NMS, &findings)).unwrap(), &options()[with]);
    }
}
