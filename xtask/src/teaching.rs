//! The teaching room: a second WebAssembly over the same library, in a folder of its own, so that who embeds the form alone
//! never loads it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::dist::ship_glue;
use crate::npm::digest;
use crate::root;
use crate::script::without_comments;
use crate::wasm::{Glue, bindgen};

/// The name of its files.
pub const NAME: &str = "nms-advisor-teaching";

/// The WebAssembly of the room, beside that of the widget.
#[must_use]
pub fn wasm(widget: &Path) -> PathBuf {
    widget.with_file_name(format!("{NAME}.wasm"))
}

/// The style sheet of the room, which goes with that of the widget.
///
/// # Errors
/// If it cannot be read.
pub fn style() -> Result<String> {
    fs::read_to_string(root().join("www/teaching.css")).context("www/teaching.css cannot be read")
}

/// Writes the room into `folder`.
///
/// # Errors
/// If the glue cannot be generated or a file cannot be written.
pub fn write(widget: &Path, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    bindgen(&wasm(widget), folder, NAME, Glue::Module)?;
    ship_glue(folder, NAME)?;
    let entry =
        fs::read_to_string(root().join("www/entry-teaching.js")).context("www/entry-teaching.js cannot be read")?;
    let style = serde_json::to_string(&style()?)?;
    let digest = digest(&fs::read(folder.join(format!("{NAME}_bg.wasm")))?);
    let constants = format!("const TEACHING_DIGEST = '{digest}';\nconst TEACHING_SHEET = {style};\n");
    fs::write(folder.join(format!("{NAME}.js")), format!("{constants}\n{}", without_comments(&entry)?))?;
    Ok(())
}
