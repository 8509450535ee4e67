//! The four deliveries (module, single file, without WebAssembly, frame) say the same of the same cases; and what is special
//! to the last two.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{COMPARE, Engine, Host, Page, in_every_engine, wait};
use serde_json::{Value, json};
use thirtyfour::By;
use xtask::root;
use xtask::server::Site;

in_every_engine!(
    the_same_cases_give_the_same_json_in_all_deliveries,
    a_session_asks_for_nothing_and_breaks_no_policy_in_any_delivery,
    without_webassembly_it_works_under_a_policy_that_forbids_it,
    a_frame_talks_to_the_pages_on_its_list_and_to_no_other,
);

/// Nothing but scripts of its own: no WebAssembly, no connection, Trusted Types.
const PLAIN: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'";
/// What a page with a frame of another host needs.
const FRAMING: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src data:; frame-src http://127.0.0.1:*";

/// Sets each case through the element; answers with the assessments.
const THROUGH_ELEMENT: &str = "
const [cases, done] = arguments;
(async () => {
  const advisor = document.querySelector('nms-advisor');
  await advisor.ready;
  return cases.map((findings) => {
    advisor.findings = findings;
    return JSON.stringify({ findings: advisor.findings, assessment: advisor.assessment });
  });
})().then(done, (error) => done(`it threw ${error}`));
";

/// The same through the messages of the frame.
const THROUGH_MESSAGES: &str = "
const [cases, done] = arguments;
const frame = document.querySelector('iframe');
const origin = new URL(frame.src).origin;
const found = [];
const ask = () => {
  frame.contentWindow.postMessage({ nmsAdvisor: 1, type: 'set', findings: cases[found.length] }, origin);
  frame.contentWindow.postMessage({ nmsAdvisor: 1, type: 'get', id: found.length }, origin);
};
addEventListener('message', ({ data, origin: from }) => {
  if (from !== origin || data.type !== 'state' || data.id !== found.length) return;
  found.push(JSON.stringify({ findings: data.findings, assessment: data.assessment }));
  if (found.length < cases.length) ask();
  else done(found);
});
ask();
";

/// The published cases, and no answer at all.
fn cases() -> Result<Value> {
    let text = std::fs::read_to_string(root().join("tests/cases/published.json"))?;
    let rows: Vec<Value> = serde_json::from_str(&text)?;
    let cases: Vec<Value> = rows.iter().filter_map(|row| row.get("findings").cloned()).chain([json!({})]).collect();
    ensure!(cases.len() > 20, "there are only {} cases", cases.len());
    Ok(Value::Array(cases))
}

/// Whether `cargo xtask dist --all` could build what needs Node and npm.
fn built(folder: &str) -> bool {
    let there = root().join("dist").join(folder).is_dir();
    if !there {
        println!("skipped: dist/{folder} is not built; `cargo xtask dist --all` builds it where Node and npm are");
    }
    there
}

/// A frame on a host of its own, and a page of another host around it; the frame's list has `allowed`, or that page.
async fn framed(page: &Page, allowed: Option<&str>, options: &str) -> Result<(Host, Host)> {
    let frame = Host::start("iframe", Site::without_policy)?;
    let around = Host::start("npm", |site| site.under(FRAMING))?;
    let origin = around.address.trim_end_matches('/').to_string();
    let index = std::fs::read_to_string(frame.folder.join("index.html"))?;
    let list = format!("<meta name=\"nms-allowed-origins\" content=\"{}\">", allowed.unwrap_or(&origin));
    let listed = index.replace("<meta name=\"nms-allowed-origins\" content=\"\">", &list);
    ensure!(listed != index, "the page of the frame has its list");
    frame.put("index.html", listed)?;
    around.put("around.js", AROUND)?;
    around.put(
        "around.html",
        format!("<!doctype html><html lang=\"en\"><head><title>Around</title><link rel=\"icon\" href=\"data:,\"><script src=\"around.js\"></script></head><body><h1>Around</h1><iframe title=\"NMS Advisor\" src=\"{}index.html#origin={origin}{options}\"></iframe></body></html>", frame.address),
    )?;
    page.driver.goto(&format!("{}around.html", around.address)).await?;
    Ok((frame, around))
}

