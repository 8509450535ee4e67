//! The case as a note to copy: plain text, Markdown, or SBAR. Pure; the host page adds the time.

use std::fmt::Write as _;

use crate::engine::assessment::{Status, assess};
use crate::engine::describe;
use crate::engine::finding::{Day, FindingIndex, FindingKind, Value};
use crate::engine::letters::is_unseen;
use crate::engine::rule::Kind;
use crate::engine::rule_set::RuleSet;
use crate::panel::beyond::LookAlikeView;
use crate::panel::{Card, Group, Panel, SeverityRow, Why, panel};
use crate::release;
use crate::session::Session;
use crate::wording::{Edition, Words};

/// The note in `format` (`text`, `markdown` or `sbar`); `None` for any other format.
#[must_use]
pub fn note(edition: impl Into<Edition>, session: &Session, format: &str) -> Option<String> {
    let edition = edition.into();
    let words = &edition.words.note;
    let titles = match format {
        "text" | "markdown" => words.titles,
        "sbar" => words.sbar,
        _ => return None,
    };
    let parts = if format == "sbar" { sbar(edition, session) } else { parts(edition, session) };
    let mut note = String::new();
    let nothing = [words.none.to_string()];
    for (title, lines) in titles.iter().zip(parts) {
        section(&mut note, title, if lines.is_empty() { &nothing } else { &lines }, format == "markdown");
    }
    let _ = write!(note, "{}", footer(edition, session.today));
    Some(note)
}

/// The note in four parts: findings, suspicion and severity, plan, what is not known yet. Also what a print begins with.
#[must_use]
pub fn parts(edition: Edition, session: &Session) -> [Vec<String>; 4] {
    let reading = session.read(edition);
    let result = assess(edition.rules, &reading.findings, session.scope);
    let shown = panel(edition, result, reading.issues, reading.unusual, session.given());
    let missing = shown.missing(edition.rules).into_iter().map(|row| row.finding.to_string()).collect();
    [answered(edition, session), state(edition, &shown), plan(edition, &shown), missing]
}

fn sbar(edition: Edition, session: &Session) -> [Vec<String>; 4] {
    let [answers, state, plan, missing] = parts(edition, session);
    let open = missing.iter().map(|name| edition.words.note.not_known(name));
    let assessed = state.iter().skip(1).cloned().chain(open).collect();
    [state.into_iter().take(1).collect(), answers, assessed, plan]
}

fn section(note: &mut String, title: &str, lines: &[String], markdown: bool) {
    let (lead, bullet) = if markdown { ("## ", "- ") } else { ("", "- ") };
    let _ = writeln!(note, "{lead}{title}\n");
    for line in lines {
        let line = if markdown { escaped(line) } else { one_line(line) };
        let _ = writeln!(note, "{bullet}{line}");
    }
    note.push('\n');
}

/// A line that stays one, and shows what cannot be seen.
fn one_line(text: &str) -> String {
    text.chars().map(|letter| if is_unseen(letter) { '\u{fffd}' } else { letter }).collect()
}

/// The same for Markdown: what was typed or linked stays the text that it is. No wiki may run it, load it or link it.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = rest.next() {
        let next = rest.peek().copied().unwrap_or(' ');
        let www = || out.get(out.len().saturating_sub(3)..).is_some_and(|end| end.eq_ignore_ascii_case("www"));
        let marks = match letter {
            '\\' | '`' | '*' | '_' | '~' | '|' | '@' => true,
            // a picture, a link, an address by itself
            '!' => next == '[',
            '[' => matches!(before, '!' | ']'),
            ']' => matches!(next, '(' | '['),
            '(' => before == ']',
            '/' => before == ':',
            '.' => www(),
            _ => false,
        };
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            _ if is_unseen(letter) => out.push('\u{fffd}'),
            _ if marks => out.extend(['\\', letter]),
            _ => out.push(letter),
        }
        before = letter;
    }
    out
}

