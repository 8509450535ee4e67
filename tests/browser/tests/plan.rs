//! The plan as a checklist: what is in view without scrolling, how much there is to read, and that nothing is lost.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Engine, Page, in_every_engine, room, wait};
use serde_json::{Value, json};

in_every_engine!(
    the_steps_and_what_to_avoid_are_in_view,
    eight_steps_are_in_view_on_a_telephone,
    no_list_of_steps_is_long_and_no_headline_takes_two_lines,
    no_stage_of_a_teaching_case_has_a_long_list,
    the_hooks_say_what_the_assessment_says,
    a_closed_plan_is_small,
    nothing_of_the_assessment_is_lost,
    a_passage_is_two_presses_away,
    a_print_opens_everything_and_closes_it_again,
    the_first_page_of_a_print_is_one_page,
);

const EXAMPLES: [&str; 5] = ["mild", "moderate", "severe", "withdrawal", "exposure-unknown"];

async fn shown(engine: Engine, size: (u32, u32), example: &str) -> Result<Page> {
    let page = Page::start(engine).await?;
    page.resize(size.0, size.1).await?;
    page.open().await?;
    load(&page, example).await?;
    Ok(page)
}

async fn load(page: &Page, example: &str) -> Result<()> {
    page.example(example).await?;
    wait("the example is there", || async {
        Ok(page.in_widget("return root.querySelectorAll('.plan .row').length > 3").await? == json!(true))
    })
    .await?;
    page.script("window.scrollTo(0, 0)").await?;
    Ok(())
}

/// Headlines of an area, and those of them that are not wholly in view; the height of the state.
const IN_VIEW: &str = "
const bottom = root.querySelector('.part-tabs')?.checkVisibility() ? root.querySelector('.part-tabs').getBoundingClientRect().top : innerHeight;
const top = root.querySelector('.state').getBoundingClientRect().bottom;
const of = (group) => [...root.querySelectorAll(`[data-group=\"${group}\"] .row [data-role=\"headline\"]`)];
const hidden = (node) => { const box = node.getBoundingClientRect(); return box.height === 0 || box.top < top - 1 || box.bottom > bottom || box.right > innerWidth; };
const told = (group) => [of(group).length, of(group).filter(hidden).map((node) => node.textContent)];
return { now: told('now'), avoid: told('avoid'), state: root.querySelector('.state').getBoundingClientRect().height };
";

fn count(told: &Value, group: &str) -> Result<u64> {
    told.pointer(&format!("/{group}/0")).and_then(Value::as_u64).context("a number of headlines")
}

async fn the_steps_and_what_to_avoid_are_in_view(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    for size in [(1_280, 800), (1_920, 1_080)] {
        page.resize(size.0, size.1).await?;
        for example in ["moderate", "severe"] {
            load(&page, example).await?;
            let told = page.in_widget(IN_VIEW).await?;
            for group in ["now", "avoid"] {
                ensure!(count(&told, group)? > 2, "{example} at {size:?}: {told}");
                ensure!(told.pointer(&format!("/{group}/1")) == Some(&json!([])), "{example} at {size:?}: {told}");
            }
            let state = told.get("state").and_then(Value::as_f64).context("a height")?;
            ensure!(state > 20.0 && state <= 96.0, "{example} at {size:?}: the state is {state} high");
        }
    }
    page.close().await
}

