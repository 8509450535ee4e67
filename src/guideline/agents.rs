//! The drugs that the form recognises, and what naming one implies: data only.
//!
//! A row is `reported` if a text on neuroleptic malignant syndrome that was read names the drug; a warning on the label
//! of its class alone does not make it so. An antagonist implies exposure whether or not it is reported.

use crate::engine::agent::{Agent, AgentClass};

/// The drugs, by class.
#[rustfmt::skip] // one row a line, as in a table
pub const AGENTS: &[Agent] = &[
    // First-generation antipsychotics
    first("haloperidol", "butyrophenone", &["haldol", "serenace"]).depot().reported(),
    first("droperidol", "butyrophenone", &["inapsine", "droleptan", "xomolix"]).reported(),
    first("benperidol", "butyrophenone", &["anquil", "glianimon"]),
    first("bromperidol", "butyrophenone", &["impromen"]).depot(),
    first("melperone", "butyrophenone", &["melperon", "eunerpan", "buronil"]),
    first("pipamperone", "butyrophenone", &["pipamperon", "dipiperon"]),
    first("fluphenazine", "phenothiazine", &["prolixin", "permitil"]).depot(),
    first("trifluoperazine", "phenothiazine", &["stelazine"]),
    first("perphenazine", "phenothiazine", &["trilafon", "fentazin"]).depot(),
    first("perphenazine-amitriptyline", "phenothiazine with a tricyclic antidepressant", &["amitriptyline-perphenazine", "triavil", "etrafon"]),
    first("chlorpromazine", "phenothiazine", &["thorazine", "largactil"]).reported(),
    first("levomepromazine", "phenothiazine", &["methotrimeprazine", "nozinan"]),
    first("thioridazine", "phenothiazine", &["mellaril", "melleril"]),
    first("periciazine", "phenothiazine", &["pericyazine", "propericiazine", "neuleptil"]),
    first("mesoridazine", "phenothiazine", &["serentil"]),
    first("pipotiazine", "phenothiazine", &["pipothiazine"]).depot(),
    first("flupentixol", "thioxanthene", &["flupenthixol", "fluanxol", "depixol"]).depot(),
    first("zuclopenthixol", "thioxanthene", &["zuclopentixol", "clopixol", "cisordinol"]).depot(),
    first("chlorprothixene", "thioxanthene", &["truxal", "taractan"]),
    first("thiothixene", "thioxanthene", &["tiotixene", "navane"]),
    first("pimozide", "diphenylbutylpiperidine", &["orap"]),
    first("fluspirilene", "diphenylbutylpiperidine", &["imap", "redeptin"]).depot(),
    first("penfluridol", "diphenylbutylpiperidine", &["semap"]),
    first("loxapine", "dibenzoxazepine", &["loxitane", "adasuve"]),
    first("molindone", "dihydroindolone", &["moban"]),
    first("sulpiride", "benzamide", &["dogmatil", "dolmatil"]),
    first("tiapride", "benzamide", &["tiapridal"]),
    first("promazine", "phenothiazine", &["sparine"]),
    first("perazine", "phenothiazine", &["taxilan"]),
    first("prothipendyl", "azaphenothiazine", &["dominal"]),
    first("cyamemazine", "phenothiazine", &["tercian"]),
    first("sultopride", "benzamide", &["barnetil"]),
    first("veralipride", "benzamide", &["agreal"]),
    first("alimemazine", "phenothiazine antihistamine", &["trimeprazine", "theralen"]),
    first("timiperone", "butyrophenone", &[]),
    first("nemonapride", "benzamide", &["emilace"]),
    first("flupentixol-melitracen", "thioxanthene with a tricyclic antidepressant", &["deanxit", "flupentixol with melitracen", "flupentixol/melitracen"]),
    first("clotiapine", "dibenzothiazepine", &["clothiapine", "entumine", "etumine"]).reported(),

    // Second-generation antipsychotics and partial agonists
    second("risperidone", "benzisoxazole", &["risperdal"]).depot().reported(),
    second("paliperidone", "benzisoxazole", &["invega"]).depot().reported(),
    second("olanzapine", "thienobenzodiazepine", &["zyprexa"]).depot().reported(),
    second("quetiapine", "dibenzothiazepine", &["seroquel", "seroquel xr"]).reported(),
    second("aripiprazole", "partial agonist", &["abilify"]).depot().reported(),
    second("ziprasidone", "benzisothiazole", &["geodon", "zeldox"]).reported(),
    second("clozapine", "dibenzodiazepine", &["clozaril", "leponex", "zaponex", "denzapine"]).reported(),
    second("amisulpride", "benzamide", &["solian", "barhemsys"]).reported(),
    second("zotepine", "dibenzothiepine", &["zoleptil", "nipolept"]).reported(),
    second("iloperidone", "benzisoxazole", &["fanapt"]).reported(),
    second("blonanserin", "dopamine and serotonin antagonist", &["lonasen"]).reported(),
    second("lurasidone", "benzisothiazole", &["latuda"]),
    second("asenapine", "dopamine and serotonin antagonist", &["saphris", "sycrest", "secuado"]),
    second("brexpiprazole", "partial agonist", &["rexulti", "rxulti"]),
    second("cariprazine", "partial agonist", &["vraylar", "reagila"]),
    second("lumateperone", "dopamine and serotonin antagonist", &["caplyta"]),
    second("sertindole", "dopamine and serotonin antagonist", &["serdolect"]),
    second("perospirone", "benzisothiazole", &["lullan"]),

    second("olanzapine-samidorphan", "thienobenzodiazepine with an opioid antagonist", &["lybalvi", "olanzapine/samidorphan"]),
    second("olanzapine-fluoxetine", "thienobenzodiazepine with an antidepressant", &["symbyax", "olanzapine/fluoxetine"]),

    // Products that exist as a long-acting injection only, and one that lasts 2 to 3 days
    first("zuclopenthixol acetate", "thioxanthene, 2 to 3 days", &["acuphase", "clopixol acuphase", "clopixol-acuphase"]),
    first("haloperidol decanoate", "butyrophenone", &["haldol decanoate"]).only_depot(),
    first("fluphenazine decanoate", "phenothiazine", &["modecate", "prolixin decanoate"]).only_depot(),
    first("fluphenazine enanthate", "phenothiazine", &[]).only_depot(),
    first("perphenazine enanthate", "phenothiazine", &[]).only_depot(),
    first("bromperidol decanoate", "butyrophenone", &[]).only_depot(),
    first("pipotiazine palmitate", "phenothiazine", &["piportil"]).only_depot(),
    first("flupentixol decanoate", "thioxanthene", &["flupenthixol decanoate"]).only_depot(),
    first("zuclopenthixol decanoate", "thioxanthene", &["zuclopentixol decanoate"]).only_depot(),
    second("risperidone long-acting", "benzisoxazole", &["risperdal consta", "consta", "perseris", "uzedy", "rykindo", "okedi"]).only_depot(),
    second("paliperidone palmitate", "benzisoxazole", &["xeplion", "trevicta", "invega sustenna", "sustenna", "invega trinza", "trinza", "invega hafyera", "hafyera", "byannli"]).only_depot(),
    second("olanzapine pamoate", "thienobenzodiazepine", &["zypadhera", "zyprexa relprevv", "relprevv"]).only_depot(),
    second("aripiprazole lauroxil", "partial agonist", &["aristada"]).only_depot(),
    second("aripiprazole long-acting", "partial agonist", &["abilify maintena", "maintena", "abilify asimtufii", "asimtufii"]).only_depot(),

    // Antiemetics and prokinetics that block dopamine
    antiemetic("metoclopramide", "benzamide", &["reglan", "maxolon", "primperan"]).reported(),
    antiemetic("prochlorperazine", "phenothiazine", &["compazine", "stemetil", "buccastem"]).reported(),
    antiemetic("promethazine", "phenothiazine antihistamine", &["phenergan", "avomine"]).reported(),
    antiemetic("trimethobenzamide", "benzamide", &["tigan"]),
    antiemetic("domperidone", "peripheral dopamine antagonist", &["motilium"]),
    antiemetic("thiethylperazine", "phenothiazine", &["torecan"]),
    antiemetic("alizapride", "benzamide", &["litican", "plitican"]),
    antiemetic("bromopride", "benzamide", &[]),
    antiemetic("clebopride", "benzamide", &["cleboril"]),
    antiemetic("levosulpiride", "benzamide", &["levopraid"]),

    // Drugs that deplete dopamine
    depleter("tetrabenazine", "monoamine transporter inhibitor", &["xenazine", "nitoman"]),
    depleter("deutetrabenazine", "monoamine transporter inhibitor", &["austedo"]),
    depleter("valbenazine", "monoamine transporter inhibitor", &["ingrezza"]),
    depleter("reserpine", "monoamine transporter inhibitor", &["serpasil"]).reported(),

    // Antidepressants that block dopamine receptors
    antidepressant("amoxapine", "dibenzoxazepine", &["asendin"]),

    // Dopaminergic drugs: withdrawal is the danger
    dopaminergic("levodopa", "dopamine precursor", &["carbidopa-levodopa", "levodopa-carbidopa", "levodopa-benserazide", "co-careldopa", "co-beneldopa", "sinemet", "madopar", "stalevo", "duodopa", "rytary", "crexont", "inbrija"]).reported(),
    dopaminergic("foslevodopa", "dopamine precursor", &["vyalev", "produodopa", "foslevodopa-foscarbidopa"]),
    dopaminergic("entacapone", "COMT inhibitor", &["comtan", "comtess"]).reported(),
    dopaminergic("opicapone", "COMT inhibitor", &["ongentys"]).reported(),
    dopaminergic("tolcapone", "COMT inhibitor", &["tasmar"]).reported(),
    dopaminergic("amantadine", "dopaminergic NMDA antagonist", &["symmetrel", "gocovri", "osmolex"]).reported(),
    dopaminergic("pramipexole", "dopamine agonist", &["mirapex", "mirapexin", "sifrol"]),
    dopaminergic("ropinirole", "dopamine agonist", &["requip"]),
    dopaminergic("rotigotine", "dopamine agonist", &["neupro"]),
    dopaminergic("apomorphine", "dopamine agonist", &["apokyn", "apo-go", "kynmobi", "onapgo"]),
    dopaminergic("bromocriptine", "ergot dopamine agonist", &["parlodel", "cycloset"]).reported(),
    dopaminergic("piribedil", "dopamine agonist", &["trivastal", "pronoran"]),
    dopaminergic("cabergoline", "ergot dopamine agonist", &["dostinex", "cabaser"]),
    dopaminergic("pergolide", "ergot dopamine agonist", &["permax"]),
    dopaminergic("selegiline", "MAO-B inhibitor", &["eldepryl", "zelapar", "emsam"]),
    dopaminergic("rasagiline", "MAO-B inhibitor", &["azilect"]),
    dopaminergic("safinamide", "MAO-B inhibitor", &["xadago"]),

    // Recognised, and implying nothing by themselves
    contributor("lithium", "mood stabiliser, no dopamine blocker", &["lithium carbonate", "priadel", "lithobid", "camcolit"]).reported(),
    contributor("cinnarizine", "calcium-channel blocker with some dopamine blockade", &["stugeron"]),
    contributor("flunarizine", "calcium-channel blocker with some dopamine blockade", &["sibelium"]),
    contributor("pimavanserin", "serotonin inverse agonist, no dopamine blocker", &["nuplazid"]),
];

