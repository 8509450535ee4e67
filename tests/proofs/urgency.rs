//! INV-15 to INV-22 and INV-35: missing, normal or unrelated answers never lower the severity or the urgency.

use biodivine_lib_bdd::Bdd;
use nms_advisor::engine::assessment::Scope;
use nms_advisor::engine::criterion::Criterion;
use nms_advisor::engine::derived::{Derivation, Suspicion};
use nms_advisor::engine::finding::{FindingIndex, Group};
use nms_advisor::engine::rule::{Grade, Kind, Rule, Urgency};
use nms_advisor::guideline::NMS;
use nms_advisor::guideline::terms::{
    above, all, at_least, at_least_grade, at_most, below, definition, finding, is, present,
};

use crate::classes::{Class, computed, parts};
use crate::further::contradiction;
use crate::never::emergencies;
use crate::plan::{not_improving, replaced};
use crate::prove::{Claims, Line, models, space};
use crate::steps::{Step, answered, change, forgotten, worse};
use crate::support::clinical::LOOK_ALIKE;
use crate::support::generated::all_findings;

const GRADES: [Grade; 2] = [Grade::Moderate, Grade::Severe];

/// Every question that some rule reads.
pub(crate) fn asked() -> impl Iterator<Item = FindingIndex> {
    all_findings().filter(|index| space().place(*index).is_some())
}

/// The grade, by the rows of the view, never falls in these steps.
fn grade_stays(claims: &mut Claims, steps: &[Step]) {
    claims.stays(steps, |model| {
        GRADES.map(|grade| Line::kept(grade.id(), &model.grade_at_least(grade, model.scope).met)).into()
    });
}

/// The lines that matter now stay in the plan in these steps, but for those of `aside`.
fn urgent_stays(claims: &mut Claims, steps: &[Step], aside: &[&str]) {
    claims.stays(steps, |model| {
        let shown = model.shown().into_iter();
        let urgent = shown.filter(|(rule, _)| rule.urgency == Urgency::Critical && !aside.contains(&rule.id));
        let line = |(rule, verdict): (&Rule, &crate::verdicts::Verdict)| {
            let held = verdict.called.and_not(&verdict.withheld);
            Line { name: rule.id.into(), after: held.or(&replaced(model, rule.id)), before: held }
        };
        urgent.map(line).collect()
    });
}

/// The row of the suspicion table stays the same in these steps.
fn suspicion_stays(claims: &mut Claims, steps: &[Step]) {
    use Suspicion::{Check, Incomplete, NoSigns, NotSupported, Possible, Suspected};
    claims.stays(steps, |model| {
        let rows = [Suspected, Possible, Check, Incomplete, NotSupported, NoSigns];
        rows.map(|state| Line::kept(state.id(), &model.suspicion(state))).into()
    });
}

/// A usual value of the patient's own is no sign.
pub(crate) fn is_usual_value(index: FindingIndex) -> bool {
    // how old the patient is and how long ago a dose was given are no signs either
    ["ageYears", "hoursSinceLastDose"].contains(&NMS.finding_id(index))
        || computed().any(|number| match NMS.derivation(number).unwrap().derivation {
            Derivation::Ratio(_, usual) | Derivation::PercentAbove(_, usual) => usual == index,
            _ => false,
        })
}

/// Whether the grade, or the suspicion, may change with this finding.
pub(crate) fn bears_on(grade: &Bdd, index: FindingIndex) -> bool {
    let numbers = computed().filter(|number| parts(*number).is_some_and(|(a, b)| a == index || b == index));
    let places: Vec<usize> = std::iter::once(index).chain(numbers).filter_map(|index| space().place(index)).collect();
    places.iter().flat_map(|place| space().bits(*place)).any(|bit| grade.support_set_contains(bit))
}

