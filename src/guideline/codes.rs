//! Codes of records that name findings: LOINC, SNOMED CT, ATC and `RxNorm`. Data only.
//!
//! `sure` was read in two independent sources. What stands in `unsure` is offered and never ticked until a person has
//! looked it up in the terminology itself.

use crate::engine::coding::{Coded, Codes, Kind, Measure, Parts};
use crate::engine::decimal::Decimal;

use Kind::{Bedside, Blood, Body, Pressure, Vital, Volume};

/// The codes of this guideline.
pub static CODES: Codes = Codes {
    measures: MEASURES,
    panels: "85354-9 55284-4",
    neutral: "85353-1 8716-3 35088-4",
    sites: SITES,
    core: "8329-5",
    core_site: "core",
    site: ("temperature", "temperatureSite"),
    twice: ("hyperthermiaTwice", "temperature", Decimal::literal(38.0)),
    limit: ("creatineKinase", "creatineKinaseUpperLimit"),
    without: ("59410-1", "supplementalOxygen"),
    score: Parts { finding: "glasgowComaScale", codes: "9267-6 9270-0 9268-4", greatest: [4, 5, 6] },
    convention: "2028-9 20565-8 34728-6",
    weight: "weight",
    day_volume: "9192-6",
    person: ("ageYears", "sex"),
    state: ("82810-3", "pregnant", "LA15173-0", "77386006"),
    state_tests: "2106-3 2110-5 2118-8 19080-1 21198-7",
    drugs: ("agents", "dopaminergicAgents"),
    drug_keys: &[("lithium", "lithium")],
    substances: [("atc", ATC), ("rxnorm", RXNORM)],
    drug_hours: (7 * 24, 28 * 24),
    conditions: CONDITIONS,
    foreign: "urea bun nitrogen calcium chlorid magnes phosph albumin bilirub hemoglob haemoglob troponin height circumfer lipase amylase cholest ferritin",
    fluids: "urin harn csf cerebrospinal liquor ascit pleura periton fluid dialys effluent stool stuhl saliva speichel sweat drain sputum synovial amnio gastric cord",
    blood: "blood blut serum plasma =ser =plas =bld arterial venous capillary",
};

const fn row(
    finding: &'static str,
    kind: Kind,
    sure: &'static str,
    unsure: &'static str,
    never: &'static str,
    words: &'static str,
    other: &'static str,
) -> Measure {
    Measure { finding, kind, sure, unsure, never, words, other, usual: "", highest: false }
}

/// The same, whose earlier values may be the usual ones.
const fn usual(measure: Measure, usual: &'static str) -> Measure {
    Measure { usual, ..measure }
}

const SITES: &[(&str, &str)] = &[
    ("core", "8332-9 8334-5 60836-4 60834-9 8330-3"),
    ("oral", "8331-1"),
    ("tympanic", "8333-7 76011-6"),
    ("axillary", "8328-7"),
    ("other", "75539-7 60838-0"),
];

