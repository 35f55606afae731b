// Starts the example for Yew hosts.
import start from "/guests/yew/host.js";

start({ module_or_path: "/guests/yew/host_bg.wasm" });
