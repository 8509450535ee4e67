//! What the literature adds beside the plan: the score interval, look-alikes, drug cards, the dantrolene volume and the
//! rechallenge gate.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops by panicking"
)]

#[path = "literature/stock.rs"]
mod stock;
mod support;
#[path = "literature/vials.rs"]
mod vials;

use nms_advisor::engine::assessment::{Scope, Status, assess};
use nms_advisor::engine::beyond::DrugCard;
use nms_advisor::engine::criterion::{ALWAYS, Truth};
use nms_advisor::engine::dantrolene::{Asked, Volume, Worked, volume};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::derived::Suspicion;
use nms_advisor::engine::finding::Day;
use nms_advisor::engine::rechallenge::{Gate, Unknown};
use nms_advisor::guideline::NMS;
use nms_advisor::panel::beyond::{VolumeView, beyond};
use nms_advisor::panel::{Given, panel};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use support::generated::{answers, config};
use support::{NO, SCOPES, assessed, option, with};

fn interval(answers: &Json) -> (u8, u8) {
    assessed(answers, Scope::All).answers.score_interval()
}

/// Everything that earns no point answered so, then the given answers.
fn nothing_but(answers: &Json) -> Json {
    let mut all = json!({
        "dopamineAntagonist": false, "dopaminergicWithdrawal": false, "hyperthermiaTwice": false, "rigidity": "none", "mentalStatus": "alert", "mutism": false,
        "catatonia": false, "creatineKinase": 100, "creatineKinaseUpperLimit": 200, "bloodPressureRaised": false, "bloodPressureLabile": false, "diaphoresis": false,
        "incontinence": false, "hypermetabolism": false, "workUpNegative": false
    });
    for (key, value) in answers.as_object().unwrap() {
        all[key] = value.clone();
    }
    all
}

#[test]
fn the_score_adds_up_as_published() {
    let exposed = json!({ "dopamineAntagonist": true, "hoursSinceLastDose": 24 });
    let merged = |parts: &[Json]| {
        let mut all = nothing_but(&json!({}));
        for part in parts {
            all.as_object_mut().unwrap().extend(part.as_object().unwrap().clone());
        }
        interval(&all)
    };
    let (fever, rigid, mental) =
        (json!({ "hyperthermiaTwice": true }), json!({ "rigidity": "mild" }), json!({ "mentalStatus": "confused" }));
    let classical = [exposed.clone(), fever.clone(), rigid.clone(), mental.clone()];
    let (ck, lability) = (json!({ "creatineKinase": 800 }), json!({ "diaphoresis": true, "incontinence": true }));
    assert_eq!(merged(&[]), (0, 0));
    assert_eq!(merged(&classical), (68, 68), "the classical picture alone stays below the published cut-off");
    assert_eq!(merged(&[&classical[..], std::slice::from_ref(&ck)].concat()), (78, 78));
    assert_eq!(merged(&[&classical[..], std::slice::from_ref(&lability)].concat()), (78, 78));
    assert_eq!(
        merged(&[&classical[..], &[json!({ "diaphoresis": true })]].concat()),
        (68, 68),
        "one sign is no lability"
    );
    let rest = [ck, lability, json!({ "hypermetabolism": true }), json!({ "workUpNegative": true })];
    assert_eq!(merged(&[&classical[..], &rest].concat()), (100, 100));
    assert_eq!(merged(&[&classical[1..], &rest].concat()), (80, 80), "without exposure");
    assert_eq!(merged(&[&[exposed, rigid, mental], &rest[..]].concat()), (82, 82), "without hyperthermia");
    assert_eq!(merged(&[json!({ "creatineKinase": 799 })]), (0, 0), "3.995 times is not 4 times");
}

