//! What was made of a typed or pasted text, as JSON.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::outside::{Answer, Findings, Said};
use crate::data_in::text::{FromText, Left, Read};
use crate::wording::Words;
use crate::wording::line::{self, Line};

/// A text that was read, in the words of a language.
pub struct LineJson<'a>(&'a FromText, &'static Line);

/// The JSON of a text that was read.
#[must_use]
pub fn line<'a>(read: &'a FromText, words: &Words) -> LineJson<'a> {
    LineJson(read, line::of(words))
}

impl<'a> LineJson<'a> {
    /// The same in words that are at hand, for a program that holds no others.
    #[must_use]
    pub const fn of(read: &'a FromText, words: &'static Line) -> Self {
        Self(read, words)
    }
}

impl Serialize for LineJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(read, words) = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("findings", &Findings(&read.findings))?;
        map.serialize_entry("used", &read.used.iter().map(|row| Row(row, words)).collect::<Vec<_>>())?;
        map.serialize_entry("notUsed", &read.not_used.iter().map(|row| Rest(row, words)).collect::<Vec<_>>())?;
        map.end()
    }
}

struct Row<'a>(&'a Read, &'static Line);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(read, words) = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("finding", read.finding)?;
        map.serialize_entry("value", &Answer(&read.given))?;
        map.serialize_entry("sent", &read.sent)?;
        map.serialize_entry("from", &read.from)?;
        map.serialize_entry("to", &read.to)?;
        map.serialize_entry("of", &read.of)?;
        if !read.why.is_empty() {
            let said = read.why.iter().map(|remark| Said((remark.why.id(), remark.sentence(&words.whys))));
            map.serialize_entry("why", &said.collect::<Vec<_>>())?;
        }
        if !read.ask.is_empty() {
            map.serialize_entry("ask", &read.ask)?;
        }
        map.serialize_entry("ticked", &read.ticked)?;
        map.end()
    }
}

struct Rest<'a>(&'a Left, &'static Line);

impl Serialize for Rest<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(left, words) = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("sent", &left.sent)?;
        map.serialize_entry("from", &left.from)?;
        map.serialize_entry("to", &left.to)?;
        if let Some(finding) = left.finding {
            map.serialize_entry("finding", finding)?;
        }
        map.serialize_entry("reason", left.reason.id())?;
        map.serialize_entry("message", left.reason.text(&words.reasons))?;
        map.end()
    }
}
