//! The teaching room in a tab: what is kept in it and for whom, how one leaves it, what a presenter's remote control does,
//! and what it says of files and prints that may never have been.

use anyhow::{Result, ensure};
use browser_tests::room::{KEPT, at, click, go, gone, host, open, press, reload, run, shows, temperature};
use browser_tests::{Engine, Page, in_every_engine, wait};
use serde_json::{Value, json};

in_every_engine!(
    a_kept_run_comes_back_by_a_reload_and_can_be_sent_away,
    a_kept_run_asks_where_answers_stand_and_elsewhere_is_not_there,
    a_room_that_keeps_nothing_takes_nothing_away,
    a_copy_of_the_tab_asks,
    a_run_that_is_not_kept_is_asked_about_before_the_page_goes,
    a_remote_control_and_other_layouts_turn_the_stages,
    the_screen_stays_awake_while_a_run_goes_on,
    a_clock_that_is_set_back_takes_no_time_from_a_run,
    no_file_is_said_to_be_saved_and_no_print_is_silent,
    a_code_leads_nowhere_that_does_not_open_it,
    another_kind_of_file_changes_nothing,
    answers_that_give_way_to_a_case_can_be_brought_back,
);

async fn a_kept_run_comes_back_by_a_reload_and_can_be_sent_away(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let address = host(&page, "lesson.html", "<nms-advisor room></nms-advisor>")?;
    open(&page, &address).await?;
    page.script("history.replaceState({ route: 'of the host' }, '')").await?;
    run(&page, 0, "above-41-1", true).await?;
    ensure!(page.script("return history.state.route").await? == json!("of the host"), "the host's state stays");
    let note = at(&page, 0, "return root.querySelector('#nms-keep-note').innerText").await?;
    for part in ["patient data", "on this computer", "Until: the tab is closed", "reopens closed tabs"] {
        ensure!(note.as_str().is_some_and(|note| note.contains(part)), "the note beside the switch: {note}");
    }
    reload(&page).await?;
    shows(&page, 0, "[data-role=\"gave-way\"]", "The page was reloaded; the run kept at").await?;
    ensure!(temperature(&page, 0).await? == json!(40.6), "the answers are back");
    click(&page, 0, "[data-action=\"bring-back\"]").await?;
    wait("the answers go", || async { Ok(temperature(&page, 0).await? == json!(null)) }).await?;
    shows(&page, 0, "[data-role=\"kept-run\"]", "was kept in this tab").await?;
    ensure!(page.script(KEPT).await?.as_array().map(Vec::len) == Some(1), "no to the run deletes nothing");
    click(&page, 0, "[data-action=\"delete-run\"]").await?;
    wait("it is deleted", || async { Ok(page.script(KEPT).await? == json!([])) }).await?;
    reload(&page).await?;
    ensure!(temperature(&page, 0).await? == json!(null), "nothing comes back");
    page.close().await
}

async fn a_kept_run_asks_where_answers_stand_and_elsewhere_is_not_there(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let address = host(&page, "lesson.html", "<nms-advisor room fragment></nms-advisor>")?;
    let next = host(&page, "next.html", "<nms-advisor room></nms-advisor>")?;
    let set = host(&page, "set.html", "<nms-advisor room findings='{\"temperature\": 38.1}'></nms-advisor>")?;
    open(&page, &address).await?;
    run(&page, 0, "above-41-1", true).await?;
    // the next lesson: not a word of it
    open(&page, &next).await?;
    tokio::time::sleep(std::time::Duration::from_millis(900)).await;
    ensure!(at(&page, 0, "return root.querySelector('.offers').textContent").await? == json!(""), "another page");
    ensure!(temperature(&page, 0).await? == json!(null), "another page shows no answers");
    // the same page anew, by a colleague's link
    open(&page, &format!("{address}#case=1~temperature=39.9%20%7BCel%7D")).await?;
    shows(&page, 0, "[data-role=\"kept-run\"]", "was kept in this tab").await?;
    shows(&page, 0, "[data-role=\"kept-run\"]", "Case: ").await?;
    shows(&page, 0, "[data-role=\"kept-run\"]", "It would take the place of the answers here").await?;
    ensure!(temperature(&page, 0).await? == json!(39.9), "the link's case stands");
    click(&page, 0, "[data-action=\"go-on\"]").await?;
    wait("the run is there", || async { Ok(temperature(&page, 0).await? == json!(40.6)) }).await?;
    click(&page, 0, "[data-action=\"bring-back\"]").await?;
    wait("the link's case is back", || async { Ok(temperature(&page, 0).await? == json!(39.9)) }).await?;
    open(&page, &set).await?;
    run(&page, 0, "kidneys", true).await?;
    reload(&page).await?;
    shows(&page, 0, "[data-role=\"kept-run\"]", "was kept in this tab").await?;
    ensure!(temperature(&page, 0).await? == json!(38.1), "the host's findings stand");
    page.close().await
}

