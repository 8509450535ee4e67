//! What is entered stays where it is: no field hands it to the browser's services, no message of an error carries it.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Engine, Host, Page, in_every_engine, room, wait};
use serde_json::json;
use xtask::server::Site;

in_every_engine!(
    every_field_keeps_what_is_typed_to_itself,
    the_fields_of_the_site_do_as_well,
    no_error_tells_the_console_what_was_entered,
    recorders_of_sessions_are_kept_out,
);

/// Every field that takes text, in the page and in every shadow root, with what it lacks. `prose` is what is written in
/// sentences: a capital at the start of one is right there.
const LACKING: &str = "
const prose = /^nms-(b-(title|objectives|notes|stage|story|stage-notes|minutes)|commit-reason|remark)$/;
const all = [];
const walk = (root) => { for (const node of root.querySelectorAll('*')) { all.push(node); if (node.shadowRoot) walk(node.shadowRoot); } };
walk(document);
const takes = (node) => node.matches('textarea, [contenteditable]') || (node.matches('input') && !/^(checkbox|radio|file|button|submit|range|color|hidden)$/.test(node.type));
const fields = all.filter(takes);
const lacking = fields.flatMap((node) => {
  const wanted = { spellcheck: 'false', autocomplete: 'off', autocorrect: 'off', ...(!prose.test(node.id) && { autocapitalize: 'off' }) };
  const wrong = Object.entries(wanted).filter(([name, value]) => node.getAttribute(name) !== value).map(([name]) => name);
  if (node.closest('[translate]')?.getAttribute('translate') !== 'no') wrong.push('translate');
  return wrong.length ? [`${node.outerHTML.slice(0, 90)}: ${wrong}`] : [];
});
return { fields: fields.map((node) => node.id || node.className || node.parentNode.className), lacking };
";

/// Checks the fields of the page as it is, and returns their names.
async fn checked(page: &Page, at: &str) -> Result<Vec<String>> {
    let found = page.script(LACKING).await?;
    ensure!(found.get("lacking") == Some(&json!([])), "{at}: {found:#}");
    Ok(serde_json::from_value(found.get("fields").cloned().unwrap_or_default())?)
}

async fn every_field_keeps_what_is_typed_to_itself(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let mut seen = Vec::new();
    room::open(&page, &room::host(&page, "fields.html", "<nms-advisor room fragment></nms-advisor>")?).await?;
    for example in [false, true] {
        room::go(&page, 0, "full").await?;
        if example {
            page.example("severe").await?;
        }
        // twice: what is closed is not in the page
        for _ in 0..3 {
            page.in_widget("for (const fold of root.querySelectorAll('details')) fold.open = true").await?;
            page.in_widget("return new Promise((done) => setTimeout(done, 50))").await?;
        }
        seen.extend(checked(&page, "the widget").await?);
    }
    for action in ["save", "link"] {
        page.act(action).await?;
        wait(&format!("the text of {action} is there"), || async {
            Ok(page.in_widget("return !!root.querySelector('.handed textarea')").await? == json!(true))
        })
        .await?;
        seen.extend(checked(&page, action).await?);
    }
    room::run(&page, 0, "kidneys", false).await?;
    for mode in ["cases", "case", "course", "run", "debrief", "build"] {
        room::go(&page, 0, mode).await?;
        page.in_widget("for (const fold of root.querySelectorAll('details')) fold.open = true; root.querySelector('[data-action=\"commit\"], [data-action=\"tick\"]')?.click()").await?;
        seen.extend(checked(&page, mode).await?);
    }
    seen.sort();
    seen.dedup();
    for part in ["nms-line", "nms-dose", "nms-remark", "nms-commit-reason", "nms-b-title", "nms-b-story", "nms-call-"] {
        ensure!(seen.iter().any(|name| name.contains(part)), "{part} was looked at: {seen:?}");
    }
    page.close().await
}

