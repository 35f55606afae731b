// JSX of React 19.
import { useRef } from "react";
import type { Atlas, ReferredPainExplorer } from "referred-pain-explorer";
import type {} from "referred-pain-explorer/react";

export function Heel({ atlas }: { atlas: Atlas | null }) {
  const ref = useRef<ReferredPainExplorer>(null);
  return (
    <referred-pain-explorer
      ref={ref}
      className="wide"
      lang="nl"
      region="heel"
      side="left"
      per-day={4}
      storage-key="clinic"
      atlas={atlas}
      onClick={() => ref.current?.pause()}
      onrpe-session={(event) => console.log(event.detail.phase)}
      onrpe-entry={({ detail }) => console.log(detail.entry.complete)}
    >
      <p>Readable until it is there.</p>
    </referred-pain-explorer>
  );
}

// @ts-expect-error There is no such leg.
export const leg = () => <referred-pain-explorer side="middle" />;
// @ts-expect-error An attribute has a hyphen.
export const name = () => <referred-pain-explorer perDay={4} />;
// @ts-expect-error A massage in the diary has no phase.
export const event = () => <referred-pain-explorer onrpe-entry={({ detail }) => console.log(detail.phase)} />;
