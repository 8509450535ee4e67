//! The form, rendered natively: which questions stand first, what a closed group shows, and what follows from what.
#![cfg(feature = "widget")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops by panicking"
)]

use std::rc::Rc;

use nms_advisor::engine::assessment::{Scope, answers, assess};
use nms_advisor::engine::bound::Side;
use nms_advisor::engine::criterion::Criterion;
use nms_advisor::engine::derived::Derivation;
use nms_advisor::engine::finding::{FindingIndex, FindingKind, Group, Value};
use nms_advisor::engine::threshold::thresholds;
use nms_advisor::guideline::raised::RAISED;
use nms_advisor::guideline::{NMS, examples::EXAMPLES, form};
use nms_advisor::session::{Edit, Session, UnitSystem};
use nms_advisor::widget::bridge::{Bridge, View, ViewOptions};
use nms_advisor::widget::form::{FormProps, groups, sections};
use nms_advisor::widget::raised::entered;
use nms_advisor::widget::{AdvisorProps, NmsAdvisor};
use yew::{Callback, ServerRenderer};

fn index(id: &str) -> FindingIndex {
    NMS.find(id).unwrap_or_else(|| panic!("no finding `{id}`"))
}

fn typed(answers: &[(&str, &str)]) -> Vec<Edit> {
    answers.iter().map(|(id, text)| Edit::Answer(index(id), (*text).to_string())).collect()
}

fn session(edits: &[Edit]) -> Session {
    edits.iter().fold(Session::default(), |session, edit| session.reduce(&NMS, edit.clone()))
}

/// The form as HTML after some edits.
fn rendered(edits: &[Edit]) -> String {
    let edits = edits.to_vec();
    let options = ViewOptions { view: View::Form, ..ViewOptions::default() };
    let props = move || AdvisorProps { bridge: Bridge::new(session(&edits), options, Callback::noop()) };
    let html = pollster::block_on(ServerRenderer::<NmsAdvisor>::with_props(props).hydratable(false).render());
    let (_, form) = html.split_once("class=\"form\"").expect("a form");
    form.split_once("</section>").expect("its end").0.to_string()
}

/// The part of the form that belongs to a finding.
fn field<'a>(html: &'a str, id: &str) -> &'a str {
    let (_, rest) = html.split_once(&format!("data-finding=\"{id}\"")).unwrap_or_else(|| panic!("no field `{id}`"));
    rest.split("data-finding=\"").next().unwrap()
}

/// The line to which a group closes, without its tags.
fn line(html: &str, group: &str) -> String {
    let (_, rest) = html.split_once(&format!("data-group=\"{group}\"")).unwrap_or_else(|| panic!("no group `{group}`"));
    let (line, _) = rest.split_once("</summary>").expect("a line");
    let parts = line.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim());
    parts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" | ").replace("&#x2F;", "/")
}

fn control(field: &str, value: &str) -> String {
    let tags = field.split("<input").skip(1).map(|rest| rest.split('>').next().unwrap());
    tags.filter(|tag| tag.contains(&format!(" value=\"{value}\""))).collect()
}

#[test]
fn six_questions_stand_first_and_are_open() {
    let html = rendered(&[]);
    let (first, rest) = html.split_once("<details").expect("a closed group");
    let asked: Vec<&str> = first.split("data-finding=\"").skip(1).map(|rest| rest.split_once('"').unwrap().0).collect();
    let wanted = [
        "agents",
        "dopamineAntagonist",
        "dopaminergicWithdrawal",
        "temperature",
        "rigidity",
        "mentalStatus",
        "creatineKinase",
    ];
    assert_eq!(asked, wanted);
    assert!(first.contains("Start with these") && first.contains("0 of 6 answered"));
    assert!(field(first, "dopamineAntagonist").contains("Where no name is known"));
    assert!(!rest.contains("<details open"), "the other groups are closed");
}

#[test]
fn a_drug_and_the_question_for_when_no_name_is_known_count_as_one() {
    for (answers, count) in [
        (&[("agents", "haloperidol")][..], "1 of 6"),
        (&[("dopamineAntagonist", "no")], "1 of 6"),
        (&[("agents", "haloperidol"), ("dopamineAntagonist", "yes")], "1 of 6"),
        (&[("agents", "haloperidol"), ("temperature", "39"), ("heartRate", "120")], "2 of 6"),
    ] {
        assert!(rendered(&typed(answers)).contains(&format!("{count} answered")), "{answers:?}");
    }
}

