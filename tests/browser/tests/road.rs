//! A case that answers back, as it is taught: by a remote control alone, by what a learner commits to, and as it is written.

use anyhow::{Context as _, Result, ensure};
use browser_tests::room::{at, click, go, open, press, shows};
use browser_tests::{Engine, Page, in_every_engine, wait};
use serde_json::json;
use xtask::root;

in_every_engine!(
    a_whole_session_with_a_fork_by_remote_keys_alone,
    what_is_committed_to_decides_and_going_back_takes_another_road,
    a_fork_is_written_told_when_it_is_wrong_and_taught,
    neither_a_fork_nor_its_debrief_has_a_violation,
);

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const LEFT: &str = "\u{e012}";
const RIGHT: &str = "\u{e014}";
const PAGE_UP: &str = "\u{e00e}";
const PAGE_DOWN: &str = "\u{e00f}";

const CASE_LINE: &str = "[data-role=\"case-line\"]";
const STORY: &str = "[data-role=\"story\"]";
const FORKS: &str = "[data-role=\"forks\"]";

async fn room(page: &Page) -> Result<()> {
    open(page, &format!("{}{}", page.address, xtask::dist::TEACH.1)).await
}

async fn is_shown(page: &Page, mode: &str) -> Result<()> {
    wait(&format!("the view is {mode}"), || async {
        Ok(at(page, 0, "return root.querySelector('.seminar').dataset.view").await? == json!(mode))
    })
    .await
}

/// The rule of the step that is read aloud.
async fn current(page: &Page) -> Result<String> {
    let rule = at(page, 0, "return root.querySelector('[data-role=\"step-now\"]')?.dataset.rule ?? ''").await?;
    Ok(rule.as_str().unwrap_or_default().to_string())
}

/// Presses a key until a step is read aloud.
async fn page_to(page: &Page, key: &str, rule: &str) -> Result<()> {
    for _ in 0..20 {
        let before = current(page).await?;
        if before == rule {
            return Ok(());
        }
        press(page, key).await?;
        wait("another step is read", || async { Ok(current(page).await? != before) }).await?;
    }
    anyhow::bail!("{rule} is not read")
}

/// Presses Tab until a case has the focus, and Enter.
async fn open_by_keys(page: &Page, case: &str) -> Result<()> {
    at(page, 0, "root.querySelector('.seminar').focus()").await?;
    for _ in 0..80 {
        if at(page, 0, "return root.activeElement?.dataset.case ?? null").await? == json!(case) {
            page.driver.action_chain().send_keys(ENTER).perform().await?;
            return Ok(());
        }
        page.driver.action_chain().send_keys(TAB).perform().await?;
    }
    anyhow::bail!("{case} is not reached")
}

async fn a_whole_session_with_a_fork_by_remote_keys_alone(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    room(&page).await?;
    press(&page, "8").await?;
    is_shown(&page, "cases").await?;
    open_by_keys(&page, "above-41-1").await?;
    shows(&page, 0, STORY, "Packets of haloperidol").await?;
    for (key, part) in [
        (PAGE_DOWN, "core probe reads"),
        (PAGE_UP, "Packets of haloperidol"),
        (RIGHT, "core probe reads"),
        (LEFT, "Packets of haloperidol"),
        (PAGE_DOWN, "core probe reads"),
    ] {
        press(&page, key).await?;
        shows(&page, 0, STORY, part).await?;
    }
    shows(&page, 0, "[data-role=\"fork\"][role=\"status\"]", "decide what comes next").await?;
    shows(&page, 0, "[data-role=\"stages\"]", "depends on what is done").await?;
    press(&page, ".").await?;
    shows(&page, 0, "[data-role=\"revealed\"]", "Paralyse").await?;
    // the run: the step is found by the remote, and ticked in time
    press(&page, "4").await?;
    is_shown(&page, "run").await?;
    press(&page, ".").await?;
    shows(&page, 0, CASE_LINE, "“Core probe”").await?;
    page_to(&page, PAGE_DOWN, "cool-externally").await?;
    press(&page, PAGE_UP).await?;
    wait("the step before is read", || async { Ok(current(&page).await? != "cool-externally") }).await?;
    page_to(&page, RIGHT, "cool-externally").await?;
    press(&page, ".").await?;
    shows(&page, 0, ".step-row[data-rule=\"cool-externally\"][data-state=\"done\"]", "Cool now").await?;
    // behind the last step the next stage follows
    while at(&page, 0, "return root.querySelector('[data-role=\"case-line\"]').textContent.includes('“Core probe”')")
        .await?
        == json!(true)
    {
        let before = (
            current(&page).await?,
            at(&page, 0, "return root.querySelector('[data-role=\"case-line\"]').textContent").await?,
        );
        press(&page, PAGE_DOWN).await?;
        wait("a step or a stage further", || async {
            let line = at(&page, 0, "return root.querySelector('[data-role=\"case-line\"]').textContent").await?;
            Ok((current(&page).await?, line) != before)
        })
        .await?;
    }
    shows(&page, 0, CASE_LINE, "“After intubation”").await?;
    ensure!(page.raw("temperature").await? == "39.8", "cooled in time");
    // on the wall the keys are the same; back, the tick taken back, and on by the other road
    press(&page, "w").await?;
    is_shown(&page, "wall").await?;
    press(&page, "b").await?;
    press(&page, "u").await?;
    press(&page, "n").await?;
    press(&page, "w").await?;
    is_shown(&page, "run").await?;
    shows(&page, 0, CASE_LINE, "“After intubation, cooled late”").await?;
    ensure!(page.raw("temperature").await? == "41.6", "not cooled");
    press(&page, "n").await?;
    ensure!(page.raw("temperature").await? == "41.6", "the case ends here");
    press(&page, "6").await?;
    is_shown(&page, "debrief").await?;
    shows(&page, 0, FORKS, "After stage 2, “Core probe”").await?;
    shows(&page, 0, ".fork-because", "not done").await?;
    shows(&page, 0, ".fork-ways > [data-taken=\"true\"]", "After intubation, cooled late").await?;
    shows(&page, 0, ".fork-ways > [data-taken=\"false\"]", "Core 39.8").await?;
    shows(&page, 0, ".fork-ways > [data-taken=\"false\"]", "Rests on: made up").await?;
    press(&page, "3").await?;
    is_shown(&page, "course").await?;
    ensure!(page.errors().await?.is_empty(), "{:?}", page.errors().await?);
    page.close().await
}