async fn eight_steps_are_in_view_on_a_telephone(engine: Engine) -> Result<()> {
    for example in ["moderate", "severe"] {
        let page = shown(engine, (390, 844), example).await?;
        page.press("[role=\"tab\"][data-tab=\"plan\"]").await?;
        wait("the plan is opened", || async {
            Ok(page.in_widget("return root.querySelector('.columns').dataset.tab").await? == json!("plan"))
        })
        .await?;
        page.script("window.scrollTo(0, 0)").await?;
        let told = page.in_widget(IN_VIEW).await?;
        let hidden = told.pointer("/now/1").and_then(Value::as_array).context("headlines")?;
        let seen = count(&told, "now")? - u64::try_from(hidden.len())?;
        ensure!(seen >= 8, "{example}: {seen} steps are in view: {told}");
        let counted =
            page.in_widget("return root.querySelector('[data-tab=plan] small').firstChild.textContent").await?;
        ensure!(counted == json!(count(&told, "now")?.to_string()), "{example}: the tab counts {counted}: {told}");
        let state = told.get("state").and_then(Value::as_f64).context("a height")?;
        ensure!(state <= 96.0, "{example}: the state is {state} high");
        page.close().await?;
    }
    Ok(())
}

/// Steps, and those whose headline takes more than one line.
const LINES: &str = "
const rows = [...root.querySelectorAll('[data-group=\"now\"] .row [data-role=\"headline\"]')];
const lines = (node) => { const range = document.createRange(); range.selectNodeContents(node); return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size; };
return [rows.length, rows.filter((node) => lines(node) !== 1).map((node) => node.textContent)];
";

async fn no_list_of_steps_is_long_and_no_headline_takes_two_lines(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.resize(1_280, 800).await?;
    page.open().await?;
    for example in EXAMPLES {
        load(&page, example).await?;
        let told = page.in_widget(LINES).await?;
        let steps = told.get(0).and_then(Value::as_u64).context("a number of steps")?;
        ensure!((1..=12).contains(&steps), "{example}: {told}");
        ensure!(told.get(1) == Some(&json!([])), "{example}: {told}");
    }
    page.close().await
}

/// What is drawn may come in the next turn of the page.
const UNTIL: &str = "const until = async (holds) => { for (let at = 0; at < 500; at += 1) { if (holds()) return; await new Promise((resolve) => setTimeout(resolve, 10)); } throw new Error('waited in vain: ' + holds); };";

/// The same of every stage of every teaching case, in the advisor of the room: `[stages, faults]`.
const STAGES: &str = "
const room = () => root.querySelector('.seminar').dataset.view;
const go = async (mode) => { while (room() !== mode) { (root.querySelector(`[data-mode=\"${mode}\"]`) ?? root.querySelector('[data-action=\"teaching\"]')).click(); await new Promise((resolve) => setTimeout(resolve, 10)); } };
const lines = (node) => { const range = document.createRange(); range.selectNodeContents(node); return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size; };
await go('build');
await until(() => root.querySelector('#nms-build-from'));
const titles = [...root.querySelectorAll('#nms-build-from option')].map((one) => one.value).filter(Boolean);
const faults = [];
let stages = 0;
for (const title of titles) {
  // every stage, whatever road leads to it
  const before = root.querySelector('#nms-b-title').value;
  const select = root.querySelector('#nms-build-from');
  select.value = title;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => root.querySelector('#nms-b-title').value !== before);
  const count = root.querySelectorAll('[data-role=\"draft-stages\"] .stage').length;
  for (let at = 0; at < count; at += 1) {
    root.querySelectorAll('[data-role=\"draft-stages\"] .stage')[at].click();
    await until(() => root.querySelectorAll('[data-role=\"draft-stages\"] .stage')[at]?.getAttribute('aria-current') === 'step');
    await go('full');
    await until(() => root.querySelector('.plan .state'));
    await new Promise((resolve) => setTimeout(resolve, 40));
    const rows = [...root.querySelectorAll('[data-group=\"now\"] .row [data-role=\"headline\"]')];
    stages += 1;
    if (rows.length > 12) faults.push(`${title}: ${rows.length} steps`);
    for (const row of rows) if (lines(row) !== 1) faults.push(`${title}: ${row.textContent}`);
    await go('build');
    await until(() => root.querySelector('#nms-build-from'));
  }
}
return [titles.length, stages, faults];
";

