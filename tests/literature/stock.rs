//! The dantrolene of a site: what is needed, what is there, what is short, and what is never made up.

use super::support::{self, YES, option, with};
use nms_advisor::engine::assessment::{Scope, assess};
use nms_advisor::engine::criterion::Truth;
use nms_advisor::engine::dantrolene::{Asked, Volume, Worked, volume};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::finding::{Day, Findings};
use nms_advisor::engine::stock::{In24h, MOST_DOSES, Need, Place, need};
use nms_advisor::guideline::NMS;
use nms_advisor::panel::Given;
use nms_advisor::panel::stock::{StockView, stock, times};
use nms_advisor::session::stock::{LONGEST, MOST_PLACES, Member, Stated, read};
use nms_advisor::wording::Edition;
use serde_json::json;

fn worked(per_kilogram: f64, form: usize) -> Worked {
    let asked = Asked {
        dose_per_kilogram: Decimal::from_f64(per_kilogram),
        weight: Decimal::from_f64(70.0),
        form: Some(NMS.beyond.dantrolene.forms[form]),
        not_rigid: false,
        overload: false,
        adult: true,
        malignant_hyperthermia: false,
        withheld: false,
        given: None,
    };
    let Volume::Worked(worked) = volume(&asked) else { panic!("{per_kilogram} mg/kg is worked out") };
    worked
}

