//! One changed byte in a module of the package: a browser runs it, unless the page carries the map with the digests.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Engine, Host, Page, in_every_engine, wait};
use serde_json::{Value, json};
use xtask::server::POLICY;
use xtask::{root, sizes};

in_every_engine!(
    a_map_in_the_page_refuses_every_changed_module,
    a_refused_module_takes_the_advice_off_and_leaves_the_guideline,
);

/// The modules of the map.
fn modules(map: &str) -> Result<Vec<String>> {
    let map: Value = serde_json::from_str(map)?;
    let digests = map.get("integrity").and_then(Value::as_object).context("the map has digests")?;
    let names = digests.keys().filter_map(|name| name.strip_prefix("/nms-advisor/"));
    Ok(names.map(String::from).collect())
}

/// The package where the README has it lie, and a page with or without the map, under a policy that knows it by its digest.
fn host() -> Result<(Host, String)> {
    let package = root().join("dist/npm");
    let map = std::fs::read_to_string(package.join("importmap.json")).context("run `cargo xtask dist` first")?;
    let digests: Value = serde_json::from_str(&std::fs::read_to_string(package.join("integrity.json"))?)?;
    let digest = digests.get("importmap.json").and_then(Value::as_str).context("the map has a digest of its own")?;
    let policy = POLICY.replace("script-src 'self'", &format!("script-src 'self' '{digest}'"));
    let host = Host::start("npm", |site| site.under(policy.leak()))?;
    for name in sizes::files(&package)? {
        let to = host.folder.join("nms-advisor").join(&name);
        std::fs::create_dir_all(to.parent().context("a folder")?)?;
        std::fs::copy(package.join(name), to)?;
    }
    for (name, head) in
        [("with.html", format!("<script type=\"importmap\">{map}</script>")), ("without.html", String::new())]
    {
        host.put(name, format!("<!doctype html><html lang=\"en\"><head><title>Map</title><link rel=\"icon\" href=\"data:,\">{head}</head><body><nms-advisor></nms-advisor><script type=\"module\" src=\"try.js\"></script></body></html>"))?;
    }
    Ok((host, map))
}

/// Changes a module so that it is still one that does the same.
fn change(host: &Host, name: &str) -> Result<()> {
    let file = format!("nms-advisor/{name}");
    let mut bytes = std::fs::read(host.folder.join(&file))?;
    bytes.push(b'\n');
    host.put(&file, bytes)
}

/// Whether each module runs in a page, or is refused.
async fn tried(page: &Page, host: &Host, address: &str, names: &[String]) -> Result<BTreeMap<String, bool>> {
    let script = format!(
        "const ran = {{}}; for (const name of {}) ran[name] = await import(`/nms-advisor/${{name}}`).then(() => true, () => false); window.__ran = ran;",
        json!(names)
    );
    host.put("try.js", script)?;
    page.driver.goto(&format!("{}{address}", host.address)).await?;
    wait("each was tried", || async { Ok(page.script("return window.__ran ?? null").await?.is_object()) }).await?;
    Ok(serde_json::from_value(page.script("return window.__ran").await?)?)
}

async fn a_map_in_the_page_refuses_every_changed_module(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let (host, map) = host()?;
    let names = modules(&map)?;
    ensure!(names.len() > 6, "modules: {names:?}");
    let ran = tried(&page, &host, "with.html", &names).await?;
    ensure!(ran.values().all(|ran| *ran), "as they were published: {ran:?}");
    for name in &names {
        change(&host, name)?;
    }
    let ran = tried(&page, &host, "with.html", &names).await?;
    ensure!(ran.values().all(|ran| !ran), "changed, with the map: {ran:?}");
    let ran = tried(&page, &host, "without.html", &names).await?;
    ensure!(ran.values().all(|ran| *ran), "changed, without the map: {ran:?}");
    page.close().await
}

async fn a_refused_module_takes_the_advice_off_and_leaves_the_guideline(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let (host, _) = host()?;
    change(&host, "nms-advisor_glue.js")?;
    host.put("try.js", "import '/nms-advisor/nms-advisor.js';")?;
    page.driver.goto(&format!("{}with.html", host.address)).await?;
    let said = "const root = document.querySelector('nms-advisor').shadowRoot, note = root?.querySelector('[role=\"alert\"]'); return note?.innerText && [note.dataset.code, note.innerText, root.querySelector('.nms-guideline')?.innerText ?? '']";
    wait("the message and the guideline are there", || async {
        let said = page.script(said).await?;
        Ok(said.get(2).and_then(Value::as_str).is_some_and(|text| text.contains("Stop every antipsychotic")))
    })
    .await?;
    let said = page.script(said).await?;
    ensure!(said.get(0) == Some(&json!("unreachable")), "{said}");
    for word in ["no advice here", "nms-advisor_glue.js could not be imported"] {
        ensure!(said.get(1).and_then(Value::as_str).is_some_and(|text| text.contains(word)), "`{word}`: {said}");
    }
    page.close().await
}
