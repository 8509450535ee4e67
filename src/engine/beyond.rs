//! What the literature adds beside the plan: the consensus score as an interval, the descriptive features, look-alikes,
//! drug cards, the monitoring schedule and whom to call. None of it lowers a grade, removes a line or makes a diagnosis.

use super::assessment::{insert_in_order, missing};
use super::criterion::{Answers, Criterion, Reason, Truth};
use super::dantrolene::{self, Form, Volume};
use super::decimal::Decimal;
use super::finding::{Day, FindingIndex, Value};
use super::rechallenge::{self, Gate};
use super::rule::Grade;
use super::source::{Basis, Source};

/// The tables beyond the rules.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beyond {
    /// The consensus criteria.
    pub score: Score,
    /// The features of the descriptive classification; they are not counted.
    pub features: &'static [Feature],
    /// What else it could be.
    pub look_alikes: &'static [LookAlike],
    /// Reference cards, one a drug.
    pub drugs: &'static [DrugCard],
    /// What to measure how often.
    pub schedule: &'static [ScheduleRow],
    /// While this line is in the plan, the schedule is that of a course that gets better.
    pub steps_down: &'static str,
    /// The line that is a principle: it stands above the steps and is no step itself.
    pub principle: &'static str,
    /// The line in which the people to call are named.
    pub calls: &'static str,
    /// Whom to call.
    pub contacts: &'static [Contact],
    /// When published doses may be shown at all.
    pub doses_shown_if: Criterion,
    /// Why they are withheld otherwise.
    pub doses_withheld: &'static str,
    /// What the dantrolene volume is worked out from.
    pub dantrolene: DantroleneInputs,
    /// What the rechallenge gate is computed from.
    pub rechallenge: RechallengeInputs,
}

/// What the dantrolene volume is worked out from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DantroleneInputs {
    /// The drug card that it stands on.
    pub card: &'static str,
    /// When dantrolene is in question, so that its volume may be shown at all.
    pub in_question: Criterion,
    /// When something known speaks against it.
    pub spoken_against: Criterion,
    /// When malignant hyperthermia comes first.
    pub malignant_hyperthermia: Criterion,
    /// When there is no rigidity.
    pub not_rigid: Criterion,
    /// When fluid is a risk.
    pub overload: Criterion,
    /// The rules whose line also says where a site has it.
    pub mobilised_by: &'static [&'static str],
    /// The forms for which it is worked out.
    pub forms: &'static [Form],
    /// Body weight in kilograms.
    pub weight: FindingIndex,
    /// Milligrams given in 24 h.
    pub given: FindingIndex,
}

/// What the rechallenge gate is computed from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RechallengeInputs {
    /// When the gate is shown.
    pub in_question: Criterion,
    /// When it has completely resolved.
    pub resolved: Criterion,
    /// When a sign is still there, whatever is said about resolution.
    pub sign_left: Criterion,
    /// The day of complete resolution.
    pub resolved_on: FindingIndex,
    /// When the trigger was a long-acting injection.
    pub long_acting: Criterion,
    /// When a dopamine antagonist was the trigger.
    pub antagonist: Criterion,
    /// Whole days after complete resolution before which rechallenge is not yet to be considered.
    pub days: i32,
}

/// A score of weighted items.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// Stable id.
    pub id: &'static str,
    /// Its name.
    pub label: &'static str,
    /// The items; their points add up to 100.
    pub items: &'static [ScoreItem],
    /// The cut-off that the validation study reports, and what it may be taken for.
    pub cut_off: &'static str,
    /// Its sources.
    pub source: Source,
}

/// One item of a score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoreItem {
    /// Stable id.
    pub id: &'static str,
    /// What it asks.
    pub label: &'static str,
    /// What it counts.
    pub points: u8,
    /// When it counts.
    pub when: Criterion,
}

/// A feature that a classification describes without counting it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Feature {
    /// Stable id.
    pub id: &'static str,
    /// What it says.
    pub label: &'static str,
    /// When it is there.
    pub when: Criterion,
    /// Its source.
    pub source: Source,
}

/// Something that can look the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LookAlike {
    /// Stable id.
    pub id: &'static str,
    /// Its name.
    pub label: &'static str,
    /// What to do about it beside the plan, and what it does not change.
    pub advice: &'static str,
    /// What speaks for it.
    pub speaks_for: &'static [Point],
    /// What speaks against it.
    pub speaks_against: &'static [Point],
    /// When it goes before those with more points.
    pub first_if: Criterion,
    /// Its sources.
    pub source: Source,
}

