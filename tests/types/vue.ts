// Templates of Vue 3 look their tags up here.
import type { GlobalComponents } from "vue";
import type {} from "referred-pain-explorer/vue";

type Props = InstanceType<GlobalComponents["referred-pain-explorer"]>["$props"];
export const right: Props = { region: "heel", lang: "nl", class: "wide", "per-day": 4, onRpeSession: ({ detail }) => console.log(detail.phase) };
// @ts-expect-error There is no such theme.
export const theme: Props = { theme: "sepia" };
// @ts-expect-error A massage in the diary has no phase.
export const event: Props = { onRpeEntry: ({ detail }) => console.log(detail.phase) };
