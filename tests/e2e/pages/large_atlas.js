// Makes an atlas n times as large (every muscle and region again under other names, one language, drawings as they are),
// and measures how long it takes to read and check it, and to rank with it.
window.largeAtlas = async (n) => {
  const atlas = await (await fetch("/atlas.json")).json();
  atlas.languages = ["en"];
  const name = (id, copy) => (copy ? `${id}_${copy}` : id);
  const english = (value) => {
    if (Array.isArray(value)) return value.map(english);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).filter(([key]) => !["nl", "de", "fr", "es"].includes(key)).map(([key, v]) => [key, english(v)]));
  };
  const small = english({ ...atlas, views: undefined, sources: undefined });
  const [muscles, regions] = [[], []];
  for (let copy = 0; copy < n; copy++) {
    for (const region of small.regions) regions.push({ ...region, id: name(region.id, copy) });
    for (const muscle of small.muscles) {
      const points = muscle.trigger_points.map((point) => ({
        ...point,
        id: `${name(muscle.id, copy)}.${point.n}`,
        ...(copy ? { drawn: false } : {}),
        zones: point.zones.map((zone) => ({ ...zone, region: name(zone.region, copy) })),
      }));
      muscles.push({ ...muscle, id: name(muscle.id, copy), trigger_points: points });
    }
  }
  const large = { ...small, views: atlas.views, sources: atlas.sources, muscles, regions };
  const element = document.querySelector("referred-pain-explorer");
  const text = JSON.stringify(large);
  // The module that checks, as the element loads it.
  const files = Object.keys(await (await fetch("/integrity.json")).json());
  const [glue, wasm] = [/^check-.*js$/, /^check-.*wasm$/].map((name) => files.find((file) => name.test(file)));
  const check = await import(new URL(glue, location.origin + "/"));
  await check.default({ module_or_path: new URL(wasm, location.origin + "/") });
  check.check(text);
  const times = [];
  let result;
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    result = check.check(text);
    times.push(performance.now() - start);
  }
  if (result.problems) return { problems: result.problems.slice(0, 5) };
  const before = await element.ready.then(() => element.rank(["achilles", "leg_posterior_upper"]).length);
  const again = new Promise((resolve) => element.addEventListener("rpe-ready", resolve, { once: true }));
  element.atlas = large;
  await again;
  const marks = [name("achilles", n - 1), name("leg_posterior_upper", n - 1)];
  const ranks = [];
  let ranked;
  for (let run = 0; run < 9; run++) {
    const start = performance.now();
    ranked = element.rank(marks).length;
    ranks.push(performance.now() - start);
  }
  const middle = (list) => list.sort((a, b) => a - b)[list.length >> 1];
  return { megabytes: text.length / 1e6, check: middle(times), rank: middle(ranks), ranked, expected: before };
};
