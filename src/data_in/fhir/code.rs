//! Codes: the finding that an Observation names, and whether all that stands beside the code agrees.

use crate::data_in::tree::Tree;
use crate::data_in::{Reason, Remark, Why};
use crate::engine::coding::{Codes, Kind, Measure, lists};

const LOINC: [&str; 2] = ["http://loinc.org", "urn:oid:2.16.840.1.113883.6.1"];

/// The finding that codings name.
pub(super) struct Named {
    pub(super) measure: &'static Measure,
    pub(super) code: &'static str,
    /// The site that its codes name, and whether the code of the site was looked up.
    pub(super) site: Option<(&'static str, bool)>,
    pub(super) why: Vec<Remark>,
}

/// What codings name.
pub(super) enum Found {
    /// Nothing that is known.
    Nothing,
    /// Something that is not used.
    Not(Option<&'static Measure>, Option<&'static str>, Reason),
    /// A finding.
    Named(Named),
}

/// The codes of one system.
pub(super) fn of_systems<'a>(code: &'a Tree, systems: &'a [&str]) -> impl Iterator<Item = &'a str> {
    let codings = code.list("coding").iter();
    codings
        .filter(|coding| coding.text("system").is_some_and(|system| systems.contains(&system)))
        .filter_map(|coding| coding.text("code"))
}

/// The LOINC codes.
pub(super) fn loinc(code: &Tree) -> impl Iterator<Item = &str> {
    of_systems(code, &LOINC)
}

/// The code as the table writes it.
pub(super) fn listed(list: &'static str, code: &str) -> Option<&'static str> {
    list.split_ascii_whitespace().find(|row| *row == code)
}

/// Holds every coding against the tables.
pub(super) fn find(codes: &'static Codes, code: &Tree) -> Found {
    let mut matched: Vec<(&'static Measure, &'static str, bool)> = Vec::new();
    let mut beside = false;
    for text in loinc(code) {
        let mut known = lists(codes.neutral, text);
        for measure in codes.measures {
            if let Some(never) = listed(measure.never, text) {
                return Found::Not(Some(measure), Some(never), Reason::AnotherQuantity);
            }
            let rows = [(measure.sure, true), (measure.unsure, false)];
            for (row, sure) in rows.into_iter().filter_map(|(list, sure)| Some((listed(list, text)?, sure))) {
                matched.push((measure, row, sure));
                known = true;
            }
        }
        beside |= !known;
    }
    let Some((measure, _, _)) = matched.first().copied() else { return Found::Nothing };
    if matched.iter().any(|(other, _, _)| other.finding != measure.finding) {
        return Found::Not(None, None, Reason::CodesDisagree);
    }
    if contradicts(codes, measure, code) {
        return Found::Not(Some(measure), matched.first().map(|row| row.1), Reason::DisplayDisagrees);
    }
    let mut why = Vec::new();
    if beside {
        why.push(Why::CodeBeside.into());
    }
    let sure = matched.iter().any(|(_, _, sure)| *sure);
    if !sure {
        why.push(Why::CodeUnsure.into());
    }
    let (site, code) = site(codes, &matched, &mut why);
    let first = || matched.iter().find(|row| row.2 == sure).map_or("", |row| row.1);
    let code = code.unwrap_or_else(first);
    if matched.iter().any(|row| lists(codes.convention, row.1)) {
        why.push(Why::Convention.into());
    }
    Found::Named(Named { measure, code, site, why })
}

/// The site that the codes name, with its code: a named one before the unnamed core.
fn site(
    codes: &'static Codes,
    matched: &[(&'static Measure, &'static str, bool)],
    why: &mut Vec<Remark>,
) -> (Option<(&'static str, bool)>, Option<&'static str>) {
    let mut found: Option<(&'static str, &'static str, bool)> = None;
    let unnamed = matched.iter().find(|row| lists(codes.core, row.1));
    for (site, list) in codes.sites {
        for (_, code, sure) in matched.iter().filter(|row| lists(list, row.1)) {
            if found.is_some_and(|(other, _, _)| other != *site) {
                why.push(Why::SitesDisagree.into());
                return (None, None);
            }
            found = Some((site, code, *sure));
        }
    }
    if let (Some((site, _, _)), Some(_)) = (found, unnamed)
        && site != codes.core_site
    {
        why.push(Remark { why: Why::NamedSite, what: site.into() });
    }
    match (found, unnamed) {
        (Some((site, code, sure)), _) => (Some((site, sure)), Some(code)),
        (None, Some((_, code, sure))) => (Some((codes.core_site, *sure)), Some(code)),
        (None, None) => (None, None),
    }
}

/// Whether a word of a text begins as the list says; `=` asks for the whole word.
fn has(list: &str, text: &str) -> bool {
    // letters of other alphabets are letters of words; the tables that tell more would be a tenth of the WebAssembly
    let text = text.to_ascii_lowercase();
    text.split(|letter: char| letter.is_ascii() && !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).any(
        |word| {
            list.split_ascii_whitespace()
                .any(|row| row.strip_prefix('=').map_or_else(|| word.starts_with(row), |whole| word == whole))
        },
    )
}

/// The displays of the codings and the text: looked at for contradictions, never shown.
fn displays(concept: &Tree) -> impl Iterator<Item = &str> {
    let codings = concept.list("coding").iter().filter_map(|coding| coding.text("display"));
    codings.chain(concept.text("text"))
}

/// Whether a display names something else than the code.
fn contradicts(codes: &Codes, measure: &Measure, code: &Tree) -> bool {
    displays(code).any(|text| {
        if has(measure.other, text) {
            return true;
        }
        let others = || codes.measures.iter().filter(|other| other.finding != measure.finding);
        !has(measure.words, text) && (has(codes.foreign, text) || others().any(|other| has(other.words, text)))
    })
}

/// Whether the displays of a panel name another vessel than an artery.
pub(super) fn is_other_vessel(codes: &Codes, code: &Tree) -> bool {
    let pressure = codes.measures.iter().find(|measure| measure.kind == Kind::Pressure);
    displays(code).any(|text| pressure.is_some_and(|pressure| has(pressure.other, text)))
}

/// Whether an Observation is of the laboratory.
pub(super) fn is_laboratory(observation: &Tree) -> bool {
    let mut codings = observation.list("category").iter().flat_map(|category| category.list("coding"));
    codings.any(|coding| matches!(coding.text("code"), Some("laboratory" | "LAB" | "26436-6")))
}

/// What is known of the fluid: `Some(true)` where it is blood, `Some(false)` where it is another, `None` where words are
/// there and none is known.
pub(super) fn is_blood<'a>(codes: &Codes, observation: &'a Tree, specimen: Option<&'a Tree>) -> Option<bool> {
    let code = observation.get("code").into_iter();
    let beside = code.chain(observation.list("category")).flat_map(displays);
    let own = observation.get("specimen").and_then(|specimen| specimen.text("display"));
    let kind = specimen.and_then(|specimen| specimen.get("type"));
    let of_kind = kind.into_iter().flat_map(|kind| displays(kind).chain(all_codes(kind)));
    let words: Vec<&str> = own.into_iter().chain(of_kind).collect();
    if beside.chain(words.iter().copied()).any(|text| has(codes.fluids, text)) {
        return Some(false);
    }
    let known = words.is_empty() || words.iter().any(|text| has(codes.blood, text));
    known.then_some(true)
}

/// Codes of specimens that are words, such as `UR` and `SER`.
fn all_codes(concept: &Tree) -> impl Iterator<Item = &str> {
    const KNOWN: [(&str, &str); 10] = [
        ("UR", "urine"),
        ("URINE", "urine"),
        ("CSF", "csf"),
        ("FLU", "fluid"),
        ("122575003", "urine"),
        ("BLD", "blood"),
        ("SER", "serum"),
        ("PLAS", "plasma"),
        ("119297000", "blood"),
        ("119364003", "serum"),
    ];
    concept.list("coding").iter().filter_map(|coding| {
        let code = coding.text("code")?;
        Some(KNOWN.into_iter().find(|(known, _)| *known == code).map_or("?", |(_, word)| word))
    })
}
