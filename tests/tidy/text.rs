//! How text is written: numbers with their units, names of drugs, and the length of a line.

use super::{Kind, NMS, texts};

/// Units that a line must not part from their number.
const UNITS: &[&str] = &["°C", "°F", "%", "mg", "mL", "g/L", "mmol/L", "U/L", "mmHg", "h", "kg", "µmol/L", "µg", "mm³"];

#[test]
fn a_no_break_space_stands_between_a_number_and_its_unit() {
    let mut wrong = Vec::new();
    for (at, text) in texts() {
        let spaced = |unit: &&str| {
            text.match_indices(&format!(" {unit}")).any(|(place, found)| {
                let after = text[place + found.len()..].chars().next();
                text[..place].ends_with(|letter: char| letter.is_ascii_digit())
                    && !after.is_some_and(char::is_alphanumeric)
            })
        };
        if UNITS.iter().any(spaced) {
            wrong.push(format!("{at}: {text}"));
        }
    }
    assert!(wrong.is_empty(), "{} texts have a plain space before a unit:\n{}", wrong.len(), wrong.join("\n"));
}

/// Numbers written with a zero at the end because their source writes them so: thresholds in tenths.
const IN_TENTHS: &[(&str, &str)] = &[
    ("38.0", "the consensus criteria write 38.0 °C"),
    ("40.0", "written beside 38.0 and 41.1 °C"),
    ("39.0", "written beside 38.0 and 39.5 °C"),
    ("6.0", "potassium is reported in tenths"),
    ("7.30", "pH is reported in hundredths"),
    ("7.20", "pH is reported in hundredths"),
    ("3.0", "the version of the rule set"),
    ("4.0", "glucose is reported in tenths"),
];

#[test]
fn no_number_ends_in_a_needless_zero_and_none_begins_with_a_point() {
    for (at, text) in texts() {
        for number in text.split(|letter: char| !(letter.is_ascii_digit() || letter == '.')) {
            let number = number.trim_end_matches('.');
            let (trailing, leading) =
                (number.contains('.') && number.ends_with('0'), number.starts_with('.') && number.len() > 1);
            let listed = IN_TENTHS.iter().any(|(allowed, _)| *allowed == number);
            assert!(!trailing || listed, "{at}: {number} in: {text}");
            assert!(!leading, "{at}: {number} in: {text}");
        }
    }
}

#[test]
fn micrograms_and_units_are_spelt_out() {
    for (at, text) in texts() {
        for short in ["mcg", "µg", "μg", " IU ", " q8h", " q6h", "b.i.d", "t.i.d", " qd ", " prn"] {
            assert!(!text.contains(short), "{at}: {short} in: {text}");
        }
    }
}

#[test]
fn drug_names_are_generic_and_in_lower_case() {
    let names: Vec<&str> = NMS
        .agents
        .iter()
        .map(|agent| agent.id)
        .chain(["dantrolene", "verapamil", "diltiazem", "succinylcholine", "benztropine", "carbidopa"])
        .collect();
    for agent in NMS.agents {
        assert_eq!(agent.id, agent.id.to_lowercase(), "{}", agent.id);
        assert!(agent.brands.iter().all(|brand| *brand == brand.to_lowercase()), "{}", agent.id);
    }
    // a condition names its findings by their labels, which begin with a capital
    for (at, text) in texts().into_iter().filter(|(at, _)| !at.ends_with(" when")) {
        // a capital stands only where a sentence, or the part of a line before its colon, begins
        let mut begins = true;
        for word in text.split([' ', '\u{a0}', '(', '"']).filter(|word| !word.is_empty()) {
            let bare = word.trim_end_matches([',', ';', ':', '.', ')', '?']);
            if names.contains(&bare.to_lowercase().as_str()) {
                assert!(begins || bare == bare.to_lowercase(), "{at}: {bare} in: {text}");
            }
            begins = word.ends_with(['.', '?', ':']);
        }
        let brands = NMS
            .agents
            .iter()
            .flat_map(|agent| agent.brands)
            .filter(|brand| brand.len() > 5 && !brand.contains([' ', '-']));
        for brand in brands {
            let said = text.to_lowercase().split(|letter: char| !letter.is_alphabetic()).any(|word| word == *brand);
            assert!(!said || *brand == "benzatropine", "{at}: the brand {brand} in: {text}");
        }
    }
}

#[test]
fn every_name_of_a_drug_is_ascii_so_that_its_case_does_not_matter() {
    for agent in NMS.agents {
        assert!(agent.brands.iter().chain([&agent.id]).all(|name| name.is_ascii()), "{}", agent.id);
    }
}

#[test]
fn a_line_of_advice_fits_on_a_card() {
    for rule in NMS.rules {
        let lead = match rule.kind {
            Kind::Avoid => "Avoid: ".len(),
            Kind::Consider => "Consider: ".len(),
            Kind::Do | Kind::Monitor | Kind::Watch | Kind::Note => 0,
        };
        let letters = lead + rule.text.chars().count();
        assert!(letters <= 140, "{} has {letters} letters", rule.id);
        assert!(!rule.text.ends_with('.'), "{}: a line has no full stop", rule.id);
        assert!(rule.detail.is_empty() || rule.detail.ends_with('.'), "{}: a detail is sentences", rule.id);
        assert!(rule.question.is_empty() || rule.question.ends_with(['?', '.']), "{}: a question asks", rule.id);
    }
}

#[test]
fn a_line_reads_well_behind_avoid_and_consider() {
    // cards and notes put the word before the line: "Avoid: physical restraint: never" would say the opposite
    for rule in NMS.rules.iter().filter(|rule| matches!(rule.kind, Kind::Avoid | Kind::Consider)) {
        let text = rule.text.to_lowercase();
        for doubled in [": never", "never ", "do not", "avoid", ": to be considered"] {
            assert!(!text.contains(doubled), "{}: behind its lead: {}", rule.id, rule.text);
        }
    }
}

#[test]
fn text_is_written_with_care() {
    for (at, text) in texts() {
        for wrong in ["  ", " ,", " .", "..", "--", "\u{2013}", "\u{2014}", "TODO", "FIXME", "e.g.", "i.e.", "!"] {
            assert!(!text.contains(wrong), "{at}: {wrong:?} in: {text}");
        }
        assert_eq!(text.trim(), text, "{at}");
    }
}

#[test]
fn nothing_orders_a_reader_about_without_its_strength() {
    for rule in NMS.rules.iter().filter(|rule| rule.kind == Kind::Consider) {
        let words = format!("{} {}", rule.text, rule.detail).to_lowercase();
        assert!(!words.contains(" must be given") && !words.contains("give now"), "{}: an option is no order", rule.id);
    }
}
