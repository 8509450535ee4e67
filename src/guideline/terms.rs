//! The words in which the tables are written: `above("temperature", 41.1)`, `definition("extreme-hyperthermia")`.
//!
//! Every helper resolves its id when the crate is compiled; a misspelt one stops the build and names the nearest.

#![expect(clippy::result_large_err, reason = "runs only while compiling, where a sentence has no heap to live on")]

use crate::engine::check::{Sentence, nearest, position, same};
use crate::engine::criterion::{ALWAYS, Criterion};
use crate::engine::decimal::Decimal;
use crate::engine::finding::{FindingIndex, FindingKind};
use crate::engine::rule::Fold;

use super::definitions::DEFINITION_IDS;
use super::derived::DERIVED_IDS;
use super::findings::FINDINGS;

#[expect(clippy::indexing_slicing, reason = "runs only while compiling, where a wrong index stops the build")]
const FINDING_IDS: [&str; FINDINGS.len()] = {
    let mut ids = [""; FINDINGS.len()];
    let mut at = 0;
    while at < FINDINGS.len() {
        ids[at] = FINDINGS[at].id;
        at += 1;
    }
    ids
};

/// Stops the build with a sentence.
#[expect(clippy::panic, reason = "runs only while compiling, where it is how the build is stopped")]
const fn stop(sentence: &Sentence) -> ! {
    panic!("{}", sentence.as_str())
}

/// The position of the askable or derived finding `id`; the build stops where there is none.
#[must_use]
pub const fn finding(id: &str) -> FindingIndex {
    match find(id) {
        Ok(index) => index,
        Err(sentence) => stop(&sentence),
    }
}

/// The position of the askable or derived finding `id`.
///
/// # Errors
/// What was looked for, and the nearest ids.
#[expect(clippy::cast_possible_truncation, reason = "the tables have far fewer than 65,536 rows")]
pub const fn find(id: &str) -> Result<FindingIndex, Sentence> {
    match (position(&FINDING_IDS, id), position(DERIVED_IDS, id)) {
        (Some(at), _) => Ok(FindingIndex(at as u16)),
        (None, Some(at)) => Ok(FindingIndex((FINDING_IDS.len() + at) as u16)),
        (None, None) => {
            let missing = Sentence::of(&["a row names the finding `", id, "`, which is not there; "]);
            Err(did_you_mean(&missing, nearest(&FINDING_IDS, id), nearest(DERIVED_IDS, id), "findings"))
        }
    }
}

/// Ends a sentence with the nearest ids, which may be empty.
const fn did_you_mean(sentence: &Sentence, one: &str, other: &str, table: &str) -> Sentence {
    match (one.is_empty(), other.is_empty()) {
        (false, false) => sentence.and(&["did you mean `", one, "`, or `", other, "`, which is derived?"]),
        (false, true) => sentence.and(&["did you mean `", one, "`?"]),
        (true, false) => sentence.and(&["did you mean `", other, "`, which is derived?"]),
        (true, true) => sentence.and(&["no id is near it: see the table of ", table]),
    }
}

/// The position of an option; the build stops where there is none.
const fn option(index: FindingIndex, choice: &str) -> u8 {
    match choose(index, choice) {
        Ok(option) => option,
        Err(sentence) => stop(&sentence),
    }
}

/// The position of the option `choice` of a finding.
///
/// # Errors
/// The finding, and the options that it offers.
#[expect(clippy::indexing_slicing, reason = "const fn: the loops stay inside their tables")]
#[expect(clippy::cast_possible_truncation, reason = "no choice has more than 256 options")]
pub const fn choose(index: FindingIndex, choice: &str) -> Result<u8, Sentence> {
    let at = index.0 as usize;
    let id = if at < FINDINGS.len() {
        FINDINGS[at].id
    } else if at - FINDINGS.len() < DERIVED_IDS.len() {
        DERIVED_IDS[at - FINDINGS.len()]
    } else {
        ""
    };
    let asked = Sentence::of(&["a condition asks the finding `", id, "` for the option `", choice, "`, "]);
    if at >= FINDINGS.len() {
        return Err(asked.and(&["but it is no choice: it offers none"]));
    }
    let FindingKind::Choice(options) = FINDINGS[at].kind else {
        return Err(asked.and(&["but it is no choice: it offers none"]));
    };
    let (mut option, mut sentence) = (0, asked.and(&["which it does not offer: it offers"]));
    while option < options.len() {
        if same(options[option].id, choice) {
            return Ok(option as u8);
        }
        sentence = sentence.and(&[if option == 0 { " `" } else { ", `" }, options[option].id, "`"]);
        option += 1;
    }
    Err(sentence)
}

