//! What the literature adds, as it is shown: score, look-alikes, drug cards, schedule, contacts, volume and gate.

use crate::engine::assessment::{Assessment, Scope, insert_in_order};
use crate::engine::beyond::{Compared, Contact, DrugCard, LookAlike, Point, ScheduleRow};
use crate::engine::criterion::{ALWAYS, Reason, Truth};
use crate::engine::dantrolene::{Volume, Worked};
use crate::engine::decimal::Decimal;
use crate::engine::describe;
use crate::engine::finding::{Day, FindingIndex};
use crate::engine::rechallenge::Gate;
use crate::engine::rule_set::RuleSet;
use crate::engine::source::Source;
use crate::wording::{Edition, Words};

use super::{Authority, Why, authority, whys};

/// What the page or the reader gives beside the findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The day of asking.
    pub today: Option<Day>,
    /// Milligrams of dantrolene a kilogram.
    pub dose_per_kilogram: Option<Decimal>,
}

/// What is shown beside the plan; nothing of it where only the article is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Beyond {
    /// The consensus criteria.
    pub score: ScoreView,
    /// The features of the descriptive classification.
    pub features: Vec<ItemView>,
    /// What else it could be.
    pub look_alikes: Vec<LookAlikeView>,
    /// What to measure how often.
    pub schedule: Vec<(&'static ScheduleRow, &'static str)>,
    /// Whom to call.
    pub contacts: Vec<ContactView>,
    /// The drugs that the plan speaks of.
    pub drugs: Vec<DrugView>,
    /// Why no dose is shown; empty where doses are.
    pub doses_withheld: &'static str,
    /// The dantrolene volume; `None` while dantrolene is not in question.
    pub volume: Option<VolumeView>,
    /// The rechallenge gate; `None` while it is not in question.
    pub gate: Option<GateView>,
}

/// The score as an interval.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreView {
    /// Its name.
    pub label: &'static str,
    /// "30 to 95 of 100 points".
    pub text: String,
    /// What its cut-off may be taken for.
    pub cut_off: &'static str,
    /// Points known.
    pub known: u8,
    /// Points possible.
    pub possible: u8,
    /// Its items.
    pub items: Vec<ItemView>,
    /// Its sources.
    pub authority: Authority,
}

/// An item with its state.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemView {
    /// Stable id.
    pub id: &'static str,
    /// What it says.
    pub label: &'static str,
    /// Its points, where it has any.
    pub points: Option<u8>,
    /// Its state.
    pub truth: Truth,
    /// The answers behind it.
    pub why: Vec<Why>,
}

