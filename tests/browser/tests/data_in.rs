//! Findings that come in by themselves: typed into the line, pasted, dropped and handed over, each with its way back.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Page, in_every_engine, wait};
use serde_json::{Value, json};
use thirtyfour::Key;

in_every_engine!(
    a_line_of_text_makes_the_plan_and_goes_back_out,
    a_pasted_column_is_read_at_once_and_a_doubtful_unit_is_asked,
    a_text_that_is_not_understood_stays_in_the_field,
    a_dropped_bundle_waits_for_the_reader,
    the_page_hands_a_bundle_over,
    the_reader_is_loaded_on_first_use_and_once,
    the_single_file_reads_too,
);

const SEVERE: &str = "haloperidol, T 41.3, HR 150, BP 84/40, lead-pipe rigidity, stuporous, CK 48000, no clonus";

/// A record with three readings, a cancelled one, urine, and something that is not asked here.
const RECORD: &str = r"
    const now = new Date(), before = (hours) => new Date(now - hours * 3600e3).toISOString();
    const reading = (code, value, unit, hours, more) => ({ resource: { resourceType: 'Observation', status: 'final', subject: { reference: 'Patient/1' },
        code: { coding: [{ system: 'http://loinc.org', code }] }, effectiveDateTime: before(hours),
        valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit }, ...more } });
    const bundle = { resourceType: 'Bundle', type: 'searchset', entry: [
        { resource: { resourceType: 'Patient', id: '1', name: [{ family: 'Marked' }] } },
        reading('8310-5', 41.4, 'Cel', 1), reading('8867-4', 150, '/min', 1), reading('2157-6', 48000, 'U/L', 2),
        reading('2823-3', 5.9, 'mmol/L', 1, { status: 'cancelled' }), reading('2161-8', 112, 'mg/dL', 1), reading('8302-2', 180, 'cm', 1) ] };
";

async fn opened(engine: Engine) -> Result<Page> {
    let page = Page::start(engine).await?;
    page.open().await?;
    Ok(page)
}

async fn findings(page: &Page) -> Result<Value> {
    page.script("return document.querySelector('nms-advisor').findings").await
}

async fn chips(page: &Page) -> Result<Value> {
    page.in_widget("return [...root.querySelectorAll('.line [data-chip]')].map((chip) => chip.dataset.chip)").await
}

async fn read(page: &Page, text: &str) -> Result<()> {
    let field = page.find("#nms-line").await?;
    field.send_keys(text).await?;
    field.send_keys("" + Key::Enter).await?;
    Ok(())
}

/// Puts a text into the field as a paste does, which no driver does alike.
async fn paste(page: &Page, text: &str) -> Result<()> {
    let script = format!(
        "const field = root.querySelector('#nms-line'); field.focus(); field.dispatchEvent(new Event('paste', {{ bubbles: true }})); field.value = {};",
        serde_json::to_string(text)?
    );
    page.in_widget(&script).await?;
    Ok(())
}

async fn a_line_of_text_makes_the_plan_and_goes_back_out(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    page.type_into("temperature", "39.4").await?;
    read(&page, SEVERE).await?;
    page.wait_for_grade("severe").await?;
    let found = findings(&page).await?;
    for (finding, value) in [
        ("temperature", json!(41.3)),
        ("heartRate", json!(150)),
        ("creatineKinase", json!(48000)),
        ("spontaneousClonus", json!(false)),
    ] {
        ensure!(found.get(finding) == Some(&value), "{finding} in {found}");
    }
    ensure!(found.get("tremor").is_none(), "what is not said is not known: {found}");
    ensure!(
        page.in_widget("return root.querySelector('#nms-line').value").await? == json!(""),
        "the field is free again"
    );
    let replaced = page.in_widget("return root.querySelector('[data-chip=temperature]').textContent").await?;
    ensure!(
        replaced.as_str().is_some_and(|text| text.contains("was") && text.contains("39.4")),
        "what was replaced is said: {replaced}"
    );
    page.press("[data-chip=\"heartRate\"] button").await?;
    wait("one answer is taken back", || async { Ok(findings(&page).await?.get("heartRate").is_none()) }).await?;
    ensure!(findings(&page).await?.get("temperature") == Some(&json!(41.3)), "the others stay");
    page.press("[data-action=\"undo\"]").await?;
    wait("all of it is taken back", || async { Ok(findings(&page).await? == json!({ "temperature": 39.4 })) }).await?;
    page.close().await
}

async fn a_pasted_column_is_read_at_once_and_a_doubtful_unit_is_asked(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    paste(&page, "CK 12,450 (H) U/L [30-200]\nKreatinin 1,8 mg/dl ↑\nThrombo 150.000 /µl\nNa 128 mmol/l\nT 103\nseen by Dr Marked at noon").await?;
    wait("it is read", || async { Ok(findings(&page).await?.get("creatineKinase").is_some()) }).await?;
    let found = findings(&page).await?;
    ensure!(found.get("creatineKinase") == Some(&json!(12450)), "{found}");
    ensure!(found.get("sodium") == Some(&json!(128)), "{found}");
    ensure!(found.get("creatinine").is_some() && found.get("platelets").is_some(), "{found}");
    ensure!(found.get("temperature").is_none(), "103 could be two things, and none is taken: {found}");
    let quoted = page.in_widget("return root.querySelector('.line .chip.unused')?.textContent ?? ''").await?;
    ensure!(quoted.as_str().is_some_and(|text| text.contains("Marked")), "what is not understood is quoted: {quoted}");
    page.press("[data-chip=\"temperature\"] button:nth-of-type(2)").await?;
    wait("the unit is said", || async {
        let temperature = findings(&page).await?.get("temperature").and_then(Value::as_f64);
        Ok(temperature.is_some_and(|degrees| (degrees - 39.44).abs() < 0.01))
    })
    .await?;
    page.close().await
}