async fn a_room_that_keeps_nothing_takes_nothing_away(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let two = "<nms-advisor room></nms-advisor><nms-advisor room findings='{\"temperature\": 38.1}'></nms-advisor>";
    let address = host(&page, "two-rooms.html", two)?;
    open(&page, &address).await?;
    run(&page, 0, "above-41-1", true).await?;
    go(&page, 1, "run").await?;
    for act in ["[data-action=\"start\"]", "[data-action=\"end\"]"] {
        click(&page, 1, act).await?;
    }
    ensure!(page.script(KEPT).await?.as_array().map(Vec::len) == Some(1), "the other's run is kept still");
    reload(&page).await?;
    shows(&page, 0, "[data-role=\"gave-way\"]", "The page was reloaded").await?;
    ensure!(temperature(&page, 1).await? == json!(38.1), "the second room has its own answers");
    ensure!(at(&page, 1, "return root.querySelector('.offers').textContent").await? == json!(""), "and is not asked");
    click(&page, 0, "#nms-keep").await?;
    wait("the no takes it away", || async { Ok(page.script(KEPT).await? == json!([])) }).await?;
    page.close().await
}

async fn a_copy_of_the_tab_asks(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let address = host(&page, "lesson.html", "<nms-advisor room></nms-advisor>")?;
    open(&page, &address).await?;
    run(&page, 0, "above-41-1", true).await?;
    let copy = "return [Object.entries(sessionStorage), history.state]";
    let both = page.script(copy).await?;
    let part = |at: usize| both.get(at).cloned().unwrap_or_default();
    let (entries, state) = (part(0), part(1));
    let window = page.driver.new_tab().await?;
    page.driver.switch_to_window(window).await?;
    open(&page, &address).await?;
    // what a browser copies when a tab is duplicated
    page.script(&format!(
        "for (const [key, value] of {entries}) sessionStorage.setItem(key, value); history.replaceState({state}, '')"
    ))
    .await?;
    reload(&page).await?;
    shows(&page, 0, "[data-role=\"kept-run\"]", "was kept in this tab").await?;
    ensure!(temperature(&page, 0).await? == json!(null), "a copy shows nothing without a question");
    page.close().await
}

async fn a_run_that_is_not_kept_is_asked_about_before_the_page_goes(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let address = host(&page, "lesson.html", "<nms-advisor room></nms-advisor>")?;
    open(&page, &address).await?;
    let asks = "const event = new Event('beforeunload', { cancelable: true }); dispatchEvent(event); return event.defaultPrevented";
    ensure!(page.script(asks).await? == json!(false), "no run, no question");
    run(&page, 0, "above-41-1", false).await?;
    ensure!(page.script(asks).await? == json!(true), "a run that is nowhere else");
    click(&page, 0, "#nms-keep").await?;
    wait("a kept run does not ask", || async { Ok(page.script(asks).await? == json!(false)) }).await?;
    click(&page, 0, "#nms-keep").await?;
    wait("asked again", || async { Ok(page.script(asks).await? == json!(true)) }).await?;
    click(&page, 0, "[data-action=\"end\"]").await?;
    wait("a run that ended does not ask", || async { Ok(page.script(asks).await? == json!(false)) }).await?;
    page.close().await
}

