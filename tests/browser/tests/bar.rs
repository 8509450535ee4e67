//! The bar and the frame in a browser: menus by keys and clicks, the tabs of a narrow page, a page of the widget's own, and
//! the size of the text.

use anyhow::{Result, ensure};
use browser_tests::room::host;
use browser_tests::{Engine, Page, in_every_engine, wait};
use serde_json::{Value, json};

in_every_engine!(
    one_menu_is_open_at_a_time_and_keys_move_in_it,
    a_narrow_bar_has_one_menu_for_all,
    a_narrow_page_shows_one_part_and_leads_to_the_other,
    a_page_of_its_own_scrolls_its_parts,
    the_size_of_the_text_is_the_hosts_until_the_reader_chooses,
    the_draft_state_leads_to_the_notices,
);

const DOWN: &str = "\u{e015}";
const UP: &str = "\u{e013}";
const RIGHT: &str = "\u{e014}";
const ESCAPE: &str = "\u{e00c}";

const OPEN: &str = "return [...root.querySelectorAll('.menu[open]')].map((menu) => menu.dataset.role)";
const FOCUS: &str =
    "const it = root.activeElement; return it?.id || it?.dataset.action || it?.closest('.menu')?.dataset.role || ''";

async fn press(page: &Page, keys: &str) -> Result<()> {
    page.driver.action_chain().send_keys(keys).perform().await?;
    Ok(())
}

async fn becomes(page: &Page, what: &str, script: &str, value: Value) -> Result<()> {
    wait(&format!("{what} is {value}"), || async { Ok(page.in_widget(script).await? == value) }).await
}

async fn one_menu_is_open_at_a_time_and_keys_move_in_it(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    page.resize(1_280, 800).await?;
    page.script("window.escapes = 0; addEventListener('keydown', ({ key }) => { escapes += key === 'Escape'; })")
        .await?;
    for menu in ["sources-menu", "new-menu", "case-menu", "display-menu"] {
        page.press(&format!("[data-role=\"{menu}\"] > summary")).await?;
        becomes(&page, "what is open", OPEN, json!([menu])).await?;
        let fits = format!(
            "const box = root.querySelector('[data-role=\"{menu}\"] .menu-body').getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight"
        );
        ensure!(page.in_widget(&fits).await? == json!(true), "{menu} stands out of the page");
    }
    page.script("document.body.click()").await?;
    becomes(&page, "what is open after a click elsewhere", OPEN, json!([])).await?;
    page.in_widget("root.querySelector('[data-role=\"new-menu\"] > summary').focus()").await?;
    for (key, focused) in [(DOWN, "reset"), (DOWN, "nms-open"), (UP, "reset"), (UP, "nms-example")] {
        press(&page, key).await?;
        becomes(&page, "the focus", FOCUS, json!(focused)).await?;
    }
    press(&page, ESCAPE).await?;
    becomes(&page, "the focus after Escape", FOCUS, json!("new-menu")).await?;
    becomes(&page, "what is open after Escape", OPEN, json!([])).await?;
    ensure!(page.script("return escapes").await? == json!(0), "the first Escape is the menu's");
    press(&page, ESCAPE).await?;
    wait("the next one is the page's", || async { Ok(page.script("return escapes").await? == json!(1)) }).await?;
    press(&page, RIGHT).await?;
    becomes(&page, "the menu beside", FOCUS, json!("case-menu")).await?;
    page.close().await
}

async fn a_narrow_bar_has_one_menu_for_all(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open_at(&host(&page, "narrow-room.html", "<nms-advisor room></nms-advisor>")?).await?;
    for width in [1_000, 390, 320] {
        page.resize(width, 844).await?;
        let shape = "const bar = root.querySelector('.toolbar'); return [bar.getBoundingClientRect().height, root.querySelector('.frame').scrollWidth <= root.querySelector('.frame').clientWidth]";
        becomes(&page, "height and fit of the bar", shape, json!([48, true])).await?;
        let shown = "return root.querySelector('.menus').checkVisibility()";
        ensure!(page.in_widget(shown).await? == json!(false), "the menus are closed at {width}");
        page.press("[data-action=\"menu\"]").await?;
        becomes(&page, "whether the menus are there", shown, json!(true)).await?;
        page.press("[data-role=\"new-menu\"] > summary").await?;
        becomes(&page, "what is open", OPEN, json!(["new-menu"])).await?;
        press(&page, ESCAPE).await?;
        becomes(&page, "the focus after Escape", FOCUS, json!("menu")).await?;
        becomes(&page, "whether the menus are there", shown, json!(false)).await?;
    }
    page.close().await
}

