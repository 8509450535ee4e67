//! The functions of the package in a browser: what they return is what the same code returns natively.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{COMPARE, Engine, Page, in_every_engine};
use serde_json::{Value, json};
use xtask::root;

in_every_engine!(the_functions_return_what_the_native_build_returns);

async fn the_functions_return_what_the_native_build_returns(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    page.open().await?;
    // the input of `tests/wire.rs` for the same file
    let mild = json!({ "dopamineAntagonist": true, "agents": ["risperidone"], "temperature": 37.9, "rigidity": "mild", "mentalStatus": "confused", "diaphoresis": true });
    for (call, given, file) in [
        ("ruleSet", json!([]), "dist/rule-set.json"),
        ("assess", json!([{}]), "tests/wire/empty.json"),
        ("assess", json!([mild]), "tests/wire/mild.json"),
    ] {
        let expected = std::fs::read_to_string(root().join(file)).with_context(|| format!("{file} is not there"))?;
        let module = json!(format!("{}nms-advisor.js", page.address));
        let given = vec![module, json!(call), given, Value::String(expected)];
        let difference = page.driver.execute_async(COMPARE, given).await?.json().clone();
        ensure!(difference == json!(""), "{call} differs from {file}: {difference}");
    }
    page.close().await
}
