//! How far a learner is in a case, as a short text that a learning platform can keep. A bundled case is named by its id. Of
//! a case from a file there is only a checksum: who goes on with it opens the file first.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::rc::Rc;

use crate::case_file::checksum;
use crate::engine::rule_set::RuleSet;
use crate::teaching::commit::{ACTIONS, Commitment, choices};
use crate::teaching::library::{bundled, id_of};
use crate::teaching::log::At;
use crate::teaching::milestone::Faced;
use crate::teaching::room::Room;
use crate::teaching::staged::{self, StagedCase};
use crate::wording::room::Lesson;

/// The most bytes of a text, and so the most letters by any count: what SCORM 1.2 keeps.
pub const MOST: usize = 4_096;
/// The first words of a text.
const HEAD: &str = "nms-progress 1";
/// Where nothing is chosen.
const NOTHING: &str = "-";
/// Behind a reason that was cut.
const CUT: char = '…';

/// A stage that the learner was at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visit {
    /// Its place in the case, from 0.
    pub stage: usize,
    /// What was committed to.
    pub made: Commitment,
    /// Whether the plan is shown.
    pub revealed: bool,
    /// When the plan was shown for it.
    pub faced: Option<At>,
}

/// How far a learner is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Where the learner is.
    pub here: usize,
    /// The stages of the road, in its order; then those that were answered off it.
    pub visits: Vec<Visit>,
}

/// The case in few letters: its id, or a checksum.
fn key(lesson: Lesson, case: &StagedCase) -> String {
    match id_of(lesson.edition.rules, case) {
        Some(id) => id.into(),
        None => format!("own-{:08x}", checksum(&staged::write(lesson, case))),
    }
}

/// What is to be kept of a room: the road, then what was answered off it, such as stages that somebody went back from.
#[must_use]
pub fn of(room: &Room) -> Progress {
    let visit = |stage: &usize| {
        let made = room.commitments.get(stage);
        // an answer that was changed since is another one, which was not compared yet
        let stands = |faced: &&Faced| made.is_none_or(|made| made.same_choice(&faced.made));
        let faced = room.faced.get(stage).filter(stands);
        let made = made.or(faced.map(|faced| &faced.made));
        Visit {
            stage: *stage,
            made: made.cloned().unwrap_or_default(),
            revealed: room.revealed.contains(stage),
            faced: faced.map(|faced| faced.at),
        }
    };
    let road = room.road();
    let marked = room.commitments.keys().chain(&room.revealed).chain(room.faced.keys());
    let others: BTreeSet<usize> = marked.copied().filter(|stage| !road.contains(stage)).collect();
    Progress { here: room.stage, visits: road.iter().chain(&others).map(visit).collect() }
}

/// The text; empty where no case is open. Reasons are cut where all of it would be too long, ids never.
#[must_use]
pub fn write(lesson: Lesson, room: &Room) -> String {
    let Some(case) = &room.case else { return String::new() };
    let progress = of(room);
    let mut lines = vec![format!("{HEAD} {} {}", key(lesson, case), progress.here)];
    lines.extend(progress.visits.iter().map(line));
    let reasons: Vec<String> = progress.visits.iter().map(|visit| escaped(&visit.made.reason)).collect();
    // a sign before each line but the first
    let fixed = lines.iter().map(|line| line.len() + 1).sum::<usize>() - 1;
    // a space before each reason
    let spaces = reasons.iter().filter(|reason| !reason.is_empty()).count();
    let share = share(MOST.saturating_sub(fixed + spaces), reasons.iter().map(String::len).collect());
    for (line, reason) in lines.iter_mut().skip(1).zip(&reasons) {
        let reason = cut(reason, share);
        if !reason.is_empty() {
            let _ = write!(line, " {reason}");
        }
    }
    lines.join("\n")
}

fn line(visit: &Visit) -> String {
    let or_nothing = |text: &str| if text.is_empty() { NOTHING.to_string() } else { text.into() };
    let at = visit.faced.map_or_else(|| NOTHING.into(), |at| at.0.to_string());
    let actions = visit.made.actions.iter().map(|id| or_nothing(id)).collect::<Vec<_>>().join(",");
    let plan = if visit.revealed { "shown" } else { "hidden" };
    format!("{} {plan} {at} {} {actions}", visit.stage, or_nothing(&visit.made.grade))
}

/// How long each reason may be, so that all of them have room: the short ones are whole.
fn share(room: usize, mut lengths: Vec<usize>) -> usize {
    lengths.sort_unstable();
    let (mut left, mut count) = (room, lengths.len());
    for length in lengths {
        if length * count > left {
            return left / count;
        }
        (left, count) = (left - length, count - 1);
    }
    room
}

