//! A teaching session, as a teacher gives it: from the single file, by mouse and by keyboard, to the debrief that is taken
//! along; and the teaching room from the package.

use anyhow::{Context as _, Result, ensure};
use browser_tests::room::go;
use browser_tests::{Engine, Page, in_every_engine, wait};
use serde_json::{Value, json};
use xtask::root;

in_every_engine!(
    a_whole_session_in_the_single_file,
    every_view_by_single_keys_which_can_be_switched_off,
    nothing_is_kept_without_a_yes_and_a_kept_run_survives_a_reload,
    a_view_of_the_room_is_loaded_when_it_is_asked_for,
    a_case_of_ones_own_is_built_taught_and_taken_along,
    the_wall_has_contrast_seven_and_fits_a_projector,
    no_view_of_the_room_has_a_violation,
);

/// What a page would save as a file, caught before the browser does.
const CATCH: &str = "
window.__saved = [];
const make = URL.createObjectURL;
URL.createObjectURL = (blob) => { window.__last = blob; return make.call(URL, blob); };
HTMLAnchorElement.prototype.click = function () { const name = this.download; window.__last.text().then((text) => window.__saved.push([name, text])); };
";

async fn open(page: &Page, address: &str) -> Result<()> {
    page.driver.goto(address).await?;
    wait("the room is there", || async {
        let there = "return !!document.querySelector('nms-advisor')?.shadowRoot?.querySelector('.seminar .frame')";
        Ok(page.script(there).await? == json!(true))
    })
    .await
}

async fn view(page: &Page, mode: &str) -> Result<()> {
    go(page, 0, mode).await
}

async fn is_shown(page: &Page, mode: &str) -> Result<()> {
    wait(&format!("the view is {mode}"), || async {
        Ok(page.in_widget("return root.querySelector('.seminar').dataset.view").await? == json!(mode))
    })
    .await
}

async fn text(page: &Page, selector: &str) -> Result<String> {
    let script = format!("return root.querySelector({})?.textContent ?? ''", serde_json::to_string(selector)?);
    Ok(page.in_widget(&script).await?.as_str().unwrap_or_default().to_string())
}

async fn reads(page: &Page, what: &str, selector: &str, part: &str) -> Result<()> {
    wait(&format!("{what} reads “{part}”"), || async { Ok(text(page, selector).await?.contains(part)) }).await
}

async fn current(page: &Page, rule: &str) -> Result<()> {
    wait(&format!("the current step is {rule}"), || async {
        Ok(page.in_widget("return root.querySelector('[data-role=\"step-now\"]')?.dataset.rule ?? null").await?
            == json!(rule))
    })
    .await
}

async fn press(page: &Page, keys: &str) -> Result<()> {
    page.driver.action_chain().send_keys(keys).perform().await?;
    Ok(())
}

async fn saved(page: &Page, name: &str) -> Result<String> {
    wait(&format!("{name} is saved"), || async {
        let names = page.script("return window.__saved.map((one) => one[0])").await?;
        Ok(names.as_array().is_some_and(|names| names.contains(&json!(name))))
    })
    .await?;
    let all: Vec<(String, String)> = serde_json::from_value(page.script("return window.__saved").await?)?;
    all.into_iter().find(|(saved, _)| saved == name).map(|(_, text)| text).context("it is gone")
}

