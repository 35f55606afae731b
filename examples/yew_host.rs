//! A Yew page with the explorer in it: as a component, and beside it the element, as another page would have it.
//!
//! Built for the browser by `cargo xtask guests`, and opened by the end-to-end tests.
#[cfg(target_arch = "wasm32")]
use referred_pain_explorer::{Explorer, Selected};
use yew::prelude::*;

/// On other machines there is no browser to mount it in.
#[cfg(not(target_arch = "wasm32"))]
#[component]
fn Page() -> Html {
    html! { <p>{"This page is for a browser: cargo xtask guests builds it."}</p> }
}

#[cfg(target_arch = "wasm32")]
#[component]
fn Page() -> Html {
    let presses = use_state(|| 0);
    let dutch = use_state(|| false);
    let shown = use_state(|| true);
    let heard = use_state(String::new);
    let press = {
        let presses = presses.clone();
        Callback::from(move |_: MouseEvent| presses.set(*presses + 1))
    };
    let flip = |state: &UseStateHandle<bool>| {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| state.set(!*state))
    };
    let hear = {
        let heard = heard.clone();
        Callback::from(move |selected: Selected| heard.set(selected.regions.join(" ")))
    };
    html! {
        <main>
            <button id="press" onclick={press}>{"Pressed "}<b>{*presses}</b></button>
            <button id="speak" onclick={flip(&dutch)}>{"Other language"}</button>
            <button id="show" onclick={flip(&shown)}>{"Put away, or back"}</button>
            <output>{heard.as_str()}</output>
            if *shown {
                <div id="component">
                    <Explorer lang={if *dutch { "nl" } else { "en" }} storage_key="yew" on_select={hear} />
                </div>
            }
            <referred-pain-explorer id="element" lang="en" loading="eager" storage-key="element" />
        </main>
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    yew::Renderer::<Page>::new().render();
}
