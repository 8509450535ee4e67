//! The page in a frame: whom it trusts, what its fragment may choose, and the messages that pass.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Engine, Host, Page, in_every_engine, wait};
use serde_json::{Value, json};
use thirtyfour::By;
use xtask::server::Site;

in_every_engine!(
    what_is_no_origin_is_left_out_aloud_and_what_is_one_is_read_as_browsers_write_it,
    a_view_of_the_room_is_asked_for_in_time,
    a_case_stands_beside_the_options_and_is_none,
    numbers_come_from_the_page_and_not_from_its_address,
    a_message_that_cannot_be_used_is_answered,
    a_case_is_opened_by_the_page_around_which_hears_what_was_answered,
    nothing_that_is_sent_or_taken_away_stops_the_frame,
    the_height_is_that_of_the_content_and_comes_to_rest,
);

/// Notes every message, and what the frame says in the console is noted in the frame.
const AROUND: &str =
    "window.__heard = []; addEventListener('message', ({ data, origin }) => window.__heard.push({ ...data, origin }));";
const NOTED: &str = "<script>window.__said = []; for (const kind of ['error', 'warn']) { const before = console[kind]; console[kind] = (...all) => { window.__said.push(`${kind} ${all.join(' ')}`); before(...all); }; } addEventListener('error', ({ message }) => window.__said.push(`uncaught ${message}`));</script>";

struct Framed {
    frame: Host,
    around: Host,
}

impl Framed {
    fn start() -> Result<Self> {
        let frame = Host::start("iframe", Site::without_policy)?;
        for folder in ["teaching", "data-in"] {
            std::fs::create_dir_all(frame.folder.join(folder))?;
            for file in std::fs::read_dir(xtask::root().join("dist/iframe").join(folder))? {
                let file = file?;
                std::fs::copy(file.path(), frame.folder.join(folder).join(file.file_name()))?;
            }
        }
        let around = Host::start("npm", Site::without_policy)?;
        around.put("around.js", AROUND)?;
        Ok(Self { frame, around })
    }

    fn origin(&self) -> String {
        self.around.address.trim_end_matches('/').to_string()
    }

    /// Opens a page with the frame in it; `listed` is the list of the frame, `options` the part behind `#`.
    async fn open(&self, page: &Page, listed: &str, more: &str, options: &str) -> Result<()> {
        let index = std::fs::read_to_string(xtask::root().join("dist/iframe/index.html"))?;
        let list = |content: &str| format!("<meta name=\"nms-allowed-origins\" content=\"{content}\">");
        ensure!(index.contains(&list("")), "the page of the frame has its list");
        // its policy would stop the script that notes
        let bare = index.replace("<meta http-equiv=\"Content-Security-Policy\"", "<meta name=\"policy\"");
        self.frame.put("index.html", bare.replace(&list(""), &format!("{}{more}{NOTED}", list(listed))))?;
        self.around.put(
            "around.html",
            format!("<!doctype html><html lang=\"en\"><head><title>Around</title><link rel=\"icon\" href=\"data:,\"><script src=\"around.js\"></script></head><body><iframe title=\"NMS Advisor\" src=\"{}index.html#{options}\"></iframe></body></html>", self.frame.address),
        )?;
        page.driver.goto(&format!("{}around.html", self.around.address)).await?;
        page.driver.find(By::Css("iframe")).await?.enter_frame().await?;
        wait("the widget is there", || async {
            Ok(page.script("return !!document.querySelector('nms-advisor')?.assessment").await? == json!(true))
        })
        .await
    }
}

async fn inside(page: &Page, script: &str) -> Result<Value> {
    page.script(&format!("const advisor = document.querySelector('nms-advisor'); {script}")).await
}

/// What the page around has heard of a kind, once the frame had time to say it.
async fn heard(page: &Page, kind: &str) -> Result<Vec<Value>> {
    page.driver.enter_default_frame().await?;
    let all = page.script("return new Promise((done) => { setTimeout(() => done(window.__heard), 100); })").await?;
    page.driver.find(By::Css("iframe")).await?.enter_frame().await?;
    let of_kind = |one: &&Value| one.get("type") == Some(&json!(kind));
    Ok(all.as_array().into_iter().flatten().filter(of_kind).cloned().collect())
}

