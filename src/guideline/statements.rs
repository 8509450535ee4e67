//! The source article, statement by statement: data only, in our own words, with the reference numbers that it prints.
//!
//! A row says what the article says, whether or not it is right; disputes and additions live with the rules.

use crate::engine::source::Statement;

/// The question that the article answers, which is its title.
pub const ARTICLE_TITLE: &str = "What is the treatment for neuroleptic malignant syndrome (NMS)?";

/// Who publishes the article.
pub const ARTICLE_PUBLISHER: &str = "Dr.Oracle";

/// The date of last update that the article prints.
pub const ARTICLE_LAST_UPDATED: &str = "11\u{a0}December\u{a0}2025";

/// The reference list of the article as it is: four entries, without numbers (S58).
pub const PRINTED_REFERENCES: &[&str] = &[
    "Guideline: Treatment of NMS. Praxis Medical Insights: Practical Summaries of Clinical Guidelines, 2025",
    "Guideline: NMS Clinical Presentation. Praxis Medical Insights: Practical Summaries of Clinical Guidelines, 2025",
    "Guideline: Neuroleptic Intoxication Syndromes. Praxis Medical Insights: Practical Summaries of Clinical Guidelines, 2025",
    "Research: Clinical management of NMS. The Psychiatric Quarterly, 2001",
];

/// Why a number that the article prints leads no further.
pub const REFERENCE_NOTE: &str = "The text of the article cites references 1 to 7, but its printed list has only four entries, without numbers. The numbers cannot be resolved and are shown as printed.";

