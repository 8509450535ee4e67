//! From an assessment to what is shown: the only place that orders and words it. Plain data, no markup.

pub mod beyond;
pub mod change;
pub mod news;
pub mod rows;
mod severity;
pub mod stock;

use std::rc::Rc;

pub use beyond::Given;

use crate::answer::Problem;
use crate::engine::assessment::{Assessment, Pending, Scope, Status, Verdict};
use crate::engine::criterion::{Reason, Truth};
use crate::engine::derived::Suspicion;
use crate::engine::describe;
use crate::engine::finding::FindingIndex;
use crate::engine::rule::{Grade, Kind, Place, Rule};
use crate::engine::rule_set::{Disagreement, RuleSet};
use crate::engine::source::{Basis, Citation, Source, Statement};
use crate::wording::{EN, Edition};

/// Everything that the recommendation panel shows, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Suspicion in a sentence, with its reasons.
    pub suspicion: Headline,
    /// Which state it is.
    pub state: Suspicion,
    /// Severity in words, with the criteria that were met.
    pub severity: SeverityLine,
    /// Whether it gets better, so that treatment steps down.
    pub improving: bool,
    /// Said first of all where the article's grade is lower than the grade over all sources.
    pub higher_elsewhere: Option<String>,
    /// The cards, grouped by what the reader does with them.
    pub groups: Vec<Group>,
    /// What was answered and could not be used.
    pub not_used: Vec<Problem>,
    /// Which of these rows the page sent.
    pub refused: Vec<Problem>,
    /// What was used and looks unusual.
    pub unusual: Vec<Problem>,
    /// Answers that contradict each other: problem and the reading that is used.
    pub conflicts: Vec<(&'static str, &'static str)>,
    /// What the last answer changed; empty where it changed nothing.
    pub news: news::News,
    /// What all of it is made of; what opens is worded from it when it opens.
    pub assessment: Rc<Assessment>,
    /// What the page or the reader gives beside the findings.
    pub given: Given,
}

impl Panel {
    /// Missing answers that could change the plan, the one that most lines wait for first.
    #[must_use]
    pub fn missing(&self, rules: &'static RuleSet) -> Vec<MissingLine> {
        missing(rules, &self.assessment)
    }

    /// What the literature adds; `None` where only the article is asked for.
    #[must_use]
    pub fn beyond(&self, edition: Edition) -> Option<beyond::Beyond> {
        beyond::beyond(edition, &self.assessment, self.given)
    }

    /// Everything behind a line; `None` for a line that is not in force.
    #[must_use]
    pub fn backing(&self, edition: Edition, rule: &Rule) -> Option<Backing> {
        let rules = edition.rules;
        let verdict = self.assessment.verdicts.iter().find(|verdict| verdict.rule.id == rule.id)?;
        Some(Backing {
            why: whys(edition, &self.assessment, &verdict.reasons),
            authority: authority(rules, &rule.source),
            disagreements: rules.disagreements.iter().filter(|row| row.rules.contains(&rule.id)).collect(),
        })
    }
}

/// Everything behind a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Backing {
    /// The answers that decided it.
    pub why: Vec<Why>,
    /// Its authority.
    pub authority: Authority,
    /// Where sources differ on it.
    pub disagreements: Vec<&'static Disagreement>,
}

/// A line with its reasons.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// The line.
    pub text: &'static str,
    /// What follows from it.
    pub detail: &'static str,
    /// The answers behind it.
    pub why: Vec<Why>,
}

/// The severity.
#[derive(Clone, Debug, PartialEq)]
pub struct SeverityLine {
    /// The grade, if there is one.
    pub grade: Option<Grade>,
    /// Whether a missing answer could still raise it.
    pub at_least: bool,
    /// "Severe", "At least mild" …
    pub text: String,
    /// "not yet known: …"; empty where nothing is missing.
    pub missing: String,
    /// The same, name by name.
    pub could_raise: Vec<&'static str>,
    /// The answers that made it so, each once, in few words: "Temperature 41.3 °C", "Rhabdomyolysis".
    pub made_by: Vec<String>,
    /// The criteria met.
    pub criteria: Vec<SeverityRow>,
}

