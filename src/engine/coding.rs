//! Codes of other systems that name findings: types only. The tables belong to a guideline.
//!
//! Lists of codes and words are texts with a space between two: they are searched seldom and loaded often.

use super::decimal::Decimal;

/// The codes of a quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// The key of the finding.
    pub finding: &'static str,
    /// Where it is measured, which decides what is checked.
    pub kind: Kind,
    /// Codes read in two independent sources.
    pub sure: &'static str,
    /// Codes that nobody has looked up yet: they are offered, never ticked.
    pub unsure: &'static str,
    /// Codes that look like it and are something else.
    pub never: &'static str,
    /// Beginnings of the words that name it; with `=` before it the whole word.
    pub words: &'static str,
    /// Beginnings of words that say that it is something else.
    pub other: &'static str,
    /// The key of its usual value, or nothing.
    pub usual: &'static str,
    /// Whether the highest counts, not the latest.
    pub highest: bool,
}

/// Where a quantity is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// At the patient.
    Vital,
    /// At the patient, and never by the laboratory.
    Bedside,
    /// At the patient, as part of a panel.
    Pressure,
    /// In blood.
    Blood,
    /// At the patient, and it changes slowly.
    Body,
    /// A volume in a period.
    Volume,
}

/// A condition by its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coded {
    /// The code.
    pub code: &'static str,
    /// The key of the finding.
    pub finding: &'static str,
    /// Whether it was read in two independent sources.
    pub sure: bool,
    /// Whether it counts only when it is over.
    pub past: bool,
}

/// A score of parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The key of the finding.
    pub finding: &'static str,
    /// The codes of its parts.
    pub codes: &'static str,
    /// The greatest value of each part, in the same order.
    pub greatest: [u8; 3],
}

/// All codes that a guideline knows, and what is made of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Codes {
    /// Quantities.
    pub measures: &'static [Measure],
    /// Panels below which a pressure counts.
    pub panels: &'static str,
    /// Codes that may stand beside any other, and say nothing.
    pub neutral: &'static str,
    /// Choices of the site by code, the unnamed core last.
    pub sites: &'static [(&'static str, &'static str)],
    /// Codes of a site in the core that is not named.
    pub core: &'static str,
    /// The choice that stands for the core.
    pub core_site: &'static str,
    /// The quantity that has a site, and the key of the site.
    pub site: (&'static str, &'static str),
    /// The key that two readings make true, of which quantity, above which value.
    pub twice: (&'static str, &'static str, Decimal),
    /// The quantity beside which its range is read, and the key of its upper end.
    pub limit: (&'static str, &'static str),
    /// Codes that say that no oxygen is given, and the key of the oxygen.
    pub without: (&'static str, &'static str),
    /// A score of parts.
    pub score: Parts,
    /// Codes that stand for a quantity by convention.
    pub convention: &'static str,
    /// The weight, by which volumes are divided.
    pub weight: &'static str,
    /// Codes of a volume of 24 hours.
    pub day_volume: &'static str,
    /// The keys of age and sex.
    pub person: (&'static str, &'static str),
    /// A state by its code, its key, and the answers that mean yes: those that were read in two sources, and others.
    pub state: (&'static str, &'static str, &'static str, &'static str),
    /// Tests that say nothing of this state.
    pub state_tests: &'static str,
    /// The key of drugs, and that of those which act like dopamine.
    pub drugs: (&'static str, &'static str),
    /// Drugs that answer a key of their own.
    pub drug_keys: &'static [(&'static str, &'static str)],
    /// Drugs by the code of their substance, of two systems.
    pub substances: [(&'static str, &'static [(&'static str, &'static str)]); 2],
    /// Hours for which a drug counts, and a long-acting one.
    pub drug_hours: (i64, i64),
    /// Conditions.
    pub conditions: &'static [Coded],
    /// Beginnings of words that name another quantity than any of these.
    pub foreign: &'static str,
    /// Beginnings of words that name another fluid than blood.
    pub fluids: &'static str,
    /// Beginnings of words that name blood.
    pub blood: &'static str,
}

/// Whether a list has a code.
#[must_use]
pub fn lists(list: &str, code: &str) -> bool {
    list.split_ascii_whitespace().any(|row| row == code)
}
