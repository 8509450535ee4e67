//! Crashes, brought about in the module that is shipped: the browser refuses to put in an element for the WebAssembly, which
//! no drawing code can go on from, so it panics for real. No build of its own is needed for that.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Engine, Page, in_every_engine, wait};
use serde_json::json;

in_every_engine!(
    a_crash_takes_the_advice_off_and_restarts_with_the_case,
    a_second_crash_of_the_same_case_stops_and_loses_nothing,
    the_single_file_survives_a_crash_as_well,
    a_crash_while_starting_ends_in_the_guideline,
);

/// Has the next so many insertions that the WebAssembly asks for refused; the element's own are not.
const FAULT: &str = "
const insert = Node.prototype.insertBefore;
window.__faults = 0;
window.__said = [];
Node.prototype.insertBefore = function (...given) {
  if (window.__faults > 0 && /wasm/.test(new Error().stack.replace(/nms-advisor_bg/g, ''))) {
    window.__faults -= 1;
    throw new DOMException('refused by the test');
  }
  return insert.apply(this, given);
};
for (const one of document.querySelectorAll('nms-advisor')) one.addEventListener('nms-error', (event) => window.__said.push(event.detail.error.message));
";

async fn breaks_next(page: &Page, times: u32) -> Result<()> {
    page.script(FAULT).await?;
    page.script(&format!("window.__faults = {times}")).await?;
    Ok(())
}

async fn note(page: &Page) -> Result<String> {
    let said = page.in_widget("return root.querySelector('.nms-loader')?.innerText ?? ''").await?;
    Ok(said.as_str().unwrap_or_default().to_string())
}

async fn wait_for_note(page: &Page, words: &str) -> Result<()> {
    let waited = wait(&format!("it says: {words}"), || async { Ok(note(page).await?.contains(words)) }).await;
    if waited.is_err() {
        let shown = page.in_widget("return root.textContent.slice(0, 400)").await?;
        return waited.with_context(|| format!("it shows {shown}"));
    }
    Ok(())
}

/// A case with what a note in JSON would lose: a letter among the digits, another unit, what was chosen in the toolbar.
async fn enter(page: &Page) -> Result<()> {
    page.in_widget("for (const fold of root.querySelectorAll('.entering details')) fold.open = true").await?;
    page.type_into("agents", "haloperidol").await?;
    page.choose("[data-finding=\"temperature\"] select[data-role=\"unit\"]", "1").await?;
    page.type_into("temperature", "106.1").await?;
    page.type_into("heartRate", "13o").await?;
    page.wait_for_grade("severe").await
}

/// A crash in the middle of work, and what is there afterwards.
async fn crash_and_go_on(page: &Page) -> Result<()> {
    enter(page).await?;
    breaks_next(page, 1).await?;
    // advice is off the page in the very turn in which it crashes, before anything is drawn again
    let at_once = page
        .script(
            "return new Promise((done) => { const root = document.querySelector('nms-advisor').shadowRoot; \
             new MutationObserver(() => { if (!root.querySelector('[data-role=\"panel\"]')) done(root.textContent); }).observe(root, { childList: true }); \
             root.querySelector('[data-finding=\"seizures\"] input[value=\"yes\"]').click(); })",
        )
        .await?;
    ensure!(at_once.as_str().is_some_and(|text| text.contains("advice has been removed")), "at once: {at_once}");
    wait_for_note(page, "was restarted. Check your entries").await?;
    page.wait_for_grade("severe").await?;
    for (finding, text) in [("agents", "haloperidol"), ("temperature", "106.1"), ("heartRate", "13o")] {
        ensure!(page.raw(finding).await? == text, "{finding} holds {}", page.raw(finding).await?);
    }
    let unit = page
        .in_widget("return root.querySelector('[data-finding=\"temperature\"] select[data-role=\"unit\"]').value")
        .await?;
    ensure!(unit == json!("1"), "the unit is {unit}");
    let seizures =
        page.in_widget("return root.querySelector('[data-finding=\"seizures\"] input[value=\"yes\"]').checked").await?;
    ensure!(seizures == json!(true), "the answer at which it crashed is kept");
    let raised = page
        .script("return [window.__said.length - document.querySelectorAll('nms-advisor').length, ...new Set(window.__said)]")
        .await?;
    ensure!(raised == json!([0, "nms-advisor: the computation failed"]), "the page hears {raised}");
    // it works as before, and where there is room for one part, the answers are shown
    wait("the answers are shown", || async {
        Ok(page.in_widget("return root.querySelector('#nms-f-temperature').checkVisibility()").await? == json!(true))
    })
    .await?;
    page.clear("temperature").await?;
    page.type_into("temperature", "98.6").await?;
    page.press(".nms-loader button").await?;
    ensure!(note(page).await?.is_empty(), "the note goes when it was read");
    let assessed = page.script("return document.querySelector('nms-advisor').findings.agents").await?;
    ensure!(assessed == json!(["haloperidol"]), "the page reads {assessed}");
    Ok(())
}

