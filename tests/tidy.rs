//! The house rules that a compiler does not hold: guideline files are data, walls between modules, and how text is written.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "a test stops by panicking, and asks for one variant at a time"
)]

mod support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use nms_advisor::engine::derived::Suspicion::{Incomplete, NoSigns, NotSupported, Possible, Suspected};
use nms_advisor::engine::describe::sentence;
use nms_advisor::engine::rule::Kind;
use nms_advisor::guideline::examples::EXAMPLES;
use nms_advisor::guideline::{NMS, form};
use nms_advisor::panel::suspicion_text;
use nms_advisor::teaching::library::CASES;
use support::path;

/// Every Rust file below `at`, with its text.
fn files(at: &str) -> Vec<(PathBuf, String)> {
    fn walk(at: &Path, found: &mut Vec<(PathBuf, String)>) {
        if at.is_dir() {
            let mut entries: Vec<_> = std::fs::read_dir(at).unwrap().map(|entry| entry.unwrap().path()).collect();
            entries.sort();
            for entry in &entries {
                walk(entry, found);
            }
        } else if at.extension().is_some_and(|extension| extension == "rs") {
            found.push((at.to_path_buf(), std::fs::read_to_string(at).unwrap()));
        }
    }
    let mut found = Vec::new();
    walk(&path(at), &mut found);
    assert!(!found.is_empty(), "{at} is there");
    found
}

/// The code of a line, without comments and without what stands in quotes.
fn code(line: &str) -> String {
    let line = line.replace("\\\"", "'");
    let quoted = line
        .split('"')
        .enumerate()
        .filter(|(position, _)| position % 2 == 0)
        .map(|(_, part)| part)
        .collect::<Vec<_>>()
        .join("\"\"");
    quoted.split("//").next().unwrap_or("").to_string()
}

fn words(code: &str) -> Vec<&str> {
    code.split(|letter: char| !(letter.is_alphanumeric() || letter == '_')).collect()
}

#[test]
fn guideline_files_hold_data_and_no_logic() {
    for (file, text) in files("src/guideline") {
        // the words that the tables are written in
        if file.ends_with("terms.rs") {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let code = code(line);
            let words = words(&code);
            let at = format!("{}:{}", file.display(), number + 1);
            // one line of a helper may leave out an empty address
            let plain = !code.contains("is_empty() { None }");
            for word in ["if", "for", "while", "loop", "match"] {
                let implements = word == "for" && words.contains(&"impl");
                assert!(!words.contains(&word) || implements || !plain, "{at}: `{word}`: {line}");
            }
            assert!(!words.contains(&"fn") || code.contains("const fn"), "{at}: a function that is not const: {line}");
            for word in ["panic", "unwrap", "todo", "unimplemented"] {
                assert!(!words.contains(&word), "{at}: `{word}`");
            }
        }
    }
}

#[test]
fn no_rule_set_is_taken_for_granted() {
    // it travels with the words; only the entries say which one there is
    let entries = |name: &str| {
        ["guideline.rs", "js.rs", "main.rs"].contains(&name) || name.starts_with("js/") || name.starts_with("bin/")
    };
    for (file, text) in files("src") {
        let name = file.strip_prefix(path("src")).unwrap().to_string_lossy().replace('\\', "/");
        for (number, line) in text.lines().enumerate().filter(|_| !entries(&name)) {
            assert!(!words(&code(line)).contains(&"NMS"), "src/{name}:{}: {line}", number + 1);
        }
    }
}

#[test]
fn a_literal_that_cannot_be_stored_stops_the_build_and_nothing_else() {
    for (file, text) in files("src") {
        // the tables are constants, and so is all that their helpers are called for
        if file.starts_with(path("src/guideline")) {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let code = code(line);
            let constant = code.contains("const { Decimal::literal(") || code.trim_start().contains("const ");
            assert!(!code.contains("Decimal::literal(") || constant, "{}:{}: {line}", file.display(), number + 1);
        }
    }
}

