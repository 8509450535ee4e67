//! The teaching room on a page: what its tests do and look for.

use anyhow::Result;
use serde_json::{Value, json};

use crate::{Page, wait};

/// A script for the keys of the runs that the tab keeps.
pub const KEPT: &str = "return Object.keys(sessionStorage).filter((key) => key.startsWith('nms-advisor-run'))";

/// A page with rooms in it, at an address of its own.
///
/// # Errors
/// If the page cannot be written.
pub fn host(page: &Page, name: &str, body: &str) -> Result<String> {
    let text = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A lesson</title><link rel=\"icon\" href=\"data:,\"><script type=\"module\" src=\"nms-advisor.js\"></script></head><body><h1>A lesson</h1>{body}</body></html>"
    );
    page.put(name, &text)?;
    Ok(format!("{}{name}", page.address))
}

/// Waits until every widget of the page has drawn its room.
///
/// # Errors
/// If the browser refuses or what is awaited does not come.
pub async fn there(page: &Page) -> Result<()> {
    wait("the rooms are there", || async {
        let there = "const all = [...document.querySelectorAll('nms-advisor')]; return all.length > 0 && all.every((one) => !!one.shadowRoot?.querySelector('.seminar .frame'))";
        Ok(page.script(there).await? == json!(true))
    })
    .await
}

/// Opens a page and waits for its rooms.
///
/// # Errors
/// If the browser refuses or what is awaited does not come.
pub async fn open(page: &Page, address: &str) -> Result<()> {
    page.driver.goto(address).await?;
    there(page).await
}

/// Reloads the page and waits for its rooms.
///
/// # Errors
/// If the browser refuses or what is awaited does not come.
pub async fn reload(page: &Page) -> Result<()> {
    page.driver.refresh().await?;
    there(page).await
}

/// In the room at this place.
///
/// # Errors
/// If the browser refuses or what is awaited does not come.
pub async fn at(page: &Page, place: usize, script: &str) -> Result<Value> {
    page.script(&format!("const root = document.querySelectorAll('nms-advisor')[{place}].shadowRoot; {script}")).await
}

/// Waits until what a selector finds in the room at this place has this part of a text.
///
/// # Errors
/// If the browser refuses or what is awaited does not come.
pub async fn shows(page: &Page, place: usize, selector: &str, part: &str) -> Result<()> {
    let script = format!("return root.querySelector({})?.textContent ?? ''", serde_json::to_string(selector)?);
    wait(&format!("{selector} reads “{part}”"), || async {
        Ok(at(page, place, &script).await?.as_str().is_some_and(|text| text.contains(part)))
    })
    .await
}

/// Waits until a selector finds nothing in the first room.
///
/// # Errors
/// If the browser refuses or what is awaited does not come.
pub async fn gone(page: &Page, selector: &str) -> Result<()> {
    let script = format!("return !root.querySelector({})", serde_json::to_string(selector)?);
    wait(&format!("{selector} is gone"), || async { Ok(at(page, 0, &script).await? == json!(true)) }).await
}

/// Clicks what a selector finds in the room at this place, as soon as it is there.
///
/// # Errors
/// If the browser refuses or what is awaited does not come.
pub async fn click(page: &Page, place: usize, selector: &str) -> Result<()> {
    wait(&format!("{selector} is there"), || async {
        Ok(at(page, place, &format!("const it = root.querySelector('{selector}'); it?.click(); return !!it")).await?
            == json!(true))
    })
    .await
}

/// Goes to a view of the room at this place by its tab, through the switch between the rooms where it stands in the other.
///
/// # Errors
/// If the browser refuses or what is awaited does not come.
pub async fn go(page: &Page, place: usize, mode: &str) -> Result<()> {
    let script = format!(
        "if (root.querySelector('.seminar').dataset.view === '{mode}') return true; const tab = root.querySelector('[data-mode=\"{mode}\"]'); (tab ?? root.querySelector('[data-action=\"to-run\"], [data-action=\"teaching\"]'))?.click(); return false"
    );
    wait(&format!("the view is {mode}"), || async { Ok(at(page, place, &script).await? == json!(true)) }).await
}

/// Presses a key with the focus on the room.
///
/// # Errors
/// If the browser refuses or what is awaited does not come.
pub async fn press(page: &Page, keys: &str) -> Result<()> {
    at(page, 0, "root.querySelector('.seminar').focus()").await?;
    page.driver.action_chain().send_keys(keys).perform().await?;
    Ok(())
}

/// A run of a case in the room at this place, kept if asked for.
///
/// # Errors
/// If the browser refuses or what is awaited does not come.
pub async fn run(page: &Page, place: usize, case: &str, keep: bool) -> Result<()> {
    let choose = format!(
        "const it = root.querySelector('[data-role=\"case\"]'); if (it) {{ it.value = '{case}'; it.dispatchEvent(new Event('change', {{ bubbles: true }})); }} return !!it"
    );
    go(page, place, "case").await?;
    wait("a case is chosen", || async { Ok(at(page, place, &choose).await? == json!(true)) }).await?;
    shows(page, place, "[data-role=\"stages\"]", "1").await?;
    go(page, place, "run").await?;
    click(page, place, "[data-action=\"start\"]").await?;
    shows(page, place, "[data-action=\"end\"]", "End").await?;
    if keep {
        click(page, place, "#nms-keep").await?;
        wait("it is kept", || async { Ok(page.script(KEPT).await? != json!([])) }).await?;
    }
    Ok(())
}

/// The temperature of the case in the room at this place.
///
/// # Errors
/// If the browser refuses or what is awaited does not come.
pub async fn temperature(page: &Page, place: usize) -> Result<Value> {
    page.script(&format!("return document.querySelectorAll('nms-advisor')[{place}].findings.temperature ?? null")).await
}
