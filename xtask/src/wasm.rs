//! From Rust to WebAssembly and its JavaScript glue, with wasm-bindgen as a library: no tool to install, no version to mismatch.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::{cargo, command, output, run, which};
use crate::root;

/// What is built for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Which build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build, large.
    Dev,
    /// What is shipped.
    Release,
}

/// Which kind of glue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glue {
    /// An ES module.
    Module,
    /// A classic script, for the single file.
    Script,
    /// The same under a name of its own, beside the first.
    NamedScript(&'static str),
}

/// Adds the WebAssembly target if it is missing.
///
/// # Errors
/// If it is missing and cannot be added: says what to run.
pub fn ensure_target() -> Result<()> {
    let libraries = output(command("rustc", ["--print", "target-libdir", "--target", TARGET]))?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    if which("rustup").is_none() {
        bail!(
            "the target {TARGET} is missing, and there is no rustup to add it; install Rust from https://rustup.rs, or the target with the package manager that Rust came from"
        );
    }
    println!("adding the target {TARGET} …");
    run(command("rustup", ["target", "add", TARGET])).with_context(|| {
        format!("the target {TARGET} could not be added; with a connection, run: rustup target add {TARGET}")
    })
}

/// Builds every binary and returns the path of the widget's WebAssembly; those of the teaching room and of the reader of
/// texts and records lie beside it.
///
/// # Errors
/// If the target cannot be added or the build fails.
pub fn build(profile: Profile) -> Result<PathBuf> {
    build_all_in(&root(), profile, &target_folder(), &[])
}

/// The same, as it is shipped, from a copy of the sources, into a folder of its own.
///
/// # Errors
/// If the target cannot be added or the build fails.
pub fn build_copy(source: &Path, target: &Path) -> Result<PathBuf> {
    build_all_in(source, Profile::Release, target, &[])
}

/// The reader is a build of its own: whatever links the library with its widget carries every export of it.
fn build_all_in(source: &Path, profile: Profile, target: &Path, flags: &[String]) -> Result<PathBuf> {
    build_in(source, profile, target, flags, &PAGE)?;
    Ok(build_in(source, profile, target, flags, &READER)?.join("nms-advisor.wasm"))
}

/// Builds the empty app that the widget is measured against, as the widget is built; returns its WebAssembly.
///
/// # Errors
/// If the target cannot be added or the build fails.
pub fn build_counter() -> Result<PathBuf> {
    // with the widget's package named too, the libraries have the same features and are those of the widget
    let what = ["--package", "nms-advisor", "--package", "counter", "--bin", "counter"];
    Ok(build_in(&root(), Profile::Release, &target_folder(), &[], &what)?.join("counter.wasm"))
}

/// The same without what `wasm2js` does not know, in a folder of its own: the libraries ask the compiler for it, so all of
/// them are built again.
///
/// # Errors
/// If the target cannot be added or the build fails.
pub fn build_without_references() -> Result<PathBuf> {
    let flags = ["-Ctarget-feature=-reference-types,-multivalue".to_string()];
    build_all_in(&root(), Profile::Release, &target_folder().join("no-wasm"), &flags)
}

// cargo writes where this variable says, if it is set, relative to where it was started
fn target_folder() -> PathBuf {
    root().join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// Builds, and returns the folder with what was built.
fn build_in(source: &Path, profile: Profile, target: &Path, flags: &[String], what: &[&str]) -> Result<PathBuf> {
    let (cargo, folder) = building(source, profile, target, flags, what)?;
    run(cargo)?;
    Ok(folder)
}

/// What cargo tells of the build that is shipped, a message a line.
///
/// # Errors
/// If the target cannot be added or the build fails.
pub fn messages() -> Result<String> {
    let mut told = String::new();
    for what in [&PAGE[..], &READER] {
        let what = [what, &["--message-format=json"]].concat();
        told += &output(building(&root(), Profile::Release, &target_folder(), &[], &what)?.0)?;
    }
    Ok(told)
}

/// How widget and teaching room are built.
const PAGE: [&str; 3] = ["--bins", "--features", "page"];

/// How the reader is built.
const READER: [&str; 5] = ["--bin", crate::data_in::NAME, "--no-default-features", "--features", "data-in"];

/// How it is built, and the folder that it is built into.
fn building(
    source: &Path,
    profile: Profile,
    target: &Path,
    flags: &[String],
    what: &[&str],
) -> Result<(Command, PathBuf)> {
    ensure_target()?;
    let mut cargo = cargo(&["build", "--locked", "--target", TARGET]);
    cargo.args(what).current_dir(source);
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => {
            cargo.arg("--release");
            "release"
        }
    };
    // no path of this machine may end up in what is shipped
    cargo.env("CARGO_ENCODED_RUSTFLAGS", [remaps(source)?, flags.to_vec()].concat().join("\u{1f}"));
    cargo.env("CARGO_TARGET_DIR", target);
    // each copy knows its age
    cargo.env("NMS_ADVISOR_BUILT", crate::release::built()?);
    Ok((cargo, target.join(TARGET).join(folder)))
}

