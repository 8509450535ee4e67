//! Reference cards of the drugs in the plan: what asks for care in this patient first, published doses by source last.

use yew::prelude::*;

use crate::panel::beyond::{self, CautionView, DrugView};
use crate::widget::authority::authority_view;
use crate::widget::icons::{Icon, glyph};
use crate::widget::plan::around::{Around, fold};
use crate::widget::stock::stock_around;
use crate::widget::volume::{Helper, volume};

/// The cards of the drugs in the plan.
pub fn drug_cards(around: &Around) -> Html {
    let drugs = beyond::drugs(around.edition.rules, &around.panel.assessment);
    html! { <div class="cards">{ for drugs.iter().map(|drug| card(drug, around)) }</div> }
}

fn card(drug: &DrugView, around: &Around) -> Html {
    let told = &around.edition.words.beyond;
    let card = drug.card;
    let here = drug.cautions.iter().filter(|row| row.applies).count();
    let part = format!("drug {}", card.id);
    let open = around.opened.is(&part, false);
    let summary = html! {
        <>
            <span class="fold-title">{ card.label }</span>
            if here > 0 { <span class="tag care">{ glyph(Icon::Warning) }{ told.for_patient.of(here) }</span> }
        </>
    };
    html! {
        <div key={card.id} data-drug={card.id}>
            { fold(around, part, open, "opens", summary, || html! { <div class="section-body">{ inside(drug, around) }</div> }) }
        </div>
    }
}

fn inside(drug: &DrugView, around: &Around) -> Html {
    let words = around.edition.words;
    let told = &words.beyond;
    let (assessment, card) = (&around.panel.assessment, drug.card);
    let (here, always): (Vec<&CautionView>, Vec<&CautionView>) = drug.cautions.iter().partition(|row| row.applies);
    let withheld = beyond::doses_withheld(around.edition.rules, assessment);
    // the dantrolene helper stands on the card of the drug that it is about
    let helper = if card.id == around.edition.rules.beyond.dantrolene.card {
        beyond::volume(words, assessment, around.panel.given)
    } else {
        None
    };
    html! {
        <>
            <ul class="cautions">
                { for here.into_iter().chain(always).map(|row| caution(row, card.id, around)) }
            </ul>
            if !card.doses.is_empty() {
                <div class="doses" data-role="doses">
                    <p class="label">{ told.doses }</p>
                    if withheld.is_empty() {
                        <ul>{ for drug.doses.iter().map(|(text, authority)| html! { <li key={*text}><p>{ *text }</p>{ authority_view(words, authority) }</li> }) }</ul>
                    } else {
                        <p class="second"><b>{ told.withheld }</b>{ withheld }</p>
                    }
                </div>
            }
            if let Some(view) = helper {
                { volume(words, &Helper { dosing: &around.dosing, stocked: !around.stock.is_empty(), view: &view, on_edit: &around.on_edit }) }
                { stock_around(around) }
            }
        </>
    }
}

fn caution(row: &CautionView, drug: &str, around: &Around) -> Html {
    let words = around.edition.words;
    let part = format!("caution {drug} {}", row.text);
    let open = around.opened.is(&part, false);
    let source = html! { <span class="why-word">{ words.reasons.source }<span class="vh">{ format!(": {}", row.text) }</span></span> };
    html! {
        <li key={row.text} data-applies={row.applies.to_string()}>
            <p>
                if row.applies { { glyph(Icon::Warning) }<b>{ words.beyond.for_this_patient }</b> }
                { row.text }
            </p>
            { fold(around, part, open, "why", source, || authority_view(words, &row.authority)) }
        </li>
    }
}
