//! Accessibility, by axe-core in the real page: no violation in any view, theme or state.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Engine, Page, in_every_engine};
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
            for example in ["", "severe", "withdrawal"] {
                page.open().await?;
                if !example.is_empty() {
                    page.example(example).await?;
                    page.in_widget("for (const part of root.querySelectorAll('details')) part.open = true").await?;
                }
                page.script(&axe).await?;
                let found: Vec<String> =
                    serde_json::from_value(page.driver.execute_async(RUN, vec![]).await?.json().clone())?;
                problems.extend(
                    found.into_iter().map(|one| format!("{width} px, dark {dark}, example `{example}`: {one}")),
                );
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
