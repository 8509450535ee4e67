//! INV-37 to INV-54: what kills within minutes, the state check, folding, drugs and the step down.

use biodivine_lib_bdd::Bdd;
use nms_advisor::engine::assessment::Scope;
use nms_advisor::engine::derived::Suspicion;
use nms_advisor::engine::rule::{Kind, Place, Rule, Section, Urgency};
use nms_advisor::guideline::NMS;
use nms_advisor::guideline::terms::{above, at_least, below, definition, finding};

use crate::model::Model;
use crate::plan::STOP;
use crate::prove::{Claims, models, space};
use crate::vignettes::cases_of;

const AIRWAY: &str = "secure-airway-and-breathing";
const MALIGNANT_HYPERTHERMIA: &str = "treat-as-malignant-hyperthermia";
const ADJUNCTS: [&str; 4] =
    ["consider-dantrolene", "consider-bromocriptine", "consider-amantadine", "consider-levodopa-carbidopa"];

fn check(model: &Model) -> Bdd {
    model.suspicion(Suspicion::Check)
}

fn known(id: &str) -> Bdd {
    space().known(space().place(finding(id)).unwrap())
}

pub(crate) fn inv_37(claims: &mut Claims) {
    claims.claim("Breathing fails, or coma, and not ventilated: the airway line is advised, and first but for malignant hyperthermia. Ventilated: it is not in the plan.");
    claims.holds(AIRWAY, |model| {
        let open = model.met(&definition("airway-at-risk")).and_not(&model.yes("ventilated"));
        (open, model.first(AIRWAY, &[MALIGNANT_HYPERTHERMIA]))
    });
    claims.holds(AIRWAY, |model| (model.yes("ventilated"), model.in_plan(AIRWAY).not()));
}

pub(crate) fn inv_38(claims: &mut Claims) {
    claims.claim("A failing circulation, a dangerous potassium, a glucose below 4.0, seizures, and sepsis or neck stiffness each have their line advised, whatever else is answered, in both views.");
    claims.holds("circulation", |model| {
        (model.met(&definition("circulation-fails")), model.advised("support-the-circulation"))
    });
    claims.holds("potassium", |model| {
        (model.met(&definition("dangerous-potassium")), model.advised("treat-hyperkalaemia"))
    });
    claims.holds("glucose", |model| (model.met(&below("glucose", 4.0)), model.advised("treat-hypoglycaemia")));
    claims.holds("seizures", |model| (model.yes("seizures"), model.advised("treat-seizures")));
    claims.holds("infection", |model| {
        (model.yes("sepsis").or(&model.yes("neckStiffness")), model.advised("treat-infection-now"))
    });
}

pub(crate) fn inv_39(claims: &mut Claims) {
    claims.claim(
        "The potassium line stands above every line on dialysis, and is advised wherever the potassium asks for one.",
    );
    let place = |id: &str| NMS.rules.iter().position(|rule| rule.id == id).unwrap();
    for line in ["discuss-renal-replacement", "consider-haemodialysis"] {
        claims.seen(line, place("treat-hyperkalaemia") < place(line));
    }
    claims.holds("potassium", |model| (model.met(&above("potassium", 6.5)), model.advised("treat-hyperkalaemia")));
}

