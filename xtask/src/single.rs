//! The single file: glue, element, style sheet and WebAssembly in one page that opens by double click and requests nothing.

use anyhow::{Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::npm::digest;

/// What goes into the page.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// The glue of both modules as classic scripts.
    pub glue: &'a [String; 2],
    /// What stands before every entry: the element and what it needs.
    pub parts: &'a str,
    /// The entry that unpacks the WebAssembly.
    pub entry: &'a str,
    /// The style sheet of the widget.
    pub style: &'a str,
    /// The style sheet of the teaching room, which goes with it.
    pub teaching_style: &'a str,
    /// The style sheet of the page around it.
    pub page_style: &'a str,
    /// The guideline as static text.
    pub guideline: &'a str,
    /// The WebAssembly.
    pub wasm: &'a [u8],
    /// The WebAssembly that reads texts and records.
    pub data_in: &'a [u8],
    /// Who wrote what is in it, and under which licence.
    pub notices: &'a str,
}

/// The page.
///
/// # Errors
/// If the glue is not what is expected.
pub fn page(parts: &Parts<'_>) -> Result<String> {
    let Parts { glue, parts, entry, style, teaching_style, page_style, guideline, wasm, data_in, notices } = *parts;
    let glue = glue.iter().map(|glue| addressless(glue)).collect::<Result<Vec<_>>>()?.join("\n");
    let (style, teaching_style) = (serde_json::to_string(style)?, serde_json::to_string(teaching_style)?);
    let digests = [wasm, data_in].map(digest);
    let [wasm_digest, data_in_digest] = &digests;
    // a closing tag inside the script would end it
    let script = format!("'use strict';\n{glue}\nconst WASM_DIGEST = '{wasm_digest}';\nconst DATA_IN_DIGEST = '{data_in_digest}';\nconst STYLE_SHEET = {style};\nconst TEACHING_SHEET = {teaching_style};\n{parts}\n{entry}")
        .replace("</script", "<\\/script");
    let (packed, reader) = (STANDARD.encode(pack(wasm)?), STANDARD.encode(pack(data_in)?));
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{}' 'wasm-unsafe-eval'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        hash(&script),
        hash(page_style),
    );
    ensure!(!notices.contains("</"), "a closing tag in the notices would end them");
    Ok(format!(
        r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>NMS Advisor: neuroleptic malignant syndrome</title>
<link rel="icon" href="data:,">
<style>{page_style}</style>
</head>
<body>
<main class="framed">
<h1 class="unseen">Neuroleptic malignant syndrome</h1>
<nms-advisor heading-level="2" fragment room fill>{guideline}</nms-advisor>
</main>
<script type="application/octet-stream" id="nms-advisor-wasm">{packed}</script>
<script type="application/octet-stream" id="nms-advisor-data-in">{reader}</script>
<script>{script}</script>
<script type="text/plain" id="third-party">
{notices}</script>
</body>
</html>
"#
    ))
}

/// Glue that asks for no address of its script: it has none here, and in `srcdoc` or from `blob:` asking for it would throw.
fn addressless(glue: &str) -> Result<String> {
    const ADDRESS: &str = "new URL(document.currentScript.src, location.href).toString()";
    ensure!(glue.matches(ADDRESS).count() == 1, "the glue finds its script in another way than `{ADDRESS}`");
    Ok(glue.replace(ADDRESS, "''"))
}

/// Packs as gzip can at its very best: inside a text nothing packs it again.
///
/// # Errors
/// None in practice: it writes to memory.
pub fn pack(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut packed)?;
    Ok(packed)
}

fn hash(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text.as_bytes()))
}
