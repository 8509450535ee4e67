//! The words by which a text names a finding: labels, abbreviations, choices, yes and no. Data only.
//!
//! Words stand between bars, in small letters without accents, apostrophes and hyphens. One with a capital counts only as
//! it is written. A word that could mean something else beside this patient stands in no list.

use crate::engine::decimal::Decimal;
use crate::engine::finding::FindingIndex;

use super::terms::finding;

/// Labels of numbers. A number counts only behind one of them.
pub const NUMBERS: &[(FindingIndex, &str)] = &[
    (
        finding("temperature"),
        "temperature|temp|t|body temperature|body temp|core temperature|core temp|temperatur|korpertemperatur|temperatura",
    ),
    (
        finding("creatineKinase"),
        "ck|cpk|creatine kinase|creatine kinase ck|creatine phosphokinase|total ck|ck total|creatinkinase|kreatinkinase|gesamt ck|ck gesamt|creatina quinasa|creatinchinasi|creatinoquinase|creatinofosfoquinase",
    ),
    (
        finding("hoursSinceLastDose"),
        "time since last dose|time since the last dose|since last dose|hours since last dose|last dose",
    ),
    (finding("hoursSinceChange"), "time since start or last increase|time since start|time since last increase"),
    (
        finding("hoursSinceDopaminergicStopped"),
        "time since the dopaminergic drug was stopped|time since dopaminergic stopped",
    ),
    (finding("coolingMinutes"), "cooled for|cooling for"),
    (
        finding("heartRate"),
        "heart rate|hr|heartrate|pulse|pulse rate|HF|herzfrequenz|puls|frequence cardiaque|frecuencia cardiaca|frequencia cardiaca|frequenza cardiaca",
    ),
    (
        finding("respiratoryRate"),
        "respiratory rate|rr|resp rate|resp|respirations|breathing rate|atemfrequenz|frequence respiratoire|frecuencia respiratoria|frequencia respiratoria|frequenza respiratoria",
    ),
    (finding("systolic"), "systolic blood pressure|systolic|systolic bp|systolic pressure|sbp"),
    (finding("diastolic"), "diastolic blood pressure|diastolic|diastolic bp|diastolic pressure|dbp"),
    (
        finding("oxygenSaturation"),
        "oxygen saturation|spo2|sao2|sats|sat|o2 sat|o2 sats|o2 saturation|saturation|pulse ox|sattigung|sauerstoffsattigung|saturacion|saturazione|saturacao",
    ),
    (finding("glasgowComaScale"), "glasgow coma scale|gcs|glasgow coma score|glasgow"),
    (finding("creatineKinaseUpperLimit"), "upper limit of normal for ck|ck limit|ck upper limit|ck uln|uln of ck"),
    (finding("creatinine"), "creatinine|creat|crea|cr|scr|serum creatinine|kreatinin|krea|creatinina|creatinin"),
    (finding("creatinineBaseline"), "usual creatinine"),
    (finding("urineOutput"), "urine output|uo|urinausscheidung"),
    (finding("potassium"), "potassium|k|kalium|potasio|potassio"),
    (finding("ph"), "ph"),
    (finding("bicarbonate"), "bicarbonate|hco3|bicarb|bikarbonat|bicarbonato"),
    (finding("lactate"), "lactate|lac|lactat|laktat|lactato|lattato"),
    (
        finding("whiteCells"),
        "white cells|wbc|wcc|white cell count|white blood cells|white blood cell count|white count|leukocytes|leucocytes|leukozyten|leukos|leuko|leucocitos|leucociti",
    ),
    (
        finding("platelets"),
        "platelets|plt|plts|platelet count|thrombozyten|thrombos|thrombo|plaquettes|plaquetas|piastrine",
    ),
    (finding("inr"), "inr"),
    (finding("fibrinogen"), "fibrinogen|fibrinogene|fibrinogeno"),
    (finding("sodium"), "sodium|na|natrium|sodio"),
    (
        finding("glucose"),
        "glucose|gluc|blood glucose|blood sugar|bg|bsl|bz|blutzucker|glukose|glucosa|glucosio|glycemie|glucemia|glicemia",
    ),
    (finding("estimatedGfr"), "estimated gfr|egfr|gfr"),
    (finding("alt"), "ALT|ALAT|GPT|SGPT|sgpt"),
    (finding("ast"), "AST|ASAT|GOT|SGOT|sgot"),
    (finding("qtc"), "qtc"),
    (finding("dantroleneGiven24h"), "dantrolene given in 24 h"),
    (finding("ageYears"), "age|aged"),
    (finding("weight"), "weight|wt|body weight|bw|gewicht|peso|poids"),
    (finding("heartRateBaseline"), "usual heart rate"),
    (finding("respiratoryRateBaseline"), "usual respiratory rate"),
    (finding("systolicBaseline"), "usual systolic blood pressure"),
    (finding("diastolicBaseline"), "usual diastolic blood pressure"),
];

