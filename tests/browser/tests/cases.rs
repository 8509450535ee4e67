//! The teaching cases as cards, and a step with parts: what is shown, what a key does, and how large it is.

use anyhow::{Result, ensure};
use browser_tests::room::{at, click, go, open, press as press_in_room, shows};
use browser_tests::{Engine, Page, in_every_engine, wait};
use serde_json::{Value, json};

in_every_engine!(the_cases_are_cards_that_a_key_opens_and_that_fit, a_part_of_a_step_has_a_tick_of_its_own,);

async fn press(page: &Page, keys: &str) -> Result<()> {
    page.driver.action_chain().send_keys(keys).perform().await?;
    Ok(())
}

async fn current(page: &Page, rule: &str) -> Result<()> {
    wait(&format!("the current step is {rule}"), || async {
        let now = "return root.querySelector('[data-role=\"step-now\"]')?.dataset.rule ?? null";
        Ok(at(page, 0, now).await? == json!(rule))
    })
    .await
}

/// Cards in the first row; whether every card is its button from edge to edge, and whether anything is wider than the page.
const CARDS: &str = "
const cards = [...root.querySelectorAll('.case-card')];
const boxes = cards.map((card) => card.getBoundingClientRect());
const button = (card, box) => root.elementFromPoint(box.right - 6, box.top + 6) === card.querySelector('.case-open');
return [cards.length, boxes.filter((box) => Math.abs(box.top - boxes[0].top) < 2).length, button(cards[0], boxes[0]), document.documentElement.scrollWidth <= innerWidth];
";

async fn the_cases_are_cards_that_a_key_opens_and_that_fit(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    open(&page, &Page::single_file()).await?;
    go(&page, 0, "cases").await?;
    for (width, columns) in [(1_280, 4), (800, 2), (390, 1)] {
        page.resize(width, 800).await?;
        wait(&format!("{columns} cards beside each other at {width}"), || async {
            Ok(at(&page, 0, CARDS).await? == json!([25, columns, true, true]))
        })
        .await?;
    }
    shows(&page, 0, "[data-role=\"cases\"] > li", "Stiff and sweating on the ward").await?;
    ensure!(
        at(&page, 0, "return [...root.querySelectorAll('[data-role=\"objectives\"]')].some((fold) => fold.open)")
            .await?
            == json!(false),
        "objectives are closed"
    );
    at(&page, 0, "root.querySelector('[data-case=\"kidneys\"]').focus()").await?;
    press(&page, "\u{e007}").await?;
    shows(&page, 0, "[data-role=\"story\"]", "dose doubled five days ago").await?;
    let stages = at(&page, 0, "return root.querySelector('[data-role=\"stages\"]').textContent").await?;
    ensure!(!stages.as_str().is_some_and(|text| text.contains("Four hours later")), "later stages are covered");
    click(&page, 0, "[data-action=\"all-cases\"]").await?;
    shows(&page, 0, ".case-open[aria-current]", "A dose doubled").await?;
    press_in_room(&page, "2").await?;
    shows(&page, 0, "[data-role=\"story\"]", "dose doubled five days ago").await?;
    ensure!(page.errors().await?.is_empty(), "{:?}", page.errors().await?);
    page.close().await
}

async fn a_part_of_a_step_has_a_tick_of_its_own(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    open(&page, &Page::single_file()).await?;
    go(&page, 0, "cases").await?;
    click(&page, 0, "[data-case=\"above-41-1\"]").await?;
    click(&page, 0, "[data-action=\"next-stage\"]").await?;
    click(&page, 0, "[data-mode=\"run\"]").await?;
    click(&page, 0, "[data-action=\"start\"]").await?;
    click(&page, 0, ".step-row[data-rule=\"emergency-sedation\"] button").await?;
    current(&page, "emergency-sedation").await?;
    let states = "return [...root.querySelectorAll('[data-role=\"parts\"] > li')].map((part) => part.dataset.state)";
    let are = async |wanted: Value| {
        wait(&format!("the parts are {wanted}"), || async { Ok(at(&page, 0, states).await? == wanted) }).await
    };
    are(json!(["open", "open", "open"])).await?;
    click(&page, 0, "[data-part=\"neuromuscular-paralysis\"] label").await?;
    are(json!(["open", "done", "open"])).await?;
    click(&page, 0, "[data-part=\"neuromuscular-paralysis\"] label").await?;
    are(json!(["open", "open", "open"])).await?;
    click(&page, 0, "[data-part=\"neuromuscular-paralysis\"] label").await?;
    are(json!(["open", "done", "open"])).await?;
    // the rest together, and back together
    click(&page, 0, "[data-action=\"tick\"]").await?;
    shows(&page, 0, ".step-row[data-rule=\"emergency-sedation\"][data-state=\"done\"]", "Above 41.1").await?;
    click(&page, 0, "[data-action=\"undo-mark\"]").await?;
    current(&page, "emergency-sedation").await?;
    are(json!(["open", "done", "open"])).await?;
    for (selector, least) in
        [("[data-action=\"tick\"]", 52.0), ("[data-action=\"undo-mark\"]", 52.0), (".step-parts label", 44.0)]
    {
        let high =
            at(&page, 0, &format!("return root.querySelector('{selector}').getBoundingClientRect().height")).await?;
        ensure!(high.as_f64().is_some_and(|high| high >= least - 0.5), "{selector} is {high} high");
    }
    ensure!(page.errors().await?.is_empty(), "{:?}", page.errors().await?);
    page.close().await
}
