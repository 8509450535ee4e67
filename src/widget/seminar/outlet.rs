//! The ways out of a view: a file or a print, and what is said of each. Where it cannot be known whether a file appeared, its
//! text stands there to be copied.

use yew::prelude::*;

use crate::widget::language::use_lesson;
use crate::widget::outside::{Handed, download, print};
use crate::widget::problems::{MOST_SHOWN, more};

/// What became of the last way out.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Outcome {
    /// Nothing was asked for.
    #[default]
    None,
    /// A file was offered, or could not be.
    Offered(bool, AttrValue),
    /// No print began.
    NotPrinted,
    /// What an act of the view has to say.
    Said(Vec<String>),
}

/// Offers a file and says what became of it.
pub fn save(outcome: &UseStateSetter<Outcome>, text: String, name: &str, kind: &str) {
    let offered = download(&text, name, kind);
    outcome.set(Outcome::Offered(offered, text.into()));
}

/// Prints, and says where no print began.
#[must_use]
pub fn printing(outcome: &UseStateSetter<Outcome>) -> Callback<MouseEvent> {
    let outcome = outcome.clone();
    Callback::from(move |_: MouseEvent| {
        let outcome = outcome.clone();
        print(Callback::from(move |()| outcome.set(Outcome::NotPrinted)));
    })
}

/// Properties of [`Outlet`].
#[derive(Clone, PartialEq, Properties)]
pub struct OutletProps {
    /// What became of the last way out.
    pub outcome: Outcome,
}

/// What is said of the last way out.
#[component]
pub fn Outlet(props: &OutletProps) -> Html {
    let lesson = use_lesson();
    let (told, words) = (&lesson.room.outlet, lesson.edition.words);
    html! {
        <div class="outlet" data-role="outlet">
            <div role="status">
                { match &props.outcome {
                    Outcome::None => Html::default(),
                    Outcome::Offered(true, _) => html! { <p>{ told.offered }</p> },
                    Outcome::Offered(false, _) => html! { <p>{ told.not_offered }</p> },
                    Outcome::NotPrinted => html! { <p>{ told.not_printed }</p> },
                    Outcome::Said(lines) => html! { <ul role="list">{ for lines.iter().take(MOST_SHOWN).map(|line| html! { <li>{ line }</li> }) }{ more(words, lines.len()) }</ul> },
                } }
            </div>
            if let Outcome::Offered(_, text) = &props.outcome {
                <Handed {text} note={told.text} />
            }
        </div>
    }
}
