//! Answers that contradict each other. The more urgent reading is used, and the contradiction is shown. Data only.

use crate::engine::rule_set::Conflict;

use super::terms::{above, absent, all, any, at_least, at_most, below, definition, finding, is, present};

/// Contradictions that are looked for.
pub const CONFLICTS: &[Conflict] = &[
    Conflict {
        findings: &[finding("dopamineAntagonist"), finding("agents")],
        when: all(&[absent("dopamineAntagonist"), present("listedAntagonist")]),
        problem: "No dopamine antagonist was answered, but one is named.",
        used: "Exposure: yes.",
    },
    Conflict {
        findings: &[finding("longActingInjection"), finding("agents")],
        when: all(&[absent("longActingInjection"), present("listedDepot")]),
        problem: "No depot was answered, but a depot is named.",
        used: "Depot: yes.",
    },
    Conflict {
        findings: &[finding("ventilated"), finding("mentalStatus")],
        when: all(&[present("ventilated"), is("mentalStatus", "alert")]),
        problem: "Intubated and ventilated, and alert.",
        used: "Both.",
    },
    Conflict {
        findings: &[finding("trend"), finding("persistentDespiteTreatment")],
        when: all(&[is("trend", "better"), present("persistentDespiteTreatment")]),
        problem: "The course is said to be better, and persistent despite treatment.",
        used: "Persistent: no step down.",
    },
    Conflict {
        findings: &[finding("temperature"), finding("hyperthermiaTwice")],
        when: all(&[present("hyperthermiaTwice"), at_most("temperature", 38.0)]),
        problem: "The temperature is not above 38.0\u{a0}°C, but it is said to have been so on two occasions.",
        used: "Hyperthermia: yes.",
    },
    Conflict {
        findings: &[finding("hypermetabolism"), finding("heartRate"), finding("respiratoryRate")],
        when: all(&[absent("hypermetabolism"), present("hypermetabolic")]),
        problem: "No hypermetabolism was answered, but the rates lie far above the usual ones.",
        used: "Hypermetabolism: yes.",
    },
    Conflict {
        findings: &[finding("bloodPressureRaised"), finding("systolic"), finding("diastolic")],
        when: all(&[absent("bloodPressureRaised"), present("bloodPressureAboveUsual")]),
        problem: "The blood pressure is said not to be raised, but it lies at least 25\u{a0}% above the usual one.",
        used: "Blood pressure raised: yes.",
    },
    Conflict {
        findings: &[finding("systolic"), finding("diastolic")],
        when: at_most("pulsePressure", 0.0),
        problem: "The systolic pressure is not above the diastolic one.",
        used: "Each is used as it stands; please check both.",
    },
    Conflict {
        findings: &[finding("mentalStatus"), finding("glasgowComaScale")],
        when: any(&[
            all(&[is("mentalStatus", "alert"), at_most("glasgowComaScale", 13.0)]),
            all(&[is("mentalStatus", "comatose"), at_least("glasgowComaScale", 14.0)]),
        ]),
        problem: "Mental status and Glasgow Coma Scale do not fit each other.",
        used: "The worse of the two.",
    },
    Conflict {
        findings: &[finding("rigidity"), finding("rigidityImpairsBreathing")],
        when: all(&[is("rigidity", "none"), present("rigidityImpairsBreathing")]),
        problem: "No rigidity was answered, but rigidity is said to impair breathing.",
        used: "Breathing impaired: yes.",
    },
    Conflict {
        findings: &[finding("metabolicAcidosis"), finding("ph"), finding("bicarbonate")],
        when: all(&[absent("metabolicAcidosis"), definition("acidosis-by-gas")]),
        problem: "No metabolic acidosis was answered, but pH and bicarbonate show one.",
        used: "Metabolic acidosis: yes, for the grade over all bases.",
    },
    Conflict {
        findings: &[finding("acuteRenalFailure"), finding("creatinine"), finding("urineOutput")],
        when: all(&[absent("acuteRenalFailure"), definition("renal-injury")]),
        problem: "No acute renal failure was answered, but creatinine or urine output show kidney injury.",
        used: "Kidney injury: yes, for the grade over all bases.",
    },
    Conflict {
        findings: &[finding("respiratoryFailure"), finding("oxygenSaturation")],
        when: all(&[absent("respiratoryFailure"), below("oxygenSaturation", 90.0)]),
        problem: "No respiratory failure was answered, but the oxygen saturation is below 90\u{a0}%.",
        used: "Breathing at risk: yes.",
    },
    Conflict {
        findings: &[finding("diaphoresis"), finding("drySkin")],
        when: all(&[present("diaphoresis"), present("drySkin")]),
        problem: "Profuse sweating and dry skin are both answered yes.",
        used: "Sweating: yes.",
    },
    Conflict {
        findings: &[finding("resolved"), finding("temperature"), finding("rigidity"), finding("mentalStatus")],
        when: all(&[
            present("resolved"),
            any(&[
                present("hyperthermic"),
                present("rigid"),
                present("alteredMentalStatus"),
                present("bloodPressureLabile"),
                present("bloodPressureRise"),
                present("diaphoresis"),
                present("incontinence"),
                present("hypermetabolic"),
                above("creatineKinaseMultiple", 2.0),
            ]),
        ]),
        problem: "Resolved was answered, but a sign is still there.",
        used: "Not resolved: the plan for the acute illness stays.",
    },
];