async fn what_is_committed_to_decides_and_going_back_takes_another_road(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    room(&page).await?;
    page.choose("[data-role=\"case\"]", "hottest-day").await?;
    shows(&page, 0, STORY, "found in the sun").await?;
    press(&page, PAGE_DOWN).await?;
    shows(&page, 0, STORY, "the bath was ready after an hour and a half").await?;
    shows(&page, 0, "[data-role=\"fork\"]", "not done").await?;
    press(&page, PAGE_UP).await?;
    shows(&page, 0, STORY, "found in the sun").await?;
    page.choose("#nms-commit-0", "cool-externally").await?;
    press(&page, PAGE_DOWN).await?;
    shows(&page, 0, STORY, "after immersion").await?;
    shows(&page, 0, "[data-role=\"fork\"]", "committed to at “Brought in”").await?;
    let wanted = json!(["told", "here"]);
    let states = "return [...root.querySelectorAll('[data-role=\"stages\"] > li')].map((one) => one.dataset.state)";
    ensure!(at(&page, 0, states).await? == wanted, "the rail shows the road, not the other stage");
    press(&page, "3").await?;
    shows(&page, 0, "[data-role=\"course-table\"]", "39.2").await?;
    ensure!(
        at(&page, 0, "return root.querySelector('[data-role=\"course-table\"]').textContent.includes('40.7')").await?
            == json!(false),
        "the course is that of the road"
    );
    // without a run the debrief has the road
    press(&page, "6").await?;
    shows(&page, 0, ".fork-ways > [data-taken=\"false\"]", "Two hours later, still hot").await?;
    shows(&page, 0, ".fork-ways > [data-taken=\"false\"] a[href]", "Crit Care Med 2025").await?;
    page.close().await
}

/// What a page would save as a file, caught before the browser does.
const CATCH: &str = "
const make = URL.createObjectURL;
URL.createObjectURL = (blob) => { window.__last = blob; return make.call(URL, blob); };
HTMLAnchorElement.prototype.click = function () { window.__last.text().then((text) => { window.__saved = text; }); };
";

