//! Drugs that a reader may name, and what naming one implies.

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
