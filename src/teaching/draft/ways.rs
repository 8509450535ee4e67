//! Changes to the ways on from a stage of a case in the making.

use crate::engine::rule_set::RuleSet;
use crate::teaching::fork::{Clause, END, LATEST, LONGEST_NAME, MOST_PARTS, MOST_WAYS, Step, Way, is_name};
use crate::teaching::staged::StagedCase;

/// A change. Ways, conditions and steps are named by their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WayEdit {
    /// Another way on.
    Add,
    /// This one away.
    Remove(usize),
    /// Where it leads: the place of a stage; `None` is the end of the case.
    To(usize, Option<usize>),
    /// Another condition of it.
    AddPart(usize),
    /// This condition away.
    RemovePart(usize, usize),
    /// Whether its steps are to be done.
    Done(usize, usize, bool),
    /// A step of it: a rule, and whether its parts count; `None` takes it away.
    Step(usize, usize, usize, Option<(String, bool)>),
    /// Until which minute; what is no number of minutes is at any time.
    By(usize, usize, String),
}

impl WayEdit {
    /// Whether something is lost by it.
    pub(super) const fn removes(&self) -> bool {
        matches!(self, Self::Remove(_) | Self::RemovePart(..))
    }
}

/// Makes a change to the ways of a stage.
pub(super) fn apply(rules: &'static RuleSet, case: &mut StagedCase, stage: usize, edit: WayEdit) {
    // a stage that is led to has a name
    let to = match &edit {
        WayEdit::To(_, to) => to.map_or_else(|| END.into(), |to| name_of(case, to)),
        WayEdit::Add
        | WayEdit::Remove(_)
        | WayEdit::AddPart(_)
        | WayEdit::RemovePart(..)
        | WayEdit::Done(..)
        | WayEdit::Step(..)
        | WayEdit::By(..) => String::new(),
    };
    let Some(stage) = case.stages.get_mut(stage) else { return };
    let ways = &mut stage.ways;
    match edit {
        WayEdit::Add if ways.len() < MOST_WAYS => {
            // what is taken in any case stays the last
            let at = ways.iter().position(|way| way.when.is_empty()).unwrap_or(ways.len());
            ways.insert(at, Way { to: String::new(), when: vec![nothing()] });
        }
        WayEdit::Add => {}
        WayEdit::Remove(way) if way < ways.len() => drop(ways.remove(way)),
        WayEdit::Remove(_) => {}
        WayEdit::To(way, _) => {
            if let Some(way) = ways.get_mut(way) {
                way.to = to;
            }
        }
        WayEdit::AddPart(way) => {
            if let Some(way) = ways.get_mut(way).filter(|way| way.when.len() < MOST_PARTS) {
                way.when.push(nothing());
            }
        }
        WayEdit::RemovePart(way, part) => {
            if let Some(way) = ways.get_mut(way).filter(|way| part < way.when.len()) {
                way.when.remove(part);
            }
        }
        WayEdit::Done(way, part, done) => change(ways, way, part, |clause| clause.done = done),
        WayEdit::Step(way, part, step, rule) => change(ways, way, part, |clause| {
            let found = rule.and_then(|(rule, parts)| Step::named(rules, &rule, parts));
            match (found, step < clause.steps.len()) {
                (Some(found), true) => {
                    clause.steps.splice(step..=step, [found]);
                }
                (Some(found), false) if clause.steps.len() < MOST_PARTS => clause.steps.push(found),
                (Some(_) | None, false) => {}
                (None, true) => drop(clause.steps.remove(step)),
            }
        }),
        WayEdit::By(way, part, text) => change(ways, way, part, |clause| {
            clause.by = text.trim().parse().ok().filter(|minutes| *minutes <= LATEST);
        }),
    }
}

const fn nothing() -> Clause {
    Clause { done: false, steps: Vec::new(), by: None }
}

fn change(ways: &mut [Way], way: usize, part: usize, change: impl FnOnce(&mut Clause)) {
    if let Some(clause) = ways.get_mut(way).and_then(|way| way.when.get_mut(part)) {
        change(clause);
    }
}

/// The short name of a stage, which is given one from its title where it has none.
fn name_of(case: &mut StagedCase, stage: usize) -> String {
    let Some(found) = case.stages.get(stage) else { return String::new() };
    if !found.id.is_empty() {
        return found.id.clone();
    }
    let plain = |sign: char| if sign.is_ascii_alphanumeric() { sign.to_ascii_lowercase() } else { ' ' };
    let words: String = found.title.chars().map(plain).collect();
    let slug: String = words.split_whitespace().take(4).collect::<Vec<_>>().join("-");
    let slug: String = slug.chars().take(LONGEST_NAME - 4).collect();
    let taken = |name: &str| case.stages.iter().any(|other| other.id == name) || !is_name(name);
    let numbered = (2..).map(|number| format!("{slug}-{number}").trim_start_matches('-').to_string());
    let first = std::iter::once(slug.trim_end_matches('-').to_string());
    let other = std::iter::once(format!("stage-{}", stage + 1));
    let name = if slug.is_empty() {
        other.chain(numbered).find(|name| !taken(name))
    } else {
        first.chain(numbered).find(|name| !taken(name))
    };
    let name = name.unwrap_or_default();
    if let Some(found) = case.stages.get_mut(stage) {
        found.id.clone_from(&name);
    }
    name
}
