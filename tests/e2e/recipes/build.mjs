// node build.mjs NAME: bundles the recipe of a framework as its own tools do, with esbuild around the compilers; renders it
// in this very Node, too; and writes two pages: client.html, made by the script, and server.html, made before.
import { readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { compile } from "svelte/compiler";
import { compileScript, parse } from "vue/compiler-sfc";

const loader = (name, filter, load) => ({
  name,
  setup: (to) => to.onLoad({ filter }, async ({ path }) => ({ contents: load(await readFile(path, "utf8"), path) })),
});
const svelte = (generate) => loader("svelte", /\.svelte$/, (text, filename) => compile(text, { filename, generate }).js.code);
const vue = loader("vue", /\.vue$/, (text, filename) => {
  const compilerOptions = { isCustomElement: (tag) => tag === "referred-pain-explorer" };
  const { descriptor } = parse(text, { filename });
  return compileScript(descriptor, { id: "app", inlineTemplate: true, templateOptions: { compilerOptions } }).content;
});

const shared = {
  bundle: true,
  format: "esm",
  jsx: "automatic",
  // As while developing: what does not fit between server and browser is told in the console.
  define: { "process.env.NODE_ENV": '"development"', __VUE_OPTIONS_API__: "false", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true" },
  logLevel: "warning",
};
const name = process.argv[2];
const entry = (kind) => [`${name}.${kind}.${name === "react" ? "jsx" : "js"}`];
await build({ ...shared, entryPoints: entry("client"), outdir: "bundles", conditions: ["browser", "development"], plugins: [svelte("client"), vue] });
await build({ ...shared, entryPoints: entry("server"), outdir: "server", platform: "node", packages: "external", plugins: [svelte("server"), vue] });

const page = (inside) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>A page made with ${name}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="data:,">
    <script type="module" src="bundles/${name}.client.js"></script>
  </head>
  <body>
    <div id="app">${inside}</div>
    <script>window.served = document.querySelector("referred-pain-explorer");</script>
  </body>
</html>
`;
await writeFile("client.html", page(""));
const { html } = await import(`./server/${name}.server.js`);
await writeFile("server.html", page(await html()));
