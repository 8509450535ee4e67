//! What is entered stays entered: the host, the reader, a link, a translator and the browser never undo each other.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Host, Page, in_every_engine, wait};
use serde_json::{Value, json};

in_every_engine!(
    an_option_of_the_host_changes_that_option_alone,
    a_host_that_echoes_leaves_the_field_to_whoever_types,
    nothing_known_clears_and_nothing_throws,
    what_the_page_sends_and_cannot_be_used_is_said,
    an_unusable_value_locks_nothing,
    a_link_asks_where_answers_stand_and_leaves_the_address,
    whoever_rewrites_the_advice_is_noticed,
    another_document_keeps_the_case_and_the_styles,
    a_copy_that_fails_hands_over_the_text,
    the_host_hears_of_every_assessment,
    a_dropped_file_is_a_case_or_a_sentence,
    the_day_is_that_of_looking,
    any_order_of_hosts_and_readers_keeps_what_nobody_replaced,
);

const A: &str = "const A = document.querySelector('nms-advisor'), R = A.shadowRoot; \
    const tick = async () => { for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setTimeout(resolve, 10)); }; \
    const put = (finding, text) => { const it = R.querySelector(`[data-finding=\"${finding}\"] input`); it.value = text; it.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); }; \
    const press = (action) => R.querySelector(`[data-action=\"${action}\"]`).click();";

/// Runs a script, which may wait, with the element, its shadow root and a few hands bound.
async fn run(page: &Page, script: &str) -> Result<Value> {
    let script = format!("{A} return (async () => {{ {script} }})()");
    page.script(&script).await
}

async fn holds(page: &Page, script: &str, wanted: Value) -> Result<()> {
    let found = run(page, script).await?;
    ensure!(found == wanted, "{script}\nreturns {found}\nand not {wanted}");
    Ok(())
}

async fn opened(engine: Engine) -> Result<Page> {
    let page = Page::start(engine).await?;
    page.open().await?;
    // where the menus stand in the bar
    page.resize(1_280, 900).await?;
    Ok(page)
}

async fn an_option_of_the_host_changes_that_option_alone(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    page.set("[data-role=units]", "conventional").await?;
    for (finding, text) in [("weight", "150"), ("temperature", "104"), ("creatinine", "1.2")] {
        run(&page, &format!("put('{finding}', '{text}')")).await?;
    }
    run(&page, "R.querySelector('[data-role=article-only]').click()").await?;
    let state = "await tick(); return [A.findings, R.querySelector('[data-role=units]').value, R.querySelector('[data-role=article-only]').checked, \
        ['weight', 'temperature', 'creatinine'].map((id) => R.querySelector(`[data-finding=${id}] input`).value)]";
    let before = run(&page, state).await?;
    ensure!(
        before.pointer("/0/weight") == Some(&json!(68.038_855_5)) && before.pointer("/2") == Some(&json!(true)),
        "the start: {before}"
    );
    for change in [
        "A.theme = 'dark'",
        "A.setAttribute('heading-level', '4')",
        "A.contacts = { 'poison-centre': '555' }",
        "A.setAttribute('lang', 'en-GB')",
        "A.view = 'form'",
        "A.view = ''",
        "A.removeAttribute('theme')",
    ] {
        run(&page, change).await?;
        let after = run(&page, state).await?;
        ensure!(after == before, "{change} turns {before} into {after}");
    }
    // the toolbar's own units are for fresh fields
    page.set("[data-role=units]", "si").await?;
    let after = run(&page, state).await?;
    ensure!(after.pointer("/0") == before.pointer("/0"), "other units read {before} as {after}");
    page.close().await
}

