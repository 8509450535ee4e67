//! Accessibility, by axe-core in the real page: no violation in any view, theme or state.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Engine, Page, in_every_engine, wait};
use serde_json::json;
use xtask::root;
use xtask::server::{Site, bind, port};

const RUN: &str = "
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then((result) => done(result.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target.join(' ') + ' ' + node.failureSummary).join(' | ')}`)))
  .catch((error) => done([String(error)]));
";

in_every_engine!(no_view_theme_or_state_has_a_violation, no_page_of_the_site_has_a_violation);

fn axe() -> Result<String> {
    let path = root().join("target/axe/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(&path).context("axe-core is not there; `cargo xtask test` fetches it")
}

/// A line with everything that a chip can be: understood, a doubtful unit, left to the reader, not understood.
const LINE: &str = "root.querySelector('#nms-line').value = 'haloperidol, T 41.3, no clonus, weight 150, K 5.8 hemolysed, seen at noon'; root.querySelector('[data-action=read]').click()";

/// A record with an answer to tick, one that is left to the reader, and one that is not used.
const RECORD: &str = "
    const reading = (code, value, unit, status) => ({ resourceType: 'Observation', status, subject: { reference: 'Patient/1' }, effectiveDateTime: new Date(Date.now() - 6e5).toISOString(),
        code: { coding: [{ system: 'http://loinc.org', code }] }, valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit } });
    document.querySelector('nms-advisor').takeFhir([reading('8310-5', 41.3, 'Cel', 'final'), reading('2951-2', 128, 'mmol/L', 'preliminary'), reading('2823-3', 5.9, 'mmol/L', 'cancelled')])";

/// Does something in the widget, and waits for what it shows.
async fn shown(page: &Page, act: &str, selector: &str) -> Result<()> {
    page.in_widget(act).await?;
    wait(&format!("{selector} is shown"), || async { Ok(page.find(selector).await.is_ok()) }).await
}

async fn no_view_theme_or_state_has_a_violation(engine: Engine) -> Result<()> {
    let axe = axe()?;
    let mut problems = Vec::new();
    for dark in [false, true] {
        let page = Page::start_in(engine, dark).await?;
        let scheme = page.script("return matchMedia('(prefers-color-scheme: dark)').matches").await?;
        ensure!(scheme == json!(dark), "the browser asks for dark: {scheme}");
        for width in [1280, 360] {
            // tall enough for the whole page, so that the bar at its foot covers nothing that axe would measure
            page.resize(width, 16_000).await?;
            for state in ["", "severe", "withdrawal", "line", "record"] {
                page.open().await?;
                match state {
                    "" => {}
                    "line" => shown(&page, LINE, ".chip.doubt button").await?,
                    "record" => shown(&page, RECORD, "[data-offer]").await?,
                    example => page.example(example).await?,
                }
                if !state.is_empty() {
                    page.in_widget("for (const part of root.querySelectorAll('details')) part.open = true").await?;
                }
                page.script(&axe).await?;
                let found: Vec<String> =
                    serde_json::from_value(page.driver.execute_async(RUN, vec![]).await?.json().clone())?;
                problems
                    .extend(found.into_iter().map(|one| format!("{width} px, dark {dark}, state `{state}`: {one}")));
            }
        }
        page.close().await?;
    }
    ensure!(problems.is_empty(), "{} violations:\n{}", problems.len(), problems.join("\n"));
    Ok(())
}

async fn no_page_of_the_site_has_a_violation(engine: Engine) -> Result<()> {
    let axe = axe()?;
    let mut problems = Vec::new();
    let server = bind(0)?;
    let address = format!("http://127.0.0.1:{}/", port(&server));
    let site = Site::fixed(root().join("dist/site")).without_policy();
    std::thread::spawn(move || site.serve(&server));
    for dark in [false, true] {
        let page = Page::start_in(engine, dark).await?;
        for width in [1280, 360] {
            page.resize(width, 16_000).await?;
            page.driver.goto(format!("{address}intended-use.html")).await?;
            for (name, widgets) in [("intended-use.html", false), ("embed.html", true), ("", true)] {
                if widgets {
                    page.open_at(&format!("{address}{name}")).await?;
                }
                // the boxes of the examples opened, so that the bar at the foot of a widget covers nothing to measure
                page.script("for (const box of document.querySelectorAll('.live')) box.style.maxBlockSize = 'none'")
                    .await?;
                page.script(&axe).await?;
                let mut found: Vec<String> =
                    serde_json::from_value(page.driver.execute_async(RUN, vec![]).await?.json().clone())?;
                // the landmarks of a widget are named for a page that has one; the guide shows several
                found.retain(|one| name != "embed.html" || !one.starts_with("landmark-unique"));
                problems.extend(found.into_iter().map(|one| format!("{width} px, dark {dark}, page `{name}`: {one}")));
            }
        }
        page.close().await?;
    }
    ensure!(problems.is_empty(), "{} violations:\n{}", problems.len(), problems.join("\n"));
    Ok(())
}
