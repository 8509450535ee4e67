//! INV-23 and INV-25 to INV-36: drugs carry their cautions, everything carries its source, and nothing wrong is taken in.

use nms_advisor::answer::Sent;
use nms_advisor::engine::assessment::{Scope, Status, Verdict, assess};
use nms_advisor::engine::bound::Side;
use nms_advisor::engine::finding::FindingKind;
use nms_advisor::engine::rule::Rule;
use nms_advisor::engine::source::{Basis, Source};
use nms_advisor::guideline::NMS;
use nms_advisor::guideline::examples::EXAMPLES;
use nms_advisor::note::note;
use nms_advisor::session::{Edit, Session};
use nms_advisor::wire;
use proptest::prelude::*;
use serde_json::json;

use crate::support::generated::{all_findings, answers, config};
use crate::support::{SCOPES, YES, assessed, in_plan, is_advised, number, path, read, shows, verdict, with};

proptest! {
    #![proptest_config(config())]

    /// INV-23: Dantrolene never stands without its label, its limits and its volume.
    #[test]
    fn inv_23_dantrolene_never_stands_without_its_label_its_limits_and_its_volume(findings in answers()) {
        for scope in SCOPES {
            let result = assess(&NMS, &findings, scope);
            if in_plan(&result, "consider-dantrolene") {
                prop_assert!(is_advised(&result, "know-the-dantrolene-label"));
                for statement in ["S22", "S23", "S24", "S25", "S26"] {
                    prop_assert!(shows(&result, statement), "{}", statement);
                }
            }
        }
    }

    /// INV-25: Bromocriptine carries its contraindications, and yields to each of them.
    #[test]
    fn inv_25_bromocriptine_is_withheld_by_each_contraindication_and_asks_while_one_is_open(findings in answers(), at in 0..4_usize) {
        let id = ["ergotAllergy", "uncontrolledHypertension", "vascularHistory", "preEclampsia"][at];
        for scope in SCOPES {
            let status = |answer| verdict(&assess(&NMS, &with(&findings, id, answer), scope), "consider-bromocriptine").unwrap().status;
            prop_assert!(status(YES) != Status::Advised && status(None) != Status::Advised);
        }
        let serotonin = with(&with(&findings, "serotonergicDrug", YES), "spontaneousClonus", YES);
        for scope in SCOPES {
            let result = assess(&NMS, &serotonin, scope);
            prop_assert!(verdict(&result, "consider-bromocriptine").unwrap().status != Status::Advised);
            prop_assert!(is_advised(&result, "know-bromocriptine-and-serotonin-toxicity"));
        }
    }

    /// INV-29: For children and in pregnancy no dose is computed, and no action is lost.
    #[test]
    fn inv_29_for_children_and_in_pregnancy_the_limits_stand_and_no_action_is_lost(findings in answers(), child in any::<bool>()) {
        let (special, usual) = if child {
            (with(&findings, "ageYears", number(17.0)), with(&findings, "ageYears", number(40.0)))
        } else {
            (with(&findings, "pregnant", YES), with(&findings, "pregnant", None))
        };
        for scope in SCOPES {
            let (special, usual) = (assess(&NMS, &special, scope), assess(&NMS, &usual, scope));
            prop_assert!(is_advised(&special, "know-the-limits-of-use"));
            // the label speaks against amantadine in pregnancy
            let stays = |verdict: &&Verdict| child || verdict.rule.id != "consider-amantadine";
            for verdict in usual.verdicts.iter().filter(|verdict| verdict.status == Status::Advised).filter(stays) {
                prop_assert!(is_advised(&special, verdict.rule.id), "{} is gone", verdict.rule.id);
            }
        }
    }

    /// INV-31: What cannot be used is reported and counts as unknown.
    #[test]
    fn inv_31_what_cannot_be_used_is_reported_and_counts_as_unknown(value in any_number(), at in 0..NMS.findings.len()) {
        let finding = &NMS.findings[at];
        let FindingKind::Number(limits) = finding.kind else { return Ok(()) };
        let mut reading = nms_advisor::answer::Reading::new(&NMS);
        reading.take(&NMS, finding.id, &nms_advisor::answer::Sent::Number(value));
        reading.settle(&NMS);
        let usable = value >= limits.hard.0.to_f64() && value <= limits.hard.1.to_f64();
        prop_assert_eq!(reading.issues.is_empty(), usable);
        prop_assert_eq!(reading.findings.is_empty(), !usable);
    }

    /// INV-31: What cannot be used is reported and counts as unknown.
    #[test]
    fn inv_31_a_bound_that_cannot_be_used_is_reported_and_counts_as_unknown(value in any_number(), at in 0..NMS.findings.len(), side in 0..4_usize) {
        let finding = &NMS.findings[at];
        let FindingKind::Number(limits) = finding.kind else { return Ok(()) };
        let side = Side::ALL[side];
        let mut reading = nms_advisor::answer::Reading::new(&NMS);
        reading.take(&NMS, finding.id, &Sent::measured(vec![(side.id(), Sent::Number(value))], Sent::Nothing));
        reading.settle(&NMS);
        let (low, high) = (limits.hard.0.to_f64(), limits.hard.1.to_f64());
        let leaves = match side {
            Side::AtLeast => value > low && value <= high,
            Side::Above => value >= low && value < high,
            Side::AtMost => value >= low && value < high,
            Side::Below => value > low && value <= high,
        };
        prop_assert_eq!(reading.issues.is_empty(), leaves, "{:?} {} of {}", side, value, finding.id);
        prop_assert_eq!(reading.findings.is_empty(), !leaves);
    }

    /// INV-36: The same input gives the same output.
    #[test]
    fn inv_36_the_same_answers_give_the_same_assessment(findings in answers()) {
        for scope in SCOPES {
            prop_assert_eq!(assess(&NMS, &findings, scope), assess(&NMS, &findings, scope));
        }
        let json = serde_json::to_value(wire::findings(&NMS, &findings)).unwrap();
        prop_assert_eq!(&read(json.as_object().unwrap()).findings, &*findings, "answers survive the way out and in again");
    }
}

