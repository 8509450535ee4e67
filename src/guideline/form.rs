//! The form on screen: the questions asked first, where some of them stand, and names short enough for one line. Data only.
//!
//! The groups of the rule set stay what its JSON says; the form differs from them here alone.

use crate::engine::finding::FindingIndex;

use super::terms::finding;

/// The questions asked first. Those of one row count as one: the second is for when there is no answer to the first.
pub const FIRST: &[&[FindingIndex]] = &[
    &[finding("agents"), finding("dopamineAntagonist")],
    &[finding("dopaminergicWithdrawal")],
    &[finding("temperature")],
    &[finding("rigidity")],
    &[finding("mentalStatus")],
    &[finding("creatineKinase")],
];

/// Questions of the first group that are not asked first, each with the question that it stands before.
pub const MOVED: &[(FindingIndex, FindingIndex)] = &[
    (finding("diaphoresis"), finding("rigidityImpairsBreathing")),
    (finding("agitation"), finding("rigidityImpairsBreathing")),
    (finding("respiratoryFailure"), finding("oxygenSaturation")),
];

/// Two numbers that are said as one, the first above the second.
pub const PAIRS: &[(FindingIndex, FindingIndex, &str)] = &[
    (finding("systolic"), finding("diastolic"), "BP"),
    (finding("systolicBaseline"), finding("diastolicBaseline"), "usual BP"),
];

/// Names as they are said within a line, where that is not the label in lower case.
pub const SHORT: &[(FindingIndex, &str)] = &[
    (finding("longActingInjection"), "depot"),
    (finding("volatileAnaesthetic"), "volatile anaesthetic or suxamethonium"),
    (finding("baclofenWithdrawal"), "baclofen withdrawal"),
    (finding("serotonergicDrug"), "serotonergic drug"),
    (finding("hoursSinceLastDose"), "since last dose"),
    (finding("hoursSinceChange"), "since start or increase"),
    (finding("dopaminergicAgents"), "dopaminergic"),
    (finding("hoursSinceDopaminergicStopped"), "since dopaminergic stopped"),
    (finding("sedativeWithdrawal"), "alcohol or sedative withdrawal"),
    (finding("muscleInjury"), "muscle injury"),
    (finding("hyperthermiaTwice"), "38.0\u{a0}°C twice"),
    (finding("risingDespiteCooling"), "rise despite cooling"),
    (finding("temperatureSite"), "T site"),
    (finding("temperature"), "T"),
    (finding("heartRate"), "HR"),
    (finding("heartRateBaseline"), "usual HR"),
    (finding("respiratoryRate"), "RR"),
    (finding("respiratoryRateBaseline"), "usual RR"),
    (finding("systolic"), "systolic"),
    (finding("diastolic"), "diastolic"),
    (finding("systolicBaseline"), "usual systolic"),
    (finding("diastolicBaseline"), "usual diastolic"),
    (finding("bloodPressureRaised"), "raised BP"),
    (finding("bloodPressureLabile"), "fluctuating BP"),
    (finding("oxygenSaturation"), "SpO₂"),
    (finding("supplementalOxygen"), "supplemental oxygen"),
    (finding("ventilated"), "ventilation"),
    (finding("vasopressor"), "vasopressor"),
    (finding("diaphoresis"), "sweating"),
    (finding("rigidityImpairsBreathing"), "rigidity that impairs breathing"),
    (finding("glasgowComaScale"), "GCS"),
    (finding("creatineKinase"), "CK"),
    (finding("incontinence"), "incontinence"),
    (finding("physicalRestraint"), "restraint"),
    (finding("endTidalCarbonDioxideRising"), "rising end-tidal CO₂"),
    (finding("focalNeurology"), "focal signs"),
    (finding("workUpNegative"), "exclusion of other causes"),
    (finding("parkinsonDisease"), "Parkinson disease"),
    (finding("creatineKinaseUpperLimit"), "CK limit"),
    (finding("potassium"), "K"),
    (finding("sodium"), "Na"),
    (finding("hyperkalaemicEcg"), "ECG of hyperkalaemia"),
    (finding("whiteCells"), "WBC"),
    (finding("estimatedGfr"), "GFR"),
    (finding("myoglobinuria"), "myoglobinuria"),
    (finding("acuteRenalFailure"), "renal failure"),
    (finding("disseminatedIntravascularCoagulation"), "DIC"),
    (finding("vascularHistory"), "infarction, angina or stroke"),
    (finding("ergotAllergy"), "ergot sensitivity"),
    (finding("liverDisease"), "liver disease"),
    (finding("dialysis"), "dialysis"),
    (finding("pregnant"), "pregnancy"),
    (finding("trend"), "course"),
    (finding("persistentDespiteTreatment"), "persistence despite treatment"),
    (finding("psychiatricConditionForEct"), "psychiatric reason for ECT"),
    (finding("resolved"), "resolution"),
    (finding("dantroleneFormulation"), "dantrolene as"),
    (finding("dantroleneGiven24h"), "dantrolene"),
    (finding("previousNms"), "earlier NMS"),
    (finding("postpartum"), "birth within 6 weeks"),
];
