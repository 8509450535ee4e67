//! A way on as it stands in a file: the target, and behind “if” what has to be done, or not done, until when.

use std::fmt::Write as _;

use super::{Clause, LATEST, MOST_PARTS, Step, Way};
use crate::engine::rule_set::RuleSet;

/// Why a line is no way on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is not built like one.
    Form,
    /// The rule set has no such step.
    NoStep(String),
    /// The rule set has this line, but nobody carries it out.
    NotCarriedOut(String),
    /// Not a whole number of minutes that a case can have.
    NoMinutes(String),
    /// More parts, or more steps in one, than a condition may have.
    TooMany,
}

/// The way as text.
#[must_use]
pub fn write(way: &Way) -> String {
    let mut text = way.to.clone();
    for (at, clause) in way.when.iter().enumerate() {
        let name = |step: &Step| format!("{}{}", step.rule, if step.parts { "+" } else { "" });
        let steps: Vec<String> = clause.steps.iter().map(name).collect();
        let (lead, not) = (if at == 0 { " if" } else { " and" }, if clause.done { "" } else { "not " });
        let _ = write!(text, "{lead} {not}{}", steps.join("/"));
        if let Some(minutes) = clause.by {
            let _ = write!(text, " by {minutes}");
        }
    }
    text
}

/// Reads a way.
///
/// # Errors
/// Why it is none.
pub fn read(rules: &'static RuleSet, text: &str) -> Result<Way, Unread> {
    let mut words = text.split_ascii_whitespace();
    let to = words.next().ok_or(Unread::Form)?.to_string();
    let rest: Vec<&str> = match words.next() {
        None => return Ok(Way { to, when: Vec::new() }),
        Some("if") => words.collect(),
        Some(_) => return Err(Unread::Form),
    };
    let when = rest.split(|word| *word == "and").map(|words| clause(rules, words)).collect::<Result<Vec<_>, _>>()?;
    if when.len() > MOST_PARTS { Err(Unread::TooMany) } else { Ok(Way { to, when }) }
}

fn clause(rules: &'static RuleSet, words: &[&str]) -> Result<Clause, Unread> {
    let (done, words) = match words {
        ["not", rest @ ..] => (false, rest),
        all => (true, all),
    };
    let (names, by) = match words {
        [names @ .., "by", minutes] | [names @ .., "by", minutes, "min" | "minutes"] => {
            let found = minutes.parse::<u32>().ok().filter(|found| *found <= LATEST);
            (names, Some(found.ok_or_else(|| Unread::NoMinutes((*minutes).into()))?))
        }
        names => (names, None),
    };
    // “a / b” is read as “a/b”, and two names without a sign between them are none
    let names = names.join(" ").replace(" / ", "/");
    let steps = names.split('/').map(|name| step(rules, name)).collect::<Result<Vec<_>, _>>()?;
    if steps.len() > MOST_PARTS { Err(Unread::TooMany) } else { Ok(Clause { done, steps, by }) }
}

fn step(rules: &'static RuleSet, name: &str) -> Result<Step, Unread> {
    if name.is_empty() || name.contains(' ') {
        return Err(Unread::Form);
    }
    let (id, parts) = name.strip_suffix('+').map_or((name, false), |id| (id, true));
    let unread = || if rules.rule(id).is_some() { Unread::NotCarriedOut(id.into()) } else { Unread::NoStep(id.into()) };
    Step::named(rules, id, parts).ok_or_else(unread)
}