/// Notes every message.
const AROUND: &str =
    "window.__heard = []; addEventListener('message', ({ data, origin }) => window.__heard.push({ ...data, origin }));";

async fn heard(page: &Page, kind: &str) -> Result<Vec<Value>> {
    let all = page.script("return window.__heard").await?;
    let of_kind = |one: &&Value| one.get("type") == Some(&json!(kind));
    Ok(all.as_array().into_iter().flatten().filter(of_kind).cloned().collect())
}

async fn the_same_cases_give_the_same_json_in_all_deliveries(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let cases = cases()?;
    let through = async |script: &str| -> Result<Vec<String>> {
        let found = page.driver.execute_async(script, vec![cases.clone()]).await?.json().clone();
        serde_json::from_value(found.clone()).with_context(|| format!("it said {found}"))
    };
    page.open().await?;
    let module = through(THROUGH_ELEMENT).await?;
    // the findings of each are read back, so the cases did arrive
    ensure!(module.first().is_some_and(|text| text.contains("risperidone")), "the first case arrived");
    page.open_at(&Page::single_file()).await?;
    let mut others = vec![("the single file", through(THROUGH_ELEMENT).await?)];
    if built("no-wasm") {
        let host = Host::start("no-wasm", |site| site.under(PLAIN))?;
        page.open_at(&host.page()).await?;
        others.push(("the build without WebAssembly", through(THROUGH_ELEMENT).await?));
    }
    if built("iframe") {
        let _hosts = framed(&page, None, "").await?;
        wait("the frame is ready", || async { Ok(!heard(&page, "ready").await?.is_empty()) }).await?;
        others.push(("the frame", through(THROUGH_MESSAGES).await?));
    }
    for (name, found) in &others {
        ensure!(found.len() == module.len(), "{name} answers {} of {} cases", found.len(), module.len());
        for (at, (one, other)) in module.iter().zip(found).enumerate() {
            ensure!(one == other, "case {at} differs in {name}:\n{other}\nand in the module\n{one}");
        }
    }
    println!("{engine:?}: {} cases, the same in {} deliveries", module.len(), others.len() + 1);
    page.close().await
}

/// From here on every error is kept, and what is loaded is counted afresh.
const QUIET: &str = "
window.__errors = [];
for (const kind of ['securitypolicyviolation', 'error', 'unhandledrejection']) addEventListener(kind, (event) => window.__errors.push(`${kind} ${event.violatedDirective ?? event.message ?? event.reason}`), true);
performance.clearResourceTimings();
";

/// What somebody does in an hour: types, loads an example, looks at why, changes views, takes notes along, starts again.
async fn a_session(page: &Page) -> Result<()> {
    // not by real keys: a frame of this height scrolls in its page, which is not what is looked at here
    page.in_widget("const it = root.querySelector('#nms-f-temperature'); it.value = '41.3'; it.dispatchEvent(new InputEvent('input', { bubbles: true }))").await?;
    page.wait_for_grade("severe").await?;
    page.in_widget("const it = root.querySelector('select[data-role=\"example\"]'); it.value = 'severe'; it.dispatchEvent(new Event('change', { bubbles: true }))").await?;
    page.in_widget("for (const fold of root.querySelectorAll('details')) fold.open = true").await?;
    page.script("const one = document.querySelector('nms-advisor'); one.basis = 'article'; one.theme = 'dark'; one.units = 'conventional'; one.basis = ''").await?;
    for format in ["sbar", "text", "markdown", "json"] {
        let note =
            page.script(&format!("return document.querySelector('nms-advisor').exportNote('{format}').length")).await?;
        ensure!(note.as_u64().is_some_and(|length| length > 500), "the note as {format} has {note} signs");
    }
    page.in_widget("root.querySelector('button[data-action=\"reset\"]').click()").await?;
    page.wait_for_grade("none").await?;
    page.in_widget("root.querySelector('button[data-action=\"undo\"]').click()").await?;
    page.wait_for_grade("severe").await
}

