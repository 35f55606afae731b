// The widget takes the fallback's place. The build puts this in the place of the line that imports it.

/// Nothing that is in sight may move by it: a widget that is lower than the fallback keeps as much of its height as
/// reaches to the end of the window, until the person does something in it.
export function takeOver(host, place) {
  place.style.minBlockSize = ""; // another one may have stood in it
  const { top, bottom } = host.getBoundingClientRect();
  host.shadowRoot.querySelector("slot:not([name])")?.remove();
  host.shadowRoot.append(place);
  const height = Math.min(bottom, innerHeight) - top;
  if (place.getBoundingClientRect().height >= height) return;
  place.style.minBlockSize = `${height}px`;
  place.onpointerdown = place.onkeydown = () => { place.style.minBlockSize = ""; };
}
