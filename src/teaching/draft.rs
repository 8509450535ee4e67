//! A case in the making: what the teacher writes around the answers of the form.

use std::collections::BTreeMap;

use crate::engine::finding::FindingIndex;
use crate::session::Entry;
use crate::teaching::staged::{MOST_STAGES, Stage, StagedCase};

/// The case, and the stage that the form shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The case.
    pub case: StagedCase,
    /// The stage whose answers are in the form.
    pub at: usize,
    /// What was removed or replaced last, until the next change of that kind.
    pub before: Option<Box<Draft>>,
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftEdit {
    /// The name of the case.
    Title(String),
    /// Objectives, one a line.
    Objectives(String),
    /// Notes for the teacher, one a line.
    Notes(String),
    /// The name of the stage.
    StageTitle(String),
    /// Its minutes; what is no whole number leaves them.
    StageMinutes(String),
    /// Its story.
    StageStory(String),
    /// Its notes for the teacher, one a line.
    StageNotes(String),
    /// Another stage after this one, with its answers.
    AddStage,
    /// This stage away; the last one stays.
    RemoveStage,
    /// Another stage.
    Select(usize),
    /// A case to go on with.
    Load(Box<StagedCase>),
    /// What was removed or replaced, back again.
    Undo,
}

impl Draft {
    /// A case of one stage with these answers.
    #[must_use]
    pub fn new(title: &str, entries: &BTreeMap<FindingIndex, Entry>) -> Self {
        let stage = Stage { title: title.into(), entries: entries.clone(), ..Stage::default() };
        Self { case: StagedCase { stages: vec![stage], ..StagedCase::default() }, at: 0, before: None }
    }

    /// Whether nobody wrote anything yet.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.case == StagedCase::default()
    }

    /// The stage whose answers are in the form.
    #[must_use]
    pub fn stage(&self) -> Option<&Stage> {
        self.case.stages.get(self.at)
    }

    /// The answers of the form belong to the stage.
    pub fn take_answers(&mut self, entries: &BTreeMap<FindingIndex, Entry>) {
        if let Some(stage) = self.case.stages.get_mut(self.at) {
            stage.entries.clone_from(entries);
        }
    }

    /// Makes a change.
    pub fn apply(&mut self, edit: DraftEdit) {
        let at = self.at;
        let earliest =
            at.checked_sub(1).and_then(|before| self.case.stages.get(before)).map_or(0, |stage| stage.minutes);
        let count = self.case.stages.len();
        let stage = self.case.stages.get_mut(at);
        match (edit, stage) {
            (DraftEdit::Title(text), _) => self.case.title = text,
            (DraftEdit::Objectives(text), _) => self.case.objectives = lines(&text),
            (DraftEdit::Notes(text), _) => self.case.notes = lines(&text),
            (DraftEdit::StageTitle(text), Some(stage)) => stage.title = text,
            (DraftEdit::StageStory(text), Some(stage)) => stage.story = text,
            (DraftEdit::StageNotes(text), Some(stage)) => stage.notes = lines(&text),
            (DraftEdit::StageMinutes(text), Some(stage)) => {
                if let Ok(minutes) = text.trim().parse::<u32>() {
                    stage.minutes = minutes.clamp(earliest, 100_000);
                }
            }
            (DraftEdit::AddStage, Some(stage)) if count < MOST_STAGES => {
                let stage = stage.clone();
                let next = Stage {
                    title: String::new(),
                    story: String::new(),
                    notes: Vec::new(),
                    minutes: stage.minutes.saturating_add(60),
                    ..stage
                };
                self.case.stages.insert(at + 1, next);
                self.at += 1;
            }
            (DraftEdit::RemoveStage, Some(_)) if count > 1 => {
                self.remember();
                self.case.stages.remove(at);
                self.at = at.min(count - 2);
            }
            (DraftEdit::Select(stage), _) if stage < count => self.at = stage,
            (DraftEdit::Load(case), _) => {
                self.remember();
                (self.case, self.at) = (*case, 0);
            }
            (DraftEdit::Undo, _) => {
                if let Some(before) = self.before.take() {
                    *self = *before;
                }
            }
            (
                DraftEdit::StageTitle(_)
                | DraftEdit::StageStory(_)
                | DraftEdit::StageNotes(_)
                | DraftEdit::StageMinutes(_)
                | DraftEdit::AddStage
                | DraftEdit::RemoveStage
                | DraftEdit::Select(_),
                _,
            ) => {}
        }
    }

    fn remember(&mut self) {
        self.before = Some(Box::new(Self { before: None, ..self.clone() }));
    }
}

/// One entry a line; kept while typing, so an empty line at the end stays.
fn lines(text: &str) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { text.split('\n').map(String::from).collect() }
}