/// Every answer in use, in the order of the form.
fn answered(edition: Edition, session: &Session) -> Vec<String> {
    let Edition { rules, words } = edition;
    let reading = session.read(edition);
    let answers = crate::engine::assessment::answers(rules, &reading.findings, session.scope);
    let line = |(position, finding): (usize, &crate::engine::finding::Finding)| {
        let index = FindingIndex(u16::try_from(position).ok()?);
        let known = matches!(reading.findings.get(index), Some(value) if !matches!((finding.kind, value), (FindingKind::Rules, Value::Rows(_))));
        known.then(|| format!("{}: {}", finding.label, describe::answer(&words.format, &answers, index)))
    };
    rules.findings.iter().enumerate().filter_map(line).collect()
}

fn state(edition: Edition, panel: &Panel) -> Vec<String> {
    let Edition { rules, words } = edition;
    let told = &words.note;
    let mut lines = vec![panel.suspicion.text.to_string()];
    let severity = if panel.severity.missing.is_empty() {
        panel.severity.text.clone()
    } else {
        told.severity_missing(&panel.severity.text, &panel.severity.missing)
    };
    lines.extend(panel.higher_elsewhere.clone());
    lines.push(severity);
    let criterion = |row: &SeverityRow| told.criterion(&row.label, &words.reasons.stand(row.basis).within);
    lines.extend(panel.severity.criteria.iter().map(criterion));
    if let Some(beyond) = panel.beyond(edition) {
        lines.push(told.score(&beyond.score.label, &beyond.score.text));
        lines.extend(beyond.look_alikes.iter().map(|row| look_alike(words, row)));
        lines.extend(beyond.gate.iter().filter(|gate| gate.state != "not-resolved").map(|gate| gate.text.clone()));
    }
    lines.extend(panel.not_used.iter().map(|row| told.not_used(&name(rules, &row.finding), &row.problem)));
    lines.extend(panel.conflicts.iter().map(|(problem, used)| told.conflict(problem, used)));
    lines
}

/// The name of a finding; a host page can send a key that names none.
fn name(rules: &RuleSet, key: &str) -> String {
    rules.find(key).map_or(key, |index| describe::label(rules, index)).to_string()
}

fn look_alike(words: &Words, row: &LookAlikeView) -> String {
    let names =
        |points: &[(&'static str, Vec<Why>)]| points.iter().map(|(label, _)| *label).collect::<Vec<_>>().join("; ");
    let (name, points) = (row.look_alike.label, names(&row.speaks_for));
    if row.speaks_against.is_empty() {
        words.note.look_alike(&name, &points)
    } else {
        words.note.look_alike_against(&name, &points, &names(&row.speaks_against))
    }
}

fn plan(edition: Edition, panel: &Panel) -> Vec<String> {
    let words = edition.words;
    let told = &words.note;
    let line = |group: &Group, card: &Card| {
        let mark = match card.status {
            Status::Advised if card.given => told.done,
            Status::Advised if card.not_possible => told.not_possible,
            Status::Advised | Status::NotIndicated => "",
            Status::CheckFirst => told.check_first,
            Status::Withheld => told.withheld,
        };
        let rule = card.rule;
        let sources: Vec<&str> = rule.source.statements.iter().chain(rule.source.citations).copied().collect();
        // a note stands beside what is considered, and is no option itself
        let heading = if rule.kind == Kind::Note { words.state.note } else { group.title };
        told.line(&heading, &mark, &rule.text, &words.reasons.stand(rule.basis).within, &sources.join(", "))
    };
    let contacts = panel.beyond(edition).map_or_else(Vec::new, |beyond| beyond.contacts);
    let calls = contacts.iter().map(|row| told.call(&row.contact.label));
    let lines = |now: bool| {
        let groups = panel.groups.iter().filter(move |group| (group.id == "now") == now);
        groups.flat_map(move |group| group.cards.iter().map(move |card| line(group, card)))
    };
    // what to do now comes before whom to call
    lines(true).chain(calls).chain(lines(false)).collect()
}

/// Version, the day of the build, the age where it matters, and every notice that goes with a note.
#[must_use]
pub fn footer(edition: Edition, today: Option<Day>) -> String {
    let rules = edition.rules;
    let mut text = release::this().told(edition, today);
    for notice in rules.notices.iter().filter(|notice| !notice.statements.is_empty() && notice.id != "references") {
        let _ = write!(text, " {}: {}", notice.label, notice.text);
    }
    text.push('\n');
    text
}
