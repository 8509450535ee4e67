//! What stands below the plan: look-alikes, score, drug cards, monitoring schedule, rechallenge, and every disagreement.

use yew::prelude::*;

use crate::engine::finding::FindingIndex;
use crate::engine::source::Basis;
use crate::guideline::NMS;
use crate::panel::beyond::{Beyond, GateView};
use crate::session::Edit;
use crate::widget::basis::basis_badge;
use crate::widget::disagreement::disagreement_view;
use crate::widget::drugs::Drugs;
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_words;
use crate::widget::look_alikes::LookAlikes;
use crate::widget::score::ScoreDetails;
use crate::wording::Words;

/// Properties of [`BeyondView`].
#[derive(Clone, PartialEq, Properties)]
pub struct BeyondViewProps {
    /// What the literature adds.
    pub beyond: Beyond,
    /// The dose of dantrolene, as typed.
    pub dose: AttrValue,
    /// Takes the edits.
    pub on_edit: Callback<Edit>,
    /// Leads to a field; `None` where there is no form beside the panel.
    pub on_focus: Option<Callback<FindingIndex>>,
}

/// Everything beside the plan.
#[component]
pub fn BeyondView(props: &BeyondViewProps) -> Html {
    let words = use_words();
    let beyond = &props.beyond;
    html! {
        <div class="beyond">
            <LookAlikes rows={beyond.look_alikes.clone()} on_focus={props.on_focus.clone()} />
            <Drugs
                drugs={beyond.drugs.clone()} doses_withheld={beyond.doses_withheld} volume={beyond.volume.clone()}
                dose={props.dose.clone()} on_edit={props.on_edit.clone()}
            />
            <section class="plan-group" aria-labelledby="nms-reference-title">
                <Heading below={2} class="plan-title" id="nms-reference-title">{ glyph(Icon::Ruler) }{ words.beyond.title }</Heading>
                <div class="folds">
                    <ScoreDetails score={beyond.score.clone()} features={beyond.features.clone()} />
                    { schedule(words, beyond) }
                    { gate(words, beyond.gate.as_ref()) }
                    <Disagreements />
                </div>
            </section>
        </div>
    }
}

fn schedule(words: &'static Words, beyond: &Beyond) -> Html {
    let told = &words.beyond;
    if beyond.schedule.is_empty() {
        return Html::default();
    }
    html! {
        <details class="fold" data-role="schedule">
            <summary>{ glyph(Icon::Monitor) }<span class="fold-title">{ told.how_often }</span>{ basis_badge(words, Basis::Design) }{ glyph(Icon::Chevron) }</summary>
            <div class="fold-body">
                <p class="row-note">{ beyond.schedule.first().map_or("", |(row, _)| row.source.interpretation) }</p>
                <table class="items">
                    <thead><tr><th scope="col">{ told.what }</th><th scope="col">{ told.at_severity }</th></tr></thead>
                    <tbody>{ for beyond.schedule.iter().map(|(row, interval)| html! { <tr key={row.item}><th scope="row">{ row.item }</th><td>{ *interval }</td></tr> }) }</tbody>
                </table>
            </div>
        </details>
    }
}

fn gate(words: &'static Words, gate: Option<&GateView>) -> Html {
    gate.map_or_else(Html::default, |gate| {
        html! {
            <details class="fold" data-role="gate" data-state={gate.state}>
                <summary>{ glyph(Icon::Later) }<span class="fold-title">{ words.beyond.gate }</span>{ glyph(Icon::Chevron) }</summary>
                <div class="fold-body"><p>{ &gate.text }</p></div>
            </details>
        }
    })
}

/// Every question on which sources differ, in one list.
#[component]
fn Disagreements() -> Html {
    let words = use_words();
    html! {
        <details class="fold" data-role="disagreements">
            <summary>{ glyph(Icon::Sides) }<span class="fold-title">{ words.beyond.differ(&NMS.disagreements.len()) }</span>{ glyph(Icon::Chevron) }</summary>
            <div class="fold-body disagreements">
                { for NMS.disagreements.iter().map(|row| disagreement_view(words, row)) }
            </div>
        </details>
    }
}
