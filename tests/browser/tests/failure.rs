//! Every way in which starting can fail, brought about on purpose: what is said, how to mend it, and the guideline below.

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use browser_tests::{Engine, Host, Page, in_every_engine, wait};
use serde_json::{Value, json};
use xtask::root;
use xtask::server::Site;

in_every_engine!(
    a_missing_file_is_named_and_trying_again_works,
    a_wrong_type_is_named_with_the_right_one,
    a_policy_that_is_too_strict_is_told_with_what_to_add,
    a_part_that_a_policy_blocks_is_named,
    a_guideline_that_does_not_come_is_told_with_its_cause,
    a_changed_file_and_a_mixed_version_are_refused,
    a_browser_that_is_too_old_is_told_what_it_lacks,
    the_single_file_says_what_is_wrong_with_it,
    without_the_module_the_page_itself_shows_the_guideline,
);

/// What the element says once it has given up: the code, the message, whether the guideline is below it, and the event.
const SAID: &str = "
const advisor = document.querySelector('nms-advisor');
const note = advisor.shadowRoot?.querySelector('.nms-loader[role=\"alert\"]');
const slot = advisor.shadowRoot?.querySelector('slot');
const below = slot ? slot.assignedElements()[0] : advisor.shadowRoot?.querySelector('.nms-guideline');
// an engine may need a frame until what was hidden is drawn
return note?.dataset.code && note.innerText ? { code: note.dataset.code, text: note.innerText, below: below?.textContent ?? '', high: below?.getBoundingClientRect().height ?? 0 } : null;
";

/// Opens a page, waits for the message and checks what it says.
async fn fails(page: &Page, address: &str, code: &str, words: &[&str]) -> Result<Value> {
    page.driver.goto(address).await?;
    let high = |said: &Value| said.get("high").and_then(Value::as_f64) > Some(2_000.0);
    let waited =
        wait("the message and the guideline are there", || async { Ok(high(&page.script(SAID).await?)) }).await;
    if let Err(error) = waited {
        let shown = page.script("return document.querySelector('nms-advisor').shadowRoot?.textContent").await?;
        return Err(error.context(format!("for {code} it shows {shown}")));
    }
    let said = page.script(SAID).await?;
    let text = |key: &str| said.get(key).and_then(Value::as_str).unwrap_or_default().to_string();
    println!("--- {code}\n{}\n", text("text"));
    ensure!(text("code") == code, "the code is {}, not {code}: {}", text("code"), text("text"));
    for word in words.iter().chain(&["so there is no advice here"]) {
        ensure!(text("text").contains(word), "`{word}` is not said: {}", text("text"));
    }
    let below = text("below");
    for word in ["not clinically reviewed", "Stop every antipsychotic and dopamine antagonist now", "41.1", "S64"] {
        ensure!(below.contains(word), "the guideline below lacks `{word}`: {below}");
    }
    Ok(said)
}

async fn a_missing_file_is_named_and_trying_again_works(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    for file in ["nms-advisor_bg.wasm", "nms-advisor_glue.js"] {
        let host = Host::start("npm", |site| site)?;
        let bytes = std::fs::read(host.folder.join(file))?;
        std::fs::remove_file(host.folder.join(file))?;
        let address = format!("{}{file}", host.address);
        fails(&page, &host.page(), "missing", &[&address, "(404)", "Copy every file"]).await?;
        // a module that failed to load stays failed until the page is loaded anew; the WebAssembly does not
        if file == "nms-advisor_bg.wasm" {
            let raised = page
                .script("return new Promise((done) => { const one = document.querySelector('nms-advisor'); one.addEventListener('nms-error', (event) => done(event.detail.error.code), { once: true }); one.shadowRoot.querySelector('button').click(); })")
                .await?;
            ensure!(raised == json!("missing"), "the page hears {raised}");
            host.put(file, &bytes)?;
            page.press(".nms-loader button").await?;
            wait("the widget is there", || async {
                Ok(page.in_widget("return !!root.querySelector('[data-role=\"suspicion\"]')").await? == json!(true))
            })
            .await?;
            page.script("return document.querySelector('nms-advisor').ready").await.context("`ready` is settled")?;
        }
    }
    page.close().await
}

