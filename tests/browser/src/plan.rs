//! The plan in a page: opens its parts, and puts it on paper.

use anyhow::Result;
use serde_json::json;

use crate::{Page, wait};

/// The rules for paper, put into force on the screen.
const PAPER: &str = "
const done = arguments[arguments.length - 1];
for (const sheet of document.querySelector('nms-advisor').shadowRoot.adoptedStyleSheets) {
  const paper = [...sheet.cssRules].filter((rule) => rule instanceof CSSMediaRule && rule.conditionText === 'print').map((rule) => [...rule.cssRules].map((one) => one.cssText).join('\\n')).join('\\n');
  sheet.insertRule('@media screen {' + paper + '}', sheet.cssRules.length);
}
requestAnimationFrame(() => done(true));
";

impl Page {
    /// Opens every row and section of the plan.
    ///
    /// # Errors
    /// If the plan does not open.
    pub async fn open_everything(&self) -> Result<()> {
        wait("everything is open", || async {
            let script = "const all = root.querySelector('[data-action=\"open-all\"]'); if (all?.getAttribute('aria-pressed') === 'false') all.click(); return !!all && !root.querySelector('.plan details[data-part]:not([open])')";
            Ok(self.in_widget(script).await? == json!(true))
        })
        .await
    }

    /// Opens one part of the plan: a row by its rule, or a section by its name.
    ///
    /// # Errors
    /// If there is none.
    pub async fn open_part(&self, part: &str) -> Result<()> {
        wait(&format!("{part} is open"), || async {
            let script = format!("const it = root.querySelector('details[data-part=\"{part}\"]'); if (it && !it.open) it.open = true; return it?.dataset.open ?? ''");
            Ok(self.in_widget(&script).await? == json!("true"))
        })
        .await
    }

    /// Puts the rules for paper into force on the screen.
    ///
    /// # Errors
    /// If the page is gone.
    pub async fn on_paper(&self) -> Result<()> {
        self.driver.execute_async(PAPER, vec![]).await?;
        Ok(())
    }
}