async fn a_fork_is_written_told_when_it_is_wrong_and_taught(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    open(&page, &Page::single_file()).await?;
    page.script(CATCH).await?;
    go(&page, 0, "build").await?;
    page.find("#nms-b-title").await?.send_keys("Hot after surgery").await?;
    page.find("#nms-b-story").await?.send_keys("A man of 50.").await?;
    page.type_into("agents", "droperidol").await?;
    for (count, title, story) in [(2, "Cooler", "He is cooler."), (3, "Hotter", "He is hotter.")] {
        click(&page, 0, "[data-action=\"add-stage\"]").await?;
        wait("there is another stage", || async {
            let stages = "return root.querySelectorAll('[data-role=\"draft-stages\"] li').length";
            Ok(at(&page, 0, stages).await? == json!(count))
        })
        .await?;
        page.find("#nms-b-stage").await?.send_keys(title).await?;
        page.find("#nms-b-story").await?.send_keys(story).await?;
    }
    click(&page, 0, "[data-role=\"draft-stages\"] li:first-child .stage").await?;
    click(&page, 0, "[data-action=\"add-way\"]").await?;
    shows(&page, 0, "[data-role=\"way-problems\"]", "stage 1, way 1: it leads nowhere; choose a stage").await?;
    page.choose("#nms-way-0-to", "2").await?;
    shows(&page, 0, "[data-role=\"way-problems\"]", "stage 1, way 1: a condition names no step").await?;
    page.set("#nms-way-0-0-step-0", "cool-externally").await?;
    let by = page.find("#nms-way-0-0-by").await?;
    by.send_keys("10\u{e004}").await?;
    shows(&page, 0, "[data-role=\"way-problems\"]", "Every stage can be reached").await?;
    click(&page, 0, "[data-action=\"save-case\"]").await?;
    wait("the file is saved", || async { Ok(page.script("return window.__saved ?? null").await? != json!(null)) })
        .await?;
    let file = page.script("return window.__saved").await?;
    let file = file.as_str().context("a text")?;
    ensure!(file.contains("next = hotter if not cool-externally by 10") && file.contains("id = hotter"), "{file}");
    click(&page, 0, "[data-action=\"remove-way\"]").await?;
    shows(&page, 0, "[data-action=\"undo-draft\"]", "Undo").await?;
    click(&page, 0, "[data-action=\"undo-draft\"]").await?;
    shows(&page, 0, "[data-role=\"ways\"] legend", "Way 1").await?;
    click(&page, 0, "[data-action=\"teach\"]").await?;
    shows(&page, 0, STORY, "A man of 50.").await?;
    click(&page, 0, "[data-action=\"next-stage\"]").await?;
    shows(&page, 0, STORY, "He is hotter.").await?;
    ensure!(page.errors().await?.is_empty(), "{:?}", page.errors().await?);
    page.close().await
}

const AXE: &str = "
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  .then((result) => done(result.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target.join(' ') + ' ' + node.failureSummary).join(' | ')}`)))
  .catch((error) => done([String(error)]));
";

/// What reaches beyond the page, but for what scrolls by itself.
const WIDE: &str = "
const room = root.querySelector('.seminar');
if (room.scrollWidth <= room.clientWidth + 1) return [];
const right = room.getBoundingClientRect().right;
const beyond = [...room.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > right + 1 && !one.closest('.scroll, .tabs, .vh'));
return beyond.slice(0, 5).map((one) => `${one.localName}.${one.className} ${one.id}`);
";

async fn neither_a_fork_nor_its_debrief_has_a_violation(engine: Engine) -> Result<()> {
    let axe = std::fs::read_to_string(root().join("target/axe/node_modules/axe-core/axe.min.js"))
        .context("axe-core is not there; `cargo xtask test` fetches it")?;
    let mut problems = Vec::new();
    for dark in [false, true] {
        let page = Page::start_in(engine, dark).await?;
        room(&page).await?;
        page.script(&axe).await?;
        page.choose("[data-role=\"case\"]", "serotonin").await?;
        press(&page, PAGE_DOWN).await?;
        shows(&page, 0, "[data-role=\"fork\"]", "decide what comes next").await?;
        for width in [1_280, 360] {
            page.resize(width, 20_000).await?;
            for mode in ["case", "run", "debrief", "build"] {
                go(&page, 0, mode).await?;
                match mode {
                    "run" => drop(at(&page, 0, "root.querySelector('[data-action=\"start\"]')?.click()").await?),
                    "debrief" => {
                        press(&page, "n").await?;
                        shows(&page, 0, FORKS, "not taken").await?;
                    }
                    "build" => {
                        page.choose("#nms-build-from", "serotonin").await?;
                        click(&page, 0, "[data-role=\"draft-stages\"] li:nth-child(2) .stage").await?;
                        shows(&page, 0, "[data-role=\"ways\"]", "Way 3").await?;
                    }
                    _ => {}
                }
                let found: Vec<String> =
                    serde_json::from_value(page.driver.execute_async(AXE, vec![]).await?.json().clone())?;
                problems.extend(found.into_iter().map(|one| format!("{mode}, {width} px, dark {dark}: {one}")));
                let wide: Vec<String> = serde_json::from_value(at(&page, 0, WIDE).await?)?;
                problems.extend(wide.into_iter().map(|one| format!("{mode}, {width} px: wider than the page: {one}")));
            }
            go(&page, 0, "case").await?;
            press(&page, "b").await?;
        }
        page.close().await?;
    }
    ensure!(problems.is_empty(), "{} violations:\n{}", problems.len(), problems.join("\n"));
    Ok(())
}