#[test]
fn what_is_not_known_widens_the_interval() {
    assert_eq!(interval(&json!({})), (0, 100));
    assert_eq!(interval(&json!({ "dopamineAntagonist": true })), (0, 100), "how long ago is not known");
    assert_eq!(interval(&json!({ "dopamineAntagonist": true, "hoursSinceLastDose": 72 })), (20, 100));
    assert_eq!(interval(&json!({ "dopamineAntagonist": true, "longActingInjection": true })), (20, 100));
    let late = json!({ "dopamineAntagonist": true, "hoursSinceLastDose": 73, "longActingInjection": false, "dopaminergicWithdrawal": false });
    assert_eq!(interval(&late), (0, 80));
    assert_eq!(interval(&json!({ "dopaminergicWithdrawal": true, "hoursSinceDopaminergicStopped": 48 })), (20, 100));
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn known_points_are_never_lost_as_answers_come_in(findings in answers(), other in answers()) {
        let mut fuller = findings.clone();
        for index in support::generated::all_findings().filter(|index| findings.get(*index).is_none()) {
            fuller.set(index, other.get(index));
        }
        let at = |findings| assess(&NMS, findings, Scope::All).answers.score_interval();
        let (before, after) = (at(&findings), at(&fuller));
        // the upper end can rise again: a second way to answer (a pressure beside a yes or no) may contradict the first
        prop_assert!(before.0 <= after.0 && after.0 <= after.1 && after.1 <= 100);
    }

    /// INV-19: Another diagnosis never removes the syndrome or lowers the urgency.
    #[test]
    fn inv_19_look_alikes_are_shown_beside_the_plan_and_take_nothing_from_it(findings in answers()) {
        let result = assess(&NMS, &findings, Scope::All);
        let shown = beyond(&NMS, &result, Given::default()).unwrap();
        for row in &shown.look_alikes {
            prop_assert!(!row.speaks_for.is_empty(), "{} is shown though nothing speaks for it", row.look_alike.id);
        }
        // whatever else it looks like, exposure and a cardinal sign stay suspected and the drug stays stopped
        if result.suspicion == Suspicion::Suspected && result.answers.truth(&NMS.suspicion.exposure) == Truth::Met {
            let stop = result.verdicts.iter().find(|row| row.rule.id == "discontinue-dopamine-antagonists").unwrap();
            prop_assert_eq!(stop.status, Status::Advised);
        }
    }

    #[test]
    fn the_score_changes_no_verdict(findings in answers()) {
        let result = assess(&NMS, &findings, Scope::All);
        // no rule reads it: no reason names it
        let reasons = result.verdicts.iter().flat_map(|row| &row.reasons);
        prop_assert!(reasons.map(|reason| NMS.finding_id(reason.finding)).all(|id| !id.starts_with("consensusScore")));
    }

    /// INV-29: For children and in pregnancy no dose is computed, and no action is lost.
    #[test]
    fn inv_29_no_dose_is_shown_but_for_a_known_adult(findings in answers()) {
        let result = assess(&NMS, &findings, Scope::All);
        let given = Given { dose_per_kilogram: Decimal::from_f64(1.0), today: None };
        let shown = beyond(&NMS, &result, given).unwrap();
        let age = result.answers.get(support::key("ageYears")).and_then(|age| age.range());
        let adult = age.is_some_and(|(youngest, _)| youngest >= Decimal::literal(18.0));
        let male = result.answers.get(support::key("sex")) == option("sex", "male");
        let allowed = adult && (male || result.answers.get(support::key("pregnant")) == NO);
        prop_assert!(allowed || shown.drugs.iter().all(|drug| drug.doses.is_empty()));
        prop_assert!(allowed || !matches!(shown.volume, Some(VolumeView::Worked(_) | VolumeView::Warning(_))));
        prop_assert_eq!(shown.doses_withheld.is_empty(), allowed);
        // an action is never withheld for it
        let without = with(&with(&with(&findings, "ageYears", None), "sex", None), "pregnant", None);
        let same = assess(&NMS, &without, Scope::All);
        for verdict in result.verdicts.iter().filter(|row| row.status == Status::Advised && !OF_THE_PATIENT.contains(&row.rule.id)) {
            prop_assert!(support::is_advised(&same, verdict.rule.id), "{}", verdict.rule.id);
        }
    }

    #[test]
    fn the_article_view_shows_nothing_of_it(findings in answers()) {
        let result = assess(&NMS, &findings, Scope::ArticleOnly);
        prop_assert!(panel(&NMS, result.clone(), vec![], vec![], Given::default()).beyond((&NMS).into()).is_none());
    }

    /// A second implementation in whole micrograms, which shares nothing with the first.
    /// INV-28: No calculated total exceeds the limit of dantrolene.
    #[test]
    fn inv_28_the_volume_agrees_with_a_second_implementation(weight_hg in 10_u64..=4_000, dose_ug in 1_u64..=12_000, given_mg in prop::option::of(0_u64..=4_000)) {
        let weight_g = weight_hg * 100;
        let dose = dose_ug * weight_g / 1_000; // µg; weight in whole hectograms keeps it whole
        prop_assume!(dose_ug * weight_g % 1_000 == 0);
        let (ceiling, given) = (weight_g * 10, given_mg.unwrap_or(0) * 1_000);
        let mut vials = 0;
        while vials * 20_000 < dose {
            vials += 1;
        }
        #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
        let decimal = |value: u64, scale: f64| Decimal::from_f64(value as f64 / scale).unwrap();
        let asked = Asked {
            dose_per_kilogram: Some(decimal(dose_ug, 1e3)), weight: Some(decimal(weight_g, 1e3)), form: Some(NMS.beyond.dantrolene.forms[0]), not_rigid: false, overload: false, adult: true,
            malignant_hyperthermia: false, withheld: false, given: given_mg.map(|mg| decimal(mg, 1.0)),
        };
        match volume(&asked) {
            Volume::AboveCeiling { ceiling: shown } => {
                prop_assert!(dose + given > ceiling, "{} + {} µg is not above {}", dose, given, ceiling);
                prop_assert_eq!(shown, decimal(ceiling, 1e3));
            }
            Volume::Worked(Worked { dose: mg, vials: got, water, mannitol, total, .. }) => {
                prop_assert!(dose + given <= ceiling);
                prop_assert_eq!((mg, u64::from(got), u64::from(water), mannitol.map(u64::from)), (decimal(dose, 1e3), vials, vials * 60, Some(vials * 3)));
                prop_assert_eq!(total, given_mg.map(|_| decimal(dose + given, 1e3)));
            }
            Volume::Withheld(reason) => prop_assert!(false, "withheld: {:?}", reason),
        }
    }
}

