//! Whom to call, and the findings that call for it. Data only.

use crate::engine::beyond::Contact;
use crate::engine::source::{Basis, literature};

use super::terms::{above, absent, all, any, at_least, at_most, below, definition, present};

use Basis::{Design, Literature};

/// People to call, in order.
pub const CONTACTS: &[Contact] = &[
    Contact {
        id: "intensive-care",
        label: "Intensive care",
        when: all(&[
            any(&[
                definition("life-threat"),
                definition("acutely-severe"),
                all(&[present("suspected"), present("moderateOverAll")]),
            ]),
            absent("improving"),
            absent("ventilatedNow"),
        ]),
        purpose: "Moderate or severe cases, and any threat to life. From a psychiatric ward: transfer to an acute hospital.",
        basis: Literature,
        source: literature(&["bmj-nms", "poisoning-drug-overdose"]),
    },
    Contact {
        id: "anaesthesia",
        label: "Anaesthesia",
        when: any(&[at_least("temperature", 40.0), present("volatileAnaesthetic"), definition("airway-at-risk")]),
        purpose: "Airway, paralysis and ventilation; malignant hyperthermia after an anaesthetic.",
        basis: Design,
        source: literature(&["cmdt-hyperthermia"]).read_as("Whom to call for the airway is our own choice."),
    },
    Contact {
        id: "poison-centre",
        label: "Poison centre",
        when: any(&[present("suspected"), definition("hunter")]),
        purpose: "Agents, interactions, antidotes and doses.",
        basis: Design,
        source: literature(&["quebec-bromocriptine-2024"]).read_as("Asked in every suspected case: our own choice."),
    },
    Contact {
        id: "nephrology",
        label: "Nephrology",
        when: any(&[
            definition("renal-injury"),
            above("creatineKinase", 5000.0),
            at_least("potassium", 6.0),
            at_most("ph", 7.2),
        ]),
        purpose: "Kidney injury, CK above 5,000\u{a0}U/L, potassium from 6\u{a0}mmol/L or pH of 7.2 or less.",
        basis: Literature,
        source: literature(&["mcmahon-2013", "rrt-indications"])
            .read_as("6\u{a0}mmol/L is our own threshold below the published 6.5."),
    },
    Contact {
        id: "neurology",
        label: "Neurology",
        when: any(&[present("dopaminergicWithdrawal"), present("parkinsonDisease"), present("dyskinesia")]),
        purpose: "Which dopaminergic drug, by which route; brain stimulation.",
        basis: Literature,
        source: literature(&["pmc6278220"]),
    },
    Contact {
        id: "haematology",
        label: "Haematology",
        when: any(&[
            present("disseminatedIntravascularCoagulation"),
            below("platelets", 100.0),
            above("inr", 1.5),
            below("fibrinogen", 1.5),
        ]),
        purpose: "Disseminated intravascular coagulation, or values that suggest it.",
        basis: Design,
        source: literature(&[]).read_as("Our own thresholds for asking."),
    },
    Contact {
        id: "psychiatry",
        label: "Psychiatry",
        when: any(&[present("suspected"), present("persistentDespiteTreatment")]),
        purpose: "The stop and what is given meanwhile; ECT where it does not get better.",
        basis: Literature,
        source: literature(&["bmj-nms", "bap-catatonia-2023"]),
    },
    Contact {
        id: "obstetrics",
        label: "Obstetrics",
        when: present("pregnant"),
        purpose: "Monitoring of the fetus, delivery, and the choice of drugs.",
        basis: Literature,
        source: literature(&["pregnancy-2019", "quebec-bromocriptine-2024"]),
    },
    Contact {
        id: "paediatrics",
        label: "Paediatrics",
        when: below("ageYears", 18.0),
        purpose: "Doses and normal values by age.",
        basis: Literature,
        source: literature(&["silva-1999"]),
    },
];
