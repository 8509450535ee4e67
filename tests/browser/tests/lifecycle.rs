//! Widgets that come and go: what a thousand of them leave behind, what a move costs, and fifty of them side by side.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Engine, Host, Page, in_every_engine, wait};
use serde_json::{Value, json};

in_every_engine!(a_thousand_widgets_leave_next_to_nothing_behind, fifty_widgets_share_nothing_but_the_module,);

/// Bytes of WebAssembly memory that one widget may leave behind.
const LEFT_BEHIND: f64 = 1_024.0;

/// A widget that leaves is destroyed a second later; here at once, or a thousand of them would take a quarter of an hour.
/// And the page itself asks for the memory: what a driver runs in Firefox has modules of its own.
const FIRST: &str = "const later = window.setTimeout; window.setTimeout = (call, delay, ...given) => later(call, delay === 1000 ? 0 : delay, ...given);
window.__memory = async () => (await (await import('./nms-advisor_glue.js')).default()).memory;";

/// Mounts and unmounts `cycles` widgets, one after the other, each drawn and with a case; returns the bytes of memory then.
const CYCLES: &str = "
const [cycles, done] = arguments;
(async () => {
  const drawn = (one, grade) => new Promise((resolve) => {
    const look = () => (one.shadowRoot.querySelector('[data-role=\"severity\"]')?.dataset.grade === grade ? resolve() : setTimeout(look));
    look();
  });
  const gone = (one) => new Promise((resolve) => {
    const look = () => (one.shadowRoot.childElementCount ? setTimeout(look) : resolve());
    look();
  });
  let memory;
  const cycle = async (whole) => {
    const one = document.createElement('nms-advisor');
    one.setAttribute('view', whole ? 'full' : 'panel');
    if (whole) one.findings = { temperature: 41.3, agents: ['haloperidol'] };
    document.body.append(one);
    await one.ready;
    await drawn(one, whole ? 'severe' : 'none');
    // asked while it is there: once the last one has gone, the page may have no instance
    memory = await window.__memory();
    one.remove();
    await gone(one);
  };
  for (let at = 0; at < cycles; at += 1) await cycle(at % 10 === 0);
  // an instance that was left behind is collected, or nothing is won
  window.__memories = [...(window.__memories ?? []), new WeakRef(memory)];
  return memory.buffer.byteLength;
})().then(done, (error) => done(String(error)));
";

async fn a_thousand_widgets_leave_next_to_nothing_behind(engine: Engine) -> Result<()> {
    let host = Host::start("npm", |site| site)?;
    host.put("first.js", FIRST)?;
    let page = Page::start(engine).await?;
    page.open_at(&host.page()).await?;
    page.script("document.querySelector('nms-advisor').remove()").await?;
    // in parts, because a driver does not wait for ever
    let part = async || {
        let bytes = page.driver.execute_async(CYCLES, vec![json!(100)]).await?.json().clone();
        bytes.as_f64().with_context(|| format!("it said {bytes}"))
    };
    // what is allocated once is there after the first, and each tenth is a whole one with a case
    let before = part().await?;
    let mut after = before;
    for _ in 0..10 {
        after = part().await?;
    }
    let grown = (after - before) / 1_000.0;
    println!("{engine:?}: {grown:.0} bytes a mount and unmount, from {before} to {after} bytes");
    ensure!(grown <= LEFT_BEHIND, "each widget leaves {grown} bytes behind");

    if engine == Engine::Chromium {
        page.driver.cdp().send_raw("HeapProfiler.collectGarbage", json!({})).await?;
        let kept = page.script("return window.__memories.filter((one) => one.deref()).length").await?;
        println!("{engine:?}: {kept} of 11 memories are still there");
        ensure!(kept.as_u64() <= Some(2), "{kept} of 11 memories are still there");
    }

    page.open_at(&host.page()).await?;
    // a move is no new widget: not a byte, not a letter
    page.type_into("temperature", "39.5").await?;
    let moved = page
        .driver
        .execute_async(
            "const done = arguments[0]; (async () => {
               const memory = await window.__memory();
               const one = document.querySelector('nms-advisor');
               const field = one.shadowRoot.querySelector('[data-finding=\"temperature\"] input');
               const boxes = [document.createElement('section'), document.createElement('section')];
               document.body.append(...boxes);
               const move = async () => {
                 for (let at = 0; at < 1000; at += 1) boxes[at % 2].append(one);
                 await new Promise((resolve) => { setTimeout(resolve, 50); });
                 return memory.buffer.byteLength;
               };
               // what is allocated once is there after the first thousand
               const before = await move();
               return [(await move()) - before, field.isConnected, field.value];
             })().then(done, (error) => done(String(error)))",
            vec![],
        )
        .await?
        .json()
        .clone();
    ensure!(moved == json!([0, true, "39.5"]), "a thousand moves: {moved}");
    page.close().await
}

async fn fifty_widgets_share_nothing_but_the_module(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    let times = page
        .driver
        .execute_async(
            "const done = arguments[0]; (async () => {
               const all = [];
               const mount = async (many) => {
                 const start = performance.now();
                 const fresh = Array.from({ length: many }, () => document.createElement('nms-advisor'));
                 fresh.forEach((one) => { one.findings = { temperature: (350 + all.push(one)) / 10 }; });
                 document.body.append(...fresh);
                 await Promise.all(fresh.map((one) => one.ready));
                 await new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
                 return performance.now() - start;
               };
               document.querySelector('nms-advisor').remove();
               await mount(1);
               const one = await mount(1);
               return [one, await mount(48)];
             })().then(done, (error) => done(String(error)))",
            vec![],
        )
        .await?
        .json()
        .clone();
    let (one, many) = (times.get(0).and_then(Value::as_f64), times.get(1).and_then(Value::as_f64));
    let (one, many) = (one.with_context(|| format!("it said {times}"))?, many.unwrap_or_default());
    println!("{engine:?}: 48 widgets take {:.0} times as long as one", many / one.max(0.1));

    let read = "return [...document.querySelectorAll('nms-advisor')].map((one) => one.findings.temperature ?? null)";
    let before = page.script(read).await?;
    ensure!(before.as_array().is_some_and(|all| all.len() == 50), "fifty: {before}");
    page.clear("temperature").await?;
    page.type_into("temperature", "41.3").await?;
    page.wait_for_grade("severe").await?;
    let after = page.script(read).await?;
    for (at, (was, is)) in
        before.as_array().into_iter().flatten().zip(after.as_array().into_iter().flatten()).enumerate()
    {
        let wanted = if at == 0 { json!(41.3) } else { was.clone() };
        ensure!(*is == wanted, "widget {at} has {is} and not {wanted}");
    }
    wait("each shows its own temperature", || async {
        let shown = page
            .script("return [...document.querySelectorAll('nms-advisor')].every((one) => Number(one.shadowRoot.querySelector('[data-finding=\"temperature\"] input').value) === one.findings.temperature)")
            .await?;
        Ok(shown == json!(true))
    })
    .await?;
    page.close().await
}