/// One severity criterion that is met.
#[derive(Clone, Debug, PartialEq)]
pub struct SeverityRow {
    /// What it says.
    pub label: &'static str,
    /// Its basis.
    pub basis: Basis,
    /// The answers that met it.
    pub why: Vec<Why>,
    /// Its authority.
    pub authority: Authority,
}

/// Cards that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Stable id for styling: `now`, `avoid`, `consider`, `monitor`, `watch`, `later`, `know`.
    pub id: &'static str,
    /// Heading.
    pub title: &'static str,
    /// Cards in order.
    pub cards: Vec<Card>,
}

/// One line of advice. What is behind it is worded when it is looked at: see [`Panel::backing`].
#[derive(Clone, Copy, Debug)]
pub struct Card {
    /// The rule.
    pub rule: &'static Rule,
    /// The bold line: the headline, or in the article's view what the article itself says.
    pub headline: &'static str,
    /// What goes past the article; empty where only the article is asked for.
    pub beyond: &'static str,
    /// The line that it is folded beneath.
    pub under: Option<&'static str>,
    /// Where it is shown.
    pub place: Place,
    /// What is shown of it.
    pub status: Status,
    /// The question of a check-first; why it is withheld.
    pub question: Option<&'static str>,
    /// Whether the reader marked it as carried out.
    pub given: bool,
    /// Whether the reader marked it as not possible here.
    pub not_possible: bool,
}

impl PartialEq for Card {
    /// Texts are those of the rule: the same rule in the same state is the same card.
    fn eq(&self, other: &Self) -> bool {
        let state = |card: &Self| (card.under, card.place, card.status, card.given, card.not_possible);
        self.rule.id == other.rule.id
            && state(self) == state(other)
            && (self.headline, self.beyond, self.question) == (other.headline, other.beyond, other.question)
    }
}

impl Card {
    /// Whether it is a row of the first screen: folded beneath nothing, in no drawer, and not withheld.
    #[must_use]
    pub fn is_row(&self) -> bool {
        self.status != Status::Withheld && self.under.is_none() && self.place == Place::Screen
    }
}

/// On whose authority a line stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Authority {
    /// Statements of the article.
    pub statements: Vec<&'static Statement>,
    /// Publications.
    pub citations: Vec<&'static Citation>,
    /// What was read into the source.
    pub interpretation: &'static str,
}

/// One answer that decided a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// Whose answer.
    pub index: FindingIndex,
    /// Its name.
    pub finding: &'static str,
    /// The answer in words.
    pub answer: String,
    /// The condition it was held against.
    pub criterion: String,
    /// Whether the condition holds.
    pub truth: Truth,
}

/// A missing answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingLine {
    /// Which.
    pub index: FindingIndex,
    /// Its name.
    pub finding: &'static str,
    /// How many lines wait for it.
    pub lines: usize,
    /// The most urgent line among them.
    pub example: &'static str,
}

/// The suspicion in English, and what follows from it.
#[must_use]
pub fn suspicion_text(suspicion: Suspicion) -> (&'static str, &'static str) {
    let told = EN.state.suspicion(suspicion);
    (told.text, told.detail)
}

fn group_of(rule: &Rule) -> &'static str {
    use crate::engine::rule::Section;
    match (rule.section, rule.kind) {
        (Section::Aftercare, _) => "later",
        (_, Kind::Do) => "now",
        (_, Kind::Avoid) => "avoid",
        (_, Kind::Consider) => "consider",
        (_, Kind::Monitor) => "monitor",
        (_, Kind::Watch) => "watch",
        (Section::Adjunctive, Kind::Note) => "consider",
        (_, Kind::Note) => "know",
    }
}

