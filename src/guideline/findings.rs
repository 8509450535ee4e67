//! What can be asked: keys, words, units and limits. Data only.
//!
//! Limits: outside `plausible` the form asks whether the value is right; outside `hard` it is not used.

use crate::engine::decimal::Decimal;
use crate::engine::finding::{Choice, Finding, FindingKind, Group, Quantity};
use crate::engine::source::{Source, article};
use crate::engine::unit::Unit;

use Group::{Cautions, Complications, Course, Essential, Laboratory, LookAlikes, Patient, Signs, Trigger, Vitals};

// other spellings: what laboratories, charts and records write for the same unit, and nothing that could mean another one
const CELSIUS: &[Unit] = &[
    Unit::stored("Cel", "°C")
        .also("degc|oc|celsius|degcelsius|degreec|degreesc|degreecelsius|degreescelsius|centigrade"),
    Unit {
        offset: Decimal::literal(32.0),
        ..Unit::factor("[degF]", "°F", 5, 9)
            .also("degf|fahrenheit|degfahrenheit|degreef|degreesf|degreefahrenheit|degreesfahrenheit")
    },
];
const KILOGRAM: &[Unit] = &[
    Unit::stored("kg", "kg").also("kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes"),
    Unit::factor("[lb_av]", "lb", 45_359_237, 100_000_000).also("lbs|lb.|lbs.|pound|pounds"),
];
const YEARS: &[Unit] = &[Unit::stored("a", "years").also("year|yrs|yr|y|yo|y/o")];
const HOURS: &[Unit] =
    &[Unit::stored("h", "h").also("hr|hrs|hour|hours"), Unit::factor("d", "days", 24, 1).also("day")];
const MINUTES: &[Unit] = &[Unit::stored("min", "min").also("mins|minute|minutes")];
const PER_MINUTE: &[Unit] = &[Unit::stored("/min", "/min").also(
    "bpm|1/min|/minute|permin|perminute|min-1|beats/min|beats/minute|beatspermin|beatsperminute|{beats}/min|breaths/min|breaths/minute|breathspermin|breathsperminute|{breaths}/min",
)];
const PRESSURE: &[Unit] =
    &[Unit::stored("mm[Hg]", "mmHg").also("mm(hg)"), Unit::factor("kPa", "kPa", 750_062, 100_000)];
const PERCENT: &[Unit] = &[Unit::stored("%", "%").also("percent|pct|%o2")];
const PH: &[Unit] = &[Unit::stored("1", "").also("[ph]|{ph}|ph")];
const RATIO: &[Unit] = &[Unit::stored("1", "").also("inr|{inr}|[inr]|ratio|{ratio}")];
const SCORE: &[Unit] = &[Unit::stored("{score}", "points").also("point|pts|/15")];
const PER_LITRE: &str = "iu/l|[iu]/l|ui/l|unit/l|units/l|units/litre|units/liter";
const ENZYME: &[Unit] =
    &[Unit::stored("U/L", "U/L").also(PER_LITRE), Unit::factor("ukat/L", "µkat/L", 60, 1).also("mckat/l|microkat/l")];
const ENZYME_PLAIN: &[Unit] = &[Unit::stored("U/L", "U/L").also(PER_LITRE)];
// a small g is a gram: only G/L is a giga of cells
const CELLS: &[Unit] = &[
    Unit::stored("10*3/uL", "×10³/µL").also(
        "10e3/ul|x10e3/ul|10*3/mcl|x10*3/mcl|10*3/mm*3|x10*3/mm*3|10*3/mm3|x10*3/mm3|k/ul|k/mcl|k/mm*3|k/mm3|k/cumm|thou/ul|thou/mcl|thou/mm3|thousand/ul|tsd/ul|/nl",
    ),
    Unit::stored("10*9/L", "×10⁹/L").also("10e9/l|x10e9/l|giga/l|giga.l-1|gpt/l|G/L|G/l"),
    Unit::factor("/uL", "/µL", 1, 1000).also("/mcl|/mm3|/mm*3|/cumm|cells/ul|cells/mcl|cells/mm3|cells/mm*3|{cells}/ul|perul"),
];
const MILLIMOLE: &[Unit] = &[Unit::stored("mmol/L", "mmol/L"), Unit::stored("meq/L", "mEq/L").also("mval/l")];
const PER_DECILITRE: &str = "mg%|mgs/dl|mg/100ml";
const GLUCOSE: &[Unit] =
    &[Unit::stored("mmol/L", "mmol/L"), Unit::factor("mg/dL", "mg/dL", 1000, 18_016).also(PER_DECILITRE)];
