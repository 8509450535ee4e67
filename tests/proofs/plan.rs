//! INV-01 to INV-08 and INV-24: what stands in the plan, and in which order.

use biodivine_lib_bdd::Bdd;
use nms_advisor::engine::derived::Suspicion;
use nms_advisor::engine::finding::FindingIndex;
use nms_advisor::engine::rule::{Kind, Rule, Section};
use nms_advisor::guideline::NMS;
use nms_advisor::guideline::terms::finding;

use crate::model::Model;
use crate::prove::{Claims, Line, graded, models, space};
use crate::steps::{answered, change, known_to_worsen};
use crate::support::SCOPES;
use crate::support::clinical::REPLACED;
use crate::verdicts::Verdict;

/// The stop.
pub(crate) const STOP: &str = "discontinue-dopamine-antagonists";
/// The restart.
pub(crate) const RESTART: &str = "restart-dopaminergic-drug";
/// What kills within minutes goes before the trigger, and malignant hyperthermia before all.
const ASIDE: [&str; 6] = [
    MALIGNANT_HYPERTHERMIA,
    "secure-airway-and-breathing",
    "support-the-circulation",
    "treat-hyperkalaemia",
    "treat-hypoglycaemia",
    "treat-seizures",
];
const MALIGNANT_HYPERTHERMIA: &str = "treat-as-malignant-hyperthermia";
/// Drugs beside the supportive care.
fn drugs() -> impl Iterator<Item = &'static str> {
    // lithium is a trigger that is reviewed, not a drug that is given
    let adjunctive = NMS.rules.iter().filter(|rule| rule.section == Section::Adjunctive && rule.id != "review-lithium");
    adjunctive.filter(|rule| matches!(rule.kind, Kind::Do | Kind::Consider)).map(|rule| rule.id)
}

pub(crate) fn inv_01(claims: &mut Claims) {
    claims.claim("Suspected and exposed: the stop is the first line advised, but for what kills within minutes.");
    claims.holds(STOP, |model| (model.yes("suspected").and(&model.yes("exposure")), model.first(STOP, &ASIDE)));
    claims.claim("Suspected, exposure unknown and no withdrawal known: the stop is the first line advised.");
    claims.holds(STOP, |model| {
        let premise = model.yes("suspected").and(&model.unknown("exposure"));
        (premise.and_not(&model.yes("dopaminergicWithdrawal")), model.first(STOP, &ASIDE))
    });
}

pub(crate) fn inv_02(claims: &mut Claims) {
    claims.claim("Suspected by withdrawal alone: the restart is the first line advised, but for what kills within minutes; with continuous dyskinesia it asks.");
    claims.holds(RESTART, |model| {
        let pure = model.no("exposure").and(&model.yes("dopaminergicWithdrawal"));
        (pure.and(&model.yes("suspected")), restart_first(model))
    });
    claims.claim("Exposure ruled out: the stop is not in the plan, and no advised line carries S06, S09 or S10.");
    claims.holds(STOP, |model| {
        let said = ["S06", "S09", "S10"].iter().fold(model.in_plan(STOP), |known, id| known.or(&model.shows(id)));
        (model.no("exposure"), said.not())
    });
    claims.claim("Suspected, withdrawal known and exposure unknown: the restart is first, and the stop asks.");
    claims.holds(STOP, |model| {
        let open = model.unknown("exposure").and(&model.yes("dopaminergicWithdrawal"));
        (open.and(&model.yes("suspected")), restart_first(model).and(&model.asks(STOP)))
    });
}

pub(crate) fn inv_03(claims: &mut Claims) {
    claims.claim("Suspected, exposed and withdrawn: the stop is first, and the restart is advised after it.");
    claims.holds(RESTART, |model| {
        let both = model.yes("exposure").and(&model.yes("dopaminergicWithdrawal"));
        (both.and(&model.yes("suspected")), model.first(STOP, &ASIDE).and(&model.stands(RESTART)))
    });
}

/// The restart is first, or asks because of a dyskinesia.
fn restart_first(model: &Model) -> Bdd {
    model.first(RESTART, &ASIDE).or(&model.asks(RESTART).and(&model.yes("dyskinesia")))
}

pub(crate) fn inv_05(claims: &mut Claims) {
    claims.claim("Suspected: S07, S14, S15, S34 and S46 are shown, and the benzodiazepine is never withheld.");
    for statement in ["S07", "S14", "S15", "S34", "S46"] {
        claims.holds(statement, |model| (model.yes("suspected"), model.shows(statement)));
    }
    claims.holds("give-benzodiazepine", |model| (model.yes("suspected"), model.stands("give-benzodiazepine")));
}

/// Advice that must not get lost as the patient gets worse.
fn kept(rule: &Rule) -> bool {
    matches!(rule.kind, Kind::Do | Kind::Avoid | Kind::Consider)
}

