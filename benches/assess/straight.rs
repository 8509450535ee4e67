//! The baseline of the bench: the rules of the bundled set, written out by hand as one straight line of comparisons.
//!
//! It knows no tables, no explanations and no units; it is what an engine costs more than.

use nms_advisor::engine::criterion::Truth;
use nms_advisor::engine::finding::{Findings, Value};
use nms_advisor::guideline::NMS;

use Truth::{Met, NotMet, Unknown};

/// The answers as plain fields.
pub(crate) struct Case {
    yes_no: Vec<Option<bool>>,
    numbers: Vec<Option<f64>>,
    choices: Vec<Option<u8>>,
}

macro_rules! keys {
    ($($name:ident = $key:literal),* $(,)?) => {
        #[allow(non_camel_case_types, reason = "the names are those of the answers")]
        #[derive(Clone, Copy)]
        enum Key { $($name),* }
        const KEYS: &[&str] = &[$($key),*];
    };
}

keys! {
    antagonist = "dopamineAntagonist", withdrawal = "dopaminergicWithdrawal", anaesthetic = "volatileAnaesthetic",
    baclofen = "baclofenWithdrawal", serotonergic = "serotonergicDrug", depot = "longActingInjection", lithium = "lithium",
    blocker = "calciumChannelBlocker", temperature = "temperature", twice = "hyperthermiaTwice", rising = "risingDespiteCooling",
    site = "temperatureSite", heart = "heartRate", heart_usual = "heartRateBaseline", breath = "respiratoryRate",
    breath_usual = "respiratoryRateBaseline", systolic = "systolic", systolic_usual = "systolicBaseline", diastolic = "diastolic",
    diastolic_usual = "diastolicBaseline", labile = "bloodPressureLabile", raised = "bloodPressureRaised",
    hypermetabolism = "hypermetabolism", saturation = "oxygenSaturation", arrhythmia = "arrhythmia", rigidity = "rigidity",
    breathing = "rigidityImpairsBreathing", mental = "mentalStatus", coma_scale = "glasgowComaScale", agitation = "agitation",
    restraint = "physicalRestraint", sweating = "diaphoresis", tremor = "tremor", incontinence = "incontinence", mutism = "mutism",
    dysphagia = "dysphagia", catatonia = "catatonia", reflexes = "hyperreflexia", spontaneous = "spontaneousClonus",
    inducible = "inducibleClonus", ocular = "ocularClonus", ck = "creatineKinase", ck_limit = "creatineKinaseUpperLimit",
    platelets = "platelets", potassium = "potassium", bicarbonate = "bicarbonate", ecg = "hyperkalaemicEcg", creatinine = "creatinine",
    creatinine_usual = "creatinineBaseline", ph = "ph", inr = "inr", fibrinogen = "fibrinogen", urine = "urineOutput",
    myoglobin = "myoglobinuria", rhabdomyolysis = "rhabdomyolysis", renal = "acuteRenalFailure", acidosis = "metabolicAcidosis",
    seizures = "seizures", coagulation = "disseminatedIntravascularCoagulation", respiratory = "respiratoryFailure", shock = "shock",
    sepsis = "sepsis", heart_failure = "heartFailure", liver = "liverDisease", persistent = "persistentDespiteTreatment",
    ect_condition = "psychiatricConditionForEct", resolved = "resolved", age = "ageYears", pregnant = "pregnant",
}

impl Case {
    /// The answers of a case; drugs by name are left out.
    pub(crate) fn of(findings: &Findings) -> Self {
        let values: Vec<Option<Value>> = KEYS.iter().map(|key| findings.get(NMS.find(key).unwrap())).collect();
        let yes_no = |value: &Option<Value>| if let Some(Value::Boolean(yes)) = value { Some(*yes) } else { None };
        let number =
            |value: &Option<Value>| if let Some(Value::Number(number)) = value { Some(number.to_f64()) } else { None };
        let choice = |value: &Option<Value>| if let Some(Value::Choice(choice)) = value { Some(*choice) } else { None };
        Self {
            yes_no: values.iter().map(yes_no).collect(),
            numbers: values.iter().map(number).collect(),
            choices: values.iter().map(choice).collect(),
        }
    }