async fn a_host_that_echoes_leaves_the_field_to_whoever_types(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    run(&page, "for (const fold of R.querySelectorAll('details')) fold.open = true; A.addEventListener('nms-change', (event) => { A.findings = event.detail.findings; })").await?;
    for (finding, text) in [("temperature", "39.5"), ("urineOutput", "0.5"), ("inr", "2.5"), ("agents", "haloperidol")]
    {
        page.type_into(finding, text).await?;
        ensure!(page.raw(finding).await? == text, "{finding} holds {}", page.raw(finding).await?);
    }
    let field = page.field("urineOutput").await?;
    for key in ["\u{e003}", "3"] {
        field.send_keys(key).await?;
    }
    holds(&page, "return [A.findings.urineOutput, A.findings.temperature]", json!([0.3, 39.5])).await?;
    // a host that adds what it knows takes nothing away
    page.type_into("platelets", "1").await?;
    run(&page, "A.findings = { ...A.findings, weight: { value: 150, unit: '[lb_av]' } }").await?;
    holds(&page, "await tick(); return [R.querySelector('[data-finding=weight] input').value, R.querySelector('[data-finding=temperature] input').value]", json!(["150", "39.5"])).await?;
    page.close().await
}

async fn nothing_known_clears_and_nothing_throws(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    for nothing in [
        "A.findings = null",
        "A.findings = undefined",
        "A.setAttribute('findings', '{\"temperature\":41.3}'); A.removeAttribute('findings')",
        "A.setAttribute('findings', 'null')",
        "A.findings = ''",
        "A.reset()",
    ] {
        let script = format!(
            "A.removeAttribute('findings'); A.findings = {{ temperature: 41.3, agents: ['haloperidol'] }}; put('heartRate', 'fast'); await tick(); {nothing}; await tick(); \
             return [A.findings, R.querySelector('[data-finding=heartRate] input').value, R.querySelector('[data-action=undo]') === null, A.assessment.suspicion]"
        );
        holds(&page, &script, json!([{}, "", true, "incomplete"])).await?;
    }
    // what frameworks hand an element
    holds(&page, "const detail = { findings: { temperature: 38.5 }, assessment: A.assessment, ready: A.ready }; Object.assign(A, detail); return A.findings", json!({ "temperature": 38.5 })).await?;
    holds(&page, "A.room = false; A.fragment = false; A.fragment = 'false'; A.lang = ''; A.basis = false; A.headingLevel = null; return [A.room, A.fragment, A.hasAttribute('basis')]", json!([false, false, false])).await?;
    page.close().await
}

async fn what_the_page_sends_and_cannot_be_used_is_said(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    run(&page, "window.heard = []; A.addEventListener('nms-error', ({ detail }) => heard.push([detail.code, detail.error?.name === 'TypeError']))").await?;
    let sent = "{ temperature: { value: 39.8, unit: 'furlong' }, creatineKinase: '12450', temp: 40, systolic: { value: 172, unit: 'mm[Hg]', comparator: '<' }, agents: ['haloperidol'] }";
    for way in [format!("A.findings = {sent}"), format!("A.setAttribute('findings', JSON.stringify({sent}))")] {
        run(&page, &format!("{way}; await tick()")).await?;
        let found = run(&page, "return [A.findings, A.assessment.issues.map((row) => row.finding), R.querySelectorAll('[data-role=not-used] li').length]").await?;
        let wanted = json!([{ "agents": ["haloperidol"] }, ["temperature", "systolic", "creatineKinase", "temp"], 4]);
        let sorted = |value: &Value| {
            let mut rows = value.pointer("/1").and_then(Value::as_array).cloned().unwrap_or_default();
            rows.sort_by_key(Value::to_string);
            (value.pointer("/0").cloned(), rows, value.pointer("/2").cloned())
        };
        ensure!(sorted(&found) == sorted(&wanted), "{way}: {found}");
    }
    holds(&page, "return window.heard", json!([["findings", true]])).await?;
    // answered by the reader, a row goes
    holds(&page, "put('temperature', '39.8'); await tick(); return A.assessment.issues.some((row) => row.finding === 'temperature')", json!(false)).await?;
    // texts that came instead of objects are named as such, and the case stays
    for (text, word) in [("[object Object]", "object"), ("{“temperature”: 41}", "curly"), ("{", "JSON")] {
        let script = format!(
            "heard.length = 0; A.findings = {}; await tick(); return [heard.length, A.findings.temperature, R.querySelector('[data-role=not-used]').textContent.includes('{word}')]",
            json!(text)
        );
        holds(&page, &script, json!([1, 39.8, true])).await?;
    }
    page.close().await
}

