//! Pictures of the standalone page: four widths, light and dark, empty and with examples. In Chromium, or in the
//! engine that is named: `cargo run -p browser-tests --bin screenshots webkit`.

use anyhow::{Context as _, Result};
use browser_tests::{Engine, Page};
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
    Ok(())
}
