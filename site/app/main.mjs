// @ts-check
/** The page's first step. */

import { Engine } from "./engine.mjs";
import { Page } from "./page.mjs";

new Page(new Engine());
