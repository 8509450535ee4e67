//! The least that a Yew app can do with an edit: a field, and beside it how often it was edited.

use yew::prelude::*;

#[component]
fn Counter() -> Html {
    let count = use_state(|| 0_u32);
    let oninput = {
        let count = count.clone();
        move |_: InputEvent| count.set(*count + 1)
    };
    html! {
        <>
            <input type="text" aria-label="A text" {oninput} />
            <output>{ *count }</output>
        </>
    }
}

fn main() {
    yew::Renderer::<Counter>::new().render();
}