/// A point for or against.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// In words.
    pub label: &'static str,
    /// When it counts.
    pub when: Criterion,
}

/// A reference card of a drug.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DrugCard {
    /// Stable id: the generic name or the procedure.
    pub id: &'static str,
    /// Its name.
    pub label: &'static str,
    /// Published doses, side by side and never reconciled.
    pub doses: &'static [Dose],
    /// What speaks against it or asks for care.
    pub cautions: &'static [Caution],
    /// The rules beside which it is shown.
    pub rules: &'static [&'static str],
}

/// A published dose: a reference, never an order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dose {
    /// As the source gives it.
    pub text: &'static str,
    /// When it is not shown to this patient.
    pub withheld_if: Criterion,
    /// Its source.
    pub source: Source,
}

/// A caution, which stands out while its condition holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Caution {
    /// In words.
    pub text: &'static str,
    /// When the answers make it apply to this patient; a caution without a condition always applies.
    pub when: Criterion,
    /// Its source.
    pub source: Source,
}

/// How often something is measured. No publication gives a schedule: the intervals are our own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScheduleRow {
    /// What.
    pub item: &'static str,
    /// How often in severe cases.
    pub severe: &'static str,
    /// How often in moderate cases.
    pub moderate: &'static str,
    /// How often in mild cases.
    pub mild: &'static str,
    /// How often while it gets better.
    pub improving: &'static str,
    /// Why.
    pub source: Source,
}

impl ScheduleRow {
    /// The interval for a grade.
    #[must_use]
    pub const fn interval(&self, grade: Grade) -> &'static str {
        match grade {
            Grade::Severe => self.severe,
            Grade::Moderate => self.moderate,
            Grade::Mild => self.mild,
        }
    }
}

/// Someone to call.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contact {
    /// Stable id.
    pub id: &'static str,
    /// Who.
    pub label: &'static str,
    /// When.
    pub when: Criterion,
    /// What for.
    pub purpose: &'static str,
    /// Article, literature or design.
    pub basis: Basis,
    /// Its authority.
    pub source: Source,
}