/// The statements of the article, S01 to S64, in its order.
#[rustfmt::skip] // one row a line, as in a table
pub const STATEMENTS: &[Statement] = &[
    // Header and page furniture
    says("S01", "scope", "The question answered is how neuroleptic malignant syndrome (NMS) is treated.", &[]),
    says("S02", "provenance", "The publisher says that a medical advisory board reviews every article for accuracy.", &[]),
    says("S03", "disclaimer", "The article is for education only and is marked as pending human review.", &[]),
    says("S04", "provenance", "The article was last updated on 11\u{a0}December\u{a0}2025; the publisher has an editorial policy.", &[]),
    says("S05", "ui", "The page offers to adapt its language to the reader.", &[]),

    // Cornerstone and immediate actions
    says("S06", "action", "All antipsychotic drugs are to be stopped immediately.", &[1, 2]),
    says("S07", "action", "Aggressive supportive care is to start at once; with stopping the antipsychotics it is the cornerstone of treatment.", &[1, 2]),
    says("S08", "hierarchy", "Stopping the antipsychotics and supportive care come before any drug treatment.", &[1, 2]),
    says("S09", "action", "Stopping the causative drug is the single most important intervention.", &[1, 3]),
    says("S10", "action", "The causative drug is stopped whatever the psychiatric state of the patient.", &[1, 3]),
    says("S11", "drug", "Agitation is treated with a benzodiazepine instead of physical restraint.", &[1]),
    says("S12", "pitfall", "Straining against restraints worsens isometric muscle contraction, hyperthermia and lactic acidosis, and so raises mortality.", &[1]),
    says("S13", "action", "Hyperthermia is treated by external cooling: ice packs, cooling blankets, evaporative cooling.", &[1, 2]),
    says("S14", "action", "Intravenous fluids treat dehydration, support renal function and help to prevent renal failure from rhabdomyolysis.", &[1, 2]),
    says("S15", "action", "Vital signs are brought back to normal with agents that control blood pressure swings and tachycardia; the article names none.", &[1]),

    // Pharmacologic interventions
    says("S16", "hierarchy", "Specific drug treatment is an adjunct.", &[]),
    says("S17", "hierarchy", "The adjunctive drugs are for severe cases with marked rigidity and hyperthermia.", &[]),
    says("S18", "drug", "In severe NMS bromocriptine acts against the lack of dopamine.", &[1, 4]),
    says("S19", "drug", "Levodopa-carbidopa may be considered as another dopaminergic option.", &[5]),
    says("S20", "drug", "The article says that an anticholinergic such as benzatropine (benztropine) may enhance the effect of bromocriptine.", &[5]),
    says("S21", "drug", "Dantrolene reduces rigidity and hyperthermia in severe cases.", &[1, 5]),
    says("S22", "drug", "By its FDA label, dantrolene is not indicated for NMS.", &[6]),
    says("S23", "drug", "The FDA label warns that patients with NMS may die despite dantrolene.", &[6]),
    says("S24", "drug", "Dantrolene is nevertheless still widely used in NMS.", &[6]),
    says("S25", "drug", "Dantrolene is given intravenously.", &[6]),
    says("S26", "drug", "The volume of diluent in which dantrolene is given carries a risk of pulmonary oedema.", &[6]),

    // Advanced interventions for life-threatening cases
    says("S27", "threshold", "Extreme hyperthermia is a temperature above 41.1\u{a0}°C.", &[]),
    says("S28", "action", "Extreme hyperthermia calls for emergency sedation.", &[1]),
    says("S29", "action", "Extreme hyperthermia calls for neuromuscular paralysis.", &[1]),
    says("S30", "action", "Extreme hyperthermia calls for intubation and mechanical ventilation.", &[1]),
    says("S31", "prognosis", "About 25\u{a0}% of patients with NMS need intensive care.", &[1]),
    says("S32", "action", "Electroconvulsive therapy is second-line treatment for severe, persistent NMS.", &[1, 4]),
    says("S33", "action", "Electroconvulsive therapy is considered above all where a coexisting psychiatric illness would benefit from it.", &[1, 4]),

    // Essential monitoring
    says("S34", "monitoring", "Laboratory tests are mandatory.", &[]),
    says("S35", "monitoring", "A full blood count is taken; leucocytosis of 15,000 to 30,000\u{a0}cells/mm³ is to be looked for.", &[1, 2]),
    says("S36", "monitoring", "Creatine kinase is measured; it is typically at least 4\u{a0}times the upper limit of normal.", &[1, 2]),
    says("S37", "monitoring", "Electrolytes and renal function are tested.", &[1, 2]),
    says("S38", "monitoring", "Liver function is tested.", &[1, 2]),
    says("S39", "monitoring", "Arterial blood gases are taken.", &[1]),
    says("S40", "monitoring", "Coagulation is tested.", &[1]),
    says("S41", "complication", "Rhabdomyolysis with acute renal failure is to be watched for; haemodialysis may be needed.", &[1, 2]),
    says("S42", "complication", "Metabolic acidosis is to be watched for.", &[1, 3]),
    says("S43", "complication", "Seizures are to be watched for.", &[1, 3]),
    says("S44", "complication", "Disseminated intravascular coagulation is to be watched for.", &[1, 3]),

    // Critical pitfalls
    says("S45", "pitfall", "Physical restraint is never to be used; it directly raises mortality.", &[1]),
    says("S46", "pitfall", "Treatment does not wait for the diagnosis to be confirmed.", &[1, 2, 3]),
    says("S47", "diagnosis", "NMS is a clinical diagnosis; no laboratory finding is pathognomonic.", &[1, 2, 3]),
    says("S48", "prognosis", "With early intervention mortality has fallen from 76\u{a0}% in the 1960s to less than 10 to 15\u{a0}%.", &[1, 2, 3]),
    says("S49", "pitfall", "A passive approach is to be avoided; preventing deaths takes active, aggressive management.", &[5]),

    // Treatment hierarchy by severity
    says("S50", "hierarchy", "Mild NMS: the antipsychotic is stopped, with supportive care and benzodiazepines.", &[1, 2]),
    says("S51", "hierarchy", "Moderate NMS: bromocriptine, dantrolene or both are added to the treatment of mild NMS.", &[1, 5]),
    says("S52", "hierarchy", "Severe NMS, which means extreme hyperthermia or complications: admission to intensive care is added.", &[1]),
    says("S53", "hierarchy", "Severe NMS: neuromuscular paralysis and intubation are considered.", &[1]),
    says("S54", "hierarchy", "Severe NMS: electroconvulsive therapy is an option if the syndrome persists.", &[1]),

    // Post-resolution
    says("S55", "post-resolution", "At least 2\u{a0}weeks pass before rechallenge with an antipsychotic is considered.", &[7]),
    says("S56", "post-resolution", "Informed consent is obtained after risks and benefits have been discussed.", &[7]),
    says("S57", "post-resolution", "The patient and the family are taught about the episode.", &[7]),

    // References, disclaimer, footer
    says("S58", "provenance", "Four references are printed, without numbers: three guideline summaries of Praxis Medical Insights (2025) and one paper in The Psychiatric Quarterly (2001).", &[]),
    says("S59", "disclaimer", "The article is meant for healthcare professionals.", &[]),
    says("S60", "disclaimer", "Decisions rest on clinical judgement and on information that was verified independently.", &[]),
    says("S61", "disclaimer", "The article supplements established guidelines and does not replace professional discretion.", &[]),
    says("S62", "disclaimer", "Everything is to be verified against the primary literature and current standards of practice before use.", &[]),
    says("S63", "disclaimer", "The publisher accepts no liability.", &[]),
    says("S64", "provenance", "The footer advertises a medical AI for follow-up questions.", &[]),
];

/// A row of the table.
const fn says(id: &'static str, kind: &'static str, text: &'static str, refs: &'static [u8]) -> Statement {
    Statement { id, kind, text, refs }
}
