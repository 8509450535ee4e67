//! The packed package in fresh apps and in the examples, as `cargo xtask test` has installed and built them.

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

/// What a page says in its console, and what nobody caught, kept for the test.
const LISTEN: &str = "window.__said = []; for (const kind of ['error', 'warn']) { const before = console[kind]; console[kind] = (...all) => { window.__said.push(`${kind}: ${all.map(String).join(' ')}`); before(...all); }; } addEventListener('error', (event) => window.__said.push(`error: ${event.message ?? event.target}`), true); addEventListener('unhandledrejection', (event) => window.__said.push(`rejected: ${event.reason}`));";

/// Serves what an example has built, and opens it.
async fn opened(name: &str) -> Result<Page> {
    let built = root().join(format!("target/package/{name}/out"));
    ensure!(built.join("index.html").is_file(), "{name} is not built; `cargo xtask test` builds it");
    let server = bind(0)?;
    let address = format!("http://127.0.0.1:{}/", port(&server));
    // frameworks write styles and scripts into their pages
    std::thread::spawn(move || Site::fixed(built).without_policy().serve(&server));
    let page = Page::start(Engine::Chromium).await?;
    page.driver
        .cdp()
        .send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": LISTEN }))
        .await
        .context("the console")?;
    // wide enough for form and plan side by side
    page.resize(1400, 1000).await?;
    // the little server of these tests may lose one of six connections that are opened at once: then once more
    if page.open_at(&address).await.is_err() {
        page.open_at(&address).await.with_context(|| format!("the example {name}"))?;
    }
    Ok(page)
}

async fn shown(page: &Page, id: &str) -> Result<String> {
    let text = page.script(&format!("return document.getElementById('{id}').textContent")).await?;
    Ok(text.as_str().unwrap_or_default().to_string())
}

/// Findings go in, an event comes out, and nobody complains.
async fn findings_in_and_events_out(page: &Page, name: &str) -> Result<()> {
    page.wait_for_grade("severe").await.with_context(|| format!("{name}: the findings that the page gives"))?;
    ensure!(shown(page, "heard").await? == "not heard of yet", "{name}: no event in answer to the page");
    page.in_widget("root.querySelector('[data-finding=\"agitation\"] input[value=\"yes\"]').click()").await?;
    wait(&format!("{name} hears of the change"), || async { Ok(shown(page, "heard").await? == "severe") }).await?;
    let kept = page.script("return document.querySelector('nms-advisor').findings.agitation").await?;
    ensure!(kept == json!(true), "{name}: the answer of the reader stays");
    // what a controlled page sets again is what was typed
    page.type_into("temperature", "5").await?;
    wait(&format!("{name} hears of what is typed"), || async {
        let read =
            "return JSON.stringify(document.querySelector('nms-advisor').findings.temperature).includes('41.35')";
        Ok(page.script(read).await? == json!(true))
    })
    .await?;
    ensure!(page.raw("temperature").await? == "41.35", "{name}: what was typed stays as it was typed");
    let said = page.script("return window.__said").await?;
    ensure!(said == json!([]), "{name}: the console is not clean: {said}");
    Ok(())
}

#[tokio::test]
#[ignore = "needs the examples that the step `package` of `cargo xtask test` builds"]
async fn the_examples_take_findings_and_hear_of_changes() -> Result<()> {
    for name in ["esbuild", "reveal", "vue", "svelte", "hydrated", "hydrated-18"] {
        let page = opened(name).await?;
        findings_in_and_events_out(&page, name).await?;
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
#[ignore = "needs the examples that the step `package` of `cargo xtask test --all` builds"]
async fn the_examples_whose_build_takes_minutes_do_the_same() -> Result<()> {
    for name in ["next", "angular"] {
        let page = opened(name).await?;
        findings_in_and_events_out(&page, name).await?;
        if name == "next" {
            ensure!(shown(&page, "computed").await? == "severe", "the server computes");
        }
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
#[ignore = "needs the examples that the step `package` of `cargo xtask test` builds"]
async fn the_component_of_react_is_hydrated_with_all_that_it_was_given() -> Result<()> {
    for name in ["hydrated", "hydrated-18"] {
        // a server writes the element with its notes, and no patient data
        let html = std::fs::read_to_string(root().join(format!("target/package/{name}/out/index.html")))?;
        ensure!(html.contains("<p slot=\"local-notes\">") && html.contains("heading-level=\"2\""), "{name}: {html}");
        ensure!(!html.contains("haloperidol"), "{name}: the case stands in the page");
        let page = opened(name).await?;
        page.wait_for_grade("severe").await.with_context(|| format!("{name}: findings after hydration"))?;
        wait(&format!("{name} knows what is on the screen"), || async { Ok(shown(&page, "shown").await? == "severe") })
            .await?;
        ensure!(
            shown(&page, "ready").await? == "1",
            "{name}: ready is told once, not {}",
            shown(&page, "ready").await?
        );
        page.script("document.getElementById('field').click()").await?;
        let field = page.in_widget("return root.activeElement?.id").await?;
        ensure!(field == json!("nms-f-temperature"), "{name}: the ref is the element: {field}");
        page.script("document.getElementById('clear').click()").await?;
        page.wait_for_grade("none").await.with_context(|| format!("{name}: null clears"))?;
        wait(&format!("{name} hears of its own change"), || async { Ok(shown(&page, "shown").await? == "no grade") })
            .await?;
        let said = page.script("return window.__said").await?;
        ensure!(said == json!([]), "{name}: the console is not clean: {said}");
        page.close().await?;
    }
    Ok(())
}

#[tokio::test]
#[ignore = "needs the examples that the step `package` of `cargo xtask test` builds"]
async fn keys_that_are_typed_on_a_slide_turn_no_slide() -> Result<()> {
    let page = opened("reveal").await?;
    page.wait_for_grade("severe").await?;
    let before = page.script("return location.href + document.querySelector('section.present h2').textContent").await?;
    page.type_into("agents", "b on n").await?;
    ensure!(page.raw("agents").await? == "haloperidolb on n", "typed as typed: {}", page.raw("agents").await?);
    let after = page.script("return location.href + document.querySelector('section.present h2').textContent").await?;
    ensure!(before == after && page.script("return !document.querySelector('.reveal.paused')").await? == json!(true));
    page.close().await
}
