//! Thousands of names are one problem with a count: whoever types, pastes, sends, opens or links them, the page stays small.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Page, in_every_engine, wait};
use serde_json::{Value, json};

in_every_engine!(thousands_of_names_are_one_problem_with_a_count);

/// As many more elements than the page has beside an ordinary case.
const MOST_MORE: u64 = 400;
/// As many elements in everything that lists problems and what was read.
const MOST_LISTED: u64 = 450;
/// Opens everything, as what is closed is not in the page.
const OPENED: &str = "for (let turn = 0; turn < 4; turn += 1) { await tick(150); shown(); } await tick(150)";

const HANDS: &str = "
const A = document.querySelector('nms-advisor'), R = A.shadowRoot;
const tick = (ms = 50) => new Promise((done) => setTimeout(done, ms));
const names = (letters) => { let text = ''; for (let at = 0; text.length < letters; at += 1) text += `unknown${at}, `; return text; };
const put = (field, text) => { field.value = text; field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); };
const until = async (holds) => { for (let at = 0; at < 400 && !holds(); at += 1) await tick(25); };
const open = (text, name) => { const files = new DataTransfer(); files.items.add(new File([text], name)); const it = R.querySelector('#nms-open'); it.files = files.files; it.dispatchEvent(new Event('change', { bubbles: true })); };
const shown = () => { for (const fold of R.querySelectorAll('details')) fold.open = true; };
";

async fn run(page: &Page, script: &str) -> Result<Value> {
    page.script(&format!("{HANDS} return (async () => {{ {script} }})()")).await
}

/// What is done, and the words in which the count is told.
const ATTACKS: [(&str, &str, &str); 14] = [
    (
        "10 kB of names typed",
        "put(R.querySelector('[data-finding=agents] input'), names(10_000)); await tick(300)",
        "more",
    ),
    (
        "100 kB of names typed",
        "put(R.querySelector('[data-finding=agents] input'), names(100_000)); await tick(1500)",
        "more",
    ),
    (
        "100 kB of other names typed",
        "put(R.querySelector('[data-finding=dopaminergicAgents] input'), names(100_000)); await tick(1500)",
        "more",
    ),
    (
        "a number of 10 kB typed",
        "put(R.querySelector('[data-finding=temperature] input'), '9'.repeat(10_000)); await tick(300)",
        "…",
    ),
    (
        "5,000 names sent",
        "A.findings = { agents: Array.from({ length: 5000 }, (_, at) => `unknown${at}`), actionsTaken: Array.from({ length: 5000 }, (_, at) => `no-rule-${at}`) }; await tick(300)",
        "more",
    ),
    (
        "10,000 keys sent",
        "A.findings = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`key${at}`, at])); await tick(300)",
        "more",
    ),
    (
        "a link of 8 kB",
        "A.fragment = true; location.hash = `case=1~agents=${encodeURIComponent(names(7_000))}`; await until(() => R.querySelector('[data-role=offered], [data-role=notice], [data-role=unread]')); await tick(300)",
        "more",
    ),
    (
        "a link of 8 kB of keys",
        "A.fragment = true; location.hash = `case=1~temperature=41~${Array.from({ length: 900 }, (_, at) => `k${at}=1`).join('~')}`; await until(() => R.querySelector('[data-role=offered], [data-role=notice], [data-role=unread]')); await tick(300)",
        "more",
    ),
    (
        "10 kB of names on the line",
        "const line = R.querySelector('#nms-line'); line.value = names(9_900); R.querySelector('[data-action=read]').click(); await until(() => R.querySelector('.chips, .error, .line-said:not(:empty)')); await tick(300)",
        "",
    ),
    (
        "100 kB of text on the line",
        "const line = R.querySelector('#nms-line'); line.value = 'temp 38.5, hr 110, ' + names(100_000); R.querySelector('[data-action=read]').click(); await until(() => R.querySelector('.chips, .error, .line-said:not(:empty)')); await tick(1500)",
        "",
    ),
    (
        "the same answer 3,000 times on the line",
        "const line = R.querySelector('#nms-line'); line.value = Array.from({ length: 3000 }, (_, at) => `temp ${36 + (at % 50) / 10}`).join(', '); R.querySelector('[data-action=read]').click(); await until(() => R.querySelector('.chips, .error, .line-said:not(:empty)')); await tick(1500)",
        "",
    ),
    (
        "a record with 3,000 drugs",
        "await A.takeFhir({ resourceType: 'Bundle', type: 'collection', entry: Array.from({ length: 3000 }, (_, at) => ({ resource: { resourceType: 'MedicationStatement', status: 'active', subject: { reference: 'Patient/1' }, medicationCodeableConcept: { text: `unknown${at}` } } })) }); await tick(500)",
        "",
    ),
    (
        "a record with 3,000 values",
        "await A.takeFhir({ resourceType: 'Bundle', type: 'collection', entry: Array.from({ length: 3000 }, (_, at) => ({ resource: { resourceType: 'Observation', status: 'final', subject: { reference: 'Patient/1' }, code: { coding: [{ system: 'http://loinc.org', code: '8310-5' }] }, effectiveDateTime: new Date(Date.now() - at * 1000).toISOString(), valueQuantity: { value: 36 + (at % 60) / 10, unit: at % 2 ? 'furlong' : 'Cel', system: 'http://unitsofmeasure.org', code: at % 2 ? 'furlong' : 'Cel' } } })) }); await tick(500)",
        "",
    ),
    (
        "a file of 5,000 lines",
        "open('NMS Advisor case 1\\ntemperature: 41.3 Cel\\n' + Array.from({ length: 5000 }, (_, at) => `key${at}: 1`).join('\\n'), 'case.txt'); await until(() => R.querySelector('[data-role=offered], [data-role=notice], [data-role=unread]')); await tick(500)",
        "",
    ),
];

async fn thousands_of_names_are_one_problem_with_a_count(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let mut wrong = Vec::new();
    for (what, attack, words) in ATTACKS {
        page.open().await?;
        page.resize(1_280, 900).await?;
        run(&page, &format!("A.findings = {{ temperature: 41.3, agents: ['haloperidol'] }}; {OPENED}")).await?;
        let count = "const lists = '.problems, .intake, .record, .whole, .line'; return [R.querySelectorAll('*').length, new Set([...R.querySelectorAll(lists)].flatMap((list) => [...list.querySelectorAll('*')])).size, R.textContent.length]";
        let counts = async || -> Result<[u64; 3]> { Ok(serde_json::from_value(run(&page, count).await?)?) };
        let [before, _, letters] = counts().await?;
        run(&page, &format!("{attack}; {OPENED}")).await?;
        let [after, listed, written] = counts().await?;
        println!("{what}: {before} to {after} elements, {listed} in lists");
        if after > before + MOST_MORE || listed > MOST_LISTED || written > letters + 20_000 {
            wrong.push(format!("{what}: {before} elements become {after}, {listed} in lists, {written} letters"));
        }
        let text = run(&page, "return R.textContent").await?;
        let text = text.as_str().unwrap_or_default();
        if !text.contains(words) {
            wrong.push(format!("{what}: nobody says “{words}”"));
        }
        let errors = page.errors().await?;
        ensure!(errors.is_empty(), "{what}: {errors:?}");
    }
    wait("the last page is there", || async { Ok(page.script("return true").await? == json!(true)) }).await?;
    ensure!(wrong.is_empty(), "{wrong:#?}");
    page.close().await
}
