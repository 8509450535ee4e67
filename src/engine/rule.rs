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
    /// The advice in one short line; that of an avoid is read behind the word "avoid".
    pub headline: &'static str,
    /// The advice in a full sentence; the headline where it says enough.
    pub text: &'static str,
    /// What belongs to it; may be empty.
    pub detail: &'static str,
    /// What goes past the article on a line of the article; shown only beside all sources.
    pub beyond: &'static str,
    /// The article's own strength, shown for the headline where the article alone is asked for; empty where they agree.
    pub article_text: &'static str,
    /// Lines beneath which it is folded: the first of them that is in the plan and not folded itself.
    pub folds_under: &'static [Fold],
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
        headline: "",
        text: "",
        detail: "",
        beyond: "",
        article_text: "",
        folds_under: &[],
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

/// The longest headline, in characters.
pub const LONGEST_HEADLINE: usize = 52;

/// A line beneath which another one may be folded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fold {
    /// Id of the line above.
    pub under: &'static str,
    /// When it folds there at all.
    pub when: Criterion,
    /// Whether it folds only while the line above is advised, not while that one asks.
    pub advised_only: bool,
}

/// Where a line is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On the first screen.
    Screen,
    /// In a drawer that the reader opens.
    Drawer,
}

impl Place {
    /// The word used in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Drawer => "drawer",
        }
    }
}

/// Parts of the plan. The plan is in the order of the table, whatever the part.
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

impl Rule {
    /// Where the line is shown: background in a drawer, and aftercare too until recovery has begun.
    #[must_use]
    pub fn place(&self, recovery: bool) -> Place {
        match self.section {
            Section::Background => Place::Drawer,
            Section::Aftercare if !recovery => Place::Drawer,
            Section::Immediate
            | Section::Advanced
            | Section::Pitfalls
            | Section::Adjunctive
            | Section::Monitoring
            | Section::Complications
            | Section::Aftercare => Place::Screen,
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

impl Kind {
    /// Whether it asks for an action.
    #[must_use]
    pub const fn is_action(self) -> bool {
        match self {
            Self::Do | Self::Avoid | Self::Consider | Self::Monitor => true,
            Self::Watch | Self::Note => false,
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