async fn stayed_quiet(page: &Page, name: &str) -> Result<()> {
    let said = page
        .script("return [window.__errors, performance.getEntriesByType('resource').map((one) => one.name)]")
        .await?;
    ensure!(said == json!([[], []]), "{name}: errors and what was loaded: {said}");
    Ok(())
}

async fn a_session_asks_for_nothing_and_breaks_no_policy_in_any_delivery(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open_at(&Page::single_file()).await?;
    page.script(QUIET).await?;
    a_session(&page).await?;
    stayed_quiet(&page, "the single file").await?;
    let mut told = vec!["the single file"];

    for (name, folder, policy) in
        [("the module", "npm", None), ("the build without WebAssembly", "no-wasm", Some(PLAIN))]
    {
        if !built(folder) {
            continue;
        }
        let host = Host::start(folder, |site| match policy {
            Some(policy) => site.under(policy),
            None => site,
        })?;
        page.open_at(&host.page()).await?;
        page.script(QUIET).await?;
        let _before = host.requests();
        a_session(&page).await?;
        stayed_quiet(&page, name).await?;
        ensure!(host.requests().is_empty(), "{name} asked its server for something");
        told.push(name);
    }

    if built("iframe") {
        let (frame, around) = framed(&page, None, "").await?;
        wait("the frame is ready", || async { Ok(!heard(&page, "ready").await?.is_empty()) }).await?;
        page.driver.find(By::Css("iframe")).await?.enter_frame().await?;
        page.script(QUIET).await?;
        let _before = (frame.requests(), around.requests());
        a_session(&page).await?;
        stayed_quiet(&page, "the frame").await?;
        ensure!(frame.requests().is_empty() && around.requests().is_empty(), "the frame asked a server for something");
        told.push("the frame");
    }
    println!("{engine:?}: quiet in {}", told.join(", "));
    page.close().await
}

async fn without_webassembly_it_works_under_a_policy_that_forbids_it(engine: Engine) -> Result<()> {
    let guide = std::fs::read_to_string(root().join("www/site/embed.html"))?;
    ensure!(
        guide.contains(&format!("Content-Security-Policy: {PLAIN}<")),
        "the guide gives another policy than is tried"
    );
    if !built("no-wasm") {
        return Ok(());
    }
    let page = Page::start(engine).await?;
    let host = Host::start("no-wasm", |site| site.under(PLAIN))?;
    // not there at all, as some managed browsers have it
    host.put("first.js", "delete globalThis.WebAssembly; window.__errors = []; addEventListener('securitypolicyviolation', (event) => window.__errors.push(event.violatedDirective)); addEventListener('error', (event) => window.__errors.push(event.message));")?;
    page.open_at(&host.page()).await?;
    page.type_into("temperature", "41.3").await?;
    page.wait_for_grade("severe").await?;
    ensure!(page.errors().await?.is_empty(), "errors: {:?}", page.errors().await?);
    // the functions, against the golden files of the native build
    for (call, given, file) in
        [("ruleSet", json!([]), "dist/rule-set.json"), ("assess", json!([{}]), "tests/wire/empty.json")]
    {
        let expected = std::fs::read_to_string(root().join(file))?;
        let given = vec![json!(format!("{}nms-advisor.js", host.address)), json!(call), given, json!(expected)];
        let difference = page.driver.execute_async(COMPARE, given).await?.json().clone();
        ensure!(difference == json!(""), "{call} differs from {file}: {difference}");
    }
    page.close().await
}

