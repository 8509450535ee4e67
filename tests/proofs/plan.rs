//! INV-01 to INV-08 and INV-24: what stands in the plan, and in which order.

use biodivine_lib_bdd::Bdd;
use nms_advisor::engine::rule::{Kind, Rule, Section};
use nms_advisor::guideline::NMS;
use nms_advisor::guideline::terms::finding;

use crate::model::Model;
use crate::prove::{Claims, Line, graded, models, space};
use crate::steps::{Step, change, worse};
use crate::support::SCOPES;
use crate::verdicts::Verdict;

/// The stop.
pub(crate) const STOP: &str = "discontinue-dopamine-antagonists";
/// The restart.
pub(crate) const RESTART: &str = "restart-dopaminergic-drug";
/// Malignant hyperthermia goes before the syndrome by the thirteenth decision.
const ASIDE: [&str; 1] = ["treat-as-malignant-hyperthermia"];
/// Drugs beside the supportive care.
fn drugs() -> impl Iterator<Item = &'static str> {
    let adjunctive = NMS.rules.iter().filter(|rule| rule.section == Section::Adjunctive);
    adjunctive.filter(|rule| matches!(rule.kind, Kind::Do | Kind::Consider)).map(|rule| rule.id)
}

pub(crate) fn inv_01(claims: &mut Claims) {
    claims.claim("Suspected and exposed: the stop is the first line advised.");
    claims.holds(STOP, |model| (model.yes("suspected").and(&model.yes("exposure")), model.first(STOP, &ASIDE)));
    claims.claim("Suspected, exposure unknown and no withdrawal known: the stop is the first line advised.");
    claims.holds(STOP, |model| {
        let premise = model.yes("suspected").and(&model.unknown("exposure"));
        (premise.and_not(&model.yes("dopaminergicWithdrawal")), model.first(STOP, &ASIDE))
    });
}

pub(crate) fn inv_02(claims: &mut Claims) {
    claims.claim("Suspected by withdrawal alone: the restart is the first line advised.");
    claims.holds(RESTART, |model| {
        let pure = model.no("exposure").and(&model.yes("dopaminergicWithdrawal"));
        (pure.and(&model.yes("suspected")), model.first(RESTART, &ASIDE))
    });
    claims.claim("Exposure ruled out: the stop is not in the plan, and no advised line carries S06, S09 or S10.");
    claims.holds(STOP, |model| {
        let said = ["S06", "S09", "S10"].iter().fold(model.in_plan(STOP), |known, id| known.or(&model.shows(id)));
        (model.no("exposure"), said.not())
    });
    claims.claim("Suspected, withdrawal known and exposure unknown: the restart is first, and the stop asks.");
    claims.holds(STOP, |model| {
        let open = model.unknown("exposure").and(&model.yes("dopaminergicWithdrawal"));
        (open.and(&model.yes("suspected")), model.first(RESTART, &ASIDE).and(&model.asks(STOP)))
    });
}