async fn the_fields_of_the_site_do_as_well(engine: Engine) -> Result<()> {
    let site = Host::start("site", Site::without_policy)?;
    let page = Page::start(engine).await?;
    for name in ["index.html", "embed.html", "intended-use.html"] {
        page.driver.goto(&format!("{}{name}", site.address)).await?;
        if name != "intended-use.html" {
            wait("the widget is there", || async {
                Ok(page.in_widget("return !!root?.querySelector('#nms-line, input')").await? == json!(true))
            })
            .await?;
        }
        checked(&page, name).await.with_context(|| name.to_string())?;
        let forms = page
            .script(
                "return [...document.querySelectorAll('form')].filter((form) => form.autocomplete !== 'off').length",
            )
            .await?;
        ensure!(forms == json!(0), "{name}: a form keeps what was chosen");
    }
    page.close().await
}

/// Everything that a tracker of errors collects: what the console is told, errors and promises that nobody catches, and the
/// errors of `nms-error`, should a host hand them on; of an error, what can be enumerated.
const COLLECT: &str = "
window.__collected = [];
const told = (kind, ...all) => window.__collected.push([kind, ...all.map((one) => (one instanceof Error || one?.stack ? [one.name, one.message, one.stack, JSON.stringify({ ...one })] : typeof one === 'object' ? JSON.stringify(one) : String(one)))].flat().join(' | '));
for (const kind of ['log', 'info', 'debug', 'warn', 'error', 'trace']) { const before = console[kind]; console[kind] = (...all) => { told(kind, ...all); before.apply(console, all); }; }
addEventListener('error', ({ message, error }) => told('uncaught', message, error));
addEventListener('unhandledrejection', ({ reason }) => told('rejected', reason));
document.addEventListener('nms-error', ({ detail }) => told('nms-error', detail.error, detail.error?.cause));
const insert = Node.prototype.insertBefore;
window.__faults = 0;
Node.prototype.insertBefore = function (...given) {
  if (window.__faults > 0 && /wasm/.test(new Error().stack.replace(/nms-advisor_bg/g, ''))) { window.__faults -= 1; throw new DOMException('refused by the test'); }
  return insert.apply(this, given);
};
";

/// What provokes faults, each with a marked text in it.
const FAULTS: [&str; 14] = [
    "for (const field of R.querySelectorAll('input[type=text], textarea')) { field.value = MARK; field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); }",
    "for (const text of [MARK, `{\"temperature\": ${MARK}}`, `{ ${MARK}`, `[\"${MARK}\"`, `[object ${MARK} ${MARK}]`, `[object Object] ${MARK}`, `{“${MARK}”: 1}`]) { A.findings = text; A.setAttribute('findings', text); }",
    "for (const value of [[MARK], new Map([[MARK, 1]]), new Error(MARK), Promise.resolve(MARK), () => MARK, Symbol(MARK), { [MARK]: MARK }, { temperature: MARK, agents: [MARK], weight: { value: MARK, unit: MARK }, sodium: { [MARK]: 1 } }]) A.findings = value;",
    "for (const name of ['basis', 'theme', 'view', 'units', 'textSize', 'idle', 'contacts', 'headingLevel', 'lang']) { A[name] = MARK; A[name] = { [MARK]: MARK }; A[name] = null; }",
    "A.assessment = MARK; A.ready = MARK; A.focusField(MARK); setTimeout(() => A.exportNote(MARK));",
    "A.takeFhir(MARK); A.takeFhir(`{ \"resourceType\": \"${MARK}\" `); A.takeFhir({ resourceType: MARK }); A.takeFhir({ resourceType: 'Patient', name: [{ family: MARK }] }, { patient: MARK, now: MARK, windowHours: MARK, [MARK]: 1 });",
    "A.fragment = true; location.hash = `case=1~temperature=${MARK}~${MARK}=1`; await tick(100); location.hash = `case=zzz~${MARK}`; await tick(100);",
    "const files = new DataTransfer(); files.items.add(new File([`NMS Advisor case 1\\n${MARK}: ${MARK}`], `${MARK}.txt`)); const it = R.querySelector('#nms-open'); it.files = files.files; it.dispatchEvent(new Event('change', { bubbles: true }));",
    "const files = new DataTransfer(); files.items.add(new File([`{\"resourceType\": \"${MARK}\"`], `${MARK}.json`)); const it = R.querySelector('#nms-open'); it.files = files.files; it.dispatchEvent(new Event('change', { bubbles: true }));",
    "const line = R.querySelector('#nms-line'); line.value = `${MARK} temp 41.3 ${MARK}`; R.querySelector('[data-action=read]').click(); await tick(200); line.value = `{\"resourceType\": \"${MARK}\"`; R.querySelector('[data-action=read]').click();",
    "const { assess, toCdsHooksCards, fromText, fromFhir } = await import(new URL('./nms-advisor.js', location.href)); for (const act of [() => assess(MARK), () => assess([MARK]), () => assess({}, MARK), () => assess({}, { language: MARK, explanations: MARK, [MARK]: 1 }), () => toCdsHooksCards(MARK), () => toCdsHooksCards({ [MARK]: MARK }), () => toCdsHooksCards({ ...assess({ temperature: 41.3 }), suspicion: MARK, severity: MARK, recommendations: [MARK] }), () => fromText(MARK, { units: MARK, now: MARK, [MARK]: 1 }), () => fromText({ [MARK]: 1 }), () => fromFhir(`{${MARK}`, { now: new Date() }), () => fromFhir({ resourceType: MARK }, { now: MARK })]) setTimeout(act);",
    "A.findings = { temperature: 41.3 }; await tick(); A.findings = { temperature: 41.3, [MARK]: 1 }; for (const text of R.querySelectorAll('.nms b')) text.textContent = 'x';",
    "const agents = R.querySelector('[data-finding=agents] input'); agents.value = MARK; agents.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); window.__faults = 1; A.findings = { ...A.findings, temperature: 39 }; await tick(300);",
    "window.__faults = 4; const field = R.querySelector('[data-finding=temperature] input'); if (field) { field.value = MARK; field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); } A.findings = { temperature: 41 }; await tick(600);",
];

