//! What comes from outside: FHIR resources and pasted text, each with what was used, what was not, and why. Pure.
//!
//! Nothing is answered *no* because it is absent, nothing has a default, and nothing is dropped in silence. What stands in
//! [`FromOutside::findings`] is what a reader would tick; the rest of [`Used`] is offered.

pub mod fhir;
mod reason;
pub mod text;
pub mod tree;

pub use reason::{Reason, Refusal, Remark, Why};

use crate::engine::decimal::Decimal;

/// One answer, as it stands in the findings.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// Yes.
    Yes,
    /// No: only where the source says so in words.
    No,
    /// The id of a choice.
    Choice(&'static str),
    /// A number with the code of its unit.
    Number {
        /// The number as it was sent.
        value: Decimal,
        /// The code of a unit of the finding.
        unit: &'static str,
    },
    /// A lower bound.
    AtLeast {
        /// The bound.
        value: Decimal,
        /// The code of a unit of the finding.
        unit: &'static str,
        /// Whether the bound itself is excluded.
        above: bool,
    },
    /// An upper bound.
    AtMost {
        /// The bound.
        value: Decimal,
        /// The code of a unit of the finding.
        unit: &'static str,
        /// Whether the bound itself is excluded.
        below: bool,
    },
    /// Names of drugs.
    Names(Vec<&'static str>),
    /// A day, `YYYY-MM-DD`.
    Day(String),
}

/// Something that was read, and why this one.
#[derive(Clone, Debug, PartialEq)]
pub struct Used {
    /// The key of the finding.
    pub finding: &'static str,
    /// The answer.
    pub given: Given,
    /// What was sent, as far as it is a value, a unit, a code or a known name.
    pub sent: String,
    /// The code by which it was known.
    pub code: Option<String>,
    /// Where it stood, such as `Observation/3`: the third of the input.
    pub resource: Option<String>,
    /// The time that it is of.
    pub time: Option<String>,
    /// The number of values from which it was chosen, itself included.
    pub of: usize,
    /// The reasons for the choice, and for leaving it to the reader.
    pub why: Vec<Remark>,
    /// Whether it stands in the findings; if not, it is offered.
    pub ticked: bool,
}

/// Something that was understood and not used, with its reason.
#[derive(Clone, Debug, PartialEq)]
pub struct NotUsed {
    /// What was sent, as far as it is a value, a unit, a code or a known name.
    pub sent: String,
    /// The key of the finding that it would have answered.
    pub finding: Option<&'static str>,
    /// The code by which it was known.
    pub code: Option<String>,
    /// Where it stood, such as `Observation/3`: the third of the input.
    pub resource: Option<String>,
    /// The time that it is of.
    pub time: Option<String>,
    /// The number of values for which this line stands.
    pub of: usize,
    /// The reason.
    pub reason: Reason,
}

/// The numbers of what was looked at. Every Observation is read, not used or not mapped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Observations of the input.
    pub observations: usize,
    /// Observations that stand in `used`, or behind the number of one of its rows.
    pub read: usize,
    /// Observations without a code that is known here.
    pub not_mapped: usize,
    /// Drugs that are not in the list of drugs.
    pub drugs_not_known: usize,
    /// Conditions without a code that is known here.
    pub conditions_not_mapped: usize,
    /// Resources of other types, which are not read.
    pub other_resources: usize,
}

/// What a reader of outside data made of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FromOutside {
    /// What is ticked, in the order of the form.
    pub findings: Vec<(&'static str, Given)>,
    /// All that was read, ticked or offered, in the order of the form.
    pub used: Vec<Used>,
    /// All that was understood and not used.
    pub not_used: Vec<NotUsed>,
    /// What was looked at; none for text.
    pub counts: Option<Counts>,
}
