//! A version that is called back, corrected, damaged on the device, or simply old: what a reader sees of it.

use anyhow::{Context as _, Result, ensure};
use browser_tests::hosted::{Hosted, copy, open, told};
use browser_tests::{Engine, Host, Page, in_every_engine, wait};
use serde_json::{Value, json};
use xtask::root;
use xtask::withdraw::{Withdrawal, write_to};

in_every_engine!(
    a_withdrawn_site_clears_every_copy_that_comes_back,
    a_site_that_is_no_longer_there_is_not_taken_for_one_that_is,
    an_older_version_is_refused_and_a_correction_stands_at_the_top,
    what_lies_on_the_device_is_checked_when_it_is_served,
    a_copy_says_its_age,
    what_is_withdrawn_while_it_loads_does_not_start,
);

const FOOT: &str = "[data-role=\"offline\"]";
const KEPT: &str = "opens without a connection";
const REASON: &str = "A threshold was wrong.";

/// What a page keeps, and what it shows of the advice.
const LEFT: &str = "const done = arguments[0]; (async () => {
    const shown = document.querySelector('nms-advisor')?.shadowRoot?.textContent ?? '';
    done({ caches: (await caches.keys()).length, workers: (await navigator.serviceWorker.getRegistrations()).length,
        advice: /Stop every antipsychotic|Cool |severe/i.test(shown + document.body.innerText), said: shown,
        entered: document.querySelector('nms-advisor')?.shadowRoot?.querySelector('textarea')?.value ?? '' });
})().catch((error) => done(String(error)))";

async fn left(page: &Page) -> Result<Value> {
    Ok(page.driver.execute_async(LEFT, vec![]).await?.json().clone())
}

/// The page comes into view again, which is when it looks for what is new.
async fn look(page: &Page) -> Result<()> {
    page.script("document.dispatchEvent(new Event('visibilitychange'))").await?;
    Ok(())
}

/// Opens the site and waits until it is kept.
async fn kept(page: &Page, host: &Hosted) -> Result<()> {
    page.open_at(&host.address("")).await?;
    told(page, FOOT, KEPT).await
}

/// Serves what stands in place of a withdrawn site.
fn withdraw(host: &Hosted) -> Result<()> {
    std::fs::remove_dir_all(host.folder())?;
    let withdrawal = Withdrawal { reason: REASON.into(), since: Some("2026-11-26".into()), instead: None };
    write_to(&host.folder(), &withdrawal)
}

async fn nothing_is_left(page: &Page) -> Result<Value> {
    wait("nothing is kept", || async {
        let left = left(page).await?;
        Ok(left.get("caches") == Some(&json!(0)) && left.get("workers") == Some(&json!(0)))
    })
    .await?;
    let left = left(page).await?;
    ensure!(left.get("advice") == Some(&json!(false)), "advice of a withdrawn version: {left}");
    Ok(left)
}

async fn a_withdrawn_site_clears_every_copy_that_comes_back(engine: Engine) -> Result<()> {
    let mut host = Hosted::start()?;
    let page = Page::start(engine).await?;
    kept(&page, &host).await?;
    page.type_into("temperature", "41.3").await?;
    page.wait_for_grade("severe").await?;

    // an open tab
    withdraw(&host)?;
    look(&page).await?;
    told(&page, "[data-about=\"withdrawn\"]", REASON).await.context("in an open tab")?;
    let left = nothing_is_left(&page).await?;
    let text = |key: &str| left.get(key).and_then(Value::as_str).unwrap_or_default();
    ensure!(text("said").contains("was withdrawn, so there is no advice here"), "the element says {}", text("said"));
    ensure!(text("entered").contains("41.3"), "what was entered is lost: {}", text("entered"));
    page.driver.refresh().await?;
    told(&page, "main", "It gives no advice here").await?;

    // the site again, this time closed while it is withdrawn, and without a network at first
    std::fs::remove_dir_all(host.folder())?;
    copy(&root().join("dist/site"), &host.folder())?;
    kept(&page, &host).await?;
    page.driver.goto("about:blank").await?;
    host.stop().await?;
    withdraw(&host)?;
    page.open_at(&host.address("")).await.context("without a network the copy opens, with its day in its foot")?;
    told(&page, "footer time", "-").await?;
    host.go_on()?;
    page.script("dispatchEvent(new Event('online'))").await?;
    told(&page, "[data-about=\"withdrawn\"]", REASON).await.context("in a copy that was opened without a network")?;
    nothing_is_left(&page).await?;
    page.close().await
}

