//! The element as a good neighbour: the checklist for custom elements of web.dev, line by line.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Engine, Host, Page, in_every_engine, wait};
use serde_json::{Value, json};

in_every_engine!(
    an_open_shadow_root_with_the_shared_sheet_and_a_display_of_its_own,
    hidden_hides_it,
    the_attributes_of_the_author_stay_as_they_are,
    what_was_set_before_it_was_defined_is_taken_over,
    primitives_are_reflected_both_ways_and_objects_are_not,
    the_host_hears_nothing_of_what_it_does_itself,
    a_second_definition_is_passed_over,
    two_versions_are_told_in_both_orders_and_of_every_build,
    what_it_listens_to_ends_when_it_leaves,
    notes_of_the_place_are_shown_and_marked,
    an_event_that_nobody_reads_makes_no_assessment,
);

/// Runs a script in the standalone page with `advisor` bound to its widget, and holds what it returns against `wanted`.
async fn holds(page: &Page, script: &str, wanted: Value) -> Result<()> {
    let found = page.script(&format!("const advisor = document.querySelector('nms-advisor'); {script}")).await?;
    ensure!(found == wanted, "{script} returns {found} and not {wanted}");
    Ok(())
}

async fn opened(engine: Engine) -> Result<Page> {
    let page = Page::start(engine).await?;
    page.open().await?;
    Ok(page)
}

async fn an_open_shadow_root_with_the_shared_sheet_and_a_display_of_its_own(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    holds(&page, "return [advisor.shadowRoot.mode, advisor.shadowRoot.adoptedStyleSheets.length]", json!(["open", 1]))
        .await?;
    // without a rule of the page; the page's own rule wins
    holds(&page, "const bare = document.createElement('nms-advisor'); document.body.append(bare); return getComputedStyle(bare).display", json!("block")).await?;
    holds(&page, "advisor.style.display = 'flex'; return getComputedStyle(advisor).display", json!("flex")).await?;
    page.close().await
}

async fn hidden_hides_it(engine: Engine) -> Result<()> {
    let host = Host::start("npm", |site| site)?;
    let page = Page::start(engine).await?;
    page.open_at(&host.page()).await?;
    holds(&page, "advisor.hidden = true; return getComputedStyle(advisor).display", json!("none")).await?;
    holds(&page, "advisor.hidden = false; return getComputedStyle(advisor).display", json!("block")).await?;
    page.close().await
}

async fn the_attributes_of_the_author_stay_as_they_are(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    // none of its own on a fresh one
    holds(&page, "const fresh = document.createElement('nms-advisor'); document.body.append(fresh); return fresh.ready.then(() => fresh.getAttributeNames())", json!([])).await?;
    let script = "const set = { tabindex: '5', role: 'region', 'aria-label': 'Ours', title: 'Ours', class: 'ours', lang: 'en', id: 'ours' }; \
        const fresh = document.createElement('nms-advisor'); for (const [name, value] of Object.entries(set)) fresh.setAttribute(name, value); \
        document.body.append(fresh); return fresh.ready.then(() => Object.entries(set).filter(([name, value]) => fresh.getAttribute(name) !== value))";
    holds(&page, script, json!([])).await?;
    page.close().await
}

async fn what_was_set_before_it_was_defined_is_taken_over(engine: Engine) -> Result<()> {
    let host = Host::start("npm", |site| site)?;
    // a deferred script runs in order with the module: before it
    host.put("first.js", "addEventListener('readystatechange', () => {}); document.addEventListener('DOMContentLoaded', () => {}); new MutationObserver((_, self) => { const advisor = document.querySelector('nms-advisor'); if (!advisor || customElements.get('nms-advisor')) return; self.disconnect(); advisor.findings = { temperature: 41.3 }; advisor.view = 'panel'; advisor.headingLevel = 4; }).observe(document, { childList: true, subtree: true });")?;
    let page = Page::start(engine).await?;
    page.open_at(&host.page()).await?;
    page.wait_for_grade("severe").await?;
    holds(&page, "return [advisor.findings, Object.keys(advisor), advisor.getAttribute('view'), advisor.getAttribute('heading-level'), !!advisor.shadowRoot.querySelector('h5')]", json!([{ "temperature": 41.3 }, [], "panel", "4", true])).await?;
    page.close().await
}

