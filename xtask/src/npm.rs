//! What makes a folder of files a package: its manifest, the files that only an embedder reads, and their digests.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use nms_advisor::guideline::NMS;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha384};

use crate::dist::text;
use crate::{editors, exports, readme, root, sizes, supply, types};

/// What is copied as it is, from where.
const COPIED: [(&str, &str); 12] = [
    ("www/nms-advisor-react.js", "nms-advisor-react.js"),
    ("www/nms-advisor-react.d.ts", "nms-advisor-react.d.ts"),
    ("www/nms-advisor-vue.d.ts", "nms-advisor-vue.d.ts"),
    ("www/nms-advisor-svelte.d.ts", "nms-advisor-svelte.d.ts"),
    ("www/nms-advisor-solid.d.ts", "nms-advisor-solid.d.ts"),
    ("www/nms-advisor-preact.d.ts", "nms-advisor-preact.d.ts"),
    ("www/nms-advisor-functions.d.ts", "nms-advisor-functions.d.ts"),
    ("www/nms-advisor-define.d.ts", "nms-advisor-define.d.ts"),
    ("www/custom-elements.json", "custom-elements.json"),
    ("www/license-content.md", "LICENSE-CONTENT.md"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
];

/// What a program imports where nothing can be read from beside it, and what it is made from.
const INLINED: (&str, &str) = ("nms-advisor-inline-react.js", "www/nms-advisor-react.js");

/// The digest of every module, for a page: a browser that knows it runs no other.
const IMPORT_MAP: &str = "importmap.json";

/// Where the README has the package lie; whoever puts it elsewhere replaces this.
const PLACE: &str = "/nms-advisor/";

/// Where the digests stand; it has none of its own.
const INTEGRITY: &str = "integrity.json";

/// Completes the package around the code that stands in `folder`; the digests come last.
///
/// # Errors
/// If a file cannot be read or written.
pub fn complete(folder: &Path) -> Result<()> {
    for (from, to) in COPIED {
        fs::copy(root().join(from), folder.join(to)).with_context(|| format!("{from} cannot be copied"))?;
    }
    let (to, from) = INLINED;
    fs::write(folder.join(to), text(from)?.replace("'./nms-advisor.js'", "'./nms-advisor-inline.js'"))?;
    fs::write(folder.join("nms-advisor.d.ts"), types::with_findings(&text("www/nms-advisor.d.ts")?, &NMS)?)?;
    let element = editors::element()?;
    fs::write(folder.join("html-custom-data.json"), format!("{:#}\n", editors::html_custom_data(&element)?))?;
    fs::write(folder.join("web-types.json"), format!("{:#}\n", editors::web_types(&element)?))?;
    fs::write(folder.join("README.md"), readme::of_package(folder, &element)?)?;
    fs::write(folder.join("CHANGELOG.md"), changelog()?)?;
    supply::write(folder)?;
    fs::write(folder.join(IMPORT_MAP), import_map(folder)?.to_string())?;
    list(folder)
}

/// Adds the build without WebAssembly to a package, of what it does not share with it.
///
/// # Errors
/// If a file cannot be read or written.
pub fn add_without_wasm(from: &Path, folder: &Path) -> Result<()> {
    let to = folder.join("no-wasm");
    fs::create_dir_all(to.join("data-in"))?;
    for name in sizes::files(from)?.iter().filter(|name| name.ends_with("_glue.js") || name.ends_with("_code.js")) {
        fs::copy(from.join(name), to.join(name))?;
    }
    let entry = fs::read_to_string(from.join("nms-advisor.js"))?;
    let mut shared = entry.clone();
    for name in ["nms-advisor_guideline.js", "nms-advisor_rule-set.js"] {
        let (own, other) = (format!("import('./{name}')"), format!("import('../{name}')"));
        ensure!(entry.contains(&own), "the build without WebAssembly does not import {name}");
        shared = shared.replace(&own, &other);
    }
    fs::write(to.join("nms-advisor.js"), shared)?;
    fs::write(folder.join(IMPORT_MAP), import_map(folder)?.to_string())?;
    list(folder)
}

/// The list of what is in a package, and the digests.
fn list(folder: &Path) -> Result<()> {
    let names = files(folder)?;
    fs::write(folder.join("package.json"), format!("{:#}\n", manifest(&names)?))?;
    Ok(fs::write(folder.join(INTEGRITY), format!("{:#}\n", integrity(folder)?))?)
}

/// The changelog, headed with the version that is packed.
fn changelog() -> Result<String> {
    Ok(text("CHANGELOG.md")?.replace("\n## Unreleased, ", concat!("\n## ", env!("CARGO_PKG_VERSION"), ", ")))
}

/// The files of a folder and of those in it, in order, without the manifest and the digests.
fn files(folder: &Path) -> Result<Vec<String>> {
    let mut names = sizes::files(folder)?;
    names.retain(|name| name != "package.json" && name != INTEGRITY);
    names.sort();
    Ok(names)
}

fn manifest(files: &[String]) -> Result<Value> {
    let listed: Vec<&str> = files.iter().map(String::as_str).chain([INTEGRITY]).collect();
    let mut manifest = json!({
        "name": "nms-advisor",
        "version": env!("CARGO_PKG_VERSION"),
        "description": "Neuroleptic malignant syndrome: what to do now, and why. Web component and functions, computed in the browser.",
        "keywords": ["web-component", "custom-element", "wasm", "clinical", "decision-support", "neuroleptic-malignant-syndrome"],
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "main": "./nms-advisor.js",
        "types": "./nms-advisor.d.ts",
        "exports": exports::of_package(files),
        "customElements": "./custom-elements.json",
        "web-types": "./web-types.json",
        // importing it defines the element: a bundler must not drop an import that uses no name
        "sideEffects": exports::side_effects(files),
        "files": listed,
        "peerDependencies": { "react": ">=18", "@types/react": ">=18.2.8" },
        "peerDependenciesMeta": { "react": { "optional": true }, "@types/react": { "optional": true } },
        "engines": { "node": ">=18" }
    });
    if let Some(fields) = manifest.as_object_mut() {
        fields.extend(addresses(&text("Cargo.toml")?)?);
    }
    Ok(manifest)
}

/// Where the project is in public, as the workspace says it. Without a repository npm proves no provenance.
fn addresses(workspace: &str) -> Result<Map<String, Value>> {
    let workspace: toml::Table = workspace.parse().context("Cargo.toml")?;
    let package = workspace.get("workspace").and_then(|one| one.get("package"));
    let said = |name: &str| package.and_then(|one| one.get(name)).and_then(toml::Value::as_str);
    let mut fields = Map::new();
    if let Some(address) = said("repository") {
        fields.insert("repository".into(), json!({ "type": "git", "url": format!("git+{address}.git") }));
        fields.insert("bugs".into(), json!({ "url": format!("{address}/issues") }));
        fields.insert("publishConfig".into(), json!({ "access": "public", "provenance": true }));
    }
    if let Some(address) = said("homepage").or_else(|| said("repository")) {
        fields.insert("homepage".into(), address.into());
    }
    Ok(fields)
}

/// An import map that a page carries in itself, on one line, so that it is copied whole.
fn import_map(folder: &Path) -> Result<Value> {
    let mut digests = Map::new();
    // what imports a name instead of an address is for bundlers
    let is_module = |name: &str| Path::new(name).extension().is_some_and(|end| end == "js");
    for name in files(folder)?.into_iter().filter(|name| is_module(name) && !name.ends_with("react.js")) {
        digests.insert(format!("{PLACE}{name}"), digest(&fs::read(folder.join(&name))?).into());
    }
    Ok(json!({ "integrity": digests }))
}

/// The digest of every file of a folder.
///
/// # Errors
/// If a file cannot be read.
pub fn integrity(folder: &Path) -> Result<Value> {
    let mut digests = Map::new();
    let mut names = files(folder)?;
    if folder.join("package.json").is_file() {
        names.push("package.json".into());
    }
    names.sort();
    for name in names {
        let digest = digest(&fs::read(folder.join(&name))?);
        digests.insert(name, digest.into());
    }
    Ok(Value::Object(digests))
}

/// The digest of bytes, in the form of the attribute `integrity`.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops by panicking")]

    use super::*;

    #[test]
    fn public_addresses_come_from_the_workspace_alone() {
        let none = addresses("[workspace.package]\nversion = \"1.0.0\"\n").unwrap();
        assert_eq!(Value::Object(none), json!({}));
        let some = addresses("[workspace.package]\nrepository = \"https://example.org/nms\"\n").unwrap();
        assert_eq!(some.get("bugs"), Some(&json!({ "url": "https://example.org/nms/issues" })));
        assert_eq!(some.get("homepage"), Some(&json!("https://example.org/nms")));
        assert_eq!(some.get("publishConfig").and_then(|one| one.get("provenance")), Some(&json!(true)));
    }

    #[test]
    fn the_changelog_is_headed_with_the_version_that_is_packed() {
        let changelog = changelog().unwrap();
        assert!(!changelog.contains("## Unreleased"), "{}", changelog.lines().take(8).collect::<Vec<_>>().join("\n"));
        assert!(changelog.contains(concat!("## ", env!("CARGO_PKG_VERSION"), ", the package")));
    }
}
