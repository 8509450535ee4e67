//! The static site as a plain host serves it, below a path of its own: its pages, its offline copy, its update.

use anyhow::{Context as _, Result, ensure};
use browser_tests::hosted::{self, Hosted, open};
use browser_tests::{Engine, Page, in_every_engine, wait};
use serde_json::json;

in_every_engine!(
    every_page_works_under_its_own_policy_below_any_path,
    the_site_opens_without_a_server_after_the_first_visit,
    a_newer_version_waits_until_it_is_asked_for_and_leaves_nothing_behind,
);

const PAGES: [&str; 3] = ["", "embed.html", "intended-use.html"];

/// Waits for the words at the foot of the page.
async fn told(page: &Page, words: &str) -> Result<()> {
    hosted::told(page, "[data-role=\"offline\"]", words).await
}

const KEPT: &str = "opens without a connection";

/// Whether a script that a page of the site wants to run is stopped, and the violations noted on the way.
const INJECT: &str = "
const done = arguments[arguments.length - 1];
const stopped = [];
addEventListener('securitypolicyviolation', (event) => stopped.push(event.effectiveDirective));
const script = document.createElement('script');
try { script.textContent = 'window.__ran = true'; document.body.append(script); } catch { stopped.push('thrown'); }
fetch('https://example.invalid/').catch(() => stopped.push('refused'));
setTimeout(() => done([window.__ran === true, stopped.length > 1]), 300);
";

async fn every_page_works_under_its_own_policy_below_any_path(engine: Engine) -> Result<()> {
    let host = Hosted::start()?;
    let page = Page::start(engine).await?;
    for name in PAGES {
        open(&page, &host.address(name)).await?;
        told(&page, KEPT).await.with_context(|| format!("on `{name}`"))?;
        let injected = page.driver.execute_async(INJECT, vec![]).await?.json().clone();
        ensure!(injected == json!([false, true]), "`{name}` ran a script that is not its own: {injected}");
        let wide = page.script("return document.documentElement.scrollWidth > innerWidth").await?;
        ensure!(wide == json!(false), "`{name}` scrolls sideways");
    }
    let outside: Vec<String> = host.requests().into_iter().filter(|path| !path.starts_with("/any/path/")).collect();
    ensure!(outside.is_empty(), "asked for outside of the site's own path: {outside:?}");

    page.open_at(&host.address("embed.html")).await?;
    // the markup that is shown is the markup that runs
    let shown = page
        .script(
            "const live = document.querySelector('#plain-code').closest('section').querySelector('nms-advisor'); \
             return [document.querySelector('#plain-code').textContent, \
             [...live.attributes].map(({ name, value }) => [name, value])]",
        )
        .await?;
    let markup = shown.pointer("/0").and_then(|text| text.as_str()).unwrap_or_default().to_string();
    let attributes = shown.pointer("/1").and_then(|list| list.as_array()).cloned().unwrap_or_default();
    ensure!(attributes.len() == 3, "the live example has {attributes:?}");
    for pair in &attributes {
        let text = |at: usize| pair.get(at).and_then(|text| text.as_str()).unwrap_or_default();
        let written = |quote: char| format!("{}={quote}{}{quote}", text(0), text(1));
        ensure!(markup.contains(&written('"')) || markup.contains(&written('\'')), "{pair} is not in {markup}");
    }

    // the options reach the widget, the markup and the log
    page.script(
        "const view = document.querySelector('#chooser [name=\"view\"]'); view.value = 'panel'; \
         view.dispatchEvent(new Event('input', { bubbles: true })); document.querySelector('#set').click()",
    )
    .await?;
    let chosen = page
        .script(
            "const chosen = document.querySelector('#chosen'); return [chosen.getAttribute('view'), \
             document.querySelector('#markup').textContent, chosen.assessment.severity.grade, \
             document.querySelector('#log').firstElementChild.textContent]",
        )
        .await?;
    let wanted = json!([
        "panel",
        "<nms-advisor heading-level=\"3\" view=\"panel\"></nms-advisor>",
        "severe",
        "findings set by the page: no event"
    ]);
    ensure!(chosen == wanted, "the live example shows {chosen}");
    page.close().await
}

