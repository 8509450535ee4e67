//! A page that is left and comes back says whose case it shows; and what is much too long is told in few lines.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Page, in_every_engine, wait};
use serde_json::{Value, json};

in_every_engine!(
    a_page_that_comes_back_says_that_its_answers_stood_there,
    a_page_that_was_left_shows_no_case_without_a_word,
    a_field_that_the_browser_emptied_is_filled_again,
    a_case_that_the_page_takes_away_stays_away,
    what_is_much_too_long_draws_few_elements,
);

/// Elements that a text of any length may add to the widget.
const FEW: u64 = 250;

async fn entered(engine: Engine) -> Result<Page> {
    let page = Page::start(engine).await?;
    page.open().await?;
    page.type_into("agents", "haloperidol").await?;
    page.type_into("temperature", "39.5").await?;
    page.choose("[data-finding=\"rigidity\"] select", "severe").await?;
    page.in_widget("root.querySelector('[data-finding=\"agitation\"] input[value=\"yes\"]').click()").await?;
    Ok(page)
}

/// What the notice says of its origin, and the temperature in the field.
async fn shown(page: &Page) -> Result<Value> {
    page.in_widget("return [root.querySelector('[data-role=\"notice\"]')?.dataset.source ?? null, root.querySelector('[data-finding=\"temperature\"] input')?.value ?? '']").await
}

async fn a_page_that_comes_back_says_that_its_answers_stood_there(engine: Engine) -> Result<()> {
    let page = entered(engine).await?;
    let back = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";
    page.script(back).await?;
    wait("it says so", || async { Ok(shown(&page).await? == json!(["returned", "39.5"])) }).await?;
    page.in_widget("root.querySelector('[data-action=\"dismiss\"]').click()").await?;
    wait("the same patient", || async { Ok(shown(&page).await? == json!([null, "39.5"])) }).await?;
    page.script(back).await?;
    wait("it says so again", || async { Ok(shown(&page).await? == json!(["returned", "39.5"])) }).await?;
    page.in_widget("root.querySelector('[data-action=\"clear\"]').click()").await?;
    wait("another patient", || async {
        Ok(page.script("return document.querySelector('nms-advisor').findings").await? == json!({}))
    })
    .await?;
    // nothing entered: nothing to say
    page.in_widget("root.querySelector('[data-action=\"dismiss\"]')?.click()").await?;
    page.script(back).await?;
    ensure!(shown(&page).await? == json!([null, ""]), "an empty form needs no word: {}", shown(&page).await?);
    page.close().await
}

async fn a_page_that_was_left_shows_no_case_without_a_word(engine: Engine) -> Result<()> {
    let page = entered(engine).await?;
    page.put("elsewhere.html", "<!doctype html><title>Elsewhere</title><p>Elsewhere</p>")?;
    page.driver.goto(&format!("{}elsewhere.html", page.address)).await?;
    page.driver.back().await?;
    wait("the widget is there", || async {
        Ok(page.script("return !!document.querySelector('nms-advisor')?.shadowRoot?.querySelector('[data-finding=\"temperature\"] input')").await? == json!(true))
    })
    .await?;
    // the browser may bring the page back or load it anew
    let (kept, fresh) = (json!(["returned", "39.5"]), json!([null, ""]));
    wait("it is empty or says whose case it is", || async {
        let found = shown(&page).await?;
        Ok(found == kept || found == fresh)
    })
    .await?;
    // in every kind of field stands what the plan rests on
    wait("the fields show the answers", || async {
        let answers = page.script("const { rigidity, agitation } = document.querySelector('nms-advisor').findings; return [rigidity ?? '', agitation ? 'yes' : '']").await?;
        let fields = page.in_widget("return [root.querySelector('[data-finding=\"rigidity\"] select').value, root.querySelector('[data-finding=\"agitation\"] input:checked')?.value]").await?;
        let unknown = |field: &Value| if field == "unknown" { json!("") } else { field.clone() };
        let fields = fields.as_array().map(|fields| fields.iter().map(unknown).collect::<Vec<_>>());
        Ok(fields.is_some_and(|fields| answers == json!(fields)))
    })
    .await?;
    page.close().await
}

/// The page is left, the browser empties the field without a word, and the page comes back.
const EMPTIED: &str = "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    document.querySelector('nms-advisor').shadowRoot.querySelector('[data-finding=\"temperature\"] input').value = '';
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";

async fn a_field_that_the_browser_emptied_is_filled_again(engine: Engine) -> Result<()> {
    let page = entered(engine).await?;
    page.script(EMPTIED).await?;
    wait("the field is filled", || async { Ok(shown(&page).await? == json!(["returned", "39.5"])) }).await?;
    page.close().await
}

async fn a_case_that_the_page_takes_away_stays_away(engine: Engine) -> Result<()> {
    let page = entered(engine).await?;
    page.script("addEventListener('pageshow', () => { document.querySelector('nms-advisor').findings = null; })")
        .await?;
    page.script(EMPTIED).await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    ensure!(shown(&page).await?.get(1) == Some(&json!("")), "an old value stands in a field: {}", shown(&page).await?);
    ensure!(page.script("return document.querySelector('nms-advisor').findings").await? == json!({}), "and no answer");
    page.close().await
}

async fn elements(page: &Page) -> Result<u64> {
    Ok(page.in_widget("return root.querySelectorAll('*').length").await?.as_u64().unwrap_or_default())
}

async fn what_is_much_too_long_draws_few_elements(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    let before = elements(&page).await?;
    page.in_widget("const field = root.querySelector('#nms-f-agents'); field.value = 'xyzzy, '.repeat(1500); field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))").await?;
    wait("it is told", || async {
        Ok(page
            .in_widget("return root.querySelector('[data-finding=\"agents\"]').textContent.includes('more')")
            .await?
            == json!(true))
    })
    .await?;
    let after = elements(&page).await?;
    ensure!(after <= before + FEW, "10 kB in the drugs: from {before} to {after} elements");
    page.in_widget("root.querySelector('[data-action=\"reset\"]').click()").await?;
    page.script(
        "document.querySelector('nms-advisor').fragment = true; location.hash = 'case=1' + '~unheard=of'.repeat(700)",
    )
    .await?;
    wait("the link is told", || async {
        Ok(page.in_widget("return !!root.querySelector('[data-role=\"unread\"], [data-role=\"refused\"]')").await?
            == json!(true))
    })
    .await?;
    let after = elements(&page).await?;
    ensure!(after <= before + FEW, "a link of 8 kB: from {before} to {after} elements");
    page.close().await
}
