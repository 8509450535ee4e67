//! A row: one line of the plan, with a tick where it can be carried out. It opens in place.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::assessment::Status;
use crate::engine::rule::{Kind, Urgency};
use crate::panel::Card;
use crate::panel::news::Mark as News;
use crate::panel::rows::{Area, Row};
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_words;
use crate::widget::plan::around::{Around, Mark, fold};
use crate::widget::plan::body::body;
use crate::wording::Words;

/// Properties of [`RowView`].
#[derive(Clone, Properties)]
pub struct RowProps {
    /// The row.
    pub row: Row,
    /// Where it stands.
    pub area: Area,
    /// What the last answer made of it.
    pub news: Option<News>,
    /// Whether it is open.
    pub open: bool,
    /// Words at its end: who else is called in it.
    #[prop_or_default]
    pub gist: AttrValue,
    /// What it needs once it is open.
    pub around: Rc<Around>,
}

impl PartialEq for RowProps {
    /// A closed row shows nothing of what is around it, so that an edit draws the rows alone that it changes.
    fn eq(&self, other: &Self) -> bool {
        let head = |props: &Self| (props.area, props.news, props.open);
        head(self) == head(other)
            && self.gist == other.gist
            && self.row == other.row
            && self.around.on_mark == other.around.on_mark
            && self.around.edition == other.around.edition
            && (!self.open || Rc::ptr_eq(&self.around, &other.around))
    }
}

/// A row.
#[component]
pub fn RowView(props: &RowProps) -> Html {
    let words = use_words();
    let Row { card, .. } = &props.row;
    let rule = card.rule;
    let summary = html! {
        <>
            { mark(&props.row, props.area) }
            { spoken(words, rule.kind) }
            <strong class="head" data-role="headline">{ card.headline }</strong>
            <span class="meta">{ meta(words, props) }</span>
            { second(words, card) }
        </>
    };
    html! {
        <li
            class="row"
            part="recommendation"
            data-rule={rule.id}
            data-status={card.status.id()}
            data-kind={rule.kind.id()}
            data-urgency={rule.urgency.id()}
            data-basis={rule.basis.id()}
            data-done={whole(&props.row).to_string()}
            data-not-possible={card.not_possible.to_string()}
        >
            if card.is_doable() { { tick(words, &props.row, &props.around.on_mark) } }
            { fold(&props.around, rule.id.to_string(), props.open, "opens", summary, || body(&props.row, &props.around)) }
        </li>
    }
}

/// Whether the line and all its parts are done, or cannot be done here.
fn whole(row: &Row) -> bool {
    row.card.given && row.ticked().all(|card| card.given || card.not_possible)
}

/// What is not to be done must not sound like what is: its strength comes before its words. On screen a sign says it.
fn spoken(words: &'static Words, kind: Kind) -> Html {
    if kind == Kind::Do {
        return Html::default();
    }
    html! { <span class="vh">{ words.state.strength(kind) }{ ": " }</span> }
}

/// Advised, asked, optional and forbidden never look alike: a number, a question mark, a diamond, a sign.
fn mark(row: &Row, area: Area) -> Html {
    if let Some(number) = row.number {
        return html! { <span class="number">{ number }</span> };
    }
    let card = &row.card;
    let icon = match (card.status, card.rule.kind) {
        (Status::Withheld, _) => Icon::Withheld,
        (Status::CheckFirst, _) => Icon::Question,
        (_, Kind::Avoid) => Icon::NoEntry,
        (_, Kind::Consider) => Icon::Consider,
        (_, Kind::Do | Kind::Monitor) => Icon::Do,
        (_, Kind::Watch | Kind::Note) if area == Area::Dangers && card.rule.urgency == Urgency::Critical => {
            Icon::Critical
        }
        (_, Kind::Watch | Kind::Note) if area == Area::Dangers => Icon::Warning,
        (_, Kind::Watch | Kind::Note) => Icon::Info,
    };
    html! { <span class="sign">{ glyph(icon) }</span> }
}

