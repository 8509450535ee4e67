//! The package for learning platforms that speak SCORM 1.2: a manifest, a page that talks with the platform, and the single
//! file in it, as platforms serve WebAssembly in many wrong ways.

use std::io::{Cursor, Write as _};
use std::path::Path;
use std::{fs, iter};

use anyhow::{Context as _, Result, ensure};
use nms_advisor::teaching::library::titles;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::dist::text;
use crate::script::without_comments;
use crate::supply::CARRIED;
use crate::{release, root};

/// What `dist --scorm` adds; the package of all cases is always written.
pub const ADDED: &str = "nms-advisor-scorm12-";

/// The single file, as it is called in the package and in `dist`.
const SINGLE: &str = "nms-advisor.html";

/// The place for the id of the case in the page.
const CASE: &str = "<meta name=\"nms-case\" content=\"\">";

/// Writes the package of all cases, or of one, around the other forms in `dist` into `folder`; returns its name.
///
/// # Errors
/// If there is no such case, a file is not there, or the page has no place for the case.
pub fn write(dist: &Path, folder: &Path, case: Option<&str>) -> Result<String> {
    let title = match case {
        None => "NMS Advisor: cases",
        Some(id) => title(id)?,
    };
    let identifier = iter::once("nms-advisor-scorm12").chain(case).collect::<Vec<_>>().join("-");
    let page = text("www/scorm/index.html")?;
    ensure!(page.matches(CASE).count() == 1, "www/scorm/index.html has no place for the case: {CASE}");
    let page = page.replace(CASE, &CASE.replace("\"\"", &format!("\"{}\"", case.unwrap_or_default())));
    let page = page.replace("<title>NMS Advisor</title>", &format!("<title>{}</title>", escaped(title)));
    let mut files: Vec<(&str, Vec<u8>)> = vec![
        ("index.html", page.into_bytes()),
        ("scorm.css", text("www/scorm/scorm.css")?.into_bytes()),
        ("scorm.js", without_comments(&text("www/scorm/scorm.js")?)?.into_bytes()),
        (SINGLE, fs::read(dist.join(SINGLE)).context("the single file is not built")?),
    ];
    for name in CARRIED {
        files.push((name, fs::read(dist.join("npm").join(name)).with_context(|| format!("{name} is not built"))?));
    }
    let mut names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    names.sort_unstable();
    files.push(("imsmanifest.xml", manifest(&identifier, title, &names).into_bytes()));
    files.sort();
    let name = format!("{identifier}.zip");
    fs::write(folder.join(&name), packed(&files)?)?;
    Ok(name)
}

/// The title of a case.
///
/// # Errors
/// If there is no such case: the sentence has every id.
pub fn title(id: &str) -> Result<&'static str> {
    let found = titles().into_iter().find(|(known, _)| *known == id).map(|(_, title)| title);
    found.with_context(|| {
        let ids: Vec<&str> = titles().into_iter().map(|(id, _)| id).collect();
        format!("there is no case `{id}`; the cases are {}", ids.join(", "))
    })
}

/// The manifest: one activity, which is the page.
fn manifest(identifier: &str, title: &str, files: &[&str]) -> String {
    let (title, version) = (escaped(title), env!("CARGO_PKG_VERSION"));
    let files = files.iter().fold(String::new(), |text, name| text + "      <file href=\"" + name + "\"/>\n");
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="{identifier}" version="{version}" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="nms-advisor">
    <organization identifier="nms-advisor">
      <title>{title}</title>
      <item identifier="activity" identifierref="page" isvisible="true">
        <title>{title}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html">
{files}    </resource>
  </resources>
</manifest>
"#
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The files in the order given, at the day of this build: the same bytes whenever and wherever it is packed.
fn packed(files: &[(&str, Vec<u8>)]) -> Result<Vec<u8>> {
    let (year, month, day) = release::day(release::seconds()?)?.civil();
    // the format begins with 1980
    let (year, month, day) = if year < 1980 { (1980, 1, 1) } else { (year, month, day) };
    let time = DateTime::from_date_and_time(u16::try_from(year)?, u8::try_from(month)?, u8::try_from(day)?, 0, 0, 0)
        .context("the day of this build is beyond what a zip can say")?;
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(time)
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Unpacks a package into a folder, as a platform does.
///
/// # Errors
/// If it is no zip, or a file cannot be written.
pub fn unpack(zip: &Path, folder: &Path) -> Result<()> {
    let file = fs::File::open(zip).with_context(|| format!("{} is not built", zip.display()))?;
    Ok(ZipArchive::new(file)?.extract(folder)?)
}

/// Adds the packages of these cases to `dist/`.
///
/// # Errors
/// As [`write`].
pub fn add(cases: &[String]) -> Result<()> {
    for case in cases {
        write(&root().join("dist"), &root().join("dist"), Some(case))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops by panicking")]

    use super::{manifest, packed, title};

    #[test]
    fn a_manifest_names_one_activity_and_every_file() {
        let text = manifest("nms-advisor-scorm12", "Hot & stiff <\"now\">", &["a.html", "b.js"]);
        for part in [
            "<schemaversion>1.2</schemaversion>",
            "<title>Hot &amp; stiff &lt;&quot;now&quot;&gt;</title>",
            "adlcp:scormtype=\"sco\" href=\"index.html\"",
            "<file href=\"a.html\"/>",
            "<file href=\"b.js\"/>",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert!(!text.contains("mastery"), "there is no score");
    }

    #[test]
    fn a_case_that_is_none_is_told_with_those_that_are() {
        assert!(title("haloperidol").is_ok());
        assert!(title("no-such-case").unwrap_err().to_string().contains("the cases are haloperidol, "));
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        let files = [("a", b"one".to_vec()), ("b", vec![0; 10_000])];
        let zip = packed(&files).unwrap();
        assert_eq!(zip, packed(&files).unwrap());
        assert!(zip.len() < 1_000, "{} bytes", zip.len());
    }
}
