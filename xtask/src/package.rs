//! The package, tested as those who use it meet it: packed, judged, and installed into a fresh app.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::command::{cargo, command, output, run};
use crate::supply::fetched;
use crate::{root, tools};

/// The oldest Node that the fresh app's build tool runs in.
const NODE: (u32, u32) = (20, 19);

/// Packs, judges, installs, builds and opens; `Some` is a sentence that says why it was not done.
///
/// # Errors
/// If the package fails any of it.
pub fn test() -> Result<Option<String>> {
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
    install(&folder, &packed)?;
    // cargo would read an empty test name as every test
    run(cargo(&["test", "--quiet", "--package", "browser-tests", "--test", "package", "--", "--ignored"]))?;
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

/// A fresh React app with the package in it: types checked, rendered without a page, and built for the browser.
fn install(folder: &Path, packed: &str) -> Result<()> {
    let from = root().join("tests/package/react");
    let app = folder.join("react");
    std::fs::create_dir_all(app.join("src"))?;
    for file in ["vite.config.js", "tsconfig.json", "index.html", "render.mjs", "src/main.tsx"] {
        std::fs::copy(from.join(file), app.join(file)).with_context(|| format!("{file} cannot be copied"))?;
    }
    // an earlier copy has the same version and would be kept
    let earlier = app.join("node_modules/nms-advisor");
    if earlier.is_dir() {
        std::fs::remove_dir_all(&earlier)?;
    }
    fetched::install(&from, &app)?;
    let packed = format!("../{packed}");
    run(npm(&app, ["install", "--no-save", packed.as_str()].into_iter().chain(fetched::QUIET)))?;
    for script in ["types", "render", "build"] {
        run(npm(&app, ["run", "--silent", script])).with_context(|| format!("in a fresh React app: {script}"))?;
    }
    Ok(())
}
