//! The state of a teaching session: which view, which case and stage, what was committed to, and the log of the run. The
//! answers themselves stay in the [`Session`]; an act says what is to become of them.

mod act;
mod mode;
mod replace;
mod road;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

pub use act::Act;
pub use mode::Mode;
pub use replace::{By, Offer, Replaced};
pub use road::{Due, Leg, Taken};

use crate::case_file::Opened;
use crate::engine::finding::{Day, FindingIndex, FindingKind};
use crate::engine::rule_set::RuleSet;
use crate::session::{Edit, Entry, Session};
use crate::teaching::commit::Commitment;
use crate::teaching::draft::Draft;
use crate::teaching::log::{At, Log, Reason, What};
use crate::teaching::milestone::Faced;
use crate::teaching::staged::{Stage, StagedCase};
use crate::wording::room::Lesson;

/// What lies over or beside the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aside {
    /// Nothing.
    #[default]
    None,
    /// The keys and what they do.
    Help,
    /// The link to the case as a code to scan.
    Code,
    /// One finding moved through everything it can be.
    Spotlight,
}

/// The state.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Room {
    /// Which view.
    pub mode: Mode,
    /// The case that is taught.
    pub case: Option<Rc<StagedCase>>,
    /// Its stage.
    pub stage: usize,
    /// The stages that were told, with the turns that were taken; [`Room::road`] has the stages alone.
    pub legs: Vec<Leg>,
    /// Moments of the run at which the time of the case was set, to these minutes.
    pub pace: Vec<(At, u32)>,
    /// What was committed to, by stage.
    pub commitments: BTreeMap<usize, Commitment>,
    /// The stages whose plan was shown.
    pub revealed: BTreeSet<usize>,
    /// The commitments that the plan was shown for, by stage.
    pub faced: BTreeMap<usize, Faced>,
    /// Where the activities of this case are named, for a learning record store; empty where nobody said.
    pub activity_base: String,
    /// The run.
    pub log: Log,
    /// The run before it, until the next one begins.
    pub earlier: Option<Log>,
    /// The step that is read aloud, where somebody chose one.
    pub chosen: Option<&'static str>,
    /// Whether the presenter hid the panel.
    pub panel_hidden: bool,
    /// What lies over the view.
    pub aside: Aside,
    /// Whether single keys do something.
    pub keys_off: bool,
    /// The finding under the spotlight.
    pub spotlight: Option<FindingIndex>,
    /// The case that is made.
    pub draft: Draft,
    /// Whether the run is kept in this tab.
    pub keep: bool,
    /// What could not be read of a case or a run, or done.
    pub problems: Vec<String>,
    /// The runs that were found in this tab.
    pub offered: Vec<Offer>,
    /// What gave way last, so that it can be brought back.
    pub replaced: Option<Rc<Replaced>>,
    /// The answers that the room itself put into the form; others are the reader's own.
    pub put: Option<BTreeMap<FindingIndex, Entry>>,
}

impl Room {
    /// The state after an act, and what is to become of the answers.
    #[must_use]
    pub fn act(&self, lesson: impl Into<Lesson>, session: &Session, act: Act, now: At) -> (Self, Vec<Edit>) {
        let lesson = lesson.into();
        let rules = lesson.edition.rules;
        let mut next = self.clone();
        next.sync(rules, session, now);
        let mut edits = next.take(lesson, session, act, now);
        edits.extend(next.marks(rules, session));
        (next, edits)
    }

