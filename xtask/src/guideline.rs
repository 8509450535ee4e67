//! The whole guideline as static text: what a page shows where the advice cannot be computed. Generated from the tables
//! that the program runs on, once as HTML (for readers without scripts) and once as data (for the element).

use std::fmt::Write as _;

use anyhow::Result;
use nms_advisor::engine::criterion::{ALWAYS, Criterion, NEVER};
use nms_advisor::engine::describe::sentence;
use nms_advisor::engine::rule::{Kind, Rule, Section};
use nms_advisor::engine::rule_set::RuleSet;
use nms_advisor::engine::source::Source;
use nms_advisor::guideline::NMS;
use nms_advisor::wording::Edition;
use serde_json::{Value, json};

use crate::release;
use crate::site::escaped;

/// Said where nothing has said yet why the text is static.
const WHY: &str = "NMS Advisor is not running here, so nothing below is fitted to a patient. It needs JavaScript and WebAssembly, and a browser of 2023 or later. If this is a preview of a file or of a mail, share or save the file and open it in a browser (Safari, Chrome …): there it has the form. If this page was opened by double click, open nms-advisor.html instead: it needs no server. If it is in a frame with the attribute sandbox, that needs allow-scripts and allow-same-origin.";

/// A chapter.
#[derive(Debug)]
pub struct Part {
    /// Its heading.
    pub title: &'static str,
    /// What holds for all of it; may be empty.
    pub lead: String,
    /// Its lines.
    pub rows: Vec<Row>,
}

