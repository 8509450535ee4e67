//! What a reader does with the page, by visible names and by keyboard: find out why, find out what is missing, take back,
//! hand on.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Page, in_every_engine, wait};
use serde_json::json;

in_every_engine!(
    a_whole_case_is_entered_and_explained_by_keyboard_alone,
    what_the_last_answer_changed_is_marked,
    what_is_missing_leads_to_its_field,
    reset_can_be_taken_back,
    a_link_carries_the_case_and_says_what_it_could_not_read,
    a_line_that_is_not_possible_here_stays_in_the_plan,
    a_stated_dose_is_worked_out_line_by_line,
);

const TAB: &str = "\u{e004}";
const DOWN: &str = "\u{e015}";
const ENTER: &str = "\u{e007}";

async fn press(page: &Page, keys: &str) -> Result<()> {
    page.driver.action_chain().send_keys(keys).perform().await?;
    Ok(())
}

/// Goes on with the Tab key until the focused element fits.
async fn tab_to(page: &Page, what: &str, fits: &str) -> Result<()> {
    for _ in 0..250 {
        if page.in_widget(&format!("const it = root.activeElement; return !!(it && {fits})")).await? == json!(true) {
            return Ok(());
        }
        press(page, TAB).await?;
    }
    anyhow::bail!("the Tab key never reaches {what}")
}

async fn a_whole_case_is_entered_and_explained_by_keyboard_alone(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    page.script("document.querySelector('nms-advisor').focus()").await?;
    tab_to(&page, "the drugs", "it.id === 'nms-f-agents'").await?;
    press(&page, "halo").await?;
    wait("the list opens", || async {
        Ok(page.in_widget("return root.activeElement.getAttribute('aria-expanded')").await? == json!("true"))
    })
    .await?;
    press(&page, DOWN).await?;
    wait("a name is chosen for those who listen", || async {
        let named = page.in_widget("const id = root.activeElement.getAttribute('aria-activedescendant'); return root.getElementById(id)?.textContent ?? ''").await?;
        Ok(named.as_str().is_some_and(|name| name.contains("haloperidol")))
    })
    .await?;
    press(&page, ENTER).await?;
    wait("the name is taken", || async { Ok(page.raw("agents").await? == "haloperidol") }).await?;
    tab_to(&page, "the temperature", "it.id === 'nms-f-temperature'").await?;
    press(&page, "41.3").await?;
    page.wait_for_grade("severe").await?;
    tab_to(
        &page,
        "the row of the emergency",
        "it.matches('summary') && it.closest('[data-rule]')?.dataset.rule === 'emergency-sedation'",
    )
    .await?;
    press(&page, ENTER).await?;
    tab_to(
        &page,
        "why paralysis is advised",
        "it.matches('summary') && it.closest('[data-rule=\"neuromuscular-paralysis\"]') && it.closest('.why')",
    )
    .await?;
    press(&page, ENTER).await?;
    wait("the reason is there: answer, threshold, statement", || async {
        let text = page.in_widget("return root.activeElement.closest('details').open ? root.activeElement.closest('details').textContent : ''").await?;
        Ok(["41.3", "above 41.1", "S29"].iter().all(|part| text.as_str().is_some_and(|text| text.contains(part))))
    })
    .await?;
    // the focused element is not under anything that sticks
    let seen = page.in_widget("const box = root.activeElement.getBoundingClientRect(); const at = root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2); return root.activeElement.contains(at) || at?.contains(root.activeElement)").await?;
    ensure!(seen == json!(true), "the focus is hidden");
    page.close().await
}

async fn what_the_last_answer_changed_is_marked(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    page.type_into("agents", "haloperidol").await?;
    page.type_into("temperature", "40.5").await?;
    page.choose("[data-finding=\"rigidity\"] select", "severe").await?;
    page.wait_for_grade("severe").await?;
    page.clear("temperature").await?;
    page.type_into("temperature", "41.3").await?;
    wait("the row is marked as new, and the line above names its three lines", || async {
        let fresh = page.in_widget("return [...root.querySelectorAll('.row')].filter((row) => row.querySelector('.fresh')).map((row) => row.dataset.rule)").await?;
        let said = page.in_widget("return root.querySelector('[data-role=\"news\"]')?.textContent ?? ''").await?;
        Ok(fresh == json!(["emergency-sedation"]) && said.as_str().is_some_and(|said| said.contains('3')))
    })
    .await?;
    wait("it is said once, politely", || async {
        let said = page.in_widget("return root.querySelector('[aria-live=\"polite\"]').textContent").await?;
        Ok(said.as_str().is_some_and(|said| said.contains("added")))
    })
    .await?;
    page.clear("temperature").await?;
    page.type_into("temperature", "39").await?;
    page.open_part("news").await?;
    wait("what is gone is named", || async {
        let gone =
            page.in_widget("return [...root.querySelectorAll('[data-gone]')].map((row) => row.dataset.gone)").await?;
        Ok(gone.as_array().is_some_and(|gone| gone.contains(&json!("admit-to-intensive-care"))))
    })
    .await?;
    page.close().await
}