async fn a_crash_takes_the_advice_off_and_restarts_with_the_case(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open_at(&format!("{}two.html", page.address)).await?;
    crash_and_go_on(&page).await?;
    // the other widget of the page hung from the same instance; it is there again with its own case
    let other = page
        .script("const two = document.querySelector('#two'); return [two.findings.temperature, two.assessment.severity.grade, two.shadowRoot.querySelectorAll('.nms-loader').length]")
        .await?;
    ensure!(other == json!([39, "mild", 1]), "the other widget shows {other}");
    page.close().await
}

async fn the_single_file_survives_a_crash_as_well(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open_at(&Page::single_file()).await?;
    crash_and_go_on(&page).await?;
    page.close().await
}

async fn a_second_crash_of_the_same_case_stops_and_loses_nothing(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    enter(&page).await?;
    breaks_next(&page, 1_000).await?;
    page.in_widget("root.querySelector('[data-finding=\"seizures\"] input[value=\"yes\"]').click()").await?;
    wait_for_note(&page, "stopped twice on this case").await?;
    let left = page.script("return [1000 - window.__faults, window.__said.length]").await?;
    ensure!(left == json!([2, 2]), "it tried once more and no more: {left}");
    let kept = page.in_widget("return root.querySelector('textarea').value").await?;
    let kept = kept.as_str().unwrap_or_default();
    for line in ["NMS Advisor case, version 1", "temperature = 106.1 {[degF]}", "heartRate = 13o", "seizures = yes"] {
        ensure!(kept.contains(line), "`{line}` is not in {kept}");
    }
    let saved = page
        .in_widget("const link = root.querySelector('a[download]'); return fetch(link.href).then((one) => one.text()).catch(() => link.href.startsWith('blob:'))")
        .await?;
    ensure!(saved == json!(true) || saved.as_str() == Some(kept), "the file is the case: {saved}");
    // it was kept back while the page was loading; Firefox drops that a moment after it is shown in here
    wait("the guideline is below", || async {
        let below = page.in_widget("return root.querySelector('slot').assignedElements()[0].innerText").await?;
        Ok(below.as_str().is_some_and(|text| text.contains("Stop every antipsychotic")))
    })
    .await?;
    ensure!(page.script("return document.querySelector('nms-advisor').assessment").await?.is_null(), "no assessment");

    page.script("window.__faults = 0").await?;
    page.press(".nms-loader button").await?;
    page.wait_for_grade("none").await?;
    page.type_into("temperature", "41.3").await?;
    page.wait_for_grade("severe").await?;
    page.close().await
}

async fn a_crash_while_starting_ends_in_the_guideline(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    breaks_next(&page, 1_000).await?;
    page.script("const late = document.createElement('nms-advisor'); late.id = 'late'; document.querySelector('nms-advisor').replaceWith(late)").await?;
    wait_for_note(&page, "there is no advice here").await?;
    wait("the guideline is below", || async {
        let below = page.in_widget("return root.querySelector('.nms-guideline')?.innerText ?? ''").await?;
        Ok(below.as_str().is_some_and(|text| text.contains("Stop every antipsychotic")))
    })
    .await?;
    page.close().await
}