/// Labels of two numbers with a slash between them, the first above the second.
pub const PAIRS: &[(FindingIndex, FindingIndex, &str)] = &[
    (
        finding("systolic"),
        finding("diastolic"),
        "bp|blood pressure|nibp|abp|rr|ta|blutdruck|tension arterielle|presion arterial|pressao arterial|pressione arteriosa",
    ),
    (finding("systolicBaseline"), finding("diastolicBaseline"), "usual blood pressure"),
];

/// A number, and the finding that asks for its usual value.
pub const USUAL: &[(FindingIndex, FindingIndex)] = &[
    (finding("heartRate"), finding("heartRateBaseline")),
    (finding("respiratoryRate"), finding("respiratoryRateBaseline")),
    (finding("systolic"), finding("systolicBaseline")),
    (finding("diastolic"), finding("diastolicBaseline")),
    (finding("creatinine"), finding("creatinineBaseline")),
];

/// Words that say a number is above a limit and nothing more. With a number behind them they are its label.
pub const RAISED: &[(FindingIndex, Decimal, &str)] = &[
    (
        finding("temperature"),
        Decimal::literal(38.0),
        "fever|febrile|pyrexia|pyrexial|fieber|febril|fievre|fiebre|febbre|febre",
    ),
    (finding("heartRate"), Decimal::literal(100.0), "tachycardia|tachycardic|tachykardie|tachykard|tachycardie"),
    (
        finding("respiratoryRate"),
        Decimal::literal(20.0),
        "tachypnoea|tachypnea|tachypnoeic|tachypneic|tachypnoe|tachypnee",
    ),
];

/// Labels of the highest value of some time: it is offered, for it may not be the one of now.
pub const PEAKS: &[(FindingIndex, &str)] = &[
    (finding("temperature"), "t max|tmax|temp max|max temp|maximum temperature"),
    (finding("creatineKinase"), "ck max|max ck|peak ck|ck peak"),
];

/// Codes of units that a number alone may bring out beside the stored one, where no other makes it plausible.
pub const FROM_THE_NUMBER: &[&str] = &["mg/dL", "/uL"];

/// A number that may be said as a multiple of its upper limit, and the finding that holds that limit.
pub const LIMITED: (FindingIndex, FindingIndex) = (finding("creatineKinase"), finding("creatineKinaseUpperLimit"));

/// The saturation, and the oxygen that may stand behind it.
pub const OXYGEN: (FindingIndex, FindingIndex) = (finding("oxygenSaturation"), finding("supplementalOxygen"));

/// The temperature, and the place where it was taken, by option.
pub const SITE: (FindingIndex, FindingIndex, &[(&str, &str)]) = (
    finding("temperature"),
    finding("temperatureSite"),
    &[
        ("core", "core|rectal|bladder|oesophageal|esophageal|rektal"),
        ("oral", "oral"),
        ("axillary", "axillary|axillar|axilla"),
        ("tympanic", "tympanic|ear|tympanal"),
    ],
);

/// The number that a destroyed sample makes too high.
pub const SPOILT_BY_HAEMOLYSIS: FindingIndex = finding("potassium");

/// Numbers that laboratories also report in a unit that this form does not have: without a unit, doubtful from here on.
pub const DOUBTFUL_FROM: &[(FindingIndex, Decimal)] = &[(finding("lactate"), Decimal::literal(5.0))];

/// The score with three parts, each with its highest value.
pub const SCORE: (FindingIndex, [(char, u8); 3]) = (finding("glasgowComaScale"), [('e', 4), ('v', 5), ('m', 6)]);

/// The age, and the sex that may stand behind it.
pub const AGE: (FindingIndex, FindingIndex) = (finding("ageYears"), finding("sex"));

