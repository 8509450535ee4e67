//! Drugs that a reader may name, and what naming one implies.

use super::letters::{ascii, bare, is_turning, is_unseen};

/// A drug by its generic name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agent {
    /// The generic name, in lower case.
    pub id: &'static str,
    /// What naming it implies.
    pub class: AgentClass,
    /// The pharmacological group, for reading.
    pub group: &'static str,
    /// Brand names and spelling variants that resolve to `id`, in lower case.
    pub brands: &'static [&'static str],
    /// Whether a long-acting injection exists.
    pub long_acting: bool,
    /// Whether a text on neuroleptic malignant syndrome that was read names it.
    pub reported: bool,
    /// Whether the name means a long-acting injection and nothing else.
    pub depot_only: bool,
}

impl Agent {
    /// Whether it is this substance, whatever the form: a long-acting one has the substance in front.
    #[must_use]
    pub fn is(&self, substance: &str) -> bool {
        self.id.strip_prefix(substance).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '-']))
    }

    /// Whether it acts like dopamine.
    #[must_use]
    pub fn is_dopaminergic(&self) -> bool {
        self.class == AgentClass::Dopaminergic
    }
}

/// The classes of drugs that the form recognises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgentClass {
    /// First-generation antipsychotic.
    FirstGeneration,
    /// Second-generation antipsychotic or partial agonist.
    SecondGeneration,
    /// Antiemetic or prokinetic that blocks dopamine.
    Antiemetic,
    /// Drug that depletes dopamine.
    Depleter,
    /// Antidepressant that blocks dopamine receptors.
    Antidepressant,
    /// Dopaminergic drug, whose withdrawal is the danger.
    Dopaminergic,
    /// Recognised, and implies nothing by itself.
    Contributor,
}

impl AgentClass {
    /// Whether taking a drug of this class is exposure to a dopamine antagonist or depleter.
    #[must_use]
    pub const fn implies_exposure(self) -> bool {
        match self {
            Self::FirstGeneration
            | Self::SecondGeneration
            | Self::Antiemetic
            | Self::Depleter
            | Self::Antidepressant => true,
            Self::Dopaminergic | Self::Contributor => false,
        }
    }

    /// The class in words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::FirstGeneration => "first-generation antipsychotic",
            Self::SecondGeneration => "second-generation antipsychotic",
            Self::Antiemetic => "antiemetic or prokinetic",
            Self::Depleter => "dopamine depleter",
            Self::Antidepressant => "antidepressant with dopamine blockade",
            Self::Dopaminergic => "dopaminergic drug",
            Self::Contributor => "recognised, implies nothing by itself",
        }
    }
}

/// Salts that may stand behind the name of a drug without changing it.
const SALTS: [&str; 10] = [
    "lactate",
    "hydrochloride",
    "fumarate",
    "succinate",
    "maleate",
    "mesylate",
    "besylate",
    "sulfate",
    "tartrate",
    "acetate",
];

/// The agent that `name` means: generic name, brand or spelling variant, in any case, with or without its salt.
#[must_use]
pub fn find(agents: &'static [Agent], name: &str) -> Option<usize> {
    // every name is ASCII; the tables of other alphabets would be a fiftieth of the WebAssembly
    let name = name.trim().to_ascii_lowercase();
    let exactly = |name: &str| agents.iter().position(|agent| agent.id == name || agent.brands.contains(&name));
    exactly(&name).or_else(|| {
        let (drug, salt) = name.rsplit_once(' ')?;
        SALTS.contains(&salt).then(|| exactly(drug.trim_end())).flatten()
    })
}

/// Every agent that `name` means: one, or those on both sides of a slash. None if a part is not known.
#[must_use]
pub fn find_all(agents: &'static [Agent], name: &str) -> Vec<usize> {
    if let Some(one) = find(agents, name) {
        return vec![one];
    }
    let parts = name.split('/').map(|part| find(agents, part));
    parts.collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// Why an entry of a list of drugs names none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unnamed {
    /// No known name stands in it; the first word that could be one.
    Unknown(String),
    /// Two known drugs stand in it.
    Several,
    /// A known drug by its position, with a word that is not read and could deny it.
    Beside(usize, String),
}

/// Salts, forms, routes and times: what stands beside a name in a list of drugs and never denies that it was taken.
const BESIDE: &str = "hydrochloride hcl monohydrochloride dihydrochloride hydrobromide hbr lactate \
    maleate dimaleate mesylate mesilate edisylate edisilate fumarate hemifumarate tartrate sulfate \
    sulphate succinate acetate citrate carbonate monohydrate anhydrous base \
    tablet tablets tab tabs tbl capsule capsules cap caps oral orally solution sol soln suspension susp syrup drops gtt \
    injection injections injectable inj infusion concentrate powder film coated extended release sustained modified \
    prolonged delayed immediate er xr sr xl mr cr ir odt disintegrating dispersible sublingual sl intramuscular im \
    intravenous iv subcutaneous sc po pr per os rectal suppository suppositories supp nasal transdermal patch \
    ampoule ampoules amp amps vial vials prefilled syringe pen kit zydis velotab velotabs tm r \
    mycite hycite initio \
    od bd bid tds tid qds qid qd qhs hs nocte mane daily once twice times time a day days every each hour hours hr hrs h \
    week weeks weekly month months monthly nightly morning evening night noon at bedtime stat prn am pm q q2h q3h q4h \
    q6h q8h q12h q24h d wk";

