//! The static site: the standalone page, the guide for embedding, the intended use, and what keeps them on the device.
//!
//! The pages are plain HTML in `www/site`, and `index.html`; what they share is put in here, so that each stands alone.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use nms_advisor::guideline::NMS;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use crate::editors::{self, rows, said};
use crate::npm::digest;
use crate::{dist, guideline, release, root, sizes, supply};

/// The policy of every page, in the page itself: a static host may have no way to send headers. It is that of the
/// README and, for the site alone, a manifest and one trusted address of a script, the service worker.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self' data:; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types nms-advisor-site";

/// On a site anybody may sit down at, so a case that nobody looks after is covered; the reader may choose another time.
const IDLE: &str = " idle=\"15\"";

/// The pages, from where, and how they are called in the navigation.
const PAGES: [(&str, &str, &str); 4] = [
    ("index.html", "index.html", "Advisor"),
    (dist::TEACH.0, dist::TEACH.1, "Teaching"),
    ("www/site/embed.html", "embed.html", "Embedding"),
    ("www/site/intended-use.html", "intended-use.html", "Intended use"),
];

/// What is copied as it is.
const COPIED: [(&str, &str); 5] = [
    ("www/site/site.css", "site.css"),
    ("www/site/site.js", "site.js"),
    ("www/site/embed.js", "embed.js"),
    ("www/site/icon.svg", "icon.svg"),
    ("www/site/manifest.webmanifest", "manifest.webmanifest"),
];

/// Writes the site around the package in `package` into `folder`. `urgent` says what this version corrects, to readers of an
/// older one.
///
/// # Errors
/// If a file cannot be read or written, or a page lacks a place that something belongs in.
pub fn write(package: &Path, folder: &Path, urgent: Option<&str>) -> Result<()> {
    fs::create_dir_all(folder)?;
    dist::copy_code(package, folder)?;
    for (from, to) in COPIED {
        fs::copy(root().join(from), folder.join(to)).with_context(|| format!("{from} cannot be copied"))?;
    }
    fs::write(folder.join("host.css"), dist::page_style()?)?;
    for (from, to, _) in PAGES {
        let text = fs::read_to_string(root().join(from)).with_context(|| format!("{from} cannot be read"))?;
        let mut page = framed(&text, to).with_context(|| format!("in {from}"))?;
        if to == "index.html" || to == dist::TEACH.1 {
            page = put(&page, "<!-- guideline -->", &guideline::html()?, Place::Instead)?;
            page = put(&page, "<nms-advisor", IDLE, Place::After)?;
        }
        if to == "embed.html" {
            page = put(&page, "<!-- reference -->", &reference()?, Place::Instead)?;
        }
        if to == "intended-use.html" {
            page = put(&page, "<!-- notices -->", &notices(), Place::Instead)?;
        }
        fs::write(folder.join(to), page)?;
    }
    supply::carry(package, folder)?;
    fs::write(folder.join("sw.js"), worker(folder, urgent)?)?;
    Ok(())
}

#[derive(Clone, Copy)]
enum Place {
    Before,
    After,
    Instead,
}

/// Puts text at the one place where `mark` stands.
fn put(page: &str, mark: &str, text: &str, place: Place) -> Result<String> {
    ensure!(page.matches(mark).count() == 1, "`{mark}` must stand exactly once");
    let whole = match place {
        Place::Before => format!("{text}{mark}"),
        Place::After => format!("{mark}{text}"),
        Place::Instead => text.to_string(),
    };
    Ok(page.replace(mark, &whole))
}

