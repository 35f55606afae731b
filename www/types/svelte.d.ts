/** The tag in templates of Svelte 5: `import type {} from "referred-pain-explorer/svelte";` */
import type { HTMLAttributes } from "svelte/elements";
import type { ReferredPainExplorer, ReferredPainExplorerAttributes, ReferredPainExplorerOwnEvents } from "referred-pain-explorer";

type Handlers = { [K in keyof ReferredPainExplorerOwnEvents as `on${K}`]?: (event: ReferredPainExplorerOwnEvents[K]) => void };

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "referred-pain-explorer": HTMLAttributes<ReferredPainExplorer> & ReferredPainExplorerAttributes & Handlers;
  }
}