#[test]
fn serialisation_stays_in_wire_and_the_browser_in_the_widget() {
    for (file, text) in files("src") {
        let name = file.strip_prefix(path("src")).unwrap().to_string_lossy().replace('\\', "/");
        let is = |rooms: &[&str]| {
            rooms.iter().any(|room| name == format!("{room}.rs") || name.starts_with(&format!("{room}/")))
        };
        for (number, line) in text.lines().enumerate() {
            let code = code(line);
            let words = words(&code);
            let at = format!("src/{name}:{}", number + 1);
            if words.iter().any(|word| ["serde", "serde_json", "Serialize", "Deserialize"].contains(word)) {
                assert!(is(&["wire", "js"]), "{at}: serialisation: {line}");
            }
            if words
                .iter()
                .any(|word| ["web_sys", "js_sys", "wasm_bindgen", "JsValue", "JsCast", "gloo_timers"].contains(word))
            {
                assert!(is(&["js", "widget", "main", "bin"]), "{at}: the browser: {line}");
            }
            if words.contains(&"yew") {
                assert!(is(&["js", "widget", "main", "bin"]), "{at}: components: {line}");
            }
            if name.starts_with("engine") {
                for room in ["guideline", "panel", "wire", "session", "answer", "note"] {
                    assert!(!code.contains(&format!("use crate::{room}")), "{at}: the engine knows nothing of {room}");
                }
            }
        }
    }
}

#[test]
fn no_component_carries_its_own_style_and_no_text_is_put_in_as_markup() {
    for (file, text) in files("src") {
        for forbidden in ["style=", "inner_html", "set_inner_html", "from_html_unchecked"] {
            assert!(!text.contains(forbidden), "{} has `{forbidden}`", file.display());
        }
    }
}

/// What is typed goes to no spelling service and to no list of a browser; `tests/browser/tests/privacy.rs` looks at the page.
#[test]
fn no_field_hands_what_is_typed_to_a_service() {
    let mut fields = 0;
    for (file, text) in files("src/widget") {
        let starts = text.match_indices("<input").chain(text.match_indices("<textarea"));
        for (at, _) in starts {
            let tag = text[at..].split_once("/>").expect("a field ends").0;
            if ["checkbox", "radio", "file"].iter().any(|kind| tag.contains(&format!("type=\"{kind}\""))) {
                continue;
            }
            fields += 1;
            for wanted in ["spellcheck=\"false\"", "autocomplete=\"off\"", "autocorrect=\"off\""] {
                assert!(tag.contains(wanted), "{}: a field without {wanted}: {tag}", file.display());
            }
        }
    }
    assert!(fields > 9, "{fields} fields were looked at");
}

#[test]
fn files_stay_short_enough_to_read() {
    let caps = [("src", 400), ("tests", 400), ("benches", 400), ("xtask/src", 400)];
    // these are over the cap and say why
    let excused = [
        ("check.rs", "one const fn check, each table in turn"),
        ("rule_set.rs", "one struct for each table of the contract"),
    ];
    for (at, cap) in caps {
        for (file, text) in files(at) {
            let lines = text.lines().count();
            let tables = file.starts_with(path("src/guideline"));
            let excuse = excused.iter().any(|(name, _)| file.ends_with(name)) && lines <= 600;
            assert!(tables || excuse || lines <= cap, "{} has {lines} lines, at most {cap}", file.display());
        }
    }
}

#[test]
fn every_module_says_what_it_is_for() {
    for at in ["src", "tests", "benches"] {
        for (file, text) in files(at) {
            assert!(text.starts_with("//!"), "{} does not say what it is for", file.display());
        }
    }
}

