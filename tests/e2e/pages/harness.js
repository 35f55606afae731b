// A stand-in for the element, with what the harness has to cope with: a shadow root, a shape whose middle is not its
// inside, a control that is covered, a clock, a promise. No part of the product.
class Stand extends HTMLElement {
  #ready = Promise.withResolvers?.() ?? (() => {
    const parts = {};
    parts.promise = new Promise((resolve) => { parts.resolve = resolve; });
    return parts;
  })();

  get ready() {
    return this.#ready.promise;
  }

  get session() {
    return { phase: "hold" };
  }

  connectedCallback() {
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `
      <button>Start</button> <output>0</output> <input aria-label="Note"> <time></time>
      <svg viewBox="0 0 100 100" width="200" height="200">
        <path class="bent" d="M0 0H100V10H10V90H100V100H0Z" tabindex="0" role="button" aria-label="Bent" />
        <rect class="beside" x="12" y="12" width="86" height="76" />
      </svg>`;
    const count = root.querySelector("output");
    root.querySelector("button").addEventListener("click", () => { count.value = Number(count.value) + 1; });
    root.querySelector(".bent").addEventListener("click", () => { count.value = "bent"; });
    root.querySelector(".bent").addEventListener("keydown", (event) => { count.value = event.key; });
    root.querySelector(".beside").addEventListener("click", () => { count.value = "beside"; });
    const tick = () => { root.querySelector("time").textContent = new Date().toISOString(); };
    document.addEventListener("visibilitychange", tick);
    tick();
    setTimeout(() => {
      this.#ready.resolve();
      this.dispatchEvent(new CustomEvent("rpe-ready", { bubbles: true, composed: true }));
    }, 50);
  }
}
customElements.define("referred-pain-explorer", Stand);
