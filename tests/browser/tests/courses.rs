//! A case of the teaching room on any platform's page: what the page hears, what it keeps and gives back, and the file for a
//! learning record store.

use anyhow::{Result, ensure};
use browser_tests::room::{at, click, go, host, open, shows};
use browser_tests::{Engine, Page, in_every_engine, wait};
use serde_json::{Value, json};

in_every_engine!(
    a_page_hears_of_each_stage_and_of_the_end_of_a_case,
    two_choices_before_the_next_drawing_are_both_kept,
    what_a_page_keeps_brings_a_learner_back,
    a_case_that_is_none_and_a_text_that_is_none_are_said,
    a_crash_and_a_move_in_the_page_keep_the_place_of_the_learner,
    the_debrief_gives_statements_and_sends_nothing,
);

const ROOM: &str = "<nms-advisor case=\"haloperidol\"></nms-advisor>";
/// What the page hears, with what is plain data of it.
const HEARD: &str = "window.__heard = []; for (const type of ['nms-stage', 'nms-case']) window.addEventListener(type, (event) => window.__heard.push([type, structuredClone(event.detail), event.bubbles && event.composed]));";

/// Sets a part of the answer, and waits until it is in what the page would keep.
async fn put(page: &Page, selector: &str, value: &str, kept: &str) -> Result<()> {
    let script = format!(
        "const it = root.querySelector('{selector}'); if (!it) return false; if (it.type === 'radio') it.checked = true; else it.value = {}; it.dispatchEvent(new Event(it.tagName === 'TEXTAREA' ? 'input' : 'change', {{ bubbles: true }})); return true",
        json!(value)
    );
    let arrived = format!("return document.querySelector('nms-advisor').exportProgress().includes({})", json!(kept));
    wait(&format!("{kept} has arrived"), || async {
        let there = page.script(&arrived).await? == json!(true);
        if !there {
            at(page, 0, &script).await?;
        }
        Ok(there)
    })
    .await
}

/// Answers the stage that is open, and sets it beside the plan.
async fn answer(page: &Page) -> Result<()> {
    // by its place in the file of the case
    let here = "return document.querySelector('nms-advisor').exportProgress().split('\\n')[0].split(' ').at(-1)";
    let here = page.script(here).await?;
    let stage = here.as_str().unwrap_or_default();
    let lines = [
        ("#nms-commit-grade-severe", "severe", format!("\n{stage} hidden - severe ")),
        ("#nms-commit-0", "cool-externally", format!("\n{stage} hidden - severe cool-externally,")),
        ("#nms-commit-reason", "Mrs Miller", format!("\n{stage} hidden - severe cool-externally,-,- Mrs Miller")),
    ];
    for (selector, value, kept) in lines {
        put(page, selector, value, &kept).await?;
    }
    click(page, 0, "[data-action=\"reveal\"]").await?;
    wait("both sides are there", || async {
        Ok(at(page, 0, "return !!root.querySelector('[data-role=\"compared\"]')").await? == json!(true))
    })
    .await
}

async fn there(page: &Page) -> Result<()> {
    wait("the case is there", || async {
        Ok(at(page, 0, "return !!root.querySelector('#nms-commit-grade-severe')").await? == json!(true))
    })
    .await
}

async fn heard(page: &Page) -> Result<Vec<Value>> {
    Ok(page.script("return window.__heard").await?.as_array().cloned().unwrap_or_default())
}

