// React 19: attributes and events are props. A server may render it, too.
import { useState } from "react";
import "referred-pain-explorer/inline";

export function App() {
  const [open, setOpen] = useState(true);
  const [lang, setLang] = useState("en");
  const [phase, setPhase] = useState("");
  return (
    <main>
      <button id="lang" onClick={() => setLang("nl")}>Nederlands</button>
      <button id="open" onClick={() => setOpen(!open)}>Open or close</button>
      <output>{phase}</output>
      {open && (
        <referred-pain-explorer region="heel" per-day={4} lang={lang} onrpe-session={({ detail }) => setPhase(detail.phase)}>
          <p>Readable until it is there.</p>
        </referred-pain-explorer>
      )}
    </main>
  );
}