/// Units of a strength.
const MEASURES: &str = "mg mgs mcg ug g gram grams ml mls l iu unit units meq mmol milligram milligrams dose doses";

/// No name of a drug with all that stands beside it is longer.
const LONGEST_ENTRY: usize = 240;

/// The agent that an entry of a list of drugs names, beside its salt, strength, form, route and times.
///
/// Any other word could deny it (`stopped`, `allergic to`), so that the entry is not read.
///
/// # Errors
/// [`Unnamed`]: no known drug, two of them, or words that are not read.
pub fn read(agents: &'static [Agent], entry: &str) -> Result<usize, Unnamed> {
    if let Some(found) = find(agents, entry) {
        return Ok(found);
    }
    if entry.len() > LONGEST_ENTRY {
        return Err(Unnamed::Unknown(String::new()));
    }
    let text = folded(entry);
    if let Some(found) = find(agents, &text) {
        return Ok(found);
    }
    let words: Vec<&str> = words(&text).filter(|word| !is_measure(word)).collect();
    let (mut found, mut strange): (Option<usize>, Option<&str>) = (None, None);
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if let Some((agent, length)) = longest(agents, words.get(at..).unwrap_or_default()) {
            found = Some(found.map_or(Some(agent), |other| same_drug(agents, other, agent)).ok_or(Unnamed::Several)?);
            at += length;
        } else {
            if !listed(BESIDE, &word.replace('.', "")) {
                strange = strange.or(Some(word));
            }
            at += 1;
        }
    }
    match (found, strange) {
        (Some(agent), None) => Ok(agent),
        (Some(agent), Some(word)) => Err(Unnamed::Beside(agent, word.into())),
        (None, word) => Err(Unnamed::Unknown(word.unwrap_or_default().into())),
    }
}

/// The one drug of two that an entry names: the same one, or the closer name where a salt or a form has a row of its own.
fn same_drug(agents: &[Agent], one: usize, other: usize) -> Option<usize> {
    let (first, second) = (agents.get(one)?.id, agents.get(other)?.id);
    let within = |short: &str, long: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
    if one == other || within(second, first) { Some(one) } else { within(first, second).then_some(other) }
}

/// The words of an entry or a name.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', ',', ';', '/', '(', ')', '[', ']'])
        .flat_map(|part| {
            // a hyphen joins names, and parts of a measure; one before a name could deny it
            let joins = part.starts_with(|letter: char| letter.is_ascii_alphabetic()) && !part.ends_with('-');
            part.split(move |letter| joins && letter == '-')
        })
        .map(|word| word.trim_matches(['.', ':']))
        .filter(|word| !word.is_empty())
}

fn listed(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|row| row == word)
}

/// Whether a word may stand beside the name of a drug without denying it: a strength, a salt, a form, a route, a time.
#[must_use]
pub fn is_beside(word: &str) -> bool {
    is_measure(word) || listed(BESIDE, word)
}

/// Whether a word is a strength, or how often: a number above nothing, a unit, or both.
fn is_measure(word: &str) -> bool {
    let end = word.find(|letter: char| !(letter.is_ascii_digit() || ".,-".contains(letter))).unwrap_or(word.len());
    let (number, unit) = word.split_at(end);
    if !number.starts_with(|letter: char| letter.is_ascii_digit()) {
        return listed(MEASURES, word);
    }
    // nothing of a drug is none of it, and a year is no measure
    let year =
        number.split(['.', ',', '-']).any(|part| part.len() == 4 && (part.starts_with("19") || part.starts_with("20")));
    let some = number.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    some && !year && (matches!(unit, "" | "x" | "%") || listed(MEASURES, unit) || listed(BESIDE, unit))
}

/// The agent of the longest name at the front of these words, and how many words it has.
fn longest(agents: &[Agent], rest: &[&str]) -> Option<(usize, usize)> {
    let first = rest.first()?;
    let mut best: Option<(usize, usize)> = None;
    for (at, agent) in agents.iter().enumerate() {
        for name in std::iter::once(&agent.id).chain(agent.brands).filter(|name| name.starts_with(first)) {
            let length = words(name).count();
            let stands = words(name).zip(rest).filter(|(one, other)| one == *other).count() == length;
            if stands && length > best.map_or(0, |(_, longest)| longest) {
                best = Some((at, length));
            }
        }
    }
    best
}

/// The text in small plain letters, without marks of a brand and unseen letters.
fn folded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.chars().map(ascii).peekable();
    while let Some(letter) = rest.next() {
        let inside =
            out.ends_with(|digit: char| digit.is_ascii_digit()) && rest.peek().is_some_and(char::is_ascii_digit);
        match letter {
            ',' if inside => out.push('.'),
            '\u{ae}' | '\u{2122}' | '\u{2120}' | '\u{307}' => {}
            // what turns the direction and a control stay, and so are no name
            _ if is_unseen(letter) && !is_turning(letter) && !letter.is_control() => {}
            '\u{130}' | '\u{131}' | '\u{ed}' | '\u{ec}' => out.push('i'),
            '\u{e8}'..='\u{ea}' | '\u{c8}'..='\u{ca}' => out.push('e'),
            '\u{e1}' | '\u{e0}' => out.push('a'),
            '\u{f3}' | '\u{f2}' => out.push('o'),
            '\u{fa}' | '\u{f9}' => out.push('u'),
            '\u{b5}' | '\u{3bc}' => out.push('u'),
            _ => out.push(letter.to_ascii_lowercase()),
        }
    }
    bare(&out).into()
}
