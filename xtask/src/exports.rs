//! What can be imported from the package, under which name, and what it does by being imported.

use serde_json::{Map, Value, json};

/// An entry: its name, its types, its module, and the one that a server takes, where no file lies beside a bundle.
type Entry = (&'static str, &'static str, &'static str, Option<&'static str>);

/// The module that defines the element and has the functions, and the same with everything inside.
const WHOLE: (&str, Option<&str>) = ("nms-advisor.js", Some("nms-advisor-inline.js"));

const ENTRIES: [Entry; 11] = [
    (".", "nms-advisor.d.ts", WHOLE.0, WHOLE.1),
    ("./define", "nms-advisor-define.d.ts", WHOLE.0, WHOLE.1),
    ("./functions", "nms-advisor-functions.d.ts", "nms-advisor-functions.js", Some("nms-advisor-inline-functions.js")),
    ("./inline", "nms-advisor.d.ts", "nms-advisor-inline.js", None),
    ("./inline-functions", "nms-advisor-functions.d.ts", "nms-advisor-inline-functions.js", None),
    ("./inline-teaching", "nms-advisor.d.ts", "nms-advisor-inline-teaching.js", None),
    ("./react", "nms-advisor-react.d.ts", "nms-advisor-react.js", Some("nms-advisor-inline-react.js")),
    // the same module; what they add is types
    ("./vue", "nms-advisor-vue.d.ts", WHOLE.0, WHOLE.1),
    ("./svelte", "nms-advisor-svelte.d.ts", WHOLE.0, WHOLE.1),
    ("./solid", "nms-advisor-solid.d.ts", WHOLE.0, WHOLE.1),
    ("./preact", "nms-advisor-preact.d.ts", WHOLE.0, WHOLE.1),
];

/// What `dist --all` adds.
const WITHOUT_WASM: Entry = ("./no-wasm", "nms-advisor.d.ts", "no-wasm/nms-advisor.js", None);

/// What is a file for a tool or a host, by its path.
const FILES: [&str; 10] = [
    "./nms-advisor_bg.wasm",
    "./teaching/*",
    "./data-in/*",
    "./custom-elements.json",
    "./html-custom-data.json",
    "./web-types.json",
    "./integrity.json",
    "./importmap.json",
    "./sbom.cdx.json",
    "./package.json",
];

fn entries(files: &[String]) -> impl Iterator<Item = Entry> {
    let added = files.iter().any(|name| name == WITHOUT_WASM.2);
    ENTRIES.into_iter().chain(added.then_some(WITHOUT_WASM))
}

/// The member `exports` for these files.
#[must_use]
pub fn of_package(files: &[String]) -> Value {
    let mut exports = Map::new();
    for (name, types, module, server) in entries(files) {
        let mut conditions = Map::new();
        conditions.insert("types".into(), format!("./{types}").into());
        if let Some(server) = server {
            conditions.insert("node".into(), format!("./{server}").into());
        }
        conditions.insert("default".into(), format!("./{module}").into());
        exports.insert(name.into(), conditions.into());
    }
    for name in FILES {
        exports.insert(name.into(), name.into());
    }
    exports.into()
}

/// The modules that do something by being imported: they define the element.
#[must_use]
pub fn side_effects(files: &[String]) -> Value {
    let mut modules: Vec<String> = entries(files)
        .flat_map(|(_, _, module, server)| [Some(module), server])
        .flatten()
        .filter(|module| !module.contains("-functions"))
        .map(|module| format!("./{module}"))
        .collect();
    modules.sort();
    modules.dedup();
    json!(modules)
}
