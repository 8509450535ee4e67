//! What a learning platform is told of a case: which stage was answered, and what the plan had. No score, and no word of the
//! learner's own.

use crate::engine::assessment::Scope;
use crate::engine::rule::Grade;
use crate::teaching::commit::{Commitment, compare};
use crate::teaching::library::id_of;
use crate::teaching::log::At;
use crate::teaching::road::extent;
use crate::teaching::room::Room;
use crate::teaching::{assessed, shown};
use crate::wording::room::Lesson;

/// A commitment that the plan was shown for, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faced {
    /// When the plan was first shown for it.
    pub at: At,
    /// What was committed to.
    pub made: Commitment,
}

/// A stage whose plan was shown to a learner who had committed to something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageDone {
    /// Its place in the file of the case, from 0.
    pub stage: usize,
    /// Its place on the road, from 0; that in the file where the road leads elsewhere by now.
    pub place: usize,
    /// Its name.
    pub name: String,
    /// Minutes since the first stage.
    pub minutes: u32,
    /// When the plan was shown.
    pub at: At,
    /// Whether no stage follows.
    pub last: bool,
    /// The grade that the learner chose: that of the severity, or `unsure`.
    pub grade: String,
    /// The actions of the learner, the first one first.
    pub actions: Vec<&'static str>,
    /// The grade of the plan; `None` where the answers do not tell it.
    pub plan_grade: Option<Grade>,
    /// The first actions of the plan.
    pub plan: Vec<&'static str>,
    /// Whether both say the same of the grade.
    pub same_grade: bool,
    /// Actions that both have.
    pub matched: Vec<&'static str>,
    /// Actions of the plan that the learner did not choose.
    pub missed: Vec<&'static str>,
    /// Actions of the learner that are not among the first of the plan.
    pub other: Vec<&'static str>,
}

/// The case as a platform knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseNamed {
    /// The id of a bundled case; empty for one from a file.
    pub id: &'static str,
    /// Its title.
    pub title: String,
    /// How many stages its longest road has.
    pub stages: usize,
}

/// The case that is open.
#[must_use]
pub fn case_named(lesson: Lesson, room: &Room) -> CaseNamed {
    let Some(case) = &room.case else { return CaseNamed::default() };
    let id = id_of(lesson.edition.rules, case).unwrap_or_default();
    CaseNamed { id, title: case.title.clone(), stages: extent(case).1 }
}

/// A stage that was answered and compared; none where it was not.
#[must_use]
pub fn stage_done(lesson: Lesson, room: &Room, scope: Scope, stage: usize) -> Option<StageDone> {
    let (case, faced) = (room.case.as_ref()?, room.faced.get(&stage)?);
    let found = case.stages.get(stage)?;
    let assessment = assessed(lesson.edition.rules, &found.entries, scope);
    let panel = shown(lesson.edition, &assessment, found.today);
    let compared = compare(lesson, &assessment, &panel, &faced.made);
    // what follows it was told already, whatever was committed to since
    let left = room.legs.iter().position(|leg| leg.stage == stage).is_some_and(|at| at + 1 < room.legs.len());
    let ids = |rows: &[crate::teaching::commit::Row], wanted: fn(bool) -> bool| -> Vec<&'static str> {
        rows.iter().filter(|row| wanted(row.shared)).map(|row| row.rule.id).collect()
    };
    Some(StageDone {
        stage,
        place: room.road().iter().position(|told| *told == stage).unwrap_or(stage),
        name: found.title.clone(),
        minutes: found.minutes,
        at: faced.at,
        last: !left && Room { stage, ..room.clone() }.beside(true).is_none(),
        grade: faced.made.grade.clone(),
        actions: ids(&compared.mine, |_| true),
        plan_grade: assessment.severity.grade,
        plan: ids(&compared.plan, |_| true),
        same_grade: compared.same_grade,
        matched: ids(&compared.plan, |shared| shared),
        missed: ids(&compared.plan, |shared| !shared),
        other: ids(&compared.mine, |shared| !shared),
    })
}

/// Every stage that was answered and compared, in the order of the file: those of a road that was left are among them.
#[must_use]
pub fn stages_done(lesson: Lesson, room: &Room, scope: Scope) -> Vec<StageDone> {
    room.faced.keys().filter_map(|stage| stage_done(lesson, room, scope, *stage)).collect()
}

/// Those of them that are on the road, in its order.
#[must_use]
pub fn road_done(lesson: Lesson, room: &Room, scope: Scope) -> Vec<StageDone> {
    room.road().iter().filter_map(|stage| stage_done(lesson, room, scope, *stage)).collect()
}
