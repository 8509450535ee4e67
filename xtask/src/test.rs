//! `cargo xtask test`: everything, in order of how soon it can fail. `cargo xtask bench` beside it.

use std::time::Instant;

use anyhow::{Context as _, Result};

use crate::command::{cargo, command, run};
use crate::{dist, root, sizes, tools, wasm};

type Step = (&'static str, fn() -> Result<()>);

const STEPS: &[Step] = &[
    ("format", || run(cargo(&["fmt", "--all", "--check"]))),
    ("lints, native", || run(cargo(&["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"]))),
    ("tests, native", || run(cargo(&["test", "--quiet"]))),
    ("tests, engine alone", || run(cargo(&["test", "--quiet", "--no-default-features"]))),
    ("documentation", documentation),
    ("build and pack", dist::dist),
    ("size budget", budget),
    ("tests, Node", node),
];

const BROWSER_STEPS: &[Step] = &[("tests, browser and accessibility", browser)];

/// Runs every step and sums up; `false` if one failed.
///
/// # Errors
/// None of its own: a step that fails is reported and the rest still runs.
#[expect(clippy::disallowed_methods, reason = "how long a step took is printed, never asserted")]
pub fn test(with_browser: bool) -> Result<bool> {
    wasm::ensure_target()?;
    let browser_steps = if with_browser { BROWSER_STEPS } else { &[] };
    let mut lines = Vec::new();
    let mut failed = 0;
    for (name, step) in STEPS.iter().chain(browser_steps) {
        println!("\n── {name}");
        let start = Instant::now();
        let result = step();
        let seconds = start.elapsed().as_secs();
        let mark = if result.is_ok() { "ok    " } else { "FAILED" };
        if let Err(error) = result {
            failed += 1;
            eprintln!("error: {error:#}");
        }
        lines.push(format!("{mark} {seconds:>4} s  {name}"));
    }
    println!("\n{}", lines.join("\n"));
    println!("{} passed, {failed} failed", lines.len() - failed);
    Ok(failed == 0)
}

fn documentation() -> Result<()> {
    let mut doc = cargo(&["doc", "--quiet", "--no-deps", "--package", "nms-advisor"]);
    doc.env("RUSTDOCFLAGS", "-D warnings");
    run(doc)
}

fn budget() -> Result<()> {
    let text = std::fs::read_to_string(root().join("dist/sizes.json")).context("dist/sizes.json is not built")?;
    sizes::check_budget(&serde_json::from_str(&text)?)
}

fn node() -> Result<()> {
    tools::ensure(&[tools::NODE])?;
    run(command("node", ["--test", "tests/node/contract.test.mjs"]))
}

fn browser() -> Result<()> {
    tools::ensure(&[tools::CHROMIUM, tools::CHROMEDRIVER, tools::NODE, tools::NPM])?;
    let axe = root().join("target/axe");
    std::fs::create_dir_all(&axe)?;
    let prefix = axe.display().to_string();
    run(command("npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", prefix.as_str(), "axe-core@4"]))?;
    run(cargo(&["test", "--quiet", "--package", "browser-tests"]))
}

/// Times the engine natively and through JavaScript.
///
/// # Errors
/// If a build or a bench fails.
pub fn bench() -> Result<()> {
    run(cargo(&["bench", "--no-default-features", "--bench", "assess"]))?;
    if !root().join("dist/npm/nms-advisor.js").is_file() {
        dist::dist()?;
    }
    tools::ensure(&[tools::NODE])?;
    run(command("node", ["tests/node/bench.mjs"]))
}
