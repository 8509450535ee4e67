//! What else it could be: what speaks for and against each, side by side. Never a diagnosis, never less urgency; the
//! temperature tells neuroleptic malignant syndrome and serotonin toxicity apart in neither direction. Data only.

use crate::engine::beyond::{LookAlike, Point};
use crate::engine::criterion::Criterion;
use crate::engine::source::literature;

use super::terms::{above, absent, all, any, at_least, definition, is, present};

const fn point(label: &'static str, when: Criterion) -> Point {
    Point { label, when }
}

/// Look-alikes.
pub const LOOK_ALIKES: &[LookAlike] = &[
    LookAlike {
        id: "serotonin-toxicity",
        label: "Serotonin toxicity",
        advice: "It can stand beside neuroleptic malignant syndrome. Stop the serotonergic drug too; benzodiazepines and cooling serve both. No bromocriptine, no chlorpromazine; ask a poison centre.",
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
        source: literature(&["boyer-shannon-2005", "chun-2016", "hunter-2003"]),
    },
    LookAlike {
        id: "malignant-hyperthermia",
        label: "Malignant hyperthermia",
        advice: "After a volatile anaesthetic or succinylcholine it comes first: treat by the local protocol now. Its dantrolene regimen is its own; bromocriptine may worsen it.",
        speaks_for: &[
            point("Volatile anaesthetic or succinylcholine within 24\u{a0}h", present("volatileAnaesthetic")),
            point("Masseter spasm", present("masseterSpasm")),
            point("End-tidal carbon dioxide rising", present("endTidalCarbonDioxideRising")),
        ],
        speaks_against: &[point("No volatile anaesthetic or succinylcholine", absent("volatileAnaesthetic"))],
        source: literature(&["boyer-shannon-2005", "chun-2016"]),
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
            point("Above 38.8\u{a0}°C", above("temperature", 38.8)),
        ],
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
        source: literature(&["coffey-2002", "baclofen-withdrawal-grading"]),
    },
    LookAlike {
        id: "heat-stroke",
        label: "Heat stroke",
        advice: "Cool at once. Dantrolene is not recommended in it; bromocriptine may worsen it.",
        speaks_for: &[
            point("Heat or exertion", present("heatExposure")),
            point(
                "At least 40.0\u{a0}°C with altered mental status, after heat or exertion",
                all(&[present("heatExposure"), at_least("temperature", 40.0), present("alteredMentalStatus")]),
            ),
        ],
        speaks_against: &[point("No heat or exertion", absent("heatExposure"))],
        source: literature(&["cooling-end-point", "poisoning-drug-overdose"]),
    },
    LookAlike {
        id: "infection",
        label: "Infection, of the brain or elsewhere",
        advice: "Cultures, and treatment if suspected, without waiting for one to exclude the other.",
        speaks_for: &[
            point("Sepsis", present("sepsis")),
            point("Neck stiffness", present("neckStiffness")),
            point("Focal neurological signs", present("focalNeurology")),
        ],
        speaks_against: &[point("Other causes excluded", present("workUpNegative"))],
        source: literature(&["bmj-nms", "modi-2016"]),
    },
    LookAlike {
        id: "stimulant-toxicity",
        label: "Stimulant toxicity",
        advice: "Toxicology screen; ask a poison centre.",
        speaks_for: &[point("Stimulant use", present("stimulantUse"))],
        speaks_against: &[point("No stimulant use", absent("stimulantUse"))],
        source: literature(&["cmdt-hyperthermia"]),
    },
];
