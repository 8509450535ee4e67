//! A monkey at the page: it types, pastes, chooses, opens links and files, resets, takes back, moves, removes and reloads, and whatever it does,
//! the page reports no error and shows what `assess` says of the answers that the element tells.
//!
//! `MONKEY_ACTIONS` says for how long and `MONKEY_SEED` where it begins; a failure prints both and the last actions.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Engine, Page, in_every_engine, wait};
use serde_json::{Value, json};

in_every_engine!(whatever_a_monkey_does_the_panel_agrees_with_the_engine);

/// Some ten seconds; `cargo xtask test --all` takes a minute.
const ACTIONS: u64 = 60;
const SEED: u64 = 64;

const NUMBERS: [&str; 12] =
    ["41.3", "39", "38,5", "0", "120", "7.1", "256.020", "1,000", "106 °F", "12000", "-4", "99999999999"];
const JUNK: [&str; 10] = [
    "haloperidol, Xeplion",
    "4l.3",
    "<img src=x onerror=alert(1)>",
    "2026-02-30",
    "\u{202e}𝟜𝟙\u{0}",
    "{\"value\":39}",
    "%%%~sum=0",
    "NaN",
    "metoclopramide\nlevodopa\r\n",
    "   ",
];
const FINDINGS: [&str; 5] = [
    r#"{"temperature": 41.2, "rigidity": "severe", "agents": ["haloperidol"]}"#,
    r#"{"temperature": "hot", "nonsense": [[[]]], "heartRate": {"value": 140, "unit": "/min"}}"#,
    r#"{"agitation": true, "bloodPressureRaised": false, "creatineKinase": 1e300}"#,
    r#"{"withdrawnAgents": {}, "potassium": {"unit": "mmol/L"}, "platelets": -1}"#,
    "{}",
];

/// Cases behind `#`, and files: whole, damaged, of other kinds.
const LINKS: [&str; 6] = [
    "case=1~temperature=41.3%20%7BCel%7D~rigidity=severe~agents=haloperidol",
    "case=1~heartRate=130~temperature=",
    "case=1",
    "case=zzz~foo",
    "case%3D1%7Etemperature%3D40%2520%257BCel%257D.",
    "#/wards/3",
];
const FILES: [&str; 6] = [
    "NMS Advisor case, version 1\ntemperature = 41.3 {Cel}\nagents = haloperidol\n",
    "NMS Advisor case, version 1\nrigidity = severe\nfever = yes\n",
    "{\"resourceType\":\"Bundle\"}",
    "NMS Advisor teaching case, version 1\n",
    "",
    "\u{fffd}\u{0}N\u{0}M\u{0}S",
];

/// Numbers that look random and are the same on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (count.max(1) as u64)).unwrap_or(0)
    }

    fn one_of<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list.get(self.below(list.len())).copied().unwrap_or_default()
    }
}

/// Has the page note every error from now on, and fetches `assess`; to be called after each load.
const LISTEN: &str = "
    window.__errors = [];
    const note = (text) => window.__errors.push(String(text));
    addEventListener('error', (event) => note(event.message ?? 'a resource failed'), true);
    addEventListener('unhandledrejection', (event) => note('unhandled: ' + event.reason));
    addEventListener('securitypolicyviolation', (event) => note('policy: ' + event.violatedDirective));
    // findings that cannot be used are told to the host, as they should be
    addEventListener('nms-error', (event) => { if (event.detail?.code !== 'findings') note('nms-error: ' + event.detail?.error); });
    const told = console.error;
    console.error = (...words) => { note('console: ' + words.join(' ')); told.apply(console, words); };
    import(new URL('nms-advisor.js', document.baseURI).href).then(async (module) => { await module.default(); window.__assess = module.assess; });
";

