//! A case in the making: what the teacher writes around the answers of the form.

mod ways;

pub use ways::WayEdit;

use std::collections::BTreeMap;

use crate::engine::finding::FindingIndex;
use crate::engine::rule_set::RuleSet;
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
    /// Its short name; ways that lead to it follow.
    StageId(String),
    /// What it rests on.
    RestsOn(String),
    /// A change to its ways on.
    Way(WayEdit),
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
    pub fn apply(&mut self, rules: &'static RuleSet, edit: DraftEdit) {
        let at = self.at;
        let below = self.case.stages.get(at + 1).map(|stage| stage.minutes);
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
            (DraftEdit::StageId(text), Some(stage)) => {
                let before = std::mem::replace(&mut stage.id, text.trim().to_lowercase());
                self.renamed(at, before);
            }
            (DraftEdit::RestsOn(text), Some(stage)) => stage.rests_on = text,
            (DraftEdit::Way(edit), Some(_)) => {
                if edit.removes() {
                    self.remember();
                }
                ways::apply(rules, &mut self.case, at, edit);
            }
            (DraftEdit::StageMinutes(text), Some(stage)) => {
                if let Ok(minutes) = text.trim().parse::<u32>() {
                    stage.minutes = minutes.clamp(earliest, 100_000);
                }
            }
            (DraftEdit::AddStage, Some(stage)) if count < MOST_STAGES => {
                let minutes = stage.minutes.saturating_add(60).min(below.unwrap_or(u32::MAX));
                let (today, entries) = (stage.today, stage.entries.clone());
                let next = Stage { minutes, today, entries, ..Stage::default() };
                self.case.stages.insert(at + 1, next);
                self.at += 1;
            }
            (DraftEdit::RemoveStage, Some(_)) if count > 1 => {
                self.remember();
                let gone = self.case.stages.remove(at).id;
                for stage in &mut self.case.stages {
                    stage.ways.retain(|way| gone.is_empty() || way.to != gone);
                }
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
                | DraftEdit::StageId(_)
                | DraftEdit::RestsOn(_)
                | DraftEdit::Way(_)
                | DraftEdit::AddStage
                | DraftEdit::RemoveStage
                | DraftEdit::Select(_),
                _,
            ) => {}
        }
    }

    /// Ways that led to a stage by its old name lead to it by the new one; a name that is needed does not go.
    fn renamed(&mut self, stage: usize, before: String) {
        let others = self.case.stages.iter().any(|other| other.id == before);
        let Some(renamed) = self.case.stages.get_mut(stage).filter(|_| !before.is_empty() && !others) else { return };
        let name = renamed.id.clone();
        let mut leading =
            self.case.stages.iter_mut().flat_map(|stage| &mut stage.ways).filter(|way| way.to == before).peekable();
        if name.is_empty() && leading.peek().is_some() {
            drop(leading);
            if let Some(stage) = self.case.stages.get_mut(stage) {
                stage.id = before;
            }
            return;
        }
        leading.for_each(|way| way.to.clone_from(&name));
    }

    fn remember(&mut self) {
        self.before = Some(Box::new(Self { before: None, ..self.clone() }));
    }
}

/// One entry a line; kept while typing, so an empty line at the end stays.
fn lines(text: &str) -> Vec<String> {
    if text.is_empty() { Vec::new() } else { text.split('\n').map(String::from).collect() }
}
