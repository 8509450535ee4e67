//! What the release is made of, and what tells a copy of it from any other: crates, licences, digests.

pub mod advisories;
pub mod check;
pub mod fetched;
pub mod graph;
pub mod notices;
pub mod sbom;
pub mod sums;

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

/// What every form of the release carries beside its code: who wrote what is in it, and under which licence.
pub const CARRIED: [&str; 5] =
    ["LICENSE-APACHE", "LICENSE-CONTENT.md", "LICENSE-MIT", "THIRD-PARTY.md", "sbom.cdx.json"];

/// Writes what is derived from the crates into the package.
///
/// # Errors
/// If cargo does not tell the crates, one has no licence text, or a file cannot be written.
pub fn write(package: &Path) -> Result<()> {
    let crates = graph::shipped()?;
    let rust = graph::rust_version()?;
    fs::write(package.join("THIRD-PARTY.md"), notices::long(&crates, &rust)?)?;
    fs::write(package.join("sbom.cdx.json"), format!("{:#}\n", sbom::document(&crates, &rust)))?;
    Ok(())
}

/// Copies what every form carries from the package into another form.
///
/// # Errors
/// If a file is not there or cannot be copied.
pub fn carry(package: &Path, folder: &Path) -> Result<()> {
    for name in CARRIED {
        fs::copy(package.join(name), folder.join(name)).with_context(|| format!("{name} is not in the package"))?;
    }
    Ok(())
}
