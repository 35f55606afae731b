// A page without a framework: properties, methods and events of the element.
import { ReferredPainExplorer, type Atlas, type SessionSnapshot } from "referred-pain-explorer";

const element = document.createElement("referred-pain-explorer");
element.region = "heel";
element.side = null;
element.perDay = 4;
element.hold = "45";
element.storageKey = undefined;
element.atlas = null;
const region: string | null = element.region;
const running: SessionSnapshot | null = element.session;
const version: string = ReferredPainExplorer.version;

element.addEventListener("rpe-session", (e) => {
  const phase: "ready" | "hold" | "rest" | "paused" | "done" = e.detail.phase;
  console.log(phase, e.detail.remainingMs / 1000, e.detail.point?.length);
});
element.addEventListener("rpe-entry", ({ detail }) => console.log(detail.entry.day, detail.entry.steps.length));
element.addEventListener("rpe-select", ({ detail }) => console.log(detail.regions.join(" "), detail.side));
element.addEventListener("rpe-error", ({ detail }) => {
  if (detail.type === "atlas") console.log(detail.problems.length);
  // @ts-expect-error Only an atlas that was refused has a list of problems.
  console.log(detail.problems);
});
element.addEventListener("click", (event) => console.log(event.clientX));

export async function use(atlas: Atlas) {
  const ready: ReferredPainExplorer = await element.ready;
  ready.atlas = atlas;
  ready.select({ regions: ["heel", { region: "heel_plantar", intensity: 7, side: "left" }] });
  const [best] = ready.rank(["heel"]);
  if (best) ready.startSession({ steps: [{ point: best.point, side: "both", hold: 45 }], rounds: 2, rest: 8 });
  ready.pause();
  ready.resume();
  const link: string = ready.shareUrl(new URL("https://example.org/"));
  const { new: added } = ready.importDiary(ready.exportDiary("json"));
  ready.restore({ ...ready.capture(), plan: [{ point: "soleus.1" }] });
  ready.restore({ version: 1 });
  return { link, added, region, running, version };
}

// @ts-expect-error There is no such theme.
element.theme = "sepia";
// @ts-expect-error There is no such leg.
element.select({ side: "middle" });
// @ts-expect-error A diary is written as json or csv.
element.exportDiary("xml");
// @ts-expect-error A step names its point.
element.startSession({ steps: [{ hold: 45 }] });
// @ts-expect-error What was captured has a version.
element.restore({ mode: "day" });
// @ts-expect-error A session can be read, and is driven by methods.
element.session = null;
// @ts-expect-error There is no such phase.
element.addEventListener("rpe-session", (e) => e.detail.phase === "over");
