// The lines to copy, as text. Nothing here touches the page.

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

const attributes = (options) => Object.entries(options).map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");

const element = (options) => `<referred-pain-explorer${attributes(options)}>
  <!-- What stands in the file fallback-${options.lang ?? "en"}.html, or words of your own: read until the explorer is there. -->
</referred-pain-explorer>`;

/// A rule of a style sheet; empty when no colour was changed. `colours` gives for each changed name [light, dark].
export function rule(colours) {
  const lines = Object.entries(colours).map(([name, [light, dark]]) => `  --rpe-${name}: ${light === dark ? light : `light-dark(${light}, ${dark})`};`);
  return lines.length > 0 ? `referred-pain-explorer {\n${lines.join("\n")}\n}` : "";
}

const styled = (lines, colours, where) => {
  const css = rule(colours);
  return css ? `${lines}\n\n/* ${where} */\n${css}` : lines;
};

/// The ways to put it on a page: what each is called, its lines, and what there is to know. `folder` is where our files are.
export const WAYS = {
  script: {
    name: "Script tag",
    note: "Put the files of dist/ on your own server, together in one folder, and name that folder here.",
    lines: (options, colours, folder) => styled(`<script type="module" src="${folder}referred-pain-explorer.js"></script>\n${element(options)}`, colours, "In your style sheet"),
  },
  npm: {
    name: "npm",
    note: "The folder dist/ is a package. With a bundler take the entry inline, which holds everything and fetches nothing.",
    lines: (options, colours) => styled(`npm install ./dist\n\n// In a script of yours\nimport "referred-pain-explorer/inline";\n\n<!-- In your page -->\n${element(options)}`, colours, "In your style sheet"),
  },
  frame: {
    name: "iframe",
    note: "Name your own origin in place of https://clinic.example. Colours of your page do not reach into a frame, and it loads when the frame does.",
    lines: ({ loading, ...options }, _, folder) => {
      const query = new URLSearchParams({ ...options, origin: "https://clinic.example" });
      return `<script type="module" src="${folder}referred-pain-explorer.host.js"></script>
<iframe src="${folder}embed.html?${escaped(String(query))}"
  title="Referred-pain explorer" width="100%" height="600" allow="web-share; clipboard-write; screen-wake-lock"></iframe>`;
    },
  },
  wordpress: {
    name: "WordPress",
    note: "Install referred-pain-explorer-wordpress.zip as a plugin. In the block editor there is a block of the same name.",
    lines: (options, colours) => styled(`[referred_pain_explorer${attributes(options)}]`, colours, "Under Appearance, Additional CSS"),
  },
};
