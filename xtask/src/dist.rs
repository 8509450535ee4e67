//! The artefacts: the package, the site, the single file, the rule set as a file, and their sizes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use nms_advisor::guideline::NMS;
use nms_advisor::wire::RuleSetJson;

use crate::script::without_comments;
use crate::supply::{graph, notices, sums};
use crate::wasm::{Glue, Profile, bindgen, build, build_copy, refuse_machine_paths};
use crate::{
    data_in, entries, framed, guideline, npm, release, root, scorm, single, site, sizes, teaching, without_wasm,
};

/// What a page needs of the package.
const CODE: [&str; 11] = [
    "nms-advisor.js",
    "nms-advisor_glue.js",
    "nms-advisor_guideline.js",
    "nms-advisor_rule-set.js",
    "nms-advisor_bg.wasm",
    "data-in/nms-advisor-data-in.js",
    "data-in/nms-advisor-data-in_glue.js",
    "data-in/nms-advisor-data-in_bg.wasm",
    "teaching/nms-advisor-teaching.js",
    "teaching/nms-advisor-teaching_glue.js",
    "teaching/nms-advisor-teaching_bg.wasm",
];

/// The page of the teaching room: where it stands, and how it is called.
pub const TEACH: (&str, &str) = ("www/site/teach.html", "teach.html");

/// Copies what a page needs of the package.
///
/// # Errors
/// If a file is not built or cannot be copied.
pub fn copy_code(package: &Path, folder: &Path) -> Result<()> {
    for name in ["teaching", "data-in"] {
        fs::create_dir_all(folder.join(name))?;
    }
    for name in CODE {
        fs::copy(package.join(name), folder.join(name)).with_context(|| format!("{name} is not built"))?;
    }
    Ok(())
}

/// Writes everything to `dist/`; with `all`, also what needs Node and npm. `urgent` says what was corrected, for readers who
/// have an older version of the site open; for each of the cases `alone` there is a package for learning platforms.
///
/// # Errors
/// If there is no such case, a build fails, a file cannot be written, or the WebAssembly names a folder of this machine.
pub fn dist(all: bool, urgent: Option<&str>, alone: &[String]) -> Result<()> {
    // before anything is built
    alone.iter().try_for_each(|case| scorm::title(case).map(drop))?;
    let (wasm, folder) = (build(Profile::Release)?, root().join("dist"));
    lay_out(&wasm, &folder, urgent)?;
    scorm::add(alone)?;
    if all {
        match without_wasm::write(&folder.join("no-wasm"))? {
            Some(missing) => println!("skipped dist/no-wasm: {missing}"),
            None => npm::add_without_wasm(&folder.join("no-wasm"), &folder.join("npm"))?,
        }
    }
    let sizes = sizes::write(&folder)?;
    sums::write(&folder)?;
    for (file, size) in sizes {
        println!(
            "{:>9} raw {:>8} gzip {:>8} Brotli  dist/{file}",
            field(&size, "raw"),
            field(&size, "gzip"),
            field(&size, "brotli")
        );
    }
    Ok(())
}

/// Writes everything to a folder, in place of what is there.
fn lay_out(wasm: &Path, folder: &Path, urgent: Option<&str>) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("the old {} cannot be removed", folder.display()))?;
    }
    package(wasm, &folder.join("npm"))?;
    site::write(&folder.join("npm"), &folder.join("site"), urgent)?;
    framed::write(&folder.join("npm"), &folder.join("iframe"))?;
    single_file(wasm, &folder.join("nms-advisor.html"))?;
    scorm::write(folder, folder, None)?;
    Ok(fs::write(folder.join("rule-set.json"), serde_json::to_string_pretty(&rule_set()?)? + "\n")?)
}

/// Adds the build without WebAssembly to `dist/`; `Some` is a sentence that says why it was not done.
///
/// # Errors
/// If a tool fails.
pub fn add_without_wasm() -> Result<Option<String>> {
    let folder = root().join("dist");
    let missing = without_wasm::write(&folder.join("no-wasm"))?;
    if missing.is_none() {
        npm::add_without_wasm(&folder.join("no-wasm"), &folder.join("npm"))?;
    }
    let sizes = sizes::write(&folder)?;
    sums::write(&folder)?;
    sizes::check_budget(&sizes)?;
    Ok(missing)
}

