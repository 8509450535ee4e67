//! The usable answers as JSON: the form in which `assess` takes them.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::engine::bound::Side;
use crate::engine::decimal::Decimal;
use crate::engine::describe;
use crate::engine::finding::{FindingIndex, FindingKind, Findings, Value};
use crate::engine::rule_set::RuleSet;

/// Findings, ready to be serialised: only what is known, in the order of the form.
#[derive(Debug)]
pub struct FindingsJson<'a>(&'static RuleSet, &'a Findings);

/// Findings in contract form.
#[must_use]
pub const fn findings<'a>(rules: &'static RuleSet, findings: &'a Findings) -> FindingsJson<'a> {
    FindingsJson(rules, findings)
}

/// A bound: one member, named by its side, in the stored unit.
struct Bound(Side, Decimal);

impl Serialize for Bound {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(self.0.id(), &self.1.to_f64())?;
        map.end()
    }
}

impl Serialize for FindingsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(rules, findings) = self;
        let mut map = serializer.serialize_map(None)?;
        for (position, finding) in rules.findings.iter().enumerate() {
            let value = u16::try_from(position).ok().and_then(|index| findings.get(FindingIndex(index)));
            match value {
                None => {}
                Some(Value::Boolean(value)) => map.serialize_entry(finding.id, &value)?,
                Some(Value::Choice(option)) => {
                    let id = finding.choices().get(usize::from(option)).map(|option| option.id);
                    map.serialize_entry(finding.id, &id)?;
                }
                Some(Value::Number(number)) => map.serialize_entry(finding.id, &number.to_f64())?,
                Some(Value::Between(low, high)) => {
                    let bound = finding.bound((low, high)).map(|(side, number)| Bound(side, number));
                    map.serialize_entry(finding.id, &bound)?;
                }
                Some(Value::Date(day)) => map.serialize_entry(finding.id, &describe::date(day))?,
                Some(Value::Rows(rows)) => {
                    let id = |row: usize| match finding.kind {
                        FindingKind::Rules => rules.rules.get(row).map(|rule| rule.id),
                        FindingKind::Agents
                        | FindingKind::Boolean
                        | FindingKind::Choice(_)
                        | FindingKind::Number(_)
                        | FindingKind::Date => rules.agents.get(row).map(|agent| agent.id),
                    };
                    map.serialize_entry(finding.id, &rows.iter().filter_map(id).collect::<Vec<_>>())?;
                }
            }
        }
        map.end()
    }
}
