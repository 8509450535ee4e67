//! The JSON text that the page parses says what the serialiser of the golden files says.

use super::{Json, NMS, Sent, json, mild, sent, severe, support, wire};
use proptest::prelude::*;

/// The same by both writers; the text itself is ASCII without a control character.
fn same(value: &impl serde::Serialize) -> Json {
    let text = wire::text(value).unwrap();
    assert!(text.bytes().all(|byte| matches!(byte, b' '..=b'~')), "{text}");
    let read: Json = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let (ours, golden) = (as_in_a_page(&read), as_in_a_page(&serde_json::to_value(value).unwrap()));
    // two rule sets side by side could not be read
    assert!(ours == golden, "written in another way: {}", text.chars().take(200).collect::<String>());
    read
}

/// A page has one kind of number.
fn as_in_a_page(value: &Json) -> Json {
    match value {
        Json::Number(number) => json!(number.as_f64().unwrap()),
        Json::Array(rows) => rows.iter().map(as_in_a_page).collect(),
        Json::Object(members) => members.iter().map(|(key, member)| (key.clone(), as_in_a_page(member))).collect(),
        Json::Null | Json::Bool(_) | Json::String(_) => value.clone(),
    }
}

fn borrowed(rows: &[(String, Sent)]) -> impl Iterator<Item = (&str, Sent)> {
    rows.iter().map(|(key, sent)| (key.as_str(), sent.clone()))
}

fn assessed(findings: &Json, options: &Json) -> wire::AssessmentJson {
    let entries = |value: &Json| {
        let rows = value.as_object().unwrap().iter();
        rows.map(|(key, value)| (key.clone(), sent(value))).collect::<Vec<_>>()
    };
    let (findings, options) = (entries(findings), entries(options));
    wire::assess_sent(&NMS, borrowed(&findings), borrowed(&options))
}

#[test]
fn the_rule_set_is_written_as_the_golden_writer_writes_it() {
    let read = same(&wire::rule_set(&NMS));
    assert_eq!(read["version"], NMS.version);
}

#[test]
fn an_assessment_is_written_as_the_golden_writer_writes_it() {
    let hostile = json!({ "\"\\ \u{1}\u{7f}\u{2028}é😀": 1, "agents": ["\n\t\"haloperidol\\"], "temperature": 1e300, "weight": 0.1 });
    for case in [json!({}), mild(), severe(), hostile] {
        for options in
            [json!({}), json!({ "basis": "article" }), json!({ "verdicts": "all", "dantroleneDosePerKg": 2.5 })]
        {
            same(&assessed(&case, &options));
        }
    }
}

#[test]
fn every_letter_is_escaped_wherever_it_stands() {
    // eight letters are looked at together, so each stands at each place among them
    let letters = ('\0'..='\u{17f}').chain(['\u{2028}', '\u{ffff}', '\u{10000}', '😀']);
    for letter in letters {
        for before in 0..9 {
            for behind in [0, 1, 8] {
                same(&format!("{}{letter}{}", "a".repeat(before), "~".repeat(behind)));
            }
        }
    }
}

#[test]
fn numbers_are_written_exactly() {
    for number in [0.1_f64, 41.1, 1e-9, 8.9e9, 54.666_666_667, 8_999_999.999_999] {
        for number in [number, -number] {
            let text = wire::text(&number).unwrap();
            assert_eq!(text.parse::<f64>().unwrap().to_bits(), number.to_bits(), "{text}");
        }
    }
    // the contract has decimals of nine places and nothing else
    for (number, text) in [(-0.0, "0"), (0.000_000_001_5, "0.000000002"), (f64::MIN_POSITIVE, "0")] {
        assert_eq!(wire::text(&number).unwrap(), text, "{number}");
    }
    for number in [1e21, 1.5e300, f64::NAN, f64::INFINITY] {
        assert_eq!(wire::text(&number).unwrap(), "null", "{number}");
    }
    assert_eq!(
        wire::text(&(u64::MAX, i64::MIN, Some(1_u8), None::<u8>, 'é')).unwrap(),
        "[18446744073709551615,-9223372036854775808,1,null,\"\\u00e9\"]"
    );
}

proptest! {
    #![proptest_config(support::generated::config())]

    #[test]
    fn drawn_findings_are_written_as_the_golden_writer_writes_them(findings in support::generated::answers()) {
        let answers = same(&wire::findings(&NMS, &findings));
        same(&assessed(&answers, &json!({})));
    }
}
