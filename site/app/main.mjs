// @ts-check
/** The page's first step. */

import { showAge } from "./age.mjs";
import { Engine } from "./engine.mjs";
import { Page } from "./page.mjs";

const { until = "9999", day = "" } = PV_BUILD;
showAge(until, day);
new Page(new Engine());
