//! The case as a note to copy: plain text, Markdown, or SBAR. Pure; the host page adds the time.

use std::fmt::Write as _;

use crate::engine::assessment::{Status, assess};
use crate::engine::describe;
use crate::engine::finding::{FindingIndex, FindingKind, Value};
use crate::engine::rule::Kind;
use crate::engine::rule_set::RuleSet;
use crate::panel::beyond::LookAlikeView;
use crate::panel::{Panel, Why, panel};
use crate::session::Session;

/// The note in `format` (`text`, `markdown` or `sbar`); `None` for any other format.
#[must_use]
pub fn note(rules: &'static RuleSet, session: &Session, format: &str) -> Option<String> {
    let titles = match format {
        "text" | "markdown" => ["Findings", "Suspicion and severity", "Plan", "Not known yet"],
        "sbar" => ["Situation", "Background", "Assessment", "Recommendation"],
        _ => return None,
    };
    let parts = if format == "sbar" { sbar(rules, session) } else { parts(rules, session) };
    let mut note = String::new();
    for (title, lines) in titles.iter().zip(parts) {
        section(&mut note, title, &lines, format == "markdown");
    }
    let _ = write!(note, "{}", footer(rules));
    Some(note)
}

/// The note in four parts: findings, suspicion and severity, plan, what is not known yet. Also what a print begins with.
#[must_use]
pub fn parts(rules: &'static RuleSet, session: &Session) -> [Vec<String>; 4] {
    let reading = session.read(rules);
    let result = assess(rules, &reading.findings, session.scope);
    let shown = panel(rules, &result, reading.issues, reading.unusual, session.given());
    let missing = shown.missing.iter().map(|row| row.finding.to_string()).collect();
    [answered(rules, session), state(&shown), plan(&shown), missing]
}

fn sbar(rules: &'static RuleSet, session: &Session) -> [Vec<String>; 4] {
    let [answers, state, plan, missing] = parts(rules, session);
    let open = missing.iter().map(|name| format!("Not known: {name}"));
    let assessed = state.iter().skip(1).cloned().chain(open).collect();
    [state.into_iter().take(1).collect(), answers, assessed, plan]
}

fn section(note: &mut String, title: &str, lines: &[String], markdown: bool) {
    let (lead, bullet) = if markdown { ("## ", "- ") } else { ("", "- ") };
    let _ = writeln!(note, "{lead}{title}\n");
    if lines.is_empty() {
        let _ = writeln!(note, "{bullet}none");
    }
    for line in lines {
        let _ = writeln!(note, "{bullet}{line}");
    }
    note.push('\n');
}

/// Every answer in use, in the order of the form.
fn answered(rules: &'static RuleSet, session: &Session) -> Vec<String> {
    let reading = session.read(rules);
    let answers = crate::engine::assessment::answers(rules, &reading.findings, session.scope);
    let line = |(position, finding): (usize, &crate::engine::finding::Finding)| {
        let index = FindingIndex(u16::try_from(position).ok()?);
        let known = matches!(reading.findings.get(index), Some(value) if !matches!((finding.kind, value), (FindingKind::Rules, Value::Rows(_))));
        known.then(|| format!("{}: {}", finding.label, describe::answer(&answers, index)))
    };
    rules.findings.iter().enumerate().filter_map(line).collect()
}

fn state(panel: &Panel) -> Vec<String> {
    let mut lines = vec![panel.suspicion.text.to_string()];
    let severity = if panel.severity.missing.is_empty() {
        panel.severity.text.clone()
    } else {
        format!("{}; not yet known: {}", panel.severity.text, panel.severity.missing)
    };
    lines.extend(panel.higher_elsewhere.clone());
    lines.push(severity);
    lines.extend(panel.severity.criteria.iter().map(|row| format!("{} ({})", row.label, row.basis)));
    if let Some(beyond) = &panel.beyond {
        lines.push(format!("{}: {}; it never excludes the syndrome", beyond.score.label, beyond.score.text));
        lines.extend(beyond.look_alikes.iter().map(look_alike));
        lines.extend(beyond.gate.iter().filter(|gate| gate.state != "not-resolved").map(|gate| gate.text.clone()));
    }
    lines.extend(panel.not_used.iter().map(|row| format!("Not used: {}: {}", row.finding, row.problem)));
    lines.extend(panel.conflicts.iter().map(|(problem, used)| format!("Conflict: {problem} Used: {used}")));
    lines
}

fn look_alike(row: &LookAlikeView) -> String {
    let names =
        |points: &[(&'static str, Vec<Why>)]| points.iter().map(|(label, _)| *label).collect::<Vec<_>>().join("; ");
    let against = if row.speaks_against.is_empty() {
        String::new()
    } else {
        format!("; against: {}", names(&row.speaks_against))
    };
    format!("Look-alike: {}, for: {}{against}", row.look_alike.label, names(&row.speaks_for))
}

fn plan(panel: &Panel) -> Vec<String> {
    let cards = panel.groups.iter().flat_map(|group| group.cards.iter().map(move |card| (group.title, card)));
    let line = |(title, card): (&str, &crate::panel::Card)| {
        let mark = match card.status {
            Status::Advised if card.given => " [done]",
            Status::Advised if card.not_possible => " [not possible here]",
            Status::Advised | Status::NotIndicated => "",
            Status::CheckFirst => " [check first]",
            Status::Withheld => " [withheld]",
        };
        let sources: Vec<&str> =
            card.rule.source.statements.iter().chain(card.rule.source.citations).copied().collect();
        // a note stands beside what is considered, and is no option itself
        let title = if card.rule.kind == Kind::Note { "Note" } else { title };
        format!("{title}{mark}: {} [{}: {}]", card.rule.text, card.rule.basis.id(), sources.join(", "))
    };
    let calls =
        panel.beyond.iter().flat_map(|beyond| beyond.contacts.iter()).map(|row| format!("Call: {}", row.contact.label));
    // what to do now comes before whom to call
    let lines: Vec<(&str, String)> = cards.map(|(title, card)| (title, line((title, card)))).collect();
    let now = lines.iter().filter(|(title, _)| *title == "Do now").map(|(_, line)| line.clone());
    let rest = lines.iter().filter(|(title, _)| *title != "Do now").map(|(_, line)| line.clone());
    now.chain(calls).chain(rest).collect()
}

/// Version and every notice that goes with a note.
#[must_use]
pub fn footer(rules: &RuleSet) -> String {
    let mut text = format!("NMS Advisor, rule set {} {}.", rules.id, rules.version);
    for notice in rules.notices.iter().filter(|notice| !notice.statements.is_empty() && notice.id != "references") {
        let _ = write!(text, " {}: {}", notice.label, notice.text);
    }
    text.push('\n');
    text
}
