//! The rule set as JSON (contract, section 7): everything that an independent engine needs to reach the same verdicts.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::engine::criterion::Criterion;
use crate::engine::decimal::Decimal;
use crate::engine::derived::Derivation;
use crate::engine::finding::{FindingIndex, FindingKind};
use crate::engine::rule_set::RuleSet;
use crate::engine::source::Source;

use super::tables::{TablesJson, tables};
use super::words::{
    AGENTS, BOUNDS, CHECK_FIRST, CHOICES, FOLDING, GRADES, KINDS, NUMBERS, ORDER, SCOPE, SUSPICION_TABLE,
};

/// The rule set, ready to be serialised.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleSetJson {
    id: &'static str,
    version: &'static str,
    reviewed: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    built: Option<String>,
    findings: Vec<FindingJson>,
    preprocessing: Preprocessing,
    derived: Vec<DerivedJson>,
    definitions: Vec<DefinitionJson>,
    severity: Vec<SeverityJson>,
    severity_domains: Vec<&'static str>,
    rules: Vec<RuleJson>,
    conflicts: Vec<ConflictJson>,
    statements: Vec<StatementJson>,
    citations: Vec<CitationJson>,
    agents: Vec<AgentJson>,
    disagreements: Vec<DisagreementJson>,
    notices: Vec<NoticeJson>,
    omissions: Vec<OmissionJson>,
    retired: Vec<RetiredJson>,
    aftercare_shown_if: Tree,
    #[serde(flatten)]
    tables: TablesJson,
}

/// Statements, citations, and what was read into them.
#[derive(Debug, Serialize)]
pub struct Authority {
    statements: &'static [&'static str],
    citations: &'static [&'static str],
    interpretation: &'static str,
}

impl From<Source> for Authority {
    fn from(source: Source) -> Self {
        Self { statements: source.statements, citations: source.citations, interpretation: source.interpretation }
    }
}

#[derive(Debug, Serialize)]
struct FindingJson {
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    group: &'static str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    choices: Vec<ChoiceJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    units: Vec<UnitJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plausible: Option<[f64; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hard: Option<[f64; 2]>,
    reason: &'static str,
    #[serde(flatten)]
    source: Authority,
}

#[derive(Debug, Serialize)]
struct ChoiceJson {
    id: &'static str,
    label: &'static str,
    /// The lowest and highest option that it may mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    spans: Option<[&'static str; 2]>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct UnitJson {
    code: &'static str,
    label: &'static str,
    numerator: i64,
    denominator: i64,
    offset: f64,
    per_weight: bool,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Preprocessing {
    agents: &'static str,
    suspicion: SuspicionJson,
    grades: &'static str,
    check_first: &'static str,
    scope: &'static str,
    numbers: &'static str,
    bounds: &'static str,
    choices: &'static str,
    order: &'static str,
    folding: &'static str,
    kinds: BTreeMap<&'static str, &'static str>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct SuspicionJson {
    exposure: Tree,
    withdrawal: Tree,
    signs: Vec<Tree>,
    rows: Vec<StateJson>,
    table: &'static str,
}

#[derive(Debug, Serialize)]
struct StateJson {
    state: &'static str,
    label: &'static str,
    basis: &'static str,
    when: Tree,
    #[serde(flatten)]
    source: Authority,
}

#[derive(Debug, Serialize)]
struct RetiredJson {
    id: &'static str,
    into: &'static [&'static str],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct FoldJson {
    under: &'static str,
    when: Tree,
    advised_only: bool,
}

#[derive(Debug, Serialize)]
struct DerivedJson {
    id: &'static str,
    label: &'static str,
    formula: &'static str,
    #[serde(flatten)]
    derivation: Formula,
    basis: &'static str,
    #[serde(flatten)]
    source: Authority,
}

#[derive(Debug, Serialize)]
struct DefinitionJson {
    id: &'static str,
    label: &'static str,
    basis: &'static str,
    when: Tree,
    #[serde(flatten)]
    source: Authority,
}

#[derive(Debug, Serialize)]
struct SeverityJson {
    id: &'static str,
    label: &'static str,
    grade: &'static str,
    basis: &'static str,
    when: Tree,
    #[serde(flatten)]
    source: Authority,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct RuleJson {
    id: &'static str,
    section: &'static str,
    kind: &'static str,
    urgency: &'static str,
    basis: &'static str,
    safety: bool,
    when: Tree,
    contraindicated_by: Tree,
    check_first_if: Tree,
    question: &'static str,
    headline: &'static str,
    text: &'static str,
    detail: &'static str,
    beyond: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    article_text: &'static str,
    folds_under: Vec<FoldJson>,
    #[serde(flatten)]
    source: Authority,
}

#[derive(Debug, Serialize)]
struct ConflictJson {
    findings: Vec<&'static str>,
    when: Tree,
    problem: &'static str,
    used: &'static str,
}

#[derive(Debug, Serialize)]
struct StatementJson {
    id: &'static str,
    kind: &'static str,
    text: &'static str,
    refs: &'static [u8],
}

#[derive(Debug, Serialize)]
struct CitationJson {
    id: &'static str,
    text: &'static str,
    url: Option<&'static str>,
    checked: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "the columns of a table")]
struct AgentJson {
    id: &'static str,
    class: &'static str,
    group: &'static str,
    brands: &'static [&'static str],
    long_acting: bool,
    reported: bool,
    implies_exposure: bool,
    depot_only: bool,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct DisagreementJson {
    id: &'static str,
    question: &'static str,
    one: &'static str,
    other: &'static str,
    shown_as: &'static str,
    rules: &'static [&'static str],
    #[serde(flatten)]
    source: Authority,
}

#[derive(Debug, Serialize)]
struct NoticeJson {
    id: &'static str,
    label: &'static str,
    text: &'static str,
    statements: &'static [&'static str],
}

