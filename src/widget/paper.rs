//! What goes on paper. It is drawn when it is printed: the browser's own command and the menu's both say so in time.

use yew::prelude::*;

use crate::widget::language::use_setting;
use crate::widget::menu::Listening;

/// What is being printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// Nothing: the widget is on a screen.
    #[default]
    Nothing,
    /// The first page alone.
    FirstPage,
    /// The first page, and the plan with everything open.
    Everything,
}

impl Paper {
    /// The word by which the style sheet knows it, in `data-print`.
    #[must_use]
    pub const fn id(self) -> Option<&'static str> {
        match self {
            Self::Nothing => None,
            Self::FirstPage => Some("one"),
            Self::Everything => Some("all"),
        }
    }
}

impl Reducible for Paper {
    type Action = Turn;

    fn reduce(self: std::rc::Rc<Self>, turn: Turn) -> std::rc::Rc<Self> {
        std::rc::Rc::new(match (turn, *self) {
            (Turn::Asks(paper), _) | (Turn::Begins, paper @ Self::FirstPage) => paper,
            (Turn::Begins, _) => Self::Everything,
            (Turn::Ends, _) => Self::Nothing,
        })
    }
}

/// How it comes to a print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The menu asks for this.
    Asks(Paper),
    /// The browser prints, whoever asked it to.
    Begins,
    /// The print is made, or there was none.
    Ends,
}

/// What is being printed, and the way to ask for it; kept by whoever draws the frame, and handed down as a context.
#[hook]
pub fn use_printing() -> (Paper, Callback<Turn>) {
    let paper = use_reducer_eq(Paper::default);
    let ask = use_callback((), {
        let turn = paper.dispatcher();
        move |asked: Turn, ()| turn.dispatch(asked)
    });
    use_effect_with((), {
        let turn = paper.dispatcher();
        move |()| {
            let window = if cfg!(target_arch = "wasm32") { web_sys::window() } else { None };
            let listening = window.map(|window| {
                [("beforeprint", Turn::Begins), ("afterprint", Turn::Ends)].map(|(kind, told)| {
                    let turn = turn.clone();
                    Listening::to(window.clone().into(), kind, move |_| turn.dispatch(told))
                })
            });
            move || drop(listening)
        }
    });
    (*paper, ask)
}

/// What is being printed, for a part of the widget.
#[hook]
pub fn use_paper() -> Paper {
    let told = use_context::<Paper>().unwrap_or_default();
    if use_setting().everything { Paper::Everything } else { told }
}
