//! A browser under `WebDriver` and the built product on loopback: what the tests and the screenshots share.

use std::future::Future;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use serde_json::{Value, json};
use thirtyfour::prelude::*;
use xtask::server::{Site, bind, port};
use xtask::{dist, root};

const PATIENCE: Duration = Duration::from_secs(15);

/// A browser with one page open.
pub struct Page {
    /// The `WebDriver` session.
    pub driver: WebDriver,
    driver_process: Child,
    /// Where the site is served.
    pub address: String,
}

impl Page {
    /// Starts a browser and serves `dist/npm` with the standalone page around it.
    ///
    /// # Errors
    /// If the product is not built, or chromedriver cannot be started.
    pub async fn start() -> Result<Self> {
        let server = bind(0)?;
        let address = format!("http://127.0.0.1:{}/", port(&server));
        let folder = root().join(format!("target/xtask/site-{}", port(&server)));
        dist::site(&root().join("dist/npm"), &folder).context("run `cargo xtask dist` first")?;
        std::fs::copy(root().join("tests/browser/two.html"), folder.join("two.html"))?;
        std::thread::spawn(move || Site::fixed(folder).serve(&server));
        let (driver_process, driver_port) = chromedriver().await?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{driver_port}"), capabilities()?).await?;
        Ok(Self { driver, driver_process, address })
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
        wait("the widget is there", || async {
            Ok(self.script("return !!document.querySelector('nms-advisor')?.shadowRoot?.querySelector('[data-role=\"suspicion\"]')").await? == json!(true))
        })
        .await
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
        let host = self.driver.find(By::Css("nms-advisor")).await?;
        let shadow = host.get_shadow_root().await?;
        shadow.find(By::Css(selector)).await.with_context(|| format!("nothing matches {selector}"))
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
        self.find(&format!("{selector} option[value=\"{value}\"]")).await?.click().await?;
        Ok(())
    }

    /// The ids of the cards shown with a status.
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

    /// Sets the size and the colour scheme of the page, in CSS pixels.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn look(&self, width: u32, height: u32, dark: bool) -> Result<()> {
        let tools = self.driver.cdp();
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        tools.send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        let scheme = if dark { "dark" } else { "light" };
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        tools.send_raw("Emulation.setEmulatedMedia", media).await?;
        Ok(())
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
    pub async fn close(mut self) -> Result<()> {
        self.driver.clone().quit().await?;
        self.driver_process.kill()?;
        self.driver_process.wait()?;
        Ok(())
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        // asked to end, it ends its browsers too, which killing it would leave behind; one that is already gone is fine
        let _ = Command::new("kill").arg(self.driver_process.id().to_string()).stderr(Stdio::null()).status();
        let _ = self.driver_process.wait();
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

async fn chromedriver() -> Result<(Child, u16)> {
    // a free port of the system, given back at once: chromedriver has no way to report one of its own
    let free = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let process = Command::new("chromedriver")
        .arg(format!("--port={free}"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("chromedriver cannot be started; `cargo xtask test` installs it where it can")?;
    wait("chromedriver listens", || async move { Ok(std::net::TcpStream::connect(("127.0.0.1", free)).is_ok()) })
        .await?;
    Ok((process, free))
}

fn capabilities() -> Result<Capabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    let mut arguments = vec![
        "--headless=new",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--disable-dev-shm-usage",
    ];
    // Chromium refuses its sandbox to root, which is what a container runs as
    if std::env::var("USER").is_ok_and(|user| user == "root") || std::env::var("HOME").is_ok_and(|home| home == "/root")
    {
        arguments.push("--no-sandbox");
    }
    for argument in arguments {
        capabilities.add_arg(argument)?;
    }
    capabilities.add_arg(&format!("--user-data-dir={}", profile()?.display()))?;
    Ok(capabilities.into())
}

/// A fresh folder for the browser's profile.
fn profile() -> Result<PathBuf> {
    use std::sync::atomic::{AtomicU32, Ordering};
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::SeqCst);
    let folder = std::env::temp_dir().join(format!("nms-advisor-profile-{}-{number}", std::process::id()));
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}