async fn a_narrow_page_shows_one_part_and_leads_to_the_other(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    page.resize(390, 844).await?;
    let parts = "return ['.form', '[data-role=\"panel\"]'].map((part) => root.querySelector(part).checkVisibility())";
    becomes(&page, "form and plan, with nothing entered", parts, json!([true, false])).await?;
    page.type_into("temperature", "41.3").await?;
    page.wait_for_grade("severe").await?;
    ensure!(page.in_widget(parts).await? == json!([true, false]), "whoever types stays with the findings");
    page.example("severe").await?;
    becomes(&page, "form and plan of an example", parts, json!([false, true])).await?;
    page.script("window.scrollTo(0, 900)").await?;
    page.in_widget("root.querySelector('[data-tab=\"plan\"][role=\"tab\"]').focus()").await?;
    press(&page, "\u{e012}").await?;
    becomes(&page, "form and plan after an arrow key", parts, json!([true, false])).await?;
    press(&page, RIGHT).await?;
    becomes(&page, "form and plan after another", parts, json!([false, true])).await?;
    let left = page.script("return Math.round(scrollY)").await?;
    ensure!(left == json!(900), "the plan is where it was left, not at {left}");
    ensure!(
        page.script("return document.querySelector('nms-advisor').focusField('heartRate')").await? == json!(true),
        "a field can be led to"
    );
    becomes(&page, "form and plan for a field", parts, json!([true, false])).await?;
    becomes(&page, "the focus", FOCUS, json!("nms-f-heartRate")).await?;
    page.resize(1_280, 800).await?;
    becomes(&page, "form and plan beside each other", parts, json!([true, true])).await?;
    page.close().await
}

async fn a_page_of_its_own_scrolls_its_parts(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    page.resize(1_280, 800).await?;
    page.example("severe").await?;
    page.wait_for_grade("severe").await?;
    let scrolls = "const over = (it) => it.scrollHeight > it.clientHeight + 1; return [over(document.scrollingElement), over(root.querySelector('.planning')), root.querySelector('.toolbar').getBoundingClientRect().top]";
    becomes(&page, "what scrolls: the page, the plan, the bar", scrolls, json!([false, true, 0])).await?;
    page.script("document.querySelector('nms-advisor').fill = false").await?;
    wait("the page scrolls", || async { Ok(page.in_widget(scrolls).await?.get(0) == Some(&json!(true))) }).await?;
    page.close().await
}

async fn the_size_of_the_text_is_the_hosts_until_the_reader_chooses(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open_at(&host(&page, "text-size.html", "<nms-advisor text-size=\"large\"></nms-advisor>")?).await?;
    let size = "return parseFloat(getComputedStyle(root.querySelector('.nms')).fontSize)";
    becomes(&page, "the size", size, json!(19.2)).await?;
    page.set("[data-role=\"text-size\"]", "projector").await?;
    becomes(&page, "the size that was chosen", size, json!(24)).await?;
    page.script("const it = document.querySelector('nms-advisor'); it.addEventListener('nms-error', ({ detail }) => { window.told = [detail.code, detail.error.issues[0].problem]; }); it.textSize = 'huge'").await?;
    becomes(&page, "the size after a word that is none", size, json!(16)).await?;
    let told = page.script("return window.told ?? []").await?;
    ensure!(told.get(0) == Some(&json!("text-size")) && told.to_string().contains("huge"), "{told}");
    page.close().await
}

async fn the_draft_state_leads_to_the_notices(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    for width in [1_280, 390] {
        page.open().await?;
        page.resize(width, 844).await?;
        page.press("[data-role=\"draft\"]").await?;
        let there = "const it = root.querySelector('[data-role=\"notices\"]'); return [it.open, it.contains(root.activeElement), it.checkVisibility()]";
        becomes(&page, "the notices: open, with the focus, in view", there, json!([true, true, true])).await?;
    }
    page.close().await
}
