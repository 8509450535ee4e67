//! The crates that are compiled into what is shipped, by cargo's own account.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use crate::command::{cargo, command, output};
use crate::{root, wasm};

/// Name and version.
pub type Id = (String, String);

/// A crate that is compiled into what is shipped.
#[derive(Clone, Debug)]
pub struct Crate {
    /// Name and version.
    pub id: Id,
    /// Its licence, as an SPDX expression.
    pub licence: String,
    /// Who wrote it, by its manifest.
    pub authors: Vec<String>,
    /// The SHA-256 digest of its archive, by `Cargo.lock`; ours has none.
    pub checksum: Option<String>,
    /// The folder of its source.
    pub folder: PathBuf,
    /// The crates that it uses itself.
    pub needs: BTreeSet<Id>,
}

/// Our own crate.
pub const OWN: &str = "nms-advisor";

/// The builds that are shipped, as `wasm::build` calls them: the widget with its teaching room, and the reader.
const BUILDS: [&[&str]; 2] = [&["--features", "page"], &["--no-default-features", "--features", "data-in"]];

/// Every crate of what is shipped, ours among them, in order of name and version.
///
/// # Errors
/// If cargo fails, or a crate lacks what has to be told of it.
pub fn shipped() -> Result<Vec<Crate>> {
    let mut needs = BTreeMap::new();
    for build in BUILDS {
        // what runs while compiling, such as a procedural macro, is not shipped
        let fixed = ["tree", "--locked", "--package", OWN, "--target", wasm::TARGET, "--edges", "normal,no-proc-macro"];
        let tree = [&fixed[..], &["--prefix", "depth", "--format", " {p}"], build].concat();
        read_tree(&output(cargo(&tree))?, &mut needs)?;
    }
    let (told, checksums) = (metadata(&["--filter-platform", wasm::TARGET])?, checksums(LOCK)?);
    let crates = needs.into_iter().map(|(id, needs)| {
        let package = package(&told, &id).with_context(|| format!("cargo tells nothing of {} {}", id.0, id.1))?;
        let checksum = checksums.get(&id).cloned();
        ensure!(checksum.is_some() || id.0 == OWN, "{} {} has no digest in {LOCK}", id.0, id.1);
        let manifest = PathBuf::from(text(package, "manifest_path"));
        Ok(Crate {
            licence: spdx(text(package, "license")),
            authors: authors(package),
            checksum,
            folder: manifest.parent().map(PathBuf::from).unwrap_or_default(),
            needs,
            id,
        })
    });
    crates.collect()
}

/// Where versions and digests are fixed.
pub const LOCK: &str = "Cargo.lock";

/// A tree with the depth before each crate; what a crate needs is printed at one of its places alone.
fn read_tree(tree: &str, needs: &mut BTreeMap<Id, BTreeSet<Id>>) -> Result<()> {
    let mut above: Vec<Id> = Vec::new();
    for line in tree.lines() {
        let mut words = line.split_whitespace();
        let depth: usize =
            words.next().and_then(|depth| depth.parse().ok()).with_context(|| format!("no depth: {line}"))?;
        let name = words.next().with_context(|| format!("no name: {line}"))?;
        let version =
            words.next().and_then(|word| word.strip_prefix('v')).with_context(|| format!("no version: {line}"))?;
        let id = (name.to_string(), version.to_string());
        above.truncate(depth);
        if let Some(user) = above.last() {
            needs.entry(user.clone()).or_default().insert(id.clone());
        }
        needs.entry(id.clone()).or_default();
        above.push(id);
    }
    ensure!(needs.len() > 1, "cargo tells no crates");
    Ok(())
}

/// What cargo tells of every package.
///
/// # Errors
/// If cargo fails or writes no JSON.
pub fn metadata(arguments: &[&str]) -> Result<Value> {
    let fixed = ["metadata", "--locked", "--format-version", "1"];
    Ok(serde_json::from_str(&output(cargo(&[&fixed[..], arguments].concat()))?)?)
}

/// The packages of what cargo tells.
pub fn packages(told: &Value) -> impl Iterator<Item = &Value> {
    told.get("packages").and_then(Value::as_array).into_iter().flatten()
}

fn package<'a>(told: &'a Value, (name, version): &Id) -> Option<&'a Value> {
    packages(told).find(|package| text(package, "name") == name && text(package, "version") == version)
}

