//! A browser under `WebDriver` and the built product on loopback: what the tests and the screenshots share.

mod compare;
mod engine;
mod host;
pub mod hosted;
pub mod plan;
pub mod reader;
pub mod room;

use std::future::Future;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use xtask::server::{Requests, Site, bind, port};
use xtask::{dist, root};

pub use crate::compare::COMPARE;
pub use crate::engine::Engine;
use crate::engine::Running;
pub use crate::host::Host;

const PATIENCE: Duration = Duration::from_secs(15);

/// Runs each of these tests, `async fn(Engine) -> Result<()>`, in every engine. Chromium's run by default; the others
/// are ignored until asked for, as `cargo xtask test` does: `cargo test -p browser-tests -- --include-ignored firefox::`.
#[macro_export]
macro_rules! in_every_engine {
    ($($test:ident),+ $(,)?) => {
        mod chromium {
            $(#[tokio::test]
            async fn $test() -> anyhow::Result<()> {
                super::$test($crate::Engine::Chromium).await
            })+
        }
        mod firefox {
            $(#[tokio::test]
            #[ignore = "needs Firefox and geckodriver"]
            async fn $test() -> anyhow::Result<()> {
                super::$test($crate::Engine::Firefox).await
            })+
        }
        mod webkit {
            $(#[tokio::test]
            #[ignore = "needs WebKitGTK, its driver and Xvfb"]
            async fn $test() -> anyhow::Result<()> {
                super::$test($crate::Engine::WebKit).await
            })+
        }
    };
}

/// A browser with one page open.
pub struct Page {
    /// The `WebDriver` session.
    pub driver: WebDriver,
    _running: Running,
    engine: Engine,
    /// Where the site is served.
    pub address: String,
    requests: Requests,
    folder: PathBuf,
}

impl Page {
    /// Starts a browser that asks pages for light, and serves `dist/npm` with the standalone page around it.
    ///
    /// # Errors
    /// If the product is not built, or the browser cannot be started.
    pub async fn start(engine: Engine) -> Result<Self> {
        Self::start_in(engine, false).await
    }

    /// The same with a browser that asks for light or for dark.
    ///
    /// # Errors
    /// If the product is not built, or the browser cannot be started.
    pub async fn start_in(engine: Engine, dark: bool) -> Result<Self> {
        let server = bind(0)?;
        let address = format!("http://127.0.0.1:{}/", port(&server));
        let folder = root().join(format!("target/xtask/site-{}", port(&server)));
        dist::site(&root().join("dist/npm"), &folder).context("run `cargo xtask dist` first")?;
        std::fs::copy(root().join("tests/browser/two.html"), folder.join("two.html"))?;
        let requests = Requests::default();
        let site = Site::recording(folder.clone(), Requests::clone(&requests));
        std::thread::spawn(move || site.serve(&server));
        let (driver, running) = engine.start(dark).await?;
        // the search for violations goes through thousands of elements, on a machine that may do other things beside
        driver.set_script_timeout(Duration::from_mins(3)).await?;
        Ok(Self { driver, _running: running, engine, address, requests, folder })
    }

    /// Opens the standalone page and waits for the widget.
    ///
    /// # Errors
    /// If it does not become ready.
    pub async fn open(&self) -> Result<()> {
        self.open_at(&self.address.clone()).await
    }

    /// Opens an address and waits for its widget.
    ///
    /// # Errors
    /// If it does not become ready.
    pub async fn open_at(&self, address: &str) -> Result<()> {
        self.driver.goto(address).await?;
        let waited = wait("the widget is there", || async {
            Ok(self.script("return !!document.querySelector('nms-advisor')?.shadowRoot?.querySelector('[data-role=\"suspicion\"]')").await? == json!(true))
        })
        .await;
        let shown = match &waited {
            Ok(()) => json!(null),
            Err(_) => {
                self.script("return document.querySelector('nms-advisor')?.shadowRoot?.textContent.slice(0, 600)")
                    .await?
            }
        };
        waited.with_context(|| format!("{address} shows {shown}"))
    }