/// A benzodiazepine asks for the airway as soon as breathing or consciousness fail; bromocriptine yields to serotonin
/// toxicity, whose signs are signs of worsening too.
const MAY_ASK_OR_YIELD: [&str; 5] = [
    "give-benzodiazepine",
    "consider-bromocriptine",
    "consider-amantadine",
    "consider-dantrolene",
    "consider-levodopa-carbidopa",
];

/// Where the line that takes the place of this one stands.
pub(crate) fn replaced(model: &Model, id: &str) -> Bdd {
    let cause = ("look-for-another-cause", MALIGNANT_HYPERTHERMIA);
    let new = REPLACED.iter().chain([&cause]).filter(|(old, _)| *old == id);
    new.fold(space().nothing(), |known, (_, new)| known.or(&model.in_plan(new)))
}

/// The same in the view of all sources: the line on ECT of the article may not yet be called for by its own grade.
pub(crate) fn not_improving(model: &Model) -> Bdd {
    model.yes("improving").not()
}

pub(crate) fn inv_06(claims: &mut Claims) {
    claims.claim("All answers equal but the grade: every do, avoid and consider of the lower grade is in the plan of the higher, with the same status, or the line that takes its place; a course that gets better is set aside.");
    for scope in SCOPES {
        let grades = graded(scope);
        for pair in grades.windows(2) {
            for (position, rule) in NMS.rules.iter().enumerate().filter(|(_, rule)| kept(rule)) {
                let (lower, higher) = (pair[0].verdict(position), pair[1].verdict(position));
                let aside = pair[0].yes("improving").or(&pair[1].yes("improving")).or(&replaced(&pair[1], rule.id));
                claims.always(&pair[0], rule.id, &lower.called, &higher.called.or(&aside));
                claims.always(&pair[0], rule.id, &lower.advised, &higher.advised.or(&aside));
            }
        }
    }
    claims.claim("The patient gets worse in one finding that bears on the grade: every do, avoid and consider stays advised, or the line that takes its place stands; a benzodiazepine may begin to ask for the airway, the drugs beside the supportive care may yield to what speaks against them, and a course that gets better is set aside.");
    claims.stays(&bearing().flat_map(|index| known_to_worsen(space(), index)).collect::<Vec<_>>(), advice);
    claims.claim("A missing answer on a finding that bears on the grade is given, whatever it is: the same, but where the syndrome was only possible, as a normal examination may leave one sign, and but for the drugs beside the supportive care where rigidity is ruled out.");
    claims.stays(&bearing().map(|index| answered(space(), index)).collect::<Vec<_>>(), |model| {
        let possible = model.suspicion(Suspicion::Possible);
        let not_rigid = model.no("rigid");
        let narrowed = |line: Line| {
            let for_the_rigid = drugs().any(|id| id == line.name);
            let after = if for_the_rigid { line.after.or(&not_rigid) } else { line.after };
            Line { before: line.before.and_not(&possible), after, ..line }
        };
        advice(model).into_iter().map(narrowed).collect()
    });
}

/// Every do, avoid and consider, with what takes its place.
fn advice(model: &Model) -> Vec<Line> {
    let shown = model.shown().into_iter().filter(|(rule, _)| kept(rule));
    let line = |(rule, verdict): (&Rule, &Verdict)| {
        let yields = MAY_ASK_OR_YIELD.contains(&rule.id);
        let after = if yields { &verdict.called } else { &verdict.advised };
        let before = verdict.advised.and(&not_improving(model));
        Line { name: rule.id.into(), before, after: after.or(&replaced(model, rule.id)) }
    };
    shown.map(line).collect()
}

/// The findings that bear on the grade, and persistence despite treatment.
fn bearing() -> impl Iterator<Item = FindingIndex> {
    let findings = NMS.severity_domains.iter().copied().chain([finding("persistentDespiteTreatment")]);
    findings.filter(|index| NMS.finding(*index).is_some())
}

pub(crate) fn inv_07(claims: &mut Claims) {
    const PSYCHIATRIC: [&str; 5] =
        ["agitation", "psychiatricConditionForEct", "physicalRestraint", "catatonia", "catatoniaBeforeAntipsychotic"];
    claims.claim("Suspected and exposed: no answer on the psychiatric state takes the stop from its first place; catatonia is a sign itself, and without it the syndrome may no longer be suspected.");
    for id in PSYCHIATRIC.iter().filter(|id| space().place(finding(id)).is_some()) {
        let any = change(space(), finding(id), |_| true, |_| true);
        claims.stays(&[any], |model| {
            let first = model.first(STOP, &ASIDE).and(&model.yes("exposure"));
            let after = if *id == "catatonia" { first.or(&model.yes("suspected").not()) } else { first.clone() };
            vec![Line { name: STOP.into(), before: first, after }]
        });
    }
}

