//! Teaching: staged cases, what a learner commits to, the log of a run, and what is told of both afterwards. Pure: it knows
//! no page and no clock; times are given to it.

pub mod commit;
pub mod course;
pub mod debrief;
pub mod draft;
pub mod fork;
pub mod forks;
pub mod kept;
pub mod key;
pub mod library;
pub mod log;
pub mod log_text;
pub mod milestone;
pub mod progress;
pub mod road;
pub mod room;
pub mod run;
pub mod staged;
pub mod sweep;
pub mod table;
pub mod xapi;

use std::collections::BTreeMap;

use crate::engine::assessment::{Assessment, Scope, assess};
use crate::engine::finding::{Day, FindingIndex};
use crate::engine::rule_set::RuleSet;
use crate::panel::{Given, Panel, panel};
use crate::session::{Entry, Session};
use crate::wording::Edition;

/// The assessment of answers as they were typed.
#[must_use]
pub fn assessed(rules: &'static RuleSet, entries: &BTreeMap<FindingIndex, Entry>, scope: Scope) -> Assessment {
    let session = Session { entries: entries.clone(), scope, ..Session::default() };
    assess(rules, &session.read(rules).findings, scope)
}

/// What is shown of an assessment, without what concerns the typing.
#[must_use]
pub fn shown(edition: impl Into<Edition>, assessment: &Assessment, today: Option<Day>) -> Panel {
    panel(edition, assessment.clone(), Vec::new(), Vec::new(), Given { today, ..Given::default() })
}

/// Minutes and seconds, with hours from sixty minutes on: `7:05`, `1:02:09`. Negative is written with its sign.
#[must_use]
pub fn clock(seconds: i64) -> String {
    let sign = if seconds < 0 { "\u{2212}" } else { "" };
    let seconds = seconds.unsigned_abs();
    let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{sign}{hours}:{minutes:02}:{rest:02}") } else { format!("{sign}{minutes}:{rest:02}") }
}
