//! Lists of names: drugs as they stand in medication lists, and ids of rules.

use super::{Reading, Sent, shortened};
use crate::engine::agent::{self, Unnamed};
use crate::engine::check::nearest;
use crate::engine::finding::{Finding, FindingIndex, RowSet, Value};
use crate::engine::letters::bare;
use crate::engine::rule_set::RuleSet;
use crate::wording::areas::Answers;

/// The longest list that is read. What stands behind it is said to be left out.
pub const MOST_NAMES: usize = 5_000;
/// As many entries that are not used are told one by one; the others are counted.
const MOST_TOLD: usize = 3;

/// The entries of a typed list. A comma within a number, as in `0,5 mg`, ends none.
pub(super) fn entries(text: &str) -> Vec<Sent> {
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    let mut entries = vec![String::new()];
    while let Some(letter) = rest.next() {
        let inside = before.is_ascii_digit() && rest.peek().is_some_and(char::is_ascii_digit);
        let ends = match letter {
            ',' | '\u{ff0c}' | '\u{60c}' => !inside,
            ';' | '\n' | '\r' | '\u{ff1b}' | '\u{61b}' | '\u{3001}' => true,
            _ => false,
        };
        if ends {
            entries.push(String::new());
        } else if let Some(entry) = entries.last_mut() {
            entry.push(letter);
        }
        before = letter;
    }
    let named = entries.iter().map(|entry| bare(entry)).filter(|entry| !entry.is_empty());
    named.map(|entry| Sent::Text(entry.into())).collect()
}

/// The rows that an entry names, or what is told of it, given how it is shown.
pub(super) type Found = Result<Vec<usize>, Box<dyn Fn(&str) -> String>>;

/// The drug that an entry names; both of a fixed combination, as in `carbidopa/levodopa`.
pub(super) fn drug(words: &'static Answers, rules: &'static RuleSet, entry: &str) -> Found {
    let exact = agent::find_all(rules.agents, entry);
    if !exact.is_empty() {
        return Ok(exact);
    }
    agent::read(rules.agents, entry).map(|row| vec![row]).map_err(|unnamed| -> Box<dyn Fn(&str) -> String> {
        Box::new(move |shown| match &unnamed {
            Unnamed::Several => words.several_drugs(&shown),
            Unnamed::Beside(at, word) => {
                let id = rules.agents.get(*at).map_or("", |agent| agent.id);
                words.beside_drug(&shown, &shortened(word), &id)
            }
            Unnamed::Unknown(word) => {
                let names: Vec<&str> = rules
                    .agents
                    .iter()
                    .flat_map(|agent| std::iter::once(&agent.id).chain(agent.brands))
                    .copied()
                    .collect();
                let near = if word.len() > 40 { "" } else { nearest(&names, word) };
                if near.is_empty() {
                    words.left_out(&shown, &words.drug)
                } else {
                    words.left_out_near(&shown, &words.drug, &near)
                }
            }
        })
    })
}

/// The lines that the id of a rule names: its own, or those into which it was retired.
pub(super) fn rule(words: &'static Answers, rules: &'static RuleSet, id: &str) -> Found {
    let found = rules.lines(id);
    if found.is_empty() {
        return Err(Box::new(|shown| words.left_out(&shown, &words.rule)));
    }
    Ok(found)
}

impl Reading {
    /// Takes a list of names: each known one counts, whatever stands beside it in the list.
    pub(super) fn take_names(
        &mut self,
        index: FindingIndex,
        finding: &Finding,
        sent: &Sent,
        find: &dyn Fn(&str) -> Found,
        wanted: &str,
    ) {
        let told = &self.words.answers;
        let Sent::List(names) = sent else {
            self.wrong(finding, sent, told.names);
            return;
        };
        let mut rows = RowSet::default();
        let mut unused = 0_usize;
        for name in names.iter().take(MOST_NAMES) {
            let found = if let Sent::Text(text) = name { Some(find(text)) } else { None };
            let Some(Ok(found)) = found else {
                unused += 1;
                if unused <= MOST_TOLD {
                    let shown = name.describe(self.words);
                    let problem = match found {
                        Some(Err(sentence)) => sentence(&shown),
                        Some(Ok(_)) | None => told.left_out(&shown, &wanted),
                    };
                    self.issue(finding.id, problem);
                }
                continue;
            };
            for row in found {
                rows.insert(row);
            }
        }
        if unused > MOST_TOLD {
            self.issue(finding.id, told.more_left_out(&(unused - MOST_TOLD)));
        }
        if names.len() > MOST_NAMES {
            self.issue(finding.id, told.too_many_names(&MOST_NAMES, &(names.len() - MOST_NAMES)));
        }
        // a list of which nothing can be used says as little as none at all
        if names.is_empty() || rows.iter().next().is_some() {
            self.findings.set(index, Some(Value::Rows(rows)));
        }
    }
}