async fn no_stage_of_a_teaching_case_has_a_long_list(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.resize(1_280, 800).await?;
    room::open(&page, &format!("{}{}", page.address, xtask::dist::TEACH.1)).await?;
    room::go(&page, 0, "cases").await?;
    let script = format!(
        "const root = document.querySelector('nms-advisor').shadowRoot; {UNTIL} return (async () => {{ {STAGES} }})()"
    );
    let told = page.script(&script).await?;
    let [cases, stages] = [0, 1].map(|at| told.get(at).and_then(Value::as_u64).unwrap_or_default());
    ensure!(cases >= 25 && stages > 2 * cases, "{told}");
    ensure!(told.get(2) == Some(&json!([])), "{told:#}");
    page.close().await
}

/// What hosts and tests look for: the state, every line with its status and its headline, the groups.
const HOOKS: &str = "
const advisor = document.querySelector('nms-advisor');
const { suspicion, severity, recommendations } = advisor.assessment;
const state = root.querySelector('[data-role=\"panel\"] [data-role=\"state\"]').dataset;
const lines = [...root.querySelectorAll('[data-role=\"panel\"] [data-group] [data-rule]')];
const of = (line) => recommendations.find((one) => one.id === line.dataset.rule);
const wrong = lines.filter((line) => line.dataset.status !== of(line).status || line.querySelector('[data-role=\"headline\"]')?.textContent !== of(line).headline);
return [state.suspicion === suspicion && state.grade === (severity.grade ?? 'none'), lines.length > 15, wrong.map((line) => line.dataset.rule), [...root.querySelectorAll('[data-role=\"panel\"] [data-group]')].map((group) => group.dataset.group)];
";

async fn the_hooks_say_what_the_assessment_says(engine: Engine) -> Result<()> {
    let page = shown(engine, (1_280, 800), "severe").await?;
    page.open_everything().await?;
    let told = page.in_widget(HOOKS).await?;
    let groups = json!(["principles", "now", "avoid", "ask", "consider", "monitor", "watch", "later", "know"]);
    ensure!(told == json!([true, true, [], groups]), "{told}");
    page.close().await
}

async fn a_closed_plan_is_small(engine: Engine) -> Result<()> {
    let page = shown(engine, (1_280, 800), "severe").await?;
    let elements = page.in_widget("return root.querySelectorAll('*').length").await?;
    let elements = elements.as_u64().context("a number")?;
    ensure!((1_000..=3_000).contains(&elements), "{elements} elements");
    page.open_everything().await?;
    let opened = page.in_widget("return root.querySelectorAll('*').length").await?;
    ensure!(opened.as_u64().is_some_and(|opened| opened > elements * 2), "{elements} closed, {opened} opened");
    page.close().await
}

/// Every text that a case's assessment holds and that the opened page does not.
const LOST: &str = "
const advisor = document.querySelector('nms-advisor');
const flat = (text) => text.replace(/\\s+/g, ' ').trim();
const page = flat(root.querySelector('[data-role=\"panel\"]').textContent);
// what only might be called for is asked for, not shown
const shown = advisor.assessment.recommendations.filter((line) => line.status === 'advised' || line.status === 'withheld' || line.pending === 'contraindication');
const reasons = (line) => line.explanation.flatMap(({ answer, criterion }) => [answer, criterion]);
const texts = shown.flatMap((line) => [line.headline, line.text, line.detail, line.beyond, line.status === 'advised' ? '' : line.question, ...line.statements, line.interpretation, ...reasons(line)]);
const told = texts.filter((text) => typeof text === 'string' && text);
const cited = [...new Set(shown.flatMap((line) => line.citations))].filter((id) => !root.querySelector(`[data-citation=\"${id}\"]`));
return [shown.length, told.length, [...new Set(told)].filter((text) => !page.includes(flat(text))).concat(cited)];
";

