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

/// What the literature adds to measure.
pub const FURTHER_TESTS: &[Rule] = &[
    Rule {
        id: "monitor-ecg-glucose-and-urine",
        basis: Literature,
        when: present("suspected"),
        text: "ECG, glucose and urine for myoglobin",
        source: literature(&["bmj-nms"]),
        ..Rule::MONITOR
    },
    Rule {
        id: "monitor-for-other-causes",
        urgency: Info,
        basis: Literature,
        when: present("suspected"),
        text: "To exclude other causes: cultures, chest film, toxicology; CT, lumbar puncture and EEG as the case asks",
        detail: "Serum iron is often low.",
        source: literature(&["bmj-nms", "boyer-shannon-2005"]),
        ..Rule::MONITOR
    },
    Rule {
        id: "monitor-cooling",
        basis: Literature,
        when: present("hyperthermic"),
        text: "Core temperature while cooling: end at about 38\u{a0}°C, before it overshoots",
        detail: "One source ends active cooling at 38\u{a0}°C, usually after about 30 minutes, another below 39\u{a0}°C.",
        source: literature(&["critcare-2007-hyperthermia", "cooling-end-point"]),
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
        detail: "Potassium above 6.5\u{a0}mmol/L, from 6.0\u{a0}mmol/L with ECG changes (our own threshold), or pH of 7.2 or less, where treatment does not bring them down; also fluid overload that resists treatment, signs of uraemia, or a toxin that can be dialysed. Not to prevent kidney injury.",
        source: literature(&["rrt-indications", "aast-2022"]),
        ..Rule::DO
    },
    Rule {
        id: "support-rhabdomyolysis",
        section: Complications,
        basis: Literature,
        when: any(&[
            above("creatineKinase", 1000.0),
            above("creatineKinaseMultiple", 5.0),
            present("rhabdomyolysis"),
            present("myoglobinuria"),
        ]),
        text: "Rhabdomyolysis: fluids to a urine target; potassium, calcium and phosphate; feel for tense limbs",
        detail: "CK above 1,000\u{a0}U/L or 5 times its upper limit, or dark urine. A tense, painful limb needs a surgeon. Diuretics and bicarbonate are no routine.",
        source: literature(&["aast-2022", "bmj-rhabdomyolysis"]),
        ..Rule::DO
    },
    Rule {
        id: "treat-seizures",
        section: Complications,
        urgency: Critical,
        basis: Literature,
        when: present("seizures"),
        text: "Seizures: a benzodiazepine with the airway supported; look for their cause",
        detail: "Glucose, sodium, and imaging or lumbar puncture as the case asks.",
        source: literature(&["critcare-2007-hyperthermia", "bmj-nms"]),
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
        text: "Kidneys: from a CK above 5,000\u{a0}U/L the risk of injury is assessed",
        detail: "Hourly urine output and early advice from nephrology. A peak above 5,000\u{a0}U/L was 83\u{a0}% sensitive and 55\u{a0}% specific for needing renal replacement.",
        source: literature(&["mcmahon-2013", "critcare-2015-ck"]),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-acute-kidney-injury",
        urgency: Critical,
        basis: Literature,
        when: any(&[definition("renal-injury"), at_least("creatinineRise", 26.0)]),
        text: "Acute kidney injury: early advice from nephrology, urine output by the hour",
        detail: "Creatinine at least 1.5 times the usual one, 26\u{a0}µmol/L or more above it if within 48\u{a0}h, or urine below 0.5\u{a0}mL/kg/h for 6\u{a0}h.",
        source: literature(&["kdigo-bmj", "modi-2016"]).read_as(
            "When the creatinine rose is not asked: a rise of 26\u{a0}µmol/L shows this line and changes no grade.",
        ),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-breathing",
        urgency: Critical,
        basis: Design,
        when: any(&[
            present("respiratoryFailure"),
            below("oxygenSaturation", 90.0),
            present("rigidityImpairsBreathing"),
        ]),
        text: "Breathing: plan the airway now; it can stop suddenly",
        detail: "Acute respiratory failure is the strongest published predictor of death.",
        source: literature(&["modi-2016", "dsm-5-tr"]).read_as("A saturation below 90\u{a0}% is our own threshold."),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-circulation",
        urgency: Critical,
        basis: Design,
        when: any(&[present("shock"), present("arrhythmia"), definition("shock-by-pressure")]),
        text: "Shock or arrhythmia: intensive care",
        source: literature(&[])
            .read_as("Systolic pressure below 90 or mean pressure below 65\u{a0}mmHg: our own thresholds."),
        ..Rule::WATCH
    },
    Rule {
        id: "watch-thromboembolism",
        basis: Literature,
        when: present("suspected"),
        text: "Thromboembolism: prophylaxis by local protocol, once coagulation is known",
        detail: "Rigid, immobile and dehydrated; pulmonary emboli are among the causes of respiratory distress. With disseminated coagulation, few platelets or a lumbar puncture planned, ask haematology first.",
        source: literature(&["dsm-5-tr"])
            .read_as("The emboli are from the source; the prophylaxis is our own addition."),
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