/// A page with what all pages have: policy, style, script, navigation and foot.
fn framed(page: &str, name: &str) -> Result<String> {
    let policy = format!("\n    <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    let icon = "<link rel=\"icon\" href=\"icon.svg\" type=\"image/svg+xml\">\n    <link rel=\"manifest\" href=\"manifest.webmanifest\">";
    let style = "\n    <link rel=\"stylesheet\" href=\"site.css\">";
    let script = "  <script type=\"module\" src=\"site.js\"></script>\n  ";
    let (navigation, has_header) = (navigation(name)?, page.contains("</header>"));
    let foot_navigation = if has_header { "" } else { navigation.as_str() };
    let foot = format!(
        "  <footer class=\"page-footer\">\n    {foot_navigation}  <p>NMS Advisor {}, rule set {}, built <time data-role=\"built\" datetime=\"{}\" data-old-from=\"{}\">{}</time>. Draft, not clinically reviewed.</p>\n      <p>Nothing that is entered leaves the browser.</p>\n      <p data-role=\"offline\" role=\"status\"></p>\n    </footer>\n  ",
        env!("CARGO_PKG_VERSION"),
        NMS.version,
        release::built()?,
        release::old_from()?,
        release::built()?,
    );
    let page = put(page, "<meta charset=\"utf-8\">", &policy, Place::After)?;
    let page = put(&page, "<link rel=\"icon\" href=\"data:,\">", icon, Place::Instead)?;
    let page = put(&page, "<link rel=\"stylesheet\" href=\"host.css\">", style, Place::After)?;
    let page = put(&page, "</head>", script, Place::Before)?;
    // the bar of the widget is the header of its own page
    let page = if has_header { put(&page, "</header>", &navigation, Place::Before)? } else { page };
    put(&page, "</body>", &foot, Place::Before)
}

fn navigation(here: &str) -> Result<String> {
    let mut links = String::from("  <nav aria-label=\"Site\">\n");
    for (_, page, label) in PAGES {
        let address = if page == "index.html" { "./" } else { page };
        let current = if page == here { " aria-current=\"page\"" } else { "" };
        writeln!(links, "        <a href=\"{address}\"{current}>{label}</a>")?;
    }
    Ok(links + "      </nav>\n    ")
}

/// The service worker of exactly these files: it knows their digests, has a version that is a digest of those, and says
/// which release it is.
fn worker(folder: &Path, urgent: Option<&str>) -> Result<String> {
    let release = json!({ "order": release::seconds()?, "built": release::built()?, "rules": NMS.version, "urgent": urgent.unwrap_or_default() });
    let mut digests = Map::new();
    for name in
        sizes::files(folder)?.into_iter().filter(|name| name != "sw.js" && !supply::CARRIED.contains(&name.as_str()))
    {
        digests.insert(name.clone(), digest(&fs::read(folder.join(&name))?).into());
    }
    let files = format!("{:#}", Value::Object(digests));
    let text = fs::read_to_string(root().join("www/site/sw.js"))?;
    let version: String = Sha256::digest(format!("{release}{files}{text}"))
        .iter()
        .take(8)
        .fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    Ok(format!("const VERSION = '{version}';\nconst RELEASE = {release};\nconst FILES = {files};\n\n{text}"))
}

fn notices() -> String {
    let rows = NMS.notices.iter();
    let rows = rows.map(|row| format!("<dt>{}</dt>\n          <dd>{}</dd>", escaped(row.label), escaped(row.text)));
    format!("<dl>\n          {}\n        </dl>", rows.collect::<Vec<_>>().join("\n          "))
}

/// The tables of the reference, from the manifest that the package ships.
fn reference() -> Result<String> {
    let element = editors::element()?;
    let mut tables = String::new();
    for (key, title) in [
        ("attributes", "Attributes"),
        ("members", "Properties and methods"),
        ("events", "Events"),
        ("cssProperties", "Custom properties"),
    ] {
        write!(
            tables,
            "<h3 id=\"{key}\">{title}</h3>\n        <div class=\"wide\" tabindex=\"0\" role=\"region\" aria-labelledby=\"{key}\">\n          <table>\n            <tr><th scope=\"col\">Name</th><th scope=\"col\">Type or default</th><th scope=\"col\">What it does</th></tr>\n"
        )?;
        for row in rows(&element, key)? {
            let text = |path: &str| said(row, path);
            let call = if text("/kind") == "method" { "()" } else { "" };
            // a default says more than the type of a colour does
            let kind = if key == "cssProperties" { text("/default") } else { text("/type/text") };
            let kind = if call.is_empty() { kind } else { text("/return/type/text") };
            writeln!(
                tables,
                "            <tr><td><code>{}{call}</code></td><td><code>{}</code></td><td>{}</td></tr>",
                escaped(text("/name")),
                escaped(kind),
                marked(text("/description")),
            )?;
        }
        tables.push_str("          </table>\n        </div>\n        ");
    }
    Ok(tables)
}

/// Text with `code` in it, as HTML.
fn marked(text: &str) -> String {
    let parts = escaped(text);
    let parts = parts.split('`').enumerate();
    parts.map(|(at, part)| if at % 2 == 1 { format!("<code>{part}</code>") } else { part.to_string() }).collect()
}

pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
