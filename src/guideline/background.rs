//! What helps to judge the rest (S31, S48). Data only.

use crate::engine::rule::{Rule, Section, Urgency};
use crate::engine::source::{Basis, article, literature};

use super::terms::{above, absent, all, any, below, is, present, under};

/// What helps to judge the rest (S31, S48), in order.
pub const BACKGROUND: &[Rule] = &[
    Rule {
        id: "know-early-treatment-lowers-mortality",
        section: Section::Background,
        when: present("suspected"),
        headline: "Mortality: 76\u{a0}% in the 1960s, below 10 to 15\u{a0}% now",
        detail: "A United States inpatient series of 2002 to 2011 found 5.6\u{a0}%; textbooks give 10 to 20\u{a0}%.",
        source: article(&["S48"]).and(&["modi-2016", "guinart-2021-finland"]),
        ..Rule::NOTE
    },
    Rule {
        id: "know-the-share-in-intensive-care",
        section: Section::Background,
        when: present("suspected"),
        headline: "About a quarter needed intensive care (the article)",
        detail: "Background only, no argument for triage: textbooks manage the syndrome usually in intensive care.",
        source: article(&["S31"]).and(&["bmj-nms", "mayo-2025"]).read_as(
            "The wording is very likely carried over: the sentence may have been written for serotonin toxicity.",
        ),
        ..Rule::NOTE
    },
    Rule {
        id: "confirm-core-temperature",
        section: Section::Background,
        urgency: Urgency::Warning,
        basis: Basis::Literature,
        when: any(&[
            is("temperatureSite", "axillary"),
            is("temperatureSite", "tympanic"),
            is("temperatureSite", "other"),
        ]),
        headline: "A peripheral temperature can be too low",
        detail: "Rectal or bladder probe. The grade is not lowered for the site.",
        folds_under: &[under("cool-externally"), under("examine-now")],
        source: literature(&["critcare-2007-hyperthermia"]),
        ..Rule::NOTE
    },
    Rule {
        id: "know-the-saturation-on-oxygen",
        section: Section::Background,
        urgency: Urgency::Warning,
        basis: Basis::Design,
        when: present("supplementalOxygen"),
        headline: "Saturation on oxygen can hide failing breathing",
        detail: "The threshold of 90\u{a0}% is meant on air. Judge breathing by the patient and the blood gas.",
        source: literature(&["modi-2016"]).read_as(
            "The caution is our own; respiratory failure is among the strongest published predictors of death.",
        ),
        ..Rule::NOTE
    },
    Rule {
        id: "know-the-limits-of-use",
        section: Section::Background,
        urgency: Urgency::Warning,
        basis: Basis::Literature,
        safety: true,
        when: any(&[below("ageYears", 18.0), present("pregnant")]),
        headline: "Child or pregnant: the plan stands, doses do not",
        detail: "Most evidence is from adults. In 77 children 9\u{a0}% died and 20\u{a0}% had sequelae; dantrolene was not found useful there, in uncontrolled cases.",
        folds_under: &[under("call-obstetrics-or-paediatrics")],
        source: literature(&["silva-1999", "leon-amenero-children", "pregnancy-2019", "quebec-bromocriptine-2024"]),
        ..Rule::NOTE
    },
    Rule {
        id: "know-the-course-after-a-depot",
        section: Section::Background,
        basis: Basis::Literature,
        when: all(&[any(&[present("suspected"), present("toCheck")]), present("depot")]),
        headline: "After a depot: longer, and it may still be rising",
        detail: "Pooled cases: 2.6 against 1.8\u{a0}weeks, with first-generation depots. Risperidone microspheres release mainly from week 3 on.",
        folds_under: &[under("discontinue-dopamine-antagonists"), under("hold-dopamine-antagonists")],
        source: literature(&["guinart-2021-depot", "dsm-5-tr", "risperidone-label"]),
        ..Rule::NOTE
    },
    Rule {
        id: "know-the-picture-on-clozapine",
        section: Section::Background,
        urgency: Urgency::Warning,
        basis: Basis::Literature,
        when: all(&[
            present("antagonistEstablished"),
            any(&[present("clozapineNamed"), present("aripiprazoleNamed"), present("amisulprideNamed")]),
        ]),
        headline: "Clozapine, aripiprazole, amisulpride: often atypical",
        detail: "Little rigidity, CK late or low.",
        folds_under: &[under("discontinue-dopamine-antagonists"), under("hold-dopamine-antagonists")],
        source: literature(&["sarkar-gupta-2017", "belvederi-murri-2015"]),
        ..Rule::NOTE
    },
    Rule {
        id: "check-for-malignant-hyperthermia",
        urgency: Urgency::Warning,
        basis: Basis::Literature,
        safety: true,
        when: all(&[present("volatileAnaesthetic"), absent("hyperthermiaOfAnaesthesia")]),
        headline: "Anaesthetic within 24\u{a0}h: look for hyperthermia signs",
        detail: "Rising carbon dioxide, masseter spasm, rigidity, fast pulse, acidosis; heat comes late. With one of them: malignant hyperthermia protocol.",
        source: literature(&["qrh-3-8", "emhg-2024"]),
        ..Rule::NOTE
    },
    Rule {
        id: "know-the-timing",
        section: Section::Background,
        basis: Basis::Literature,
        when: above("hoursSinceChange", 720.0),
        headline: "Begun more than 30\u{a0}days after the last change",
        detail: "Unusual, most begin within 2\u{a0}weeks: look harder for another cause. It excludes nothing.",
        source: literature(&["cmdt-nms", "schonfeldt-lecuona-2020"]),
        ..Rule::NOTE
    },
    Rule {
        id: "know-parkinsonism-without-fever",
        section: Section::Background,
        basis: Basis::Literature,
        when: all(&[present("toCheck"), present("rigid"), absent("hyperthermic"), absent("alteredMentalStatus")]),
        headline: "Rigid but cool and alert: parkinsonism is likelier",
        detail: "Lower or change the drug with psychiatry; no critical care call for this alone.",
        folds_under: &[under("hold-dopamine-antagonists")],
        source: literature(&["aafp-2007", "bmj-nms"]),
        ..Rule::NOTE
    },
];
