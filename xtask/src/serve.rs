//! `cargo xtask serve`: builds, serves on loopback, rebuilds and reloads when a file changes.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use notify::{EventKind, RecursiveMode, Watcher as _};
use tiny_http::Server;

use crate::server::{Site, bind, port};
use crate::wasm::{Profile, build};
use crate::{dist, root};

const DEFAULT_PORT: u16 = 8080;
const SETTLE: Duration = Duration::from_millis(300);

/// Serves until it is stopped.
///
/// # Errors
/// If the port is taken, the target cannot be added, or the first build fails.
pub fn serve(port_wanted: Option<u16>, release: bool) -> Result<bool> {
    // the port comes first: nobody should wait for a build only to hear that it is taken
    let server = Arc::new(choose(port_wanted)?);
    let profile = if release { Profile::Release } else { Profile::Dev };
    let folder = root().join("target/xtask/serve");
    rebuild(profile, &folder)?;
    let builds = Arc::new(AtomicU64::new(1));
    let site = Site::reloading(folder.clone(), Arc::clone(&builds));
    println!(
        "\nNMS Advisor is served at  http://127.0.0.1:{0}/\nThe teaching room     http://127.0.0.1:{0}/teach.html\nStop with Ctrl+C. Changes in src, www and index.html rebuild and reload.\n",
        port(&server)
    );
    let answering = Arc::clone(&server);
    std::thread::spawn(move || site.serve(&answering));
    let (changes, _kept_alive) = watch()?;
    loop {
        changes.recv().context("the files can no longer be watched")?;
        // an editor writes several files in a row: wait until it is quiet
        while changes.recv_timeout(SETTLE).is_ok() {}
        match rebuild(profile, &folder) {
            Ok(()) => {
                builds.fetch_add(1, Ordering::SeqCst);
                println!("rebuilt; open pages reload");
            }
            Err(error) => eprintln!("error: {error:#}\nThe last good build is still served."),
        }
    }
}

fn choose(wanted: Option<u16>) -> Result<Server> {
    if let Some(wanted) = wanted {
        return bind(wanted).with_context(|| {
            format!("port {wanted} cannot be used; choose another with --port, or leave it out for the next free one")
        });
    }
    for candidate in DEFAULT_PORT..DEFAULT_PORT + 20 {
        if let Ok(server) = bind(candidate) {
            if candidate != DEFAULT_PORT {
                println!("port {DEFAULT_PORT} is taken; using {candidate}");
            }
            return Ok(server);
        }
    }
    bail!("the ports {DEFAULT_PORT} to {} are all taken; choose one with --port", DEFAULT_PORT + 19)
}

fn rebuild(profile: Profile, folder: &Path) -> Result<()> {
    let wasm = build(profile)?;
    let package = root().join("target/xtask/package");
    dist::package_unchecked(&wasm, &package)?;
    dist::site(&package, folder)?;
    Ok(())
}

/// A channel that hears of every change, and the watcher that must be kept alive for it.
fn watch() -> Result<(Receiver<()>, notify::RecommendedWatcher)> {
    let (tell, heard) = channel();
    let mut files = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let changed = event.is_ok_and(|event| {
            matches!(event.kind, EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_))
        });
        if changed {
            // the other end is gone only when the program ends
            let _ = tell.send(());
        }
    })?;
    for path in ["src", "www", "index.html", "Cargo.toml"].map(|name| -> PathBuf { root().join(name) }) {
        files
            .watch(&path, RecursiveMode::Recursive)
            .with_context(|| format!("{} cannot be watched", path.display()))?;
    }
    Ok((heard, files))
}