    fn yes(&self, key: Key) -> Truth {
        self.yes_no[key as usize].map_or(Unknown, Truth::of)
    }

    fn holds(&self, key: Key, holds: impl Fn(f64) -> bool) -> Truth {
        self.numbers[key as usize].map_or(Unknown, |number| Truth::of(holds(number)))
    }

    fn pair(&self, one: Key, other: Key, holds: impl Fn(f64, f64) -> bool) -> Truth {
        let pair = self.numbers[one as usize].zip(self.numbers[other as usize]);
        pair.map_or(Unknown, |(one, other)| Truth::of(holds(one, other)))
    }

    fn chose(&self, key: Key, holds: impl Fn(u8) -> bool) -> Truth {
        self.choices[key as usize].map_or(Unknown, |choice| Truth::of(holds(choice)))
    }
}

fn all<const N: usize>(parts: [Truth; N]) -> Truth {
    parts.into_iter().min().unwrap_or(Met)
}

fn any<const N: usize>(parts: [Truth; N]) -> Truth {
    parts.into_iter().max().unwrap_or(NotMet)
}

/// Yes if one way says yes, no if one says no, else unknown.
fn ways(one: Truth, other: Truth) -> Truth {
    match (one, other) {
        (Met, _) | (_, Met) => Met,
        (NotMet, _) | (_, NotMet) => NotMet,
        (Unknown, Unknown) => Unknown,
    }
}

