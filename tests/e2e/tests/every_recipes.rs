//! The recipes for frameworks, in every engine: pages that React, Vue, Svelte and Astro make, in the browser and before it. The
//! package is installed from what npm packs.

/// All of it needs the node tools.
mod with_node {
    use e2e::{Browser, Page, Site, guest, project, run, serve};
    use serde_json::json;

    const TAG: &str = "document.querySelector('referred-pain-explorer')";

    /// The framework sets attributes, hears an event and renders anew: what the person does in between stays. Taken out, the
    /// element lets go; put back, it starts afresh.
    #[track_caller]
    fn walk(page: Page<'_>) {
        page.ready();
        let (widget, own) = (page.explorer(), page.document());
        page.run(&format!("window.__first = {TAG}"));
        widget.wait(".rpe[lang=en] .rpe-result .rpe-row");
        assert_eq!(widget.call_host("return element.capture().perDay"), json!(4));
        widget.click(".rpe-result .rpe-row");
        widget.wait(".rpe-card h2");
        own.click("#lang");
        widget.wait(".rpe[lang=nl] .rpe-card h2");
        widget.click(".rpe-card .rpe-back");
        widget.start_first_massage();
        // Each phase is shown by the framework, and rendering it leaves the session alone.
        own.wait_text("output", "ready");
        widget.call_host("element.next()");
        own.wait_text("output", "hold");
        widget.assert_falls();
        assert_eq!(page.run(&format!("return __first === {TAG}")), true, "the element was made anew");

        own.click("#open");
        page.wait(&format!("!{TAG}"));
        assert_eq!(page.run("return __first.session"), json!(null));
        own.click("#open");
        page.ready();
        widget.wait(".rpe[lang=nl] .rpe-result .rpe-row");
        assert_eq!(page.run(&format!("return __first === {TAG} || {TAG}.session !== null")), false);
        page.assert_clean();
        page.assert_own_resources();
    }

    /// Without a script, too, it can be read.
    #[track_caller]
    fn assert_readable(served: &str) {
        for part in
            ["<referred-pain-explorer ", "region=\"heel\"", "per-day=\"4\"", "<p>Readable until it is there.</p>"]
        {
            assert!(served.contains(part), "{part} is not in {served}");
        }
    }

    #[track_caller]
    fn recipe(name: &str) {
        let folder = guest("tests/e2e/recipes");
        run("node", &["build.mjs", name], &folder, "");
        let browser = Browser::start();
        assert_readable(&folder.read("server.html"));
        for file in ["client.html", "server.html"] {
            // Each from an origin of its own, so that nothing is kept of the one before.
            let server = serve(Site::new(folder.to_path_buf()));
            let page = browser.open(&server.url(file));
            walk(page);
            let was = "return served !== null && served === __first";
            assert_eq!(page.run(was), file == "server.html", "{name}: not the element that the server sent");
            let said = browser.console();
            assert!(!said.iter().any(|(_, text)| text.to_lowercase().contains("hydrat")), "{name}: {said:#?}");
        }
    }

    #[test]
    fn astro_writes_the_page_around_it() {
        let folder = guest("tests/e2e/recipes");
        folder.write("src/pages/index.astro", folder.read("app.astro"));
        let astro = project::root().join("node_modules/.bin/astro").to_string_lossy().into_owned();
        run("env", &["ASTRO_TELEMETRY_DISABLED=1", &astro, "build"], &folder, "");
        let served = folder.read("dist/index.html");
        assert_readable(&served);
        let note = format!("</main><script>window.served = {TAG}</script>");
        folder.write("dist/index.html", served.replace("</main>", &note));
        let browser = Browser::start();
        let server = serve(Site::new(folder.join("dist")));
        let page = browser.open(&server.url("index.html"));
        walk(page);
        assert_eq!(page.run("return served === __first"), true, "not the element that the server sent");
    }

    #[test]
    fn react_renders_around_it() {
        recipe("react");
    }

    #[test]
    fn vue_renders_around_it() {
        recipe("vue");
    }

    #[test]
    fn svelte_renders_around_it() {
        recipe("svelte");
    }
}
