// The lines to copy, as text. Nothing here touches the page.

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

const attributes = (options) => Object.entries(options).map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");

const element = (options) => `<referred-pain-explorer${attributes(options)}>
  <!-- Put the lines of fallback-${options.lang ?? "en"}.html here, or words of your own: they are read until the explorer is there. -->
</referred-pain-explorer>`;

/// A rule of a style sheet; empty when no colour was changed. `colours` gives for each changed property [light, dark].
export function rule(colours) {
  const lines = Object.entries(colours).map(([name, [light, dark]]) => `  ${name}: ${light === dark ? light : `light-dark(${light}, ${dark})`};`);
  return lines.length > 0 ? `referred-pain-explorer {\n${lines.join("\n")}\n}` : "";
}

const styled = (where, colours) => Object.keys(colours).length > 0 ? [[where, rule(colours)]] : [];

/// The ways to put it on a page: what each is called, what there is to know, and its lines, each with where they go.
/// `folder` is the address of our files.
export const WAYS = {
  script: {
    name: "Script tag",
    note: "Put the files of dist/ on your own server, together in one folder. The address below is the folder of this page: write yours instead.",
    blocks: (options, colours, folder) => [
      ["In your page", `<script type="module" src="${folder}referred-pain-explorer.js"></script>\n${element(options)}`],
      ...styled("In your style sheet", colours),
    ],
  },
  npm: {
    name: "npm",
    note: "The folder dist/ is a package. The entry named inline suits any bundler: it holds everything and fetches nothing.",
    blocks: (options, colours) => [
      ["In a terminal", "npm install ./dist"],
      ["In your script", 'import "referred-pain-explorer/inline";'],
      ["In your page", element(options)],
      ...styled("In your style sheet", colours),
    ],
  },
  frame: {
    name: "iframe",
    note: "Write the address of your site instead of https://clinic.example, to hear the explorer's events. A frame always shows our own colours, and loads at once.",
    blocks: ({ loading, ...options }, _, folder) => {
      const query = new URLSearchParams({ ...options, origin: "https://clinic.example" });
      return [["In your page", `<script type="module" src="${folder}referred-pain-explorer.host.js"></script>
<iframe src="${folder}embed.html?${escaped(String(query))}"
  title="Referred-pain explorer" width="100%" height="600" allow="web-share; clipboard-write; screen-wake-lock"></iframe>`]];
    },
  },
  wordpress: {
    name: "WordPress",
    note: "Upload referred-pain-explorer-wordpress.zip under Plugins first. The block editor then also has a block with the same options.",
    blocks: (options, colours) => {
      const written = Object.entries(options).map(([name, value]) => [name.replaceAll("-", "_"), value]);
      return [
        ["In a post or page", `[referred_pain_explorer${attributes(Object.fromEntries(written))}]`],
        ...styled("Under Appearance, in Additional CSS", colours),
      ];
    },
  },
};
