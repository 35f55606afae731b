import { hydrate, mount } from "svelte";
import App from "./app.svelte";

const target = document.getElementById("app");
(target.hasChildNodes() ? hydrate : mount)(App, { target });
