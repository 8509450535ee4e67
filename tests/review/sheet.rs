//! The tables in words, as Markdown. Orders and words nothing itself that the rule set has words for.

use std::fmt::Write as _;

use nms_advisor::engine::criterion::{ALWAYS, Criterion, NEVER};
use nms_advisor::engine::decimal::Decimal;
use nms_advisor::engine::describe::{label, sentence};
use nms_advisor::engine::finding::{Finding, FindingKind, Group};
use nms_advisor::engine::rule::{Kind, Rule};
use nms_advisor::engine::rule_set::RuleSet;
use nms_advisor::engine::source::Source;

#[path = "beyond.rs"]
mod beyond;
#[path = "opening.rs"]
mod opening;

type Sheet = String;

/// The whole sheet.
pub(crate) fn sheet(rules: &RuleSet) -> String {
    let mut sheet = Sheet::new();
    head(&mut sheet, rules);
    suspicion(&mut sheet, rules);
    severity(&mut sheet, rules);
    beyond::drugs(&mut sheet, rules);
    opening::against(&mut sheet, rules);
    opening::screens(&mut sheet);
    advice(&mut sheet, rules);
    definitions(&mut sheet, rules);
    derived(&mut sheet, rules);
    contradictions(&mut sheet, rules);
    beyond::beyond(&mut sheet, rules);
    for row in rules.disagreements {
        if row.id == rules.disagreements[0].id {
            title(&mut sheet, "Where sources differ", "Both sides, and how the advice deals with it.");
            columns(&mut sheet, &["No", "Question", "One side", "The other side", "Shown as", "Sources"]);
        }
        line(
            &mut sheet,
            &[
                row.id.into(),
                row.question.into(),
                row.one.into(),
                row.other.into(),
                row.shown_as.into(),
                sources(&row.source),
            ],
        );
    }
    title(&mut sheet, "Always within reach", "Notices that stand on every page and every note.");
    columns(&mut sheet, &["Notice", "Text", "Statements"]);
    for row in rules.notices {
        line(&mut sheet, &[row.label.into(), row.text.into(), row.statements.join(", ")]);
    }
    title(&mut sheet, "Left out", "Statements of the article that yield nothing to show.");
    columns(&mut sheet, &["Statement", "Reason"]);
    for row in rules.omissions {
        line(&mut sheet, &[row.statement.into(), row.reason.into()]);
    }
    findings(&mut sheet, rules);
    opening::raised(&mut sheet, rules);
    agents(&mut sheet, rules);
    title(
        &mut sheet,
        "The article, statement by statement",
        "In our words, with the reference numbers that it prints.",
    );
    columns(&mut sheet, &["No", "Kind", "Statement", "Printed references"]);
    for row in rules.statements {
        let refs: Vec<String> = row.refs.iter().map(ToString::to_string).collect();
        line(&mut sheet, &[row.id.into(), row.kind.into(), row.text.into(), refs.join(", ")]);
    }
    title(&mut sheet, "Citations", "And how far each was checked.");
    columns(&mut sheet, &["Name", "Publication", "Checked"]);
    for row in rules.citations {
        let text = row.url.map_or_else(|| row.text.to_string(), |url| format!("{} <{url}>", row.text));
        line(&mut sheet, &[row.id.into(), text, row.checked.label().into()]);
    }
    sheet
}

fn head(sheet: &mut Sheet, rules: &RuleSet) {
    let state = rules.reviewed.map_or_else(
        || "**Draft: not clinically reviewed.** Nobody has signed it yet.".into(),
        |who| format!("Reviewed: {who}."),
    );
    let _ = write!(
        sheet,
        "# Review sheet: treatment of neuroleptic malignant syndrome\n\n\
         Rule set `{}`, version {}. {state}\n\n\
         This sheet is generated from the tables that the program runs on; nothing else decides what it advises. It is the text to \
         review and to sign; no knowledge of the program is needed.\n\n\
         How to read it:\n\n\
         - **When**: the condition. A condition is met, not met, or unknown while an answer is missing; a missing answer is never taken \
         as normal. Words *in italics* are defined under Definitions.\n\
         - **Advice**: the line that is shown, and below it what belongs to it. \"Avoid\" stands before a line that speaks against \
         something. What goes beyond the article on a line of the article is marked, and left out where only the article is asked for.\n\
         - **Basis**: *article* (the source article says it), *literature* (cited publications say it), *design* (our own threshold). \
         Lines marked *always in force* are shown also where only the article's advice is asked for.\n\
         - **Sources**: statements of the article (S01 to S64, listed at the end) and citations (listed at the end).\n\
         - **Read as**: where a line goes beyond the words of its source, what was read into it.\n\n\
         {} lines of advice, {} definitions, {} severity criteria, {} questions, {} drugs.\n",
        rules.id,
        rules.version,
        rules.rules.len(),
        rules.definitions.len(),
        rules.severity.len(),
        rules.findings.len(),
        rules.agents.len(),
    );
}

