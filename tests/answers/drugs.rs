//! Drugs as they stand in medication lists: taken where one known name is left, and never where a word could deny it.

use nms_advisor::answer::{MOST_NAMES, Reading, Sent};
use nms_advisor::engine::finding::Value;
use nms_advisor::guideline::NMS;
use proptest::prelude::*;

use super::support::{generated::config, key};

fn taken(names: &[&str]) -> (Vec<&'static str>, Vec<String>) {
    let mut reading = Reading::new(&NMS);
    let list = names.iter().map(|name| Sent::Text((*name).into())).collect();
    reading.take(&NMS, "agents", &Sent::List(list));
    reading.settle(&NMS);
    let rows = match reading.findings.get(key("agents")) {
        Some(Value::Rows(rows)) => rows.iter().map(|row| NMS.agents[row].id).collect(),
        _ => Vec::new(),
    };
    assert!(reading.findings.get(key("longActingInjection")).is_none(), "a depot was not asked about");
    (rows, reading.issues.into_iter().map(|issue| issue.problem).collect())
}

const TAKEN: &[(&str, &str)] = &[
    ("Haloperidol 5 MG Oral Tablet", "haloperidol"),
    ("HALOPERIDOL LACTATE 5 MG/ML", "haloperidol"),
    ("haloperidol 5 MG/ML Injectable Solution [Haldol]", "haloperidol"),
    ("quetiapine 25 MG 24HR ER", "quetiapine"),
    ("24 HR quetiapine 50 MG Extended Release Oral Tablet [Seroquel]", "quetiapine"),
    ("paliperidone palmitate 156 MG/ML", "paliperidone palmitate"),
    ("haloperidol 5 mg im", "haloperidol"),
    ("haloperidol 2.5 mg p.o. b.i.d.", "haloperidol"),
    ("Haldol®", "haloperidol"),
    ("Haldol(TM)", "haloperidol"),
    ("Haldol™ 5mg", "haloperidol"),
    ("HALOPERİDOL", "haloperidol"),
    ("halopérıdol", "haloperidol"),
    ("\u{200b}haloperidol\u{feff}", "haloperidol"),
    ("Zyprexa Zydis", "olanzapine"),
    ("Invega Sustenna 156 mg", "paliperidone palmitate"),
    ("haloperidol decanoate", "haloperidol decanoate"),
    ("Haloperidol-Decanoate 50mg/ml i.m. every 4 weeks", "haloperidol decanoate"),
    ("haloperidol decanoate 50 MG/ML Injectable Solution [Haldol Decanoate]", "haloperidol decanoate"),
    ("aripiprazole 400 MG Injection [Abilify Maintena]", "aripiprazole long-acting"),
    ("risperidone long-acting injection 25 mg", "risperidone long-acting"),
    ("metoclopramide HCl 10mg/2mL inj", "metoclopramide"),
    ("Tab. Risperidone 2mg BD", "risperidone"),
    ("chlorpromazine (Largactil)", "chlorpromazine"),
    ("risperdal consta 25 mg", "risperidone long-acting"),
    ("lithium carbonate 300 MG Oral Capsule", "lithium"),
    ("carbidopa/levodopa 25/100 mg tid", "levodopa"),
    ("olanzapine 1-0-1", "olanzapine"),
    ("perphenazine/amitriptyline", "perphenazine-amitriptyline"),
];

const NOT_TAKEN: &[&str] = &[
    "no haloperidol",
    "No. haloperidol",
    "not on haloperidol",
    "haloperidol stopped",
    "haloperidol held",
    "haloperidol d/c",
    "haloperidol DC'd",
    "off haloperidol",
    "allergic to haloperidol",
    "allergy: haloperidol",
    "haloperidol?",
    "?haloperidol",
    "-haloperidol",
    "- haloperidol",
    "~~haloperidol~~",
    "haloperidol 0 mg",
    "haloperidol 0-0-0",
    "haloperidol until 2019",
    "haloperidol 2019",
    "h/o haloperidol",
    "never haloperidol",
    "without haloperidol",
    "non-haloperidol",
    "ex-haloperidol",
    "haloperidol-",
    "haloperidol level",
    "haloperidol depot",
    "risperidone LAI",
    "olanzapine embonate",
    "zuclopenthixol acetate and decanoate",
    "haloperidol free",
    "haloperidol or quetiapine",
    "haloperidol + promethazine",
    "haloperidol/lorazepam",
    "haloperidol 5 mg and risperidone 2 mg",
    "\u{202e}lodirepolah",
    "haloperidol\u{202e}",
    "haloperid\0\0ol",
    "hаloperidol", // with a Cyrillic letter
    "5 mg",
    "tablet",
    "",
    "unobtainium",
];