async fn send(page: &Page, message: &str) -> Result<()> {
    page.driver.enter_default_frame().await?;
    page.script(&format!(
        "const it = document.querySelector('iframe'); it.contentWindow.postMessage({message}, new URL(it.src).origin)"
    ))
    .await?;
    page.driver.find(By::Css("iframe")).await?.enter_frame().await?;
    Ok(())
}

async fn what_is_no_origin_is_left_out_aloud_and_what_is_one_is_read_as_browsers_write_it(
    engine: Engine,
) -> Result<()> {
    let page = Page::start(engine).await?;
    let framed = Framed::start()?;
    let origin = framed.origin();
    // (the list, the origin in the fragment, whether messages pass, what is refused)
    for (listed, asked, passes, refused) in [
        (origin.clone(), origin.clone(), true, &[][..]),
        (format!("{origin}/"), origin.clone(), true, &[]),
        (format!("{origin}/some/page"), format!("{origin}/"), true, &[]),
        (format!("https://other.example {origin}"), origin.clone(), true, &[]),
        ("*".into(), origin.clone(), false, &["*"]),
        ("*".into(), "*".into(), false, &["*"]),
        ("null".into(), "null".into(), false, &["null"]),
        (format!("* null {origin}"), origin.clone(), true, &["*", "null"]),
        (
            "https://*.example data:x javascript:1 records.example //x".into(),
            origin.clone(),
            false,
            &["data:x", "javascript:1", "records.example", "//x"],
        ),
        (String::new(), origin.clone(), false, &[]),
    ] {
        framed.open(&page, &listed, "", &format!("origin={asked}")).await?;
        let ready = heard(&page, "ready").await?;
        ensure!(ready.is_empty() != passes, "the list {listed} and {asked}: {ready:?}");
        let said = inside(&page, "return window.__said").await?;
        let lines: Vec<&str> = said.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        for entry in refused {
            ensure!(
                lines.iter().any(|line| line.starts_with("error") && line.contains(&format!("“{entry}”"))),
                "{entry} is refused aloud: {lines:?}"
            );
        }
        ensure!(!lines.iter().any(|line| line.starts_with("uncaught")), "{listed}: {lines:?}");
        ensure!(
            passes || lines.iter().any(|line| line.starts_with("warn")),
            "{listed}: no messages pass, and nobody says so: {lines:?}"
        );
        if !passes {
            send(&page, "{ nmsAdvisor: 1, type: 'set', findings: { temperature: 41.3 } }").await?;
            send(&page, "{ nmsAdvisor: 1, type: 'get', id: 1 }").await?;
            ensure!(heard(&page, "state").await?.is_empty(), "{listed}: a stranger hears nothing");
            ensure!(inside(&page, "return advisor.findings").await? == json!({}), "{listed}: a stranger sets nothing");
        }
    }
    page.close().await
}

async fn a_view_of_the_room_is_asked_for_in_time(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let framed = Framed::start()?;
    for (view, room) in [("run", true), ("wall", true), ("panel", false)] {
        framed.open(&page, &framed.origin(), "", &format!("origin={}&view={view}", framed.origin())).await?;
        let sheets = inside(&page, "return advisor.shadowRoot.adoptedStyleSheets.length").await?;
        ensure!(sheets == json!(if room { 2 } else { 1 }), "{view} is of the room: {room}, with {sheets} sheets");
    }
    page.close().await
}

