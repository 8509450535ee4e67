//! A copy of the static site below a path of its own, as a plain host serves it, changed and closed as a test wants it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use tiny_http::Server;
use xtask::root;
use xtask::server::{Requests, Site, bind, port};

use crate::{Page, wait};

/// A copy of `dist/site` in a sub-folder of a server.
pub struct Hosted {
    root: PathBuf,
    port: u16,
    server: Option<Arc<Server>>,
    status: Arc<AtomicU16>,
    requests: Requests,
}

impl Hosted {
    /// Copies the site and serves it.
    ///
    /// # Errors
    /// If the site is not built.
    pub fn start() -> Result<Self> {
        let server = Arc::new(bind(0)?);
        let port = port(&server);
        let folder = root().join(format!("target/xtask/hosted-{port}"));
        copy(&root().join("dist/site"), &folder.join("any/path")).context("run `cargo xtask dist` first")?;
        let (status, requests) = (Arc::new(AtomicU16::new(200)), Requests::default());
        let mut host = Self { root: folder, port, server: None, status, requests };
        host.answer(server);
        Ok(host)
    }

    fn answer(&mut self, server: Arc<Server>) {
        self.server = Some(Arc::clone(&server));
        let site = Site::recording(self.root.clone(), Requests::clone(&self.requests)).without_policy();
        let site = site.closing(Arc::clone(&self.status));
        std::thread::spawn(move || site.serve(&server));
    }

    /// Stops, until nobody answers at the port.
    ///
    /// # Errors
    /// If it goes on answering.
    pub async fn stop(&mut self) -> Result<()> {
        if let Some(server) = self.server.take() {
            server.unblock();
        }
        let port = self.port;
        wait("nobody answers", || async move { Ok(std::net::TcpStream::connect(("127.0.0.1", port)).is_err()) }).await
    }

    /// Answers again at the same port.
    ///
    /// # Errors
    /// If the port was taken in the meantime.
    pub fn go_on(&mut self) -> Result<()> {
        let server = Arc::new(bind(self.port)?);
        self.answer(server);
        Ok(())
    }

    /// Answers everything with a status from now on; 200 serves the files.
    pub fn close_with(&self, status: u16) {
        self.status.store(status, Ordering::SeqCst);
    }

    /// The address of a page.
    #[must_use]
    pub fn address(&self, page: &str) -> String {
        format!("http://127.0.0.1:{}/any/path/{page}", self.port)
    }

    /// The folder of the site.
    #[must_use]
    pub fn folder(&self) -> PathBuf {
        self.root.join("any/path")
    }

    /// What was asked for since it was last told.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().map(|mut paths| std::mem::take(&mut *paths)).unwrap_or_default()
    }

    /// Replaces a text in a file.
    ///
    /// # Errors
    /// If the text is not in it.
    pub fn replace(&self, file: &str, from: &str, to: &str) -> Result<()> {
        let text = std::fs::read_to_string(self.folder().join(file))?;
        ensure!(text.contains(from), "{file} has no {from}");
        Ok(std::fs::write(self.folder().join(file), text.replace(from, to))?)
    }

    /// The digest of a file.
    ///
    /// # Errors
    /// If it is not there.
    pub fn digest(&self, file: &str) -> Result<String> {
        Ok(xtask::npm::digest(&std::fs::read(self.folder().join(file))?))
    }
}

impl Drop for Hosted {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.root);
    }
}

/// Copies a folder with everything in it.
///
/// # Errors
/// If a file cannot be read or written.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Opens a page and waits for its heading, which the pages without a widget have too.
///
/// # Errors
/// If there is none.
pub async fn open(page: &Page, address: &str) -> Result<()> {
    page.driver.goto(address).await?;
    wait("the page is there", || async {
        Ok(page.script("return !!document.querySelector('h1')").await? == json!(true))
    })
    .await
}

/// Waits for words in an element of the page.
///
/// # Errors
/// If they do not come.
pub async fn told(page: &Page, selector: &str, words: &str) -> Result<()> {
    let script = format!("return document.querySelector('{selector}')?.textContent ?? 'nothing'");
    let said = || page.script(&script);
    let what = format!("{selector} says: {words}");
    let waited = wait(&what, || async { Ok(said().await?.as_str().is_some_and(|text| text.contains(words))) });
    match waited.await {
        Ok(()) => Ok(()),
        Err(error) => Err(error.context(format!("{selector} says {}", said().await?))),
    }
}