async fn an_unusable_value_locks_nothing(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    let script = "
        const revoked = () => { const made = Proxy.revocable({}, {}); made.revoke(); return made.proxy; };
        const bad = [
            () => revoked(), () => Promise.resolve({}), () => new Map([['temperature', 41]]), () => [1], () => 7, () => Symbol('x'), () => 10n, () => () => 1,
            () => new Proxy({}, { ownKeys() { throw new Error('no'); } }), () => Object.create({ temperature: 41.3 }), () => new (class Case { temperature = 41.3; })(),
            () => ({ temperature: 37, agents: revoked() }), () => ({ get temperature() { throw new Error('no'); } }), () => ({ agents: [revoked()] }),
            () => ({ agents: new Array(4e9) }), () => { const round = {}; round.temperature = round; return round; }, () => ({ weight: { value: revoked(), unit: 'kg' } }),
            () => ({ weight: { get value() { throw new Error('no'); } } }), () => Object.fromEntries(Array.from({ length: 5000 }, (_, at) => ['k' + at, at])),
        ];
        const fail = [];
        for (let turn = 0; turn < 40; turn += 1) for (const make of bad) {
            try { A.findings = make(); A.contacts = make(); A.headingLevel = make(); A.view = make(); } catch (error) { fail.push(String(error)); }
        }
        A.view = ''; A.contacts = null; A.headingLevel = null;
        document.body.append(A);
        A.findings = { temperature: 36.5 };
        await tick();
        return [fail, A.findings, (A.assessment.severity.grade ?? 'none') === R.querySelector('[data-role=severity]').dataset.grade, A.assessment.issues.length];";
    holds(&page, script, json!([[], { "temperature": 36.5 }, true, 0])).await?;
    page.close().await
}

async fn a_link_asks_where_answers_stand_and_leaves_the_address(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    run(&page, "A.fragment = true; put('temperature', '41.3'); put('agents', 'haloperidol'); await tick()").await?;
    let link = "case=1~temperature=36.8%20%7BCel%7D~rigidity=mild";
    run(&page, &format!("location.hash = '{link}'; await tick(); await tick()")).await?;
    wait("the case of the link waits", || async {
        Ok(run(&page, "return !!R.querySelector('[data-role=offered]') && location.hash === ''").await? == json!(true))
    })
    .await?;
    holds(&page, "return A.findings", json!({ "temperature": 41.3, "agents": ["haloperidol"] })).await?;
    holds(
        &page,
        "press('decline'); await tick(); return [A.findings.temperature, R.querySelector('[data-role=offered]')]",
        json!([41.3, null]),
    )
    .await?;
    run(&page, &format!("location.hash = '{link}'; await tick(); await tick(); press('accept'); await tick()")).await?;
    holds(&page, "return [A.findings.temperature, A.findings.rigidity, R.querySelector('[data-role=notice]').dataset.source, R.querySelectorAll('[data-role=unread] li').length > 0]", json!([36.8, "mild", "link", true])).await?;
    holds(
        &page,
        "press('take-back'); await tick(); return [A.findings.temperature, A.findings.agents]",
        json!([41.3, ["haloperidol"]]),
    )
    .await?;
    // what cannot be read replaces nothing and says so
    for damaged in ["case=1", "case=zzz~foo", "case=1~%ff~~~"] {
        holds(&page, &format!("location.hash = '{damaged}'; await tick(); await tick(); return [A.findings.temperature, !!R.querySelector('[data-role=unread]'), R.querySelector('[data-role=offered]')]"), json!([41.3, true, null])).await?;
    }
    let errors = page.errors().await?;
    ensure!(errors.is_empty(), "the page reports {errors:?}");
    page.close().await
}

