//! When it does not get better, and what to watch for (S32, S33, S41 to S44, S54). Data only.

use crate::engine::rule::{Rule, Section, Urgency};
use crate::engine::source::{Basis, article, design, literature};

use super::terms::{above, absent, all, any, at_least, below, definition, present, under};

/// When it does not get better, and what to watch for (S32, S33, S41 to S44, S54), in order.
pub const COURSE: &[Rule] = &[
    Rule {
        id: "consider-electroconvulsive-therapy",
        section: Section::Advanced,
        when: all(&[present("suspected"), present("severe"), present("persistentDespiteTreatment")]),
        headline: "Severe and persistent: consider ECT, second line",
        beyond: "Led by anaesthesia; potassium and CK first; non-depolarising relaxant, avoid suxamethonium (succinylcholine). More reason with catatonia or a condition that ECT would treat.",
        article_text: "Severe and persistent: ECT, second line",
        source: article(&["S32", "S54"]).and(&["morcos-2019", "kuhlwilm-2020", "verdura-vizcaino-2011"]),
        ..Rule::CONSIDER
    },
    Rule {
        id: "prefer-ect-with-a-psychiatric-condition",
        section: Section::Advanced,
        urgency: Urgency::Info,
        when: all(&[
            present("suspected"),
            present("severe"),
            present("persistentDespiteTreatment"),
            present("psychiatricConditionForEct"),
        ]),
        headline: "ECT: more reason, a condition would benefit",
        detail: "Non-depolarising relaxant, avoid suxamethonium (succinylcholine).",
        folds_under: &[under("consider-electroconvulsive-therapy"), under("consider-ect-when-not-improving")],
        source: article(&["S33"]).and(&["verdura-vizcaino-2011"]),
        ..Rule::CONSIDER
    },
    Rule {
        id: "consider-ect-when-not-improving",
        section: Section::Advanced,
        basis: Basis::Literature,
        when: all(&[present("suspected"), present("persistentDespiteTreatment"), absent("severeEstablished")]),
        headline: "Not improving: call psychiatry, consider ECT early",
        detail: "At any grade; by our own interval after 2 to 3\u{a0}days, sooner with catatonia. Review the trigger, depot, infection and look-alikes. Led by anaesthesia; potassium first; non-depolarising relaxant, avoid suxamethonium (succinylcholine).",
        source: literature(&["morcos-2019", "verdura-vizcaino-2011", "bap-catatonia-2023"])
            .read_as("After 2 to 3 days is our own interval."),
        ..Rule::CONSIDER
    },
    Rule {
        id: "watch-residual-signs",
        section: Section::Aftercare,
        urgency: Urgency::Info,
        basis: Basis::Literature,
        when: definition("recovery"),
        headline: "Catatonia or parkinsonism can remain for weeks",
        detail: "Recovery takes 7 to 10 days on average after a drug by mouth, nearly always within 30 days, and longer after a depot. ECT is an option for what remains.",
        folds_under: &[under("step-down")],
        source: literature(&["dsm-5-tr", "morcos-2019", "guinart-2021-depot"]),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-rhabdomyolysis-and-renal-failure",
        when: present("suspected"),
        headline: "Watch for kidney failure, acidosis, seizures, DIC",
        detail: "Rhabdomyolysis with acute renal failure may need haemodialysis.",
        article_text: "Watch for rhabdomyolysis with renal failure",
        source: article(&["S41"]).and(&["aast-2022"]),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-metabolic-acidosis",
        when: present("suspected"),
        headline: "Metabolic acidosis",
        folds_under: &[under("watch-rhabdomyolysis-and-renal-failure")],
        source: article(&["S42"]),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-seizures",
        when: present("suspected"),
        headline: "Seizures",
        folds_under: &[under("watch-rhabdomyolysis-and-renal-failure")],
        source: article(&["S43"]),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-disseminated-intravascular-coagulation",
        when: present("suspected"),
        headline: "Disseminated intravascular coagulation",
        folds_under: &[under("watch-rhabdomyolysis-and-renal-failure")],
        source: article(&["S44"]),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-breathing",
        basis: Basis::Design,
        safety: true,
        when: definition("breathing-fails"),
        headline: "Breathing can stop suddenly",
        detail: "Acute respiratory failure is the strongest published predictor of death.",
        folds_under: &[under("secure-airway-and-breathing")],
        source: literature(&["modi-2016", "dsm-5-tr"]).read_as("A saturation below 90\u{a0}% is our own threshold."),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-circulation",
        basis: Basis::Design,
        safety: true,
        when: any(&[definition("circulation-fails"), present("arrhythmia")]),
        headline: "Shock or arrhythmia: continuous monitoring",
        folds_under: &[under("support-the-circulation")],
        source: design("Systolic pressure below 90 or mean pressure below 65\u{a0}mmHg: our own thresholds."),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-coagulation-now",
        basis: Basis::Design,
        safety: true,
        when: any(&[below("platelets", 100.0), above("inr", 1.5), below("fibrinogen", 1.5)]),
        headline: "Coagulation: ask haematology",
        detail: "Platelets below 100 ×10³/µL, INR above 1.5 or fibrinogen below 1.5\u{a0}g/L: our own thresholds for asking.",
        source: design("Our own thresholds; no published score is applied."),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-hyperkalaemia",
        basis: Basis::Design,
        safety: true,
        when: any(&[at_least("potassium", 5.5), present("hyperkalaemicEcg")]),
        headline: "Potassium from 5.5: ECG, repeat in 1 to 2\u{a0}hours",
        folds_under: &[under("treat-hyperkalaemia")],
        source: literature(&["ukka-2023", "ramamoorthy-2011"]).read_as("From 5.5\u{a0}mmol/L: our own threshold."),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-sepsis",
        basis: Basis::Literature,
        safety: true,
        when: present("suspected"),
        headline: "Sepsis looks alike: fever and white cells",
        detail: "Without waiting for one diagnosis to exclude the other.",
        folds_under: &[under("treat-infection-now"), under("exclude-infection")],
        source: literature(&["modi-2016", "bmj-nms"]),
        ..Rule::WATCH
    },
];