async fn a_whole_session_in_the_single_file(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    open(&page, &Page::single_file()).await?;
    page.script(CATCH).await?;
    view(&page, "case").await?;
    page.choose("[data-role=\"case\"]", "above-41-1").await?;
    reads(&page, "the story", "[data-role=\"story\"]", "Packets of haloperidol").await?;
    ensure!(text(&page, "[data-role=\"stages\"]").await?.matches("to come").count() == 2, "later stages are not told");
    ensure!(text(&page, "[data-role=\"revealed\"]").await?.is_empty(), "the plan is hidden");
    // commit, reveal, compare
    page.press("#nms-commit-grade [data-value=\"moderate\"]").await?;
    page.choose("#nms-commit-0", "discontinue-dopamine-antagonists").await?;
    page.choose("#nms-commit-1", "consider-electroconvulsive-therapy").await?;
    page.find("#nms-commit-reason").await?.send_keys("stiff and hot").await?;
    page.press("[data-action=\"reveal\"]").await?;
    reads(&page, "mine", "[data-side=\"mine\"]", "in the plan, number 1 to do now").await?;
    reads(&page, "mine", "[data-side=\"mine\"]", "not in the plan yet: an answer is missing").await?;
    reads(&page, "my reason", "[data-side=\"mine\"]", "stiff and hot").await?;
    reads(&page, "the grade", ".grades-compared", "second domain").await?;
    // on to the next stage: hidden again
    page.press("[data-action=\"next-stage\"]").await?;
    reads(&page, "the story", "[data-role=\"story\"]", "core probe reads 41.3").await?;
    ensure!(text(&page, "[data-role=\"revealed\"]").await?.is_empty(), "each stage is revealed by itself");
    // one finding under the spotlight
    view(&page, "full").await?;
    page.act("spotlight").await?;
    reads(&page, "the sweep", "[data-role=\"bands\"]", "above 41.1").await?;
    reads(
        &page,
        "what turns there",
        "[data-role=\"bands\"] > li:last-child",
        "Paralyse with a non-depolarising relaxant",
    )
    .await?;
    // the run
    view(&page, "run").await?;
    page.press("[data-action=\"start\"]").await?;
    current(&page, "secure-airway-and-breathing").await?;
    page.press("[data-action=\"tick\"]").await?;
    current(&page, "discontinue-dopamine-antagonists").await?;
    page.press("[data-action=\"undo-mark\"]").await?;
    current(&page, "secure-airway-and-breathing").await?;
    for next in ["discontinue-dopamine-antagonists", "call-critical-care", "start-supportive-care"] {
        page.press("[data-action=\"tick\"]").await?;
        current(&page, next).await?;
    }
    page.choose("[data-action=\"skip\"]", "not-possible").await?;
    current(&page, "emergency-sedation").await?;
    // a new finding re-forms the list
    page.clear("temperature").await?;
    page.type_into("temperature", "39.5").await?;
    wait("sedation is no step any more", || async {
        Ok(page.in_widget("return !root.querySelector('.step-row[data-rule=\"emergency-sedation\"]')").await?
            == json!(true))
    })
    .await?;
    page.press("[data-action=\"tick\"]").await?;
    page.press("[data-action=\"end\"]").await?;
    page.press("[data-action=\"debrief\"]").await?;
    reads(&page, "the time line", "[data-role=\"time-line\"]", "Temperature: 39.5").await?;
    reads(
        &page,
        "the time line",
        "[data-role=\"time-line\"]",
        "Left out, not possible here: Monitor, oxygen, IV access",
    )
    .await?;
    reads(&page, "the time line", "[data-role=\"time-line\"]", "(taken back)").await?;
    page.press("[data-action=\"csv\"]").await?;
    let table = saved(&page, "nms-debrief.csv").await?;
    ensure!(table.contains("\"Run started\"") && table.contains("seconds until done"), "{table}");
    page.press("[data-action=\"json\"]").await?;
    let told: Value = serde_json::from_str(&saved(&page, "nms-debrief.json").await?)?;
    ensure!(told.get("events").and_then(Value::as_array).is_some_and(|events| events.len() > 8), "{told}");
    ensure!(page.errors().await?.is_empty(), "{:?}", page.errors().await?);
    page.close().await
}

async fn every_view_by_single_keys_which_can_be_switched_off(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    open(&page, &Page::single_file()).await?;
    page.type_into("agents", "haloperidol").await?;
    page.type_into("temperature", "41.5").await?;
    ensure!(page.raw("temperature").await? == "41.5", "a digit in a field is no key of the room");
    view(&page, "run").await?;
    press(&page, "g").await?;
    current(&page, "discontinue-dopamine-antagonists").await?;
    press(&page, "d").await?;
    current(&page, "call-critical-care").await?;
    press(&page, "j").await?;
    current(&page, "start-supportive-care").await?;
    press(&page, "k").await?;
    current(&page, "call-critical-care").await?;
    press(&page, "x").await?;
    current(&page, "start-supportive-care").await?;
    press(&page, "w").await?;
    is_shown(&page, "wall").await?;
    reads(&page, "the wall", ".wall-count", "2 of").await?;
    press(&page, "u").await?;
    current(&page, "call-critical-care").await?;
    press(&page, "w").await?;
    is_shown(&page, "run").await?;
    for (key, mode) in [("2", "case"), ("3", "course"), ("6", "debrief"), ("7", "build"), ("1", "full")] {
        press(&page, key).await?;
        is_shown(&page, mode).await?;
        // the focus stays in the room, so that the next key is heard
        page.press(&format!("[data-mode=\"{mode}\"]")).await?;
    }
    press(&page, "?").await?;
    reads(&page, "the help", "[data-role=\"keys\"]", "Single keys in use").await?;
    page.in_widget("root.querySelector('#nms-keys-on').click()").await?;
    press(&page, "\u{e00c}").await?;
    wait("Escape closes it", || async { Ok(text(&page, "[data-role=\"keys\"]").await?.is_empty()) }).await?;
    page.press("[data-mode=\"full\"]").await?;
    press(&page, "2").await?;
    ensure!(
        page.in_widget("return root.querySelector('.seminar').dataset.view").await? == json!("full"),
        "a key that is switched off does nothing"
    );
    page.close().await
}

