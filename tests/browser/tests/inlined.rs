//! The entries of the package: the WebAssembly inside the module, the functions alone, and an element without menus.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Engine, Host, Page, in_every_engine};
use serde_json::{Value, json};
use xtask::root;

in_every_engine!(
    the_inlined_module_fetches_nothing,
    the_inlined_room_comes_with_its_own_module,
    what_is_given_to_the_functions_holds_for_the_element,
    an_element_without_menus_keeps_its_name_and_the_draft_mark,
);

/// The policy of the inlined module: nothing may be fetched.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'";

/// What the inlined modules are made of, in an order in which each finds its own.
const PARTS: [&str; 7] = [
    "nms-advisor_packed",
    "nms-advisor_glue",
    "nms-advisor_rule-set",
    "nms-advisor_guideline",
    "data-in/nms-advisor-data-in_glue",
    "teaching/nms-advisor-teaching_glue",
    "teaching/nms-advisor-teaching_packed",
];

/// A copy of the package with its two folders, and a page in it.
fn host(element: &str, script: &str) -> Result<Host> {
    let host = Host::start("npm", |site| site.under(POLICY))?;
    for name in [
        "data-in/nms-advisor-data-in_glue",
        "teaching/nms-advisor-teaching_glue",
        "teaching/nms-advisor-teaching_packed",
    ] {
        let file = host.folder.join(format!("{name}.js"));
        std::fs::create_dir_all(file.parent().context("a file in a folder")?)?;
        std::fs::copy(root().join(format!("dist/npm/{name}.js")), file)?;
    }
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title><link rel=\"icon\" href=\"data:,\"></head><body><h1>A host</h1>{element}<script type=\"module\" src=\"own.js\"></script></body></html>"
    );
    host.put("host.html", page)?;
    // one after the other: the little server of these tests may lose one of six connections that are opened at once
    let parts = PARTS.map(|name| format!("await import('./{name}.js');")).concat();
    host.put("own.js", format!("{parts} await import('./then.js');"))?;
    host.put("then.js", script)?;
    Ok(host)
}

/// How it ended: `ready`, or the code of the error.
async fn ended(page: &Page, host: &Host) -> Result<Value> {
    page.driver.goto(&host.page()).await?;
    let script = "const done = arguments[0]; customElements.whenDefined('nms-advisor').then(() => document.querySelector('nms-advisor').ready).then(() => done('ready'), (error) => setTimeout(() => done(error.code ?? String(error)), 50))";
    let told = page.driver.execute_async(script, vec![]).await;
    Ok(told.with_context(|| format!("after {:?}", host.requests()))?.json().clone())
}

async fn the_inlined_module_fetches_nothing(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let script = "import { fromText, ruleSet } from './nms-advisor-inline.js'; const advisor = document.querySelector('nms-advisor'); advisor.findings = { temperature: 41.3, agents: ['haloperidol'] }; await advisor.ready; const read = await fromText('T 39.5'); const rules = await ruleSet(); window.read = [read.findings.temperature.value, rules.id];";
    let host = host("<nms-advisor></nms-advisor>", script)?;
    ensure!(ended(&page, &host).await? == json!("ready"));
    page.wait_for_grade("severe").await?;
    browser_tests::wait("text and rules are read", || async {
        Ok(page.script("return window.read ?? null").await? == json!([39.5, "nms"]))
    })
    .await?;
    let asked = host.requests();
    ensure!(!asked.iter().any(|path| path.contains(".wasm")), "it asked for {asked:?}");
    page.close().await
}

async fn the_inlined_room_comes_with_its_own_module(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    for (script, ends) in [
        ("import './nms-advisor-inline-teaching.js';", "ready"),
        ("import './nms-advisor-inline.js';", "no-room"),
        // both, in the order that leaves least time
        ("import './nms-advisor-inline.js'; import './nms-advisor-inline-teaching.js';", "ready"),
    ] {
        let host = host("<nms-advisor view=\"cases\"></nms-advisor>", script)?;
        let found = ended(&page, &host).await?;
        ensure!(found == json!(ends), "{script} ends with {found}");
    }
    page.close().await
}

async fn what_is_given_to_the_functions_holds_for_the_element(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let script = "import init, { assess } from './nms-advisor-functions.js'; window.before = !customElements.get('nms-advisor'); await init({ wasm: fetch('elsewhere.wasm') }); window.grade = assess({ temperature: 41.3 }).severity.grade; import('./nms-advisor.js');";
    let host = Host::start("npm", |site| site)?;
    std::fs::rename(host.folder.join("nms-advisor_bg.wasm"), host.folder.join("elsewhere.wasm"))?;
    let text = std::fs::read_to_string(host.folder.join("host.html"))?;
    host.put("host.html", text.replace("nms-advisor.js", "own.js"))?;
    host.put("own.js", script)?;
    ensure!(ended(&page, &host).await? == json!("ready"));
    let told = page.script("return [window.before, window.grade]").await?;
    ensure!(told == json!([true, "severe"]), "{told}");
    let asked = host.requests();
    ensure!(!asked.iter().any(|path| path.contains("_bg.wasm")), "it was loaded twice: {asked:?}");
    page.close().await
}

async fn an_element_without_menus_keeps_its_name_and_the_draft_mark(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    let seen = "const seen = (selector) => (root.querySelector(selector)?.getClientRects().length ?? 0) > 0; return [seen('.bar-menus'), seen('.brand'), seen('[data-role=\"draft\"]')]";
    ensure!(page.in_widget(seen).await? == json!([true, true, true]));
    for (set, menus) in [("true", false), ("'false'", true), ("''", true), ("true", false), ("false", true)] {
        page.script(&format!("document.querySelector('nms-advisor').bare = {set}")).await?;
        let found = page.in_widget(seen).await?;
        ensure!(found == json!([menus, true, true]), "bare = {set}: {found}");
    }
    page.close().await
}
