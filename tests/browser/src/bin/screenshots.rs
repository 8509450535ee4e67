//! Pictures of the standalone page: five widths, light and dark, empty and with examples; and of the teaching room. In Chromium, or in the
//! engine that is named: `cargo run -p browser-tests --bin screenshots webkit`.

use std::path::Path;

use anyhow::{Context as _, Result};
use browser_tests::room::go;
use browser_tests::{Engine, Page, wait};
use serde_json::{Value, json};
use xtask::root;

const WIDTHS: [(u32, u32); 5] = [(360, 740), (390, 844), (768, 1024), (1280, 800), (1920, 1080)];

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
            for example in ["", "moderate", "severe", "withdrawal"] {
                page.open().await?;
                if !example.is_empty() {
                    page.example(example).await?;
                    // where one of the two parts is shown, the plan
                    page.in_widget("root.querySelector('[role=\"tab\"][data-tab=\"plan\"]').click()").await?;
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
    in_the_room(engine, &folder).await?;
    if engine == Engine::Chromium { as_others_see_it(&folder).await } else { Ok(()) }
}

/// Each view of the teaching room on a telephone, a desk and a projector, with a run under way; and what is printed of it.
async fn in_the_room(engine: Engine, folder: &Path) -> Result<()> {
    for (theme, dark) in [("light", false), ("dark", true)] {
        let page = Page::start_in(engine, dark).await?;
        page.resize(1280, 800).await?;
        page.driver.goto(&format!("{}{}", page.address, xtask::dist::TEACH.1)).await?;
        wait("the room is there", || async {
            Ok(page.in_widget("return !!root.querySelector('[data-mode=\"case\"]')").await? == json!(true))
        })
        .await?;
        let click = async |selector: &str| page.press(selector).await;
        go(&page, 0, "case").await?;
        page.choose("[data-role=\"case\"]", "above-41-1").await?;
        click("[data-action=\"reveal\"]").await?;
        click("[data-action=\"next-stage\"]").await?;
        click("[data-action=\"reveal\"]").await?;
        go(&page, 0, "run").await?;
        click("[data-action=\"start\"]").await?;
        click("[data-action=\"tick\"]").await?;
        page.choose("[data-action=\"skip\"]", "not-possible").await?;
        // the wall has no way to the others but back
        for mode in ["case", "run", "debrief", "course", "build", "wall"] {
            go(&page, 0, mode).await?;
            for (width, height) in [(360, 740), (1280, 800), (1920, 1080)] {
                page.resize(width, height).await?;
                page.script("window.scrollTo(0, 0)").await?;
                page.driver.screenshot(&folder.join(format!("room-{width}-{theme}-{mode}.png"))).await?;
            }
            page.resize(1280, 800).await?;
            if engine == Engine::Chromium && !dark {
                page.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
                page.resize(794, 1123).await?;
                page.driver.screenshot(&folder.join(format!("room-print-{mode}.png"))).await?;
                page.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
                page.resize(1280, 800).await?;
            }
        }
        page.close().await?;
    }
    Ok(())
}

/// The severe case with forced colours, in grey, with a row opened, with everything opened, and as it is printed.
async fn as_others_see_it(folder: &Path) -> Result<()> {
    let page = Page::start(Engine::Chromium).await?;
    page.resize(1280, 800).await?;
    page.open().await?;
    page.example("severe").await?;
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
        page.open_part("emergency-sedation").await?;
        page.driver.screenshot(&folder.join(format!("{width}-row-severe.png"))).await?;
        page.open_everything().await?;
        page.driver.screenshot(&folder.join(format!("{width}-open-severe.png"))).await?;
        page.in_widget("root.querySelector('[data-action=\"open-all\"]').click()").await?;
    }
    page.close().await
}