/// A line with what belongs to it.
#[derive(Debug)]
pub struct Row {
    /// The line.
    pub text: String,
    /// Label, which may be empty, and text.
    pub notes: Vec<(&'static str, String)>,
}

/// The whole guideline, what matters first at the top.
///
/// # Errors
/// If the day of this build is not known.
pub fn parts() -> Result<Vec<Part>> {
    let rules = &NMS;
    let mut parts = vec![before(rules, &this_copy()?), suspicion(rules)];
    parts.extend(Section::ALL.map(|section| advice(rules, section)));
    parts.extend([severity(rules), contacts(rules), schedule(rules), look_alikes(rules), drugs(rules)]);
    parts.extend([definitions(rules), disagreements(rules), statements(rules), citations(rules), notices(rules)]);
    Ok(parts)
}

/// Versions, the day of the build, and the day from which that is long ago: without scripts nobody can compute an age.
fn this_copy() -> Result<String> {
    let (release, edition) = (release::this()?, Edition::from(&NMS));
    let old_from = release.old_from().map(|day| edition.words.format.date(day)).unwrap_or_default();
    Ok(format!("{} From {old_from} on this copy is old: look for a newer one.", release.told(edition, None)))
}

fn part(title: &'static str, lead: &str, rows: impl IntoIterator<Item = Row>) -> Part {
    Part { title, lead: lead.into(), rows: rows.into_iter().collect() }
}

fn row(text: &str, notes: impl IntoIterator<Item = (&'static str, String)>) -> Row {
    let notes = notes.into_iter().filter(|(_, text)| !text.is_empty()).collect();
    Row { text: text.into(), notes }
}

/// What has to be known first, short: who reads in an emergency comes to what to do without scrolling far.
fn before(rules: &RuleSet, copy: &str) -> Part {
    let first = rules.notices.iter().filter(|row| ["professionals", "judgement", "verify"].contains(&row.id));
    let mut lead: Vec<&str> = first.map(|row| row.text).collect();
    lead.extend(["A missing answer is never taken as normal.", copy]);
    part("Before you read on", &lead.join(" "), [])
}

fn notices(rules: &RuleSet) -> Part {
    let rows = rules.notices.iter().filter(|row| !["article-only", "privacy"].contains(&row.id));
    let lead = format!("Rule set {}.", rules.version);
    part("Notices", &lead, rows.map(|notice| row(notice.label, [("", notice.text.into())])))
}

fn suspicion(rules: &RuleSet) -> Part {
    let table = &rules.suspicion;
    let lead = "A trigger and a pattern of these signs: neuroleptic malignant syndrome is suspected. One sign is looked into. The trigger is a dopamine antagonist, or the withdrawal of a dopaminergic drug.";
    let met = |sign: &Criterion| match sign {
        Criterion::Definition(at) => {
            rules.definitions.get(usize::from(*at)).map(|row| words(rules, &row.when)).unwrap_or_default()
        }
        Criterion::All(_)
        | Criterion::Any(_)
        | Criterion::Not(_)
        | Criterion::AtLeastOf(..)
        | Criterion::Present(_)
        | Criterion::Absent(_)
        | Criterion::Is(..)
        | Criterion::AtLeastGrade(..)
        | Criterion::Above(..)
        | Criterion::AtLeast(..)
        | Criterion::Below(..)
        | Criterion::AtMost(..) => String::new(),
    };
    let mut rows: Vec<Row> = table
        .signs
        .iter()
        .map(|sign| (words(rules, sign), met(sign)))
        .map(|(name, when)| {
            let says_more = when != name;
            row(&name, [("Met when", if says_more { when } else { String::new() })])
        })
        .collect();
    for state in table.rows {
        let read_as = basis(state.basis.id(), &state.source);
        let name = format!("{}: {}", capital(state.state.id()), state.label);
        rows.push(row(&name, [("Met when", words(rules, &state.when)), ("Basis", read_as)]));
    }
    part("Who is suspected", lead, rows)
}

fn advice(rules: &RuleSet, section: Section) -> Part {
    let rows = rules.rules.iter().filter(|rule| rule.section == section);
    part(section.label(), "", rows.map(|rule| line(rules, rule)))
}

fn line(rules: &RuleSet, rule: &Rule) -> Row {
    let lead = match rule.kind {
        Kind::Avoid => "Avoid: ",
        Kind::Do | Kind::Consider | Kind::Monitor | Kind::Watch | Kind::Note => "",
    };
    let unless = |criterion: &Criterion| if *criterion == NEVER { String::new() } else { words(rules, criterion) };
    row(
        &format!("{lead}{}", rule.text),
        [
            ("", rule.detail.into()),
            ("Beyond the article", rule.beyond.into()),
            ("When", words(rules, &rule.when)),
            ("Not if", unless(&rule.contraindicated_by)),
            ("Check first if", unless(&rule.check_first_if)),
            ("Ask", rule.question.into()),
            ("Basis", basis(rule.basis.id(), &rule.source)),
        ],
    )
}

fn severity(rules: &RuleSet) -> Part {
    let rows = rules.severity.iter().map(|one| {
        let text = format!("{}: {}", capital(one.grade.id()), one.label);
        row(&text, [("When", words(rules, &one.when)), ("Basis", basis(one.basis.id(), &one.source))])
    });
    part("Severity", "The grade is the highest that is met; what is not known never lowers it.", rows)
}

fn contacts(rules: &RuleSet) -> Part {
    let rows = rules.beyond.contacts.iter();
    part(
        "Whom to call",
        "",
        rows.map(|one| row(one.label, [("", one.purpose.into()), ("When", words(rules, &one.when))])),
    )
}

fn schedule(rules: &RuleSet) -> Part {
    let rows = rules.beyond.schedule.iter().map(|one| {
        let notes = [("Severe", one.severe), ("Moderate", one.moderate), ("Mild", one.mild)];
        row(one.item, notes.map(|(label, text)| (label, text.to_string())))
    });
    part("Monitoring schedule", "Our own intervals: no source gives a schedule.", rows)
}

fn look_alikes(rules: &RuleSet) -> Part {
    let rows = rules.beyond.look_alikes.iter().map(|one| {
        let points = |points: &[nms_advisor::engine::beyond::Point]| {
            points.iter().map(|point| point.label).collect::<Vec<_>>().join("; ")
        };
        let notes = [("Speaks for it", points(one.speaks_for)), ("Speaks against it", points(one.speaks_against))];
        row(one.label, [("", one.advice.into())].into_iter().chain(notes))
    });
    part("What else it could be", "Never a diagnosis, never less urgency.", rows)
}

fn drugs(rules: &RuleSet) -> Part {
    let rows = rules.beyond.drugs.iter().map(|drug| {
        let doses = drug.doses.iter().map(|dose| ("Published", format!("{} [{}]", dose.text, names(&dose.source))));
        let cautions = drug.cautions.iter().map(|one| {
            let when = if one.when == ALWAYS { String::new() } else { format!(" ({})", words(rules, &one.when)) };
            ("To know", format!("{}{when} [{}]", one.text, names(&one.source)))
        });
        row(drug.label, doses.chain(cautions))
    });
    let lead = format!(
        "What publications state, side by side, for reference; no prescription. {}",
        rules.beyond.doses_withheld
    );
    part("Drugs and their published doses", &lead, rows)
}

fn definitions(rules: &RuleSet) -> Part {
    let rows = rules.definitions.iter().map(|one| {
        row(one.label, [("Met when", words(rules, &one.when)), ("Basis", basis(one.basis.id(), &one.source))])
    });
    part("Definitions", "The conditions that the lines above name, with their numbers.", rows)
}

fn disagreements(rules: &RuleSet) -> Part {
    let rows = rules.disagreements.iter().map(|one| {
        let notes = [("One side", one.one), ("The other side", one.other), ("Shown as", one.shown_as)];
        row(one.question, notes.map(|(label, text)| (label, text.to_string())))
    });
    part("Where sources differ", "", rows)
}

fn statements(rules: &RuleSet) -> Part {
    let rows = rules.statements.iter().map(|one| row(&format!("{} {}", one.id, one.text), []));
    part("The source article, statement by statement", "In our words.", rows)
}

fn citations(rules: &RuleSet) -> Part {
    let rows = rules.citations.iter().map(|one| {
        let url = one.url.unwrap_or_default();
        row(&format!("{}: {}", one.id, one.text), [("", url.into()), ("", one.checked.label().into())])
    });
    part("Publications", "", rows)
}

/// A condition in words; a named one without the signs that mark it in the review sheet.
fn words(rules: &RuleSet, criterion: &Criterion) -> String {
    capital(&sentence(rules, criterion).replace('*', ""))
}

fn basis(name: &str, source: &Source) -> String {
    let names = names(source);
    let read = source.interpretation;
    let mut text = if names.is_empty() { name.to_string() } else { format!("{name} ({names})") };
    if !read.is_empty() {
        let _ = write!(text, ". {read}");
    }
    text
}

fn names(source: &Source) -> String {
    [source.statements, source.citations].concat().join(", ")
}

fn capital(words: &str) -> String {
    if words.starts_with("pH") {
        return words.into();
    }
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// For the element, which draws it: `[[title, lead, [[text, [[label, text], …]], …]], …]`.
///
/// # Errors
/// If the day of this build is not known.
pub fn data() -> Result<Value> {
    let row = |row: &Row| json!([row.text, row.notes]);
    let parts = parts()?;
    Ok(parts.iter().map(|part| json!([part.title, part.lead, part.rows.iter().map(row).collect::<Vec<_>>()])).collect())
}

/// As a module of its own, which the package loads only when it is needed.
///
/// # Errors
/// If the day of this build is not known.
pub fn module() -> Result<String> {
    let data = data()?;
    Ok(format!("// The guideline as data, for the case that the advice cannot be computed.\nexport default {data};\n"))
}

/// For a page, as the element's own content: browsers show it while there is no element, and never before they gave up.
///
/// # Errors
/// If the day of this build is not known.
pub fn html() -> Result<String> {
    let mut page = format!(
        "<section class=\"nms-guideline\" slot=\"guideline\" translate=\"no\" aria-label=\"Guideline as static text\">\n<p class=\"nms-why\">{WHY}</p>\n<p><strong>Draft: not clinically reviewed.</strong></p>\n"
    );
    for part in parts()? {
        writeln!(page, "<h2>{}</h2>", escaped(part.title))?;
        if !part.lead.is_empty() {
            writeln!(page, "<p>{}</p>", escaped(&part.lead))?;
        }
        if part.rows.is_empty() {
            continue;
        }
        page.push_str("<ul>\n");
        for row in part.rows {
            write!(page, "<li><strong>{}</strong>", escaped(&row.text))?;
            for (label, text) in row.notes {
                let label = if label.is_empty() { String::new() } else { format!("<b>{label}:</b> ") };
                write!(page, "<p>{label}{}</p>", escaped(&text))?;
            }
            page.push_str("</li>\n");
        }
        page.push_str("</ul>\n");
    }
    Ok(page + "</section>")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops by panicking")]

    use super::*;

    #[test]
    fn every_line_every_definition_and_every_notice_of_use_is_in_it() {
        let html = html().unwrap();
        for rule in NMS.rules {
            assert!(html.contains(&escaped(rule.text)), "{}", rule.id);
            assert!(html.contains(&escaped(rule.detail)), "{}", rule.id);
            assert!(html.contains(&escaped(&words(&NMS, &rule.when))), "{}", rule.id);
        }
        for row in NMS.definitions {
            assert!(html.contains(&escaped(&words(&NMS, &row.when))), "{}", row.id);
        }
        for row in NMS.notices.iter().filter(|row| !row.statements.is_empty()) {
            assert!(html.contains(&escaped(row.text)), "{}", row.id);
        }
        assert!(html.find("not clinically reviewed").unwrap() < html.find("<h2>").unwrap());
    }

    #[test]
    fn the_data_and_the_page_say_the_same() {
        let html = html().unwrap();
        let mut found = 0;
        for part in data().unwrap().as_array().unwrap() {
            for row in part[2].as_array().unwrap() {
                assert!(html.contains(&format!("<strong>{}</strong>", escaped(row[0].as_str().unwrap()))), "{row}");
                found += 1;
            }
        }
        assert_eq!(found, html.matches("<li>").count());
    }
}
