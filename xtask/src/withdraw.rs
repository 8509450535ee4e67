//! What stands in place of a version that was withdrawn: each copy that comes back to its server clears itself and says why.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use nms_advisor::engine::describe::date;
use nms_advisor::engine::finding::Day;
use serde_json::{Value, json};

use crate::dist::{TEACH, page_style, text};
use crate::site::escaped;
use crate::supply::sums;
use crate::{release, root};

/// Why, since when, and what to use instead.
#[derive(Clone, Debug)]
pub struct Withdrawal {
    /// A sentence for a reader.
    pub reason: String,
    /// The day; that of running where none is given.
    pub since: Option<String>,
    /// An address with `https:` that leads to what holds now.
    pub instead: Option<String>,
}

/// The pages of a site, each of which says the same now.
const PAGES: [&str; 4] = ["index.html", TEACH.1, "embed.html", "intended-use.html"];

/// The modules that a page may load by their address.
const MODULES: [&str; 6] = [
    "nms-advisor.js",
    "nms-advisor-functions.js",
    "nms-advisor-inline.js",
    "nms-advisor-inline-functions.js",
    "nms-advisor-inline-teaching.js",
    "no-wasm/nms-advisor.js",
];

/// Writes `dist/withdrawn`, and returns what to do with it.
///
/// # Errors
/// If the reason is empty, the day or the address is none, or a file cannot be written.
pub fn write(withdrawal: &Withdrawal) -> Result<String> {
    let folder = root().join("dist/withdrawn");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    write_to(&folder, withdrawal)?;
    let dist = root().join("dist");
    // where the release lies beside it, its list of digests stays that of every file
    if dist.join(sums::SUMS).is_file() {
        sums::write(&dist)?;
    }
    Ok(format!(
        "dist/withdrawn is written. Serve it so, and check each:\n\
         - site: replace the whole folder by dist/withdrawn. Leave it there: a device may come back after months.\n\
         - package on a host of yours, page in a frame, build without WebAssembly: replace nms-advisor.js, and each nms-advisor-….js that pages load, by that of dist/withdrawn.\n\
         - package for a learning platform: take the activity out of each course; nothing reaches a copy there.\n\
         - single file: replace it where it can be fetched by dist/withdrawn/nms-advisor.html. Copies on sticks and in mails stay: tell those who have them.\n\
         - package by name: npm deprecate nms-advisor@VERSION \"{}\"\n\
         Do not answer with 404: a copy then says that its site is gone, and goes on. docs/deliveries.md says more.",
        withdrawal.reason.trim()
    ))
}

/// Writes it into a folder.
///
/// # Errors
/// As [`write`].
pub fn write_to(folder: &Path, withdrawal: &Withdrawal) -> Result<()> {
    let told = told(withdrawal)?;
    fs::create_dir_all(folder)?;
    let head = format!("const WITHDRAWN = {told};\n");
    fs::write(folder.join("sw.js"), format!("{head}\n{}", text("www/withdrawn/sw.js")?))?;
    let sentence = serde_json::to_string(&sentence(&told))?;
    let module = format!("{head}const SENTENCE = {sentence};\n\n{}", text("www/withdrawn/nms-advisor.js")?);
    fs::create_dir_all(folder.join("no-wasm"))?;
    for name in MODULES {
        fs::write(folder.join(name), &module)?;
    }
    let page = text("www/withdrawn/page.html")?.replace("<!-- withdrawn -->", &paragraphs(&told)?);
    for name in PAGES.into_iter().chain(["nms-advisor.html"]) {
        fs::write(folder.join(name), &page)?;
    }
    fs::write(folder.join("host.css"), page_style()?)?;
    Ok(fs::write(folder.join("withdrawn.json"), format!("{told:#}\n"))?)
}

/// The withdrawal as JSON, every part of it checked.
fn told(withdrawal: &Withdrawal) -> Result<Value> {
    let reason = withdrawal.reason.trim();
    ensure!(!reason.is_empty(), "--reason is empty: a reader has to learn why the advice is gone");
    let since = match &withdrawal.since {
        Some(text) => {
            ensure!(Day::parse(text).is_some(), "--since `{text}` is no day: write it as 2026-11-26");
            text.trim().to_string()
        }
        None => date(release::day(release::now()?)?),
    };
    if let Some(address) = &withdrawal.instead {
        let clean = address.starts_with("https://")
            && !address.contains(|letter: char| letter.is_whitespace() || "\"<>".contains(letter));
        ensure!(clean, "--instead `{address}` is no address with https:");
    }
    Ok(json!({ "reason": reason, "since": since, "instead": withdrawal.instead }))
}

fn field<'a>(told: &'a Value, name: &str) -> &'a str {
    told.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn sentence(told: &Value) -> String {
    let mut sentence = format!("NMS Advisor was withdrawn on {}. {}", field(told, "since"), field(told, "reason"));
    let instead = field(told, "instead");
    if !instead.is_empty() {
        sentence = format!("{sentence} See {instead}");
    }
    sentence
}

fn paragraphs(told: &Value) -> Result<String> {
    let mut html = format!("<p>On {}. {}</p>", escaped(field(told, "since")), escaped(field(told, "reason")));
    let instead = escaped(field(told, "instead"));
    if !instead.is_empty() {
        write!(html, "\n      <p>What holds now: <a href=\"{instead}\">{instead}</a></p>")?;
    }
    Ok(html)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops by panicking")]

    use super::*;

    fn of(reason: &str, since: &str, instead: &str) -> Withdrawal {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_string());
        Withdrawal { reason: reason.into(), since: some(since), instead: some(instead) }
    }

    #[test]
    fn a_withdrawal_says_why_since_when_and_what_instead() {
        let told = told(&of(" A dose was wrong. ", "2026-11-26", "https://example.org/new")).unwrap();
        assert_eq!(
            sentence(&told),
            "NMS Advisor was withdrawn on 2026-11-26. A dose was wrong. See https://example.org/new"
        );
        let html = paragraphs(&told).unwrap();
        assert!(html.contains("A dose was wrong.") && html.contains("href=\"https://example.org/new\""), "{html}");
        let plain = super::told(&of("<b>x</b>", "2026-11-26", "")).unwrap();
        assert!(paragraphs(&plain).unwrap().contains("&lt;b&gt;x"), "a reason is no markup");
    }

    #[test]
    fn what_is_no_withdrawal_is_refused_with_its_remedy() {
        for (wrong, says) in [
            (of("  ", "", ""), "--reason is empty"),
            (of("x", "26.11.2026", ""), "write it as 2026-11-26"),
            (of("x", "2026-02-30", ""), "no day"),
            (of("x", "", "http://example.org"), "no address with https:"),
            (of("x", "", "https://example.org/\" onclick="), "no address with https:"),
            (of("x", "", "javascript:alert(1)"), "no address with https:"),
        ] {
            let error = told(&wrong).unwrap_err().to_string();
            assert!(error.contains(says), "{error}");
        }
    }
}
