//! The JSON contracts: findings and options in, assessment, cards and rule set out. The only serde in the crate.

pub mod assessment;
pub mod beyond;
pub mod cards;
pub mod debrief;
pub mod findings;
pub mod line;
pub mod milestone;
pub mod options;
pub mod outside;
pub mod read;
pub mod rule_set;
pub mod tables;
pub mod text;
mod words;
pub mod xapi;

pub use assessment::{AssessmentJson, assessment};
pub use cards::{Cards, cards};
pub use findings::{FindingsJson, findings};
pub use line::{LineJson, line};
pub use options::{Explanations, Options, Verdicts};
pub use outside::{OutsideJson, outside};
pub use rule_set::{RuleSetJson, rule_set};
pub use text::text;

use crate::answer::{Reading, Sent};
use crate::engine::assessment::assess;
use crate::engine::rule_set::RuleSet;

/// Assesses findings and options as they were sent: the whole contract in one call, without JavaScript.
#[must_use]
pub fn assess_sent<'a>(
    rules: &'static RuleSet,
    findings: impl IntoIterator<Item = (&'a str, Sent)>,
    options: impl IntoIterator<Item = (&'a str, Sent)>,
) -> AssessmentJson {
    let mut reading = Reading::new(rules);
    for (key, sent) in findings {
        reading.take(rules, key, &sent);
    }
    reading.settle(rules);
    let (options, mut issues) = Options::read(options);
    let result = assess(rules, &reading.findings, options.scope);
    reading.issues.append(&mut issues);
    assessment(rules, &result, reading, options)
}

/// A rule set as pretty-printed JSON, as `dist/rule-set.json` has it.
///
/// # Errors
/// None in practice: the rule set has string keys only. The error of the serialiser is passed on.
#[cfg(feature = "json")]
pub fn rule_set_json(rules: &'static RuleSet) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(&rule_set(rules))
}
