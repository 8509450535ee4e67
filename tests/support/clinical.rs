//! What the invariants take as given: normal values, what is no sign of illness, and what points to another diagnosis.

/// A normal value of every number that bears on severity or urgency; every yes-or-no question is normal at no.
pub(crate) const NORMAL: &[(&str, f64)] = &[
    ("temperature", 37.0),
    ("heartRate", 80.0),
    ("respiratoryRate", 16.0),
    ("systolic", 120.0),
    ("diastolic", 75.0),
    ("oxygenSaturation", 98.0),
    ("glasgowComaScale", 15.0),
    ("creatineKinase", 100.0),
    ("creatinine", 80.0),
    ("urineOutput", 1.0),
    ("potassium", 4.2),
    ("ph", 7.4),
    ("bicarbonate", 24.0),
    ("lactate", 1.0),
    ("sodium", 140.0),
    ("glucose", 5.0),
    ("whiteCells", 7.0),
    ("platelets", 250.0),
    ("inr", 1.0),
    ("fibrinogen", 3.0),
    ("alt", 20.0),
    ("ast", 20.0),
    ("estimatedGfr", 100.0),
];

/// Findings that are no sign of illness: who the patient is, what was given, and how the illness ended.
pub(crate) const NO_SIGN: &[&str] =
    &["resolved", "workUpNegative", "supplementalOxygen", "dopamineAntagonist", "dopaminergicWithdrawal"];

/// Findings that point to another diagnosis.
pub(crate) const LOOK_ALIKE: &[&str] = &[
    "volatileAnaesthetic",
    "serotonergicDrug",
    "anticholinergicDrug",
    "baclofenWithdrawal",
    "heatExposure",
    "stimulantUse",
    "lithium",
    "spontaneousClonus",
    "inducibleClonus",
    "ocularClonus",
    "hyperreflexia",
    "neckStiffness",
    "focalNeurology",
    "itchWithoutRash",
    "masseterSpasm",
    "endTidalCarbonDioxideRising",
    "drySkin",
    "workUpNegative",
    "previousNms",
    "parkinsonDisease",
];

/// Answers that take lines away, as they are meant to: they secure, exclude, or date what the lines ask for.
pub(crate) const TAKES_AWAY: [&str; 12] = [
    "ageYears",
    "rigidity",
    "ventilated",
    "trend",
    "dialysis",
    "heartFailure",
    "urineOutput",
    "muscleInjury",
    "signsBeforeDrug",
    "workUpNegative",
    "hoursSinceLastDose",
    "longActingInjection",
];

/// Lines that give way to one that says more, with the line that takes their place.
pub(crate) const REPLACED: [(&str, &str); 9] = [
    ("exclude-infection", "treat-as-malignant-hyperthermia"),
    ("hold-dopamine-antagonists", "discontinue-dopamine-antagonists"),
    ("examine-now", "start-supportive-care"),
    ("give-intravenous-fluids", "give-fluids-with-care"),
    ("exclude-infection", "treat-infection-now"),
    ("avoid-antipyretics-as-treatment", "treat-infection-now"),
    ("consider-ect-when-not-improving", "consider-electroconvulsive-therapy"),
    ("escalate-when-cooling-fails", "emergency-sedation"),
    ("treat-malignant-catatonia", "start-supportive-care"),
];
