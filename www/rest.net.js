// The rest lies in a file of its own.
const REST = "./__RPE_REST__";

async function restSoon() {
  const response = await fetch(new URL(REST, import.meta.url));
  if (!response.ok) throw new Error(`the rest of the module answered ${response.status}`);
  return response.arrayBuffer();
}

// A file that is needed at once: the page stands still until it is there.
function now(file) {
  const request = new XMLHttpRequest();
  request.open("GET", new URL(file, import.meta.url), false);
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status >= 400) throw new Error(`${file}: ${request.status}`);
  return Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0));
}
