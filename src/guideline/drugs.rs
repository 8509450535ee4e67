//! Reference cards: published doses side by side by source, never reconciled into an order, and what asks for care.
//! Data only.

use crate::engine::beyond::{Caution, Dose, DrugCard};
use crate::engine::criterion::{ALWAYS, Criterion, NEVER};
use crate::engine::source::literature;

use super::terms::{above, any, at_least, at_most, below, definition, is, present};

const fn dose(text: &'static str, citations: &'static [&'static str]) -> Dose {
    Dose { text, withheld_if: NEVER, source: literature(citations) }
}

const fn caution(text: &'static str, when: Criterion, citations: &'static [&'static str]) -> Caution {
    Caution { text, when, source: literature(citations) }
}

/// A caution that is our own, though what it rests on is published.
const fn ours(text: &'static str, when: Criterion, citations: &'static [&'static str]) -> Caution {
    Caution { text, when, source: literature(citations).read_as("For whom it matters is our own choice.") }
}

/// When doses may be shown: a known adult, male or known not to be pregnant.
pub const DOSES_SHOWN_IF: Criterion = definition("doses-shown");

/// Why they are withheld otherwise.
pub const DOSES_WITHHELD: &str = "Doses are shown only for a known adult who is male or known not to be pregnant: for children, in pregnancy, or while age, sex or pregnancy is not known, they belong to a specialist. The plan itself stands.";

/// The cards.
#[rustfmt::skip] // one line a row, as in a table
pub const DRUGS: &[DrugCard] = &[
    DrugCard {
        id: "lorazepam",
        label: "Lorazepam and diazepam",
        doses: &[
            dose("Lorazepam 1 to 2\u{a0}mg parenterally as a challenge, continued if there is some response.", &["sarkar-gupta-2017"]),
            dose("Lorazepam or diazepam titrated to effect, for rigidity, agitation and seizures in toxic hyperthermia.", &["critcare-2007-hyperthermia"]),
            dose("1 to 2\u{a0}mg intravenously every 4 to 6\u{a0}h in milder cases; watch breathing.", &["sarkar-gupta-2017", "cmdt-nms"]),
            dose("In catatonia: lorazepam from 1\u{a0}mg four times or 2\u{a0}mg twice a day, raised every 2 to 3 days; above 8\u{a0}mg a day under a consultant, with flumazenil at hand.", &["nhs-scotland-catatonia"]),
        ],
        cautions: &[
            ours("Breathing or consciousness is impaired: secure the airway first.", definition("airway-at-risk"), &["critcare-2007-hyperthermia"]),
            caution("Also against shivering and rigidity while cooling.", ALWAYS, &["critcare-2007-hyperthermia"]),
            caution("No agreed maximum for this syndrome was found; none is shown. A single report describes recovery on high doses.", ALWAYS, &["lorazepam-case-2010"]),
        ],
        rules: &["give-benzodiazepine"],
    },
    DrugCard {
        id: "bromocriptine",
        label: "Bromocriptine",
        doses: &[
            dose("2.5\u{a0}mg every 6 to 8\u{a0}h, by mouth or tube.", &["msd-nms"]),
            dose("2.5 to 10\u{a0}mg every 6 to 8\u{a0}h in adults, by mouth or tube; no change for kidney or liver in short use.", &["quebec-bromocriptine-2024"]),
            dose("2.5\u{a0}mg three times a day to begin with, titrated up to 45\u{a0}mg a day.", &["sarkar-gupta-2017"]),
            dose("2.5 to 10\u{a0}mg three times a day.", &["cmdt-nms"]),
            dose("2.5 to 7.5\u{a0}mg a day: an outlier among these.", &["cmdt-hyperthermia"]),
        ],
        cautions: &[
            caution("Contraindicated: uncontrolled hypertension, sensitivity to ergot alkaloids.", any(&[present("uncontrolledHypertension"), present("ergotAllergy")]), &["bromocriptine-label"]),
            caution("Contraindicated: pre-eclampsia; angina, infarction or stroke in the history.", any(&[present("preEclampsia"), present("vascularHistory")]), &["quebec-bromocriptine-2024"]),
            ours("Signs of serotonin toxicity: withheld.", definition("hunter"), &["poisoning-drug-overdose"]),
            caution("It may worsen malignant hyperthermia and heat stroke.", any(&[present("volatileAnaesthetic"), present("heatExposure")]), &["poisoning-drug-overdose"]),
            caution("A CYP3A4 inhibitor raises its level: the label lists a change of dose.", present("cyp3a4Inhibitor"), &["bromocriptine-label"]),
            caution("Low blood pressure or a vasopressor: not now.", definition("circulation-fails"), &["bromocriptine-label"]),
            caution("Pregnancy: not withheld if life is at risk.", present("pregnant"), &["quebec-bromocriptine-2024"]),
            ours("Tapered, never stopped abruptly; how long was not found in a source that could be read: decided with toxicology, longer after a depot.", ALWAYS, &["guinart-2021-depot"]),
            caution("By mouth or tube only, little is absorbed, and it works within hours to days.", ALWAYS, &["poisoning-drug-overdose"]),
            caution("Hypotension, nausea, hallucinations and psychosis. No metoclopramide or other dopamine antagonist against the nausea.", ALWAYS, &["quebec-bromocriptine-2024", "bromocriptine-label", "caroff-current-psychiatry"]),
        ],
        rules: &["consider-bromocriptine"],
    },
    DrugCard {
        id: "amantadine",
        label: "Amantadine",
        doses: &[
            dose("100 to 200\u{a0}mg every 12\u{a0}h, by mouth or tube.", &["msd-nms"]),
            dose("200 to 400\u{a0}mg a day in divided doses.", &["sarkar-gupta-2017"]),
            dose("As an infusion, 200\u{a0}mg in 500\u{a0}mL over about 3\u{a0}h, one to three times a day: licensed in Germany (akinetic crisis), available in Austria and Switzerland.", &["amantadine-label-de"]),
            dose("Less in renal impairment (not specific to this syndrome): 100\u{a0}mg a day at a GFR of 35 to 50, every 2 to 3 days at 15 to 35, once a week below 15\u{a0}mL/min.", &["amantadine-renal"]),
        ],
        cautions: &[
            caution("Kidneys: it accumulates. While renal function is not known, take it as reduced.", ALWAYS, &["amantadine-renal"]),
            caution("Renal function is reduced in these answers: a smaller dose or another drug.", any(&[at_most("estimatedGfr", 50.0), definition("renal-injury")]), &["amantadine-renal"]),
            caution("Epilepsy or seizures: contraindicated (UK).", any(&[present("epilepsy"), present("seizures")]), &["amantadine-label-uk"]),
            caution("Pregnancy: contraindicated (UK).", present("pregnant"), &["amantadine-label-uk"]),
            caution("QTc above 420\u{a0}ms: contraindicated (Germany).", above("qtc", 420.0), &["amantadine-label-de"]),
            caution("Potassium is low: contraindicated (Germany).", below("potassium", 3.5), &["amantadine-label-de"]),
            caution("On dialysis: not given.", present("dialysis"), &["amantadine-renal"]),
            caution("Germany: severe heart failure, cardiomyopathy or myocarditis, AV block II or III, pulse below 55, QTc above 420\u{a0}ms, ventricular arrhythmia, other QT-prolonging drugs, low potassium or magnesium; not below a clearance of 10\u{a0}mL/min.", ALWAYS, &["amantadine-label-de"]),
            caution("UK: convulsions, gastric ulcer, severe renal disease, pregnancy.", ALWAYS, &["amantadine-label-uk"]),
            caution("US, extended release: end-stage renal disease.", ALWAYS, &["amantadine-renal"]),
            caution("Stopped if QTc passes 480\u{a0}ms or rises by 60; halved weekly when it ends.", ALWAYS, &["amantadine-label-de"]),
            caution("Psychosis is described.", ALWAYS, &["amantadine-renal"]),
            caution("Never stopped abruptly: that can cause the same picture.", ALWAYS, &["pmc6278220", "bmj-nms"]),
        ],
        rules: &["consider-amantadine"],
    },
    DrugCard {
        id: "levodopa",
        label: "Levodopa with carbidopa",
        doses: &[],
        cautions: &[
            caution("No dose for this syndrome was found. Verified only as what is restarted when its withdrawal is the cause.", ALWAYS, &["levodopa-reinstatement", "pmc6278220"]),
            caution("Restart: the previous dose, dispersible by tube; rotigotine patch; apomorphine with a Parkinson specialist only; not more than about 2\u{a0}h without.", ALWAYS, &["newman-2009", "ggc-parkinson"]),
        ],
        rules: &["consider-levodopa-carbidopa", "restart-dopaminergic-drug"],
    },
    DrugCard {
        id: "dantrolene",
        label: "Dantrolene",
        doses: &[
            dose("0.25 to 2\u{a0}mg/kg intravenously every 6 to 12\u{a0}h, at most 10\u{a0}mg/kg in 24\u{a0}h (off label).", &["msd-nms"]),
            dose("1 to 2.5\u{a0}mg/kg, repeated every 6\u{a0}h if there is improvement, then by mouth.", &["sarkar-gupta-2017"]),
            dose("50\u{a0}mg as needed, to 10\u{a0}mg/kg a day.", &["cmdt-nms"]),
            dose("2 to 5\u{a0}mg/kg is said of rigidity that neuromuscular blockade does not abolish, that is, malignant hyperthermia; not this syndrome.", &["cmdt-hyperthermia"]),
            dose("Japan, licensed for this syndrome: 40\u{a0}mg, then steps of 20\u{a0}mg, at most 200\u{a0}mg a day, usually no more than 7\u{a0}days, then 25 to 50\u{a0}mg three times a day by mouth.", &["japan-dantrium-label"]),
        ],
        cautions: &[
            caution("Verapamil or diltiazem: do not combine; hyperkalaemia and collapse.", any(&[is("calciumChannelBlocker", "verapamil"), is("calciumChannelBlocker", "diltiazem")]), &["tox-dantrolene", "dantrolene-ccb"]),
            caution("Another calcium-channel blocker: not seen in animals, yet some monographs warn of the whole class.", any(&[is("calciumChannelBlocker", "dihydropyridine"), is("calciumChannelBlocker", "other")]), &["dantrolene-ccb", "dantrolene-amlodipine-pigs"]),
            caution("Active hepatitis or cirrhosis: contraindicated by mouth, hepatotoxic.", present("liverDisease"), &["dantrium-capsules-label"]),
            ours("Heart failure, failing kidneys, low oxygen saturation or age from 65: the diluent volume and the mannitol weigh more.", any(&[present("heartFailure"), present("dialysis"), definition("renal-injury"), below("oxygenSaturation", 94.0), at_least("ageYears", 65.0)]), &["modi-2016"]),
            caution("Breathing is weak or impaired: it weakens the diaphragm too.", definition("airway-at-risk"), &["tox-dantrolene"]),
            caution("Japan: caution with calcium-channel blockers as a class; capsules contraindicated in marked heart or lung failure, myasthenia, liver disease.", ALWAYS, &["japan-dantrium-label"]),
            caution("Forms: Ryanodex 250\u{a0}mg in 5\u{a0}mL; Agilus 120\u{a0}mg in 20\u{a0}mL with hydroxypropylbetadex, 5.3\u{a0}mg/mL. The warning of the volume names the form with 60\u{a0}mL only.", ALWAYS, &["ryanodex-faq", "agilus-label"]),
            caution("UK: draw up through the filter supplied.", ALWAYS, &["revonto-label"]),
            caution("Each vial: 20\u{a0}mg with 3,000\u{a0}mg of mannitol, in 60\u{a0}mL of sterile water without a bacteriostatic agent. Not with glucose 5\u{a0}% or sodium chloride 0.9\u{a0}%; use within 6\u{a0}h.", ALWAYS, &["dantrium-iv-about", "revonto-label"]),
            caution("Intravenous calcium is safe with it, if hyperkalaemia or an arrhythmia asks for it.", ALWAYS, &["tox-dantrolene"]),
            caution("Into a central or large vein: thrombophlebitis, and necrosis if it leaks.", ALWAYS, &["tox-dantrolene"]),
        ],
        rules: &["consider-dantrolene", "know-the-dantrolene-label"],
    },
    DrugCard {
        id: "neuromuscular-blockers",
        label: "Neuromuscular blockers",
        doses: &[],
        cautions: &[
            caution("Non-depolarising agents such as rocuronium or vecuronium, with sedation and ventilation.", ALWAYS, &["cmdt-hyperthermia"]),
            caution("No suxamethonium (succinylcholine): rhabdomyolysis, hyperkalaemia and immobility.", ALWAYS, &["verdura-vizcaino-2011", "ramamoorthy-2011"]),
            caution("Potassium is raised already.", any(&[at_least("potassium", 5.5), present("hyperkalaemicEcg")]), &["ramamoorthy-2011"]),
            caution("They hide seizures: EEG.", ALWAYS, &["cmdt-hyperthermia"]),
        ],
        rules: &["neuromuscular-paralysis", "consider-paralysis-and-intubation", "intubate-and-ventilate", "secure-airway-and-breathing", "escalate-when-cooling-fails"],
    },
    DrugCard {
        id: "electroconvulsive-therapy",
        label: "Electroconvulsive therapy",
        doses: &[],
        cautions: &[
            caution("Fifteen patients whom drugs had not helped, bitemporal: remission in 73.3\u{a0}%; first response after 4.2 treatments on average.", ALWAYS, &["morcos-2019"]),
            caution("Bilateral, three sessions a week, with a non-depolarising relaxant.", ALWAYS, &["verdura-vizcaino-2011"]),
            caution("Cardiac arrest and ventricular fibrillation are reported: led by anaesthesia, potassium and CK checked first.", ALWAYS, &["ect-cardiac-1988"]),
            caution("Potassium or CK is raised now.", any(&[at_least("potassium", 5.5), definition("muscle-breakdown")]), &["ramamoorthy-2011"]),
        ],
        rules: &["consider-electroconvulsive-therapy", "prefer-ect-with-a-psychiatric-condition", "consider-ect-when-not-improving"],
    },
    DrugCard {
        id: "fluids",
        label: "Intravenous fluids in rhabdomyolysis",
        doses: &[
            Dose { withheld_if: any(&[present("overloadRisk"), at_least("ageYears", 75.0)]), ..dose("Lactated Ringer's or sodium chloride (0.9\u{a0}% or 0.45\u{a0}%), from about 400\u{a0}mL/h (200 to 1,000\u{a0}mL/h); urine 1 to 3\u{a0}mL/kg/h, up to 300\u{a0}mL/h.", &["aast-2022", "bmj-rhabdomyolysis"]) },
            dose("Cold fluid at maintenance rates, seldom more than 20\u{a0}mL/kg.", &["etg-hyperthermia"]),
            dose("In toxic hyperthermia: sodium chloride, urine 1 to 2\u{a0}mL/kg/h.", &["critcare-2007-hyperthermia"]),
        ],
        cautions: &[
            ours("Heart failure, dialysis, almost no urine, or age from 75: not about 400\u{a0}mL/h. Small volumes, examined in between.", any(&[present("overloadRisk"), at_least("ageYears", 75.0)]), &["modi-2016"]),
            caution("Diuretics and bicarbonate are not recommended as a routine.", ALWAYS, &["aast-2022"]),
        ],
        rules: &["give-intravenous-fluids", "give-fluids-with-care", "support-rhabdomyolysis"],
    },
    DrugCard {
        id: "cyproheptadine",
        label: "Cyproheptadine",
        doses: &[
            dose("A report, not an order: 12\u{a0}mg, then 2\u{a0}mg every 2\u{a0}h.", &["boyer-shannon-2005"]),
            dose("A report, not an order: 4\u{a0}mg an hour for 3 to 4 doses.", &["openanesthesia-serotonin"]),
        ],
        cautions: &[
            caution("For serotonin toxicity only; by mouth or tube; ask a poison centre.", ALWAYS, &["openanesthesia-serotonin"]),
        ],
        rules: &["stop-serotonergic-drugs"],
    },
    DrugCard {
        id: "clonidine",
        label: "Clonidine",
        doses: &[],
        cautions: &[
            caution("One comparative series, 9 against 7 patients: shorter ventilation and stay, three deaths in the other group. Not a recommendation.", ALWAYS, &["gregorakos-2000"]),
        ],
        rules: &["stabilise-vital-signs"],
    },
];
