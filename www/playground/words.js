// What the options are called for people. The names for programs come from custom-elements.json, as do options that are
// not known here.

/// The folds of the panel: their title, and the options in them.
export const FOLDS = [
  ["Language and theme", ["lang", "theme"]],
  ["Place, muscle and view", ["region", "muscle", "side", "view", "mode"]],
  ["The massage", ["hold", "rounds", "per-day"]],
  ["Rooms, storage and loading", ["features", "storage", "storage-key", "loading"]],
];

/// `usual` is what the element does when nothing is chosen.
export const WORDS = {
  region: { label: "Where it hurts", help: "Marked when the explorer opens." },
  muscle: { label: "Muscle to look at", usual: "None" },
  side: { label: "Legs", values: { left: "Left", right: "Right", both: "Both" } },
  view: {
    label: "Seen from",
    usual: "The best side",
    values: {
      posterior: "Back",
      anterior: "Front",
      medial: "Inner side",
      lateral: "Outer side",
      plantar: "Sole",
      dorsal: "Top of the foot",
      foot_medial: "Foot, inner side",
      foot_lateral: "Foot, outer side",
    },
  },
  mode: { label: "Room that is open", values: { explore: "Find", massage: "Massage", day: "My day" } },
  lang: {
    label: "Language",
    usual: "The page's own",
    values: { de: "Deutsch", en: "English", es: "Español", fr: "Français", nl: "Nederlands" },
  },
  theme: { label: "Light or dark", values: { auto: "Visitor's setting", light: "Light", dark: "Dark" } },
  hold: { label: "Seconds per point", help: "10 to 120; 45 when empty. A number here goes before what a visitor chose earlier." },
  rounds: { label: "Rounds per massage", help: "1 to 5; 2 when empty." },
  "per-day": { label: "Massages a day", help: "1 to 12; 3 when empty." },
  features: {
    label: "What is on offer",
    values: { explore: "Find", massage: "Massage", diary: "My day", share: "Links", print: "Print" },
    help: "Without any of the rooms Find, Massage and My day, all is on offer.",
  },
  storage: {
    label: "Diary and settings",
    values: { local: "On the device", none: "Not kept" },
    help: "They leave the device in neither case.",
  },
  "storage-key": { label: "Name they are kept under", help: "Letters, digits, - and _. Explorers with the same name share a diary." },
  loading: {
    label: "When it loads",
    values: { lazy: "When near the view", eager: "At once" },
    help: "On this page it always loads at once.",
  },
};