/// Every rule with its truth, in the order of the rule set.
#[allow(clippy::too_many_lines, reason = "it is the straight line that the engine is measured against")]
pub(crate) fn decide(case: &Case) -> Vec<(&'static str, Truth)> {
    use Key as K;
    let yes = |key| case.yes(key);
    let exposure = yes(K::antagonist);
    let withdrawal = yes(K::withdrawal);
    let hot = case.holds(K::temperature, |value| value > 38.0);
    let hyperthermic = if yes(K::twice) == Met { Met } else { hot };
    let extreme = case.holds(K::temperature, |value| value > 41.1);
    let stiff = case.chose(K::rigidity, |grade| grade >= 2);
    let rigid = case.chose(K::rigidity, |grade| grade >= 1);
    let rises = |one, other, percent: f64| case.pair(one, other, |one, other| 100.0 * (one - other) >= percent * other);
    let pressure = ways(
        yes(K::raised),
        any([rises(K::systolic, K::systolic_usual, 25.0), rises(K::diastolic, K::diastolic_usual, 25.0)]),
    );
    let rates = all([rises(K::heart, K::heart_usual, 25.0), rises(K::breath, K::breath_usual, 50.0)]);
    let signs = [
        any([hot, yes(K::twice)]),
        rigid,
        any([case.chose(K::mental, |state| state >= 1), yes(K::mutism), yes(K::catatonia)]),
        any([yes(K::labile), pressure, yes(K::sweating), yes(K::incontinence)]),
        ways(yes(K::hypermetabolism), rates),
    ];
    let there = signs.iter().filter(|sign| **sign == Met).count();
    let open = signs.iter().filter(|sign| **sign == Unknown).count();
    let suspected = match exposure.max(withdrawal) {
        _ if there == 0 && open == 0 => NotMet,
        Met if there >= 1 => Met,
        Unknown if there >= 2 => Met,
        NotMet if there >= 1 => NotMet,
        Met | Unknown | NotMet => Unknown,
    };
    let renal_failure = all([yes(K::rhabdomyolysis), yes(K::renal)]);
    let kidney = any([
        yes(K::renal),
        case.pair(K::creatinine, K::creatinine_usual, |now, usual| now >= 1.5 * usual),
        case.holds(K::urine, |value| value < 0.5),
    ]);
    let gas = all([case.holds(K::ph, |value| value < 7.35), case.holds(K::bicarbonate, |value| value < 22.0)]);
    let muscle = any([
        case.pair(K::ck, K::ck_limit, |now, limit| now >= 4.0 * limit),
        case.holds(K::ck, |value| value > 1000.0),
        yes(K::rhabdomyolysis),
        yes(K::myoglobin),
    ]);
    let altered = any([
        case.chose(K::mental, |state| state >= 2),
        yes(K::catatonia),
        case.holds(K::coma_scale, |value| value <= 13.0),
    ]);
    let potassium = |least: f64| case.holds(K::potassium, |value| value >= least);
    let domain = any([
        hot,
        stiff,
        altered,
        muscle,
        potassium(5.5),
        kidney,
        yes(K::acidosis),
        gas,
        yes(K::seizures),
        yes(K::coagulation),
        yes(K::respiratory),
    ]);
    let severe = any([
        extreme,
        renal_failure,
        yes(K::acidosis),
        yes(K::seizures),
        yes(K::coagulation),
        case.holds(K::temperature, |value| value >= 40.0),
        yes(K::breathing),
        case.chose(K::mental, |state| state == 4),
        case.holds(K::coma_scale, |value| value <= 8.0),
        all([case.holds(K::heart, |value| value >= 120.0), domain]),
        kidney,
        gas,
        potassium(6.0),
        yes(K::ecg),
        yes(K::respiratory),
        case.holds(K::saturation, |value| value < 90.0),
        yes(K::shock),
        case.holds(K::systolic, |value| value < 90.0),
        yes(K::sepsis),
        yes(K::arrhythmia),
    ]);
    let significant = all([stiff, hyperthermic]);
    let moderate = any([
        severe,
        significant,
        hyperthermic,
        all([case.holds(K::temperature, |value| value > 38.5), yes(K::rising)]),
        stiff,
        altered,
        case.holds(K::heart, |value| value > 100.0),
        muscle,
        potassium(5.5),
    ]);
    let possible = Truth::of(exposure != NotMet);
    let established = Truth::of(exposure == Met || withdrawal == Met);
    let drugs = all([suspected, any([significant, severe])]);
    let severe_case = all([suspected, severe]);
    let persistent = all([severe_case, yes(K::persistent)]);
    let clonus = |sign| all([yes(sign), any([yes(K::agitation), yes(K::sweating)])]);
    let hunter = all([
        yes(K::serotonergic),
        any([
            yes(K::spontaneous),
            clonus(K::inducible),
            clonus(K::ocular),
            all([yes(K::tremor), yes(K::reflexes)]),
            all([rigid, hot, any([yes(K::ocular), yes(K::inducible)])]),
        ]),
    ]);
    let after = any([all([suspected, possible]), yes(K::resolved)]);
    let rest = any([suspected, yes(K::resolved)]);
    vec![
        ("treat-as-malignant-hyperthermia", yes(K::anaesthetic)),
        ("discontinue-dopamine-antagonists", all([suspected, possible])),
        ("restart-dopaminergic-drug", all([suspected, withdrawal])),
        ("restore-baclofen", yes(K::baclofen)),
        ("find-the-exposure", all([suspected, established.negated()])),
        ("look-for-another-cause", all([possible.negated(), withdrawal.negated(), any(signs)])),
        ("start-supportive-care", suspected),
        ("cool-externally", hyperthermic),
        ("call-critical-care", any([case.holds(K::temperature, |value| value >= 40.0), all([suspected, moderate])])),
        ("give-intravenous-fluids", suspected),
        ("give-benzodiazepine", suspected),
        ("stabilise-vital-signs", suspected),
        ("treat-without-waiting", suspected),
        ("emergency-sedation", extreme),
        ("neuromuscular-paralysis", extreme),
        ("intubate-and-ventilate", extreme),
        ("admit-to-intensive-care", severe_case),
        ("consider-paralysis-and-intubation", severe_case),
        ("consider-electroconvulsive-therapy", persistent),
        ("prefer-ect-with-a-psychiatric-condition", all([persistent, yes(K::ect_condition)])),
        ("avoid-physical-restraint", any([suspected, yes(K::agitation), yes(K::restraint)])),
        ("release-restraint", yes(K::restraint)),
        ("avoid-dopamine-antagonists", suspected),
        ("avoid-succinylcholine", any([suspected, extreme, severe_case])),
        (
            "avoid-verapamil-or-diltiazem-with-dantrolene",
            any([drugs, all([suspected, case.chose(K::blocker, |drug| drug != 0)])]),
        ),
        ("avoid-antipyretics-as-treatment", hyperthermic),
        ("avoid-passive-approach", suspected),
        ("consider-bromocriptine-or-dantrolene", drugs),
        ("note-drug-timing", drugs),
        ("consider-bromocriptine", drugs),
        ("consider-dantrolene", drugs),
        ("know-the-dantrolene-label", drugs),
        (
            "watch-the-dantrolene-volume",
            all([
                drugs,
                any([
                    yes(K::heart_failure),
                    kidney,
                    case.holds(K::saturation, |value| value < 94.0),
                    case.holds(K::age, |value| value >= 65.0),
                ]),
            ]),
        ),
        ("check-the-liver-before-dantrolene", all([drugs, yes(K::liver)])),
        ("consider-levodopa-carbidopa", drugs),
        ("know-the-anticholinergic-dispute", drugs),
        ("know-bromocriptine-and-serotonin-toxicity", hunter),
        ("monitor-laboratory", suspected),
        ("monitor-creatine-kinase", suspected),
        ("monitor-electrolytes-and-renal-function", suspected),
        ("monitor-blood-gases", suspected),
        ("monitor-coagulation", suspected),
        ("monitor-blood-count", suspected),
        ("monitor-liver-function", suspected),
        ("consider-haemodialysis", all([suspected, renal_failure])),
        (
            "discuss-renal-replacement",
            any([
                case.holds(K::potassium, |value| value > 6.5),
                all([potassium(6.0), yes(K::ecg)]),
                case.holds(K::ph, |value| value <= 7.2),
            ]),
        ),
        ("watch-rhabdomyolysis-and-renal-failure", suspected),
        ("watch-metabolic-acidosis", suspected),
        ("watch-seizures", suspected),
        ("watch-disseminated-intravascular-coagulation", suspected),
        ("watch-kidneys-at-high-creatine-kinase", case.holds(K::ck, |value| value > 5000.0)),
        (
            "watch-coagulation-now",
            any([
                case.holds(K::platelets, |value| value < 100.0),
                case.holds(K::inr, |value| value > 1.5),
                case.holds(K::fibrinogen, |value| value < 1.5),
            ]),
        ),
        ("watch-hyperkalaemia", any([potassium(5.5), yes(K::ecg)])),
        (
            "watch-aspiration",
            all([
                suspected,
                any([yes(K::dysphagia), yes(K::mutism), case.holds(K::coma_scale, |value| value <= 12.0)]),
            ]),
        ),
        ("watch-sepsis", suspected),
        ("delay-rechallenge", after),
        ("obtain-consent-for-rechallenge", after),
        ("educate-patient-and-family", rest),
        ("record-the-reaction", all([rest, Truth::of(exposure == Met)])),
        ("know-the-diagnosis-is-clinical", suspected),
        ("know-early-treatment-lowers-mortality", suspected),
        ("know-the-share-in-intensive-care", suspected),
        ("confirm-core-temperature", case.chose(K::site, |site| site >= 2)),
        ("know-the-limits-of-use", any([case.holds(K::age, |value| value < 18.0), yes(K::pregnant)])),
        ("know-the-course-after-a-depot", all([suspected, yes(K::depot)])),
        ("review-lithium", all([suspected, yes(K::lithium)])),
    ]
}