/// Lines that age or pregnancy themselves call for.
const OF_THE_PATIENT: [&str; 3] =
    ["know-the-limits-of-use", "watch-the-dantrolene-volume", "call-obstetrics-or-paediatrics"];

fn gate(answers: &Json, today: &str) -> Option<Gate> {
    assessed(answers, Scope::All).answers.rechallenge_gate(Day::parse(today))
}

#[test]
fn the_rechallenge_gate_gives_a_day_only_where_everything_is_known() {
    let day = |text: &str| Day::parse(text).unwrap();
    let full = json!({ "dopamineAntagonist": true, "resolved": true, "resolvedOn": "2026-11-09", "longActingInjection": false });
    let but = |key: &str, value: Json| {
        let mut changed = full.clone();
        changed[key] = value;
        changed
    };
    assert_eq!(gate(&full, "2026-11-22"), Some(Gate::NotBefore(day("2026-11-23"))));
    assert_eq!(gate(&full, "2026-11-23"), Some(Gate::Passed(day("2026-11-23"))));
    assert_eq!(gate(&full, ""), Some(Gate::NotBefore(day("2026-11-23"))), "without a day of asking nothing has passed");
    assert_eq!(gate(&full, "2026-11-09"), Some(Gate::NotBefore(day("2026-11-23"))), "the day itself is no future");
    assert_eq!(gate(&full, "2026-11-08"), Some(Gate::CannotBeComputed(Unknown::InTheFuture)));
    let cannot = [("resolvedOn", Unknown::ResolvedOn), ("longActingInjection", Unknown::LongActing)];
    for (key, unknown) in cannot {
        assert_eq!(gate(&but(key, Json::Null), "2026-12-24"), Some(Gate::CannotBeComputed(unknown)));
    }
    assert_eq!(gate(&but("longActingInjection", json!(true)), "2026-12-24"), Some(Gate::LongActing));
    assert_eq!(gate(&but("resolved", json!(false)), "2026-12-24"), None, "no sign and not resolved: not in question");
    // a sign that is still there outweighs the word
    for (key, value) in [("temperature", json!(38.1)), ("rigidity", json!("mild")), ("mentalStatus", json!("confused"))]
    {
        assert_eq!(gate(&but(key, value), "2026-12-24"), Some(Gate::NotResolved), "{key}");
    }
    let mut ck = but("creatineKinase", json!(401));
    ck["creatineKinaseUpperLimit"] = json!(200);
    assert_eq!(gate(&ck, "2026-12-24"), Some(Gate::NotResolved), "CK above twice its upper limit is not yet normal");
    ck["creatineKinase"] = json!(400);
    assert_eq!(gate(&ck, "2026-12-24"), Some(Gate::Passed(day("2026-11-23"))));
    let withdrawal = json!({ "dopamineAntagonist": false, "dopaminergicWithdrawal": true, "rigidity": "severe" });
    assert_eq!(gate(&withdrawal, "2026-12-24"), Some(Gate::NoAntagonist));
    let acute = json!({ "dopamineAntagonist": true, "rigidity": "severe" });
    assert_eq!(gate(&acute, "2026-12-24"), Some(Gate::NotResolved));
}