/// A text of a package; empty where it has none.
#[must_use]
pub fn text<'a>(package: &'a Value, key: &str) -> &'a str {
    package.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn authors(package: &Value) -> Vec<String> {
    let authors = package.get("authors").and_then(Value::as_array).into_iter().flatten();
    // an address of a person helps nobody who reads a licence
    let names = authors.filter_map(Value::as_str).map(|author| author.split('<').next().unwrap_or(author).trim());
    names.filter(|name| !name.is_empty()).map(String::from).collect()
}

/// Older manifests write `/` for OR.
#[must_use]
pub fn spdx(licence: &str) -> String {
    licence.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ")
}

/// The digests of a lock file, by name and version; what has none comes from a folder.
///
/// # Errors
/// If the file cannot be read.
pub fn checksums(lock: &str) -> Result<BTreeMap<Id, String>> {
    let lock: toml::Table = crate::dist::text(lock)?.parse()?;
    let packages = lock.get("package").and_then(toml::Value::as_array).into_iter().flatten();
    let digest = |package: &toml::Value| {
        let text = |key| package.get(key).and_then(toml::Value::as_str).map(String::from);
        Some(((text("name")?, text("version")?), text("checksum")?))
    };
    Ok(packages.filter_map(digest).collect())
}

/// The version of the compiler, whose standard library is shipped too.
///
/// # Errors
/// If it does not tell.
pub fn rust_version() -> Result<String> {
    let told = output(command("rustc", ["--version"]))?;
    told.split_whitespace().nth(1).map(String::from).with_context(|| format!("rustc tells no version: {told}"))
}

/// The crates that the compiler itself says that it compiled for the target, by the messages of a build that is up to date.
///
/// # Errors
/// If the build fails.
pub fn compiled() -> Result<BTreeSet<Id>> {
    let mut found = BTreeSet::new();
    for line in wasm::messages()?.lines() {
        let message: Value = serde_json::from_str(line)?;
        let files = message.get("filenames").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        // what was compiled for this machine helps to compile
        if text(&message, "reason") != "compiler-artifact" || !files.into_iter().any(|file| file.contains(wasm::TARGET))
        {
            continue;
        }
        let id = text(&message, "package_id");
        found.insert(parsed(id).with_context(|| format!("{id} has no version"))?);
    }
    ensure!(!found.is_empty(), "cargo tells of nothing that it built in {}", root().display());
    Ok(found)
}

/// `registry+https://…#name@1.0.0`, or `path+file:///…/name#1.0.0`.
fn parsed(id: &str) -> Option<Id> {
    let (place, last) = id.rsplit_once('#')?;
    let (name, version) = last.split_once('@').unwrap_or_else(|| (place.rsplit('/').next().unwrap_or(place), last));
    // ours is named after its folder, which may have any name
    let name = if id.starts_with("path+") { OWN } else { name };
    Some((name.to_string(), version.to_string()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops by panicking")]

    use super::{BTreeMap, parsed, read_tree, spdx};

    #[test]
    fn what_a_crate_needs_is_one_step_below_it() {
        let id = |name: &str| (name.to_string(), "1.0.0".to_string());
        let mut needs = BTreeMap::new();
        read_tree("0 a v1.0.0 (/x)\n1 b v1.0.0\n2 c v1.0.0\n1 d v1.0.0\n2 b v1.0.0 (*)\n", &mut needs).unwrap();
        let of = |name| needs.get(&id(name)).unwrap().iter().map(|id| id.0.as_str()).collect::<Vec<_>>();
        assert_eq!((of("a"), of("b"), of("c"), of("d")), (vec!["b", "d"], vec!["c"], vec![], vec!["b"]));
        assert!(read_tree("a v1.0.0\n", &mut needs).is_err());
    }

    #[test]
    fn licences_and_names_are_read_as_they_are_written() {
        assert_eq!(spdx("MIT/Apache-2.0"), "MIT OR Apache-2.0");
        assert_eq!(spdx("Apache-2.0 / MIT"), "Apache-2.0 OR MIT");
        assert_eq!(parsed("registry+https://x/y#bytes@1.12.2").unwrap().0, "bytes");
        assert_eq!(parsed("path+file:///a/any-folder#nms-advisor@0.1.0").unwrap().0, "nms-advisor");
        assert_eq!(parsed("path+file:///a/nms-advisor#0.1.0").unwrap().1, "0.1.0");
    }
}
