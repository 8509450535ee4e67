//! What a learning platform is told of a case, as JSON: the details of `nms-stage` and `nms-case`.

use serde::Serialize;

use crate::engine::rule::Grade;
use crate::teaching::milestone::{CaseNamed, StageDone};

/// A stage of a case that is named.
#[derive(Serialize)]
pub struct StageJson {
    case: &'static str,
    title: String,
    stages: usize,
    #[serde(flatten)]
    row: RowJson,
}

/// A case that is done.
#[derive(Serialize)]
pub struct CaseJson {
    case: &'static str,
    title: String,
    stages: usize,
    road: Vec<RowJson>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RowJson {
    /// On the road, from 1.
    stage: usize,
    name: String,
    minutes: u32,
    last: bool,
    committed: SideJson,
    plan: SideJson,
    same_grade: bool,
    matched: Vec<&'static str>,
    missed: Vec<&'static str>,
    other: Vec<&'static str>,
}

#[derive(Serialize)]
struct SideJson {
    /// `null` where the answers do not tell it.
    grade: Option<String>,
    actions: Vec<&'static str>,
}

fn row(done: StageDone) -> RowJson {
    RowJson {
        stage: done.place + 1,
        name: done.name,
        minutes: done.minutes,
        last: done.last,
        committed: SideJson { grade: Some(done.grade), actions: done.actions },
        plan: SideJson { grade: done.plan_grade.map(|grade| Grade::id(grade).into()), actions: done.plan },
        same_grade: done.same_grade,
        matched: done.matched,
        missed: done.missed,
        other: done.other,
    }
}

/// A stage that was answered and compared.
#[must_use]
pub fn stage(case: CaseNamed, done: StageDone) -> StageJson {
    StageJson { case: case.id, title: case.title, stages: case.stages, row: row(done) }
}

/// A case whose last stage was.
#[must_use]
pub fn case(case: CaseNamed, road: Vec<StageDone>) -> CaseJson {
    CaseJson { case: case.id, title: case.title, stages: case.stages, road: road.into_iter().map(row).collect() }
}
