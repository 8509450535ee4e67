//! The reader of texts and records: a third WebAssembly, loaded on first use, in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::dist::ship_glue;
use crate::npm::digest;
use crate::root;
use crate::script::without_comments;
use crate::wasm::{Glue, bindgen};

/// The name of its files.
pub const NAME: &str = "nms-advisor-data-in";

/// The WebAssembly of the reader, beside that of the widget.
#[must_use]
pub fn wasm(widget: &Path) -> PathBuf {
    widget.with_file_name(format!("{NAME}.wasm"))
}

/// Writes the reader into `folder`.
///
/// # Errors
/// If the glue cannot be generated or a file cannot be written.
pub fn write(widget: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    bindgen(&wasm(widget), folder, NAME, Glue::Module)?;
    ship_glue(folder, NAME)?;
    let entry =
        fs::read_to_string(root().join("www/entry-data-in.js")).context("www/entry-data-in.js cannot be read")?;
    let digest = digest(&fs::read(folder.join(format!("{NAME}_bg.wasm")))?);
    let module = format!("const DATA_IN_DIGEST = '{digest}';\n\n{}", without_comments(&entry)?);
    Ok(fs::write(folder.join(format!("{NAME}.js")), module)?)
}
