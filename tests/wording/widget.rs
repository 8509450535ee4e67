//! The widget in the language that nobody speaks, in each of its views and with cases that bring out what it can say.

use nms_advisor::engine::assessment::Scope;
use nms_advisor::engine::finding::Day;
use nms_advisor::engine::stock::Place;
use nms_advisor::guideline::{NMS, examples::EXAMPLES};
use nms_advisor::session::{Edit, Session, UnitSystem};
use nms_advisor::widget::bridge::{Bridge, View, ViewOptions};
use nms_advisor::widget::{AdvisorProps, NmsAdvisor};
use nms_advisor::{case_file, wording::Edition};
use yew::{Callback, ServerRenderer};

use super::known::Known;
use super::{html, pseudo};

const EDITION: fn() -> Edition = || Edition { rules: &NMS, words: pseudo::words() };

fn typed(answers: &[(&str, &str)]) -> Vec<Edit> {
    answers.iter().map(|(id, text)| Edit::Answer(NMS.find(id).expect("a finding"), (*text).into())).collect()
}

fn session(edits: &[Edit]) -> Session {
    edits.iter().fold(Session::default(), |session, edit| session.reduce(&NMS, edit.clone()))
}

fn rendered(view: View, edits: Vec<Edit>) -> String {
    let options =
        ViewOptions { view, edition: Edition { rules: &NMS, words: pseudo::words() }, ..ViewOptions::default() };
    let props = move || AdvisorProps { bridge: Bridge::new(session(&edits), options, Callback::noop()) };
    pollster::block_on(ServerRenderer::<NmsAdvisor>::with_props(props).hydratable(false).render())
}

/// What a case with everything beside the plan is made of.
const FULL: [(&str, &str); 10] = [
    ("agents", "haloperidol"),
    ("temperature", "39.5"),
    ("rigidity", "severe"),
    ("serotonergicDrug", "yes"),
    ("ageYears", "40"),
    ("sex", "male"),
    ("weight", "154.3 lb"),
    ("dantroleneFormulation", "20mg-60ml"),
    ("creatineKinase", "28900.5"),
    ("heartRate", "120"),
];

/// Two places of a site, one of which states no number.
fn stock() -> Edit {
    let places = vec![
        Place {
            name: "Ward\u{a0}7".into(),
            vials: vec![("20mg-60ml", 12)],
            telephone: "2222".into(),
            counted: Day::parse("2026-11-02"),
        },
        Place { name: "Pharmacy".into(), ..Place::default() },
    ];
    Edit::PageStock(places)
}