/// The answer is yes.
#[must_use]
pub const fn present(id: &str) -> Criterion {
    Criterion::Present(finding(id))
}

/// The answer is no.
#[must_use]
pub const fn absent(id: &str) -> Criterion {
    Criterion::Absent(finding(id))
}

/// This option was chosen.
#[must_use]
pub const fn is(id: &str, choice: &str) -> Criterion {
    let index = finding(id);
    Criterion::Is(index, option(index, choice))
}

/// This option of an ordered choice, or a higher one.
#[must_use]
pub const fn at_least_grade(id: &str, choice: &str) -> Criterion {
    let index = finding(id);
    Criterion::AtLeastGrade(index, option(index, choice))
}

/// The number is greater than `limit` (stored unit).
#[must_use]
pub const fn above(id: &str, limit: f64) -> Criterion {
    Criterion::Above(finding(id), Decimal::literal(limit))
}

/// The number is `limit` or greater (stored unit).
#[must_use]
pub const fn at_least(id: &str, limit: f64) -> Criterion {
    Criterion::AtLeast(finding(id), Decimal::literal(limit))
}

/// The number is smaller than `limit` (stored unit).
#[must_use]
pub const fn below(id: &str, limit: f64) -> Criterion {
    Criterion::Below(finding(id), Decimal::literal(limit))
}

/// The number is `limit` or smaller (stored unit).
#[must_use]
pub const fn at_most(id: &str, limit: f64) -> Criterion {
    Criterion::AtMost(finding(id), Decimal::literal(limit))
}

/// Every one holds.
#[must_use]
pub const fn all(parts: &'static [Criterion]) -> Criterion {
    Criterion::All(parts)
}

/// At least one holds.
#[must_use]
pub const fn any(parts: &'static [Criterion]) -> Criterion {
    Criterion::Any(parts)
}

/// The opposite holds.
#[must_use]
pub const fn not(part: &'static Criterion) -> Criterion {
    Criterion::Not(part)
}

/// At least `wanted` of them hold.
#[must_use]
pub const fn at_least_of(wanted: u8, parts: &'static [Criterion]) -> Criterion {
    Criterion::AtLeastOf(wanted, parts)
}

/// The named criterion holds.
#[must_use]
pub const fn definition(id: &str) -> Criterion {
    match define(id) {
        Ok(criterion) => criterion,
        Err(sentence) => stop(&sentence),
    }
}

/// The criterion with the name `id`.
///
/// # Errors
/// What was looked for, and the nearest id.
#[expect(clippy::cast_possible_truncation, reason = "the tables have far fewer than 65,536 rows")]
pub const fn define(id: &str) -> Result<Criterion, Sentence> {
    if let Some(at) = position(DEFINITION_IDS, id) {
        return Ok(Criterion::Definition(at as u16));
    }
    let missing = Sentence::of(&["a row names the definition `", id, "`, which is not there; "]);
    Err(did_you_mean(&missing, nearest(DEFINITION_IDS, id), "", "definitions"))
}

/// Folded beneath this line.
#[must_use]
pub const fn under(id: &'static str) -> Fold {
    Fold { under: id, when: ALWAYS, advised_only: false }
}

impl Fold {
    /// Only if the condition is met.
    #[must_use]
    pub const fn only_if(self, when: Criterion) -> Self {
        Self { when, ..self }
    }

    /// Only while the line above is advised, not while it asks.
    #[must_use]
    pub const fn while_advised(self) -> Self {
        Self { advised_only: true, ..self }
    }
}

/// Declares a table together with the list of its ids, so that rows may name each other.
macro_rules! rows {
    ($(#[$doc:meta])* $table:ident: [$row:ident], $ids:ident; $($kind:ident { id: $id:literal, $($rest:tt)* }),* $(,)?) => {
        /// The ids of the table, in its order.
        pub const $ids: &[&str] = &[$($id),*];
        $(#[$doc])*
        pub const $table: &[$row] = &[$($kind { id: $id, $($rest)* }),*];
    };
}
pub(super) use rows;