pub(crate) fn inv_15(claims: &mut Claims) {
    const ANSWERED: [&str; 2] = ["mutism", "bloodPressureRaised"];
    // whether a depot was given belongs to the trigger and is no sign
    let signs = asked().filter(|index| NMS.finding_id(*index) != "longActingInjection");
    let normal: Vec<Step> = signs.filter_map(|index| forgotten(space(), index)).collect();
    claims.claim("One normal answer becomes unknown: the grade does not fall.");
    grade_stays(claims, &normal);
    claims.claim("One normal answer becomes unknown: no critical line leaves the plan, but for another cause first, which a full set of answers may call for.");
    urgent_stays(claims, &normal, &["look-for-another-cause"]);
    claims.claim("One normal answer becomes unknown: no do, avoid or consider leaves the plan or is withheld, but for another cause first.");
    claims.stays(&normal, |model| {
        let kinds = [Kind::Do, Kind::Avoid, Kind::Consider];
        let shown = model.shown().into_iter();
        let kept = shown.filter(|(rule, _)| kinds.contains(&rule.kind) && rule.id != "look-for-another-cause");
        let line = |(rule, verdict): (&Rule, &crate::verdicts::Verdict)| {
            let held = verdict.called.and_not(&verdict.withheld);
            Line { name: rule.id.into(), after: held.or(&replaced(model, rule.id)), before: held }
        };
        kept.map(line).collect()
    });
    claims.claim("One answer becomes worse, or is given where it was unknown: the grade does not fall.");
    let moderate = models()[0].grade_at_least(Grade::Moderate, Scope::All).met;
    let signs = asked().filter(|index| bears_on(&moderate, *index) && !is_usual_value(*index));
    let steps: Vec<Step> = signs.flat_map(|index| worse(space(), index)).collect();
    grade_stays(claims, &steps);
    claims.claim("Any one missing answer is given, whichever it is but an age below 12, from which the limits of pulse and breathing count: the grade does not fall.");
    let every: Vec<Step> =
        asked().filter(|index| NMS.finding_id(*index) != "ageYears").map(|index| answered(space(), index)).collect();
    grade_stays(claims, &every);
    claims.claim("No row of a higher grade is open: no missing answer raises the grade, unless it contradicts one that was there, or is mutism or a raised pressure that an alert mind or measured pressures had answered; so the label says at least wherever one could.");
    let every: Vec<Step> = asked()
        .filter(|index| !ANSWERED.contains(&NMS.finding_id(*index)))
        .map(|index| answered(space(), index))
        .collect();
    claims.stays(&every, |model| {
        let line = |grade: Grade| {
            let out = model.grade_at_least(grade, model.scope).not;
            Line { name: grade.id().into(), after: out.or(&contradiction(model)), before: out }
        };
        GRADES.map(line).into()
    });
}

pub(crate) fn inv_16(claims: &mut Claims) {
    let laboratory = asked().filter(|index| NMS.finding(*index).unwrap().group == Group::Laboratory);
    let ck = [finding("creatineKinase")];
    let steps: Vec<Step> = laboratory.chain(ck).map(|index| answered(space(), index)).collect();
    claims.claim("A laboratory result comes in, whatever it says: every line that was advised stays advised, or the line that takes its place stands. Amantadine may ask for the potassium, urine below 0.3 mL/kg/h turns the fluids, a raised CK turns a check into the plan, and a course that gets better is set aside.");
    claims.stays(&steps, |model| {
        let shown = model.shown().into_iter().filter(|(rule, _)| {
            rule.id != "consider-amantadine" && rule.id != "look-for-another-cause" && !BY_STATE.contains(&rule.id)
        });
        let line = |(rule, verdict): (&Rule, &crate::verdicts::Verdict)| Line {
            name: rule.id.into(),
            before: verdict.advised.and(&not_improving(model)),
            after: verdict.advised.or(&replaced(model, rule.id)),
        };
        shown.map(line).collect()
    });
    claims.claim("A laboratory result comes in, whatever it says: what was acted on is acted on, and a check is never less than that.");
    claims.stays(&steps, |model| {
        let (acted_on, check) = (model.yes("suspected"), model.suspicion(Suspicion::Check));
        vec![
            Line::kept("acted on", &acted_on),
            Line { name: "check".into(), after: check.or(&acted_on), before: check },
        ]
    });
}

/// Lines that stand in the state check only, or only while nobody acts.
pub(crate) const BY_STATE: [&str; 2] = ["know-parkinsonism-without-fever", "check-for-malignant-hyperthermia"];