fn advice(sheet: &mut Sheet, rules: &RuleSet) {
    title(
        sheet,
        "The plan, line by line",
        "In the order of display. A line that is folded stands beneath the first of the lines named that is in the plan and not folded itself.",
    );
    columns(sheet, &["Sources", "When", "Advice", "Part", "Urgency", "Basis", "Folded beneath", "Read as"]);
    for rule in rules.rules {
        let basis = if rule.safety { format!("{}, always in force", rule.basis.id()) } else { rule.basis.id().into() };
        let folds = rule.folds_under.iter().map(|fold| {
            let when = if fold.when == ALWAYS { String::new() } else { format!(" if {}", sentence(rules, &fold.when)) };
            let advised = if fold.advised_only { " while that is advised" } else { "" };
            format!("`{}`{when}{advised}", fold.under)
        });
        line(
            sheet,
            &[
                sources(&rule.source),
                when(rules, rule),
                text(rule),
                rule.section.label().into(),
                rule.urgency.id().into(),
                basis,
                folds.collect::<Vec<_>>().join("; "),
                rule.source.interpretation.into(),
            ],
        );
    }
    let retired = rules.retired.iter().map(|row| format!("`{}` into `{}`", row.id, row.into.join("`, `")));
    let _ = write!(sheet, "\nRetired, and still read: {}.\n", retired.collect::<Vec<_>>().join("; "));
}

fn when(rules: &RuleSet, rule: &Rule) -> String {
    let mut words = capital(&sentence(rules, &rule.when));
    if rule.contraindicated_by != NEVER {
        let _ = write!(
            words,
            "<br>**Withheld if** {}; **check first** while that is unknown",
            sentence(rules, &rule.contraindicated_by)
        );
    }
    if rule.check_first_if != NEVER {
        let _ = write!(words, "<br>**Check first if** {}", sentence(rules, &rule.check_first_if));
    }
    if !rule.question.is_empty() {
        let _ = write!(words, "<br>**Question**: {}", rule.question);
    }
    words
}

fn text(rule: &Rule) -> String {
    let lead = match rule.kind {
        Kind::Avoid => "Avoid: ",
        Kind::Do | Kind::Consider | Kind::Monitor | Kind::Watch | Kind::Note => "",
    };
    let mut told = format!("**{lead}{}**", rule.headline);
    if rule.text != rule.headline {
        let _ = write!(told, "<br>In full: {}", rule.text);
    }
    if !rule.detail.is_empty() {
        let _ = write!(told, "<br>{}", rule.detail);
    }
    if !rule.beyond.is_empty() {
        let _ = write!(told, "<br>*Beyond the article*: {}", rule.beyond);
    }
    if !rule.article_text.is_empty() {
        let _ = write!(told, "<br>*In the article's view*: {}", rule.article_text);
    }
    let _ = write!(told, "<br>`{}`", rule.id);
    told
}

fn suspicion(sheet: &mut Sheet, rules: &RuleSet) {
    let table = &rules.suspicion;
    title(
        sheet,
        "The gate: who is acted on, and who is looked at again",
        "The first row that is met decides; where none is, not enough is answered. Suspected and possible raise the full plan; check holds the next dose and examines.",
    );
    columns(sheet, &["State", "Row", "Met when", "Basis", "Sources", "Read as"]);
    for row in table.rows {
        line(
            sheet,
            &[
                row.state.id().into(),
                row.label.into(),
                capital(&sentence(rules, &row.when)),
                row.basis.id().into(),
                sources(&row.source),
                row.source.interpretation.into(),
            ],
        );
    }
    let _ = write!(sheet, "\nThe signs:\n\n");
    for sign in table.signs {
        let words = match sign {
            Criterion::Definition(position) => sentence(rules, &rules.definitions[usize::from(*position)].when),
            other => sentence(rules, other),
        };
        let _ = writeln!(sheet, "- {}: {words}", sentence(rules, sign));
    }
}

fn severity(sheet: &mut Sheet, rules: &RuleSet) {
    title(
        sheet,
        "Severity",
        "The grade is the highest that is met; unknown never lowers it. The article's own criteria come first.",
    );
    columns(sheet, &["Grade", "Criterion", "When", "Basis", "Sources", "Read as"]);
    for row in rules.severity {
        let read_as = row.source.interpretation.into();
        line(
            sheet,
            &[
                row.grade.id().into(),
                row.label.into(),
                capital(&sentence(rules, &row.when)),
                row.basis.id().into(),
                sources(&row.source),
                read_as,
            ],
        );
    }
    let names: Vec<&str> = rules.severity_domains.iter().map(|index| label(rules, *index)).collect();
    let _ = write!(sheet, "\nThere is no grade while nothing is known of: {}.\n", names.join("; "));
}

