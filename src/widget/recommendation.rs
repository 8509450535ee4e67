//! One line of advice.

use yew::prelude::*;

use crate::engine::assessment::Status;
use crate::engine::rule::Kind;
use crate::panel::Card;
use crate::panel::news::Mark as News;
use crate::widget::basis::basis_badge;
use crate::widget::explanation::explanation;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_words;
use crate::widget::tags::tags;
use crate::wording::Words;

/// Properties of [`Recommendation`].
#[derive(Clone, PartialEq, Properties)]
pub struct RecommendationProps {
    /// The line.
    pub card: Card,
    /// Its number in the order of what to do; `None` where order says nothing.
    #[prop_or_default]
    pub number: Option<usize>,
    /// What the last answer made of it.
    #[prop_or_default]
    pub news: Option<News>,
    /// Marks it, or takes the mark back.
    pub on_mark: Callback<(Mark, &'static str)>,
}

/// What a reader can say about a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It was carried out.
    Done,
    /// It cannot be carried out where the patient is.
    NotPossible,
}

/// A card.
#[component]
pub fn Recommendation(props: &RecommendationProps) -> Html {
    let words = use_words();
    let told = &words.plan;
    let card = &props.card;
    let rule = card.rule;
    let text_id = format!("nms-r-{}", rule.id);
    html! {
        <article
            class="card"
            part="recommendation"
            data-rule={rule.id}
            data-status={card.status.id()}
            data-kind={rule.kind.id()}
            data-urgency={rule.urgency.id()}
            data-basis={rule.basis.id()}
            data-done={card.given.to_string()}
            data-not-possible={card.not_possible.to_string()}
            data-numbered={props.number.is_some().to_string()}
            data-marks={doable(card).to_string()}
            aria-labelledby={text_id.clone()}
        >
            if let Some(number) = props.number {
                <span class="number">{ number }</span>
            }
            <div class="card-body">
                <p class="card-text" id={text_id}>{ spoken(words, rule.kind) }<strong>{ card.headline }</strong>{ news(words, props.news) }</p>
                if card.not_possible {
                    <p class="card-question">{ glyph(Icon::Cross) }<span><b>{ told.not_possible }</b>{ told.not_possible_ask }</span></p>
                }
                { question(words, card) }
                if !rule.detail.is_empty() {
                    <p class="card-detail">{ rule.detail }</p>
                }
                if !card.beyond.is_empty() {
                    <p class="card-detail">{ card.beyond }</p>
                }
                <details class="why">
                    <summary>
                        { tags(words, rule.kind, rule.urgency) }
                        { basis_badge(words, rule.basis) }
                        if !card.disagreements.is_empty() {
                            <span class="vh">{ ", " }</span><span class="tag">{ glyph(Icon::Sides) }{ told.sources_differ }</span>
                        }
                        <span class="vh">{ ". " }</span><span class="why-word">{ words.why }<span class="vh">{ format!(": {}", rule.text) }</span>{ glyph(Icon::Chevron) }</span>
                    </summary>
                    { explanation(words, &card.why, Some(&card.authority), &card.disagreements) }
                </details>
            </div>
            { marks(words, props) }
        </article>
    }
}

/// What is not to be done must not sound like what is: its strength comes before its words. On screen it stands below.
fn spoken(words: &'static Words, kind: Kind) -> Html {
    if kind == Kind::Do {
        return Html::default();
    }
    html! { <span class="vh">{ words.state.strength(kind) }{ ": " }</span> }
}

/// New or changed since the last answer: a word, not only a colour.
fn news(words: &'static Words, news: Option<News>) -> Html {
    match news {
        Some(News::New) => html! { <span class="fresh">{ words.plan.new }</span> },
        Some(News::Changed) => html! { <span class="fresh">{ words.plan.changed }</span> },
        None => Html::default(),
    }
}

/// The question of a check-first; why it is withheld.
fn question(words: &'static Words, card: &Card) -> Html {
    let (icon, word) = match card.status {
        Status::CheckFirst => (Icon::Question, words.plan.check_first),
        Status::Withheld => (Icon::Withheld, words.plan.withheld),
        Status::Advised | Status::NotIndicated => return Html::default(),
    };
    html! { <p class="card-question">{ glyph(icon) }<span><b>{ word }</b>{ card.question }</span></p> }
}

const fn doable(card: &Card) -> bool {
    match card.rule.kind {
        Kind::Do | Kind::Consider | Kind::Monitor => {
            matches!(card.status, Status::Advised) || card.given || card.not_possible
        }
        Kind::Avoid | Kind::Watch | Kind::Note => false,
    }
}

/// The marks, on what can be carried out: nobody carries out an avoid.
fn marks(words: &'static Words, props: &RecommendationProps) -> Html {
    let told = &words.plan;
    let card = &props.card;
    if !doable(card) {
        return Html::default();
    }
    let button = |mark: Mark, pressed: bool, action: &'static str, name: String, word: &'static str, icon: Icon| {
        let (on_mark, id) = (props.on_mark.clone(), card.rule.id);
        html! {
            <button
                type="button"
                class="done"
                data-action={action}
                aria-label={name}
                aria-pressed={pressed.to_string()}
                onclick={move |_: MouseEvent| on_mark.emit((mark, id))}
            >
                <span class="box" aria-hidden="true">{ glyph(icon) }</span>
                { word }
            </button>
        }
    };
    html! {
        <div class="marks">
            { button(Mark::Done, card.given, "done", told.mark_done(&card.rule.text), told.done, Icon::Done) }
            { button(Mark::NotPossible, card.not_possible, "not-possible", told.mark_not_here(&card.rule.text), told.not_here, Icon::Cross) }
        </div>
    }
}
