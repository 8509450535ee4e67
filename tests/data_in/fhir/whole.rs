//! Records that others wrote, where they are at hand: `FHIR_SAMPLES` names their folder.

use std::path::{Path, PathBuf};

use nms_advisor::data_in::Given;
use nms_advisor::data_in::fhir::{FhirOptions, from_fhir_text};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::guideline::NMS;
use serde_json::Value as Json;

use super::{counted, lines};

fn files(at: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(at).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        }
    }
}

fn samples() -> Vec<PathBuf> {
    let folder = std::env::var("FHIR_SAMPLES").unwrap_or_else(|_| "../shared/fhir".into());
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut found);
    found.sort();
    found
}

/// The latest day that the record names, and how many Observations it has.
fn about(json: &Json) -> (String, usize) {
    let text = json.to_string();
    let behind = |name: &str| {
        let mark = format!("\"{name}\":\"");
        let days = text.split(mark.as_str()).skip(1).map(|rest| rest.chars().take(10).collect::<String>());
        days.filter(|day| day.len() == 10).max()
    };
    let latest = behind("effectiveDateTime").or_else(|| behind("effectiveInstant")).or_else(|| behind("end"));
    let latest = latest.or_else(|| behind("start")).unwrap_or_else(|| "2026-11-20".into());
    let mut observations = 0;
    let entries = json["entry"].as_array().cloned().unwrap_or_else(|| vec![serde_json::json!({ "resource": json })]);
    for entry in &entries {
        observations += usize::from(entry["resource"]["resourceType"] == "Observation");
        let contained = entry["resource"]["contained"].as_array().cloned().unwrap_or_default();
        observations += contained.iter().filter(|one| one["resourceType"] == "Observation").count();
    }
    (latest, observations)
}

#[test]
fn records_of_others_are_read_whole_and_nothing_is_answered_no() {
    let (mut read_files, mut observations, mut used, mut mapped) = (0, 0, 0, 0);
    for path in samples() {
        let text = std::fs::read_to_string(&path).unwrap();
        let json: Json = serde_json::from_str(&text).unwrap();
        let (day, count) = about(&json);
        let options = FhirOptions::new(&format!("{day}T23:59:59Z"), Some(Decimal::literal(720.0)), None).unwrap();
        let Ok(read) = from_fhir_text(&NMS, &text, &options) else {
            panic!("{} is refused", path.display());
        };
        let counts = read.counts.unwrap();
        assert_eq!(counts.observations, count, "{}", path.display());
        counted(&read);
        assert!(read.findings.iter().all(|(_, given)| *given != Given::No), "{}", path.display());
        read_files += 1;
        observations += count;
        used += counts.read;
        mapped += count - counts.not_mapped;
        if std::env::var_os("SHOW").is_some() {
            println!("{}\n{}\n", path.display(), lines(&read));
        }
    }
    println!("{read_files} files, {observations} observations, {mapped} known, {used} read");
}