#[test]
fn every_look_alike_can_be_spoken_for_and_against() {
    let speaking = |answers: &Json| {
        let result = assessed(answers, Scope::All);
        let rows = result.answers.differential();
        rows.iter().map(|row| (row.look_alike.id, row.speaks_for.len(), row.speaks_against.len())).collect::<Vec<_>>()
    };
    let serotonin =
        json!({ "serotonergicDrug": true, "spontaneousClonus": true, "hyperreflexia": true, "pupils": "normal" });
    assert_eq!(speaking(&serotonin)[0], ("serotonin-toxicity", 4, 1));
    assert_eq!(speaking(&json!({ "volatileAnaesthetic": true })), [("malignant-hyperthermia", 1, 0)]);
    let sign = json!({ "volatileAnaesthetic": true, "masseterSpasm": true, "neckStiffness": true, "sepsis": true, "focalNeurology": true, "seizures": true });
    assert_eq!(speaking(&sign)[0].0, "malignant-hyperthermia", "it goes before the one with more points");
    assert_eq!(speaking(&sign)[1].0, "infection");
    let dyskinetic = json!({ "dyskinesia": true, "parkinsonDisease": true, "rigidity": "mild", "temperature": 38.5, "mentalStatus": "confused" });
    assert_eq!(speaking(&dyskinetic)[0].0, "dyskinesia-hyperpyrexia");
    let named = json!({ "dyskinesia": true, "dopaminergicAgents": ["levodopa"], "temperature": 38.5, "mentalStatus": "confused" });
    assert_eq!(speaking(&named)[0].0, "dyskinesia-hyperpyrexia");
    assert_eq!(
        speaking(&json!({ "dyskinesia": true, "temperature": 38.5, "mentalStatus": "confused" }))[0].0,
        "dyskinesia-hyperpyrexia",
        "by the order of the table"
    );
    let dry = json!({ "anticholinergicDrug": true, "drySkin": true, "rigidity": "severe", "temperature": 39 });
    assert_eq!(speaking(&dry), [("anticholinergic-toxicity", 2, 1)]);
    assert_eq!(speaking(&json!({ "catatonia": true })), [("malignant-catatonia", 1, 0)]);
    assert_eq!(
        speaking(&json!({ "parkinsonDisease": true, "dopaminergicWithdrawal": false })),
        [("parkinsonism-hyperpyrexia", 1, 1)]
    );
    assert_eq!(speaking(&json!({ "dyskinesia": true })), [("dyskinesia-hyperpyrexia", 1, 0)]);
    assert_eq!(
        speaking(&json!({ "itchWithoutRash": true, "baclofenWithdrawal": false })),
        [("baclofen-withdrawal", 1, 1)]
    );
    let heat = json!({ "heatExposure": true, "temperature": 40, "mentalStatus": "delirious" });
    assert_eq!(speaking(&heat)[..2], [("heat-stroke", 2, 0), ("infection", 1, 0)]);
    assert_eq!(speaking(&json!({ "neckStiffness": true, "workUpNegative": true })), [("infection", 1, 1)]);
    assert_eq!(speaking(&json!({ "stimulantUse": true })), [("stimulant-toxicity", 1, 0)]);
    assert_eq!(speaking(&json!({ "temperature": 42 })), [], "the temperature speaks for none of them");
    let rows = [
        (
            json!({ "agents": ["haloperidol"], "rigidity": "mild", "temperature": 37, "mentalStatus": "alert", "creatineKinase": 5001 }),
            "drug-induced-parkinsonism",
            (1, 1),
        ),
        (
            json!({ "agents": ["haloperidol"], "tremor": true, "temperature": 37, "mentalStatus": "alert" }),
            "drug-induced-parkinsonism",
            (1, 0),
        ),
        (json!({ "sedativeWithdrawal": true, "rigidity": "moderate" }), "sedative-withdrawal", (1, 1)),
        (json!({ "mentalStatus": "stuporous", "rigidity": "none" }), "status-epilepticus", (1, 0)),
        (json!({ "seizures": true, "mutism": true, "workUpNegative": true }), "autoimmune-encephalitis", (1, 1)),
        (json!({ "temperature": 38.5, "rigidity": "none", "heartRate": 131 }), "thyroid-storm", (1, 0)),
        (json!({ "lithium": true, "tremor": true }), "lithium-toxicity", (1, 0)),
        (json!({ "agents": ["clozapine"], "temperature": 38.5, "rigidity": "moderate" }), "clozapine-fever", (1, 1)),
        (json!({ "muscleInjury": true, "creatineKinase": 1001, "temperature": 38.5 }), "muscle-injury", (1, 1)),
        (json!({ "creatineKinase": 1001, "temperature": 37, "rigidity": "none" }), "muscle-injury", (1, 0)),
        (
            json!({ "temperature": 38.5, "rigidity": "none", "respiratoryRate": 30, "lactate": 4.1 }),
            "metabolic-poison",
            (1, 0),
        ),
    ];
    for (answers, id, points) in rows {
        let found = speaking(&answers).into_iter().find(|row| row.0 == id);
        assert_eq!(found, Some((id, points.0, points.1)), "{answers}");
    }
}