fn place(name: &str, vials: &[(&'static str, u32)], telephone: &str) -> Place {
    Place { name: name.into(), vials: vials.to_vec(), telephone: telephone.into(), counted: None }
}

#[test]
fn a_form_has_the_id_of_the_answer_that_confirms_it() {
    for form in NMS.beyond.dantrolene.forms {
        let findings =
            with(&support::findings(&json!({})), "dantroleneFormulation", option("dantroleneFormulation", form.id));
        let answers = assess(&NMS, &findings, Scope::All).answers;
        let confirmed = NMS.beyond.dantrolene.forms.iter().filter(|form| answers.truth(&form.confirmed) == Truth::Met);
        assert_eq!(confirmed.map(|form| form.id).collect::<Vec<_>>(), [form.id]);
    }
}

#[test]
fn what_is_needed_and_what_is_short() {
    // 175 mg are 9 vials of 20 mg, and each dose opens its own
    let rows = [
        (vec![], None, (9, In24h::NotStated, 0, 9, None)),
        (vec![30], None, (9, In24h::NotStated, 30, 0, None)),
        (vec![30], Some(3), (9, In24h::Vials(27), 30, 0, Some(0))),
        (vec![20, 6], Some(3), (9, In24h::Vials(27), 26, 0, Some(1))),
        (vec![8], Some(2), (9, In24h::Vials(18), 8, 1, Some(10))),
        (vec![100], Some(4), (9, In24h::Vials(36), 100, 0, Some(0))),
        (vec![100], Some(5), (9, In24h::AboveCeiling, 100, 0, None)),
    ];
    for (stocks, often, (now, in_24h, in_stock, short_now, short_in_24h)) in rows {
        let places: Vec<Place> = stocks.iter().map(|vials| place("one", &[("20mg-60ml", *vials)], "")).collect();
        let expected = Need { now, in_24h, in_stock, all_stated: true, short_now, short_in_24h };
        assert_eq!(need(&worked(2.5, 0), often, &places), expected, "{stocks:?}, {often:?} times");
    }
}

#[test]
fn vials_of_another_form_are_not_counted_and_what_is_not_stated_is_not_none() {
    let places = [place("one", &[("20mg-60ml", 40)], ""), place("two", &[("250mg-5ml", 2)], "")];
    let ryanodex = need(&worked(2.5, 2), Some(2), &places);
    assert_eq!((ryanodex.now, ryanodex.in_stock, ryanodex.all_stated), (1, 2, false));
    assert_eq!(need(&worked(2.5, 1), None, &places).in_stock, 0);
}

#[test]
fn the_vials_of_a_day_hold_every_dose_of_it() {
    for tenths in 1..=100_u8 {
        for often in 1..=MOST_DOSES {
            let (dose, often_in_words) = (f64::from(tenths) / 10.0, f64::from(often));
            for form in 0..3 {
                let worked = worked(dose, form);
                let milligrams = dose * 70.0 * often_in_words;
                match need(&worked, Some(often), &[]).in_24h {
                    In24h::Vials(vials) => {
                        assert!(f64::from(vials) * f64::from(worked.form.milligram) >= milligrams - 1e-6);
                        assert!(milligrams <= 700.0 + 1e-6, "no number above 10 mg/kg");
                    }
                    In24h::AboveCeiling => assert!(milligrams > 700.0 - 1e-6, "{dose} mg/kg, {often} times"),
                    In24h::NotStated => panic!("it is stated"),
                }
            }
        }
    }
}

#[test]
fn how_often_is_a_whole_number_or_nothing() {
    assert_eq!(["1", " 4 ", "24"].map(times), [Some(1), Some(4), Some(24)]);
    assert_eq!(["", "0", "25", "2.5", "four", "-1", "4x", "256"].map(times), [None; 8]);
}

fn rigid_and_hot() -> Findings {
    support::findings(
        &json!({ "agents": ["haloperidol"], "temperature": 39.5, "rigidity": "severe", "ageYears": 40, "sex": "male", "weight": 70, "dantroleneFormulation": "20mg-60ml" }),
    )
}

fn two() -> Vec<Place> {
    let counted = Day::parse("2026-11-02");
    vec![
        Place { counted, ..place("Theatre recovery", &[("20mg-60ml", 24), ("250mg-5ml", 1)], "2222") },
        place("Pharmacy", &[("20mg-60ml", 0)], "3333"),
    ]
}

fn view(
    findings: &Findings,
    scope: Scope,
    dose: Option<f64>,
    often: Option<u8>,
    places: &[Place],
) -> Option<StockView> {
    let given = Given { dose_per_kilogram: dose.and_then(Decimal::from_f64), today: None };
    stock(&NMS, &assess(&NMS, findings, scope), given, often, places)
}

#[test]
fn the_line_says_what_is_needed_what_is_there_what_is_short_and_whom_to_call() {
    let shown = view(&rigid_and_hot(), Scope::All, Some(2.5), Some(3), &two()).unwrap();
    assert_eq!(
        shown.aloud,
        "Dantrolene, vials of 20\u{a0}mg. Needed now: 9 vials. In 24\u{a0}h, 3 doses: 27 vials. In stock: 24 vials. Counted 2026-11-02. \
         Enough for this dose. Short in 24\u{a0}h by 3 vials. Call Theatre recovery 2222, Pharmacy 3333."
    );
    assert!(shown.short);
    assert_eq!(
        shown.places,
        [
            "Theatre recovery: 24 vials of 20\u{a0}mg, 1 vial of 250\u{a0}mg, counted 2026-11-02, call 2222",
            "Pharmacy: 0 vials of 20\u{a0}mg, call 3333"
        ]
    );
    let enough = view(&rigid_and_hot(), Scope::All, Some(2.5), Some(2), &two()).unwrap();
    assert!(enough.aloud.contains("Enough for 24\u{a0}h.") && !enough.short, "{}", enough.aloud);
    let unstated = [two(), vec![place("Helipad", &[], "")]].concat();
    let shown = view(&rigid_and_hot(), Scope::All, Some(2.5), None, &unstated).unwrap();
    assert!(shown.aloud.contains("In stock, as far as stated: 24 vials."), "{}", shown.aloud);
    assert_eq!(shown.places[2], "Helipad: number not stated");
    let short = view(&rigid_and_hot(), Scope::All, Some(2.5), Some(3), &unstated).unwrap();
    assert!(short.aloud.contains("As far as stated, short in 24\u{a0}h by 3 vials."), "{}", short.aloud);
}

#[test]
fn nothing_is_short_where_nobody_stated_a_number() {
    let telephone = vec![place("Pharmacy", &[], "3333")];
    let other_form = vec![place("Theatre", &[("250mg-5ml", 36)], "2222")];
    for places in [telephone, other_form] {
        let shown = view(&rigid_and_hot(), Scope::All, Some(2.5), Some(3), &places).unwrap();
        assert!(
            shown
                .aloud
                .contains("Needed now: 9 vials. In 24\u{a0}h, 3 doses: 27 vials. In stock: number not stated. Call"),
            "{}",
            shown.aloud
        );
        assert!(!shown.short && !shown.aloud.contains("hort"), "{}", shown.aloud);
    }
}

#[test]
fn nothing_is_said_where_no_stock_is_stated() {
    assert_eq!(view(&rigid_and_hot(), Scope::All, Some(2.5), Some(3), &[]), None);
}

#[test]
fn no_need_is_worked_out_where_no_dose_may_be_shown() {
    let hot = rigid_and_hot();
    let refused = [
        ("a child", support::with(&hot, "ageYears", support::number(9.0)), Scope::All, Some(2.5)),
        ("who may be pregnant", with(&hot, "sex", option("sex", "female")), Scope::All, Some(2.5)),
        ("no dose", hot.clone(), Scope::All, None),
        (
            "another form",
            with(&hot, "dantroleneFormulation", option("dantroleneFormulation", "other")),
            Scope::All,
            Some(2.5),
        ),
        ("malignant hyperthermia", with(&hot, "volatileAnaesthetic", YES), Scope::All, Some(2.5)),
        ("above the ceiling", hot.clone(), Scope::All, Some(11.0)),
        ("the article alone", hot, Scope::ArticleOnly, Some(2.5)),
    ];
    for (who, findings, scope, dose) in refused {
        let shown = view(&findings, scope, dose, Some(3), &two()).unwrap();
        assert!(!shown.aloud.contains("Needed") && !shown.aloud.contains("Short"), "{who}: {}", shown.aloud);
        assert!(shown.aloud.ends_with("Call Theatre recovery 2222, Pharmacy 3333."), "{who}: {}", shown.aloud);
        assert_eq!((shown.places.len(), shown.short), (2, false), "{who}: where it is stays in view");
    }
}

fn text(text: &str) -> Member<String> {
    Member::Is(text.into())
}

#[test]
fn what_a_page_states_is_read_and_what_cannot_be_used_is_named() {
    let good = Stated {
        place: text(" Theatre "),
        telephone: text("2222"),
        counted: text("2026-11-02"),
        vials: Member::Is(vec![("20mg-60ml".into(), Some(24.0))]),
    };
    let edition = Edition::from(&NMS);
    let (places, problems) = read(edition, std::slice::from_ref(&good));
    assert_eq!(places[0].name, "Theatre");
    assert_eq!((places[0].of("20mg-60ml"), places[0].of("250mg-5ml")), (Some(24), None));
    assert!(problems.is_empty(), "{problems:?}");
    let one = |name: &str, count: Option<f64>| Member::Is(vec![(name.to_string(), count)]);
    let bad = [
        (Stated { place: Member::LeftOut, ..good.clone() }, "no name"),
        (Stated { place: text("  "), ..good.clone() }, "no name"),
        (Stated { place: Member::Other, ..good.clone() }, "`place` is no text"),
        (Stated { telephone: Member::Other, ..good.clone() }, "`telephone` is no text"),
        (Stated { telephone: text(&"1".repeat(LONGEST + 1)), ..good.clone() }, "more than 120 letters"),
        (Stated { counted: Member::Other, ..good.clone() }, "no day"),
        (Stated { counted: text("2026-13-01"), ..good.clone() }, "no day"),
        (Stated { vials: Member::Other, ..good.clone() }, "no object"),
        (Stated { vials: one("0mg", Some(3.0)), ..good.clone() }, "`0mg` in `vials` is none of `20mg-60ml`"),
        (Stated { vials: one("30mg", Some(3.0)), ..good.clone() }, "`30mg` in `vials` is none of `20mg-60ml`"),
        (Stated { vials: one("20mg-60ml", Some(2.5)), ..good.clone() }, "no whole number"),
        (Stated { vials: one("20mg-60ml", Some(-1.0)), ..good.clone() }, "no whole number"),
        (Stated { vials: one("20mg-60ml", Some(f64::NAN)), ..good.clone() }, "no whole number"),
        (Stated { vials: one("20mg-60ml", Some(10_000.0)), ..good.clone() }, "no whole number"),
        (Stated { vials: one("20mg-60ml", None), ..good.clone() }, "no whole number"),
    ];
    for (stated, said) in bad {
        let (places, problems) = read(edition, &[good.clone(), stated]);
        assert!(
            problems.iter().any(|problem| problem.starts_with("Stock, place 2: ") && problem.contains(said)),
            "{said}: {problems:?}"
        );
        assert_eq!(places[0].of("20mg-60ml"), Some(24), "the other place stays");
        if let Some(vials) = places.get(1).filter(|_| said.contains("number")) {
            assert_eq!(vials.of("20mg-60ml"), None, "{said}: no number stands in its place");
        }
    }
    for (name, form) in
        [("20 mg", "20mg-60ml"), ("20", "20mg-60ml"), ("120MG", "120mg-20ml"), ("250\u{a0}mg", "250mg-5ml")]
    {
        let (places, problems) = read(edition, &[Stated { vials: one(name, Some(7.0)), ..good.clone() }]);
        assert_eq!((places[0].of(form), problems.len()), (Some(7), 0), "{name}");
    }
    let (places, problems) = read(edition, &vec![good; MOST_PLACES + 1]);
    assert_eq!((places.len(), problems.len()), (MOST_PLACES, 1));
}