async fn nothing_is_kept_without_a_yes_and_a_kept_run_survives_a_reload(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let address = format!("{}teach.html", page.address);
    let stored = "return [sessionStorage.length, localStorage.length, document.cookie]";
    open(&page, &address).await?;
    page.choose("[data-role=\"case\"]", "haloperidol").await?;
    view(&page, "run").await?;
    page.press("[data-action=\"start\"]").await?;
    page.press("[data-action=\"tick\"]").await?;
    current(&page, "call-critical-care").await?;
    ensure!(page.script(stored).await? == json!([0, 0, ""]), "nothing without a yes");
    page.in_widget("root.querySelector('#nms-keep').click()").await?;
    wait("it is kept", || async { Ok(page.script(stored).await? == json!([1, 0, ""])) }).await?;
    page.driver.refresh().await?;
    wait("the room is there", || async {
        let there =
            "return !!document.querySelector('nms-advisor')?.shadowRoot?.querySelector('[data-role=\"gave-way\"]')";
        Ok(page.script(there).await? == json!(true))
    })
    .await?;
    is_shown(&page, "run").await?;
    current(&page, "call-critical-care").await?;
    reads(&page, "the first step", ".step-row[data-state=\"done\"]", "Stop every antipsychotic").await?;
    ensure!(page.raw("agents").await? == "haloperidol", "the answers are back");
    view(&page, "full").await?;
    page.act("reset").await?;
    wait("Reset takes it away", || async { Ok(page.script(stored).await? == json!([0, 0, ""])) }).await?;
    page.close().await
}

async fn a_view_of_the_room_is_loaded_when_it_is_asked_for(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    page.type_into("agents", "haloperidol").await?;
    page.type_into("temperature", "41.5").await?;
    page.wait_for_grade("severe").await?;
    ensure!(page.requests().iter().all(|path| !path.contains("teaching")), "the form alone loads no room");
    page.script("document.querySelector('nms-advisor').setAttribute('view', 'run')").await?;
    current(&page, "discontinue-dopamine-antagonists").await?;
    ensure!(page.raw("temperature").await? == "41.5", "with everything entered");
    ensure!(page.requests().iter().any(|path| path.contains("nms-advisor-teaching_bg.wasm")), "now it does");
    let state = page.script("const it = document.querySelector('nms-advisor'); return [it.findings.temperature, it.assessment.severity.grade, typeof it.exportNote('text')]").await?;
    ensure!(state == json!([41.5, "severe", "string"]), "the element is the same element: {state}");
    page.script("document.querySelector('nms-advisor').setAttribute('view', 'wall')").await?;
    is_shown(&page, "wall").await?;
    page.script("document.querySelector('nms-advisor').setAttribute('view', 'full')").await?;
    is_shown(&page, "full").await?;
    page.script("document.querySelector('nms-advisor').findings = { temperature: 39 }").await?;
    wait("the host's findings are in", || async { Ok(page.raw("temperature").await? == "39") }).await?;
    ensure!(page.errors().await?.is_empty(), "{:?}", page.errors().await?);
    page.close().await
}

async fn a_case_of_ones_own_is_built_taught_and_taken_along(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    open(&page, &Page::single_file()).await?;
    page.script(CATCH).await?;
    view(&page, "build").await?;
    reads(&page, "the reminder", ".reminder", "Leave out what identifies a person").await?;
    page.find("#nms-b-title").await?.send_keys("Hot after surgery").await?;
    page.find("#nms-b-story").await?.send_keys("A man of 50.").await?;
    page.type_into("agents", "droperidol").await?;
    page.press("[data-action=\"add-stage\"]").await?;
    wait("there are two stages", || async {
        Ok(page.in_widget("return root.querySelectorAll('[data-role=\"draft-stages\"] li').length").await? == json!(2))
    })
    .await?;
    page.type_into("temperature", "41.5").await?;
    page.find("#nms-b-story").await?.send_keys("Hotter.").await?;
    page.press("[data-role=\"draft-stages\"] li:first-child .stage").await?;
    wait("the first stage has no temperature", || async { Ok(page.raw("temperature").await?.is_empty()) }).await?;
    page.press("[data-action=\"save-case\"]").await?;
    let file = saved(&page, "nms-teaching-case.txt").await?;
    ensure!(file.contains("title = Hot after surgery") && file.contains("temperature = 41.5 {Cel}"), "{file}");
    let sheet = text(&page, "[data-role=\"sheet\"]").await?;
    ensure!(sheet.contains("A man of 50.") && sheet.contains("First three actions: 1."), "{sheet}");
    ensure!(!sheet.contains("dopamine antagonist"), "the student sheet gives no answer away: {sheet}");
    page.press("[data-action=\"teach\"]").await?;
    reads(&page, "the story", "[data-role=\"story\"]", "A man of 50.").await?;
    page.press("[data-action=\"next-stage\"]").await?;
    reads(&page, "the story", "[data-role=\"story\"]", "Hotter.").await?;
    view(&page, "course").await?;
    reads(&page, "the table of the charts", "[data-role=\"course-table\"]", "41.5").await?;
    page.close().await
}

