//! The artefacts: the package, the single file, the rule set as a file, and their sizes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde_json::json;

use crate::wasm::{Glue, Profile, bindgen, build, refuse_machine_paths};
use crate::{root, single, sizes};

/// Writes everything to `dist/`.
///
/// # Errors
/// If a build fails, a file cannot be written, or the WebAssembly names a folder of this machine.
pub fn dist() -> Result<()> {
    let dist = root().join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist).context("the old dist/ cannot be removed")?;
    }
    let wasm = build(Profile::Release)?;
    package(&wasm, &dist.join("npm"))?;
    single_file(&wasm, &dist.join("nms-advisor.html"))?;
    fs::write(dist.join("rule-set.json"), nms_advisor::wire::rule_set_json()? + "\n")?;
    for (file, size) in sizes::write(&dist)? {
        println!(
            "{:>9} raw {:>8} gzip {:>8} Brotli  dist/{file}",
            field(&size, "raw"),
            field(&size, "gzip"),
            field(&size, "brotli")
        );
    }
    Ok(())
}

fn field(size: &serde_json::Value, name: &str) -> u64 {
    size.get(name).and_then(serde_json::Value::as_u64).unwrap_or(0)
}

fn text(path: &str) -> Result<String> {
    fs::read_to_string(root().join(path)).with_context(|| format!("{path} cannot be read"))
}

/// Writes the package into `folder`.
///
/// # Errors
/// If the glue cannot be generated, a file cannot be written, or the WebAssembly names a folder of this machine.
pub fn package(wasm: &Path, folder: &Path) -> Result<()> {
    package_unchecked(wasm, folder)?;
    refuse_machine_paths(&fs::read(folder.join("nms-advisor_bg.wasm"))?)
}

/// The same for a quick build, whose debug information may name folders.
///
/// # Errors
/// If the glue cannot be generated or a file cannot be written.
pub fn package_unchecked(wasm: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    bindgen(wasm, folder, "nms-advisor", Glue::Module)?;
    fs::rename(folder.join("nms-advisor.js"), folder.join("nms-advisor_glue.js"))?;
    fs::write(folder.join("nms-advisor.js"), module()?)?;
    for (from, to) in [
        ("www/nms-advisor.d.ts", "nms-advisor.d.ts"),
        ("www/npm-readme.md", "README.md"),
        ("LICENSE-MIT", "LICENSE-MIT"),
        ("LICENSE-APACHE", "LICENSE-APACHE"),
    ] {
        fs::copy(root().join(from), folder.join(to)).with_context(|| format!("{from} cannot be copied"))?;
    }
    fs::write(folder.join("package.json"), format!("{:#}\n", manifest()))?;
    Ok(())
}

/// The entry of the package: imports, style sheet, element, entry.
fn module() -> Result<String> {
    let imports = "import initGlue, { Advisor, onCrash, assess as wasmAssess, ruleSet as wasmRuleSet, toCdsHooksCards as wasmCards } from './nms-advisor_glue.js';\n";
    let style = serde_json::to_string(&text("www/style.css")?)?;
    Ok(format!(
        "{imports}\nconst STYLE_SHEET = {style};\n\n{}\n{}",
        text("www/element.js")?,
        text("www/entry-module.js")?
    ))
}

fn manifest() -> serde_json::Value {
    json!({
        "name": "nms-advisor",
        "version": env!("CARGO_PKG_VERSION"),
        "description": "Neuroleptic malignant syndrome: what to do now, and why. Web component and functions, computed in the browser.",
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "main": "./nms-advisor.js",
        "types": "./nms-advisor.d.ts",
        "exports": {
            ".": { "types": "./nms-advisor.d.ts", "default": "./nms-advisor.js" },
            "./nms-advisor_bg.wasm": "./nms-advisor_bg.wasm",
            "./package.json": "./package.json"
        },
        "sideEffects": ["./nms-advisor.js"],
        "files": ["nms-advisor.js", "nms-advisor_glue.js", "nms-advisor_bg.wasm", "nms-advisor.d.ts", "LICENSE-MIT", "LICENSE-APACHE"],
        "engines": { "node": ">=18" }
    })
}

fn single_file(wasm: &Path, file: &Path) -> Result<()> {
    let folder = root().join("target/xtask/single");
    fs::create_dir_all(&folder)?;
    bindgen(wasm, &folder, "nms-advisor", Glue::Script)?;
    let page = single::page(&single::Parts {
        glue: &fs::read_to_string(folder.join("nms-advisor.js"))?,
        element: &text("www/element.js")?,
        entry: &text("www/entry-single.js")?,
        style: &text("www/style.css")?,
        page_style: &text("www/host.css")?,
        wasm: &fs::read(folder.join("nms-advisor_bg.wasm"))?,
    })?;
    fs::write(file, page)?;
    Ok(())
}

/// The folder of the standalone page around the package in `package`, ready to be served; returns it.
///
/// # Errors
/// If a file cannot be copied.
pub fn site(package: &Path, folder: &Path) -> Result<PathBuf> {
    fs::create_dir_all(folder)?;
    for name in ["nms-advisor.js", "nms-advisor_glue.js", "nms-advisor_bg.wasm"] {
        fs::copy(package.join(name), folder.join(name)).with_context(|| format!("{name} is not built"))?;
    }
    fs::copy(root().join("index.html"), folder.join("index.html"))?;
    fs::copy(root().join("www/host.css"), folder.join("host.css"))?;
    Ok(folder.to_path_buf())
}