/// The score of the answers: no number but an interval, from what is known to what is still possible.
#[derive(Clone, Debug, PartialEq)]
pub struct Scored {
    /// Points of the items that are met.
    pub known: u8,
    /// Those and the points of the items that are still open.
    pub possible: u8,
    /// Every item with its state and the answers behind it.
    pub items: Vec<(&'static ScoreItem, Truth, Vec<Reason>)>,
}

/// A look-alike held against the answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Which.
    pub look_alike: &'static LookAlike,
    /// Points for it that are met.
    pub speaks_for: Vec<(&'static Point, Vec<Reason>)>,
    /// Points against it that are met.
    pub speaks_against: Vec<(&'static Point, Vec<Reason>)>,
    /// Answers that would tell more.
    pub missing: Vec<FindingIndex>,
}

impl Answers {
    /// Points known and points possible.
    #[must_use]
    pub fn score_interval(&self) -> (u8, u8) {
        let (mut known, mut open) = (0_u8, 0_u8);
        for item in self.rule_set.beyond.score.items {
            match self.truth(&item.when) {
                Truth::Met => known = known.saturating_add(item.points),
                Truth::Unknown => open = open.saturating_add(item.points),
                Truth::NotMet => {}
            }
        }
        (known, known.saturating_add(open))
    }

    /// The score with the state of every item.
    #[must_use]
    pub fn score(&self) -> Scored {
        let (known, possible) = self.score_interval();
        let items = self.rule_set.beyond.score.items.iter().map(|item| {
            let (truth, reasons) = self.reasoned(&item.when);
            (item, truth, reasons)
        });
        Scored { known, possible, items: items.collect() }
    }

    /// The state of every feature of the descriptive classification.
    #[must_use]
    pub fn features(&self) -> Vec<(&'static Feature, Truth, Vec<Reason>)> {
        let features = self.rule_set.beyond.features.iter();
        let reasoned = features.map(|feature| (feature, self.reasoned(&feature.when)));
        reasoned.map(|(feature, (truth, reasons))| (feature, truth, reasons)).collect()
    }

    /// The look-alikes for which something speaks: those that go before, then the one with most points.
    #[must_use]
    pub fn differential(&self) -> Vec<Compared> {
        let mut rows = Vec::new();
        let compared = self.rule_set.beyond.look_alikes.iter().map(|row| self.compared(row));
        for row in compared.filter(|row| !row.speaks_for.is_empty()) {
            insert_in_order(&mut rows, row, |row| {
                let first = self.truth(&row.look_alike.first_if) == Truth::Met;
                // of those that go before, the table says which goes first
                (!first, if first { 0 } else { usize::MAX - row.speaks_for.len() })
            });
        }
        rows
    }

    fn compared(&self, look_alike: &'static LookAlike) -> Compared {
        let mut open = Vec::new();
        let mut met = |points: &'static [Point]| {
            let mut found = Vec::new();
            for point in points {
                match self.reasoned(&point.when) {
                    (Truth::Met, reasons) => found.push((point, reasons)),
                    (Truth::Unknown, reasons) => open.extend(reasons),
                    (Truth::NotMet, _) => {}
                }
            }
            found
        };
        let (speaks_for, speaks_against) = (met(look_alike.speaks_for), met(look_alike.speaks_against));
        Compared { look_alike, speaks_for, speaks_against, missing: missing(self, &open) }
    }

    /// Whom the answers say to call, with the answers that say so.
    #[must_use]
    pub fn contacts(&self) -> Vec<(&'static Contact, Vec<Reason>)> {
        let called = self.rule_set.beyond.contacts.iter().filter_map(|contact| match self.reasoned(&contact.when) {
            (Truth::Met, reasons) => Some((contact, reasons)),
            (Truth::Unknown | Truth::NotMet, _) => None,
        });
        called.collect()
    }

    /// Whether published doses may be shown: only for a known adult who is male or known not to be pregnant.
    #[must_use]
    pub fn doses_shown(&self) -> bool {
        self.truth(&self.rule_set.beyond.doses_shown_if) == Truth::Met
    }

    /// The volume of a stated dose in milligrams a kilogram; `None` while dantrolene is not in question.
    #[must_use]
    pub fn dantrolene_volume(&self, dose_per_kilogram: Option<Decimal>) -> Option<Volume> {
        let inputs = &self.rule_set.beyond.dantrolene;
        let asked = dantrolene::Asked {
            dose_per_kilogram,
            weight: self.number(inputs.weight),
            form: inputs.forms.iter().find(|form| self.truth(&form.confirmed) == Truth::Met).copied(),
            not_rigid: self.truth(&inputs.not_rigid) == Truth::Met,
            overload: self.truth(&inputs.overload) == Truth::Met,
            adult: self.doses_shown(),
            malignant_hyperthermia: self.truth(&inputs.malignant_hyperthermia) == Truth::Met,
            withheld: self.truth(&inputs.spoken_against) == Truth::Met,
            given: self.number(inputs.given),
        };
        (self.truth(&inputs.in_question) == Truth::Met).then(|| dantrolene::volume(&asked))
    }

    /// The rechallenge gate on a day given from outside; `None` while it is not in question.
    #[must_use]
    pub fn rechallenge_gate(&self, today: Option<Day>) -> Option<Gate> {
        let inputs = &self.rule_set.beyond.rechallenge;
        let resolved_on = match self.get(inputs.resolved_on) {
            Some(Value::Date(day)) => Some(day),
            Some(_) | None => None,
        };
        // of two answers that contradict each other the more urgent one is used
        let sign_left = self.truth(&inputs.sign_left) == Truth::Met;
        let asked = rechallenge::Asked {
            resolved: if sign_left { Some(false) } else { self.known(&inputs.resolved) },
            resolved_on,
            long_acting: self.known(&inputs.long_acting),
            antagonist: self.known(&inputs.antagonist),
            today,
            days: inputs.days,
        };
        (self.truth(&inputs.in_question) == Truth::Met).then(|| rechallenge::gate(&asked))
    }

    fn known(&self, criterion: &Criterion) -> Option<bool> {
        match self.truth(criterion) {
            Truth::Met => Some(true),
            Truth::NotMet => Some(false),
            Truth::Unknown => None,
        }
    }

    /// The truth of a condition with its reasons.
    #[must_use]
    pub fn reasoned(&self, criterion: &Criterion) -> (Truth, Vec<Reason>) {
        let mut reasons = Vec::new();
        let truth = self.explain(criterion, &mut reasons);
        (truth, reasons)
    }
}
