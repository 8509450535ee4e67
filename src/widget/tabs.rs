//! The two parts of a narrow widget, one of which is shown: the findings, or the plan. Where there is room for both, the
//! style sheet shows both and hides the tabs.

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::session::{Session, Source};
use crate::widget::language::use_words;
use crate::widget::menu::focus;

/// A part of the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// What is entered.
    Findings,
    /// What follows from it.
    Plan,
}

impl Tab {
    const BOTH: [Self; 2] = [Self::Findings, Self::Plan];

    /// Stable id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Findings => "findings",
            Self::Plan => "plan",
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::Findings => Self::Plan,
            Self::Plan => Self::Findings,
        }
    }

    /// The part that is shown before the reader chose one.
    #[must_use]
    pub fn first(session: &Session) -> Self {
        if session.is_empty() { Self::Findings } else { Self::Plan }
    }
}

/// Shows a part in a widget that has tabs, before this returns; any element around them will do.
pub fn show(around: &Element, tab: Tab) {
    use wasm_bindgen::JsCast;
    let selector = format!("[role=\"tab\"][aria-selected=\"false\"][data-tab=\"{}\"]", tab.id());
    if let Ok(Some(button)) = around.query_selector(&selector)
        && let Ok(button) = button.dyn_into::<HtmlElement>()
    {
        button.click();
    }
}

/// The case that was opened as a whole, by what is told of it; another one is shown by its plan.
#[must_use]
pub fn opened(session: &Session) -> Option<(Source, usize, usize)> {
    let told = session.notice.filter(|notice| notice.source != Source::Returned);
    let replaced = session.replaced.as_ref().map_or(0, |replaced| std::rc::Rc::as_ptr(replaced).addr());
    told.map(|notice| (notice.source, notice.opened, replaced))
}

/// Properties of [`Tabs`].
#[derive(Clone, PartialEq, Properties)]
pub struct TabsProps {
    /// The part that is shown.
    pub shown: Tab,
    /// How many findings are answered.
    pub answered: usize,
    /// How many steps there are now.
    pub steps: usize,
    /// How many lines of the plan are new.
    pub fresh: usize,
    /// The element that shows a part by its attribute `data-tab`.
    pub columns: NodeRef,
    /// Takes the part that is chosen.
    pub on_choose: Callback<Tab>,
}

/// A line at the foot of the screen.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let told = &use_words().bar;
    // where each part was left, as the place of the widget in the window
    let places = use_mut_ref(|| [None::<f64>; 2]);
    let list = use_node_ref();
    let choose = {
        let (list, columns, on_choose, shown) =
            (list.clone(), props.columns.clone(), props.on_choose.clone(), props.shown);
        Callback::from(move |tab: Tab| {
            if let (Some(list), Some(columns), true) = (list.cast::<Element>(), columns.cast::<Element>(), tab != shown)
            {
                let top = columns.get_bounding_client_rect().top();
                // at once: who leads here has something to focus in that part
                let _ = columns.set_attribute("data-tab", tab.id());
                // beside each other neither part moves the other
                if list.get_bounding_client_rect().height() > 0.0 {
                    let left = place(&mut places.borrow_mut(), shown, top, tab);
                    scroll(&columns, left);
                }
            }
            on_choose.emit(tab);
        })
    };
    let onkeydown = {
        let choose = choose.clone();
        move |event: KeyboardEvent| {
            let (Some(on), key) = (event.target_dyn_into::<Element>(), event.key()) else { return };
            let tab = match key.as_str() {
                "ArrowLeft" | "ArrowRight" => current(&on).map(Tab::other),
                "Home" => Some(Tab::Findings),
                "End" => Some(Tab::Plan),
                _ => None,
            };
            let Some(tab) = tab else { return };
            event.prevent_default();
            event.stop_propagation();
            choose.emit(tab);
            let list = on.closest("[role=\"tablist\"]").ok().flatten();
            let button =
                list.and_then(|list| list.query_selector(&format!("[data-tab=\"{}\"]", tab.id())).ok().flatten());
            button.iter().for_each(focus);
        }
    };
    let tab = |tab: Tab| {
        let (name, count, counted) = match tab {
            Tab::Findings => (told.findings, props.answered, told.answered),
            Tab::Plan => (told.plan, props.steps, told.steps),
        };
        let (choose, shown) = (choose.clone(), props.shown == tab);
        html! {
            <button
                type="button"
                role="tab"
                id={format!("nms-tab-{}", tab.id())}
                data-tab={tab.id()}
                aria-selected={shown.to_string()}
                aria-controls={format!("nms-part-{}", tab.id())}
                tabindex={if shown { "0" } else { "-1" }}
                onclick={move |_: MouseEvent| choose.emit(tab)}
            >
                { name }{ " " }<small>{ count }<span class="vh">{ counted }</span></small>
                if tab == Tab::Plan && !shown && props.fresh > 0 {
                    <b class="tab-fresh">{ told.fresh(&props.fresh) }</b>
                }
            </button>
        }
    };
    html! {
        <div ref={list} class="part-tabs" part="bar" role="tablist" aria-label={told.parts} {onkeydown}>{ for Tab::BOTH.into_iter().map(tab) }</div>
    }
}

fn current(on: &Element) -> Option<Tab> {
    let id = on.closest("[role=\"tab\"]").ok().flatten()?.get_attribute("data-tab")?;
    Tab::BOTH.into_iter().find(|tab| tab.id() == id)
}

/// Notes where one part is left, and returns where the other one was.
fn place(places: &mut [Option<f64>; 2], left: Tab, top: f64, entered: Tab) -> Option<f64> {
    let [findings, plan] = places;
    let (from, to) = match (left, entered) {
        (Tab::Findings, _) => (findings, plan),
        (Tab::Plan, _) => (plan, findings),
    };
    *from = Some(top);
    *to
}

/// Scrolls the page to where a part was left; a part that was not seen yet begins at its start.
fn scroll(columns: &Element, left: Option<f64>) {
    let top = columns.get_bounding_client_rect().top();
    let by = left.map_or_else(|| top.min(0.0), |left| top - left);
    if let Some(window) = columns.owner_document().and_then(|page| page.default_view()) {
        window.scroll_by_with_x_and_y(0.0, by);
    }
}
