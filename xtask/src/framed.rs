//! The page that other pages put into a frame: the package, a page around it, and the messages that pass.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::dist::{copy_code, page_style, text};
use crate::{guideline, npm, root, supply};

/// Writes it around the package in `package` into `folder`.
///
/// # Errors
/// If a file cannot be read or written.
pub fn write(package: &Path, folder: &Path) -> Result<()> {
    copy_code(package, folder)?;
    fs::copy(root().join("www/iframe/frame.js"), folder.join("frame.js"))?;
    let page = text("www/iframe/index.html")?.replace("<!-- guideline -->", &guideline::html()?);
    fs::write(folder.join("index.html"), page)?;
    fs::write(folder.join("host.css"), page_style()?)?;
    supply::carry(package, folder)?;
    let mut digests = npm::integrity(folder)?;
    // every site writes its own list of origins into the page
    if let Some(digests) = digests.as_object_mut() {
        digests.shift_remove("index.html");
    }
    fs::write(folder.join("integrity.json"), format!("{digests:#}\n"))?;
    Ok(())
}
