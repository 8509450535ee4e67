//! A case that nobody looks after is put out of sight, covered or cleared, and never while somebody is there. The clock of
//! the page is put on by the test, so that nothing is waited for.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Page, in_every_engine, room, wait};
use serde_json::{Value, json};

in_every_engine!(
    a_case_without_a_reader_is_covered_and_nothing_of_it_is_left_in_view,
    a_key_a_pointer_and_the_focus_are_a_reader_and_the_host_is_none,
    a_machine_that_slept_covers_before_it_is_used,
    a_case_that_is_cleared_leaves_nothing_behind,
    a_run_of_the_room_is_not_covered_while_it_goes_on,
    the_reader_chooses_in_the_menu_and_the_host_overrules,
    what_is_no_time_is_said_once_and_covers_nothing,
    whatever_draws_anew_stays_behind_the_cover,
);

/// A clock that the test puts on, with the timers of half a minute and more; asleep, none of them ends. Three minutes are
/// those in which a driver waits for a script.
const CLOCK: &str = "
let ahead = 0, id = 1e9;
const late = new Map(), { now } = Date, set = setTimeout, clear = clearTimeout;
Date.now = () => now.call(Date) + ahead;
window.setTimeout = (act, ms, ...more) => { if (!(ms >= 30000) || ms === 180000) return set.call(window, act, ms, ...more); late.set(id += 1, [Date.now() + ms, act]); return id; };
window.clearTimeout = (one) => { if (!late.delete(one)) clear.call(window, one); };
window.__pass = (minutes, asleep = false) => { ahead += minutes * 60000; if (!asleep) for (const [key, [at, act]] of late) if (at <= Date.now()) { late.delete(key); act(); } };
window.__warned = [];
const { warn } = console;
console.warn = (...all) => { window.__warned.push(all.join(' ')); warn(...all); };
window.__heard = [];
document.addEventListener('nms-change', ({ detail }) => window.__heard.push(JSON.stringify(detail.findings)));
document.addEventListener('nms-error', ({ detail }) => window.__heard.push(detail.code));
";

const HANDS: &str = "
const A = document.querySelector('nms-advisor'), R = A.shadowRoot;
const tick = (ms = 40) => new Promise((done) => setTimeout(done, ms));
const press = (at, name) => [...R.querySelectorAll(at)].find((one) => one.textContent === name).click();
const seen = () => [...R.querySelectorAll('.nms *')].filter((one) => one.checkVisibility()).length;
const covered = () => R.querySelector('.nms-cover') !== null;
";

async fn run(page: &Page, script: &str) -> Result<Value> {
    page.script(&format!("{HANDS} return (async () => {{ {script} }})()")).await
}

async fn holds(page: &Page, script: &str, wanted: Value) -> Result<()> {
    let found = run(page, script).await?;
    ensure!(found == wanted, "{script}\nreturns {found}\nand not {wanted}");
    Ok(())
}

/// A page with this element and the clock.
async fn opened(engine: Engine, element: &str) -> Result<Page> {
    let page = Page::start(engine).await?;
    page.put("clock.js", CLOCK)?;
    let address = room::host(
        &page,
        "idle.html",
        &format!("<script src=\"clock.js\"></script><button id=\"outside\">Outside</button>{element}"),
    )?;
    page.open_at(&address).await?;
    page.resize(1_280, 900).await?;
    Ok(page)
}

const PASSED: &str = "window.__pass(16); await tick(); return covered()";

