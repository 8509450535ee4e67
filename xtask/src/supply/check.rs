//! What may be built from: licences and sources of every crate, held against `deny.toml`, which `cargo deny` reads too; and
//! that bill of materials and notices name the crates that were compiled, no fewer and no more.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::Value;

use super::graph::{self, Id, LOCK, OWN, text};
use crate::root;

/// Runs both.
///
/// # Errors
/// If a crate has a licence or a source that is not allowed, a digest is missing, or a form of the release names other
/// crates than those that are in it: says which.
pub fn check() -> Result<()> {
    let allowed = Allowed::read(&crate::dist::text("deny.toml")?)?;
    let told = graph::metadata(&[])?;
    let mut wrong: Vec<String> = graph::packages(&told).filter_map(|package| allowed.refuse(package)).collect();
    for lock in [LOCK, "tests/fuzz/Cargo.lock"] {
        wrong.extend(unlocked(&crate::dist::text(lock)?, &allowed)?.into_iter().map(|what| format!("{lock}: {what}")));
    }
    ensure!(wrong.is_empty(), "not allowed by deny.toml:\n  {}", wrong.join("\n  "));
    println!("  {} packages: licences and sources are those of deny.toml", graph::packages(&told).count());
    let compiled = graph::compiled()?;
    for form in ["npm", "site", "iframe", "no-wasm"] {
        let folder = root().join("dist").join(form);
        if form != "no-wasm" || folder.is_dir() {
            named(&folder, &compiled).with_context(|| format!("dist/{form}"))?;
        }
    }
    let single = crate::dist::text("dist/nms-advisor.html")?;
    listed(&single, &compiled).context("dist/nms-advisor.html")?;
    println!("  {} crates are compiled into the release, and named in each of its forms", compiled.len() - 1);
    Ok(())
}

/// What `deny.toml` allows.
#[derive(Debug)]
struct Allowed {
    licences: BTreeSet<String>,
    /// For one crate alone.
    exceptions: BTreeMap<String, BTreeSet<String>>,
    registries: BTreeSet<String>,
}

impl Allowed {
    fn read(config: &str) -> Result<Self> {
        let config: toml::Table = config.parse().context("deny.toml")?;
        let texts = |value: Option<&toml::Value>| {
            let values = value.and_then(toml::Value::as_array).into_iter().flatten();
            values.filter_map(toml::Value::as_str).map(String::from).collect::<BTreeSet<_>>()
        };
        let licences = config.get("licenses").context("deny.toml has no [licenses]")?;
        let exceptions = licences.get("exceptions").and_then(toml::Value::as_array).into_iter().flatten();
        let exceptions =
            exceptions.filter_map(|one| Some((one.get("crate")?.as_str()?.to_string(), texts(one.get("allow")))));
        let read = Self {
            licences: texts(licences.get("allow")),
            exceptions: exceptions.collect(),
            registries: texts(config.get("sources").and_then(|sources| sources.get("allow-registry"))),
        };
        ensure!(!read.licences.is_empty() && !read.registries.is_empty(), "deny.toml allows no licence or no registry");
        Ok(read)
    }

    /// Why a package may not be used.
    fn refuse(&self, package: &Value) -> Option<String> {
        let (name, licence) = (text(package, "name"), graph::spdx(text(package, "license")));
        let shown = format!("{name} {}", text(package, "version"));
        let Ok(expression) = spdx::Expression::parse(&licence) else {
            return Some(format!("{shown}: `{licence}` is no SPDX expression"));
        };
        let granted = |wanted: String| {
            self.licences.contains(&wanted) || self.exceptions.get(name).is_some_and(|more| more.contains(&wanted))
        };
        if !expression.evaluate(|wanted| granted(wanted.to_string())) {
            return Some(format!("{shown}: the licence {licence}"));
        }
        match package.get("source").and_then(Value::as_str) {
            Some(source) => self.refuse_source(source).map(|why| format!("{shown}: {why}")),
            None if Path::new(text(package, "manifest_path")).starts_with(root()) => None,
            None => Some(format!("{shown}: a folder outside of the project")),
        }
    }

    fn refuse_source(&self, source: &str) -> Option<String> {
        let known = source.strip_prefix("registry+").is_some_and(|registry| self.registries.contains(registry));
        (!known).then(|| format!("the source {source}"))
    }
}

/// What a lock file takes from elsewhere, or without a digest.
fn unlocked(lock: &str, allowed: &Allowed) -> Result<Vec<String>> {
    let lock: toml::Table = lock.parse()?;
    let packages = lock.get("package").and_then(toml::Value::as_array).context("no packages")?;
    let wrong = packages.iter().filter_map(|package| {
        let text = |key| package.get(key).and_then(toml::Value::as_str);
        let source = text("source")?;
        let why = allowed.refuse_source(source).or_else(|| text("checksum").is_none().then(|| "no digest".into()));
        why.map(|why| format!("{}: {why}", text("name").unwrap_or_default()))
    });
    Ok(wrong.collect())
}