const FONTS: &str = "
    const fonts = (variant) => {
        const walk = document.createTreeWalker(R, NodeFilter.SHOW_TEXT), all = [];
        while (walk.nextNode()) if (walk.currentNode.data.trim()) all.push(walk.currentNode);
        for (const text of all) {
            const font = document.createElement('font');
            text.replaceWith(font);
            font.append(variant === 'copy' ? new Text('«' + text.data + '»') : text);
        }
    };
    const shown = () => [R.querySelector('[data-role=severity]')?.dataset.grade, R.querySelector('font') === null];
    const said = () => [A.assessment.severity.grade ?? 'none', true];";

async fn whoever_rewrites_the_advice_is_noticed(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    let script = format!(
        "{FONTS} const wrong = []; const same = async (what) => {{ await tick(); await tick(); if (String(shown()) !== String(said())) wrong.push([what, shown(), said()]); }};
        A.findings = {{ temperature: 41.3, rigidity: 'severe', agents: ['haloperidol'], mentalStatus: 'stuporous' }};
        await tick();
        fonts('copy'); await same('copied');
        put('temperature', '38'); await same('edited');
        fonts('move'); put('heartRate', '130'); await same('moved and edited');
        R.querySelector('[data-role=severity] p, [data-role=severity] b, [data-role=severity] h3, [data-role=severity] *').textContent = 'Mild'; await same('written over');
        return [wrong, A.findings.heartRate, R.querySelector('.nms').parentElement.translate]"
    );
    holds(&page, &script, json!([[], 130, false])).await?;
    // whoever goes on is named, and the advice taken away; the answers are kept
    let script = format!(
        "{FONTS} for (let turn = 0; turn < 6; turn += 1) {{ fonts('copy'); await tick(); }} await tick(); await tick(); return [R.querySelector('[role=alert]')?.dataset.code, R.querySelector('[data-role=panel]')]"
    );
    holds(&page, &script, json!(["changed", null])).await?;
    run(&page, "R.querySelector('[role=alert] button').click()").await?;
    wait("the widget is back", || async {
        Ok(run(&page, "return !!R.querySelector('[data-role=panel]') && A.findings.heartRate === 130").await?
            == json!(true))
    })
    .await?;
    page.close().await
}

async fn another_document_keeps_the_case_and_the_styles(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    let script = "put('temperature', '41.3'); await tick(); const frame = document.createElement('iframe'); document.body.append(frame); \
        window.kept = A; frame.contentDocument.body.append(A); await tick(); \
        put('heartRate', '130'); await tick(); \
        return [A.findings, A.shadowRoot.adoptedStyleSheets.length > 0, frame.contentWindow.getComputedStyle(R.querySelector('.toolbar')).display !== 'block']";
    holds(&page, script, json!([{ "temperature": 41.3, "heartRate": 130 }, true, true])).await?;
    page.close().await
}

async fn a_copy_that_fails_hands_over_the_text(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    let script = "Object.defineProperty(Navigator.prototype, 'clipboard', { configurable: true, get: () => undefined }); put('temperature', '41.3'); \
        R.querySelector('[data-role=case-menu]').open = true; await tick(); press('copy-sbar'); await tick(); await tick(); \
        const area = R.querySelector('[data-role=handed] textarea'); \
        return [area.value.includes('41.3'), R.activeElement === area, area.selectionEnd === area.value.length, R.querySelector('[data-role=handed]').textContent.includes('Nothing was copied')]";
    holds(&page, script, json!([true, true, true, true])).await?;
    // a file may be dropped by a sandbox without a word: the text is there all the same
    holds(&page, "press('save'); await tick(); return [R.querySelector('[data-role=handed] textarea').value.includes('temperature'), R.querySelector('[data-role=case-status]').textContent.includes('Saved')]", json!([true, false])).await?;
    // a print that does not begin is said
    holds(&page, "window.print = () => {}; press('print'); await new Promise((resolve) => setTimeout(resolve, 900)); return R.querySelector('[data-role=handed]').textContent.includes('Nothing was printed')", json!(true)).await?;
    // a link is offered only where it can be opened
    for fragment in [false, true] {
        let script = format!(
            "const menu = R.querySelector('[data-role=case-menu]'); A.fragment = {fragment}; menu.open = false; await tick(); menu.open = true; await tick(); await tick(); return !!R.querySelector('[data-action=link]')"
        );
        holds(&page, &script, json!(fragment)).await?;
    }
    holds(&page, "history.replaceState(null, '', '?patient=4711&token=x'); press('link'); await tick(); await tick(); return R.querySelector('[data-role=handed] textarea').value.split('#')[0] === location.origin + location.pathname", json!(true)).await?;
    page.close().await
}