async fn a_page_hears_of_each_stage_and_of_the_end_of_a_case(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let address = host(&page, "lesson.html", ROOM)?;
    open(&page, &address).await?;
    page.script(HEARD).await?;
    there(&page).await?;
    let stages = at(&page, 0, "return root.querySelector('[data-role=\"stages\"]').children.length").await?;
    let stages = usize::try_from(stages.as_u64().unwrap_or_default())?;
    for stage in 0..stages {
        if stage > 0 {
            click(&page, 0, "[data-action=\"next-stage\"]").await?;
        }
        answer(&page).await?;
        // hidden and shown again it is the same answer
        click(&page, 0, "[data-action=\"show-plan\"]").await?;
        click(&page, 0, "[data-action=\"show-plan\"]").await?;
        let heard = heard(&page).await?;
        let last = stage + 1 == stages;
        ensure!(heard.len() == stage + 1 + usize::from(last), "after stage {stage}: {heard:?}");
        let told = heard.get(stage).cloned().unwrap_or_default();
        ensure!(told.get(0) == Some(&json!("nms-stage")) && told.get(2) == Some(&json!(true)), "{told}");
        let of = |key: &str| told.pointer(&format!("/1/{key}")).cloned().unwrap_or_default();
        ensure!(
            [of("case"), of("stage"), of("stages"), of("last"), of("committed/actions")]
                == [json!("haloperidol"), json!(stage + 1), json!(stages), json!(last), json!(["cool-externally"])],
            "{told}"
        );
    }
    let heard = heard(&page).await?;
    let end = heard.last().cloned().unwrap_or_default();
    ensure!(end.get(0) == Some(&json!("nms-case")), "{end}");
    ensure!(end.pointer("/1/road").and_then(Value::as_array).map(Vec::len) == Some(stages), "{end}");
    let text = json!(heard).to_string();
    ensure!(!text.contains("Miller") && !text.contains("score"), "an event has what it should not: {text}");
    page.close().await
}

async fn two_choices_before_the_next_drawing_are_both_kept(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let address = host(&page, "lesson.html", ROOM)?;
    open(&page, &address).await?;
    there(&page).await?;
    let both = "root.querySelector('#nms-commit-grade-mild').click(); const one = root.querySelector('#nms-commit-1'); one.value = 'cool-externally'; one.dispatchEvent(new Event('change', { bubbles: true }))";
    at(&page, 0, both).await?;
    wait("both are kept", || async {
        let kept = page.script("return document.querySelector('nms-advisor').exportProgress()").await?;
        Ok(kept.as_str().is_some_and(|kept| kept.contains("mild -,cool-externally,-")))
    })
    .await?;
    page.close().await
}

async fn what_a_page_keeps_brings_a_learner_back(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let address = host(&page, "lesson.html", ROOM)?;
    open(&page, &address).await?;
    there(&page).await?;
    answer(&page).await?;
    click(&page, 0, "[data-action=\"next-stage\"]").await?;
    let kept = page.script("return document.querySelector('nms-advisor').exportProgress()").await?;
    ensure!(kept.as_str().is_some_and(|text| text.starts_with("nms-progress 1 haloperidol 1\n")), "{kept}");
    // another page of the platform, without a word of which case it is
    let other = host(&page, "other.html", "<nms-advisor room></nms-advisor>")?;
    open(&page, &other).await?;
    page.script(HEARD).await?;
    let script = format!(
        "const one = document.querySelector('nms-advisor'); let changes = 0; one.addEventListener('nms-change', () => {{ changes += 1; }}); return one.restoreProgress({kept}).then((problems) => [problems, one.exportProgress() === {kept}, changes])"
    );
    let back = page.script(&script).await?;
    ensure!(back == json!([[], true, 0]), "it comes back with {back}");
    ensure!(heard(&page).await?.is_empty(), "the page hears of what it did itself");
    shows(&page, 0, ".rail-stage[aria-current]", "2").await?;
    click(&page, 0, "[data-action=\"stage-before\"]").await?;
    shows(&page, 0, "[data-role=\"compared\"]", "Mrs Miller").await?;
    page.close().await
}

async fn a_case_that_is_none_and_a_text_that_is_none_are_said(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let address = host(&page, "lesson.html", "<nms-advisor></nms-advisor>")?;
    page.driver.goto(&address).await?;
    let without = "const one = document.querySelector('nms-advisor'); return one.ready.then(() => one.restoreProgress('nms-progress 1 kidneys 0'))";
    let said = page.script(without).await?;
    ensure!(said.to_string().contains("The teaching room is not there"), "{said}");
    // the attribute loads the room
    let asked = "const one = document.querySelector('nms-advisor'); window.__codes = []; one.addEventListener('nms-error', ({ detail }) => window.__codes.push([detail.code, detail.error.issues[0].problem])); one.case = 'nobody'; return one.ready.then(() => one.restoreProgress('what is this'))";
    let said = page.script(asked).await?;
    ensure!(said == json!(["This text is not the saved progress of a case, so nothing was changed."]), "{said}");
    wait("the page hears of it", || async { Ok(page.script("return window.__codes.length").await? == json!(1)) })
        .await?;
    let codes = page.script("return window.__codes").await?;
    ensure!(codes == json!([["case", "There is no case “nobody” here, so nothing was changed."]]), "{codes}");
    page.script("document.querySelector('nms-advisor').case = 'kidneys'").await?;
    there(&page).await?;
    page.close().await
}

