//! CDS Hooks 2.0 cards from an assessment.

use serde::{Deserialize, Serialize};

/// What a card needs of an assessment; everything else in it is passed over.
#[derive(Debug, Deserialize)]
pub struct Assessed {
    recommendations: Vec<Recommended>,
}

#[derive(Debug, Deserialize)]
struct Recommended {
    id: String,
    kind: String,
    urgency: String,
    status: String,
    text: String,
    #[serde(default)]
    detail: String,
    #[serde(default)]
    beyond: String,
    #[serde(default)]
    under: Option<String>,
    #[serde(default)]
    place: Option<String>,
    basis: String,
    #[serde(default)]
    statements: Vec<String>,
    #[serde(default)]
    citations: Vec<String>,
}

/// A CDS Hooks card list.
#[derive(Debug, Serialize)]
pub struct Cards {
    cards: Vec<Card>,
}

#[derive(Debug, Serialize)]
struct Card {
    uuid: String,
    summary: String,
    detail: String,
    indicator: String,
    source: CardSource,
}

#[derive(Debug, Serialize)]
struct CardSource {
    label: String,
}

/// One card for each advised do, avoid or consider that is a row of the first screen, in order. Lines that are folded beneath
/// a row are named in its detail.
#[must_use]
pub fn cards(assessed: Assessed) -> Cards {
    let rows = assessed.recommendations;
    let wanted = |row: &&Recommended| {
        let shown = row.under.is_none() && row.place.as_deref().is_none_or(|place| place == "screen");
        shown && row.status == "advised" && ["do", "avoid", "consider"].contains(&row.kind.as_str())
    };
    Cards { cards: rows.iter().filter(wanted).map(|row| card(row, &rows)).collect() }
}

/// The line with the word of its kind in front.
fn summary(row: &Recommended) -> String {
    let lead = match row.kind.as_str() {
        "avoid" => "Avoid: ",
        // most options say so themselves
        "consider" if !row.text.to_lowercase().contains("consider") => "Consider: ",
        _ => "",
    };
    format!("{lead}{}", row.text)
}

fn card(row: &Recommended, rows: &[Recommended]) -> Card {
    let summary = summary(row);
    let cut = if summary.chars().count() > 140 {
        summary.chars().take(139).chain(std::iter::once('…')).collect()
    } else {
        summary
    };
    let origin: Vec<&str> = row.statements.iter().chain(&row.citations).map(String::as_str).collect();
    let folded = rows.iter().filter(|other| other.under.as_deref() == Some(&row.id) && other.status != "withheld");
    let with: Vec<String> = folded.map(self::summary).collect();
    let with = if with.is_empty() { String::new() } else { format!("With it: {}.", with.join("; ")) };
    let told = [&row.detail, &row.beyond, &with].map(|part| part.trim());
    let told: Vec<&str> = told.into_iter().filter(|part| !part.is_empty()).collect();
    Card {
        uuid: uuid(8, &row.id),
        summary: cut,
        detail: format!(
            "{} (Draft, not clinically reviewed; for healthcare professionals; verify before use.)",
            told.join(" ")
        )
        .trim()
        .into(),
        indicator: row.urgency.clone(),
        source: CardSource { label: format!("NMS Advisor, basis {}: {}", row.basis, origin.join(", ")) },
    }
}

/// A stable UUID of this version from two 64-bit FNV-1a hashes of a name: 8 is custom, 5 is that of a name.
pub(super) fn uuid(version: u64, id: &str) -> String {
    let hash =
        |start: u64| id.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let (high, low) = (hash(0xcbf2_9ce4_8422_2325), hash(0x6c62_272e_07bb_0142));
    let high = high & 0xffff_ffff_ffff_0fff | (version & 0xf) << 12;
    let low = low & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000;
    format!(
        "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
        high >> 32,
        high >> 16 & 0xffff,
        high & 0xffff,
        low >> 48,
        low & 0xffff_ffff_ffff
    )
}