/// Where a line is folded beneath each line of its list, and where it is a row.
fn folded(model: &Model, rule: &Rule) -> (Vec<(&'static str, Bdd)>, Bdd) {
    let (mut under, mut taken) = (Vec::new(), space().nothing());
    for fold in rule.folds_under {
        let over = NMS.rule(fold.under).unwrap();
        let stands = if fold.advised_only { model.advised(over.id) } else { model.stands(over.id) };
        let here = stands.and(&model.met(&fold.when)).and(&folded(model, over).1).and_not(&taken);
        taken = taken.or(&here);
        under.push((fold.under, here));
    }
    let row = model.in_plan(rule.id).and_not(&taken);
    (under, row)
}

pub(crate) fn inv_40(claims: &mut Claims) {
    claims.claim("A folded line names a line that is in the plan, not withheld, and folded beneath nothing itself.");
    for model in models() {
        for (rule, verdict) in model.shown() {
            for (over, here) in folded(model, rule).0 {
                let row = folded(model, NMS.rule(over).unwrap()).1;
                claims.always(model, rule.id, &here.and(&verdict.called), &row.and(&model.stands(over)));
            }
        }
    }
    claims.claim("No critical line that is a row of the first screen is one to watch or to know.");
    for rule in NMS.rules.iter().filter(|rule| rule.urgency == Urgency::Critical) {
        let quiet = matches!(rule.kind, Kind::Watch | Kind::Note) && rule.place(true) == Place::Screen;
        claims.seen(rule.id, !quiet);
    }
    claims.occurs("folded", &folded(&models()[0], NMS.rule("watch-breathing").unwrap()).0[0].1);
}

pub(crate) fn inv_41(claims: &mut Claims) {
    const NOT_IN_CHECK: [&str; 7] = [
        "consider-dantrolene",
        "consider-bromocriptine",
        "consider-amantadine",
        "consider-levodopa-carbidopa",
        "give-benzodiazepine",
        "give-intravenous-fluids",
        "admit-to-intensive-care",
    ];
    claims.claim("Hold and stop are never both in the plan.");
    claims.holds("hold", |model| (model.in_plan("hold-dopamine-antagonists"), model.in_plan(STOP).not()));
    claims.claim(
        "Check: no adjunct drug, no order of fluids, no benzodiazepine and no admission to intensive care is advised.",
    );
    for line in NOT_IN_CHECK.iter().chain(&["give-fluids-with-care"]) {
        claims.holds(line, |model| (check(model), model.in_plan(line).not()));
    }
}

pub(crate) fn inv_42(claims: &mut Claims) {
    claims.claim("Exposure established and the full pattern: suspected, but for signs before the first dose without a withdrawal, which are checked.");
    claims.holds("suspected", |model| {
        let pattern = model.yes("exposure").and(&model.met(&definition("full-pattern")));
        let before = model.yes("signsBeforeDrug").and_not(&model.yes("dopaminergicWithdrawal"));
        (pattern.and_not(&before), model.suspicion(Suspicion::Suspected))
    });
    claims.holds("check", |model| {
        let pattern = model.yes("exposure").and(&model.met(&definition("full-pattern")));
        let before = model.yes("signsBeforeDrug").and_not(&model.yes("dopaminergicWithdrawal"));
        (pattern.and(&before), check(model))
    });
}

pub(crate) fn inv_43(claims: &mut Claims) {
    claims.claim("Check needs a sign and a trigger.");
    claims.holds("check", |model| {
        let trigger = model.yes("exposure").or(&model.yes("dopaminergicWithdrawal"));
        (check(model), trigger.and(&model.met(&definition("any-sign"))))
    });
    claims.claim("Nothing that can be advised in check says that the syndrome is unlikely.");
    for (rule, _) in models()[0].shown() {
        let text = format!("{} {} {}", rule.text, rule.detail, rule.beyond).to_lowercase();
        claims.seen(rule.id, !text.contains("unlikely"));
    }
    claims.occurs("check", &check(&models()[0]));
}

pub(crate) fn inv_44(claims: &mut Claims) {
    claims.claim("The Hunter rule is met: the serotonergic stop is advised, and none of dantrolene, bromocriptine, amantadine and levodopa.");
    claims.holds("stop", |model| (model.met(&definition("hunter")), model.advised("stop-serotonergic-drugs")));
    for drug in ADJUNCTS {
        claims.holds(drug, |model| (model.met(&definition("hunter")), model.stands(drug).not()));
    }
}

pub(crate) fn inv_45(claims: &mut Claims) {
    claims.claim("Malignant hyperthermia is ordered only after an anaesthetic and with one of its signs; without a sign the note on it stands.");
    claims.holds(MALIGNANT_HYPERTHERMIA, |model| {
        let signs = ["endTidalCarbonDioxideRising", "masseterSpasm", "rigid", "metabolicAcidosis"];
        let sign = signs.iter().fold(space().nothing(), |known, id| known.or(&model.yes(id)));
        let sign = sign.or(&model.met(&at_least("temperature", 39.0))).or(&model.met(&below("ph", 7.3)));
        let sign = sign.or(&model.met(&above("heartRate", 120.0)).and(&model.yes("hyperthermic")));
        (model.in_plan(MALIGNANT_HYPERTHERMIA), sign.and(&model.yes("volatileAnaesthetic")))
    });
    claims.holds("note", |model| {
        let none = model.yes("volatileAnaesthetic").and_not(&model.advised(MALIGNANT_HYPERTHERMIA));
        (none, model.advised("check-for-malignant-hyperthermia"))
    });
}

pub(crate) fn inv_46(claims: &mut Claims) {
    claims.claim(
        "Bromocriptine is never advised with a systolic pressure below 90 or unknown, in shock or on a vasopressor.",
    );
    claims.holds("bromocriptine", |model| {
        let low = model.met(&below("systolic", 90.0)).or(&known("systolic").not());
        let against = low.or(&model.yes("shock")).or(&model.yes("vasopressor"));
        (against, model.advised("consider-bromocriptine").not())
    });
    claims.claim("Amantadine is never advised with seizures, epilepsy, pregnancy or dialysis, a GFR below 15 or unknown, or a QTc above 420 or unknown.");
    claims.holds("amantadine", |model| {
        let answers = ["seizures", "epilepsy", "pregnant", "dialysis"];
        let against = answers.iter().fold(space().nothing(), |known, id| known.or(&model.yes(id)));
        let kidneys = model.met(&below("estimatedGfr", 15.0)).or(&known("estimatedGfr").not());
        let heart = model.met(&above("qtc", 420.0)).or(&known("qtc").not());
        (against.or(&kidneys).or(&heart), model.advised("consider-amantadine").not())
    });
    claims
        .claim("Dantrolene is never in the plan without rigidity, at least moderate or impairing breathing, and heat.");
    claims.holds("dantrolene", |model| {
        let rigid = model.met(&definition("rigid-from-moderate"));
        (model.in_plan("consider-dantrolene"), rigid.and(&model.yes("hyperthermic")))
    });
}

pub(crate) fn inv_47(claims: &mut Claims) {
    const ASKS: [&str; 5] = [
        AIRWAY,
        "intubate-and-ventilate",
        "call-critical-care",
        "consider-paralysis-and-intubation",
        "escalate-when-cooling-fails",
    ];
    claims.claim("Ventilated: no line asks to intubate, to call critical care or for the airway, and the benzodiazepine does not wait for it.");
    for line in ASKS {
        claims.holds(line, |model| (model.yes("ventilated"), model.in_plan(line).not()));
    }
    claims.holds("benzodiazepine", |model| (model.yes("ventilated"), model.asks("give-benzodiazepine").not()));
}

pub(crate) fn inv_48(claims: &mut Claims) {
    claims.claim("Failed cooling is never said below 39.5 °C, or while the temperature is unknown.");
    claims.holds("escalate", |model| {
        (model.met(&at_least("temperature", 39.5)).not(), model.in_plan("escalate-when-cooling-fails").not())
    });
}

pub(crate) fn inv_49(claims: &mut Claims) {
    claims.claim("Risk of overload established: fluids are not ordered; acted on, S14 still stands.");
    claims.holds("fluids", |model| (model.yes("overloadRisk"), model.in_plan("give-intravenous-fluids").not()));
    claims.holds("S14", |model| (model.yes("overloadRisk").and(&model.yes("suspected")), model.shows("S14")));
}

pub(crate) fn inv_50(claims: &mut Claims) {
    claims.claim(
        "Persistent despite treatment while acted on: a line on ECT is advised at every grade, over all sources.",
    );
    let all = &models()[0];
    assert_eq!(all.scope, Scope::All);
    let ect = all.advised("consider-electroconvulsive-therapy").or(&all.advised("consider-ect-when-not-improving"));
    claims.always(all, "ECT", &all.yes("suspected").and(&all.yes("persistentDespiteTreatment")), &ect);
}

pub(crate) fn inv_51(claims: &mut Claims) {
    let [all, article] = models();
    claims.claim("Every safety line has the same status in both views.");
    for (rule, verdict) in article.shown().into_iter().filter(|(rule, _)| rule.safety) {
        let pairs = [
            (all.advised(rule.id), verdict.advised.clone()),
            (all.in_plan(rule.id), verdict.called.clone()),
            (all.asks(rule.id), verdict.asks.clone()),
        ];
        for (one, other) in pairs {
            claims.always(all, rule.id, &one, &other);
            claims.always(all, rule.id, &other, &one);
        }
    }
}

pub(crate) fn inv_52(claims: &mut Claims) {
    claims.claim("A step down is never advised with a threat to life, a severe grade over all sources, 39.0 °C or more, or a course that is not better.");
    claims.holds("step-down", |model| {
        let better = model.yes("improving");
        let against = model.met(&definition("life-threat")).or(&model.yes("severeOverAll"));
        let against = against.or(&model.met(&at_least("temperature", 39.0)));
        (model.in_plan("step-down"), better.and_not(&against))
    });
    claims.claim("While it is advised, nobody is called and no adjunct drug stands.");
    for line in ADJUNCTS.iter().chain(&["call-critical-care"]) {
        claims.holds(line, |model| (model.advised("step-down"), model.in_plan(line).not()));
    }
}

pub(crate) fn inv_53(claims: &mut Claims) {
    claims.claim("Each of the eleven index cases has at most 12 rows that ask for an action.");
    let cases = cases_of("screens");
    claims.seen("eleven cases", cases.len() == 11);
    claims.occurs("acted on", &models()[0].yes("suspected"));
    for case in cases {
        let rows = case.assess(&NMS).action_rows().count();
        claims.seen(&format!("{}: {rows} rows", case.name), (1..=12).contains(&rows));
    }
    claims.claim("In check at most five rows ask for an action, beside what kills within minutes, infection, and lines of another illness that its own answers call for.");
    let all = &models()[0];
    let action =
        |rule: &&Rule| rule.kind.is_action() && !matches!(rule.section, Section::Aftercare | Section::Background);
    let counted: Vec<&Rule> = NMS.rules.iter().filter(action).filter(|rule| !BESIDE.contains(&rule.id)).collect();
    let rows: Vec<Bdd> =
        counted.iter().map(|rule| folded(all, rule).1.and_not(&all.withheld(rule.id)).and(&check(all))).collect();
    let mut reached = vec![space().nothing(); 7];
    reached[0] = space().everything();
    for row in rows.iter().filter(|row| !row.is_false()) {
        for place in (1..7).rev() {
            reached[place] = reached[place].or(&reached[place - 1].and(row));
        }
    }
    claims.always(all, "six rows", &check(all), &reached[6].not());
}

/// What kills within minutes and infection (INV-38), and lines of another illness or organ that its own answers call for.
const BESIDE: [&str; 23] = [
    MALIGNANT_HYPERTHERMIA,
    AIRWAY,
    "support-the-circulation",
    "treat-hyperkalaemia",
    "treat-hypoglycaemia",
    "treat-seizures",
    "treat-infection-now",
    "restore-baclofen",
    "stop-serotonergic-drugs",
    "call-critical-care",
    "call-obstetrics-or-paediatrics",
    "emergency-sedation",
    "neuromuscular-paralysis",
    "intubate-and-ventilate",
    "escalate-when-cooling-fails",
    "cool-externally",
    "monitor-cooling",
    "support-rhabdomyolysis",
    "watch-acute-kidney-injury",
    "discuss-renal-replacement",
    "avoid-succinylcholine",
    "avoid-verapamil-or-diltiazem-with-dantrolene",
    "treat-malignant-catatonia",
];

pub(crate) fn inv_54(claims: &mut Claims) {
    claims.claim("Cooling without acting on the syndrome needs 40.0 °C, or 39.0 °C in toxic heat.");
    claims.holds("cool-externally", |model| {
        let hot = model.met(&at_least("temperature", 40.0));
        let toxic = model.met(&definition("drug-heat")).and(&model.met(&at_least("temperature", 39.0)));
        (model.in_plan("cool-externally").and_not(&model.yes("suspected")), hot.or(&toxic))
    });
    claims.claim("The line on antipyretics never stands where sepsis is answered yes.");
    claims.holds("antipyretics", |model| (model.yes("sepsis"), model.in_plan("avoid-antipyretics-as-treatment").not()));
}