fn cases() -> Vec<(&'static str, Vec<Edit>)> {
    let full = || typed(&FULL);
    let with = |more: Vec<Edit>| [full(), more].concat();
    let mut cases: Vec<(&str, Vec<Edit>)> = vec![
        ("nothing", Vec::new()),
        ("everything beside the plan", full()),
        ("the article alone", with(vec![Edit::Scope(Scope::ArticleOnly)])),
        (
            "a grade that is higher elsewhere",
            [
                typed(&[("temperature", "40.2"), ("rigidity", "severe"), ("agents", "haloperidol")]),
                vec![Edit::Scope(Scope::ArticleOnly)],
            ]
            .concat(),
        ),
        ("a dose", with(vec![Edit::Dose("2.5".into())])),
        (
            "a dose and what was given",
            with([typed(&[("dantroleneGiven24h", "100")]), vec![Edit::Dose("2.5".into())]].concat()),
        ),
        ("a stock and what is short", with(vec![stock(), Edit::Dose("2.5".into()), Edit::Times("3".into())])),
        ("a stock and a time that is none", with(vec![stock(), Edit::Dose("2.5".into()), Edit::Times("often".into())])),
        ("a stock without a dose", with(vec![stock()])),
        ("a dose that is too high", with(vec![Edit::Dose("11".into())])),
        ("a dose that is none", with(vec![Edit::Dose("much".into())])),
        (
            "other units",
            [vec![Edit::Units(UnitSystem::Conventional)], typed(&[("temperature", "104.5"), ("weight", "150")])]
                .concat(),
        ),
        ("a cleared case", with(vec![Edit::Reset])),
        ("an answer that changes much", with(typed(&[("temperature", "41.3"), ("temperature", "37.0")]))),
        (
            "nothing to suspect",
            typed(&[("temperature", "36.8"), ("rigidity", "none"), ("mentalStatus", "alert"), ("heartRate", "80")]),
        ),
        (
            "no exposure",
            typed(&[("temperature", "39"), ("dopamineAntagonist", "no"), ("dopaminergicWithdrawal", "no")]),
        ),
        ("possible", typed(&[("temperature", "39"), ("rigidity", "severe")])),
    ];
    cases.extend(EXAMPLES.iter().map(|example| (example.id, vec![Edit::Load(example)])));
    cases.push((
        "what cannot be used",
        typed(&[
            ("temperature", "420"),
            ("agents", "haloperidol, sugar"),
            ("heartRate", "fast"),
            ("weight", "70 stone"),
            ("creatineKinase", "256.020"),
            ("creatinine", "1,200"),
            ("resolvedOn", "2026-02-30"),
            ("dantroleneGiven24h", "200"),
            ("ageYears", "109"),
        ]),
    ));
    cases.push((
        "done and not possible",
        with(typed(&[
            ("treatmentsGiven", "start-supportive-care"),
            ("treatmentsNotPossible", "discontinue-dopamine-antagonists"),
        ])),
    ));
    let today = Edit::Today(Day::parse("2026-11-20").unwrap());
    for (name, resolved) in
        [("rechallenge too early", "2026-11-18"), ("rechallenge later", "2026-11-01"), ("in the future", "2026-12-01")]
    {
        let answers = [
            ("agents", "haloperidol"),
            ("dopamineAntagonist", "yes"),
            ("episodeResolved", "yes"),
            ("longActingInjectable", "no"),
            ("resolvedOn", resolved),
        ];
        let known = answers.into_iter().filter(|(id, _)| NMS.find(id).is_some()).collect::<Vec<_>>();
        cases.push((name, [vec![today.clone()], typed(&known)].concat()));
    }
    let damaged = "NMS Advisor case, version 0\ntemperature 39\nfever = yes\ntemperature = 39 {K}\nrigidity = severe\nrigidity = mild\nchecksum = 0\nweight = 70 {kg}\n";
    cases.push(("a damaged file", vec![Edit::Open(Box::new(case_file::read(EDITION(), damaged)))]));
    let link = "#case=2~temperature=39~%zz=1~rigidity=severe";
    cases.push(("a damaged link", vec![Edit::Open(Box::new(case_file::read_fragment(EDITION(), link).unwrap()))]));
    cases
}

#[test]
fn no_text_of_the_widget_escaped() {
    let known = Known::of_rule_set(pseudo::words().format);
    let mut escaped = Vec::new();
    for (name, edits) in cases() {
        let session = session(&edits);
        let mut known = known.clone();
        known.case(&session);
        // the case before the last answer is told of too, and keys and names of a damaged file
        session.earlier().iter().for_each(|earlier| known.case(earlier));
        for text in ["NMS Advisor case, version 1", "fever", "temperature", "rigidity", "K", "="] {
            known.add(text);
        }
        // spellings that would do are those of the field and of the file, in every language
        for text in ["1.2", "256.02", "`Cel`, `[degF]`"] {
            known.add(text);
        }
        for view in [View::Full, View::Form, View::Panel] {
            for (place, text) in html::texts(&rendered(view, edits.clone())) {
                if let Some(piece) = known.escaped(&text) {
                    escaped.push(format!("{name}: {place}: \u{201c}{piece}\u{201d} in: {text}"));
                }
            }
        }
    }
    escaped.sort();
    escaped.dedup();
    assert!(escaped.is_empty(), "{} texts escaped:\n{}", escaped.len(), escaped.join("\n"));
}
