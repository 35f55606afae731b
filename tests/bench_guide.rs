//! How long the guide takes in a browser: `cargo xtask bench`. Prints, and asserts nothing about time.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
use js_sys::{Function, Reflect};
use referred_pain_explorer::atlas::guide::{Case, rank};
use referred_pain_explorer::atlas::{Mark, Side, bundle};
use std::hint::black_box;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Rankings per measurement: the browser's clock is coarse.
const TIMES: u32 = 400;
const MEASUREMENTS: usize = 25;

fn now() -> f64 {
    let performance = Reflect::get(&js_sys::global(), &JsValue::from_str("performance")).unwrap();
    let now: Function = Reflect::get(&performance, &JsValue::from_str("now")).unwrap().unchecked_into();
    now.call0(&performance).unwrap().as_f64().unwrap()
}

#[wasm_bindgen_test]
fn rank_ten_marks() {
    let atlas = bundle::built_in();
    let regions: Vec<_> = atlas.region_ids().collect();
    let every = regions.len() / 10;
    let mark = |(at, region): (usize, &_)| Mark { region: *region, side: Side::Left, intensity: 1 + at as u8 };
    let marks: Vec<Mark> = regions.iter().step_by(every).take(10).enumerate().map(mark).collect();
    assert_eq!(marks.len(), 10);
    let mut took: Vec<f64> = (0..MEASUREMENTS)
        .map(|_| {
            let begun = now();
            for _ in 0..TIMES {
                assert!(!black_box(rank(&atlas, &Case::of(black_box(&marks)))).is_empty());
            }
            (now() - begun) / f64::from(TIMES)
        })
        .collect();
    took.sort_by(f64::total_cmp);
    console_log!(
        "bench: the guide ranks {} points for 10 marks in {:.3} ms (median of {MEASUREMENTS} times {TIMES}; slowest {:.3})",
        atlas.points.len(),
        took[MEASUREMENTS / 2],
        took[MEASUREMENTS - 1]
    );
}
