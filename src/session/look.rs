//! How the reader wants to see it: units and the size of the text.

/// Which units a fresh field offers first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnitSystem {
    /// SI and Celsius.
    #[default]
    Si,
    /// Conventional units and Fahrenheit.
    Conventional,
}

/// How large the text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// As the page has it.
    #[default]
    Normal,
    /// A fifth larger.
    Large,
    /// Half as large again, to be read from across a room.
    Projector,
}

impl TextSize {
    /// Every size, the smallest first.
    pub const ALL: [Self; 3] = [Self::Normal, Self::Large, Self::Projector];

    /// The word of the attribute `text-size`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Large => "large",
            Self::Projector => "projector",
        }
    }

    /// The size of that name, in any case of its letters; `None` where there is none.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.id().eq_ignore_ascii_case(id.trim()))
    }
}