async fn nothing_of_the_assessment_is_lost(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    for example in EXAMPLES {
        load(&page, example).await?;
        page.open_everything().await?;
        let told =
            page.script(&format!("const root = document.querySelector('nms-advisor').shadowRoot; {LOST}")).await?;
        ensure!(told.get(0).and_then(Value::as_u64).is_some_and(|lines| lines > 15), "{example}: {told}");
        ensure!(told.get(1).and_then(Value::as_u64).is_some_and(|texts| texts > 60), "{example}: {told}");
        ensure!(told.get(2) == Some(&json!([])), "{example}: {told}");
    }
    page.close().await
}

/// Opens a closed row, then what is closed in it, and says whether each line of it names what it rests on.
const PASSAGES: &str = "
const says = (line) => !!line.querySelector('[data-statement], [data-citation], .interpretation');
const silent = [];
let lines = 0;
for (const row of root.querySelectorAll('.plan .row')) {
  row.querySelector('summary').click();
  await until(() => row.querySelector('.behind'));
  lines += 1;
  if (!says(row.querySelector('.behind'))) silent.push(row.dataset.rule);
  for (const part of row.querySelectorAll('.part[data-rule]')) {
    const why = part.querySelector('details.why > summary');
    if (!why?.checkVisibility()) { silent.push('no why: ' + part.dataset.rule); continue; }
    why.click();
    await until(() => part.querySelector('details.why > :not(summary)'));
    lines += 1;
    if (!says(part)) silent.push(part.dataset.rule);
  }
}
return [lines, silent];
";

async fn a_passage_is_two_presses_away(engine: Engine) -> Result<()> {
    let page = shown(engine, (1_280, 800), "severe").await?;
    let script = format!(
        "const root = document.querySelector('nms-advisor').shadowRoot; {UNTIL} return (async () => {{ {PASSAGES} }})()"
    );
    let told = page.script(&script).await?;
    ensure!(told.get(0).and_then(Value::as_u64).is_some_and(|lines| lines > 20), "{told}");
    ensure!(told.get(1) == Some(&json!([])), "{told}");
    page.close().await
}

async fn a_print_opens_everything_and_closes_it_again(engine: Engine) -> Result<()> {
    let page = shown(engine, (1_280, 800), "severe").await?;
    page.open_part("call-critical-care").await?;
    let open = "return [...root.querySelectorAll('.plan details[data-part]')].map((part) => part.open)";
    let before = page.in_widget(open).await?;
    page.script("dispatchEvent(new Event('beforeprint'))").await?;
    wait("everything is open", || async {
        let all = page.in_widget(open).await?;
        Ok(all.as_array().is_some_and(|all| all.len() > 40 && all.iter().all(|one| one == &json!(true))))
    })
    .await?;
    let printed = page.in_widget("return !!root.querySelector('.first-page li')").await?;
    ensure!(printed == json!(true), "the first page of the print is drawn");
    page.script("dispatchEvent(new Event('afterprint'))").await?;
    wait("what was open before is open", || async { Ok(page.in_widget(open).await? == before) }).await?;
    page.close().await
}

/// A4 in CSS pixels, with margins of 10 mm.
const SHEET: (u32, f64) = (718, 1_046.0);

async fn the_first_page_of_a_print_is_one_page(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.resize(SHEET.0, 900).await?;
    for example in EXAMPLES {
        page.open().await?;
        load(&page, example).await?;
        page.script("dispatchEvent(new Event('beforeprint'))").await?;
        wait("it is drawn", || async {
            Ok(page.in_widget("return root.querySelectorAll('.first-page li').length > 20").await? == json!(true))
        })
        .await?;
        page.on_paper().await?;
        let told = page.in_widget("return [root.querySelector('.first-page').getBoundingClientRect().height, [...root.querySelectorAll('.plan .part, .plan .row')].filter((line) => !line.checkVisibility()).length]").await?;
        let high = told.get(0).and_then(Value::as_f64).context("a height")?;
        ensure!(high > 300.0 && high <= SHEET.1, "{example}: the first page is {high} high");
        ensure!(told.get(1) == Some(&json!(0)), "{example}: {told} lines are hidden on paper");
    }
    page.close().await
}
