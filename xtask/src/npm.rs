//! What makes a folder of files a package: its manifest, the files that only an embedder reads, and their digests.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use nms_advisor::guideline::NMS;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha384};

use crate::{root, sizes, supply, types};

/// What is copied as it is, from where.
const COPIED: [(&str, &str); 7] = [
    ("www/nms-advisor-react.js", "nms-advisor-react.js"),
    ("www/nms-advisor-react.d.ts", "nms-advisor-react.d.ts"),
    ("www/custom-elements.json", "custom-elements.json"),
    ("www/npm-readme.md", "README.md"),
    ("www/license-content.md", "LICENSE-CONTENT.md"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
];

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
    let types =
        fs::read_to_string(root().join("www/nms-advisor.d.ts")).context("www/nms-advisor.d.ts cannot be read")?;
    fs::write(folder.join("nms-advisor.d.ts"), types::with_findings(&types, &NMS)?)?;
    supply::write(folder)?;
    fs::write(folder.join(IMPORT_MAP), import_map(folder)?.to_string())?;
    let names = files(folder)?;
    fs::write(folder.join("package.json"), format!("{:#}\n", manifest(&names)))?;
    fs::write(folder.join(INTEGRITY), format!("{:#}\n", integrity(folder)?))?;
    Ok(())
}

/// The files of a folder and of those in it, in order, without the manifest and the digests.
fn files(folder: &Path) -> Result<Vec<String>> {
    let mut names = sizes::files(folder)?;
    names.retain(|name| name != "package.json" && name != INTEGRITY);
    names.sort();
    Ok(names)
}

fn manifest(files: &[String]) -> Value {
    let listed: Vec<&str> = files.iter().map(String::as_str).chain([INTEGRITY]).collect();
    json!({
        "name": "nms-advisor",
        "version": env!("CARGO_PKG_VERSION"),
        "description": "Neuroleptic malignant syndrome: what to do now, and why. Web component and functions, computed in the browser.",
        "keywords": ["web-component", "custom-element", "wasm", "clinical", "decision-support", "neuroleptic-malignant-syndrome"],
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "main": "./nms-advisor.js",
        "types": "./nms-advisor.d.ts",
        "exports": {
            ".": { "types": "./nms-advisor.d.ts", "default": "./nms-advisor.js" },
            "./react": { "types": "./nms-advisor-react.d.ts", "default": "./nms-advisor-react.js" },
            "./nms-advisor_bg.wasm": "./nms-advisor_bg.wasm",
            "./teaching/*": "./teaching/*",
            "./data-in/*": "./data-in/*",
            "./custom-elements.json": "./custom-elements.json",
            "./integrity.json": "./integrity.json",
            "./importmap.json": "./importmap.json",
            "./sbom.cdx.json": "./sbom.cdx.json",
            "./package.json": "./package.json"
        },
        "customElements": "./custom-elements.json",
        // importing it defines the element: a bundler must not drop an import that uses no name
        "sideEffects": ["./nms-advisor.js", "./nms-advisor-react.js"],
        "files": listed,
        "peerDependencies": { "@types/react": ">=19" },
        "peerDependenciesMeta": { "@types/react": { "optional": true } },
        "engines": { "node": ">=18" }
    })
}

/// An import map that a page carries in itself, on one line, so that it is copied whole.
fn import_map(folder: &Path) -> Result<Value> {
    let mut digests = Map::new();
    for name in files(folder)?.into_iter().filter(|name| Path::new(name).extension().is_some_and(|end| end == "js")) {
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
