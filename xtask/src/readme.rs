//! The README of the package: its prose is written by hand, its tables come from the manifest and from the files.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::dist::text;
use crate::editors::{rows, said};
use crate::sizes::gzip;

/// What a page loads, in what case.
const LOADED: [(&str, &[&str]); 6] = [
    ("the element or the functions", &["nms-advisor.js", "nms-advisor_glue.js", "nms-advisor_bg.wasm"]),
    (
        "the first text or record that is read",
        &[
            "data-in/nms-advisor-data-in.js",
            "data-in/nms-advisor-data-in_glue.js",
            "data-in/nms-advisor-data-in_bg.wasm",
        ],
    ),
    ("`ruleSet()`", &["nms-advisor_rule-set.js"]),
    (
        "the teaching room, in place of the element's own WebAssembly",
        &[
            "teaching/nms-advisor-teaching.js",
            "teaching/nms-advisor-teaching_glue.js",
            "teaching/nms-advisor-teaching_bg.wasm",
        ],
    ),
    ("the static guideline, where the element cannot start", &["nms-advisor_guideline.js"]),
    (
        "`nms-advisor/inline`, all of it at once",
        &[
            "nms-advisor-inline.js",
            "nms-advisor_packed.js",
            "nms-advisor_glue.js",
            "data-in/nms-advisor-data-in_glue.js",
            "nms-advisor_rule-set.js",
            "nms-advisor_guideline.js",
        ],
    ),
];

/// The tables of the manifest, and how they are headed.
const TABLES: [(&str, &str, [&str; 3]); 6] = [
    ("attributes", "Attributes", ["Attribute", "Values, default", "What it does"]),
    ("members", "Properties and methods", ["Name", "Type", "What it does"]),
    ("events", "Events", ["Event", "Type", "When, and with what"]),
    ("slots", "Slots", ["Slot", "", "What goes into it"]),
    ("cssProperties", "Custom properties", ["Property", "Default", "What it sets"]),
    ("cssParts", "Parts", ["Part", "", "What it is"]),
];

/// The README with its tables.
///
/// # Errors
/// If the text lacks the place of a table, or a file cannot be read.
pub fn of_package(folder: &Path, element: &Value) -> Result<String> {
    let mut readme = text("www/npm-readme.md")?;
    for (mark, table) in [("<!-- reference -->", reference(element)?), ("<!-- sizes -->", sizes(folder)?)] {
        ensure!(readme.matches(mark).count() == 1, "`{mark}` must stand exactly once in www/npm-readme.md");
        readme = readme.replace(mark, table.trim_end());
    }
    Ok(readme)
}

fn reference(element: &Value) -> Result<String> {
    let mut tables = String::new();
    for (key, title, heads) in TABLES {
        let two = heads.contains(&"");
        let heads: Vec<&str> = heads.into_iter().filter(|head| !head.is_empty()).collect();
        writeln!(tables, "### {title}\n\n| {} |\n|{}", heads.join(" | "), "---|".repeat(heads.len()))?;
        for row in rows(element, key)? {
            let call = if said(row, "/kind") == "method" { "()" } else { "" };
            let name = match said(row, "/name") {
                "" => "(without a name)".to_string(),
                name => format!("`{name}{call}`"),
            };
            let middle = if two { String::new() } else { format!(" {} |", middle(key, row)) };
            writeln!(tables, "| {name} |{middle} {} |", cell(said(row, "/description")))?;
        }
        tables.push('\n');
    }
    Ok(tables)
}

/// The type of a row, with its default where it has one.
fn middle(key: &str, row: &Value) -> String {
    let code = |text: &str| if text.is_empty() { String::new() } else { format!("`{}`", cell(text)) };
    let kind = match (key, said(row, "/kind")) {
        ("cssProperties", _) => said(row, "/default"),
        (_, "method") => said(row, "/return/type/text"),
        (_, _) => said(row, "/type/text"),
    };
    match (key, said(row, "/default")) {
        ("attributes", default) if !default.is_empty() && default != "false" => {
            format!("{}, default {}", code(kind), code(default))
        }
        (_, _) => code(kind),
    }
}

/// Text in a cell: a bar would end it.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

fn sizes(folder: &Path) -> Result<String> {
    let mut table = String::from("| Loaded for | Bytes | With gzip |\n|---|--:|--:|\n");
    for (what, files) in LOADED {
        let (mut raw, mut packed) = (0, 0);
        for name in files {
            let bytes = fs::read(folder.join(name))?;
            raw += bytes.len();
            packed += gzip(&bytes)?.len();
        }
        writeln!(table, "| {what} | {} kB | {} kB |", raw.div_ceil(1000), packed.div_ceil(1000))?;
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops by panicking")]

    use super::*;

    #[test]
    fn each_row_of_the_manifest_is_a_row_of_the_readme() {
        let element = crate::editors::element().unwrap();
        let tables = reference(&element).unwrap();
        let told: usize = TABLES.iter().map(|(key, _, _)| rows(&element, key).unwrap().len()).sum();
        let lines = tables.lines().filter(|line| line.starts_with("| `") || line.starts_with("| (without")).count();
        assert_eq!(lines, told);
        assert!(tables.contains("| `theme` | `'auto' \\| 'light' \\| 'dark'`, default `'auto'` |"), "{tables}");
        // a bar within a cell would give it too many
        for line in tables.lines().filter(|line| line.starts_with("| `")) {
            let bars = line.replace("\\|", "").matches('|').count();
            assert!(bars == 3 || bars == 4, "{line}");
        }
    }
}
