//! What else it could be: what speaks for and against each, side by side. Never a diagnosis, never less urgency; the
//! temperature tells neuroleptic malignant syndrome and serotonin toxicity apart in neither direction. Data only.

use crate::engine::beyond::{LookAlike, Point};
use crate::engine::criterion::{Criterion, NEVER};
use crate::engine::source::literature;

use super::terms::{above, absent, all, any, at_least, at_least_of, definition, is, present};

const fn point(label: &'static str, when: Criterion) -> Point {
    Point { label, when }
}

/// Look-alikes.
pub const LOOK_ALIKES: &[LookAlike] = &[
    LookAlike {
        id: "serotonin-toxicity",
        label: "Serotonin toxicity",
        advice: "Stop the serotonergic drug; benzodiazepines and cooling. No bromocriptine, no chlorpromazine, no dantrolene, no propranolol; ask a poison centre.",
        speaks_for: &[
            point("Hunter rule met", definition("hunter")),
            point("A serotonergic drug", present("serotonergicDrug")),
            point("Clonus", any(&[present("spontaneousClonus"), present("inducibleClonus"), present("ocularClonus")])),
            point("Brisk reflexes", present("hyperreflexia")),
            point("Large pupils", is("pupils", "large")),
            point("Hyperactive bowel sounds", is("bowelSounds", "hyperactive")),
        ],
        speaks_against: &[
            point("No serotonergic drug", absent("serotonergicDrug")),
            point(
                "Neither clonus nor brisk reflexes (rigidity can mask them)",
                all(&[
                    absent("spontaneousClonus"),
                    absent("inducibleClonus"),
                    absent("ocularClonus"),
                    absent("hyperreflexia"),
                ]),
            ),
            point("Bowel sounds normal or reduced", any(&[is("bowelSounds", "normal"), is("bowelSounds", "reduced")])),
            point("Pupils normal", is("pupils", "normal")),
        ],
        first_if: NEVER,
        source: literature(&["boyer-shannon-2005", "chun-2016", "hunter-2003"]),
    },
    LookAlike {
        id: "malignant-hyperthermia",
        label: "Malignant hyperthermia",
        advice: "With a sign beside the anaesthetic: protocol. Its dantrolene regimen is its own; bromocriptine may worsen it.",
        speaks_for: &[
            point(
                "Volatile anaesthetic or suxamethonium (succinylcholine) within 24\u{a0}h",
                present("volatileAnaesthetic"),
            ),
            point("Masseter spasm", present("masseterSpasm")),
            point("End-tidal carbon dioxide rising", present("endTidalCarbonDioxideRising")),
            point("A sign beside the anaesthetic", definition("malignant-hyperthermia-now")),
        ],
        speaks_against: &[point(
            "No volatile anaesthetic or suxamethonium (succinylcholine)",
            absent("volatileAnaesthetic"),
        )],
        first_if: definition("malignant-hyperthermia-now"),
        source: literature(&["boyer-shannon-2005", "chun-2016", "qrh-3-8", "emhg-2024"]),
    },
    LookAlike {
        id: "anticholinergic-toxicity",
        label: "Anticholinergic toxicity",
        advice: "Ask a poison centre. Dantrolene is not expected to work in it.",
        speaks_for: &[
            point("An anticholinergic drug", present("anticholinergicDrug")),
            point("Dry skin", present("drySkin")),
            point("Large pupils", is("pupils", "large")),
            point("Bowel sounds absent", is("bowelSounds", "absent")),
            point("Urinary retention", present("urinaryRetention")),
        ],
        speaks_against: &[
            point("No anticholinergic drug", absent("anticholinergicDrug")),
            point("Rigidity: tone is normal in it", present("rigid")),
            point("Profuse sweating", present("diaphoresis")),
            point("Sialorrhoea", present("sialorrhoea")),
        ],
        first_if: NEVER,
        source: literature(&["boyer-shannon-2005", "chun-2016", "poisoning-drug-overdose"]),
    },
    LookAlike {
        id: "malignant-catatonia",
        label: "Malignant catatonia",
        advice: "No antipsychotic: one source saw a place for it there, none in neuroleptic malignant syndrome. Lorazepam and ECT serve both.",
        speaks_for: &[
            point(
                "Catatonia before the antipsychotic (it can also precede this syndrome)",
                present("catatoniaBeforeAntipsychotic"),
            ),
            point("Catatonic signs", present("catatonia")),
            point("Mutism", present("mutism")),
        ],
        speaks_against: &[point("No catatonia before the antipsychotic", absent("catatoniaBeforeAntipsychotic"))],
        first_if: NEVER,
        source: literature(&["terlikowska-1995", "white-robins-1991", "dsm-5-catatonia-2020"]),
    },
    LookAlike {
        id: "parkinsonism-hyperpyrexia",
        label: "Parkinsonism-hyperpyrexia",
        advice: "The dopaminergic drug or the stimulation has to be restarted: the opposite first action. Call neurology.",
        speaks_for: &[
            point("Dopaminergic drug or stimulation stopped, cut or not absorbed", present("dopaminergicWithdrawal")),
            point("Parkinson disease", present("parkinsonDisease")),
        ],
        speaks_against: &[
            point("Nothing dopaminergic stopped, cut or not absorbed", absent("dopaminergicWithdrawal")),
            point("No Parkinson disease", absent("parkinsonDisease")),
        ],
        first_if: NEVER,
        source: literature(&["pmc6278220", "pmc6536166", "jpd-223362"]),
    },
    LookAlike {
        id: "dyskinesia-hyperpyrexia",
        label: "Dyskinesia-hyperpyrexia",
        advice: "Here there is too much dopaminergic drug: the dose is lowered, the opposite of parkinsonism-hyperpyrexia. Ask neurology before anything is changed.",
        speaks_for: &[point("Continuous dyskinesia", present("dyskinesia"))],
        speaks_against: &[
            point("No dyskinesia", absent("dyskinesia")),
            point("Dopaminergic drug stopped, cut or not absorbed", present("dopaminergicWithdrawal")),
        ],
        first_if: all(&[
            present("dyskinesia"),
            any(&[present("parkinsonDisease"), present("listedDopaminergic")]),
            absent("withdrawn"),
        ]),
        source: literature(&["jpd-223362", "pmc6278220"]),
    },
    LookAlike {
        id: "baclofen-withdrawal",
        label: "Baclofen withdrawal",
        advice: "Restore the baclofen and check the pump. Dantrolene relieves the rigidity only.",
        speaks_for: &[
            point("Baclofen stopped, or its pump empty or failed", present("baclofenWithdrawal")),
            point("Itch without rash", present("itchWithoutRash")),
            point("Brisk reflexes, as in rebound spasticity", present("hyperreflexia")),
        ],
        speaks_against: &[point("No baclofen stopped", absent("baclofenWithdrawal"))],
        first_if: NEVER,
        source: literature(&["coffey-2002", "baclofen-withdrawal-grading"]),
    },
    LookAlike {
        id: "heat-stroke",
        label: "Heat stroke",
        advice: "Cool at once, by immersion if there is a way. Dantrolene is not recommended in it; bromocriptine may worsen it.",
        speaks_for: &[
            point("Heat or exertion", present("heatExposure")),
            point(
                "At least 40.0\u{a0}°C with altered mental status, after heat or exertion",
                all(&[present("heatExposure"), at_least("temperature", 40.0), present("alteredMentalStatus")]),
            ),
        ],
        speaks_against: &[point("No heat or exertion", absent("heatExposure"))],
        first_if: NEVER,
        source: literature(&["sccm-heat-2025", "cooling-end-point", "poisoning-drug-overdose"]),
    },
    LookAlike {
        id: "infection",
        label: "Infection, of the brain or elsewhere",
        advice: "Cultures, and treatment if suspected, without waiting for one to exclude the other.",
        speaks_for: &[
            point("Sepsis", present("sepsis")),
            point("Neck stiffness", present("neckStiffness")),
            point("Focal neurological signs", present("focalNeurology")),
            point("Fever with altered mental status", all(&[present("hyperthermic"), present("alteredMentalStatus")])),
            point("Fever without rigidity", all(&[present("hyperthermic"), absent("rigid")])),
            point("Seizures, as in an infection of the brain", present("seizures")),
        ],
        speaks_against: &[point("Other causes excluded", present("workUpNegative"))],
        first_if: definition("infection-to-treat"),
        source: literature(&["bmj-nms", "modi-2016"]),
    },
    LookAlike {
        id: "stimulant-toxicity",
        label: "Stimulant toxicity",
        advice: "Toxicology screen; ask a poison centre.",
        speaks_for: &[point("Stimulant use", present("stimulantUse"))],
        speaks_against: &[point("No stimulant use", absent("stimulantUse"))],
        first_if: NEVER,
        source: literature(&["cmdt-hyperthermia"]),
    },
    LookAlike {
        id: "drug-induced-parkinsonism",
        label: "Drug-induced parkinsonism, dystonia or akathisia",
        advice: "The commonest reason for stiffness on these drugs. Lower or change the drug with psychiatry.",
        speaks_for: &[
            point(
                "Rigid on such a drug, without fever and with a clear mind",
                all(&[present("exposure"), present("rigid"), absent("hyperthermic"), absent("alteredMentalStatus")]),
            ),
            point(
                "Tremor on such a drug, without fever and with a clear mind",
                all(&[present("exposure"), present("tremor"), absent("hyperthermic"), absent("alteredMentalStatus")]),
            ),
        ],
        speaks_against: &[
            point("Hyperthermia", present("hyperthermic")),
            point("CK raised", definition("muscle-sign")),
        ],
        first_if: NEVER,
        source: literature(&["dsm-5-tr", "aafp-2007"]),
    },
    LookAlike {
        id: "sedative-withdrawal",
        label: "Alcohol or sedative withdrawal",
        advice: "Benzodiazepines and thiamine by protocol. No antipsychotic while this syndrome is possible.",
        speaks_for: &[point("Alcohol or sedative stopped or cut", present("sedativeWithdrawal"))],
        speaks_against: &[
            point("No alcohol or sedative stopped or cut", absent("sedativeWithdrawal")),
            point("Rigidity at least moderate", definition("rigid-from-moderate")),
        ],
        first_if: NEVER,
        source: literature(&["dsm-5-tr"]),
    },
    LookAlike {
        id: "status-epilepticus",
        label: "Status epilepticus, also non-convulsive",
        advice: "EEG now.",
        speaks_for: &[
            point("Seizures", present("seizures")),
            point("Stupor or coma without rigidity", all(&[definition("stupor"), absent("rigid")])),
        ],
        speaks_against: &[],
        first_if: NEVER,
        source: literature(&["bmj-nms", "dsm-5-tr"]),
    },
    LookAlike {
        id: "autoimmune-encephalitis",
        label: "Autoimmune encephalitis",
        advice: "EEG, MRI, spinal fluid, neuronal antibodies; look for a teratoma. These patients tolerate antipsychotics badly.",
        speaks_for: &[point(
            "Two of: seizures; dyskinesia; catatonia or mutism; lability or hypermetabolism",
            at_least_of(
                2,
                &[
                    present("seizures"),
                    present("dyskinesia"),
                    any(&[present("catatonia"), present("mutism")]),
                    any(&[definition("sympathetic-lability"), present("hypermetabolic")]),
                ],
            ),
        )],
        speaks_against: &[point("Other causes excluded", present("workUpNegative"))],
        first_if: NEVER,
        source: literature(&["wang-2019", "lejuste-2016"]),
    },
    LookAlike {
        id: "thyroid-storm",
        label: "Thyroid storm or phaeochromocytoma",
        advice: "TSH and free T4; metanephrines.",
        speaks_for: &[point(
            "Hot, not rigid, and a heart rate above 130",
            all(&[present("hyperthermic"), absent("rigid"), above("heartRate", 130.0)]),
        )],
        speaks_against: &[point("Rigidity", present("rigid"))],
        first_if: NEVER,
        source: literature(&["dsm-5-tr"]),
    },
    LookAlike {
        id: "lithium-toxicity",
        label: "Lithium toxicity",
        advice: "Level now; fluids; ask nephrology about dialysis.",
        speaks_for: &[point(
            "Lithium with tremor, altered mental status, clonus, brisk reflexes or kidney injury",
            all(&[
                present("lithium"),
                any(&[
                    present("tremor"),
                    present("alteredMentalStatus"),
                    present("spontaneousClonus"),
                    present("inducibleClonus"),
                    present("ocularClonus"),
                    present("hyperreflexia"),
                    definition("renal-injury"),
                ]),
            ]),
        )],
        speaks_against: &[point("No lithium", absent("lithium"))],
        first_if: NEVER,
        source: literature(&["bmj-nms"]),
    },
    LookAlike {
        id: "clozapine-fever",
        label: "Fever on clozapine",
        advice: "Infection, neutropenia, myocarditis, or benign in the first weeks.",
        speaks_for: &[point("Fever on clozapine", all(&[present("clozapineNamed"), present("hyperthermic")]))],
        speaks_against: &[
            point("Rigidity at least moderate", definition("rigid-from-moderate")),
            point("CK at least 4 times its upper limit", at_least("creatineKinaseMultiple", 4.0)),
        ],
        first_if: NEVER,
        source: literature(&["ronaldson-2010"]),
    },
    LookAlike {
        id: "muscle-injury",
        label: "CK from injections, restraint, falls or exertion",
        advice: "Treat the muscle and the kidney; repeat CK.",
        speaks_for: &[
            point("Such an injury with a raised CK", all(&[present("muscleInjury"), definition("muscle-breakdown")])),
            point(
                "CK raised without fever and without rigidity",
                all(&[definition("muscle-breakdown"), absent("hyperthermic"), absent("rigid")]),
            ),
        ],
        speaks_against: &[point("Hyperthermia", present("hyperthermic")), point("Rigidity", present("rigid"))],
        first_if: NEVER,
        source: literature(&["nisijima-2012"])
            .read_as("That a CK without fever and rigidity speaks for it is our own."),
    },
    LookAlike {
        id: "metabolic-poison",
        label: "Salicylate or another uncoupler",
        advice: "Salicylate level; ask a poison centre.",
        speaks_for: &[point(
            "Hot, not rigid, breathing fast, with acidosis or a high lactate",
            all(&[
                present("hyperthermic"),
                absent("rigid"),
                at_least("respiratoryRate", 30.0),
                any(&[present("metabolicAcidosis"), definition("acidosis-by-gas"), above("lactate", 4.0)]),
            ]),
        )],
        speaks_against: &[point("Rigidity", present("rigid"))],
        first_if: NEVER,
        source: literature(&["cmdt-hyperthermia"]),
    },
];
