//! Sedation, fluids and the kidneys (S11, S12, S14, S41, S45). Data only.

use crate::engine::rule::{Rule, Section, Urgency};
use crate::engine::source::{Basis, article, literature};

use super::terms::{above, absent, all, any, at_least, at_most, definition, present, under};

/// Sedation, fluids and the kidneys (S11, S12, S14, S41, S45), in order.
pub const FLUIDS: &[Rule] = &[
    Rule {
        id: "give-benzodiazepine",
        when: present("suspected"),
        check_first_if: all(&[definition("airway-at-risk"), absent("ventilatedNow")]),
        question: "Is the airway secured? Breathing or consciousness is impaired, and a benzodiazepine can depress both.",
        headline: "Benzodiazepine IV to effect, watching the airway",
        detail: "For agitation, instead of restraint.",
        beyond: "Also for rigidity. Repeated by effect. In a ventilated patient it is part of the sedation.",
        article_text: "Benzodiazepine for agitation, not restraint",
        folds_under: &[under("step-down")],
        source: article(&["S11", "S50"]).and(&["critcare-2007-hyperthermia", "sarkar-gupta-2017"]).read_as("The article names agitation; use for rigidity and the condition on the airway are added."),
        ..Rule::DO
    },
    Rule {
        id: "avoid-physical-restraint",
        section: Section::Pitfalls,
        when: present("suspected"),
        headline: "Physical restraint",
        detail: "Straining adds muscle work, heat and lactic acid and raises mortality.",
        beyond: "If someone must be held so that the drug can be given: as few people, as short, as possible.",
        article_text: "Never use physical restraint",
        folds_under: &[under("give-benzodiazepine"), under("step-down")],
        source: article(&["S11", "S12", "S45"]).read_as("The wording is very likely carried over from serotonin toxicity; the reasoning holds here too, but it is no trial evidence."),
        ..Rule::AVOID
    },
    Rule {
        id: "release-restraint",
        urgency: Urgency::Critical,
        when: all(&[present("suspected"), present("physicalRestraint")]),
        headline: "Sedate first, then release the restraint",
        detail: "Hold only as long as it takes to give the drug, face up, chest free, one person watching the breathing.",
        article_text: "Never use physical restraint",
        source: article(&["S11", "S45"]).and(&["rcem-abd-2016"]),
        ..Rule::DO
    },
    Rule {
        id: "give-intravenous-fluids",
        urgency: Urgency::Critical,
        when: all(&[present("suspected"), absent("overloadRisk")]),
        headline: "Give IV fluids; hourly urine output",
        detail: "For dehydration and to protect the kidneys.",
        beyond: "Mild disease, no rhabdomyolysis and drinking: by mouth may do.",
        article_text: "Give intravenous fluids",
        source: article(&["S14"]).and(&["aast-2022", "bmj-nms"]),
        ..Rule::DO
    },
    Rule {
        id: "give-fluids-with-care",
        urgency: Urgency::Critical,
        when: all(&[present("suspected"), present("overloadRisk")]),
        headline: "IV fluids only after checking for overload",
        beyond: "Heart failure, dialysis or almost no urine: examine, small volumes, stop if full; ask nephrology or critical care. No fluids to a urine target.",
        article_text: "Give intravenous fluids",
        source: article(&["S14"]).and(&["aast-2022", "modi-2016"]),
        ..Rule::DO
    },
    Rule {
        id: "support-rhabdomyolysis",
        section: Section::Complications,
        basis: Basis::Literature,
        when: any(&[above("creatineKinase", 1000.0), above("creatineKinaseMultiple", 5.0), present("rhabdomyolysis"), present("myoglobinuria")]),
        headline: "Rhabdomyolysis: fluids, potassium, check limbs",
        detail: "Urine 1 to 3\u{a0}mL/kg/h unless overloaded or on dialysis; potassium, calcium, phosphate; tense painful limb: surgeon. No routine bicarbonate or diuretics. CK alone also rises after injections, restraint, falls and seizures.",
        folds_under: &[under("give-intravenous-fluids"), under("give-fluids-with-care")],
        source: literature(&["aast-2022", "bmj-rhabdomyolysis"]),
        ..Rule::DO
    },
    Rule {
        id: "watch-acute-kidney-injury",
        section: Section::Complications,
        urgency: Urgency::Critical,
        basis: Basis::Literature,
        safety: true,
        when: definition("renal-injury"),
        headline: "Kidney injury: call nephrology, urine hourly",
        detail: "Creatinine 1.5 times the usual one or 26\u{a0}µmol/L above it within 48\u{a0}h, or urine below 0.5\u{a0}mL/kg/h for 6\u{a0}h. Stop nephrotoxic drugs.",
        folds_under: &[under("give-intravenous-fluids"), under("give-fluids-with-care")],
        source: literature(&["kdigo-bmj", "modi-2016"]).read_as("When the creatinine rose is not asked: a rise of 26\u{a0}µmol/L counts as within 48\u{a0}h."),
        ..Rule::DO
    },
    Rule {
        id: "watch-kidneys-at-high-creatine-kinase",
        basis: Basis::Literature,
        when: above("creatineKinase", 5000.0),
        headline: "CK above 5,000\u{a0}U/L: high risk to the kidneys",
        detail: "Urine hourly, early advice from nephrology.",
        folds_under: &[under("give-intravenous-fluids"), under("give-fluids-with-care")],
        source: literature(&["mcmahon-2013", "critcare-2015-ck"]),
        ..Rule::WATCH
    },
    Rule {
        id: "discuss-renal-replacement",
        section: Section::Complications,
        urgency: Urgency::Critical,
        basis: Basis::Literature,
        when: any(&[above("potassium", 6.5), all(&[at_least("potassium", 6.0), present("hyperkalaemicEcg")]), at_most("ph", 7.2)]),
        headline: "Discuss dialysis now, after first measures",
        detail: "Potassium above 6.5\u{a0}mmol/L, from 6.0 with ECG changes, or pH of 7.2 or less that does not answer; overload; uraemia. Do not start dialysis merely to prevent kidney injury.",
        folds_under: &[under("treat-hyperkalaemia")],
        source: literature(&["rrt-indications", "aast-2022", "ukka-2023"]).read_as("From 6.0\u{a0}mmol/L with ECG changes: our own threshold."),
        ..Rule::DO
    },
    Rule {
        id: "consider-haemodialysis",
        section: Section::Complications,
        urgency: Urgency::Critical,
        when: all(&[present("suspected"), definition("renal-failure-with-rhabdomyolysis")]),
        headline: "Haemodialysis may be needed: discuss it",
        detail: "Rhabdomyolysis with acute renal failure.",
        folds_under: &[under("give-intravenous-fluids"), under("give-fluids-with-care")],
        source: article(&["S41"]),
        ..Rule::CONSIDER
    },
];
