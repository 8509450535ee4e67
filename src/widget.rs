//! The widget: Yew components over the session and its panel. They get plain data and one callback for edits.

pub mod bridge;
pub mod focus;

use std::rc::Rc;

use yew::prelude::*;

use crate::widget::bridge::Bridge;

/// Properties of the root component.
#[derive(Clone, PartialEq, Properties)]
pub struct AdvisorProps {
    /// The session's home.
    pub bridge: Rc<Bridge>,
}

/// The root component.
#[component]
pub fn NmsAdvisor(_props: &AdvisorProps) -> Html {
    html! { <p>{ "loading" }</p> }
}