async fn a_case_without_a_reader_is_covered_and_nothing_of_it_is_left_in_view(engine: Engine) -> Result<()> {
    let page = opened(engine, "<nms-advisor idle=\"15\"></nms-advisor>").await?;
    // an empty form has nothing to hide
    holds(&page, PASSED, json!(false)).await?;
    page.type_into("agents", "haloperidol").await?;
    page.type_into("temperature", "41.3").await?;
    page.wait_for_grade("severe").await?;
    holds(&page, "window.__pass(14); await tick(); return covered()", json!(false)).await?;
    holds(&page, "window.__pass(2); await tick(); return covered()", json!(true)).await?;
    // not in view, not for those who listen, not for the keys; the cover says so and has the focus
    holds(
        &page,
        "return [seen(), R.activeElement === R.querySelector('.nms-cover'), \
         R.querySelector('.nms-cover [role=status]').textContent.includes('15 min'), [...R.querySelectorAll('.nms-cover button')].every((one) => one.checkVisibility())]",
        json!([0, true, true, true]),
    )
    .await?;
    // the page goes on with it
    holds(&page, "A.findings = { ...A.findings, heartRate: 150 }; await tick(); return [A.findings.heartRate, seen(), window.__heard.length > 0]", json!([150, 0, true])).await?;
    let heard = run(&page, "return window.__heard.length").await?;
    run(&page, "press('.nms-cover button', 'Show the case'); await tick()").await?;
    holds(
        &page,
        "return [covered(), seen() > 100, R.activeElement?.id, R.querySelector('[data-finding=temperature] input').value, A.findings.temperature, window.__heard.length]",
        json!([false, true, "nms-f-temperature", "41.3", 41.3, heard]),
    )
    .await?;
    // the time begins anew; a focus outside stays where it is
    page.script("document.querySelector('#outside').focus()").await?;
    holds(&page, "window.__pass(14); await tick(); return covered()", json!(false)).await?;
    holds(
        &page,
        "window.__pass(2); await tick(); return [covered(), document.activeElement.id]",
        json!([true, "outside"]),
    )
    .await?;
    run(&page, "press('.nms-cover button', 'Clear the case'); await tick()").await?;
    holds(&page, "return [covered(), A.findings, R.querySelector('[data-finding=temperature] input').value, R.querySelector('[data-action=undo]')]", json!([false, {}, "", null])).await?;
    page.close().await
}

async fn a_key_a_pointer_and_the_focus_are_a_reader_and_the_host_is_none(engine: Engine) -> Result<()> {
    let page = opened(engine, "<nms-advisor idle=\"15\"></nms-advisor>").await?;
    run(&page, "A.findings = { temperature: 41.3 }; await tick()").await?;
    let ten = "window.__pass(10); await tick(); return covered()";
    page.type_into("temperature", "3").await?;
    holds(&page, ten, json!(false)).await?;
    page.type_into("temperature", "8").await?;
    holds(&page, ten, json!(false)).await?;
    let field = page.field("temperature").await?;
    page.driver.action_chain().move_to_element_center(&field).perform().await?;
    holds(&page, ten, json!(false)).await?;
    page.driver.action_chain().move_to_element_center(&field).click().perform().await?;
    holds(&page, ten, json!(false)).await?;
    // a page that goes on by itself, and one that plays a reader
    run(
        &page,
        "A.findings = { ...A.findings, temperature: 39 }; A.theme = 'dark'; A.focusField('heartRate'); A.focus(); \
         for (const type of ['keydown', 'pointerdown', 'pointermove', 'input']) R.querySelector('[data-finding=temperature] input').dispatchEvent(new Event(type, { bubbles: true, composed: true })); await tick()",
    )
    .await?;
    holds(&page, "window.__pass(6); await tick(); return covered()", json!(true)).await?;
    page.close().await
}

async fn a_machine_that_slept_covers_before_it_is_used(engine: Engine) -> Result<()> {
    let page = opened(engine, "<nms-advisor idle=\"15\"></nms-advisor>").await?;
    page.type_into("temperature", "41.3").await?;
    for (wakes, what) in [
        ("document.dispatchEvent(new Event('visibilitychange'))", "the page is looked at"),
        ("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))", "the page comes back"),
        ("const next = A.nextSibling, parent = A.parentNode; A.remove(); parent.insertBefore(A, next)", "it is moved"),
    ] {
        holds(&page, "window.__pass(600, true); await tick(); return covered()", json!(false)).await?;
        let found = run(&page, &format!("{wakes}; await tick(); return [covered(), seen()]")).await?;
        ensure!(found == json!([true, 0]), "{what}: {found}");
        run(&page, "press('.nms-cover button', 'Show the case'); await tick()").await?;
    }
    // the first movement of whoever opens the lid is too late
    holds(&page, "window.__pass(600, true); await tick(); return covered()", json!(false)).await?;
    let outside = page.driver.find(thirtyfour::By::Css("#outside")).await?;
    page.driver.action_chain().move_to_element_center(&outside).perform().await?;
    let field = page.field("temperature").await?;
    page.driver.action_chain().move_to_element_center(&field).perform().await?;
    wait("it is covered", || async { Ok(run(&page, "return covered()").await? == json!(true)) }).await?;
    // a clock that is set back covers nothing too early, and something in the end
    run(&page, "press('.nms-cover button', 'Show the case'); window.__pass(-600); await tick()").await?;
    holds(&page, "window.__pass(0); await tick(); return covered()", json!(false)).await?;
    holds(
        &page,
        "document.dispatchEvent(new Event('visibilitychange')); window.__pass(16); await tick(); return covered()",
        json!(true),
    )
    .await?;
    page.close().await
}

