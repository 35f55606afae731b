// Getting the files out of this one: all of them are in it, packed as one text. Nothing is fetched.
import { LoadError } from "./load.js";

const PACKED = "__RPE_PACKED__";
const TABLE = __RPE_TABLE__; // of each file, where it begins and how long it is
const SCRIPTS = { __RPE_SCRIPTS__ };
let whole; // all files, one after the other
let opening;

async function opened() {
  const packed = Uint8Array.from(atob(PACKED), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  whole = new Uint8Array(await new Response(stream).arrayBuffer());
}

function now(file) {
  const [at, length] = TABLE[file.replace("./", "")];
  return whole.subarray(at, at + length);
}

export async function bytes(file) {
  await (opening ??= opened().catch((cause) => { throw new LoadError("wasm-fetch", cause); }));
  return now(file);
}
export const text = async (file) => new TextDecoder().decode(await bytes(file));
export const compiled = async (file) => WebAssembly.compile(await bytes(file)).catch((cause) => { throw new LoadError("wasm-blocked", cause); });
export const script = async (file) => SCRIPTS[file.replace("./", "")]();