async fn a_wrong_type_is_named_with_the_right_one(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let host = Host::start("npm", |site| site.typed(&[(".wasm", "text/html")]))?;
    // a server that answers with its start page
    host.put("nms-advisor_bg.wasm", "<!doctype html><title>Intranet</title>")?;
    fails(&page, &host.page(), "type", &["nms-advisor_bg.wasm", "“text/html”", "application/wasm"]).await?;
    let host = Host::start("npm", |site| site.typed(&[("_glue.js", "text/plain")]))?;
    fails(&page, &host.page(), "type", &["nms-advisor_glue.js", "“text/plain”", "text/javascript"]).await?;
    page.close().await
}

const NO_WASM: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'";
const NO_FETCH: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";

async fn a_policy_that_is_too_strict_is_told_with_what_to_add(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let host = Host::start("npm", |site| site.under(NO_WASM))?;
    fails(&page, &host.page(), "policy", &["forbids WebAssembly", "Add 'wasm-unsafe-eval' to script-src"]).await?;
    let host = Host::start("npm", |site| site.under(NO_FETCH))?;
    fails(&page, &host.page(), "connect", &["forbids to fetch", "nms-advisor_bg.wasm", "connect-src"]).await?;
    page.close().await
}

/// A policy that allows these files as scripts, by their whole addresses.
fn allowing(page: &str, files: &[&str], more: &str) -> String {
    let files: Vec<String> = files.iter().map(|file| format!("{page}{file}")).collect();
    format!(
        "default-src 'none'; script-src {} {more}; connect-src 'self'; style-src 'self'; img-src data:",
        files.join(" ")
    )
}

/// Puts a page whose policy stands in itself.
fn put_under(host: &Host, name: &str, policy: &str, script: &str) -> Result<String> {
    host.put(name, format!("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title><link rel=\"icon\" href=\"data:,\"><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"><script src=\"first.js\"></script><script type=\"module\" src=\"nms-advisor.js\" {script}></script></head><body><nms-advisor></nms-advisor></body></html>"))?;
    Ok(format!("{}{name}", host.address))
}

async fn a_part_that_a_policy_blocks_is_named(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let host = Host::start("npm", Site::without_policy)?;
    let guideline = "nms-advisor_guideline.js";
    let policy = allowing(&host.address, &["nms-advisor.js", guideline], "'wasm-unsafe-eval'");
    let words = ["forbids to run", "nms-advisor_glue.js", "a nonce or a hash", "'strict-dynamic'"];
    fails(&page, &put_under(&host, "listed.html", &policy, "")?, "blocked", &words).await?;
    // the digest of the module covers the module alone; an engine that knows no digests of files stops at the module itself
    let digest = xtask::npm::digest(&std::fs::read(host.folder.join("nms-advisor.js"))?);
    let policy = allowing(&host.address, &[guideline], &format!("'{digest}' 'wasm-unsafe-eval'"));
    let address = put_under(&host, "digest.html", &policy, &format!("integrity=\"{digest}\""))?;
    if engine == Engine::Chromium {
        fails(&page, &address, "blocked", &words).await?;
    }
    // without the words for WebAssembly, a policy of digests is told by what it lacks
    let policy = allowing(
        &host.address,
        &["nms-advisor.js", "nms-advisor_glue.js", guideline],
        "'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='",
    );
    fails(
        &page,
        &put_under(&host, "hash.html", &policy, "")?,
        "policy",
        &["forbids WebAssembly", "'wasm-unsafe-eval'"],
    )
    .await?;
    page.close().await
}

