//! The type of the answers, written from the rule set: a finding that can be answered is a key that TypeScript knows.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use nms_advisor::engine::finding::{Choice, Finding, FindingKind};
use nms_advisor::engine::rule_set::RuleSet;
use nms_advisor::engine::unit::Unit;

/// The line of `www/nms-advisor.d.ts` in whose place the keys come.
const PLACE: &str = "  // a key for each finding of the rule set; `cargo xtask dist` writes them here\n";

/// The types with the key of every finding.
///
/// # Errors
/// If the text has no place for them, or more than one.
pub fn with_findings(types: &str, rules: &RuleSet) -> Result<String> {
    let (before, after) = types.split_once(PLACE).context("the types have no place for the findings")?;
    anyhow::ensure!(!after.contains(PLACE), "the types have two places for the findings");
    let mut keys = String::new();
    for finding in rules.findings {
        writeln!(keys, "  /** {} */", comment(finding))?;
        writeln!(keys, "  {}?: {};", finding.id, type_of(&finding.kind))?;
    }
    Ok(format!("{before}{keys}{after}"))
}

fn type_of(kind: &FindingKind) -> String {
    match kind {
        FindingKind::Boolean => "Answer".into(),
        FindingKind::Choice(options) => {
            format!("{} | null", options.iter().map(quoted).collect::<Vec<_>>().join(" | "))
        }
        FindingKind::Number(_) => "Quantity".into(),
        FindingKind::Date => "string | null".into(),
        FindingKind::Agents | FindingKind::Rules => "string[] | null".into(),
    }
}

fn quoted(option: &Choice) -> String {
    format!("'{}'", option.id)
}

/// The words of the form, and in which units a number may be sent: the stored one first.
fn comment(finding: &Finding) -> String {
    let mut words = format!("{}.", finding.label);
    if !finding.hint.is_empty() {
        words = format!("{words} {}", finding.hint);
    }
    match finding.kind {
        FindingKind::Number(quantity) => {
            words = format!("{words} In {}.", quantity.units.iter().map(unit).collect::<Vec<_>>().join(" or "));
        }
        FindingKind::Choice(options) => {
            for option in options.iter().filter(|option| option.spans.is_some()) {
                words = format!("{words} `{}`: {}.", option.id, option.label);
            }
        }
        FindingKind::Date => words.push_str(" `YYYY-MM-DD`."),
        FindingKind::Boolean | FindingKind::Agents | FindingKind::Rules => {}
    }
    words.replace('\u{a0}', " ").replace("*/", "* /")
}

fn unit(unit: &Unit) -> String {
    if unit.per_weight { format!("`{}` with `weight`", unit.code) } else { format!("`{}`", unit.code) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops by panicking")]

    use super::*;
    use nms_advisor::guideline::NMS;

    #[test]
    fn each_finding_is_a_key_of_its_type() {
        let types = std::fs::read_to_string(crate::root().join("www/nms-advisor.d.ts")).unwrap();
        let written = with_findings(&types, &NMS).unwrap();
        for line in [
            "  /** Temperature. Highest now; core if possible. In `Cel` or `[degF]`. */\n  temperature?: Quantity;\n",
            "  rigidity?: 'none' | 'mild' | 'moderate' | 'severe' | 'present' | null;\n",
            "  seizures?: Answer;\n",
            "  treatmentsGiven?: string[] | null;\n",
            " `YYYY-MM-DD`. */\n  resolvedOn?: string | null;\n",
            "`mL/h` with `weight`. */\n  urineOutput?: Quantity;\n",
        ] {
            assert!(written.contains(line), "{line}");
        }
        let comments = written.lines().filter(|line| line.contains("/**") && line.contains("*/"));
        assert!(comments.into_iter().all(|line| line.matches("*/").count() == 1 && line.ends_with("*/")));
    }

    #[test]
    fn types_without_a_place_are_refused() {
        let refused = |types: &str| with_findings(types, &NMS).unwrap_err().to_string();
        assert_eq!(refused("export {};"), "the types have no place for the findings");
        assert_eq!(refused(&format!("{PLACE}{PLACE}")), "the types have two places for the findings");
    }
}
