//! Headings whose level fits the host page.

use yew::prelude::*;
use yew::virtual_dom::VTag;

use crate::widget::language::use_setting;

/// Properties of [`Heading`].
#[derive(Clone, PartialEq, Properties)]
pub struct HeadingProps {
    /// How many levels below the widget's top headings.
    #[prop_or_default]
    pub below: u8,
    /// Classes.
    #[prop_or_default]
    pub class: Classes,
    /// Its id, where something is labelled by it.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Its text.
    pub children: Html,
}

/// A heading.
#[component]
pub fn Heading(props: &HeadingProps) -> Html {
    let tag = match use_setting().level.saturating_add(props.below) {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        6.. => "h6",
    };
    let mut heading = VTag::new(tag);
    if let Some(id) = &props.id {
        heading.add_attribute("id", id);
    }
    if !props.class.is_empty() {
        heading.add_attribute("class", props.class.to_string());
    }
    heading.add_child(props.children.clone());
    heading.into()
}
