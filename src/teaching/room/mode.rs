//! The views of the room.

/// Which view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Form and panel.
    #[default]
    Advise,
    /// A case, stage by stage: commit, reveal, discuss.
    Case,
    /// Measured values over time.
    Course,
    /// The plan as a list of steps for a team.
    Run,
    /// The same, projected.
    Wall,
    /// What happened when.
    Debrief,
    /// Make a case.
    Build,
    /// The cases to choose from.
    Cases,
}

impl Mode {
    /// Every view, in the order of the keys that lead there.
    pub const ALL: [Self; 8] =
        [Self::Advise, Self::Case, Self::Course, Self::Run, Self::Wall, Self::Debrief, Self::Build, Self::Cases];

    /// Stable id, also for the attribute `view`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Advise => "full",
            Self::Case => "case",
            Self::Course => "course",
            Self::Run => "run",
            Self::Wall => "wall",
            Self::Debrief => "debrief",
            Self::Build => "build",
            Self::Cases => "cases",
        }
    }

    /// The view of the teaching room by its id, or by the words of its tab in English.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let id = match name {
            "over-time" => "course",
            "team-run" => "run",
            "wall-screen" => "wall",
            "write" => "build",
            id => id,
        };
        Self::ALL.into_iter().find(|mode| *mode != Self::Advise && mode.id() == id)
    }
}
