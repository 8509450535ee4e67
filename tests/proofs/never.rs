//! INV-09 to INV-14, INV-23, INV-25 and INV-29: warnings that stand wherever a drug does, and what speaks against one.

use nms_advisor::engine::assessment::Scope;
use nms_advisor::engine::rule::Kind;
use nms_advisor::guideline::NMS;
use nms_advisor::guideline::terms::{above, at_least, below, definition, finding, is};

use crate::classes::Class;
use crate::prove::{Claims, Line, models, space};
use crate::steps::change;

const BROMOCRIPTINE: &str = "consider-bromocriptine";

/// Every do and consider whose line holds one of the words.
fn advice_naming<'a>(words: &'a [&'a str]) -> impl Iterator<Item = &'static str> + 'a {
    let advice = NMS.rules.iter().filter(|rule| matches!(rule.kind, Kind::Do | Kind::Consider));
    advice.filter(|rule| words.iter().any(|word| rule.text.to_lowercase().contains(word))).map(|rule| rule.id)
}

pub(crate) fn inv_09(claims: &mut Claims) {
    claims.claim("Suspected: the line against every dopamine antagonist is advised.");
    claims.holds("avoid-dopamine-antagonists", |model| {
        (model.yes("suspected"), model.advised("avoid-dopamine-antagonists"))
    });
}

pub(crate) fn inv_10(claims: &mut Claims) {
    claims.claim("Paralysis, intubation or ECT is in the plan: the line against succinylcholine is advised.");
    for line in [
        "neuromuscular-paralysis",
        "intubate-and-ventilate",
        "emergency-sedation",
        "consider-paralysis-and-intubation",
        "consider-electroconvulsive-therapy",
        "prefer-ect-with-a-psychiatric-condition",
        "consider-ect-when-not-improving",
    ] {
        claims.holds(line, |model| (model.in_plan(line), model.advised("avoid-succinylcholine")));
    }
}

pub(crate) fn inv_11(claims: &mut Claims) {
    const WARNING: &str = "avoid-verapamil-or-diltiazem-with-dantrolene";
    claims
        .claim("Dantrolene is in the plan, malignant hyperthermia is treated, or verapamil or diltiazem is taken while acted on: the interaction warning is advised.");
    for line in advice_naming(&["dantrolene"]) {
        claims.holds(line, |model| (model.in_plan(line), model.advised(WARNING)));
    }
    claims.holds(WARNING, |model| (model.in_plan("treat-as-malignant-hyperthermia"), model.advised(WARNING)));
    for blocker in ["verapamil", "diltiazem"] {
        claims.holds(blocker, |model| {
            (model.met(&is("calciumChannelBlocker", blocker)).and(&model.yes("suspected")), model.advised(WARNING))
        });
    }
}

pub(crate) fn inv_13(claims: &mut Claims) {
    claims.claim("Acted on, hot and not improving: external cooling is advised; and, in the view of all sources, the line against antipyretics as its treatment unless sepsis is answered.");
    claims.holds("cool-externally", |model| {
        let hot = model.yes("suspected").and(&model.yes("hyperthermic"));
        (hot.and_not(&model.yes("improving")), model.advised("cool-externally"))
    });
    let all = &models()[0];
    assert_eq!(all.scope, Scope::All);
    let line = "avoid-antipyretics-as-treatment";
    let hot = all.yes("suspected").and(&all.yes("hyperthermic")).and_not(&all.yes("sepsis"));
    claims.always(all, line, &hot, &all.advised(line));
}

pub(crate) fn inv_14(claims: &mut Claims) {
    claims.claim("The line on consent before any antipsychotic again never stands without the waiting time.");
    claims.holds("obtain-consent-for-rechallenge", |model| {
        (model.in_plan("obtain-consent-for-rechallenge"), model.advised("delay-rechallenge"))
    });
    claims.claim("Suspected, and an antagonist not ruled out: rechallenge is not yet.");
    claims.holds("delay-rechallenge", |model| {
        (model.yes("suspected").and(&model.yes("triggerPossible")), model.advised("delay-rechallenge"))
    });
}

