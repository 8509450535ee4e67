//! The components, rendered natively: what a reader finds in the form and in the panel.
#![cfg(feature = "widget")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops by panicking"
)]

use nms_advisor::engine::assessment::Scope;
use nms_advisor::engine::stock::Place;
use nms_advisor::guideline::{NMS, examples::EXAMPLES};
use nms_advisor::session::{Edit, Session};
use nms_advisor::widget::bridge::{Bridge, View, ViewOptions};
use nms_advisor::widget::{AdvisorProps, NmsAdvisor};
use yew::{Callback, ServerRenderer};

/// The widget as HTML after some edits.
fn rendered(options: ViewOptions, edits: Vec<Edit>) -> String {
    let props = move || {
        let session = edits.iter().fold(Session::default(), |session, edit| session.reduce(&NMS, edit.clone()));
        AdvisorProps { bridge: Bridge::new(session, options, Callback::noop()) }
    };
    pollster::block_on(ServerRenderer::<NmsAdvisor>::with_props(props).hydratable(false).render())
}

fn typed(answers: &[(&str, &str)]) -> Vec<Edit> {
    let edit =
        |(id, text): &(&str, &str)| Edit::Answer(NMS.find(id).expect("a finding of the form"), (*text).to_string());
    answers.iter().map(edit).collect()
}

/// The widget with everything in the plan opened, as for a print.
fn opened(edits: Vec<Edit>) -> String {
    rendered(ViewOptions { everything: true, ..ViewOptions::default() }, edits)
}

fn example(id: &str) -> String {
    let example = EXAMPLES.iter().find(|example| example.id == id).expect("a bundled example");
    opened(vec![Edit::Load(example)])
}

/// The opening tags of every element with this name.
fn tags<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let open = format!("<{name}");
    let starts = html.match_indices(&open).map(|(at, _)| &html[at..]);
    let tag = |rest: &'a str| rest.split_once('>').map_or(rest, |(tag, _)| tag);
    starts.map(tag).filter(|tag| tag[open.len()..].is_empty() || tag[open.len()..].starts_with(' ')).collect()
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

/// The parts of the page that begin with a line of the plan: a row with all that is in it, and each line in it by itself.
fn cards(html: &str) -> Vec<&str> {
    let tag = |at: usize| html[at..].split('>').next().unwrap_or_default();
    let row = |at: usize| tag(at).contains("class=\"row\"");
    let starts = html.match_indices("<li").map(|(at, _)| at).filter(|at| tag(*at).contains(" data-rule=\""));
    let starts: Vec<usize> = starts.collect();
    let end = |position: usize, start: usize| {
        let next = starts.iter().skip(position + 1).find(|next| row(**next) || !row(start));
        next.copied().unwrap_or(html.len())
    };
    starts.iter().enumerate().map(|(position, start)| &html[*start..end(position, *start)]).collect()
}

fn card<'a>(html: &'a str, id: &str) -> Option<&'a str> {
    cards(html).into_iter().find(|card| attribute(card, "data-rule") == Some(id))
}

fn every_view() -> Vec<String> {
    let mut views = vec![rendered(ViewOptions::default(), Vec::new())];
    views.extend(EXAMPLES.iter().map(|row| example(row.id)));
    views.push(rendered(
        ViewOptions::default(),
        typed(&[("temperature", "420"), ("agents", "haloperidol, sugar"), ("dopamineAntagonist", "yes")]),
    ));
    views
}

#[test]
fn an_empty_form_advises_nothing_and_reassures_nobody() {
    let html = rendered(ViewOptions::default(), Vec::new());
    assert!(cards(&html).is_empty());
    assert!(html.contains("Not enough known yet"));
    assert!(html.contains("data-suspicion=\"incomplete\""));
    assert!(html.contains("data-grade=\"none\""));
    assert!(html.contains("Draft: not clinically reviewed"));
    assert!(!html.contains("data-role=\"not-used\""));
}

#[test]
fn the_severe_example_shows_the_three_emergency_measures() {
    let html = example("severe");
    for id in ["emergency-sedation", "neuromuscular-paralysis", "intubate-and-ventilate"] {
        let card = card(&html, id).unwrap_or_else(|| panic!("no card for `{id}`"));
        assert_eq!(attribute(card, "data-urgency"), Some("critical"), "{id}");
    }
    assert!(html.contains("data-role=\"severity\" data-grade=\"severe\""));
}

