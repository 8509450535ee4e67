//! A second screen, and the dantrolene of a site: what a team at work sees beside the plan.

use anyhow::{Result, ensure};
use browser_tests::room::{at, host, open, press, run, shows};
use browser_tests::{Engine, Page, in_every_engine, wait};
use serde_json::{Value, json};

in_every_engine!(
    the_wall_in_a_window_of_its_own_keeps_its_styles_and_follows_the_run,
    a_window_that_does_not_open_is_said,
    the_second_window_goes_with_what_it_shows,
    a_crash_takes_the_advice_off_both_screens,
    a_file_that_falls_onto_a_run_asks_first,
    the_dantrolene_of_a_site_is_read_aloud_in_the_run,
);

const WALL: &str = "const wall = document.body.firstElementChild?.shadowRoot.querySelector('.wall');";

async fn windows(page: &Page) -> Result<usize> {
    Ok(page.driver.windows().await?.len())
}

async fn the_wall_in_a_window_of_its_own_keeps_its_styles_and_follows_the_run(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let address = host(&page, "lesson.html", "<nms-advisor room></nms-advisor>")?;
    open(&page, &address).await?;
    run(&page, 0, "above-41-1", false).await?;
    let own = page.driver.window().await?;
    press(&page, "o").await?;
    wait("a second window", || async { Ok(windows(&page).await? == 2) }).await?;
    let handles = page.driver.windows().await?;
    let other = handles.into_iter().find(|handle| *handle != own).ok_or_else(|| anyhow::anyhow!("a handle"))?;
    page.driver.switch_to_window(other).await?;
    let text = format!("{WALL} return wall?.querySelector('[data-role=\"step-now\"]').dataset.rule ?? ''");
    wait("the wall is drawn", || async { Ok(page.script(&text).await? != json!("")) }).await?;
    let first = page.script(&text).await?;
    let looks = page
        .script(&format!(
            "{WALL} const style = getComputedStyle(wall.parentElement); return [style.backgroundColor, style.color, parseFloat(getComputedStyle(wall.querySelector('.step-text')).fontSize) > 24, document.title]"
        ))
        .await?;
    ensure!(looks == json!(["rgb(5, 8, 12)", "rgb(255, 255, 255)", true, "Wall screen: NMS Advisor"]), "{looks}");
    // a remote control that is heard in the second window, where nothing has the focus
    page.driver.action_chain().send_keys(".").perform().await?;
    wait("the next step on the wall", || async { Ok(page.script(&text).await? != first) }).await?;
    let second = page.script(&text).await?;
    page.driver.switch_to_window(own.clone()).await?;
    let rule = "return root.querySelector('[data-role=\"step-now\"]').dataset.rule";
    ensure!(at(&page, 0, rule).await? == second, "the run and its wall are one");
    press(&page, "o").await?;
    wait("the same key closes it", || async { Ok(windows(&page).await? == 1) }).await?;
    press(&page, "o").await?;
    wait("and opens it again", || async { Ok(windows(&page).await? == 2) }).await?;
    ensure!(page.errors().await?.is_empty(), "{:?}", page.errors().await?);
    page.close().await
}

async fn a_window_that_does_not_open_is_said(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.put("shut.js", "window.open = () => null;")?;
    let address = host(&page, "lesson.html", "<script src='shut.js'></script><nms-advisor room></nms-advisor>")?;
    open(&page, &address).await?;
    run(&page, 0, "above-41-1", false).await?;
    press(&page, "o").await?;
    shows(&page, 0, "[data-role=\"room-problems\"]", "opened no second window").await?;
    page.close().await
}

async fn the_second_window_goes_with_what_it_shows(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let address = host(&page, "lesson.html", "<nms-advisor room></nms-advisor>")?;
    for (what, end) in [
        ("a version that is withdrawn", "customElements.get('nms-advisor').withdraw('For a test.')"),
        ("another page", "location.hash = ''; location.reload()"),
        ("a page that lets nobody stay", "document.querySelector('nms-advisor').remove()"),
    ] {
        open(&page, &address).await?;
        run(&page, 0, "above-41-1", false).await?;
        press(&page, "o").await?;
        wait("a second window", || async { Ok(windows(&page).await? == 2) }).await?;
        page.script("addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)").await?;
        page.script(end).await?;
        wait(&format!("{what} closes it"), || async { Ok(windows(&page).await? == 1) }).await?;
    }
    page.close().await
}

/// Refuses the next insertion that the WebAssembly asks for.
const FAULT: &str = "
const insert = Node.prototype.insertBefore;
let faults = 1;
Node.prototype.insertBefore = function (...given) {
  if (faults > 0 && /wasm/.test(new Error().stack.replace(/teaching_bg/g, ''))) {
    faults -= 1;
    throw new DOMException('refused by the test');
  }
  return insert.apply(this, given);
};
";