#[test]
fn every_question_stands_in_one_group_whatever_its_group_in_the_rule_set() {
    let sections = sections(&NMS);
    let placed: Vec<FindingIndex> = sections.iter().flat_map(|(_, questions)| questions.clone()).collect();
    for finding in NMS.findings {
        let times = placed.iter().filter(|index| NMS.finding_id(**index) == finding.id).count();
        assert_eq!(times, usize::from(!matches!(finding.kind, FindingKind::Rules)), "{}", finding.id);
    }
    for (moved, before) in form::MOVED {
        let (_, questions) = sections.iter().find(|(_, questions)| questions.contains(moved)).expect("a group");
        let at = |wanted| questions.iter().position(|index| index == wanted).expect("both stand there");
        assert!(at(moved) < at(before));
    }
    let first = |group| sections.iter().find(|row| row.0 == group).map(|row| row.1.len());
    assert_eq!(first(Group::Essential), Some(form::FIRST.concat().len()), "nothing else stands first");
}

#[test]
fn a_closed_group_shows_what_was_answered() {
    let html = rendered(&typed(&[
        ("heartRate", "150"),
        ("systolic", "84"),
        ("diastolic", "40"),
        ("rhabdomyolysis", "yes"),
        ("shock", "no"),
        ("pupils", "large"),
        ("potassium", "5.9"),
    ]));
    let vitals = sections(&NMS).iter().find(|row| row.0 == Group::Vitals).unwrap().1.len();
    assert_eq!(line(&html, "vitals"), format!("Vital signs | HR 150 · BP 84/40 | 3 of {vitals} | answered"));
    assert_eq!(line(&html, "complications"), "Complications | rhabdomyolysis · no shock | 2 of 7 | answered");
    assert!(line(&html, "look-alikes").contains("| pupils large |"));
    assert!(line(&html, "laboratory").contains("| K 5.9 |"));
    assert_eq!(line(&html, "cautions"), "Before giving a drug | 11 | questions");
}

#[test]
fn a_closed_group_shows_a_number_in_the_unit_in_which_it_was_typed() {
    let conventional =
        [vec![Edit::Units(UnitSystem::Conventional)], typed(&[("creatinine", "3.5"), ("weight", "150")])].concat();
    let html = rendered(&conventional);
    assert!(line(&html, "laboratory").contains("creatinine 3.5\u{a0}mg/dL"), "{}", line(&html, "laboratory"));
    assert!(line(&html, "patient").contains("weight 150\u{a0}lb"));
    let mixed = [typed(&[("systolic", "12 kPa"), ("diastolic", "60"), ("creatinine", "310 umol/L")])].concat();
    let html = rendered(&mixed);
    assert!(line(&html, "vitals").contains("systolic 12 kPa · diastolic 60"), "two units are no pair");
    assert!(line(&html, "laboratory").contains("creatinine 310 umol/L"));
}

#[test]
fn what_cannot_be_used_is_counted_on_a_closed_line_and_not_shown_as_an_answer() {
    let html = rendered(&typed(&[("heartRate", "fast"), ("systolic", "84"), ("temperature", "4x")]));
    let line = line(&html, "vitals");
    assert!(line.contains("1 not used") && line.contains("systolic 84") && !line.contains("HR"), "{line}");
    let (first, _) = html.split_once("<details").unwrap();
    assert!(first.contains("1 not used"), "the open group counts it too");
}