/// Writes everything a second time, elsewhere, and holds it against `dist/`, byte by byte.
///
/// # Errors
/// If `dist/` is not built, or a file differs, is missing or is too many.
pub fn twice() -> Result<()> {
    let again = root().join("target/xtask/again");
    lay_out(&build(Profile::Release)?, &again, None)?;
    sizes::write(&again)?;
    sums::write(&again)?;
    let (mut first, second) = (files(&root().join("dist"))?, files(&again)?);
    // what is only added when it is asked for, or takes minutes; with it, what lists the whole differs too
    let added = |name: &str| sizes::is_added(name) || name.starts_with(scorm::ADDED);
    if first.keys().any(|name| added(name)) {
        first.retain(|name, _| !added(name));
        let whole =
            ["sizes.json", sums::SUMS, "npm/package.json", "npm/integrity.json", "npm/importmap.json"].into_iter();
        first.extend(whole.filter_map(|name| Some((name.to_string(), second.get(name)?.clone()))));
    }
    let mut names: Vec<&String> = first.keys().chain(second.keys()).collect();
    names.sort();
    names.dedup();
    let differ: Vec<&str> =
        names.iter().filter(|name| first.get(**name) != second.get(**name)).map(|name| name.as_str()).collect();
    if !differ.is_empty() {
        bail!("a second run of `cargo xtask dist` writes other bytes: {}", differ.join(", "));
    }
    println!("  {} files, each the same twice", names.len());
    fs::remove_dir_all(&again).context("the second copy cannot be removed")
}

/// Builds the package once more, from a copy of the sources in another folder and with nothing that is built already, and
/// holds it against `dist/npm`, byte by byte. The other forms are made of it.
///
/// # Errors
/// If `dist/` is not built, the copy cannot be built, or a file differs.
pub fn elsewhere() -> Result<()> {
    let place = root().join("target/xtask/elsewhere");
    if place.exists() {
        fs::remove_dir_all(&place).context("an earlier copy cannot be removed")?;
    }
    let (source, target) = (place.join("a folder of another name"), place.join("target"));
    copy_sources(&root(), &source)?;
    package(&build_copy(&source, &target)?, &place.join("npm"))?;
    let (first, second) = (files(&root().join("dist/npm"))?, files(&place.join("npm"))?);
    let differ: Vec<&str> =
        first.iter().filter(|(name, bytes)| second.get(*name) != Some(bytes)).map(|(name, _)| name.as_str()).collect();
    if !differ.is_empty() || first.len() != second.len() {
        bail!("from another folder the package has other bytes: {}", differ.join(", "));
    }
    println!("  {} files, the same from another folder", first.len());
    fs::remove_dir_all(&place).context("the copy cannot be removed")
}

/// Copies a folder, without what is built, fetched or kept by git.
fn copy_sources(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (entry, name) = entry.map(|entry| (entry.path(), entry.file_name()))?;
        if ["target", "dist", ".git", "node_modules"].iter().any(|left| name == *left) {
            continue;
        }
        if entry.is_dir() {
            copy_sources(&entry, &to.join(name))?;
        } else {
            fs::copy(&entry, to.join(name))?;
        }
    }
    Ok(())
}

/// Every file below a folder, by its path in it.
fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let names = sizes::files(folder)?;
    names.into_iter().map(|name| Ok((name.clone(), fs::read(folder.join(name))?))).collect()
}

fn field(size: &serde_json::Value, name: &str) -> u64 {
    size.get(name).and_then(serde_json::Value::as_u64).unwrap_or(0)
}

/// A file of the repository.
///
/// # Errors
/// If it cannot be read.
pub fn text(path: &str) -> Result<String> {
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
    ship_glue(folder, "nms-advisor")?;
    fs::write(folder.join("nms-advisor_guideline.js"), guideline::module()?)?;
    fs::write(folder.join("nms-advisor_rule-set.js"), rule_set_module()?)?;
    teaching::write(wasm, &folder.join("teaching"))?;
    data_in::write(wasm, &folder.join("data-in"))?;
    entries::write(folder)?;
    npm::complete(folder)
}

/// The rule set as a module: its JSON as a text, which a page loads when it asks for it.
///
/// # Errors
/// If it cannot be written as JSON.
pub fn rule_set_module() -> Result<String> {
    let text = serde_json::to_string(&rule_set()?)?;
    let text = serde_json::to_string(&text)?;
    Ok(format!("// The rule set as JSON.\nexport default {text};\n"))
}

/// The rule set as JSON, with the day of this build.
fn rule_set() -> Result<RuleSetJson> {
    Ok(nms_advisor::wire::rule_set(&NMS).built_on(release::built()?))
}

/// Puts the glue that was generated in its place, without its comments.
///
/// # Errors
/// If it cannot be read or written.
pub fn ship_glue(folder: &Path, name: &str) -> Result<()> {
    let generated = folder.join(format!("{name}.js"));
    let glue = without_comments(&fs::read_to_string(&generated)?)?;
    fs::write(folder.join(format!("{name}_glue.js")), glue)?;
    Ok(fs::remove_file(generated)?)
}