async fn the_host_hears_of_every_assessment(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    let script = "
        const heard = []; const log = ({ type, detail }) => heard.push([type, detail.findings.temperature ?? null, detail.assessment.severity.grade]);
        for (const type of ['nms-change', 'nms-assessment']) document.addEventListener(type, log);
        A.findings = { temperature: 41.3 };
        A.findings = { temperature: 41.3 };
        A.theme = 'dark';
        put('temperature', '39');
        A.basis = 'article';
        A.reset();
        return heard.map(([type, temperature]) => `${type} ${temperature}`);";
    holds(
        &page,
        script,
        json!([
            "nms-assessment 41.3",
            "nms-change 39",
            "nms-assessment 39",
            "nms-assessment 39",
            "nms-assessment null"
        ]),
    )
    .await?;
    // the first one comes with a fresh element, once it is ready
    let script = "const heard = []; const other = document.createElement('nms-advisor'); for (const type of ['nms-ready', 'nms-assessment']) other.addEventListener(type, () => heard.push(type)); other.findings = { temperature: 41.3 }; document.body.append(other); await other.ready; await tick(); return heard";
    holds(&page, script, json!(["nms-ready", "nms-assessment"])).await?;
    page.close().await
}

async fn a_dropped_file_is_a_case_or_a_sentence(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    let script = "
        const drop = async (text) => {
            const data = new DataTransfer(); data.items.add(new File([text], 'nms-case.txt', { type: 'text/plain' }));
            const over = new DragEvent('dragover', { dataTransfer: data, bubbles: true, composed: true, cancelable: true }), fall = new DragEvent('drop', { dataTransfer: data, bubbles: true, composed: true, cancelable: true });
            R.querySelector('.form').dispatchEvent(over); R.querySelector('.form').dispatchEvent(fall); await tick(); await tick(); await tick();
            return over.defaultPrevented && fall.defaultPrevented;
        };
        put('heartRate', '90'); await tick();
        const held = [await drop('MSH|^~\\&|LAB')];
        const refused = [A.findings.heartRate, R.querySelectorAll('[data-role=unread] li').length];
        R.querySelector('[data-role=case-menu]').open = true; await tick(); press('save'); await tick();
        const own = R.querySelector('[data-role=handed] textarea').value;
        A.findings = { temperature: 40 }; await tick();
        held.push(await drop(own));
        return [held, refused, A.findings, R.querySelector('[data-role=notice]').dataset.source];";
    holds(&page, script, json!([[true, true], [90, 1], { "heartRate": 90 }, "file"])).await?;
    page.close().await
}

/// Sets the clock of the page forward; what a driver runs in Firefox has a `Date` of its own.
const LATER: &str = "addEventListener('later', () => {
    const Then = Date;
    window.Date = class extends Then { constructor(...given) { if (given.length) super(...given); else super(Then.now() + 8 * 864e5); } };
    const day = new Date();
    window.wanted = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
    dispatchEvent(new Event('beforeprint'));
});
";

async fn the_day_is_that_of_looking(engine: Engine) -> Result<()> {
    let host = Host::start("npm", |site| site)?;
    host.put("first.js", LATER)?;
    let page = Page::start(engine).await?;
    page.open_at(&host.page()).await?;
    holds(&page, "put('temperature', '41.3'); await tick(); return A.findings.temperature", json!(41.3)).await?;
    page.script("dispatchEvent(new Event('later'))").await?;
    holds(&page, "await tick(); return R.textContent.includes(wanted)", json!(true)).await?;
    page.close().await
}