#[derive(Debug, Serialize)]
struct OmissionJson {
    statement: &'static str,
    reason: &'static str,
}

/// A criterion as a tree of the contract's nodes.
#[derive(Debug)]
pub struct Tree(&'static RuleSet, Criterion);

impl Tree {
    pub(super) const fn new(rules: &'static RuleSet, criterion: Criterion) -> Self {
        Self(rules, criterion)
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(rules, criterion) = *self;
        let id = |index| rules.finding_id(index);
        let option = |index: FindingIndex, position: u8| {
            rules
                .finding(index)
                .and_then(|finding| finding.choices().get(usize::from(position)))
                .map_or("", |option| option.id)
        };
        let trees = |parts: &'static [Criterion]| parts.iter().map(|part| Tree(rules, *part)).collect::<Vec<_>>();
        let number = |index, limit: Decimal| (id(index), Number(limit));
        let mut map = serializer.serialize_map(Some(1))?;
        match criterion {
            Criterion::All([]) => map.serialize_entry("always", &true)?,
            Criterion::Present(index) => map.serialize_entry("present", id(index))?,
            Criterion::Absent(index) => map.serialize_entry("absent", id(index))?,
            Criterion::Is(index, position) => map.serialize_entry("is", &(id(index), option(index, position)))?,
            Criterion::AtLeastGrade(index, position) => {
                map.serialize_entry("atLeastGrade", &(id(index), option(index, position)))?;
            }
            Criterion::Above(index, limit) => map.serialize_entry("above", &number(index, limit))?,
            Criterion::AtLeast(index, limit) => map.serialize_entry("atLeast", &number(index, limit))?,
            Criterion::Below(index, limit) => map.serialize_entry("below", &number(index, limit))?,
            Criterion::AtMost(index, limit) => map.serialize_entry("atMost", &number(index, limit))?,
            Criterion::All(parts) => map.serialize_entry("all", &trees(parts))?,
            Criterion::Any(parts) => map.serialize_entry("any", &trees(parts))?,
            Criterion::Not(part) => map.serialize_entry("not", &Tree(rules, *part))?,
            Criterion::AtLeastOf(wanted, parts) => map.serialize_entry("atLeastOf", &(wanted, trees(parts)))?,
            Criterion::Definition(position) => {
                let name = rules.definitions.get(usize::from(position)).map_or("", |definition| definition.id);
                map.serialize_entry("definition", name)?;
            }
        }
        map.end()
    }
}

/// A threshold: whole numbers without a decimal point, as the tables have them.
#[derive(Debug)]
struct Number(Decimal);

impl Serialize for Number {
    #[expect(clippy::cast_possible_truncation, reason = "only whole numbers of a table are cast")]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let float = self.0.to_f64();
        if float.fract() == 0.0 { serializer.serialize_i64(float as i64) } else { serializer.serialize_f64(float) }
    }
}

