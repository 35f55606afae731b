//! How numbers are said in each language is how the browser itself says them.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]
use js_sys::Function;
use referred_pain_explorer::app::select::trend::half;
use referred_pain_explorer::atlas::{Msg, bundle};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const LANGS: [&str; 5] = ["de", "en", "es", "fr", "nl"];

/// What an expression of `lang` and `n` gives, as text.
fn browser(expression: &str, lang: &str, n: f64) -> String {
    let source = ["return String(", expression, ")"].concat();
    let told = Function::new_with_args("lang, n", &source).call2(&JsValue::NULL, &lang.into(), &n.into());
    told.unwrap().as_string().unwrap()
}

#[wasm_bindgen_test]
fn one_and_many_are_as_the_language_has_them() {
    for lang in LANGS {
        let text = bundle::text(lang);
        for n in [0usize, 1, 2, 3, 5, 11, 21, 100, 101] {
            let msg = match browser("new Intl.PluralRules(lang).select(n)", lang, n as f64).as_str() {
                "one" => Msg::PlanPointsOne,
                _ => Msg::PlanPointsMany,
            };
            let own = text.count(Msg::PlanPointsOne, Msg::PlanPointsMany, n);
            assert_eq!(own, text.fill(msg, &[("n", &n.to_string())]), "{lang}, {n}");
        }
    }
}

#[wasm_bindgen_test]
fn halves_are_written_as_the_language_writes_them() {
    for lang in LANGS {
        let text = bundle::text(lang);
        for twice in 0..=20i32 {
            let own = half(&text, i64::from(twice));
            assert_eq!(own, browser("new Intl.NumberFormat(lang).format(n)", lang, f64::from(twice) / 2.0), "{lang}");
        }
    }
}
