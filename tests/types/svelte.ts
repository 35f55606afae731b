// Templates of Svelte 5 look their tags up here.
import type { SvelteHTMLElements } from "svelte/elements";
import type {} from "referred-pain-explorer/svelte";

type Props = SvelteHTMLElements["referred-pain-explorer"];
export const right: Props = { region: "heel", lang: "nl", class: "wide", "per-day": 4, "onrpe-session": ({ detail }) => console.log(detail.phase) };
// @ts-expect-error There is no such theme.
export const theme: Props = { theme: "sepia" };
// @ts-expect-error A massage in the diary has no phase.
export const event: Props = { "onrpe-entry": ({ detail }) => console.log(detail.phase) };
