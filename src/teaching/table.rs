//! The debrief as a table for a spreadsheet, which opens it by a double click: the right letters, one cell a value, times as
//! whole seconds, and no cell that the program would compute.

use crate::teaching::debrief::Debrief;
use crate::teaching::log::At;

/// The mark by which a spreadsheet knows that the letters are UTF-8.
const MARK: char = '\u{feff}';

/// The habits of the place where the table is opened. The room is pure and knows neither.
#[derive(Clone, Copy)]
pub struct Habits {
    /// Whether decimals are written with a comma: a spreadsheet then expects a semicolon between cells.
    pub decimal_comma: bool,
    /// A moment as the clock on the wall read it, such as `2026-11-26 14:05:09`.
    pub local: fn(At) -> String,
}

/// The time line, and below it the steps that were called for.
#[must_use]
pub fn csv(debrief: &Debrief, habits: Habits) -> String {
    let words = &debrief.words().debrief;
    let separator = if habits.decimal_comma { ";" } else { "," };
    let row = |cells: &[String]| cells.join(separator) + "\r\n";
    let names = |cells: &[&str]| row(&cells.iter().map(|cell| text(cell)).collect::<Vec<_>>());
    let since = |at: At| debrief.started.map_or(0, |started| at.seconds_since(started)).to_string();
    let mut table = format!("{MARK}{}", names(&words.cells));
    for line in &debrief.lines {
        let undone = if line.undone { words.yes } else { "" };
        let at = text(&(habits.local)(line.at));
        table.push_str(&row(&[at, since(line.at), text(&line.what), text(line.plan), text(&line.grade), text(undone)]));
    }
    table.push_str("\r\n");
    table.push_str(&names(&words.step_cells));
    for step in &debrief.steps {
        // the time has a cell of its own, as a number
        let delay = step.delay().filter(|seconds| *seconds >= 0);
        let outcome = if delay.is_some() { debrief.words().run.done.into() } else { step.outcome() };
        let seconds = delay.map_or_else(String::new, |seconds| seconds.to_string());
        table.push_str(&row(&[text(step.rule.headline), since(step.called_for), seconds, text(&outcome)]));
    }
    table
}

/// A cell of text. One that begins like a formula, in whatever width, is led by an apostrophe, which keeps it a text.
fn text(cell: &str) -> String {
    let formula = ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    let lead = if cell.trim_start().starts_with(formula) || cell.starts_with(['\t', '\r', '\n']) { "'" } else { "" };
    format!("\"{lead}{}\"", cell.replace('"', "\"\""))
}
