//! Links as they arrive: what mail programs do to them is mended where the checksum then fits, and never otherwise.

use nms_advisor::case_file::{fragment, read_fragment};
use nms_advisor::guideline::NMS;

use super::typed;

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// In lines of 40 letters, as a mail program wraps them.
fn wrapped(text: &str, end: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(40).map(|chunk| chunk.iter().collect::<String>()).collect::<Vec<_>>().join(end)
}

#[test]
fn a_link_that_a_mail_program_changed_opens_whole() {
    let link = fragment(&NMS, &typed());
    let entries = read_fragment(&NMS, &link).unwrap().entries;
    for changed in [
        format!("#{link}"),
        format!(" {link} "),
        encoded(&link),
        encoded(&encoded(&link)),
        link.replace('~', "%7E"),
        link.replace('~', "%7e"),
        link.replacen('=', "%3D", 1),
        link.replace('=', "%3D"),
        wrapped(&link, "\n"),
        wrapped(&link, "\r\n"),
        wrapped(&link, " "),
        wrapped(&link, "\n> "),
        link.replace('=', "=\n"),
        link.replace('=', "=\r\n"),
        wrapped(&link, "=\n"),
        wrapped(&link.replace('=', "=3D"), "=\r\n"),
        wrapped(&encoded(&link), "\n"),
        link.replace('~', "\u{200b}~"),
        format!("{link}."),
        format!("{link},"),
        format!("{link})"),
        format!("{link}\""),
        format!("{link}>"),
        format!("{link}&amp;utm_source=mail"),
        format!("{link} and here is the rest of the sentence"),
    ] {
        let opened = read_fragment(&NMS, &changed).unwrap();
        assert!(opened.whole, "{changed:?}: {:?}", opened.problems);
        assert_eq!(opened.entries, entries, "{changed:?}");
    }
}

/// A checksum that begins with `3d` stands behind its sign of equality like a sign that was quoted.
#[test]
fn a_wrapped_link_whose_checksum_looks_quoted_opens_whole() {
    use nms_advisor::session::{Edit, Session};
    let link = (0..5_000).find_map(|at| {
        let case = Session::default().reduce(&NMS, Edit::Answer(super::key("agents"), format!("x{at}")));
        Some(fragment(&NMS, &case)).filter(|link| link.contains("sum=3d"))
    });
    let opened = read_fragment(&NMS, &wrapped(&link.unwrap(), "=\r\n")).unwrap();
    assert!(opened.whole, "{:?}", opened.problems);
}

#[test]
fn a_link_of_which_something_is_lost_or_added_is_not_whole() {
    let link = fragment(&NMS, &typed());
    for changed in [
        link.replace("106", "103"),
        link.replacen('1', "", 2),
        link[..link.len() - 20].to_string(),
        format!("{link}~agitation=yes"),
        encoded(&link.replace("106", "103")),
        link.replace("haloperidol", ""),
    ] {
        let opened = read_fragment(&NMS, &changed).unwrap();
        assert!(!opened.whole && !opened.problems.is_empty(), "{changed:?}");
    }
}

#[test]
fn a_link_without_an_answer_is_no_case_and_says_so() {
    for text in
        ["#case=1", "case=", "#case=zzz~foo", "case=1~foo=bar", "case=1~%zz", "case%3D1", "#case=1~sum=00000000"]
    {
        let opened = read_fragment(&NMS, text).unwrap();
        assert!(opened.entries.is_empty() && opened.no_case && !opened.whole, "{text}");
        assert!(opened.problems[0].contains("no answer"), "{text}: {:?}", opened.problems);
    }
    for other in ["", "#", "#section-3", "#cases=1", "#view=run"] {
        assert_eq!(read_fragment(&NMS, other), None, "{other}");
    }
}

#[test]
fn a_link_of_a_million_letters_and_many_checksums_is_a_few_problems() {
    let long = format!("case=1{}", format!("~sum={}", "0".repeat(2_500)).repeat(398));
    let opened = read_fragment(&NMS, &long).unwrap();
    assert!(opened.no_case && opened.problems.len() <= 10, "{}", opened.problems.len());
}
