//! Pictures of the standalone page: four widths, light and dark, empty and with examples. In Chromium, or in the
//! engine that is named: `cargo run -p browser-tests --bin screenshots webkit`.

use anyhow::{Context as _, Result};
use browser_tests::{Engine, Page};
use serde_json::{Value, json};
use xtask::root;

const WIDTHS: [(u32, u32); 4] = [(360, 740), (768, 1024), (1280, 800), (1920, 1080)];

#[tokio::main]
async fn main() -> Result<()> {
    let engine = std::env::args().nth(1).unwrap_or_else(|| "chromium".into());
    let folder = match engine.as_str() {
        "chromium" => root().join("target/screenshots"),
        other => root().join("target/screenshots").join(other),
    };
    let engine = Engine::named(&engine).context("the engine is chromium, firefox or webkit")?;
    std::fs::create_dir_all(&folder)?;
    for dark in [false, true] {
        let page = Page::start_in(engine, dark).await?;
        for (width, height) in WIDTHS {
            page.resize(width, height).await?;
            for example in ["", "severe", "withdrawal"] {
                page.open().await?;
                if !example.is_empty() {
                    page.choose("select[data-role=\"example\"]", example).await?;
                }
                // pictures are taken from the top of the page
                page.script("window.scrollTo(0, 0)").await?;
                let theme = if dark { "dark" } else { "light" };
                let name = if example.is_empty() { "empty" } else { example };
                page.driver.screenshot(&folder.join(format!("{width}-{theme}-{name}.png"))).await?;
            }
        }
        page.close().await?;
    }
    if engine == Engine::Chromium { as_others_see_it(&folder).await } else { Ok(()) }
}

/// The severe case with forced colours, in grey, with everything behind *why* and beside the plan opened, and as it is
/// printed.
async fn as_others_see_it(folder: &std::path::Path) -> Result<()> {
    let page = Page::start(Engine::Chromium).await?;
    page.resize(1280, 800).await?;
    page.open().await?;
    page.choose("select[data-role=\"example\"]", "severe").await?;
    page.wait_for_grade("severe").await?;
    let emulated = |media: &str, features: Value| json!({ "media": media, "features": features });
    let pictures = [
        ("forced-colors", emulated("", json!([{ "name": "forced-colors", "value": "active" }])), ""),
        ("grey", emulated("", json!([])), "document.documentElement.style.filter = 'grayscale(1)'"),
        ("print", emulated("print", json!([])), "document.documentElement.style.filter = 'none'"),
    ];
    for (name, media, script) in pictures {
        page.driver.cdp().send_raw("Emulation.setEmulatedMedia", media).await?;
        page.script(&format!("{script}; window.scrollTo(0, 0)")).await?;
        page.driver.screenshot(&folder.join(format!("1280-{name}-severe.png"))).await?;
    }
    page.driver.cdp().send_raw("Emulation.setEmulatedMedia", emulated("", json!([]))).await?;
    for width in [360, 1280] {
        page.resize(width, 9_000).await?;
        page.in_widget(
            "for (const fold of root.querySelectorAll('.beyond details, .missing details')) fold.open = true",
        )
        .await?;
        page.in_widget("root.querySelector('.missing').scrollIntoView()").await?;
        page.driver.screenshot(&folder.join(format!("{width}-beyond-severe.png"))).await?;
    }
    page.close().await
}