#[test]
fn a_dopamine_antagonist_that_is_named_answers_the_question_in_words_alone() {
    let html = rendered(&typed(&[("agents", "Haldol, paracetamol")]));
    let asked = field(&html, "dopamineAntagonist");
    assert!(asked.contains("data-follows=\"yes\"") && asked.contains(">Yes, from haloperidol<"));
    let described = asked.split("aria-describedby=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert!(described.split(' ').any(|id| id == "nms-f-dopamineAntagonist-brief"), "{described}");
    assert!(asked.contains("id=\"nms-f-dopamineAntagonist-brief\""));
    // outlined, not answered
    assert!(control(asked, "unknown").contains("checked") && !control(asked, "yes").contains("checked"));
    assert!(asked.contains("data-answered=\"false\""));
    for (answers, follows) in [
        (&[("agents", "levodopa")][..], false),
        (&[("agents", "haloperidol"), ("dopamineAntagonist", "no")], false),
        (&[("agents", "haloperidol"), ("dopamineAntagonist", "yes")], false),
        (&[("agents", "haloperidol, olanzapine, quetiapine")], true),
    ] {
        let html = rendered(&typed(answers));
        assert_eq!(html.contains("data-follows"), follows, "{answers:?}");
    }
}

/// A question, the answers from which a yes to it follows, and the words for them.
type Following = (&'static str, &'static [(&'static str, &'static str)], &'static str);

/// One way to each question that has several in the rule set.
const FOLLOWS: [Following; 4] = [
    ("dopamineAntagonist", &[("agents", "olanzapine")], "olanzapine"),
    ("longActingInjection", &[("agents", "haloperidol decanoate")], "haloperidol decanoate"),
    (
        "bloodPressureRaised",
        &[("systolic", "160"), ("systolicBaseline", "110")],
        "systolic pressure above the usual one",
    ),
    (
        "hypermetabolism",
        &[
            ("heartRate", "150"),
            ("heartRateBaseline", "80"),
            ("respiratoryRate", "36"),
            ("respiratoryRateBaseline", "16"),
        ],
        "heart rate above the usual one, respiratory rate above the usual one",
    ),
];

#[test]
fn an_answer_follows_wherever_the_rule_set_has_another_way_to_it_and_no_contradicts_it() {
    for (question, given, from) in FOLLOWS {
        let html = rendered(&typed(given));
        assert!(field(&html, question).contains(&format!(">Yes, from {from}<")), "{question}");
        // the case stays as it is, and a no is a contradiction that the panel shows
        let case = session(&typed(given));
        assert!(case.text(index(question)).is_empty());
        let denied = session(&[typed(given), typed(&[(question, "no")])].concat());
        let conflicts = |case: &Session| assess(&NMS, &case.read(&NMS).findings, Scope::All).conflicts.len();
        assert_eq!((conflicts(&case), conflicts(&denied)), (0, 1), "{question}");
    }
    // the list has each question of the rule set with several ways to its answer
    for derived in NMS.derived {
        let Derivation::Alternatives(ways) = derived.derivation else { continue };
        for way in ways {
            let Criterion::Present(question) = *way else { continue };
            let asked = NMS.finding(question).map(|finding| finding.id);
            assert!(asked.is_none_or(|id| FOLLOWS.iter().any(|row| row.0 == id)), "{asked:?} is not tried");
        }
    }
}

#[test]
fn nothing_follows_where_nothing_is_known_or_everything_is_answered_no() {
    assert!(answers(&NMS, &NMS.no_findings(), Scope::All).following().is_empty());
    let no: Vec<Edit> = NMS
        .findings
        .iter()
        .filter(|finding| matches!(finding.kind, FindingKind::Boolean) && finding.id != "hypermetabolism")
        .flat_map(|finding| typed(&[(finding.id, "no")]))
        .collect();
    let case = session(&[no, typed(&[("heartRate", "80"), ("heartRateBaseline", "80")])].concat());
    assert!(answers(&NMS, &case.read(&NMS).findings, Scope::All).following().is_empty(), "a no does not follow");
}

#[test]
fn a_short_hint_stands_under_its_label_and_a_long_one_opens() {
    let html = rendered(&[]);
    for finding in NMS.findings.iter().filter(|finding| !matches!(finding.kind, FindingKind::Rules)) {
        let field = field(&html, finding.id);
        let id = format!("id=\"nms-f-{}-hint\"", finding.id);
        let long = finding.hint.chars().count() > 30;
        assert_eq!(field.contains(&id), !finding.hint.is_empty(), "{}", finding.id);
        assert_eq!(field.contains("class=\"about\""), long, "{}", finding.id);
        if !finding.hint.is_empty() {
            let tag = field.split("<p").find(|tag| tag.contains(&id)).unwrap().split('>').next().unwrap();
            assert_eq!(tag.contains(" hidden"), long, "{}: {tag}", finding.id);
            let described = field.split("aria-describedby=\"").nth(1).and_then(|rest| rest.split('"').next());
            let hint = format!("nms-f-{}-hint", finding.id);
            assert!(described.is_some_and(|ids| ids.split(' ').any(|id| id == hint)), "{}", finding.id);
        }
    }
    assert!(field(&html, "temperature").contains(">Highest now; core if possible.<"));
    let about = field(&html, "dopamineAntagonist");
    assert!(
        about.contains("aria-expanded=\"false\"") && about.contains("aria-label=\"About: Dopamine antagonist taken\"")
    );
}

#[test]
fn the_whole_form_is_in_the_page_and_small() {
    let mut cases: Vec<Vec<Edit>> = EXAMPLES.iter().map(|example| vec![Edit::Load(example)]).collect();
    cases.push(Vec::new());
    for edits in cases {
        let html = rendered(&edits);
        let elements = 1 + html.match_indices('<').filter(|(at, _)| !html[at + 1..].starts_with('/')).count();
        assert!(elements <= 1_300, "{elements} elements");
    }
}

#[test]
fn an_edit_changes_the_properties_of_the_fields_that_it_concerns_alone() {
    let on_edit: Callback<Edit> = Callback::noop();
    let fields = |edits: &[Edit]| {
        let session = session(edits);
        let reading = Rc::new(session.read(&NMS));
        groups((&NMS).into(), &FormProps { session: Rc::new(session), reading, on_edit: on_edit.clone(), reader: None })
    };
    let before = typed(&[("temperature", "39"), ("weight", "154.3 lb"), ("agents", "sugar")]);
    for (id, text, wanted) in [
        ("heartRate", "150", vec!["heartRate"]),
        ("potassium", "", vec![]),
        ("agents", "haloperidol", vec!["agents", "dopamineAntagonist"]),
    ] {
        let after = [before.clone(), typed(&[(id, text)])].concat();
        let mut changed = Vec::new();
        for ((_, old), (_, new)) in fields(&before).into_iter().zip(fields(&after)) {
            changed.extend(old.iter().zip(&new).filter(|(old, new)| old != new).map(|(old, _)| old.finding.id));
        }
        assert_eq!(changed, wanted, "{id}");
    }
}

#[test]
fn a_name_within_a_line_is_short_and_no_question_has_two() {
    for (at, (finding, name)) in form::SHORT.iter().enumerate() {
        assert!(form::SHORT[..at].iter().all(|(other, _)| other != finding), "{name}");
        assert!(NMS.finding(*finding).is_some(), "{name} is asked");
        assert!(name.chars().count() <= 40, "{name} is no short name");
        assert!(!name.contains(" and ") && name.trim() == *name);
    }
}

/// The button of a field, and whether it is pressed.
fn button(html: &str) -> Option<bool> {
    let (_, rest) = html.split_once("data-role=\"raised\"")?;
    let tag = rest.split_once('>').expect("its end").0;
    Some(tag.contains("aria-pressed=\"true\""))
}

#[test]
fn a_number_that_is_raised_and_not_known_has_a_button_until_it_is_known() {
    let empty = rendered(&[]);
    let offered: Vec<&str> =
        NMS.findings.iter().map(|row| row.id).filter(|id| empty.contains(&format!("data-finding=\"{id}\""))).collect();
    let with_button: Vec<&str> = offered.iter().copied().filter(|id| button(field(&empty, id)).is_some()).collect();
    assert_eq!(with_button, ["temperature", "heartRate", "respiratoryRate"]);
    assert!(field(&empty, "temperature").contains("Fever, no number: above 38\u{a0}°C"));
    for (text, wanted) in [
        ("> 38 °C", Some(true)),
        (">38", Some(true)),
        ("> 100.4 F", Some(true)),
        ("≥ 38", None),
        ("> 39", None),
        ("39", None),
        ("38.000000001", None),
        ("  ", Some(false)),
    ] {
        let html = rendered(&typed(&[("temperature", text)]));
        assert_eq!(button(field(&html, "temperature")), wanted, "{text}");
    }
    let html = rendered(&typed(&[("temperature", "> 38 °C")]));
    assert!(field(&html, "temperature").contains("used as a bound: above 38\u{a0}°C"));
    let html = rendered(&typed(&[("creatineKinase", "≥ 22000")]));
    assert!(field(&html, "creatineKinase").contains("used as a bound: at least 22,000\u{a0}U"));
}

#[test]
fn the_text_that_a_button_enters_is_its_bound_in_every_unit_of_the_field() {
    for row in RAISED {
        let Some(FindingKind::Number(quantity)) = NMS.finding(row.finding).map(|finding| finding.kind) else {
            panic!()
        };
        let text = entered(row, &quantity);
        let bound = Side::Above.range(row.above, quantity.hard);
        for unit in 0..quantity.units.len() {
            let fresh = session(&[Edit::Unit(row.finding, unit), Edit::Answer(row.finding, text.clone())]);
            let reading = fresh.read(&NMS);
            assert_eq!(reading.findings.get(row.finding), Some(Value::Between(bound.0, bound.1)), "{text}");
            assert!(reading.unusual.is_empty(), "{text}");
        }
        // some condition can use it, alone or beside a usual value
        let read = |leaf: FindingIndex| {
            let derivation = NMS.derivation(leaf).map(|derived| derived.derivation);
            leaf == row.finding
                || matches!(derivation, Some(Derivation::PercentAbove(value, _)) if value == row.finding)
        };
        assert!(thresholds(&NMS).iter().any(|(leaf, _)| read(*leaf)), "{}", row.word);
    }
}

#[test]
fn a_bound_stands_in_the_line_of_a_closed_group_with_its_unit() {
    let html = rendered(&typed(&[
        ("heartRate", "> 100"),
        ("lactate", ">= 4"),
        ("glucose", "> 400 mg/dL"),
        ("systolic", "> 180"),
        ("diastolic", "98"),
    ]));
    assert!(line(&html, "vitals").contains("systolic &gt; 180"), "{}", line(&html, "vitals"));
    assert!(line(&html, "vitals").contains("HR &gt; 100"), "{}", line(&html, "vitals"));
    let laboratory = line(&html, "laboratory");
    assert!(laboratory.contains("lactate &gt;= 4") && laboratory.contains("&gt; 400 mg/dL"), "{laboratory}");
}