/// Every text that a reader may see, with where it stands.
fn texts() -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    let mut add = |at: String, text: &str| all.push((at, text.into()));
    for rule in NMS.rules {
        for (part, text) in [
            ("text", rule.text),
            ("detail", rule.detail),
            ("question", rule.question),
            ("interpretation", rule.source.interpretation),
        ] {
            add(format!("rule {} {part}", rule.id), text);
        }
        add(format!("rule {} when", rule.id), &sentence(&NMS, &rule.when));
    }
    for row in NMS.definitions {
        add(format!("definition {} label", row.id), row.label);
        add(format!("definition {} interpretation", row.id), row.source.interpretation);
        add(format!("definition {} when", row.id), &sentence(&NMS, &row.when));
    }
    for row in NMS.severity {
        add(format!("severity {} label", row.id), row.label);
        add(format!("severity {} interpretation", row.id), row.source.interpretation);
    }
    for row in NMS.derived {
        for (part, text) in
            [("label", row.label), ("formula", row.formula), ("interpretation", row.source.interpretation)]
        {
            add(format!("derived {} {part}", row.id), text);
        }
    }
    for row in NMS.findings {
        for (part, text) in [("label", row.label), ("hint", row.hint), ("reason", row.reason)] {
            add(format!("finding {} {part}", row.id), text);
        }
        row.choices().iter().for_each(|option| add(format!("finding {} choice", row.id), option.label));
    }
    for (_, name) in form::SHORT {
        add("short name".into(), name);
    }
    for row in NMS.conflicts {
        add("conflict problem".into(), row.problem);
        add("conflict used".into(), row.used);
    }
    for row in NMS.disagreements {
        for text in [row.question, row.one, row.other, row.shown_as] {
            add(format!("disagreement {}", row.id), text);
        }
    }
    let beyond = &NMS.beyond;
    add("score cut-off".into(), beyond.score.cut_off);
    add("doses withheld".into(), beyond.doses_withheld);
    beyond.score.items.iter().for_each(|row| add(format!("score {}", row.id), row.label));
    beyond.features.iter().for_each(|row| add(format!("feature {}", row.id), row.label));
    for row in beyond.look_alikes {
        add(format!("look-alike {}", row.id), row.label);
        add(format!("look-alike {}", row.id), row.advice);
        row.speaks_for
            .iter()
            .chain(row.speaks_against)
            .for_each(|point| add(format!("point of {}", row.id), point.label));
    }
    for row in beyond.drugs {
        row.doses.iter().for_each(|dose| add(format!("dose of {}", row.id), dose.text));
        row.cautions.iter().for_each(|caution| add(format!("caution of {}", row.id), caution.text));
    }
    for row in beyond.schedule {
        for text in [row.item, row.severe, row.moderate, row.mild] {
            add("schedule".into(), text);
        }
    }
    beyond.contacts.iter().for_each(|row| add(format!("contact {}", row.id), row.purpose));
    NMS.notices.iter().for_each(|row| add(format!("notice {}", row.id), row.text));
    NMS.statements.iter().for_each(|row| add(format!("statement {}", row.id), row.text));
    for row in EXAMPLES {
        add(format!("example {}", row.id), row.label);
    }
    for (id, text) in CASES {
        let case = nms_advisor::teaching::staged::read(&NMS, text).case;
        add(format!("case {id}"), &case.title);
        case.objectives.iter().chain(&case.notes).for_each(|line| add(format!("case {id}"), line));
        for stage in &case.stages {
            stage.notes.iter().chain([&stage.title, &stage.story]).for_each(|line| add(format!("case {id}"), line));
        }
    }
    for state in [Suspected, Possible, Incomplete, NotSupported, NoSigns] {
        add(format!("suspicion {state:?}"), suspicion_text(state).0);
        add(format!("suspicion {state:?}"), suspicion_text(state).1);
    }
    all
}

#[path = "tidy/text.rs"]
mod text;

/// The classes that a sheet names, and those of them that it styles by themselves.
fn classes(sheet: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let sheet =
        sheet.split("/*").enumerate().map(|(at, part)| if at == 0 { part } else { part.split_once("*/").unwrap().1 });
    let sheet: String = sheet.collect();
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let name = |part: &str| part.split(|letter| !is_name(letter)).next().unwrap_or_default().to_string();
    let (mut named, mut owned) = (BTreeSet::new(), BTreeSet::new());
    for part in sheet.split('{').filter_map(|part| part.rsplit(['}', ';']).next()) {
        let letters = |class: &String| class.starts_with(|letter: char| letter.is_ascii_lowercase());
        named.extend(part.split('.').skip(1).map(name).filter(letters));
        let alone =
            part.split(',').filter_map(|one| one.trim().strip_prefix('.')).filter(|one| one.chars().all(is_name));
        owned.extend(alone.map(String::from));
    }
    (named, owned)
}

/// What a class does is written in one sheet: two parts of the screen that share a name would share a look, or hide each
/// other. `ground.css` is what they share, and `paper.css` takes away from all of them.
#[test]
fn no_two_sheets_style_the_same_class() {
    // pieces that every part of the screen is built of, and the parts that another one makes room for
    const SHARED: [&str; 11] = [
        "label", "row-note", "select", "tag", "to-field", "tools", "entering", "notices", "plan", "problems",
        "what-ifs",
    ];
    let sheets = ["style/bar.css", "style/form.css", "style/plan.css", "teaching.css"];
    let told = sheets.map(|sheet| (sheet, classes(&std::fs::read_to_string(path("www").join(sheet)).unwrap())));
    assert!(told.iter().all(|(_, (named, owned))| named.len() > 10 && owned.len() > 5), "{told:?}");
    let mut twice = Vec::new();
    for (sheet, (_, owned)) in &told {
        for (other, (named, _)) in told.iter().filter(|(other, _)| other != sheet) {
            let both = owned.intersection(named).filter(|class| !SHARED.contains(&class.as_str()));
            twice.extend(both.map(|class| format!("{class}: {sheet} and {other}")));
        }
    }
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}