/// Has the next insertion that the WebAssembly asks for refused.
const FAULT: &str = "const insert = Node.prototype.insertBefore; window.__faults = 1; Node.prototype.insertBefore = function (...given) { if (window.__faults > 0 && /wasm/.test(new Error().stack.replace(/nms-advisor[\\w-]*_bg/g, ''))) { window.__faults -= 1; throw new DOMException('refused by the test'); } return insert.apply(this, given); };";

async fn a_crash_and_a_move_in_the_page_keep_the_place_of_the_learner(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let address = host(&page, "lesson.html", ROOM)?;
    open(&page, &address).await?;
    there(&page).await?;
    answer(&page).await?;
    click(&page, 0, "[data-action=\"next-stage\"]").await?;
    shows(&page, 0, ".rail-stage[aria-current]", "2").await?;
    page.script(FAULT).await?;
    click(&page, 0, "[data-action=\"show-plan\"]").await?;
    shows(&page, 0, ".nms-loader", "was restarted").await?;
    shows(&page, 0, ".rail-stage[aria-current]", "2").await?;
    // out of the page for longer than a move takes, and in again
    let out = "const one = document.querySelector('nms-advisor'); one.remove(); window.__one = one; return new Promise((done) => { new MutationObserver(() => { if (!one.shadowRoot.querySelector('.seminar')) done(true); }).observe(one.shadowRoot, { childList: true }); })";
    page.script(out).await?;
    page.script("document.body.append(window.__one)").await?;
    shows(&page, 0, ".rail-stage[aria-current]", "2").await?;
    click(&page, 0, "[data-action=\"stage-before\"]").await?;
    shows(&page, 0, "[data-role=\"compared\"]", "Mrs Miller").await?;
    page.close().await
}

async fn the_debrief_gives_statements_and_sends_nothing(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let body = "<nms-advisor case=\"haloperidol\" activity-base=\"https://school.example/nms\"></nms-advisor>";
    let address = host(&page, "lesson.html", body)?;
    open(&page, &address).await?;
    there(&page).await?;
    answer(&page).await?;
    go(&page, 0, "debrief").await?;
    let before = page.requests().len();
    click(&page, 0, "[data-action=\"xapi\"]").await?;
    let text = "return root.querySelector('[data-role=\"record\"] [data-role=\"handed\"] textarea')?.value ?? ''";
    wait("the file is there", || async { Ok(at(&page, 0, text).await? != json!("")) }).await?;
    let statements: Value = serde_json::from_str(at(&page, 0, text).await?.as_str().unwrap_or_default())?;
    let of = |path: &str| statements.pointer(path).cloned().unwrap_or_default();
    ensure!(of("/0/verb/id") == json!("http://adlnet.gov/expapi/verbs/answered"), "{statements}");
    ensure!(of("/0/object/id") == json!("https://school.example/nms/case/haloperidol/stage/1"), "{statements}");
    ensure!(of("/0/actor/account/homePage") == json!("https://school.example/nms/"), "{statements}");
    ensure!(!statements.to_string().contains("Miller"), "{statements}");
    ensure!(page.requests().len() == before, "something was asked for: {:?}", page.requests());
    // what is no address is said, and no file is made with it
    let wrong = "const it = root.querySelector('#nms-activity-base'); it.value = 'my school'; it.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    at(&page, 0, wrong).await?;
    shows(&page, 0, "#nms-activity-note", "This is not a web address").await?;
    ensure!(
        at(&page, 0, "return root.querySelector('[data-action=\"xapi\"]').disabled").await? == json!(true),
        "a way out"
    );
    page.close().await
}