async fn a_crash_takes_the_advice_off_both_screens(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let address = host(&page, "lesson.html", "<nms-advisor room></nms-advisor>")?;
    open(&page, &address).await?;
    run(&page, 0, "above-41-1", false).await?;
    press(&page, "o").await?;
    wait("a second window", || async { Ok(windows(&page).await? == 2) }).await?;
    page.script(FAULT).await?;
    at(&page, 0, "root.querySelector('[data-action=\"tick\"]').click()").await?;
    wait("the second window is gone", || async { Ok(windows(&page).await? == 1) }).await?;
    shows(&page, 0, ".nms-loader", "was restarted").await?;
    // what stands there now is of a fresh instance
    at(&page, 0, "root.querySelector('.nms-loader button').click()").await?;
    let there = "return !root.querySelector('.nms-loader') && !!root.querySelector('.seminar')";
    wait("the room is there again", || async { Ok(at(&page, 0, there).await? == json!(true)) }).await?;
    page.close().await
}

async fn a_file_that_falls_onto_a_run_asks_first(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let address = host(&page, "lesson.html", "<nms-advisor room></nms-advisor>")?;
    open(&page, &address).await?;
    run(&page, 0, "above-41-1", false).await?;
    let temperature = "return document.querySelector('nms-advisor').findings.temperature";
    let before = page.script(temperature).await?;
    // a whole file of a case, as the widget writes it
    let lines = "NMS Advisor case, version 1\ntemperature = 38.1 {Cel}\n";
    let sum = lines.bytes().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let file = json!(format!("{lines}checksum = {sum:08x}\n"));
    let fall = format!(
        "const data = new DataTransfer(); data.items.add(new File([{file}], 'a.txt', {{ type: 'text/plain' }})); root.host.dispatchEvent(new DragEvent('drop', {{ dataTransfer: data, bubbles: true, composed: true, cancelable: true }}))"
    );
    at(&page, 0, &fall).await?;
    shows(&page, 0, "[data-role=\"offered\"]", "The file holds another case, with 1 answer").await?;
    ensure!(page.script(temperature).await? == before, "the run goes on with its own answers");
    page.close().await
}

async fn the_dantrolene_of_a_site_is_read_aloud_in_the_run(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let address = host(&page, "lesson.html", "<nms-advisor room></nms-advisor>")?;
    open(&page, &address).await?;
    let stock = json!([
        { "place": "Theatre recovery", "vials": { "20mg-60ml": 12 }, "telephone": "2222" },
        { "place": "Pharmacy", "telephone": "3333" }
    ]);
    page.script(&format!("window.heard = []; addEventListener('nms-error', ({{ detail }}) => heard.push([detail.code, detail.error.issues?.[0]?.problem])); document.querySelector('nms-advisor').stock = {stock}")).await?;
    let case = json!({ "agents": ["haloperidol"], "temperature": 39.6, "rigidity": "severe", "ageYears": 40, "sex": "male", "weight": 70, "dantroleneFormulation": "20mg-60ml" });
    page.script(&format!("document.querySelector('nms-advisor').findings = {case}")).await?;
    at(&page, 0, "root.host.view = 'run'").await?;
    let line = "return root.querySelector('[data-role=\"stock\"] .stock-aloud')?.textContent ?? ''";
    let choose = "root.querySelector('[data-action=\"start\"]')?.click(); [...root.querySelectorAll('.step-row[data-rule=\"consider-dantrolene\"] button.link')].at(0)?.click()";
    wait("the step", || async {
        at(&page, 0, choose).await?;
        Ok(at(&page, 0, line).await? != json!(""))
    })
    .await?;
    let typed = |id: &str, text: &str| {
        format!(
            "const field = root.querySelector('#{id}'); field.value = '{text}'; field.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }}))"
        )
    };
    ensure!(at(&page, 0, line).await?.as_str().is_some_and(|line| line.contains("No need is worked out")));
    at(&page, 0, &typed("nms-dose", "2.5")).await?;
    at(&page, 0, &typed("nms-times", "3")).await?;
    let told = "Read aloud: Dantrolene, vials of 20\u{a0}mg. Needed now: 9 vials. In 24\u{a0}h, 3 doses: 27 vials. In stock, as far as stated: 12 vials. Enough for this dose. As far as stated, short in 24\u{a0}h by 15 vials. Call Theatre recovery 2222, Pharmacy 3333.";
    wait("the line", || async { Ok(at(&page, 0, line).await? == json!(told)) }).await?;
    ensure!(page.script("return heard").await? == json!([]), "what can be read is no error");
    // what cannot be read is said, and no number stands in its place
    page.script("document.querySelector('nms-advisor').stock = '{ not json'").await?;
    wait("the stock is gone", || async { Ok(at(&page, 0, line).await? == json!("")) }).await?;
    page.script("document.querySelector('nms-advisor').stock = { place: 'Ward', vials: { '30mg': 3 } }").await?;
    let heard = "return heard.map(([code, problem]) => [code, String(problem).slice(0, 40)])";
    let wanted: Value = json!([
        ["stock", "The stock of the page cannot be read: the"],
        ["stock", "Stock, place 1: `30mg` in `vials` is non"]
    ]);
    wait("both are said", || async {
        let said = page.script(heard).await?;
        let short = |row: &Value, at: usize| {
            row.get(at).and_then(Value::as_str).unwrap_or_default().chars().take(30).collect::<String>()
        };
        let rows = |said: &Value| {
            said.as_array().map(|rows| rows.iter().map(|row| (short(row, 0), short(row, 1))).collect::<Vec<_>>())
        };
        Ok(rows(&said) == rows(&wanted))
    })
    .await?;
    page.close().await
}
