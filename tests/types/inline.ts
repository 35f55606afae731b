// The entry with everything inside has the same types.
import { ReferredPainExplorer } from "referred-pain-explorer/inline";

const element: ReferredPainExplorer | null = document.querySelector("referred-pain-explorer");
element?.next();
// @ts-expect-error There is no such method.
element?.skip();
