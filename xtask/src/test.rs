//! `cargo xtask test`: everything, in order of how soon it can fail. `cargo xtask bench` beside it.

use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use crate::command::{cargo, command, run, run_aside};
use crate::supply::{advisories, check, fetched};
use crate::tools::{self, Tool};
use crate::{data_in, dist, latency, package, root, sizes, wasm};

type Step = (&'static str, fn() -> Result<()>);

const STEPS: &[Step] = &[
    ("format", format),
    ("lints, native", lints),
    ("tests, native", || run(cargo(&["test", "--quiet", "--no-fail-fast"]))),
    ("tests, engine alone", engine_alone),
    ("documentation", documentation),
    ("build and pack", || dist::dist(false, None, &[])),
    ("the same bytes twice", dist::twice),
    ("size budget", budget),
    ("supply chain", supply_chain),
    ("tests, Node", node),
];

/// An engine that the browser tests run in.
struct Engine {
    name: &'static str,
    /// The module that the tests have for it.
    module: &'static str,
    tools: &'static [Tool],
    /// The others are skipped where they cannot be had, and leave out the slow tests.
    main: bool,
}

const ENGINES: [Engine; 3] = [
    Engine { name: "Chromium", module: "chromium", tools: &[tools::CHROMIUM, tools::CHROMEDRIVER], main: true },
    Engine { name: "Firefox", module: "firefox", tools: &[tools::FIREFOX, tools::GECKODRIVER], main: false },
    Engine {
        name: "WebKitGTK",
        module: "webkit",
        tools: &[tools::MINI_BROWSER, tools::WEBKIT_DRIVER, tools::XVFB],
        main: false,
    },
];

/// What is tested in browsers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browsers {
    /// Nothing.
    None,
    /// Everything in Chromium; in the others, where they can be had, all but the slow accessibility tests.
    Usual,
    /// Everything in each, and each must be there.
    All,
}

enum Outcome {
    Done,
    /// Why it was not done, and what to do about it.
    Skipped(String),
}

#[derive(Default)]
struct Summary {
    /// What the name of a step must contain to be taken; empty for every step.
    only: String,
    lines: Vec<String>,
    failed: usize,
    skipped: usize,
}

/// What a step came to, and after how many seconds.
#[expect(clippy::disallowed_methods, reason = "how long a step took is printed, never asserted")]
fn timed(step: impl FnOnce() -> Result<Outcome>) -> (Result<Outcome>, u64) {
    let start = Instant::now();
    let outcome = step();
    (outcome, start.elapsed().as_secs())
}

impl Summary {
    fn step(&mut self, name: &str, step: impl FnOnce() -> Result<Outcome>) {
        if !name.contains(&self.only) {
            return;
        }
        println!("\n── {name}");
        let (outcome, seconds) = timed(step);
        self.record(name, outcome, seconds);
    }

    /// Steps that run beside each other: a driver waits more than it works. What each prints comes when it has ended.
    fn beside<'scope>(&mut self, steps: Vec<(String, impl FnOnce() -> Result<Outcome> + Send + 'scope)>) {
        let taken: Vec<_> = steps.into_iter().filter(|(name, _)| name.contains(&self.only)).collect();
        for (name, _) in &taken {
            println!("\n── {name}");
        }
        let ended: Vec<_> = std::thread::scope(|scope| {
            let started = taken.into_iter().map(|(name, step)| (name, scope.spawn(move || timed(step))));
            let started: Vec<_> = started.collect();
            started.into_iter().map(|(name, step)| (name, step.join())).collect()
        });
        for (name, step) in ended {
            let (outcome, seconds) = step.unwrap_or_else(|_| (Err(anyhow::anyhow!("{name} panicked")), 0));
            self.record(&name, outcome, seconds);
        }
    }

    fn record(&mut self, name: &str, outcome: Result<Outcome>, seconds: u64) {
        let (mark, reason) = match outcome {
            Ok(Outcome::Done) => ("ok     ", String::new()),
            Ok(Outcome::Skipped(reason)) => {
                self.skipped += 1;
                ("skipped", format!(": {reason}"))
            }
            Err(error) => {
                self.failed += 1;
                eprintln!("error: {error:#}");
                ("FAILED ", String::new())
            }
        };
        self.lines.push(format!("{mark} {seconds:>4} s  {name}{reason}"));
    }
}

/// Runs every step, or those with `only` in their name, and sums up; `false` if one failed.
///
/// # Errors
/// If the target cannot be added, or no step has `only` in its name. A step that fails is reported and the rest still
/// runs.
pub fn test(browsers: Browsers, only: String) -> Result<bool> {
    wasm::ensure_target()?;
    let mut summary = Summary { only, ..Summary::default() };
    for (name, step) in STEPS {
        summary.step(name, || step().map(|()| Outcome::Done));
    }
    summary.step("supply chain, known faults", || Ok(advisories::check()?.map_or(Outcome::Done, Outcome::Skipped)));
    summary.step("second engine, cql-execution", second_engine);
    if browsers == Browsers::All {
        summary.step("the same bytes from another folder", || dist::elsewhere().map(|()| Outcome::Done));
    }
    if browsers != Browsers::None {
        summary.step("build without WebAssembly", || {
            Ok(dist::add_without_wasm()?.map_or(Outcome::Done, Outcome::Skipped))
        });
        let all = browsers == Browsers::All;
        summary.step("package", || Ok(package::test(all)?.map_or(Outcome::Done, Outcome::Skipped)));
        let (main, others): (Vec<&Engine>, Vec<&Engine>) = ENGINES.iter().partition(|engine| engine.main);
        let name = |engine: &Engine| format!("tests, {}", engine.name);
        for engine in main {
            summary.step(&name(engine), || browser(engine, all, tools::provide(engine.tools)?, run));
        }
        // installed one after the other: a package manager works for one at a time
        let provided = others.into_iter().filter(|engine| name(engine).contains(&summary.only));
        let provided: Vec<_> = provided.map(|engine| (engine, tools::provide(engine.tools))).collect();
        let steps = provided.into_iter().map(|(engine, missing)| {
            (name(engine), move || browser(engine, all, missing?, |tests| run_aside(tests, engine.name)))
        });
        summary.beside(steps.collect());
    }
    let Summary { lines, failed, skipped, only } = summary;
    if lines.is_empty() {
        bail!("no step has `{only}` in its name");
    }
    println!("\n{}", lines.join("\n"));
    println!("{} passed, {failed} failed, {skipped} skipped", lines.len() - failed - skipped);
    Ok(failed == 0)
}