pub(crate) fn inv_23(claims: &mut Claims) {
    claims.claim("Dantrolene is in the plan: its label is advised, and S22 to S26 are shown.");
    for line in advice_naming(&["dantrolene"]) {
        claims.holds(line, |model| {
            let shown = ["S22", "S23", "S24", "S25", "S26"].map(|statement| model.shows(statement));
            (
                model.in_plan(line),
                shown.iter().fold(model.advised("know-the-dantrolene-label"), |known, one| known.and(one)),
            )
        });
    }
}

pub(crate) fn inv_25(claims: &mut Claims) {
    const AGAINST: [&str; 4] = ["ergotAllergy", "uncontrolledHypertension", "vascularHistory", "preEclampsia"];
    claims
        .claim("One contraindication known: bromocriptine is not advised, and withheld where it would be called for.");
    for id in AGAINST {
        claims.holds(id, |model| (model.yes(id), model.stands(BROMOCRIPTINE).not()));
    }
    claims.holds("hunter", |model| (model.met(&definition("hunter")), model.stands(BROMOCRIPTINE).not()));
    claims.claim("One contraindication not asked for: bromocriptine is not advised; it asks.");
    for id in AGAINST {
        claims.holds(id, |model| (model.unknown(id), model.advised(BROMOCRIPTINE).not()));
    }
    claims.claim("The Hunter rule is met: serotonin toxicity is named, whatever else stands.");
    claims.holds("hunter", |model| {
        (model.met(&definition("hunter")), model.advised("know-bromocriptine-and-serotonin-toxicity"))
    });
    claims.claim("Verapamil or diltiazem: dantrolene is not advised; not asked for: it asks.");
    for blocker in ["verapamil", "diltiazem"] {
        claims.holds(blocker, |model| {
            (model.met(&is("calciumChannelBlocker", blocker)), model.stands("consider-dantrolene").not())
        });
    }
    claims.holds("unknown", |model| {
        let place = space().place(finding("calciumChannelBlocker")).unwrap();
        (space().known(place).not(), model.advised("consider-dantrolene").not())
    });
}

pub(crate) fn inv_29(claims: &mut Claims) {
    claims.claim("A child, or pregnant: the limits of use are advised.");
    claims.holds("know-the-limits-of-use", |model| {
        let premise = model.yes("pregnant").or(&model.met(&below("ageYears", 18.0)));
        (premise, model.advised("know-the-limits-of-use"))
    });
    claims.claim("From 12 to below 18 instead of older or unknown (below 12 the limits of pulse and breathing do not count), pregnant instead of not or unknown: no do, avoid, consider or monitoring line is lost, but for amantadine, against which its label speaks in pregnancy.");
    let age = finding("ageYears");
    let child = |class: &Class| matches!(class, Class::Number(low, _) if (12.0..18.0).contains(&low.to_f64()));
    let steps = [
        change(space(), age, move |class| !matches!(class, Class::Number(low, _) if low.to_f64() < 18.0), child),
        change(space(), finding("pregnant"), |class| *class != Class::Yes, |class| *class == Class::Yes),
    ];
    claims.stays(&steps, |model| {
        // the label speaks against amantadine in pregnancy, and the limits of pulse and breathing count from 12 years
        let shown =
            model.shown().into_iter().filter(|(rule, _)| rule.kind != Kind::Note && rule.id != "consider-amantadine");
        shown.map(|(rule, verdict)| Line::kept(rule.id, &verdict.advised)).collect()
    });
}

pub(crate) fn emergencies(claims: &mut Claims) {
    claims.claim("Above 41.1 °C: emergency sedation, paralysis and, unless ventilated, intubation are advised; up to it, and while it is unknown, none of them.");
    for statement in ["S28", "S29", "S30"] {
        claims.holds(statement, |model| {
            let hot = model.met(&above("temperature", 41.1));
            let asked = if statement == "S30" { hot.and_not(&model.yes("ventilated")) } else { hot };
            (asked, model.shows(statement))
        });
        claims.holds(statement, |model| (model.met(&above("temperature", 41.1)).not(), model.shows(statement).not()));
    }
    claims.claim("From 40.0 °C: cooling is advised, and critical care is called unless ventilated.");
    claims.holds("call-critical-care", |model| {
        (
            model.met(&at_least("temperature", 40.0)).and_not(&model.yes("ventilated")),
            model.advised("call-critical-care"),
        )
    });
    claims.holds("cool-externally", |model| {
        (model.met(&at_least("temperature", 40.0)), model.advised("cool-externally"))
    });
}
