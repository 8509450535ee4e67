//! Pictures of the standalone page: four widths, light and dark, empty and with examples.

use anyhow::Result;
use browser_tests::Page;
use xtask::root;

const WIDTHS: [(u32, u32); 4] = [(360, 740), (768, 1024), (1280, 800), (1920, 1080)];

#[tokio::main]
async fn main() -> Result<()> {
    let folder = root().join("target/screenshots");
    std::fs::create_dir_all(&folder)?;
    let page = Page::start().await?;
    for (width, height) in WIDTHS {
        for dark in [false, true] {
            page.look(width, height, dark).await?;
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
    }
    page.close().await
}
