//! Numbers that people know to be raised without knowing them, and the bound that the word is. Data only.
//!
//! A word becomes a bound only where that is safe: no more is taken from it than everybody means by it. A raised CK is not
//! here: the word says "above the laboratory's limit", which differs from place to place, and no condition asks for that.

use crate::engine::decimal::Decimal;
use crate::engine::finding::FindingIndex;
use crate::engine::source::{Basis, Source, article, design, literature};

use super::terms::finding;

/// A number that is known to be raised and nothing more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Raised {
    /// Whose number.
    pub finding: FindingIndex,
    /// The word, at the start of a line.
    pub word: &'static str,
    /// The number that it lies above, in the stored unit.
    pub above: Decimal,
    /// Article, literature or design.
    pub basis: Basis,
    /// Its authority.
    pub source: Source,
}

/// Every word that is read as a bound.
pub const RAISED: &[Raised] = &[
    Raised {
        finding: finding("temperature"),
        word: "Fever",
        above: Decimal::literal(38.0),
        basis: Basis::Article,
        source: article(&["S13", "S17"]).and(&["gurrera-2011"]).read_as(
            "The article gives no number for hyperthermia; above 38.0\u{a0}°C is that of the consensus criteria. Fever without a number is that, and nothing more.",
        ),
    },
    Raised {
        finding: finding("heartRate"),
        word: "Fast pulse",
        above: Decimal::literal(100.0),
        basis: Basis::Literature,
        source: literature(&["woodbury-1992"]).read_as("Numbers after a table of 1992, read at second hand. A fast pulse without a number is above 100 a minute, and nothing more."),
    },
    Raised {
        finding: finding("respiratoryRate"),
        word: "Fast breathing",
        above: Decimal::literal(20.0),
        basis: Basis::Design,
        source: design("Fast breathing without a number is above 20 a minute, and nothing more: our own."),
    },
];
