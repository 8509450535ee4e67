//! What comes from npm for building and testing: each package at one version, by the digest in a lock file, and none of them
//! runs a script of its own while it is installed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::command::{command, run};
use crate::root;

/// How npm is called for anything that comes from elsewhere.
pub const QUIET: [&str; 4] = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];

/// Installs `tests/npm/NAME` into `target/NAME`, unless it is there as its lock file says; returns the folder.
///
/// # Errors
/// If npm fails, or a package is not the one that the lock file knows.
pub fn fetch(name: &str) -> Result<PathBuf> {
    let folder = root().join("target").join(name);
    install(&root().join("tests/npm").join(name), &folder)?;
    Ok(folder)
}

/// The same from any folder with a lock file into another.
///
/// # Errors
/// As above.
pub fn install(from: &Path, folder: &Path) -> Result<()> {
    let lock = fs::read(from.join("package-lock.json"))
        .with_context(|| format!("{} has no package-lock.json", from.display()))?;
    let there = fs::read(folder.join("package-lock.json")).is_ok_and(|there| there == lock);
    if there && folder.join("node_modules/.package-lock.json").is_file() {
        return Ok(());
    }
    fs::create_dir_all(folder)?;
    for name in ["package.json", "package-lock.json"] {
        fs::copy(from.join(name), folder.join(name))?;
    }
    let mut npm = command("npm", ["ci"].into_iter().chain(QUIET));
    npm.current_dir(folder);
    run(npm)
}
