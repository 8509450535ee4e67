//! A case that unfolds: stages with a story and the answers known by then. As text it is one line a fact, readable and
//! editable by people; the bundled library and a file from outside are read by the same reader.

mod reader;

pub use reader::read;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::case_file;
use crate::engine::describe;
use crate::engine::finding::{Day, FindingIndex};
use crate::session::Entry;
use crate::teaching::fork::{self, Way};
use crate::wording::room::Lesson;

/// The first line of a file.
const HEAD: &str = "NMS Advisor teaching case, version 1";
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

/// One moment of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stage {
    /// Where or when it is: "Two hours later".
    pub title: String,
    /// The short name by which ways lead to it; empty where none does.
    pub id: String,
    /// Minutes since the first stage.
    pub minutes: u32,
    /// The day of asking, where the case depends on it; for all stages that follow too.
    pub today: Option<Day>,
    /// What is told.
    pub story: String,
    /// What stands behind this turn of the case: ids of citations, or words like "made up", between commas.
    pub rests_on: String,
    /// For the teacher alone.
    pub notes: Vec<String>,
    /// The ways on from it; the first that holds is taken, and where none does, the stage below follows.
    pub ways: Vec<Way>,
    /// Every answer known by now, those of earlier stages included.
    pub entries: BTreeMap<FindingIndex, Entry>,
}

impl Stage {
    /// Whether what is done at it decides what follows.
    #[must_use]
    pub fn is_fork(&self) -> bool {
        self.ways.iter().any(|way| !way.when.is_empty())
    }
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
        put("id", &stage.id);
        put("rests-on", &stage.rests_on);
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
        for way in &stage.ways {
            let _ = writeln!(text, "next = {}", fork::write(way));
        }
        before = &stage.entries;
    }
    let sum = case_file::checksum(&text);
    let _ = writeln!(text, "checksum = {sum:08x}");
    text
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