async fn no_error_tells_the_console_what_was_entered(engine: Engine) -> Result<()> {
    const MARK: &str = "Mustermann4711";
    let page = Page::start(engine).await?;
    let host = Host::start("npm", Site::without_policy)?;
    for folder in ["data-in", "teaching"] {
        std::fs::create_dir_all(host.folder.join(folder))?;
        for file in std::fs::read_dir(xtask::root().join("dist/npm").join(folder))? {
            let file = file?;
            std::fs::copy(file.path(), host.folder.join(folder).join(file.file_name()))?;
        }
    }
    host.put("first.js", COLLECT)?;
    let mut told = 0;
    for fault in FAULTS {
        page.open_at(&host.page()).await?;
        // one of the page's own scripts: what a driver runs has errors of its own
        let script = format!(
            "window.__done = false; const script = document.createElement('script'); script.textContent = `(async () => {{ const MARK = '{MARK}', A = document.querySelector('nms-advisor'), R = A.shadowRoot, tick = (ms = 40) => new Promise((done) => setTimeout(done, ms)); {} await tick(250); }})().finally(() => {{ window.__done = true; }})`; document.head.append(script)",
            fault.replace('\\', "\\\\").replace('`', "\\`").replace("${", "\\${")
        );
        page.script(&script).await?;
        wait("it is over", || async { Ok(page.script("return window.__done").await? == json!(true)) })
            .await
            .with_context(|| fault)?;
        let collected: Vec<String> = serde_json::from_value(page.script("return window.__collected").await?)?;
        told += collected.len();
        let leaks: Vec<&String> = collected.iter().filter(|line| line.contains(MARK)).collect();
        ensure!(leaks.is_empty(), "{fault}\ntells {leaks:#?}");
        // where the widget has stopped for good, what was entered stands in a field like any other
        checked(&page, fault).await?;
    }
    ensure!(told > 30, "{told} errors were collected");
    page.close().await
}

async fn recorders_of_sessions_are_kept_out(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    let found = page.in_widget("const box = root.querySelector('.nms').parentElement; return [['data-clarity-mask', 'data-dd-privacy', 'data-hj-suppress', 'data-private', 'data-sentry-block', 'data-sentry-mask'].filter((name) => !box.hasAttribute(name)), ['fs-exclude', 'ph-no-capture', 'rr-block'].filter((name) => !box.classList.contains(name))]").await?;
    ensure!(found == json!([[], []]), "the box lacks {found}");
    page.close().await
}
