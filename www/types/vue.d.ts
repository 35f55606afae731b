/** The tag in templates of Vue 3: `import type {} from "referred-pain-explorer/vue";` */
import type { DefineComponent, HTMLAttributes } from "vue";
import type { ReferredPainExplorerAttributes, ReferredPainExplorerOwnEvents } from "referred-pain-explorer";

type Capital<T extends string> = T extends `${infer A}-${infer B}` ? `${Capitalize<A>}${Capital<B>}` : Capitalize<T>;
type Handlers = { [K in keyof ReferredPainExplorerOwnEvents as `on${Capital<K>}`]?: (event: ReferredPainExplorerOwnEvents[K]) => void };

declare module "vue" {
  interface GlobalComponents {
    "referred-pain-explorer": DefineComponent<HTMLAttributes & ReferredPainExplorerAttributes & Handlers>;
  }
}
