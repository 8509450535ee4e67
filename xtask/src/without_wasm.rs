//! The build without WebAssembly, for places whose policy forbids it: the same module, translated to plain JavaScript by
//! `wasm2js` (npm's `binaryen`; a distribution's is too old). Fetched when it is asked for, never part of plain `dist`.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use crate::command::{command, run};
use crate::dist::{element, rule_set_module, text};
use crate::script::without_comments;
use crate::wasm::{Glue, bindgen, build_without_references, deny_references};
use crate::{data_in, guideline, npm, root, supply, tools};

/// The glue finds this in place of the browser's own.
const STAND_IN: &str = "
class Instance {
  constructor(module, imports) {
    this.exports = asmFunc(imports);
  }
}
/** What the glue uses of WebAssembly, with the translated code behind it. */
export const WebAssembly = { Module: class Module {}, Instance };
";

/// Writes the build into `folder`; `Some` is a sentence that says why it was not done.
///
/// # Errors
/// If a tool fails, or its output is not what is expected.
pub fn write(folder: &Path) -> Result<Option<String>> {
    if let Some(missing) = tools::provide(&[tools::NODE, tools::NPM])? {
        return Ok(Some(missing));
    }
    supply::fetched::fetch("binaryen")?;
    let work = root().join("target/xtask/no-wasm");
    fs::create_dir_all(&work)?;
    fs::create_dir_all(folder)?;
    let wasm = build_without_references()?;
    code(&wasm, &work, "nms-advisor", folder)?;
    code(&data_in::wasm(&wasm), &work, data_in::NAME, &folder.join("data-in"))?;
    fs::write(folder.join("nms-advisor.js"), element(&text("www/entry-no-wasm.js")?)?)?;
    fs::write(folder.join("nms-advisor_guideline.js"), guideline::module()?)?;
    fs::write(folder.join("nms-advisor_rule-set.js"), rule_set_module()?)?;
    fs::write(folder.join("index.html"), crate::dist::page("index.html")?)?;
    fs::write(folder.join("host.css"), crate::dist::page_style()?)?;
    supply::carry(&root().join("dist/npm"), folder)?;
    fs::write(folder.join("integrity.json"), format!("{:#}\n", npm::integrity(folder)?))?;
    Ok(None)
}

/// Writes the code and the glue of one module into `folder`.
fn code(wasm: &Path, work: &Path, name: &str, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let plain = work.join("plain.wasm");
    fs::write(&plain, deny_references(&fs::read(wasm)?)?)?;
    bindgen(&plain, work, name, Glue::Module)?;
    let code = translated(work, name)?;
    let mut glue = without_comments(&fs::read_to_string(work.join(format!("{name}.js")))?)?;
    ensure!(
        glue.matches("new WebAssembly.Instance(").count() > 1,
        "the glue starts no instance that could be replaced"
    );
    // memory that grows leaves the old buffer as it was, where WebAssembly would detach it; a module looks at it in one
    // of these ways or in both
    let views = [
        ("cachedUint8ArrayMemory0.byteLength === 0", "cachedUint8ArrayMemory0.buffer !== wasm.memory.buffer"),
        ("cachedDataViewMemory0.buffer.detached === true", "cachedDataViewMemory0.buffer !== wasm.memory.buffer"),
    ];
    for (view, (detached, other)) in ["cachedUint8ArrayMemory0", "cachedDataViewMemory0"].into_iter().zip(views) {
        ensure!(
            glue.contains(detached) || !glue.contains(view),
            "the glue looks at its memory in another way than `{detached}`"
        );
        glue = glue.replace(detached, other);
    }
    fs::write(folder.join(format!("{name}_code.js")), code)?;
    let head = format!("import {{ WebAssembly }} from './{name}_code.js';\nexport const {{ Module }} = WebAssembly;\n");
    Ok(fs::write(folder.join(format!("{name}_glue.js")), head + &glue)?)
}

/// The code as a module that exports `WebAssembly`'s stand-in.
fn translated(work: &Path, name: &str) -> Result<String> {
    let tool = |name: &str| root().join("target/binaryen/node_modules/binaryen/bin").join(name).display().to_string();
    let file = |name: &str| work.join(name).display().to_string();
    let (opt, js) = (tool("wasm-opt"), tool("wasm2js"));
    let (from, lowered, to) = (file(&format!("{name}_bg.wasm")), file("lowered.wasm"), file("code.js"));
    let lower = [
        "--enable-bulk-memory",
        "--enable-nontrapping-float-to-int",
        "--enable-sign-ext",
        "--enable-mutable-globals",
        "-Oz",
        "--llvm-memory-copy-fill-lowering",
        "--llvm-nontrapping-fptoint-lowering",
        "--signext-lowering",
    ];
    run(command("node", [opt.as_str(), from.as_str(), "-o", lowered.as_str()].into_iter().chain(lower)))?;
    run(command("node", [js.as_str(), "-Oz", lowered.as_str(), "-o", to.as_str()]))?;
    let code = fs::read_to_string(&to)?;
    // imports at its head and one instance at its foot: the glue gives the former and makes the latter
    let start = code.find("function asmFunc(").context("wasm2js wrote no function `asmFunc`")?;
    let end = code.find("var retasmFunc").context("wasm2js made no instance")?;
    let head = code.get(..start).unwrap_or_default().lines().filter(|line| !line.starts_with("import "));
    // half of it is indentation
    let lines = head.chain(code.get(start..end).unwrap_or_default().lines()).map(str::trim_start);
    let body = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    Ok(format!("{body}\n{STAND_IN}"))
}
