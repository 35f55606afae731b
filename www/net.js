// Getting the files that lie beside this one. The build that has everything inside puts `net.inline.js` in its place.
import { LoadError } from "./load.js";

// Not there, or cut off on its way.
const lost = (cause) => { throw new LoadError("wasm-fetch", cause); };

async function fetched(file) {
  const response = await fetch(new URL(file, import.meta.url)).catch(lost);
  if (!response.ok) throw new LoadError("wasm-fetch", `${file}: ${response.status}`);
  // A server that answers everything with its start page.
  const type = response.headers.get("content-type") ?? "";
  if (type.startsWith("text/html")) throw new LoadError("wasm-mime", `${file}: ${type}`);
  return response;
}

export const text = (file) => fetched(file).then((response) => response.text().catch(lost));
export const bytes = (file) => fetched(file).then((response) => response.arrayBuffer().catch(lost)).then((buffer) => new Uint8Array(buffer));
export const script = (file) => import(file).catch(lost);
// Streaming needs the right MIME type; a server without it still gets the slower way.
export async function compiled(file) {
  const response = await fetched(file);
  const streams = response.headers.get("content-type")?.startsWith("application/wasm");
  try {
    return await (streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer()));
  } catch (cause) {
    throw new LoadError(cause instanceof TypeError ? "wasm-fetch" : "wasm-blocked", cause); // cut off on its way, or refused
  }
}
