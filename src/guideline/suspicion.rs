//! Who is suspected: the rows of the suspicion table, in order. The first that is met decides. Data only.

use crate::engine::derived::{Suspicion, SuspicionRow, SuspicionTable};
use crate::engine::source::{Basis, design, literature};

use super::terms::{absent, all, any, at_least, definition, present};

use Basis::{Design, Literature};
use Suspicion::{Check, NoSigns, NotSupported, Possible, Suspected};

/// Exposure or withdrawal against the signs. A lone fast pulse is none of them.
pub const SUSPICION: SuspicionTable = SuspicionTable {
    exposure: present("exposure"),
    withdrawal: present("dopaminergicWithdrawal"),
    signs: &[
        definition("cardinal-hyperthermia"),
        definition("cardinal-rigidity"),
        definition("cardinal-mental-status"),
        definition("cardinal-sympathetic-lability"),
        definition("cardinal-hypermetabolism"),
        definition("muscle-sign"),
    ],
    rows: ROWS,
};

const ROWS: &[SuspicionRow] = &[
    SuspicionRow {
        state: NoSigns,
        label: "Every sign was asked for and none is there",
        when: all(&[
            absent("hyperthermic"),
            absent("rigid"),
            absent("alteredMentalStatus"),
            absent("bloodPressureLabile"),
            absent("bloodPressureRise"),
            absent("diaphoresis"),
            absent("incontinence"),
            absent("hypermetabolic"),
            absent("muscleSignPresent"),
        ]),
        basis: Design,
        source: design("Nothing is advised, and nothing is said to be excluded."),
    },
    SuspicionRow {
        state: Suspected,
        label: "Withdrawal with a pattern, hyperthermia or an altered mental status",
        when: all(&[
            present("dopaminergicWithdrawal"),
            any(&[
                definition("full-pattern"),
                definition("cardinal-hyperthermia"),
                definition("cardinal-mental-status"),
            ]),
        ]),
        basis: Literature,
        source: literature(&["pmc6278220", "newman-2009"]).read_as("The pattern is our own."),
    },
    SuspicionRow {
        state: Check,
        label: "Exposure, but the signs were there before the first dose",
        when: all(&[present("exposure"), present("signsBeforeDrug"), definition("any-sign")]),
        basis: Design,
        source: design("Signs that were there before the first dose are looked into like one sign."),
    },
    SuspicionRow {
        state: Suspected,
        label: "Exposure with a full pattern",
        when: all(&[present("exposure"), definition("full-pattern")]),
        basis: Literature,
        source: literature(&["bmj-nms", "gurrera-2011", "mayo-2025", "ananth-2004"]).read_as("The pattern is our own."),
    },
    SuspicionRow {
        state: Possible,
        label: "A trigger, and a strong sign whose pattern is not yet examined",
        when: any(&[
            all(&[present("dopaminergicWithdrawal"), definition("cardinal-rigidity"), present("hyperthermiaPossible")]),
            all(&[
                present("exposure"),
                any(&[
                    all(&[
                        at_least("temperature", 39.0),
                        any(&[present("rigidityPossible"), present("alterationPossible")]),
                    ]),
                    all(&[definition("cardinal-rigidity"), present("hyperthermiaPossible")]),
                    present("catatonia"),
                    present("mutism"),
                    all(&[
                        definition("cardinal-mental-status"),
                        definition("sympathetic-lability"),
                        any(&[present("rigidityPossible"), present("hyperthermiaPossible")]),
                    ]),
                    all(&[
                        definition("cardinal-mental-status"),
                        present("hyperthermiaPossible"),
                        definition("acutely-severe"),
                    ]),
                ]),
            ]),
        ]),
        basis: Design,
        source: literature(&["bmj-nms"]).read_as("Our own: what is missing is taken for what it may be."),
    },
    SuspicionRow {
        state: Check,
        label: "A trigger and one sign",
        when: all(&[any(&[present("exposure"), present("dopaminergicWithdrawal")]), definition("any-sign")]),
        basis: Literature,
        source: literature(&["bmj-nms"])
            .read_as("Any one feature prompts assessment; that it is no full plan is our own."),
    },
    SuspicionRow {
        state: NotSupported,
        label: "A sign, and neither exposure nor withdrawal",
        when: all(&[absent("exposure"), absent("dopaminergicWithdrawal"), definition("any-sign")]),
        basis: Literature,
        source: literature(&["bmj-nms"]),
    },
    SuspicionRow {
        state: Possible,
        label: "A clinical pattern, and the trigger not known",
        when: definition("clinical-pattern"),
        basis: Design,
        source: literature(&["bmj-nms"]).read_as("Our own: the trigger is looked for while it is acted on."),
    },
];