    /// Writes a file beside the standalone page.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn put(&self, file: &str, text: &str) -> Result<()> {
        Ok(std::fs::write(self.folder.join(file), text)?)
    }

    /// The single file's address.
    #[must_use]
    pub fn single_file() -> String {
        format!("file://{}", root().join("dist/nms-advisor.html").display())
    }

    /// Runs a script and returns what it returns.
    ///
    /// # Errors
    /// If it throws.
    pub async fn script(&self, script: &str) -> Result<Value> {
        Ok(self.driver.execute(script, vec![]).await?.json().clone())
    }

    /// Runs a script with `root` bound to the shadow root of the first widget.
    ///
    /// # Errors
    /// If it throws.
    pub async fn in_widget(&self, script: &str) -> Result<Value> {
        self.script(&format!("const root = document.querySelector('nms-advisor').shadowRoot; {script}")).await
    }

    /// The element inside the widget that a selector finds.
    ///
    /// # Errors
    /// If there is none.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        // by script, because Firefox refuses a shadow root where the client asks it as if it were an element
        let script = format!(
            "return document.querySelector('nms-advisor').shadowRoot.querySelector({})",
            serde_json::to_string(selector)?
        );
        let found = self.driver.execute(script, vec![]).await?;
        found.element().with_context(|| format!("nothing matches {selector}"))
    }

    /// Clicks what a selector finds, as a person would: once it is there, in view and not covered.
    ///
    /// # Errors
    /// If it does not become so in time; the driver's reason is kept.
    pub async fn press(&self, selector: &str) -> Result<()> {
        wait(&format!("{selector} can be pressed"), || async {
            let found = self.find(selector).await?;
            // the driver of WebKit leaves what it scrolls to at the edge, where a bar may cover it
            let middle = "arguments[0].scrollIntoView({ block: 'center' })";
            self.driver.execute(middle, vec![found.to_json()?]).await?;
            found.click().await?;
            Ok(true)
        })
        .await
    }

    /// Types text key by key into the field of a finding.
    ///
    /// # Errors
    /// If there is no such field.
    pub async fn type_into(&self, finding: &str, text: &str) -> Result<()> {
        let field = self.field(finding).await?;
        for key in text.chars() {
            field.send_keys(key.to_string()).await?;
        }
        Ok(())
    }

    /// Empties the field of a finding by keys.
    ///
    /// # Errors
    /// If there is no such field.
    pub async fn clear(&self, finding: &str) -> Result<()> {
        let field = self.field(finding).await?;
        let typed = self.raw(finding).await?.chars().count();
        for _ in 0..typed {
            field.send_keys("" + Key::Backspace).await?;
        }
        let left = self.raw(finding).await?;
        if !left.is_empty() {
            bail!("the field of {finding} could not be emptied; it holds {left}");
        }
        Ok(())
    }

    /// The input of a finding.
    ///
    /// # Errors
    /// If there is none.
    pub async fn field(&self, finding: &str) -> Result<WebElement> {
        self.find(&format!("[data-finding=\"{finding}\"] input")).await
    }

    /// The raw text in the field of a finding.
    ///
    /// # Errors
    /// If there is none.
    pub async fn raw(&self, finding: &str) -> Result<String> {
        Ok(self.field(finding).await?.prop("value").await?.unwrap_or_default())
    }

    /// Chooses an option of a select by its value.
    ///
    /// # Errors
    /// If there is no such select or option.
    pub async fn choose(&self, selector: &str, value: &str) -> Result<()> {
        self.press(&format!("{selector} option[value=\"{value}\"]")).await
    }

    /// Opens a bundled example, as the menu *New* does: by script, as the menu is closed.
    ///
    /// # Errors
    /// If there is no such example.
    pub async fn example(&self, id: &str) -> Result<()> {
        self.set("[data-role=\"example\"]", id).await
    }

    /// Sets a select, which a closed menu may hide, and tells of it.
    ///
    /// # Errors
    /// If there is no such select or option.
    pub async fn set(&self, selector: &str, value: &str) -> Result<()> {
        let script = format!(
            "const it = root.querySelector({}); if (!it) return false; it.value = {}; const known = it.selectedIndex >= 0; it.dispatchEvent(new Event('change', {{ bubbles: true }})); return known",
            serde_json::to_string(selector)?,
            serde_json::to_string(value)?
        );
        if self.in_widget(&script).await? != json!(true) {
            bail!("{selector} has no {value}");
        }
        Ok(())
    }

    /// Clicks a control, which a closed menu may hide, by its `data-action`.
    ///
    /// # Errors
    /// If there is none.
    pub async fn act(&self, action: &str) -> Result<()> {
        let script = format!("const it = root.querySelector('[data-action=\"{action}\"]'); it?.click(); return !!it");
        if self.in_widget(&script).await? != json!(true) {
            bail!("nothing does {action}");
        }
        Ok(())
    }

    /// The ids of the lines shown with a status, rows and what is open in them.
    ///
    /// # Errors
    /// If the page is gone.
    pub async fn cards(&self, status: &str) -> Result<Vec<String>> {
        let script = format!(
            "return [...root.querySelectorAll('[data-rule][data-status=\"{status}\"]')].map((card) => card.dataset.rule)"
        );
        Ok(serde_json::from_value(self.in_widget(&script).await?)?)
    }

    /// The grade shown.
    ///
    /// # Errors
    /// If the page is gone.
    pub async fn grade(&self) -> Result<String> {
        let grade = self.in_widget("return root.querySelector('[data-role=\"severity\"]').dataset.grade").await?;
        Ok(grade.as_str().unwrap_or_default().to_string())
    }

    /// Waits until the grade shown is `grade`.
    ///
    /// # Errors
    /// If it does not become so.
    pub async fn wait_for_grade(&self, grade: &str) -> Result<()> {
        wait(&format!("the grade is {grade}"), || async { Ok(self.grade().await? == grade) }).await
    }

    /// Sets the size of the page, in CSS pixels.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        if self.engine == Engine::Chromium {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
            return Ok(());
        }
        // the others size the window; what its toolbars take is added once the page has told its own size
        self.driver.set_window_rect(0, 0, width, height).await?;
        wait("the window has its size", || async { Ok(self.size().await?.2 == height) }).await?;
        let (_, inner, outer) = self.size().await?;
        self.driver.set_window_rect(0, 0, width, height + outer.saturating_sub(inner)).await?;
        wait("the page has its size", || async {
            let (wide, high, _) = self.size().await?;
            Ok((wide, high) == (width, height))
        })
        .await
    }

    /// The width and the height of the page, and the height of the window.
    async fn size(&self) -> Result<(u32, u32, u32)> {
        Ok(serde_json::from_value(self.script("return [innerWidth, innerHeight, outerHeight]").await?)?)
    }

    /// The paths that the server was asked for so far, sorted.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        let mut paths = self.requests.lock().map(|paths| paths.clone()).unwrap_or_default();
        paths.sort();
        paths
    }

    /// What the browser logged as an error, a violated policy included.
    ///
    /// # Errors
    /// If the log cannot be read.
    pub async fn errors(&self) -> Result<Vec<String>> {
        let log = self.script("return window.__errors ?? []").await?;
        Ok(serde_json::from_value(log)?)
    }

    /// Ends the browser.
    ///
    /// # Errors
    /// If it does not answer.
    pub async fn close(self) -> Result<()> {
        self.driver.clone().quit().await?;
        Ok(())
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        // a session that a failing test leaves open goes down with its driver; the client would ask for its end and wait
        let _ = self.driver.clone().leak();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Waits until something holds, and says what it waited for if it does not.
///
/// # Errors
/// If it does not hold in time.
#[expect(clippy::disallowed_methods, reason = "the limit of a wait, no measurement")]
pub async fn wait<F: Future<Output = Result<bool>>>(what: &str, mut holds: impl FnMut() -> F) -> Result<()> {
    let end = Instant::now() + PATIENCE;
    let mut last = None;
    while Instant::now() < end {
        match holds().await {
            Ok(true) => return Ok(()),
            Ok(false) => {}
            Err(error) => last = Some(error),
        }
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
    match last {
        Some(error) => Err(error.context(format!("waited in vain until {what}"))),
        None => bail!("waited in vain until {what}"),
    }
}
