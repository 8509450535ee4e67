//! The tooling, as a library, so that the browser tests serve the product by the same code as `cargo xtask serve`.

pub mod command;
pub mod data_in;
pub mod dist;
pub mod editors;
pub mod entries;
pub mod exports;
pub mod framed;
pub mod fuzz;
pub mod guideline;
pub mod latency;
pub mod mutants;
pub mod npm;
pub mod package;
pub mod readme;
pub mod release;
pub mod scorm;
pub mod screenshots;
pub mod script;
pub mod serve;
pub mod server;
pub mod single;
pub mod site;
pub mod sizes;
pub mod supply;
pub mod teaching;
pub mod test;
pub mod tools;
pub mod types;
pub mod wasm;
pub mod withdraw;
pub mod without_wasm;

use std::path::{Path, PathBuf};

/// The root of the workspace.
#[must_use]
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}