async fn a_text_that_is_not_understood_stays_in_the_field(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    read(&page, "seen at noon").await?;
    wait("it is said", || async {
        let said = page.in_widget("return root.querySelector('[data-role=line-said]').textContent").await?;
        Ok(said.as_str().is_some_and(|text| text.contains("stays in the field")))
    })
    .await?;
    ensure!(
        page.in_widget("return root.querySelector('#nms-line').value").await? == json!("seen at noon"),
        "nothing is lost"
    );
    ensure!(findings(&page).await? == json!({}), "nothing is answered");
    // another patient: what was typed for the last one goes
    page.script("document.querySelector('nms-advisor').findings = null").await?;
    wait("the field is empty", || async {
        Ok(page.in_widget("return root.querySelector('#nms-line').value").await? == json!(""))
    })
    .await?;
    page.close().await
}

async fn offers(page: &Page) -> Result<Value> {
    page.in_widget("return [...root.querySelectorAll('[data-role=record] [data-offer]')].map((offer) => [offer.dataset.offer, offer.querySelector('input').checked])").await
}

async fn a_dropped_bundle_waits_for_the_reader(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    page.type_into("agents", "clozapine").await?;
    let drop = format!(
        "{RECORD} const data = new DataTransfer(); data.items.add(new File([JSON.stringify(bundle)], 'record.json', {{ type: 'application/json' }})); \
         document.querySelector('nms-advisor').dispatchEvent(new DragEvent('drop', {{ dataTransfer: data, bubbles: true, composed: true, cancelable: true }}))"
    );
    page.script(&drop).await?;
    wait("it is offered", || async { Ok(offers(&page).await? != json!([])) }).await?;
    ensure!(
        offers(&page).await? == json!([["temperature", true], ["creatineKinase", true], ["heartRate", true]]),
        "{}",
        offers(&page).await?
    );
    ensure!(
        findings(&page).await? == json!({ "agents": ["clozapine"] }),
        "nothing is entered yet: {}",
        findings(&page).await?
    );
    page.press("[data-offer=\"heartRate\"] input").await?;
    page.press("[data-action=\"take-ticked\"]").await?;
    page.wait_for_grade("severe").await?;
    ensure!(
        findings(&page).await? == json!({ "agents": ["clozapine"], "temperature": 41.4, "creatineKinase": 48000 }),
        "{}",
        findings(&page).await?
    );
    let left = page.in_widget("return [...root.querySelectorAll('[data-role=not-used-outside] [data-reason]')].map((row) => row.dataset.reason)").await?;
    ensure!(left == json!(["another-quantity", "status"]), "what was not used stays to be read: {left}");
    let text = page.in_widget("return root.querySelector('.whole').textContent").await?;
    ensure!(!text.to_string().contains("Marked"), "a name is not even read");
    page.close().await
}

async fn the_page_hands_a_bundle_over(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    let taken = page
        .driver
        .execute_async(
            format!("const done = arguments[arguments.length - 1]; {RECORD} document.querySelector('nms-advisor').takeFhir(bundle).then((read) => done([Object.keys(read.findings), read.notMapped]), (error) => done(String(error)))"),
            vec![],
        )
        .await?;
    ensure!(*taken.json() == json!([["temperature", "creatineKinase", "heartRate"], 1]), "{}", taken.json());
    wait("it is offered", || async { Ok(offers(&page).await? != json!([])) }).await?;
    page.press("[data-action=\"close-intake\"]").await?;
    wait("it is gone", || async { Ok(offers(&page).await? == json!([])) }).await?;
    ensure!(findings(&page).await? == json!({}), "none was entered");
    let refused = page
        .driver
        .execute_async(
            "const done = arguments[arguments.length - 1]; document.querySelector('nms-advisor').takeFhir({ a: 1 }).then(() => done('read'), (error) => done([error.name, error.code]))",
            vec![],
        )
        .await?;
    ensure!(*refused.json() == json!(["TypeError", "input"]), "{}", refused.json());
    page.close().await
}

async fn the_reader_is_loaded_on_first_use_and_once(engine: Engine) -> Result<()> {
    let page = opened(engine).await?;
    let before = page.requests();
    ensure!(!before.iter().any(|path| path.contains("data-in")), "{before:?}");
    for text in ["T 41.3", "HR 150"] {
        read(&page, text).await?;
        wait("it is read", || async { Ok(chips(&page).await?.as_array().is_some_and(|chips| chips.len() == 1)) })
            .await?;
        wait("the field is free", || async {
            Ok(page.in_widget("return root.querySelector('#nms-line').value").await? == json!(""))
        })
        .await?;
    }
    let mut asked = page.requests();
    asked.retain(|path| !before.contains(path));
    ensure!(
        asked.len() == 3 && asked.iter().all(|path| path.contains("/data-in/")),
        "three files, each once: {asked:?}"
    );
    page.close().await
}

async fn the_single_file_reads_too(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open_at(&Page::single_file()).await?;
    wait("it is there", || async {
        Ok(page.script("return !!document.querySelector('nms-advisor')?.assessment").await? == json!(true))
    })
    .await?;
    read(&page, SEVERE).await?;
    page.wait_for_grade("severe").await?;
    ensure!(page.requests().iter().all(|path| !path.contains("data-in")), "nothing is asked for");
    page.close().await
}
