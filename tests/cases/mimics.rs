//! Made-up cases of what resembles the syndrome, and how often the plan is raised for them and for published cases of it.
//!
//! `UPDATE_EXPECT=1 cargo test --test cases` rewrites `docs/specificity.md`. No rule is ever fitted to a case.

use std::fmt::Write as _;

use expect_test::expect_file;
use nms_advisor::engine::assessment::{Assessment, Pending, Scope, Status, assess};
use nms_advisor::engine::derived::Suspicion;
use nms_advisor::engine::rule::Grade;
use nms_advisor::guideline::NMS;
use serde::Deserialize;
use serde_json::{Map, Value as Json};

use crate::published;
use crate::support::{advised, is_advised, path, read, verdict};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Mimic {
    id: String,
    title: String,
    findings: Map<String, Json>,
    accept: Accepted,
    /// Advised, or asking about what speaks against it.
    must: Vec<String>,
    must_not: Vec<String>,
    #[serde(default)]
    look_alike: Vec<String>,
    /// In some advised line.
    #[serde(default)]
    must_text: Vec<String>,
    max_action_rows: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Accepted {
    suspicion: Vec<String>,
    grade: Vec<Option<String>>,
}

fn mimics() -> Vec<Mimic> {
    serde_json::from_str(&std::fs::read_to_string(path("tests/cases/mimics.json")).unwrap()).unwrap()
}

fn assessed(id: &str, findings: &Map<String, Json>) -> Assessment {
    let reading = read(findings);
    assert_eq!(reading.issues, [], "{id}: every answer is usable");
    assess(&NMS, &reading.findings, Scope::All)
}

fn wrong(case: &Mimic) -> Vec<String> {
    let result = assessed(&case.id, &case.findings);
    let mut wrong = Vec::new();
    let mut check = |holds: bool, what: String| {
        if !holds {
            wrong.push(format!("{}: {what}", case.id));
        }
    };
    let (state, grade) = (result.suspicion.id(), result.severity.over_all.map(|grade| grade.id().to_string()));
    check(case.accept.suspicion.iter().any(|one| one == state), format!("the suspicion is {state}"));
    check(case.accept.grade.contains(&grade), format!("the grade is {grade:?}"));
    for id in &case.must {
        let stands = verdict(&result, id).is_some_and(|verdict| {
            verdict.status == Status::Advised || verdict.pending == Some(Pending::Contraindication)
        });
        check(stands, format!("{id} is not in the plan"));
    }
    for id in &case.must_not {
        check(!is_advised(&result, id), format!("{id} is advised"));
    }
    let shown = result.answers.differential();
    for id in &case.look_alike {
        check(shown.iter().any(|row| row.look_alike.id == id), format!("{id} is no look-alike"));
    }
    let lines = advised(&result).into_iter().filter_map(|id| NMS.rule(id));
    let told = lines.map(|rule| [rule.text, rule.detail, rule.beyond].join(" ")).collect::<Vec<_>>().join("\n");
    for text in &case.must_text {
        check(told.contains(text.as_str()), format!("no advised line says {text}"));
    }
    let rows = result.action_rows().count();
    check(rows <= case.max_action_rows, format!("{rows} action rows, at most {}", case.max_action_rows));
    wrong
}

#[test]
fn what_resembles_the_syndrome_gets_what_it_needs_and_no_more() {
    let cases = mimics();
    assert!(cases.len() >= 20, "the cases are read");
    let wrong: Vec<String> = cases.iter().flat_map(wrong).collect();
    assert!(wrong.is_empty(), "{} expectations fail:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_published_case_of_the_syndrome_is_still_acted_on() {
    let cases: Vec<_> = published::acted_on().collect();
    assert!(cases.len() >= 37, "the cases are read");
    for (id, findings) in cases {
        let state = assessed(&id, &findings).suspicion;
        assert!(matches!(state, Suspicion::Suspected | Suspicion::Possible), "{id}: {}", state.id());
    }
}

/// What is counted of one case.
struct Counted {
    name: String,
    state: &'static str,
    grade: &'static str,
    full_plan: bool,
    called: bool,
    adjunct: bool,
    rows: usize,
}

const ADJUNCTS: [&str; 4] =
    ["consider-dantrolene", "consider-bromocriptine", "consider-amantadine", "consider-levodopa-carbidopa"];

fn counted(name: String, result: &Assessment) -> Counted {
    Counted {
        name,
        state: result.suspicion.id(),
        grade: result.severity.over_all.map_or("none", Grade::id),
        full_plan: result.suspicion.acted_on() == Some(true),
        called: is_advised(result, "call-critical-care"),
        adjunct: ADJUNCTS.iter().any(|id| is_advised(result, id)),
        rows: result.action_rows().count(),
    }
}

fn summary(text: &mut String, name: &str, rows: &[Counted]) {
    let count = |holds: fn(&Counted) -> bool| {
        let found = rows.iter().filter(|row| holds(row)).count();
        format!("{found} of {} ({} %)", rows.len(), (found * 100 + rows.len() / 2) / rows.len())
    };
    let total: usize = rows.iter().map(|row| row.rows).sum();
    let tenths = (total * 10 + rows.len() / 2) / rows.len();
    writeln!(
        text,
        "| {name} | {} | {} | {} | {}.{} |",
        count(|row| row.full_plan),
        count(|row| row.called),
        count(|row| row.adjunct),
        tenths / 10,
        tenths % 10
    )
    .unwrap();
}

fn table(text: &mut String, title: &str, rows: &[Counted]) {
    let yes = |holds: bool| if holds { "yes" } else { "" };
    writeln!(text, "\n## {title}\n\n| case | state | grade | full plan | critical care | adjunct drug | rows |\n|---|---|---|---|---|---|---:|").unwrap();
    for row in rows {
        let Counted { name, state, grade, full_plan, called, adjunct, rows } = row;
        let [plan, called, adjunct] = [*full_plan, *called, *adjunct].map(yes);
        writeln!(text, "| {name} | {state} | {grade} | {plan} | {called} | {adjunct} | {rows} |").unwrap();
    }
}

#[test]
fn the_table_of_specificity_is_current() {
    let published = |nms: bool| -> Vec<Counted> {
        let of = published::told().filter(|(_, of, _)| *of == nms);
        of.map(|(id, _, findings)| counted(id.clone(), &assessed(&id, &findings))).collect()
    };
    let (cases, others) = (published(true), published(false));
    let made_up: Vec<Counted> =
        mimics().into_iter().map(|case| counted(case.title.clone(), &assessed(&case.id, &case.findings))).collect();
    let mut text = String::from(
        "# Specificity\n\nGenerated by `UPDATE_EXPECT=1 cargo test --test cases`. How often the full plan is raised, critical care is called \
and an adjunct drug is advised (not only asked about), and how many rows ask for an action, over all sources. The published cases are worse than the average \
case, and the mimics are made up: the figures compare versions of the rule set with each other and are no measure of the bedside.\n\n",
    );
    writeln!(text, "Rule set {}.\n\n| | full plan | critical care called | adjunct drug advised | action rows on average |\n|---|---|---|---|---:|", NMS.version).unwrap();
    summary(&mut text, "published cases of the syndrome", &cases);
    summary(&mut text, "published look-alikes and vignettes", &others);
    summary(&mut text, "made-up mimics", &made_up);
    table(&mut text, "Made-up mimics", &made_up);
    table(&mut text, "Published look-alikes and vignettes", &others);
    table(&mut text, "Published cases of the syndrome", &cases);
    expect_file![path("docs/specificity.md")].assert_eq(&text);
}