const CREATININE: &[Unit] = &[
    Unit::stored("umol/L", "µmol/L").also("mcmol/l|micromol/l|mumol/l"),
    Unit::factor("mg/dL", "mg/dL", 884, 10).also(PER_DECILITRE),
];
const GFR: &[Unit] = &[
    Unit::stored("mL/min/1.73 m2", "mL/min/1.73 m²").also("ml/min/1.73m*2|ml/min/1.73|ml/min/1.73sqm|ml/min/1.73sq.m"),
    Unit::stored("mL/min/{1.73_m2}", "mL/min/1.73 m²"),
];
const FIBRINOGEN: &[Unit] = &[Unit::stored("g/L", "g/L"), Unit::factor("mg/dL", "mg/dL", 1, 100).also(PER_DECILITRE)];
const URINE: &[Unit] = &[
    Unit::stored("mL/kg/h", "mL/kg/h").also("ml/kg/hr|ml/kg/hour|mls/kg/h|mls/kg/hr|cc/kg/h|cc/kg/hr|ml/(kg.h)"),
    Unit::stored("mL/h", "mL/h").also("ml/hr|ml/hour|mls/h|mls/hr|cc/h|cc/hr").whole_patient(),
];
const MILLISECONDS: &[Unit] = &[Unit::stored("ms", "ms").also("msec|millisecond|milliseconds")];
const MILLIGRAM: &[Unit] = &[Unit::stored("mg", "mg").also("mgs|milligram|milligrams")];

const fn row(id: &'static str, group: Group, label: &'static str, hint: &'static str, kind: FindingKind) -> Finding {
    Finding { id, group, label, hint, kind, reason: "", source: Source::NONE }
}

const fn yes_no(id: &'static str, group: Group, label: &'static str, hint: &'static str) -> Finding {
    row(id, group, label, hint, FindingKind::Boolean)
}

const fn choice(
    id: &'static str,
    group: Group,
    label: &'static str,
    hint: &'static str,
    options: &'static [Choice],
) -> Finding {
    row(id, group, label, hint, FindingKind::Choice(options))
}

const fn number(
    id: &'static str,
    group: Group,
    label: &'static str,
    hint: &'static str,
    units: &'static [Unit],
    plausible: (f64, f64),
    hard: (f64, f64),
) -> Finding {
    let quantity = Quantity {
        units,
        plausible: (Decimal::literal(plausible.0), Decimal::literal(plausible.1)),
        hard: (Decimal::literal(hard.0), Decimal::literal(hard.1)),
    };
    row(id, group, label, hint, FindingKind::Number(quantity))
}

const fn recorded(finding: Finding, reason: &'static str) -> Finding {
    Finding { reason, ..finding }
}

const fn carries(finding: Finding, statements: &'static [&'static str]) -> Finding {
    Finding { source: article(statements), ..finding }
}

const fn plain(id: &'static str, label: &'static str) -> Choice {
    Choice { id, label, spans: None }
}

const SEX: &[Choice] = &[plain("female", "female"), plain("male", "male"), plain("other", "other")];
const CALCIUM_CHANNEL_BLOCKER: &[Choice] = &[
    plain("none", "none"),
    plain("verapamil", "verapamil"),
    plain("diltiazem", "diltiazem"),
    plain("dihydropyridine", "dihydropyridine (amlodipine, nifedipine …)"),
    plain("other", "another"),
];
const SITE: &[Choice] = &[
    plain("core", "core (rectal, bladder, oesophageal)"),
    plain("oral", "oral"),
    plain("axillary", "axillary"),
    plain("tympanic", "tympanic"),
    plain("other", "other"),
];
const RIGIDITY: &[Choice] = &[
    plain("none", "none"),
    plain("mild", "mild"),
    plain("moderate", "moderate"),
    plain("severe", "severe (lead pipe)"),
    Choice { id: "present", label: "present, not graded", spans: Some((1, 3)) },
];
const MENTAL_STATUS: &[Choice] = &[
    plain("alert", "alert"),
    plain("confused", "confused"),
    plain("delirious", "delirious"),
    plain("stuporous", "stuporous"),
    plain("comatose", "comatose"),
];
const PUPILS: &[Choice] = &[plain("small", "small"), plain("normal", "normal"), plain("large", "large")];
const BOWEL_SOUNDS: &[Choice] = &[
    plain("absent", "absent"),
    plain("reduced", "reduced"),
    plain("normal", "normal"),
    plain("hyperactive", "hyperactive"),
];
const FORMULATION: &[Choice] = &[
    plain("20mg-60ml", "20\u{a0}mg vial, reconstituted with 60\u{a0}mL"),
    plain("other", "another"),
    plain("120mg-20ml", "120\u{a0}mg vial, reconstituted with 20\u{a0}mL (Agilus)"),
    plain("250mg-5ml", "250\u{a0}mg vial, reconstituted with 5\u{a0}mL (Ryanodex)"),
];
const TREND: &[Choice] = &[plain("better", "better"), plain("same", "the same"), plain("worse", "worse")];