pub(crate) fn inv_17(claims: &mut Claims) {
    claims.claim("The temperature rises: neither the grade nor a critical line is lost, but for one whose place another takes, and another cause first, once malignant hyperthermia is that cause.");
    let temperature = finding("temperature");
    let classes = &space().axes[space().place(temperature).unwrap()].classes;
    let steps: Vec<Step> = classes
        .iter()
        .skip(1)
        .filter(|class| !class.is_bound())
        .flat_map(|class| crate::steps::shift(space(), temperature, true, class))
        .collect();
    grade_stays(claims, &steps);
    urgent_stays(claims, &steps, &["look-for-another-cause"]);
    emergencies(claims);
}

/// What alone is severe, as the evidence lists it.
fn complications() -> Vec<(&'static str, Criterion)> {
    const HOT: &[Criterion] = &[at_least("temperature", 40.0), at_least_grade("rigidity", "moderate")];
    const HOT_AND_FAST: &[Criterion] =
        &[at_least("temperature", 40.0), above("heartRate", 120.0), at_least("ageYears", 12.0)];
    const STIFF: &[Criterion] = &[is("rigidity", "severe"), at_least_grade("mentalStatus", "stuporous")];
    const MUSCLE: &[Criterion] = &[above("creatineKinase", 5000.0), at_least_grade("mentalStatus", "stuporous")];
    const GAS: &[Criterion] = &[below("ph", 7.3), below("bicarbonate", 22.0)];
    const KIDNEY: &[Criterion] = &[present("rhabdomyolysis"), present("acuteRenalFailure")];
    let numbers = [
        ("temperature", above("temperature", 41.1)),
        ("hot and rigid", all(HOT)),
        ("hot and fast", all(HOT_AND_FAST)),
        ("stiff and stuporous", all(STIFF)),
        ("stupor and muscle", all(MUSCLE)),
        ("coma scale", at_most("glasgowComaScale", 8.0)),
        ("creatinine", at_least("creatinineMultiple", 2.0)),
        ("urine", below("urineOutput", 0.3)),
        ("potassium", at_least("potassium", 6.0)),
        ("pH", at_most("ph", 7.2)),
        ("lactate", above("lactate", 4.0)),
        ("saturation", below("oxygenSaturation", 90.0)),
        ("systolic", below("systolic", 90.0)),
        ("coma", is("mentalStatus", "comatose")),
        ("blood gas", all(GAS)),
        ("kidneys", all(KIDNEY)),
    ];
    let answers = [
        "rigidityImpairsBreathing",
        "acuteRenalFailure",
        "metabolicAcidosis",
        "seizures",
        "disseminatedIntravascularCoagulation",
        "hyperkalaemicEcg",
        "respiratoryFailure",
        "shock",
        "vasopressor",
        "sepsis",
    ];
    numbers.into_iter().chain(answers.map(|id| (id, present(id)))).collect()
}

pub(crate) fn inv_18(claims: &mut Claims) {
    let model = &models()[0];
    let severe = model.grade_at_least(Grade::Severe, Scope::All).met;
    claims.claim("Each complication of the severe column, alone or with anything else: severe over all sources.");
    for (name, when) in complications() {
        claims.always(model, name, &model.met(&when), &severe);
    }
    claims.claim("Each value that asks for a line on a complication shows it, over all sources.");
    let triggers = [
        (at_least("potassium", 5.5), "watch-hyperkalaemia"),
        (present("hyperkalaemicEcg"), "watch-hyperkalaemia"),
        (above("potassium", 6.5), "discuss-renal-replacement"),
        (at_most("ph", 7.2), "discuss-renal-replacement"),
        (above("creatineKinase", 5000.0), "watch-kidneys-at-high-creatine-kinase"),
        (below("platelets", 100.0), "watch-coagulation-now"),
        (above("inr", 1.5), "watch-coagulation-now"),
        (below("fibrinogen", 1.5), "watch-coagulation-now"),
    ];
    for (when, line) in triggers {
        claims.always(model, line, &model.met(&when), &model.advised(line));
    }
}