async fn a_case_that_is_cleared_leaves_nothing_behind(engine: Engine) -> Result<()> {
    let page = opened(
        engine,
        "<nms-advisor idle=\"15 clear\" fragment contacts='{\"poison-centre\": \"555\"}'></nms-advisor>",
    )
    .await?;
    page.set("[data-role=\"text-size\"]", "large").await?;
    page.type_into("agents", "haloperidol").await?;
    page.type_into("temperature", "41.7").await?;
    page.act("save").await?;
    run(&page, "R.querySelector('#nms-line').value = 'MARKED 41.7'; R.querySelector('#nms-dose')?.focus()").await?;
    wait("the text is handed over", || async {
        Ok(run(&page, "return !!R.querySelector('.handed textarea')").await? == json!(true))
    })
    .await?;
    run(&page, "window.__heard.length = 0; window.__pass(16); await tick(100)").await?;
    let everything = "[...R.querySelectorAll('*')].flatMap((one) => [one.value, ...[...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data)]).join(' ')";
    holds(
        &page,
        &format!("return [covered(), A.findings, A.exportNote('sbar').includes('41.7'), {everything}.includes('41.7'), R.querySelector('[data-action=undo]'), window.__heard, \
         R.querySelector('.nms-loader[role=status]').textContent.includes('15 min'), R.querySelector('.nms').dataset.textSize]"),
        json!([false, {}, false, false, null, ["{}"], true, "large"]),
    )
    .await?;
    // the same at Reset, without the time
    page.type_into("temperature", "41.7").await?;
    page.act("save").await?;
    wait("the text is handed over", || async {
        Ok(run(&page, "return !!R.querySelector('.handed textarea')").await? == json!(true))
    })
    .await?;
    run(&page, "A.reset(); await tick(100)").await?;
    holds(&page, &format!("return {everything}.includes('41.7')"), json!(false)).await?;
    let errors = page.errors().await?;
    ensure!(errors.is_empty(), "{errors:?}");
    page.close().await
}

async fn a_run_of_the_room_is_not_covered_while_it_goes_on(engine: Engine) -> Result<()> {
    let page = opened(engine, "<nms-advisor room idle=\"15\"></nms-advisor>").await?;
    room::run(&page, 0, "kidneys", false).await?;
    for mode in ["run", "wall"] {
        room::go(&page, 0, mode).await?;
        holds(
            &page,
            "window.__pass(60); await tick(); window.__pass(60); await tick(); return covered()",
            json!(false),
        )
        .await?;
    }
    room::press(&page, "w").await?;
    wait("the wall is left", || async {
        Ok(run(&page, "return R.querySelector('.seminar').dataset.view").await? == json!("run"))
    })
    .await?;
    room::click(&page, 0, "[data-action=\"end\"]").await?;
    wait("the run has ended", || async {
        Ok(run(&page, "return R.querySelector('[data-running]') === null").await? == json!(true))
    })
    .await?;
    holds(&page, "document.dispatchEvent(new Event('visibilitychange')); window.__pass(16); await tick(); window.__pass(16); await tick(); return [covered(), seen()]", json!([true, 0])).await?;
    run(&page, "press('.nms-cover button', 'Clear the case'); await tick(100)").await?;
    holds(&page, "return [covered(), A.findings, R.querySelector('.seminar') !== null]", json!([false, {}, true]))
        .await?;
    page.close().await
}

