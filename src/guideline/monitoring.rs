//! What to measure and what to watch for (S34-S44). Data only.

use crate::engine::rule::{Kind, Rule, Section, Urgency};
use crate::engine::source::{Basis, article, literature};

use super::terms::{above, all, any, at_least, at_most, below, definition, present};

use Basis::{Design, Literature};
use Section::Complications;
use Urgency::{Critical, Info};

/// What to measure.
pub const MONITORING: &[Rule] = &[
    Rule {
        id: "monitor-laboratory",
        when: present("suspected"),
        text: "Laboratory tests: needed in every case, and again in its course",
        source: article(&["S34"]),
        ..Rule::MONITOR
    },
    Rule {
        id: "monitor-creatine-kinase",
        when: present("suspected"),
        text: "Creatine kinase (CK): typically at least 4 times the upper limit of normal",
        detail: "Can be normal early, and with little rigidity.",
        source: article(&["S36"]).and(&["sarkar-gupta-2017"]),
        ..Rule::MONITOR
    },
    Rule {
        id: "monitor-electrolytes-and-renal-function",
        when: present("suspected"),
        text: "Electrolytes and renal function",
        source: article(&["S37"]),
        ..Rule::MONITOR
    },
    Rule {
        id: "monitor-blood-gases",
        when: present("suspected"),
        text: "Arterial blood gases",
        source: article(&["S39"]),
        ..Rule::MONITOR
    },
    Rule {
        id: "monitor-coagulation",
        when: present("suspected"),
        text: "Coagulation studies",
        source: article(&["S40"]),
        ..Rule::MONITOR
    },
    Rule {
        id: "monitor-blood-count",
        urgency: Info,
        when: present("suspected"),
        text: "Full blood count: white cells typically 15,000 to 30,000/mm³",
        detail: "A range, not a criterion: a lower count does not speak against the syndrome.",
        source: article(&["S35"]),
        ..Rule::MONITOR
    },
    Rule {
        id: "monitor-liver-function",
        urgency: Info,
        when: present("suspected"),
        text: "Liver function tests",
        source: article(&["S38"]),
        ..Rule::MONITOR
    },
];

/// What to watch for, and what it then takes.
pub const COMPLICATIONS: &[Rule] = &[
    Rule {
        id: "consider-haemodialysis",
        section: Complications,
        urgency: Critical,
        when: all(&[present("suspected"), definition("renal-failure-with-rhabdomyolysis")]),
        text: "Haemodialysis: may be needed, discuss it now",
        source: article(&["S41"]),
        ..Rule::CONSIDER
    },
    Rule {
        id: "discuss-renal-replacement",
        section: Complications,
        kind: Kind::Do,
        urgency: Critical,
        basis: Literature,
        when: any(&[
            above("potassium", 6.5),
            all(&[at_least("potassium", 6.0), present("hyperkalaemicEcg")]),
            at_most("ph", 7.2),
        ]),
        text: "Renal replacement therapy: discuss it now",
        detail: "Potassium above 6.5\u{a0}mmol/L, from 6.0\u{a0}mmol/L with ECG changes (our own threshold), or pH of 7.2 or less, above all if refractory.",
        source: literature(&["rrt-indications"]),
        ..Rule::DO
    },
    Rule {
        id: "watch-rhabdomyolysis-and-renal-failure",
        when: present("suspected"),
        text: "Rhabdomyolysis with acute renal failure",
        detail: "Dark urine, rising CK, creatinine and potassium. Haemodialysis may become necessary.",
        source: article(&["S41"]).and(&["aast-2022"]),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-metabolic-acidosis",
        when: present("suspected"),
        text: "Metabolic acidosis",
        source: article(&["S42"]),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-seizures",
        when: present("suspected"),
        text: "Seizures",
        source: article(&["S43"]),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-disseminated-intravascular-coagulation",
        when: present("suspected"),
        text: "Disseminated intravascular coagulation",
        source: article(&["S44"]),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-kidneys-at-high-creatine-kinase",
        basis: Literature,
        when: above("creatineKinase", 5000.0),
        text: "Kidneys: CK above 5,000\u{a0}U/L carries a high risk of acute kidney injury",
        detail: "Hourly urine output and early advice from nephrology.",
        source: literature(&["mcmahon-2013"]),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-coagulation-now",
        basis: Design,
        when: any(&[below("platelets", 100.0), above("inr", 1.5), below("fibrinogen", 1.5)]),
        text: "Coagulation: these values ask for advice from haematology",
        detail: "Platelets below 100 ×10³/µL, INR above 1.5 or fibrinogen below 1.5\u{a0}g/L: our own thresholds for asking.",
        source: literature(&[]).read_as("Our own thresholds; no published score is applied."),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-hyperkalaemia",
        basis: Design,
        urgency: Critical,
        when: any(&[at_least("potassium", 5.5), present("hyperkalaemicEcg")]),
        text: "Hyperkalaemia: ECG and the local protocol; no succinylcholine",
        source: literature(&["ramamoorthy-2011"]).read_as("From 5.5\u{a0}mmol/L: our own threshold."),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-aspiration",
        basis: Design,
        when: all(&[
            present("suspected"),
            any(&[present("dysphagia"), present("mutism"), at_most("glasgowComaScale", 12.0)]),
        ]),
        text: "Aspiration: nothing by mouth; drugs by tube",
        source: literature(&[]).read_as("Dysphagia, mutism or a Glasgow Coma Scale below 13: our own threshold."),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-sepsis",
        basis: Literature,
        when: present("suspected"),
        text: "Sepsis: fever and white cells look alike; cultures, and antibiotics if suspected",
        detail: "Without waiting for one diagnosis to exclude the other.",
        source: literature(&["modi-2016", "bmj-nms"]),
        ..Rule::WATCH
    },
];
