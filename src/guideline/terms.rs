//! The words in which the tables are written: `above("temperature", 41.1)`, `definition("extreme-hyperthermia")`.
//!
//! Every helper resolves its id when the crate is compiled; a misspelt one stops the build and names the nearest.

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

/// The position of the askable or derived finding `id`.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "the tables have far fewer than 65,536 rows")]
pub const fn finding(id: &str) -> FindingIndex {
    match (position(&FINDING_IDS, id), position(DERIVED_IDS, id)) {
        (Some(at), _) => FindingIndex(at as u16),
        (None, Some(at)) => FindingIndex((FINDING_IDS.len() + at) as u16),
        (None, None) => stop(&Sentence::of(&[
            "a criterion asks for the finding `",
            id,
            "`, which is not defined; did you mean `",
            nearest(&FINDING_IDS, id),
            "`?",
        ])),
    }
}

#[expect(clippy::indexing_slicing, reason = "const fn: the loops stay inside their tables")]
#[expect(clippy::cast_possible_truncation, reason = "no choice has more than 256 options")]
const fn option(index: FindingIndex, choice: &str) -> u8 {
    let at = index.0 as usize;
    if at < FINDINGS.len()
        && let FindingKind::Choice(options) = FINDINGS[at].kind
    {
        let mut option = 0;
        while option < options.len() {
            if same(options[option].id, choice) {
                return option as u8;
            }
            option += 1;
        }
    }
    stop(&Sentence::of(&["a criterion asks for the choice `", choice, "`, which its finding does not offer"]))
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
#[expect(clippy::cast_possible_truncation, reason = "the tables have far fewer than 65,536 rows")]
pub const fn definition(id: &str) -> Criterion {
    match position(DEFINITION_IDS, id) {
        Some(at) => Criterion::Definition(at as u16),
        None => stop(&Sentence::of(&[
            "a criterion asks for the definition `",
            id,
            "`, which is not there; did you mean `",
            nearest(DEFINITION_IDS, id),
            "`?",
        ])),
    }
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
