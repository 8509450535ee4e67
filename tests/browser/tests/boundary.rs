//! What a host hands over, of every kind of JavaScript and of the page: named or refused, and the next call is as good as the
//! first. `tests/node/boundary.test.mjs` looks at each place by itself.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Host, Page, in_every_engine, wait};
use serde_json::json;
use xtask::root;
use xtask::server::Site;

in_every_engine!(
    assess_takes_what_a_page_may_hand_over,
    an_object_of_another_window_is_as_good_as_one_of_this,
    a_computation_that_stops_takes_the_advice_off_and_the_next_call_works,
);

/// The package on a page without a widget, with the values of the tests in Node beside it.
fn host() -> Result<Host> {
    let host = Host::start("npm", Site::without_policy)?;
    host.put("junk.js", std::fs::read(root().join("tests/node/junk.mjs"))?)?;
    host.put("bare.html", "<!doctype html><html lang=\"en\"><head><title>Bare</title><link rel=\"icon\" href=\"data:,\"></head><body></body></html>")?;
    Ok(host)
}

/// Runs a script as one of the page's own with `advisor` bound to the module; answers with the complaints that it returns.
/// What a driver runs in Firefox has a module and errors of its own, so the page runs it.
async fn complaints(page: &Page, script: &str) -> Result<()> {
    let whole = format!(
        "(async () => {{
           const advisor = await import(new URL('./nms-advisor.js', location.href));
           await advisor.default();
           const {{ assess, toCdsHooksCards }} = advisor;
           const good = {{ agents: ['haloperidol'], temperature: {{ value: 106, unit: '[degF]' }} }};
           const first = JSON.stringify(assess(good));
           {script}
         }})().then((found) => {{ window.__found = found; }}, (error) => {{ window.__found = [String(error)]; }})"
    );
    let begin = "window.__found = 'not yet'; const script = document.createElement('script'); \
        script.textContent = arguments[0]; document.head.append(script)";
    page.driver.execute(begin, vec![json!(whole)]).await?;
    wait("the script has ended", || async { Ok(page.script("return window.__found").await? != "not yet") }).await?;
    let found = page.script("return window.__found").await?;
    ensure!(found == json!([]), "{found}");
    Ok(())
}

async fn assess_takes_what_a_page_may_hand_over(engine: Engine) -> Result<()> {
    let host = host()?;
    let page = Page::start(engine).await?;
    page.driver.goto(&format!("{}bare.html", host.address)).await?;
    complaints(&page, "
        const { JUNK, NO_OBJECT } = await import(new URL('./junk.js', location.href));
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const ofPage = {
          'an element': () => document.body, 'the document': () => document, 'the window': () => window, 'another window': () => frame.contentWindow,
          'a file': () => new File(['x'], 'x'), 'a form': () => new FormData(), 'an event': () => new Event('x'), 'a list of nodes': () => document.childNodes,
          'what is there and is not': () => document.all, 'a promise of another window': () => frame.contentWindow.eval('Promise.resolve({})'),
          'a style': () => getComputedStyle(document.body), 'an address': () => location, 'storage': () => localStorage,
        };
        const wrong = [];
        const outer = { ...NO_OBJECT, ...ofPage };
        for (const [what, make] of Object.entries(outer)) {
          try { assess(make()); wrong.push(`${what} was taken`); } catch (error) {
            if (!(error instanceof TypeError) || error.code !== 'findings') wrong.push(`${what}: ${error}`);
          }
        }
        const made = { ...JUNK, ...ofPage };
        delete made['what is there and is not']; // undefined, to whom it asks
        const named = (what, found, key) => { if (!found.issues.some((one) => one.finding === key)) wrong.push(`${what} as ${key} is not named`); };
        for (let round = 0; round < 40; round += 1) for (const [what, make] of Object.entries(made)) {
          const junk = make();
          try {
            const found = assess({ temperature: junk, ph: { value: junk, unit: '1' }, agents: ['haloperidol', junk], weight: { value: 70, unit: junk } }, { basis: junk });
            for (const key of ['temperature', 'ph', 'agents', 'weight', 'options.basis']) named(what, found, key);
          } catch (error) { wrong.push(`${what}: ${error}`); }
          try { toCdsHooksCards(junk); wrong.push(`${what} was taken as an assessment`); } catch (error) {
            if (!(error instanceof TypeError)) wrong.push(`${what} as an assessment: ${error}`);
          }
        }
        if (JSON.stringify(assess(good)) !== first) wrong.push('the next call differs');
        return wrong.slice(0, 10);
    ").await?;
    page.close().await
}

async fn an_object_of_another_window_is_as_good_as_one_of_this(engine: Engine) -> Result<()> {
    let host = host()?;
    let page = Page::start(engine).await?;
    page.driver.goto(&format!("{}bare.html", host.address)).await?;
    complaints(
        &page,
        "
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const other = (text) => frame.contentWindow.eval(`(${text})`);
        const found = JSON.stringify(assess(other(JSON.stringify(good)), other('{ basis: \"all\" }')));
        const cards = JSON.stringify(toCdsHooksCards(frame.contentWindow.JSON.parse(first)).cards.length > 0);
        return [found === first ? '' : found.slice(0, 300), cards === 'true' ? '' : 'no cards'].filter(Boolean);
    ",
    )
    .await?;
    page.close().await
}

async fn a_computation_that_stops_takes_the_advice_off_and_the_next_call_works(engine: Engine) -> Result<()> {
    let host = host()?;
    let page = Page::start(engine).await?;
    page.open_at(&host.page()).await?;
    page.type_into("temperature", "41.3").await?;
    page.wait_for_grade("severe").await?;
    complaints(&page, "
        const wrong = [], element = document.querySelector('nms-advisor'), { keys } = Object;
        const heard = new Promise((resolve) => element.addEventListener('nms-error', ({ detail }) => resolve(detail.error.code), { once: true }));
        Object.keys = () => { throw new WebAssembly.RuntimeError('unreachable'); };
        try { assess(good); wrong.push('nothing was thrown'); } catch (error) { if (error.code !== 'crash') wrong.push(`it threw ${error}`); } finally { Object.keys = keys; }
        // the element shares the instance: its advice is gone before anything else happens
        if (element.shadowRoot.querySelector('[data-role=\"severity\"]')) wrong.push('the old advice is still there');
        if (JSON.stringify(assess(good)) !== first) wrong.push('the next call differs');
        if (await heard !== 'crash') wrong.push('the element said nothing');
        return wrong;
    ").await?;
    page.wait_for_grade("severe").await?;
    page.close().await
}
