//! The keys and what they do.

use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::teaching::room::{Act, Aside};
use crate::widget::heading::Heading;
use crate::widget::icons::{Icon, glyph};
use crate::widget::language::use_lesson;

/// Properties of [`Help`].
#[derive(Clone, PartialEq, Properties)]
pub struct HelpProps {
    /// Whether single keys are off.
    pub keys_off: bool,
    /// Takes the acts.
    pub on_act: Callback<Act>,
}

/// The list, and the switch that takes the keys out of use.
#[component]
pub fn Help(props: &HelpProps) -> Html {
    let told = &use_lesson().room.help;
    let on_act = props.on_act.clone();
    let onchange = move |event: Event| {
        on_act.emit(Act::Keys(event.target_unchecked_into::<HtmlInputElement>().checked()));
    };
    html! {
        <Overlay id="keys" title={told.title} on_act={props.on_act.clone()}>
            <p class="row-note">{ told.note }</p>
            <dl class="keys">
                { for told.keys.iter().map(|key| html! { <div key={key.name}><dt><kbd>{ key.name }</kbd></dt><dd>{ key.what }</dd></div> }) }
            </dl>
            <label class="switch" for="nms-keys-on">
                <input type="checkbox" role="switch" id="nms-keys-on" checked={!props.keys_off} {onchange} />
                <span class="track" aria-hidden="true"></span>
                <span>{ told.in_use }</span>
            </label>
        </Overlay>
    }
}

/// Properties of [`Overlay`].
#[derive(Clone, PartialEq, Properties)]
pub struct OverlayProps {
    /// Stable id.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What is in it.
    pub children: Children,
    /// Takes the act that closes it.
    pub on_act: Callback<Act>,
}

/// A box at the head of the view, with a way to close it. It takes the focus when it opens; the view behind stays usable.
#[component]
pub fn Overlay(props: &OverlayProps) -> Html {
    let told = &use_lesson().room.help;
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            if let Some(node) = node.cast::<HtmlElement>() {
                // a box that cannot take the focus is still there to read
                let _ = node.focus();
            }
        });
    }
    let on_act = props.on_act.clone();
    let close = move |_: MouseEvent| on_act.emit(Act::Show(Aside::None));
    let title = format!("nms-{}-title", props.id);
    html! {
        <section ref={node} class="overlay" tabindex="-1" data-role={props.id} aria-labelledby={title.clone()}>
            <div class="overlay-head">
                <Heading class="plan-title" id={title}>{ props.title }</Heading>
                <button type="button" class="button" data-action="close" onclick={close}>{ glyph(Icon::Cross) }{ told.close }</button>
            </div>
            { for props.children.iter() }
        </section>
    }
}
