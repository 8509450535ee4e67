//! The view of the article alone is frozen: whatever is added from the literature, its JSON stays byte for byte what it was
//! for the vignettes, apart from the rule set's version and the grade over all bases.
//!
//! `UPDATE_EXPECT=1 cargo test --test article` records a change that was meant; the diff names the vignettes it touches.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops by panicking"
)]

mod support;

use std::fmt::Write as _;

use expect_test::expect_file;
use nms_advisor::answer::Sent;
use nms_advisor::guideline::NMS;
use nms_advisor::wire;
use serde_json::Value as Json;
use support::{path, sent};

/// The vignettes of the rule set's first version, by file and number; later ones are not frozen.
const FROZEN: &[(&str, usize)] =
    &[("contradictions", 15), ("drugs", 24), ("safety", 25), ("severity", 46), ("suspicion", 24)];

fn vignettes() -> Vec<(String, Json)> {
    let mut all = Vec::new();
    for (file, count) in FROZEN {
        let text = std::fs::read_to_string(path(&format!("tests/cases/{file}.toml"))).unwrap();
        let cases: toml::Value = toml::from_str(&text).unwrap();
        for case in cases["case"].as_array().unwrap().iter().take(*count) {
            let answers = serde_json::to_value(&case["answers"]).unwrap();
            all.push((case["name"].as_str().unwrap().to_string(), answers));
        }
    }
    let published = std::fs::read_to_string(path("tests/cases/published.json")).unwrap();
    for case in serde_json::from_str::<Vec<Json>>(&published).unwrap() {
        all.push((case["id"].as_str().unwrap().to_string(), case["findings"].clone()));
    }
    all
}

/// The assessment by the article, without what may differ.
fn by_article(answers: &Json) -> String {
    let findings: Vec<(String, Sent)> =
        answers.as_object().unwrap().iter().map(|(key, value)| (key.clone(), sent(value))).collect();
    let findings = findings.iter().map(|(key, sent)| (key.as_str(), sent.clone()));
    let assessment = wire::assess_sent(&NMS, findings, [("basis", Sent::Text("article".into()))]);
    let mut json = serde_json::to_value(&assessment).unwrap();
    json["ruleSet"].as_object_mut().unwrap().remove("version");
    json["severity"].as_object_mut().unwrap().remove("gradeOverAllBases");
    json.to_string()
}

/// 64-bit FNV-1a: enough to see a change, and the same on every machine and with every compiler.
fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[test]
fn what_the_article_alone_says_stays_byte_for_byte_the_same() {
    let mut list = String::new();
    for (name, answers) in vignettes() {
        writeln!(list, "{:016x} {name}", digest(&by_article(&answers))).unwrap();
    }
    expect_file!["wire/article-basis.txt"].assert_eq(&list);
}

#[test]
fn another_answer_changes_the_digest() {
    let [one, other] = [39.0, 39.1]
        .map(|degrees| digest(&by_article(&serde_json::json!({ "dopamineAntagonist": true, "temperature": degrees }))));
    assert_ne!(one, other);
}
