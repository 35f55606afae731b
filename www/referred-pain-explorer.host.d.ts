/** The script for a page with the explorer in a frame: the events happen on the frame. */
import type { ReferredPainExplorerOwnEvents } from "referred-pain-explorer";

declare global {
  interface HTMLIFrameElement {
    addEventListener<K extends keyof ReferredPainExplorerOwnEvents>(type: K, listener: (this: HTMLIFrameElement, event: ReferredPainExplorerOwnEvents[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
    removeEventListener<K extends keyof ReferredPainExplorerOwnEvents>(type: K, listener: (this: HTMLIFrameElement, event: ReferredPainExplorerOwnEvents[K]) => unknown, options?: boolean | EventListenerOptions): void;
  }
}