/// A module with the element: version, style sheet, parts, and the entry of its delivery.
///
/// # Errors
/// If a file cannot be read.
pub fn element(entry: &str) -> Result<String> {
    let style = serde_json::to_string(&style()?)?;
    Ok(format!("{}const STYLE_SHEET = {style};\n\n{}{}", versions()?, parts(&PARTS)?, without_comments(entry)?))
}

/// A module with the functions alone.
///
/// # Errors
/// If a file cannot be read.
pub fn functions(entry: &str) -> Result<String> {
    Ok(format!("{}\n{}{}", versions()?, parts(&FUNCTION_PARTS)?, without_comments(entry)?))
}

/// What a module says of itself.
fn versions() -> Result<String> {
    let (code, rules) = (env!("CARGO_PKG_VERSION"), NMS.version);
    let (built, old_from) = (release::built()?, release::old_from()?);
    Ok(format!("const VERSIONS = {{ code: '{code}', rules: '{rules}', built: '{built}', oldFrom: '{old_from}' }};\n"))
}

/// What stands before every entry: host values as plain data, what is shown where it fails, digests, and the element with
/// its keys, what it hears and says, what it draws itself, its cover, and the window of its wall.
const PARTS: [&str; 10] =
    ["plain", "outside", "failure", "digest", "keys", "host", "drawn", "cover", "screen", "element"];

/// Those of them that the functions need.
const FUNCTION_PARTS: [&str; 4] = ["plain", "outside", "failure", "digest"];

fn parts(names: &[&str]) -> Result<String> {
    let part = |name: &&str| without_comments(&text(&format!("www/{name}.js"))?);
    Ok(names.iter().map(part).collect::<Result<Vec<_>>>()?.join("\n"))
}

/// The parts of the style sheet, in order; `widget::STYLE_SHEET` holds the same.
const STYLE: [&str; 6] = ["ground", "bar", "line", "form", "plan", "paper"];

/// The style sheet of the widget.
fn style() -> Result<String> {
    let parts = STYLE.map(|part| text(&format!("www/style/{part}.css"))).into_iter().collect::<Result<Vec<_>>>()?;
    Ok(parts.concat() + &text("www/guideline.css")?)
}

/// The style sheet of a page around the widget.
///
/// # Errors
/// If a file cannot be read.
pub fn page_style() -> Result<String> {
    Ok(text("www/host.css")? + &text("www/guideline.css")?)
}

/// A page around the widget, with the guideline in it.
///
/// # Errors
/// If it cannot be read.
pub fn page(path: &str) -> Result<String> {
    Ok(text(path)?.replace("<!-- guideline -->", &guideline::html()?))
}

fn single_file(wasm: &Path, file: &Path) -> Result<()> {
    let folder = root().join("target/xtask/single");
    fs::create_dir_all(&folder)?;
    // one file holds everything, the teaching room included
    bindgen(&teaching::wasm(wasm), &folder, "nms-advisor", Glue::Script)?;
    bindgen(&data_in::wasm(wasm), &folder, data_in::NAME, Glue::NamedScript("nms_data_in"))?;
    let page = single::page(&single::Parts {
        glue: &[
            without_comments(&fs::read_to_string(folder.join("nms-advisor.js"))?)?,
            without_comments(&fs::read_to_string(folder.join(format!("{}.js", data_in::NAME)))?)?,
        ],
        parts: &(versions()? + &parts(&PARTS)?),
        entry: &without_comments(&text("www/entry-single.js")?)?,
        style: &style()?,
        teaching_style: &teaching::style()?,
        page_style: &page_style()?,
        guideline: &guideline::html()?,
        wasm: &fs::read(folder.join("nms-advisor_bg.wasm"))?,
        data_in: &fs::read(folder.join(format!("{}_bg.wasm", data_in::NAME)))?,
        notices: &notices::short(&graph::shipped()?, &graph::rust_version()?)?,
    })?;
    fs::write(file, page)?;
    Ok(())
}

/// The folder of the standalone page around the package in `package`, ready to be served; returns it.
///
/// # Errors
/// If a file cannot be copied.
pub fn site(package: &Path, folder: &Path) -> Result<PathBuf> {
    copy_code(package, folder)?;
    fs::write(folder.join("index.html"), page("index.html")?)?;
    fs::write(folder.join(TEACH.1), page(TEACH.0)?)?;
    fs::write(folder.join("host.css"), page_style()?)?;
    Ok(folder.to_path_buf())
}