#[test]
fn every_card_says_why_and_on_whose_authority() {
    for html in every_view() {
        for card in cards(&html) {
            let id = attribute(card, "data-rule").unwrap_or_default();
            assert!(card.contains("Why<") || card.contains("Because<"), "`{id}` has no Why");
            let sources = card.contains("data-statement=")
                || card.contains("data-citation=")
                || card.contains("Read into the source");
            assert!(sources, "`{id}` names no statement, no citation and no reading of its own");
        }
    }
}

#[test]
fn nothing_needs_a_style_attribute_or_a_script() {
    for html in every_view() {
        for forbidden in [" style=", "<script", " onclick=", " onchange=", " oninput="] {
            assert!(!html.contains(forbidden), "{forbidden}");
        }
    }
}

#[test]
fn every_control_has_a_name() {
    for html in every_view() {
        let controls = tags(&html, "input").into_iter().chain(tags(&html, "select"));
        for control in controls {
            let id = attribute(control, "id").unwrap_or_else(|| panic!("no id: {control}"));
            let named = html.contains(&format!(" for=\"{id}\"")) || attribute(control, "aria-label").is_some();
            assert!(named, "{control}");
        }
    }
}

#[test]
fn no_id_is_used_twice_and_every_reference_resolves() {
    for html in every_view() {
        let mut ids: Vec<&str> =
            html.split(" id=\"").skip(1).filter_map(|rest| rest.split_once('"')).map(|(id, _)| id).collect();
        ids.sort_unstable();
        let count = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), count);
        for name in ["aria-labelledby", "aria-describedby", "for", "list"] {
            for rest in html.split(&format!(" {name}=\"")).skip(1) {
                let value = rest.split_once('"').map_or("", |(value, _)| value);
                for id in value.split(' ') {
                    assert!(ids.binary_search(&id).is_ok(), "{name} points to `{id}`, which is not there");
                }
            }
        }
    }
}

#[test]
fn every_question_is_in_the_form_once() {
    let html = rendered(ViewOptions::default(), Vec::new());
    for finding in NMS.findings {
        let times = html.matches(&format!("data-finding=\"{}\"", finding.id)).count();
        // what was carried out, or is not possible here, is marked on the cards
        let on_cards = ["treatmentsGiven", "treatmentsNotPossible"].contains(&finding.id);
        assert_eq!(times, usize::from(!on_cards), "{}", finding.id);
    }
}

#[test]
fn beside_the_plan_stand_whom_to_call_look_alikes_the_score_and_the_drugs() {
    let case = typed(&[
        ("agents", "haloperidol"),
        ("temperature", "39.5"),
        ("rigidity", "severe"),
        ("serotonergicDrug", "yes"),
        ("ageYears", "40"),
        ("sex", "male"),
        ("weight", "70"),
        ("dantroleneFormulation", "20mg-60ml"),
    ]);
    let html = opened(case.clone());
    // behind the first page of a print, which names all of it
    let (_, html) = html.split_once("class=\"columns\"").expect("the page");
    let now = html.find("data-group=\"now\"").expect("the plan");
    for part in [
        "data-contact=\"intensive-care\"",
        "data-look-alike=\"serotonin-toxicity\"",
        "17 to 100 of 100 points",
        "data-drug=\"dantrolene\"",
        "data-role=\"schedule\"",
        "data-role=\"gate\"",
        "data-disagreement=\"D19\"",
    ] {
        assert!(html.find(part).is_some_and(|at| at > now), "{part} stands behind what to do now");
    }
    assert!(html.contains("State a dose in mg/kg") && !html.contains("data-role=\"working\""));
    let dosed = |text: &str| opened([case.clone(), vec![Edit::Dose(text.into())]].concat());
    let worked = dosed("2.5");
    for line in [
        "2.5\u{a0}mg/kg × 70\u{a0}kg = 175\u{a0}mg",
        "rounded up = 9",
        "9 × 60\u{a0}mL = 540\u{a0}mL",
        "9 × 3\u{a0}g = 27\u{a0}g",
    ] {
        assert!(worked.contains(line), "{line}");
    }
    assert!(dosed("11").contains("data-role=\"ceiling\"") && !dosed("11").contains("data-role=\"working\""));
    assert!(dosed("2,500").contains("nms-dose-error"), "an ambiguous dose is not guessed");
    // the article alone shows nothing of it
    let article = opened([case, vec![Edit::Scope(Scope::ArticleOnly)]].concat());
    for part in ["data-role=\"contacts\"", "data-role=\"look-alikes\"", "data-role=\"score\"", "data-role=\"drugs\""] {
        assert!(!article.contains(part), "{part} in the article's view");
    }
}