fn remaps(source: &Path) -> Result<Vec<String>> {
    let sysroot = output(command("rustc", ["--print", "sysroot"]))?;
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|home| format!("{home}/.cargo")));
    let mut flags = vec![
        format!("--remap-path-prefix={}=nms-advisor", source.display()),
        format!("--remap-path-prefix={}=rust", sysroot.trim()),
    ];
    let Ok(home) = home else { return Ok(flags) };
    flags.push(format!("--remap-path-prefix={home}=cargo"));
    // the folder of a registry has a digest of its address in its name, so that a mirror would change what is shipped; of
    // all that match, the last one counts
    let sources = std::fs::read_dir(Path::new(&home).join("registry/src")).into_iter().flatten().flatten();
    let mut sources: Vec<PathBuf> = sources.map(|entry| entry.path()).collect();
    sources.sort();
    flags.extend(sources.iter().map(|source| format!("--remap-path-prefix={}=crates", source.display())));
    Ok(flags)
}

/// Writes `NAME.js` and `NAME_bg.wasm` into `folder`.
///
/// # Errors
/// If the glue cannot be generated.
pub fn bindgen(wasm: &Path, folder: &Path, name: &str, glue: Glue) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(wasm)
        .out_name(name)
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true);
    match glue {
        Glue::Module => bindgen.web(true)?,
        Glue::Script => bindgen.no_modules(true)?,
        Glue::NamedScript(name) => bindgen.no_modules(true)?.no_modules_global(name)?,
    };
    bindgen.generate(folder).context("the JavaScript glue could not be generated")
}

/// Refuses WebAssembly that names a folder of this machine.
///
/// # Errors
/// If it does.
pub fn refuse_machine_paths(wasm: &[u8]) -> Result<()> {
    let home = std::env::var("HOME").unwrap_or_default();
    for path in [root().display().to_string(), home] {
        let needle = format!("{path}/");
        if path.len() > 1 && wasm.windows(needle.len()).any(|window| window == needle.as_bytes()) {
            bail!("the WebAssembly contains the path {path} of this machine");
        }
    }
    Ok(())
}

/// WebAssembly whose note of features denies those that it was built without: the standard library, which is compiled
/// already, has noted them, and wasm-bindgen would write glue for them.
///
/// # Errors
/// If the note does not have them.
pub fn deny_references(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut plain = wasm.to_vec();
    for note in [&b"+\x0freference-types"[..], &b"+\x0amultivalue"[..]] {
        let at = wasm.windows(note.len()).rposition(|window| window == note);
        if let Some(sign) = at.and_then(|at| plain.get_mut(at)) {
            *sign = b'-';
        } else {
            bail!("the WebAssembly does not note the features that it was compiled for");
        }
    }
    Ok(plain)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops by panicking")]

    /// The crate takes a range; what writes the glue has to be of the version that is locked.
    #[test]
    fn glue_and_library_are_of_one_version() {
        let lock: toml::Table = crate::dist::text("Cargo.lock").unwrap().parse().unwrap();
        let packages = lock.get("package").and_then(toml::Value::as_array).unwrap();
        let version = |name: &str| {
            let found = packages.iter().find(|one| one.get("name").and_then(toml::Value::as_str) == Some(name));
            found.and_then(|one| one.get("version")).and_then(toml::Value::as_str).unwrap().to_string()
        };
        assert_eq!(version("wasm-bindgen"), version("wasm-bindgen-cli-support"));
    }
}