const MEASURES: &[Measure] = &[
    Measure {
        highest: true,
        ..row(
            "temperature",
            Bedside,
            "8310-5 8329-5 8332-9 8334-5 60836-4 60834-9 8331-1 8333-7 8328-7",
            "8330-3 76011-6 75539-7 60838-0",
            "60830-7 60833-1 61008-9 39106-0 60955-2 61009-7 20092-3",
            "temp koerpertemp körpertemp",
            "skin haut finger toe zehe surface room ambient airway atemweg myocard myokard joint gelenk forehead stirn groin leiste spin wirbels breast brust inspired incubator device",
        )
    },
    usual(
        row(
            "heartRate",
            Vital,
            "8867-4",
            "8889-8 11328-2",
            "68999-2 69000-8 69001-6 8884-9",
            "heart herz puls =hr",
            "fetal foetal orthostat standing rhythm",
        ),
        "heartRateBaseline",
    ),
    usual(
        row("systolic", Pressure, "8480-6", "76534-7 76215-3", "8440-0 8459-0 8460-8 8461-6", "systol", PRESSURES),
        "systolicBaseline",
    ),
    usual(
        row("diastolic", Pressure, "8462-4", "76535-4 76213-8", "8385-7 8453-3 8454-1 8455-8", "diastol", PRESSURES),
        "diastolicBaseline",
    ),
    usual(
        row(
            "respiratoryRate",
            Vital,
            "9279-1",
            "76174-2",
            "19834-1 33438-3 76528-9 19840-8",
            "resp breath atem =rr",
            "=set eingestellt mechan ventil",
        ),
        "respiratoryRateBaseline",
    ),
    row(
        "oxygenSaturation",
        Vital,
        "59408-5 2708-6",
        "20564-1 59410-1",
        "19224-5 59418-4 59407-7",
        "oxygen =sat =o2 saturation satt sättigung saettigung spo2 sao2 sauerstoff o2sat",
        "venous mixed newborn preductal postductal",
    ),
    row("glasgowComaScale", Vital, "9269-2", "", "", "glasgow gcs coma", "eye verbal motor pupil"),
    row(
        "creatineKinase",
        Blood,
        "2157-6",
        "",
        "13969-1 49136-5 2149-3",
        "creatine =ck =cpk =kreatin kreatinkinase",
        "=mb ckmb macro isoenzym fraction ratio index",
    ),
    row("whiteCells", Blood, "6690-2 26464-8 804-5", "49498-9 33256-9", "5821-4 26471-3", "leuk white =wbc", "percent"),
    row(
        "platelets",
        Blood,
        "777-3 26515-7 778-1",
        "97995-5 49497-1",
        "32146-3 48386-7 96354-6 9317-9",
        "platelet thromboc thrombozyt =plt",
        "mean large giant",
    ),
    row(
        "potassium",
        Blood,
        "2823-3 6298-4",
        "77142-8 32713-0 39789-3 29349-8 51618-7",
        "75940-7 2828-2",
        "potass kalium",
        "",
    ),
    row("sodium", Blood, "2951-2 2947-0", "77139-4 32717-1 39791-9", "2955-3", "sodium natrium", ""),
    row(
        "bicarbonate",
        Blood,
        "1963-8 1959-6 1960-4 2028-9 20565-8",
        "14627-4 34728-6",
        "19229-4 19223-7 1964-6",
        "bicarb bikarb hco3 carbon co2 tco2",
        "mixed",
    ),
    row(
        "lactate",
        Blood,
        "2524-7 32693-4",
        "2518-9 2519-7 19239-3 14118-4 59032-3 30242-2",
        "2520-5 14804-9 2532-0",
        "lactat lactic laktat",
        "dehydrogenase =ldh",
    ),
    row(
        "glucose",
        Blood,
        "2345-7 2339-0 14749-6 15074-8",
        "41653-7 14743-9 74774-1",
        "5792-7 2350-7 2342-4",
        "glucos gluk =glc",
        "average mean",
    ),
    row(
        "estimatedGfr",
        Blood,
        "98979-8 33914-3",
        "62238-1 77147-7 69405-9 48642-3 48643-1 88293-6 88294-4",
        "2164-2 76633-7",
        "glomerular =gfr egfr filtration",
        "",
    ),
    usual(
        row(
            "creatinine",
            Blood,
            "2160-0 14682-9 38483-4 59826-8",
            "77140-2 21232-4 101475-2 11041-1 11042-9",
            "2161-8 14683-7 12190-5",
            "creatinin kreatinin =crea =creat",
            "clearance ratio kinase",
        ),
        "creatinineBaseline",
    ),
    row("ph", Blood, "2744-1 11558-4 33254-4", "2746-6 2745-8", "2756-5 5803-2 2748-2", "=ph", ""),
    row("inr", Blood, "6301-6 34714-6", "46418-0 38875-1", "52129-4", "=inr coag prothrombin quick", ""),
    row("fibrinogen", Blood, "3255-7", "48664-7", "16859-1", "fibrinogen", "fragment"),
    row("alt", Blood, "1742-6", "1743-4 1744-2", "2325-9", "=alt =alat alanin =gpt =sgpt", "ratio"),
    row("ast", Blood, "1920-8 30239-8 88112-8", "", "2325-9", "=ast =asat aspartat =got =sgot", "ratio"),
    row("urineOutput", Volume, "9187-6", "9192-6", "", "urin output diures", "drain"),
    row(
        "weight",
        Body,
        "29463-7 3141-9",
        "3142-7 75292-3 8341-0",
        "50064-5 8336-0",
        "weight gewicht =wt",
        "birth ideal percentile adjusted predicted lean",
    ),
];

const PRESSURES: &str = "pulmon atri ventric ventrik venous venös wedge orthostat standing";

