//! Named criteria: every number that a rule depends on stands here or in the severity table. Data only.

use crate::engine::criterion::Definition;
use crate::engine::source::{Basis, article, design, literature};

use super::terms::{
    above, absent, all, any, at_least, at_least_grade, at_most, below, definition, is, not, present, rows,
};

use Basis::{Article, Design, Literature};

rows! {
    /// Named criteria; each may refer only to those above it.
    DEFINITIONS: [Definition], DEFINITION_IDS;
    Definition {
        id: "cardinal-hyperthermia",
        label: "Hyperthermia",
        when: any(&[above("temperature", 38.0), present("hyperthermiaTwice")]),
        basis: Literature,
        source: literature(&["gurrera-2011", "bmj-nms"]),
    },
    Definition {
        id: "cardinal-rigidity",
        label: "Rigidity of any grade",
        when: present("rigid"),
        basis: Literature,
        source: literature(&["gurrera-2011", "bmj-nms"]),
    },
    Definition {
        id: "cardinal-mental-status",
        label: "Altered mental status",
        when: present("alteredMentalStatus"),
        basis: Literature,
        source: literature(&["gurrera-2011", "bmj-nms"]),
    },
    Definition {
        id: "cardinal-sympathetic-lability",
        label: "Sympathetic lability",
        when: any(&[
            present("bloodPressureLabile"),
            present("bloodPressureRise"),
            present("diaphoresis"),
            present("incontinence"),
        ]),
        basis: Literature,
        source: literature(&["gurrera-2011", "bmj-nms"]),
    },
    Definition {
        id: "cardinal-hypermetabolism",
        label: "Hypermetabolism",
        when: present("hypermetabolic"),
        basis: Literature,
        source: literature(&["gurrera-2011", "bmj-nms"]),
    },
    Definition {
        id: "extreme-hyperthermia",
        label: "Extreme hyperthermia",
        when: above("temperature", 41.1),
        basis: Article,
        source: article(&["S27"]),
    },
    Definition {
        id: "significant-rigidity-with-hyperthermia",
        label: "Significant rigidity with hyperthermia",
        when: all(&[at_least_grade("rigidity", "moderate"), present("hyperthermic")]),
        basis: Article,
        source: article(&["S17", "S51"]).read_as(
            "The article does not define moderate. Read here as what it asks of cases that get these drugs: significant (moderate or severe) rigidity together with a temperature above 38.0\u{a0}°C.",
        ),
    },
    Definition {
        id: "renal-failure-with-rhabdomyolysis",
        label: "Rhabdomyolysis with acute renal failure",
        when: all(&[present("rhabdomyolysis"), present("acuteRenalFailure")]),
        basis: Article,
        source: article(&["S41", "S52"]),
    },
    Definition {
        id: "airway-at-risk",
        label: "Airway or breathing at risk",
        when: any(&[
            present("respiratoryFailure"),
            below("oxygenSaturation", 90.0),
            is("mentalStatus", "comatose"),
            at_most("glasgowComaScale", 8.0),
        ]),
        basis: Design,
        source: design("Our own threshold for asking before a sedative is given: respiratory failure, saturation below 90\u{a0}%, coma, or a Glasgow Coma Scale of 8 or less."),
    },
    Definition {
        id: "hunter",
        label: "Hunter rule for serotonin toxicity",
        when: all(&[
            present("serotonergicDrug"),
            any(&[
                present("spontaneousClonus"),
                all(&[present("inducibleClonus"), any(&[present("agitation"), present("diaphoresis")])]),
                all(&[present("ocularClonus"), any(&[present("agitation"), present("diaphoresis")])]),
                all(&[present("tremor"), present("hyperreflexia")]),
                all(&[
                    at_least_grade("rigidity", "mild"),
                    above("temperature", 38.0),
                    any(&[present("ocularClonus"), present("inducibleClonus")]),
                ]),
            ]),
        ]),
        basis: Literature,
        source: literature(&["hunter-2003"]),
    },
    Definition {
        id: "bromocriptine-contraindicated",
        label: "Something speaks against bromocriptine",
        when: any(&[
            present("uncontrolledHypertension"),
            present("vascularHistory"),
            present("ergotAllergy"),
            present("preEclampsia"),
            definition("hunter"),
        ]),
        basis: Literature,
        source: literature(&["bromocriptine-label", "quebec-bromocriptine-2024", "poisoning-drug-overdose"]),
    },
    Definition {
        id: "calcium-channel-blocker-against-dantrolene",
        label: "Verapamil or diltiazem",
        when: any(&[is("calciumChannelBlocker", "verapamil"), is("calciumChannelBlocker", "diltiazem")]),
        basis: Literature,
        source: literature(&["tox-dantrolene", "dantrolene-ccb"]),
    },
    Definition {
        id: "renal-injury",
        label: "Acute kidney injury",
        when: any(&[
            present("acuteRenalFailure"),
            at_least("creatinineMultiple", 1.5),
            below("urineOutput", 0.5),
        ]),
        basis: Literature,
        source: literature(&["kdigo-bmj"]),
    },
    Definition {
        id: "acidosis-by-gas",
        label: "Metabolic acidosis by blood gas",
        when: all(&[below("ph", 7.35), below("bicarbonate", 22.0)]),
        basis: Design,
        source: design("Our own threshold: pH below 7.35 with bicarbonate below 22\u{a0}mmol/L."),
    },
    Definition {
        id: "muscle-breakdown",
        label: "CK or urine of rhabdomyolysis",
        when: any(&[
            at_least("creatineKinaseMultiple", 4.0),
            above("creatineKinase", 1000.0),
            present("rhabdomyolysis"),
            present("myoglobinuria"),
        ]),
        basis: Literature,
        source: literature(&["gurrera-2011", "aast-2022"]),
    },
    Definition {
        id: "altered-beyond-confusion",
        label: "Delirium, stupor, catatonia or GCS 13 or less",
        when: any(&[at_least_grade("mentalStatus", "delirious"), present("catatonia"), at_most("glasgowComaScale", 13.0)]),
        basis: Design,
        source: design("Our own grading of consciousness."),
    },
    Definition {
        id: "another-domain",
        label: "A second domain at least moderate",
        when: any(&[
            present("hyperthermic"),
            at_least_grade("rigidity", "moderate"),
            definition("altered-beyond-confusion"),
            definition("muscle-breakdown"),
            at_least("potassium", 5.5),
            definition("renal-injury"),
            present("metabolicAcidosis"),
            definition("acidosis-by-gas"),
            present("seizures"),
            present("disseminatedIntravascularCoagulation"),
            present("respiratoryFailure"),
        ]),
        basis: Design,
        source: design("Guards against a fast pulse alone being called severe."),
    },
    Definition {
        id: "drugs-in-question",
        label: "Bromocriptine or dantrolene in question",
        when: all(&[present("suspected"), any(&[definition("significant-rigidity-with-hyperthermia"), present("severe")])]),
        basis: Article,
        source: article(&["S16", "S17", "S51", "S52"]).read_as(
            "Asked of the patient, not of the label: suspected, and either significant rigidity with hyperthermia or a severe grade, which by the article includes the moderate regimen.",
        ),
    },
    Definition {
        id: "paralysis-in-question",
        label: "Paralysis or ECT in question",
        when: any(&[definition("extreme-hyperthermia"), all(&[present("suspected"), present("severe")])]),
        basis: Article,
        source: article(&["S29", "S53", "S54"]),
    },
    Definition {
        id: "doses-shown",
        label: "A known adult, male or known not to be pregnant",
        when: all(&[at_least("ageYears", 18.0), any(&[is("sex", "male"), absent("pregnant")])]),
        basis: Design,
        source: design("Doses and arithmetic are withheld from children, in pregnancy, and while age, sex or pregnancy is not known."),
    },
    Definition {
        id: "shock-by-pressure",
        label: "Shock by blood pressure",
        when: any(&[below("systolic", 90.0), below("meanArterialPressure", 65.0)]),
        basis: Design,
        source: design("Our own thresholds: systolic pressure below 90\u{a0}mmHg or mean arterial pressure below 65\u{a0}mmHg."),
    },
    Definition {
        id: "differential-first",
        label: "A sign without exposure or withdrawal",
        when: all(&[
            not(&present("antagonistPossible")),
            absent("dopaminergicWithdrawal"),
            any(&[
                definition("cardinal-hyperthermia"),
                definition("cardinal-rigidity"),
                definition("cardinal-mental-status"),
                definition("cardinal-sympathetic-lability"),
                definition("cardinal-hypermetabolism"),
            ]),
        ]),
        basis: Literature,
        source: literature(&["bmj-nms"]),
    },
}