/// A text of at most so many bytes, whole letters and whole escapes.
fn cut(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.into();
    }
    let Some(most) = most.checked_sub(CUT.len_utf8()) else { return String::new() };
    let mut end = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if letter == '\\' {
            letters.next();
        }
        let next = letters.peek().map_or(text.len(), |(next, _)| *next);
        if next > most {
            end = at;
            break;
        }
    }
    let kept = text.get(..end).unwrap_or_default().trim_end();
    if kept.is_empty() { String::new() } else { format!("{kept}{CUT}") }
}

/// A text on one line, without what a platform may not take.
fn escaped(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.trim().chars() {
        match letter {
            '\\' => line.push_str("\\\\"),
            '\n' => line.push_str("\\n"),
            '\r' => {}
            letter if letter.is_control() => line.push(' '),
            letter => line.push(letter),
        }
    }
    line
}

fn plain(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        let escape = letter == '\\';
        let meant = if escape { letters.next() } else { Some(letter) };
        match meant {
            Some('n') if escape => text.push('\n'),
            Some(letter) => text.push(letter),
            None => {}
        }
    }
    text
}

/// A text that was read: the case, how far the learner is in it, and what of it could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadProgress {
    /// The case.
    pub case: Rc<StagedCase>,
    /// How far the learner is.
    pub progress: Progress,
    /// What could not be read.
    pub problems: Vec<String>,
}

/// Reads a text; `open` is the case that is open. Total: whatever it is given, it reads what it can.
///
/// # Errors
/// One sentence, where it is no such text or its case is not there.
pub fn read(lesson: Lesson, open: Option<&Rc<StagedCase>>, text: &str) -> Result<ReadProgress, String> {
    let (rules, told) = (lesson.edition.rules, &lesson.room.record);
    let mut lines = text.lines();
    let head = lines.next().unwrap_or_default();
    let Some((name, here)) = head.strip_prefix(HEAD).and_then(|rest| rest.trim().rsplit_once(' ')) else {
        return Err(told.no_progress.into());
    };
    let case = match open.filter(|case| key(lesson, case) == name) {
        Some(case) => Rc::clone(case),
        None if name.starts_with("own-") => return Err(told.open_first.into()),
        None => Rc::new(bundled(rules, name).ok_or_else(|| told.no_case(&name))?),
    };
    let mut problems = Vec::new();
    let mut progress = Progress::default();
    for (at, line) in lines.take(staged::MOST_STAGES).enumerate() {
        match visit(rules, &case, line) {
            Some((visit, unknown)) => {
                problems.extend(unknown.iter().map(|id| told.no_action(id)));
                progress.visits.push(visit);
            }
            None => problems.push(told.no_stage(&(at + 2))),
        }
    }
    let there = |stage: &usize| *stage < case.stages.len();
    progress.here = here.parse().ok().filter(there).unwrap_or_else(|| {
        problems.push(told.no_place.into());
        progress.visits.last().map_or(0, |visit| visit.stage)
    });
    Ok(ReadProgress { case, progress, problems })
}

/// A stage of the case, and the actions in it that are not known.
fn visit(rules: &'static RuleSet, case: &StagedCase, line: &str) -> Option<(Visit, Vec<String>)> {
    let mut parts = line.splitn(6, ' ');
    let stage = parts.next()?.parse().ok().filter(|stage| *stage < case.stages.len())?;
    let revealed = match parts.next()? {
        "shown" => true,
        "hidden" => false,
        _ => return None,
    };
    let faced = match parts.next()? {
        NOTHING => None,
        at => Some(At(at.parse().ok()?)),
    };
    let grade = match parts.next()? {
        NOTHING => "",
        grade @ ("mild" | "moderate" | "severe" | "unsure") => grade,
        _ => return None,
    };
    let (mut unknown, mut actions) = (Vec::new(), [const { String::new() }; ACTIONS]);
    for (id, action) in parts.next()?.split(',').zip(&mut actions).filter(|(id, _)| *id != NOTHING) {
        if choices(rules).any(|rule| rule.id == id) {
            *action = id.into();
        } else {
            unknown.push(id.into());
        }
    }
    let reason = plain(parts.next().unwrap_or_default());
    Some((Visit { stage, made: Commitment { grade: grade.into(), actions, reason }, revealed, faced }, unknown))
}

impl Room {
    /// The marks of a learner in a case that was just opened.
    pub(crate) fn mark(&mut self, progress: &Progress) {
        for visit in &progress.visits {
            if visit.made != Commitment::default() {
                self.commitments.insert(visit.stage, visit.made.clone());
            }
            if visit.revealed {
                self.revealed.insert(visit.stage);
            }
            if let Some(at) = visit.faced {
                self.faced.insert(visit.stage, Faced { at, made: visit.made.clone() });
            }
        }
    }
}