async fn a_case_stands_beside_the_options_and_is_none(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let framed = Framed::start()?;
    let case = "case=1~temperature=41.3%20%7BCel%7D";
    let origin = format!("origin={}", framed.origin());
    for (options, view, passes) in [
        (case.to_string(), Value::Null, true),
        (format!("{origin}&view=panel&{case}"), json!("panel"), true),
        (format!("{origin}&view=panel&heading-level=3"), json!("panel"), true),
    ] {
        framed.open(&page, &framed.origin(), "", &options).await?;
        let found =
            inside(&page, "return [advisor.findings, advisor.getAttribute('view'), advisor.hasAttribute('case')]")
                .await?;
        let findings = if options.contains("case=") { json!({ "temperature": 41.3 }) } else { json!({}) };
        ensure!(found == json!([findings, view, false]), "{options} gives {found}");
        ensure!(heard(&page, "ready").await?.is_empty() != passes, "{options}: messages pass");
    }
    page.close().await
}

async fn numbers_come_from_the_page_and_not_from_its_address(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let framed = Framed::start()?;
    let forged =
        "contacts=%7B%22poison-centre%22%3A%220900%22%7D&findings=%7B%22temperature%22%3A41.3%7D&onclick=x&wasm=x.wasm";
    framed.open(&page, &framed.origin(), "", &format!("origin={}&{forged}", framed.origin())).await?;
    let names = inside(&page, "return advisor.getAttributeNames()").await?;
    ensure!(names == json!(["fragment"]), "the address sets {names}");
    ensure!(inside(&page, "return advisor.findings").await? == json!({}), "no answer comes from the address");
    let own = "<meta name=\"nms-contacts\" content='{\"poison-centre\":\"123\"}'>";
    let empty = "<meta name=\"nms-contacts\" content=\"\">";
    framed.open(&page, &framed.origin(), own, &format!("origin={}&{forged}", framed.origin())).await?;
    let numbers =
        inside(&page, "return [advisor.contacts, document.querySelectorAll('meta[name=\"nms-contacts\"]').length]")
            .await?;
    ensure!(numbers == json!(["{\"poison-centre\":\"123\"}", 2]), "its own numbers are {numbers}, before {empty}");
    send(&page, "{ nmsAdvisor: 1, type: 'set', options: { contacts: '{\"poison-centre\":\"456\"}' } }").await?;
    let numbers =
        inside(&page, "return new Promise((done) => { setTimeout(() => done(advisor.contacts), 100); })").await?;
    ensure!(numbers == json!("{\"poison-centre\":\"456\"}"), "the page around, which is trusted, sets {numbers}");
    page.close().await
}

async fn a_message_that_cannot_be_used_is_answered(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let framed = Framed::start()?;
    framed.open(&page, &framed.origin(), "", &format!("origin={}", framed.origin())).await?;
    for (at, findings) in ["[]", "new Map()", "new Date()", "5", "'{'", "new Error('x')"].iter().enumerate() {
        send(&page, &format!("{{ nmsAdvisor: 1, type: 'set', findings: {findings} }}")).await?;
        let errors = heard(&page, "error").await?;
        ensure!(errors.len() > at, "{findings} is answered: {errors:?}");
        let last = errors.last().cloned().unwrap_or_default();
        ensure!(last.get("code") == Some(&json!("findings")), "{findings}: {last}");
        ensure!(
            last.get("message").and_then(Value::as_str).is_some_and(|text| text.starts_with("nms-advisor")),
            "{findings}: {last}"
        );
    }
    send(&page, "{ nmsAdvisor: 1, type: 'set', findings: { temperature: 41.3, agents: new Map() }, options: 7 }")
        .await?;
    send(&page, "{ nmsAdvisor: 1, type: 'get', id: 'a' }").await?;
    let state = heard(&page, "state").await?;
    let grade = state.first().and_then(|one| one.pointer("/assessment/severity/grade"));
    ensure!(grade == Some(&json!("severe")), "it goes on: {state:?}");
    let said = inside(&page, "return window.__said.filter((line) => !line.startsWith('warn'))").await?;
    ensure!(said == json!([]), "nothing is thrown: {said}");
    page.close().await
}

