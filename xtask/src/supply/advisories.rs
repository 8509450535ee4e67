//! Known faults of the crates, by the `RustSec` database: `cargo deny` judges, where both can be had.

use anyhow::Result;

use crate::command::{cargo, output, run, which};

/// Which `cargo deny`; its configuration changes with its version.
const DENY: &str = "0.20.2";

/// Asks for known faults; `Some` is a sentence that says why it was not done and how to do it.
///
/// # Errors
/// If a crate has a known fault that `deny.toml` does not name with a reason.
pub fn check() -> Result<Option<String>> {
    if which("cargo-deny").is_none() {
        return Ok(Some(format!(
            "cargo-deny is not on the PATH, so nothing was asked for known faults of the crates. Once: cargo install --locked cargo-deny@{DENY}; then, where GitHub can be reached: cargo deny --workspace check advisories"
        )));
    }
    if output(cargo(&["deny", "fetch", "db"])).is_ok() {
        run(cargo(&["deny", "--workspace", "--all-features", "check", "advisories"]))?;
        return Ok(None);
    }
    Ok(Some("RustSec's database could not be fetched, so nothing was asked for known faults of the crates. Where GitHub can be reached: cargo deny --workspace check advisories".into()))
}