async fn a_site_that_is_no_longer_there_is_not_taken_for_one_that_is(engine: Engine) -> Result<()> {
    let host = Hosted::start()?;
    let page = Page::start(engine).await?;
    kept(&page, &host).await?;
    host.close_with(404);
    look(&page).await?;
    told(&page, "[data-about=\"gone\"]", "no longer at its address (404)").await?;
    // and each time that it is opened, with the day of the copy
    open(&page, &host.address("")).await?;
    told(&page, "[data-about=\"gone\"]", "built on 20").await?;
    // a mishap of the server that is over is over
    host.close_with(200);
    look(&page).await?;
    wait("the warning goes", || async {
        Ok(page.script("return !document.querySelector('[data-about=\"gone\"]')").await? == json!(true))
    })
    .await?;
    // gone for good is an answer
    host.close_with(410);
    look(&page).await?;
    told(&page, "[data-about=\"withdrawn\"]", "gone for good (410)").await?;
    nothing_is_left(&page).await?;
    page.close().await
}

async fn an_older_version_is_refused_and_a_correction_stands_at_the_top(engine: Engine) -> Result<()> {
    let host = Hosted::start()?;
    let page = Page::start(engine).await?;
    kept(&page, &host).await?;
    let worker = std::fs::read_to_string(host.folder().join("sw.js"))?;
    let order = worker.split("\"order\":").nth(1).and_then(|rest| rest.split([',', '}']).next()).unwrap_or_default();
    let order = order.trim().to_string();
    ensure!(order.parse::<u64>().is_ok(), "the worker says its order as `{order}`");

    // an older build on the server, whole in itself
    host.replace("sw.js", "const VERSION = '", "const VERSION = 'older")?;
    host.replace("sw.js", &format!("\"order\":{order}"), "\"order\":1000000000")?;
    look(&page).await?;
    told(&page, FOOT, "An older version was not taken").await?;
    let waiting = "const done = arguments[0]; navigator.serviceWorker.getRegistration().then((one) => done([!!one.waiting, !!document.querySelector('[data-about=\"newer\"]')]))";
    let found = page.driver.execute_async(waiting, vec![]).await?;
    ensure!(*found.json() == json!([false, false]), "an older version waits or is offered: {}", found.json());

    // a correction
    host.replace("sw.js", "const VERSION = 'older", "const VERSION = 'newer")?;
    host.replace("sw.js", "\"order\":1000000000", "\"order\":9999999999")?;
    host.replace("sw.js", "\"urgent\":\"\"", "\"urgent\":\"The dose of dantrolene was wrong.\"")?;
    look(&page).await?;
    told(&page, "[data-about=\"newer\"]", "The dose of dantrolene was wrong.").await?;
    let place = "const one = document.querySelector('[data-about=\"newer\"]'); const { top, height } = one.getBoundingClientRect(); return [one.getAttribute('role'), Math.round(top), height > 20]";
    let place = page.script(place).await?;
    ensure!(place == json!(["alert", 0, true]), "an urgent correction stands at {place}");
    // one that cannot be kept is said
    host.replace("sw.js", "const VERSION = 'newer", "const VERSION = 'broken")?;
    std::fs::remove_file(host.folder().join("embed.js"))?;
    look(&page).await?;
    told(&page, FOOT, "could not be kept").await?;
    let caches = "const done = arguments[0]; caches.keys().then((names) => done(names.filter((name) => name.includes(' broken')).length))";
    ensure!(*page.driver.execute_async(caches, vec![]).await?.json() == json!(0), "a failed version left something");
    page.close().await
}

/// Changes one byte of a file in the cache.
const SPOIL: &str = "const done = arguments[arguments.length - 1], [file] = arguments; (async () => {
    const cache = await caches.open((await caches.keys())[0]);
    const address = new URL(file, document.baseURI).href, answer = await cache.match(address);
    const bytes = new Uint8Array(await answer.arrayBuffer()); bytes[bytes.length >> 1] ^= 1;
    await cache.put(address, new Response(bytes, { headers: answer.headers })); done(bytes.length);
})().catch((error) => done(String(error)))";

