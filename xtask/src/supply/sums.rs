//! One digest for every file of the release, as `sha256sum -c` reads them.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Result;
use sha2::{Digest as _, Sha256};

use crate::sizes;

/// Where the digests stand; it has none of its own.
pub const SUMS: &str = "SHA256SUMS";

/// Writes the digests of every file of a folder, in order of name.
///
/// # Errors
/// If a file cannot be read or written.
pub fn write(dist: &Path) -> Result<()> {
    let mut lines = String::new();
    for name in sizes::files(dist)?.into_iter().filter(|name| name != SUMS) {
        writeln!(lines, "{}  {name}", hex(&fs::read(dist.join(&name))?))?;
    }
    Ok(fs::write(dist.join(SUMS), lines)?)
}

/// A SHA-256 digest as `sha256sum` writes it.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}