const FOR_THE_RECORD: &str = "Kept with the case: no advice of this version depends on it.";

/// Every finding that can be answered, in the order of the form.
pub const FINDINGS: &[Finding] = &[
    // what settles suspicion and severity fastest
    yes_no(
        "dopamineAntagonist",
        Essential,
        "Dopamine antagonist taken",
        "An antipsychotic, an antiemetic such as metoclopramide, or another dopamine antagonist. Windows in use: 72\u{a0}h, 7 days, and 2 to 4 weeks after a depot injection.",
    ),
    row("agents", Essential, "Drugs taken", "Generic or brand names, separated by commas.", FindingKind::Agents),
    yes_no(
        "dopaminergicWithdrawal",
        Essential,
        "Dopaminergic drug stopped, cut or not absorbed",
        "Levodopa, a dopamine agonist, amantadine or brain stimulation. If this is the only trigger, the first action is the opposite one.",
    ),
    number(
        "temperature",
        Essential,
        "Temperature",
        "Highest now; core if possible.",
        CELSIUS,
        (34.0, 43.0),
        (20.0, 47.0),
    ),
    choice("rigidity", Essential, "Rigidity", "Lead-pipe rigidity is severe.", RIGIDITY),
    choice("mentalStatus", Essential, "Mental status", "", MENTAL_STATUS),
    yes_no("diaphoresis", Essential, "Profuse sweating", ""),
    yes_no("agitation", Essential, "Agitation", ""),
    number(
        "creatineKinase",
        Essential,
        "Creatine kinase (CK)",
        "Leave empty while pending; a normal value does not exclude the syndrome.",
        ENZYME,
        (20.0, 200_000.0),
        (0.0, 2_000_000.0),
    ),
    yes_no("respiratoryFailure", Essential, "Respiratory failure", "As you judge it."),
    // drugs and other triggers
    yes_no(
        "longActingInjection",
        Trigger,
        "Long-acting injection (depot)",
        "It cannot be removed; expect a longer course.",
    ),
    yes_no(
        "volatileAnaesthetic",
        Trigger,
        "Volatile anaesthetic or suxamethonium (succinylcholine) within 24\u{a0}h",
        "With one sign beside it, malignant hyperthermia comes first.",
    ),
    yes_no("baclofenWithdrawal", Trigger, "Baclofen stopped, or its pump empty or failed", ""),
    yes_no(
        "serotonergicDrug",
        Trigger,
        "Serotonergic drug taken, started or raised",
        "SSRI and SNRI antidepressants, clomipramine, MAO inhibitors, linezolid, methylene blue, tramadol, pethidine, fentanyl, dextromethorphan, triptans, MDMA, St\u{a0}John's wort, lithium.",
    ),
    choice(
        "calciumChannelBlocker",
        Trigger,
        "Calcium-channel blocker",
        "Verapamil and diltiazem must not meet dantrolene.",
        CALCIUM_CHANNEL_BLOCKER,
    ),
    yes_no("lithium", Trigger, "Lithium", ""),
    number("hoursSinceLastDose", Trigger, "Time since the last dose", "", HOURS, (0.0, 8_760.0), (0.0, 43_800.0)),
    number(
        "hoursSinceChange",
        Trigger,
        "Time since start or last increase",
        "Of the drug named above. Most begin within 2\u{a0}weeks.",
        HOURS,
        (0.0, 8_760.0),
        (0.0, 43_800.0),
    ),
    yes_no(
        "signsBeforeDrug",
        Trigger,
        "Signs before the first dose",
        "Fever, rigidity or confusion were there before any dopamine antagonist was given.",
    ),
    row("dopaminergicAgents", Trigger, "Which dopaminergic drugs", "", FindingKind::Agents),
    number(
        "hoursSinceDopaminergicStopped",
        Trigger,
        "Time since the dopaminergic drug was stopped",
        "",
        HOURS,
        (0.0, 8_760.0),
        (0.0, 43_800.0),
    ),
    yes_no("anticholinergicDrug", LookAlikes, "Anticholinergic drug", ""),
    yes_no("heatExposure", LookAlikes, "Heat or exertion", ""),
    yes_no("stimulantUse", LookAlikes, "Stimulant use", ""),
    yes_no(
        "sedativeWithdrawal",
        LookAlikes,
        "Alcohol or sedative stopped or cut",
        "Alcohol, benzodiazepine, barbiturate, gabapentinoid or GHB within 2\u{a0}weeks.",
    ),
    yes_no(
        "muscleInjury",
        LookAlikes,
        "Injection, restraint, fall, seizure or exertion",
        "Within 3\u{a0}days: each raises CK without this syndrome.",
    ),
    // vital signs
    yes_no("hyperthermiaTwice", Vitals, "Above 38.0\u{a0}°C on at least two occasions", ""),
    yes_no("risingDespiteCooling", Vitals, "Temperature rising despite cooling", ""),
    choice("temperatureSite", Vitals, "Where the temperature was taken", "Peripheral readings can be too low.", SITE),
    number("coolingMinutes", Vitals, "Cooled for", "", MINUTES, (0.0, 1_440.0), (0.0, 10_080.0)),
    number("heartRate", Vitals, "Heart rate", "", PER_MINUTE, (30.0, 220.0), (10.0, 350.0)),
    number("heartRateBaseline", Vitals, "Usual heart rate", "", PER_MINUTE, (30.0, 220.0), (10.0, 350.0)),
    number("respiratoryRate", Vitals, "Respiratory rate", "", PER_MINUTE, (6.0, 60.0), (0.0, 120.0)),
    number("respiratoryRateBaseline", Vitals, "Usual respiratory rate", "", PER_MINUTE, (6.0, 60.0), (1.0, 120.0)),
    number("systolic", Vitals, "Systolic blood pressure", "", PRESSURE, (60.0, 260.0), (20.0, 350.0)),
    number("diastolic", Vitals, "Diastolic blood pressure", "", PRESSURE, (30.0, 160.0), (10.0, 250.0)),
    number("systolicBaseline", Vitals, "Usual systolic blood pressure", "", PRESSURE, (60.0, 260.0), (20.0, 350.0)),
    number("diastolicBaseline", Vitals, "Usual diastolic blood pressure", "", PRESSURE, (30.0, 160.0), (10.0, 250.0)),
    yes_no(
        "bloodPressureRaised",
        Vitals,
        "Blood pressure raised",
        "At least 25\u{a0}% above the usual one, systolic or diastolic.",
    ),
    yes_no(
        "bloodPressureLabile",
        Vitals,
        "Blood pressure fluctuating",
        "Within 24\u{a0}h by at least 20\u{a0}mmHg diastolic or 25\u{a0}mmHg systolic.",
    ),
    yes_no(
        "hypermetabolism",
        Vitals,
        "Hypermetabolism",
        "Heart rate at least 25\u{a0}% and respiratory rate at least 50\u{a0}% above the usual ones.",
    ),
    number("oxygenSaturation", Vitals, "Oxygen saturation", "", PERCENT, (70.0, 100.0), (20.0, 100.0)),
    yes_no("supplementalOxygen", Vitals, "On supplemental oxygen", ""),
    yes_no("ventilated", Vitals, "Intubated and ventilated", "With the airway secured the plan stops asking for it."),
    yes_no("vasopressor", Vitals, "On a vasopressor", "A normal pressure on a vasopressor is shock."),
    yes_no("arrhythmia", Vitals, "Arrhythmia", ""),
    // signs at the bedside
    yes_no("rigidityImpairsBreathing", Signs, "Rigidity impairs breathing", ""),
    number("glasgowComaScale", Signs, "Glasgow Coma Scale", "", SCORE, (3.0, 15.0), (3.0, 15.0)),
    yes_no("mutism", Signs, "Mutism", ""),
    yes_no("catatonia", Signs, "Catatonic signs", ""),
    yes_no("incontinence", Signs, "Urinary incontinence", ""),
    yes_no("dysphagia", Signs, "Dysphagia", ""),
    yes_no("physicalRestraint", Signs, "Physically restrained now", ""),
    yes_no("tremor", Signs, "Tremor", ""),
    yes_no("hyperreflexia", Signs, "Hyperreflexia", ""),
    yes_no("spontaneousClonus", Signs, "Spontaneous clonus", ""),
    yes_no("inducibleClonus", Signs, "Inducible clonus", ""),
    yes_no("ocularClonus", Signs, "Ocular clonus", ""),
    yes_no("drySkin", LookAlikes, "Dry skin", ""),
    yes_no("sialorrhoea", LookAlikes, "Sialorrhoea", ""),
    recorded(yes_no("myoclonus", LookAlikes, "Myoclonus", ""), FOR_THE_RECORD),
    yes_no("urinaryRetention", LookAlikes, "Urinary retention", ""),
    yes_no("dyskinesia", LookAlikes, "Dyskinesia", ""),
    yes_no("masseterSpasm", LookAlikes, "Masseter spasm", ""),
    yes_no("endTidalCarbonDioxideRising", LookAlikes, "End-tidal carbon dioxide rising", ""),
    yes_no("itchWithoutRash", LookAlikes, "Itch without rash", ""),
    yes_no("neckStiffness", LookAlikes, "Neck stiffness", ""),
    yes_no("focalNeurology", LookAlikes, "Focal neurological signs", ""),
    choice("pupils", LookAlikes, "Pupils", "", PUPILS),
    choice("bowelSounds", LookAlikes, "Bowel sounds", "", BOWEL_SOUNDS),
    // laboratory
    number(
        "creatineKinaseUpperLimit",
        Laboratory,
        "Upper limit of normal for CK",
        "As your laboratory reports it.",
        ENZYME,
        (50.0, 500.0),
        (1.0, 10_000.0),
    ),
    number("creatinine", Laboratory, "Creatinine", "", CREATININE, (20.0, 1_200.0), (1.0, 3_000.0)),
    number("creatinineBaseline", Laboratory, "Usual creatinine", "", CREATININE, (20.0, 1_200.0), (1.0, 3_000.0)),
    number("urineOutput", Laboratory, "Urine output", "Over the last 6\u{a0}h.", URINE, (0.0, 10.0), (0.0, 60.0)),
    number("potassium", Laboratory, "Potassium", "", MILLIMOLE, (2.0, 8.0), (1.0, 12.0)),
    yes_no("hyperkalaemicEcg", Laboratory, "ECG changes of hyperkalaemia", ""),
    number("ph", Laboratory, "pH", "Arterial or venous.", PH, (6.8, 7.7), (6.5, 8.0)),
    number("bicarbonate", Laboratory, "Bicarbonate", "", MILLIMOLE, (3.0, 45.0), (0.0, 70.0)),
    number("lactate", Laboratory, "Lactate", "", MILLIMOLE, (0.5, 20.0), (0.0, 40.0)),
    carries(
        recorded(
            number(
                "whiteCells",
                Laboratory,
                "White cells",
                "Typically 15 to 30 ×10³/µL; a lower count does not speak against the syndrome.",
                CELLS,
                (1.0, 60.0),
                (0.0, 500.0),
            ),
            "Shown beside the monitoring line; the range is typical, not a criterion.",
        ),
        &["S35"],
    ),
    number("platelets", Laboratory, "Platelets", "", CELLS, (10.0, 800.0), (0.0, 3_000.0)),
    number("inr", Laboratory, "INR", "", RATIO, (0.8, 8.0), (0.5, 20.0)),
    number("fibrinogen", Laboratory, "Fibrinogen", "", FIBRINOGEN, (0.5, 10.0), (0.0, 20.0)),
    yes_no("myoglobinuria", Laboratory, "Myoglobinuria or dark urine", ""),
    recorded(number("sodium", Laboratory, "Sodium", "", MILLIMOLE, (110.0, 180.0), (80.0, 220.0)), FOR_THE_RECORD),
    number("glucose", Laboratory, "Glucose", "", GLUCOSE, (2.0, 40.0), (0.0, 100.0)),
    number("estimatedGfr", Laboratory, "Estimated GFR", "", GFR, (5.0, 150.0), (0.0, 250.0)),
    recorded(number("alt", Laboratory, "ALT", "", ENZYME_PLAIN, (5.0, 10_000.0), (0.0, 50_000.0)), FOR_THE_RECORD),
    recorded(number("ast", Laboratory, "AST", "", ENZYME_PLAIN, (5.0, 10_000.0), (0.0, 50_000.0)), FOR_THE_RECORD),
    // complications as judged by the clinician
    yes_no("rhabdomyolysis", Complications, "Rhabdomyolysis", "As you judge it."),
    yes_no("acuteRenalFailure", Complications, "Acute renal failure", "As you judge it."),
    yes_no("metabolicAcidosis", Complications, "Metabolic acidosis", "As you judge it."),
    yes_no("seizures", Complications, "Seizures", ""),
    yes_no(
        "disseminatedIntravascularCoagulation",
        Complications,
        "Disseminated intravascular coagulation",
        "As you judge it.",
    ),
    yes_no("shock", Complications, "Shock", "As you judge it."),
    yes_no("sepsis", Complications, "Sepsis", "As you judge it."),
    // what speaks against a treatment
    yes_no("uncontrolledHypertension", Cautions, "Uncontrolled hypertension", ""),
    yes_no("vascularHistory", Cautions, "Myocardial infarction, angina or stroke in the history", ""),
    yes_no("ergotAllergy", Cautions, "Sensitivity to an ergot alkaloid", ""),
    yes_no("preEclampsia", Cautions, "Pre-eclampsia", ""),
    yes_no("liverDisease", Cautions, "Active hepatitis or cirrhosis", ""),
    yes_no("heartFailure", Cautions, "Heart failure", ""),
    yes_no("dialysis", Cautions, "On dialysis", ""),
    number("qtc", Cautions, "QTc", "Corrected QT of the last ECG.", MILLISECONDS, (300.0, 600.0), (200.0, 800.0)),
    yes_no("pregnant", Cautions, "Pregnant", ""),
    yes_no("cyp3a4Inhibitor", Cautions, "CYP3A4 inhibitor", ""),
    yes_no("epilepsy", Cautions, "Epilepsy", ""),
    // course and treatment so far
    choice(
        "trend",
        Course,
        "Course over the last 12 hours",
        "Better: temperature, tone, mind and CK all going the right way.",
        TREND,
    ),
    yes_no(
        "persistentDespiteTreatment",
        Course,
        "Persistent despite treatment",
        "Not improving on supportive care and the first drugs, as you judge it.",
    ),
    yes_no("psychiatricConditionForEct", Course, "A psychiatric condition that would itself benefit from ECT", ""),
    yes_no(
        "resolved",
        Course,
        "Resolved",
        "Temperature, rigidity, mental status and autonomic signs back to normal; CK normal, or at most twice the upper limit (our own threshold).",
    ),
    row("resolvedOn", Course, "Resolved on", "", FindingKind::Date),
    yes_no(
        "workUpNegative",
        LookAlikes,
        "Other causes excluded",
        "Infectious, toxic, metabolic and neurological; pending is not known.",
    ),
    recorded(
        row("treatmentsGiven", Course, "Already carried out", "", FindingKind::Rules),
        "Marks lines of the plan as done; it changes no verdict.",
    ),
    recorded(
        row("treatmentsNotPossible", Course, "Not possible here", "", FindingKind::Rules),
        "Marks lines of the plan that cannot be carried out where the patient is; it changes no verdict.",
    ),
    choice("dantroleneFormulation", Course, "Dantrolene formulation", "", FORMULATION),
    number(
        "dantroleneGiven24h",
        Course,
        "Dantrolene given in 24\u{a0}h",
        "",
        MILLIGRAM,
        (0.0, 1_000.0),
        (0.0, 10_000.0),
    ),
    // who the patient is
    number("ageYears", Patient, "Age", "", YEARS, (0.0, 105.0), (0.0, 120.0)),
    choice("sex", Patient, "Sex", "", SEX),
    number("weight", Patient, "Weight", "", KILOGRAM, (30.0, 200.0), (1.0, 400.0)),
    yes_no("parkinsonDisease", LookAlikes, "Parkinson disease", ""),
    recorded(yes_no("previousNms", Patient, "Neuroleptic malignant syndrome before", ""), FOR_THE_RECORD),
    yes_no("catatoniaBeforeAntipsychotic", LookAlikes, "Catatonia before the antipsychotic", ""),
    recorded(yes_no("postpartum", Patient, "Within 6 weeks after birth", ""), FOR_THE_RECORD),
];