async fn nothing_that_is_sent_or_taken_away_stops_the_frame(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let framed = Framed::start()?;
    framed.open(&page, &framed.origin(), "", &format!("origin={}", framed.origin())).await?;
    let deep = "(() => { let deep = {}; for (let at = 0; at < 3000; at += 1) deep = { deep }; return deep; })()";
    let round = "(() => { const round = { resourceType: 'Bundle' }; round.entry = [round]; round.temperature = round; return round; })()";
    let long = "Array.from({ length: 200000 }, (_, at) => at)";
    let mut junk: Vec<String> =
        ["null", "undefined", "5", "'x'", "[]", "{}", "10n", "new Map()", "new Error('x')", "new ArrayBuffer(8)"]
            .map(String::from)
            .to_vec();
    for part in [deep, round, long, "null", "10n", "{ toString: 1, valueOf: 1 }"] {
        for message in [
            "type: 'set', findings: §",
            "type: 'set', options: §",
            "type: 'set', options: { view: § }",
            "type: 'fhir', bundle: §",
            "type: 'fhir', bundle: {}, options: §",
            "type: 'get', id: §",
            "type: §",
        ] {
            junk.push(format!("{{ nmsAdvisor: 1, {} }}", message.replace('§', part)));
        }
    }
    for name in ["__proto__", "constructor", "toString", "hasOwnProperty", ""] {
        junk.push(format!("{{ nmsAdvisor: 1, type: '{name}' }}"));
    }
    for message in &junk {
        send(&page, message).await?;
    }
    // events that are no events of ours, and a message without a sender
    inside(&page, "for (const detail of [null, undefined, 5, { get error() { throw new Error('no'); } }]) for (const type of ['nms-error', 'nms-change', 'nms-assessment']) advisor.dispatchEvent(new CustomEvent(type, { detail })); \
        for (const data of [null, { nmsAdvisor: 1, type: 'reset' }]) window.dispatchEvent(new MessageEvent('message', { data, source: null, origin: '' }))").await?;
    send(&page, "{ nmsAdvisor: 1, type: 'set', findings: { temperature: 41.3 } }").await?;
    send(&page, "{ nmsAdvisor: 1, type: 'get', id: 'last' }").await?;
    page.driver.enter_default_frame().await?;
    // some of what it heard is deeper than a driver can take
    let last = page.script("return new Promise((done) => { setTimeout(() => done(window.__heard.find(({ type, id }) => type === 'state' && id === 'last')?.findings.temperature), 300); })").await?;
    ensure!(last == json!(41.3), "it goes on: {last}");
    page.driver.find(By::Css("iframe")).await?.enter_frame().await?;
    // a page that takes itself away
    inside(&page, "window.parent = null; advisor.findings = { temperature: 39 }; const field = advisor.shadowRoot.querySelector('[data-finding=temperature] input'); field.value = '38'; field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))").await?;
    let after = inside(&page, "return new Promise((done) => { setTimeout(() => done([advisor.findings.temperature, window.__said.filter((line) => line.startsWith('uncaught'))]), 100); })").await?;
    ensure!(after == json!([38, []]), "without a page around: {after}");
    page.close().await
}