pub(crate) fn inv_08(claims: &mut Claims) {
    claims.claim("Acted on: the line against restraint is advised, and S12 and S45 are shown.");
    claims.holds("avoid-physical-restraint", |model| {
        let premise = model.yes("suspected");
        let shown = model.shows("S12").and(&model.shows("S45"));
        (premise, shown.and(&model.advised("avoid-physical-restraint")))
    });
}

pub(crate) fn inv_24(claims: &mut Claims) {
    const BEFORE: [&str; 2] = ["start-supportive-care", "treat-without-waiting"];
    claims.claim("A drug beside the supportive care is in the plan: supportive care, fluids and treatment without waiting are advised above it; so is the stop, or its question, unless an antagonist is ruled out, and the restart if a withdrawal is known.");
    for drug in drugs() {
        for before in BEFORE {
            claims.holds(drug, |model| (model.in_plan(drug), model.advised(before)));
        }
        claims.holds(drug, |model| (model.in_plan(drug), model.shows("S14")));
        claims.holds(drug, |model| (model.in_plan(drug).and_not(&model.no("exposure")), model.stands(STOP)));
        claims.holds(drug, |model| {
            (model.in_plan(drug).and(&model.yes("dopaminergicWithdrawal")), model.stands(RESTART))
        });
        for model in models() {
            let order: Vec<_> = model.shown().iter().map(|(rule, _)| rule.id).collect();
            let place = |id: &str| order.iter().position(|shown| *shown == id);
            let above = BEFORE.iter().chain(&[STOP, RESTART]).all(|before| place(before) < place(drug));
            claims.seen(drug, above || place(drug).is_none());
        }
    }
    claims.claim(
        "A drug is in the plan while no trigger is established: the search for the trigger is advised above it.",
    );
    for drug in drugs() {
        claims.holds(drug, |model| {
            (model.in_plan(drug).and(&model.no("exposureEstablished")), model.advised("find-the-exposure"))
        });
    }
}

/// The first line advised, for each answer on the trigger: exposure, withdrawal, the line, and the lines that may go before
/// it because they are of another illness.
pub(crate) fn first_action(claims: &mut Claims) {
    const BEFORE_DIFFERENTIAL: [&str; 8] =
        [ASIDE[0], ASIDE[1], ASIDE[2], ASIDE[3], ASIDE[4], ASIDE[5], "restore-baclofen", "stop-serotonergic-drugs"];
    claims.claim("Each answer on the trigger has its own first line while the syndrome is suspected: stop, restart, or the search for the trigger.");
    let search = "find-the-exposure";
    let table = [("yes", "any", STOP), ("unknown", "unknown", STOP), ("unknown", "no", STOP), ("any", "only", RESTART)];
    for (exposure, withdrawal, line) in table {
        claims.holds(line, |model| {
            let exposed = answer(model, "exposure", exposure);
            let withdrawn = match withdrawal {
                "only" => model.yes("dopaminergicWithdrawal").and_not(&model.yes("exposure")),
                other => answer(model, "dopaminergicWithdrawal", other),
            };
            let first = if line == RESTART { restart_first(model) } else { model.first(line, &ASIDE) };
            (model.yes("suspected").and(&exposed).and(&withdrawn), first)
        });
    }
    claims.holds(search, |model| {
        let open = model.no("exposure").and(&model.unknown("dopaminergicWithdrawal"));
        (open.and(&model.yes("suspected")), model.first(search, &BEFORE_DIFFERENTIAL))
    });
    claims.claim("Neither exposure nor withdrawal, and one sign: another cause comes first, unless malignant hyperthermia is the cause.");
    claims.holds("look-for-another-cause", |model| {
        let neither = model.no("exposure").and(&model.no("dopaminergicWithdrawal"));
        // a CK by itself is no sign of the patient
        let signs = NMS.suspicion.signs.iter().take(5);
        let sign = signs.fold(space().nothing(), |known, sign| known.or(&model.met(sign)));
        let other = neither.and(&sign).and_not(&model.advised(MALIGNANT_HYPERTHERMIA));
        (other, model.first("look-for-another-cause", &BEFORE_DIFFERENTIAL))
    });
    claims.claim("Acted on and at least moderate over all sources: critical care is called, unless ventilated or improving. Acted on and severe: intensive care.");
    claims.holds("call-critical-care", |model| {
        let called = model.yes("suspected").and(&model.yes("moderateOverAll"));
        (called.and_not(&model.yes("ventilated")).and(&not_improving(model)), model.advised("call-critical-care"))
    });
    claims.holds("admit-to-intensive-care", |model| {
        (model.yes("suspected").and(&model.yes("severe")), model.advised("admit-to-intensive-care"))
    });
}

fn answer(model: &Model, id: &str, answer: &str) -> Bdd {
    match answer {
        "yes" => model.yes(id),
        "no" => model.no(id),
        "unknown" => model.unknown(id),
        _ => space().everything(),
    }
}