/// The reader's answers by field, as a model beside the widget; the host, the toolbar and the page do what they like.
const ANY_ORDER: &str = "
    let seed = 20261125; const dice = (count) => { seed ^= seed << 13; seed ^= seed >>> 17; seed ^= seed << 5; return (seed >>> 0) % count; };
    const one = (list) => list[dice(list.length)];
    const module = await import(new URL('nms-advisor.js', document.baseURI).href); await module.default();
    const odd = [null, undefined, 0, NaN, '', 'x', true, [], {}, () => 1, Symbol.iterator, 10n, new Map(), new Date(), Promise.resolve(1), { value: 1 }, { value: 40, unit: 'Cel' }, { value: '40', unit: 'Cel' }, { value: 40, unit: 'Cel', comparator: '>' }];
    const fields = { temperature: ['41.3', '3', '39,5', '', '104 °F'], weight: ['70', '150', '', 'x'], urineOutput: ['0.3', '0.', '40 mL/h', ''], creatinine: ['1.2', '90', ''], agents: ['haloperidol', 'halo', ''] };
    const wrong = []; const typed = {}; let host = A;
    const text = (id) => R.querySelector(`[data-finding=${id}] input`).value;
    for (let turn = 0; turn < 220 && !wrong.length; turn += 1) {
        let what = '';
        try {
            switch (dice(9)) {
                case 0: case 1: case 2: { const id = one(Object.keys(fields)), value = one(fields[id]); put(id, value); typed[id] = value; what = `types ${value} into ${id}`; break; }
                case 3: { A.findings = A.findings; what = 'echoes'; break; }
                case 4: { const value = one(odd); const before = A.findings; A.findings = value; what = `sets ${typeof value} ${String(value?.constructor?.name)}`; if (JSON.stringify(A.findings) !== JSON.stringify(before) || value == null || value === '') for (const id in typed) delete typed[id]; break; }
                case 5: { A.findings = { [one(['temperature', 'heartRate', 'ph', 'nonsense'])]: one(odd), rigidity: 'mild' }; for (const id in typed) delete typed[id]; what = 'sets a case'; break; }
                case 6: { one([() => { A.theme = one(['dark', '', 'light']); }, () => { A.units = one(['si', 'conventional', '']); }, () => { A.contacts = one(odd); }, () => { A.headingLevel = one([2, 3, '', null]); }])(); what = 'sets an option'; break; }
                case 7: { document.body[one(['append', 'prepend'])](A); what = 'moves'; break; }
                default: { const action = one(['reset', 'undo']); const button = R.querySelector(`[data-action=${action}]`); if (button) { button.click(); for (const id in typed) delete typed[id]; } what = action; }
            }
        } catch (error) { wrong.push(`${what} throws ${error}`); }
        await new Promise((resolve) => setTimeout(resolve, 4));
        for (const id in typed) if (text(id) !== typed[id]) wrong.push(`${turn} ${what}: ${id} holds ${text(id)} and not ${typed[id]}`);
        const of = (assessment) => JSON.stringify([assessment.suspicion, assessment.severity.grade, assessment.recommendations.map((row) => [row.id, row.status])]);
        if (of(A.assessment) !== of(module.assess(A.findings))) wrong.push(`${turn} ${what}: the panel's assessment is another one`);
        if ((A.assessment.severity.grade ?? 'none') !== R.querySelector('[data-role=severity]')?.dataset.grade) { await tick(); if ((A.assessment.severity.grade ?? 'none') !== R.querySelector('[data-role=severity]')?.dataset.grade) wrong.push(`${turn} ${what}: the panel shows another grade`); }
    }
    return wrong;";

async fn any_order_of_hosts_and_readers_keeps_what_nobody_replaced(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    holds(&page, ANY_ORDER, json!([])).await?;
    page.close().await
}