/// Numbers of every size with at most two decimals, and what is no number.
fn any_number() -> impl Strategy<Value = f64> {
    let plain = |range: std::ops::Range<i32>| range.prop_map(|hundredths| f64::from(hundredths) / 100.0);
    let odd = prop::sample::select(vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300, -1e300, 9e9]);
    prop_oneof![1 => odd, 2 => plain(-100..50_000), 2 => plain(-300_000_000..300_000_000)]
}

fn texts(rule: &Rule) -> [&'static str; 4] {
    [rule.text, rule.detail, rule.beyond, rule.question]
}

/// INV-23: Dantrolene never stands without its label, its limits and its volume.
/// INV-25: Bromocriptine carries its contraindications, and yields to each of them.
#[test]
fn inv_23_and_25_the_cautions_are_in_the_words() {
    let words = |id: &str| texts(NMS.rule(id).unwrap()).join(" ");
    for part in ["not indicated", "may die despite it", "Widely used", "intravenous", "pulmonary oedema"] {
        assert!(words("know-the-dantrolene-label").contains(part), "{part}");
    }
    for part in ["Never alone", "intravenous", "pulmonary oedema", "weakens the diaphragm"] {
        assert!(words("consider-dantrolene").contains(part), "{part}");
    }
    for part in [
        "Lowers blood pressure",
        "nausea",
        "psychosis",
        "ncontrolled hypertension",
        "infarction",
        "stroke",
        "ergot",
        "pre-eclampsia",
        "serotonin",
    ] {
        assert!(words("consider-bromocriptine").contains(part), "{part}");
    }
}