/// Where the names of drugs go: what was taken, dopaminergic drugs, and the answer that one of those was stopped.
pub const DRUGS: (FindingIndex, FindingIndex, FindingIndex) =
    (finding("agents"), finding("dopaminergicAgents"), finding("dopaminergicWithdrawal"));

/// A drug that has a question of its own.
pub const ASKED_BY_NAME: &[(&str, FindingIndex)] = &[("lithium", finding("lithium"))];

/// A word that stands for several findings: denied, it answers the first, and the second is offered.
pub const UMBRELLA: (FindingIndex, FindingIndex, &str) =
    (finding("spontaneousClonus"), finding("inducibleClonus"), "clonus");

/// Names of what is answered with yes or no.
pub const SIGNS: &[(FindingIndex, &str)] = &[
    (finding("dopamineAntagonist"), "dopamine antagonist|dopamine antagonists|dopamine antagonist taken"),
    (finding("dopaminergicWithdrawal"), "dopaminergic withdrawal|dopaminergic drug stopped|dopaminergic drugs stopped"),
    (finding("diaphoresis"), "profuse sweating|sweating|diaphoresis|diaphoretic|sweaty"),
    (finding("agitation"), "agitation|agitated"),
    (finding("respiratoryFailure"), "respiratory failure"),
    (
        finding("longActingInjection"),
        "long acting injection|depot|depot injection|long acting injection depot|lai|long acting injectable",
    ),
    (finding("volatileAnaesthetic"), "volatile anaesthetic or suxamethonium"),
    (finding("baclofenWithdrawal"), "baclofen withdrawal"),
    (finding("serotonergicDrug"), "serotonergic drug|serotonergic drugs"),
    (finding("lithium"), "lithium"),
    (finding("signsBeforeDrug"), "signs before the first dose"),
    (finding("anticholinergicDrug"), "anticholinergic drug|anticholinergic|anticholinergics"),
    (finding("heatExposure"), "heat or exertion"),
    (finding("stimulantUse"), "stimulant use|stimulants"),
    (finding("sedativeWithdrawal"), "alcohol or sedative withdrawal"),
    (finding("muscleInjury"), "muscle injury"),
    (finding("hyperthermiaTwice"), "fever twice|hyperthermia twice"),
    (finding("risingDespiteCooling"), "temperature rising despite cooling|rising despite cooling"),
    (finding("bloodPressureRaised"), "blood pressure raised|raised blood pressure|raised bp"),
    (
        finding("bloodPressureLabile"),
        "blood pressure fluctuating|fluctuating blood pressure|labile blood pressure|labile bp|fluctuating bp|bp labile|blood pressure labile",
    ),
    (finding("hypermetabolism"), "hypermetabolism|hypermetabolic"),
    (
        finding("supplementalOxygen"),
        "supplemental oxygen|on supplemental oxygen|on oxygen|oxygen therapy|supplementary oxygen|on o2",
    ),
    (finding("ventilated"), "intubated and ventilated|intubated|ventilated|mechanically ventilated"),
    (finding("vasopressor"), "vasopressor|on a vasopressor|on vasopressors|vasopressors|pressors"),
    (finding("arrhythmia"), "arrhythmia|arrhythmias"),
    (finding("rigidityImpairsBreathing"), "rigidity impairs breathing"),
    (finding("mutism"), "mutism|mute"),
    (finding("catatonia"), "catatonic signs|catatonia|katatonie"),
    (finding("incontinence"), "urinary incontinence|incontinence|incontinent|incontinent of urine"),
    (finding("dysphagia"), "dysphagia|dysphagic|dysphagie"),
    (
        finding("physicalRestraint"),
        "physically restrained|physically restrained now|physical restraint|restrained|in restraints",
    ),
    (finding("tremor"), "tremor|tremors|tremulous"),
    (finding("hyperreflexia"), "hyperreflexia|hyperreflexic|brisk reflexes|hyperreflexie"),
    (finding("spontaneousClonus"), "spontaneous clonus"),
    (finding("inducibleClonus"), "inducible clonus|ankle clonus"),
    (finding("ocularClonus"), "ocular clonus"),
    (finding("drySkin"), "dry skin"),
    (finding("sialorrhoea"), "sialorrhoea|sialorrhea|drooling|hypersalivation"),
    (finding("myoclonus"), "myoclonus|myoclonic jerks"),
    (finding("urinaryRetention"), "urinary retention"),
    (finding("dyskinesia"), "dyskinesia|dyskinesias"),
    (finding("masseterSpasm"), "masseter spasm|trismus"),
    (finding("endTidalCarbonDioxideRising"), "end tidal carbon dioxide rising|rising end tidal co2|etco2 rising"),
    (finding("itchWithoutRash"), "itch without rash"),
    (finding("neckStiffness"), "neck stiffness|stiff neck|neck rigidity|nuchal rigidity|meningismus|meningism"),
    (finding("focalNeurology"), "focal neurological signs|focal signs|focal neurology"),
    (finding("hyperkalaemicEcg"), "ecg changes of hyperkalaemia|ecg changes of hyperkalemia"),
    (finding("myoglobinuria"), "myoglobinuria or dark urine|myoglobinuria"),
    (finding("rhabdomyolysis"), "rhabdomyolysis|rhabdo|rhabdomyolyse"),
    (finding("acuteRenalFailure"), "acute renal failure|acute kidney failure|renal failure"),
    (finding("metabolicAcidosis"), "metabolic acidosis"),
    (finding("seizures"), "seizures|seizure|convulsions"),
    (finding("disseminatedIntravascularCoagulation"), "disseminated intravascular coagulation|dic"),
    (finding("shock"), "shock|in shock|shocked"),
    (finding("sepsis"), "sepsis|septic"),
    (finding("uncontrolledHypertension"), "uncontrolled hypertension"),
    (finding("vascularHistory"), "myocardial infarction angina or stroke in the history|vascular history"),
    (finding("ergotAllergy"), "sensitivity to an ergot alkaloid|ergot allergy|ergot sensitivity"),
    (finding("preEclampsia"), "pre eclampsia|preeclampsia"),
    (finding("liverDisease"), "liver disease|active hepatitis or cirrhosis"),
    (finding("heartFailure"), "heart failure"),
    (finding("dialysis"), "on dialysis|dialysis"),
    (finding("pregnant"), "pregnant|pregnancy"),
    (finding("cyp3a4Inhibitor"), "cyp3a4 inhibitor|cyp3a4 inhibitors"),
    (finding("epilepsy"), "epilepsy|epileptic"),
    (finding("persistentDespiteTreatment"), "persistent despite treatment"),
    (
        finding("psychiatricConditionForEct"),
        "psychiatric condition that would itself benefit from ect|psychiatric reason for ect",
    ),
    (finding("resolved"), "nms resolved|syndrome resolved"),
    (finding("workUpNegative"), "other causes excluded|work up negative|workup negative"),
    (finding("parkinsonDisease"), "parkinson disease|parkinsons disease|parkinsons|morbus parkinson|m parkinson"),
    (
        finding("previousNms"),
        "previous nms|prior nms|earlier nms|neuroleptic malignant syndrome before|previous neuroleptic malignant syndrome",
    ),
    (finding("catatoniaBeforeAntipsychotic"), "catatonia before the antipsychotic|catatonia before antipsychotic"),
    (finding("postpartum"), "postpartum|within 6 weeks after birth"),
];