    fn take(&mut self, lesson: Lesson, session: &Session, act: Act, now: At) -> Vec<Edit> {
        let rules = lesson.edition.rules;
        match act {
            Act::Go(mode) => {
                self.mode = mode;
                self.aside =
                    if self.aside == Aside::Spotlight && mode == Mode::Advise { self.aside } else { Aside::None };
                if mode == Mode::Build && self.draft.is_untouched() {
                    // they are the first stage from now on
                    self.put = Some(settled(rules, session));
                    self.draft = Draft::new(lesson.room.build.first_stage, &settled(rules, session));
                } else if let (Mode::Build, Some(stage)) = (mode, self.draft.stage()) {
                    let entries = stage.entries.clone();
                    return vec![self.put(rules, session, By::Draft, entries)];
                }
            }
            Act::Library => (self.mode, self.aside) = (Mode::Cases, Aside::None),
            Act::Open(case, problems) => {
                self.open(case, problems);
                return self.go_along(rules, session, 0, now);
            }
            Act::Resume(found) => {
                self.open(found.case, found.problems);
                self.mark(&found.progress);
                // the turns of the road are those that what was committed to leads to; it ends where the learner is
                let here = found.progress.here;
                let stages = found.progress.visits.iter().map(|visit| visit.stage);
                let road = stages.take_while(|stage| *stage != here).chain([here]);
                return road.flat_map(|stage| self.go_along(rules, session, stage, now)).collect();
            }
            Act::Stage(stage) => return self.go_along(rules, session, stage, now),
            Act::Commit(commitment) => {
                self.commitments.insert(self.stage, commitment);
            }
            Act::Reveal(true) => {
                self.revealed.insert(self.stage);
                self.face(now);
            }
            Act::Reveal(false) => {
                self.revealed.remove(&self.stage);
            }
            Act::Start => self.start(rules, session, now),
            Act::End => drop(self.log.push(now, What::Ended)),
            Act::Renew => self.earlier = Some(std::mem::take(&mut self.log)),
            Act::Return => {
                if let Some(earlier) = self.earlier.take() {
                    self.log = earlier;
                }
            }
            Act::Tick(rule) => drop(self.log.push(now, What::Ticked(rule))),
            Act::TickAll(rules) => {
                for rule in rules {
                    self.log.push(now, What::Ticked(rule));
                }
            }
            Act::Skip(rule, reason) => drop(self.log.push(now, What::Skipped(rule, reason))),
            Act::SkipAll(rules, reason) => {
                for rule in rules {
                    self.log.push(now, What::Skipped(rule, reason));
                }
            }
            Act::Undo => {
                for event in self.log.undoable_together() {
                    self.log.push(now, What::Undone(event));
                }
            }
            Act::TakeBack(event) => drop(self.log.push(now, What::Undone(event))),
            Act::Amend(event, when) => drop(self.log.push(now, What::Amended(event, when))),
            Act::Timer(minutes) => drop(self.log.push(now, What::Timer(minutes))),
            Act::Remark(words) => drop(self.log.push(now, What::Remark(words))),
            Act::Choose(rule) => self.chosen = Some(rule),
            Act::Panel => self.panel_hidden = !self.panel_hidden,
            Act::Show(aside) => self.aside = if self.aside == aside { Aside::None } else { aside },
            // the room knows no windows
            Act::Screen => {}
            Act::Keys(on) => self.keys_off = !on,
            Act::Spot(index) => self.spotlight = Some(index),
            Act::Keep(keep) => self.keep = keep,
            Act::Offer(runs) => self.offered = runs,
            Act::GoOn(at) => return self.go_on(rules, session, at),
            Act::Leave(at) | Act::Discard(at) => drop(self.offer(at)),
            Act::BringBack => return self.bring_back(),
            Act::LetGo => self.replaced = None,
            Act::Refuse(problems) => self.problems = problems,
            Act::ActivityBase(base) => self.activity_base = base,
            Act::Draft(edit) => return self.draft(rules, session, edit),
        }
        Vec::new()
    }

    /// Answers that changed since the last event are events too; typing key by key is the caller's to wait for.
    pub fn sync(&mut self, rules: &'static RuleSet, session: &Session, now: At) {
        if self.mode == Mode::Build {
            self.draft.take_answers(&settled(rules, session));
        }
        if !self.log.state().is_running() {
            return;
        }
        let (typed, logged) = (settled(rules, session), self.log.state().entries.clone());
        for index in typed.keys().chain(logged.keys()) {
            let entry = typed.get(index).cloned().unwrap_or_default();
            // what does not apply is what did not change
            self.log.push(now, What::Answered(*index, entry));
        }
        self.take_marks(rules, session, now);
    }

    /// Lines that were marked in the panel are ticks and skips too.
    fn take_marks(&mut self, rules: &'static RuleSet, session: &Session, now: At) {
        let given = names(rules, session, GIVEN);
        let refused = names(rules, session, REFUSED);
        for rule in &given {
            let before = self.log.state().marked(rule).is_some_and(|marked| marked.skipped == Some(Reason::DoneBefore));
            if !before {
                self.log.push(now, What::Ticked(rule));
            }
        }
        for rule in &refused {
            self.log.push(now, What::Skipped(rule, Reason::NotPossible));
        }
        for rule in self.log.state().rules() {
            let Some(marked) = self.log.state().marked(rule) else { continue };
            let stands = match marked.skipped {
                None | Some(Reason::DoneBefore) => given.contains(&rule),
                Some(Reason::NotPossible) => refused.contains(&rule),
                // the panel has no mark for these
                Some(Reason::Decided | Reason::Contraindicated) => true,
            };
            if !stands {
                self.log.push(now, What::Undone(marked.event));
            }
        }
    }

