//! From an input to the panel: the built widget and an empty Yew app in one Chromium, by turns, at full speed and with the
//! processor slowed down four times. `cargo xtask bench` prepares the empty app and runs this. It prints and asserts no time.

mod table;

use std::time::Duration;

use anyhow::{Context as _, Result};
use browser_tests::{Engine, Host, Page, wait};
use serde_json::{Value, json};
use thirtyfour::WindowHandle;
use xtask::latency;
use xtask::server::{Site, bind, port};

use crate::table::{BASELINE, Samples, table};

/// How often each series of edits is made; the first time only warms up.
const ROUNDS: usize = 9;
const SLOWED: [u8; 2] = [1, 4];

const CALL: &str = "const [edits, done] = arguments; measureEdits(edits).then(done, (error) => done(String(error)));";

/// A window, and the edits that are made in it.
struct Subject {
    name: &'static str,
    window: WindowHandle,
    series: &'static [Series],
}

/// What is edited, how, where, and the texts that are typed or chosen one after the other; the last leaves it as it was.
type Series = (&'static str, &'static str, &'static str, &'static [&'static str]);

const COUNTER: &[Series] = &[(
    "text",
    "text",
    "input",
    &["3", "38", "38.", "38.5", "38", "3", "", "h", "ha", "hal", "halo", "hal", "ha", "h", ""],
)];
const EMPTY: &[Series] = &[
    ("number", "text", "#nms-f-temperature", &["4", "41", "41.3", ""]),
    ("choice", "select", "#nms-f-rigidity", &["mild", "severe", ""]),
    ("yes or no", "press", "#nms-f-diaphoresis-yes", &[""]),
    ("yes or no", "press", "#nms-f-diaphoresis-no", &[""]),
    ("yes or no", "press", "#nms-f-diaphoresis-unknown", &[""]),
    ("drugs", "text", "#nms-f-agents", &["h", "halo", "haloperidol", "haloperidol, o", ""]),
];
const SEVERE: &[Series] = &[
    ("number", "text", "#nms-f-temperature", &["41.", "4", "40", "40.2", "41.3"]),
    ("choice", "select", "#nms-f-rigidity", &["mild", "present", "severe"]),
    ("yes or no", "press", "#nms-f-diaphoresis-yes", &[""]),
    ("yes or no", "press", "#nms-f-diaphoresis-no", &[""]),
    ("yes or no", "press", "#nms-f-diaphoresis-unknown", &[""]),
    (
        "drugs",
        "text",
        "#nms-f-agents",
        &["haloperidol", "haloperidol, l", "haloperidol, lithium", "", "haloperidol, olanzapine"],
    ),
];

impl Subject {
    /// Its edits in turn, each with the name of its series.
    fn edits(&self) -> Vec<(&'static str, Value)> {
        let edits = self.series.iter().flat_map(|(name, control, selector, values)| {
            values.iter().map(move |value| (*name, json!({ "control": control, "selector": selector, "value": value })))
        });
        edits.collect()
    }

    /// Makes the edits in the window, with the processor slowed down, and keeps their times.
    async fn round(&self, page: &Page, slowed: u8, samples: Option<&mut Samples>) -> Result<()> {
        page.driver.switch_to_window(self.window.clone()).await?;
        let cdp = page.driver.cdp();
        // a window behind another draws nothing
        cdp.send_raw("Page.bringToFront", json!({})).await?;
        cdp.send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": slowed })).await?;
        let edits = self.edits();
        let made: Vec<&Value> = edits.iter().map(|(_, edit)| edit).collect();
        let told = page.driver.execute_async(CALL, vec![json!(made)]).await?.json().clone();
        let times: Vec<Option<[f64; 3]>> = serde_json::from_value(told.clone()).with_context(|| format!("{told}"))?;
        let Some(samples) = samples else { return Ok(()) };
        for ((series, edit), times) in edits.into_iter().zip(times) {
            let times = times.with_context(|| format!("{}: nothing was drawn after {edit}", self.name))?;
            samples.add(self.name, series, times);
        }
        Ok(())
    }
}

#[tokio::main]
async fn main() -> Result<()> {
    let host = Host::start("npm", Site::isolated)?;
    let server = bind(0)?;
    let app = format!("http://127.0.0.1:{}/", port(&server));
    let site = Site::fixed(latency::counter()).isolated();
    std::thread::spawn(move || site.serve(&server));
    let page = Page::start(Engine::Chromium).await?;
    page.driver.set_script_timeout(Duration::from_mins(5)).await?;

    let counter = open(&page, BASELINE, &app, COUNTER).await?;
    let empty = open(&page, "empty case", &host.page(), EMPTY).await?;
    let severe = open(&page, "severe case", &host.page(), SEVERE).await?;
    page.example("severe").await?;
    page.wait_for_grade("severe").await?;
    for slowed in SLOWED {
        let mut samples = Samples::default();
        for round in 0..ROUNDS {
            // the counter before each of the others, so that what else the machine does meets both
            for subject in [&counter, &empty, &counter, &severe] {
                subject.round(&page, slowed, (round > 0).then_some(&mut samples)).await?;
            }
        }
        let speed = if slowed == 1 { "full speed".into() } else { format!("the processor slowed down {slowed} times") };
        println!("\n{speed}; times in ms, ratios to the counter's median\n{}", table(&samples));
    }
    page.close().await
}

/// Opens an address in a window of its own, ready to be measured.
async fn open(page: &Page, name: &'static str, address: &str, series: &'static [Series]) -> Result<Subject> {
    let window = page.driver.new_window().await?;
    page.driver.switch_to_window(window.clone()).await?;
    if name == BASELINE {
        page.driver.goto(address).await?;
        let there = "return !!document.querySelector('output')";
        wait("the counter is there", || async { Ok(page.script(there).await? == json!(true)) }).await?;
    } else {
        page.open_at(address).await?;
    }
    page.script(include_str!("measure.js")).await?;
    Ok(Subject { name, window, series })
}
