//! The case as a code to scan, drawn here: the link behind it is never sent anywhere by this page.

use std::fmt::Write as _;
use std::rc::Rc;

use qrcodegen::{QrCode, QrCodeEcc};
use web_sys::Element;
use yew::prelude::*;

use crate::case_file;
use crate::session::Session;
use crate::teaching::room::Act;
use crate::widget::language::use_lesson;
use crate::widget::outside::link;
use crate::widget::seminar::help::Overlay;

/// Light border around a code, in modules, as readers want it.
const QUIET: i32 = 4;

/// Properties of [`Code`].
#[derive(Clone, PartialEq, Properties)]
pub struct CodeProps {
    /// The case.
    pub session: Rc<Session>,
    /// Takes the act that closes it.
    pub on_act: Callback<Act>,
}

/// A square to point a telephone at.
#[component]
pub fn Code(props: &CodeProps) -> Html {
    let lesson = use_lesson();
    let told = &lesson.room.code;
    let fragment = case_file::fragment(lesson.edition.rules, &props.session);
    let node = use_node_ref();
    // known once it is in the page; drawn without a browser there is no address
    let address = use_state_eq(|| None::<String>);
    {
        let (node, address) = (node.clone(), address.setter());
        use_effect_with(fragment, move |fragment| {
            address.set(node.cast::<Element>().and_then(|node| link(&node, fragment)));
        });
    }
    html! {
        <Overlay id="code" title={told.title} on_act={props.on_act.clone()}>
            <div ref={node} class="code-box">
                if let Some(address) = &*address {
                    if let Ok(code) = QrCode::encode_text(address, QrCodeEcc::Low) {
                        <svg class="code" viewBox={format!("0 0 {0} {0}", code.size() + 2 * QUIET)} role="img" aria-label={told.drawn} data-role="code-drawn">
                            <rect class="code-ground" width="100%" height="100%" />
                            <path d={path(&code)} />
                        </svg>
                    } else {
                        <p class="error">{ told.too_long }</p>
                    }
                    <input type="text" readonly={true} autocomplete="off" spellcheck="false" autocorrect="off" autocapitalize="off" class="link-text" aria-label={told.link} value={address.clone()} />
                    <p class="row-note">{ told.note }</p>
                } else {
                    <p class="row-note" data-role="code-nowhere">{ told.nowhere }</p>
                }
            </div>
        </Overlay>
    }
}

/// Every dark module as a square of one path.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            // writing into a string cannot fail
            let _ = write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET);
        }
    }
    path
}
