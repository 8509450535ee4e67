//! The dantrolene helper: the volume, the vials, and what is said with them or instead.

use super::support::{self, YES, number, option, with};
use nms_advisor::engine::assessment::{Scope, assess};
use nms_advisor::engine::dantrolene::{Asked, Reason, Volume, volume};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::finding::Findings;
use nms_advisor::guideline::NMS;
use nms_advisor::panel::Given;
use nms_advisor::panel::beyond::{VolumeView, beyond};
use serde_json::json;

#[test]
fn the_published_example_of_70_kilograms() {
    let rows = [
        (0, 1.0, 70.0, 4, 240, Some(12)),
        (0, 2.5, 175.0, 9, 540, Some(27)),
        (0, 10.0, 700.0, 35, 2_100, Some(105)),
        (1, 2.5, 175.0, 2, 40, Some(0)),
        (2, 2.5, 175.0, 1, 5, None),
        (2, 10.0, 700.0, 3, 15, None),
    ];
    for (form, per_kilogram, dose, vials, water, mannitol) in rows {
        let form = Some(NMS.beyond.dantrolene.forms[form]);
        let Volume::Worked(worked) = volume(&Asked { form, ..asked(per_kilogram) }) else {
            panic!("{per_kilogram} mg/kg is worked out")
        };
        let expected = (Decimal::from_f64(dose).unwrap(), vials, water, mannitol);
        assert_eq!((worked.dose, worked.vials, worked.water, worked.mannitol), expected);
    }
    let above = volume(&asked(10.01));
    assert_eq!(above, Volume::AboveCeiling { ceiling: Decimal::from_f64(700.0).unwrap() });
    let with_given = volume(&Asked { given: Decimal::from_f64(600.0), ..asked(2.0) });
    assert!(matches!(with_given, Volume::AboveCeiling { .. }), "140 mg on top of 600 mg is above 700 mg");
}

fn asked(per_kilogram: f64) -> Asked {
    Asked {
        dose_per_kilogram: Decimal::from_f64(per_kilogram),
        weight: Decimal::from_f64(70.0),
        form: Some(NMS.beyond.dantrolene.forms[0]),
        not_rigid: false,
        overload: false,
        adult: true,
        malignant_hyperthermia: false,
        withheld: false,
        given: None,
    }
}

#[test]
fn the_volume_says_what_it_lacks() {
    let one = asked(1.0);
    for (asked, reason) in [
        (Asked { malignant_hyperthermia: true, ..one }, Reason::MalignantHyperthermia),
        (Asked { withheld: true, ..one }, Reason::SpokenAgainst),
        (Asked { adult: false, ..one }, Reason::NotAKnownAdult),
        (Asked { weight: None, ..one }, Reason::NoWeight),
        (Asked { not_rigid: true, ..one }, Reason::NotRigid),
        (Asked { form: None, ..one }, Reason::OtherFormulation),
        (Asked { dose_per_kilogram: None, ..one }, Reason::NoDose),
    ] {
        assert_eq!(volume(&asked), Volume::Withheld(reason));
    }
}

#[test]
fn a_volume_says_what_is_to_be_said_with_it() {
    let worked = |asked: &Asked| {
        let Volume::Worked(worked) = volume(asked) else { panic!("it is worked out") };
        (worked.above_published, worked.above_licensed, worked.overload)
    };
    assert_eq!(worked(&asked(2.5)), (false, false, false), "2.5 mg/kg is published, and 175 mg below the licensed day");
    assert_eq!(worked(&asked(2.51)), (true, false, false));
    let given = |mg| Asked { given: Decimal::from_f64(mg), ..asked(1.0) };
    assert_eq!(worked(&given(130.0)), (false, false, false), "exactly 200 mg");
    assert_eq!(worked(&given(130.1)), (false, true, false));
    assert_eq!(worked(&Asked { overload: true, ..asked(1.0) }), (false, false, true));
    let view = |findings: &Findings, dose: f64| {
        let given = Given { dose_per_kilogram: Decimal::from_f64(dose), today: None };
        let shown = beyond(&NMS, &assess(&NMS, findings, Scope::All), given).unwrap().volume;
        let Some(VolumeView::Worked(lines)) = shown else { panic!("it is worked out") };
        lines.into_iter().map(|(_, line)| line).collect::<Vec<_>>().join("\n")
    };
    let told = view(&with(&in_question(), "heartFailure", YES), 3.0);
    for part in ["risk of overload", "Above 2.5", "Above 200"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(!view(&in_question(), 1.0).contains("Above"));
    let ryanodex = with(&in_question(), "dantroleneFormulation", option("dantroleneFormulation", "250mg-5ml"));
    assert!(view(&ryanodex, 1.0).contains("not stated by the maker"));
}

fn in_question() -> Findings {
    support::findings(
        &json!({ "agents": ["haloperidol"], "temperature": 39.5, "rigidity": "severe", "ageYears": 40, "sex": "male", "weight": 70, "dantroleneFormulation": "20mg-60ml" }),
    )
}

#[test]
fn the_volume_is_there_only_while_dantrolene_is_in_question() {
    let dose = Decimal::from_f64(1.0);
    let at = |findings: &Findings| assess(&NMS, findings, Scope::All).answers.dantrolene_volume(dose);
    assert!(matches!(at(&in_question()), Some(Volume::Worked(_))));
    assert_eq!(at(&with(&in_question(), "rigidity", option("rigidity", "mild"))), None);
    let verapamil = with(&in_question(), "calciumChannelBlocker", option("calciumChannelBlocker", "verapamil"));
    assert_eq!(at(&verapamil), Some(Volume::Withheld(Reason::SpokenAgainst)));
    assert_eq!(
        at(&with(&in_question(), "volatileAnaesthetic", YES)),
        Some(Volume::Withheld(Reason::MalignantHyperthermia))
    );
    assert_eq!(at(&with(&in_question(), "ageYears", number(17.9))), Some(Volume::Withheld(Reason::NotAKnownAdult)));
}
