/** Types of `<referred-pain-explorer>`. Importing the script defines the element; see docs/EMBEDDING.md. */

/** One leg, or both. */
export type Side = "left" | "right" | "both";

/**
 * A region or group id, or a region with how much it hurts (1 to 10; 5 when left out) and on which leg. Left out, `side`
 * is both for `rank()`; for `select()` the legs it names, or those that are shown.
 */
export type Mark = string | { region: string; intensity?: number; side?: Side };

/** What `select()` takes. Fields that are left out stay as they are; at least one has to be there. */
export interface Selection {
  /** Where it hurts, in place of what was marked before. An empty list clears the marks. */
  regions?: Mark[];
  /** A muscle id, such as `soleus`. */
  muscle?: string;
  /** A point id, such as `soleus.1`. */
  point?: string;
  /** Which legs are shown. One leg, while all is marked alike on both, means that it is only that one. */
  side?: Side;
}

/** One row of `rank()`. */
export interface RankedPoint {
  /** The muscle's id. */
  muscle: string;
  /** The point's id. */
  point: string;
  /** On which legs it is suspected. */
  side: Side;
  /** 0 to 1; comparable within one ranking only. */
  score: number;
  /** The marked regions that the point's essential zone covers. */
  essential: string[];
  /** The marked regions that its spillover zone covers. */
  spillover: string[];
  /** Why, in the language of the widget, weightiest first. */
  reasons: string[];
  /** Why not higher, in the same way. */
  doubts: string[];
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

/** What `importDiary()` did, in records. */
export interface Tally {
  /** Added. */
  new: number;
  /** There already; left as they were. */
  known: number;
  /** Damaged, or of a newer version. */
  unreadable: number;
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

/** A point of a plan. */
export interface PlanLine {
  point: string;
  side: Side;
  /** Seconds, 10 to 120; left out: those of the whole plan. */
  hold?: number;
  /** One of the point's ways to press, as the atlas names them; left out: its first. */
  technique?: string;
  /** What with, as the atlas names tools; left out: as advised. */
  tool?: string;
}

/** What `capture()` gives and `restore()` takes. Plain: it survives `JSON.stringify`. */
export interface Captured {
  /** The version of this form. */
  version: 1;
  /** Where it hurts. */
  regions: { region: string; side: Side; intensity: number }[];
  /** The points of the plan, in order; seconds, way of pressing and tool where the person chose. */
  plan: PlanLine[];
  /** Seconds to change over, 0 to 60, where the person chose. */
  rest?: number;
  /** Seconds per point, 10 to 120. */
  hold: number;
  /** 1 to 5. */
  rounds: number;
  /** Massages a day, 1 to 12. */
  perDay: number;
  /** Which legs. */
  side: Side;
  /** The view that was chosen; null for the best one. */
  view: ViewId | null;
  /** The room. */
  mode: "explore" | "massage" | "day";
  /** The muscle being looked at, also when one of its points is. */
  muscle: string | null;
  /** The point being looked at. */
  point: string | null;
}

/** What `restore()` takes: of what `capture()` gives, all but the version may be left out. */
export type Restorable = Pick<Captured, "version"> &
  Partial<Omit<Captured, "regions" | "plan">> & {
    regions?: Mark[];
    plan?: (Omit<PlanLine, "side"> & { side?: Side })[];
  };

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
export type ErrorDetail =
  | {
      /** `wasm-fetch`: a file did not arrive. `wasm-mime`: a page came instead. `wasm-blocked`: the page's policy or the browser refused the module.
       *  `version-mismatch`: files of two builds were mixed. `panic`: anything else. */
      type: "wasm-fetch" | "wasm-mime" | "wasm-blocked" | "version-mismatch" | "panic";
      /** In English, for a log. */
      message: string;
    }
  | {
      /** The page's own atlas was refused; the one in use stays. */
      type: "atlas";
      /** All problems in one text. */
      message: string;
      /** Each with its place, its field and what to do. */
      problems: string[];
    };

/** A text for each language, such as `{ en: "Heel", nl: "Hiel" }`: at least for the `languages` of the atlas. */
export type Words = Record<string, string>;
/** A list of texts for each language. */
export type WordLists = Record<string, string[]>;
/** From where the limb is seen. */
export type ViewId = "posterior" | "anterior" | "medial" | "lateral" | "plantar" | "dorsal" | "foot_medial" | "foot_lateral";

/** How a claim was checked, and the ids of the sources that make it; at least one. */
export interface AtlasEvidence {
  confidence: "book" | "study" | "secondary" | "unverified";
  sources: string[];
}

/** A muscle or fascia. */
export interface AtlasMuscle {
  id: string;
  /** The name in Terminologia Anatomica. */
  latin: string;
  group: string;
  depth: "superficial" | "deep";
  tissue: "muscle" | "fascia";
  /** Ids of `actions` and `nerves`. */
  actions?: string[];
  nerves?: string[];
  /** Such as `S1-S2`. */
  roots: string;
  /** 0 to 4. */
  heel_relevance: number;
  names: Words;
  aliases?: WordLists;
  /** What a lay person would call it. */
  plain: Words;
  about: Words;
  attachments: Words;
  stretch: Words;
  causes: WordLists;
  mistaken_for: WordLists;
  /** What is known of it and what is not. */
  evidence_note: Words;
  evidence: Record<"anatomy" | "referral" | "massage" | "stretch" | "causes" | "mistaken_for" | "names", AtlasEvidence>;
  prevalence?: { study: string; found: number; of: number; kind: "active" | "any"; note?: string }[];
  disagreements?: { id: string; sources: string[]; text: Words }[];
  trigger_points: AtlasPoint[];
}

/** A trigger point. */
export interface AtlasPoint {
  /** Counts from 1 without gaps. The point's id is `<muscle>.<n>`. */
  n: number;
  depth: "superficial" | "deep";
  frequency: "most" | "common" | "uncommon" | "rare" | "unknown";
  /** Who says that it lies here. */
  position: AtlasEvidence;
  /** Where it sends pain. */
  zones: (AtlasEvidence & { region: string; kind: "essential" | "spillover" })[];
  /** The highest pressure pain, of 10. Default: 7. */
  ceiling?: number;
  /** Best first; empty with the caution `no_self`. */
  techniques: ("hold" | "stroke" | "knee_stroke" | "stick" | "ball_floor" | "ball_wall" | "ball_chair" | "pinch" | "roller")[];
  tools: ("thumbs" | "fingers" | "knuckles" | "opposite_knee" | "ball" | "small_ball" | "blunt_stick" | "roller")[];
  /** Ids of `cautions`. */
  cautions: string[];
  /** False for a point outside every view. */
  drawn?: boolean;
  label: Words;
  where: Words;
  press: Words;
  /** These follow from the rest; told for readers. */
  id?: string;
  view?: ViewId;
  at?: [x: number, y: number];
}

/** Something drawn. Its geometry is one of `outline`, `spine`, `line` and `d`; a point has `at`. */
export interface AtlasShape {
  /** Needed by all but points. */
  id?: string;
  kind: "skin" | "crease" | "bone" | "muscle" | "tendon" | "region" | "zone" | "point";
  /** Needed by muscles and tendons. */
  layer?: "skin" | "superficial" | "deep";
  /** Of a muscle or tendon: whether it lies behind the bones as one looks at them. */
  behind?: boolean;
  muscle?: string;
  region?: string;
  /** The point of a zone or mark, such as `soleus.1`. */
  point?: string;
  zone_kind?: "essential" | "spillover";
  /** Knots of a closed curve: `x,y x,y !x,y`. */
  outline?: string;
  /** A centre line with half widths: `x,y,w x,y,a,b`. */
  spine?: string;
  /** Knots of an open curve. */
  line?: string;
  /** An SVG path of one subpath. */
  d?: string;
  at?: [x: number, y: number];
}

/** A drawn view of the right limb. */
export interface AtlasView {
  id: ViewId;
  /** x, y, width and height, in limb units. */
  view_box: [x: number, y: number, width: number, height: number];
  /** Furthest from the viewer first. */
  shapes: AtlasShape[];
}

/** Something else that may be behind the pain. */
export interface AtlasCondition extends AtlasEvidence {
  id: string;
  care: "self_care" | "doctor" | "urgent";
  regions: string[];
  muscles?: string[];
  timing?: ("first_steps" | "on_feet" | "activity" | "end_of_day" | "shoes" | "uneven_ground" | "rest" | "sudden" | "back")[];
  /** Who says what `evidence_note` tells. */
  support: AtlasEvidence;
  names: Words;
  aliases?: WordLists;
  about: Words;
  felt: Words;
  clue: Words;
  evidence_note: Words;
  advice: Words;
  doctor: Words;
}

/** An atlas, in the shape of `atlas.json`. `atlas.schema.json` says more, docs/ATLAS.md what is refused. */
export interface Atlas {
  version?: string;
  licence?: string;
  /** Those that have all texts. English, or else the first, is the measure for the rest. */
  languages: string[];
  groups: { id: string; names: Words; aliases?: WordLists }[];
  regions: { id: string; group: string; names: Words; aliases?: WordLists }[];
  muscles: AtlasMuscle[];
  views: AtlasView[];
  cautions: (AtlasEvidence & { id: string; kind: "caution" | "contraindication"; title: Words; advice: Words })[];
  red_flags: (AtlasEvidence & { id: string; level: "emergency" | "urgent" | "doctor"; title: Words; sign: Words; advice: Words })[];
  conditions?: AtlasCondition[];
  dose: AtlasEvidence & {
    /** Seconds. */
    hold: { low: number; default: number; high: number };
    rounds: { default: number; high: number };
    per_day: { default: number; high: number };
    points: number;
    /** Of 10. */
    pressure: { low: number; high: number; ceiling: number };
    review_after_days: number;
    records?: { source: string[]; kind?: string; hold?: string; frequency?: string; course?: string; pressure?: string }[];
  };
  guide: {
    /** In percent. */
    weights: {
      spillover: number;
      absent: number;
      prior: number;
      association: number;
      uncommon?: number;
      rare?: number;
      reproduced?: number;
      tender?: number;
      nothing?: number;
      explained?: number;
    };
    populations: { study: string; regions: string[] }[];
    /** What lies how far down the body, from the top: groups of muscles and of regions. */
    levels?: { muscles?: string[]; regions?: string[] }[];
  };
  questions?: {
    id: string;
    text: Words;
    why: Words;
    topic: Words;
    red_flags?: string[];
    effects?: {
      muscles?: string[];
      points?: string[];
      /** What the odds are multiplied by, in percent: 50 to 200. */
      yes: number;
      no: number;
      /** True where no source says so. */
      convention?: boolean;
      confidence?: AtlasEvidence["confidence"];
      sources?: string[];
      note: string;
    }[];
  }[];
  studies: {
    source: string;
    kind: string;
    /** An id of `designs`. */
    design: string;
    confidence: AtlasEvidence["confidence"];
    n?: number;
    trials?: number;
    weeks?: number;
    sham?: boolean;
    muscles?: string[];
    regions?: string[];
    finding: Words;
    limits: Words;
  }[];
  /** By id. */
  sources: Record<string, { title: string; url?: string; doi?: string; year?: number; kind?: string; seen?: string }>;
  /** Words by id. */
  actions: Record<string, Words>;
  nerves: Record<string, Words>;
  designs: Record<string, Words>;
}

/** The element's own events. All bubble and leave shadow roots. */
export interface ReferredPainExplorerOwnEvents {
  /** The widget stands in the place of the fallback and answers the person. */
  "rpe-ready": CustomEvent<{ version: string }>;
  "rpe-error": CustomEvent<ErrorDetail>;
  "rpe-select": CustomEvent<SelectDetail>;
  "rpe-session": CustomEvent<SessionSnapshot>;
  "rpe-entry": CustomEvent<{ entry: DiaryEntry }>;
}

/** All events that can be heard on the element. */
export interface ReferredPainExplorerEventMap extends HTMLElementEventMap, ReferredPainExplorerOwnEvents {}

/** The attributes as a template of a framework writes them. All may be left out. */
export interface ReferredPainExplorerAttributes {
  region?: string | null;
  muscle?: string | null;
  side?: Side | null;
  view?: ViewId | null;
  mode?: "explore" | "massage" | "day" | null;
  theme?: "auto" | "light" | "dark" | null;
  hold?: number | string | null;
  rounds?: number | string | null;
  "per-day"?: number | string | null;
  features?: string | null;
  storage?: "local" | "none" | null;
  "storage-key"?: string | null;
  loading?: "lazy" | "eager" | null;
  /** A property and no attribute: a template sets it as one in the browser, and a server leaves it out. */
  atlas?: Atlas | null;
}

/** A body map that leads from pain to the muscles that may send it, and a massage timer. */
export class ReferredPainExplorer extends HTMLElement {
  static readonly observedAttributes: string[];
  static readonly version: string;

