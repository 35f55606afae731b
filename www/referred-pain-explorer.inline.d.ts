/** The entry with everything inside: the same element. */
export * from "referred-pain-explorer";
