//! A folder of the product on a server of its own, changed as a test wants it.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use xtask::root;
use xtask::server::{Requests, Site, bind, port};

/// A page with one widget and nothing else.
const PAGE: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title><link rel=\"icon\" href=\"data:,\"><script src=\"first.js\"></script><script type=\"module\" src=\"nms-advisor.js\"></script></head><body><h1>A host</h1><nms-advisor></nms-advisor></body></html>";

/// The copy, and where it is served.
#[derive(Debug)]
pub struct Host {
    /// The folder, to be changed.
    pub folder: PathBuf,
    /// The address of the folder, with `/` at its end.
    pub address: String,
    requests: Requests,
}

impl Host {
    /// Copies a folder below `dist`, adds a page with a widget and a script `first.js` that runs before the module, and
    /// serves it as `set` says.
    ///
    /// # Errors
    /// If the product is not built.
    pub fn start(folder: &str, set: impl FnOnce(Site) -> Site) -> Result<Self> {
        let server = bind(0)?;
        let address = format!("http://127.0.0.1:{}/", port(&server));
        let copy = root().join(format!("target/xtask/host-{}", port(&server)));
        copy_files(&root().join("dist").join(folder), &copy).context("run `cargo xtask dist` first")?;
        std::fs::write(copy.join("host.html"), PAGE)?;
        std::fs::write(copy.join("first.js"), "")?;
        let requests = Requests::default();
        let site = set(Site::recording(copy.clone(), Requests::clone(&requests)));
        std::thread::spawn(move || site.serve(&server));
        Ok(Self { folder: copy, address, requests })
    }

    /// What was asked for since it was last told.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().map(|mut paths| std::mem::take(&mut *paths)).unwrap_or_default()
    }

    /// The page with the widget.
    #[must_use]
    pub fn page(&self) -> String {
        format!("{}host.html", self.address)
    }

    /// Writes a file of the copy.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn put(&self, file: &str, bytes: impl AsRef<[u8]>) -> Result<()> {
        Ok(std::fs::write(self.folder.join(file), bytes)?)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn copy_files(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            std::fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}
