//! What was read from outside as JSON: `findings` as `assess` takes them, `used`, `notUsed`.

use serde::Serialize;
use serde::ser::{SerializeMap, SerializeStruct, Serializer};

use crate::data_in::{FromOutside, Given, NotUsed, Used};
use crate::engine::decimal::Decimal;
use crate::wording::outside::Outside;

/// What was read, ready to be serialised.
#[derive(Debug)]
pub struct OutsideJson<'a>(&'a FromOutside, &'static Outside);

/// What was read from outside in contract form, with its sentences in one language.
#[must_use]
pub const fn outside<'a>(read: &'a FromOutside, words: &'static Outside) -> OutsideJson<'a> {
    OutsideJson(read, words)
}

impl Serialize for OutsideJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(read, words) = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("findings", &Findings(&read.findings))?;
        map.serialize_entry("used", &read.used.iter().map(|row| Row(row, words)).collect::<Vec<_>>())?;
        map.serialize_entry("notUsed", &read.not_used.iter().map(|row| Left(row, words)).collect::<Vec<_>>())?;
        if let Some(counts) = read.counts {
            let counts = [
                ("observations", counts.observations),
                ("read", counts.read),
                ("notMapped", counts.not_mapped),
                ("drugsNotKnown", counts.drugs_not_known),
                ("conditionsNotMapped", counts.conditions_not_mapped),
                ("otherResources", counts.other_resources),
            ];
            for (name, count) in counts {
                map.serialize_entry(name, &count)?;
            }
        }
        map.end()
    }
}

pub(super) struct Findings<'a>(pub(super) &'a [(&'static str, Given)]);

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (finding, given) in self.0 {
            map.serialize_entry(finding, &Answer(given))?;
        }
        map.end()
    }
}

pub(super) struct Answer<'a>(pub(super) &'a Given);

impl Serialize for Answer<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let quantity = |serializer: S, name: &'static str, value: Decimal, unit: &str| {
            let mut fields = serializer.serialize_struct("quantity", 2)?;
            fields.serialize_field(name, &value.to_f64())?;
            fields.serialize_field("unit", unit)?;
            fields.end()
        };
        match self.0 {
            Given::Yes => serializer.serialize_bool(true),
            Given::No => serializer.serialize_bool(false),
            Given::Choice(id) => serializer.serialize_str(id),
            Given::Number { value, unit } => quantity(serializer, "value", *value, unit),
            Given::AtLeast { value, unit, above } => {
                quantity(serializer, if *above { "above" } else { "atLeast" }, *value, unit)
            }
            Given::AtMost { value, unit, below } => {
                quantity(serializer, if *below { "below" } else { "atMost" }, *value, unit)
            }
            Given::Names(names) => names.serialize(serializer),
            Given::Day(day) => serializer.serialize_str(day),
        }
    }
}

struct Row<'a>(&'a Used, &'static Outside);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(used, words) = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("finding", used.finding)?;
        map.serialize_entry("value", &Answer(&used.given))?;
        map.serialize_entry("sent", &used.sent)?;
        let known = [("code", &used.code), ("resource", &used.resource), ("time", &used.time)];
        for (name, value) in known.into_iter().filter_map(|(name, value)| Some((name, value.as_ref()?))) {
            map.serialize_entry(name, value)?;
        }
        map.serialize_entry("of", &used.of)?;
        if !used.why.is_empty() {
            let why = |remark: &crate::data_in::Remark| (remark.why.id(), remark.sentence(&words.whys));
            map.serialize_entry("why", &used.why.iter().map(|remark| Said(why(remark))).collect::<Vec<_>>())?;
        }
        map.serialize_entry("ticked", &used.ticked)?;
        map.end()
    }
}

/// An id with its sentence.
pub(super) struct Said(pub(super) (&'static str, String));

impl Serialize for Said {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("said", 2)?;
        fields.serialize_field("id", self.0.0)?;
        fields.serialize_field("message", &self.0.1)?;
        fields.end()
    }
}

struct Left<'a>(&'a NotUsed, &'static Outside);

impl Serialize for Left<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(left, words) = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("sent", &left.sent)?;
        if let Some(finding) = left.finding {
            map.serialize_entry("finding", finding)?;
        }
        let known = [("code", &left.code), ("resource", &left.resource), ("time", &left.time)];
        for (name, value) in known.into_iter().filter_map(|(name, value)| Some((name, value.as_ref()?))) {
            map.serialize_entry(name, value)?;
        }
        map.serialize_entry("of", &left.of)?;
        map.serialize_entry("reason", left.reason.id())?;
        map.serialize_entry("message", left.reason.text(&words.reasons))?;
        map.end()
    }
}
