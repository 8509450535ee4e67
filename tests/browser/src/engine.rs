//! The engines that the product runs in, each with its driver: how they are found, started and ended.
//!
//! `WebKit` is `WebKitGTK`. It shares its engine with Safari, not its platform: passing here is no proof for Safari.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context as _, Result};
use serde_json::json;
use thirtyfour::prelude::*;
use xtask::tools;

use crate::wait;

/// The window chrome of a browser is wider than a phone; without this, its windows cannot be as narrow as one.
const NARROW: &str = "* { min-width: 0 !important; padding: 0; }";

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium.
    Chromium,
    /// Firefox.
    Firefox,
    /// `WebKitGTK`, by its `MiniBrowser`, on a display of its own.
    WebKit,
}

impl Engine {
    /// The engine of a name, as the modules of the tests have it.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "chromium" => Some(Self::Chromium),
            "firefox" => Some(Self::Firefox),
            "webkit" => Some(Self::WebKit),
            _ => None,
        }
    }

    const fn driver(self) -> tools::Tool {
        match self {
            Self::Chromium => tools::CHROMEDRIVER,
            Self::Firefox => tools::GECKODRIVER,
            Self::WebKit => tools::WEBKIT_DRIVER,
        }
    }

    /// Starts a browser of this engine that asks pages for light or for dark. Another test may take the port of the driver
    /// before the driver does, so a start that fails is tried again.
    pub(crate) async fn start(self, dark: bool) -> Result<(WebDriver, Running)> {
        const TRIES: usize = 3;
        let mut started = self.start_once(dark).await;
        for _ in 1..TRIES {
            if started.is_err() {
                started = self.start_once(dark).await;
            }
        }
        started
    }

    async fn start_once(self, dark: bool) -> Result<(WebDriver, Running)> {
        let profile = profile()?;
        let mut driver = Command::new(self.driver().path()?);
        let capabilities = match self {
            Self::Chromium => chromium(&profile)?,
            Self::Firefox => firefox(&profile, dark)?,
            Self::WebKit => webkit(&profile)?,
        };
        let mut running = Running { processes: Vec::new(), profile: profile.clone() };
        if self == Self::WebKit {
            let (server, display) = display()?;
            running.processes.push(server);
            // its own display, also on a desktop that would offer another
            driver.env("DISPLAY", display).env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY");
            driver.env("XDG_CONFIG_HOME", &profile);
            // WebKitGTK takes the scheme that pages ask for from the theme of its toolkit
            driver.env("GTK_THEME", if dark { "Adwaita:dark" } else { "Adwaita" });
        }
        // a free port of the system, given back at once: the drivers have no way to report one of their own
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        driver.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null());
        running.processes.push(driver.spawn().context("the driver of the browser cannot be started")?);
        wait("the driver listens", || async move { Ok(std::net::TcpStream::connect(("127.0.0.1", port)).is_ok()) })
            .await?;
        let session = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await?;
        if self == Self::Chromium {
            let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" } }] });
            session.cdp().send_raw("Emulation.setEmulatedMedia", media).await?;
        }
        Ok((session, running))
    }
}

/// The processes behind a session, and the folder of its profile. Dropped, they are ended and removed.
#[derive(Debug)]
pub(crate) struct Running {
    processes: Vec<Child>,
    profile: PathBuf,
}

impl Drop for Running {
    fn drop(&mut self) {
        // the last started is the driver; what it has started hangs from the display, so that goes last
        for process in self.processes.iter_mut().rev() {
            let below = descendants(process.id());
            // asked to end, a driver ends its browsers too; one that is already gone is fine
            signal("TERM", &[process.id()]);
            let _ = process.wait();
            // a session that never came up leaves a browser that no driver knows of
            signal("KILL", &below);
        }
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

/// Sends a signal by way of the shell, whose `kill` is built in: the program of that name is not everywhere.
fn signal(name: &str, processes: &[u32]) {
    if processes.is_empty() {
        return;
    }
    let ids = processes.iter().map(u32::to_string).collect::<Vec<_>>().join(" ");
    let _ = Command::new("sh").args(["-c", &format!("kill -{name} {ids}")]).stderr(Stdio::null()).status();
}

/// The processes below one, where the system lists them in `/proc`; elsewhere none.
fn descendants(ancestor: u32) -> Vec<u32> {
    let Ok(entries) = std::fs::read_dir("/proc") else { return Vec::new() };
    let parents: Vec<(u32, u32)> = entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let id = path.file_name()?.to_str()?.parse().ok()?;
            let stat = std::fs::read_to_string(path.join("stat")).ok()?;
            // the name stands in parentheses and may hold anything; the state and the parent follow it
            let parent = stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()?;
            Some((id, parent))
        })
        .collect();
    let mut found = vec![ancestor];
    let mut looked = 0;
    while let Some(&parent) = found.get(looked) {
        found.extend(parents.iter().filter(|(_, of)| *of == parent).map(|(id, _)| *id));
        looked += 1;
    }
    found.split_off(1)
}

fn chromium(profile: &Path) -> Result<Capabilities> {
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
    capabilities.add_arg(&format!("--user-data-dir={}", profile.display()))?;
    Ok(capabilities.into())
}

fn firefox(profile: &Path, dark: bool) -> Result<Capabilities> {
    std::fs::create_dir_all(profile.join("chrome"))?;
    std::fs::write(profile.join("chrome/userChrome.css"), NARROW)?;
    let mut capabilities = Capabilities::new();
    let options = json!({
        "binary": tools::FIREFOX.path()?,
        "args": ["-headless", "-profile", profile],
        "prefs": {
            "toolkit.legacyUserProfileCustomizations.stylesheets": true,
            "layout.css.prefers-color-scheme.content-override": i32::from(!dark),
            "ui.useOverlayScrollbars": 1,
        },
    });
    capabilities.set("moz:firefoxOptions", options)?;
    Ok(capabilities)
}

fn webkit(profile: &Path) -> Result<Capabilities> {
    std::fs::create_dir_all(profile.join("gtk-3.0"))?;
    // its toolkit knows no `!important`
    std::fs::write(profile.join("gtk-3.0/gtk.css"), NARROW.replace(" !important", ""))?;
    let mut capabilities = Capabilities::new();
    let options = json!({ "binary": tools::MINI_BROWSER.path()?, "args": ["--automation"] });
    capabilities.set("webkitgtk:browserOptions", options)?;
    Ok(capabilities)
}

/// A display in memory, higher than any screen so that a window can hold the whole page. One for each browser: on a
/// shared one, two browsers without a window manager would take the keyboard from each other.
fn display() -> Result<(Child, String)> {
    let mut server = Command::new(tools::XVFB.path()?)
        .args(["-displayfd", "1", "-screen", "0", "1920x16500x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    // it says its number once it is ready
    let mut number = String::new();
    let told = server.stdout.take().context("Xvfb has no output")?;
    BufReader::new(told).read_line(&mut number)?;
    let display = format!(":{}", number.trim());
    Ok((server, display))
}

/// A fresh folder for the browser's profile.
fn profile() -> Result<PathBuf> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::SeqCst);
    let folder = std::env::temp_dir().join(format!("nms-advisor-profile-{}-{number}", std::process::id()));
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}