/// A derivation as one entry: `{"ratio":[a,b]}`.
#[derive(Debug)]
struct Formula(&'static RuleSet, Derivation);

impl Serialize for Formula {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(rules, derivation) = *self;
        let pair = |one, other| [rules.finding_id(one), rules.finding_id(other)];
        let tree = |criterion: &Criterion| Tree(rules, *criterion);
        let mut map = serializer.serialize_map(Some(1))?;
        match derivation {
            Derivation::Ratio(one, other) => map.serialize_entry("ratio", &pair(one, other))?,
            Derivation::PercentAbove(one, other) => map.serialize_entry("percentAbove", &pair(one, other))?,
            Derivation::Difference(one, other) => map.serialize_entry("difference", &pair(one, other))?,
            Derivation::MeanPressure(one, other) => map.serialize_entry("meanPressure", &pair(one, other))?,
            Derivation::Names(list, agent) => map.serialize_entry("names", &(rules.finding_id(list), agent))?,
            Derivation::ScoreKnown => map.serialize_entry("scoreKnown", rules.beyond.score.id)?,
            Derivation::ScorePossible => map.serialize_entry("scorePossible", rules.beyond.score.id)?,
            Derivation::ListsAntagonist(list) => map.serialize_entry("listsAntagonist", rules.finding_id(list))?,
            Derivation::Alternatives(ways) => {
                map.serialize_entry("alternatives", &ways.iter().map(tree).collect::<Vec<_>>())?;
            }
            Derivation::RaisedBy(main, raise) => map.serialize_entry("raisedBy", &[tree(main), tree(raise)])?,
            Derivation::NotRuledOut(criterion) => map.serialize_entry("notRuledOut", &tree(criterion))?,
            Derivation::Established(criterion) => map.serialize_entry("established", &tree(criterion))?,
            Derivation::IfAnswered(criterion) => map.serialize_entry("ifAnswered", &tree(criterion))?,
            Derivation::Limited(main, no_if, open_if) => {
                map.serialize_entry("limited", &[tree(main), tree(no_if), tree(open_if)])?;
            }
            Derivation::ListsDepot(list) => map.serialize_entry("listsDepot", rules.finding_id(list))?,
            Derivation::ListsDopaminergic(lists) => {
                let ids = lists.iter().map(|list| rules.finding_id(*list)).collect::<Vec<_>>();
                map.serialize_entry("listsDopaminergic", &ids)?;
            }
            Derivation::ToCheck => map.serialize_entry("toCheck", &true)?,
            Derivation::GradeOverAll(grade) => map.serialize_entry("gradeOverAll", grade.id())?,
            Derivation::Suspected => map.serialize_entry("suspected", &true)?,
            Derivation::GradeAtLeast(grade) => map.serialize_entry("gradeAtLeast", grade.id())?,
        }
        map.end()
    }
}

impl RuleSetJson {
    /// The same, of a build of this day, as `YYYY-MM-DD`.
    #[must_use]
    pub fn built_on(mut self, day: String) -> Self {
        self.built = Some(day);
        self
    }
}