pub(crate) fn inv_19(claims: &mut Claims) {
    // that other causes were excluded is no other diagnosis, and takes a line away
    let read = LOOK_ALIKE.iter().filter(|id| **id != "workUpNegative").map(|id| finding(id));
    let read = read.filter(|index| space().place(*index).is_some());
    let steps: Vec<Step> =
        read.map(|index| change(space(), index, |class| *class != Class::Yes, |class| *class == Class::Yes)).collect();
    claims.claim("A finding of another diagnosis becomes yes: the row of the suspicion table stays.");
    suspicion_stays(claims, &steps);
    claims.claim("A finding of another diagnosis becomes yes: neither the grade nor a critical line is lost, but for another cause first, once malignant hyperthermia is that cause.");
    grade_stays(claims, &steps);
    urgent_stays(claims, &steps, &["look-for-another-cause"]);
    claims.claim("Exposure and the full pattern: suspected, whatever else is answered, unless the signs were there before the first dose and no withdrawal is known.");
    claims.holds("suspected", |model| {
        let before = model.yes("signsBeforeDrug").and_not(&model.yes("dopaminergicWithdrawal"));
        let pattern = model.yes("exposure").and(&model.met(&definition("full-pattern")));
        (pattern.and_not(&before), model.suspicion(Suspicion::Suspected))
    });
}

pub(crate) fn inv_20(claims: &mut Claims) {
    claims.claim("Not supported is said only where exposure and withdrawal are both ruled out; no signs, only where every sign of the patient is ruled out and no CK speaks; check, only with a trigger and a sign.");
    claims.holds("not supported", |model| {
        let both = model.no("exposure").and(&model.no("dopaminergicWithdrawal"));
        (model.suspicion(Suspicion::NotSupported), both)
    });
    claims.holds("no signs", |model| {
        let signs = NMS.suspicion.signs.iter().take(5);
        let out = signs.fold(space().everything(), |known, sign| known.and(&model.truth(sign).not));
        (model.suspicion(Suspicion::NoSigns), out.and_not(&model.met(&definition("muscle-sign"))))
    });
    claims.holds("check", |model| {
        let trigger = model.yes("exposure").or(&model.yes("dopaminergicWithdrawal"));
        (model.suspicion(Suspicion::Check), trigger.and(&model.met(&definition("any-sign"))))
    });
}

pub(crate) fn inv_21(claims: &mut Claims) {
    claims.claim("Nothing answered: incomplete, no grade reached, and no line in the plan.");
    let empty = (0..space().axes.len()).fold(space().everything(), |known, place| known.and(&space().is(place, 0)));
    for model in models() {
        claims.always(model, "suspicion", &empty, &model.suspicion(Suspicion::Incomplete));
        let reached = model.grade_at_least(Grade::Moderate, model.scope).met;
        claims.always(model, "grade", &empty, &reached.not());
        for (rule, verdict) in model.shown() {
            claims.always(model, rule.id, &empty, &verdict.called.not());
        }
    }
}

pub(crate) fn inv_22(claims: &mut Claims) {
    claims.claim("S46, do not wait for confirmation, is shown wherever the syndrome is suspected, and nowhere else.");
    claims.holds("S46", |model| (model.yes("suspected"), model.shows("S46")));
    claims.holds("S46", |model| (model.yes("suspected").not(), model.shows("S46").not()));
}

pub(crate) fn inv_35(claims: &mut Claims) {
    claims.claim("Answers contradict each other: leaving out either of them never gives a higher grade.");
    for row in NMS.conflicts {
        let steps: Vec<Step> = row.findings.iter().map(|index| answered(space(), *index)).collect();
        claims.stays(&steps, |model| {
            let without = model.met(&row.when).not();
            let line = |grade: Grade| {
                let reached = model.grade_at_least(grade, model.scope).met;
                Line { name: grade.id().into(), after: reached.or(&without), before: reached }
            };
            GRADES.map(line).into()
        });
    }
    claims.claim("The more urgent reading wins: a named antagonist is exposure, twice above 38.0 °C is hyperthermia, a low coma scale is an altered mental status, rigidity that impairs breathing is rigidity.");
    let readings: [(Criterion, &str); 5] = [
        (present("listedAntagonist"), "antagonistTaken"),
        (present("hyperthermiaTwice"), "hyperthermic"),
        (above("temperature", 38.0), "hyperthermic"),
        (at_most("glasgowComaScale", 8.0), "alteredMentalStatus"),
        (present("rigidityImpairsBreathing"), "rigid"),
    ];
    for (when, read) in readings {
        claims.holds(read, |model| (model.met(&when), model.yes(read)));
    }
}
