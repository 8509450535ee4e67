//! What a screen reader gets of the panel, as a golden file, to be read as one who listens would.
//!
//! `UPDATE_EXPECT=1 cargo test -p browser-tests --test reader` rewrites the files in `tests/browser/expected`.

use anyhow::Result;
use browser_tests::{Engine, Page, reader, wait};
use serde_json::json;

const ROOT: &str = "document.querySelector('nms-advisor').shadowRoot";

/// The page with an example, or without an answer.
async fn page(example: &str) -> Result<Page> {
    let page = Page::start(Engine::Chromium).await?;
    page.resize(1280, 800).await?;
    page.open().await?;
    if !example.is_empty() {
        page.example(example).await?;
        page.wait_for_grade(example).await?;
    }
    // what would change the plan follows when the typing pauses
    wait("nothing is being worked out", || async {
        Ok(page.in_widget("return !root.querySelector('[aria-busy=\"true\"]')").await? == json!(true))
    })
    .await?;
    Ok(page)
}

/// What is heard of the part of the widget that a selector finds, on any day of its build.
async fn heard(page: &Page, selector: &str) -> Result<String> {
    let heard = reader::reading(&page.driver, &format!("{ROOT}.querySelector('{selector}')")).await?;
    let built = page.script("return document.querySelector('nms-advisor').constructor.versions.built").await?;
    Ok(heard.replace(built.as_str().unwrap_or_default(), "DAY"))
}

/// Chromium alone tells what it hands to a screen reader.
mod chromium {
    use anyhow::Result;
    use expect_test::expect_file;

    #[tokio::test]
    async fn the_panel_of_the_severe_case_reads_like_this() -> Result<()> {
        let page = super::page("severe").await?;
        expect_file!["../expected/panel-severe.txt"].assert_eq(&super::heard(&page, ".plan").await?);
        page.close().await
    }

    #[tokio::test]
    async fn an_opened_reason_reads_like_this() -> Result<()> {
        let page = super::page("severe").await?;
        page.open_part("emergency-sedation").await?;
        page.open_part("neuromuscular-paralysis").await?;
        let card = "[data-rule=\"neuromuscular-paralysis\"]";
        expect_file!["../expected/why-severe.txt"].assert_eq(&super::heard(&page, card).await?);
        page.close().await
    }

    #[tokio::test]
    async fn the_panel_without_answers_reads_like_this() -> Result<()> {
        let page = super::page("").await?;
        expect_file!["../expected/panel-empty.txt"].assert_eq(&super::heard(&page, ".plan").await?);
        page.close().await
    }
}