/// Names that say less than the finding asks: they answer yes, and denied they answer nothing.
pub const NARROWER: &[(FindingIndex, &str)] = &[
    (finding("dopamineAntagonist"), "antipsychotic|antipsychotics|neuroleptic|neuroleptics"),
    (finding("volatileAnaesthetic"), "volatile anaesthetic|volatile anesthetic|suxamethonium|succinylcholine"),
    (finding("heatExposure"), "heat exposure"),
    (finding("sedativeWithdrawal"), "alcohol withdrawal|benzodiazepine withdrawal|sedative withdrawal"),
    (finding("vasopressor"), "noradrenaline|norepinephrine"),
    (finding("arrhythmia"), "atrial fibrillation|ventricular tachycardia|ventricular fibrillation"),
    (finding("myoglobinuria"), "dark urine|cola coloured urine"),
    (finding("baclofenWithdrawal"), "baclofen stopped"),
    (finding("liverDisease"), "cirrhosis|active hepatitis"),
    (finding("dialysis"), "haemodialysis|hemodialysis"),
    (finding("catatonia"), "catatonic|waxy flexibility"),
];

/// What is said in words to be no.
pub const DENIED: &[(FindingIndex, &str)] = &[(finding("supplementalOxygen"), "on room air|room air")];

/// The words of one choice: its labels, and for each option the words that stand alone and those that stand behind a label.
pub type Options = &'static [(&'static str, &'static str, &'static str)];

