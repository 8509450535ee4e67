//! The packed package in a fresh React app, as `cargo xtask test` has installed and built it.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Engine, Page, wait};
use serde_json::json;
use xtask::root;
use xtask::server::{Site, bind, port};

#[tokio::test]
#[ignore = "needs the app that the step `package` of `cargo xtask test` builds"]
async fn a_fresh_react_app_shows_the_widget_and_an_assessment() -> Result<()> {
    let built = root().join("target/package/react/dist");
    ensure!(built.join("index.html").is_file(), "the app is not built; `cargo xtask test` builds it");
    let server = bind(0)?;
    let address = format!("http://127.0.0.1:{}/", port(&server));
    // the strict policy of the product holds for the app as well
    std::thread::spawn(move || Site::fixed(built).serve(&server));

    let page = Page::start(Engine::Chromium).await?;
    page.open_at(&address).await.context("the widget in the app")?;
    page.wait_for_grade("severe").await.context("the findings that the app gives")?;
    let text = |id: &'static str| {
        let page = &page;
        async move { page.script(&format!("return document.getElementById('{id}').textContent")).await }
    };
    ensure!(text("computed").await? == json!("severe"), "the function says {}", text("computed").await?);
    ensure!(text("heard").await? == json!(""), "no event in answer to the app's own findings");

    page.in_widget("root.querySelector('[data-finding=\"agitation\"] input[value=\"yes\"]').click()").await?;
    wait("React hears of the change", || async { Ok(text("heard").await? == json!("severe")) }).await?;
    page.script("document.querySelector('button').click()").await?;
    page.wait_for_grade("none").await.context("the method `reset` through a ref")?;
    page.close().await
}