async fn the_site_opens_without_a_server_after_the_first_visit(engine: Engine) -> Result<()> {
    let mut host = Hosted::start()?;
    let page = Page::start(engine).await?;
    page.open_at(&host.address("")).await?;
    told(&page, KEPT).await?;
    host.stop().await?;
    // a case in the fragment, a question mark, and pages that were never opened before
    for name in ["embed.html", "intended-use.html", "intended-use.html?from=mail", "index.html", "", "#case"] {
        open(&page, &host.address(name)).await.with_context(|| format!("`{name}` without a server"))?;
    }
    page.open_at(&host.address("")).await?;
    page.type_into("temperature", "41.3").await?;
    page.wait_for_grade("severe").await?;
    // what was entered is in no cache and no store of the browser
    let stored = page
        .driver
        .execute_async(
            "const done = arguments[0]; (async () => { const found = [localStorage.length, sessionStorage.length, \
             document.cookie, (await indexedDB.databases()).length]; for (const name of await caches.keys()) { \
             for (const request of await (await caches.open(name)).keys()) { const { pathname, search } = \
             new URL(request.url); found.push(search || !pathname.startsWith('/any/path/') ? request.url : 0); } } \
             done(found.filter((one) => one)); })().catch((error) => done([String(error)]))",
            vec![],
        )
        .await?
        .json()
        .clone();
    ensure!(stored == json!([]), "stored: {stored}");
    page.close().await
}

async fn a_newer_version_waits_until_it_is_asked_for_and_leaves_nothing_behind(engine: Engine) -> Result<()> {
    let host = Hosted::start()?;
    let page = Page::start(engine).await?;
    page.open_at(&host.address("")).await?;
    told(&page, KEPT).await?;
    page.driver.refresh().await?;

    // another version: one page differs, and so does the worker that knows its digest
    let before = host.digest("index.html")?;
    host.replace("index.html", "Neuroleptic malignant syndrome</h1>", "The newer version</h1>")?;
    // the digest still names the old page: half an update, which must not be taken
    host.replace("sw.js", "const VERSION = '", "const VERSION = 'half")?;
    let heading = || async { page.script("return document.querySelector('h1').textContent").await };
    let _ = host.requests();
    open(&page, &host.address("")).await?;
    told(&page, KEPT).await?;
    ensure!(heading().await? == json!("Neuroleptic malignant syndrome"), "an old page under an old worker");
    let mut asked = Vec::new();
    wait("the new page is fetched", || {
        asked.extend(host.requests());
        let fetched = asked.iter().any(|path| path.ends_with("/index.html"));
        async move { Ok(fetched) }
    })
    .await?;
    wait("the half update is given up", || async {
        let script = "const done = arguments[0]; navigator.serviceWorker.getRegistration().then((one) => done([!!one.waiting, !!one.installing]))";
        Ok(*page.driver.execute_async(script, vec![]).await?.json() == json!([false, false]))
    })
    .await?;

    host.replace("sw.js", "const VERSION = 'half", "const VERSION = 'next")?;
    host.replace("sw.js", &before, &host.digest("index.html")?)?;
    open(&page, &host.address("")).await?;
    hosted::told(&page, "[data-about=\"newer\"]", "A newer version is ready").await?;
    ensure!(heading().await? == json!("Neuroleptic malignant syndrome"), "nothing changes under the reader");
    page.script("document.querySelector('[data-about=\"newer\"] button').click()").await?;
    wait("the newer version is open", || async { Ok(heading().await? == json!("The newer version")) }).await?;
    told(&page, KEPT).await?;
    let caches = page
        .driver
        .execute_async(
            "caches.keys().then((names) => arguments[0](names.map((name) => name.split(' ').at(-1).slice(0, 4))))",
            vec![],
        )
        .await?;
    ensure!(*caches.json() == json!(["next"]), "caches left: {}", caches.json());
    page.close().await
}
