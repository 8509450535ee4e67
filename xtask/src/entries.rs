//! The modules that a program imports: with the element or the functions alone, with the WebAssembly beside them or inside.

use std::fs;
use std::path::Path;

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::dist::{element, functions, text};
use crate::npm::digest;
use crate::script::without_comments;
use crate::single::pack;
use crate::{data_in, teaching};

/// Writes them into the package, around the glue and the WebAssembly that stand there.
///
/// # Errors
/// If a part is not built, or a file cannot be read or written.
pub fn write(folder: &Path) -> Result<()> {
    let (widget, reader) = (folder.join("nms-advisor_bg.wasm"), format!("data-in/{}_bg.wasm", data_in::NAME));
    let (widget, reader) = (fs::read(widget)?, fs::read(folder.join(reader))?);
    // each knows the digest of its WebAssembly, by which all of one version find each other too
    let knows = format!("const WASM_DIGEST = '{}';\n", digest(&widget));
    let reads = format!("const READER_DIGEST = '{}';\n", digest(&reader));
    let joined = |names: &[&str]| -> Result<String> {
        let parts = names.iter().map(|name| text(&format!("www/{name}.js"))).collect::<Result<Vec<_>>>()?;
        Ok(format!("{knows}{}", parts.join("\n")))
    };
    let inlined = |names: &[&str]| joined(names).map(|text| format!("{reads}{text}"));
    let with_element = element(&joined(&["files-module", "entry-functions", "runtime", "entry-element"])?)?;
    fs::write(folder.join("nms-advisor.js"), with_element)?;
    fs::write(folder.join("nms-advisor-functions.js"), functions(&joined(&["files-module", "entry-functions"])?)?)?;
    let whole = element(&inlined(&["files-inline", "entry-functions", "runtime", "entry-element-inline"])?)?;
    fs::write(folder.join("nms-advisor-inline.js"), whole)?;
    let whole = functions(&inlined(&["files-inline", "entry-functions"])?)?;
    fs::write(folder.join("nms-advisor-inline-functions.js"), whole)?;
    let packed = json!({ "widget": base64(&widget)?, "reader": base64(&reader)? });
    fs::write(folder.join("nms-advisor_packed.js"), module("The WebAssembly of widget and reader", &packed))?;
    inline_room(folder, &knows)
}

/// The teaching room with its WebAssembly inside.
fn inline_room(folder: &Path, knows: &str) -> Result<()> {
    let room = fs::read(folder.join(format!("teaching/{}_bg.wasm", teaching::NAME)))?;
    let packed = module("The WebAssembly of the teaching room", &json!(base64(&room)?));
    fs::write(folder.join(format!("teaching/{}_packed.js", teaching::NAME)), packed)?;
    let style = serde_json::to_string(&teaching::style()?)?;
    let entry = without_comments(&text("www/entry-inline-teaching.js")?)?;
    let digest = digest(&room);
    let module = format!("{knows}const TEACHING_DIGEST = '{digest}';\nconst TEACHING_SHEET = {style};\n\n{entry}");
    Ok(fs::write(folder.join("nms-advisor-inline-teaching.js"), module)?)
}

fn base64(bytes: &[u8]) -> Result<String> {
    Ok(STANDARD.encode(pack(bytes)?))
}

fn module(what: &str, value: &serde_json::Value) -> String {
    format!("// {what}: gzip, as base64.\nexport default {value};\n")
}