fn definitions(sheet: &mut Sheet, rules: &RuleSet) {
    title(sheet, "Definitions", "Every named condition with its numbers.");
    columns(sheet, &["Name", "Met when", "Basis", "Sources", "Read as"]);
    for row in rules.definitions {
        let read_as = row.source.interpretation.into();
        line(
            sheet,
            &[
                format!("*{}*", row.label),
                capital(&sentence(rules, &row.when)),
                row.basis.id().into(),
                sources(&row.source),
                read_as,
            ],
        );
    }
}

fn derived(sheet: &mut Sheet, rules: &RuleSet) {
    title(
        sheet,
        "Computed from the answers",
        "In the formulas a name in code type is an answer or another computed value.",
    );
    columns(sheet, &["Name", "Formula", "Basis", "Sources", "Read as"]);
    for row in rules.derived {
        let name = format!("{} (`{}`)", row.label, row.id);
        line(
            sheet,
            &[name, row.formula.into(), row.basis.id().into(), sources(&row.source), row.source.interpretation.into()],
        );
    }
}

fn contradictions(sheet: &mut Sheet, rules: &RuleSet) {
    title(sheet, "Answers that contradict each other", "Shown, and the more urgent reading is used.");
    columns(sheet, &["When", "Shown", "Used"]);
    for row in rules.conflicts {
        line(sheet, &[capital(&sentence(rules, &row.when)), row.problem.into(), row.used.into()]);
    }
}

fn findings(sheet: &mut Sheet, rules: &RuleSet) {
    title(
        sheet,
        "What is asked",
        "Outside the usual range the form asks whether a value is right; outside the limits it is not used and counts as unknown.",
    );
    for group in Group::ALL {
        let _ = write!(sheet, "\n### {}\n\n", group.label());
        columns(
            sheet,
            &[
                "Question",
                "Answer",
                "Usual range",
                "Limits",
                "Hint",
                "Why it is asked although no advice depends on it",
            ],
        );
        for row in rules.findings.iter().filter(|row| row.group == group) {
            let (answer, usual, limits) = answer(row);
            let label = format!("{} (`{}`)", row.label, row.id);
            line(sheet, &[label, answer, usual, limits, row.hint.into(), row.reason.into()]);
        }
    }
}

fn answer(finding: &Finding) -> (String, String, String) {
    let range = |(low, high): (Decimal, Decimal)| format!("{low} to {high}");
    match finding.kind {
        FindingKind::Boolean => ("yes, no".into(), String::new(), String::new()),
        FindingKind::Choice(options) => {
            (options.iter().map(|option| option.label).collect::<Vec<_>>().join("; "), String::new(), String::new())
        }
        FindingKind::Number(quantity) => {
            let units: Vec<&str> =
                quantity.units.iter().map(|unit| if unit.label.is_empty() { "number" } else { unit.label }).collect();
            let (first, others) = units.split_first().unwrap();
            let others = if others.is_empty() { String::new() } else { format!(" (or {})", others.join(", ")) };
            (format!("{first}{others}"), range(quantity.plausible), range(quantity.hard))
        }
        FindingKind::Date => ("a day".into(), String::new(), String::new()),
        FindingKind::Agents => ("drugs of the list below".into(), String::new(), String::new()),
        FindingKind::Rules => ("lines of the plan".into(), String::new(), String::new()),
    }
}

fn agents(sheet: &mut Sheet, rules: &RuleSet) {
    title(sheet, "Drugs that are recognised", "A brand name or another spelling means the drug of its row.");
    columns(
        sheet,
        &[
            "Drug",
            "Class",
            "Group",
            "Means exposure",
            "Depot exists",
            "Depot only",
            "Reported with the syndrome",
            "Also known as",
        ],
    );
    let mark = |yes: bool| if yes { "yes".to_string() } else { String::new() };
    for row in rules.agents {
        let exposure = mark(row.class.implies_exposure());
        line(
            sheet,
            &[
                row.id.into(),
                row.class.label().into(),
                row.group.into(),
                exposure,
                mark(row.long_acting),
                mark(row.depot_only),
                mark(row.reported),
                row.brands.join(", "),
            ],
        );
    }
}

fn sources(source: &Source) -> String {
    [source.statements, source.citations].concat().join(", ")
}

fn capital(words: &str) -> String {
    if words.starts_with("pH") {
        return words.into();
    }
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn title(sheet: &mut Sheet, words: &str, explanation: &str) {
    let _ = write!(sheet, "\n## {words}\n\n");
    if !explanation.is_empty() {
        let _ = write!(sheet, "{explanation}\n\n");
    }
}

fn columns(sheet: &mut Sheet, names: &[&str]) {
    let _ = writeln!(sheet, "| {} |\n|{}", names.join(" | "), "---|".repeat(names.len()));
}

fn line(sheet: &mut Sheet, cells: &[String]) {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|").replace('\n', " ")).collect();
    let _ = writeln!(sheet, "| {} |", cells.join(" | "));
}
