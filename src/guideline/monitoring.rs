//! What to measure (S34 to S40), and the infection that is not excluded. Data only.

use crate::engine::rule::{Rule, Urgency};
use crate::engine::source::{Basis, article, literature};

use super::terms::{absent, all, any, definition, present, under};

/// What to measure (S34 to S40), and the infection that is not excluded, in order.
pub const MONITORING: &[Rule] = &[
    Rule {
        id: "monitor-laboratory",
        when: present("suspected"),
        headline: "Bloods, gas, glucose and ECG now",
        beyond: "Potassium, creatinine, CK, gas with lactate, glucose, blood count, liver, coagulation, calcium, phosphate, magnesium; urine for myoglobin; 12-lead ECG. Repeat by severity.",
        article_text: "Laboratory tests are mandatory",
        source: article(&["S34"]).and(&["bmj-nms"]),
        ..Rule::MONITOR
    },
    Rule {
        id: "monitor-creatine-kinase",
        urgency: Urgency::Info,
        when: present("suspected"),
        headline: "CK: typically at least 4 times its upper limit",
        text: "Creatine kinase (CK): typically at least 4 times the upper limit of normal",
        detail: "Can be normal early, and with little rigidity.",
        folds_under: &[under("monitor-laboratory")],
        source: article(&["S36"]).and(&["sarkar-gupta-2017"]),
        ..Rule::MONITOR
    },
    Rule {
        id: "monitor-electrolytes-and-renal-function",
        urgency: Urgency::Info,
        when: present("suspected"),
        headline: "Electrolytes and renal function",
        folds_under: &[under("monitor-laboratory")],
        source: article(&["S37"]),
        ..Rule::MONITOR
    },
    Rule {
        id: "monitor-blood-gases",
        urgency: Urgency::Info,
        when: present("suspected"),
        headline: "Arterial blood gases",
        folds_under: &[under("monitor-laboratory")],
        source: article(&["S39"]),
        ..Rule::MONITOR
    },
    Rule {
        id: "monitor-coagulation",
        urgency: Urgency::Info,
        when: present("suspected"),
        headline: "Coagulation studies",
        folds_under: &[under("monitor-laboratory")],
        source: article(&["S40"]),
        ..Rule::MONITOR
    },
    Rule {
        id: "monitor-blood-count",
        urgency: Urgency::Info,
        when: present("suspected"),
        headline: "Full blood count",
        text: "Full blood count: white cells typically 15,000 to 30,000/mm³",
        detail: "A range, not a criterion: a lower count does not speak against the syndrome.",
        folds_under: &[under("monitor-laboratory")],
        source: article(&["S35"]),
        ..Rule::MONITOR
    },
    Rule {
        id: "monitor-liver-function",
        urgency: Urgency::Info,
        when: present("suspected"),
        headline: "Liver function tests",
        folds_under: &[under("monitor-laboratory")],
        source: article(&["S38"]),
        ..Rule::MONITOR
    },
    Rule {
        id: "monitor-ecg-glucose-and-urine",
        urgency: Urgency::Info,
        basis: Basis::Literature,
        when: present("suspected"),
        headline: "ECG, glucose and urine for myoglobin",
        folds_under: &[under("monitor-laboratory")],
        source: literature(&["bmj-nms"]),
        ..Rule::MONITOR
    },
    Rule {
        id: "monitor-for-other-causes",
        urgency: Urgency::Info,
        basis: Basis::Literature,
        when: present("suspected"),
        headline: "Other causes: cultures, chest film, toxicology",
        text: "To exclude other causes: cultures, chest film, toxicology; CT, lumbar puncture and EEG as the case asks",
        detail: "Serum iron is often low. Neuronal antibodies where the course is odd, thyroid function, lithium level.",
        folds_under: &[under("monitor-laboratory")],
        source: literature(&["bmj-nms", "boyer-shannon-2005", "bap-catatonia-2023", "wang-2019"]),
        ..Rule::MONITOR
    },
    Rule {
        id: "exclude-infection",
        basis: Basis::Literature,
        safety: true,
        when: all(&[
            present("hyperthermic"),
            any(&[
                present("suspected"),
                present("toCheck"),
                all(&[absent("exposure"), absent("dopaminergicWithdrawal")]),
            ]),
            absent("infectionNow"),
            absent("otherCausesExcluded"),
            absent("improving"),
            absent("hyperthermiaOfAnaesthesia"),
        ]),
        headline: "Infection not excluded: cultures, chest film, urine",
        detail: "Antibiotics at once if sepsis or meningitis is possible, aciclovir if encephalitis is; lumbar puncture and EEG as the case asks. Neither diagnosis excludes the other.",
        source: literature(&["bmj-nms", "modi-2016", "etg-encephalitis"]),
        ..Rule::DO
    },
    Rule {
        id: "check-clozapine-fever",
        basis: Basis::Literature,
        safety: true,
        when: all(&[
            present("clozapineNamed"),
            present("hyperthermic"),
            any(&[present("suspected"), present("toCheck")]),
        ]),
        headline: "Clozapine with fever: neutrophils, CRP, troponin",
        detail: "ECG and echo if troponin or CRP is raised: myocarditis usually shows in days 14 to 22. Neutropenic sepsis is treated at once. If a common infection explains the fever, haematology and psychiatry decide whether clozapine goes on.",
        source: literature(&["ronaldson-2010", "sarkar-gupta-2017"]),
        ..Rule::DO
    },
    Rule {
        id: "monitor-cooling",
        basis: Basis::Literature,
        when: definition("cooling-in-question"),
        headline: "Core temperature while cooling; end near 38\u{a0}°C",
        detail: "Sources end at 38\u{a0}°C, 38.5\u{a0}°C or below 39\u{a0}°C.",
        folds_under: &[under("cool-externally")],
        source: literature(&["critcare-2007-hyperthermia", "cooling-end-point", "sccm-heat-2025"]),
        ..Rule::MONITOR
    },
];