#[test]
fn what_cannot_be_used_is_said_beside_the_field_and_in_the_panel() {
    let html = rendered(ViewOptions::default(), typed(&[("temperature", "4x")]));
    let (_, field) = html.split_once("data-finding=\"temperature\"").expect("the field");
    let (field, _) = field.split_once("data-finding=").expect("a next field");
    assert!(field.contains("data-role=\"error\"") && field.contains("aria-invalid=\"true\""));
    assert!(field.contains("value=\"4x\""), "the text stays as typed");
    assert!(html.contains("data-role=\"not-used\""));
    assert_eq!(html.matches("data-role=\"error\"").count(), 1);
}

#[test]
fn an_unusual_answer_is_used_and_asked_about() {
    let html = rendered(ViewOptions::default(), typed(&[("temperature", "44")]));
    assert!(html.contains("data-role=\"unusual\""));
    assert!(!html.contains("data-role=\"error\""));
    assert!(html.contains("data-grade=\"severe\""));
}

#[test]
fn a_line_marked_as_done_stays_in_the_plan() {
    let mut edits = typed(&[("dopamineAntagonist", "yes"), ("temperature", "39"), ("rigidity", "severe")]);
    edits.extend(typed(&[("treatmentsGiven", "give-benzodiazepine")]));
    let html = rendered(ViewOptions::default(), edits.clone());
    let row = card(&html, "give-benzodiazepine").expect("the row stays");
    assert!(row.contains("aria-pressed=\"true\"") && row.contains("data-done=\"true\""));
    assert_eq!(html.matches("aria-pressed=\"true\"").count(), 1);
    // a line that others belong to is done when they are: nobody ticks what is not seen
    let ticked = |given: &str| {
        let edits = [edits.clone(), typed(&[("treatmentsGiven", given)])].concat();
        let html = rendered(ViewOptions::default(), edits);
        let row = card(&html, "start-supportive-care").expect("the row stays");
        let (_, state) = row.split_once("aria-pressed=\"").expect("a tick");
        state.split_once('"').map_or(String::new(), |(state, _)| state.to_string())
    };
    assert_eq!(ticked("give-benzodiazepine"), "false");
    assert_eq!(ticked("start-supportive-care"), "mixed");
    assert_eq!(ticked("start-supportive-care, stabilise-vital-signs"), "true");
}

#[test]
fn the_host_chooses_parts_and_heading_level() {
    let options = |view| ViewOptions { view, heading_level: 4, ..ViewOptions::default() };
    let form = rendered(options(View::Form), Vec::new());
    assert!(form.contains("data-finding=") && !form.contains("data-role=\"suspicion\""));
    let panel = rendered(options(View::Panel), Vec::new());
    assert!(!panel.contains("data-finding=") && panel.contains("data-role=\"suspicion\""));
    assert!(panel.contains("<h4") && !panel.contains("<h2") && !panel.contains("<h3"));
}

#[test]
fn where_the_dantrolene_is_stands_with_the_lines_that_ask_for_it_and_nowhere_without_a_stock() {
    let place = Place {
        name: "Theatre recovery".into(),
        vials: vec![("20mg-60ml", 5)],
        telephone: "2222".into(),
        ..Place::default()
    };
    let rigid = typed(&[
        ("agents", "haloperidol"),
        ("temperature", "39.5"),
        ("rigidity", "severe"),
        ("ageYears", "40"),
        ("sex", "male"),
        ("weight", "70"),
        ("dantroleneFormulation", "20mg-60ml"),
    ]);
    let anaesthetic = typed(&[("volatileAnaesthetic", "yes"), ("rigidity", "severe"), ("temperature", "39.5")]);
    let stocked = |case: &[Edit]| opened([case.to_vec(), vec![Edit::PageStock(vec![place.clone()])]].concat());
    for (rule, case) in [("consider-dantrolene", &rigid), ("treat-as-malignant-hyperthermia", &anaesthetic)] {
        assert!(!opened(case.clone()).contains("data-role=\"stock\""), "{rule} without a stock");
        let html = stocked(case);
        let row = html.split(&format!("data-rule=\"{rule}\"")).nth(1).expect("the row");
        let stock = row.find("data-role=\"stock\"").expect("the stock");
        assert!(row.find("data-rule=\"").is_none_or(|next| stock < next), "{rule}: within its own row");
        assert!(row.contains("Call Theatre recovery 2222."), "{rule}");
    }
    let short =
        opened([rigid, vec![Edit::PageStock(vec![place]), Edit::Dose("2.5".into()), Edit::Times("2".into())]].concat());
    assert!(
        short.contains("data-short=\"true\"") && short.contains("Short now by 4 vials."),
        "9 are needed, 5 are there"
    );
    assert!(short.contains("id=\"nms-times\""), "how often is asked where a stock is stated");
}
