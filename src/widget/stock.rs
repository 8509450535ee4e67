//! The dantrolene that a site has: where it lies, what is needed, what is short and whom to call.

use yew::prelude::*;

use crate::panel::Panel;
use crate::panel::stock::{StockView, stock as stock_of, times};
use crate::session::Session;
use crate::widget::icons::{Icon, glyph};
use crate::widget::plan::around::Around;
use crate::wording::{Edition, Words};

/// The stock, within a row that asks for it; nothing within any other, and nothing where the page states none.
pub fn stock_in(rule: &str, around: &Around) -> Html {
    if mobilises(around.edition, rule) { stock_around(around) } else { Html::default() }
}

/// Whether the line of a rule also says where dantrolene is.
#[must_use]
pub fn mobilises(edition: Edition, rule: &str) -> bool {
    edition.rules.beyond.dantrolene.mobilised_by.contains(&rule)
}

/// The stock beside the plan of a case; `None` where the page states none.
#[must_use]
pub fn stock_of_case(edition: Edition, session: &Session, panel: &Panel) -> Option<StockView> {
    stock_of(edition, &panel.assessment, panel.given, times(&session.dosing.times), &session.page_stock)
}

/// The stock; nothing where the page states none.
pub fn stock_around(around: &Around) -> Html {
    let (panel, often) = (&around.panel, times(&around.dosing.times));
    let view = stock_of(around.edition, &panel.assessment, panel.given, often, &around.stock);
    view.map_or_else(Html::default, |view| stock(around.edition.words, &view))
}

/// The line that is read aloud, and the places.
pub fn stock(words: &'static Words, view: &StockView) -> Html {
    let told = &words.stock;
    html! {
        <div class="stock" data-role="stock" data-short={view.short.to_string()}>
            <p class="label">{ glyph(if view.short { Icon::Warning } else { Icon::Info }) }{ told.title }</p>
            <p class="stock-aloud"><span class="vh">{ told.aloud }{ ": " }</span>{ &view.aloud }</p>
            <ul class="stock-places" role="list">{ for view.places.iter().map(|line| html! { <li>{ line }</li> }) }</ul>
        </div>
    }
}