/// INV-27: No dose is shown without its source.
#[test]
fn inv_27_every_dose_that_is_shown_names_its_source() {
    let severe =
        json!({ "ageYears": 40, "sex": "male", "dopamineAntagonist": true, "temperature": 41.3, "rigidity": "severe" });
    let adult = assessed(&severe, Scope::All);
    let shown = beyond(&NMS, &adult, Given::default()).unwrap();
    let doses = NMS.beyond.drugs.iter().flat_map(|card: &DrugCard| card.doses);
    for dose in doses {
        assert!(!dose.source.citations.is_empty(), "{}", dose.text);
    }
    for (text, authority) in shown.drugs.iter().flat_map(|drug| &drug.doses) {
        assert!(!authority.citations.is_empty(), "{text}");
    }
    assert!(shown.drugs.iter().any(|drug| !drug.doses.is_empty()), "doses are shown to a known adult");
}

/// INV-26: Amantadine is never named without the kidneys.
#[test]
fn inv_26_the_kidneys_are_named_even_while_renal_function_is_not_known() {
    let amantadine = NMS.beyond.drugs.iter().find(|card| card.id == "amantadine").unwrap();
    assert!(amantadine.cautions.iter().any(|caution| caution.text.contains("renal") && caution.when == ALWAYS));
}

