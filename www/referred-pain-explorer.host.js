// For a page with the explorer in a frame: gives the frame the height it asks for, and lets its events happen on the frame.
// Listens to frames of this page alone, and only to what their own address says.
addEventListener("message", ({ data, origin, source }) => {
  if (typeof data?.type !== "string" || !data.type.startsWith("rpe:")) return;
  const frame = [...document.querySelectorAll("iframe")].find((one) => one.contentWindow === source);
  if (!frame || new URL(frame.src, location.href).origin !== origin) return;
  if (data.type === "rpe:height" && data.height > 0 && data.height < 1e5) frame.height = Math.ceil(data.height);
  if (data.type === "rpe:event" && /^rpe-(ready|error|select|session|entry)$/.test(data.name)) {
    frame.dispatchEvent(new CustomEvent(data.name, { detail: data.detail, bubbles: true }));
  }
});
