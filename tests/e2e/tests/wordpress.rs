//! The plugin for WordPress: its PHP runs with a stub of WordPress around it, and Chromium opens what it makes, with the files
//! out of the archive that the build packs.

/// All of it needs PHP.
mod with_php {
    use std::io::{Cursor, Read};
    use std::process::Command;

    use e2e::{Browser, Folder, Site, project, run, serve};
    use serde_json::Value;
    use zip::ZipArchive;

    const PLUGIN: &str = "plugins/referred-pain-explorer";

    /// A folder of plugins with ours in it, as WordPress unpacks it.
    fn plugins() -> Folder {
        let folder = Folder::new();
        let archive = std::fs::read(project::dist().join("referred-pain-explorer-wordpress.zip")).expect("the archive");
        let mut archive = ZipArchive::new(Cursor::new(archive)).expect("an archive");
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).expect("a file");
            let name = file.name().expect("a name").into_owned();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("its bytes");
            folder.write(&format!("plugins/{name}"), bytes);
        }
        folder
    }

    /// The page that WordPress makes of a post, on a site in a language.
    #[track_caller]
    fn page_of(folder: &Folder, locale: &str, post: &str) -> String {
        let script = project::root().join("tests/e2e/wordpress/page.php");
        let words = [&format!("WP_LOCALE={locale}"), "php", &script.to_string_lossy(), PLUGIN];
        run("env", &words, folder, post)
    }

    /// What the plugin tells the editor, and its list of options.
    #[track_caller]
    fn told(folder: &Folder) -> Value {
        let script = project::root().join("tests/e2e/wordpress/page.php");
        let told = run("php", &[&script.to_string_lossy(), PLUGIN, "--options"], folder, "");
        serde_json::from_str(&told).expect("JSON")
    }

    fn read(path: &str) -> String {
        std::fs::read_to_string(project::root().join(path)).expect(path)
    }

    #[test]
    fn a_page_of_the_plugin_leads_from_a_sore_heel_to_the_diary() {
        let folder = plugins();
        folder.write("wordpress.html", page_of(&folder, "nl_NL", &read("tests/e2e/wordpress/post.txt")));
        let policy =
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' data:";
        let site = Site::new(folder.to_path_buf()).mount("/wp-content/plugins/", folder.join("plugins"));
        let server = serve(site.policy(policy));
        let browser = Browser::start();
        let page = browser.open(&server.url("wordpress.html"));
        page.ready();
        let widget = page.explorer();
        widget.wait(".rpe[lang=nl] .rpe-result .rpe-row");
        widget.start_first_massage();
        widget.finish_massage();
        assert!(page.kept().keys().any(|key| key.starts_with("rpe:entry:")), "{:?}", page.kept());
        page.assert_clean();
        page.assert_own_resources();
        assert!(server.requests().iter().all(|request| request.status < 400), "{:?}", server.requests());
    }

    #[test]
    fn a_block_and_a_shortcode_make_the_same_element_and_one_script() {
        let folder = plugins();
        let post = r#"<!-- wp:referred-pain-explorer/explorer {"region":"heel","perDay":"4","lang":"de"} /-->
            [referred_pain_explorer region="heel" lang='de' per_day="4"] [referred_pain_explorer Per-Day="4" lang="de-AT" region=" heel "]
            [referred_pain_explorer]"#;
        let page = page_of(&folder, "fr_CA", post);
        let same = r#"<referred-pain-explorer region="heel" lang="de" per-day="4">"#;
        assert_eq!(page.matches(same).count(), 3, "{page}");
        assert!(page.contains(&format!(r#"<div class="wp-block-referred-pain-explorer-explorer">{same}"#)), "{page}");
        // Without a language, that of the site: the element finds it by itself, the fallback is told.
        let (_, bare) = page.split_once("<referred-pain-explorer>").expect("one without attributes");
        assert!(bare.contains("lang=\"fr\""), "{bare}");
        let version = project::version();
        let script = format!(r#"src="/wp-content/{PLUGIN}/assets/referred-pain-explorer.js?ver={version}""#);
        assert_eq!((page.matches("<script").count(), page.matches(&script).count()), (1, 1), "{page}");
        assert!(!page_of(&folder, "en_US", "No explorer here.").contains("<script"), "a page without it loads it");
    }

    #[test]
    fn what_somebody_writes_is_checked_and_never_markup() {
        let folder = plugins();
        let none = "<referred-pain-explorer>";
        for (written, made) in [
            (r#"region='heel" onclick="alert(1)'"#, none),
            ("region='<script>alert(1)</script>'", none),
            ("region='heel &quot; x'", none),
            ("onclick='alert(1)' class='x' style='x'", none),
            ("side='middle' view='inside' mode='x' theme='sepia' storage='cookie' loading='soon'", none),
            ("lang='xx' hold='9' rounds='6' per_day='0'", none),
            ("hold='1e2' rounds='-1' per_day='4.0'", none),
            ("muscle='soleus gracilis' storage_key='a b'", none),
            ("features='everything'", none),
            ("features='print, cookies explore print'", r#"<referred-pain-explorer features="explore print">"#),
            ("storage_key='0' hold='010'", r#"<referred-pain-explorer hold="10" storage-key="0">"#),
            (
                "region='heel_plantar calf' side='left' view='foot_medial' hold='120' loading='eager'",
                r#"<referred-pain-explorer region="heel_plantar calf" side="left" view="foot_medial" hold="120" loading="eager">"#,
            ),
        ] {
            let page = page_of(&folder, "en_US", &format!("[referred_pain_explorer {written}]"));
            assert!(page.contains(made), "{written}: {page}");
            assert!(!page.contains("alert"), "{written}: {page}");
        }
        let block =
            r#"<!-- wp:referred-pain-explorer/explorer {"region":{"a":"heel"},"side":["left"],"perDay":4} /-->"#;
        let page = page_of(&folder, "en_US", block);
        assert!(page.contains(r#"<referred-pain-explorer per-day="4">"#), "{page}");
    }

    #[test]
    fn words_and_a_map_stand_in_the_page_before_any_script() {
        let folder = plugins();
        let bare = "[referred_pain_explorer]";
        for (locale, lang) in [
            ("nl_BE", "nl"),
            ("de_DE_formal", "de"),
            ("fr_FR", "fr"),
            ("es_MX", "es"),
            ("en_GB", "en"),
            ("sv_SE", "en"),
        ] {
            let made =
                String::from_utf8(std::fs::read(project::dist().join(format!("fallback-{lang}.html"))).expect(lang));
            let made = made.expect("text");
            assert!(made.contains("<svg"), "{lang}: no map");
            let page = page_of(&folder, locale, bare);
            let whole = format!("<referred-pain-explorer>{}</referred-pain-explorer>", made.trim());
            assert!(page.contains(&whole), "{locale}: {page}");
        }
        // What a page says wins over the site.
        assert!(page_of(&folder, "de_DE", "[referred_pain_explorer lang='nl']").contains(" lang=\"nl\"><section"));
    }

    /// The quoted words of a type such as `"left" | "right"`.
    fn quoted(text: &str) -> Vec<&str> {
        text.split('"').skip(1).step_by(2).collect()
    }

    #[test]
    fn its_options_are_the_attributes_of_the_element() {
        let folder = plugins();
        let told = told(&folder);
        let options = told["options"].as_object().expect("options");

        let described: Value = serde_json::from_str(&read("www/custom-elements.json")).expect("JSON");
        let attributes = described["modules"][0]["declarations"][0]["attributes"].as_array().expect("attributes");
        assert_eq!(options.len(), attributes.len());
        for attribute in attributes {
            let name = attribute["name"].as_str().expect("a name");
            let rule = &options.get(name).unwrap_or_else(|| panic!("{name} is no option"));
            let (kind, about) = (attribute["type"]["text"].as_str(), attribute["description"].as_str());
            let (kind, about) = (kind.unwrap_or_default(), about.unwrap_or_default());
            if let Some(one) = rule["one"].as_array() {
                assert_eq!(one.iter().filter_map(Value::as_str).collect::<Vec<_>>(), quoted(kind), "{name}");
            } else if let Some(some) = rule["some"].as_array() {
                assert!(some.iter().all(|word| about.contains(word.as_str().expect("a word"))), "{name}: {about}");
            } else if let Some(range) = rule["number"].as_array() {
                assert!(about.contains(&format!("{} to {}", range[0], range[1])), "{name}: {about}");
            } else {
                assert!(quoted(kind).is_empty(), "{name} has a list of values");
            }
        }
        // The editor is told the same, and the block has them all.
        let inline = told["inline"]["referred-pain-explorer-explorer-editor-script before"].as_str().expect("a script");
        let inline =
            inline.strip_prefix("window.rpeOptions = ").and_then(|text| text.strip_suffix(';')).expect("options");
        assert_eq!(serde_json::from_str::<Value>(inline).expect("JSON"), told["options"]);
        assert_eq!(told["blocks"]["referred-pain-explorer/explorer"].as_array().map(Vec::len), Some(options.len()));
    }

    /// As much of the editor as the block asks for: what is made is a tree of plain objects.
    const EDITOR: &str = "
        window.made = {};
        const element = { createElement: (kind, props, ...children) => ({ kind, ...props, children: children.flat() }) };
        const components = { PanelBody: 'panel', TextControl: 'text', SelectControl: 'select', Placeholder: 'sign' };
        const blockEditor = { useBlockProps: () => ({}), InspectorControls: 'side' };
        const blocks = { registerBlockType: (name, block) => { made = { name, ...block }; } };
        window.wp = { blocks, blockEditor, components, element };";

    #[test]
    fn the_block_has_a_control_for_each_option() {
        let folder = plugins();
        let told = told(&folder);
        folder.write("editor.html", "<!doctype html><title>The editor</title><link rel=icon href=data:,>");
        let server = serve(Site::new(folder.to_path_buf()));
        let browser = Browser::start();
        let page = browser.open(&server.url("editor.html"));
        page.run(EDITOR);
        page.run(told["inline"].as_object().expect("scripts").values().next().and_then(Value::as_str).expect("one"));
        page.run(&format!(
            "const script = document.createElement('script'); script.src = '{PLUGIN}/block/editor.js'; document.head.append(script)"
        ));
        page.wait("made.name === 'referred-pain-explorer/explorer'");
        let controls = page.run(
            "window.set = [];
            const tree = made.edit({ attributes: { perDay: '4' }, setAttributes: (change) => set.push(change) });
            const [panel] = tree.children[0].children;
            for (const one of panel.children) one.onChange(one.value || one.options?.at(-1).value || 'x');
            return panel.children.map(({ kind, label, value, options }) => [kind, label, value, options?.map((one) => one.value) ?? null])",
        );
        let options = told["options"].as_object().expect("options");
        let controls = controls.as_array().expect("controls");
        assert_eq!(controls.len(), options.len());
        for control in controls {
            let rule = &options[control[1].as_str().expect("a name")];
            match rule["one"].as_array() {
                Some(one) => {
                    assert_eq!(control[0], "select");
                    let offered = control[3].as_array().expect("choices");
                    assert_eq!((&offered[0], &offered[1..]), (&Value::from(""), one.as_slice()), "{control}");
                }
                None => assert_eq!(control[0], "text", "{control}"),
            }
        }
        let set = page.run("return Object.assign({}, ...set)");
        assert_eq!(
            (&set["perDay"], &set["storageKey"], &set["theme"]),
            (&"4".into(), &"x".into(), &"dark".into()),
            "{set}"
        );
        assert_eq!(page.run("return made.save()"), Value::Null, "the server makes the page, the editor keeps nothing");
        page.assert_clean();
    }

    #[test]
    fn nothing_in_it_is_broken_or_speaks_of_another_server() {
        let folder = plugins();
        let listed = run("find", &[PLUGIN, "-type", "f"], &folder, "");
        let own: Vec<_> = listed.lines().filter(|name| !name.contains("/assets/")).collect();
        assert!(own.len() >= 6, "{own:?}");
        for name in own {
            let text = folder.read(name);
            assert!(!text.contains("__RPE_") && !text.contains("://"), "{name}: a token or an address");
            if name.ends_with(".php") {
                run("php", &["-l", name], &folder, "");
                if !name.ends_with("editor.asset.php") {
                    // Asked for by itself, a file says nothing.
                    assert!(text.contains("defined( 'ABSPATH' ) || exit;"), "{name}");
                    let alone = Command::new("php").arg(folder.join(name)).output().expect("php");
                    assert!(alone.status.success() && alone.stdout.is_empty(), "{name}: {alone:?}");
                }
            }
        }
        assert!(folder.read(&format!("{PLUGIN}/readme.txt")).contains(&format!("Stable tag: {}", project::version())));
    }
}
