/** Types of `<referred-pain-explorer>`. Importing the script defines the element; see docs/EMBEDDING.md. */

/** One leg, or both. */
export type Side = "left" | "right" | "both";

/** A region or group id, or a region with how much it hurts (1 to 10; 5 when left out). */
export type Mark = string | { region: string; intensity?: number };

/** What `select()` takes. Fields that are left out stay as they are; at least one has to be there. */
export interface Selection {
  /** Where it hurts, in place of what was marked before. An empty list clears the marks. */
  regions?: Mark[];
  /** A muscle id, such as `soleus`. */
  muscle?: string;
  /** A point id, such as `soleus.1`. */
  point?: string;
  /** Which legs. */
  side?: Side;
}

/** One row of `rank()`. */
export interface RankedPoint {
  /** The muscle's id. */
  muscle: string;
  /** The point's id. */
  point: string;
  /** 0 to 1; comparable within one ranking only. */
  score: number;
  /** The marked regions that the point's essential zone covers. */
  essential: string[];
  /** The marked regions that its spillover zone covers. */
  spillover: string[];
  /** Why, in the language of the widget, weightiest first. */
  reasons: string[];
}

/** One step of a plan. */
export interface PlanStep {
  /** A point id. Points that are not for self-massage are refused. */
  point: string;
  /** Which leg; `both` makes two steps. Default: `right`. */
  side?: Side;
  /** Seconds, 10 to 120. Default: the widget's own setting. */
  hold?: number;
}

/** What `startSession()` takes. */
export interface Plan {
  /** The steps of one round, in order; at least one. */
  steps: PlanStep[];
  /** 1 to 5. Default: the widget's own setting. */
  rounds?: number;
  /** Seconds between two steps, 0 to 120. Default: 8. */
  rest?: number;
}

/** A session at one moment. */
export interface SessionSnapshot {
  /** Where it is; `paused` in whichever phase it was paused. */
  phase: "ready" | "hold" | "rest" | "paused" | "done";
  /** The hold being pressed or coming next, counted from 0 over all rounds; equals `steps` when done. */
  step: number;
  /** How many holds there are in all rounds. */
  steps: number;
  /** The point of that hold; null when done. */
  point: string | null;
  /** The leg of that hold; null when done. */
  side: "left" | "right" | null;
  /** What is left of the phase, in milliseconds. */
  remainingMs: number;
  /** What has passed of the phase, in milliseconds. */
  elapsedMs: number;
}

/** A massage that was done, as it is kept. */
export interface DiaryEntry {
  /** The version of this form. */
  v: 1;
  /** Unique. */
  id: string;
  /** When it ended, in milliseconds since 1970. */
  at: number;
  /** The person's calendar day, such as `2026-03-09`. */
  day: string;
  /** Whether every hold was pressed to its end. */
  complete: boolean;
  /** What was pressed; `held` in seconds, all rounds together. */
  steps: { point: string; side: "left" | "right"; held: number }[];
}

/** What `rpe-select` carries. */
export interface SelectDetail {
  /** The regions marked as painful. */
  regions: string[];
  /** The muscle being looked at, also when one of its points is. */
  muscle: string | null;
  /** The point being looked at. */
  point: string | null;
  /** Which legs. */
  side: Side;
}

/** What `rpe-error` carries. */
export interface ErrorDetail {
  /** `wasm-fetch`: a file did not arrive. `wasm-blocked`: the page's policy or the browser refused the module.
   *  `version-mismatch`: files of two builds were mixed. `panic`: anything else. */
  type: "wasm-fetch" | "wasm-blocked" | "version-mismatch" | "panic";
  /** In English, for a log. */
  message: string;
}

/** The element's own events. All bubble and leave shadow roots. */
export interface ReferredPainExplorerOwnEvents {
  "rpe-ready": CustomEvent<{ version: string }>;
  "rpe-error": CustomEvent<ErrorDetail>;
  "rpe-select": CustomEvent<SelectDetail>;
  "rpe-session": CustomEvent<SessionSnapshot>;
  "rpe-entry": CustomEvent<{ entry: DiaryEntry }>;
}

/** All events that can be heard on the element. */
export interface ReferredPainExplorerEventMap extends HTMLElementEventMap, ReferredPainExplorerOwnEvents {}

/** A body map that leads from pain to the muscles that may send it, and a massage timer. */
export class ReferredPainExplorer extends HTMLElement {
  static readonly observedAttributes: string[];
  static readonly version: string;

  /** Resolves with the element when the widget stands; never rejects (hear `rpe-error`). A new one after removal. */
  readonly ready: Promise<ReferredPainExplorer>;
  /** The version of the element. */
  readonly version: string;
  /** The running or just ended session. */
  readonly session: SessionSnapshot | null;

  // Each reflects the attribute of the same name; null or undefined removes it.
  get region(): string | null;
  set region(value: string | null | undefined);
  get muscle(): string | null;
  set muscle(value: string | null | undefined);
  get side(): string | null;
  set side(value: Side | null | undefined);
  get view(): string | null;
  set view(value: string | null | undefined);
  get mode(): string | null;
  set mode(value: "explore" | "massage" | "day" | null | undefined);
  get theme(): string | null;
  set theme(value: "auto" | "light" | "dark" | null | undefined);
  get hold(): string | null;
  set hold(value: string | number | null | undefined);
  get rounds(): string | null;
  set rounds(value: string | number | null | undefined);
  get perDay(): string | null;
  set perDay(value: string | number | null | undefined);
  get features(): string | null;
  set features(value: string | null | undefined);
  get storage(): string | null;
  set storage(value: "local" | "none" | null | undefined);
  get storageKey(): string | null;
  set storageKey(value: string | null | undefined);
  get loading(): string | null;
  set loading(value: "lazy" | "eager" | null | undefined);

  /** Selects, like a tap would. */
  select(selection: Selection): void;
  /** Ranks points for these marks without selecting anything, best first. */
  rank(marks: Mark[]): RankedPoint[];
  /** Starts a session with this plan, or with the plan as it stands; after the red-flag check, if it is still due. */
  startSession(plan?: Plan | null): void;
  /** Stands still. */
  pause(): void;
  /** Goes on. */
  resume(): void;
  /** On to the next point. */
  next(): void;
  /** Back to the one before. */
  previous(): void;
  /** Ends the session. */
  stop(): void;

  addEventListener<K extends keyof ReferredPainExplorerEventMap>(type: K, listener: (this: ReferredPainExplorer, event: ReferredPainExplorerEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof ReferredPainExplorerEventMap>(type: K, listener: (this: ReferredPainExplorer, event: ReferredPainExplorerEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "referred-pain-explorer": ReferredPainExplorer;
  }
}