async fn a_remote_control_and_other_layouts_turn_the_stages(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let address = host(&page, "lesson.html", "<nms-advisor room></nms-advisor>")?;
    open(&page, &address).await?;
    page.script("window.heard = []; addEventListener('keydown', (event) => heard.push(event.key))").await?;
    run(&page, 0, "above-41-1", false).await?;
    let key = |key: &str, code: &str| {
        format!(
            "const event = new KeyboardEvent('keydown', {{ key: '{key}', code: '{code}', bubbles: true, composed: true, cancelable: true }}); root.querySelector('.seminar').dispatchEvent(event); return event.defaultPrevented"
        )
    };
    let rule = "return root.querySelector('[data-role=\"step-now\"]').dataset.rule";
    let view = "return root.querySelector('.seminar').dataset.view";
    let first = at(&page, 0, rule).await?;
    for mode in ["run", "wall"] {
        for (next, back) in [("PageDown", "PageUp"), ("ArrowRight", "ArrowLeft"), (".", "u")] {
            ensure!(at(&page, 0, &key(next, next)).await? == json!(true), "{mode}: {next} is taken");
            wait(&format!("{mode}: {next}"), || async { Ok(at(&page, 0, rule).await? != first) }).await?;
            at(&page, 0, &key(back, back)).await?;
            wait(&format!("{mode}: {back}"), || async { Ok(at(&page, 0, rule).await? == first) }).await?;
        }
        at(&page, 0, &key("ц", "KeyW")).await?;
        let other = if mode == "run" { "wall" } else { "run" };
        wait("the Cyrillic W", || async { Ok(at(&page, 0, view).await? == json!(other)) }).await?;
    }
    at(&page, 0, &key("é", "Digit2")).await?;
    wait("the AZERTY 2", || async { Ok(at(&page, 0, view).await? == json!("case")) }).await?;
    press(&page, "\u{e00f}").await?;
    shows(&page, 0, "[data-role=\"story\"]", "41.3").await?;
    press(&page, "\u{e00e}").await?;
    shows(&page, 0, "[data-role=\"story\"]", "Packets of haloperidol").await?;
    let heard = page.script("return heard").await?;
    ensure!(heard == json!([]), "what the room uses is not the page's: {heard}");
    ensure!(at(&page, 0, &key("PageUp", "PageUp")).await? == json!(false), "taken at the first stage");
    page.close().await
}

/// Stands for what the browser has, as a script of the page: what a driver runs in Firefox has objects of its own.
const AWAKE: &str = "
window.calls = [];
const lock = { request: (kind) => {
  if (window.refused) return Promise.reject(new Error('no'));
  calls.push(kind);
  return Promise.resolve({ release: () => { calls.push('released'); return Promise.resolve(); } });
} };
Object.defineProperty(navigator, 'wakeLock', { configurable: true, get: () => (window.without ? undefined : lock) });
";

