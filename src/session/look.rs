//! How the reader wants to see it: units, the size of the text, and how long without a reader.

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

/// After how long without a reader the case is put out of sight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Idle {
    /// Minutes without a key, a pointer or the focus; 0 is never.
    pub minutes: u16,
    /// Whether the case is cleared then; else it is covered, and can be shown again.
    pub clears: bool,
}

impl Idle {
    /// The minutes that the menu offers.
    pub const OFFERED: [u16; 4] = [0, 5, 15, 30];
    /// The most minutes that can be asked for: twelve hours.
    pub const MOST: u16 = 720;

    /// What the attribute `idle` asks for: `15` covers, `15 clear` clears, nothing is never; `None` for anything else.
    #[must_use]
    pub fn named(text: &str) -> Option<Self> {
        let mut words = text.split_ascii_whitespace();
        let Some(minutes) = words.next() else { return Some(Self::default()) };
        let digits = minutes.bytes().all(|byte| byte.is_ascii_digit());
        let minutes = minutes.parse().ok().filter(|minutes| digits && (1..=Self::MOST).contains(minutes))?;
        match (words.next(), words.next()) {
            (None, _) => Some(Self { minutes, clears: false }),
            (Some(word), None) if word.eq_ignore_ascii_case("clear") => Some(Self { minutes, clears: true }),
            (Some(_), _) => None,
        }
    }

    /// The same as the attribute would read.
    #[must_use]
    pub fn text(self) -> String {
        match (self.minutes, self.clears) {
            (0, _) => String::new(),
            (minutes, false) => minutes.to_string(),
            (minutes, true) => format!("{minutes} clear"),
        }
    }
}
