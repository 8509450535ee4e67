//! A case as a file and as a link: whatever is read was in it, what is written is read again, and damage is never silent.

use std::collections::BTreeMap;

use nms_advisor::case_file::{Opened, fragment, read, read_fragment, write};
use nms_advisor::engine::finding::{FindingIndex, FindingKind};
use nms_advisor::guideline::NMS;
use nms_advisor::session::{Edit, Entry, Session};

use super::boundary::within_limits;

/// A text as the content of a file.
pub(crate) fn file(text: &str) {
    let opened = read(&NMS, text);
    from_the_text(&opened, text);
    check(&opened, typed(text), &|case| write(&NMS, case), &|text| read(&NMS, text));
}

/// A text as the part of an address behind its `#`.
pub(crate) fn link(text: &str) {
    let link = format!("case=1~{text}");
    for text in [text, &link] {
        let Some(opened) = read_fragment(&NMS, text) else { continue };
        mended(&typed(&text.replace('~', "\n")));
        check(&opened, typed(&text.replace('~', "\n")), &|case| fragment(&NMS, case), &|text| {
            read_fragment(&NMS, text)
                .unwrap_or_else(|| Opened { problems: vec!["no case".into()], ..Opened::default() })
        });
    }
}

/// What mail programs do to a link takes nothing away from it.
fn mended(case: &Session) {
    let link = fragment(&NMS, case);
    let Some(sent) = read_fragment(&NMS, &link).filter(|opened| opened.whole) else { return };
    let letters: Vec<char> = link.chars().collect();
    let wrapped = |end: &str| letters.chunks(31).map(String::from_iter).collect::<Vec<_>>().join(end);
    for changed in [
        wrapped("\n"),
        wrapped(" "),
        wrapped("=\r\n"),
        link.replace('%', "%25").replace('~', "%7E"),
        link.clone() + ").",
    ] {
        let opened = read_fragment(&NMS, &changed);
        assert!(opened.as_ref().is_some_and(|opened| opened.whole), "{changed:?} is read as {opened:?}");
        assert_eq!(opened.map(|opened| opened.entries), Some(sent.entries.clone()), "{changed:?}");
    }
}

type Write<'a> = &'a dyn Fn(&Session) -> String;
type Read<'a> = &'a dyn Fn(&str) -> Opened;

fn check(opened: &Opened, typed: Session, write: Write, read: Read) {
    let case = Session::default().reduce(&NMS, Edit::Open(Box::new(opened.clone())));
    for case in [case, typed] {
        within_limits(&case.read(&NMS).findings);
        goes_round(&case, write, read);
    }
}

/// The case that comes of typing every line `finding=text` into its field.
fn typed(text: &str) -> Session {
    let lines = text.split('\n').filter_map(|line| line.split_once('='));
    let known = lines.filter_map(|(id, text)| Some((NMS.find(id.trim())?, text)));
    known.fold(Session::default(), |case, (index, text)| case.reduce(&NMS, Edit::Answer(index, text.into())))
}

/// Every answer that was read stands in a line of its own under its name.
fn from_the_text(opened: &Opened, text: &str) {
    for (index, entry) in &opened.entries {
        let id = NMS.finding(*index).unwrap().id;
        let stands = |line: &str| {
            line.split_once('=').is_some_and(|(name, value)| name.trim() == id && value.contains(&entry.text))
        };
        assert!(text.lines().any(stands), "{id} = {:?} is not in the file", entry.text);
    }
}

/// What is written is read as the same; and what is damaged is read as the same or reported.
fn goes_round(case: &Session, write: Write, read: Read) {
    let text = write(case);
    let wanted = shown(&case.entries, case);
    if text.is_empty() {
        assert!(wanted.is_empty(), "{wanted:?} was not written");
        return;
    }
    let again = read(&text);
    assert!(
        !again.problems.is_empty() || shown(&again.entries, &Session::default()) == wanted,
        "{text:?} is read as {again:?}"
    );
    for damaged in damaged(&text) {
        let opened = read(&damaged);
        let same = opened.entries == again.entries || !opened.problems.is_empty();
        assert!(same, "{text:?} damaged to {damaged:?} is silently read as {:?}", opened.entries);
    }
}

/// What of a case is kept: texts without the space around them, numbers with the unit they are read in.
fn shown(entries: &BTreeMap<FindingIndex, Entry>, case: &Session) -> Vec<(FindingIndex, String, Option<usize>)> {
    let row = |(index, entry): (&FindingIndex, &Entry)| {
        let is_number = matches!(NMS.finding(*index).unwrap().kind, FindingKind::Number(_));
        let unit = is_number.then(|| entry.unit.unwrap_or_else(|| case.unit_of(&NMS, *index)));
        (*index, entry.text.trim().replace(['\n', '\r'], " "), unit)
    };
    entries.iter().map(row).filter(|(_, text, _)| !text.is_empty()).collect()
}

/// The same text with something lost, doubled, swapped, changed or added, at places that depend on the text alone.
fn damaged(text: &str) -> Vec<String> {
    let sign = if text.contains('\n') { '\n' } else { '~' };
    let end = if sign == '\n' { "\n" } else { "" };
    let parts: Vec<&str> = text.trim_end_matches('\n').split(sign).collect();
    let joined = |parts: &[&str]| parts.join(&sign.to_string()) + end;
    let seed = text.bytes().fold(7_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte)));
    let at = seed % parts.len();
    let (mut lost, mut doubled, mut swapped, mut added) = (parts.clone(), parts.clone(), parts.clone(), parts.clone());
    lost.remove(at);
    doubled.insert(at, parts[at]);
    swapped.swap(at, (at + 1) % parts.len());
    added.push("agitation=yes");
    let (place, letter) = text.char_indices().nth(seed / 7 % text.chars().count()).unwrap();
    let mut changed = text.to_string();
    changed.replace_range(place..place + letter.len_utf8(), "7");
    let mut gone = text.to_string();
    gone.remove(place);
    let cut = text[..place].to_string();
    vec![joined(&lost), joined(&doubled), joined(&swapped), joined(&added), changed, gone, cut]
}