/// Brand names and spelling variants.
type Names = &'static [&'static str];

const fn first(id: &'static str, group: &'static str, brands: Names) -> Agent {
    agent(AgentClass::FirstGeneration, id, group, brands)
}

const fn second(id: &'static str, group: &'static str, brands: Names) -> Agent {
    agent(AgentClass::SecondGeneration, id, group, brands)
}

const fn antiemetic(id: &'static str, group: &'static str, brands: Names) -> Agent {
    agent(AgentClass::Antiemetic, id, group, brands)
}

const fn depleter(id: &'static str, group: &'static str, brands: Names) -> Agent {
    agent(AgentClass::Depleter, id, group, brands)
}

const fn antidepressant(id: &'static str, group: &'static str, brands: Names) -> Agent {
    agent(AgentClass::Antidepressant, id, group, brands)
}

const fn dopaminergic(id: &'static str, group: &'static str, brands: Names) -> Agent {
    agent(AgentClass::Dopaminergic, id, group, brands)
}

const fn contributor(id: &'static str, group: &'static str, brands: Names) -> Agent {
    agent(AgentClass::Contributor, id, group, brands)
}

/// A drug without a long-acting injection, and not reported with the syndrome in what was read.
const fn agent(class: AgentClass, id: &'static str, group: &'static str, brands: Names) -> Agent {
    Agent { id, class, group, brands, long_acting: false, reported: false, depot_only: false }
}

impl Agent {
    /// The same drug, of which a long-acting injection exists.
    const fn depot(self) -> Self {
        Self { long_acting: true, ..self }
    }

    /// A product that is nothing else.
    const fn only_depot(self) -> Self {
        Self { long_acting: true, depot_only: true, ..self }
    }

    /// The same drug, named in a text on the syndrome that was read.
    const fn reported(self) -> Self {
        Self { reported: true, ..self }
    }
}
