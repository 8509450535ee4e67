//! Links as mail programs, chats and paper leave them: encoded once more, wrapped, with signs of a sentence at their end.
//!
//! A link that was mended counts only if its checksum fits; otherwise it is read as it is.

use super::{Opened, parts};
use crate::wording::Edition;

/// The readings of a link, most faithful first; the first whole one is taken, or else the one with most answers.
pub(super) fn read(edition: Edition, fragment: &str) -> Option<Opened> {
    let lower = fragment.get(..24).unwrap_or(fragment).to_ascii_lowercase();
    let head = lower.trim_start();
    if !["case=", "case%3d", "case%253d"].iter().any(|start| head.starts_with(start)) {
        return None;
    }
    let as_it_is = parts(edition, fragment);
    if as_it_is.whole {
        return Some(as_it_is);
    }
    let mut best = as_it_is;
    for clean in unquoted(fragment) {
        let clean = ended(&joined(&clean));
        let structured = replaced(&replaced(&clean, "%7E", "~"), "%3D", "=");
        let once = decoded(&clean);
        let twice = once.as_deref().and_then(decoded);
        for mended in [Some(clean), Some(structured), once, twice].into_iter().flatten() {
            let opened = parts(edition, &ended(&mended));
            if opened.whole {
                return Some(opened);
            }
            if opened.entries.len() > best.entries.len() {
                best = opened;
            }
        }
    }
    Some(best)
}

/// The link as it is, and out of quoted-printable, where a line that goes on ends with a sign of equality and that sign is
/// `=3D`. A link can be wrapped behind such a sign or have `3d` behind one, so each step is tried by itself.
fn unquoted(fragment: &str) -> Vec<String> {
    let one_line = fragment.replace("=\r\n", "").replace("=\n", "");
    let signs = one_line.replace("=3D", "=").replace("=3d", "=");
    let mut readings = vec![fragment.to_string(), one_line, signs];
    readings.dedup();
    readings
}

/// The link on one line, without the letters that no link of ours has: it writes them with a `%`.
fn joined(fragment: &str) -> String {
    let text = fragment.replace("&amp;", "&");
    text.chars().filter(|letter| letter.is_ascii_alphanumeric() || ".,-_:/*~=%&".contains(*letter)).collect()
}

/// The link without what follows the eight signs of its checksum, unless that is a part of its own.
fn ended(link: &str) -> String {
    let Some(at) = link.rfind("~sum=") else { return link.into() };
    let end = at + "~sum=".len() + 8;
    match (link.get(..end), link.get(end..)) {
        (Some(whole), Some(rest)) if !rest.starts_with(['~', '%']) => whole.into(),
        _ => link.into(),
    }
}

fn replaced(text: &str, from: &str, to: &str) -> String {
    text.replace(from, to).replace(&from.to_ascii_lowercase(), to)
}

fn decoded(text: &str) -> Option<String> {
    super::unescaped(text)
}
