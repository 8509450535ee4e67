//! Pictures of what is shown where the advice cannot be: at two widths, in light and in dark.

use anyhow::Result;
use browser_tests::{Engine, Host, Page, wait};
use serde_json::json;
use xtask::root;

#[tokio::main]
async fn main() -> Result<()> {
    let folder = root().join("target/screenshots");
    std::fs::create_dir_all(&folder)?;
    let host = Host::start("npm", |site| site)?;
    std::fs::remove_file(host.folder.join("nms-advisor_bg.wasm"))?;
    for (theme, dark) in [("light", false), ("dark", true)] {
        let page = Page::start_in(Engine::Chromium, dark).await?;
        for (width, height) in [(360, 1400), (1280, 1400)] {
            page.resize(width, height).await?;
            page.driver.goto(&host.page()).await?;
            wait("the guideline is there", || async {
                Ok(page.in_widget("return !!root.querySelector('.nms-guideline')").await? == json!(true))
            })
            .await?;
            page.driver.screenshot(&folder.join(format!("failure-{width}-{theme}.png"))).await?;
        }
        page.close().await?;
    }
    Ok(())
}