/// What is shown once everything is opened, and what ought to be: the grade, and every line with its status, those of a group in their order.
const COMPARE: &str = "
    const closed = [...root.querySelectorAll('.plan details[data-part]:not([open])')];
    for (const part of closed) part.open = true;
    if (closed.length > 0) return {};
    const host = document.querySelector('nms-advisor');
    const basis = host.getAttribute('basis') ?? 'all';
    const said = window.__assess(host.findings, { basis });
    const groups = [...root.querySelectorAll('[data-group]')].filter((group) => group.querySelector('[data-rule]'));
    const lists = groups.map((group) => [...group.querySelectorAll('[data-rule]')].map((card) => [card.dataset.rule, card.dataset.status]));
    // what only might be called for is asked for, not shown
    const open = (row) => row.status === 'check-first' && row.pending === 'indication';
    const wanted = said.recommendations.filter((row) => !open(row)).map((row) => [row.id, row.status]);
    const first = (list) => JSON.stringify(list.find(([, status]) => status !== 'withheld') ?? null);
    const kept = lists.map((list) => wanted.filter(([id]) => list.some(([other]) => other === id)));
    return {
        shown: [root.querySelector('[data-role=\"severity\"]').dataset.grade, lists.flat().map(String).sort(), lists.map(first)],
        wanted: [said.severity.grade ?? 'none', wanted.map(String).sort(), kept.map(first)],
    };
";

async fn agrees(page: &Page) -> Result<()> {
    let mut last = Value::Null;
    let agreed = wait("the panel shows what the engine says", || async {
        let both = page.in_widget(COMPARE).await?;
        Ok(both.get("shown").is_some() && both.get("shown") == both.get("wanted"))
    })
    .await;
    if agreed.is_err() {
        last = page.in_widget(COMPARE).await.unwrap_or_default();
    }
    agreed.with_context(|| format!("{last}"))?;
    let errors = page.errors().await?;
    ensure!(errors.is_empty(), "the page reports {errors:?}");
    Ok(())
}

async fn load(page: &Page) -> Result<()> {
    page.open().await?;
    page.script(LISTEN).await?;
    wait("the module is there", || async { Ok(page.script("return !!window.__assess").await? == json!(true)) }).await
}

/// A script with `it` bound to one of the visible elements that a selector finds; nothing happens where there is none.
async fn with_one(page: &Page, dice: &mut Dice, selector: &str, script: &str) -> Result<()> {
    let visible =
        format!("const all = [...root.querySelectorAll('{selector}')].filter((it) => it.getClientRects().length > 0);");
    let count = page.in_widget(&format!("{visible} return all.length")).await?.as_u64().unwrap_or(0);
    let at = dice.below(usize::try_from(count)?);
    page.in_widget(&format!("{visible} const it = all[{at}]; if (it) {{ {script} }}")).await?;
    Ok(())
}

/// The usable answers, as the element tells them.
async fn answers(page: &Page) -> Result<Value> {
    page.script("return document.querySelector('nms-advisor').findings").await
}

/// Takes the element out of the page and puts it back.
async fn leaves_and_returns(page: &Page) -> Result<()> {
    let before = answers(page).await?;
    page.script("window.__host = document.querySelector('nms-advisor'); window.__host.remove()").await?;
    wait("the widget is gone", || async {
        Ok(page.script("return window.__host.shadowRoot.childElementCount === 0").await? == json!(true))
    })
    .await?;
    page.script("document.body.append(window.__host)").await?;
    wait("the widget is back", || async {
        Ok(page.in_widget("return !!root.querySelector('[data-role=\"severity\"]')").await? == json!(true))
    })
    .await?;
    ensure!(answers(page).await? == before, "removing changed the answers {before}");
    Ok(())
}

