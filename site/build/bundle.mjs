// Joins the page's modules into classic scripts: a page opened from disk may not load modules.
// Reads the plan from standard input: a JSON list of {entry, outfile, packs?, about?, site?}.
import { readFileSync } from "node:fs";
import { build } from "esbuild";

const COMMON = { bundle: true, minify: true, charset: "utf8", target: "es2022", legalComments: "none", logLevel: "warning" };

// The runtime asks for the list of the packages it could load, and only that the list fits it: none is loaded.
const { info } = JSON.parse(readFileSync("node_modules/pyodide/pyodide-lock.json", "utf8"));
const defineLock = { PV_LOCK: JSON.stringify({ info, packages: {} }) };

const worker = await build({ ...COMMON, entryPoints: ["site/app/worker/worker.mjs"], format: "iife", write: false, define: defineLock });
for (const { entry, outfile, packs, about, site } of JSON.parse(readFileSync(0, "utf8"))) {
  const define = {
    ...(packs && { ...defineLock, PV_BUILD: JSON.stringify({ packs, ...about, worker: worker.outputFiles[0].text }) }),
    ...(site && { PV_SITE: JSON.stringify(site) }),
  };
  await build({ ...COMMON, entryPoints: [entry], format: "iife", outfile, define });
}
