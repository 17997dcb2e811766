// @ts-check
/** The page's first step. */

import { showOutdatedNotice } from "../failure/outdated-copy.mjs";
import { Engine } from "../worker/engine.mjs";
import { Page } from "./page.mjs";

const engine = new Engine();
// The longest part of the way to the first check, and it needs nothing of the page.
engine.prepare();
// The last that the page needs; a script in the head runs as soon as it has arrived.
if (document.getElementById("pv-dropcover")) begin();
else document.addEventListener("DOMContentLoaded", begin);

function begin() {
  const { until = "9999", day = "" } = PV_BUILD;
  showOutdatedNotice(until, day);
  new Page(engine);
}