/// What is shown of an assessment.
#[must_use]
pub fn panel(
    edition: impl Into<Edition>,
    assessment: impl Into<Rc<Assessment>>,
    not_used: Vec<Problem>,
    unusual: Vec<Problem>,
    given: Given,
) -> Panel {
    let (edition, whole) = (edition.into(), assessment.into());
    let assessment = &*Rc::clone(&whole);
    let told = edition.words.state.suspicion(assessment.suspicion);
    Panel {
        suspicion: Headline {
            text: told.text,
            detail: told.detail,
            why: whys(edition, assessment, &assessment.suspicion_reasons),
        },
        state: assessment.suspicion,
        severity: severity::severity_line(edition, assessment),
        improving: assessment.plan().any(|verdict| verdict.rule.id == edition.rules.beyond.steps_down),
        higher_elsewhere: higher_elsewhere(edition, assessment),
        groups: groups(edition, assessment),
        not_used,
        refused: Vec::new(),
        unusual,
        conflicts: assessment.conflicts.iter().map(|conflict| (conflict.problem, conflict.used)).collect(),
        news: news::News::default(),
        given,
        assessment: whole,
    }
}

fn higher_elsewhere(edition: Edition, assessment: &Assessment) -> Option<String> {
    let over_all = assessment.severity.over_all?;
    let state = &edition.words.state;
    let higher = assessment.scope == Scope::ArticleOnly && Some(over_all) > assessment.severity.grade;
    higher.then(|| state.higher_elsewhere(&state.grades_within.of(over_all)))
}

fn groups(edition: Edition, assessment: &Assessment) -> Vec<Group> {
    let cards: Vec<Card> = assessment.plan().map(|verdict| card(assessment, verdict)).collect();
    let titles = &edition.words.state.groups;
    let of = |(id, title)| Group {
        id,
        title,
        cards: cards.iter().filter(|card| group_of(card.rule) == id).copied().collect(),
    };
    let groups = [
        ("now", titles.now),
        ("avoid", titles.avoid),
        ("consider", titles.consider),
        ("monitor", titles.monitor),
        ("watch", titles.watch),
        ("later", titles.later),
        ("know", titles.know),
    ];
    groups.into_iter().map(of).filter(|group| !group.cards.is_empty()).collect()
}

fn card(assessment: &Assessment, verdict: &Verdict) -> Card {
    let asks = verdict.pending == Some(Pending::Contraindication) || verdict.status == Status::Withheld;
    Card {
        rule: verdict.rule,
        headline: verdict.rule.shown(assessment.scope),
        beyond: if assessment.scope == Scope::All { verdict.rule.beyond } else { "" },
        under: verdict.under,
        place: verdict.place,
        status: verdict.status,
        question: asks.then_some(verdict.rule.question),
        given: verdict.given,
        not_possible: verdict.not_possible,
    }
}

/// Statements and citations behind their ids.
#[must_use]
pub fn authority(rules: &'static RuleSet, source: &Source) -> Authority {
    Authority {
        statements: source.statements.iter().filter_map(|id| rules.statement(id)).collect(),
        citations: source.citations.iter().filter_map(|id| rules.citation(id)).collect(),
        interpretation: source.interpretation,
    }
}

/// Reasons in words.
#[must_use]
pub fn whys(edition: Edition, assessment: &Assessment, reasons: &[Reason]) -> Vec<Why> {
    let (rules, format) = (edition.rules, &edition.words.format);
    let one = |reason: &Reason| Why {
        index: reason.finding,
        finding: describe::label(rules, reason.finding),
        answer: describe::answer(format, &assessment.answers, reason.finding),
        criterion: describe::reason(format, rules, reason),
        truth: reason.truth,
    };
    reasons.iter().map(one).collect()
}

fn missing(rules: &'static RuleSet, assessment: &Assessment) -> Vec<MissingLine> {
    let most_urgent = |ids: &[&str]| {
        let waiting = rules.rules.iter().filter(|rule| ids.contains(&rule.id));
        // the first of the most urgent: the table is in order of display
        waiting.fold(None, |best: Option<&Rule>, rule| match best {
            Some(best) if best.urgency >= rule.urgency => Some(best),
            Some(_) | None => Some(rule),
        })
    };
    let line = |row: crate::engine::assessment::Missing| MissingLine {
        index: row.finding,
        finding: describe::label(rules, row.finding),
        lines: row.could_change.len(),
        example: most_urgent(&row.could_change).map_or("", |rule| rule.text),
    };
    assessment.missing().into_iter().map(line).collect()
}
