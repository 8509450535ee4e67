//! The form under the hand: every question is reached wherever it stands, and a press lands where it looks.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Page, in_every_engine, wait};
use serde_json::json;
use thirtyfour::Key;

in_every_engine!(
    a_question_in_a_closed_group_is_opened_by_what_is_missing,
    a_press_and_the_arrows_choose_an_answer,
    a_long_hint_opens_and_closes,
);

async fn opened(engine: Engine) -> Result<Page> {
    let page = Page::start(engine).await?;
    page.open().await?;
    Ok(page)
}

async fn a_question_in_a_closed_group_is_opened_by_what_is_missing(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    let closed = "return root.querySelectorAll('.form details[open]').length";
    ensure!(page.in_widget(closed).await? == json!(0), "every group is closed");
    page.type_into("agents", "haloperidol").await?;
    page.type_into("temperature", "39").await?;
    page.open_part("asks").await?;
    let to = "const to = [...root.querySelectorAll('button.to-field')].find((it) => it.textContent.includes('Potassium')); to.click(); \
        return root.activeElement.id + ' ' + root.activeElement.closest('details').open";
    ensure!(page.in_widget(to).await? == json!("nms-f-potassium true"), "{}", page.in_widget(to).await?);
    page.close().await
}

async fn a_press_and_the_arrows_choose_an_answer(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    let asked = "[data-finding=\"dopaminergicWithdrawal\"] input";
    page.press(&format!("{asked}[value=\"yes\"]")).await?;
    let answer = "return document.querySelector('nms-advisor').findings.dopaminergicWithdrawal ?? null";
    wait("yes is the answer", || async { Ok(page.script(answer).await? == json!(true)) }).await?;
    page.find(&format!("{asked}[value=\"yes\"]")).await?.send_keys("" + Key::Right).await?;
    wait("the arrow leads to no", || async { Ok(page.script(answer).await? == json!(false)) }).await?;
    // the words lie under the radios, so that a press on either is the same
    let hit = "const word = root.querySelector('label[for=\"nms-f-dopaminergicWithdrawal-unknown\"]'); word.scrollIntoView({ block: 'center' }); \
        const box = word.getBoundingClientRect(); return root.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2).id";
    ensure!(
        page.in_widget(hit).await? == json!("nms-f-dopaminergicWithdrawal-unknown"),
        "{}",
        page.in_widget(hit).await?
    );
    page.close().await
}

async fn a_long_hint_opens_and_closes(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    let seen = "return [root.querySelector('#nms-f-creatineKinase-hint').checkVisibility(), root.querySelector('[data-finding=creatineKinase] .about').getAttribute('aria-expanded')]";
    ensure!(page.in_widget(seen).await? == json!([false, "false"]), "closed at first");
    for (open, said) in [(true, "true"), (false, "false")] {
        page.press("[data-finding=\"creatineKinase\"] .about").await?;
        wait("it turns", || async { Ok(page.in_widget(seen).await? == json!([open, said])) }).await?;
    }
    page.close().await
}
