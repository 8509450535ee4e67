//! The bundled cases. Each is a text in `cases/`, in the format of a case that anyone can write and open. Data only.

use crate::engine::rule_set::RuleSet;
use crate::teaching::staged::{StagedCase, read};

/// Id and text of every bundled case, in the order of the list.
pub const CASES: &[(&str, &str)] = &[
    ("haloperidol", include_str!("cases/haloperidol.txt")),
    ("clozapine", include_str!("cases/clozapine.txt")),
    ("metoclopramide", include_str!("cases/metoclopramide.txt")),
    ("levodopa-withdrawal", include_str!("cases/levodopa-withdrawal.txt")),
    ("above-41-1", include_str!("cases/above-41-1.txt")),
    ("do-not-wait", include_str!("cases/do-not-wait.txt")),
    ("kidneys", include_str!("cases/kidneys.txt")),
    ("coagulation", include_str!("cases/coagulation.txt")),
    ("normal-ck", include_str!("cases/normal-ck.txt")),
    ("afebrile-depot", include_str!("cases/afebrile-depot.txt")),
    ("after-injection", include_str!("cases/after-injection.txt")),
    ("serotonin", include_str!("cases/serotonin.txt")),
    ("anaesthetic", include_str!("cases/anaesthetic.txt")),
    ("catatonia", include_str!("cases/catatonia.txt")),
    ("persistent", include_str!("cases/persistent.txt")),
    ("recovery-day-10", include_str!("cases/recovery-day-10.txt")),
    ("recovery-day-15", include_str!("cases/recovery-day-15.txt")),
    ("parkinsonism", include_str!("cases/parkinsonism.txt")),
    ("fever-before-the-dose", include_str!("cases/fever-before-the-dose.txt")),
    ("third-night", include_str!("cases/third-night.txt")),
    ("strange-movements", include_str!("cases/strange-movements.txt")),
    ("twenty-six-weeks", include_str!("cases/twenty-six-weeks.txt")),
    ("day-fifteen", include_str!("cases/day-fifteen.txt")),
    ("hottest-day", include_str!("cases/hottest-day.txt")),
    ("better-and-then", include_str!("cases/better-and-then.txt")),
];

/// A bundled case by its id.
#[must_use]
pub fn bundled(rules: &'static RuleSet, id: &str) -> Option<StagedCase> {
    CASES.iter().find(|(name, _)| *name == id).map(|(_, text)| read(rules, text).case)
}

/// The id of a case that is one of the bundled ones.
#[must_use]
pub fn id_of(rules: &'static RuleSet, case: &StagedCase) -> Option<&'static str> {
    let named = titles().into_iter().filter(|(_, title)| *title == case.title);
    named.map(|(id, _)| id).find(|id| bundled(rules, id).as_ref() == Some(case))
}

/// Every bundled case by its id, in the order of the list.
#[must_use]
pub fn all(rules: &'static RuleSet) -> Vec<(&'static str, StagedCase)> {
    CASES.iter().map(|(id, text)| (*id, read(rules, text).case)).collect()
}

/// The titles of the bundled cases, by id.
#[must_use]
pub fn titles() -> Vec<(&'static str, &'static str)> {
    let title = |text: &'static str| text.lines().find_map(|line| line.strip_prefix("title = ")).unwrap_or("");
    CASES.iter().map(|(id, text)| (*id, title(text))).collect()
}