async fn what_is_missing_leads_to_its_field(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    page.type_into("agents", "haloperidol").await?;
    page.type_into("temperature", "39").await?;
    page.open_part("asks").await?;
    wait("questions are there, each with what it could do", || async {
        let first = page.in_widget("return root.querySelector('.missing-list li')?.textContent ?? ''").await?;
        Ok(first.as_str().is_some_and(|text| text.contains("severe")))
    })
    .await?;
    let id = page.in_widget("const name = root.querySelector('[data-role=\"missing\"] .to-field'); name.click(); return name.lastChild.textContent").await?;
    wait("the field has the focus", || async {
        let label = page
            .in_widget(
                "return root.activeElement?.closest('[data-finding]')?.querySelector('.label').textContent ?? ''",
            )
            .await?;
        Ok(label == id)
    })
    .await?;
    let settled = page.in_widget("return root.querySelector('[data-role=\"settled\"]').textContent").await?;
    ensure!(settled.as_str().is_some_and(|text| text.contains("cannot change the plan any more")), "{settled}");
    page.close().await
}

async fn reset_can_be_taken_back(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    page.type_into("temperature", "41.3").await?;
    page.wait_for_grade("severe").await?;
    page.act("reset").await?;
    page.wait_for_grade("none").await?;
    page.act("undo").await?;
    page.wait_for_grade("severe").await?;
    ensure!(page.raw("temperature").await? == "41.3", "what was typed comes back word for word");
    page.close().await
}

async fn a_link_carries_the_case_and_says_what_it_could_not_read(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    page.type_into("temperature", "106").await?;
    page.choose("[data-finding=\"temperature\"] select[data-role=\"unit\"]", "1").await?;
    page.wait_for_grade("severe").await?;
    page.in_widget("root.querySelector('[data-role=case-menu]').open = true").await?;
    wait("a link is offered", || async {
        Ok(page.in_widget("return !!root.querySelector('[data-action=link]')").await? == json!(true))
    })
    .await?;
    page.in_widget("root.querySelector('[data-action=link]').click()").await?;
    let link =
        || async { page.in_widget("return root.querySelector('[data-role=handed] textarea')?.value ?? ''").await };
    wait("the link is shown", || async {
        Ok(link().await?.as_str().is_some_and(|link| link.contains("#case=1~temperature=")))
    })
    .await?;
    let link = link().await?;
    let address = link.as_str().unwrap_or_default().to_string();
    let opened = Page::start(engine).await?;
    opened.open_at(&address.replace(&page.address, &opened.address)).await?;
    opened.wait_for_grade("severe").await?;
    ensure!(opened.raw("temperature").await? == "106", "the text as typed, in its unit");
    let damaged = address
        .replace(&page.address, &opened.address)
        .replace("106", "10x")
        .replace("case=1~", "case=1~temprature=39~");
    opened.driver.goto("about:blank").await?;
    opened.open_at(&damaged).await?;
    wait("what could not be read is listed", || async {
        let unread = opened.in_widget("return root.querySelector('[data-role=\"unread\"]')?.textContent ?? ''").await?;
        Ok(["temprature", "checksum"].iter().all(|part| unread.as_str().is_some_and(|text| text.contains(part))))
    })
    .await?;
    ensure!(opened.raw("temperature").await? == "10x", "what could be read is there");
    opened.close().await?;
    page.close().await
}

async fn a_line_that_is_not_possible_here_stays_in_the_plan(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    page.type_into("temperature", "41.3").await?;
    page.wait_for_grade("severe").await?;
    page.open_part("emergency-sedation").await?;
    page.open_part("intubate-and-ventilate").await?;
    let button = "[data-rule=\"intubate-and-ventilate\"] [data-action=\"not-possible\"]";
    page.press(button).await?;
    wait("the line stands, marked", || async {
        Ok(page
            .in_widget("return root.querySelector('[data-rule=\"intubate-and-ventilate\"]').dataset.notPossible")
            .await?
            == json!("true"))
    })
    .await?;
    // done takes the other mark back
    page.press("[data-rule=\"intubate-and-ventilate\"] [data-action=\"done\"]").await?;
    wait("what was done was possible", || async {
        let marks = page.in_widget("const card = root.querySelector('[data-rule=\"intubate-and-ventilate\"]').dataset; return [card.done, card.notPossible]").await?;
        Ok(marks == json!(["true", "false"]))
    })
    .await?;
    page.close().await
}

async fn a_stated_dose_is_worked_out_line_by_line(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    page.script("document.querySelector('nms-advisor').findings = { agents: ['haloperidol'], temperature: 39.5, rigidity: 'severe', ageYears: 40, sex: 'male', weight: 70, dantroleneFormulation: '20mg-60ml' }").await?;
    page.open_part("drugs").await?;
    wait("the dantrolene card is there", || async {
        Ok(page.in_widget("return !!root.querySelector('[data-drug=\"dantrolene\"]')").await? == json!(true))
    })
    .await?;
    page.in_widget("root.querySelector('[data-drug=\"dantrolene\"] details').open = true").await?;
    page.find("#nms-dose").await?.send_keys("2.5").await?;
    wait("the working is shown", || async {
        let text = page.in_widget("return root.querySelector('[data-role=\"working\"]')?.textContent ?? ''").await?;
        Ok(["175", "540", "27"].iter().all(|part| text.as_str().is_some_and(|text| text.contains(part))))
    })
    .await?;
    page.find("#nms-dose").await?.send_keys("0").await?;
    ensure!(page.in_widget("return root.querySelector('#nms-dose').value").await? == json!("2.50"), "typed as typed");
    page.close().await
}
