//! The built product in a real browser, with real key events.
#![expect(clippy::indexing_slicing, reason = "a JSON value that lacks a key compares unequal and fails the test")]

use anyhow::{Result, ensure};
use browser_tests::{Engine, Page, in_every_engine, wait};
use serde_json::{Value, json};

in_every_engine!(
    the_served_page_asks_for_its_own_files_and_for_nothing_else,
    the_served_page_reads_what_is_typed_under_a_strict_policy,
    the_single_file_does_the_same_without_any_request,
    the_element_tells_its_host_of_the_users_changes_only,
    two_widgets_share_nothing_but_the_module,
    a_widget_keeps_its_answers_when_it_is_moved_in_the_page,
    bad_findings_from_the_host_are_reported_and_change_nothing,
    reset_clears_and_examples_load,
);

const MEASURES: [&str; 3] = ["emergency-sedation", "neuromuscular-paralysis", "intubate-and-ventilate"];

/// Typing as a clinician would; the same for the served page and for the single file.
async fn typing_is_read_as_typed(page: &Page) -> Result<()> {
    ensure!(page.grade().await? == "none", "an empty form must show no grade");
    ensure!(page.cards("advised").await?.is_empty(), "an empty form must advise nothing");

    page.type_into("temperature", "41.3").await?;
    page.wait_for_grade("severe").await?;
    page.open_everything().await?;
    let cards = page.cards("advised").await?;
    for measure in MEASURES {
        ensure!(cards.iter().any(|card| card == measure), "41.3 °C must show {measure}; shown: {cards:?}");
    }

    page.clear("temperature").await?;
    page.wait_for_grade("none").await?;
    for (typed, key) in [("4", "4"), ("41", "1"), ("41.", "."), ("41.5", "5")] {
        page.type_into("temperature", key).await?;
        let raw = page.raw("temperature").await?;
        ensure!(raw == typed, "after typing {typed} the field holds {raw}");
    }
    page.wait_for_grade("severe").await?;

    fahrenheit_decides_at_the_threshold(page).await?;
    a_letter_is_reported_and_counts_as_unknown(page).await
}

async fn fahrenheit_decides_at_the_threshold(page: &Page) -> Result<()> {
    page.choose("[data-finding=\"temperature\"] select[data-role=\"unit\"]", "1").await?;
    page.clear("temperature").await?;
    page.type_into("temperature", "106").await?;
    let shown = |wanted: bool| async move {
        let cards = page.cards("advised").await?;
        Ok(MEASURES.iter().all(|measure| cards.iter().any(|card| card == measure) == wanted))
    };
    wait("106 °F shows the emergency measures", || shown(true)).await?;
    page.clear("temperature").await?;
    page.type_into("temperature", "105.9").await?;
    wait("105.9 °F shows none of them", || shown(false)).await?;
    page.choose("[data-finding=\"temperature\"] select[data-role=\"unit\"]", "0").await
}

async fn a_letter_is_reported_and_counts_as_unknown(page: &Page) -> Result<()> {
    page.clear("temperature").await?;
    page.type_into("temperature", "4l.3").await?;
    wait("the letter is reported beside the field", || async {
        let text = page
            .in_widget(
                "return root.querySelector('[data-finding=\"temperature\"] [data-role=\"error\"]')?.textContent ?? ''",
            )
            .await?;
        Ok(text.as_str().is_some_and(|text| text.contains("not")))
    })
    .await?;
    let listed = page.in_widget("return !!root.querySelector('[data-role=\"not-used\"]')").await?;
    ensure!(listed == json!(true), "what is not used must be listed in the panel");
    ensure!(page.raw("temperature").await? == "4l.3", "nothing typed may be lost");
    ensure!(page.grade().await? == "none", "a value that cannot be read counts as unknown");
    let invalid = page
        .in_widget("return root.querySelector('[data-finding=\"temperature\"] input').getAttribute('aria-invalid')")
        .await?;
    ensure!(invalid == json!("true"), "the field must be marked as invalid for screen readers");
    Ok(())
}

/// Has the page note from now on each error and each violated policy, for `Page::errors`.
async fn listen_for_errors(page: &Page) -> Result<()> {
    page.script("window.__errors = []; addEventListener('securitypolicyviolation', (event) => window.__errors.push(event.violatedDirective)); addEventListener('error', (event) => window.__errors.push(event.message))").await?;
    Ok(())
}

async fn the_served_page_reads_what_is_typed_under_a_strict_policy(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    listen_for_errors(&page).await?;
    page.script("window.keys = []; addEventListener('keydown', (event) => window.keys.push(event.isTrusted), true)")
        .await?;
    typing_is_read_as_typed(&page).await?;
    ensure!(page.errors().await?.is_empty(), "errors: {:?}", page.errors().await?);
    let real = page.script("return window.keys.length > 20 && window.keys.every((real) => real)").await?;
    ensure!(real == json!(true), "the keys must be as a keyboard gives them, not events that a script made");
    page.close().await
}

