//! Moving the focus to a field from outside the form: from the list of what is missing, and from the host page.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::widget::tabs::{self, Tab};

/// Focuses the control of a finding inside `root` and opens the groups that hide it; `false` if there is none.
#[must_use]
pub fn focus_field(root: &Element, id: &str) -> bool {
    // ids are letters only; anything else would not be a valid selector
    if !id.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return false;
    }
    let selector = format!("[data-finding=\"{id}\"] :is(input:checked, input:not([type=radio]), select)");
    let Ok(Some(control)) = root.query_selector(&selector) else { return false };
    tabs::show(root, Tab::Findings);
    let mut above = control.parent_element();
    while let Some(element) = above {
        if element.tag_name().eq_ignore_ascii_case("details") {
            // an attribute with a constant value cannot fail to be set
            let _ = element.set_attribute("open", "");
        }
        above = element.parent_element();
    }
    control.dyn_into::<HtmlElement>().is_ok_and(|control| control.focus().is_ok())
}