async fn a_frame_talks_to_the_pages_on_its_list_and_to_no_other(engine: Engine) -> Result<()> {
    if !built("iframe") {
        return Ok(());
    }
    let page = Page::start(engine).await?;
    let (frame, _around) = framed(&page, None, "&view=panel&heading-level=3").await?;
    wait("the frame is ready", || async { Ok(!heard(&page, "ready").await?.is_empty()) }).await?;
    let send = async |message: Value| {
        page.script(&format!("const it = document.querySelector('iframe'); it.contentWindow.postMessage({message}, new URL(it.src).origin)")).await
    };
    let height = async || -> Result<f64> {
        let last = heard(&page, "resize").await?.last().and_then(|one| one.get("height")).and_then(Value::as_f64);
        Ok(last.unwrap_or_default())
    };
    let before = height().await?;
    send(json!({ "nmsAdvisor": 1, "type": "set", "findings": { "temperature": 41.3, "agents": ["haloperidol"] }, "options": { "theme": "dark" } })).await?;
    wait("the frame asks for more room", || async { Ok(height().await? > before + 500.0) }).await?;
    send(json!({ "nmsAdvisor": 2, "type": "reset" })).await?;
    send(json!({ "nmsAdvisor": 1, "type": "set", "findings": [] })).await?;
    wait("what is no finding is refused", || async {
        Ok(heard(&page, "error").await?.iter().any(|one| one.to_string().contains("plain object")))
    })
    .await?;
    send(json!({ "nmsAdvisor": 1, "type": "get", "id": "a" })).await?;
    wait("the state is told", || async { Ok(!heard(&page, "state").await?.is_empty()) }).await?;
    let state = heard(&page, "state").await?;
    let grade = state.first().and_then(|one| one.pointer("/assessment/severity/grade"));
    ensure!(grade == Some(&json!("severe")), "another version is passed over: {state:?}");
    ensure!(heard(&page, "change").await?.is_empty(), "no event in answer to the page");

    let inside = page.driver.find(By::Css("iframe")).await?;
    inside.enter_frame().await?;
    let chosen = page.script("const one = document.querySelector('nms-advisor'); return ['view', 'theme', 'heading-level'].map((name) => one.getAttribute(name))").await?;
    ensure!(chosen == json!(["panel", "dark", "3"]), "fragment and message choose {chosen}");
    page.press("[data-rule] button, [data-rule] input[type=\"checkbox\"]").await?;
    page.driver.enter_default_frame().await?;
    wait("a change is told", || async { Ok(!heard(&page, "change").await?.is_empty()) }).await?;
    let origin = frame.address.trim_end_matches('/');
    let strangers = page.script("return window.__heard.filter((one) => one.nmsAdvisor !== 1).length").await?;
    ensure!(
        strangers == json!(0)
            && heard(&page, "change").await?.iter().all(|one| one.get("origin") == Some(&json!(origin))),
        "every message has its version and origin"
    );

    // a page that is not on the list hears nothing and sets nothing, whatever it writes into the fragment
    let _hosts = framed(&page, Some("https://intranet.example"), "").await?;
    page.driver.find(By::Css("iframe")).await?.enter_frame().await?;
    wait("the widget is there", || async {
        Ok(page.script("return !!document.querySelector('nms-advisor')?.assessment").await? == json!(true))
    })
    .await?;
    page.driver.enter_default_frame().await?;
    send(json!({ "nmsAdvisor": 1, "type": "set", "findings": { "temperature": 41.3 } })).await?;
    send(json!({ "nmsAdvisor": 1, "type": "get", "id": "b" })).await?;
    page.driver.find(By::Css("iframe")).await?.enter_frame().await?;
    let untouched = page.script("return new Promise((done) => { setTimeout(() => done(document.querySelector('nms-advisor').findings), 200); })").await?;
    ensure!(untouched == json!({}), "a stranger set {untouched}");
    page.driver.enter_default_frame().await?;
    ensure!(page.script("return window.__heard").await? == json!([]), "a stranger heard something");
    page.close().await
}
