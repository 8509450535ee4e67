//! On whose authority a line stands: statements of the article, citations, and how far each was checked.

/// A statement of the source article, in our words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement {
    /// `S01` to `S64`.
    pub id: &'static str,
    /// What sort of statement it is: action, drug, threshold, disclaimer …
    pub kind: &'static str,
    /// The statement, paraphrased.
    pub text: &'static str,
    /// The citation numbers that the article prints beside it.
    pub refs: &'static [u8],
}

/// A publication that a line rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Stable id, `gurrera-2011`.
    pub id: &'static str,
    /// Authors, title, journal, year, volume and pages.
    pub text: &'static str,
    /// Where the original can be found.
    pub url: Option<&'static str>,
    /// How far the fact was checked.
    pub checked: Checked,
}

/// How far a cited fact was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// Read in the abstract, a table or the text of the publication itself.
    Abstract,
    /// Read in a reputable secondary reference.
    Secondary,
}

impl Checked {
    /// The grade in words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Abstract => "read in the publication (abstract, table or text)",
            Self::Secondary => "read in a secondary reference",
        }
    }
}

/// Where a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// In the source article.
    Article,
    /// Corroborated elsewhere and cited.
    Literature,
    /// Our own threshold, shown as such.
    Design,
}

impl Basis {
    /// The word used in JSON and on screen.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Literature => "literature",
            Self::Design => "design",
        }
    }
}

/// The authority of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Statements of the article that the row carries.
    pub statements: &'static [&'static str],
    /// Publications that the row rests on.
    pub citations: &'static [&'static str],
    /// Where the row goes beyond the words of its source: what was read into it, and why. Empty where nothing was.
    pub interpretation: &'static str,
}

impl Source {
    /// No source: only a start for [`article`] and [`literature`].
    pub const NONE: Self = Self { statements: &[], citations: &[], interpretation: "" };

    /// The same source with what was read into it.
    #[must_use]
    pub const fn read_as(self, interpretation: &'static str) -> Self {
        Self { interpretation, ..self }
    }

    /// The same source with publications beside it.
    #[must_use]
    pub const fn and(self, citations: &'static [&'static str]) -> Self {
        Self { citations, ..self }
    }
}

/// A source in the article.
#[must_use]
pub const fn article(statements: &'static [&'static str]) -> Source {
    Source { statements, ..Source::NONE }
}

/// A source in the literature.
#[must_use]
pub const fn literature(citations: &'static [&'static str]) -> Source {
    Source { citations, ..Source::NONE }
}

/// A threshold of our own, with its reason.
#[must_use]
pub const fn design(reason: &'static str) -> Source {
    Source { interpretation: reason, ..Source::NONE }
}
