//! What an open row shows: the full text, its parts, why it is there, and on whose authority.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::assessment::{Scope, Status};
use crate::engine::rule::Kind;
use crate::panel::rows::Row;
use crate::panel::{Backing, Card};
use crate::widget::authority::authority_view;
use crate::widget::basis::basis_badge;
use crate::widget::contacts::contacts;
use crate::widget::disagreement::disagreement_view;
use crate::widget::explanation::{explanation, reasons};
use crate::widget::icons::{Icon, glyph};
use crate::widget::plan::around::{Around, Mark, fold};
use crate::widget::plan::row::tick_of;
use crate::widget::stock::stock_in;
use crate::wording::{Edition, Words};

/// The inside of a row.
pub fn body(row: &Row, around: &Rc<Around>) -> Html {
    let words = around.edition.words;
    let told = &words.plan;
    let card = &row.card;
    let Some(backing) = around.panel.backing(around.edition, card.rule) else { return Html::default() };
    html! {
        <div class="body">
            <div class="said">
                { text(card) }
                { stock_in(card.rule.id, around) }
                if !row.parts.is_empty() {
                    <ul class="parts">{ for row.parts.iter().map(|part| inside(words, part, around)) }</ul>
                }
                if !row.folded.is_empty() {
                    <div>
                        <p class="label">{ told.with_it }</p>
                        <ul class="parts">{ for row.folded.iter().map(|part| inside(words, part, around)) }</ul>
                    </div>
                }
                { contacts(card.rule.id, around) }
                { because(words, &backing) }
            </div>
            <div class="behind">
                { behind(around.edition, card, &backing) }
                if card.is_doable() { { not_here(words, card, &around.on_mark) } }
            </div>
        </div>
    }
}

/// The full text where it says more than the headline, what belongs to it, and what goes past the article.
fn text(card: &Card) -> Html {
    let full = card.rule.text;
    html! {
        <>
            if full != card.headline { <p class="full">{ full }</p> }
            if !card.rule.detail.is_empty() { <p>{ card.rule.detail }</p> }
            if !card.beyond.is_empty() { <p>{ card.beyond }</p> }
        </>
    }
}

/// The answers that decided the line.
fn because(words: &'static Words, backing: &Backing) -> Html {
    if backing.why.is_empty() {
        return Html::default();
    }
    html! { <div><p class="label">{ words.plan.because }</p>{ reasons(words, &backing.why) }</div> }
}

/// Statements, publications, and where sources differ.
fn behind(edition: Edition, card: &Card, backing: &Backing) -> Html {
    let words = edition.words;
    let told = &words.plan;
    html! {
        <>
            <p class="label">{ told.authority }{ basis_badge(words, card.rule.basis) }</p>
            { authority_view(words, &backing.authority) }
            if !backing.disagreements.is_empty() {
                <p class="label">{ told.differ }</p>
                <div class="disagreements">{ for backing.disagreements.iter().map(|row| disagreement_view(edition, row)) }</div>
            }
        </>
    }
}

/// A line that is folded into another one, with a tick where it can be carried out, and its own reasons.
fn inside(words: &'static Words, card: &Card, around: &Rc<Around>) -> Html {
    let told = &words.plan;
    let rule = card.rule;
    let (icon, lead) = match (card.status, rule.kind) {
        (Status::CheckFirst, _) => (Icon::Question, told.check_first),
        (Status::Withheld, _) => (Icon::Withheld, told.withheld),
        (_, Kind::Note | Kind::Watch) if rule.urgency > crate::engine::rule::Urgency::Info => (Icon::Warning, ""),
        (_, Kind::Note | Kind::Watch) => (Icon::Info, ""),
        (_, Kind::Consider) => (Icon::Consider, ""),
        (_, Kind::Avoid) => (Icon::NoEntry, ""),
        (_, Kind::Do | Kind::Monitor) => (Icon::Do, ""),
    };
    let part = rule.id.to_string();
    let open = around.opened.is(&part, false);
    let why =
        html! { <span class="why-word">{ words.why }<span class="vh">{ format!(": {}", card.headline) }</span></span> };
    let more = || {
        let backing = around.panel.backing(around.edition, rule);
        backing.map_or_else(Html::default, |backing| {
            html! {
                <>
                    <p class="label">{ told.authority }{ basis_badge(words, rule.basis) }</p>
                    { explanation(around.edition, &backing.why, Some(&backing.authority), &backing.disagreements) }
                    if card.is_doable() { { not_here(words, card, &around.on_mark) } }
                </>
            }
        })
    };
    html! {
        <li key={rule.id} class="part" data-rule={rule.id} data-status={card.status.id()} data-kind={rule.kind.id()} data-urgency={rule.urgency.id()} data-done={card.given.to_string()} data-not-possible={card.not_possible.to_string()}>
            if card.is_doable() {
                { tick_of(words, card, if card.given { "true" } else { "false" }, &around.on_mark) }
            } else {
                <span class="sign">{ glyph(icon) }</span>
            }
            <div>
                <p class="part-head">
                    if rule.kind != Kind::Do { <span class="vh">{ words.state.strength(rule.kind) }{ ": " }</span> }
                    <b data-role="headline">{ card.headline }</b>
                </p>
                if let Some(question) = card.question { <p class="second"><b>{ lead }</b>{ question }</p> }
                if card.not_possible { <p class="second"><b>{ told.not_possible }</b>{ told.not_possible_ask }</p> }
                { text(card) }
                { fold(around, part, open, "why", why, more) }
            </div>
        </li>
    }
}

/// Says that a line cannot be carried out where the patient is, or takes that back.
fn not_here(words: &'static Words, card: &Card, on_mark: &Callback<(Mark, &'static str)>) -> Html {
    let (on_mark, id) = (on_mark.clone(), card.rule.id);
    html! {
        <button
            type="button"
            class="not-here"
            data-action="not-possible"
            aria-label={words.plan.mark_not_here(&card.headline)}
            aria-pressed={card.not_possible.to_string()}
            onclick={move |_: MouseEvent| on_mark.emit((Mark::NotPossible, id))}
        >
            { glyph(Icon::Cross) }{ words.plan.not_here }
        </button>
    }
}

/// Whether a view shows the article alone, where sections of the literature have nothing to show.
#[must_use]
pub fn article_alone(around: &Around) -> bool {
    around.panel.assessment.scope == Scope::ArticleOnly
}