#[test]
fn every_contact_is_called_for_by_its_finding() {
    let called = |answers: &Json| {
        let result = assessed(answers, Scope::All);
        result.answers.contacts().iter().map(|(contact, _)| contact.id).collect::<Vec<_>>()
    };
    assert_eq!(called(&json!({ "temperature": 40 })), ["intensive-care", "anaesthesia"]);
    assert_eq!(called(&json!({ "temperature": 39.9 })), Vec::<&str>::new());
    let acted_on = json!({ "dopamineAntagonist": true, "diaphoresis": true, "rigidity": "mild" });
    assert_eq!(called(&acted_on), ["poison-centre", "psychiatry"]);
    assert_eq!(called(&json!({ "pregnant": true })), ["obstetrics"]);
    assert_eq!(called(&json!({ "ageYears": 17 })), ["paediatrics"]);
    assert_eq!(called(&json!({ "persistentDespiteTreatment": true })), ["psychiatry"]);
    assert_eq!(called(&json!({ "creatineKinase": 5001 })), ["nephrology"]);
    assert_eq!(called(&json!({ "parkinsonDisease": true })), ["neurology"]);
    assert_eq!(called(&json!({ "platelets": 99 })), ["haematology"]);
}

#[test]
fn a_line_that_is_not_possible_here_stays_in_the_plan() {
    for scope in SCOPES {
        let case = json!({ "dopamineAntagonist": true, "temperature": 41.3, "treatmentsNotPossible": ["intubate-and-ventilate"] });
        let result = assessed(&case, scope);
        let verdict = result.plan().find(|row| row.rule.id == "intubate-and-ventilate").unwrap();
        assert!(verdict.not_possible && !verdict.given && verdict.status == Status::Advised);
    }
}

#[test]
fn eight_answers_of_the_first_group_lead_to_a_useful_plan() {
    let answers = json!({
        "agents": ["haloperidol"], "dopaminergicWithdrawal": false, "temperature": 39.4, "rigidity": "severe", "mentalStatus": "delirious",
        "diaphoresis": true, "agitation": true, "respiratoryFailure": false
    });
    let given = answers.as_object().unwrap();
    let first =
        |id: &String| NMS.finding(support::key(id)).unwrap().group == nms_advisor::engine::finding::Group::Essential;
    assert!(given.len() <= 8 && given.keys().all(first), "all of them are asked first");
    let result = assessed(&answers, Scope::All);
    assert_eq!(result.suspicion, Suspicion::Suspected);
    assert!(result.severity.grade.is_some() && result.severity.at_least);
    assert_eq!(support::advised(&result)[0], "discontinue-dopamine-antagonists");
    for id in ["cool-externally", "call-critical-care", "give-benzodiazepine", "avoid-physical-restraint"] {
        assert!(support::is_advised(&result, id), "{id}");
    }
    // what is still asked for comes in order: the answer that most lines wait for first
    let waiting: Vec<usize> = result.missing().iter().map(|row| row.could_change.len()).collect();
    assert!(!waiting.is_empty() && waiting.is_sorted_by(|one, next| one >= next));
}

#[test]
fn a_note_names_no_dispute_as_an_option_and_puts_what_to_do_before_whom_to_call() {
    use nms_advisor::guideline::examples::EXAMPLES;
    use nms_advisor::note::note;
    use nms_advisor::session::{Edit, Session};

    for example in EXAMPLES {
        let case = Session::default().reduce(&NMS, Edit::Load(example));
        for format in ["text", "markdown", "sbar"] {
            let text = note(&NMS, &case, format).unwrap();
            for rule in NMS.rules.iter().filter(|rule| rule.kind == nms_advisor::engine::rule::Kind::Note) {
                assert!(!text.contains(&format!("Consider: {}", rule.text)), "{}: {}", example.id, rule.id);
            }
            let (first, call) = (text.find("Do now: "), text.find("Call: "));
            assert!(call.is_none() || first.is_some_and(|first| Some(first) < call), "{}", example.id);
            assert!(text.contains("Draft: not clinically reviewed") && text.contains(NMS.version));
        }
    }
}