/// What stands at the end of a row.
fn meta(words: &'static Words, props: &RowProps) -> Html {
    let told = &words.plan;
    let row = &props.row;
    let parts = row.ticked().count();
    let (cautions, questions) = (row.cautions(), row.questions());
    let rule = row.card.rule;
    let differ = props.around.edition.rules.disagreements.iter().any(|of| of.rules.contains(&rule.id));
    html! {
        <>
            { news(words, props.news) }
            if row.card.not_possible { <span class="tag">{ glyph(Icon::Cross) }{ told.not_here }</span> }
            if !props.gist.is_empty() { <span class="gist">{ &props.gist }</span> }
            if parts > 1 { <span class="tag"><span class="word">{ told.parts.of(parts) }</span></span> }
            if questions > 0 { <span class="tag ask">{ glyph(Icon::Question) }<span class="word">{ told.to_check.of(questions) }</span></span> }
            if cautions > 0 { <span class="tag care">{ glyph(Icon::Warning) }<span class="word">{ told.cautions.of(cautions) }</span></span> }
            if differ { <span class="tag">{ glyph(Icon::Sides) }<span class="vh">{ told.sources_differ }</span></span> }
            if urgent(rule.kind) { { urgency(words, rule.urgency) } }
        </>
    }
}

/// The urgency of a step or an option, as icon and word; that of an avoid or a danger is in its sign.
fn urgency(words: &'static Words, urgency: Urgency) -> Html {
    let icon = match urgency {
        Urgency::Critical => Icon::Critical,
        Urgency::Warning => Icon::Warning,
        Urgency::Info => return Html::default(),
    };
    html! { <span class="tag urgency">{ glyph(icon) }<span class="word">{ words.state.urgency(urgency) }</span></span> }
}

const fn urgent(kind: Kind) -> bool {
    matches!(kind, Kind::Do | Kind::Consider | Kind::Monitor)
}

/// New or changed since the last answer: a word, not only a colour.
fn news(words: &'static Words, news: Option<News>) -> Html {
    match news {
        Some(News::New) => html! { <span class="fresh">{ words.plan.new }</span> },
        Some(News::Changed) => html! { <span class="fresh">{ words.plan.changed }</span> },
        None => Html::default(),
    }
}

/// The second line: the question of a check-first; why it is withheld; what to do where it is not possible.
fn second(words: &'static Words, card: &Card) -> Html {
    let told = &words.plan;
    let (word, text) = match card.status {
        Status::CheckFirst => (told.check_first, card.question.unwrap_or_default()),
        Status::Withheld => (told.withheld, card.question.unwrap_or_default()),
        Status::Advised | Status::NotIndicated if card.not_possible => (told.not_possible, told.not_possible_ask),
        Status::Advised | Status::NotIndicated => return Html::default(),
    };
    html! { <span class="second"><b>{ word }</b>{ text }</span> }
}

/// The tick of a row. Where lines belong to it, it is full only when all of them are done: a tick on a closed row says
/// nothing of what the reader does not see.
fn tick(words: &'static Words, row: &Row, on_mark: &Callback<(Mark, &'static str)>) -> Html {
    let some = row.ticked().any(|card| card.given);
    let state = match (whole(row), some) {
        (true, _) => "true",
        (false, true) => "mixed",
        (false, false) => "false",
    };
    tick_of(words, &row.card, state, on_mark)
}

/// The tick of a line.
pub(super) fn tick_of(
    words: &'static Words,
    card: &Card,
    state: &'static str,
    on_mark: &Callback<(Mark, &'static str)>,
) -> Html {
    let (on_mark, id) = (on_mark.clone(), card.rule.id);
    html! {
        <button
            type="button"
            class="tick"
            data-action="done"
            aria-label={words.plan.mark_done(&card.headline)}
            aria-pressed={state}
            onclick={move |_: MouseEvent| on_mark.emit((Mark::Done, id))}
        />
    }
}