async fn the_screen_stays_awake_while_a_run_goes_on(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.put("hands.js", AWAKE)?;
    let address = host(&page, "lesson.html", "<script src='hands.js'></script><nms-advisor room></nms-advisor>")?;
    open(&page, &address).await?;
    run(&page, 0, "above-41-1", false).await?;
    let calls = |wanted: Value| {
        let page = &page;
        async move {
            wait(&format!("the calls are {wanted}"), || async { Ok(page.script("return calls").await? == wanted) })
                .await
        }
    };
    calls(json!(["screen"])).await?;
    page.script("Object.defineProperty(document, 'hidden', { configurable: true, value: true }); document.dispatchEvent(new Event('visibilitychange')); Object.defineProperty(document, 'hidden', { configurable: true, value: false }); document.dispatchEvent(new Event('visibilitychange'))").await?;
    calls(json!(["screen", "screen"])).await?;
    click(&page, 0, "[data-action=\"end\"]").await?;
    calls(json!(["screen", "screen", "released"])).await?;
    page.script("window.refused = true").await?;
    for act in ["renew", "start"] {
        click(&page, 0, &format!("[data-action=\"{act}\"]")).await?;
    }
    page.script("window.without = true").await?;
    for act in ["end", "renew", "start"] {
        click(&page, 0, &format!("[data-action=\"{act}\"]")).await?;
    }
    shows(&page, 0, "[data-action=\"end\"]", "End").await?;
    ensure!(page.errors().await?.is_empty(), "{:?}", page.errors().await?);
    page.close().await
}

async fn a_clock_that_is_set_back_takes_no_time_from_a_run(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.put("hands.js", "window.shift = 0; const real = Date.now; Date.now = () => real() + window.shift;")?;
    let address = host(&page, "lesson.html", "<script src='hands.js'></script><nms-advisor room></nms-advisor>")?;
    open(&page, &address).await?;
    run(&page, 0, "above-41-1", false).await?;
    // asleep for ten minutes: the clock of the computer goes on
    page.script("window.shift = 600000").await?;
    shows(&page, 0, "[data-role=\"clock\"]", "10:0").await?;
    page.script("window.shift = -3000000").await?;
    tokio::time::sleep(std::time::Duration::from_millis(2_500)).await;
    shows(&page, 0, "[data-role=\"clock\"]", "10:0").await?;
    page.script("window.shift = 86400000 - 3600000").await?;
    shows(&page, 0, "[data-role=\"clock\"]", "24:0").await?;
    page.close().await
}

async fn no_file_is_said_to_be_saved_and_no_print_is_silent(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let address = host(&page, "lesson.html", "<nms-advisor room></nms-advisor>")?;
    open(&page, &address).await?;
    page.script("window.revoked = 0; const revoke = URL.revokeObjectURL; URL.revokeObjectURL = (url) => { revoked += 1; revoke.call(URL, url); }; HTMLAnchorElement.prototype.click = () => {}; window.print = () => {}").await?;
    run(&page, 0, "above-41-1", false).await?;
    go(&page, 0, "debrief").await?;
    wait("the view has taken the focus to its start", || async {
        let start = "return root.activeElement?.dataset.view ?? null";
        Ok(at(&page, 0, start).await? == json!("debrief"))
    })
    .await?;
    for (act, part) in [("csv", "Run started"), ("json", "events"), ("log", "NMS Advisor run, version 1")] {
        click(&page, 0, &format!("[data-action=\"{act}\"]")).await?;
        shows(&page, 0, "[data-role=\"outlet\"]", "If no file appeared, copy the text below").await?;
        wait(&format!("the text of {act} is there, selected"), || async {
            let script = format!("const area = root.querySelector('[data-role=\"handed\"] textarea'); return !!area && area.readOnly && root.activeElement === area && area.value.includes('{part}') && area.selectionStart === 0 && area.selectionEnd === area.value.length");
            Ok(at(&page, 0, &script).await? == json!(true))
        })
        .await?;
    }
    ensure!(page.script("return revoked").await? == json!(0), "a slow disk can still read the file");
    click(&page, 0, "[data-action=\"print-debrief\"]").await?;
    shows(&page, 0, "[data-role=\"outlet\"]", "No print began").await?;
    gone(&page, "[data-role=\"handed\"]").await?;
    page.script("window.print = () => dispatchEvent(new Event('beforeprint'))").await?;
    go(&page, 0, "course").await?;
    click(&page, 0, ".course .tools button").await?;
    tokio::time::sleep(std::time::Duration::from_millis(900)).await;
    ensure!(
        at(&page, 0, "return root.querySelector('[data-role=\"outlet\"]').textContent").await? == json!(""),
        "a print that began needs no word"
    );
    page.close().await
}

