//! From an assessment to what is shown: the only place that orders and words it. Plain data, no markup.

pub mod beyond;
pub mod change;
pub mod news;

pub use beyond::Given;

use crate::answer::Problem;
use crate::engine::assessment::{Assessment, Pending, Scope, Status, Verdict};
use crate::engine::criterion::{Reason, Truth};
use crate::engine::derived::Suspicion;
use crate::engine::describe;
use crate::engine::finding::FindingIndex;
use crate::engine::rule::{Grade, Kind, Rule, Urgency};
use crate::engine::rule_set::{Disagreement, RuleSet};
use crate::engine::source::{Citation, Source, Statement};

/// Everything that the recommendation panel shows, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Suspicion in a sentence, with its reasons.
    pub suspicion: Headline,
    /// Which state it is.
    pub state: Suspicion,
    /// Severity in words, with the criteria that were met.
    pub severity: SeverityLine,
    /// Said first of all where the article's grade is lower than the grade over all sources.
    pub higher_elsewhere: Option<String>,
    /// The cards, grouped by what the reader does with them.
    pub groups: Vec<Group>,
    /// What was answered and could not be used.
    pub not_used: Vec<Problem>,
    /// What was used and looks unusual.
    pub unusual: Vec<Problem>,
    /// Answers that contradict each other: problem and the reading that is used.
    pub conflicts: Vec<(&'static str, &'static str)>,
    /// Missing answers that could change the plan, the one that most lines wait for first.
    pub missing: Vec<MissingLine>,
    /// What the literature adds; `None` where only the article is asked for.
    pub beyond: Option<beyond::Beyond>,
    /// What of an opened file or link could not be read.
    pub unread: Vec<String>,
    /// What the last answer changed; empty where it changed nothing.
    pub news: news::News,
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
    /// "Severe", "At least mild" …
    pub text: String,
    /// "not yet known: …"; empty where nothing is missing.
    pub missing: String,
    /// The criteria met.
    pub criteria: Vec<SeverityRow>,
}

/// One severity criterion that is met.
#[derive(Clone, Debug, PartialEq)]
pub struct SeverityRow {
    /// What it says.
    pub label: &'static str,
    /// Its basis.
    pub basis: &'static str,
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

/// One line of advice.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The rule.
    pub rule: &'static Rule,
    /// What is shown of it.
    pub status: Status,
    /// The question of a check-first; why it is withheld.
    pub question: Option<&'static str>,
    /// Whether the reader marked it as carried out.
    pub given: bool,
    /// Whether the reader marked it as not possible here.
    pub not_possible: bool,
    /// The answers that decided it.
    pub why: Vec<Why>,
    /// Its authority.
    pub authority: Authority,
    /// Where sources differ on it.
    pub disagreements: Vec<&'static Disagreement>,
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

/// The suspicion in words.
#[must_use]
pub const fn suspicion_text(suspicion: Suspicion) -> (&'static str, &'static str) {
    match suspicion {
        Suspicion::Suspected => (
            "Neuroleptic malignant syndrome suspected",
            "A trigger and at least one cardinal sign: act now, look for other causes in parallel.",
        ),
        Suspicion::Possible => (
            "Neuroleptic malignant syndrome possible",
            "At least two cardinal signs, the trigger not known: act as if suspected, and find the exposure.",
        ),
        Suspicion::Incomplete => {
            ("Not enough answered yet", "Unknown is not normal: the plan forms as answers come in.")
        }
        Suspicion::NotSupported => (
            "Not supported by the answers",
            "A cardinal sign, but neither a dopamine antagonist nor a withdrawal: other causes first. This does not exclude the syndrome.",
        ),
        Suspicion::NoSigns => (
            "No cardinal sign among the answers",
            "This describes the answers given; it does not exclude the syndrome.",
        ),
    }
}

/// The word for a grade at the start of a line.
#[must_use]
pub const fn grade_text(grade: Grade) -> &'static str {
    match grade {
        Grade::Mild => "Mild",
        Grade::Moderate => "Moderate",
        Grade::Severe => "Severe",
    }
}

