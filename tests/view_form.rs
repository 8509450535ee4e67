//! x
#![cfg(feature = "widget")]
use nms_advisor::guideline::NMS;
use nms_advisor::session::Session;
use nms_advisor::widget::bridge::{Bridge, View, ViewOptions};
use nms_advisor::widget::{AdvisorProps, NmsAdvisor};
use yew::{Callback, ServerRenderer};
#[test]
fn count() {
    let _ = NMS.id;
    let options = ViewOptions { view: View::Form, ..ViewOptions::default() };
    let props = move || AdvisorProps { bridge: Bridge::new(Session::default(), options, Callback::noop()) };
    let html = pollster::block_on(ServerRenderer::<NmsAdvisor>::with_props(props).hydratable(false).render());
    let (_, form) = html.split_once("class=\"form\"").unwrap();
    let (form, _) = form.split_once("</section>").unwrap();
    let n = 1 + form.match_indices('<').filter(|(at, _)| !form[at + 1..].starts_with('/')).count();
    println!("ELEMENTS {n}");
}