async fn a_code_leads_nowhere_that_does_not_open_it(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let opens =
        host(&page, "opens.html", "<nms-advisor room fragment findings='{\"temperature\": 39}'></nms-advisor>")?;
    let not = host(&page, "not.html", "<nms-advisor room findings='{\"temperature\": 39}'></nms-advisor>")?;
    open(&page, &format!("{opens}?patient=4711&token=x")).await?;
    click(&page, 0, "[data-action=\"code\"]").await?;
    shows(&page, 0, "[data-role=\"code\"]", "patient data").await?;
    let link = at(&page, 0, "return root.querySelector('.link-text').value").await?;
    let wanted = format!("{opens}#case=1~temperature=39");
    ensure!(link.as_str().is_some_and(|link| link.starts_with(&wanted)), "origin and path alone: {link}");
    page.script("location.hash = '#/wards/3'").await?;
    click(&page, 0, "[data-action=\"code\"]").await?;
    gone(&page, "[data-role=\"code\"]").await?;
    for address in [String::new(), not, Page::single_file()] {
        if !address.is_empty() {
            open(&page, &address).await?;
        }
        click(&page, 0, "[data-action=\"code\"]").await?;
        shows(&page, 0, "[data-role=\"code-nowhere\"]", "open nowhere else").await?;
        ensure!(at(&page, 0, "return !root.querySelector('.code')").await? == json!(true), "no code: {address}");
    }
    page.close().await
}

async fn another_kind_of_file_changes_nothing(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let address = host(&page, "lesson.html", "<nms-advisor room></nms-advisor>")?;
    open(&page, &address).await?;
    run(&page, 0, "above-41-1", false).await?;
    let choose = |input: &str, text: &str| {
        format!(
            "const data = new DataTransfer(); data.items.add(new File([{}], 'a.txt', {{ type: 'text/plain' }})); const input = root.querySelector('{input}'); input.files = data.files; input.dispatchEvent(new Event('change', {{ bubbles: true }}))",
            json!(text)
        )
    };
    let case = "NMS Advisor case, version 1\ntemperature = 39 {Cel}\n";
    go(&page, 0, "case").await?;
    shows(&page, 0, "[data-role=\"story\"]", "Packets of haloperidol").await?;
    at(&page, 0, &choose("#nms-open-case", case)).await?;
    shows(&page, 0, "[data-role=\"room-problems\"]", "It opens in Advisor").await?;
    shows(&page, 0, "[data-role=\"story\"]", "Packets of haloperidol").await?;
    let lines = at(&page, 0, "return root.querySelectorAll('[data-role=\"room-problems\"] li').length").await?;
    ensure!(lines == json!(1), "one sentence, not {lines}");
    go(&page, 0, "build").await?;
    shows(&page, 0, "[data-role=\"draft-stages\"]", "First findings").await?;
    at(&page, 0, &choose("#nms-open-draft", "NMS Advisor run, version 1\n0 started\n")).await?;
    shows(&page, 0, "[data-role=\"outlet\"]", "the log of a run").await?;
    shows(&page, 0, "[data-role=\"draft-stages\"]", "First findings").await?;
    ensure!(temperature(&page, 0).await? == json!(40.6), "the answers stand");
    page.close().await
}

async fn answers_that_give_way_to_a_case_can_be_brought_back(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let address = host(&page, "lesson.html", "<nms-advisor room findings='{\"temperature\": 38.1}'></nms-advisor>")?;
    open(&page, &address).await?;
    run(&page, 0, "above-41-1", false).await?;
    shows(&page, 0, "[data-role=\"gave-way\"]", "The case took the place of 1 answer of yours").await?;
    click(&page, 0, "[data-action=\"bring-back\"]").await?;
    wait("the answer is back", || async { Ok(temperature(&page, 0).await? == json!(38.1)) }).await?;
    gone(&page, "[data-role=\"gave-way\"]").await?;
    page.close().await
}
