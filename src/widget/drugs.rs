//! Reference cards of the drugs in the plan: what asks for care in this patient first, published doses by source last.

use yew::prelude::*;

use crate::panel::beyond::{CautionView, DrugView, VolumeView};
use crate::session::Edit;
use crate::widget::authority::authority_view;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_words;
use crate::widget::volume::Volume;
use crate::wording::Words;

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
    let words = use_words();
    if props.drugs.is_empty() {
        return Html::default();
    }
    html! {
        <section class="plan-group drugs" data-role="drugs" aria-labelledby="nms-drugs-title">
            <Heading below={2} class="plan-title" id="nms-drugs-title">
                { glyph(Icon::Book) }
                { words.beyond.drugs }
            </Heading>
            <div class="folds">{ for props.drugs.iter().map(|drug| card(words, drug, props)) }</div>
        </section>
    }
}

fn card(words: &'static Words, drug: &DrugView, props: &DrugsProps) -> Html {
    let told = &words.beyond;
    let card = drug.card;
    let (here, always): (Vec<&CautionView>, Vec<&CautionView>) = drug.cautions.iter().partition(|row| row.applies);
    html! {
        <details class="fold" key={card.id} data-drug={card.id}>
            <summary>
                <span class="fold-title">{ card.label }</span>
                if !here.is_empty() {
                    <span class="tag strength">{ glyph(Icon::Warning) }{ told.for_patient.of(here.len()) }</span>
                }
                { glyph(Icon::Chevron) }
            </summary>
            <div class="fold-body">
                <ul class="cautions">
                    { for here.into_iter().map(|row| caution(words, row, true)) }
                    { for always.into_iter().map(|row| caution(words, row, false)) }
                </ul>
                if !card.doses.is_empty() {
                    <div class="doses" data-role="doses">
                        <p class="label">{ told.doses }</p>
                        if props.doses_withheld.is_empty() {
                            <ul>{ for drug.doses.iter().map(|(text, authority)| html! { <li key={*text}><p>{ *text }</p>{ authority_view(words, authority) }</li> }) }</ul>
                        } else {
                            <p class="card-question">{ glyph(Icon::Withheld) }<span><b>{ told.withheld }</b>{ props.doses_withheld.clone() }</span></p>
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

fn caution(words: &'static Words, row: &CautionView, here: bool) -> Html {
    html! {
        <li key={row.text} data-applies={here.to_string()}>
            <p>
                if here {
                    { glyph(Icon::Warning) }<b>{ words.beyond.for_this_patient }</b>
                }
                { row.text }
            </p>
            <details class="why">
                <summary><span class="why-word">{ words.reasons.source }<span class="vh">{ format!(": {}", row.text) }</span>{ glyph(Icon::Chevron) }</span></summary>
                { authority_view(words, &row.authority) }
            </details>
        </li>
    }
}