async fn the_reader_chooses_in_the_menu_and_the_host_overrules(engine: Engine) -> Result<()> {
    let page = opened(engine, "<nms-advisor></nms-advisor><nms-advisor idle=\"15\"></nms-advisor>").await?;
    page.type_into("temperature", "41.3").await?;
    // never, unless somebody asks for it; each element by itself
    holds(
        &page,
        "window.__pass(700); await tick(); return [covered(), A.idle, R.querySelector('[data-role=idle]').value]",
        json!([false, "", "0"]),
    )
    .await?;
    page.set("[data-role=\"idle\"]", "5").await?;
    holds(&page, "window.__pass(6); await tick(); return [covered(), A.hasAttribute('idle')]", json!([true, false]))
        .await?;
    run(&page, "press('.nms-cover button', 'Show the case'); A.idle = 30; await tick()").await?;
    holds(&page, "window.__pass(16); await tick(); return [covered(), A.getAttribute('idle'), A.idle, R.querySelector('[data-role=idle]').value]", json!([false, "30", "30", "30"])).await?;
    holds(&page, "window.__pass(16); await tick(); return covered()", json!(true)).await?;
    run(&page, "press('.nms-cover button', 'Show the case'); A.idle = null; await tick()").await?;
    holds(&page, "window.__pass(700); await tick(); return [covered(), A.hasAttribute('idle')]", json!([false, false]))
        .await?;
    // what the page has cleared, the reader does not switch off
    holds(&page, "A.idle = '7 clear'; await tick(); return [R.querySelector('[data-role=idle]').tagName, R.querySelector('[data-role=idle]').textContent.includes('7 min')]", json!(["P", true])).await?;
    holds(&page, "A.idle = '7'; await tick(); return R.querySelector('[data-role=idle]').value", json!("7")).await?;
    page.close().await
}

async fn what_is_no_time_is_said_once_and_covers_nothing(engine: Engine) -> Result<()> {
    let page = opened(engine, "<nms-advisor idle=\"soon\"></nms-advisor>").await?;
    page.type_into("temperature", "41.3").await?;
    wait("it is said", || async { Ok(run(&page, "return window.__warned.length").await? == json!(1)) }).await?;
    holds(&page, "return [window.__warned[0].includes('idle'), window.__warned[0].includes('soon'), window.__heard.includes('idle')]", json!([true, false, true])).await?;
    for bad in ["0", "-5", "15 minutes", "1e9", "721", "NaN", "15,clear"] {
        holds(&page, &format!("A.idle = '{bad}'; await tick(); window.__pass(800); await tick(); return [covered(), window.__warned.length]"), json!([false, 1])).await?;
    }
    // in place of a bad one, a good one
    holds(
        &page,
        "A.idle = '15'; await tick(); window.__pass(16); await tick(); return [covered(), window.__warned.length]",
        json!([true, 1]),
    )
    .await?;
    page.close().await
}

async fn whatever_draws_anew_stays_behind_the_cover(engine: Engine) -> Result<()> {
    let page = opened(engine, "<nms-advisor idle=\"15\"></nms-advisor>").await?;
    page.type_into("temperature", "41.3").await?;
    run(&page, "window.__pass(16); await tick()").await?;
    for (what, act) in [
        ("somebody rewrites it", "for (const text of R.querySelectorAll('.nms b')) text.textContent = 'x'"),
        ("it becomes the room", "A.room = true; await A.ready"),
        ("the page sets a view", "A.view = 'case'; await A.ready"),
        ("it is moved", "document.body.append(A)"),
        (
            "it is taken out and put back",
            "A.remove(); await tick(1300); document.body.append(A); await tick(300); await A.ready",
        ),
    ] {
        let found =
            run(&page, &format!("{act}; await tick(300); return [covered(), seen(), A.findings.temperature]")).await?;
        ensure!(found == json!([true, 0, 41.3]), "{what}: {found}");
    }
    run(&page, "press('.nms-cover button', 'Show the case'); await tick()").await?;
    holds(&page, "return [covered(), seen() > 20]", json!([false, true])).await?;
    page.close().await
}
