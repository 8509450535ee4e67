//! Example cases that the form can load. Made up for teaching; no patient stands behind them. Data only.

/// A case to load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// Stable id.
    pub id: &'static str,
    /// Its name in the list.
    pub label: &'static str,
    /// Answers as they would be typed: finding, text. Choices and yes/no by their JSON value.
    pub answers: &'static [(&'static str, &'static str)],
}

/// The bundled examples.
pub const EXAMPLES: &[Example] = &[
    Example {
        id: "mild",
        label: "Mild: sweating and confusion on risperidone",
        answers: &[
            ("dopamineAntagonist", "yes"),
            ("agents", "risperidone"),
            ("temperature", "37.9"),
            ("rigidity", "mild"),
            ("mentalStatus", "confused"),
            ("diaphoresis", "yes"),
        ],
    },
    Example {
        id: "moderate",
        label: "Moderate: rigid and febrile on haloperidol",
        answers: &[
            ("dopamineAntagonist", "yes"),
            ("agents", "haloperidol"),
            ("temperature", "39.2"),
            ("rigidity", "severe"),
            ("mentalStatus", "confused"),
            ("diaphoresis", "yes"),
            ("agitation", "yes"),
            ("creatineKinase", "4200"),
            ("heartRate", "112"),
        ],
    },
    Example {
        id: "severe",
        label: "Severe: 41.3\u{a0}°C with failing kidneys",
        answers: &[
            ("dopamineAntagonist", "yes"),
            ("agents", "haloperidol, olanzapine"),
            ("temperature", "41.3"),
            ("rigidity", "severe"),
            ("mentalStatus", "stuporous"),
            ("creatineKinase", "28900"),
            ("rhabdomyolysis", "yes"),
            ("acuteRenalFailure", "yes"),
            ("oxygenSaturation", "93"),
        ],
    },
    Example {
        id: "withdrawal",
        label: "Withdrawal: levodopa stopped before surgery",
        answers: &[
            ("dopamineAntagonist", "no"),
            ("dopaminergicWithdrawal", "yes"),
            ("parkinsonDisease", "yes"),
            ("temperature", "39.0"),
            ("rigidity", "severe"),
            ("mentalStatus", "confused"),
            ("dysphagia", "yes"),
        ],
    },
    Example {
        id: "exposure-unknown",
        label: "Trigger unknown: febrile and rigid, no drug chart yet",
        answers: &[
            ("temperature", "39.4"),
            ("rigidity", "present"),
            ("mentalStatus", "delirious"),
            ("agitation", "yes"),
        ],
    },
];