/// INV-26: Amantadine is never named without the kidneys.
#[test]
fn inv_26_amantadine_is_never_named_without_the_kidneys() {
    let named: Vec<_> =
        NMS.rules.iter().filter(|rule| texts(rule).join(" ").to_lowercase().contains("amantadine")).collect();
    assert!(!named.is_empty());
    for rule in named {
        let said = texts(rule).join(" ");
        assert!(
            ["kidneys", "renal", "GFR"].iter().any(|word| said.contains(word))
                || rule.id == "call-obstetrics-or-paediatrics"
                || rule.id == "know-amantadine-and-epilepsy",
            "{}",
            rule.id
        );
    }
}

/// INV-27: No dose is shown without its source.
#[test]
fn inv_27_no_line_of_the_plan_names_a_dose() {
    // doses stand on the cards, which name the source of each and are held by `tests/literature.rs`
    for rule in NMS.rules {
        for text in texts(rule) {
            let plain = text.replace('\u{a0}', " ");
            for unit in [" mg", " mcg", " micrograms", " g ", "/kg", " units"] {
                let dose = plain
                    .match_indices(unit)
                    .any(|(at, _)| plain[..at].ends_with(|letter: char| letter.is_ascii_digit()));
                // the ceiling of the only licence is no dose to give
                let ceiling = rule.id == "know-the-dantrolene-label" && text.contains("at most");
                assert!(!dose || ceiling, "{}: {text}", rule.id);
            }
        }
    }
}

/// INV-30: Everything shown carries its authority.
#[test]
fn inv_30_every_line_names_an_article_statement_or_says_that_it_goes_beyond() {
    let check = |id: &str, basis: Basis, source: &Source| match basis {
        Basis::Article => assert!(!source.statements.is_empty(), "{id}"),
        Basis::Literature => assert!(!source.citations.is_empty(), "{id}"),
        Basis::Design => assert!(!source.interpretation.is_empty(), "{id}"),
    };
    NMS.rules.iter().for_each(|row| check(row.id, row.basis, &row.source));
    NMS.severity.iter().for_each(|row| check(row.id, row.basis, &row.source));
    NMS.definitions.iter().for_each(|row| check(row.id, row.basis, &row.source));
    NMS.derived.iter().for_each(|row| check(row.id, row.basis, &row.source));
    for row in NMS.disagreements {
        assert!(!row.source.statements.is_empty() || !row.source.citations.is_empty(), "{}", row.id);
    }
}

/// INV-33: The disclaimers are always within reach.
#[test]
fn inv_33_the_disclaimers_and_the_draft_state_are_notices_and_stand_on_every_note() {
    for statement in ["S03", "S59", "S60", "S61", "S62", "S63"] {
        assert!(NMS.notices.iter().any(|notice| notice.statements.contains(&statement)), "{statement}");
    }
    assert_eq!(NMS.reviewed, None, "nobody has signed; where someone has, the draft notice must go too");
    let sessions = EXAMPLES.iter().map(|example| Session::default().reduce(&NMS, Edit::Load(example)));
    for session in sessions.chain([Session::default()]) {
        for format in ["text", "markdown", "sbar"] {
            let note = note(&NMS, &session, format).unwrap();
            for notice in ["draft", "professionals", "judgement", "verify", "liability"] {
                let notice = NMS.notices.iter().find(|row| row.id == notice).unwrap();
                assert!(note.contains(notice.text), "{format}: {}", notice.id);
            }
        }
    }
    let cards = wire::cards(
        serde_json::from_value(json!({ "recommendations": [{
        "id": "x", "kind": "do", "urgency": "info", "status": "advised", "text": "t", "basis": "article" }] }))
        .unwrap(),
    );
    let cards = serde_json::to_value(cards).unwrap();
    let detail = cards["cards"][0]["detail"].as_str().unwrap();
    assert!(detail.contains("not clinically reviewed") && detail.contains("healthcare professionals"));
}