/// The words of every choice.
pub const CHOICES: &[(FindingIndex, &str, Options)] = &[
    (
        finding("rigidity"),
        "rigidity|muscle rigidity",
        &[
            ("none", "", "none|absent|no"),
            ("mild", "mild rigidity|mildly rigid|slight rigidity|slightly rigid", "mild|slight"),
            ("moderate", "moderate rigidity|moderately rigid", "moderate"),
            (
                "severe",
                "lead pipe rigidity|lead pipe|leadpipe|leadpipe rigidity|severe rigidity|severely rigid|lead pipe rigor",
                "severe|lead pipe|leadpipe|severe lead pipe",
            ),
            (
                "present",
                "rigidity|rigid|muscle rigidity|muscular rigidity|generalised rigidity|generalized rigidity|cogwheel rigidity|muscle stiffness",
                "present|yes|rigid|present not graded|cogwheel",
            ),
        ],
    ),
    (
        finding("mentalStatus"),
        "mental status|mental state|consciousness|level of consciousness",
        &[
            ("alert", "alert|alert and oriented|awake and alert", "alert|normal"),
            ("confused", "confused|confusion|disoriented|disorientated|verwirrt", "confused|disoriented"),
            ("delirious", "delirious|delirium|delirant|delir", "delirious|delirium"),
            ("stuporous", "stuporous|stupor|stuporos", "stuporous|stupor"),
            ("comatose", "comatose|coma|in coma|unconscious|komatos|koma", "comatose|coma|unconscious"),
        ],
    ),
    (
        finding("pupils"),
        "pupils|pupil size",
        &[
            (
                "small",
                "miosis|miotic pupils|pinpoint pupils|small pupils|constricted pupils|miotic",
                "small|pinpoint|constricted|miotic",
            ),
            ("normal", "normal pupils", "normal"),
            (
                "large",
                "mydriasis|dilated pupils|large pupils|mydriatic pupils|mydriatic",
                "large|dilated|wide|mydriatic",
            ),
        ],
    ),
    (
        finding("bowelSounds"),
        "bowel sounds",
        &[
            ("absent", "absent bowel sounds", "absent"),
            ("reduced", "reduced bowel sounds|hypoactive bowel sounds", "reduced|hypoactive|sluggish"),
            ("normal", "normal bowel sounds", "normal"),
            ("hyperactive", "hyperactive bowel sounds", "hyperactive|increased"),
        ],
    ),
    (
        finding("calciumChannelBlocker"),
        "calcium channel blocker|calcium antagonist",
        &[
            ("none", "", "none"),
            ("verapamil", "verapamil", "verapamil"),
            ("diltiazem", "diltiazem", "diltiazem"),
            (
                "dihydropyridine",
                "amlodipine|nifedipine|nimodipine|felodipine|lercanidipine|amlodipin|nifedipin",
                "dihydropyridine|dihydropyridine amlodipine nifedipine",
            ),
            ("other", "", "another|other"),
        ],
    ),
    (
        finding("temperatureSite"),
        "where the temperature was taken|temperature site|t site|site",
        &[
            ("core", "", "core|rectal|bladder|oesophageal"),
            ("oral", "", "oral"),
            ("axillary", "", "axillary"),
            ("tympanic", "", "tympanic"),
            ("other", "", "other"),
        ],
    ),
    (
        finding("trend"),
        "course over the last 12 hours|course|trend",
        &[
            ("better", "", "better|improving"),
            ("same", "", "same|the same|unchanged"),
            ("worse", "", "worse|worsening"),
        ],
    ),
    (
        finding("dantroleneFormulation"),
        "dantrolene formulation|dantrolene as",
        &[
            ("20mg-60ml", "", "20 mg vial|20 mg"),
            ("other", "", "another|other"),
            ("120mg-20ml", "agilus", "120 mg vial|120 mg|agilus"),
            ("250mg-5ml", "ryanodex", "250 mg vial|250 mg|ryanodex"),
        ],
    ),
    (
        finding("sex"),
        "sex|gender",
        &[
            ("female", "female|woman|lady|girl|frau|femme|mujer|donna|mulher|weiblich", "female|f|w"),
            ("male", "male|man|gentleman|boy|mann|homme|hombre|uomo|homem|mannlich", "male|m"),
            ("other", "", "other"),
        ],
    ),
];
