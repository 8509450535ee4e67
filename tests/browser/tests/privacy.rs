//! What is entered stays where it is: no field hands it to the browser's services, no message of an error carries it.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Engine, Host, Page, in_every_engine, room, wait};
use serde_json::{Value, json};
use xtask::server::Site;

in_every_engine!(every_field_keeps_what_is_typed_to_itself, the_fields_of_the_site_do_as_well);

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
