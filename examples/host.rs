//! The widget as a component of another Yew app: the app owns the case, sets answers, and hears of every change.
//!
//! The style sheet of the widget is written for a shadow root, so the app gives it one and draws into it.

use std::cell::RefCell;
use std::rc::Rc;

use nms_advisor::engine::assessment::assess;
use nms_advisor::guideline::NMS;
use nms_advisor::session::{Edit, Session};
use nms_advisor::widget::bridge::{Bridge, ViewOptions};
use nms_advisor::widget::{NmsAdvisor, STYLE_SHEET};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Element, ShadowRootInit, ShadowRootMode};
use yew::prelude::*;

/// A shadow root below `outer` with the widget's style sheet, and an element in it to draw into.
fn shadow(outer: &Element) -> Result<Element, JsValue> {
    let root = outer.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(STYLE_SHEET)?;
    js_sys::Reflect::set(&root, &"adoptedStyleSheets".into(), &js_sys::Array::of1(&sheet))?;
    let inside = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?.create_element("div")?;
    root.append_child(&inside)?;
    Ok(inside)
}

/// The app: a line of its own, a button, and the widget.
#[component]
fn Host() -> Html {
    let outer = use_node_ref();
    let inside = use_state(|| None::<Element>);
    let grade = use_state(|| String::from("not known"));
    let bridge = use_mut_ref(|| None::<Rc<Bridge>>);
    let bridge = home(&bridge, grade.clone());
    {
        let (outer, inside) = (outer.clone(), inside.clone());
        use_effect_with((), move |()| {
            inside.set(outer.cast::<Element>().and_then(|outer| shadow(&outer).ok()));
        });
    }
    let set = {
        let bridge = Rc::clone(&bridge);
        move |_: MouseEvent| {
            if let Some(temperature) = NMS.find("temperature") {
                // like a reader's edit, so the app hears of it too
                bridge.edit(Edit::Answer(temperature, "41.3".into()));
            }
        }
    };
    html! {
        <>
            <h1>{ "Another app" }</h1>
            <p>{ "Severity: " }<output id="grade">{ (*grade).clone() }</output></p>
            <button type="button" onclick={set}>{ "Set 41.3 °C" }</button>
            <div ref={outer} id="advisor"></div>
            if let Some(inside) = &*inside {
                { create_portal(html! { <NmsAdvisor {bridge} /> }, inside.clone()) }
            }
        </>
    }
}

/// The one home of the case; made once, and told where to report.
fn home(kept: &Rc<RefCell<Option<Rc<Bridge>>>>, grade: UseStateHandle<String>) -> Rc<Bridge> {
    let mut kept = kept.borrow_mut();
    let bridge = kept.get_or_insert_with(|| Bridge::new(Session::default(), ViewOptions::default(), Callback::noop()));
    bridge.on_keep(Callback::from(move |session: Session| {
        let assessment = assess(&NMS, &session.read(&NMS).findings, session.scope);
        grade.set(assessment.severity.grade.map_or("not known", nms_advisor::engine::rule::Grade::id).to_string());
    }));
    Rc::clone(bridge)
}

fn main() {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|page| page.get_element_by_id("app"));
    if let Some(root) = root {
        yew::Renderer::<Host>::with_root(root.unchecked_into()).render();
    }
}
