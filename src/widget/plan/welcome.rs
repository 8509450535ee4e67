//! What stands there while nothing is entered: what the plan will give, and examples of it.

use yew::prelude::*;

use crate::guideline::examples::EXAMPLES;
use crate::session::Edit;
use crate::widget::heading::Heading;
use crate::widget::plan::around::Around;

/// The welcome.
pub fn welcome(around: &Around) -> Html {
    let told = &around.edition.words.plan;
    let example = |example: &'static crate::guideline::examples::Example| {
        let on_edit = around.on_edit.clone();
        html! {
            <button type="button" class="button" key={example.id} data-example={example.id} onclick={move |_: MouseEvent| on_edit.emit(Edit::Load(example))}>
                { example.label }
            </button>
        }
    };
    html! {
        <div class="welcome" data-role="welcome">
            <Heading below={2} class="welcome-title">{ told.welcome }</Heading>
            <p>{ told.welcome_text }</p>
            <ol class="promises" role="list">
                { for told.welcome_steps.iter().enumerate().map(|(at, step)| html! { <li key={at}><span class="number">{ at + 1 }</span><b>{ step.text }</b><span>{ step.detail }</span></li> }) }
            </ol>
            <p class="examples">{ told.see_one }{ " " }{ for EXAMPLES.iter().map(example) }</p>
        </div>
    }
}
