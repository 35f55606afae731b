/** The tag in JSX of React 19: `import type {} from "referred-pain-explorer/react";` */
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ReferredPainExplorer, ReferredPainExplorerAttributes, ReferredPainExplorerOwnEvents } from "referred-pain-explorer";

type Handlers = { [K in keyof ReferredPainExplorerOwnEvents as `on${K}`]?: (event: ReferredPainExplorerOwnEvents[K]) => void };
type Props = DetailedHTMLProps<HTMLAttributes<ReferredPainExplorer>, ReferredPainExplorer>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "referred-pain-explorer": Omit<Props, keyof ReferredPainExplorerAttributes> & ReferredPainExplorerAttributes & Handlers;
    }
  }
}