#[test]
fn a_drug_is_taken_beside_salt_strength_form_route_and_times() {
    for (text, id) in TAKEN {
        assert_eq!(taken(&[text]), (vec![*id], vec![]), "{text}");
    }
}

#[test]
fn every_name_of_every_drug_is_taken_alone_and_in_a_list() {
    for agent in NMS.agents {
        for name in std::iter::once(&agent.id).chain(agent.brands) {
            for text in [name.to_string(), name.to_uppercase(), format!("{name} 5 mg tablet"), format!("{name}®")] {
                assert_eq!(taken(&[&text]), (vec![agent.id], vec![]), "{text}");
            }
        }
    }
}

#[test]
fn a_word_that_could_deny_it_or_a_second_drug_refuses_the_entry() {
    for text in NOT_TAKEN {
        let (rows, told) = taken(&[text]);
        assert_eq!((rows, told.len()), (vec![], 1), "{text}: {told:?}");
    }
    let told = |text: &str| taken(&[text]).1.remove(0);
    assert!(told("haloperidol stopped").contains("“stopped” beside `haloperidol`"));
    assert!(
        told("haloperidol + promethazine").contains("“+”")
            || told("haloperidol + promethazine").contains("more than one")
    );
    assert!(told("haloperidol promethazine").contains("more than one drug"));
    assert!(told("metoclopramid 10 mg").contains("did you mean `metoclopramide`?"));
}

#[test]
fn a_typed_list_ends_an_entry_at_a_sign_between_names_and_never_within_a_number() {
    for (text, ids) in [
        ("haloperidol 0,5 mg, risperidone 2 mg", &["haloperidol", "risperidone"][..]),
        ("Haldol®;Seroquel 25 MG\nReglan", &["haloperidol", "quetiapine", "metoclopramide"]),
        ("haloperidol，risperidone、clozapine", &["haloperidol", "risperidone", "clozapine"]),
    ] {
        let reading = super::typed("agents", text, 0);
        let Some(Value::Rows(rows)) = reading.findings.get(key("agents")) else { panic!("{text}") };
        let mut wanted: Vec<_> = ids.to_vec();
        let mut found: Vec<_> = rows.iter().map(|row| NMS.agents[row].id).collect();
        wanted.sort_unstable();
        found.sort_unstable();
        assert_eq!((found, reading.issues.len()), (wanted, 0), "{text}: {:?}", reading.issues);
    }
    let ten_thousand = "x,".repeat(5_000);
    assert!(super::typed("agents", &ten_thousand, 0).issues.len() <= 5);
}

#[test]
fn many_unknown_names_are_a_few_problems_and_the_known_ones_count() {
    let mut names = vec!["unobtainium"; 4_000];
    names.push("haloperidol");
    let (rows, told) = taken(&names);
    assert_eq!(rows, ["haloperidol"]);
    assert_eq!(told.len(), 4);
    assert!(told.iter().any(|row| row.contains("3997 more")), "{told:?}");
    names.resize(MOST_NAMES, "unobtainium");
    names.extend(["quetiapine", "olanzapine"]);
    let (rows, told) = taken(&names);
    assert_eq!(rows, ["haloperidol"]);
    assert!(told.iter().any(|row| row.contains("only the first 5000") && row.contains("2 more")), "{told:?}");
}

proptest! {
    #![proptest_config(config())]

    /// Whatever word that is no part of a name or of the closed list stands beside a drug, it is not taken.
    #[test]
    fn a_strange_word_beside_a_drug_is_never_passed_over(word in "[a-z]{1,3}[?!'~]|[a-z]{5,9}zzz", first in any::<bool>()) {
        let text = if first { format!("{word} haloperidol") } else { format!("haloperidol {word}") };
        let (rows, told) = taken(&[&text]);
        prop_assert_eq!((rows, told.len()), (vec![], 1), "{}", text);
    }
}
