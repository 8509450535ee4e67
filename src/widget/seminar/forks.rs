//! In the debrief: each fork of the case, which way it went and why, and what the other roads would have brought.

use yew::prelude::*;

use crate::teaching::forks::{Arrival, ForkTold, Rest, WayTold};
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::wording::room::{Lesson, fork::Fork as Words};

/// Every fork that was passed.
pub fn forks(lesson: Lesson, forks: &[ForkTold]) -> Html {
    let words = &lesson.room.fork;
    if forks.is_empty() {
        return Html::default();
    }
    html! {
        <section class="forks" data-role="forks" aria-labelledby="nms-forks-title">
            <Heading below={1} class="plan-title" id="nms-forks-title">{ glyph(Icon::Sides) }{ words.title }</Heading>
            <p class="row-note">{ words.note }</p>
            <ol role="list">{ for forks.iter().map(|fork| one(lesson, words, fork)) }</ol>
        </section>
    }
}

fn one(lesson: Lesson, words: &Words, fork: &ForkTold) -> Html {
    html! {
        <li key={fork.place} class="fork plate">
            <Heading below={2} class="fork-title">{ words.left(&fork.place, &fork.title) }</Heading>
            if !fork.because.is_empty() {
                <div class="fork-because">
                    <p class="step-kind">{ words.because }</p>
                    <ul role="list">{ for fork.because.iter().map(|line| html! { <li key={line.clone()}>{ line }</li> }) }</ul>
                </div>
            }
            <p class="step-kind">{ words.asked }</p>
            <ul class="fork-ways" role="list">{ for fork.ways.iter().enumerate().map(|(at, way)| html! { <li key={at} data-taken={way.taken.to_string()}>{ told(lesson, words, way) }</li> }) }</ul>
        </li>
    }
}

fn told(lesson: Lesson, words: &Words, way: &WayTold) -> Html {
    html! {
        <>
            <p class="fork-condition"><span class="tag">{ glyph(if way.taken { Icon::Done } else { Icon::Minus }) }{ if way.taken { words.taken } else { words.not_taken } }</span><span>{ &way.condition }</span></p>
            if let Some(to) = &way.to {
                { arrival(lesson, words, to) }
            } else {
                <p>{ words.ends }</p>
            }
        </>
    }
}

fn arrival(lesson: Lesson, words: &Words, to: &Arrival) -> Html {
    html! {
        <>
            <p class="fork-stage"><b>{ &to.title }</b><span>{ lesson.room.time.after(i64::from(to.minutes)) }</span></p>
            <p>{ &to.story }</p>
            if !to.rests_on.is_empty() {
                <p class="row-note">{ words.rests_on }{ for to.rests_on.iter().enumerate().map(|(at, rest)| html! { <>{ if at > 0 { "; " } else { "" } }{ source(lesson, rest) }</> }) }</p>
            }
        </>
    }
}

fn source(lesson: Lesson, rest: &Rest) -> Html {
    match rest {
        Rest::Words(words) => html! { { words } },
        Rest::Citation(row) => match row.url {
            Some(url) => html! {
                <a href={url} target="_blank" rel="noopener noreferrer">{ row.text }{ glyph(Icon::External) }<span class="vh">{ lesson.edition.words.reasons.new_tab }</span></a>
            },
            None => html! { { row.text } },
        },
    }
}
