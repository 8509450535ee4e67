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

/// One card for each advised do, avoid or consider, in order.
#[must_use]
pub fn cards(assessed: Assessed) -> Cards {
    let wanted =
        |row: &Recommended| row.status == "advised" && ["do", "avoid", "consider"].contains(&row.kind.as_str());
    Cards { cards: assessed.recommendations.into_iter().filter(wanted).map(card).collect() }
}

fn card(row: Recommended) -> Card {
    let lead = match row.kind.as_str() {
        "avoid" => "Avoid: ",
        "consider" => "Consider: ",
        _ => "",
    };
    let summary: String = format!("{lead}{}", row.text);
    let cut = if summary.chars().count() > 140 {
        summary.chars().take(139).chain(std::iter::once('…')).collect()
    } else {
        summary
    };
    let origin: Vec<&str> = row.statements.iter().chain(&row.citations).map(String::as_str).collect();
    Card {
        uuid: uuid(&row.id),
        summary: cut,
        detail: format!(
            "{} (Draft, not clinically reviewed; for healthcare professionals; verify before use.)",
            row.detail
        )
        .trim()
        .into(),
        indicator: row.urgency,
        source: CardSource { label: format!("NMS Advisor, basis {}: {}", row.basis, origin.join(", ")) },
    }
}

/// A stable id for a rule: a version 8 (custom) UUID from two 64-bit FNV-1a hashes of its id.
fn uuid(id: &str) -> String {
    let hash =
        |start: u64| id.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let (high, low) = (hash(0xcbf2_9ce4_8422_2325), hash(0x6c62_272e_07bb_0142));
    let high = high & 0xffff_ffff_ffff_0fff | 0x8000;
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
