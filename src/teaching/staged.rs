//! A case that unfolds: stages with a story and the answers known by then. As text it is one line a fact, readable and
//! editable by people; the bundled library and a file from outside are read by the same reader.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::case_file::{self, Opened};
use crate::engine::describe;
use crate::engine::finding::{Day, FindingIndex};
use crate::session::Entry;
use crate::wording::room::Lesson;

/// The first line of a file.
const HEAD: &str = "NMS Advisor teaching case, version 1";
/// No case needs more; what is longer is cut off and reported.
const MOST_LINES: usize = 1_000;
const LONGEST_LINE: usize = 20_000;
/// More stages than that are no teaching case.
pub const MOST_STAGES: usize = 20;

/// A case for teaching.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StagedCase {
    /// Its name in the list. Says what is seen, not what it is.
    pub title: String,
    /// Where it plays; empty where that is not said.
    pub setting: String,
    /// Who it is about: "man, 34".
    pub patient: String,
    /// How hard it is.
    pub level: Option<Level>,
    /// About how many minutes it takes to teach.
    pub duration: Option<u32>,
    /// What stands behind it: made up, or a publication.
    pub source: String,
    /// What a learner should be able to do afterwards.
    pub objectives: Vec<String>,
    /// For the teacher alone.
    pub notes: Vec<String>,
    /// What happens, in order; never empty in a case that was read without problems.
    pub stages: Vec<Stage>,
}

/// How hard a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The picture is plain.
    Basic,
    /// Something has to be found, or weighed.
    Intermediate,
    /// The picture is not plain, or sources differ.
    Advanced,
}

impl Level {
    /// Every level, the easiest first.
    pub const ALL: [Self; 3] = [Self::Basic, Self::Intermediate, Self::Advanced];

    /// The word in a file.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Intermediate => "intermediate",
            Self::Advanced => "advanced",
        }
    }
}

/// No case takes longer to teach, in minutes.
const LONGEST: u32 = 1_440;

/// One moment of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stage {
    /// Where or when it is: "Two hours later".
    pub title: String,
    /// Minutes since the first stage.
    pub minutes: u32,
    /// The day of asking, where the case depends on it; for all stages that follow too.
    pub today: Option<Day>,
    /// What is told.
    pub story: String,
    /// For the teacher alone.
    pub notes: Vec<String>,
    /// Every answer known by now, those of earlier stages included.
    pub entries: BTreeMap<FindingIndex, Entry>,
}

/// A case that was read, and what of it could not be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadCase {
    /// The case.
    pub case: StagedCase,
    /// What could not be read: where and why.
    pub problems: Vec<String>,
}

/// The case as the text of a file, checksum included. A stage lists only what is new or different in it.
#[must_use]
pub fn write(lesson: impl Into<Lesson>, case: &StagedCase) -> String {
    let lesson = lesson.into();
    let rules = lesson.edition.rules;
    let mut text = format!("{HEAD}\n");
    let mut put = |name: &str, value: &str| {
        let value = value.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        if !value.is_empty() {
            let _ = writeln!(text, "{name} = {value}");
        }
    };
    put("title", &case.title);
    put("setting", &case.setting);
    put("patient", &case.patient);
    put("level", case.level.map_or("", Level::id));
    put("duration", &case.duration.map(|minutes| minutes.to_string()).unwrap_or_default());
    put("source", &case.source);
    case.objectives.iter().for_each(|line| put("objective", line));
    case.notes.iter().for_each(|line| put("note", line));
    let nothing = BTreeMap::new();
    let mut before: &BTreeMap<FindingIndex, Entry> = &nothing;
    for stage in &case.stages {
        text.push('\n');
        let title = if stage.title.trim().is_empty() { lesson.room.build.stage } else { stage.title.trim() };
        let _ = writeln!(text, "stage = {title}\nminutes = {}", stage.minutes);
        let mut put = |name: &str, value: &str| {
            let value = value.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
            if !value.is_empty() {
                let _ = writeln!(text, "{name} = {value}");
            }
        };
        put("today", &stage.today.map(describe::date).unwrap_or_default());
        put("story", &stage.story);
        stage.notes.iter().for_each(|line| put("note", line));
        let changed = stage.entries.iter().filter(|row| before.get(row.0) != Some(row.1));
        for (index, entry) in changed {
            if let Some((name, value)) = case_file::line(rules, *index, entry, entry.unit.unwrap_or(0)) {
                let _ = writeln!(text, "{name} = {value}");
            }
        }
        for index in before.keys().filter(|index| !stage.entries.contains_key(index)) {
            let _ = writeln!(text, "{} =", rules.finding_id(*index));
        }
        before = &stage.entries;
    }
    let sum = case_file::checksum(&text);
    let _ = writeln!(text, "checksum = {sum:08x}");
    text
}

/// Reads the text of a file. Total: whatever it is given, it reads what it can. A checksum is held against the text where
/// there is one; a case that was written by hand has none.
#[must_use]
pub fn read(lesson: impl Into<Lesson>, text: &str) -> ReadCase {
    let mut reader = Reader { lesson: lesson.into(), found: ReadCase::default(), seen: String::new(), ended: false };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (at, line) in text.lines().take(MOST_LINES).enumerate() {
        reader.line(at, line);
        let _ = writeln!(reader.seen, "{line}");
    }
    if text.lines().nth(MOST_LINES).is_some() {
        reader.found.problems.push(reader.lesson.edition.words.file.only_first(&MOST_LINES));
    }
    if reader.found.case.stages.is_empty() {
        reader.found.problems.push(reader.lesson.room.file.no_stage.into());
    }
    reader.found
}

/// The case in the text of a file that somebody chose, or one sentence why there is none: another kind of file is named, and
/// not told line by line.
///
/// # Errors
/// Where there is no stage in it.
pub fn open(lesson: impl Into<Lesson>, text: &str) -> Result<ReadCase, String> {
    let lesson = lesson.into();
    let told = &lesson.room.file;
    let read = read(lesson, text);
    if !read.case.stages.is_empty() {
        return Ok(read);
    }
    let first = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default().trim();
    // of whatever version
    let is = |head: &str| head.rsplit_once(' ').is_some_and(|(kind, _)| first.starts_with(kind));
    Err(match first {
        _ if is(case_file::HEAD) => told.is_case.into(),
        _ if is(crate::teaching::log_text::HEAD) => told.is_run.into(),
        _ if is(HEAD) => told.no_stage.into(),
        _ => told.is_other(&HEAD),
    })
}

struct Reader {
    lesson: Lesson,
    found: ReadCase,
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
        let stage = Stage { title: title.into(), notes: Vec::new(), story: String::new(), ..before };
        self.found.case.stages.push(stage);
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
}