async fn a_guideline_that_does_not_come_is_told_with_its_cause(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let host = Host::start("npm", Site::without_policy)?;
    let code = ["nms-advisor.js", "nms-advisor_glue.js"];
    let blocked = put_under(&host, "blocked.html", &allowing(&host.address, &code, ""), "")?;
    let said = "const note = root.querySelector('.nms-loader[role=\"note\"]'); return note && [root.querySelector('[role=\"alert\"]').dataset.code, note.dataset.code, note.innerText, [...note.children].every((one) => one.checkVisibility())]";
    for (address, code, words) in [
        (blocked, "blocked", ["forbids to run", "script-src"]),
        (
            put_under(
                &host,
                "missing.html",
                &allowing(&host.address, &[&code[..], &["nms-advisor_guideline.js"]].concat(), ""),
                "",
            )?,
            "missing",
            ["(404)", "Copy every file"],
        ),
    ] {
        if code == "missing" {
            std::fs::remove_file(host.folder.join("nms-advisor_guideline.js"))?;
        }
        page.driver.goto(&address).await?;
        wait("it is told", || async { Ok(!page.in_widget(said).await?.is_null()) }).await.with_context(|| code)?;
        let found = page.in_widget(said).await?;
        ensure!(found.get(0) == Some(&json!("policy")) && found.get(1) == Some(&json!(code)), "{found}");
        let text = found.get(2).and_then(Value::as_str).unwrap_or_default();
        for word in
            words.iter().chain(&["nms-advisor_guideline.js", "stop every antipsychotic", "not clinically reviewed"])
        {
            ensure!(text.contains(word), "{code}: `{word}` is not said: {text}");
        }
    }
    page.close().await
}

async fn a_changed_file_and_a_mixed_version_are_refused(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let host = Host::start("npm", |site| site)?;
    // an empty custom section: valid WebAssembly that does the same, and is not what was published
    let mut bytes = std::fs::read(host.folder.join("nms-advisor_bg.wasm"))?;
    bytes.extend([0, 2, 1, b'x']);
    host.put("nms-advisor_bg.wasm", &bytes)?;
    fails(&page, &host.page(), "integrity", &["not the one that belongs to this version", "Copy all files"]).await?;

    let host = Host::start("npm", |site| site)?;
    let glue = std::fs::read_to_string(host.folder.join("nms-advisor_glue.js"))?;
    let older = glue.replacen("__wbindgen_throw", "__wbindgen_thrown", 1).replacen("__wbg_error", "__wbg_err", 1);
    ensure!(older != glue, "the glue was changed");
    host.put("nms-advisor_glue.js", &older)?;
    fails(&page, &host.page(), "versions", &["different versions"]).await?;
    page.close().await
}

async fn a_browser_that_is_too_old_is_told_what_it_lacks(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    for (name, script) in [
        ("WebAssembly", "delete globalThis.WebAssembly;"),
        ("adoptedStyleSheets", "delete Document.prototype.adoptedStyleSheets;"),
    ] {
        let host = Host::start("npm", |site| site)?;
        host.put("first.js", script)?;
        fails(&page, &host.page(), "old-browser", &[&format!("it has no {name}"), "2023 or later"]).await?;
    }
    page.close().await
}

