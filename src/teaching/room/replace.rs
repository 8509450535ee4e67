//! What takes the place of the answers in the form: a stage, a case in the making, a run that was kept. Answers of the
//! reader's own that give way are remembered, and can be brought back.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Mode, Room, opened, settled};
use crate::engine::finding::FindingIndex;
use crate::engine::rule_set::RuleSet;
use crate::session::{Edit, Entry, Session};
use crate::teaching::draft::{Draft, DraftEdit};
use crate::teaching::log::{At, Log};
use crate::teaching::staged::Stage;

/// A run that was found in the tab's own storage, and that nobody has decided on yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Offer {
    /// Its name in the storage.
    pub id: String,
    /// When it was kept last.
    pub at: At,
    /// The case that was open; empty where none was.
    pub title: String,
    /// The run.
    pub log: Log,
    /// What of it could not be read.
    pub problems: Vec<String>,
}

/// In whose favour answers gave way.
#[derive(Clone, Debug, PartialEq)]
pub enum By {
    /// A stage of the case that is taught.
    Case,
    /// A stage of the case that is made.
    Draft,
    /// A run that was kept.
    Run(Box<Offer>),
}

/// What gave way to something else, until somebody says that it may.
#[derive(Clone, Debug, PartialEq)]
pub struct Replaced {
    /// To what.
    pub by: By,
    /// The answers.
    pub entries: BTreeMap<FindingIndex, Entry>,
    /// The run that was there, where it gave way too.
    pub log: Option<Log>,
    /// The view that was there.
    pub mode: Mode,
}

impl Room {
    /// The answers of a stage in place of everything entered.
    pub(super) fn go_to(&mut self, rules: &'static RuleSet, session: &Session, stage: usize) -> Vec<Edit> {
        let Some(found) = self.case.as_ref().and_then(|case| case.stages.get(stage)) else { return Vec::new() };
        let (entries, today) = (found.entries.clone(), found.today.map(Edit::Today));
        self.stage = stage;
        std::iter::once(self.put(rules, session, By::Case, entries)).chain(today).collect()
    }

    /// A change of the case that is made; another stage brings its answers into the form.
    pub(super) fn draft(&mut self, rules: &'static RuleSet, session: &Session, edit: DraftEdit) -> Vec<Edit> {
        let entries = |draft: &Draft| draft.stage().map(|stage| stage.entries.clone()).unwrap_or_default();
        let before = entries(&self.draft);
        self.draft.apply(rules, edit);
        let after = entries(&self.draft);
        if before == after { Vec::new() } else { vec![self.put(rules, session, By::Draft, after)] }
    }

    /// A run that was kept, in place of what is there.
    pub(super) fn go_on(&mut self, rules: &'static RuleSet, session: &Session, at: usize) -> Vec<Edit> {
        let Some(offer) = self.offer(at) else { return Vec::new() };
        let entries = offer.log.state().entries.clone();
        let log = std::mem::replace(&mut self.log, offer.log.clone());
        (self.problems, self.keep) = (offer.problems.clone(), true);
        let mode = std::mem::replace(&mut self.mode, Mode::Run);
        self.put = Some(settled(rules, &Session { entries: entries.clone(), ..session.clone() }));
        // there is a way back in any case: nobody may have asked for it
        let before = session.entries.clone();
        self.replaced = Some(Rc::new(Replaced { by: By::Run(Box::new(offer)), entries: before, log: Some(log), mode }));
        vec![opened(entries)]
    }

    pub(super) fn offer(&mut self, at: usize) -> Option<Offer> {
        (at < self.offered.len()).then(|| self.offered.remove(at))
    }

    /// What gave way is there again; a run that took its place is on offer again.
    pub(super) fn bring_back(&mut self) -> Vec<Edit> {
        let Some(replaced) = self.replaced.take() else { return Vec::new() };
        if let Some(log) = &replaced.log {
            self.log = log.clone();
        }
        if let By::Run(offer) = &replaced.by {
            self.offered.push(Offer::clone(offer));
            self.keep = false;
        }
        (self.mode, self.put) = (replaced.mode, None);
        vec![opened(replaced.entries.clone())]
    }

    /// The edit that puts answers in place of those in the form. Answers that the reader gave are remembered.
    pub(super) fn put(
        &mut self,
        rules: &'static RuleSet,
        session: &Session,
        by: By,
        entries: BTreeMap<FindingIndex, Entry>,
    ) -> Edit {
        let put = Session { entries: entries.clone(), ..session.clone() };
        let (here, put) = (settled(rules, session), settled(rules, &put));
        // those of Build are the draft's, which remembers them itself
        let own = self.put.as_ref() != Some(&here) && put != here && !here.is_empty() && self.draft_of(&here).is_none();
        if own {
            let (entries, mode) = (session.entries.clone(), Mode::Advise);
            self.replaced = Some(Rc::new(Replaced { by, entries, log: None, mode }));
        }
        self.put = Some(put);
        opened(entries)
    }

    /// The stage of the case that is made which has these answers.
    fn draft_of(&self, entries: &BTreeMap<FindingIndex, Entry>) -> Option<&Stage> {
        let before = self.draft.before.iter().flat_map(|before| &before.case.stages);
        self.draft.case.stages.iter().chain(before).find(|stage| stage.entries == *entries)
    }
}