/// One thing that somebody might do; says what it was.
async fn act(page: &Page, dice: &mut Dice) -> Result<String> {
    const TEXTS: &str = "[data-finding] input:not([type=radio])";
    let host = "const host = document.querySelector('nms-advisor');";
    Ok(match dice.below(18) {
        0..=2 => {
            let text = dice.one_of(&NUMBERS);
            with_one(page, dice, TEXTS, "it.scrollIntoView({ block: 'center' }); it.focus(); it.select?.()").await?;
            page.driver.action_chain().send_keys(text).perform().await?;
            format!("types {text}")
        }
        3 => {
            let text = json!(dice.one_of(&JUNK));
            let script = format!(
                "it.focus(); it.value = {text}; it.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true, inputType: 'insertFromPaste' }}))"
            );
            with_one(page, dice, TEXTS, &script).await?;
            format!("pastes {text}")
        }
        4 | 5 => {
            with_one(page, dice, "[data-finding] input[type=radio]", "it.click()").await?;
            "toggles".into()
        }
        6 | 7 => {
            let at = dice.below(8);
            let script = format!(
                "it.selectedIndex = {at} % it.options.length; it.dispatchEvent(new Event('change', {{ bubbles: true }}))"
            );
            with_one(page, dice, "[data-finding] select, select[data-role=example]", &script).await?;
            format!("chooses option {at}")
        }
        8 => {
            let action = dice.one_of(&["reset", "undo"]);
            with_one(page, dice, &format!("button[data-action={action}]"), "it.click()").await?;
            action.into()
        }
        9 => {
            let basis = dice.one_of(&["all", "article"]);
            let units = dice.one_of(&["si", "conventional"]);
            page.script(&format!(
                "{host} host.setAttribute('basis', '{basis}'); host.setAttribute('units', '{units}')"
            ))
            .await?;
            format!("sets {basis}, {units}")
        }
        10 => {
            let findings = dice.one_of(&FINDINGS);
            page.script(&format!("{host} host.findings = {findings}")).await?;
            format!("gives {findings}")
        }
        11 => {
            let before = answers(page).await?;
            page.script(&format!(
                "{host} const box = document.createElement('div'); document.body.{}(box); box.append(host)",
                dice.one_of(&["append", "prepend"])
            ))
            .await?;
            ensure!(answers(page).await? == before, "moving changed the answers {before}");
            "moves".into()
        }
        12 => {
            let link = json!(dice.one_of(&LINKS));
            page.script(&format!("{host} host.fragment = true; location.hash = {link}")).await?;
            format!("opens the link {link}")
        }
        13 => {
            let text = json!(dice.one_of(&FILES));
            let script = format!(
                "const data = new DataTransfer(); data.items.add(new File([{text}], 'nms-case.txt')); \
                 it.dispatchEvent(new DragEvent('drop', {{ dataTransfer: data, bubbles: true, composed: true, cancelable: true }}))"
            );
            with_one(page, dice, ".form", &script).await?;
            format!("drops {text}")
        }
        14 => {
            let action = dice.one_of(&["accept", "decline", "take-back", "dismiss", "dismiss-unread"]);
            with_one(page, dice, &format!("button[data-action={action}]"), "it.click()").await?;
            action.into()
        }
        15 | 16 => {
            with_one(page, dice, ".plan summary, .plan .tick, .plan [data-action=not-possible]", "it.click()").await?;
            "presses something in the plan".into()
        }
        _ if dice.below(2) == 0 => {
            load(page).await?;
            "reloads".into()
        }
        _ => {
            leaves_and_returns(page).await?;
            "removes and adds again".into()
        }
    })
}

fn number(name: &str, usual: u64) -> Result<u64> {
    std::env::var(name).map_or(Ok(usual), |text| text.parse().with_context(|| format!("{name} is no number: {text}")))
}

async fn whatever_a_monkey_does_the_panel_agrees_with_the_engine(engine: Engine) -> Result<()> {
    let (actions, seed) = (number("MONKEY_ACTIONS", ACTIONS)?, number("MONKEY_SEED", SEED)?);
    println!("MONKEY_SEED={seed} MONKEY_ACTIONS={actions}");
    let page = Page::start(engine).await?;
    load(&page).await?;
    let mut dice = Dice(seed.max(1));
    let mut done: Vec<String> = Vec::new();
    for at in 0..actions {
        let outcome = async {
            done.push(act(&page, &mut dice).await?);
            agrees(&page).await
        };
        if let Err(error) = outcome.await {
            let last = done.iter().rev().take(8).rev().cloned().collect::<Vec<_>>().join("; ");
            return Err(error.context(format!("MONKEY_SEED={seed}, action {at} of {actions}, after: {last}")));
        }
    }
    page.close().await
}
