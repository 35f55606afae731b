// node build.mjs FOLDER: two published body maps as their readme files show them, bundled and shrunk as for production, one
// page each: to be measured beside the explorer.
import { mkdir, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const out = process.argv[2];
await mkdir(out, { recursive: true });
for (const entry of ["body-muscles.js", "highlighter.jsx"]) {
  await build({
    entryPoints: [new URL(entry, import.meta.url).pathname],
    bundle: true, minify: true, format: "esm", jsx: "automatic", outdir: out, logLevel: "warning",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const name = entry.split(".")[0];
  await writeFile(`${out}/${name}.html`, `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>${name}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="data:,">
    <script type="module" src="${name}.js"></script>
  </head>
  <body><div id="app"></div></body>
</html>
`);
}