/// Holds what a form names against what was compiled.
fn named(folder: &Path, compiled: &BTreeSet<Id>) -> Result<()> {
    let bill: Value = serde_json::from_str(&std::fs::read_to_string(folder.join("sbom.cdx.json"))?)?;
    let components = bill.get("components").and_then(Value::as_array).into_iter().flatten();
    let cargo = components.filter(|one| text(one, "purl").starts_with("pkg:cargo/"));
    let billed = cargo.map(|one| (text(one, "name").to_string(), text(one, "version").to_string())).collect();
    same(&billed, compiled).context("sbom.cdx.json")?;
    listed(&std::fs::read_to_string(folder.join("THIRD-PARTY.md"))?, compiled).context("THIRD-PARTY.md")
}

/// The crates of a list of notices: name, version and licence at the beginning of a line.
fn listed(page: &str, compiled: &BTreeSet<Id>) -> Result<()> {
    let crates = page.lines().filter_map(|line| {
        let (id, licence) = line.strip_prefix("- ").unwrap_or(line).split_once(", ")?;
        let (name, version) = id.split_once(' ')?;
        let numbered = version.starts_with(|letter: char| letter.is_ascii_digit()) && !version.contains(' ');
        let (licence, _) = licence.split_once(": ")?;
        (numbered && spdx::Expression::parse(licence).is_ok()).then(|| (name.to_string(), version.to_string()))
    });
    same(&crates.collect(), compiled)
}

fn same(named: &BTreeSet<Id>, compiled: &BTreeSet<Id>) -> Result<()> {
    let compiled: BTreeSet<Id> = compiled.iter().filter(|id| id.0 != OWN).cloned().collect();
    let shown =
        |ids: Vec<&Id>| ids.iter().map(|(name, version)| format!("{name} {version}")).collect::<Vec<_>>().join(", ");
    let (lacks, more) = (shown(compiled.difference(named).collect()), shown(named.difference(&compiled).collect()));
    if !lacks.is_empty() || !more.is_empty() {
        bail!("it lacks what was compiled: [{lacks}]; it names what was not: [{more}]");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops by panicking")]

    use super::{Allowed, listed, same, unlocked};
    use serde_json::json;
    use std::collections::BTreeSet;

    const CONFIG: &str = "[licenses]\nallow = [\"MIT\"]\nexceptions = [{ crate = \"notify\", allow = [\"CC0-1.0\"] }]\n[sources]\nallow-registry = [\"https://r\"]\n";

    #[test]
    fn another_licence_or_source_is_refused() {
        let allowed = Allowed::read(CONFIG).unwrap();
        let refused = |name: &str, licence: &str, source: &str| {
            allowed.refuse(&json!({ "name": name, "version": "1.0.0", "license": licence, "source": source })).is_some()
        };
        assert!(!refused("a", "MIT OR GPL-3.0-only", "registry+https://r"));
        assert!(!refused("notify", "CC0-1.0", "registry+https://r"));
        for (name, licence, source) in [
            ("a", "GPL-3.0-only", "registry+https://r"),
            ("a", "MIT AND GPL-3.0-only", "registry+https://r"),
            ("a", "CC0-1.0", "registry+https://r"),
            ("a", "", "registry+https://r"),
            ("a", "MIT", "registry+https://other"),
            ("a", "MIT", "git+https://r"),
        ] {
            assert!(refused(name, licence, source), "{name} {licence} {source}");
        }
        let outside =
            json!({ "name": "a", "version": "1.0.0", "license": "MIT", "manifest_path": "/elsewhere/Cargo.toml" });
        assert!(allowed.refuse(&outside).is_some());
        assert!(Allowed::read("[licenses]\nallow = []\n").is_err());
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nsource = \"registry+https://r\"\n";
        assert_eq!(unlocked(lock, &allowed).unwrap(), ["a: no digest"]);
    }

    #[test]
    fn a_crate_that_is_dropped_or_added_is_named() {
        let id = |name: &str| (name.to_string(), "1.0.0".to_string());
        let compiled = BTreeSet::from([id("a"), id("b"), id("nms-advisor")]);
        listed(
            "- a 1.0.0, MIT: x\n- b 1.0.0, MIT OR Apache-2.0: Copyright 2014, y\nNo crate, but a line: z\n",
            &compiled,
        )
        .unwrap();
        let lacks = same(&BTreeSet::from([id("a")]), &compiled).unwrap_err().to_string();
        assert!(lacks.contains("lacks what was compiled: [b 1.0.0]"), "{lacks}");
        let more = same(&BTreeSet::from([id("a"), id("b"), id("c")]), &compiled).unwrap_err().to_string();
        assert!(more.contains("what was not: [c 1.0.0]"), "{more}");
    }
}