  /** Resolves with the element when all of the program is here: no method has to wait for it. Methods work from `rpe-ready`
   *  on, when the widget stands; one that is called before this resolves lets the page wait for what it needs. Never rejects
   *  (hear `rpe-error`). A new one after removal, and when another atlas takes effect. */
  readonly ready: Promise<ReferredPainExplorer>;
  /** The version of the element. */
  readonly version: string;
  /** The running or just ended session. */
  readonly session: SessionSnapshot | null;
  /** The page's own atlas; null for the one that comes along. One that is set is checked, and takes effect if there is
   *  nothing wrong with it; else `rpe-error` tells why, and this is again the one in use. */
  get atlas(): Atlas | null;
  set atlas(value: Atlas | null | undefined);

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
  /** All that the person sees and could hand on: pain, plan, numbers, what is looked at. Never the diary. */
  capture(): Captured;
  /** Shows what was captured; on bad input throws, and changes nothing. */
  restore(state: Restorable): void;
  /** The address of a page with the same in its fragment, for an element there to open. Default: this page. */
  shareUrl(base?: string | URL | null): string;
  /** The whole diary as a text: `json` can be brought in again without a loss, `csv` is a table for a spreadsheet. */
  exportDiary(form: "json" | "csv"): string;
  /** Adds what such a text holds and the diary does not. On anything else throws, and changes nothing. */
  importDiary(text: string): Tally;
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