async fn the_height_is_that_of_the_content_and_comes_to_rest(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let framed = Framed::start()?;
    framed.open(&page, &framed.origin(), "", &format!("origin={}", framed.origin())).await?;
    let record = "{ resourceType: 'Bundle', type: 'collection', entry: ['8310-5', '8867-4', '9279-1', '2160-0', '2823-3', '8480-6', '8462-4', '2157-6'].map((code) => ({ resource: { resourceType: 'Observation', status: 'final', subject: { reference: 'Patient/1' }, code: { coding: [{ system: 'http://loinc.org', code }] }, effectiveDateTime: new Date().toISOString(), valueQuantity: { value: 40, code: code === '8310-5' ? 'Cel' : '/min', system: 'http://unitsofmeasure.org' } } })) }";
    // in each state a frame of any height has a content of the same height
    for (what, act) in [
        ("the form", String::new()),
        ("a record that waits", format!("await advisor.takeFhir({record})")),
        ("an open menu", "advisor.shadowRoot.querySelector('.menus').dataset.open = 'true'; for (const menu of advisor.shadowRoot.querySelectorAll('details.menu')) { menu.open = true; }".into()),
    ] {
        inside(&page, &format!("return (async () => {{ {act} }})()")).await.with_context(|| what)?;
        let mut heights = Vec::new();
        for height in [300, 3000] {
            page.driver.enter_default_frame().await?;
            page.script(&format!("document.querySelector('iframe').style.height = '{height}px'")).await?;
            page.driver.find(By::Css("iframe")).await?.enter_frame().await?;
            heights.push(inside(&page, "return new Promise((done) => setTimeout(() => done(Math.ceil(document.body.getBoundingClientRect().height)), 100))").await?);
        }
        // a bar to scroll with may break a line
        let [Some(low), Some(high)] = [0, 1].map(|at| heights.get(at).and_then(Value::as_i64)) else { anyhow::bail!("{heights:?}") };
        ensure!((low - high).abs() < 60, "{what}: {low} and {high} in frames of 300 and 3,000 pixels");
    }
    // a page that gives a little more each time is told of no end of heights, whatever fills the frame
    for act in ["", "advisor.fill = true", "advisor.view = 'wall'"] {
        framed.open(&page, &framed.origin(), "", &format!("origin={}", framed.origin())).await?;
        page.driver.enter_default_frame().await?;
        page.script("window.__heights = []; const it = document.querySelector('iframe'); addEventListener('message', ({ data }) => { if (data.type === 'resize') { window.__heights.push(data.height); it.style.height = `${data.height + 24}px`; } })").await?;
        page.driver.find(By::Css("iframe")).await?.enter_frame().await?;
        inside(&page, &format!("{act}; advisor.findings = {{ temperature: 41.3 }}; return new Promise((done) => setTimeout(done, 1500))")).await?;
        page.driver.enter_default_frame().await?;
        let heights = page.script("return window.__heights").await?;
        let all = heights.as_array().cloned().unwrap_or_default();
        ensure!(all.len() < 12 && all.iter().all(|height| height.as_u64() > Some(100)), "{act}: {heights}");
        page.driver.find(By::Css("iframe")).await?.enter_frame().await?;
    }
    page.close().await
}

async fn a_case_is_opened_by_the_page_around_which_hears_what_was_answered(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let framed = Framed::start()?;
    framed.open(&page, &framed.origin(), "", &format!("origin={}", framed.origin())).await?;
    send(&page, "{ nmsAdvisor: 1, type: 'set', options: { case: 'hottest-day' } }").await?;
    let story = "return advisor.shadowRoot.querySelector('[data-role=\"story\"]')?.textContent ?? ''";
    wait("the case is open", || async {
        Ok(inside(&page, story).await?.as_str().is_some_and(|story| story.contains("found in the sun")))
    })
    .await?;
    let pick = "const set = (id, value) => { const one = advisor.shadowRoot.getElementById(id); one.value = value; one.dispatchEvent(new Event('change', { bubbles: true, composed: true })); };";
    inside(&page, &format!("{pick} set('nms-commit-0', 'cool-externally')")).await?;
    wait("it is committed to", || async {
        Ok(inside(&page, "return advisor.shadowRoot.getElementById('nms-commit-0').value").await?
            == json!("cool-externally"))
    })
    .await?;
    inside(&page, &format!("{pick} advisor.shadowRoot.querySelector('[name=\"nms-commit-grade\"]')?.click()")).await?;
    inside(&page, "advisor.shadowRoot.querySelector('[data-action=\"reveal\"]').click()").await?;
    wait("the page around hears of the stage", || async { Ok(heard(&page, "stage").await?.len() == 1) }).await?;
    let told = heard(&page, "stage").await?;
    let fields = |name: &str| told.first().and_then(|told| told.get(name)).cloned().unwrap_or_default();
    ensure!(
        (fields("case"), fields("stage"), fields("last")) == (json!("hottest-day"), json!(1), json!(false)),
        "{told:?}"
    );
    page.close().await
}