/// The rule set as the contract has it.
#[must_use]
#[expect(
    clippy::too_many_lines,
    reason = "one table after the other, each a plain mapping; splitting would hide the list"
)]
pub fn rule_set(rules: &'static RuleSet) -> RuleSetJson {
    let tree = |criterion: &Criterion| Tree(rules, *criterion);
    RuleSetJson {
        id: rules.id,
        version: rules.version,
        reviewed: rules.reviewed,
        built: crate::release::this().built_on(),
        findings: rules.findings.iter().map(finding).collect(),
        preprocessing: Preprocessing {
            agents: AGENTS,
            suspicion: SuspicionJson {
                exposure: tree(&rules.suspicion.exposure),
                withdrawal: tree(&rules.suspicion.withdrawal),
                signs: rules.suspicion.signs.iter().map(tree).collect(),
                rows: rules
                    .suspicion
                    .rows
                    .iter()
                    .map(|row| StateJson {
                        state: row.state.id(),
                        label: row.label,
                        basis: row.basis.id(),
                        when: tree(&row.when),
                        source: row.source.into(),
                    })
                    .collect(),
                table: SUSPICION_TABLE,
            },
            grades: GRADES,
            check_first: CHECK_FIRST,
            scope: SCOPE,
            numbers: NUMBERS,
            bounds: BOUNDS,
            choices: CHOICES,
            order: ORDER,
            folding: FOLDING,
            kinds: KINDS.iter().copied().collect(),
        },
        derived: rules
            .derived
            .iter()
            .map(|row| DerivedJson {
                id: row.id,
                label: row.label,
                formula: row.formula,
                derivation: Formula(rules, row.derivation),
                basis: row.basis.id(),
                source: row.source.into(),
            })
            .collect(),
        definitions: rules
            .definitions
            .iter()
            .map(|row| DefinitionJson {
                id: row.id,
                label: row.label,
                basis: row.basis.id(),
                when: tree(&row.when),
                source: row.source.into(),
            })
            .collect(),
        severity: rules
            .severity
            .iter()
            .map(|row| SeverityJson {
                id: row.id,
                label: row.label,
                grade: row.grade.id(),
                basis: row.basis.id(),
                when: tree(&row.when),
                source: row.source.into(),
            })
            .collect(),
        severity_domains: rules.severity_domains.iter().map(|index| rules.finding_id(*index)).collect(),
        rules: rules.rules.iter().map(|row| rule(rules, row)).collect(),
        conflicts: rules
            .conflicts
            .iter()
            .map(|row| ConflictJson {
                findings: row.findings.iter().map(|index| rules.finding_id(*index)).collect(),
                when: tree(&row.when),
                problem: row.problem,
                used: row.used,
            })
            .collect(),
        statements: rules
            .statements
            .iter()
            .map(|row| StatementJson { id: row.id, kind: row.kind, text: row.text, refs: row.refs })
            .collect(),
        citations: rules
            .citations
            .iter()
            .map(|row| CitationJson { id: row.id, text: row.text, url: row.url, checked: row.checked.label() })
            .collect(),
        agents: rules
            .agents
            .iter()
            .map(|row| AgentJson {
                id: row.id,
                class: row.class.label(),
                group: row.group,
                brands: row.brands,
                long_acting: row.long_acting,
                reported: row.reported,
                implies_exposure: row.class.implies_exposure(),
                depot_only: row.depot_only,
            })
            .collect(),
        disagreements: rules
            .disagreements
            .iter()
            .map(|row| DisagreementJson {
                id: row.id,
                question: row.question,
                one: row.one,
                other: row.other,
                shown_as: row.shown_as,
                rules: row.rules,
                source: row.source.into(),
            })
            .collect(),
        notices: rules
            .notices
            .iter()
            .map(|row| NoticeJson { id: row.id, label: row.label, text: row.text, statements: row.statements })
            .collect(),
        omissions: rules
            .omissions
            .iter()
            .map(|row| OmissionJson { statement: row.statement, reason: row.reason })
            .collect(),
        retired: rules.retired.iter().map(|row| RetiredJson { id: row.id, into: row.into }).collect(),
        aftercare_shown_if: tree(&rules.aftercare_shown_if),
        tables: tables(rules),
    }
}

fn rule(rules: &'static RuleSet, row: &crate::engine::rule::Rule) -> RuleJson {
    RuleJson {
        id: row.id,
        section: row.section.id(),
        kind: row.kind.id(),
        urgency: row.urgency.id(),
        basis: row.basis.id(),
        safety: row.safety,
        when: Tree(rules, row.when),
        contraindicated_by: Tree(rules, row.contraindicated_by),
        check_first_if: Tree(rules, row.check_first_if),
        question: row.question,
        headline: row.headline,
        text: row.text,
        detail: row.detail,
        beyond: row.beyond,
        article_text: row.article_text,
        folds_under: row
            .folds_under
            .iter()
            .map(|fold| FoldJson { under: fold.under, when: Tree(rules, fold.when), advised_only: fold.advised_only })
            .collect(),
        source: row.source.into(),
    }
}

fn finding(row: &crate::engine::finding::Finding) -> FindingJson {
    let ends = |(low, high): (Decimal, Decimal)| [low.to_f64(), high.to_f64()];
    let (kind, quantity) = match row.kind {
        FindingKind::Boolean => ("boolean", None),
        FindingKind::Choice(_) => ("choice", None),
        FindingKind::Number(quantity) => ("number", Some(quantity)),
        FindingKind::Date => ("date", None),
        FindingKind::Agents => ("agents", None),
        FindingKind::Rules => ("rules", None),
    };
    let name = |position: u8| row.choices().get(usize::from(position)).map_or("", |option| option.id);
    FindingJson {
        id: row.id,
        label: row.label,
        hint: row.hint,
        group: row.group.id(),
        kind,
        choices: row
            .choices()
            .iter()
            .map(|option| ChoiceJson {
                id: option.id,
                label: option.label,
                spans: option.spans.map(|(low, high)| [name(low), name(high)]),
            })
            .collect(),
        units: quantity.map_or_else(Vec::new, |quantity| {
            let unit = |unit: &crate::engine::unit::Unit| UnitJson {
                code: unit.code,
                label: unit.label,
                numerator: unit.numerator,
                denominator: unit.denominator,
                offset: unit.offset.to_f64(),
                per_weight: unit.per_weight,
            };
            quantity.units.iter().map(unit).collect()
        }),
        plausible: quantity.map(|quantity| ends(quantity.plausible)),
        hard: quantity.map(|quantity| ends(quantity.hard)),
        reason: row.reason,
        source: row.source.into(),
    }
}
