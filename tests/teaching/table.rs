//! The debrief as a table for a spreadsheet.

use nms_advisor::engine::assessment::Scope;
use nms_advisor::guideline::NMS;
use nms_advisor::teaching::debrief::debrief;
use nms_advisor::teaching::library::bundled;
use nms_advisor::teaching::log::{At, Log, What};
use nms_advisor::teaching::table::{Habits, csv};

const STOP: &str = "discontinue-dopamine-antagonists";

fn run(remark: &str) -> Log {
    let mut log = Log::default();
    log.push(At(1_000), What::Started);
    for (index, entry) in &bundled(&NMS, "haloperidol").unwrap().stages[0].entries {
        log.push(At(1_000), What::Answered(*index, entry.clone()));
    }
    log.push(At(43_000), What::Ticked(STOP));
    log.push(At(44_000), What::Remark(remark.into()));
    log.push(At(4_000_000), What::Ended);
    log
}

fn table(remark: &str, decimal_comma: bool) -> String {
    let habits = Habits { decimal_comma, local: |at| format!("2026-11-26 23:59:{:02}", at.0 / 1_000 % 60) };
    csv(&debrief(&NMS, &run(remark), Scope::All), habits)
}

/// The cells as a spreadsheet reads them: quotes hold a cell together, and a doubled one is a quote.
fn cells(text: &str, separator: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ if letter == separator && !quoted => row.push(std::mem::take(&mut cell)),
            _ => cell.push(letter),
        }
    }
    rows
}

#[test]
fn a_spreadsheet_reads_the_letters_the_cells_and_the_times() {
    for (separator, comma) in [(',', false), (';', true)] {
        let text = table("41,3 °C; \"hot\"", comma);
        let rows = cells(text.strip_prefix('\u{feff}').expect("the mark of UTF-8 comes first"), separator);
        let gap = rows.iter().position(|row| row.len() == 1).unwrap();
        let (lines, steps) = (&rows[..gap], &rows[gap + 1..]);
        assert!(lines.iter().all(|row| row.len() == 6), "{lines:?}");
        assert!(steps.len() > 3 && steps.iter().all(|row| row.len() == 4), "{steps:?}");
        let remark = lines.iter().find(|row| row[2].starts_with("Remark")).unwrap();
        assert_eq!(remark[2], "Remark: 41,3 °C; \"hot\"");
        assert_eq!(remark[1], "43", "a number of seconds, not a clock that is taken for hours and minutes");
        assert_eq!(lines.last().unwrap()[1], "3999", "beyond an hour too");
        assert_eq!(remark[0], "2026-11-26 23:59:44", "the day stands with the time: a run may pass midnight");
        let stop = steps.iter().find(|row| row[0].starts_with("Stop every")).unwrap();
        assert_eq!(stop[1..], ["0", "42", "done"]);
        let open = steps.iter().find(|row| row[3] == "not done").unwrap();
        assert_eq!(open[2], "", "no time is made up for what was not done");
        let names = lines[0].iter().chain(&steps[0]);
        assert_eq!(names.filter(|name| name.contains("seconds")).count(), 3, "each number names its unit");
    }
}

#[test]
fn no_cell_is_computed() {
    // a name of the drug list, a remark and a text of a field are written by people
    for start in ["=", "+", "-", "@", "\t=", " =", "\u{ff1d}", "\u{ff0b}", "\u{ff0d}", "\u{ff20}", "\u{a0}="] {
        let mut log = run("");
        log.push(At(5_000_000), What::Remark(String::new()));
        let formula = format!("{start}HYPERLINK(\"x\")");
        let mut told = debrief(&NMS, &log, Scope::All);
        told.lines[0].what.clone_from(&formula);
        let text = csv(&told, Habits { decimal_comma: false, local: |_| String::new() });
        let rows = cells(&text, ',');
        assert_eq!(rows[1][2], format!("'{formula}"), "{start:?}");
    }
}