    /// The edits that make the panel's marks those of the log.
    fn marks(&self, rules: &'static RuleSet, session: &Session) -> Vec<Edit> {
        let state = self.log.state();
        if state.started.is_none() {
            return Vec::new();
        }
        let with = |fits: fn(Option<Reason>) -> bool| -> Vec<&'static str> {
            let marked = state.rules().into_iter();
            marked.filter(|rule| state.marked(rule).is_some_and(|marked| fits(marked.skipped))).collect()
        };
        let done = with(|skipped| matches!(skipped, None | Some(Reason::DoneBefore)));
        let refused = with(|skipped| skipped == Some(Reason::NotPossible));
        let mut edits = Vec::new();
        for (list, wanted) in [(GIVEN, done), (REFUSED, refused)] {
            if let (Some(index), true) = (rules.find(list), names(rules, session, list) != wanted) {
                edits.push(Edit::Answer(index, wanted.join(", ")));
            }
        }
        edits
    }

    fn start(&mut self, rules: &'static RuleSet, session: &Session, now: At) {
        self.chosen = None;
        if self.log.push(now, What::Started) {
            self.pace = vec![(now, self.stage().map_or(0, |stage| stage.minutes))];
            for rule in names(rules, session, GIVEN) {
                self.log.push(now, What::Skipped(rule, Reason::DoneBefore));
            }
            self.sync(rules, session, now);
        }
    }

    fn open(&mut self, case: Rc<StagedCase>, problems: Vec<String>) {
        self.commitments.clear();
        self.revealed.clear();
        self.faced.clear();
        self.legs.clear();
        self.pace.clear();
        (self.case, self.problems, self.mode) = (Some(case), problems, Mode::Case);
    }

    /// What was committed to stands beside the plan from now on; the time is that of the first look.
    fn face(&mut self, now: At) {
        let made = self.commitments.get(&self.stage).filter(|made| made.is_made());
        let known = self.faced.get(&self.stage).map(|faced| &faced.made);
        if let Some(made) = made.filter(|made| known != Some(made)).cloned() {
            self.faced.insert(self.stage, Faced { at: now, made });
        }
    }

    /// The stage that is taught.
    #[must_use]
    pub fn stage(&self) -> Option<&Stage> {
        self.case.as_ref().and_then(|case| case.stages.get(self.stage))
    }

    /// The day of asking of the stage, where it has one.
    #[must_use]
    pub fn today(&self) -> Option<Day> {
        self.stage().and_then(|stage| stage.today)
    }

    /// Whether the plan of this stage may be seen.
    #[must_use]
    pub fn is_revealed(&self) -> bool {
        self.revealed.contains(&self.stage)
    }
}

const GIVEN: &str = "treatmentsGiven";
const REFUSED: &str = "treatmentsNotPossible";

fn opened(entries: BTreeMap<FindingIndex, Entry>) -> Edit {
    Edit::Open(Box::new(Opened { entries, ..Opened::default() }))
}

/// Rule ids in a list of the panel, each once, in the order of the list.
fn names(rules: &'static RuleSet, session: &Session, list: &str) -> Vec<&'static str> {
    let text = rules.find(list).map_or("", |index| session.text(index));
    let mut names = Vec::new();
    for name in text.split(',').filter_map(|name| rules.rule(name.trim())) {
        if !names.contains(&name.id) {
            names.push(name.id);
        }
    }
    names
}

/// What is typed, as an event keeps it: trimmed, with the unit in which it is read; marks of the panel are left out.
fn settled(rules: &'static RuleSet, session: &Session) -> BTreeMap<FindingIndex, Entry> {
    let mut settled = BTreeMap::new();
    for (index, entry) in &session.entries {
        let text = entry.text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        let unit = match rules.finding(*index).map(|finding| finding.kind) {
            Some(FindingKind::Number(_)) => Some(session.unit_of(rules, *index)),
            Some(FindingKind::Rules) | None => continue,
            Some(FindingKind::Boolean | FindingKind::Choice(_) | FindingKind::Agents | FindingKind::Date) => None,
        };
        if !text.is_empty() {
            settled.insert(*index, Entry { text, unit });
        }
    }
    settled
}