pub(crate) fn inv_03(claims: &mut Claims) {
    claims.claim("Suspected, exposed and withdrawn: the stop is first, and the restart is advised after it.");
    claims.holds(RESTART, |model| {
        let both = model.yes("exposure").and(&model.yes("dopaminergicWithdrawal"));
        (both.and(&model.yes("suspected")), model.first(STOP, &ASIDE).and(&model.advised(RESTART)))
    });
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
const MAY_ASK_OR_YIELD: [&str; 3] =
    ["give-benzodiazepine", "consider-bromocriptine", "consider-bromocriptine-or-dantrolene"];

pub(crate) fn inv_06(claims: &mut Claims) {
    claims.claim("All answers equal but the grade: every do, avoid and consider of the lower grade is in the plan of the higher, with the same status.");
    for scope in SCOPES {
        let grades = graded(scope);
        for pair in grades.windows(2) {
            for (position, rule) in NMS.rules.iter().enumerate().filter(|(_, rule)| kept(rule)) {
                let (lower, higher) = (pair[0].verdict(position), pair[1].verdict(position));
                claims.always(&pair[0], rule.id, &lower.called, &higher.called);
                claims.always(&pair[0], rule.id, &lower.advised, &higher.advised);
            }
        }
    }
    claims.claim("The patient gets worse in one finding that bears on the grade: every do, avoid and consider stays advised; a benzodiazepine may begin to ask for the airway, bromocriptine may yield to serotonin toxicity.");
    claims.stays(&worsening(), |model| {
        let shown = model.shown().into_iter().filter(|(rule, _)| kept(rule));
        let line = |(rule, verdict): (&Rule, &Verdict)| {
            let yields = MAY_ASK_OR_YIELD.contains(&rule.id);
            let after = if yields { &verdict.called } else { &verdict.advised };
            Line { name: rule.id.into(), before: verdict.advised.clone(), after: after.clone() }
        };
        shown.map(line).collect()
    });
}

/// Every step by which a finding that bears on the grade gets worse, and persistence despite treatment.
fn worsening() -> Vec<Step> {
    let findings = NMS.severity_domains.iter().copied().chain([finding("persistentDespiteTreatment")]);
    findings.filter(|index| NMS.finding(*index).is_some()).flat_map(|index| worse(space(), index)).collect()
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
    claims
        .claim("Agitation, restraint or suspicion: the line against restraint is advised, and S12 and S45 are shown.");
    claims.holds("avoid-physical-restraint", |model| {
        let premise = model.yes("agitation").or(&model.yes("physicalRestraint")).or(&model.yes("suspected"));
        let shown = model.shows("S12").and(&model.shows("S45"));
        (premise, shown.and(&model.advised("avoid-physical-restraint")))
    });
}

pub(crate) fn inv_24(claims: &mut Claims) {
    const BEFORE: [&str; 3] = ["start-supportive-care", "give-intravenous-fluids", "treat-without-waiting"];
    claims.claim("A drug beside the supportive care is in the plan: supportive care, fluids and treatment without waiting are advised above it; so is the stop, or its question, unless an antagonist is ruled out, and the restart if a withdrawal is known.");
    for drug in drugs() {
        for before in BEFORE {
            claims.holds(drug, |model| (model.in_plan(drug), model.advised(before)));
        }
        claims.holds(drug, |model| (model.in_plan(drug).and_not(&model.no("exposure")), model.stands(STOP)));
        claims.holds(drug, |model| {
            (model.in_plan(drug).and(&model.yes("dopaminergicWithdrawal")), model.advised(RESTART))
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
    const BEFORE_DIFFERENTIAL: [&str; 2] = ["treat-as-malignant-hyperthermia", "restore-baclofen"];
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
            (model.yes("suspected").and(&exposed).and(&withdrawn), model.first(line, &ASIDE))
        });
    }
    claims.holds(search, |model| {
        let open = model.no("exposure").and(&model.unknown("dopaminergicWithdrawal"));
        (open.and(&model.yes("suspected")), model.first(search, &BEFORE_DIFFERENTIAL))
    });
    claims.claim("Neither exposure nor withdrawal, and one cardinal sign: another cause comes first.");
    claims.holds("look-for-another-cause", |model| {
        let neither = model.no("exposure").and(&model.no("dopaminergicWithdrawal"));
        let sign = NMS.suspicion.signs.iter().fold(space().nothing(), |known, sign| known.or(&model.met(sign)));
        (neither.and(&sign), model.first("look-for-another-cause", &BEFORE_DIFFERENTIAL))
    });
    claims.claim("A volatile anaesthetic or succinylcholine: malignant hyperthermia is the first line, whatever else is answered.");
    claims.holds(ASIDE[0], |model| (model.yes("volatileAnaesthetic"), model.first(ASIDE[0], &[])));
    claims.claim("Suspected and at least moderate: critical care is called. Suspected and severe: intensive care.");
    for (grade, line) in [("moderateOrWorse", "call-critical-care"), ("severe", "admit-to-intensive-care")] {
        claims.holds(line, |model| (model.yes("suspected").and(&model.yes(grade)), model.advised(line)));
    }
}

fn answer(model: &Model, id: &str, answer: &str) -> Bdd {
    match answer {
        "yes" => model.yes(id),
        "no" => model.no(id),
        "unknown" => model.unknown(id),
        _ => space().everything(),
    }
}
