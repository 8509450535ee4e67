//! What a screen reader gets of a part of the page: Chromium's accessibility tree, written down in the order of reading.
//!
//! Only what the standards name is kept (roles, names, descriptions, levels, states), so that another version of Chromium
//! writes the same lines.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::WebDriver;

/// What only groups, unless it has a name: a reader hears nothing of it. The last four are a `details` and a footer that
/// is no landmark, which Chromium has called by several names.
const SILENT: [&str; 14] = [
    "generic",
    "none",
    "LabelText",
    "strong",
    "emphasis",
    "Abbr",
    "code",
    "mark",
    "time",
    "rowgroup",
    "group",
    "Details",
    "sectionfooter",
    "FooterAsNonLandmark",
];
/// Parts of a text, which its own node has whole.
const PARTS: [&str; 3] = ["InlineTextBox", "LineBreak", "ListMarker"];
/// What is read as one: its children are no stops of their own.
const WHOLE: [&str; 7] = ["button", "checkbox", "radio", "option", "image", "textbox", "separator"];
/// The states that are told, in this order.
const STATES: [&str; 10] =
    ["level", "expanded", "pressed", "checked", "selected", "disabled", "required", "invalid", "busy", "hasPopup"];

/// What a screen reader gets of the element that a script expression names, a line for each stop.
///
/// # Errors
/// If the browser is not Chromium, or the expression names no element.
pub async fn reading(driver: &WebDriver, expression: &str) -> Result<String> {
    let cdp = driver.cdp();
    let found = cdp.send_raw("Runtime.evaluate", json!({ "expression": expression })).await?;
    let object = found.pointer("/result/objectId").with_context(|| format!("{expression} is nothing: {found}"))?;
    let described = cdp.send_raw("DOM.describeNode", json!({ "objectId": object })).await?;
    let id = described.pointer("/node/backendNodeId").context("the element has no id")?;
    let tree = cdp.send_raw("Accessibility.getFullAXTree", json!({})).await?;
    let nodes = tree.get("nodes").and_then(Value::as_array).context("there is no tree")?;
    let by_id = nodes.iter().filter_map(|node| Some((node.get("nodeId")?.as_str()?, node))).collect();
    let tree = Tree { by_id };
    let root = nodes.iter().find(|node| node.get("backendDOMNodeId") == Some(id));
    let root = root.with_context(|| format!("{expression} is not in the tree"))?;
    let mut lines = Vec::new();
    tree.write(root, 0, &mut lines);
    ensure!(lines.len() > 1, "a screen reader gets nothing of {expression}");
    Ok(lines.join("\n") + "\n")
}

struct Tree<'a> {
    by_id: BTreeMap<&'a str, &'a Value>,
}

/// One thing in a reader's way.
enum Stop<'a> {
    /// Texts that follow each other, run by run.
    Text(Vec<&'a str>),
    Node(&'a Value),
}

impl<'a> Tree<'a> {
    fn children(&self, node: &'a Value) -> Vec<&'a Value> {
        let ids = node.get("childIds").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        ids.filter_map(|id| self.by_id.get(id).copied()).collect()
    }

    /// What lies below a node, without what is silent.
    fn stops(&self, node: &'a Value, stops: &mut Vec<Stop<'a>>) {
        for child in self.children(node) {
            let role = role(child);
            if PARTS.contains(&role) || (role == "StaticText" && text(child, "name").trim().is_empty()) {
                continue;
            }
            if child.get("ignored") == Some(&Value::Bool(true))
                || (SILENT.contains(&role) && text(child, "name").is_empty())
            {
                self.stops(child, stops);
            } else if role == "StaticText" {
                match stops.last_mut() {
                    Some(Stop::Text(runs)) => runs.push(text(child, "name")),
                    _ => stops.push(Stop::Text(vec![text(child, "name")])),
                }
            } else {
                stops.push(Stop::Node(child));
            }
        }
    }

    fn write(&self, node: &'a Value, depth: usize, lines: &mut Vec<String>) {
        let mut stops = Vec::new();
        self.stops(node, &mut stops);
        let mut words = head(node);
        // a name that is made of the content is not read twice
        if WHOLE.contains(&role(node)) {
            stops.clear();
        } else if let [Stop::Text(runs)] = stops.as_slice() {
            if squeezed(&runs.concat()) != squeezed(text(node, "name")) {
                words.extend(quoted(runs));
            }
            stops.clear();
        } else if !text(node, "name").is_empty() && squeezed(&self.spoken(node)) == squeezed(text(node, "name")) {
            stops.retain(|stop| matches!(stop, Stop::Node(_)));
        }
        lines.push(format!("{}{}", "  ".repeat(depth), words.join(" ")));
        for stop in stops {
            match stop {
                Stop::Text(runs) => lines.push(format!("{}text {}", "  ".repeat(depth + 1), quoted(&runs).join(" "))),
                Stop::Node(child) => self.write(child, depth + 1, lines),
            }
        }
    }

    /// Every text below a node.
    fn spoken(&self, node: &'a Value) -> String {
        let mut stops = Vec::new();
        self.stops(node, &mut stops);
        let said = stops.into_iter().map(|stop| match stop {
            Stop::Text(runs) => runs.concat(),
            Stop::Node(child) => self.spoken(child),
        });
        said.collect()
    }
}

/// Role, name, states, value and description of a node.
fn head(node: &Value) -> Vec<String> {
    let (name, value, description) = (text(node, "name"), text(node, "value"), text(node, "description"));
    let role = match role(node) {
        // a summary, which Chromium has two names for
        role if role.starts_with("DisclosureTriangle") => "disclosure",
        role => role,
    };
    let mut words = vec![role.to_string()];
    words.extend(quoted(&[name]));
    words.extend(states(node));
    if !value.is_empty() {
        words.push(format!("value \"{value}\""));
    }
    if !description.is_empty() && description != name {
        words.push(format!("described \"{description}\""));
    }
    words
}

/// The states that are told.
fn states(node: &Value) -> Vec<String> {
    let all = node.get("properties").and_then(Value::as_array).into_iter().flatten();
    let all: BTreeMap<&str, &Value> =
        all.filter_map(|state| Some((state.get("name")?.as_str()?, state.pointer("/value/value")?))).collect();
    let told = STATES.into_iter().filter_map(|name| {
        let state = all.get(name)?;
        let said = state.as_str().map_or_else(|| state.to_string(), str::to_string);
        // where it says no, only what can be opened, pressed or checked says so
        let worth = said != "false" || ["expanded", "pressed", "checked"].contains(&name);
        // lists have a level too, which nobody hears
        let heard = name != "level" || role(node) == "heading";
        (worth && heard).then(|| format!("{name}={said}"))
    });
    told.collect()
}

fn role(node: &Value) -> &str {
    node.pointer("/role/value").and_then(Value::as_str).unwrap_or("none")
}

fn text<'a>(node: &'a Value, part: &str) -> &'a str {
    node.get(part).and_then(|part| part.get("value")).and_then(Value::as_str).unwrap_or_default()
}

fn quoted(runs: &[&str]) -> Vec<String> {
    runs.iter().map(|run| run.trim()).filter(|run| !run.is_empty()).map(|run| format!("\"{run}\"")).collect()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
