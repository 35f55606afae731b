// The rest lies in a file of its own.
const restUrl = () => new URL("./__RPE_REST__", import.meta.url);

async function restSoon() {
  const response = await fetch(restUrl());
  if (!response.ok) throw new Error(`the rest of the module answered ${response.status}`);
  return response.arrayBuffer();
}

function restNow() {
  const request = new XMLHttpRequest();
  request.open("GET", restUrl(), false);
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  return Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0));
}
