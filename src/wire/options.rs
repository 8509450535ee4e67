//! The options of an assessment.

use crate::answer::{Problem, Sent, shortened};
use crate::engine::assessment::{Scope, insert_in_order};
use crate::engine::decimal::Decimal;
use crate::engine::finding::Day;

/// What an assessment can be asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Options {
    /// `basis`: which advice.
    pub scope: Scope,
    /// `verdicts`: every rule once instead of what is shown.
    pub verdicts: Verdicts,
    /// `explanations`: the verdicts with their reasons, or alone.
    pub explanations: Explanations,
    /// `today`: the day of asking, for the rechallenge gate.
    pub today: Option<Day>,
    /// `dantroleneDosePerKg`: milligrams a kilogram, for the volume helper.
    pub dose_per_kilogram: Option<Decimal>,
}

/// Which rules an assessment lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdicts {
    /// Advised, check first or withheld.
    #[default]
    Shown,
    /// Every rule once.
    All,
}

/// Whether an assessment says why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Explanations {
    /// With the reasons of each verdict.
    #[default]
    All,
    /// Verdicts alone.
    None,
}

impl Options {
    /// Reads options; what is not known or not usable is listed, and the default stands.
    pub fn read<'a>(sent: impl IntoIterator<Item = (&'a str, Sent)>) -> (Self, Vec<Problem>) {
        let mut options = Self::default();
        let mut problems = Vec::new();
        for (key, value) in sent {
            if value == Sent::Nothing {
                continue;
            }
            if let Err(problem) = options.take(key, &value) {
                let row = Problem { finding: format!("options.{}", shortened(key)), problem };
                insert_in_order(&mut problems, row, |row| row.finding.clone());
            }
        }
        (options, problems)
    }

    fn take(&mut self, key: &str, value: &Sent) -> Result<(), String> {
        let text = if let Sent::Text(text) = value { text.as_str() } else { "" };
        match (key, text) {
            ("basis", "all") => self.scope = Scope::All,
            ("basis", "article") => self.scope = Scope::ArticleOnly,
            ("basis", _) => return Err("not `all` or `article`; all advice is shown".into()),
            ("verdicts", "shown") => self.verdicts = Verdicts::Shown,
            ("verdicts", "all") => self.verdicts = Verdicts::All,
            ("verdicts", _) => return Err("not `shown` or `all`; what is shown is listed".into()),
            ("explanations", "all") => self.explanations = Explanations::All,
            ("explanations", "none") => self.explanations = Explanations::None,
            ("explanations", _) => return Err("not `all` or `none`; every verdict is explained".into()),
            ("lang", "en") => {}
            ("lang", _) => return Err("not a bundled language; `en` is used".into()),
            ("today", text) => match Day::parse(text) {
                Some(day) => self.today = Some(day),
                None => return Err("not a day as YYYY-MM-DD; left out".into()),
            },
            ("dantroleneDosePerKg", _) => {
                let dose = if let Sent::Number(dose) = value { Decimal::from_f64(*dose) } else { None };
                self.dose_per_kilogram = dose.filter(|dose| dose.is_above(Decimal::ZERO));
                if self.dose_per_kilogram.is_none() {
                    return Err("not a dose in mg/kg above 0; left out".into());
                }
            }
            _ => return Err("there is no such option; left out".into()),
        }
        Ok(())
    }
}
