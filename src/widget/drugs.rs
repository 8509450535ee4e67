//! Reference cards of the drugs in the plan: what asks for care in this patient first, published doses by source last.

use yew::prelude::*;

use crate::panel::beyond::{CautionView, DrugView, VolumeView};
use crate::session::Edit;
use crate::widget::authority::authority_view;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::volume::Volume;

/// Properties of [`Drugs`].
#[derive(Clone, PartialEq, Properties)]
pub struct DrugsProps {
    /// The cards.
    pub drugs: Vec<DrugView>,
    /// Why no dose is shown; empty where doses are.
    pub doses_withheld: AttrValue,
    /// The dantrolene volume, while dantrolene is in question.
    pub volume: Option<VolumeView>,
    /// The dose in milligrams a kilogram, as typed.
    pub dose: AttrValue,
    /// Takes the dose.
    pub on_edit: Callback<Edit>,
}

/// The drug reference.
#[component]
pub fn Drugs(props: &DrugsProps) -> Html {
    if props.drugs.is_empty() {
        return Html::default();
    }
    html! {
        <section class="plan-group drugs" data-role="drugs" aria-labelledby="nms-drugs-title">
            <Heading below={2} class="plan-title" id="nms-drugs-title">
                { glyph(Icon::Book) }
                { "Drugs: reference" }
            </Heading>
            <div class="folds">{ for props.drugs.iter().map(|drug| card(drug, props)) }</div>
        </section>
    }
}

fn card(drug: &DrugView, props: &DrugsProps) -> Html {
    let card = drug.card;
    let (here, always): (Vec<&CautionView>, Vec<&CautionView>) = drug.cautions.iter().partition(|row| row.applies);
    html! {
        <details class="fold" key={card.id} data-drug={card.id}>
            <summary>
                <span class="fold-title">{ card.label }</span>
                if !here.is_empty() {
                    <span class="tag strength">{ glyph(Icon::Warning) }{ format!("{} for this patient", here.len()) }</span>
                }
                { glyph(Icon::Chevron) }
            </summary>
            <div class="fold-body">
                <ul class="cautions">
                    { for here.into_iter().map(|row| caution(row, true)) }
                    { for always.into_iter().map(|row| caution(row, false)) }
                </ul>
                if !card.doses.is_empty() {
                    <div class="doses" data-role="doses">
                        <p class="label">{ "Beyond the article: published reference doses, side by side. No order; check your formulary, a poison centre or anaesthesia." }</p>
                        if props.doses_withheld.is_empty() {
                            <ul>{ for drug.doses.iter().map(|(text, authority)| html! { <li key={*text}><p>{ *text }</p>{ authority_view(authority) }</li> }) }</ul>
                        } else {
                            <p class="card-question">{ glyph(Icon::Withheld) }<span><b>{ "Withheld. " }</b>{ props.doses_withheld.clone() }</span></p>
                        }
                    </div>
                }
                if card.id == "dantrolene" {
                    if let Some(volume) = &props.volume {
                        <Volume volume={volume.clone()} dose={props.dose.clone()} on_edit={props.on_edit.clone()} />
                    }
                }
            </div>
        </details>
    }
}

fn caution(row: &CautionView, here: bool) -> Html {
    html! {
        <li key={row.text} data-applies={here.to_string()}>
            <p>
                if here {
                    { glyph(Icon::Warning) }<b>{ "For this patient: " }</b>
                }
                { row.text }
            </p>
            <details class="why">
                <summary><span class="why-word">{ "Source" }<span class="vh">{ format!(": {}", row.text) }</span>{ glyph(Icon::Chevron) }</span></summary>
                { authority_view(&row.authority) }
            </details>
        </li>
    }
}
