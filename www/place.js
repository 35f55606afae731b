// The widget takes the fallback's place. The build puts this in the place of the line that imports it.

// What opens as a whole: a card, another room.
const OPENS = ["muscle", "mode"];

/// Takes it, as soon as nothing in sight will move by what the second half of the program adds. `there` says whether the
/// widget still is, `whole` brings that half. Gives whether it stands.
export async function takeOver(host, place, there, whole) {
  const asks = (...names) => host.childElementCount && names.some((name) => host.hasAttribute(name));
  const opens = asks(...OPENS);
  if (opens) await whole();
  if (!there()) return false;
  // What is marked makes a list, and the list becomes longer.
  if (stand(host, place, !opens && asks("region"))) return true;
  await whole();
  return there() && stand(host, place);
}

/// Nothing that is in sight may move by it: a widget that is lower than the fallback keeps as much of its height as
/// reaches to the end of the window, until the person does something in it. One that will grow in sight gives the place
/// back, before anybody saw it there.
function stand(host, place, grows) {
  place.style.minBlockSize = ""; // another one may have stood in it
  const { top, bottom } = host.getBoundingClientRect();
  const still = host.shadowRoot.querySelector("slot:not([name])");
  still?.remove();
  host.shadowRoot.append(place);
  if (grows && place.querySelector(".rpe-room").getBoundingClientRect().top < innerHeight) {
    place.replaceWith(still);
    return false;
  }
  const height = Math.min(bottom, innerHeight) - top;
  // Before it is painted, and not at once: the browser would lay out everything while the widget could already answer.
  requestAnimationFrame(() => {
    if (place.getBoundingClientRect().height >= height) return;
    place.style.minBlockSize = `${height}px`;
    place.onpointerdown = place.onkeydown = () => { place.style.minBlockSize = ""; };
  });
  return true;
}