async fn what_lies_on_the_device_is_checked_when_it_is_served(engine: Engine) -> Result<()> {
    let mut host = Hosted::start()?;
    let page = Page::start(engine).await?;
    kept(&page, &host).await?;
    for file in ["nms-advisor_bg.wasm", "nms-advisor_glue.js", "index.html", "host.css"] {
        let spoilt = page.driver.execute_async(SPOIL, vec![json!(file)]).await?;
        ensure!(spoilt.json().is_u64(), "{file} in the cache: {}", spoilt.json());
    }
    // with its server the right files come back
    page.open_at(&host.address("")).await?;
    page.type_into("temperature", "41.3").await?;
    page.wait_for_grade("severe").await?;
    // without it there is no advice from what was changed, and the reader is told
    page.driver.execute_async(SPOIL, vec![json!("nms-advisor_bg.wasm")]).await?;
    host.stop().await?;
    open(&page, &host.address("")).await?;
    wait("the element says that it did not start", || async {
        let said = page.script("return document.querySelector('nms-advisor')?.shadowRoot?.textContent ?? ''").await?;
        Ok(said.as_str().is_some_and(|text| text.contains("so there is no advice here")))
    })
    .await?;
    page.driver.execute_async(SPOIL, vec![json!("index.html")]).await?;
    open(&page, &host.address("")).await?;
    told(&page, "h1", "The copy on this device is damaged").await?;
    page.close().await
}

/// Turns the clock before anything looks at it.
fn clock(days: i32) -> String {
    format!(
        "const Then = Date; window.Date = class extends Then {{ constructor(...given) {{ if (given.length) super(...given); else super(Then.now() + {days} * 864e5); }} }};"
    )
}

async fn a_copy_says_its_age(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let shown = "const R = document.querySelector('nms-advisor').shadowRoot; return [R.querySelector('[data-role=\"age\"]')?.innerText.split(':')[0].trim() ?? '', R.querySelector('[data-role=\"copy\"]').textContent, document.querySelector('nms-advisor').exportNote('text')]";
    for (days, chip, words) in [
        (0, "", "Built "),
        (420, "Old copy", "look for a newer one before you rely on it"),
        (-400, "Wrong clock", "The clock of this device stands before"),
    ] {
        let host = Host::start("npm", |site| site)?;
        host.put("first.js", clock(days))?;
        page.open_at(&host.page()).await?;
        let said = page.script(shown).await?;
        let text = |at: usize| said.get(at).and_then(Value::as_str).unwrap_or_default();
        ensure!(text(0) == chip, "after {days} days the bar says {said}");
        ensure!(text(1).contains(words) && text(2).contains(words), "after {days} days foot and note say {said}");
        ensure!(
            chip.is_empty() != text(1).contains("newer") || days < 0,
            "after {days} days the foot says {}",
            text(1)
        );
        // and where it cannot start
        std::fs::remove_file(host.folder.join("nms-advisor_bg.wasm"))?;
        page.driver.goto(&host.page()).await?;
        let failed = "return document.querySelector('nms-advisor').shadowRoot?.querySelector('.nms-loader[role=\"alert\"]')?.textContent ?? ''";
        wait("it says that it did not start", || async { Ok(page.script(failed).await? != json!("")) }).await?;
        let failed = page.script(failed).await?.to_string();
        ensure!(failed.contains(", built 20"), "no day where it did not start: {failed}");
        ensure!(failed.contains("This copy is old") == (days > 365), "after {days} days: {failed}");
    }
    page.close().await
}

/// The version is withdrawn at the moment at which its WebAssembly is asked for.
const WHILE_LOADING: &str = "const ask = window.fetch; window.fetch = (...given) => { customElements.get('nms-advisor').withdraw('A threshold was wrong.'); return ask(...given); };";

async fn what_is_withdrawn_while_it_loads_does_not_start(engine: Engine) -> Result<()> {
    let host = Host::start("npm", |site| site)?;
    host.put("first.js", WHILE_LOADING)?;
    let page = Page::start(engine).await?;
    page.driver.goto(&host.page()).await?;
    let told = "return document.querySelector('nms-advisor').ready.then(() => 'started', (error) => error.code)";
    let told = page.script(told).await?;
    ensure!(told == json!("withdrawn"), "it says {told}");
    let shown = "const R = document.querySelector('nms-advisor').shadowRoot; return [!!R.querySelector('.frame, .nms-guideline'), R.textContent.includes('was withdrawn')]";
    wait("the element says why", || async { Ok(page.script(shown).await? == json!([false, true])) }).await?;
    page.close().await
}
