/** The engine without the page around it. */

import { Engine } from "../../site/app/engine.mjs";

const states = [];
globalThis.pvStates = states;
globalThis.pvEngine = new Engine({ onState: (state) => states.push(state) });
document.documentElement.dataset.pvEngine = "made";
