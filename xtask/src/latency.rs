//! From an input to the panel in a real browser, against an empty Yew app: prepared here, measured by the browser tests'
//! program `latency`.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::command::{cargo, run};
use crate::wasm::{Glue, bindgen, build_counter};
use crate::{root, tools};

/// The page around the empty app.
const PAGE: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A counter</title><link rel=\"icon\" href=\"data:,\"><script type=\"module\" src=\"start.js\"></script></head><body></body></html>";
const START: &str =
    "import init from './counter.js';\ninit({ module_or_path: new URL('./counter_bg.wasm', import.meta.url) });\n";

/// The folder of the empty app.
#[must_use]
pub fn counter() -> PathBuf {
    root().join("target/xtask/counter")
}

/// Measures the built widget against the empty app.
///
/// # Errors
/// If the empty app cannot be built, or the browser cannot be driven.
pub fn bench() -> Result<()> {
    if let Some(missing) = tools::provide(&[tools::CHROMIUM, tools::CHROMEDRIVER])? {
        println!("from an input to the panel was not measured; {missing}");
        return Ok(());
    }
    fs::create_dir_all(counter())?;
    bindgen(&build_counter()?, &counter(), "counter", Glue::Module)?;
    fs::write(counter().join("index.html"), PAGE)?;
    fs::write(counter().join("start.js"), START)?;
    run(cargo(&["run", "--quiet", "--package", "browser-tests", "--bin", "latency"]))
}
