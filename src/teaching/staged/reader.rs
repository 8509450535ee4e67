//! Reads a case from its text, line by line: whatever it is given, it reads what it can and tells what it cannot.

use std::fmt::Write as _;

use super::{HEAD, Level, MOST_STAGES, ReadCase, Stage};
use crate::case_file::{self, Opened};
use crate::engine::finding::Day;
use crate::teaching::fork::{self, Fault};
use crate::wording::room::Lesson;

/// No case needs more; what is longer is cut off and reported.
const MOST_LINES: usize = 1_000;
const LONGEST_LINE: usize = 20_000;
/// No case takes longer to teach, in minutes.
const LONGEST: u32 = 1_440;

/// Reads the text of a file. Total: whatever it is given, it reads what it can. A checksum is held against the text where
/// there is one; a case that was written by hand has none.
#[must_use]
pub fn read(lesson: impl Into<Lesson>, text: &str) -> ReadCase {
    let mut reader = Reader {
        lesson: lesson.into(),
        found: ReadCase::default(),
        places: Places::default(),
        seen: String::new(),
        ended: false,
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (at, line) in text.lines().take(MOST_LINES).enumerate() {
        reader.line(at, line);
        let _ = writeln!(reader.seen, "{line}");
    }
    if text.lines().nth(MOST_LINES).is_some() {
        reader.found.problems.push(reader.lesson.edition.words.file.only_first(&MOST_LINES));
    }
    reader.settle();
    if reader.found.case.stages.is_empty() {
        reader.found.problems.push(reader.lesson.room.file.no_stage.into());
    }
    reader.found
}

struct Reader {
    lesson: Lesson,
    found: ReadCase,
    /// Where the stages and their ways stand.
    places: Places,
    seen: String,
    /// Whether the checksum has been read.
    ended: bool,
}

impl Reader {
    fn line(&mut self, at: usize, line: &str) {
        let (told, shared) = (&self.lesson.room.file, &self.lesson.edition.words.file);
        let place = shared.line(&(at + 1));
        if at == 0 {
            if line.trim() != HEAD {
                self.found.problems.push(told.no_case(&place, &HEAD));
            }
            return;
        }
        if line.trim().is_empty() {
            return;
        }
        if line.len() > LONGEST_LINE {
            self.found.problems.push(told.long(&place));
            return;
        }
        let Some((name, value)) = line.split_once('=').map(|(name, value)| (name.trim(), value.trim())) else {
            self.found.problems.push(shared.no_sign(&place, &'='));
            return;
        };
        if self.ended {
            self.found.problems.push(shared.behind(&place));
        }
        self.ended |= name == "checksum";
        match name {
            "checksum" if u32::from_str_radix(value, 16).ok() != Some(case_file::checksum(&self.seen)) => {
                self.found.problems.push(shared.checksum(&place));
            }
            "checksum" => {}
            "title" => self.found.case.title = value.into(),
            "setting" => self.found.case.setting = value.into(),
            "patient" => self.found.case.patient = value.into(),
            "level" => {
                self.found.case.level = Level::ALL.into_iter().find(|level| level.id() == value);
                if self.found.case.level.is_none() {
                    let levels = Level::ALL.map(Level::id).join(", ");
                    self.found.problems.push(told.no_level(&place, &levels));
                }
            }
            "duration" => {
                self.found.case.duration = value.parse().ok().filter(|minutes| (1..=LONGEST).contains(minutes));
                if self.found.case.duration.is_none() {
                    self.found.problems.push(told.no_duration(&place, &LONGEST));
                }
            }
            "source" => self.found.case.source = value.into(),
            "objective" => self.found.case.objectives.push(value.into()),
            "stage" => self.stage(&place, value),
            _ => self.fact(&place, name, value, line),
        }
    }

    /// A stage begins with everything known before it.
    fn stage(&mut self, place: &str, title: &str) {
        let before = self.found.case.stages.last().cloned().unwrap_or_default();
        if self.found.case.stages.len() == MOST_STAGES {
            self.found.problems.push(self.lesson.room.file.too_many(&place, &MOST_STAGES));
            return;
        }
        let (minutes, today, entries) = (before.minutes, before.today, before.entries);
        self.found.case.stages.push(Stage { title: title.into(), minutes, today, entries, ..Stage::default() });
        self.places.stages.push((place.into(), Vec::new()));
    }

    fn fact(&mut self, place: &str, name: &str, value: &str, line: &str) {
        let told = &self.lesson.room.file;
        let ReadCase { case, problems } = &mut self.found;
        let Some(stage) = case.stages.last_mut() else {
            if name == "note" {
                case.notes.push(value.into());
            } else {
                problems.push(told.too_early(&place));
            }
            return;
        };
        match name {
            "minutes" => match value.parse::<u32>() {
                Ok(minutes) if minutes >= stage.minutes && minutes <= 100_000 => stage.minutes = minutes,
                Ok(_) => problems.push(told.minutes_back(&place)),
                Err(_) => problems.push(told.no_minutes(&place)),
            },
            "story" => stage.story = value.into(),
            "today" => match Day::parse(value) {
                Some(day) => stage.today = Some(day),
                None => problems.push(told.no_day(&place)),
            },
            "note" => stage.notes.push(value.into()),
            "id" => stage.id = value.into(),
            "rests-on" => stage.rests_on = value.into(),
            "next" => self.way(place, value),
            _ => self.answer(place, name, value, line),
        }
    }

    fn answer(&mut self, place: &str, name: &str, value: &str, line: &str) {
        let mut opened = Opened::default();
        case_file::entry(self.lesson.edition, &mut opened, line, '=', place);
        self.found.problems.append(&mut opened.problems);
        let Some(stage) = self.found.case.stages.last_mut() else { return };
        if let (true, Some(index)) = (value.is_empty(), self.lesson.edition.rules.find(name)) {
            stage.entries.remove(&index);
        } else {
            stage.entries.append(&mut opened.entries);
        }
    }

    fn way(&mut self, place: &str, value: &str) {
        let told = &self.lesson.room.fork;
        let ReadCase { case, problems } = &mut self.found;
        match (fork::read(self.lesson.edition.rules, value), case.stages.last_mut(), self.places.stages.last_mut()) {
            (Ok(way), Some(stage), Some((_, places))) => {
                stage.ways.push(way);
                places.push(place.into());
            }
            (Err(why), _, _) => problems.push(told.unread(place, &why)),
            (Ok(_), _, _) => {}
        }
    }

    /// Ways that lead nowhere, or never, are told and left out, so that what is taught has none.
    fn settle(&mut self) {
        let ReadCase { case, problems } = &mut self.found;
        loop {
            let mut faults = fork::check(case);
            // what stands behind a way that goes may be fine
            if faults.iter().any(|fault| fault.way.is_some() && fault.kind != fork::Kind::Behind) {
                faults.retain(|fault| fault.kind != fork::Kind::Behind);
            }
            let mut gone = false;
            // from the end: places before it stay what they are
            for Fault { stage, way, kind } in faults.iter().rev() {
                let Some((place, places)) = self.places.stages.get_mut(*stage) else { continue };
                let Some(found) = case.stages.get_mut(*stage) else { continue };
                if let Some(at) = way
                    && *at < found.ways.len()
                    && *at < places.len()
                {
                    let way = found.ways.remove(*at);
                    problems.push(self.lesson.room.fork.faulty(&places.remove(*at), *kind, &way.to));
                    gone = true;
                } else if matches!(kind, fork::Kind::Name | fork::Kind::SameName) {
                    problems.push(self.lesson.room.fork.faulty(place, *kind, &std::mem::take(&mut found.id)));
                    gone = true;
                }
            }
            if !gone {
                // what is left has no way to take out: a stage that no road leads to stays in the file
                for fault in faults {
                    if let (Some((place, _)), Some(stage)) =
                        (self.places.stages.get(fault.stage), case.stages.get(fault.stage))
                    {
                        problems.push(self.lesson.room.fork.faulty(place, fault.kind, &stage.title));
                    }
                }
                return;
            }
        }
    }
}

/// The place of each stage, and of each of its ways.
#[derive(Default)]
struct Places {
    stages: Vec<(String, Vec<String>)>,
}
