//! What editors read of the element, from the one manifest that is written by hand.

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::dist::text;

/// The element as `www/custom-elements.json` describes it.
///
/// # Errors
/// If it cannot be read, or names no element.
pub fn element() -> Result<Value> {
    let manifest: Value = serde_json::from_str(&text("www/custom-elements.json")?)?;
    manifest.pointer("/modules/0/declarations/0").cloned().context("custom-elements.json names no element")
}

/// The rows of a table of the manifest.
///
/// # Errors
/// If it has no such table.
pub fn rows<'a>(element: &'a Value, key: &str) -> Result<&'a [Value]> {
    let rows = element.get(key).and_then(Value::as_array);
    rows.map(Vec::as_slice).with_context(|| format!("no {key} in the manifest"))
}

/// A text of a row; empty where it has none.
#[must_use]
pub fn said<'a>(row: &'a Value, pointer: &str) -> &'a str {
    row.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

/// The words that an attribute takes, where these are all it takes.
fn words(row: &Value) -> Vec<&str> {
    let parts = said(row, "/type/text").split(" | ");
    let words: Option<Vec<&str>> =
        parts.map(|part| part.strip_prefix('\'').and_then(|part| part.strip_suffix('\''))).collect();
    words.unwrap_or_default()
}

/// Custom data of VS Code: the element and its attributes.
///
/// # Errors
/// If the manifest lacks a table.
pub fn html_custom_data(element: &Value) -> Result<Value> {
    let attributes = rows(element, "attributes")?.iter().map(|row| {
        let values: Vec<Value> = words(row).into_iter().map(|name| json!({ "name": name })).collect();
        let mut attribute = json!({ "name": said(row, "/name"), "description": marked(said(row, "/description")) });
        if let Some(attribute) = attribute.as_object_mut() {
            if !values.is_empty() {
                attribute.insert("values".into(), values.into());
            } else if said(row, "/type/text") == "boolean" {
                // written by its name alone
                attribute.insert("valueSet".into(), "v".into());
            }
        }
        attribute
    });
    let attributes: Vec<Value> = attributes.collect();
    let description = marked(said(element, "/description"));
    Ok(
        json!({ "version": 1.1, "tags": [{ "name": said(element, "/tagName"), "description": description, "attributes": attributes }] }),
    )
}

fn marked(text: &str) -> Value {
    json!({ "kind": "markdown", "value": text })
}

/// Web types of the editors of `JetBrains`: the element with everything.
///
/// # Errors
/// If the manifest lacks a table.
pub fn web_types(element: &Value) -> Result<Value> {
    let named = |row: &Value| json!({ "name": said(row, "/name"), "description": said(row, "/description") });
    let listed = |key: &str| -> Result<Vec<Value>> { Ok(rows(element, key)?.iter().map(named).collect()) };
    let attributes: Vec<Value> = rows(element, "attributes")?.iter().map(attribute).collect();
    let fields = rows(element, "members")?.iter().filter(|row| said(row, "/kind") == "field");
    let properties: Vec<Value> = fields.map(|row| {
        let readonly = row.get("readonly").and_then(Value::as_bool).unwrap_or_default();
        json!({ "name": said(row, "/name"), "description": said(row, "/description"), "type": said(row, "/type/text"), "read-only": readonly })
    }).collect();
    let events = rows(element, "events")?.iter().map(|row| json!({ "name": said(row, "/name"), "description": said(row, "/description"), "type": said(row, "/type/text") }));
    let events: Vec<Value> = events.collect();
    Ok(json!({
        "$schema": "https://json.schemastore.org/web-types",
        "name": "nms-advisor",
        "version": env!("CARGO_PKG_VERSION"),
        "description-markup": "markdown",
        "js-types-syntax": "typescript",
        "contributions": { "html": { "elements": [{
            "name": said(element, "/tagName"),
            "description": said(element, "/description"),
            "attributes": attributes,
            "slots": listed("slots")?,
            "js": { "properties": properties, "events": events },
            "css": { "properties": listed("cssProperties")?, "parts": listed("cssParts")? },
        }] } },
    }))
}

fn attribute(row: &Value) -> Value {
    let kind = said(row, "/type/text");
    let value =
        if kind == "boolean" { json!({ "kind": "no-value" }) } else { json!({ "kind": "plain", "type": kind }) };
    json!({ "name": said(row, "/name"), "description": said(row, "/description"), "value": value, "default": said(row, "/default") })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops by panicking")]

    use super::*;

    fn named<'a>(rows: &'a Value, name: &str) -> &'a Value {
        rows.as_array().unwrap().iter().find(|row| said(row, "/name") == name).unwrap()
    }

    #[test]
    fn vs_code_knows_each_attribute_and_the_words_it_takes() {
        let element = element().unwrap();
        let data = html_custom_data(&element).unwrap();
        let attributes = data.pointer("/tags/0/attributes").unwrap();
        assert_eq!(attributes.as_array().unwrap().len(), rows(&element, "attributes").unwrap().len());
        let theme = named(attributes, "theme");
        assert_eq!(theme.get("values"), Some(&json!([{ "name": "auto" }, { "name": "light" }, { "name": "dark" }])));
        assert!(named(attributes, "findings").get("values").is_none());
        assert_eq!(said(named(attributes, "room"), "/valueSet"), "v");
    }

    #[test]
    fn jetbrains_knows_everything_that_the_manifest_has() {
        let element = element().unwrap();
        let types = web_types(&element).unwrap();
        let one = types.pointer("/contributions/html/elements/0").unwrap();
        for (pointer, key) in [
            ("/attributes", "attributes"),
            ("/slots", "slots"),
            ("/js/events", "events"),
            ("/css/properties", "cssProperties"),
            ("/css/parts", "cssParts"),
        ] {
            let (found, told) = (one.pointer(pointer).unwrap(), rows(&element, key).unwrap());
            assert_eq!(found.as_array().unwrap().len(), told.len(), "{key}");
        }
        assert_eq!(named(one.pointer("/js/properties").unwrap(), "assessment").get("read-only"), Some(&json!(true)));
    }
}
