//! The package, tested as those who use it meet it: packed, judged, and installed into a fresh app.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::command::{cargo, command, output, run};
use crate::supply::fetched;
use crate::{root, tools};

/// The oldest Node that the fresh app's build tool runs in.
const NODE: (u32, u32) = (20, 19);

/// An app that the packed package is put into.
struct App {
    /// Its folder below `target/package`.
    name: &'static str,
    /// Where its sources are, and those that differ from them, lock file included.
    sources: &'static [&'static str],
    /// What of its own is run, in order.
    scripts: &'static [&'static str],
    /// Whether it takes minutes, and so is built by `cargo xtask test --all` alone.
    heavy: bool,
}

const APPS: [App; 10] = [
    App { name: "react", sources: &["tests/package/react"], scripts: &["types", "render", "build"], heavy: false },
    App { name: "types", sources: &["tests/package/types"], scripts: &["types"], heavy: false },
    App { name: "hydrated", sources: &["examples/react"], scripts: &["types", "build"], heavy: false },
    App {
        name: "hydrated-18",
        sources: &["examples/react", "tests/package/react-18"],
        scripts: &["types", "build"],
        heavy: false,
    },
    App { name: "esbuild", sources: &["examples/esbuild"], scripts: &["build"], heavy: false },
    App { name: "reveal", sources: &["examples/reveal"], scripts: &["build"], heavy: false },
    App { name: "vue", sources: &["examples/vue"], scripts: &["types", "build"], heavy: false },
    App { name: "svelte", sources: &["examples/svelte"], scripts: &["types", "build"], heavy: false },
    App { name: "next", sources: &["examples/next"], scripts: &["build"], heavy: true },
    App { name: "angular", sources: &["examples/angular"], scripts: &["build"], heavy: true },
];

/// Packs, judges, installs, builds and opens; `Some` is a sentence that says why it was not done. With `all`, the examples too
/// that take minutes.
///
/// # Errors
/// If the package fails any of it.
pub fn test(all: bool) -> Result<Option<String>> {
    if let Some(missing) = tools::provide(&[tools::NODE, tools::NPM, tools::CHROMIUM, tools::CHROMEDRIVER])? {
        return Ok(Some(missing));
    }
    let version = output(command("node", ["--version"]))?;
    if number(&version) < NODE {
        let (major, minor) = NODE;
        return Ok(Some(format!("needs Node {major}.{minor} or later; here it is {}", version.trim())));
    }
    let folder = root().join("target/package");
    std::fs::create_dir_all(&folder)?;
    let packed = pack(&folder)?;
    judge(&folder, &packed)?;
    for app in APPS.iter().filter(|app| all || !app.heavy) {
        println!("  {}", app.name);
        install(&folder, &packed, app).with_context(|| format!("in the app {}", app.name))?;
    }
    // cargo would read an empty test name as every test
    let mut opened = vec!["test", "--quiet", "--package", "browser-tests", "--test", "package", "--", "--ignored"];
    if !all {
        opened.extend(["--skip", "takes_minutes"]);
    }
    run(cargo(&opened))?;
    Ok(None)
}

/// `v20.19.1` as numbers; what is no version is older than any.
fn number(version: &str) -> (u32, u32) {
    let mut parts = version.trim().trim_start_matches('v').split('.').map(|part| part.parse().unwrap_or(0));
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0))
}

fn npm<'a>(folder: &Path, arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut npm = command("npm", arguments);
    npm.current_dir(folder);
    npm
}

/// Packs `dist/npm` as npm would publish it; returns the name of the file.
fn pack(folder: &Path) -> Result<String> {
    let from = root().join("dist/npm");
    ensure!(from.is_dir(), "dist/npm is not built");
    let from = from.display().to_string();
    let packed = output(npm(folder, ["pack", "--silent", from.as_str()]))?.trim().to_string();
    let listed = output(command("tar", ["-tzf", folder.join(&packed).display().to_string().as_str()]))?;
    let inside = listed.lines().count();
    let built = crate::sizes::files(&root().join("dist/npm"))?.len();
    ensure!(inside == built, "dist/npm has {built} files and the packed package {inside}");
    Ok(packed)
}

fn judge(folder: &Path, packed: &str) -> Result<()> {
    let judges = folder.join("judges");
    fetched::install(&root().join("tests/npm/judges"), &judges)?;
    let packed = format!("../{packed}");
    run(npm(&judges, ["exec", "--offline", "--", "publint", "run", "--strict", packed.as_str()]))?;
    // ES modules only, by design; and WebAssembly has no types to be wrong
    let profile = ["--profile", "esm-only", "--exclude-entrypoints", "./nms-advisor_bg.wasm"];
    let attw = ["exec", "--offline", "--", "attw", "--quiet", packed.as_str()];
    run(npm(&judges, attw.into_iter().chain(profile)))
}

/// A fresh app with the package in it: types checked, rendered without a page, and built for the browser.
fn install(folder: &Path, packed: &str, app: &App) -> Result<()> {
    let to = folder.join(app.name);
    for from in app.sources {
        copy(&root().join(from), &to)?;
    }
    let locked = app.sources.last().context("an app without sources")?;
    fetched::install(&root().join(locked), &to)?;
    // an earlier copy has the same version and would be kept
    for made in ["node_modules/nms-advisor", "out", "out-server", ".next"] {
        let made = to.join(made);
        if made.is_dir() {
            std::fs::remove_dir_all(&made)?;
        }
    }
    let packed = format!("../{packed}");
    run(npm(&to, ["install", "--no-save", packed.as_str()].into_iter().chain(fetched::QUIET)))?;
    for script in app.scripts {
        let mut npm = npm(&to, ["run", "--silent", script]);
        // no word to the makers of a tool
        npm.env("NEXT_TELEMETRY_DISABLED", "1").env("NG_CLI_ANALYTICS", "false");
        run(npm).with_context(|| format!("its script {script}"))?;
    }
    Ok(())
}

/// Copies the sources of an app, and neither what is installed nor what is built in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let entry = entry?;
        let (path, name) = (entry.path(), entry.file_name());
        // the lock file is copied once it is installed from
        if ["node_modules", "out", "package-lock.json"].iter().any(|left| name == *left) {
            continue;
        }
        if path.is_dir() {
            copy(&path, &to.join(name))?;
        } else {
            std::fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}
