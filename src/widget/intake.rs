//! What was read from outside: chips of what was understood, quotations of what was not, and a record that waits.

use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use crate::engine::finding::FindingKind;
use crate::engine::rule_set::RuleSet;
use crate::session::{Edit, Entry, Intake, IntakeRow, NotUsed, Origin};
use crate::widget::answered::{name, whole};
use crate::widget::icons::{Icon, glyph};
use crate::widget::menu;
use crate::widget::problems::{MOST_SHOWN, more};
use crate::wording::{Edition, Words};

/// How much of what was read was understood, and how much was not, in a line.
#[must_use]
pub fn gist(words: &Words, intake: &Intake) -> String {
    let told = &words.intake;
    if intake.waits {
        return if intake.rows.is_empty() { told.record_empty.into() } else { told.from_record.of(intake.rows.len()) };
    }
    let line = intake.origin == Origin::Line;
    let (taken, open, left) = (intake.taken(), intake.open(), intake.not_used.len());
    let first = if line { told.understood.of(taken) } else { told.record_entered.of(taken) };
    let rest = if line { &told.not_understood } else { &told.not_used };
    let said = [Some(first), (open > 0).then(|| told.to_decide.of(open)), (left > 0).then(|| rest.of(left))];
    said.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What was read, once it is in the form: in one line after the reader went on.
pub fn chips(edition: Edition, intake: &Intake, on_edit: &Callback<Edit>) -> Html {
    let words = edition.words;
    let told = &words.intake;
    let line = intake.origin == Origin::Line;
    let taken = intake.taken();
    let rows = || intake.rows.iter().enumerate().filter(|(_, row)| row.taken || row.is_open());
    let close = on_edit.reform(|_: MouseEvent| Edit::CloseIntake);
    let back = on_edit.reform(|_: MouseEvent| Edit::Undo);
    html! {
        <details class="intake" data-role="intake" open={!intake.folded}>
            <summary>{ gist(words, intake) }</summary>
            <ul class="chips" role="list">
                { for rows().take(MOST_SHOWN).map(|(at, row)| chip(edition, at, row, on_edit)) }
                { more(words, rows().count()) }
                if line {
                    { for intake.not_used.iter().take(MOST_SHOWN).enumerate().map(|(at, piece)| quoted(words, at, piece)) }
                    { more(words, intake.not_used.len()) }
                }
            </ul>
            if !line { { not_used(edition, intake) } }
            <p class="actions">
                if taken > 0 { <button type="button" class="link" data-action="take-all-back" onclick={back}>{ told.take_all_back }</button> }
                <button type="button" class="link" data-action="close-intake" onclick={close}>{ told.close }</button>
            </p>
        </details>
    }
}

/// An answer that was understood; a press takes it back. A number in doubt asks for its unit.
fn chip(edition: Edition, at: usize, row: &IntakeRow, on_edit: &Callback<Edit>) -> Html {
    let words = edition.words;
    let told = &words.intake;
    let id = edition.rules.finding_id(row.index);
    if !row.units.is_empty() {
        let asked = format!("{} {}", name(edition.rules, row.index), row.entry.text);
        let unit = |unit: &usize| {
            let (label, position) = (unit_label(edition.rules, row, *unit), *unit);
            let onclick = on_edit.reform(move |_: MouseEvent| Edit::InUnit(at, position));
            html! { <button type="button" class="button" data-unit={position.to_string()} aria-label={told.in_unit(&asked, &label)} {onclick}>{ label }</button> }
        };
        return html! {
            <li key={at} class="chip doubt" data-chip={id}><span>{ &asked }{ ": " }{ told.which_unit }</span>{ for row.units.iter().map(unit) }</li>
        };
    }
    if row.is_open() {
        let onclick = on_edit.reform(move |_: MouseEvent| Edit::Take(at));
        return html! {
            <li key={at} class="chip doubt" data-chip={id}>
                <b>{ value(edition, row, &row.entry) }</b>
                <button type="button" class="button" data-action="take" {onclick}>{ told.take }</button>
                { for row.why.iter().map(|why| html! { <small>{ why }</small> }) }
            </li>
        };
    }
    let onclick = on_edit.reform(move |_: MouseEvent| Edit::TakeBack(at));
    let replaced = row.was.iter().filter(|was| replaces(edition.rules, row, was));
    let notes = replaced.map(|was| told.was(&value(edition, row, was))).chain(row.why.iter().cloned());
    html! {
        <li key={at} class="chip" data-chip={id}>
            <button type="button" data-action="take-back" {onclick}>
                <b>{ value(edition, row, &row.entry) }</b>
                { for notes.map(|note| html! { <small>{ note }</small> }) }
                <span class="vh">{ told.take_back }</span>
                { glyph(Icon::Cross) }
            </button>
        </li>
    }
}

/// A piece that was not used: quoted, with its reason where it says more than that.
fn quoted(words: &Words, at: usize, piece: &NotUsed) -> Html {
    let why = (piece.reason != "not-understood").then_some(&piece.message);
    html! {
        <li key={format!("not-{at}")} class="chip unused" data-reason={piece.reason.clone()}>
            <bdi>{ words.intake.quoted(&piece.sent) }</bdi>
            if let Some(why) = why { <small>{ why }</small> }
        </li>
    }
}

/// A record that waits: each answer with where it comes from, to be ticked or not, and what was not used.
pub fn waiting_record(
    edition: Edition,
    intake: &Intake,
    entry_of: impl Fn(&IntakeRow) -> Option<Entry>,
    on_edit: &Callback<Edit>,
) -> Html {
    let words = edition.words;
    let told = &words.intake;
    let ticked = intake.ticked();
    let take = on_edit.reform(|_: MouseEvent| Edit::TakeTicked);
    let close = on_edit.reform(|_: MouseEvent| Edit::CloseIntake);
    html! {
        <section class="record" data-role="record" aria-labelledby="nms-record">
            <p class="problems-title" id="nms-record">{ glyph(Icon::Case) }{ gist(words, intake) }</p>
            if !intake.rows.is_empty() {
                <p>{ told.nothing_entered }</p>
                <ul class="offers" role="list">
                    { for intake.rows.iter().enumerate().map(|(at, row)| offer(edition, at, row, entry_of(row), on_edit)) }
                </ul>
            }
            { not_used(edition, intake) }
            <p class="actions">
                if ticked > 0 { <button type="button" class="button" data-action="take-ticked" onclick={take}>{ told.enter.of(ticked) }</button> }
                <button type="button" class="button" data-action="close-intake" onclick={close}>{ if intake.rows.is_empty() { told.close } else { told.enter_none } }</button>
            </p>
        </section>
    }
}

fn offer(edition: Edition, at: usize, row: &IntakeRow, stands: Option<Entry>, on_edit: &Callback<Edit>) -> Html {
    let words = edition.words;
    let told = &words.intake;
    let onchange =
        on_edit.reform(move |event: Event| Edit::Tick(at, event.target_unchecked_into::<HtmlInputElement>().checked()));
    let stands = stands.filter(|stands| replaces(edition.rules, row, stands) && !stands.text.trim().is_empty());
    html! {
        <li key={at} data-offer={edition.rules.finding_id(row.index)}>
            <label>
                <input type="checkbox" checked={row.ticked} {onchange} />
                <span class="offered">
                    <b>{ value(edition, row, &row.entry) }</b>
                    if differs(row) { <small class="sent">{ &row.sent }</small> }
                    if let Some(stands) = stands { <small class="replaces">{ told.replaces(&value(edition, row, &stands)) }</small> }
                    { for row.why.iter().map(|why| html! { <small>{ why }</small> }) }
                </span>
            </label>
        </li>
    }
}

/// Whether an answer takes the place of another: names of drugs join those that stand there.
fn replaces(rules: &RuleSet, row: &IntakeRow, stands: &Entry) -> bool {
    let names = matches!(rules.finding(row.index).map(|finding| finding.kind), Some(FindingKind::Agents));
    !names && *stands != row.entry
}

/// Whether what was sent says more than the answer.
fn differs(row: &IntakeRow) -> bool {
    let rest = row.sent.strip_prefix(row.entry.text.as_str());
    rest.is_none_or(|rest| !(rest.is_empty() || rest.starts_with(' ')))
}

/// Everything that was not used, each with its reason.
fn not_used(edition: Edition, intake: &Intake) -> Html {
    let words = edition.words;
    let told = &words.intake;
    if intake.not_used.is_empty() && intake.not_mapped == 0 {
        return Html::default();
    }
    let row = |(at, piece): (usize, &NotUsed)| {
        let about = piece.index.map(|index| name(edition.rules, index));
        html! {
            <li key={at} data-reason={piece.reason.clone()}>
                if let Some(about) = about { <b>{ about }</b>{ " " } }
                <small class="sent"><bdi>{ &piece.sent }</bdi></small>{ " " }{ &piece.message }
            </li>
        }
    };
    html! {
        <details class="opens" data-role="not-used-outside">
            <summary>{ told.not_used.of(intake.not_used.len()) }</summary>
            <ul>
                { for intake.not_used.iter().take(MOST_SHOWN).enumerate().map(row) }
                { more(words, intake.not_used.len()) }
                if intake.not_mapped > 0 { <li>{ intake.not_mapped }{ told.not_mapped.of(intake.not_mapped) }</li> }
            </ul>
        </details>
    }
}

fn value(edition: Edition, row: &IntakeRow, entry: &Entry) -> String {
    whole(edition, row.index, &entry.text, entry.unit.unwrap_or(0))
}

fn unit_label(rules: &RuleSet, row: &IntakeRow, unit: usize) -> &'static str {
    match rules.finding(row.index).map(|finding| finding.kind) {
        Some(FindingKind::Number(quantity)) => quantity.units.get(unit).map_or("", |unit| unit.label),
        Some(
            FindingKind::Boolean
            | FindingKind::Choice(_)
            | FindingKind::Date
            | FindingKind::Agents
            | FindingKind::Rules,
        )
        | None => "",
    }
}

/// Moves the focus to the last chip of the line that an element stands in; `false` where there is none.
#[must_use]
pub fn focus_last_chip(within: &Element) -> bool {
    let line = within.closest(".line").ok().flatten();
    let chips = line.and_then(|line| line.query_selector_all(".chip > button").ok());
    let last = chips.and_then(|chips| chips.get(chips.length().wrapping_sub(1)));
    last.map(|last| {
        use wasm_bindgen::JsCast;
        menu::focus(last.unchecked_ref());
    })
    .is_some()
}
