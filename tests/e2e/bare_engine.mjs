/** The engine without the page around it; it takes help for small batches already. */

import { Engine } from "../../site/app/worker/engine.mjs";

const states = [];
globalThis.pvStates = states;
globalThis.pvEngine = new Engine({ onState: (state) => states.push(state), startWorth: 10_000 });
document.documentElement.dataset.pvEngine = "made";
