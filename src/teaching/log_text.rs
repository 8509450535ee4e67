//! The log as text, one event a line, for the tab's own storage and for a file. What cannot be read is reported.

use std::fmt::Write as _;

use crate::case_file::{self, Opened};
use crate::engine::rule_set::RuleSet;
use crate::session::Entry;
use crate::teaching::log::{At, Log, Reason, What};
use crate::wording::Edition;
use crate::wording::room::Lesson;

/// The first line.
pub(crate) const HEAD: &str = "NMS Advisor run, version 1";
/// A longer log is no run; what is beyond is cut off and reported.
const MOST_LINES: usize = 5_000;
const LONGEST_LINE: usize = 2_000;

/// The log as text.
#[must_use]
pub fn write(rules: &'static RuleSet, log: &Log) -> String {
    let mut text = format!("{HEAD}\n");
    for event in log.events() {
        let at = event.at.0;
        let _ = match &event.what {
            What::Started => writeln!(text, "{at} started"),
            What::Ended => writeln!(text, "{at} ended"),
            What::Ticked(rule) => writeln!(text, "{at} ticked {rule}"),
            What::Skipped(rule, reason) => writeln!(text, "{at} skipped {rule} {}", reason.id()),
            What::Undone(of) => writeln!(text, "{at} undone {of}"),
            What::Amended(of, when) => writeln!(text, "{at} amended {of} {}", when.0),
            What::Timer(minutes) => writeln!(text, "{at} timer {minutes}"),
            What::Remark(words) => writeln!(text, "{at} remark {}", words.replace(['\n', '\r'], " ")),
            What::Answered(index, entry) => {
                let id = rules.finding_id(*index);
                match case_file::line(rules, *index, entry, entry.unit.unwrap_or(0)) {
                    Some((name, value)) => writeln!(text, "{at} answered {name} = {value}"),
                    None => writeln!(text, "{at} answered {id} ="),
                }
            }
        };
    }
    text
}

/// Reads a log. Total: what cannot be read, or does not apply where it stands, is left out and reported.
#[must_use]
pub fn read(lesson: impl Into<Lesson>, text: &str) -> (Log, Vec<String>) {
    let Lesson { edition, room } = lesson.into();
    let told = &room.file;
    let (mut log, mut problems) = (Log::default(), Vec::new());
    // events are named by their place: one that is left out would turn the names of all that follow
    let mut places: Vec<Option<usize>> = Vec::new();
    for (at, line) in text.lines().take(MOST_LINES).enumerate() {
        if at == 0 {
            if line.trim() != HEAD {
                problems.push(told.no_run(&HEAD));
            }
            continue;
        }
        let place = log.events().len();
        // it is written as a space, so it is read as one
        let line = line.replace('\r', " ");
        let added = event(edition, &line, &places).is_some_and(|(at, what)| log.push(at, what));
        places.push(added.then_some(place));
        if !added {
            problems.push(told.no_event(&edition.words.file.line(&(at + 1))));
        }
    }
    if text.lines().nth(MOST_LINES).is_some() {
        problems.push(edition.words.file.only_first(&MOST_LINES));
    }
    (log, problems)
}

fn event(edition: Edition, line: &str, places: &[Option<usize>]) -> Option<(At, What)> {
    let rules = edition.rules;
    if line.len() > LONGEST_LINE {
        return None;
    }
    let (at, rest) = line.split_once(' ')?;
    let at = At(at.parse().ok()?);
    let (word, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let rule = |name: &str| rules.rule(name).map(|rule| rule.id);
    let named = |name: &str| places.get(name.parse::<usize>().ok()?).copied().flatten();
    let what = match word {
        "started" => What::Started,
        "ended" => What::Ended,
        "ticked" => What::Ticked(rule(rest)?),
        "skipped" => {
            let (name, reason) = rest.split_once(' ')?;
            What::Skipped(rule(name)?, Reason::ALL.into_iter().find(|row| row.id() == reason)?)
        }
        "undone" => What::Undone(named(rest)?),
        "amended" => {
            let (of, when) = rest.split_once(' ')?;
            What::Amended(named(of)?, At(when.parse().ok()?))
        }
        "timer" => What::Timer(rest.parse().ok()?),
        "remark" => What::Remark(rest.into()),
        "answered" => answered(edition, rest)?,
        _ => return None,
    };
    Some((at, what))
}

fn answered(edition: Edition, rest: &str) -> Option<What> {
    let rules = edition.rules;
    let (name, value) = rest.split_once('=')?;
    let index = rules.find(name.trim())?;
    if value.trim().is_empty() {
        return Some(What::Answered(index, Entry::default()));
    }
    let mut opened = Opened::default();
    case_file::entry(edition, &mut opened, rest, '=', "");
    opened.entries.remove(&index).map(|entry| What::Answered(index, entry))
}