/// The contrast of every text on the wall against what it stands on, by the formula of WCAG 2.2.
const CONTRAST: &str = "
const part = (value) => { const c = value / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
const ground = (node) => { for (let it = node; it; it = it.parentElement) { const c = rgb(getComputedStyle(it).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
const low = [];
let seen = 0;
for (const node of root.querySelectorAll('.wall *')) {
  const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
  if (!own || node.closest('.vh') || !node.checkVisibility()) continue;
  seen += 1;
  const [a, b] = [light(rgb(getComputedStyle(node).color)), light(ground(node))].sort((x, y) => y - x);
  if ((a + 0.05) / (b + 0.05) < 7) low.push(node.textContent);
}
return { seen, low };
";

async fn the_wall_has_contrast_seven_and_fits_a_projector(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let sizes = [(1_280, 720), (1_920, 1_080), (1_024, 768), (1_280, 800)];
    open(&page, &format!("{}teach.html", page.address)).await?;
    for (case, (width, height)) in
        ["above-41-1", "levodopa-withdrawal", "kidneys", "coagulation"].into_iter().zip(sizes)
    {
        page.resize(width, height).await?;
        view(&page, "case").await?;
        page.choose("[data-role=\"case\"]", case).await?;
        view(&page, "run").await?;
        page.in_widget("root.querySelector('[data-action=\"start\"]')?.click()").await?;
        view(&page, "wall").await?;
        // the words of a step are fitted to the room once it is drawn
        let last = std::cell::RefCell::new(String::new());
        let what = format!("{case}: the wall is legible and fits");
        let good = wait(&what, || async {
            let found = page.in_widget(CONTRAST).await?;
            let fits = page.in_widget("const wall = root.querySelector('.seminar'); return [wall.scrollHeight <= wall.clientHeight + 1, parseFloat(getComputedStyle(root.querySelector('.step-text')).fontSize) >= wall.clientHeight / 16]").await?;
            let seen = found.get("seen").and_then(Value::as_u64).is_some_and(|seen| seen > 8);
            last.replace(format!("{found}, and it fits, and its step is large: {fits}"));
            Ok(seen && found.get("low") == Some(&json!([])) && fits == json!([true, true]))
        });
        good.await.with_context(|| last.borrow().clone())?;
        page.press("[data-action=\"to-run\"]").await?;
        is_shown(&page, "run").await?;
    }
    page.close().await
}

const AXE: &str = "
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then((result) => done(result.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target.join(' ') + ' ' + node.failureSummary).join(' | ')}`)))
  .catch((error) => done([String(error)]));
";

async fn no_view_of_the_room_has_a_violation(engine: Engine) -> Result<()> {
    let axe = std::fs::read_to_string(root().join("target/axe/node_modules/axe-core/axe.min.js"))
        .context("axe-core is not there; `cargo xtask test` fetches it")?;
    let mut problems = Vec::new();
    for dark in [false, true] {
        let page = Page::start_in(engine, dark).await?;
        open(&page, &format!("{}teach.html", page.address)).await?;
        page.choose("[data-role=\"case\"]", "above-41-1").await?;
        page.press("#nms-commit-grade [data-value=\"severe\"]").await?;
        page.choose("#nms-commit-0", "cool-externally").await?;
        page.press("[data-action=\"reveal\"]").await?;
        page.script(&axe).await?;
        for width in [1_280, 360] {
            page.resize(width, 20_000).await?;
            for mode in ["case", "course", "run", "debrief", "build", "full", "wall"] {
                go(&page, 0, mode).await?;
                match mode {
                    "run" => drop(page.in_widget("root.querySelector('[data-action=\"start\"]')?.click(); root.querySelector('[data-action=\"tick\"]')?.click()").await?),
                    "full" => drop(page.in_widget("root.querySelector('[data-action=\"spotlight\"]').click()").await?),
                    _ => {}
                }
                page.in_widget("for (const part of root.querySelectorAll('details')) part.open = true").await?;
                let found: Vec<String> =
                    serde_json::from_value(page.driver.execute_async(AXE, vec![]).await?.json().clone())?;
                problems.extend(found.into_iter().map(|one| format!("{mode}, {width} px, dark {dark}: {one}")));
            }
            page.in_widget("root.querySelector('[data-action=\"to-run\"]').click()").await?;
        }
        page.close().await?;
    }
    ensure!(problems.is_empty(), "{} violations:\n{}", problems.len(), problems.join("\n"));
    Ok(())
}