const fn unsure(code: &'static str, finding: &'static str) -> Coded {
    Coded { code, finding, sure: false, past: false }
}

/// SNOMED CT.
const CONDITIONS: &[Coded] = &[
    Coded { code: "67406007", finding: "disseminatedIntravascularCoagulation", sure: true, past: false },
    Coded { code: "15244003", finding: "previousNms", sure: false, past: true },
    unsure("49049000", "parkinsonDisease"),
    unsure("247917007", "catatonia"),
    unsure("91175000", "seizures"),
    unsure("84757009", "epilepsy"),
    unsure("84114007", "heartFailure"),
    unsure("398254007", "preEclampsia"),
    unsure("14669001", "acuteRenalFailure"),
    unsure("91302008", "sepsis"),
    unsure("409622000", "respiratoryFailure"),
];

/// `RxNorm` ingredients that were seen in one source each.
const RXNORM: &[(&str, &str)] = &[("5093", "haloperidol"), ("89013", "aripiprazole"), ("6448", "lithium")];

/// ATC. The class alone names no drug.
#[rustfmt::skip] // by class
const ATC: &[(&str, &str)] = &[
    ("N05AA01", "chlorpromazine"), ("N05AA02", "levomepromazine"), ("N05AA03", "promazine"), ("N05AA06", "cyamemazine"),
    ("N05AB02", "fluphenazine"), ("N05AB03", "perphenazine"), ("N05AB04", "prochlorperazine"), ("N05AB06", "trifluoperazine"),
    ("N05AC01", "periciazine"), ("N05AC02", "thioridazine"), ("N05AC03", "mesoridazine"), ("N05AC04", "pipotiazine"),
    ("N05AD01", "haloperidol"), ("N05AD03", "melperone"), ("N05AD05", "pipamperone"), ("N05AD06", "bromperidol"),
    ("N05AD07", "benperidol"), ("N05AD08", "droperidol"), ("N05AE02", "molindone"), ("N05AE03", "sertindole"),
    ("N05AE04", "ziprasidone"), ("N05AE05", "lurasidone"), ("N05AF01", "flupentixol"), ("N05AF03", "chlorprothixene"),
    ("N05AF04", "thiothixene"), ("N05AF05", "zuclopenthixol"), ("N05AG02", "pimozide"), ("N05AH01", "loxapine"),
    ("N05AH02", "clozapine"), ("N05AH03", "olanzapine"), ("N05AH04", "quetiapine"), ("N05AH05", "asenapine"),
    ("N05AH06", "clotiapine"), ("N05AL01", "sulpiride"), ("N05AL03", "tiapride"), ("N05AL05", "amisulpride"),
    ("N05AL06", "veralipride"), ("N05AL07", "levosulpiride"), ("N05AN01", "lithium"), ("N05AX07", "prothipendyl"),
    ("N05AX08", "risperidone"), ("N05AX11", "zotepine"), ("N05AX12", "aripiprazole"), ("N05AX13", "paliperidone"),
    ("N05AX14", "iloperidone"), ("N05AX15", "cariprazine"), ("N05AX16", "brexpiprazole"), ("N05AX17", "pimavanserin"),
    ("A03FA01", "metoclopramide"), ("A03FA03", "domperidone"), ("A03FA04", "bromopride"), ("A03FA05", "alizapride"),
    ("R06AD02", "promethazine"), ("R06AD03", "thiethylperazine"), ("N07XX06", "tetrabenazine"), ("C02AA02", "reserpine"),
    ("N06AA17", "amoxapine"), ("N06CA01", "perphenazine-amitriptyline"), ("N04BA01", "levodopa"), ("N04BA02", "levodopa"),
    ("N04BA03", "levodopa"), ("N04BB01", "amantadine"), ("N04BC01", "bromocriptine"), ("N04BC02", "pergolide"),
    ("N04BC04", "ropinirole"), ("N04BC05", "pramipexole"), ("N04BC06", "cabergoline"), ("N04BC07", "apomorphine"),
    ("N04BC08", "piribedil"), ("N04BC09", "rotigotine"), ("N04BD01", "selegiline"), ("N04BD02", "rasagiline"),
    ("N04BD03", "safinamide"), ("N04BX01", "tolcapone"), ("N04BX02", "entacapone"), ("N04BX04", "opicapone"),
];