/// A look-alike.
#[derive(Clone, Debug, PartialEq)]
pub struct LookAlikeView {
    /// Which.
    pub look_alike: &'static LookAlike,
    /// What speaks for it.
    pub speaks_for: Vec<(&'static str, Vec<Why>)>,
    /// What speaks against it.
    pub speaks_against: Vec<(&'static str, Vec<Why>)>,
    /// Answers that would tell more.
    pub missing: Vec<(FindingIndex, &'static str)>,
    /// Its sources.
    pub authority: Authority,
}

/// Someone to call.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactView {
    /// Who.
    pub contact: &'static Contact,
    /// The answers that call for it.
    pub why: Vec<Why>,
    /// Its sources.
    pub authority: Authority,
}

/// A drug card.
#[derive(Clone, Debug, PartialEq)]
pub struct DrugView {
    /// Which.
    pub card: &'static DrugCard,
    /// Published doses with their sources; empty while doses are withheld.
    pub doses: Vec<(&'static str, Authority)>,
    /// Cautions that apply to these answers, then those that hold for everyone.
    pub cautions: Vec<CautionView>,
}

/// A caution.
#[derive(Clone, Debug, PartialEq)]
pub struct CautionView {
    /// In words.
    pub text: &'static str,
    /// Whether the answers make it apply here.
    pub applies: bool,
    /// Its sources.
    pub authority: Authority,
}

/// The dantrolene volume.
#[derive(Clone, Debug, PartialEq)]
pub enum VolumeView {
    /// Formula and result, line by line.
    Worked(Vec<(&'static str, String)>),
    /// A warning in place of the number.
    Warning(String),
    /// Why there is none.
    Withheld(&'static str),
}

/// The gate in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateView {
    /// Stable id of the state.
    pub state: &'static str,
    /// In words.
    pub text: String,
}

/// What is shown beside the plan.
#[must_use]
pub fn beyond(edition: impl Into<Edition>, assessment: &Assessment, given: Given) -> Option<Beyond> {
    let edition = edition.into();
    (assessment.scope == Scope::All).then(|| Beyond {
        score: score(edition, assessment),
        features: features(edition, assessment),
        look_alikes: look_alikes(edition, assessment),
        schedule: scheduled(edition.rules, assessment).collect(),
        contacts: contacts(edition, assessment),
        drugs: drugs(edition.rules, assessment),
        doses_withheld: doses_withheld(edition.rules, assessment),
        volume: volume(edition.words, assessment, given),
        gate: gate(edition.words, assessment, given),
    })
}

/// The features of the descriptive classification.
#[must_use]
pub fn features(edition: Edition, assessment: &Assessment) -> Vec<ItemView> {
    let item = |(row, truth, reasons): (&'static crate::engine::beyond::Feature, Truth, Vec<Reason>)| ItemView {
        id: row.id,
        label: row.label,
        points: None,
        truth,
        why: whys(edition, assessment, &reasons),
    };
    assessment.answers.features().into_iter().map(item).collect()
}

/// What else it could be.
#[must_use]
pub fn look_alikes(edition: Edition, assessment: &Assessment) -> Vec<LookAlikeView> {
    assessment.answers.differential().iter().map(|row| look_alike(edition, assessment, row)).collect()
}

/// Whom to call.
#[must_use]
pub fn contacts(edition: Edition, assessment: &Assessment) -> Vec<ContactView> {
    let contact = |(contact, reasons): (&'static Contact, Vec<Reason>)| ContactView {
        contact,
        why: whys(edition, assessment, &reasons),
        authority: authority(edition.rules, &contact.source),
    };
    assessment.answers.contacts().into_iter().map(contact).collect()
}

/// The drugs that the plan speaks of.
#[must_use]
pub fn drugs(rules: &'static RuleSet, assessment: &Assessment) -> Vec<DrugView> {
    cards_in_plan(rules, assessment).map(|card| drug(rules, assessment, card)).collect()
}

/// Why no dose is shown; empty where doses are.
#[must_use]
pub fn doses_withheld(rules: &'static RuleSet, assessment: &Assessment) -> &'static str {
    if assessment.answers.doses_shown() { "" } else { rules.beyond.doses_withheld }
}

/// The dantrolene volume; `None` while dantrolene is not in question.
#[must_use]
pub fn volume(words: &'static Words, assessment: &Assessment, given: Given) -> Option<VolumeView> {
    assessment.answers.dantrolene_volume(given.dose_per_kilogram).map(|of| volume_view(words, of))
}

/// The rechallenge gate; `None` while it is not in question.
#[must_use]
pub fn gate(words: &Words, assessment: &Assessment, given: Given) -> Option<GateView> {
    let gate = assessment.answers.rechallenge_gate(given.today)?;
    Some(GateView { state: gate.id(), text: gate_text(words, gate) })
}

/// The consensus criteria as an interval.
#[must_use]
pub fn score(edition: Edition, assessment: &Assessment) -> ScoreView {
    let (rules, told) = (edition.rules, &edition.words.beyond);
    let scored = assessment.answers.score();
    let table = &rules.beyond.score;
    let text = if scored.known == scored.possible {
        told.score(&scored.known)
    } else {
        told.score_between(&scored.known, &scored.possible)
    };
    let item = |(item, truth, reasons): (&'static crate::engine::beyond::ScoreItem, Truth, Vec<Reason>)| ItemView {
        id: item.id,
        label: item.label,
        points: Some(item.points),
        truth,
        why: whys(edition, assessment, &reasons),
    };
    ScoreView {
        label: table.label,
        text,
        cut_off: table.cut_off,
        known: scored.known,
        possible: scored.possible,
        items: scored.items.into_iter().map(item).collect(),
        authority: authority(rules, &table.source),
    }
}

fn look_alike(edition: Edition, assessment: &Assessment, row: &Compared) -> LookAlikeView {
    let rules = edition.rules;
    let points = |points: &[(&'static Point, Vec<Reason>)]| {
        points.iter().map(|(point, reasons)| (point.label, whys(edition, assessment, reasons))).collect()
    };
    LookAlikeView {
        look_alike: row.look_alike,
        speaks_for: points(&row.speaks_for),
        speaks_against: points(&row.speaks_against),
        missing: row.missing.iter().map(|index| (*index, describe::label(rules, *index))).collect(),
        authority: authority(rules, &row.look_alike.source),
    }
}

fn drug(rules: &'static RuleSet, assessment: &Assessment, card: &'static DrugCard) -> DrugView {
    let answers = &assessment.answers;
    let authority = |source: &Source| authority(rules, source);
    let met = card.cautions.iter().filter(|caution| answers.truth(&caution.when) == Truth::Met);
    let mut cautions = Vec::new();
    for caution in met {
        let applies = caution.when != ALWAYS;
        let view = CautionView { text: caution.text, applies, authority: authority(&caution.source) };
        insert_in_order(&mut cautions, view, |caution| !caution.applies);
    }
    let doses = if answers.doses_shown() { card.doses } else { &[] };
    let doses = doses.iter().filter(|dose| answers.truth(&dose.withheld_if) != Truth::Met);
    DrugView { card, doses: doses.map(|dose| (dose.text, authority(&dose.source))).collect(), cautions }
}

/// The cards of the drugs that the plan speaks of, withheld ones included: why not is worth reading too.
pub fn cards_in_plan<'a>(
    rules: &'static RuleSet,
    assessment: &'a Assessment,
) -> impl Iterator<Item = &'static DrugCard> + 'a {
    let in_plan = |card: &&DrugCard| assessment.plan().any(|verdict| card.rules.contains(&verdict.rule.id));
    rules.beyond.drugs.iter().filter(in_plan)
}

/// The schedule for the grade that is reached, or for a course that gets better, while the plan acts on a suspicion.
pub fn scheduled(
    rules: &'static RuleSet,
    assessment: &Assessment,
) -> impl Iterator<Item = (&'static ScheduleRow, &'static str)> {
    let grade = assessment.severity.grade.filter(|_| assessment.suspicion.acted_on() == Some(true));
    let improving = assessment.plan().any(|verdict| verdict.rule.id == rules.beyond.steps_down);
    let interval = move |row: &'static ScheduleRow, grade| if improving { row.improving } else { row.interval(grade) };
    rules.beyond.schedule.iter().filter_map(move |row| grade.map(|grade| (row, interval(row, grade))))
}

fn volume_view(words: &'static Words, volume: Volume) -> VolumeView {
    match volume {
        Volume::Withheld(reason) => VolumeView::Withheld(reason.text()),
        Volume::AboveCeiling { ceiling } => {
            VolumeView::Warning(words.volume.above_ceiling(&words.format.quantity(ceiling, "mg")))
        }
        Volume::Worked(worked) => VolumeView::Worked(worked_lines(words, &worked)),
    }
}

/// The working, so that it can be checked line by line.
fn worked_lines(words: &'static Words, worked: &Worked) -> Vec<(&'static str, String)> {
    let (told, format) = (&words.volume, &words.format);
    let mg = |amount: Decimal| format.quantity(amount.rounded(2), "mg");
    let (dose, ceiling, vials) = (mg(worked.dose), mg(worked.ceiling), worked.vials);
    let (rate, weight) = (format.quantity(worked.per_kilogram, "mg/kg"), worked.weight.rounded(2));
    let total = worked.total.map(|total| told.total_line(&mg(total), &ceiling));
    let mannitol = match (worked.mannitol, worked.form.mannitol) {
        (Some(gram), Some(each)) => told.mannitol_line(&vials, &each, &gram),
        (Some(_) | None, _) => told.mannitol_unknown.to_string(),
    };
    let mut lines = vec![
        (told.dose, told.dose_line(&rate, &format.quantity(weight, "kg"), &dose)),
        (told.vials, told.vials_line(&dose, &worked.form.milligram, &vials)),
        (told.water, told.water_line(&vials, &worked.form.water, &worked.water)),
        (told.mannitol, mannitol),
        (told.total, total.unwrap_or_else(|| told.total_unknown(&ceiling))),
    ];
    lines.extend(volume_warnings(words, worked).into_iter().map(|warning| (told.warning, warning.to_string())));
    lines
}

/// What is to be said with a volume.
#[must_use]
pub fn volume_warnings(words: &'static Words, worked: &Worked) -> Vec<&'static str> {
    let told = &words.volume;
    let said = [
        (worked.overload, told.overload),
        (worked.above_published, told.above_published),
        (worked.above_licensed, told.above_licensed),
    ];
    said.into_iter().filter(|(here, _)| *here).map(|(_, text)| text).collect()
}

/// The gate in words.
#[must_use]
pub fn gate_text(words: &Words, gate: Gate) -> String {
    let (told, format) = (&words.gate, &words.format);
    match gate {
        Gate::NoAntagonist => told.no_antagonist.into(),
        Gate::NotResolved => told.not_resolved.into(),
        Gate::LongActing => told.long_acting.into(),
        Gate::CannotBeComputed(unknown) => told.cannot(&unknown.text()),
        Gate::NotBefore(day) => told.not_before(&format.date(day)),
        Gate::Passed(day) => told.passed(&format.date(day)),
    }
}
