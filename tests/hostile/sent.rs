//! A text into what a host page may send, so that an input of the fuzzer can be read by people: one entry a line, `key=value`;
//! a line that begins with `?` is an option.
//!
//! A value is nothing, `true`, `false`, a number, `"text`, `[one,another]`, `{value,unit}`, `(atLeast 5,unit)` with as many
//! members as stand there, `!` for what is none of these, and otherwise a text.

use nms_advisor::answer::Sent;
use nms_advisor::engine::bound::Side;

/// Deeper than the JavaScript boundary ever looks.
const DEEPEST: usize = 4;

/// Entries as a plain object has them: no key twice.
pub(crate) type Entries = Vec<(String, Sent)>;

/// The findings and the options that a text stands for.
pub(crate) fn call(text: &str) -> (Entries, Entries) {
    let (mut findings, mut options) = (Entries::new(), Entries::new());
    for line in text.split('\n').take(200).filter(|line| !line.is_empty()) {
        let (list, line) = line.strip_prefix('?').map_or((&mut findings, line), |rest| (&mut options, rest));
        let (key, value) = line.split_once('=').unwrap_or((line, "!"));
        list.retain(|(other, _)| other != key);
        list.push((key.into(), sent(value, 0)));
    }
    (findings, options)
}

fn sent(text: &str, depth: usize) -> Sent {
    let inside = |open: char, close: char| text.strip_prefix(open).map(|rest| rest.strip_suffix(close).unwrap_or(rest));
    match text {
        "" => return Sent::Nothing,
        "true" | "false" => return Sent::Boolean(text == "true"),
        _ if depth > DEEPEST || text == "!" => return Sent::Other("a nested value".into()),
        _ => {}
    }
    if let Some(text) = text.strip_prefix('"') {
        return Sent::Text(text.into());
    }
    if let Some(entries) = inside('[', ']') {
        let parts = if entries.is_empty() { Vec::new() } else { parts(entries) };
        return Sent::List(parts.into_iter().map(|part| sent(part, depth + 1)).collect());
    }
    if let Some(pair) = inside('{', '}') {
        let parts = parts(pair);
        let part = |at: usize| parts.get(at).map_or(Sent::Nothing, |part| sent(part, depth + 1));
        return Sent::Quantity(Box::new(part(0)), Box::new(part(1)));
    }
    if let Some(members) = inside('(', ')') {
        let (mut numbers, mut unit) = (Vec::new(), Sent::Nothing);
        for part in parts(members) {
            let (name, value) = part.split_once(' ').unwrap_or((part, ""));
            match Side::ALL.map(Side::id).into_iter().chain(["value"]).find(|member| *member == name) {
                Some(member) => numbers.push((member, sent(value, depth + 1))),
                None => unit = sent(part, depth + 1),
            }
        }
        return Sent::measured(numbers, unit);
    }
    text.parse().map_or_else(|_| Sent::Text(text.into()), Sent::Number)
}

/// The parts between commas that stand in no inner bracket.
fn parts(text: &str) -> Vec<&str> {
    let mut depth = 0_i32;
    text.split(|letter| {
        match letter {
            '[' | '{' | '(' => depth += 1,
            ']' | '}' | ')' => depth -= 1,
            _ => {}
        }
        letter == ',' && depth <= 0
    })
    .collect()
}

/// Entries, borrowed as the reader takes them.
pub(crate) fn borrowed(entries: &Entries) -> impl Iterator<Item = (&str, Sent)> {
    entries.iter().map(|(key, sent)| (key.as_str(), sent.clone()))
}

/// The same entries, the last one first.
pub(crate) fn reversed(entries: &Entries) -> Entries {
    entries.iter().rev().cloned().collect()
}