/// What the page loaded by its own account, which all engines keep, failures included; a log of the network is
/// Chromium's alone. A request that a policy stops is not in it: that is an error of the page.
async fn loaded(page: &Page) -> Result<Vec<String>> {
    let names =
        page.script("return performance.getEntriesByType('resource').map((entry) => entry.name).sort()").await?;
    Ok(serde_json::from_value(names)?)
}

async fn the_served_page_asks_for_its_own_files_and_for_nothing_else(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    page.example("severe").await?;
    page.wait_for_grade("severe").await?;
    page.clear("temperature").await?;
    page.type_into("temperature", "39").await?;
    page.act("reset").await?;
    page.wait_for_grade("none").await?;

    let files = ["host.css", "nms-advisor.js", "nms-advisor_bg.wasm", "nms-advisor_glue.js"];
    let addresses = files.map(|file| format!("{}{file}", page.address));
    let loaded = loaded(&page).await?;
    ensure!(loaded == addresses, "the page loaded {loaded:?}");
    let requests = page.requests();
    let paths = std::iter::once("/".to_string()).chain(files.map(|file| format!("/{file}"))).collect::<Vec<_>>();
    ensure!(requests == paths, "the server was asked for {requests:?}");
    page.close().await
}

async fn the_single_file_does_the_same_without_any_request(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open_at(&Page::single_file()).await?;
    listen_for_errors(&page).await?;
    typing_is_read_as_typed(&page).await?;
    ensure!(page.errors().await?.is_empty(), "errors: {:?}", page.errors().await?);
    let requests = loaded(&page).await?;
    ensure!(requests.is_empty(), "the single file loaded {requests:?}");
    ensure!(page.requests().is_empty(), "the single file asked a server for {:?}", page.requests());
    page.close().await
}

async fn the_element_tells_its_host_of_the_users_changes_only(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    page.script(
        "window.seen = []; const advisor = document.querySelector('nms-advisor'); \
         document.addEventListener('nms-change', (event) => window.seen.push(event.detail)); \
         advisor.findings = { temperature: { value: 106, unit: '[degF]' }, agents: ['Haldol'] };",
    )
    .await?;
    page.wait_for_grade("severe").await?;
    ensure!(
        page.script("return window.seen.length").await? == json!(0),
        "a property set by the host must raise no event"
    );
    let set = page.script("const advisor = document.querySelector('nms-advisor'); return [advisor.findings.agents, advisor.assessment.suspicion]").await?;
    ensure!(set == json!([["haloperidol"], "possible"]), "the host reads {set}");

    page.in_widget("root.querySelector('[data-finding=\"agitation\"] input[value=\"yes\"]').click()").await?;
    wait("the host hears of the change", || async { Ok(page.script("return window.seen.length").await? == json!(1)) })
        .await?;
    let detail: Value = page.script("return window.seen[0]").await?;
    ensure!(detail["findings"]["agitation"] == json!(true), "the event carries {}", detail["findings"]);
    ensure!(detail["assessment"]["severity"]["grade"] == json!("severe"), "the event carries the assessment");
    page.close().await
}

async fn two_widgets_share_nothing_but_the_module(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open_at(&format!("{}two.html", page.address)).await?;
    page.type_into("temperature", "41.3").await?;
    page.wait_for_grade("severe").await?;
    let grades = page
        .script("return [...document.querySelectorAll('nms-advisor')].map((one) => one.assessment.severity.grade)")
        .await?;
    ensure!(grades == json!(["severe", "mild"]), "grades {grades}");
    let sheets = page.script("const [one, two] = document.querySelectorAll('nms-advisor'); return one.shadowRoot.adoptedStyleSheets[0] === two.shadowRoot.adoptedStyleSheets[0]").await?;
    ensure!(sheets == json!(true), "one style sheet serves all widgets");
    page.close().await
}

async fn a_widget_keeps_its_answers_when_it_is_moved_in_the_page(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    page.type_into("temperature", "39.5").await?;
    page.script("const advisor = document.querySelector('nms-advisor'); const box = document.createElement('section'); document.body.append(box); box.append(advisor)").await?;
    ensure!(page.raw("temperature").await? == "39.5", "what was typed must survive a move");
    page.close().await
}

async fn bad_findings_from_the_host_are_reported_and_change_nothing(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    let message = page
        .script(
            "const advisor = document.querySelector('nms-advisor'); advisor.findings = { temperature: 39 }; let told = ''; \
             advisor.addEventListener('nms-error', (event) => { told = event.detail.error.message }); \
             advisor.setAttribute('findings', '{oops'); return [told, advisor.findings.temperature]",
        )
        .await?;
    ensure!(message[0].as_str().is_some_and(|text| text.contains("not JSON")), "the message was {}", message[0]);
    ensure!(message[1] == json!(39), "the earlier findings must stay");
    page.close().await
}

async fn reset_clears_and_examples_load(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    let chosen = page.in_widget("return root.querySelector('[data-role=\"example\"]').value").await?;
    ensure!(chosen == json!(""), "a fresh page must not look as if the example {chosen} were loaded");
    page.example("severe").await?;
    page.wait_for_grade("severe").await?;
    page.act("reset").await?;
    page.wait_for_grade("none").await?;
    ensure!(page.raw("temperature").await?.is_empty(), "reset must clear the fields");
    page.close().await
}