const GROUPS: [(&str, &str); 7] = [
    ("now", "Do now"),
    ("avoid", "Avoid"),
    ("consider", "Consider"),
    ("monitor", "Monitor"),
    ("watch", "Watch for"),
    ("later", "After recovery"),
    ("know", "Good to know"),
];

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
    rules: &'static RuleSet,
    assessment: &Assessment,
    not_used: Vec<Problem>,
    unusual: Vec<Problem>,
    given: Given,
) -> Panel {
    let why = |reasons: &[Reason]| whys(rules, assessment, reasons);
    let (text, detail) = suspicion_text(assessment.suspicion);
    Panel {
        suspicion: Headline { text, detail, why: why(&assessment.suspicion_reasons) },
        state: assessment.suspicion,
        severity: severity_line(rules, assessment),
        higher_elsewhere: higher_elsewhere(assessment),
        groups: groups(rules, assessment),
        not_used,
        unusual,
        conflicts: assessment.conflicts.iter().map(|conflict| (conflict.problem, conflict.used)).collect(),
        missing: missing(rules, assessment),
        beyond: beyond::beyond(rules, assessment, given),
        unread: Vec::new(),
        news: news::News::default(),
    }
}

fn higher_elsewhere(assessment: &Assessment) -> Option<String> {
    let over_all = assessment.severity.over_all?;
    if assessment.scope == Scope::ArticleOnly && Some(over_all) > assessment.severity.grade {
        let text = format!(
            "By all sources together the grade is {}. The article alone grades lower: this view is for seeing what the source says, not for choosing how to treat.",
            over_all.id()
        );
        return Some(text);
    }
    None
}

fn severity_line(rules: &'static RuleSet, assessment: &Assessment) -> SeverityLine {
    let severity = &assessment.severity;
    let text = match severity.grade {
        None => "Severity: not known yet".to_string(),
        Some(grade) if severity.at_least => format!("At least {}", grade.id()),
        Some(grade) => grade_text(grade).to_string(),
    };
    let names: Vec<String> = severity.missing.iter().map(|index| describe::label(rules, *index).to_string()).collect();
    SeverityLine {
        grade: severity.grade,
        text,
        missing: names.join(", "),
        criteria: severity
            .met
            .iter()
            .map(|(row, reasons)| SeverityRow {
                label: row.label,
                basis: row.basis.id(),
                why: whys(rules, assessment, reasons),
                authority: authority(rules, &row.source),
            })
            .collect(),
    }
}

fn groups(rules: &'static RuleSet, assessment: &Assessment) -> Vec<Group> {
    let cards: Vec<Card> = assessment.plan().map(|verdict| card(rules, assessment, verdict)).collect();
    GROUPS
        .iter()
        .map(|&(id, title)| Group {
            id,
            title,
            cards: cards.iter().filter(|card| group_of(card.rule) == id).cloned().collect(),
        })
        .filter(|group| !group.cards.is_empty())
        .collect()
}

fn card(rules: &'static RuleSet, assessment: &Assessment, verdict: &Verdict) -> Card {
    let asks = verdict.pending == Some(Pending::Contraindication) || verdict.status == Status::Withheld;
    Card {
        rule: verdict.rule,
        status: verdict.status,
        question: asks.then_some(verdict.rule.question),
        given: verdict.given,
        not_possible: verdict.not_possible,
        why: whys(rules, assessment, &verdict.reasons),
        authority: authority(rules, &verdict.rule.source),
        disagreements: rules.disagreements.iter().filter(|row| row.rules.contains(&verdict.rule.id)).collect(),
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
pub fn whys(rules: &'static RuleSet, assessment: &Assessment, reasons: &[Reason]) -> Vec<Why> {
    let one = |reason: &Reason| Why {
        index: reason.finding,
        finding: describe::label(rules, reason.finding),
        answer: describe::answer(&assessment.answers, reason.finding),
        criterion: describe::reason(rules, reason),
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

/// The word beside a card's icon.
#[must_use]
pub const fn urgency_text(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Critical => "Critical",
        Urgency::Warning => "Important",
        Urgency::Info => "For information",
    }
}