/// INV-34: Nothing identifies the patient; nothing is sent, and nothing is stored without a yes.
#[test]
fn inv_34_nothing_identifies_the_patient_nothing_is_sent_and_nothing_is_stored_without_a_yes() {
    for finding in NMS.findings {
        let asked = format!("{} {} {}", finding.id, finding.label, finding.hint).to_lowercase();
        for word in [
            "birth date",
            "date of birth",
            "birthdate",
            "birthday",
            "surname",
            "first name",
            "initials",
            "address",
            "hospital number",
            "insurance",
        ] {
            assert!(!asked.contains(word), "{} asks for {word}", finding.id);
        }
        assert!(!finding.id.to_lowercase().contains("name"), "{}", finding.id);
        // the only date is that of recovery; there is no free text at all
        assert!(finding.kind != FindingKind::Date || finding.id == "resolvedOn");
    }
    // the browser features that are compiled in; that no request is made is shown in a browser by the browser tests
    let manifest = std::fs::read_to_string(path("Cargo.toml")).unwrap();
    let line = manifest.lines().find(|line| line.starts_with("web-sys")).unwrap();
    for feature in
        ["\"Request\"", "\"XmlHttpRequest\"", "\"WebSocket\"", "\"EventSource\"", "\"IdbFactory\"", "\"HtmlDocument\""]
    {
        assert!(!line.contains(feature), "web-sys is compiled with {feature}");
    }
    // the tab's own storage is there for a run that the reader asked to keep, and nothing else is
    for (file, text) in named_sources(&path("src")) {
        let home = file.ends_with("seminar/tab.rs");
        assert!(home || !text.contains("session_storage"), "{} stores", file.display());
        assert!(!text.contains("local_storage"), "{} stores beyond the tab", file.display());
    }
    // the navigator is there for the clipboard alone
    for file in ["src/widget/case_menu.rs", "src/js.rs"] {
        let text = std::fs::read_to_string(path(file)).unwrap();
        assert!(!text.contains("beacon") && !text.contains("fetch"), "{file} can reach out");
    }
}

/// INV-35: A contradiction is shown, and the more urgent reading is used.
#[test]
fn inv_35_a_contradiction_is_shown_and_the_more_urgent_reading_is_used() {
    // every row of the table stands in the vignettes; here one of each kind, in both views
    for scope in [Scope::All, Scope::ArticleOnly] {
        let result = assessed(
            &json!({ "dopamineAntagonist": false, "agents": ["haloperidol"], "temperature": 36, "hyperthermiaTwice": true, "mentalStatus": "confused" }),
            scope,
        );
        assert_eq!(result.conflicts.len(), 2);
        assert!(is_advised(&result, "discontinue-dopamine-antagonists") && is_advised(&result, "cool-externally"));
    }
    for row in NMS.conflicts {
        assert!(!row.problem.is_empty() && !row.used.is_empty() && row.findings.len() > 1);
    }
}

/// INV-36: The same input gives the same output.
#[test]
fn inv_36_nothing_in_the_assessment_reads_a_clock() {
    for file in
        ["src/engine", "src/guideline", "src/answer.rs", "src/panel.rs", "src/session.rs", "src/note.rs", "src/wire"]
    {
        for text in sources(&path(file)) {
            for clock in ["SystemTime", "Instant", "Date::now", "Date::new_0"] {
                assert!(!text.contains(clock), "{file} reads a clock: {clock}");
            }
        }
    }
    assert!(all_findings().count() > 80);
}

fn sources(at: &std::path::Path) -> Vec<String> {
    named_sources(at).into_iter().map(|(_, text)| text).collect()
}

fn named_sources(at: &std::path::Path) -> Vec<(std::path::PathBuf, String)> {
    if at.is_file() {
        return vec![(at.to_path_buf(), std::fs::read_to_string(at).unwrap())];
    }
    std::fs::read_dir(at).unwrap().flat_map(|entry| named_sources(&entry.unwrap().path())).collect()
}

// INV-32 (units) is held by `tests/answers.rs` and, exactly at every threshold, by `tests/units.rs`.
