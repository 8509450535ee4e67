//! What to measure how often, at the grade that is reached.

use yew::prelude::*;

use crate::engine::source::Basis;
use crate::panel::beyond::scheduled;
use crate::widget::basis::basis_badge;
use crate::widget::plan::around::Around;

/// The table, with what was read into it.
pub fn schedule_table(around: &Around) -> Html {
    let told = &around.edition.words.beyond;
    let rows: Vec<_> = scheduled(around.edition.rules, &around.panel.assessment).collect();
    html! {
        <>
            <p class="row-note">{ basis_badge(around.edition.words, Basis::Design) }{ " " }{ rows.first().map_or("", |(row, _)| row.source.interpretation) }</p>
            <table class="items">
                <thead><tr><th scope="col">{ told.what }</th><th scope="col">{ told.at_severity }</th></tr></thead>
                <tbody>{ for rows.iter().map(|(row, interval)| html! { <tr key={row.item}><th scope="row">{ row.item }</th><td>{ *interval }</td></tr> }) }</tbody>
            </table>
        </>
    }
}