fn format() -> Result<()> {
    run(cargo(&["fmt", "--all", "--check"]))?;
    // a workspace of its own
    run(cargo(&["fmt", "--manifest-path", "tests/fuzz/Cargo.toml", "--check"]))
}

fn lints() -> Result<()> {
    let all = ["--workspace", "--all-targets", "--features", "nms-advisor/page"];
    run(cargo(&[&["clippy", "--quiet"], &all[..], &["--", "-D", "warnings"]].concat()))?;
    // the reader of texts and records is a build of its own
    let reader = ["--bin", data_in::NAME, "--no-default-features", "--features", "data-in"];
    run(cargo(&[&["clippy", "--quiet"], &reader[..], &["--", "-D", "warnings"]].concat()))
}

/// Everything is built without the widget. The tests read the same tables with it and without, so a few show that it runs.
fn engine_alone() -> Result<()> {
    run(cargo(&["test", "--quiet", "--no-default-features", "--no-run"]))?;
    run(cargo(&[
        "test",
        "--quiet",
        "--no-default-features",
        "--lib",
        "--test",
        "cases",
        "--test",
        "logic",
        "--test",
        "wire",
    ]))
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

fn supply_chain() -> Result<()> {
    // what judges is judged first
    run(cargo(&["test", "--quiet", "--package", "xtask", "--lib"]))?;
    check::check()
}

fn node() -> Result<()> {
    tools::ensure(&[tools::NODE])?;
    // the schemas of SCORM; without them the manifest is held to be well-formed alone, and the test says so
    if tools::provide(&[tools::NPM])?.is_none() {
        fetched::fetch("scorm")?;
    }
    run(command(
        "node",
        [
            "--test",
            "tests/node/contract.test.mjs",
            "tests/node/boundary.test.mjs",
            "tests/node/loading.test.mjs",
            "tests/node/package.test.mjs",
            "tests/node/release.test.mjs",
            "tests/node/failure.test.mjs",
            "tests/node/ways-out.test.mjs",
            "tests/node/cds-hooks.test.mjs",
            "tests/node/site.test.mjs",
            "tests/node/scorm.test.mjs",
        ],
    ))
}

/// Holds the engine against another one that nobody here has written.
fn second_engine() -> Result<Outcome> {
    if let Some(missing) = tools::provide(&[tools::NODE, tools::NPM])? {
        return Ok(Outcome::Skipped(missing));
    }
    fetched::fetch("cql")?;
    run(command("node", ["--test", "tests/node/independent.test.mjs"]))?;
    Ok(Outcome::Done)
}

/// The tests of an engine, run by `run`; `missing` says what of its tools cannot be had.
fn browser(
    engine: &Engine,
    all: bool,
    missing: Option<String>,
    run: impl FnOnce(Command) -> Result<()>,
) -> Result<Outcome> {
    if let Some(missing) = missing {
        if engine.main || all {
            bail!(missing);
        }
        return Ok(Outcome::Skipped(missing));
    }
    let mut tests = cargo(&["test", "--quiet", "--no-fail-fast", "--package", "browser-tests"]);
    if engine.main || all {
        axe()?;
    } else {
        let suites = [
            "product",
            "contract",
            "element",
            "stays",
            "boundary",
            "deliveries",
            "crash",
            "teaching",
            "road",
            "monkey",
            "plan",
            "data_in",
            "recall",
            "screens",
            "road",
            "scorm",
            "courses",
            "inlined",
        ];
        tests.args(suites.iter().flat_map(|suite| ["--test", suite]));
    }
    if all {
        tests.env("MONKEY_ACTIONS", "400");
    }
    tests.args(["--", "--include-ignored", &format!("{}::", engine.module)]);
    if !(engine.main || all) {
        // axe-core is fetched for the main engine alone
        tests.args(["--skip", "has_a_violation"]);
    }
    run(tests)?;
    Ok(Outcome::Done)
}

/// Fetches what judges accessibility.
fn axe() -> Result<()> {
    tools::ensure(&[tools::NODE, tools::NPM])?;
    fetched::fetch("axe")?;
    Ok(())
}

/// Times the engine natively and through JavaScript, and from an input to the panel in a browser; or only the last.
///
/// # Errors
/// If a build or a bench fails.
pub fn bench(input: bool) -> Result<()> {
    if !input {
        run(cargo(&["bench", "--no-default-features", "--bench", "assess"]))?;
    }
    if !root().join("dist/npm/nms-advisor.js").is_file() {
        dist::dist(false, None, &[])?;
    }
    if !input {
        tools::ensure(&[tools::NODE])?;
        run(command("node", ["tests/node/bench.mjs"]))?;
    }
    latency::bench()
}
