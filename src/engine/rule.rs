//! What may be advised, and when.

use super::criterion::{Criterion, NEVER};
use super::source::{Basis, Source};

/// One line of advice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// Stable id, a kebab-case imperative that reads as the advice.
    pub id: &'static str,
    /// Where it stands in the plan.
    pub section: Section,
    /// What sort of advice it is.
    pub kind: Kind,
    /// How much hangs on it.
    pub urgency: Urgency,
    /// Article, literature or design.
    pub basis: Basis,
    /// Whether it stays in force when only the article's advice is shown: basis filters advice, never safety.
    pub safety: bool,
    /// When it is called for.
    pub when: Criterion,
    /// Met: the advice is withheld. Unknown: it is shown as check first.
    pub contraindicated_by: Criterion,
    /// Met: it is shown as check first. Unknown: nothing changes.
    pub check_first_if: Criterion,
    /// What to ask while it is check first.
    pub question: &'static str,
    /// The advice, object first.
    pub text: &'static str,
    /// What belongs to it; may be empty.
    pub detail: &'static str,
    /// Its authority.
    pub source: Source,
}

impl Rule {
    /// A start for rows of a table: `Rule { id: …, ..Rule::DO }`.
    pub const DO: Self = Self {
        id: "",
        section: Section::Immediate,
        kind: Kind::Do,
        urgency: Urgency::Warning,
        basis: Basis::Article,
        safety: false,
        when: NEVER,
        contraindicated_by: NEVER,
        check_first_if: NEVER,
        question: "",
        text: "",
        detail: "",
        source: Source::NONE,
    };
    /// Something not to do.
    pub const AVOID: Self = Self { kind: Kind::Avoid, urgency: Urgency::Critical, ..Self::DO };
    /// An option.
    pub const CONSIDER: Self = Self { kind: Kind::Consider, ..Self::DO };
    /// Something to measure.
    pub const MONITOR: Self = Self { kind: Kind::Monitor, section: Section::Monitoring, ..Self::DO };
    /// Something to watch for.
    pub const WATCH: Self = Self { kind: Kind::Watch, section: Section::Complications, ..Self::DO };
    /// Something to know.
    pub const NOTE: Self = Self { kind: Kind::Note, urgency: Urgency::Info, ..Self::DO };
}

/// Parts of the plan, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// What comes before everything else.
    Immediate,
    /// Measures for life-threatening cases.
    Advanced,
    /// What must not be done.
    Pitfalls,
    /// Drugs beside the supportive care.
    Adjunctive,
    /// What to measure.
    Monitoring,
    /// What to watch for, and what it then takes.
    Complications,
    /// After recovery.
    Aftercare,
    /// What helps to judge the rest.
    Background,
}

impl Section {
    /// Every section, in the order of the plan.
    pub const ALL: [Self; 8] = [
        Self::Immediate,
        Self::Advanced,
        Self::Pitfalls,
        Self::Adjunctive,
        Self::Monitoring,
        Self::Complications,
        Self::Aftercare,
        Self::Background,
    ];

    /// The word used in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Immediate => "immediate",
            Self::Advanced => "advanced",
            Self::Pitfalls => "pitfalls",
            Self::Adjunctive => "adjunctive",
            Self::Monitoring => "monitoring",
            Self::Complications => "complications",
            Self::Aftercare => "aftercare",
            Self::Background => "background",
        }
    }

    /// The heading in the review sheet.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Immediate => "Immediate actions",
            Self::Advanced => "Advanced interventions",
            Self::Pitfalls => "Pitfalls",
            Self::Adjunctive => "Adjunctive drugs",
            Self::Monitoring => "Monitoring",
            Self::Complications => "Complications",
            Self::Aftercare => "Aftercare",
            Self::Background => "Background",
        }
    }
}

/// What sort of advice a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To do.
    Do,
    /// Not to do.
    Avoid,
    /// An option to weigh.
    Consider,
    /// To measure.
    Monitor,
    /// To watch for.
    Watch,
    /// To know.
    Note,
}

impl Kind {
    /// The word used in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Do => "do",
            Self::Avoid => "avoid",
            Self::Consider => "consider",
            Self::Monitor => "monitor",
            Self::Watch => "watch",
            Self::Note => "note",
        }
    }
}

/// How much hangs on a line; the words are those of CDS Hooks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// Good to know.
    Info,
    /// Matters today.
    Warning,
    /// Matters now.
    Critical,
}

impl Urgency {
    /// The word used in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Critical => "critical",
        }
    }
}

/// The severity of the patient's condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Nothing known reaches moderate.
    Mild,
    /// Between mild and severe.
    Moderate,
    /// Life-threatening.
    Severe,
}

impl Grade {
    /// The word used in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Mild => "mild",
            Self::Moderate => "moderate",
            Self::Severe => "severe",
        }
    }
}

/// One way to reach a grade.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SeverityCriterion {
    /// Stable id, kebab-case.
    pub id: &'static str,
    /// What it says, in words.
    pub label: &'static str,
    /// The grade it reaches.
    pub grade: Grade,
    /// Article, literature or design.
    pub basis: Basis,
    /// When it is reached.
    pub when: Criterion,
    /// Its authority.
    pub source: Source,
}