async fn primitives_are_reflected_both_ways_and_objects_are_not(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    for (property, attribute, value) in [
        ("basis", "basis", json!("article")),
        ("theme", "theme", json!("dark")),
        ("view", "view", json!("panel")),
        ("units", "units", json!("conventional")),
        ("contacts", "contacts", json!("{\"poison-centre\":\"123\"}")),
        ("stock", "stock", json!("{\"place\":\"Pharmacy\"}")),
        ("headingLevel", "heading-level", json!(3)),
        ("idle", "idle", json!("15")),
    ] {
        let text = value.as_str().map_or_else(|| value.to_string(), ToString::to_string);
        holds(&page, &format!("advisor.{property} = {value}; return advisor.getAttribute('{attribute}')"), json!(text))
            .await?;
        holds(&page, &format!("advisor.removeAttribute('{attribute}'); const bare = advisor.{property}; advisor.setAttribute('{attribute}', {}); return [bare === advisor.{property}, advisor.{property}]", json!(text)), json!([false, value])).await?;
        holds(&page, &format!("advisor.{property} = null; return advisor.hasAttribute('{attribute}')"), json!(false))
            .await?;
    }
    holds(&page, "advisor.fragment = false; const off = advisor.hasAttribute('fragment'); advisor.fragment = true; return [off, advisor.getAttribute('fragment')]", json!([false, ""])).await?;
    // an object would be a string there, and a case in the page's markup
    holds(&page, "advisor.findings = { temperature: 41.3 }; return advisor.hasAttribute('findings')", json!(false))
        .await?;
    holds(
        &page,
        "const own = advisor.findings; own.temperature = 36; return advisor.findings.temperature",
        json!(41.3),
    )
    .await?;
    page.close().await
}

async fn the_host_hears_nothing_of_what_it_does_itself(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    let script = "const heard = []; for (const name of ['nms-change', 'nms-ready', 'nms-error']) advisor.addEventListener(name, () => heard.push(name)); \
        advisor.findings = { temperature: 41.3 }; advisor.view = 'panel'; advisor.setAttribute('findings', '{\"temperature\":39}'); advisor.theme = 'dark'; advisor.reset(); \
        return new Promise((done) => setTimeout(() => done(heard), 100))";
    holds(&page, script, json!([])).await?;
    page.close().await
}

async fn a_second_definition_is_passed_over(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    page.type_into("temperature", "41.3").await?;
    let script = "const before = customElements.get('nms-advisor'); \
        return import('./nms-advisor.js?again').then(() => [before === customElements.get('nms-advisor'), advisor.findings.temperature])";
    holds(&page, script, json!([true, 41.3])).await?;
    page.close().await
}

/// What the console is told of versions, and the version of the element that shows.
const TOLD: &str = "const said = window.__said.filter((line) => line.includes('two versions')); return [said.length, said.every((line) => line.includes('9.9.9') && line.includes('0.1.0')), customElements.get('nms-advisor').versions.code, said[0]?.indexOf(customElements.get('nms-advisor').versions.code) < said[0]?.lastIndexOf('version ')]";

async fn two_versions_are_told_in_both_orders_and_of_every_build(engine: Engine) -> Result<()> {
    let host = Host::start("npm", xtask::server::Site::without_policy)?;
    let page = Page::start(engine).await?;
    host.put("first.js", "window.__said = []; for (const kind of ['error', 'warn']) { const before = console[kind]; console[kind] = (...all) => { window.__said.push(all.join(' ')); before(...all); }; }")?;
    let module = std::fs::read_to_string(host.folder.join("nms-advisor.js"))?;
    ensure!(module.starts_with("const VERSIONS = { code: '0.1.0'"), "the version stands at the head");
    let other = module.replacen("code: '0.1.0'", "code: '9.9.9'", 1);
    host.put("same.js", &module)?;
    host.put("other.js", &other)?;
    let whole = std::fs::read_to_string(xtask::root().join("dist/nms-advisor.html"))?;
    let single = whole
        .replacen("http-equiv=\"Content-Security-Policy\"", "name=\"policy\"", 1)
        .replacen("<head>", "<head><script src=\"first.js\"></script>", 1)
        // the room of the package lies in a folder of its own
        .replacen(" room fill>", " fill>", 1);
    let (before, script) = single.rsplit_once("<script>").unwrap_or_default();
    let pair = |one: &str, two: &str| {
        format!(
            "<!doctype html><html lang=\"en\"><head><title>Two</title><link rel=\"icon\" href=\"data:,\"><script src=\"first.js\"></script></head><body><nms-advisor></nms-advisor><script type=\"module\" src=\"{one}\"></script><script type=\"module\" src=\"{two}\"></script></body></html>"
        )
    };
    let after =
        |file: &str| single.replacen("</body>", &format!("<script type=\"module\" src=\"{file}\"></script></body>"), 1);
    let late = |file: &str| {
        format!("{before}<script type=\"text/plain\" id=\"late\">{}", script.replacen("</body>", &format!("<script type=\"module\">import './{file}'; const late = document.createElement('script'); late.textContent = document.querySelector('#late').textContent; document.head.append(late);</script></body>"), 1))
    };
    for (what, text, told, shown) in [
        ("the package, then another", pair("nms-advisor.js", "other.js"), 1, "0.1.0"),
        ("another, then the package", pair("other.js", "nms-advisor.js"), 1, "9.9.9"),
        ("the package twice", pair("nms-advisor.js", "same.js"), 0, "0.1.0"),
        ("the single file, then another", after("other.js"), 1, "0.1.0"),
        ("another, then the single file", late("other.js"), 1, "9.9.9"),
        ("the single file, then the package of its version", after("nms-advisor.js"), 0, "0.1.0"),
        ("the package, then the single file of its version", late("nms-advisor.js"), 0, "0.1.0"),
    ] {
        host.put("two.html", text)?;
        page.open_at(&format!("{}two.html", host.address)).await.with_context(|| what)?;
        wait(&format!("{what}: both have come"), || async {
            Ok(page.script(TOLD).await?.get(0) == Some(&json!(told)))
        })
        .await?;
        let found = page.script(TOLD).await?;
        let order = if told == 0 { json!(false) } else { json!(true) };
        ensure!(found == json!([told, true, shown, order]), "{what}: {found}");
    }
    page.close().await
}