async fn the_single_file_says_what_is_wrong_with_it(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let whole = std::fs::read_to_string(root().join("dist/nms-advisor.html"))?;
    let folder = root().join(format!("target/xtask/single-{engine:?}"));
    std::fs::create_dir_all(&folder)?;
    let (head, packed) = whole.split_once("id=\"nms-advisor-wasm\">").context("the packed WebAssembly")?;
    let cut = format!("{head}id=\"nms-advisor-wasm\">{}", packed.get(60_000..).unwrap_or_default());
    let strict = whole.replacen(" 'wasm-unsafe-eval'", "", 1);
    // one letter of the packed bytes: half of them past what is unpacked first
    let at = head.len() + packed.find("</script>").context("its end")? / 2;
    let letter = if whole.get(at..=at) == Some("A") { "B" } else { "A" };
    let letter = format!("{}{letter}{}", whole.get(..at).unwrap_or_default(), whole.get(at + 1..).unwrap_or_default());
    // another WebAssembly that does the same, well packed
    let mut other = std::fs::read(root().join("target/xtask/single/nms-advisor_bg.wasm"))?;
    other.extend([0, 2, 1, b'x']);
    let (_, rest) = packed.split_once("</script>").context("its end")?;
    let other = STANDARD.encode(xtask::sizes::gzip(&other)?);
    let other = format!("{head}id=\"nms-advisor-wasm\">{other}</script>{rest}");
    for (name, text, code, words) in [
        ("cut", &cut, "damaged", "damaged or was cut short"),
        ("letter", &letter, "damaged", "damaged or was cut short"),
        ("other", &other, "damaged", "does not have the digest sha384-"),
        ("strict", &strict, "policy", "forbids WebAssembly"),
    ] {
        let file = folder.join(format!("{name}.html"));
        std::fs::write(&file, text)?;
        fails(&page, &format!("file://{}", file.display()), code, &[words]).await?;
    }
    // a changed script is stopped by the page's own policy; what is left is the guideline in the page
    let script = folder.join("script.html");
    std::fs::write(&script, whole.replacen("'use strict';", "'use strict'; ", 1))?;
    page.driver.goto(&format!("file://{}", script.display())).await?;
    let left = "const left = document.querySelector('nms-advisor > .nms-guideline'); return !customElements.get('nms-advisor') && getComputedStyle(left).visibility === 'visible' && left.innerText.includes('Stop every antipsychotic')";
    wait("the guideline alone is there", || async { Ok(page.script(left).await? == json!(true)) }).await?;
    let _ = std::fs::remove_dir_all(&folder);
    page.close().await
}

/// The page with the guideline in it, whose module never arrives: a double click on it, a file that is missing, a wrong
/// type, scripts that are off.
async fn without_the_module_the_page_itself_shows_the_guideline(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let missing = Host::start("site", Site::without_policy)?;
    std::fs::remove_file(missing.folder.join("nms-advisor.js"))?;
    let plain = Host::start("site", |site| site.without_policy().typed(&[("nms-advisor.js", "text/plain")]))?;
    let clicked = format!("file://{}", root().join("dist/site/index.html").display());
    let read = "const shown = document.querySelector('nms-advisor > .nms-guideline'); return shown && getComputedStyle(shown).visibility === 'visible' && shown.getBoundingClientRect().height > 2000 ? shown.innerText : null";
    for address in [clicked.clone(), format!("{}index.html", missing.address), format!("{}index.html", plain.address)] {
        page.driver.goto(&address).await?;
        // a driven Firefox loads modules from files, which it does for nobody else
        if engine == Engine::Firefox && address == clicked {
            continue;
        }
        ensure!(page.script(read).await?.is_null(), "the text waits for the widget: {address}");
        let waited = wait("the guideline is there", || async { Ok(!page.script(read).await?.is_null()) }).await;
        if waited.is_err() {
            let state = page.script("const it = document.querySelector('nms-advisor'), shown = it.firstElementChild; return [it.matches(':defined'), it.shadowRoot?.textContent.slice(0, 300), getComputedStyle(shown).visibility, shown.getBoundingClientRect().height]").await?;
            return waited.with_context(|| format!("{address} shows {state}"));
        }
        let text = page.script(read).await?;
        for word in [
            "not running here",
            "double click, open nms-advisor.html",
            "not clinically reviewed",
            "Stop every antipsychotic",
        ] {
            ensure!(text.as_str().is_some_and(|text| text.contains(word)), "{word} is not said at {address}");
        }
    }
    if engine == Engine::Chromium {
        // without scripts there is nothing to wait for
        page.driver.cdp().send_raw("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
        for address in [Page::single_file(), format!("{}index.html", missing.address)] {
            page.driver.goto(&address).await?;
            let text = page.script(read).await?;
            ensure!(
                text.as_str().is_some_and(|text| text.contains("Stop every antipsychotic")),
                "without scripts: {address}: {text}"
            );
        }
    }
    page.close().await
}
