//! The publications that lines beyond the article rest on: data only.
//!
//! A row cites the original work, never a copy of it; a row without an address is one whose original was not read on
//! its own page. `read` is the publication itself, often no more than its abstract or one table; `reported` is a
//! reputable secondary reference, or a fact that was read in one.

use crate::engine::source::{Checked, Citation};

/// The publications, by subject.
#[rustfmt::skip] // one row a line, as in a table
pub const CITATIONS: &[Citation] = &[
    // Diagnosis
    read("gurrera-2011", "Gurrera et al. An international consensus study of neuroleptic malignant syndrome diagnostic criteria using the Delphi method. J Clin Psychiatry 2011;72:1222-8", "https://pubmed.ncbi.nlm.nih.gov/21733489/"),
    read("gurrera-2017", "Gurrera, Mortillaro, Velamoor, Caroff. A validation study of the international consensus diagnostic criteria for neuroleptic malignant syndrome. J Clin Psychopharmacol 2017;37:67-71", "https://pubmed.ncbi.nlm.nih.gov/28027111/"),
    reported("dsm-5-tr", "American Psychiatric Association. Diagnostic and Statistical Manual of Mental Disorders, fifth edition, text revision (DSM-5-TR). 2022", ""),
    reported("levenson-1985", "Levenson. Neuroleptic malignant syndrome. Am J Psychiatry 1985;142:1137-45 (criteria, as given in secondary references)", ""),
    read("tse-2015", "Tse et al. Neuroleptic malignant syndrome: a review from a clinically oriented perspective. Curr Neuropharmacol 2015;13:395-406 (Table 3)", "https://pmc.ncbi.nlm.nih.gov/articles/PMC4812801/"),
    read("ngo-2019", "Ngo et al. Emergent treatment of neuroleptic malignant syndrome induced by antipsychotic monotherapy using dantrolene. Clin Pract Cases Emerg Med 2019;3:16-23 (abstract and Table 1)", "https://pmc.ncbi.nlm.nih.gov/articles/PMC6366389/"),
    read("sachdev-2005", "Sachdev. A rating scale for neuroleptic malignant syndrome. Psychiatry Res 2005;135:249-56", "https://linkinghub.elsevier.com/retrieve/pii/S0165-1781(05)00137-X"),
    read("bmc-psychiatry-2012-dsm-iv", "DSM-IV research criteria for neuroleptic malignant syndrome, as tabulated in BMC Psychiatry 2012;12:214 (Table 1)", "http://www.biomedcentral.com/1471-244X/12/214/table/T1"),

    // The syndrome: reviews, guidelines, outcome
    read("sarkar-gupta-2017", "Sarkar, Gupta. Drug information update. Atypical antipsychotics and neuroleptic malignant syndrome: nuances and pragmatics of the association. BJPsych Bull 2017;41:211-6", "https://pmc.ncbi.nlm.nih.gov/articles/PMC5537576/"),
    read("schonfeldt-lecuona-2020", "Schönfeldt-Lecuona et al. Treatment of the neuroleptic malignant syndrome in international therapy guidelines: a comparative analysis. Pharmacopsychiatry 2020;53:51-9", "https://doi.org/10.1055/a-1046-1044"),
    read("kuhlwilm-2020", "Kuhlwilm et al. The neuroleptic malignant syndrome: a systematic case series analysis focusing on therapy regimes and outcome. Acta Psychiatr Scand 2020;142:233-41", ""),
    read("modi-2016", "Modi et al. Neuroleptic malignant syndrome: complications, outcomes, and mortality. Neurocrit Care 2016;24:97-103", "https://doi.org/10.1007/s12028-015-0162-5"),
    read("pileggi-cook-2016", "Pileggi, Cook. Neuroleptic malignant syndrome: focus on treatment and rechallenge. Ann Pharmacother 2016;50:973-81", "https://pubmed.ncbi.nlm.nih.gov/27423483/"),
    read("wadoo-2020", "Wadoo et al. Neuroleptic malignant syndrome: a guide for psychiatrists. BJPsych Adv 2020-21", "https://openaccess.sgul.ac.uk/id/eprint/112837/"),
    read("caroff-current-psychiatry", "Caroff et al. Neuroleptic malignant syndrome: still a risk, but which patients may be in danger? Current Psychiatry. Strawn, Keck, Caroff. Neuroleptic malignant syndrome: answers to 6 tough questions. Current Psychiatry (openings)", ""),
    read("sharman-2020", "Sharman. Neuroleptic malignant syndrome: overview of a life-threatening medical emergency. Consultant 2020 (opening)", ""),
    read("keck-1989", "Keck et al. Risk factors for neuroleptic malignant syndrome: a case-control study. Arch Gen Psychiatry 1989;46:914-8", "https://pubmed.ncbi.nlm.nih.gov/2572206/"),
    read("silva-1999", "Silva et al. Neuroleptic malignant syndrome in children and adolescents. J Am Acad Child Adolesc Psychiatry 1999;38:187-94", "https://pubmed.ncbi.nlm.nih.gov/9951218/"),
    reported("msd-nms", "MSD Manual Professional Edition. Neuroleptic malignant syndrome", "https://www.msdmanuals.com/uk/professional/injuries-poisoning/heat-illness/neuroleptic-malignant-syndrome"),
    reported("medscape-nms", "Medscape. Neuroleptic malignant syndrome", "https://emedicine.medscape.com/article/816018-workup"),
    reported("anesthesia-secrets", "Anesthesia Secrets, chapter on neuroleptic malignant syndrome", ""),
    reported("bmj-nms", "BMJ Best Practice. Neuroleptic malignant syndrome", "https://bestpractice.bmj.com/topics/en-us/990"),

    // Drug treatment
    read("sakkas-1991", "Sakkas et al. Drug treatment of the neuroleptic malignant syndrome. Psychopharmacol Bull 1991;27:381-4", ""),
    read("reulbach-2007", "Reulbach et al. Managing an effective treatment for neuroleptic malignant syndrome. Crit Care 2007;11:R4", "https://pubmed.ncbi.nlm.nih.gov/17222339/"),
    read("lorazepam-case-2010", "Severe neuroleptic malignant syndrome treated with high-dose lorazepam and diazepam: a case report. 2010", "https://pubmed.ncbi.nlm.nih.gov/20979709/"),
    read("nhs-scotland-catatonia", "NHS Scotland, Right Decisions. Catatonia guideline: treatment", "https://www.rightdecisions.scot.nhs.uk/catatonia-bundle-and-guideline/catatonia-guideline/treatment"),
    read("quebec-bromocriptine-2024", "Centre antipoison du Québec. Antidote guide: bromocriptine. Updated 26\u{a0}February\u{a0}2024", "https://www.ciusss-capitalenationale.gouv.qc.ca/en/antidotes/bromocriptine"),
    read("bromocriptine-label", "Bromocriptine. US prescribing information: contraindications, interactions, overdosage", ""),
    read("dantrium-iv-label", "Dantrium Intravenous (dantrolene sodium). Manufacturer's adverse reactions text", "http://www.dantrium.com/dantriumiv/adverse.php"),
    read("dantrium-iv-about", "Dantrium Intravenous (dantrolene sodium). Manufacturer's product page: composition, reconstitution, stock", "http://www.parsterileproducts.com/products/products/dantrium-iv/about-dantrium-iv.php"),
    reported("dantrium-capsules-label", "Dantrium (dantrolene) capsules, prescribing information: boxed warning on hepatotoxicity", ""),
    read("revonto-label", "Revonto (dantrolene sodium for injection). US prescribing information", "https://api.fda.gov/drug/label.json?search=set_id%3A3edcfad5-00ad-7587-e063-6394a90addf3"),
    read("dantrolene-amlodipine-pigs", "Dantrolene with amlodipine: a study in pigs (abstract)", ""),
    reported("dantrolene-ccb", "Drug interaction monographs: dantrolene with calcium-channel blockers", "https://www.webmd.com/drugs/2/drug-150996/nicardipine-in-sodium-chlorideiso-os-intravenous/details/list-interaction-details/dmid-1601/dmtitle-calcium-channel-blockers-dantrolene/intrtype-drug"),
    reported("tox-dantrolene", "Toxicology textbook, chapter on dantrolene. AccessEmergency Medicine", "https://accessemergencymedicine.mhmedical.com/content.aspx?bookid=1163&sectionid=65087895"),
    reported("poisoning-drug-overdose", "Poisoning & Drug Overdose: bromocriptine; dantrolene. AccessMedicine", "https://accessmedicine.mhmedical.com/content.aspx?bookid=2284&sectionid=248385820"),
    reported("amantadine-renal", "Kidney Disease Clinic. Amantadine hydrochloride: dosing in renal impairment", "https://kidneydiseaseclinic.net/kdc/amantadine-hydrochloride-txt"),

    // Electroconvulsive therapy and muscle relaxants
    read("morcos-2019", "Morcos, Rosinski, Maixner. Electroconvulsive therapy for neuroleptic malignant syndrome: a case series. J ECT 2019", "https://journals.lww.com/ectjournal/Abstract/2019/12000/Electroconvulsive_Therapy_for_Neuroleptic.4.aspx"),
    read("verdura-vizcaino-2011", "Verdura Vizcaíno et al. Electroconvulsive therapy as treatment for malignant neuroleptic syndrome. Rev Psiquiatr Salud Ment 2011;4:169-76", "https://www.elsevier.es/en-revista-revista-psiquiatria-salud-mental--286-articulo-electroconvulsive-therapy-as-treatment-for-S2173505011000045"),
    read("ramamoorthy-2011", "Ramamoorthy et al. Rocuronium and sugammadex: an alternative to succinylcholine for electroconvulsive therapy in suspected neuroleptic malignant syndrome. J Anaesthesiol Clin Pharmacol 2011;27:380-2", "http://www.joacp.org/article.asp?issn=0970-9185;year=2011;volume=27;issue=3;spage=380;epage=382;aulast=Ramamoorthy"),
    reported("ect-cardiac-1988", "Experiences with dantrolene, bromocriptine and electroconvulsive therapy in the treatment of the neuroleptic malignant syndrome. Tijdschr Psychiatr 1988", "https://tijdschriftvoorpsychiatrie.nl/en/tijdschrift/issue/1988/3/50-760_Experiences-with-dantrolene-bromocriptine-and-electroconvulsive-therapy-in-the-treatment-of-the-neuroleptic-malignant-syndrome"),

    // Hyperthermia
    read("critcare-2007-hyperthermia", "Eyer, Zilker. Bench-to-bedside review: mechanisms and management of hyperthermia due to toxicity. Crit Care 2007;11:236 (Table 3)", "https://doi.org/10.1186/cc6177"),
    reported("cmdt-hyperthermia", "Current Medical Diagnosis & Treatment; Quick Medical Diagnosis & Treatment: hyperthermia in poisoning. AccessMedicine", "https://accessmedicine.mhmedical.com/content.aspx?bookid=3109&sectionid=261303750"),
    reported("toxicologic-hyperthermia", "Takematsu, Rao. Toxicologic hyperthermic syndromes (textbook chapter)", ""),
    reported("cooling-end-point", "University of Maryland, Department of Emergency Medicine. Educational pearl on cooling in heat stroke", "https://umem.org/educational_pearls/3033"),

    // Muscle and kidney
    read("aast-2022", "Kodadek et al. Rhabdomyolysis: an American Association for the Surgery of Trauma Critical Care Committee clinical consensus document. Trauma Surg Acute Care Open 2022;7:e000836 (Table 2)", "https://doi.org/10.1136/tsaco-2021-000836"),
    read("mcmahon-2013", "McMahon, Zeng, Waikar. A risk prediction score for kidney failure or mortality in rhabdomyolysis. JAMA Intern Med 2013;173:1821-8", "https://pubmed.ncbi.nlm.nih.gov/24000014/"),
    read("critcare-2015-ck", "Creatine kinase and renal outcome in rhabdomyolysis. Crit Care 2015 (poster cc14363)", "https://ccforum.biomedcentral.com/articles/10.1186/cc14363"),
    read("rrt-indications", "Indications for renal replacement therapy in acute kidney injury (table; PMC10821757)", "https://pmc.ncbi.nlm.nih.gov/articles/PMC10821757/table/TAB2"),
    reported("kdigo-bmj", "KDIGO criteria for acute kidney injury, as given in BMJ Best Practice. Acute kidney injury", ""),
    reported("bmj-rhabdomyolysis", "BMJ Best Practice. Rhabdomyolysis", ""),

    // What else it could be
    read("boyer-shannon-2005", "Boyer, Shannon. The serotonin syndrome. N Engl J Med 2005;352:1112-20 (table, read as reprinted in 2007)", ""),
    read("chun-2016", "Chun, Mace, Katz; American Academy of Pediatrics. Evaluation and management of children and adolescents with acute mental health or behavioral problems. Part II. Pediatrics 2016;138(3):e20161573 (Table 7)", "https://publications.aap.org/view-large/7604705"),
    reported("hunter-2003", "Dunkley et al. The Hunter Serotonin Toxicity Criteria: simple and accurate diagnostic decision rules for serotonin toxicity. QJM 2003;96:635-42", ""),
    read("white-robins-1991", "White, Robins. Catatonia: harbinger of the neuroleptic malignant syndrome. Br J Psychiatry 1991;158:419", "http://bjp.rcpsych.org/content/158/3/419.long"),
    read("terlikowska-1995", "Terlikowska, Marzański. On lethal catatonia and neuroleptic malignant syndrome. 1995", "https://pubmed.ncbi.nlm.nih.gov/7652087/"),
    read("dsm-5-catatonia-2020", "DSM-5 catatonic signs, as listed in J Crit Care Med 2020", "https://doi.org/10.2478/jccm-2020-0025"),
    read("pmc6278220", "PubMed Central article PMC6278220, on parkinsonism-hyperpyrexia syndrome", "https://pmc.ncbi.nlm.nih.gov/articles/PMC6278220"),
    read("pmc6536166", "PubMed Central article PMC6536166, on parkinsonism-hyperpyrexia syndrome", "https://pmc.ncbi.nlm.nih.gov/articles/PMC6536166"),
    read("jpd-223362", "Parkinsonism-hyperpyrexia syndrome and dyskinesia-hyperpyrexia syndrome in Parkinson's disease: two cases and literature review. J Parkinsons Dis (JPD-223362)", "https://content.iospress.com/articles/journal-of-parkinsons-disease/jpd223362"),
    read("levodopa-reinstatement", "PubMed article 2008397, on reinstating levodopa where its withdrawal is the cause", "https://pubmed.ncbi.nlm.nih.gov/2008397/"),
    read("coffey-2002", "Coffey et al. Abrupt withdrawal from intrathecal baclofen. Arch Phys Med Rehabil 2002;83:735-41", ""),
    reported("baclofen-withdrawal-grading", "Neurosurgery Wiki. Intrathecal baclofen withdrawal", "https://neurosurgerywiki.com/wiki/doku.php?do=export_xhtml&id=intrathecal_baclofen_withdrawal"),

    // After resolution
    read("rosebush-1989", "Rosebush et al. Twenty neuroleptic rechallenges after neuroleptic malignant syndrome in 15 patients. J Clin Psychiatry 1989;50:295-8", "https://pubmed.ncbi.nlm.nih.gov/2569457/"),
    read("pearlman-1986", "Pearlman. Neuroleptic malignant syndrome: a review of the literature. J Clin Psychopharmacol 1986;6:257-73", "https://pubmed.ncbi.nlm.nih.gov/2877012/"),

    // Read for rule set 0.3.0
    read("guinart-2021-mortality", "Guinart et al. Mortality in neuroleptic malignant syndrome: 683 case reports. Acta Psychiatr Scand 2021;144:329-41", "https://doi.org/10.1111/acps.13359"),
    read("guinart-2021-depot", "Guinart et al. Neuroleptic malignant syndrome and long-acting injections: 662 cases. J Clin Psychiatry 2021;82", ""),
    read("guinart-2021-finland", "Guinart et al. Incidence and risk factors of neuroleptic malignant syndrome in Finland. Schizophr Bull 2021;47:1621-30", "https://doi.org/10.1093/schbul/sbab062"),
    read("mayo-2025", "Contemporary perspectives in critical care of neuroleptic malignant syndrome. Neurocrit Care 2025", "https://doi.org/10.1007/s12028-024-02192-y"),
    read("ananth-2004", "Ananth et al. Neuroleptic malignant syndrome. Acta Neuropsychiatr 2004", ""),
    read("bap-catatonia-2023", "Rogers et al. Evidence-based consensus guidelines for the management of catatonia: recommendations from the British Association for Psychopharmacology. J Psychopharmacol 2023;37:327-69; summary in Clin Med 2023;23:242-5 (abstract; the text was not read)", "https://doi.org/10.1177/02698811231158232"),
    read("sccm-heat-2025", "Barletta et al. Society of Critical Care Medicine guideline on heat stroke. Crit Care Med 2025", "https://doi.org/10.1097/CCM.0000000000006551"),
    reported("etg-hyperthermia", "Therapeutic Guidelines (Australia): toxicology, severe hyperthermia", ""),
    reported("etg-encephalitis", "Therapeutic Guidelines (Australia): antibiotic, encephalitis", ""),
    reported("qrh-3-8", "Association of Anaesthetists. Quick Reference Handbook 3-8: malignant hyperthermia crisis", ""),
    reported("emhg-2024", "European Malignant Hyperthermia Group. Recognising and managing a malignant hyperthermia crisis, 2024 (opening)", ""),
    reported("ukka-2023", "UK Kidney Association. Clinical practice guideline: acute hyperkalaemia in adults, update of 2023", ""),
    reported("openanesthesia-serotonin", "OpenAnesthesia. Serotonin toxicity: treatment", ""),
    read("amantadine-label-de", "Amantadin-ratiopharm infusion and Rote Liste: German product information, 2014", ""),
    read("amantadine-label-uk", "Symmetrel capsules: UK product information, text of 2011", ""),
    read("japan-dantrium-label", "Dantrium Intravenous: Japanese package insert. Orphan Pacific, 2023", ""),
    read("agilus-label", "Agilus (dantrolene) 120\u{a0}mg: product information. Norgine, August 2024", ""),
    read("ryanodex-faq", "Ryanodex (dantrolene) 250\u{a0}mg: the maker's questions and answers", ""),
    reported("newman-2009", "Newman et al. The parkinsonism-hyperpyrexia syndrome. Neurocrit Care 2009;10:136", ""),
    reported("ggc-parkinson", "NHS Greater Glasgow and Clyde. Parkinson disease in acute care", ""),
    read("ronaldson-2010", "Ronaldson et al. Diagnostic characteristics of clozapine-induced myocarditis. J Clin Psychiatry 2010;71:976-81", ""),
    read("wang-2019", "Anti-NMDA receptor encephalitis and neuroleptic malignant syndrome. Neuropsychiatr Dis Treat 2019;15:773-8", ""),
    read("lejuste-2016", "Lejuste et al. Neuroleptic intolerance in patients with anti-NMDAR encephalitis. Neurol Neuroimmunol Neuroinflamm 2016;3:e280", ""),
    reported("clozapine-label", "Clozaril. US prescribing information, restart section (excerpt)", ""),
    reported("jbds-2021", "Joint British Diabetes Societies. The hospital management of hypoglycaemia in adults with diabetes, 2021", ""),
    read("vte-nms-2011", "Venous thromboembolism in neuroleptic malignant syndrome. Case Rep Psychiatry 2011:258172", ""),
    read("gregorakos-2000", "Gregorakos et al. Clonidine in autonomic overactivity in neuroleptic malignant syndrome, 2000 (9 against 7 patients; author and year not checked again)", ""),
    read("pregnancy-2019", "Neuroleptic malignant syndrome in pregnancy: report and review. J Matern Fetal Neonatal Med 2019;32:2438-41", ""),
    reported("rcem-abd-2016", "Royal College of Emergency Medicine. Acute behavioural disturbance, 2016 (as reported)", ""),
    reported("clinical-em-meningitis", "Clinical Emergency Medicine: meningitis. 2014", ""),
    reported("aafp-2007", "Drug-induced movement disorders (table). Am Fam Physician 2007", ""),
    reported("cmdt-nms", "Current Medical Diagnosis & Treatment: neuroleptic malignant syndrome (psychiatry)", ""),
    reported("belvederi-murri-2015", "Belvederi Murri et al. Second-generation antipsychotics and neuroleptic malignant syndrome. 2015", ""),
    reported("leon-amenero-children", "León-Amenero et al. Neuroleptic malignant syndrome in children and adolescents", ""),
    reported("susman-2001", "Susman. Clinical management of neuroleptic malignant syndrome. Psychiatr Q 2001;72:325-36 (its abstract was seen once and not found again)", ""),
    reported("lander-2018", "Lander et al. Antipsychotics and neuroleptic malignant syndrome. 2018", ""),
    reported("risperidone-label", "Risperdal Consta. US prescribing information: release after injection (excerpt)", ""),
    read("nisijima-2012", "Nisijima, Shioda. Creatine kinase and neuroleptic malignant syndrome. 2012", ""),
    reported("woodbury-1992", "Woodbury, Woodbury. Neuroleptic-induced catatonia as a stage in the progression toward neuroleptic malignant syndrome. J Am Acad Child Adolesc Psychiatry 1992 (numbers of its table only, in a secondary source)", ""),
];

/// Read in the publication itself: its abstract, a table or its text.
const fn read(id: &'static str, text: &'static str, url: &'static str) -> Citation {
    Citation { id, text, url: address(url), checked: Checked::Abstract }
}

/// Read in a secondary reference.
const fn reported(id: &'static str, text: &'static str, url: &'static str) -> Citation {
    Citation { id, text, url: address(url), checked: Checked::Secondary }
}

/// The address, unless it is empty.
const fn address(url: &'static str) -> Option<&'static str> {
    if url.is_empty() { None } else { Some(url) }
}
