import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import Highlighter from "react-body-highlighter";

// Bundled for a browser, the package's default may lie one deeper.
const Model = Highlighter.default ?? Highlighter;

function App() {
  const [muscle, setMuscle] = useState("calves");
  useEffect(() => { window.isReady = performance.now(); }, []);
  const data = [{ name: "Chosen", muscles: [muscle] }];
  return <Model type="posterior" data={data} style={{ width: "20rem" }} onClick={(one) => setMuscle(one.muscle)} />;
}

createRoot(document.getElementById("app")).render(<App />);
