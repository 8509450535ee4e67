//! Thousands of names are one problem with a count: whoever types, pastes, sends, opens or links them, the page stays small.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Page, in_every_engine, wait};
use serde_json::{Value, json};

in_every_engine!(thousands_of_names_are_one_problem_with_a_count);

/// As many more elements than the page has beside an ordinary case.
const MOST_MORE: u64 = 400;

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
        run(
            &page,
            "A.findings = { temperature: 38.5, agents: ['haloperidol'] }; await tick(); shown(); await tick(); shown()",
        )
        .await?;
        let count = "return R.querySelectorAll('*').length";
        let before = run(&page, count).await?.as_u64().unwrap_or_default();
        run(&page, &format!("{attack}; shown(); await tick(200); shown(); await tick(200)")).await?;
        let after = run(&page, count).await?.as_u64().unwrap_or_default();
        let text = run(&page, "return R.textContent").await?;
        let text = text.as_str().unwrap_or_default();
        println!("{what}: {before} to {after} elements, {} letters", text.len());
        if after > before + MOST_MORE || text.len() > 90_000 {
            wrong.push(format!("{what}: {before} elements become {after}"));
        }
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