async fn what_it_listens_to_ends_when_it_leaves(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    // it opens a case from the fragment while it is there, and no longer once it has gone
    let script = "const gone = advisor; gone.remove(); location.hash = 'case=1~temperature=41.3%20%7BCel%7D'; \
        return new Promise((done) => setTimeout(() => done([gone.findings, gone.shadowRoot.childElementCount]), 1300))";
    holds(&page, script, json!([{}, 0])).await?;
    page.close().await
}

async fn notes_of_the_place_are_shown_and_marked(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    let shown = "return getComputedStyle(advisor.shadowRoot.querySelector('[data-role=\"local-notes\"]')).display";
    holds(&page, shown, json!("none")).await?;
    page.script("const note = document.createElement('p'); note.slot = 'local-notes'; note.textContent = 'Dantrolene: theatre 3, second fridge.'; document.querySelector('nms-advisor').append(note)").await?;
    wait("the note is there", || async {
        let text = page
            .in_widget(
                "const box = root.querySelector('[data-role=\"local-notes\"]'); return box.hidden ? '' : box.innerText",
            )
            .await?;
        Ok(text.as_str().is_some_and(|text| text.contains("Local note") && text.contains("not part of the rule set")))
    })
    .await?;
    holds(&page, "const note = advisor.querySelector('[slot=\"local-notes\"]'); return note.getBoundingClientRect().height > 0 && advisor.shadowRoot.querySelector('.plan').contains(note.assignedSlot)", json!(true)).await?;
    // it survives what the widget draws anew, and goes with the note
    page.type_into("temperature", "41.3").await?;
    page.wait_for_grade("severe").await?;
    holds(&page, "return advisor.shadowRoot.querySelector('[data-role=\"local-notes\"]').hidden", json!(false)).await?;
    page.script("document.querySelector('[slot=\"local-notes\"]').remove()").await?;
    wait("the box goes", || async {
        Ok(page.in_widget("return root.querySelector('[data-role=\"local-notes\"]').hidden").await? == json!(true))
    })
    .await?;
    page.close().await
}

async fn an_event_that_nobody_reads_makes_no_assessment(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    // findings and assessments reach the page as texts: those that are parsed are counted
    let script = "
        let made = 0;
        const { parse } = window.JSON;
        window.JSON.parse = (...given) => { made += 1; return parse(...given); };
        const details = [];
        for (const type of ['nms-change', 'nms-assessment']) document.addEventListener(type, ({ detail }) => details.push(detail));
        const put = (text) => {
            const field = advisor.shadowRoot.querySelector('[data-finding=\"temperature\"] input');
            field.value = text;
            field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        };
        put('41.3');
        put('39');
        const unread = made;
        const whole = JSON.stringify({ findings: advisor.findings, assessment: advisor.assessment });
        advisor.reset();
        made = 0;
        const [first, same, second] = details;
        const grades = [first, first, same].map(({ assessment }) => assessment.severity.grade);
        const once = made;
        const alike = [second, structuredClone(second), { ...second }].map((one) => JSON.stringify(one) === whole);
        const { enumerable, configurable } = Object.getOwnPropertyDescriptor(second, 'assessment');
        return [unread, details.length, grades, once, first.findings, Object.keys(second), alike, enumerable, configurable, made];";
    let severe = json!(["severe", "severe", "severe"]);
    let alike = json!([true, true, true]);
    let keys = json!(["findings", "assessment"]);
    // five events: two edits with two each, and the assessment after the reset
    let wanted = json!([0, 5, severe, 1, { "temperature": 41.3 }, keys, alike, true, false, 4]);
    holds(&page, script, wanted).await?;
    page.close().await
}
